/** On which days Splunk's warnings were earned and when they leave their window, as far as its messages tell. Pure. */
import { addDays, startOfDay, type Zone } from '../../domain/calendar.js';
import type { VendorMessage } from '../../domain/entities.js';

/** A counted warning is written just after midnight about the day before: the vendor's own report shifts it so. */
const WRITTEN_LATER_MS = 43_200_000;
/** Longer windows end at dates that nobody can mean. */
const LONGEST_WINDOW_DAYS = 1_000_000;

export interface WarningContext {
  /** Null: they could not be read. */
  readonly messages: readonly VendorMessage[] | null;
  /** Of the license manager; null: not known. */
  readonly zone: Zone;
  readonly observedAt: Date;
}

/** When the warnings of one peer, or the most that one of some peers has, go down. */
export interface Leaving {
  /** One instant for each that leaves after the read, the first first; null when not all are known. */
  readonly leaves: readonly Date[] | null;
  /** The next leaves at this instant, or before it where not all are known; null when nothing is known. */
  readonly latest: Date | null;
  /** Sentences. */
  readonly reasons: readonly string[];
}

export interface WarningLog {
  /** First instants of the days on which a peer earned a counted warning, in order, each once. */
  daysOf(peerId: string, activePoolIds: readonly string[]): readonly Date[];
  /** When `count` warnings leave their window, given the days on which some of them were earned. */
  leaving(count: number, days: readonly Date[], windowDays: number | null): Leaving;
  /** Since when the server warns of a pool or stack that is over its quota today: no counted warning as yet. */
  overQuotaSince(subjectId: string): Date | null;
}

export function warningLog({ messages, zone, observedAt }: WarningContext): WarningLog {
  const today = zone === null ? null : startOfDay(observedAt, zone);
  const days = new Map<string, Set<number>>();
  const overQuota = new Map<string, Date>();
  const ends = new Map<string, Date>();
  const dayOf = dayFinder();
  const note = (subjectId: string, day: Date): void => {
    const known = days.get(subjectId);
    if (known === undefined) days.set(subjectId, new Set([day.getTime()]));
    else known.add(day.getTime());
  };
  for (const message of messages ?? []) {
    if (zone === null || today === null || message.createdAt === null) continue;
    const { category, createdAt, about } = message;
    if (category === 'license_window') {
      const subjectId = warned(message);
      const day = dayOf(new Date(createdAt.getTime() - WRITTEN_LATER_MS), zone);
      if (subjectId !== null && day <= today) note(subjectId, day);
      continue;
    }
    const over =
      category === 'pool_over_quota' ? about.poolId : category === 'stack_over_quota' ? about.stackId : undefined;
    const isToday = over != null && dayOf(createdAt, zone).getTime() === today.getTime();
    const before = isToday ? overQuota.get(over) : undefined;
    if (isToday && (before === undefined || createdAt < before)) overQuota.set(over, createdAt);
  }

  /** A warning of day D leaves at the start of day D + window. */
  function endOf(day: Date, windowDays: number, inZone: string): Date {
    const key = `${day.getTime()} ${windowDays}`;
    const end = ends.get(key) ?? addDays(day, windowDays, inZone);
    ends.set(key, end);
    return end;
  }

  return {
    daysOf(peerId, activePoolIds) {
      const all = new Set<number>();
      for (const id of [peerId, ...activePoolIds]) for (const day of days.get(id) ?? []) all.add(day);
      return [...all].sort((a, b) => a - b).map((time) => new Date(time));
    },
    leaving(count, warnedDays, windowDays) {
      if (count === 0) return { leaves: [], latest: null, reasons: [] };
      if (messages === null) return unknown('the messages could not be read');
      if (zone === null || today === null) return unknown("the license manager's time zone is not known");
      if (windowDays === null) return unknown('the window is not known');
      if (windowDays > LONGEST_WINDOW_DAYS) return unknown(`a window of ${windowDays} days is absurd`);
      return leavingOf(
        count,
        warnedDays.map((day) => endOf(day, windowDays, zone)),
        { today, observedAt },
      );
    },
    overQuotaSince: (subjectId) => overQuota.get(subjectId) ?? null,
  };
}

