/** Which attempts of those whose role is too small go on record: the first few of each minute, so that nobody fills the store with refusals. */
import type { Clock, Logger } from '../domain/ports.js';

export interface ForbiddenAttempts {
  /** Counts one; whether it goes on record. */
  isRecorded(actor: string): boolean;
  /** Logs how many did not, and begins anew. */
  tell(): void;
}

const WINDOW_MS = 60_000;
/** Of one actor, within that time. */
const MOST_RECORDED = 10;
/** More of them at once begin a new window, so that what is held is bounded. */
const MOST_ACTORS = 10_000;

export function createForbiddenAttempts({
  clock,
  logger,
}: {
  readonly clock: Clock;
  readonly logger: Logger;
}): ForbiddenAttempts {
  const counts = new Map<string, number>();
  let begunAt = Number.NEGATIVE_INFINITY;

  function tell(): void {
    for (const [actor, count] of counts) {
      const unrecorded = count - MOST_RECORDED;
      if (unrecorded > 0)
        logger.warn({ actor, unrecorded }, 'so many changes that take a greater role were not recorded');
    }
    counts.clear();
  }

  return {
    isRecorded(actor) {
      const now = clock.now().getTime();
      if (Math.abs(now - begunAt) >= WINDOW_MS || counts.size >= MOST_ACTORS) {
        tell();
        begunAt = now;
      }
      const count = (counts.get(actor) ?? 0) + 1;
      counts.set(actor, count);
      if (count === MOST_RECORDED + 1) {
        logger.warn(
          { actor },
          'changes that take a greater role are asked for again and again: no more are recorded within this minute',
        );
      }
      return count <= MOST_RECORDED;
    },
    tell,
  };
}
