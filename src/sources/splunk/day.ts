/** The license manager's day: from midnight to midnight by its own clock. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The offset a feed's `updated` was written with, as `±hh:mm`; null when it has none. */
export function offsetOf(updated: string | null): string | null {
  const match = /(?:(Z)|([+-]\d{2}):?(\d{2}))\s*$/i.exec(updated ?? '');
  if (match === null) return null;
  return match[1] === undefined ? `${match[2]}:${match[3]}` : '+00:00';
}

/** The first instant of the next day in an IANA zone or at a fixed offset; null when there is no zone. */
export function nextMidnight(now: Date, zone: string | null): Date | null {
  if (zone === null) return null;
  const offset = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (offset !== null) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
    const local = now.getTime() + minutes * MINUTE;
    return new Date((Math.floor(local / DAY) + 1) * DAY - minutes * MINUTE);
  }
  return firstInstantAfterToday(now, zone);
}

/**
 * Searched for, not computed: a day can have 23 or 25 hours, and where clocks change at midnight it begins at 01:00.
 * No zone change is longer than a day, so the local date has moved on 50 hours from now.
 */
function firstInstantAfterToday(now: Date, zone: string): Date {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const today = format.format(now);
  let before = Math.floor(now.getTime() / 1000);
  let after = before + 50 * 3600;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (format.format(middle * 1000) === today) before = middle;
    else after = middle;
  }
  return new Date(after * 1000);
}
