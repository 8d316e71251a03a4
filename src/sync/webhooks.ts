/** Webhooks of the sources: verified by their vendor's module, taken once each, and turned into reads. */
import type { WebhookReader, WebhookRefusal, WebhookRequest } from '../sources/source.js';
import { createRefreshes, type RefreshesDeps } from './refreshes.js';
import { replaced } from './replaced.js';

export interface Webhooks {
  /** Whether there is a source of this name that takes webhooks. */
  takes(source: string): boolean;
  /** Verifies a webhook; what it asks for is done after this. Throws for a source that takes none. */
  receive(source: string, request: WebhookRequest): { readonly kind: 'taken' } | WebhookRefusal;
  /** Takes the webhooks of these from now on; what is the same object as before goes on. */
  replace(sources: readonly WebhookSource[]): Promise<void>;
  /** Forgets what is not begun, and waits for what is. */
  stop(): Promise<void>;
}

export interface WebhookSource {
  readonly name: string;
  readonly syncIntervalMs: number;
  readonly read: WebhookReader;
}

export type WebhooksDeps = Omit<RefreshesDeps, 'source' | 'failed'>;

/** Events are known again for so long, and so many of them: a vendor sends one again for some hours at most. */
const KNOWN_FOR_MS = 24 * 60 * 60_000;
const MOST_KNOWN = 10_000;

export function createWebhooks(deps: WebhooksDeps, sources: readonly WebhookSource[]): Webhooks {
  const create = (source: WebhookSource) => createReceiver(deps, source);
  let receivers = new Map(sources.map((source) => [source.name, create(source)]));
  return {
    takes: (source) => receivers.has(source),
    receive(source, request) {
      const receiver = receivers.get(source);
      if (receiver === undefined) throw new Error(`the source "${source}" takes no webhooks`);
      return receiver.receive(request);
    },
    async replace(next) {
      const { after, gone } = replaced(receivers, next, create);
      receivers = after;
      await Promise.all(gone.map((receiver) => receiver.refreshes.stop()));
    },
    async stop() {
      await Promise.all([...receivers.values()].map((receiver) => receiver.refreshes.stop()));
    },
  };
}

function createReceiver(deps: WebhooksDeps, source: WebhookSource) {
  const { clock, logger } = deps;
  const known = createKnownTokens();
  const refreshes = createRefreshes({ ...deps, source, failed: known.forget });

  function receive(request: WebhookRequest): { readonly kind: 'taken' } | WebhookRefusal {
    const now = clock.now();
    const result = source.read(request, now);
    if (result.kind === 'refusal') {
      logger.warn({ source: source.name, code: result.code }, `a webhook was refused: ${result.message}`);
      return result;
    }
    const { token, event, refresh } = result;
    const isNew = refresh !== null && known.isNew(token, now);
    logger.debug({ source: source.name, event, isNew }, 'a webhook was taken');
    if (isNew) refreshes.ask(token, refresh);
    return { kind: 'taken' };
  }

  return { source, receive, refreshes };
}

function createKnownTokens() {
  /** Until when each is known; the oldest comes first. */
  const until = new Map<string, number>();
  return {
    /** Whether it was not known so far; from now on it is. */
    isNew(token: string, now: Date): boolean {
      for (const [oldest, end] of until) {
        if (end > now.getTime()) break;
        until.delete(oldest);
      }
      if (until.has(token)) return false;
      const [oldest] = until.keys();
      if (until.size >= MOST_KNOWN && oldest !== undefined) until.delete(oldest);
      until.set(token, now.getTime() + KNOWN_FOR_MS);
      return true;
    },
    forget(tokens: Iterable<string>): void {
      for (const token of tokens) until.delete(token);
    },
  };
}
