/** The first and the last of some instants. */

/** The earliest; null when there is none. */
export function earliest(dates: Iterable<Date | null>): Date | null {
  let first: Date | null = null;
  for (const date of dates) if (date !== null && (first === null || date < first)) first = date;
  return first;
}

/** The latest; null when there is none. */
export function latest(dates: Iterable<Date | null>): Date | null {
  let last: Date | null = null;
  for (const date of dates) if (date !== null && (last === null || date > last)) last = date;
  return last;
}
