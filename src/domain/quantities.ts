/** Exact numbers some of which may not be known. */

/** Null as soon as one of them is not known. */
export function sumOrNull(values: readonly (bigint | null)[]): bigint | null {
  let sum = 0n;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
