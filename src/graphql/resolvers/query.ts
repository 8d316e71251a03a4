/** The roots: nodes, the viewer, sources, and one connection for each kind of thing. */
import { type ConnectionArguments, connection } from '../connection.js';
import type { GraphqlContext } from '../context.js';
import { requireRole } from '../errors.js';
import type { QueryResolvers } from '../generated/resolvers.js';
import type { StoredConcept } from '../reader.js';
import { apiKeys } from './api-keys.js';
import { sourceConnection } from './source-connection.js';
import { whatIfQuery } from './what-if.js';

const all =
  (concept: StoredConcept) =>
  (_root: unknown, args: ConnectionArguments, { reader }: GraphqlContext) =>
    connection(reader, concept, args);

export const query: QueryResolvers = {
  node: (_root, { id }, { reader }) => reader.node(id),
  nodes: (_root, { ids }, { reader }) => Promise.all(ids.map((id) => reader.node(id))),
  viewer: (_root, _args, { viewer, reader }) => ({
    name: viewer.name,
    role: viewer.role,
    sources: reader.sources.map((source) => source.name),
  }),
  overview: () => ({}),
  source: (_root, { name }, { reader }) => reader.source(name),
  sources: (_root, args, { reader }) => sourceConnection(reader, args),
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
  auditEntries(_root, args, context) {
    requireRole(context, 'ADMIN');
    return connection(context.reader, 'AuditEntry', args);
  },
  apiKeys,
  whatIf: whatIfQuery,
};