/** Of peers with so many warnings each: when the most that one of them has goes down. */
export function leavingOfMost(peers: readonly { readonly count: number; readonly leaving: Leaving }[]): Leaving {
  const warnedPeers = peers.filter(({ count }) => count > 0);
  const [first, ...others] = warnedPeers;
  if (first !== undefined && others.length === 0) return first.leaving;
  const most = warnedPeers.reduce((max, { count }) => Math.max(max, count), 0);
  if (warnedPeers.some(({ leaving }) => leaving.leaves === null)) {
    const latest = latestOf(warnedPeers.filter(({ count }) => count === most).map(({ leaving }) => leaving.latest));
    const bound = latest === null ? '' : `; the highest count falls at the latest at ${iso(latest)}`;
    return {
      leaves: null,
      latest,
      reasons: [`When warnings leave the window is not known for all of its peers${bound}.`],
    };
  }
  const leaves: Date[] = [];
  for (let level = most; level > 0; level--) {
    // No peer has as many any more when each that had has lost enough of them.
    const had = warnedPeers.filter(({ count }) => count >= level);
    const below = latestOf(had.map(({ count, leaving }) => leaving.leaves?.[count - level] ?? null));
    if (below === null) break;
    leaves.push(below);
  }
  const latest = leaves[0] ?? null;
  const reasons =
    latest === null ? [] : [`The highest count falls next at ${iso(latest)}, when warnings leave the window.`];
  return { leaves, latest, reasons };
}

/** In words, as many as there are. */
export function warningsOf(count: number): string {
  return count === 1 ? '1 warning' : `${count} warnings`;
}

/** Thousands of messages are written within the same minutes after midnight; days begin at whole minutes. */
function dayFinder(): (at: Date, zone: string) => Date {
  const found = new Map<number, Date>();
  return (at, zone) => {
    const minute = Math.floor(at.getTime() / 60_000);
    const day = found.get(minute) ?? startOfDay(at, zone);
    found.set(minute, day);
    return day;
  };
}

/** The peer that a message names, else the pool, all of whose active peers it warns. */
function warned({ about, vendorFields }: VendorMessage): string | null {
  if (about.peerId != null) return about.peerId;
  // A peer that it names and the server does not list stays in `vendorFields`: the warning is that peer's alone.
  return Object.hasOwn(vendorFields, 'peer_id') ? null : (about.poolId ?? null);
}

function leavingOf(count: number, ends: readonly Date[], at: { today: Date; observedAt: Date }): Leaving {
  const inside = ends.filter((end) => end > at.observedAt);
  // Left today and perhaps still counted; what left earlier and is still shown as a message is no longer counted.
  const left = ends.filter((end) => end >= at.today && end <= at.observedAt).length;
  const dated = Math.min(count, inside.length + left);
  const next = inside[0];
  if (dated < count) {
    if (dated === 0) return unknown(`the messages date none of ${warningsOf(count)}`);
    const bound = next === undefined ? '' : `; the next leaves the window at the latest at ${iso(next)}`;
    return {
      leaves: null,
      latest: next ?? null,
      reasons: [`The messages date ${dated} of ${warningsOf(count)}${bound}.`],
    };
  }
  // More days than warnings: a reset license has taken the older ones back.
  const leaves = inside.slice(-count);
  const [first] = leaves;
  const stillCounted = count - leaves.length;
  return {
    leaves,
    latest: first ?? null,
    reasons: [
      ...(inside.length > count
        ? [
            `The messages date ${inside.length} days for ${warningsOf(count)}: the newest are taken for those that count.`,
          ]
        : []),
      ...(stillCounted > 0
        ? [`${stillCounted} of ${count} left the window today and the server still counts it.`]
        : []),
      ...(first === undefined ? [] : [`The next leaves the window at ${iso(first)}.`]),
    ],
  };
}

/** Null as soon as one of them is. */
function latestOf(dates: readonly (Date | null)[]): Date | null {
  return dates.includes(null) ? null : new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)));
}

function unknown(why: string): Leaving {
  return { leaves: null, latest: null, reasons: [`When warnings leave the window is not known: ${why}.`] };
}

function iso(at: Date): string {
  return at.toISOString();
}
