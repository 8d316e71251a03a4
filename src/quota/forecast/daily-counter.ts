/** Where a counter that starts again each day is heading: its total of today, and the first day and hour over the limit. Pure. */
import { addDays, type Zone } from '../../domain/calendar.js';
import type { Forecast, Quota } from '../../domain/evaluated.js';
import { dayProfile } from './day-profile.js';
import { courseOfDay } from './day-shape.js';
import { firstOver, isOver, type Limits, limitsOf } from './limits.js';
import type { ForecastMethod } from './methods.js';
import { countOf, numberOf } from './numbers.js';
import { clockOf, DAY_MS, HOUR_MS, type Series } from './series.js';
import { type Outlook, outlookOf } from './trend.js';

/** A trend is followed for a year; the end of a license counts for five. */
const [TREND_DAYS, END_DAYS] = [365, 5 * 365];
/** Before this share of the day is gone, nothing is extrapolated from it alone. */
const LEAST_SHARE = 1 / 24;

interface Projection {
  readonly method: ForecastMethod;
  readonly total: number;
  readonly low: number;
  /** Infinity where nothing tells. */
  readonly high: number;
}

/**
 * A day's total is its peak and what is to be expected after its last read: a counter that fell within the day was reset,
 * and what it had counted stays counted.
 * Null for a use that is beyond calculation.
 */
export function dailyCounterForecast(
  quota: Quota,
  used: bigint,
  series: Series,
  zone: Zone,
  now: Date,
): Omit<Forecast, 'basis'> | null {
  const counted = [quota.meter.peak ?? 0n, countOf(series.today.peak) ?? 0n].reduce((a, b) => (a > b ? a : b), used);
  const soFar = numberOf(counted);
  if (Number.isNaN(soFar)) return null;
  const complete = series.days.filter((day) => day.complete);
  const outlook = outlookOf(complete.map(({ index, weekday, total }) => ({ day: index, weekday, value: total })));
  const { method, total, low, high } = projectionOf(series, outlook, soFar);
  return {
    method,
    projectedAtReset: countOf(total, counted),
    exhaustsAt: exhaustion(quota, counted, Math.max(total, soFar), series, outlook, zone, now),
    low: countOf(Math.min(low, total), counted),
    high: countOf(Math.max(high, total), counted),
  };
}

/** From the moment at which the present use was read: what came since, nobody knows. */
function projectionOf(series: Series, outlook: Outlook | null, used: number): Projection {
  const { days, today } = series;
  const profile = dayProfile(days, today.weekday, clockOf(today));
  if (profile !== null) {
    const total = profile.total(used);
    const { low, high } = profile.errors;
    return { method: `DAY_PROFILE_${profile.kind}`, total, low: total * low, high: total * high };
  }
  const gone = Math.min(Math.max((today.readAt - today.start) / HOUR_MS / today.length, 0), 1);
  if (outlook === null) {
    return { method: 'LINEAR', total: used / Math.max(gone, LEAST_SHARE), low: used, high: Infinity };
  }
  // Its share of a usual day, not of this one so far: that explodes in the first hours.
  const rest = (usual: number) => used + (1 - gone) * Math.max(usual, 0);
  const { low, high } = outlook.range(0, today.weekday);
  return { method: 'LINEAR', total: rest(outlook.at(0, today.weekday)), low: rest(low), high: rest(high) };
}

/** The first moment over the limit then valid: now, later today, or on the first later day whose total is. */
function exhaustion(
  quota: Quota,
  counted: bigint,
  total: number,
  series: Series,
  outlook: Outlook | null,
  zone: Zone,
  now: Date,
): Date | null {
  const limits = limitsOf(quota, now);
  if (limits === null) return null;
  if (counted > limits.left) return now;
  const { days, today } = series;
  const soFar = Number(counted);
  const rest = courseOfDay(days, today.weekday, clockOf(today)).map(({ clock, share }) => ({
    time: timeOf(clock, today.start, today.length),
    used: soFar + (total - soFar) * share,
  }));
  const over = firstOver([{ time: today.readAt, used: soFar }, ...rest], limits);
  if (over !== null) return new Date(Math.max(over, now.getTime()));
  return outlook === null ? null : laterDay(series, limits, outlook, zone);
}

function laterDay({ days, today }: Series, limits: Limits, outlook: Outlook, zone: Zone): Date | null {
  const lastFall = limits.falls.at(-1);
  // A week after the last fall each weekday has been tried on what is left.
  const lastDay = lastFall === undefined ? 0 : Math.ceil((lastFall - today.start) / DAY_MS) + 7;
  const until = Math.min(Math.max(TREND_DAYS, lastDay), END_DAYS);
  for (let ahead = 1; ahead <= until; ahead++) {
    const weekday = (today.weekday + ahead) % 7;
    const total = outlook.at(Math.min(ahead, TREND_DAYS), weekday);
    // The calendar is slow: it is asked only for a day that may be the one, on which clocks may have changed.
    if (!isOver(total, limits.at(today.start + (ahead + 1.5) * DAY_MS))) continue;
    const start = addDays(new Date(today.start), ahead, zone).getTime();
    const length = Math.round((addDays(new Date(today.start), ahead + 1, zone).getTime() - start) / HOUR_MS);
    const course = courseOfDay(days, weekday, 0).map(({ clock, share }) => ({
      time: timeOf(clock, start, length),
      used: total * share,
    }));
    const over = firstOver(course, limits);
    if (over !== null) return new Date(over);
  }
  return null;
}

/** Of an hour of the clock, as `usedAt` counts it. */
function timeOf(clock: number, start: number, length: number): number {
  return start + Math.max(clock - 24 + length, 0) * HOUR_MS;
}
