/** One try to hand an event to a channel: signed as Standard Webhooks have it, never redirected, over within its time. */
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import type { Clock } from '../domain/ports.js';
import { retryAfterMs } from '../sources/http.js';
import type { ChannelOptions } from './options.js';

export interface SentEvent {
  /** The same at every try. */
  readonly id: string;
  readonly body: string;
}

/** In words that hold nothing of the channel's address, its headers or its answer's body. */
export type Sending =
  | { readonly taken: true }
  | {
      readonly taken: false;
      /** `REFUSED`: it answered something else than 2xx. `GONE`: it wants nothing any more. `UNREACHABLE`: it did not answer. */
      readonly reason: 'REFUSED' | 'GONE' | 'UNREACHABLE';
      readonly message: string;
      /** How long it asks to be left alone. */
      readonly retryAfterMs: number | null;
    };

export interface Sender {
  /** Never rejects. When `signal` aborts, whether it was taken is not known: it counts as not taken. */
  send(channel: ChannelOptions, event: SentEvent, signal: AbortSignal): Promise<Sending>;
  close(): Promise<void>;
}

/** An answer is read no further, since nothing in it counts. */
const MOST_READ_BYTES = 64 * 1024;

export function createSender({ clock }: { readonly clock: Clock }): Sender {
  // Nothing follows redirects unless it is told to.
  const dispatcher = new Agent({ connections: 2, keepAliveTimeout: 10_000 });
  return {
    async send(channel, { id, body }, signal) {
      const late = AbortSignal.timeout(channel.timeoutMs);
      try {
        const response = await request(channel.url, {
          method: 'POST',
          dispatcher,
          headers: { ...channel.headers, ...signedHeaders(channel, id, body, clock.now()) },
          body,
          signal: AbortSignal.any([signal, late]),
        });
        await response.body.dump({ limit: MOST_READ_BYTES }).catch(() => {});
        return outcomeOf(response.statusCode, response.headers, clock.now());
      } catch (error) {
        if (signal.aborted) return unreachable('it was broken off before it was answered');
        return unreachable(late.aborted ? `no answer within ${channel.timeoutMs} ms` : connectionText(error));
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function signedHeaders({ secret }: ChannelOptions, id: string, body: string, at: Date): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'license-gateway',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
}

function outcomeOf(status: number, headers: Record<string, string | string[] | undefined>, now: Date): Sending {
  if (status >= 200 && status < 300) return { taken: true };
  const given = headers['retry-after'];
  const asked = retryAfterMs(typeof given === 'string' ? { 'retry-after': given } : {}, now.getTime());
  const redirected = status >= 300 && status < 400 ? ', a redirect, which is not followed' : '';
  return {
    taken: false,
    reason: status === 410 ? 'GONE' : 'REFUSED',
    message: `it answered with status ${status}${redirected}`,
    retryAfterMs: asked,
  };
}

function unreachable(message: string): Sending {
  return { taken: false, reason: 'UNREACHABLE', message, retryAfterMs: null };
}

/** By the code alone: messages of errors name hosts and addresses. */
function connectionText(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = [error, cause]
    .map((each) => (each as { code?: unknown } | null)?.code)
    .find((each) => typeof each === 'string');
  return `no connection, or it broke off (${code ?? 'unknown'})`;
}
