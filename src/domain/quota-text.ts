/** A quota as a person writes it: `MAX`, `500`, `50MB`. Pure. */

const QUOTA = /^(\d+)(KB|MB|GB)?$/;
const BYTES_OF = { KB: 1024n, MB: 1024n ** 2n, GB: 1024n ** 3n } as const;
/** Digits of 2^63: a longer number is too large, and is not worth reading. */
const MOST_DIGITS = 19;

/** What a quota must look like, to tell those who wrote another. */
export const QUOTA_FORM = 'write MAX, or digits with an optional KB, MB or GB (of 1024): 1 to 2^63 - 1 bytes';

/** 2^63 - 1: the largest quota, in bytes. */
export const LARGEST_QUOTA = 2n ** 63n - 1n;

/**
 * `MAX`, or decimal digits with an optional KB, MB or GB (of 1024, as Splunk counts): 1 to 2^63 - 1 bytes. Null for
 * anything else: lower case, blanks, signs and fractions are what a typing error looks like, and a quota is no place to guess.
 */
export function parseQuota(text: string): 'MAX' | bigint | null {
  if (text === 'MAX') return 'MAX';
  const [, written = '', unit] = QUOTA.exec(text) ?? [];
  const digits = written.replace(/^0+/, '');
  if (digits === '' || digits.length > MOST_DIGITS) return null;
  const bytes = BigInt(digits) * (unit === undefined ? 1n : BYTES_OF[unit as keyof typeof BYTES_OF]);
  return bytes >= 1n && bytes <= LARGEST_QUOTA ? bytes : null;
}
