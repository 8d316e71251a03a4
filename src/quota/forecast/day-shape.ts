/** How a day's use comes about over its hours, from earlier days of the kind. Pure. */
import { type Day, usedAt } from './series.js';
import { median } from './statistics.js';

/** Fewer days of one kind are too few. */
const ENOUGH = 3;

/** Are these weekdays of one kind: both of the working week, or both of the weekend? */
export function alike(a: number, b: number): boolean {
  return (a % 6 === 0) === (b % 6 === 0);
}

/**
 * From an hour of the clock on (see `usedAt`): the share that has come by then of what the rest of the day brings, from 0
 * to 1; evenly where the hours of too few days are known.
 */
export function courseOfDay(days: readonly Day[], weekday: number, clock: number): { clock: number; share: number }[] {
  const known = days.filter((day) => day.complete && (usedAt(day, clock) ?? Infinity) < day.total);
  const kin = known.filter((day) => alike(day.weekday, weekday));
  const group = kin.length >= ENOUGH ? kin : known;
  let most = 0;
  return hoursFrom(clock).map((hour) => {
    const even = (hour - clock) / Math.max(24 - clock, Number.MIN_VALUE);
    const shares = group.length < ENOUGH ? [] : group.flatMap((day) => shareBy(day, clock, hour) ?? []);
    most = Math.min(Math.max(most, hour === 24 ? 1 : (median(shares) ?? even)), 1);
    return { clock: hour, share: most };
  });
}

function hoursFrom(clock: number): number[] {
  const next = Math.floor(clock) + 1;
  return [clock, ...Array.from({ length: Math.max(24 - next, 0) }, (_, i) => next + i), 24];
}

function shareBy(day: Day, clock: number, hour: number): number | null {
  const [before, then] = [usedAt(day, clock), usedAt(day, hour)];
  return before === null || then === null ? null : (then - before) / (day.total - before);
}
