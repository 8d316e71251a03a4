/** Small rules about quotas and names that several kinds of rows share. */
import { isAbsurdQuota } from './wire.js';

/** A quota as a number of bytes; null when it is absurd, which means unlimited (see `isUnlimitedQuota`). */
export function saneQuota(bytes: bigint | null): bigint | null {
  return bytes === null || isAbsurdQuota(bytes) ? null : bytes;
}

/** Unlimited by the server's flag or by an absurd figure. */
export function isUnlimitedQuota(flag: boolean | null, bytes: bigint | null): boolean {
  return flag === true || (bytes !== null && isAbsurdQuota(bytes));
}

/** Names of groups and stacks differ in case between servers and manual. */
export function fold(name: string): string {
  return name.toLowerCase();
}
