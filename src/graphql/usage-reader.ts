/** How use went, as one operation reads it: quotas of one level in one store call, each source's own days once. */
import { setImmediate } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { addDays, type Zone } from '../domain/calendar.js';
import type { Quota } from '../domain/evaluated.js';
import { HOURS_KEPT_DAYS, type ObservedDay, type UsagePoint } from '../domain/history.js';
import { sourceId } from '../domain/ids.js';
import { points, readingOf } from '../quota/history.js';
import type { Doc, PageQuery, Repo } from '../store/repo.js';
import {
  daysBetween,
  firstDayFrom,
  HISTORY,
  observedOf,
  recordOf,
  wholeDaysBetween,
} from '../sync/history-documents.js';
import type { UsageRange } from './usage-range.js';

export interface UsageReader {
  /** Ascending; only what was seen. */
  usage(quota: Quota, range: UsageRange): Promise<UsagePoint[]>;
  /** What a forecast is made from: the days of the last 90 and the hours of the last 35, today included. */
  history(quota: Quota): Promise<QuotaHistory>;
}

export interface QuotaHistory {
  readonly days: readonly UsagePoint[];
  readonly hours: readonly UsagePoint[];
}

/** Days of history that a forecast is made from; those that still have their hours by the hour. */
export const FORECAST_DAYS = 90;
/** The day in which an hour lies begins no earlier than this before it. */
const LONGEST_DAY_MS = 48 * 3_600_000;

export interface UsageReaderDeps {
  readonly reads: Pick<Repo, 'pageEach'>;
  /** Where the days of a source begin. */
  readonly zoneOf: (source: string) => Zone;
  readonly now: Date;
  /** Told when history is read: it goes on from sample to sample, whatever else of a source stands. */
  readonly onPassing: () => void;
}

export function createUsageReader({ reads, zoneOf, now, onPassing }: UsageReaderDeps): UsageReader {
  const pages = new DataLoader<PageQuery, Doc[]>((queries) => reads.pageEach(HISTORY, queries), { cache: false });
  const days = new Map<string, Promise<ObservedDay[]>>();

  /** The same days for every quota of a source. */
  function observedDays(source: string, from: Date, to: Date): Promise<ObservedDay[]> {
    const key = `${source} ${from.getTime()} ${to.getTime()}`;
    const known =
      days.get(key) ?? pages.load(daysBetween(sourceId(source), from, to)).then((all) => all.map(observedOf));
    days.set(key, known);
    return known;
  }

  /** Points of hundreds of quotas take a while: after each, everybody else gets a turn. */
  let turns: Promise<void> = Promise.resolve();
  function turn(): Promise<void> {
    turns = turns.then(() => setImmediate());
    return turns;
  }

  /** What points of the quota are told from. */
  async function told({ id, source, measure, meter }: Quota, from: Date, to: Date, recordsBetween = daysBetween) {
    onPassing();
    const begin = new Date(from.getTime() - LONGEST_DAY_MS);
    const [records, next, observed] = await Promise.all([
      pages.load(recordsBetween(id, begin, to)),
      pages.load(firstDayFrom(id, to)),
      observedDays(source, begin, to),
    ]);
    await turn();
    return { records: [...records, ...next].map(recordOf), present: readingOf(meter), measure, observed };
  }

  return {
    async usage(quota, range) {
      const recordsBetween = range.resolution === 'DAY' ? wholeDaysBetween : daysBetween;
      return points({ ...(await told(quota, range.from, range.to, recordsBetween)), ...range });
    },
    async history(quota) {
      const zone = zoneOf(quota.source);
      const from = addDays(now, 1 - FORECAST_DAYS, zone);
      const to = new Date(now.getTime() + 1);
      const history = await told(quota, from, to);
      return {
        days: points({ ...history, resolution: 'DAY', from, to }),
        hours: points({ ...history, resolution: 'HOUR', from: addDays(now, 1 - HOURS_KEPT_DAYS, zone), to }),
      };
    },
  };
}
