/** What a read changed of the numbers of quotas: what history is made of. */
import type { Meter } from '../domain/entities.js';
import type { Reading } from '../domain/history.js';
import { readingOf, sameReading } from '../quota/history.js';
import { quotaId } from '../quota/quota.js';
import type { Repo } from '../store/repo.js';
import type { QuotaChange, SourceHistory } from './history.js';
import { type Change, OPEN_END } from './replace.js';

const READ_AT_ONCE = 1000;

/** Of the quotas that became others or are gone; the numbers as they were read, whatever the clock made of them since. */
export async function quotaChanges(repo: Repo, { fresh, ended }: Change): Promise<QuotaChange[]> {
  const before = await metersOf(
    repo,
    ended.map(({ _id }) => _id),
  );
  const changes = new Map<string, QuotaChange>();
  for (const { id, _id } of ended) {
    const meter = before.get(_id);
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
  repo: Repo,
  source: string,
  meters: readonly Meter[],
  history: SourceHistory,
): Promise<readonly Meter[]> {
  if (!meters.some(isDaily)) return meters;
  const before = new Map<string, Reading>();
  for await (const docs of repo.scan('quotas', { source, until: OPEN_END }, ['id', 'meter'])) {
    for (const { id, meter } of docs) before.set(String(id), readingOf(meter as Meter));
  }
  const daily = meters.filter(isDaily).map(({ subjectId, dimension }) => quotaId(subjectId, dimension));
  const peaks = await history.peaks(daily.map((id) => [id, before.get(id) ?? null] as const));
  return meters.map((meter) => {
    const peak = isDaily(meter) ? peaks.get(quotaId(meter.subjectId, meter.dimension)) : undefined;
    return peak === undefined || meter.used === null || peak <= meter.used ? meter : { ...meter, peak };
  });
}

function isDaily({ measure }: Meter): boolean {
  return measure === 'DAILY_COUNTER';
}

async function metersOf(repo: Repo, ids: readonly string[]): Promise<ReadonlyMap<string, Meter>> {
  const meters = new Map<string, Meter>();
  for (let at = 0; at < ids.length; at += READ_AT_ONCE) {
    for (const doc of await repo.getMany('quotas', ids.slice(at, at + READ_AT_ONCE))) {
      if (doc !== null) meters.set(doc._id, doc.meter as Meter);
    }
  }
  return meters;
}
