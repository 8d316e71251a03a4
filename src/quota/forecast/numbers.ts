/** The values that forecasts are made of, between exact counts and the doubles of statistics. Pure. */

/** One daily value. */
export interface Value {
  /** When, in days from the start of today. */
  readonly day: number;
  /** 0 (Sunday) to 6. */
  readonly weekday: number;
  readonly value: number;
}

/** Beyond it a double has no room for sums and products; nobody's use is that large. */
export const LARGEST = 1e100;

/** NaN for what is negative or too large to calculate with. */
export function numberOf(count: bigint): number {
  const number = Number(count);
  return number >= 0 && number <= LARGEST ? number : Number.NaN;
}

/** A projected count, rounded, `least` or more; null when it is beyond all reason. */
export function countOf(projected: number, least = 0n): bigint | null {
  if (!(projected <= LARGEST)) return null;
  const count = BigInt(Math.round(Math.max(projected, 0)));
  return count > least ? count : least;
}
