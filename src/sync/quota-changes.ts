/** What a read changed of the numbers of quotas: what history is made of. */
import type { Meter } from '../domain/entities.js';
import { chunks } from '../domain/lists.js';
import { readingOf, sameReading } from '../quota/history.js';
import { quotaId } from '../quota/quota.js';
import type { Repo } from '../store/repo.js';
import type { QuotaChange, SourceHistory } from './history.js';
import type { Change, Stored } from './replace.js';
import { OPEN_END } from './stored.js';

const READ_AT_ONCE = 1000;

/** By quota id: what is stored of all of the source, where daily counters ask for all of it; nothing where none do. */
export async function metersBefore(
  repo: Repo,
  source: string,
  meters: readonly Meter[],
): Promise<ReadonlyMap<string, Meter>> {
  const before = new Map<string, Meter>();
  if (!meters.some(isDaily)) return before;
  for await (const docs of repo.scan('quotas', { source, until: OPEN_END }, ['id', 'meter'])) {
    for (const { id, meter } of docs) before.set(String(id), meter as Meter);
  }
  return before;
}

/**
 * Of the quotas that became others or are gone; the numbers as they were read, whatever the clock made of them since.
 * `known`: those of `metersBefore`, which are not read again.
 */
export async function quotaChanges(
  repo: Repo,
  { fresh, ended }: Change,
  known: ReadonlyMap<string, Meter>,
): Promise<QuotaChange[]> {
  const others = await metersOf(
    repo,
    ended.filter(({ id }) => !known.has(id)),
  );
  const changes = new Map<string, QuotaChange>();
  for (const { id } of ended) {
    const meter = known.get(id) ?? others.get(id);
    if (meter !== undefined)
      changes.set(id, { quotaId: id, measure: meter.measure, before: readingOf(meter), after: null });
  }
  for (const { body } of fresh) {
    const meter = body.meter as Meter;
    const old = changes.get(body.id)?.before ?? null;
    changes.set(body.id, { quotaId: body.id, measure: meter.measure, before: old, after: readingOf(meter) });
  }
  return [...changes.values()].filter((change) => !sameReading(change.before, change.after));
}

/** The meters with the largest use seen today, for daily counters that have fallen below it since. */
export async function withPeaks(
  meters: readonly Meter[],
  before: ReadonlyMap<string, Meter>,
  history: SourceHistory,
): Promise<readonly Meter[]> {
  const daily = meters.filter(isDaily).map((meter) => {
    const id = idOf(meter);
    const stored = before.get(id);
    return [id, stored === undefined ? null : readingOf(stored)] as const;
  });
  if (daily.length === 0) return meters;
  const peaks = await history.peaks(daily);
  return meters.map((meter) => {
    const peak = isDaily(meter) ? peaks.get(idOf(meter)) : undefined;
    return peak === undefined || meter.used === null || peak <= meter.used ? meter : { ...meter, peak };
  });
}

function idOf({ subjectId, dimension }: Meter): string {
  return quotaId(subjectId, dimension);
}

function isDaily({ measure }: Meter): boolean {
  return measure === 'DAILY_COUNTER';
}

/** By quota id. */
async function metersOf(repo: Repo, versions: readonly Stored[]): Promise<ReadonlyMap<string, Meter>> {
  const meters = new Map<string, Meter>();
  for (const some of chunks(versions, READ_AT_ONCE)) {
    const docs = await repo.getMany(
      'quotas',
      some.map(({ _id }) => _id),
    );
    for (const doc of docs) if (doc !== null) meters.set(String(doc.id), doc.meter as Meter);
  }
  return meters;
}
