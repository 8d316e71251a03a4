/** What the weekday makes of a day, by its share of the week around it. Pure. */
import type { Value } from './numbers.js';
import { median } from './statistics.js';

/** By weekday, what to multiply the week's level by. */
export type Season = readonly number[];

const NONE: Season = [1, 1, 1, 1, 1, 1, 1];
/** A pattern counts when it leaves no more than this of what the weekdays differ by. */
const LEFT = 0.7;
/** Days of one kind that a factor rests on at least. */
const ENOUGH = 3;
const SMALLEST = 1e-3;

/** Of each weekday by itself where that is known well enough, else of workdays and weekends; all 1 where the week has no pattern. */
export function seasonOf(values: readonly Value[]): Season {
  const shares = values.map((value, i) => shareOfWeek(value, values.slice(Math.max(0, i - 3), i + 4)));
  for (const kindOf of [(weekday: number) => weekday, (weekday: number) => (weekday % 6 === 0 ? 0 : 1)]) {
    const season = seasonBy(kindOf, values, shares);
    if (season !== null) return season;
  }
  return NONE;
}

/** Null: too few days around it to tell. */
function shareOfWeek(here: Value, around: readonly Value[]): number | null {
  const week = around.flatMap(({ day, value }) => (Math.abs(day - here.day) <= 3 ? [value] : []));
  const level = week.length < 6 ? null : median(week);
  return level === null || level <= 0 ? null : here.value / level;
}

function seasonBy(
  kindOf: (weekday: number) => number,
  values: readonly Value[],
  shares: readonly (number | null)[],
): Season | null {
  const factors = [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
    const ofKind = shares.filter((_, i) => kindOf(values[i]?.weekday ?? -1) === kindOf(weekday));
    const known = ofKind.filter((share) => share !== null);
    return known.length < ENOUGH ? null : median(known);
  });
  const season = factors.flatMap((factor) => (factor === null ? [] : [Math.max(factor, SMALLEST)]));
  if (season.length < factors.length) return null;
  let [without, left] = [0, 0];
  shares.forEach((share, i) => {
    if (share === null) return;
    without += Math.abs(share - 1);
    left += Math.abs(share - (season[values[i]?.weekday ?? 0] ?? 1));
  });
  return left < LEFT * without ? season : null;
}
