/** A proxy before an upstream that passes everything on until a fault begins, and again when it ends; it counts what came. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { HUGE_BYTES } from './fault-server.js';

export type ProxyFault =
  /** Passes everything on all the same. */
  | 'none'
  /** Nobody listens. */
  | 'refused'
  /** The connection is reset instead of an answer. */
  | 'reset'
  | 'hung before headers'
  /** Headers, and a byte of the body. */
  | 'hung in body'
  /** A byte of the body now and then, without end. */
  | 'slow drip'
  /** Half the body, then the connection ends. */
  | 'truncated'
  | '429 with Retry-After'
  | '500'
  /** Every other request is reset. */
  | 'flapping'
  | '50 MB'
  /** Another one than `ca`; of a proxy that speaks TLS. */
  | 'wrong certificate'
  /** 401 for whatever credentials were used before it began; a login may bring others. */
  | 'expired session';

export interface FaultProxy {
  readonly url: string;
  /** Of a proxy that speaks TLS, PEM. */
  readonly ca: string | undefined;
  /** Since the start, or since the fault began. */
  readonly seen: { readonly requests: number; readonly connections: number };
  begin(fault: ProxyFault): Promise<void>;
  end(): Promise<void>;
  close(): Promise<void>;
}

/** What `429 with Retry-After` asks for. */
export const RETRY_AFTER_S = 1;

/** `upstreamUrl` is an http one. */
export async function startFaultProxy(upstreamUrl: string, { tls = false } = {}): Promise<FaultProxy> {
  const upstream = { base: new URL(upstreamUrl), agent: new Agent({ keepAlive: true }) };
  const sockets = new Set<Socket>();
  const known = new Set<string>();
  let fault: ProxyFault | null = null;
  let seen = { requests: 0, connections: 0 };
  const own = tls ? await certificate() : null;

  const answer = (asked: IncomingMessage, response: ServerResponse) => {
    seen.requests++;
    const { authorization } = asked.headers;
    if (fault === null && authorization !== undefined) known.add(authorization);
    const isSpared =
      (fault === 'flapping' && seen.requests % 2 === 0) ||
      (fault === 'expired session' && (authorization === undefined || !known.has(authorization)));
    if (fault === null || fault === 'none' || isSpared) passOn(upstream, asked, response);
    else misbehave(fault, response);
  };
  const server = own === null ? createServer(answer) : createHttpsServer(own, answer);
  server.on('connection', (socket: Socket) => {
    seen.connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      hangUp();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    ca: own?.cert,
    get seen() {
      return seen;
    },
    async begin(next) {
      if (next === 'refused') await stop();
      if (next === 'wrong certificate') {
        (server as HttpsServer).setSecureContext(await certificate());
        hangUp();
      }
      fault = next;
      seen = { requests: 0, connections: 0 };
    },
    async end() {
      if (fault === 'wrong certificate') (server as HttpsServer).setSecureContext(own ?? {});
      if (fault === 'refused') await listenAgain(() => listen(port));
      // Whoever hangs goes on hanging: only its own time limit tells it.
      fault = null;
    },
    async close() {
      await stop();
      upstream.agent.destroy();
    },
  };
}

function misbehave(fault: ProxyFault, response: ServerResponse): void {
  switch (fault) {
    case 'reset':
    case 'flapping':
      response.socket?.resetAndDestroy();
      return;
    case 'hung before headers':
      return;
    case 'hung in body':
      response.writeHead(200, JSON_TYPE).write('{');
      return;
    case 'slow drip': {
      response.writeHead(200, JSON_TYPE).write('{');
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
      return;
    }
    case 'truncated':
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' });
      response.write('{"half":', () => response.destroy());
      return;
    case '50 MB':
      stream(response, HUGE_BYTES);
      return;
    case '429 with Retry-After':
      response.writeHead(429, { ...JSON_TYPE, 'retry-after': String(RETRY_AFTER_S) }).end('{}');
      return;
    case 'expired session':
      response.writeHead(401, JSON_TYPE).end('{}');
      return;
    default:
      response.writeHead(500, JSON_TYPE).end('{}');
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

function stream(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  let left = bytes / chunk.length;
  response.writeHead(200, JSON_TYPE);
  const more = () => {
    while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
    response.end();
  };
  more();
}

function passOn(
  { base, agent }: { readonly base: URL; readonly agent: Agent },
  asked: IncomingMessage,
  response: ServerResponse,
): void {
  const { method, url, headers } = asked;
  const options = { hostname: base.hostname, port: base.port, method, path: url, headers, agent };
  const passed = request(options, (answer) => {
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  asked.pipe(passed);
}

async function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return { key: pair.private, cert: pair.cert };
}

/** Its port may be somebody's for a moment. */
async function listenAgain(listen: () => Promise<void>): Promise<void> {
  for (let tries = 100; ; tries--) {
    try {
      return await listen();
    } catch (error) {
      if (tries === 0) throw error;
      await sleep(50);
    }
  }
}
