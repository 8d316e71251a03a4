/** Wall clocks of other places: a source counts its days in its own zone, an IANA name or an offset such as `-07:00`. Pure. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The instant, moved so that its UTC parts are what a clock in the zone shows. No zone, or none that is known here, is UTC. */
export function wallClock(at: number, zone: string | null | undefined): Date {
  return new Date(at + offsetMs(at, zone));
}

/** How the zone is named to a person. */
export function zoneName(zone: string | null | undefined): string {
  if (zone == null || zone === '+00:00' || zone === 'UTC') return 'UTC';
  return /^[+-]/.test(zone) ? `UTC${zone}` : zone;
}

/** `2026-03-29` in the zone. */
export function dateIn(at: number, zone: string | null | undefined): string {
  return wallClock(at, zone).toISOString().slice(0, 10);
}

/** The first instant of a date; null for what is no date. */
export function startOfDate(date: string, zone: string | null | undefined): number | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) return null;
  // Either side of a clock change: the earliest instant that is of this date.
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((at) => offsetMs(at, zone));
  const candidates = offsets.map((offset) => midnight - offset).filter((at) => dateIn(at, zone) === date);
  return candidates.length === 0 ? midnight - Math.min(...offsets) : Math.min(...candidates);
}

/** The first instant of the day after the one that `at` lies in: 23 to 25 hours after that one's. */
export function startOfNextDay(at: number, zone: string | null | undefined): number {
  const next = new Date(Date.parse(`${dateIn(at, zone)}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return startOfDate(next, zone) ?? at + DAY_MS;
}

/** Where days begin after `from` and up to `to`. */
export function dayStarts(from: number, to: number, zone: string | null | undefined): readonly number[] {
  const starts: number[] = [];
  for (let at = startOfNextDay(from - 1, zone); at <= to; at = startOfNextDay(at, zone)) starts.push(at);
  return starts;
}

function offsetMs(at: number, zone: string | null | undefined): number {
  if (zone == null) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  const format = formatterOf(zone);
  if (format === null) return 0;
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return wall - Math.floor(at / 1000) * 1000;
}

/** Making a formatter costs more than a hundred uses of it. */
const formatters = new Map<string, Intl.DateTimeFormat | null>();

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = newFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function newFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}
