/** Fields that are more than a stored property or an edge, by type. */
import { atLeast, type Role } from '../../auth/roles.js';
import type { Pool } from '../../domain/entities.js';
import { type ConnectionArguments, connection, sizeOf } from '../connection.js';
import type { GraphqlContext } from '../context.js';
import type { FieldResolver, ResolverTable } from '../edges.js';
import type { StoredConcept } from '../reader.js';
import type { SourceView } from '../source-view.js';

const source: FieldResolver = (parent, _args, { reader }) => reader.source(parent.source);
const observedAt: FieldResolver = (parent, _args, { reader }) => reader.source(parent.source)?.lastSyncedAt;
const stale: FieldResolver = (parent, _args, { reader }) => reader.source(parent.source)?.stale;
const quotas: FieldResolver = (parent, _args, { reader }) =>
  reader.page('Quota', {
    where: { subjectId: parent.id },
    sources: [parent.source],
    order: { field: 'id', direction: 'ASC' },
    limit: MOST_QUOTAS,
  });

/** More than any subject has: one for each dimension. */
const MOST_QUOTAS = 20;

const ofSource =
  (concept: StoredConcept) =>
  (parent: SourceView, args: ConnectionArguments, { reader }: GraphqlContext) =>
    connection(reader, concept, args, { where: {}, sources: [parent.name] });

const sourceFields = {
  licenses: ofSource('License'),
  groups: ofSource('Group'),
  stacks: ofSource('Stack'),
  pools: ofSource('Pool'),
  peers: ofSource('Peer'),
  targets: ofSource('Target'),
  dataUsages: ofSource('DataUsage'),
  messages: ofSource('Message'),
  policies: ofSource('Policy'),
};

/** Fields that mean the same wherever a type declares them. */
export const commonFields: Readonly<Record<string, FieldResolver>> = { source, quotas, observedAt, stale };

export const typeFields = {
  Source: sourceFields,
  Pool: {
    peerUsages: (pool: Pool, args: { first: number }) =>
      // The pool's id and source travel along: they tell the edge to the peer where it may lead.
      pool.peerUsages
        .slice(0, sizeOf('first', args.first))
        .map((usage) => ({ ...usage, id: pool.id, source: pool.source })),
  },
};

/** Fields that are null below a role. */
export function restrictedFields(
  tables: readonly Readonly<Record<string, Readonly<Record<string, Role>>>>[],
): ResolverTable {
  const resolvers: ResolverTable = {};
  for (const [type, fields] of tables.flatMap((table) => Object.entries(table))) {
    for (const [field, role] of Object.entries(fields)) {
      resolvers[type] = {
        ...resolvers[type],
        [field]: (parent, _args, { viewer }) => (atLeast(viewer.role, role) ? parent[field] : null),
      };
    }
  }
  return resolvers;
}

/** How federation finds a node again by its key: null when there is none, when it is hidden, or when it is of another type. */
export const referenceTo =
  (typeNames: readonly string[]) =>
  async (key: { readonly id?: unknown }, { reader }: GraphqlContext) => {
    const found = typeof key.id === 'string' ? await reader.node(key.id) : null;
    // A copy: the library behind it writes the name of its type into it.
    return found !== null && typeNames.includes(found.typeName) ? { ...found } : null;
  };
