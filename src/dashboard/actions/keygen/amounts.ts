/** Numbers that are typed for a limit or a size. Pure. */

export const LARGEST_INT = 2n ** 31n - 1n;
export const LARGEST_BIGINT = 2n ** 63n - 1n;

const UNITS: Readonly<Record<string, bigint>> = { '': 1n, KB: 2n ** 10n, MB: 2n ** 20n, GB: 2n ** 30n, TB: 2n ** 40n };

/** Digits, in groups or not; of bytes with an optional KB, MB, GB or TB (of 1024). Null for anything else. */
export function readAmount(text: string, isBytes = false): bigint | null {
  const [, digits, unit] = /^([\d ,]*\d)\s*([KMGT]B)?$/i.exec(text.trim()) ?? [];
  if (digits === undefined || (unit !== undefined && !isBytes)) return null;
  return BigInt(digits.replace(/[ ,]/g, '')) * (UNITS[unit?.toUpperCase() ?? ''] ?? 1n);
}

/** Why this is no amount; null when it is one. */
export function problemOfAmount(text: string, largest: bigint, isBytes = false): string | null {
  const amount = readAmount(text, isBytes);
  if (amount === null) {
    return isBytes ? 'Digits, with KB, MB, GB or TB (of 1024) behind them if you like.' : 'A whole number, in digits.';
  }
  return amount > largest ? `At most ${largest.toLocaleString('en')}.` : null;
}
