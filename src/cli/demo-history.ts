/**
 * Gives the demo a past. What its quotas were before its first start is made up here, and only here: nothing that runs
 * on sources of one's own imports this.
 */
import type { Zone } from '../domain/calendar.js';
import type { SourceState } from '../domain/source-state.js';
import { openRepo } from '../store/index.js';
import type { Doc, Repo } from '../store/repo.js';
import { undraft } from '../sync/documents.js';
import { historyOf } from '../sync/history.js';
import { HISTORY, observedDoc, recordDoc } from '../sync/history-documents.js';
import { OPEN_END } from '../sync/stored.js';
import { coursesTo } from './demo-history/courses.js';
import type { Present } from './demo-history/estate.js';
import { pastDays } from './demo-history/reads.js';
import type { CreateApp } from './deps.js';

/** Documents written at a time. */
const CHUNK = 500;

/** Where the store knows none of the sources yet, the app is there when each has a past; else nothing is made up. */
export function withPast(createApp: CreateApp): CreateApp {
  return async (config, overrides) => {
    const names = config.sources.map(({ name }) => name);
    const repo = await openRepo(config.store);
    const isFirstStart = await knowsNone(repo, names).catch(async (error: unknown) => {
      await repo.close();
      throw error;
    });
    const app = await createApp(config, { ...overrides, repo });
    if (!isFirstStart) return app;
    try {
      overrides.onProgress('making up the usage of the last 60 days');
      // At once: each joins the read that is under way.
      await Promise.all(names.map((name) => app.refresh(name).then(() => inventPast(repo, name))));
      return app;
    } catch (error) {
      await app.close();
      throw error;
    }
  };
}

/** Writes the past of a source up to the day on which it was first read; nothing when it was not. */
export async function inventPast(repo: Repo, source: string): Promise<void> {
  const state = (await repo.get('sources', source)) as (Doc & SourceState) | null;
  if (state?.lastSyncedAt == null) return;
  const zone: Zone = state.timeZone;
  const history = await historyOf(repo, source, zone, state.lastSyncedAt);
  const today = await history.observedSince();
  if (today === null) return;
  const courses = coursesTo(await presentOf(repo, source), today, zone);
  const observed: Doc[] = [];
  let records: Doc[] = [];
  for (const day of pastDays(courses, today, zone)) {
    observed.push(observedDoc(source, day.observed));
    records.push(...day.records.map((record) => recordDoc(source, record)));
    if (records.length < CHUNK) continue;
    await repo.replaceMany(HISTORY, records);
    records = [];
  }
  await repo.replaceMany(HISTORY, records);
  // Last: without the days on which the source was read, records show nowhere. So there is all of it, or none.
  await repo.replaceMany(HISTORY, observed);
}

async function presentOf(repo: Repo, source: string): Promise<Present> {
  async function all<T>(collection: string): Promise<T[]> {
    const things: T[] = [];
    for await (const docs of repo.scan(collection, { source, until: OPEN_END })) things.push(...docs.map(undraft<T>));
    return things;
  }
  const [quotas, licenses, stacks, pools, peers] = [
    await all<Present['quotas'][number]>('quotas'),
    await all<Present['licenses'][number]>('licenses'),
    await all<Present['stacks'][number]>('stacks'),
    await all<Present['pools'][number]>('pools'),
    await all<Present['peers'][number]>('peers'),
  ];
  return { quotas, licenses, stacks, pools, peers };
}

async function knowsNone(repo: Repo, sources: readonly string[]): Promise<boolean> {
  return (await repo.getMany('sources', sources)).every((doc) => doc === null);
}
