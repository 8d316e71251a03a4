/** Subscriptions that run, over whatever they are told: how many, and until when their keys hold. */
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { OnReload } from '../auth/authenticate.js';
import type { Viewer } from '../auth/viewer.js';
import { groupBy } from '../domain/lists.js';
import type { Holder } from './holder.js';
import { refused } from './operation-errors.js';
import type { TrafficLimits } from './options.js';
import { createPlaces, type Places } from './places.js';
import type { Refusal } from './refusal.js';

export interface Stream {
  readonly viewer: Viewer;
  /** Who holds its key now. The same function for those that share a key: it is asked once for all of them. */
  readonly holder: () => Promise<Holder>;
  /** Ends it, and says why. */
  readonly fail: (error: Error) => void;
}

export interface Streams {
  /** Of each caller: WebSockets, and streams of server-sent events. */
  readonly sockets: Places;
  /** Of each caller: operations that run over them. */
  readonly operations: Places;
  /** Ends the stream once its key is nobody's or gives other rights. Answers how to leave. */
  add(stream: Stream): () => void;
  close(): void;
}

export interface StreamsDeps {
  readonly limits: Pick<TrafficLimits, 'sockets' | 'subscriptions'>;
  readonly onReload?: OnReload | undefined;
  /** How often keys are looked at. */
  readonly everyMs: number;
  readonly logger: Logger;
}

export function createStreams({ limits, onReload, everyMs, logger }: StreamsDeps): Streams {
  const running = new Set<Stream>();
  const timer = setInterval(recheckAll, everyMs);
  timer.unref();
  const forget = onReload?.(recheckAll);

  function recheckAll(): void {
    // Those of one WebSocket have its key: to look at a token takes a signature.
    for (const [holder, own] of groupBy([...running], (stream) => stream.holder)) check(holder, own);
  }

  function check(holder: Stream['holder'], streams: readonly Stream[]): void {
    recheck(holder, streams).catch((error) =>
      logger.error({ err: error }, 'the key of a subscription could not be checked'),
    );
  }

  return {
    sockets: createPlaces(limits.sockets),
    operations: createPlaces(limits.subscriptions),
    add(stream) {
      running.add(stream);
      // It may have been taken back since it was looked at.
      check(stream.holder, [stream]);
      return () => running.delete(stream);
    },
    close() {
      clearInterval(timer);
      forget?.();
    },
  };
}

async function recheck(holder: Stream['holder'], streams: readonly Stream[]): Promise<void> {
  const now = await holder();
  for (const { viewer, fail } of streams) {
    if (now === null) fail(refused(REVOKED));
    else if (now !== 'UNKNOWN' && !isDeepStrictEqual(now, viewer)) fail(refused(CHANGED));
  }
}

export const REVOKED: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'this API key is not valid any more',
};

const CHANGED: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message: 'what this key may see or do has changed; subscribe again',
};

/** Of operations over WebSockets and of streams. */
export const TOO_MANY_OPERATIONS: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'too many operations of this key are running over WebSockets or as server-sent events; let one finish first',
  retryAfterSeconds: 5,
};
