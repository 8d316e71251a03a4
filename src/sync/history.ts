/** The history of one source as one read of it goes on: what changed is folded into the day's records, then the read is noted. */
import { addDays, type Zone } from '../domain/calendar.js';
import { DAYS_KEPT_DAYS, type DayRecord, HOURS_KEPT_DAYS, type Reading } from '../domain/history.js';
import { sourceId } from '../domain/ids.js';
import { chunks } from '../domain/lists.js';
import type { QuotaMeasure } from '../domain/vocabulary.js';
import { recorded } from '../quota/history.js';
import { carriesOver, noted, type Place, placed, placesOf } from '../quota/history-place.js';
import { lastRise, watchedSince } from '../quota/history-rise.js';
import type { Repo } from '../store/repo.js';
import {
  firstDayFrom,
  HISTORY,
  lastDaysUntil,
  observedDoc,
  observedOf,
  recordDoc,
  recordId,
  recordOf,
} from './history-documents.js';

/** What a read changed of one quota; null: it was not there, or is no more. */
export interface QuotaChange {
  readonly quotaId: string;
  readonly measure: QuotaMeasure;
  readonly before: Reading | null;
  readonly after: Reading | null;
}

/**
 * In this order: `peaks` before evaluation, `record` before the new state is stored, `noteRead` after. Broken off in
 * between and done again, nothing counts twice and no change is missing.
 */
export interface SourceHistory {
  /** The largest use seen on this day so far, of daily counters: each with what it was at the read before. */
  peaks(before: Iterable<readonly [quotaId: string, before: Reading | null]>): Promise<ReadonlyMap<string, bigint>>;
  /** Folds what changed into the day's records. */
  record(changes: readonly QuotaChange[]): Promise<void>;
  /** Counts this read; the first one on a day clears away what is too old. */
  noteRead(): Promise<void>;
  /** When each of these daily counters last rose or came, to the end of that hour; null: as far as history tells, never. */
  lastRises(quotaIds: readonly string[]): Promise<ReadonlyMap<string, Date | null>>;
  /** The first day on which the source was read; null when this is the first read. */
  observedSince(): Promise<Date | null>;
  /** Since when it was read without a break in which a daily counter could rise unseen: eight days back at most. */
  watchedSince(): Promise<Date>;
}

/** Documents read and written at a time. */
const CHUNK = 1000;
/** The day that a counter fell, the one before on which it rose, and two to spare. */
const DAYS_OF_RISES = 4;
/** A peer without use for a week is stale: one day more than that. */
const DAYS_OF_WATCH = 9;

