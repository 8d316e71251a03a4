/** Chance that comes out the same each time: the made-up past of one day is always the same. Pure. */

/** A number from 0 up to 1 for this text: FNV-1a, then the last steps of MurmurHash3, which spread it evenly. */
export function chance(...about: readonly (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const char of about.join(' ')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
