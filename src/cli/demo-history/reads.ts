/**
 * What reads of a source in the past would have left in its history: they go through the recorder that real reads go
 * through. Pure.
 */
import { addDays, dayOfWeek, startOfHour, startOfNextDay, type Zone } from '../../domain/calendar.js';
import { type DayRecord, HOURS_KEPT_DAYS, type ObservedDay, type Reading } from '../../domain/history.js';
import type { QuotaMeasure } from '../../domain/vocabulary.js';
import { recorded, sameReading } from '../../quota/history.js';
import { noted, placed, placesOf } from '../../quota/history-place.js';

/** How many days of the past there are. */
export const PAST_DAYS = 60;
const HOUR_MS = 3_600_000;
/** Hours, where clocks are set back. */
const LONGEST_DAY = 25;
/** Each hour is read once, so late that its point shows nearly all of it, and not so close to midnight that days mix. */
const READ_AT_MS = 50 * 60_000;
/** In these hours, counted back from today's start, the gateway was off: a whole day, the evening before and the morning after. */
const OFF = { from: 19 * 24 + 3, to: 18 * 24 - 9 };

/** A day before today. */
export interface Day {
  /** Its first instant. */
  readonly day: Date;
  /** 1 is yesterday. */
  readonly daysAgo: number;
  /** 0 (Sunday) to 6. */
  readonly weekday: number;
}

/** One read. */
export interface Moment extends Day {
  readonly at: Date;
  /** Counted from the day's first instant. */
  readonly hour: number;
}

/** What a quota was at a moment of the past; null: it was not there. Asked in order of time. */
export type Course = (moment: Moment) => Reading | null;

export interface RecordedCourse {
  readonly measure: QuotaMeasure;
  readonly at: Course;
}

/** What is left of one day. */
export interface PastDay {
  readonly observed: ObservedDay;
  readonly records: readonly DayRecord[];
}

/** The days before `today`, a day's first instant in `zone`; ascending. */
export function daysBefore(today: Date, zone: Zone): Day[] {
  return Array.from({ length: PAST_DAYS }, (_, i) => {
    const daysAgo = PAST_DAYS - i;
    const day = addDays(today, -daysAgo, zone);
    return { day, daysAgo, weekday: dayOfWeek(day, zone) };
  });
}

/** The reads of one of these days, in order of time. */
export function momentsOf(day: Day, today: Date, zone: Zone): Moment[] {
  const end = startOfNextDay(day.day, zone).getTime();
  return Array.from({ length: LONGEST_DAY }, (_, hour) => {
    const at = new Date(startOfHour(day.day, hour).getTime() + READ_AT_MS);
    return { ...day, at, hour };
  }).filter(({ at }) => {
    const hoursAgo = (today.getTime() - at.getTime()) / HOUR_MS;
    return at.getTime() < end && !(hoursAgo < OFF.from && hoursAgo > OFF.to);
  });
}

/** Day by day; `courses` by quota id. Hours of days before the last 35 are gone, as they would be. */
export function* pastDays(
  courses: ReadonlyMap<string, RecordedCourse>,
  today: Date,
  zone: Zone,
): Generator<PastDay, void> {
  const hoursSince = addDays(today, -HOURS_KEPT_DAYS, zone);
  const before = new Map<string, Reading | null>();
  const latest: ObservedDay[] = [];
  for (const day of daysBefore(today, zone)) {
    let observed: ObservedDay | null = null;
    const records = new Map<string, DayRecord>();
    for (const moment of momentsOf(day, today, zone)) {
      const places = placesOf(moment.at, zone, observed === null ? latest.slice(-1) : [...latest.slice(-1), observed]);
      for (const [series, { measure, at }] of courses) {
        const after = at(moment);
        const last = before.get(series);
        before.set(series, after);
        // At the very first read nothing has changed.
        if (last === undefined || sameReading(last, after)) continue;
        const known = { today: records.has(series), tomorrow: false };
        const { place, ...rest } = placed({ measure, before: last, after }, places, known);
        records.set(series, recorded(records.get(series) ?? null, { series, ...place, before: last, ...rest }));
      }
      observed = noted(observed, moment.at, places.today);
    }
    if (observed === null) continue;
    latest.push(observed);
    const isOld = day.day < hoursSince;
    yield {
      observed: isOld ? { ...observed, hours: [] } : observed,
      records: [...records.values()].map((record) => (isOld ? { ...record, hours: [] } : record)),
    };
  }
}
