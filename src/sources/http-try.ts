/** One try of one request: sent, answered and read whole within the time limit, or a typed failure. */
import type { Agent } from 'undici';
import { SourceFailure } from '../domain/failure.js';
import { readBody } from './http-body.js';
import { failureOfError } from './http-failures.js';
import type { HttpRequest } from './http-request.js';
import type { HttpResponse } from './http-response.js';
import type { SourceTls } from './http-tls.js';

export interface TryOptions {
  readonly agent: Agent;
  readonly base: URL;
  readonly tls: SourceTls;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Aborted when the client is closed. */
  readonly closing: AbortSignal;
}

/** Node fires a timer that is longer than this at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Throws the reason of the request's signal when that aborts, and what is no fault of the upstream or the network. */
export async function tryOnce(options: TryOptions, req: HttpRequest): Promise<HttpResponse | SourceFailure> {
  const { agent, base, tls, timeoutMs, maxBytes, closing } = options;
  const search = new URLSearchParams(req.query).toString();
  const limit = timeLimit(timeoutMs, [closing, req.signal]);
  let answered = false;
  try {
    const response = await agent.request({
      origin: base.origin,
      path: base.pathname.replace(/\/$/, '') + req.path + (search === '' ? '' : `?${search}`),
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
    if (closing.aborted) return closed();
    if (limit.expired()) return timedOut(timeoutMs);
    const failure = await failureOfError(error, { base, tls, timeoutMs, answered });
    if (failure === null) throw error;
    return failure;
  } finally {
    limit.clear();
  }
}

export function closed(): SourceFailure {
  return new SourceFailure('UNREACHABLE', 'CLOSED', 'the gateway closed its connection to this source');
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

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