/** `zone`: where the source's days begin. `observedAt`: when this read began. */
export async function historyOf(repo: Repo, source: string, zone: Zone, observedAt: Date): Promise<SourceHistory> {
  const latest = (await repo.page(HISTORY, lastDaysUntil(sourceId(source), observedAt, 2))).map(observedOf);
  const places = placesOf(observedAt, zone, latest);
  const { today } = places;
  /** What was read or written of records, by document id. */
  const known = new Map<string, DayRecord | null>();

  async function load(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => !known.has(id));
    for (const some of chunks(wanted, CHUNK)) {
      const docs = await repo.getMany(HISTORY, some);
      for (const [i, doc] of docs.entries()) known.set(some[i] as string, doc === null ? null : recordOf(doc));
    }
  }

  /** Of the change, the records that it can be folded into. */
  function idsOf({ quotaId, measure }: QuotaChange): string[] {
    const daily = measure === 'DAILY_COUNTER';
    const all = daily ? [today, places.yesterday, places.tomorrow] : [today];
    return all.flatMap((place) => (place === null ? [] : [recordId(quotaId, place.day)]));
  }

  const recordIn = (quotaId: string, place: Place | null) =>
    place === null ? null : (known.get(recordId(quotaId, place.day)) ?? null);

  function fold(change: QuotaChange): DayRecord {
    const { quotaId, before } = change;
    const has = {
      today: recordIn(quotaId, today) !== null,
      tomorrow: recordIn(quotaId, places.tomorrow) !== null,
    };
    const { place, after, stillYesterday } = placed(change, places, has);
    const record = recorded(recordIn(quotaId, place), {
      series: quotaId,
      ...place,
      before,
      after,
      stillYesterday,
    });
    known.set(recordId(quotaId, place.day), record);
    return record;
  }

  return {
    async peaks(before) {
      const peaks = new Map<string, bigint>();
      // A fall this close to midnight is the next day's beginning.
      if (places.tomorrow !== null) return peaks;
      const quotas = [...before];
      await load(quotas.map(([id]) => recordId(id, today.day)));
      for (const [id, reading] of quotas) {
        const seen = today.seenToday > (carriesOver('DAILY_COUNTER', reading) ? today.atReset : 0);
        const record = recordIn(id, today);
        const peak = record !== null ? record.peak : seen ? reading?.used : null;
        if (peak != null) peaks.set(id, peak);
      }
      return peaks;
    },
    async record(changes) {
      // At the very first read nothing has come or gone: before it there is no history. A daily counter has counted, though.
      const told =
        latest.length === 0 ? changes.filter((change) => change.before !== null || hasCounted(change)) : changes;
      for (const some of chunks(told, CHUNK)) {
        await load(some.flatMap(idsOf));
        const folded = new Map(some.map(fold).map((record) => [recordId(record.series, record.day), record]));
        await repo.replaceMany(
          HISTORY,
          [...folded.values()].map((record) => recordDoc(source, record)),
        );
      }
    },
    async noteRead() {
      if (today.seenToday === 0) await clear(repo, source, today.day, zone);
      const before = latest.find(({ day }) => day.getTime() === today.day.getTime()) ?? null;
      await repo.replaceMany(HISTORY, [observedDoc(source, noted(before, observedAt, today))]);
    },
    async lastRises(quotaIds) {
      const rises = new Map<string, Date | null>();
      await load(quotaIds.map((id) => recordId(id, today.day)));
      for (const id of quotaIds) {
        const record = recordIn(id, today);
        rises.set(id, record === null ? null : lastRise([record], zone));
      }
      // Only those that did not rise today cost a look at the days before.
      for (const some of chunks(
        quotaIds.filter((id) => rises.get(id) === null),
        CHUNK,
      )) {
        const pages = await repo.pageEach(
          HISTORY,
          some.map((id) => lastDaysUntil(id, observedAt, DAYS_OF_RISES)),
        );
        for (const [i, docs] of pages.entries()) {
          const records = docs.map(recordOf);
          // Where there may be more records than were looked at, nothing is claimed of the time before these.
          const oldest = records.length === DAYS_OF_RISES ? (records[0]?.day ?? null) : null;
          rises.set(some[i] as string, lastRise(records, zone) ?? oldest);
        }
      }
      return rises;
    },
    async observedSince() {
      const [first] = await repo.page(HISTORY, firstDayFrom(sourceId(source), new Date(0)));
      return first === undefined ? null : observedOf(first).day;
    },
    async watchedSince() {
      const days = await repo.page(HISTORY, lastDaysUntil(sourceId(source), observedAt, DAYS_OF_WATCH));
      return watchedSince(days.map(observedOf), today.day, zone);
    },
  };
}

function hasCounted({ measure, after }: QuotaChange): boolean {
  return measure === 'DAILY_COUNTER' && after?.used != null && after.used > 0n;
}

async function clear(repo: Repo, source: string, today: Date, zone: Zone): Promise<void> {
  const old = { source, hourly: true, day: { lt: addDays(today, -HOURS_KEPT_DAYS, zone) } };
  for await (const docs of repo.scan(HISTORY, old, ['day'])) {
    await repo.patchMany(
      HISTORY,
      docs.map((doc) => doc._id),
      { hours: [], hourly: false },
    );
  }
  await repo.deleteWhere(HISTORY, { source, hourly: false, day: { lt: addDays(today, -DAYS_KEPT_DAYS, zone) } });
}
