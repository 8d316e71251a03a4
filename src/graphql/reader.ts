/**
 * What one operation reads: every source pinned at one revision, so that an answer never mixes two states, and every
 * field's reads gathered into one store call. Sources the viewer may not see do not exist here.
 */
import DataLoader from 'dataloader';
import type { AuditEntry } from '../domain/audit.js';
import type { Entity } from '../domain/entities.js';
import { type Concept, parseGlobalId, sourceId } from '../domain/ids.js';
import { emptyTally, pendingState, type SourceState, type Tally } from '../domain/source-state.js';
import { isStale } from '../domain/staleness.js';
import type { Capability } from '../domain/vocabulary.js';
import { AUDIT_BOOK, collectionOf, NO_SOURCE } from '../store/collections.js';
import type { AnyOf, CountQuery, Doc, Filter, PageQuery, Repo } from '../store/repo.js';
import { visibleAt, visibleDocs } from '../sync/stored.js';
import { createUsageReader, type UsageReader } from './usage-reader.js';

export type StoredConcept = keyof typeof collectionOf;

/** A source as the configuration knows it. */
export interface KnownSource {
  readonly name: string;
  readonly kind: string;
  readonly capabilities: readonly Capability[];
  readonly syncIntervalMs: number;
}

/** A source as the graph shows it. */
export interface SourceView extends Omit<SourceState, '_id'> {
  readonly typeName: 'Source';
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly stale: boolean;
  readonly capabilities: readonly Capability[];
}

/** Anything with a global id: what `node` answers. */
export type NodeModel = Entity | SourceView | AuditEntry;

export type ReadQuery = Omit<PageQuery, 'anyOf' | 'tieBreaker'> & Selection;

export interface Selection {
  /** Beside the source and its revision. */
  readonly where: Filter;
  /** Only of these sources; all visible ones when absent. */
  readonly sources?: readonly string[] | undefined;
  readonly words?: readonly string[];
}

export interface Reader extends UsageReader {
  /** Visible ones, by name. */
  readonly sources: readonly SourceView[];
  source(name: string): SourceView | null;
  /** A source as a state tells of it, at any moment; null when it is not visible. */
  sourceAs(state: SourceState): SourceView | null;
  /** The thing with that global id; null when it is unknown or not visible. */
  node(id: string): Promise<NodeModel | null>;
  page(concept: StoredConcept, query: ReadQuery): Promise<readonly Doc[]>;
  count(concept: StoredConcept, selection: Selection): Promise<number>;
  /** Everything of one concept and source, in no order, read once however often it is asked for: only for what needs it all. */
  all(concept: StoredConcept, source: string): Promise<readonly Doc[]>;
  /** The sums of the visible sources' tallies. */
  readonly tally: Tally;
}

/** The store takes so many in one call with room to spare; a router can ask for more entities than that. */
const MOST_IDS_AT_ONCE = 5_000;
const ID_ORDER = { field: 'id', direction: 'ASC' } as const;

