/**
 * The collections and their indexes, declared once for both engines.
 *
 * Entity collections keep versions: a document is visible to readers of its source's revision R when `from` ≤ R < `until`.
 * Every index of an entity collection starts with `source` or with an id, so that reading one source, or one parent, never
 * walks another's.
 */
import type { Concept } from '../domain/ids.js';

export interface IndexDefinition {
  /** Field names, three at most, most selective equality first, then the order field. At most one holds arrays. */
  readonly fields: readonly string[];
}

export interface CollectionDefinition {
  readonly name: string;
  readonly indexes: readonly IndexDefinition[];
  /** The fields that hold arrays of scalars; a filtered or indexed field that is not named here holds scalars. */
  readonly arrays?: readonly string[];
  /** Small fields that the embedded engine keeps in every index entry, so that filtering by them reads no document. */
  readonly covered?: readonly string[];
  /**
   * How a large site spreads it over shards: `sh.shardCollection("license_gateway.<name>", { source: 1, _id: 1 })`. Every query
   * names the first field, and every `_id` tells it. A collection without it stays on one shard.
   */
  readonly shardKey?: readonly ['source', '_id'];
  /** Fields that very many documents share: a condition on one of them hardly narrows, and weighs so in choosing an index. */
  readonly broad?: readonly string[];
}

/** What the store says of itself: its schema version. */
export const metaCollection = 'meta';

const by = (...fields: string[]): IndexDefinition => ({ fields });

/** What every entity collection has: lookup by id, by name within a source, by word, and the versions to clear away. */
const entity = (
  name: string,
  indexes: readonly IndexDefinition[] = [],
  fields: { readonly covered?: readonly string[]; readonly arrays?: readonly string[] } = {},
): CollectionDefinition => ({
  name,
  indexes: [
    by('id'),
    by('source', 'displayName', 'id'),
    by('source', 'words'),
    by('source', 'from'),
    // `from` is the last field so that MongoDB counts the visible without fetching one document.
    by('source', 'until', 'from'),
    ...indexes,
  ],
  arrays: ['words', ...(fields.arrays ?? [])],
  covered: ['from', 'until', ...(fields.covered ?? [])],
  broad: ['source', 'from', 'until'],
  shardKey: ['source', '_id'],
});

export const collections: readonly CollectionDefinition[] = [
  { name: 'sources', indexes: [] },
  entity(
    'licenses',
    [
      by('source', 'expiresAt', 'id'),
      by('source', 'createdAt', 'id'),
      by('source', 'statusRank', 'id'),
      by('source', 'status', 'id'),
      by('source', 'changesAt', 'id'),
      by('groupId', 'displayName', 'id'),
      by('stackId', 'displayName', 'id'),
    ],
    { covered: ['status', 'expiresAt'] },
  ),
  entity('groups'),
  entity('stacks'),
  entity(
    'pools',
    [
      by('source', 'used', 'id'),
      by('source', 'ratio', 'id'),
      by('source', 'changesAt', 'id'),
      by('stackId', 'displayName', 'id'),
      by('licenseId', 'displayName', 'id'),
    ],
    { covered: ['unit', 'state'] },
  ),
  entity('peers', [by('poolIds', 'displayName', 'id')], { covered: ['orphan', 'searchBlocked'], arrays: ['poolIds'] }),
  entity('targets', [by('poolId', 'displayName', 'id'), by('licenseId', 'displayName', 'id')], {
    covered: ['licensed', 'type'],
  }),
  entity('dataUsages', [by('poolId', 'displayName', 'id'), by('licenseId', 'displayName', 'id')]),
  entity(
    'messages',
    [by('source', 'createdAt', 'id'), by('source', 'severityRank', 'id'), by('about', 'createdAt', 'id')],
    { covered: ['severity', 'category', 'origin', 'active'], arrays: ['about'] },
  ),
  entity(
    'quotas',
    [
      by('source', 'ratio', 'id'),
      by('source', 'stateRank', 'id'),
      by('source', 'concern', 'id'),
      by('source', 'changesAt', 'id'),
      by('subjectId', 'id'),
    ],
    {
      covered: ['state', 'dimension'],
    },
  ),
  entity('policies'),
  {
    // Of a quota the days on which it changed, of a source the days on which it was read; no versions.
    name: 'history',
    indexes: [by('series', 'day'), by('source', 'hourly', 'day')],
    broad: ['source', 'hourly'],
    shardKey: ['source', '_id'],
  },
  {
    // No versions: an entry is settled once, and stays. On one shard: it is as large as what people changed, and is read of
    // all sources in one order.
    name: 'audit',
    indexes: [
      by('id'),
      by('book', 'at', 'id'),
      by('book', 'words'),
      by('source', 'at', 'id'),
      by('source', 'words'),
      by('subjectId', 'at', 'id'),
    ],
    arrays: ['words'],
    covered: ['actor', 'action', 'outcome'],
    broad: ['source', 'book'],
  },
  { name: metaCollection, indexes: [] },
  { name: 'keyUses', indexes: [] },
  { name: 'leases', indexes: [] },
  // Events on their way out, in the queue of their channel while they wait.
  { name: 'alerts', indexes: [by('queue', 'dueAt', 'id'), by('queue', 'madeAt', 'id'), by('forgetAt')] },
  { name: 'alertMarks', indexes: [by('source'), by('forgetAt')] },
  { name: 'alertCursors', indexes: [] },
];

/** The outbox of alerts; by the id that receivers know an event by. */
export const alertCollection = 'alerts';

/** Of each message what was told of it last; by its id. */
export const alertMarkCollection = 'alertMarks';

/** Of each source up to which revision its messages were looked at; by its name. */
export const alertCursorCollection = 'alertCursors';

export const auditCollection = 'audit';

/** When each API key was last used; its ids are the keys' names. */
export const keyUseCollection = 'keyUses';

/** Who does what only one gateway may do at a time, and the tickets that say which of two reads began later. */
export const leaseCollection = 'leases';

/** The `book` of every audit entry: what all of them share, to read them by. */
export const AUDIT_BOOK = 'audit';

/** Where audit entries stand that no source can be named for; no source has this name. */
export const NO_SOURCE = '-';

/** Where the versions of things of each concept are kept. */
const versionsOf = {
  License: 'licenses',
  Group: 'groups',
  Stack: 'stacks',
  Pool: 'pools',
  Peer: 'peers',
  Target: 'targets',
  DataUsage: 'dataUsages',
  Message: 'messages',
  Quota: 'quotas',
  Policy: 'policies',
} as const satisfies Partial<Record<Concept, string>>;

/** The collections that hold versions of things; `sources` holds the sources themselves. */
export const entityCollections: readonly string[] = Object.values(versionsOf);

/** Where the things of each concept are kept. */
export const collectionOf = { ...versionsOf, AuditEntry: auditCollection } as const;
