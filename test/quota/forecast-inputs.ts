/** Histories and quotas to forecast from, told by what each day comes to. */
import { addDays, startOfHour, startOfNextDay, type Zone } from '../../src/domain/calendar.js';
import type { Meter } from '../../src/domain/entities.js';
import type { UsagePoint } from '../../src/domain/history.js';
import type { ForecastInput } from '../../src/quota/forecast.js';
import { evaluateMeter } from '../../src/quota/quota.js';
import { thingsOf } from '../support/snapshots.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const splunk = thingsOf('splunk');

export interface Told {
  readonly now: Date | string;
  readonly zone?: Zone;
  /** Earlier days. */
  readonly days: number;
  /** What the day so many days ago came to; null for a day nobody watched. */
  readonly total: (ago: number) => bigint | null;
  /** How much of a day's total has come by the end of this hour of so many; in even steps when it is not told. */
  readonly shape?: (hour: number, hours: number) => number;
  /** Hours of these days that nobody watched. */
  readonly unwatched?: (ago: number, hour: number) => boolean;
  readonly used: bigint | null;
  readonly limit: bigint | null;
  readonly meter?: Partial<Meter>;
}

/** A counter of so many days, watched each hour, or whatever else the meter's fields make of it. */
export function told({
  now,
  zone = null,
  days: count,
  total,
  shape,
  unwatched,
  used,
  limit,
  meter,
}: Told): ForecastInput {
  const today = new Date(now);
  const days: UsagePoint[] = [];
  const hours: UsagePoint[] = [];
  for (let ago = count; ago >= 1; ago--) {
    const whole = total(ago);
    if (whole === null) continue;
    const start = addDays(today, -ago, zone);
    const length = Math.round((startOfNextDay(start, zone).getTime() - start.getTime()) / HOUR);
    let seen: bigint | null = null;
    let samples = 0;
    for (let hour = 0; hour < length; hour++) {
      if (unwatched?.(ago, hour)) continue;
      const millionths = Math.round(1e6 * (shape?.(hour, length) ?? (hour + 1) / length));
      seen = (whole * BigInt(millionths)) / 1_000_000n;
      samples += 60;
      if (ago < 35) hours.push(hourPoint(startOfHour(start, hour), seen));
    }
    if (seen !== null) days.push(point(start, seen, samples));
  }
  return { quota: quotaOf(used, limit, today, zone, meter), days, hours, zone, now: today };
}

/** A quota as evaluation makes it. */
export function quotaOf(
  used: bigint | null,
  limit: bigint | null,
  now: Date,
  zone: Zone = null,
  meter: Partial<Meter> = {},
) {
  const policy = { warning: 0.8, critical: 0.9 };
  return evaluateMeter(splunk.meter(splunk.id('Pool', 'main'), used, limit, meter), policy, now, zone).value;
}

export function point(start: Date | string, used: bigint | null, samples = 60): UsagePoint {
  return { start: new Date(start), peak: used, last: used, limit: null, samples };
}

/** An hour read to its very end. */
export function hourPoint(start: Date, used: bigint | null, samples = 60): UsagePoint {
  return { ...point(start, used, samples), lastAt: new Date(start.getTime() + HOUR) };
}

/** What a license adds until then. */
export function part(amount: bigint, until: string) {
  return { licenseId: splunk.id('License', 'extra'), amount, until: new Date(until) };
}
