/** The level a quota is at: entered as soon as its state reaches it, left only well below, so that it does not flap. Pure. */
import type { Quota, QuotaPolicy } from '../../domain/evaluated.js';

/** From mildest to gravest. */
export const quotaLevels = ['WARNING', 'CRITICAL', 'EXCEEDED'] as const;
export type QuotaLevel = (typeof quotaLevels)[number];
export type Thresholds = Pick<QuotaPolicy, 'warning' | 'critical'>;

/** Shares of a limit are compared as millionths, as for the state, so that 16 of 20 is exactly 0.8. */
const MILLION = 1_000_000n;
/** A level is left only when the use is more than this share of the limit below its threshold: 2 %. */
const MARGIN = 20_000n;

/** The level after this reading; `standing` is the one before, and stays while the use cannot be told. Null: none. */
export function levelOf(quota: Quota, standing: QuotaLevel | null, policy: Thresholds): QuotaLevel | null {
  const { state, limit, used } = quota;
  if (state === 'UNKNOWN') return standing;
  if (limit === null || used === null) return null;
  const reached = state === 'OK' || state === 'UNLIMITED' ? null : state;
  // One of one is how a license for one machine is used.
  if (limit === 1n && reached !== 'EXCEEDED') return null;
  if (standing === null || rankOf(reached) >= rankOf(standing)) return reached;
  return used >= heldFrom(standing, limit, policy) ? standing : reached;
}

/** The least use that still holds a level which was reached; it is left below that. */
export function heldFrom(level: QuotaLevel, limit: bigint, policy: Thresholds): bigint {
  // Of fewer than 50, one is more than 2 %: after 2 of 1 machines, 1 of 1 is in order at once.
  if (level === 'EXCEEDED' && limit * MARGIN < MILLION) return limit + 1n;
  const millionths = limit * (thresholdOf(level, policy) - MARGIN);
  // Where the margin is wider than the threshold, and of a limit of 0, a use of 1 is the last to hold it.
  return millionths > 0n ? (millionths + MILLION - 1n) / MILLION : 1n;
}

/** Where a level begins, in millionths of the limit. */
export function thresholdOf(level: QuotaLevel, policy: Thresholds): bigint {
  if (level === 'EXCEEDED') return MILLION;
  return BigInt(Math.round((level === 'WARNING' ? policy.warning : policy.critical) * Number(MILLION)));
}

function rankOf(level: QuotaLevel | null): number {
  return level === null ? -1 : quotaLevels.indexOf(level);
}
