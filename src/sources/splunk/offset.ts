/** The license manager's own clock, as its feeds tell it. */

/** The offset a feed's `updated` was written with, as `±hh:mm`; null when it has none. */
export function offsetOf(updated: string | null): string | null {
  const match = /(?:(Z)|([+-]\d{2}):?(\d{2}))\s*$/i.exec(updated ?? '');
  if (match === null) return null;
  return match[1] === undefined ? `${match[2]}:${match[3]}` : '+00:00';
}

/** Up to here a difference is the time that an answer takes, and of no consequence. */
const NO_SKEW_MS = 60_000;
/** From here on it is no clock that runs wrong, but a time of another kind. */
const NO_CLOCK_MS = 12 * 3_600_000;

/** How far the manager's clock is ahead of `now` when it answered with this `updated`; 0 where that does not tell. */
export function skewOf(updated: string | null, now: Date): number {
  if (offsetOf(updated) === null) return 0;
  const skew = Date.parse(updated ?? '') - now.getTime();
  const size = Math.abs(skew);
  return size > NO_SKEW_MS && size < NO_CLOCK_MS ? Math.round(skew / 1000) * 1000 : 0;
}
