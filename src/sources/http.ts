/**
 * The one way to an upstream: a few calls at once, each within its time limit, GET alone retried, a breaker for a vendor
 * that is unwell, failures with a type; see the files that begin with http, and breaker.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from 'undici';
import { SourceFailure } from '../domain/failure.js';
import { silentTelemetry, type Telemetry } from '../domain/ports.js';
import { createBreaker, type Outcome } from './breaker.js';
import type { HttpClient, HttpOptions, HttpRequest } from './http-request.js';
import type { HttpResponse } from './http-response.js';
import { createRetries, fullJitter } from './http-retries.js';
import { createSlots } from './http-slots.js';
import { connectorFor } from './http-tls.js';
import { closed, tryOnce } from './http-try.js';
import type { SourceDeps, SourceOptions } from './source.js';

export { failureOfStatus, redacted, retryAfterMs, safeHint } from './http-failures.js';
export type { HttpClient, HttpOptions, HttpRequest } from './http-request.js';

const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;
const DEFAULT_RETRIES = 2;
const DEFAULT_INTERVAL_MS = 60_000;
const LONGEST_HONORED_WAIT_MS = 5_000;
/** Calls, and connections, of one source at once: one read asks for five things side by side at most. */
export const MOST_AT_ONCE = 8;

/** The client of a source's server, as its options say. */
export function upstreamOf(
  options: SourceOptions,
  { logger, telemetry, http = createHttpClient }: SourceDeps,
): HttpClient {
  const { name, url, tls, timeoutMs, syncIntervalMs } = options;
  return http({ source: name, url, tls, timeoutMs, syncIntervalMs, logger, telemetry });
}

export function createHttpClient(options: HttpOptions): HttpClient {
  const { source = '-', url, tls, timeoutMs, telemetry = silentTelemetry, logger } = options;
  const closing = new AbortController();
  const agent = new Agent({
    connect: connectorFor(tls, timeoutMs),
    connections: MOST_AT_ONCE,
    pipelining: 1,
    // Our own limit covers the whole try; undici's two would cut it short of a longer `timeout`.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const upstream = { agent, base: new URL(url), tls, timeoutMs, maxBytes, closing: closing.signal };
  const slots = createSlots(MOST_AT_ONCE);
  const longestWaitMs = options.syncIntervalMs ?? DEFAULT_INTERVAL_MS;
  const breaker = createBreaker({ source, longestWaitMs, telemetry: untilClosed(telemetry, closing.signal), logger });
  const retries = createRetries({
    most: options.retries ?? DEFAULT_RETRIES,
    backoffMs: options.backoffMs ?? fullJitter,
    longestWaitMs: Math.min(LONGEST_HONORED_WAIT_MS, timeoutMs),
  });

  async function request(req: HttpRequest): Promise<HttpResponse> {
    const mayRetry = (req.method ?? 'GET') === 'GET' && (req.retry ?? true);
    retries.begin();
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(req);
      const delay = mayRetry && breaker.refusal() === null ? retries.delayAfter(outcome, attempt) : null;
      if (delay !== null) await wait(delay, req.signal);
      else if (outcome instanceof SourceFailure) throw outcome;
      else return outcome;
    }
  }

  async function send(req: HttpRequest): Promise<Outcome> {
    const signals = req.signal === undefined ? [closing.signal] : [closing.signal, req.signal];
    // Before the queue: where a vendor hangs, those who hang with it hold the places.
    const refusal = breaker.refusal();
    if (refusal !== null) return refusal;
    await orClosed(slots.take(signals), req.signal);
    try {
      const measured = { kind: 'upstream', source, method: req.method ?? 'GET' } as const;
      return await breaker.run(() => telemetry.measure(measured, () => tryOnce(upstream, req), outcomeName));
    } finally {
      slots.give();
    }
  }

  async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const either = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
    await orClosed(sleep(ms, undefined, { signal: either }), signal);
  }

  async function close(): Promise<void> {
    closing.abort();
    await agent.destroy();
  }

  return { request, probe: breaker.probe, close };
}

/** Once it is closed another client may stand for the source: what becomes of its breaker says nothing any more. */
function untilClosed(telemetry: Telemetry, closing: AbortSignal): Pick<Telemetry, 'breaker'> {
  return {
    breaker(source, state) {
      if (!closing.aborted) telemetry.breaker(source, state);
    },
  };
}

/** What waits ends early only when the caller aborts, or else the client is closed. */
async function orClosed(waiting: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  try {
    await waiting;
  } catch {
    signal?.throwIfAborted();
    throw closed();
  }
}

/** The class of an answer's status, or the failure's code. */
function outcomeName(outcome: Outcome): string {
  return outcome instanceof SourceFailure ? outcome.code : `${Math.floor(outcome.status / 100)}xx`;
}
