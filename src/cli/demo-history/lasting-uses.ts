/** How what lasts went before: marks and counts that rose in steps, machines that came and went. Pure. */
import type { QuotaDimension } from '../../domain/vocabulary.js';
import { chance } from './chance.js';
import { shareOfDay } from './daily-counters.js';
import type { Day, Moment } from './reads.js';

/** How much was used at a moment. */
export type Use = (moment: Moment) => bigint;

/** How something rose to what it is. */
interface Rise {
  /** What it was at first, as a share of what it is. */
  readonly from: number;
  /** How likely it rises on a workday, and on a day of the weekend. */
  readonly workday: number;
  readonly weekend: number;
  /** Rises all through the day, and not at one hour. */
  readonly steady?: boolean;
}

const RISES: Readonly<Partial<Record<QuotaDimension, Rise>>> = {
  // Scans find more now and then, at weekends more often.
  SCANNED_BYTES: { from: 0.8, workday: 0.3, weekend: 0.6 },
  TARGETS: { from: 0.75, workday: 0.12, weekend: 0 },
  USERS: { from: 0.65, workday: 0.2, weekend: 0.02 },
  USES: { from: 0.66, workday: 1, weekend: 0.3, steady: true },
};

const WEEK_MS = 7 * 86_400_000;
/** In how many of the weeks there was a machine more, and since when there is none. */
const [WITH_ONE_MORE, GONE_FOR_DAYS] = [0.15, 3];

/** Rising to `used` at the end of yesterday; null where nothing rose. `days` ascending. */
export function risen(series: string, dimension: QuotaDimension, used: bigint, days: readonly Day[]): Use | null {
  const rise = RISES[dimension];
  if (rise === undefined || used < 2n) return null;
  const steps = new Map<number, { readonly before: number; readonly by: number; readonly at: number }>();
  let whole = 0;
  for (const { day, weekday } of days) {
    const luck = (about: string) => chance(series, day.getTime(), about);
    const by = luck('rises') < (weekday % 6 === 0 ? rise.weekend : rise.workday) ? 0.4 + luck('by') : 0;
    steps.set(day.getTime(), { before: whole, by, at: 8 + Math.floor(9 * luck('at')) });
    whole += by;
  }
  if (whole === 0) return null;
  const first = scaled(used, rise.from);
  return ({ day, hour }) => {
    const { before, by, at } = steps.get(day.getTime()) ?? { before: whole, by: 0, at: 0 };
    const come = rise.steady === true ? shareOfDay(hour) : Number(hour >= at);
    return first + scaled(used - first, (before + by * come) / whole);
  };
}

/**
 * One machine more than now in some weeks, where the limit has room for it. Never fewer: each of today's machines says
 * when it was activated, and that is mostly before this past. Null where none came or went.
 */
export function machinesBefore(series: string, used: bigint, limit: bigint | null, days: readonly Day[]): Use | null {
  if (used < 2n || (limit !== null && used >= limit)) return null;
  const withOneMore = days.filter(
    ({ day, daysAgo }) =>
      daysAgo > GONE_FOR_DAYS && chance(series, Math.floor(day.getTime() / WEEK_MS)) < WITH_ONE_MORE,
  );
  const more = new Set(withOneMore.map(({ day }) => day.getTime()));
  return more.size === 0 ? null : ({ day }) => (more.has(day.getTime()) ? used + 1n : used);
}

function scaled(count: bigint, share: number): bigint {
  return (count * BigInt(Math.round(share * 1e6))) / 1_000_000n;
}
