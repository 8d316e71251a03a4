/** How the use of a quota went: changes folded into the day's record, and records read back as points. Pure. */
import { startOfHour } from '../domain/calendar.js';
import type { Meter } from '../domain/entities.js';
import type { DayRecord, ObservedDay, Reading, RecordedSpan, UsagePoint, UsageResolution } from '../domain/history.js';
import type { QuotaMeasure } from '../domain/vocabulary.js';
import { carriesOver } from './history-place.js';

/** What one read changed of one quota, or the first of several reads that told the same. */
export interface RecordedChange {
  /** The quota's global id. */
  readonly series: string;
  /** The day's first instant in the source's zone, and the hour counted from it. */
  readonly day: Date;
  readonly hour: number;
  /** Null: it was not there. */
  readonly before: Reading | null;
  readonly after: Reading | null;
  /** How often the source was read in that day and hour before this read. */
  readonly seenToday: number;
  readonly seenThisHour: number;
  /** Of these, the reads that still showed the day before; none when absent. */
  readonly stillYesterday?: number;
}

export interface PointsInput {
  /** Of one quota, in any order: those of the days asked for, and the first one after them. */
  readonly records: readonly DayRecord[];
  /** What the quota is now; null when it is not there. */
  readonly present: Reading | null;
  readonly measure: QuotaMeasure;
  /** Of the quota's source, in any order. */
  readonly observed: readonly ObservedDay[];
  readonly resolution: UsageResolution;
  /** Points that start at or after `from` and before `to`. */
  readonly from: Date;
  readonly to: Date;
}

/** What history keeps of a meter: the numbers as they were read, whatever the clock makes of them later. */
export function readingOf({ used, limit }: Pick<Meter, 'used' | 'limit'>): Reading {
  return {
    used: used !== null && used >= 0n ? used : null,
    limit: limit.kind === 'limited' && limit.value >= 0n ? limit.value : null,
  };
}

export function sameReading(a: Reading | null, b: Reading | null): boolean {
  return a === null || b === null ? a === b : a.used === b.used && a.limit === b.limit;
}

/**
 * The day's record with one more change. A change that comes again, or that is of an hour before the last one recorded,
 * can raise a peak, but takes no later reading back.
 */
export function recorded(record: DayRecord | null, change: RecordedChange): DayRecord {
  const { series, day, hour, after, seenToday, seenThisHour, stillYesterday = 0 } = change;
  const hours = record?.hours ?? [];
  const earlier = hours.filter((each) => each.hour < hour);
  const later = hours.filter((each) => each.hour > hour);
  const own = hours.find((each) => each.hour === hour);
  const isFirst = record === null || (later.length > 0 && later.length === hours.length);
  const open = isFirst ? change.before : record.open;
  const previous = earlier.at(-1);
  const carried = previous === undefined ? open : leftBy(previous);
  const inHour = own ?? opened(carried, seenThisHour, hour === 0 ? stillYesterday : 0);
  const inDay = record ?? opened(open, seenToday, stillYesterday);
  if (later.length === 0) {
    const entry = { hour, ...folded(inHour, after, seenThisHour) };
    return { ...folded(inDay, after, seenToday), series, day, open, hours: [...earlier, entry] };
  }
  // Late: it was seen, so it counts to the peaks, but what was read after it stands.
  const entry =
    own === undefined
      ? { hour, ...folded(inHour, after, seenThisHour) }
      : { ...own, peak: largest(own.peak, after?.used) };
  const before = isFirst && seenToday > stillYesterday ? open?.used : null;
  const peak = largest(inDay.peak, entry.peak, before);
  return { ...inDay, peak, series, day, open, hours: [...earlier, entry, ...later] };
}

