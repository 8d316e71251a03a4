/** Quiet times: until when something is held back, by the wall clock of a place, through midnight and changes of the clock. Pure. */
import { addDays, dayOfWeek, startOfDay } from '../domain/calendar.js';
import { type MessageSeverity, messageSeverities } from '../domain/vocabulary.js';
import type { QuietTime } from './options.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Nothing is held back for longer, though one quiet time may follow upon another for ever. */
const LONGEST_HOLD_MS = 7 * DAY_MINUTES * MINUTE_MS;

/** The end of the quiet that `at` lies in for this channel and severity; null when it does not. */
export function quietUntil(
  at: Date,
  channel: string,
  severity: MessageSeverity,
  quiet: readonly QuietTime[],
): Date | null {
  const own = quiet.filter(
    ({ channels, below }) => (channels?.includes(channel) ?? true) && (below === null || isMilder(severity, below)),
  );
  const latest = at.getTime() + LONGEST_HOLD_MS;
  let end = at.getTime();
  // Where one ends another may go on.
  for (let next = endOf(own, end); next > end; next = endOf(own, end)) {
    end = Math.min(next, latest);
    if (end === latest) break;
  }
  return end === at.getTime() ? null : new Date(end);
}

function isMilder(severity: MessageSeverity, than: MessageSeverity): boolean {
  return messageSeverities.indexOf(severity) < messageSeverities.indexOf(than);
}

/** The latest end of those that the instant lies in; the instant itself when there is none. */
function endOf(quiet: readonly QuietTime[], at: number): number {
  const ends = quiet.flatMap((time) =>
    occurrences(time, at).flatMap(([from, to]) => (from <= at && at < to ? [to] : [])),
  );
  return Math.max(at, ...ends);
}

/** Those that begin on the day the instant lies in, and on the day before. */
function occurrences({ days, from, to, timeZone }: QuietTime, at: number): [from: number, to: number][] {
  return [-1, 0].flatMap((offset): [number, number][] => {
    const day = addDays(new Date(at), offset, timeZone);
    if (!days.includes(dayOfWeek(day, timeZone))) return [];
    const lastDay = to <= from ? addDays(day, 1, timeZone) : day;
    return [[instantOf(day, from, timeZone), instantOf(lastDay, to, timeZone)]];
  });
}

/** When the clocks of a day show that many minutes; a time they leave out is as long after midnight as it would have been. */
function instantOf(day: Date, minutes: number, zone: string): number {
  if (minutes === DAY_MINUTES) return addDays(day, 1, zone).getTime();
  const unshifted = startOfDay(day, zone).getTime() + minutes * MINUTE_MS;
  const off = minutes - minutesShown(unshifted, zone);
  // Midnight may lie between the two.
  const byClock = Math.abs(off) > DAY_MINUTES / 2 ? off - Math.sign(off) * DAY_MINUTES : off;
  const shifted = unshifted + byClock * MINUTE_MS;
  return minutesShown(shifted, zone) === minutes ? shifted : unshifted;
}

function minutesShown(at: number, zone: string): number {
  const [hours = 0, minutes = 0] = clockOf(zone).format(at).split(':').map(Number);
  return hours * 60 + minutes;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock;
}
