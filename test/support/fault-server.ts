/** Upstreams that misbehave, one way each, on any path and method: for tables of "bad input" over every vendor. */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import type { FailureStatus } from '../../src/domain/failure.js';

/** What a source that meets the fault must report; the two that are no faults are for readers of JSON. */
export const faults = {
  truncated: { status: 'BAD_RESPONSE', code: 'TRUNCATED' },
  'truncated-json': { status: 'BAD_RESPONSE', code: 'NOT_JSON' },
  'truncated-gzip': { status: 'BAD_RESPONSE', code: 'TRUNCATED' },
  'bad-gzip': { status: 'BAD_RESPONSE', code: 'BAD_ENCODING' },
  'gzip-bomb': { status: 'BAD_RESPONSE', code: 'BODY_TOO_LARGE' },
  'unknown-encoding': { status: 'BAD_RESPONSE', code: 'UNKNOWN_ENCODING' },
  html: { status: 'BAD_RESPONSE', code: 'HTML_BODY' },
  empty: { status: 'BAD_RESPONSE', code: 'EMPTY_BODY' },
  'wrong-content-type': { status: 'BAD_RESPONSE', code: 'WRONG_CONTENT_TYPE' },
  'not-json': { status: 'BAD_RESPONSE', code: 'NOT_JSON' },
  'deep-json': { status: 'BAD_RESPONSE', code: 'NOT_JSON' },
  garbage: { status: 'BAD_RESPONSE', code: 'NOT_HTTP' },
  'huge-body': { status: 'BAD_RESPONSE', code: 'BODY_TOO_LARGE' },
  redirect: { status: 'BAD_RESPONSE', code: 'HTTP_302' },
  '401': { status: 'AUTH_FAILED', code: 'HTTP_401' },
  '403': { status: 'FORBIDDEN', code: 'HTTP_403' },
  '404': { status: 'BAD_RESPONSE', code: 'HTTP_404' },
  '429': { status: 'RATE_LIMITED', code: 'HTTP_429' },
  '500': { status: 'BAD_RESPONSE', code: 'HTTP_500' },
  '502': { status: 'BAD_RESPONSE', code: 'HTTP_502' },
  '503': { status: 'BAD_RESPONSE', code: 'HTTP_503' },
  '504': { status: 'BAD_RESPONSE', code: 'HTTP_504' },
  hang: { status: 'TIMEOUT', code: 'TIMEOUT' },
  'slow-body': { status: 'TIMEOUT', code: 'TIMEOUT' },
  reset: { status: 'UNREACHABLE', code: 'CONNECTION_LOST' },
  refused: { status: 'UNREACHABLE', code: 'ECONNREFUSED' },
  'unknown-host': { status: 'UNREACHABLE', code: 'DNS_FAILED' },
  'self-signed': { status: 'TLS_UNTRUSTED', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  'expects-tls': { status: 'UNREACHABLE', code: 'CONNECTION_LOST' },
  'no-tls': { status: 'BAD_RESPONSE', code: 'NOT_TLS' },
} as const satisfies Record<string, { status: FailureStatus; code: string }>;

export type Fault = keyof typeof faults;
export type FaultMode = Fault | 'json' | 'gzip' | 'zlib-deflate' | 'raw-deflate';

export interface FaultServer {
  readonly url: string;
  /** How many requests it has seen. */
  readonly hits: () => number;
  /** How many connections it has accepted. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export interface FaultOptions {
  /** The JSON text that the modes without a fault serve; also what the damaged ones are made of. Default `{"ok":true}`. */
  readonly json?: string;
  /** Value of `Retry-After` on 429, 502, 503 and 504. Default `0`, so that no test waits; null sends none. */
  readonly retryAfter?: string | null;
}

/** How much `huge-body` streams and `gzip-bomb` unpacks to. */
export const HUGE_BYTES = 50 * 1024 * 1024;

export async function startFaultServer(mode: FaultMode, options: FaultOptions = {}): Promise<FaultServer> {
  const json = options.json ?? '{"ok":true}';
  if (mode === 'unknown-host') return nowhere;
  if (mode === 'refused') {
    const gone = await listen(createNetServer(), 'http');
    await gone.close();
    return gone;
  }
  if (mode === 'garbage') {
    return listen(
      createNetServer((socket) => socket.on('error', () => {}).once('data', () => socket.end('\0\x01 what?\r\n\r\n'))),
      'http',
    );
  }
  const answer: RequestListener = (_request, response) => answers[mode](response, json, options);
  if (mode === 'self-signed' || mode === 'expects-tls') {
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
    const server = createHttpsServer({ key: pair.private, cert: pair.cert }, answer);
    return listen(server, mode === 'expects-tls' ? 'http' : 'https');
  }
  return listen(createServer(answer), mode === 'no-tls' ? 'https' : 'http');
}

/** `.invalid` never resolves (RFC 6761). */
const nowhere: FaultServer = {
  url: 'http://no-such-host.invalid',
  hits: () => 0,
  connections: () => 0,
  close: async () => {},
};

type HttpMode = Exclude<FaultMode, 'unknown-host' | 'refused' | 'garbage'>;
type Answer = (response: ServerResponse, json: string, options: FaultOptions) => void;

const JSON_TYPE = { 'content-type': 'application/json' };

const sendJson: Answer = (response, json) => response.writeHead(200, JSON_TYPE).end(json);

const coded =
  (coding: string, encode: (text: string) => Buffer): Answer =>
  (response, json) =>
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': coding }).end(encode(json));

const status =
  (code: number): Answer =>
  (response, _json, { retryAfter = '0' }) => {
    const asks = [429, 502, 503, 504].includes(code) && retryAfter !== null ? { 'retry-after': retryAfter } : {};
    response.writeHead(code, { ...JSON_TYPE, ...asks }).end(JSON.stringify({ message: `this is a ${code}` }));
  };

const answers: Record<HttpMode, Answer> = {
  json: sendJson,
  'self-signed': sendJson,
  'expects-tls': sendJson,
  'no-tls': sendJson,
  gzip: coded('gzip', gzipSync),
  'zlib-deflate': coded('deflate', deflateSync),
  'raw-deflate': coded('deflate', deflateRawSync),
  truncated: (response, json) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(json.length + 1_000) });
    response.write(json, () => response.destroy());
  },
  'truncated-json': (response, json) => response.writeHead(200, JSON_TYPE).end(json.slice(0, json.length / 2)),
  'truncated-gzip': coded('gzip', (text) => gzipSync(text).subarray(0, -9)),
  'bad-gzip': coded('gzip', (text) => Buffer.from(text)),
  'gzip-bomb': coded('gzip', () => gzipSync(Buffer.alloc(HUGE_BYTES, ' '))),
  'unknown-encoding': coded('zstd-of-tomorrow', (text) => Buffer.from(text)),
  html: (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!DOCTYPE html><html><body><form action="/login"></form></body></html>'),
  empty: (response) => response.writeHead(200, JSON_TYPE).end(),
  'wrong-content-type': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('\x89PNG'),
  'not-json': (response) => response.writeHead(200, JSON_TYPE).end('everything is fine'),
  'deep-json': (response) =>
    response.writeHead(200, JSON_TYPE).end(`${'['.repeat(200_000)}1234567890123456789${']'.repeat(200_000)}`),
  'huge-body': (response) => {
    response.writeHead(200, JSON_TYPE);
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    let left = HUGE_BYTES / chunk.length;
    const more = () => {
      while (left-- > 0) if (!response.write(chunk)) return response.once('drain', more);
      return response.end();
    };
    more();
  },
  redirect: (response) => response.writeHead(302, { location: '/elsewhere' }).end(),
  '401': status(401),
  '403': status(403),
  '404': status(404),
  '429': status(429),
  '500': status(500),
  '502': status(502),
  '503': status(503),
  '504': status(504),
  hang: () => {},
  'slow-body': (response, json) => {
    response.writeHead(200, JSON_TYPE).write(json.slice(0, 1));
    const drip = setInterval(() => response.write(' '), 10);
    response.once('close', () => clearInterval(drip));
  },
  reset: (response) => response.socket?.resetAndDestroy(),
};

async function listen(server: Server, scheme: 'http' | 'https'): Promise<FaultServer> {
  let hits = 0;
  let connections = 0;
  const sockets = new Set<Socket>();
  server.on('request', () => hits++);
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    hits: () => hits,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
