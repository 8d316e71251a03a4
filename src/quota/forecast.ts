/** Where the use of a quota is heading, from the days and hours kept of it. Pure. */
import { startOfNextDay, type Zone } from '../domain/calendar.js';
import type { Forecast, Quota } from '../domain/evaluated.js';
import type { UsagePoint } from '../domain/history.js';
import { dailyCounterForecast } from './forecast/daily-counter.js';
import { courseOf, lastingUseForecast } from './forecast/lasting-use.js';
import { seriesOf } from './forecast/series.js';

export { type ForecastMethod, forecastMethods } from './forecast/methods.js';

export interface ForecastInput {
  readonly quota: Quota;
  /** By day, up to 90 days; today's counts as unfinished. */
  readonly days: readonly UsagePoint[];
  /** By hour, as far as they are kept. */
  readonly hours: readonly UsagePoint[];
  /** Of the source: where its days begin. */
  readonly zone: Zone;
  readonly now: Date;
}

/** With fewer earlier days than this nothing is said. */
const LEAST_DAYS = 7;

/**
 * Null below seven earlier days of history, for a rolling window, and when the present use is not known. Order and
 * duplicates of the points do not matter; gaps stay gaps. Never throws, never below what cannot be undone.
 *
 * - A daily counter is projected to its reset: `projectedAtReset`, `low` and `high` are totals of today, never below what
 *   is used now. `exhaustsAt` is the first moment projected over the limit: now, later today by the day's own profile, or
 *   on a later day by the weekday and, when it is significant, the trend of totals, up to a year ahead.
 * - Of every other measure `low` and `high` are the use 30 days from now, and `exhaustsAt` is where the trend, when it is
 *   significant, passes the limit within five years. High-water marks and cumulative counts never fall.
 *
 * What is used now was used when it was last read; what is not seen of a day between its last read and midnight is
 * estimated, so that the totals projected are those of whole days.
 *
 * The limit is the one then valid: what a license adds goes at its known end, also where the vendor goes on stating it. The range holds in about 8 of 10 cases.
 * `basis` is the earlier days that could be read: `from` the first one's start, `to` the last one's end (exclusive).
 */
export function forecast({ quota, days, hours, zone, now }: ForecastInput): Forecast | null {
  const { used, measure, resetsAt } = quota;
  if (used === null || used < 0n || measure === 'ROLLING_WINDOW' || Number.isNaN(now.getTime())) return null;
  // Just after the reset the count may still be the day before's.
  if (measure === 'DAILY_COUNTER' && resetsAt !== null && resetsAt <= now) return null;
  const series = seriesOf({ days, hours }, zone, now);
  const [first, last] = [series.days[0], series.days.at(-1)];
  if (first === undefined || last === undefined || series.days.length < LEAST_DAYS) return null;
  const outcome =
    measure === 'DAILY_COUNTER'
      ? dailyCounterForecast(quota, used, series, zone, now)
      : lastingUseForecast(quota, used, series, now);
  if (outcome === null) return null;
  const to = startOfNextDay(new Date(last.start), zone);
  return { ...outcome, basis: { from: new Date(first.start), to, samples: series.days.length } };
}

/** Of every measure but a daily counter: the use so many days from now, on which `exhaustsAt` rests; null like the forecast. */
export function projectedUse({ quota, days, hours, zone, now }: ForecastInput, ahead: number): number | null {
  const series = seriesOf({ days, hours }, zone, now);
  if (quota.used === null || series.days.length < LEAST_DAYS) return null;
  return courseOf(quota, quota.used, series, now)?.at(ahead) ?? null;
}
