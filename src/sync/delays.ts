/** How long a source is left alone after it was read, well or badly. */
import type { FailureStatus, SourceFailure } from '../domain/failure.js';

/** Share of the interval by which runs are spread, so that many sources do not ask in step. */
const JITTER = 0.1;
/** Failures that may be over in a moment. */
const PASSING: ReadonlySet<FailureStatus> = new Set(['UNREACHABLE', 'TIMEOUT', 'BAD_RESPONSE']);
/** The wait after the first such failure; it doubles up to the interval. */
const FIRST_RETRY_MS = 10_000;

/**
 * Told how each read ended (null: well), it answers the milliseconds to the next. A source that does not answer is asked again
 * soon, then ever more slowly; one that refuses us keeps its interval.
 */
export function createDelays(
  { syncIntervalMs }: { readonly syncIntervalMs: number },
  random: () => number,
): (failure: SourceFailure | null) => number {
  let failures = 0;
  return (failure) => {
    failures = failure === null ? 0 : failures + 1;
    const passing = failure !== null && PASSING.has(failure.status);
    const base = passing ? FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20) : syncIntervalMs;
    const spread = Math.min(base, syncIntervalMs) * (1 - JITTER + 2 * JITTER * random());
    return Math.max(spread, failure?.retryAfterMs ?? 0);
  };
}
