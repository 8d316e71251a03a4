/** Follows a collection by a change stream, through whatever happens to the stream. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeStream } from 'mongodb';
import { fromStored } from '../codec.js';
import { isAway, reasonOf } from './failures.js';
import { type End, poll, type Watching } from './poll.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** Streams that end one after the other, for other reasons than that the database is away, before it is polled instead. */
const MOST_FAILURES = 5;

/**
 * The driver resumes a stream that breaks without a gap where it can. Where it cannot, because the database was away for too
 * long or has forgotten that much, a new one is opened and the watcher told that it may have missed some. Resolves when the
 * first stream is open, or has failed: it is gone on trying then, and what happens until it succeeds is missed, and told so.
 */
export async function follow(watching: Watching): Promise<End> {
  const { collection, watcher, logger } = watching;
  const ending = new AbortController();
  let stream: ChangeStream | null = null;
  let polling: End | null = null;
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  /** Tells of changes for as long as the stream lasts; rejects with what it ended of. */
  async function readOne(opened: () => void): Promise<void> {
    stream = collection.watch([], { fullDocument: 'updateLookup' });
    // With the server's first answer; the driver does not tell more directly that a stream is open.
    stream.once('resumeTokenChanged', opened);
    await new Promise<void>((_, reject) => {
      stream?.on('change', (change) => {
        if (ending.signal.aborted) return;
        if ('fullDocument' in change && change.fullDocument != null) watcher.changed(fromStored(change.fullDocument));
        // The collection was dropped, renamed or made anew: the stream is over.
        if (change.operationType === 'invalidate') reject(new Error('the collection was dropped'));
      });
      // Every one is listened to: an error event that nobody takes would end the process.
      stream?.on('error', reject);
      stream?.once('close', () => reject(new Error('the stream was closed')));
    });
  }

  async function run(): Promise<void> {
    let failures = 0;
    let pause = FIRST_PAUSE_MS;
    let isGap = false;
    let openedAt = 0;
    while (!ending.signal.aborted) {
      try {
        await readOne(() => {
          openedAt = performance.now();
          if (isGap) watcher.missed();
          settle();
        });
      } catch (error) {
        await stream?.close().catch(() => {});
        if (ending.signal.aborted) return;
        isGap = true;
        if (openedAt > 0 && performance.now() - openedAt > LONGEST_PAUSE_MS) {
          failures = 0;
          pause = FIRST_PAUSE_MS;
        }
        failures += isAway(error) ? 0 : 1;
        settle();
        if (failures >= MOST_FAILURES) return startPolling(error);
        await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      }
    }
  }

  async function startPolling(error: unknown): Promise<void> {
    logger.warn(
      { collection: collection.collectionName, reason: reasonOf(error) },
      'MongoDB gives no change stream: changes are looked for every second instead',
    );
    for (let pause = FIRST_PAUSE_MS; !ending.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        polling = await poll(watching);
        watcher.missed();
        return;
      } catch {
        await sleep(pause, undefined, { signal: ending.signal }).catch(() => {});
      }
    }
  }

  const running = run();
  await settled;
  return async () => {
    ending.abort();
    await stream?.close().catch(() => {});
    await running;
    await polling?.();
  };
}
