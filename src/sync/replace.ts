/**
 * Replaces what is stored of a source, atomically for readers and by writing only what changed: new versions first, then
 * the superseded ones get their end, then one compare-and-set moves the source's revision on. A crash in between leaves
 * readers where they were; the next writer clears away what it left.
 */
import { earliest } from '../domain/dates.js';
import { createPace } from '../domain/pace.js';
import type { SourceState, Tally } from '../domain/source-state.js';
import { entityCollections } from '../store/collections.js';
import { type Doc, FencedError, type Repo } from '../store/repo.js';
import { type Body, type Draft, storable } from './documents.js';
import { OPEN_END } from './stored.js';
import type { Turn } from './write-turns.js';

/** Longer than an operation reads at one revision; one that takes longer may miss what was superseded meanwhile. */
const LONGEST_OPERATION_MS = 120_000;
/** Documents that are made before they are written. */
const PORTION = 1000;

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

/** What was written of one collection, as far as counting needs it. */
export interface Written {
  readonly collection: string;
  readonly inserted: number;
  readonly ended: number;
  /** By how many more, or fewer, are tallied as each word. */
  readonly words: ReadonlyMap<string, number>;
}

export interface ReplaceResult {
  readonly state: SourceState;
  /** Documents inserted, and versions ended. */
  readonly inserted: number;
  readonly ended: number;
}

/** Brings a collection to exactly these of the source, a portion at a time: only what differs is made, and let go of once it is written. */
export async function replaceCollection(
  turn: Turn,
  collection: string,
  drafts: Iterable<Draft>,
  now: Date,
  /** Is shown each portion once it is written, and waited for. */
  see: (portion: Change) => Promise<void> | void = () => {},
): Promise<readonly Written[]> {
  const stored = new Map<string, Stored>();
  const fields = ['id', 'hash', 'changesAt', ...(TALLIED[collection] ?? [])];
  for await (const chunk of turn.repo.scan(collection, { source: turn.before._id, until: OPEN_END }, fields)) {
    for (const doc of chunk) stored.set(String(doc.id), storedOf(collection, doc));
  }
  const written: Written[] = [];
  for await (const portion of differences(collection, stored, drafts, now)) {
    written.push(await writeChange(turn, portion));
    await see(portion);
  }
  return written;
}

/** What has to change so that these documents, by id, become exactly the drafts. */
export async function difference(
  collection: string,
  stored: ReadonlyMap<string, Stored>,
  drafts: Iterable<Draft>,
  now: Date,
): Promise<Change> {
  const fresh: Fresh[] = [];
  const ended: Stored[] = [];
  for await (const portion of differences(collection, new Map(stored), drafts, now)) {
    fresh.push(...portion.fresh);
    ended.push(...portion.ended);
  }
  return { collection, fresh, ended };
}

/** A portion after the other; those that are gone come last. What is found is taken out of `stored`. */
async function* differences(
  collection: string,
  stored: Map<string, Stored>,
  drafts: Iterable<Draft>,
  now: Date,
): AsyncGenerator<Change> {
  const pace = createPace();
  let fresh: Fresh[] = [];
  let ended: Stored[] = [];
  for (const draft of drafts) {
    await pace();
    const old = stored.get(draft.id);
    stored.delete(draft.id);
    if (old?.hash === draft.hash && !isPast(old.changesAt, now)) continue;
    fresh.push({ hash: draft.hash, body: draft.body() });
    if (old !== undefined) ended.push(old);
    if (fresh.length < PORTION) continue;
    yield { collection, fresh, ended };
    [fresh, ended] = [[], []];
  }
  yield { collection, fresh, ended: [...ended, ...stored.values()] };
}

/** What has to change so that these documents, read from the store, become what `draft` makes of each. */
export function rewrite(collection: string, docs: readonly Doc[], draft: (doc: Doc) => Omit<Draft, 'id'>): Change {
  const fresh = docs.map((doc): Fresh => {
    const { hash, body } = draft(doc);
    return { hash, body: body() };
  });
  return { collection, fresh, ended: docs.map((doc) => storedOf(collection, doc)) };
}

/** Writes the changes, together with `next` of the source's own document, and ends the turn; `written` were before. */
export async function replaceState(
  turn: Turn,
  changes: readonly Change[],
  next: Partial<SourceState>,
  now: Date,
  written: readonly Written[] = [],
): Promise<ReplaceResult> {
  const { before, repo, flip } = turn;
  const all = [...written];
  for (const change of changes) all.push(await writeChange(turn, change));
  const inserted = sum(all.map((each) => each.inserted));
  const ended = sum(all.map((each) => each.ended));
  if (inserted + ended === 0) return { state: await flip(next), inserted, ended };

  const { flips, unread } = retire(before.flips, now);
  const revision = revisionAfter(before);
  const state = await flip({
    ...next,
    tally: tallyAfter(before.tally, all),
    changesAt: await nextChange(repo, before._id),
    revision,
    flips: [...flips, { revision, at: now }],
  });
  if (unread !== null) await unlessOvertaken(() => forgetUnread(repo, before._id, unread));
  return { state, inserted, ended };
}

/** Nobody sees it before the turn's flip. */
async function writeChange({ before, repo }: Turn, { collection, fresh, ended }: Change): Promise<Written> {
  const revision = revisionAfter(before);
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
  if (ended.length > 0) {
    const ids = ended.map(({ _id }) => _id);
    await repo.patchMany(collection, ids, { until: revision });
  }
  const words = new Map<string, number>();
  const count = (word: string | null, by: number) => {
    if (word !== null) words.set(word, (words.get(word) ?? 0) + by);
  };
  if (collection in TALLIED) {
    for (const { word } of ended) count(word, -1);
    for (const { body } of fresh) count(wordOf(collection, body), 1);
  }
  return { collection, inserted: fresh.length, ended: ended.length, words };
}

function revisionAfter({ revision }: SourceState): number {
  return revision + 1;
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

function tallyAfter(before: Tally, written: readonly Written[]): Tally {
  const total = { ...before.total };
  const counts: Record<string, Record<string, number>> = {};
  for (const { collection, inserted, ended, words } of written) {
    total[collection] = (total[collection] ?? 0) + inserted - ended;
    if (!(collection in TALLIED)) continue;
    const own = { ...before[collection as keyof Tally], ...counts[collection] } as Record<string, number>;
    for (const [word, by] of words) own[word] = (own[word] ?? 0) + by;
    counts[collection] = own;
  }
  for (const [collection, own] of Object.entries(counts)) {
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
