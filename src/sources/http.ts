/** The one way to an upstream: time limit, retry of GET only, typed failures; see http-body, http-tls and http-failures. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { SourceFailure } from '../domain/failure.js';
import { readBody } from './http-body.js';
import { failureOfError, retryAfterMs } from './http-failures.js';
import type { HttpResponse } from './http-response.js';
import { connectorFor } from './http-tls.js';
import type { SourceTls } from './source.js';

export { failureOfStatus, redacted, retryAfterMs, safeHint } from './http-failures.js';

export interface HttpOptions {
  /** Base URL; a request's path is appended to its path. */
  readonly url: string;
  readonly tls: SourceTls;
  /** The longest that one try may take, connection and body included. */
  readonly timeoutMs: number;
  /** Largest body, after decompression, in bytes. Default 32 MiB. */
  readonly maxBytes?: number;
  /** How often a GET is tried again after a lost connection, 429, 502, 503 or 504. Default 2. */
  readonly retries?: number;
  /** The wait before try n + 1 (1, 2 …) in ms; injected so that tests need not wait. */
  readonly backoffMs?: (attempt: number) => number;
}

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Starts with `/`; every variable segment already passed through encodeURIComponent. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False: a GET, too, is sent only once. */
  readonly retry?: boolean;
  readonly signal?: AbortSignal;
}

export interface HttpClient {
  /**
   * Any answered status is returned, redirects (never followed: they would carry the credentials elsewhere) included;
   * what cannot be answered is thrown as SourceFailure. When `signal` aborts, its reason is thrown.
   */
  request(request: HttpRequest): Promise<HttpResponse>;
  /** Ends what is under way and waiting; it and every later request fail with the code CLOSED. */
  close(): Promise<void>;
}

const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;
const DEFAULT_RETRIES = 2;
const RETRIED_STATUSES = new Set([429, 502, 503, 504]);
const RETRIED_CODES = new Set(['CONNECTION_LOST', 'TRUNCATED']);
const LONGEST_HONORED_WAIT_MS = 5_000;
/** Node fires a timer that is longer than this at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export function createHttpClient(options: HttpOptions): HttpClient {
  const base = new URL(options.url);
  const basePath = base.pathname.replace(/\/$/, '');
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const retries = options.retries ?? DEFAULT_RETRIES;
  const backoffMs = options.backoffMs ?? ((attempt) => 2 ** attempt * 100 * (0.5 + Math.random()));
  const closing = new AbortController();
  const agent = new Agent({
    connect: connectorFor(options.tls, options.timeoutMs),
    connections: 8,
    pipelining: 1,
    // Our own limit covers the whole try; undici's two would cut it short of a longer `timeout`.
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function request(req: HttpRequest): Promise<HttpResponse> {
    for (let attempt = 1; ; attempt++) {
      const mayRetry = (req.method ?? 'GET') === 'GET' && (req.retry ?? true) && attempt <= retries;
      const outcome = await once(req);
      if (outcome instanceof SourceFailure) {
        if (!mayRetry || !RETRIED_CODES.has(outcome.code)) throw outcome;
        await wait(backoffMs(attempt), req.signal);
        continue;
      }
      if (!mayRetry || !RETRIED_STATUSES.has(outcome.status)) return outcome;
      const asked = retryAfterMs(outcome.headers);
      if (asked !== null && asked > LONGEST_HONORED_WAIT_MS) return outcome;
      await wait(asked ?? backoffMs(attempt), req.signal);
    }
  }

  async function once(req: HttpRequest): Promise<HttpResponse | SourceFailure> {
    const search = new URLSearchParams(req.query).toString();
    const limit = timeLimit(options.timeoutMs, [closing.signal, req.signal]);
    let answered = false;
    try {
      const response = await agent.request({
        origin: base.origin,
        path: basePath + req.path + (search === '' ? '' : `?${search}`),
        method: req.method ?? 'GET',
        headers: { 'accept-encoding': 'gzip, deflate', 'user-agent': 'license-gateway', ...req.headers },
        body: req.body ?? null,
        signal: limit.signal,
      });
      answered = true;
      const headers = flatten(response.headers);
      return {
        status: response.statusCode,
        headers,
        contentType: (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '',
        body: await readBody(response.body, headers['content-encoding'] ?? '', maxBytes, limit.signal),
      };
    } catch (error) {
      req.signal?.throwIfAborted();
      if (closing.signal.aborted) return closed();
      if (limit.expired()) return timedOut(options.timeoutMs);
      const failure = await failureOfError(error, { base, tls: options.tls, timeoutMs: options.timeoutMs, answered });
      if (failure === null) throw error;
      return failure;
    } finally {
      limit.clear();
    }
  }

  async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const either = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
    try {
      await sleep(ms, undefined, { signal: either });
    } catch {
      signal?.throwIfAborted();
      throw closed();
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await agent.destroy();
  }

  return { request, close };
}

/** A signal that aborts with the first of `parents` or after `ms`; `clear` lets go of both. */
function timeLimit(ms: number, parents: readonly (AbortSignal | undefined)[]) {
  const controller = new AbortController();
  let expired = false;
  const abort = () => controller.abort();
  const timer = setTimeout(
    () => {
      expired = true;
      abort();
    },
    Math.min(ms, MAX_TIMER_MS),
  );
  for (const parent of parents) {
    if (parent?.aborted) abort();
    else parent?.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    expired: () => expired,
    clear() {
      clearTimeout(timer);
      for (const parent of parents) parent?.removeEventListener('abort', abort);
    },
  };
}

function timedOut(ms: number): SourceFailure {
  return new SourceFailure(
    'TIMEOUT',
    'TIMEOUT',
    `no complete answer within ${ms} ms; raise the source's timeout if it is known to be slow`,
  );
}

function closed(): SourceFailure {
  return new SourceFailure('UNREACHABLE', 'CLOSED', 'the gateway closed its connection to this source');
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
