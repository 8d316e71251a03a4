/**
 * A quota's points put in order for statistics: an entry for each day, counted from today, with its hours as a curve of
 * what was read when. How often and at which minute the source is read makes no difference to what comes of it. Pure.
 */
import { dayOfWeek, startOfDay, startOfNextDay, type Zone } from '../../domain/calendar.js';
import type { UsagePoint } from '../../domain/history.js';
import { type Curve, curveOf, onCurve, restOfDay, toTheEnd } from './curve.js';
import { numberOf } from './numbers.js';
import { median } from './statistics.js';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

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
  /** What a daily counter came to by its end: the largest use seen, and what is to be expected of the time after the last read. */
  readonly total: number;
  /** The last use seen. */
  readonly last: number;
  /** The largest use so far at each hour's last read; null when no hour is known. */
  readonly curve: Curve | null;
  /** It was watched until its end, as far as one can tell. */
  readonly complete: boolean;
}

export interface Today {
  readonly start: number;
  readonly length: number;
  readonly weekday: number;
  /** The largest use seen so far, 0 when none was. */
  readonly peak: number;
  /** When the present use was read, in ms: since then nobody knows what was used. Now where that is not known. */
  readonly readAt: number;
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
  const hoursOf = inTurn(hours);
  const usual = median(earlier.map(({ samples }) => samples)) ?? 0;

  const found = earlier.map((reading, i) => {
    const index = indexOf(reading.start);
    const after = earlier[i + 1];
    const hoursLong = hoursBetween(
      reading.start,
      after?.start ?? start,
      (after ? indexOf(after.start) : 0) - index,
      zone,
    );
    const end = Math.min(reading.start + hoursLong * HOUR_MS, after?.start ?? start);
    const seen = hoursOf(reading.start, end);
    const peak = seen.reduce((most, hour) => Math.max(most, hour.peak), reading.peak);
    return { reading, index, length: hoursLong, peak, curve: curveOf(seen, reading.start, hoursLong, peak) };
  });
  const ofToday = hoursOf(start, now.getTime() + 1);
  const curveOfToday = curveOf(ofToday, start, Math.max(length, 1), 0);

  const withRest = found.map((day, i) => {
    const after = found[i + 1] ?? { index: 0, curve: curveOfToday };
    const rest =
      day.curve === null ? null : restOfDay(day.curve, day.length, after.index === day.index + 1 ? after.curve : null);
    return { ...day, rest };
  });
  // Of older days the hours are gone: they were read no more to their end than the later ones.
  const unseen = median(withRest.flatMap(({ rest, peak }) => (rest === null || peak === 0 ? [] : [rest / peak]))) ?? 0;
  const days = withRest.map(({ reading, index, length, peak, curve, rest }): Day => {
    const total = curve === null ? peak * (1 + unseen) : peak + (rest ?? 0);
    return {
      index,
      start: reading.start,
      length,
      weekday: (((weekday + index) % 7) + 7) % 7,
      total,
      last: reading.last,
      curve: curve === null || rest === null ? curve : toTheEnd(curve, length, total),
      // Without hours only a day of far fewer reads than usual shows that it was cut short.
      complete: curve === null ? reading.samples * 2 >= usual : rest !== null,
    };
  });
  const peak = readings.find((reading) => indexOf(reading.start) === 0)?.peak ?? 0;
  const readAt = Math.min(ofToday.at(-1)?.at ?? now.getTime(), now.getTime());
  return { today: { start, length: Math.max(length, 1), weekday, peak, readAt }, days };
}

/**
 * What was used of a day at an hour of the clock, 0 to 24 and fractional; null where nobody looked. Clocks change in the
 * small hours, so a day of 23 or 25 hours is counted from its end.
 */
export function usedAt(day: Day, clock: number): number | null {
  if (day.curve === null) return null;
  return onCurve(day.curve, Math.min(Math.max(clock - 24 + day.length, 0), day.length));
}

/** The hour of the clock, 0 to 24 and fractional, that `usedAt` understands, at which the present use was read. */
export function clockOf(today: Today): number {
  const elapsed = (today.readAt - today.start) / HOUR_MS;
  return Math.min(Math.max(elapsed + 24 - today.length, 0), 24);
}

interface Reading {
  readonly start: number;
  /** Of an hour: when `last` was read. */
  readonly at: number;
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
  return (a.samples - b.samples || a.peak - b.peak || a.last - b.last || a.at - b.at || a.start - b.start) > 0;
}

function readingOf(point: UsagePoint): Reading | null {
  const start = point.start.getTime();
  const peak = numberOf(point.peak ?? point.last ?? -1n);
  const last = numberOf(point.last ?? point.peak ?? -1n);
  const unreadable = Number.isNaN(start) || Number.isNaN(peak) || Number.isNaN(last);
  return unreadable
    ? null
    : { start, at: lastReadOf(point, start), peak: Math.max(peak, last), last, samples: point.samples };
}

/** Where it was not kept, the middle of the hour's last stretch between reads. */
function lastReadOf({ lastAt, samples }: UsagePoint, start: number): number {
  const known = lastAt?.getTime() ?? NaN;
  if (!Number.isNaN(known)) return Math.min(Math.max(known, start), start + HOUR_MS);
  return start + HOUR_MS - HOUR_MS / (2 * Math.max(samples, 1));
}

/** The readings from `from` to before `end`, when asked for one stretch after the other. */
function inTurn(readings: readonly Reading[]): (from: number, end: number) => readonly Reading[] {
  const startAt = (i: number) => readings[i]?.start ?? Infinity;
  let next = 0;
  return (from, end) => {
    while (startAt(next) < from) next++;
    const first = next;
    while (startAt(next) < end) next++;
    return readings.slice(first, next);
  };
}

/** Of a day, from the start of it and of another one `days` later. */
function hoursBetween(start: number, laterStart: number, days: number, zone: Zone): number {
  const surplus = laterStart - start - days * DAY_MS;
  // Only where the clocks changed in between and days are missing must the calendar be asked, which is slow.
  const end = surplus !== 0 && days > 1 ? startOfNextDay(new Date(start), zone).getTime() : null;
  const length = end === null ? 24 + (days === 1 ? surplus / HOUR_MS : 0) : (end - start) / HOUR_MS;
  return Math.min(Math.max(Math.round(length), 1), 25);
}
