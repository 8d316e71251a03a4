/**
 * Which day and hour what was read belongs to. The gateway's clock and the vendor's differ by a little, so a daily
 * counter read close to midnight can be of the day on the other side. Pure.
 */
import { addDays, hourOfDay, startOfDay, startOfHour, startOfNextDay, type Zone } from '../domain/calendar.js';
import type { ObservedDay, Reading } from '../domain/history.js';
import type { QuotaMeasure } from '../domain/vocabulary.js';
import { RESET_GRACE_MS } from './aging.js';

const HOUR_MS = 3_600_000;
/** A source that states its offset and no zone moves the start of its running day when its clocks change. */
const SAME_DAY_MS = 12 * HOUR_MS;
/** A day before this one begins no earlier. */
const DAY_BEFORE_MS = 36 * HOUR_MS;

/** An hour of a day, and how often the source was read in them so far. */
export interface Place {
  readonly day: Date;
  readonly hour: number;
  readonly seenToday: number;
  readonly seenThisHour: number;
  /** Of `seenToday`, the reads so soon after midnight that a daily counter could still show the day before. */
  readonly atReset: number;
}

/** Where the changes of one read can belong. */
export interface Places {
  readonly today: Place;
  /** The last hour of the day before; null unless midnight was just now. */
  readonly yesterday: Place | null;
  /** The first hour of the day after; null unless midnight is near. */
  readonly tomorrow: Place | null;
}

export interface PlacedChange {
  readonly place: Place;
  readonly after: Reading | null;
  /** Reads of that day so far that still showed the day before. */
  readonly stillYesterday: number;
}

/** `observed` are the last two days on which the source was read, or more; its day is not moved by a change of offset. */
export function placesOf(at: Date, zone: Zone, observed: readonly ObservedDay[]): Places {
  const start = startOfDay(at, zone);
  const running = observed.find(({ day }) => Math.abs(day.getTime() - start.getTime()) < SAME_DAY_MS);
  const day = running?.day ?? start;
  const before = observed.find((each) => each.day < day && day.getTime() - each.day.getTime() < DAY_BEFORE_MS);
  const next = startOfNextDay(at, zone);
  return {
    today: placeIn(day, at, running),
    yesterday: isAtReset(at, day)
      ? placeIn(before?.day ?? addDays(day, -1, zone), new Date(day.getTime() - 1), before)
      : null,
    tomorrow: next.getTime() - at.getTime() <= RESET_GRACE_MS ? placeIn(next, next, undefined) : null,
  };
}

/** Whether a daily counter can still show the day before. */
function isAtReset(at: Date, day: Date): boolean {
  return at.getTime() - day.getTime() <= RESET_GRACE_MS;
}

function placeIn(day: Date, at: Date, observed: ObservedDay | undefined): Place {
  const hour = hourOfDay(at, day);
  return {
    day,
    hour,
    seenToday: observed?.samples ?? 0,
    seenThisHour: observed?.hours.find((each) => each.hour === hour)?.samples ?? 0,
    atReset: observed?.atReset ?? 0,
  };
}

/**
 * Where one change belongs. Only a daily counter leaves the day it was read on: just before midnight when it has fallen,
 * for then the vendor's day is over already; just after it when it has not, for then the vendor's day is not over yet.
 * `known` are the days that have a record of the quota: once it is in a day, it stays there.
 */
export function placed(
  change: { readonly measure: QuotaMeasure; readonly before: Reading | null; readonly after: Reading | null },
  { today, yesterday, tomorrow }: Places,
  known: { readonly today: boolean; readonly tomorrow: boolean },
): PlacedChange {
  const { before, after } = change;
  if (change.measure !== 'DAILY_COUNTER') return { place: today, after, stillYesterday: 0 };
  const [was, is] = [before?.used ?? null, after?.used ?? null];
  const fell = was !== null && is !== null && is < was;
  if (tomorrow !== null && (known.tomorrow || fell)) return { place: tomorrow, after, stillYesterday: 0 };
  if (yesterday !== null && !known.today && before !== null && was !== null && is !== null && !fell) {
    // A limit that changed at midnight is of the new day.
    return { place: yesterday, after: { used: is, limit: before.limit }, stillYesterday: 0 };
  }
  return { place: today, after, stillYesterday: carriesOver(change.measure, before) ? today.atReset : 0 };
}

/** Whether reads just after midnight that find the quota like this still show the day before. */
export function carriesOver(measure: QuotaMeasure, reading: Reading | null): boolean {
  return measure === 'DAILY_COUNTER' && reading !== null && reading.used !== null && reading.used > 0n;
}

/** The day with one more read in it. */
export function noted(observed: ObservedDay | null, at: Date, { day, hour }: Place): ObservedDay {
  const hours = [...(observed?.hours ?? []).filter((each) => each.hour !== hour)];
  const before = observed?.hours.find((each) => each.hour === hour);
  const second = Math.floor((at.getTime() - startOfHour(day, hour).getTime()) / 1000);
  const lastAt = Math.max(second, before?.lastAt ?? 0);
  return {
    day,
    hours: [...hours, { hour, samples: (before?.samples ?? 0) + 1, lastAt }].sort((a, b) => a.hour - b.hour),
    samples: (observed?.samples ?? 0) + 1,
    atReset: (observed?.atReset ?? 0) + (isAtReset(at, day) ? 1 : 0),
  };
}
