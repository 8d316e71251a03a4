/** Which calls are sent again, after how long, and how many of them: a vendor that is unwell is not asked threefold. */
import { SourceFailure } from '../domain/failure.js';
import type { Outcome } from './breaker.js';
import { retryAfterMs } from './http-failures.js';

export interface RetriesOptions {
  /** How often one call is tried again at most. */
  readonly most: number;
  /** The wait before try n + 1 (1, 2 …) in ms. */
  readonly backoffMs: (attempt: number) => number;
  /** The longest that a vendor's Retry-After is waited for within a call; a longer one is for the caller to heed. */
  readonly longestWaitMs: number;
}

export interface Retries {
  /** A call begins, which earns the source its share of a retry. */
  begin(): void;
  /** How long to wait after `outcome` of try n; null: it stands, for what it is or because the source has had enough retries. */
  delayAfter(outcome: Outcome, attempt: number): number | null;
}

const RETRIED_STATUSES = new Set([429, 502, 503, 504]);
const RETRIED_CODES = new Set(['CONNECTION_LOST', 'TRUNCATED']);
/** Retries in the long run, by calls. */
const SHARE = 0.2;
/** Retries that a source which needed none for a while may have at once. */
const SAVED_AT_MOST = 10;

export function createRetries({ most, backoffMs, longestWaitMs }: RetriesOptions): Retries {
  let saved = SAVED_AT_MOST;
  return {
    begin() {
      saved = Math.min(SAVED_AT_MOST, saved + SHARE);
    },
    delayAfter(outcome, attempt) {
      if (attempt > most || !isRetried(outcome) || saved < 1) return null;
      const asked = outcome instanceof SourceFailure ? null : retryAfterMs(outcome.headers);
      if (asked !== null && asked > longestWaitMs) return null;
      saved--;
      // On top: who was told the same moment does not come back together either, and a moment that has passed is none.
      return (asked ?? 0) + backoffMs(attempt);
    },
  };
}

/** Full jitter: those who failed together do not come back together. */
export function fullJitter(attempt: number): number {
  return Math.random() * 200 * 2 ** attempt;
}

function isRetried(outcome: Outcome): boolean {
  return outcome instanceof SourceFailure ? RETRIED_CODES.has(outcome.code) : RETRIED_STATUSES.has(outcome.status);
}
