/** The two scalars that JSON has as texts. The generated types say which texts; these make of them what one calculates with. */

/** A whole number of any size, such as `"10737418240"`: more than a JavaScript number holds exactly. */
export type BigIntText = `${bigint}`;

/** An instant, such as `"2026-01-31T09:30:00.000Z"`. */
export type DateTimeText = `${string}Z`;

const PER_CENT = 100n;

/** Exact, whatever the size: `"81 %"`; null where there is no limit to hold the use against. */
export function share(used: BigIntText | null, limit: BigIntText | null): string | null {
  if (used === null || limit === null || BigInt(limit) === 0n) return null;
  return `${(BigInt(used) * PER_CENT) / BigInt(limit)} %`;
}

export function day(at: DateTimeText | null): string {
  return at === null ? 'never' : new Date(at).toISOString().slice(0, 10);
}