/** `audited`: names of the sources whose audit entries are visible; ALL: also those of sources that are gone, and of none. */
export async function createReader(
  repo: Repo,
  known: readonly KnownSource[],
  audited: readonly string[] | 'ALL',
  now: Date,
): Promise<Reader> {
  const states = await repo.getMany(
    'sources',
    known.map((source) => source.name),
  );
  const sources = known
    .map((source, i) => sourceView(source, states[i] as (Doc & SourceState) | null | undefined, now))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byName = new Map(sources.map((source) => [source.name, source]));
  const tally = sumTallies(sources.map((source) => source.tally));

  function visible(concept: StoredConcept, { where, sources: names }: Selection): AnyOf {
    if (concept === 'AuditEntry') {
      if (audited === 'ALL' && names === undefined) return [{ ...where, book: AUDIT_BOOK }];
      const of = audited === 'ALL' ? (names ?? []) : audited.filter((name) => names?.includes(name) ?? true);
      return of.map((name) => ({ ...where, source: name }));
    }
    const wanted = names === undefined ? sources : sources.filter((source) => names.includes(source.name));
    return wanted
      .filter((source) => source.revision > 0)
      .map(({ name, revision }) => ({ ...where, ...visibleAt(name, revision) }));
  }

  const pages = perConcept(
    (concept) =>
      new DataLoader<PageQuery, Doc[]>((queries) => repo.pageEach(collectionOf[concept], queries), { cache: false }),
  );
  const counts = perConcept(
    (concept) =>
      new DataLoader<CountQuery, number>((queries) => repo.countEach(collectionOf[concept], queries), { cache: false }),
  );
  const nodes = perConcept(
    (concept) =>
      new DataLoader<string, Doc | null>(
        async (ids) => {
          const anyOf = [...idsBySource(ids)].flatMap(([name, own]) =>
            visible(concept, { where: { id: { in: own } }, sources: [name] }),
          );
          if (anyOf.length === 0) return ids.map(() => null);
          const docs = await repo.page(collectionOf[concept], {
            anyOf,
            order: ID_ORDER,
            tieBreaker: 'id',
            limit: ids.length,
          });
          const byId = new Map(docs.map((doc) => [doc.id, doc]));
          return ids.map((id) => byId.get(id) ?? null);
        },
        { maxBatchSize: MOST_IDS_AT_ONCE },
      ),
  );

  const scans = new Map<string, Promise<readonly Doc[]>>();
  return {
    sources,
    source: (name) => byName.get(name) ?? null,
    sourceAs(state) {
      const source = known.find(({ name }) => name === state._id);
      return source === undefined ? null : sourceView(source, state, now);
    },
    async node(id) {
      const parsed = parseGlobalId(id);
      if (parsed === null) return null;
      if (parsed.concept === 'Source') return byName.get(parsed.source) ?? null;
      if (!isStored(parsed.concept)) return null;
      return (await nodes(parsed.concept).load(id)) as Entity | null;
    },
    async page(concept, { where, sources: names, ...query }) {
      const anyOf = visible(concept, { where, sources: names });
      if (anyOf.length === 0 || query.limit === 0) return [];
      return pages(concept).load({ ...query, anyOf, tieBreaker: 'id' });
    },
    async count(concept, { where, sources: names, words }) {
      const anyOf = visible(concept, { where, sources: names });
      if (anyOf.length === 0) return 0;
      if (concept !== 'AuditEntry' && Object.keys(where).length === 0 && words === undefined) {
        return anyOf.reduce(
          (sum, { source }) => sum + (byName.get(String(source))?.tally.total[collectionOf[concept]] ?? 0),
          0,
        );
      }
      return counts(concept).load(words === undefined ? { anyOf } : { anyOf, words });
    },
    all(concept, source) {
      const key = `${concept} ${source}`;
      const revision = byName.get(source)?.revision ?? 0;
      const docs = scans.get(key) ?? visibleDocs(repo, { _id: source, revision }, collectionOf[concept]);
      scans.set(key, docs);
      return docs;
    },
    tally,
    ...createUsageReader(repo, (name) => byName.get(name)?.timeZone ?? null, now),
  };
}

/** One pass, however many sources a caller makes up. */
function idsBySource(ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bySource = new Map<string, string[]>();
  for (const id of ids) {
    const name = parseGlobalId(id)?.source ?? NO_SOURCE;
    const own = bySource.get(name) ?? [];
    bySource.set(name, own);
    own.push(id);
  }
  return bySource;
}

function sourceView(known: KnownSource, stored: SourceState | null | undefined, now: Date): SourceView {
  // A document of another kind is left over from an older configuration; the scheduler clears it away.
  const { _id, ...state } = stored?.kind === known.kind ? stored : pendingState(known.name, known.kind);
  return {
    ...state.details,
    ...state,
    typeName: 'Source',
    id: sourceId(known.name),
    name: known.name,
    displayName: known.name,
    stale: isStale(state, known.syncIntervalMs, now),
    capabilities: known.capabilities,
  };
}

function perConcept<T>(make: (concept: StoredConcept) => T): (concept: StoredConcept) => T {
  const made = new Map<StoredConcept, T>();
  return (concept) => {
    const loader = made.get(concept) ?? make(concept);
    made.set(concept, loader);
    return loader;
  };
}

function isStored(concept: Concept): concept is StoredConcept {
  return concept in collectionOf;
}

function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (part: keyof Tally) => {
    const counts: Record<string, number> = {};
    for (const tally of tallies) {
      for (const [word, count] of Object.entries(tally[part])) counts[word] = (counts[word] ?? 0) + count;
    }
    return counts;
  };
  return tallies.length === 0
    ? emptyTally
    : { total: sum('total'), licenses: sum('licenses'), quotas: sum('quotas'), messages: sum('messages') };
}
