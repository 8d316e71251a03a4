/** Which points of use are asked for, from the arguments of a `usage` field. */
import { DAYS_KEPT_DAYS, HOURS_KEPT_DAYS, type UsageResolution } from '../domain/history.js';
import { badUserInput } from './errors.js';

export interface UsageArguments {
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly resolution: UsageResolution;
}

export interface UsageRange {
  readonly resolution: UsageResolution;
  /** Inclusive. */
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

/** How many hours or days are told when nothing is said, and at most. */
const sizes = {
  HOUR: { ms: 3_600_000, byDefault: 48, most: HOURS_KEPT_DAYS * 24, word: 'hours' },
  DAY: { ms: 86_400_000, byDefault: 30, most: DAYS_KEPT_DAYS, word: 'days' },
} as const;

/** Throws BAD_USER_INPUT for a range that is empty or too long. */
export function usageRange({ from: asked, to: until, resolution }: UsageArguments, now: Date): UsageRange {
  const { ms, byDefault, most, word } = sizes[resolution];
  const end = until ?? now;
  // What begins at this very instant is there already.
  const to = until ?? new Date(now.getTime() + 1);
  const from = asked ?? new Date(to.getTime() - byDefault * ms);
  const length = end.getTime() - from.getTime();
  if (length <= 0) {
    throw badUserInput('from', `${from.toISOString()} is not before ${end.toISOString()}; ask for an earlier start`);
  }
  if (length > most * ms) {
    const finer = resolution === 'HOUR' ? ', or by DAY' : '';
    throw badUserInput('from', `${Math.ceil(length / ms)} ${word} are too many; ask for at most ${most}${finer}`);
  }
  return { resolution, from, to };
}

/** How many points the arguments can bring, whatever the time is. */
export function mostPoints({ from, to, resolution }: Partial<UsageArguments>): number {
  const { ms, byDefault, most } = sizes[resolution ?? 'DAY'];
  if (from == null) return byDefault;
  if (to == null) return most;
  return Math.min(Math.max(Math.ceil((to.getTime() - from.getTime()) / ms), 0), most);
}
