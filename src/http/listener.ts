/** Fastify as this server needs it: what it believes, how much it takes, and how long it waits for it. */
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { ServerOptions, TrafficLimits } from './options.js';
import { brokenRequest, refuseRaw } from './raw-answer.js';
import { answerError, largestBody } from './refusal.js';
import { protectiveHeaders, requestIds } from './request-hooks.js';
import type { Waits } from './waits.js';

export interface ListenerDeps {
  readonly server: ServerOptions;
  readonly limits: Pick<TrafficLimits, 'connections'>;
  readonly waits: Waits;
  readonly logger: Logger;
}

export function createListener({ server, limits, waits, logger }: ListenerDeps): FastifyInstance {
  const options = {
    loggerInstance: logger,
    // One line of our own a request: Fastify's would show query strings.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(server),
    trustProxy: server.trustProxy,
    bodyLimit: largestBody,
    requestTimeout: waits.requestMs,
    keepAliveTimeout: waits.idleMs,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // A path that cannot be decoded is refused before any hook runs.
      reply.headers(protectiveHeaders(server, request.id));
      answerError(error, request, reply);
    },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => {
      // A connection that broke has nobody to talk to.
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      refuseRaw(socket, brokenRequest(error), protectiveHeaders(server, randomUUID()));
    },
  };
  const receiving = { headersTimeout: waits.headersMs, connectionsCheckingInterval: waits.checkEveryMs };
  // Fastify types a server by its transport and logger; the routes need neither.
  const app = (server.tls === null
    ? fastify({ ...options, http: receiving })
    : fastify({
        ...options,
        https: { ...receiving, ...server.tls, handshakeTimeout: waits.headersMs },
      })) as unknown as FastifyInstance;
  // One more is closed at once, without a word: to answer it would be to take it.
  app.server.maxConnections = limits.connections;
  app.server.on(
    'drop',
    seldom(() => logger.warn({ connections: limits.connections }, 'connections too many are closed')),
  );
  for (const name of ['viewer', 'work', 'leave', 'observed', 'refusal', 'answerType']) app.decorateRequest(name, null);
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A kept-alive connection would hold the closing server for as long as its client likes.
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
  return app;
}

/** Throws the system's own error when it cannot be listened there. `told`: the line of the log. */
export async function listenAt(
  app: FastifyInstance,
  { host, port }: Pick<ServerOptions, 'host' | 'port'>,
  told = (url: string) => `Server listening at ${url}`,
): Promise<void> {
  // By address: for a name of several, Fastify would make more servers, which nothing that is set on this one bounds.
  const { address } = await lookup(host, { order: 'ipv4first' });
  await app.listen({ host: address, port, listenTextResolver: told });
}

/** Whoever opens too many connections should not fill the log as well. */
function seldom(tell: () => void): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - toldAt < 60_000) return;
    toldAt = performance.now();
    tell();
  };
}
