/** The roots: nodes, the viewer, sources, and one connection for each kind of thing. */

import { type ConnectionArguments, connection, LARGEST_PAGE } from '../connection.js';
import type { GraphqlContext } from '../context.js';
import { badUserInput } from '../errors.js';
import type { SourceView, StoredConcept } from '../reader.js';
import { sourceConnection } from './source-connection.js';

const all =
  (concept: StoredConcept) =>
  (_root: unknown, args: ConnectionArguments, { reader }: GraphqlContext) =>
    connection(reader, concept, args);

export const query = {
  node: (_root: unknown, args: { id: string }, { reader }: GraphqlContext) => reader.node(args.id),
  nodes(_root: unknown, { ids }: { ids: readonly string[] }, { reader }: GraphqlContext) {
    if (ids.length > LARGEST_PAGE)
      throw badUserInput('ids', `${ids.length} are too many; ask for at most ${LARGEST_PAGE}`);
    return ids.map((id) => reader.node(id));
  },
  viewer: (_root: unknown, _args: unknown, { viewer, reader }: GraphqlContext) => ({
    name: viewer.name,
    role: viewer.role,
    sources: reader.sources.map((source) => source.name),
  }),
  overview: () => ({}),
  source: (_root: unknown, args: { name: string }, { reader }: GraphqlContext): SourceView | null =>
    reader.source(args.name),
  sources: (_root: unknown, args: ConnectionArguments, { reader }: GraphqlContext) => sourceConnection(reader, args),
  licenses: all('License'),
  groups: all('Group'),
  stacks: all('Stack'),
  pools: all('Pool'),
  peers: all('Peer'),
  targets: all('Target'),
  dataUsages: all('DataUsage'),
  messages: all('Message'),
  quotas: all('Quota'),
  policies: all('Policy'),
};
