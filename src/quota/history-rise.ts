/** When a daily counter last rose, as far as its records tell. Pure. */
import { startOfHour, startOfNextDay, type Zone } from '../domain/calendar.js';
import type { DayRecord, Reading } from '../domain/history.js';
import { leftBy } from './history.js';

/** The end of the last hour (of a day whose hours are no longer kept: of the day) in which it rose; null when in none. */
export function lastRise(records: readonly DayRecord[], zone: Zone): Date | null {
  const rises = records.map((record) => lastRiseOn(record, zone)).filter((at) => at !== null);
  return rises.reduce<Date | null>((a, b) => (a === null || b > a ? b : a), null);
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
