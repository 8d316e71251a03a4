/** The licenses filters (facts 3, "Licence filters"), each a predicate; together they are a conjunction. */
import { camelKey, type JsonMap } from './json.js';
import type { Query } from './query.js';
import { DAY_MS, isActive, isBanned, isExpired, isExpiring, lastActivity } from './rules.js';
import type { KeygenState, License } from './state.js';

export type Predicate<T> = (row: T) => boolean;

/** Nothing matches a filter that cannot be read: the vendor answers an empty list, not 400. */
const nothing: Predicate<unknown> = () => false;

export function licensePredicates(query: Query, state: KeygenState, now: Date): readonly Predicate<License>[] {
  const found: Predicate<License>[] = [];
  const flag = (name: string, test: Predicate<License>): void => {
    const wanted = readFlag(query.get(name));
    if (wanted !== null) found.push((license) => test(license) === wanted);
  };
  const status = query.get('status');
  if (status !== undefined) found.push(statusPredicate(status, state, now));
  flag('suspended', (license) => license.suspended);
  flag('expiring', (license) => isExpiring(license, now));
  flag('expired', (license) => isExpired(license, now));
  flag('assigned', isAssigned);
  flag('unassigned', (license) => !isAssigned(license));
  flag('activated', (license) => state.machines.by('license', license.id).length > 0);
  each(query.nested('expired'), (bound, value) => found.push(expiryPredicate(bound, value, now, 'past')));
  each(query.nested('expires'), (bound, value) => found.push(expiryPredicate(bound, value, now, 'future')));
  each(query.nested('activity'), (bound, value) => found.push(activityPredicate(bound, value, now)));
  each(query.nested('activations'), (relation, value) => found.push(countPredicate(relation, value, state)));
  return [...found, ...metadataPredicates(query)];
}

/** `metadata[k]=v`, compared as text; the vendor camel-cases the keys of metadata. */
export function metadataPredicates(query: Query): readonly Predicate<{ readonly metadata: JsonMap }>[] {
  const found: Predicate<{ readonly metadata: JsonMap }>[] = [];
  each(query.nested('metadata'), (key, value) => {
    const name = camelKey(key);
    found.push(({ metadata }) => Object.hasOwn(metadata, name) && String(metadata[name]) === value);
  });
  return found;
}

/** Null when the parameter is absent or empty. */
export function readFlag(value: string | undefined): boolean | null {
  if (value === undefined || value === '') return null;
  return !['false', 'f', '0', 'off', 'no'].includes(value.toLowerCase());
}

/**
 * The filter is not the attribute: ACTIVE and INACTIVE look at activity alone, whatever the suspension and the expiry,
 * and leave out only the banned (index.feature:2550-2956).
 */
function statusPredicate(status: string, state: KeygenState, now: Date): Predicate<License> {
  switch (status.toUpperCase()) {
    case 'ACTIVE':
      return (license) => !isBanned(state, license) && isActive(license, now);
    case 'INACTIVE':
      return (license) => !isBanned(state, license) && !isActive(license, now);
    case 'EXPIRING':
      return (license) => isExpiring(license, now);
    case 'EXPIRED':
      return (license) => isExpired(license, now);
    case 'SUSPENDED':
      return (license) => license.suspended;
    case 'BANNED':
      return (license) => isBanned(state, license);
    default:
      return nothing;
  }
}

function isAssigned(license: License): boolean {
  return license.ownerId !== null || license.userIds.length > 0;
}

function expiryPredicate(bound: string, value: string, now: Date, side: 'past' | 'future'): Predicate<License> {
  const sign = side === 'past' ? -1 : 1;
  return momentPredicate(
    bound,
    value,
    (license: License) => license.expiry,
    (moment, milliseconds) => {
      const distance = sign * (moment.getTime() - now.getTime());
      return distance >= 0 && distance <= milliseconds;
    },
  );
}

function activityPredicate(bound: string, value: string, now: Date): Predicate<License> {
  if (bound === 'inside' || bound === 'outside') {
    const milliseconds = parseDuration(value);
    if (milliseconds === null) return nothing;
    const since = now.getTime() - milliseconds;
    return (license) => lastActivity(license).getTime() >= since === (bound === 'inside');
  }
  if (bound !== 'before' && bound !== 'after') return nothing;
  return momentPredicate(bound, value, lastActivity, () => false);
}

/** `within` and `in` take a duration; `before`, `after` and `on` a timestamp, `on` meaning its UTC day. */
function momentPredicate(
  bound: string,
  value: string,
  momentOf: (license: License) => Date | null,
  isWithin: (moment: Date, milliseconds: number) => boolean,
): Predicate<License> {
  const holds = (test: (moment: Date) => boolean): Predicate<License> => {
    return (license) => {
      const moment = momentOf(license);
      return moment !== null && test(moment);
    };
  };
  if (bound === 'within' || bound === 'in') {
    const milliseconds = parseDuration(value);
    return milliseconds === null ? nothing : holds((moment) => isWithin(moment, milliseconds));
  }
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return nothing;
  switch (bound) {
    case 'before':
      return holds((moment) => moment.getTime() < instant);
    case 'after':
      return holds((moment) => moment.getTime() > instant);
    case 'on':
      return holds((moment) => Math.floor(moment.getTime() / DAY_MS) === Math.floor(instant / DAY_MS));
    default:
      return nothing;
  }
}

function countPredicate(relation: string, value: string, state: KeygenState): Predicate<License> {
  if (!/^\d{1,9}$/.test(value)) return nothing;
  const wanted = Number(value);
  const count = (license: License): number => state.machines.by('license', license.id).length;
  switch (relation) {
    case 'eq':
      return (license) => count(license) === wanted;
    case 'gt':
      return (license) => count(license) > wanted;
    case 'gte':
      return (license) => count(license) >= wanted;
    case 'lt':
      return (license) => count(license) < wanted;
    case 'lte':
      return (license) => count(license) <= wanted;
    default:
      return nothing;
  }
}

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: DAY_MS,
  w: 7 * DAY_MS,
  mo: 30 * DAY_MS,
  y: 365 * DAY_MS,
};

/** `3d`, `90` (seconds) or ISO 8601 such as `P3D` and `PT12H`; null when it is none of these. */
export function parseDuration(text: string): number | null {
  const short = /^(\d{1,9})(s|m|h|d|w|mo|y)?$/i.exec(text);
  if (short !== null) return Number(short[1]) * (UNIT_MS[(short[2] ?? 's').toLowerCase()] ?? 1000);
  const iso = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  if (iso === null) return null;
  const units = ['y', 'mo', 'w', 'd', 'h', 'm', 's'];
  return units.reduce((sum, unit, place) => sum + Number(iso[place + 1] ?? 0) * (UNIT_MS[unit] ?? 0), 0);
}

function each(entries: ReadonlyMap<string, string> | undefined, visit: (key: string, value: string) => void): void {
  for (const [key, value] of entries ?? []) visit(key, value);
}
