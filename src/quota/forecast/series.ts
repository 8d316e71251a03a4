/** A quota's points put in order for statistics: an entry for each day, counted from today, with its hours as a curve. Pure. */
import { dayOfWeek, startOfDay, startOfNextDay, type Zone } from '../../domain/calendar.js';
import type { UsagePoint } from '../../domain/history.js';
import { numberOf } from './numbers.js';
import { median } from './statistics.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A curve is drawn through this many hours without a point; over more, nobody knows how the use went. */
const DRAWN_THROUGH = 3;

/** A day of which the use is known. */
export interface Day {
  /** Days from today: -1 is yesterday. */
  readonly index: number;
  /** Its first instant, in ms. */
  readonly start: number;
  /** Hours: 23, 24 or 25. */
  readonly length: number;
  /** 0 (Sunday) to 6. */
  readonly weekday: number;
  /** The largest use seen. */
  readonly peak: number;
  /** The last use seen. */
  readonly last: number;
  /** The largest use until the end of each hour, NaN where that is not known; null when no hour is. */
  readonly curve: readonly number[] | null;
  /** It was watched until its end, as far as one can tell. */
  readonly complete: boolean;
}

export interface Today {
  readonly start: number;
  readonly length: number;
  readonly weekday: number;
  /** The largest use seen so far, 0 when none was. */
  readonly peak: number;
}

export interface Series {
  readonly today: Today;
  /** The days before it, ascending. */
  readonly days: readonly Day[];
}

/** What cannot be read, what lies in the future and what comes twice is left out; of two points for one time the fuller stays. */
export function seriesOf(
  points: { readonly days: readonly UsagePoint[]; readonly hours: readonly UsagePoint[] },
  zone: Zone,
  now: Date,
): Series {
  const start = startOfDay(now, zone).getTime();
  const length = Math.round((startOfNextDay(now, zone).getTime() - start) / HOUR_MS);
  const weekday = dayOfWeek(now, zone);
  const indexOf = (time: number) => Math.round((time - start) / DAY_MS);
  const readings = inOrder(points.days, indexOf);
  const earlier = readings.filter((reading) => indexOf(reading.start) < 0);
  const hours = inOrder(points.hours, (time) => time);
  const usual = median(earlier.map(({ samples }) => samples)) ?? 0;

  let next = 0;
  const days = earlier.map((reading, i): Day => {
    const index = indexOf(reading.start);
    const after = earlier[i + 1];
    const hoursLong = hoursBetween(
      reading.start,
      after?.start ?? start,
      (after ? indexOf(after.start) : 0) - index,
      zone,
    );
    const end = Math.min(reading.start + hoursLong * HOUR_MS, after?.start ?? start);
    while (startAt(hours, next) < reading.start) next++;
    const first = next;
    while (startAt(hours, next) < end) next++;
    const seen = hours.slice(first, next);
    const peak = seen.reduce((most, hour) => Math.max(most, hour.peak), reading.peak);
    const curve = seen.length === 0 ? null : curveOf(seen, reading.start, hoursLong, peak);
    return {
      index,
      start: reading.start,
      length: hoursLong,
      weekday: (((weekday + index) % 7) + 7) % 7,
      peak,
      last: reading.last,
      curve,
      // Without hours only a day of far fewer reads than usual shows that it was cut short.
      complete: curve === null ? reading.samples * 2 >= usual : !Number.isNaN(curve.at(-1)),
    };
  });
  const peak = readings.find((reading) => indexOf(reading.start) === 0)?.peak ?? 0;
  return { today: { start, length: Math.max(length, 1), weekday, peak }, days };
}

/**
 * What was used of a day at an hour of the clock, 0 to 24 and fractional; null where nobody looked. Clocks change in the
 * small hours, so a day of 23 or 25 hours is counted from its end.
 */
export function usedAt(day: Day, clock: number): number | null {
  if (day.curve === null) return null;
  const elapsed = Math.min(Math.max(clock - 24 + day.length, 0), day.length);
  const hour = Math.min(Math.floor(elapsed), day.length - 1);
  const before = hour === 0 ? 0 : (day.curve[hour - 1] ?? NaN);
  const used = before + ((day.curve[hour] ?? NaN) - before) * (elapsed - hour);
  return Number.isNaN(used) ? null : used;
}

/** The hour of the clock, 0 to 24 and fractional, that `usedAt` understands. */
export function clockOf(today: Today, now: Date): number {
  const elapsed = (now.getTime() - today.start) / HOUR_MS;
  return Math.min(Math.max(elapsed + 24 - today.length, 0), 24);
}

interface Reading {
  readonly start: number;
  readonly peak: number;
  readonly last: number;
  readonly samples: number;
}

/** One reading for each key, ascending; of several the last by samples, then by use, so that their order tells nothing. */
function inOrder(points: readonly UsagePoint[], keyOf: (start: number) => number): Reading[] {
  const byKey = new Map<number, Reading>();
  for (const point of points) {
    const reading = readingOf(point);
    if (reading === null) continue;
    const key = keyOf(reading.start);
    const other = byKey.get(key);
    if (other === undefined || isFuller(reading, other)) byKey.set(key, reading);
  }
  return [...byKey.values()].sort((a, b) => a.start - b.start);
}

function isFuller(a: Reading, b: Reading): boolean {
  return (a.samples - b.samples || a.peak - b.peak || a.last - b.last || a.start - b.start) > 0;
}

function readingOf(point: UsagePoint): Reading | null {
  const start = point.start.getTime();
  const peak = numberOf(point.peak ?? point.last ?? -1n);
  const last = numberOf(point.last ?? point.peak ?? -1n);
  const unreadable = Number.isNaN(start) || Number.isNaN(peak) || Number.isNaN(last);
  return unreadable ? null : { start, peak: Math.max(peak, last), last, samples: point.samples };
}

function startAt(readings: readonly Reading[], i: number): number {
  return readings[i]?.start ?? Infinity;
}

/** Of a day, from the start of it and of another one `days` later. */
function hoursBetween(start: number, laterStart: number, days: number, zone: Zone): number {
  const surplus = laterStart - start - days * DAY_MS;
  // Only where the clocks changed in between and days are missing must the calendar be asked, which is slow.
  const end = surplus !== 0 && days > 1 ? startOfNextDay(new Date(start), zone).getTime() : null;
  const length = end === null ? 24 + (days === 1 ? surplus / HOUR_MS : 0) : (end - start) / HOUR_MS;
  return Math.min(Math.max(Math.round(length), 1), 25);
}

/** Rises from nothing to the peak; a fall within the day was a reset, before which the peak stays. */
function curveOf(seen: readonly Reading[], start: number, length: number, peak: number): number[] {
  const curve = new Array<number>(length).fill(NaN);
  let [lastHour, most] = [-1, 0];
  for (const reading of seen) {
    const hour = Math.min(Math.floor((reading.start - start) / HOUR_MS), length - 1);
    const before = most;
    most = Math.max(most, reading.peak);
    const gap = hour - lastHour - 1;
    for (let k = 1; k <= gap && gap <= DRAWN_THROUGH; k++) {
      curve[lastHour + k] = before + ((most - before) * k) / (gap + 1);
    }
    curve[hour] = most;
    lastHour = hour;
  }
  // The last reads of a day may come a little early; a record that stops hours before midnight tells no total.
  if (length - 1 - lastHour <= 1) for (let hour = lastHour; hour < length; hour++) curve[hour] = peak;
  return curve;
}
