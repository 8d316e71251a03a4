/** The one way to an upstream: authentication header, TLS trust, timeout, size cap, retry of GET, typed failures. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { Agent, buildConnector, type Dispatcher, errors } from 'undici';
import { SourceFailure } from '../domain/failure.js';
import type { SourceTls } from './source.js';

export interface HttpOptions {
  /** Base URL; a request's path is appended to its path. */
  readonly url: string;
  readonly tls: SourceTls;
  readonly timeoutMs: number;
  /** Largest body, after decompression, in bytes. Default 32 MiB. */
  readonly maxBytes?: number;
  /** How often a GET is tried again after a lost connection, 429, 502, 503 or 504. Default 2. */
  readonly retries?: number;
  /** The wait before try n (1, 2 …) in ms; injected so that tests need not wait. */
  readonly backoffMs?: (attempt: number) => number;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST';
  /** Starts with `/`; every variable segment already passed through encodeURIComponent. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Media type without parameters, lower case; empty when the server names none. */
  readonly contentType: string;
  readonly body: string;
}

export interface HttpClient {
  /** Any answered status is returned; what cannot be answered is thrown as SourceFailure. Redirects are not followed. */
  request(request: HttpRequest): Promise<HttpResponse>;
  close(): Promise<void>;
}

const RETRIED_STATUSES = new Set([429, 502, 503, 504]);
const LONGEST_HONORED_WAIT_MS = 5_000;
const CERTIFICATE_ERRORS =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH|ERR_TLS_PIN)/;

export function createHttpClient(options: HttpOptions): HttpClient {
  const base = new URL(options.url);
  const maxBytes = options.maxBytes ?? 32 * 1024 * 1024;
  const retries = options.retries ?? 2;
  const backoffMs = options.backoffMs ?? ((attempt) => 2 ** attempt * 100 * (0.5 + Math.random()));
  const agent = new Agent({ connect: connector(options), connections: 8, pipelining: 1 });

  async function request(req: HttpRequest): Promise<HttpResponse> {
    for (let attempt = 1; ; attempt++) {
      const mayRetry = (req.method ?? 'GET') === 'GET' && attempt <= retries;
      try {
        const response = await once(req);
        if (!mayRetry || !RETRIED_STATUSES.has(response.status)) return response;
        const asked = retryAfterMs(response.headers);
        if (asked !== null && asked > LONGEST_HONORED_WAIT_MS) return response;
        await sleep(asked ?? backoffMs(attempt), undefined, req.signal ? { signal: req.signal } : {});
      } catch (error) {
        if (!mayRetry || req.signal?.aborted || !(error instanceof SourceFailure) || error.code !== 'CONNECTION_LOST') {
          throw error;
        }
        await sleep(backoffMs(attempt), undefined, req.signal ? { signal: req.signal } : {});
      }
    }
  }

  async function once(req: HttpRequest): Promise<HttpResponse> {
    const path = base.pathname.replace(/\/$/, '') + req.path;
    const search = new URLSearchParams(req.query).toString();
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = req.signal ? AbortSignal.any([req.signal, timeout]) : timeout;
    try {
      const response = await agent.request({
        origin: base.origin,
        path: search === '' ? path : `${path}?${search}`,
        method: req.method ?? 'GET',
        headers: { 'accept-encoding': 'gzip, deflate', 'user-agent': 'license-gateway', ...req.headers },
        body: req.body ?? null,
        signal,
      });
      const headers = flatten(response.headers);
      return {
        status: response.statusCode,
        headers,
        contentType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        body: await readBody(response.body, headers['content-encoding'] ?? '', maxBytes),
      };
    } catch (error) {
      if (timeout.aborted && !req.signal?.aborted) {
        throw new SourceFailure(
          'TIMEOUT',
          'TIMEOUT',
          `no complete answer within ${options.timeoutMs} ms; raise the source's timeout if it is known to be slow`,
        );
      }
      throw await asFailure(error, base, options.tls);
    }
  }

  return { request, close: () => agent.destroy() };
}

/** Milliseconds that `Retry-After` asks for, as seconds or as a date; null when it is absent or unreadable. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now = Date.now()): number | null {
  const text = headers['retry-after'];
  if (text === undefined) return null;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The failure that a status with no use for the reader stands for. `hint` is what the vendor said, already safe to show. */
export function failureOfStatus(response: HttpResponse, hint: string | null = null): SourceFailure {
  const said = hint === null || hint === '' ? '' : `: ${hint.slice(0, 300)}`;
  const code = `HTTP_${response.status}`;
  switch (response.status) {
    case 401:
      return new SourceFailure(
        'AUTH_FAILED',
        code,
        `the vendor refused the credentials (401)${said}; check the source's auth`,
      );
    case 403:
      return new SourceFailure(
        'FORBIDDEN',
        code,
        `the vendor refused access (403)${said}; the account needs permission to read licenses`,
      );
    case 429:
      return new SourceFailure(
        'RATE_LIMITED',
        code,
        `the vendor asked to slow down (429)${said}; raise the source's syncInterval`,
        retryAfterMs(response.headers),
      );
    default:
      return new SourceFailure(
        'BAD_RESPONSE',
        code,
        `the vendor answered with status ${response.status}${said}`,
        retryAfterMs(response.headers),
      );
  }
}

