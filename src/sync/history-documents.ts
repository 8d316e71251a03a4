/** How history lies in the store: one document a quota and day on which it changed, one a source and day on which it was read. */
import type { DayRecord, ObservedDay } from '../domain/history.js';
import { parseGlobalId, sourceId } from '../domain/ids.js';
import type { Doc, PageQuery } from '../store/repo.js';
import { hoursOf, hoursText } from './history-hours.js';

export const HISTORY = 'history';

/** More days than are kept, also where a day counts twice because a zone has changed. */
const MOST_DAYS = 1000;
/** Of a record without its hours, which are most of it. */
const DAY_FIELDS = ['series', 'day', 'open', 'peak', 'last', 'limit', 'skipped', 'goneAfter'];
const BY_DAY = { order: { field: 'day', direction: 'ASC' }, tieBreaker: 'day' } as const;

export function recordId(series: string, day: Date): string {
  return `${series}@${day.getTime()}`;
}

export function recordDoc(source: string, record: DayRecord): Doc {
  const { series, day, hours } = record;
  return { ...record, _id: recordId(series, day), source, hourly: hours.length > 0, hours: hoursText(hours) };
}

export function observedDoc(source: string, observed: ObservedDay): Doc {
  const series = sourceId(source);
  return { ...observed, _id: recordId(series, observed.day), source, series, hourly: observed.hours.length > 0 };
}

export function recordOf(doc: Doc): DayRecord {
  const { _id, source, hourly, hours, ...record } = doc;
  // Text; an empty list of a day whose hours are no longer kept; nothing where they were not asked for.
  return { ...(record as unknown as Omit<DayRecord, 'hours'>), hours: typeof hours === 'string' ? hoursOf(hours) : [] };
}

export function observedOf(doc: Doc): ObservedDay {
  const { _id, source, series, hourly, ...observed } = doc;
  return observed as unknown as ObservedDay;
}

/** Days from `from` (inclusive) to `to` (exclusive), ascending: of a quota by its id, of a source by `sourceId`. */
export function daysBetween(series: string, from: Date, to: Date): PageQuery {
  return { ...BY_DAY, anyOf: [{ ...of(series), day: { gte: from, lt: to } }], limit: MOST_DAYS };
}

/** The same of a quota without the hours, where days are all that is wanted. */
export function wholeDaysBetween(series: string, from: Date, to: Date): PageQuery {
  return { ...daysBetween(series, from, to), fields: DAY_FIELDS };
}

/** The first day at or after `from`. */
export function firstDayFrom(series: string, from: Date): PageQuery {
  return { ...BY_DAY, anyOf: [{ ...of(series), day: { gte: from } }], limit: 1 };
}

/** The last `count` days up to and with `until`, ascending. */
export function lastDaysUntil(series: string, until: Date, count: number): PageQuery {
  return { ...BY_DAY, anyOf: [{ ...of(series), day: { lte: until } }], limit: count, fromEnd: true };
}

/** A series is all of one source, which keeps a query on the shard of that source. */
function of(series: string) {
  return { series, source: parseGlobalId(series)?.source ?? null };
}
