/** How each quota of a source of the demo went before: sums add up, and all of it leads to what is there now. Pure. */
import { addDays, type Zone } from '../../domain/calendar.js';
import type { Quota } from '../../domain/evaluated.js';
import type { Reading } from '../../domain/history.js';
import { readingOf } from '../../quota/history.js';
import { bytesIndexed, warnedDays } from './daily-counters.js';
import { type Estate, estateOf, type Present } from './estate.js';
import { machinesBefore, risen, type Use } from './lasting-uses.js';
import { type Course, type Day, daysBefore, type Moment, type RecordedCourse } from './reads.js';

/** By quota id, those that ever were different from now. `today`: a day's first instant in `zone`. */
export function coursesTo(present: Present, today: Date, zone: Zone): ReadonlyMap<string, RecordedCourse> {
  const estate = estateOf(present);
  const courseOf = coursesIn(estate, daysBefore(today, zone), zone);
  const courses = new Map<string, RecordedCourse>();
  for (const quota of present.quotas) {
    const at = courseOf(quota);
    if (at !== null) courses.set(quota.id, { measure: quota.measure, at });
  }
  return courses;
}

type Amount = (moment: Moment) => bigint | null;

/** Everywhere null: it never was different from now. */
function coursesIn(estate: Estate, days: readonly Day[], zone: Zone): (quota: Quota) => Course | null {
  const { licenses, quotaOf, partsOf } = estate;
  const begin = days[0]?.day ?? new Date(0);
  const createdAt = new Map(licenses.map((license) => [license.id, license.createdAt]));
  const known = new Map<string, Course | null>();
  return courseOf;

  function courseOf(quota: Quota): Course | null {
    const course = known.get(quota.id);
    if (course !== undefined) return course;
    const made = courseBefore(quota, readingOf(quota.meter));
    const kept = made === null ? null : keepingLast(made);
    known.set(quota.id, kept);
    return kept;
  }

  function courseBefore(quota: Quota, now: Reading): Course | null {
    const use = now.used === null ? null : useBefore(quota, now.used);
    const limit = now.limit === null ? null : limitBefore(quota, now.limit);
    const since = createdAt.get(quota.subjectId) ?? null;
    if (use === null && limit === null && (since === null || since <= begin)) return null;
    return (moment) =>
      since !== null && moment.at < since
        ? null
        : { used: use === null ? now.used : use(moment), limit: limit === null ? now.limit : limit(moment) };
  }

  function useBefore(quota: Quota, used: bigint): Amount | null {
    const { id, subjectId, dimension, meter } = quota;
    const parts = partsOf(quota);
    if (parts.length > 0 && sum(parts.map((part) => part.meter.used)) === used) return total(parts, 'used');
    switch (dimension) {
      case 'INDEXED_BYTES_PER_DAY':
        return bytesIndexed(quota, used, estate, zone);
      case 'WARNINGS':
        return warningsBefore(quota, used);
      case 'LICENSES':
        return licensesBefore(subjectId, used);
      case 'MACHINES':
        return machinesBefore(id, used, readingOf(meter).limit, days);
      case 'CORES':
      case 'MEMORY_BYTES':
      case 'DISK_BYTES':
      case 'PROCESSES':
        return broughtByMachines(subjectId, used);
      default:
        return risen(id, dimension, used, days);
    }
  }

  /** A license that has expired since was part of its stack's limit, and so of the group's. */
  function limitBefore(quota: Quota, limit: bigint): Amount | null {
    if (quota.measure !== 'DAILY_COUNTER') return null;
    const ended = licenses.flatMap(({ stackId, status, expiresAt, quotaBytes }) =>
      stackId === quota.subjectId && status === 'EXPIRED' && expiresAt !== null && expiresAt > begin
        ? [{ expiresAt, quotaBytes: quotaBytes ?? 0n }]
        : [],
    );
    if (ended.length > 0) {
      return ({ at }) => limit + sum(ended.map(({ expiresAt, quotaBytes }) => (at < expiresAt ? quotaBytes : 0n)));
    }
    const parts = partsOf(quota);
    return sum(parts.map(({ meter }) => readingOf(meter).limit)) === limit ? total(parts, 'limit') : null;
  }

  function total(parts: readonly Quota[], what: keyof Reading): Amount | null {
    if (parts.every((part) => courseOf(part) === null)) return null;
    return (moment) =>
      sum(
        parts.map((part) => {
          const course = courseOf(part);
          return (course === null ? readingOf(part.meter) : course(moment))?.[what] ?? null;
        }),
      );
  }

  /** A warning counts from the end of its day; those whose days are not known counted all the time. */
  function warningsBefore(quota: Quota, used: bigint): Use | null {
    const since = warnedDays(quota, zone).map((day) => addDays(day, 1, zone));
    return since.length === 0 ? null : ({ at }) => used - countAfter(since, at);
  }

  function licensesBefore(group: string, used: bigint): Use | null {
    const since = licenses.flatMap((license) => (license.groupId === group ? (license.createdAt ?? []) : []));
    return countAfter(since, begin) === 0n ? null : ({ at }) => used - countAfter(since, at);
  }

  /** So many cores, bytes or processes for each machine. */
  function broughtByMachines(subjectId: string, used: bigint): Use | null {
    const machines = quotaOf(subjectId, 'MACHINES');
    const now = machines?.meter.used ?? null;
    const before = machines === null || now === null || now === 0n ? null : useBefore(machines, now);
    return before === null || now === null ? null : (moment) => (used * (before(moment) ?? now)) / now;
  }
}

/** A part is asked for by each whole above it, at the same moment. */
function keepingLast(course: Course): Course {
  let last: { readonly moment: Moment; readonly reading: Reading | null } | null = null;
  return (moment) => {
    if (last?.moment !== moment) last = { moment, reading: course(moment) };
    return last.reading;
  };
}

function countAfter(times: readonly Date[], at: Date): bigint {
  return BigInt(times.filter((time) => time > at).length);
}

/** What is not known counts nothing. */
function sum(amounts: readonly (bigint | null)[]): bigint {
  return amounts.reduce<bigint>((all, each) => all + (each ?? 0n), 0n);
}
