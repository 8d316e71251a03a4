/** Days by a source's own clock: from midnight to midnight in its time zone, with 23, 24 or 25 hours. Pure. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No zone change is longer than a day, so the local date is another one this far away. */
const BEYOND_ONE_DAY_S = (50 * HOUR_MS) / 1000;

/** An IANA zone (`America/New_York`), a fixed offset (`-07:00`), or null for UTC. */
export type Zone = string | null;

/** Whether it is an IANA zone. Bare offsets are none: Node 24 knows them and Node 20 does not, and wall clocks have daylight saving. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The first instant of the day that `at` lies in. */
export function startOfDay(at: Date, zone: Zone): Date {
  const offset = offsetMs(zone);
  if (offset !== null) return new Date(Math.floor((at.getTime() + offset) / DAY_MS) * DAY_MS - offset);
  return turnOfDate(at, zone as string, -1);
}

/** The first instant of the day after the one that `at` lies in. */
export function startOfNextDay(at: Date, zone: Zone): Date {
  const offset = offsetMs(zone);
  if (offset !== null) return new Date((Math.floor((at.getTime() + offset) / DAY_MS) + 1) * DAY_MS - offset);
  return turnOfDate(at, zone as string, 1);
}

/** The start of the day `days` days after (or, negative, before) the one that `at` lies in. */
export function addDays(at: Date, days: number, zone: Zone): Date {
  // Noon of the day meant: at most an hour or two of clock changes away, so never in a neighboring day.
  const start = startOfDay(at, zone);
  return days === 0 ? start : startOfDay(new Date(start.getTime() + (days + 0.5) * DAY_MS), zone);
}

/** The hour of its day that `at` lies in: 0 to 24. Counted from the day's first instant, so that none reaches into two days. */
export function hourOfDay(at: Date, startOfItsDay: Date): number {
  return Math.floor((at.getTime() - startOfItsDay.getTime()) / HOUR_MS);
}

/** When that hour of a day begins. */
export function startOfHour(startOfItsDay: Date, hour: number): Date {
  return new Date(startOfItsDay.getTime() + hour * HOUR_MS);
}

/** 0 (Sunday) to 6, by the source's calendar. */
export function dayOfWeek(at: Date, zone: Zone): number {
  const offset = offsetMs(zone);
  if (offset !== null) return new Date(at.getTime() + offset).getUTCDay();
  return WEEKDAYS.indexOf(formatter(zone as string, { weekday: 'short' }).format(at));
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Null for an IANA zone, whose offset depends on the date. */
function offsetMs(zone: Zone): number | null {
  if (zone === null) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return null;
  return (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
}

/**
 * The first instant of this day (-1) or of the next (1). Searched for, not computed: a day can have 23 or 25 hours, and
 * where clocks change at midnight it begins at 01:00.
 */
function turnOfDate(at: Date, zone: string, direction: -1 | 1): Date {
  const format = formatter(zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const today = format.format(at);
  let inside = Math.floor(at.getTime() / 1000);
  let outside = inside + direction * BEYOND_ONE_DAY_S;
  while (Math.abs(outside - inside) > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (format.format(middle * 1000) === today) inside = middle;
    else outside = middle;
  }
  return new Date((direction === 1 ? outside : inside) * 1000);
}

/** Making a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.keys(options).join()}`;
  const format = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
  formatters.set(key, format);
  return format;
}
