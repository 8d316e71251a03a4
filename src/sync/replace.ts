/**
 * Replaces what is stored of a source, atomically for readers and by writing only what changed: new versions first, then
 * the superseded ones get their end, then one compare-and-set moves the source's revision on. A crash in between leaves
 * readers where they were; the next writer clears away what it left.
 */
import { setImmediate } from 'node:timers/promises';
import { earliest } from '../domain/dates.js';
import type { SourceState, Tally } from '../domain/source-state.js';
import { entityCollections } from '../store/collections.js';
import { type Doc, FencedError, type Repo } from '../store/repo.js';
import { type Body, type Draft, storable } from './documents.js';
import { OPEN_END } from './stored.js';
import type { Turn } from './write-turns.js';

/** Longer than an operation reads at one revision; one that takes longer may miss what was superseded meanwhile. */
const LONGEST_OPERATION_MS = 120_000;
/** How many documents are made before everybody else gets a turn. */
const MADE_AT_ONCE = 200;

/** What becomes another in one collection. */
export interface Change {
  readonly collection: string;
  readonly fresh: readonly Fresh[];
  readonly ended: readonly Stored[];
}

/** A document to write. */
export interface Fresh {
  readonly hash: string;
  readonly body: Body;
}

/** A stored version, as far as comparing and counting need it. */
export interface Stored {
  readonly _id: string;
  readonly id: string;
  readonly hash: string;
  readonly changesAt: Date | null;
  /** What the tally counts it as; null: nothing. */
  readonly word: string | null;
}

export interface ReplaceResult {
  readonly state: SourceState;
  /** Documents inserted, and versions ended. */
  readonly inserted: number;
  readonly ended: number;
}

/** What has to change so that the collection holds exactly these of the source. Only what differs is made. */
export async function compare(
  repo: Repo,
  source: string,
  collection: string,
  drafts: readonly Draft[],
  now: Date,
): Promise<Change> {
  const stored = new Map<string, Stored>();
  const fields = ['id', 'hash', 'changesAt', ...(TALLIED[collection] ?? [])];
  for await (const chunk of repo.scan(collection, { source, until: OPEN_END }, fields)) {
    for (const doc of chunk) stored.set(String(doc.id), storedOf(collection, doc));
  }
  return difference(collection, stored, drafts, now);
}

/** What has to change so that these documents, by id, become exactly the drafts. */
export async function difference(
  collection: string,
  stored: ReadonlyMap<string, Stored>,
  drafts: readonly Draft[],
  now: Date,
): Promise<Change> {
  const rest = new Map(stored);
  const fresh: Fresh[] = [];
  const ended: Stored[] = [];
  for (const draft of drafts) {
    const old = rest.get(draft.id);
    rest.delete(draft.id);
    if (old?.hash === draft.hash && !isPast(old.changesAt, now)) continue;
    if (fresh.length % MADE_AT_ONCE === MADE_AT_ONCE - 1) await setImmediate();
    fresh.push({ hash: draft.hash, body: draft.body() });
    if (old !== undefined) ended.push(old);
  }
  return { collection, fresh, ended: [...ended, ...rest.values()] };
}

/** What has to change so that these documents, read from the store, become what `draft` makes of each. */
export function rewrite(collection: string, docs: readonly Doc[], draft: (doc: Doc) => Omit<Draft, 'id'>): Change {
  const fresh = docs.map((doc): Fresh => {
    const { hash, body } = draft(doc);
    return { hash, body: body() };
  });
  return { collection, fresh, ended: docs.map((doc) => storedOf(collection, doc)) };
}

