/** When an event that was not taken is sent again: over three days, ever more seldom. Pure. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Before the second try, the third and so on; as Standard Webhooks advise. */
const WAITS_MS: readonly number[] = [
  5_000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR_MS),
];
/** Those that were refused together come back spread over this share of the wait. */
const JITTER = 0.1;
/** Whoever asks for a longer wait is asked again before that. */
const LONGEST_ASKED_MS = 24 * HOUR_MS;

/** How often an event is tried in all. */
export const MOST_TRIES = WAITS_MS.length + 1;

/** How long to wait after so many tries, in milliseconds; null: no more are made. `chance` is at least 0 and below 1. */
export function waitAfter(tries: number, askedMs: number | null, chance: number): number | null {
  const wait = WAITS_MS[tries - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (1 + JITTER * chance), Math.min(askedMs ?? 0, LONGEST_ASKED_MS));
}

/** How long a channel is left alone that took none of its last `failures` events, so that not all that wait are tried at once. */
export function pauseAfter(failures: number, askedMs: number | null): number {
  const own = failures < 2 ? 0 : Math.min(5_000 * 2 ** (failures - 2), 5 * MINUTE_MS);
  return Math.max(own, Math.min(askedMs ?? 0, LONGEST_ASKED_MS));
}
