/** Where a use that lasts is heading, a gauge or a mark that only rises: a line from what is used now. Pure. */
import type { Forecast, Quota } from '../../domain/evaluated.js';
import { firstOver, type Knot, limitsOf } from './limits.js';
import { countOf, numberOf } from './numbers.js';
import { DAY_MS, HOUR_MS, type Series } from './series.js';
import { type Outlook, outlookOf } from './trend.js';

/** Beyond five years no limit is in sight. */
const SIGHT_DAYS = 5 * 365;
/** The range is that of the use so many days from now. */
const RANGE_DAYS = 30;

/** The use to come, by days from now. */
export interface Course {
  /** A day; 0 when chance could have made it. */
  readonly slope: number;
  at(ahead: number): number;
  range(ahead: number): { readonly low: number; readonly high: number };
}

/** From the last use of each earlier day and the present one; null for a use that is beyond calculation. */
export function courseOf(quota: Quota, used: bigint, { days, today }: Series, now: Date): Course | null {
  const present = numberOf(used);
  if (Number.isNaN(present)) return null;
  const elapsedAt = (time: number) => (time - today.start) / HOUR_MS / today.length;
  const ends = days.map(({ index, weekday, last }) => ({ day: index + 1, weekday, value: last }));
  const read = { day: elapsedAt(today.readAt), weekday: today.weekday, value: present };
  const outlook: Outlook | null = outlookOf([...ends, read]);
  if (outlook === null) return null;
  const least = quota.measure === 'GAUGE' ? 0 : present;
  const moment = (ahead: number) => [elapsedAt(now.getTime()) + ahead, (today.weekday + ahead) % 7] as const;
  return {
    slope: outlook.slope,
    at: (ahead) => Math.max(outlook.at(...moment(ahead)), least),
    range: (ahead) => {
      const { low, high } = outlook.range(...moment(ahead));
      return { low: Math.max(low, least), high: Math.max(high, least) };
    },
  };
}

export function lastingUseForecast(
  quota: Quota,
  used: bigint,
  series: Series,
  now: Date,
): Omit<Forecast, 'basis'> | null {
  const course = courseOf(quota, used, series, now);
  if (course === null) return null;
  const least = quota.measure === 'GAUGE' ? 0n : used;
  const { low, high } = course.range(RANGE_DAYS);
  return {
    method: course.slope === 0 ? 'FLAT' : 'TREND',
    projectedAtReset: null,
    exhaustsAt: exhaustion(quota, used, course, now),
    low: countOf(low, least),
    high: countOf(high, least),
  };
}

function exhaustion(quota: Quota, used: bigint, course: Course, now: Date): Date | null {
  const limits = limitsOf(quota, now);
  if (limits === null) return null;
  if (used > limits.left) return now;
  const present = Number(used);
  // What does not rise is over only where the limit falls below it, whatever the line makes of today's ups and downs.
  const most = course.slope > 0 ? Infinity : present;
  function* knots(): Generator<Knot> {
    // It starts at what is used, and comes to the line within a day.
    yield { time: now.getTime(), used: present };
    for (let ahead = 1; ahead <= SIGHT_DAYS; ahead++) {
      yield { time: now.getTime() + ahead * DAY_MS, used: Math.min(course.at(ahead), most) };
    }
  }
  const over = firstOver(knots(), limits);
  return over === null ? null : new Date(over);
}