function connector(options: HttpOptions): buildConnector.connector {
  const { ca, fingerprint256, insecure } = options.tls;
  const connect = buildConnector({
    timeout: options.timeoutMs,
    ...(ca === undefined ? {} : { ca }),
    rejectUnauthorized: !(insecure === true || fingerprint256 !== undefined),
  });
  if (fingerprint256 === undefined) return connect;
  const pinned = normalizeFingerprint(fingerprint256);
  return (target, callback) =>
    connect(target, (error, socket) => {
      if (error !== null || socket === null) return callback(error ?? new Error('no socket'), null);
      const seen =
        'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate().fingerprint256 : undefined;
      if (seen !== undefined && normalizeFingerprint(seen) === pinned) return callback(null, socket);
      socket.destroy();
      callback(Object.assign(new Error('pinned certificate differs'), { code: 'ERR_TLS_PIN' }), null);
    });
}

async function readBody(body: Dispatcher.ResponseData['body'], encoding: string, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await decoded(body, encoding.trim().toLowerCase())) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) {
      throw new SourceFailure(
        'BAD_RESPONSE',
        'BODY_TOO_LARGE',
        `the answer is larger than ${maxBytes} bytes and was not read`,
      );
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body behind its content coding. `deflate` is zlib by the standard and raw deflate in the wild: its first byte tells. */
async function decoded(body: Dispatcher.ResponseData['body'], encoding: string): Promise<AsyncIterable<unknown>> {
  switch (encoding) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return pipeInto(body, createGunzip());
    case 'br':
      return pipeInto(body, createBrotliDecompress());
    case 'deflate': {
      const iterator = body[Symbol.asyncIterator]();
      const first = await iterator.next();
      if (first.done) return empty();
      const isZlib = ((first.value as Buffer)[0] ?? 0) % 16 === 8;
      const inflate = isZlib ? createInflate() : createInflateRaw();
      inflate.write(first.value);
      return pipeInto({ [Symbol.asyncIterator]: () => iterator } as AsyncIterable<Buffer>, inflate);
    }
    default:
      throw new SourceFailure(
        'BAD_RESPONSE',
        'UNKNOWN_ENCODING',
        `the answer is encoded as "${encoding.slice(0, 40)}", which was not asked for`,
      );
  }
}

function pipeInto(
  from: AsyncIterable<unknown>,
  through: NodeJS.ReadWriteStream & { destroy(error?: Error): unknown },
): AsyncIterable<unknown> {
  void (async () => {
    try {
      for await (const chunk of from) through.write(chunk as Buffer);
      through.end();
    } catch (error) {
      through.destroy(error as Error);
    }
  })();
  return through as unknown as AsyncIterable<unknown>;
}

async function* empty(): AsyncIterable<unknown> {}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

async function asFailure(error: unknown, base: URL, tls: SourceTls): Promise<unknown> {
  if (error instanceof SourceFailure) return error;
  const code = errorCode(error);
  if (code === 'ERR_TLS_PIN' || CERTIFICATE_ERRORS.test(code)) return untrusted(code, base, tls);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new SourceFailure(
      'UNREACHABLE',
      'DNS_FAILED',
      `the host name ${base.hostname} cannot be resolved (${code}); check the source's url`,
    );
  }
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return new SourceFailure(
      'UNREACHABLE',
      code,
      `nothing answers at ${base.host} (${code}); check the source's url and that the server runs`,
    );
  }
  if (error instanceof errors.ConnectTimeoutError || code === 'ETIMEDOUT') {
    return new SourceFailure('TIMEOUT', 'TIMEOUT', `no connection to ${base.host} in time`);
  }
  if (/^(Z_|ERR_PADDING|ERR__ERROR)/.test(code)) {
    return new SourceFailure('BAD_RESPONSE', 'BAD_ENCODING', 'the compressed answer is damaged');
  }
  if (/^(UND_ERR_SOCKET|ECONNRESET|EPIPE|UND_ERR_CLOSED|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/.test(code)) {
    return new SourceFailure(
      'UNREACHABLE',
      'CONNECTION_LOST',
      `the connection to ${base.host} broke before the answer was complete`,
    );
  }
  if (/^(EPROTO|ERR_SSL)/.test(code)) {
    return new SourceFailure(
      'TLS_UNTRUSTED',
      code,
      `no TLS connection to ${base.host} could be agreed on; is the url's scheme right?`,
    );
  }
  if (/^HPE_|UND_ERR_/.test(code)) {
    return new SourceFailure(
      'BAD_RESPONSE',
      code,
      `what answers at ${base.host} does not speak HTTP as expected; is the url's scheme right?`,
    );
  }
  return error;
}

async function untrusted(code: string, base: URL, tls: SourceTls): Promise<SourceFailure> {
  const seen = await presentedFingerprint(base);
  const shows = seen === null ? '' : ` It presents the certificate with SHA-256 ${seen}.`;
  if (tls.fingerprint256 !== undefined) {
    return new SourceFailure(
      'TLS_UNTRUSTED',
      'FINGERPRINT_MISMATCH',
      `the certificate of ${base.host} is not the pinned one.${shows} Update tls.fingerprint256 only if the change was expected.`,
    );
  }
  return new SourceFailure(
    'TLS_UNTRUSTED',
    code,
    `the certificate of ${base.host} is not trusted (${code}).${shows} Set tls.ca to the authority's PEM file, or tls.fingerprint256 to that value after checking it.`,
  );
}

/** The certificate the server shows, read with a bare handshake that sends nothing. */
function presentedFingerprint(base: URL): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = tlsConnect({
      host: base.hostname,
      port: Number(base.port || 443),
      servername: base.hostname,
      rejectUnauthorized: false,
      timeout: 3_000,
    });
    const done = (value: string | null) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('secureConnect', () => done(socket.getPeerCertificate().fingerprint256 ?? null));
    socket.once('timeout', () => done(null));
    socket.once('error', () => done(null));
  });
}

function errorCode(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
  }
  return '';
}

function normalizeFingerprint(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}