/** Writes the changes, together with `next` of the source's own document, and ends the turn. */
export async function replaceState(
  { before, repo, flip }: Turn,
  changes: readonly Change[],
  next: Partial<SourceState>,
  now: Date,
): Promise<ReplaceResult> {
  const inserted = sum(changes.map((change) => change.fresh.length));
  const ended = sum(changes.map((change) => change.ended.length));
  if (inserted + ended === 0) return { state: await flip(next), inserted, ended };

  const revision = before.revision + 1;
  for (const { collection, fresh, ended: old } of changes) {
    if (fresh.length > 0) {
      await repo.insertMany(
        collection,
        fresh.map(({ hash, body }) => ({
          ...storable(body),
          hash,
          _id: `${body.id}@${revision}`,
          from: revision,
          until: OPEN_END,
        })),
      );
    }
    if (old.length > 0) {
      const ids = old.map(({ _id }) => _id);
      await repo.patchMany(collection, ids, { until: revision });
    }
  }
  const { flips, unread } = retire(before.flips, now);
  const state = await flip({
    ...next,
    tally: tallyAfter(before.tally, changes),
    changesAt: await nextChange(repo, before._id),
    revision,
    flips: [...flips, { revision, at: now }],
  });
  if (unread !== null) await unlessOvertaken(() => forgetUnread(repo, before._id, unread));
  return { state, inserted, ended };
}

/** What is done behind a turn that is over: where the next has begun already, it is left to that one. */
export async function unlessOvertaken(job: () => Promise<unknown>): Promise<void> {
  try {
    await job();
  } catch (error) {
    if (!(error instanceof FencedError)) throw error;
  }
}

async function forgetUnread(repo: Repo, source: string, until: number): Promise<void> {
  for (const collection of entityCollections) await repo.deleteWhere(collection, { source, until: { lte: until } });
}

/** When evaluation comes out differently though nothing was read: the earliest of all that is stored. */
async function nextChange(repo: Repo, source: string): Promise<Date | null> {
  const first = await Promise.all(
    ['licenses', 'quotas'].map(async (collection) => {
      const [doc] = await repo.page(collection, {
        anyOf: [{ source, until: OPEN_END, changesAt: { gt: new Date(0) } }],
        order: { field: 'changesAt', direction: 'ASC' },
        tieBreaker: 'id',
        limit: 1,
        fields: ['changesAt'],
      });
      return (doc?.changesAt as Date | undefined) ?? null;
    }),
  );
  return earliest(first);
}

/** A version that ended at `until` is read by operations that began before the revision `until` came to be. */
function retire(flips: SourceState['flips'], now: Date): { flips: SourceState['flips']; unread: number | null } {
  const isOver = ({ at }: { readonly at: Date }) => now.getTime() - at.getTime() > LONGEST_OPERATION_MS;
  return { flips: flips.filter((flip) => !isOver(flip)), unread: flips.findLast(isOver)?.revision ?? null };
}

/** The fields that say what a document is tallied as. */
const TALLIED: Readonly<Record<string, readonly string[]>> = {
  licenses: ['status'],
  quotas: ['state'],
  messages: ['severity', 'active'],
};

function wordOf(collection: string, doc: Readonly<Record<string, unknown>>): string | null {
  const [field] = TALLIED[collection] ?? [];
  return field === undefined || doc.active === false ? null : String(doc[field]);
}

function tallyAfter(before: Tally, changes: readonly Change[]): Tally {
  const total = { ...before.total };
  const counts: Record<string, Record<string, number>> = {};
  for (const { collection, fresh, ended } of changes) {
    total[collection] = (total[collection] ?? 0) + fresh.length - ended.length;
    if (!(collection in TALLIED)) continue;
    const own: Record<string, number> = { ...before[collection as keyof Tally] };
    const count = (word: string | null, by: number) => {
      if (word !== null) own[word] = (own[word] ?? 0) + by;
    };
    for (const { word } of ended) count(word, -1);
    for (const { body } of fresh) count(wordOf(collection, body), 1);
    counts[collection] = Object.fromEntries(Object.entries(own).filter(([, number]) => number !== 0));
  }
  return { ...before, ...counts, total };
}

/** Of a document that was read with what comparing and counting need. */
export function storedOf(collection: string, doc: Doc): Stored {
  return {
    _id: doc._id,
    id: String(doc.id),
    hash: String(doc.hash),
    changesAt: (doc.changesAt as Date | null | undefined) ?? null,
    word: wordOf(collection, doc),
  };
}

function isPast(changesAt: Date | null, now: Date): boolean {
  return changesAt !== null && changesAt <= now;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
