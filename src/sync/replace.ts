/**
 * Replaces what is stored of a source, atomically for readers and by writing only what changed: new versions first, then
 * the superseded ones get their end, then one compare-and-set moves the source's revision on. A crash in between leaves
 * readers where they were; the next write clears away what it left.
 */
import type { SourceState } from '../domain/source-state.js';
import { entityCollections } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';
import { type Draft, type Drafts, storable, tallyOf } from './documents.js';

/** Longer than any operation reads: the server ends a request after 60 s. */
const LONGEST_OPERATION_MS = 120_000;

/** `until` of a version that is not superseded. */
export const OPEN_END = Number.MAX_SAFE_INTEGER;

export interface ReplaceResult {
  readonly state: SourceState;
  /** Documents inserted, and versions ended. */
  readonly inserted: number;
  readonly ended: number;
}

/** Another writer moved the source on meanwhile; nothing of this write is visible. */
export class LostRaceError extends Error {
  constructor(source: string) {
    super(`the source ${source} was written by somebody else meanwhile`);
    this.name = 'LostRaceError';
  }
}

/** Stores `drafts` as the source's state, together with `changes` of the source's own document. */
export async function replaceState(
  repo: Repo,
  before: SourceState,
  drafts: Drafts,
  changes: Partial<SourceState>,
  now: Date,
): Promise<ReplaceResult> {
  const state = before.writing === null ? before : await recover(repo, before);
  const diffs = await Promise.all(
    Object.entries(drafts).map(async ([collection, docs]) => ({
      collection,
      ...(await diff(repo, collection, state._id, docs)),
    })),
  );
  const inserted = sum(diffs.map((each) => each.fresh.length));
  const ended = sum(diffs.map((each) => each.ended.length));
  const settled = { ...state, ...changes, tally: tallyOf(drafts, state.tally) };
  if (inserted + ended === 0) return { state: await setState(repo, state, settled), inserted, ended };

  const revision = state.revision + 1;
  const writing = await setState(repo, state, { ...state, writing: revision });
  for (const { collection, fresh, ended: old } of diffs) {
    if (fresh.length > 0) {
      await repo.insertMany(
        collection,
        fresh.map((doc) => ({ ...storable(doc), _id: `${doc.id}@${revision}`, from: revision, until: OPEN_END })),
      );
    }
    if (old.length > 0) await repo.patchMany(collection, old, { until: revision });
  }
  const { flips, unread } = retire(state.flips, now);
  const next = await setState(repo, writing, {
    ...settled,
    revision,
    writing: null,
    flips: [...flips, { revision, at: now }],
  });
  if (unread !== null) {
    for (const collection of entityCollections) {
      await repo.deleteWhere(collection, { source: state._id, until: { lte: unread } });
    }
  }
  return { state: next, inserted, ended };
}

/** Changes the source's own document only; throws LostRaceError when it is no longer what the caller read. */
export async function setState(repo: Repo, before: SourceState, next: SourceState): Promise<SourceState> {
  const stamped: Doc & SourceState = { ...next, stamp: before.stamp + 1 };
  if (await repo.compareAndSet('sources', { _id: before._id, stamp: before.stamp }, stamped)) return stamped;
  throw new LostRaceError(before._id);
}

/** Forgets everything stored of a source, its own document last: cut short, it is done again at the next start. */
export async function forgetSource(repo: Repo, source: string): Promise<void> {
  for (const collection of entityCollections) await repo.deleteWhere(collection, { source });
  await repo.deleteWhere('sources', { _id: source });
}

/** A version that ended at `until` is read by operations that began before the revision `until` came to be. */
function retire(flips: SourceState['flips'], now: Date): { flips: SourceState['flips']; unread: number | null } {
  const isPast = ({ at }: { readonly at: Date }) => now.getTime() - at.getTime() > LONGEST_OPERATION_MS;
  return { flips: flips.filter((flip) => !isPast(flip)), unread: flips.findLast(isPast)?.revision ?? null };
}

async function recover(repo: Repo, state: SourceState): Promise<SourceState> {
  for (const collection of entityCollections) {
    await repo.deleteWhere(collection, { source: state._id, from: { gt: state.revision } });
    const ended = repo.scan(collection, { source: state._id, until: { gt: state.revision, lt: OPEN_END } }, ['until']);
    for await (const docs of ended) {
      await repo.patchMany(
        collection,
        docs.map((doc) => doc._id),
        { until: OPEN_END },
      );
    }
  }
  return setState(repo, state, { ...state, writing: null });
}

async function diff(
  repo: Repo,
  collection: string,
  source: string,
  docs: readonly Draft[],
): Promise<{ fresh: Draft[]; ended: string[] }> {
  const stored = new Map<string, { readonly _id: string; readonly hash: unknown }>();
  for await (const chunk of repo.scan(collection, { source, until: OPEN_END }, ['id', 'hash'])) {
    for (const doc of chunk) stored.set(String(doc.id), { _id: doc._id, hash: doc.hash });
  }
  const fresh: Draft[] = [];
  const ended: string[] = [];
  const seen = new Set<string>();
  for (const doc of docs) {
    seen.add(doc.id);
    const old = stored.get(doc.id);
    if (old?.hash === doc.hash) continue;
    fresh.push(doc);
    if (old !== undefined) ended.push(old._id);
  }
  for (const [id, old] of stored) if (!seen.has(id)) ended.push(old._id);
  return { fresh, ended };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