/** What a quota was seen to be, by hour or by day, ascending: nothing where its source was not read or it was not there. */
export function points({ measure, resolution, from, to, ...input }: PointsInput): UsagePoint[] {
  const records = oneADay(input.records, (each) => each.hours.length).reverse();
  const found = new Map<number, UsagePoint>();
  let state = input.present;
  let next = 0;
  // Backwards: a day without a record was what the record after it began with.
  for (const observed of oneADay(input.observed, (each) => each.samples).reverse()) {
    let record: DayRecord | undefined;
    for (let each = records[next]; each !== undefined && each.day >= observed.day; each = records[next]) {
      if (each.day.getTime() === observed.day.getTime()) record = each;
      state = each.open;
      next += 1;
    }
    const stillYesterday = carriesOver(measure, state) ? observed.atReset : 0;
    const inDay = (resolution === 'DAY' ? dayPoint : hourPoints)(record, state, observed, stillYesterday);
    for (const point of inDay) {
      if (point.start >= from && point.start < to && point.samples > 0) found.set(point.start.getTime(), point);
    }
  }
  return [...found.values()].sort((a, b) => a.start.getTime() - b.start.getTime());
}

function dayPoint(
  record: DayRecord | undefined,
  state: Reading | null,
  { day, samples }: ObservedDay,
  stillYesterday: number,
): UsagePoint[] {
  return [pointOf(day, record ?? opened(state, samples, stillYesterday), samples)];
}

function hourPoints(
  record: DayRecord | undefined,
  before: Reading | null,
  { day, hours }: ObservedDay,
  stillYesterday: number,
): UsagePoint[] {
  // Its hours are no longer kept.
  if (record?.hours.length === 0) return [];
  return hours.map(({ hour, samples, lastAt }) => {
    const entry = record?.hours.findLast((each) => each.hour <= hour);
    const carried = entry === undefined ? before : leftBy(entry);
    const span = entry?.hour === hour ? entry : opened(carried, samples, hour === 0 ? stillYesterday : 0);
    const start = startOfHour(day, hour);
    const point = pointOf(start, span, samples);
    if (lastAt === undefined || span.goneAfter !== null) return point;
    return { ...point, lastAt: new Date(start.getTime() + lastAt * 1000) };
  });
}

function pointOf(start: Date, { peak, last, limit, skipped, goneAfter }: RecordedSpan, samples: number): UsagePoint {
  return { start, peak, last, limit, samples: (goneAfter ?? samples) - skipped };
}

/** A day or hour in which nothing changed yet. */
function opened(carried: Reading | null, seen: number, stillYesterday: number): RecordedSpan {
  if (carried === null) return { peak: null, last: null, limit: null, skipped: 0, goneAfter: 0 };
  const peak = seen > stillYesterday ? carried.used : null;
  return { peak, last: carried.used, limit: carried.limit, skipped: stillYesterday, goneAfter: null };
}

/** `seen`: reads of the source in it before the one that found the change. */
function folded<T extends RecordedSpan>(span: T, after: Reading | null, seen: number): T {
  const { goneAfter } = span;
  if (after === null) return goneAfter === null ? { ...span, goneAfter: seen } : span;
  const missed = goneAfter === null ? 0 : Math.max(0, seen - goneAfter);
  const peak = largest(span.peak, after.used);
  return { ...span, peak, last: after.used, limit: after.limit, skipped: span.skipped + missed, goneAfter: null };
}

/** What it was at the end of a day or hour. */
export function leftBy({ last, limit, goneAfter }: RecordedSpan): Reading | null {
  return goneAfter === null ? { used: last, limit } : null;
}

function largest(...numbers: readonly (bigint | null | undefined)[]): bigint | null {
  return numbers.reduce<bigint | null>((a, b) => (b != null && (a === null || b > a) ? b : a), null);
}

/** Ascending; of several for one day the fullest. */
function oneADay<T extends { readonly day: Date }>(list: readonly T[], fullness: (each: T) => number): T[] {
  const days = new Map<number, T>();
  for (const each of list) {
    const other = days.get(each.day.getTime());
    if (other === undefined || fullness(each) >= fullness(other)) days.set(each.day.getTime(), each);
  }
  return [...days.values()].sort((a, b) => a.day.getTime() - b.day.getTime());
}
