/** Builds resolvers from edges that are declared as data, so that every edge batches and obeys access in the same way. */
import type { Edge, EdgeTable } from '../domain/edges.js';
import { parseGlobalId } from '../domain/ids.js';
import { type ConnectionArguments, connection } from './connection.js';
import type { GraphqlContext } from './context.js';
import type { StoredConcept } from './reader.js';

type Parent = Readonly<Record<string, unknown>> & { readonly id: string; readonly source: string };
export type FieldResolver = (parent: Parent, args: ConnectionArguments, context: GraphqlContext) => unknown;
export type ResolverTable = Record<string, Record<string, FieldResolver>>;

export function edgeResolvers(...tables: readonly EdgeTable[]): ResolverTable {
  const resolvers: ResolverTable = {};
  for (const table of tables) {
    for (const [type, fields] of Object.entries(table)) {
      resolvers[type] = {
        ...resolvers[type],
        ...Object.fromEntries(Object.entries(fields).map(([field, edge]) => [field, edgeResolver(edge)])),
      };
    }
  }
  return resolvers;
}

function edgeResolver(edge: Edge): FieldResolver {
  switch (edge.kind) {
    case 'one':
      return (parent, _args, { reader }) => {
        const id = parent[edge.idField];
        return typeof id === 'string' ? reader.node(id) : null;
      };
    case 'many':
      return (parent, args, { reader }) =>
        connection(reader, edge.to as StoredConcept, args, {
          where: { [edge.field]: parent.id },
          sources: sourcesOf(parent),
        });
    case 'listed':
      return (parent, args, { reader }) => {
        const ids = parent[edge.idsField];
        const where = { id: { in: Array.isArray(ids) ? (ids as string[]) : [] } };
        return connection(reader, edge.to as StoredConcept, args, { where, sources: sourcesOf(parent) });
      };
  }
}

/** An edge never leaves its source. */
function sourcesOf(parent: Parent): string[] {
  return [parseGlobalId(parent.id)?.source ?? parent.source];
}
