/** `GET /graphql` that becomes a WebSocket: who may come in, how many, and how they go out again. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { BaseContext } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authenticate, OnReload } from '../../auth/authenticate.js';
import type { Metrics } from '../../telemetry/metrics.js';
import type { Answers } from '../answers.js';
import type { GraphqlHandler } from '../graphql-handler.js';
import type { ServerOptions, TrafficLimits } from '../options.js';
import { pathOf } from '../path.js';
import { refuseRaw } from '../raw-answer.js';
import { largestBody, type Refusal } from '../refusal.js';
import { protectiveHeaders, requestIds } from '../request-hooks.js';
import { overloaded } from '../shedding.js';
import type { Streams } from '../streams.js';
import { ignoreUpgrade } from '../upgrades.js';
import type { Waits } from '../waits.js';
import { type Connection, closeCodes, createConnection, textOf } from './connection.js';
import { createOperations } from './operations.js';
import { isOriginAllowed } from './origin.js';
import { createProtocol } from './protocol.js';
import { createWaitingRoom } from './waiting-room.js';

export interface WebSocketDoorDeps<C extends BaseContext> {
  readonly server: ServerOptions;
  readonly authenticate: Authenticate;
  readonly onReload?: OnReload;
  readonly graphql: GraphqlHandler<C>;
  readonly limits: TrafficLimits;
  readonly streams: Streams;
  readonly waits: Waits;
  readonly answers: Answers;
  readonly isOverloaded: () => boolean;
  readonly telemetry: { readonly metrics: Pick<Metrics, 'webSockets'> };
  readonly logger: Logger;
}

export interface WebSocketDoor {
  /** Lets no one in any more, and closes each WebSocket once nothing runs on it. */
  close(): void;
  /** Cuts what is left. */
  terminate(): void;
}

export function addWebSocketDoor<C extends BaseContext>(
  app: FastifyInstance,
  deps: WebSocketDoorDeps<C>,
): WebSocketDoor {
  const { server, authenticate, graphql, limits, streams, waits, answers, isOverloaded, logger, onReload } = deps;
  const arriving = new Set<Duplex>();
  const connections = new Set<Connection>();
  deps.telemetry.metrics.webSockets.by(() => connections.size);
  const waiting = createWaitingRoom({ authenticate, perHolder: limits.sockets });
  const protocol = createProtocol({
    authenticate,
    run: createOperations({
      ...graphql,
      timeoutMs: limits.operationTimeoutMs,
      streams,
      logger,
    }),
    sockets: streams.sockets,
    isOverloaded,
    initMs: waits.initMs,
    logger,
  });
  const settings = {
    noServer: true,
    // Who does not answer the closing keeps its place so long; its types do not have it yet.
    closeTimeout: waits.closeMs,
    maxPayload: largestBody,
    // Memory and time for each connection, and a small message that unpacks to a large one.
    perMessageDeflate: false,
    handleProtocols: (offered: Set<string>) => handleProtocols(offered),
  };
  const upgrader = new WebSocketServer(settings);
  const idOf = requestIds(server);
  let isClosing = false;

  upgrader.on('wsClientError', (_error, socket, request) => refuse(request, socket, NO_WEBSOCKET));
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (answers.isOwed(socket)) return socket.destroy();
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return ignoreUpgrade(app.server, request, socket, head);
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request);
    if (refusal !== null) return refuse(request, socket, refusal);
    void letIn(request, socket, head);
  });

  const keepAlive = setInterval(() => {
    for (const connection of connections) connection.ping();
    recheckAll();
  }, waits.keepAliveMs);
  keepAlive.unref();
  const forget = onReload?.(recheckAll);

  function recheckAll(): void {
    for (const connection of connections) {
      connection.recheck().catch((error) => logger.error({ err: error }, 'a WebSocket could not be checked'));
    }
  }

  async function letIn(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    arriving.add(socket);
    const arrived = await waiting.enter(request.headers.authorization, () => socket.destroy());
    arriving.delete(socket);
    if (arrived === null) return refuse(request, socket, overloaded);
    // It may have gone meanwhile, and so may we.
    if (socket.destroyed) return arrived();
    socket.once('close', arrived);
    if (isClosing) return refuse(request, socket, overloaded);
    upgrader.handleUpgrade(request, socket, head, (opened) => open(opened, request, arrived));
  }

  function refusalOf({ url = '', headers }: IncomingMessage): Refusal | null {
    if (isClosing || isOverloaded()) return overloaded;
    if (pathOf(url) !== '/graphql') return NOT_HERE;
    if (!isOriginAllowed(headers, server)) return FOREIGN_ORIGIN;
    return handleProtocols(headers['sec-websocket-protocol'] ?? '') === false ? OTHER_PROTOCOL : null;
  }

  function refuse(request: IncomingMessage, socket: Duplex, refusal: Refusal): void {
    const { method, url = '' } = request;
    const requestId = idOf(request);
    logger.info({ requestId, method, path: pathOf(url).slice(0, 200), status: refusal.status }, 'upgrade refused');
    refuseRaw(socket, refusal, protectiveHeaders(server, requestId));
  }

  function open(socket: WebSocket, request: IncomingMessage, arrived: () => void): void {
    const { authorization } = request.headers;
    const connection = createConnection({ socket, transport: request.socket, authorization, arrived, logger });
    connections.add(connection);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve) => {
            // Whoever has gone misses it; the end of the socket is told by its own event.
            socket.send(text, () => resolve());
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(textOf(data)).catch((error) => {
              logger.error({ err: error }, 'a message of a WebSocket failed');
              socket.close(closeCodes.internalError, 'Internal error');
            });
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      void closed(code, reason.toString());
    });
  }

  return {
    close() {
      isClosing = true;
      clearInterval(keepAlive);
      forget?.();
      for (const connection of connections) connection.finish();
    },
    terminate() {
      for (const socket of arriving) socket.destroy();
      for (const connection of connections) connection.terminate();
    },
  };
}

const NO_WEBSOCKET: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'this is no handshake of a WebSocket (RFC 6455, version 13)',
};

const NOT_HERE: Refusal = { status: 404, code: 'NOT_FOUND', message: 'WebSockets are opened at /graphql' };

const FOREIGN_ORIGIN: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'pages of this origin may not connect; an operator can list it in server.cors',
};

const OTHER_PROTOCOL: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: `offer the sub-protocol ${GRAPHQL_TRANSPORT_WS_PROTOCOL}, the only one spoken here`,
};
