/** A proxy before an emulator that lets one write go wrong, before or after it took effect: for tables of lost answers. */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Answered by the proxy and not passed on. */
export interface StatusFault {
  readonly kind: 'status';
  readonly status: 200 | 401 | 403 | 404 | 409 | 422 | 429 | 500 | 502 | 503;
  /** As the vendor words it. Default: none. */
  readonly body?: string;
  /** Of a body; default `application/json`. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type WriteFault =
  | StatusFault
  /** Not passed on: never answered, cut off, or answered with a login page under 200. */
  | 'hang-before'
  | 'reset-before'
  | 'html'
  /** Passed on, so that it took effect; then as the name says. Half a JSON text comes under 200, the bare 500 without a body. */
  | 'hang-after'
  | 'reset-after'
  | 'malformed'
  | 'truncated-after'
  | 'bare-500-after';

/** What can be wrong with every request alike. */
export type AnyFault = StatusFault | 'hang-before' | 'reset-before';

export interface ProxiedWrite {
  readonly method: string;
  /** With its query, as it came. */
  readonly path: string;
  readonly body: string;
}

export interface WriteProxy {
  readonly url: string;
  /** The writes that reached the proxy, passed on or not; logins are none, Keygen's quick validation, which leaves a stamp, is one. */
  readonly writes: readonly ProxiedWrite[];
  /** The next write meets `fault`, before all that `fail` says. From then on every request meets `then`, if given. */
  next(fault: WriteFault, then?: AnyFault): void;
  /** Every request meets the fault, reads and logins too, until null. */
  fail(fault: AnyFault | null): void;
  /** Ends what hangs, too. */
  close(): Promise<void>;
}

/** `upstreamUrl` is an http one. */
export async function startWriteProxy(upstreamUrl: string): Promise<WriteProxy> {
  const upstream = new URL(upstreamUrl);
  const writes: ProxiedWrite[] = [];
  const sockets = new Set<Socket>();
  let armed: { readonly fault: WriteFault; readonly then: AnyFault | undefined } | null = null;
  let everywhere: AnyFault | null = null;

  const faultOf = (request: IncomingMessage, body: Buffer): WriteFault | null => {
    if (!isWrite(request)) return everywhere;
    writes.push({ method: request.method ?? '', path: request.url ?? '', body: body.toString() });
    if (armed === null) return everywhere;
    const { fault, then } = armed;
    armed = null;
    if (then !== undefined) everywhere = then;
    return fault;
  };

  const server = createServer(async (request, response) => {
    try {
      const body = await bytesOf(request);
      const fault = faultOf(request, body);
      if (isBefore(fault)) return answerItself(fault, response);
      answerAfter(fault, await passOn(upstream, request, body), response);
    } catch {
      // Either side went away: the other learns it the same way.
      response.destroy();
    }
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes,
    next(fault, then) {
      armed = { fault, then };
    },
    fail(fault) {
      everywhere = fault;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type FaultBefore = AnyFault | 'html';
type FaultAfter = Exclude<WriteFault, FaultBefore>;

interface Answer {
  readonly status: number;
  /** As they came: name, value, name, value … */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

const LOGIN = '/services/auth/login';
/** A write in the form of a read. */
const VALIDATION = /^\/v1\/.+\/actions\/validate$/;
/** They concern one connection, and there are two; bodies are passed on whole. */
const OF_A_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'upgrade', 'expect']);

function isWrite({ method, url }: IncomingMessage): boolean {
  const path = url?.split('?', 1)[0] ?? '';
  if (method === 'GET') return VALIDATION.test(path);
  return method !== 'HEAD' && path !== LOGIN;
}

function isBefore(fault: WriteFault | null): fault is FaultBefore {
  return typeof fault === 'object' ? fault !== null : ['hang-before', 'reset-before', 'html'].includes(fault);
}

function answerItself(fault: FaultBefore, response: ServerResponse): void {
  if (fault === 'hang-before') return;
  if (fault === 'reset-before') {
    reset(response);
    return;
  }
  if (fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><html><body><form action="/login"></form></body></html>');
    return;
  }
  const { status, body, contentType = 'application/json', headers } = fault;
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': contentType }), ...headers }).end(body);
}

function answerAfter(fault: FaultAfter | null, { status, headers, body }: Answer, response: ServerResponse): void {
  switch (fault) {
    case null:
      response.writeHead(status, [...headers]).end(body);
      return;
    case 'hang-after':
      return;
    case 'reset-after':
      reset(response);
      return;
    case 'malformed':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"half": {"of": "a te');
      return;
    case 'bare-500-after':
      response.writeHead(500).end();
      return;
    case 'truncated-after': {
      // Of 204 nobody reads a body, so nobody would miss one.
      const length = ['content-length', String(body.length + 1_000)];
      response.writeHead(status === 204 ? 200 : status, [...without(headers, new Set(['content-length'])), ...length]);
      response.write(body.length > 0 ? body : '{', () => response.destroy());
    }
  }
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** The method, path, headers (`host` too: it is what Keygen signs) and body unchanged, on a connection of its own. */
function passOn(upstream: URL, { method, url, rawHeaders }: IncomingMessage, body: Buffer): Promise<Answer> {
  const headers = [...without(rawHeaders, new Set([...OF_A_CONNECTION, 'content-length']))];
  if (body.length > 0) headers.push('content-length', String(body.length));
  return new Promise((resolve, reject) => {
    const { hostname, port } = upstream;
    const passed = send({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      const kept = without(answer.rawHeaders, OF_A_CONNECTION);
      bytesOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 0, headers: kept, body: bytes }), reject);
    });
    passed.on('error', reject).end(body);
  });
}

function without(headers: readonly string[], names: ReadonlySet<string>): readonly string[] {
  return headers.filter((_, index) => !names.has(headers[index - (index % 2)]?.toLowerCase() ?? ''));
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
