/** When a daily counter last rose or came, as far as its records tell, and since when a rise could not go unseen. Pure. */
import { addDays, startOfHour, startOfNextDay, type Zone } from '../domain/calendar.js';
import { latest } from '../domain/dates.js';
import type { DayRecord, ObservedDay, Reading } from '../domain/history.js';
import { leftBy } from './history.js';

/**
 * The end of the last hour (of a day whose hours are no longer kept: of the day) in which it rose, or the hour in which it
 * was first there, if that is later; null when in none.
 */
export function lastRise(records: readonly DayRecord[], zone: Zone): Date | null {
  return latest(records.flatMap((record) => [lastRiseOn(record, zone), firstThere(record)]));
}

/**
 * Back from today over the days at whose end the source was still read: what a counter had come to by then is known. A
 * counter read late on its day tells of the whole day.
 */
export function watchedSince(observed: readonly ObservedDay[], today: Date, zone: Zone): Date {
  const byDay = new Map(observed.map((each) => [each.day.getTime(), each]));
  let since = today;
  for (;;) {
    const before = addDays(since, -1, zone);
    const last = byDay.get(before.getTime())?.hours.at(-1)?.hour ?? -1;
    if (since.getTime() - startOfHour(before, last).getTime() > WATCHED_TO_THE_END_MS) return since;
    since = before;
  }
}

/** A day counts as seen to its end when the source was read in its last hours. */
const WATCHED_TO_THE_END_MS = 3 * 3_600_000;

function firstThere({ day, hours, open }: DayRecord): Date | null {
  return open === null ? startOfHour(day, hours[0]?.hour ?? 0) : null;
}

function lastRiseOn({ day, hours, open, peak }: DayRecord, zone: Zone): Date | null {
  if (hours.length === 0) return peak !== null && peak > 0n ? startOfNextDay(day, zone) : null;
  const rose = hours.findLast((entry, at) => {
    const before = countOf(at === 0 ? open : leftBy(hours[at - 1] ?? entry));
    if (before === null || entry.peak === null) return false;
    // Fallen and not to zero: it started again and has counted since.
    return entry.peak > before || (entry.last !== null && entry.last > 0n && entry.last < before);
  });
  return rose === undefined ? null : startOfHour(day, rose.hour + 1);
}

/** A counter that was not there stood at zero; one that could not be read tells nothing. */
function countOf(reading: Reading | null): bigint | null {
  return reading === null ? 0n : reading.used;
}
