/** The harvested world in memory, and resolvers over it as somebody writes them who has all data at hand: no store, no I/O, no checks. */
import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType } from 'graphql';
import { cursorOf, placeAfter } from './cursor.mjs';

const FEDERATION =
  'scalar _Any union _Entity = KeygenLicense extend type Query { _entities(representations: [_Any!]!): [_Entity]! }';

/** As a schema for any server that takes one. */
export function schemaOver(file) {
  const { sdl, ...read } = JSON.parse(readFileSync(file, 'utf8'));
  const licenses = read.licenses.map(revivedLicense);
  const pools = read.pools.map(revivedPool);
  const byId = new Map([...licenses, ...pools].map((node) => [node.id, node]));
  const resolvers = resolversOver({ licenses, byId, overview: revivedOverview(read.overview) });
  return makeExecutableSchema({ typeDefs: [sdl, FEDERATION], resolvers });
}

function resolversOver({ licenses, byId, overview }) {
  const resolveType = { __resolveType: ({ __typename }) => __typename };
  const license = { messages: ({ messages }, { first }) => pageOf(messages, 0, first) };
  const nodeOf = (id) => byId.get(id) ?? null;
  return {
    Node: resolveType,
    Quotable: resolveType,
    License: resolveType,
    Group: resolveType,
    _Entity: resolveType,
    DateTime: new GraphQLScalarType({
      name: 'DateTime',
      serialize: (date) => date.toISOString(),
      parseValue: (text) => new Date(text),
    }),
    BigInt: new GraphQLScalarType({ name: 'BigInt', serialize: String, parseValue: BigInt }),
    Query: {
      licenses: (_, { first, after, filter }) => pageOf(matching(licenses, filter), placeAfter(after), first),
      overview: () => overview,
      node: (_, { id }) => nodeOf(id),
      nodes: (_, { ids }) => ids.map(nodeOf),
      _entities: (_, { representations }) => representations.map(({ id }) => nodeOf(id)),
    },
    KeygenLicense: license,
    SplunkLicense: license,
    Pool: {
      peers: ({ peers }, { first }) => pageOf(peers, 0, first),
      peerUsages: ({ peerUsages }, { first }) => peerUsages.slice(0, first),
      usage: ({ usage }, { from, to }) => usage.filter(({ start }) => start >= from && start < to),
    },
  };
}

/** What a page is of is made when it is asked for, as by ours. */
function pageOf(all, from, first) {
  const nodes = all.slice(from, from + first);
  const end = from + nodes.length;
  return { nodes, totalCount: all.length, pageInfo: { hasNextPage: end < all.length, endCursor: cursorOf(end - 1) } };
}

/** Each word has to be the beginning of a word. */
function matching(licenses, filter) {
  if (filter?.search === undefined) return licenses;
  const terms = wordsOf(filter.search);
  return licenses.filter(({ words }) => terms.every((term) => words.some((word) => word.startsWith(term))));
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function revivedLicense(license) {
  return {
    ...license,
    expiresAt: dateOf(license.expiresAt),
    group:
      license.group === null
        ? null
        : { ...license.group, __typename: `${license.__typename.replace('License', '')}Group` },
    quotas: license.quotas.map(revivedQuota),
    messages: license.messages.nodes,
    words: wordsOf(`${license.name ?? ''} ${license.vendorId}`),
  };
}

function revivedPool(pool) {
  const peers = pool.peers.nodes.map((peer) => ({ ...peer, usedBytes: bigOf(peer.usedBytes) }));
  return {
    ...pool,
    __typename: 'Pool',
    used: bigOf(pool.used),
    limit: bigOf(pool.limit),
    quotas: pool.quotas.map(revivedQuota),
    peers,
    peerUsages: pool.peerUsages.map((usage) => ({ ...usage, usedBytes: bigOf(usage.usedBytes) })),
    usage: pool.usage.map(({ start, peak, last, limit, samples }) => ({
      ...{ start: dateOf(start), peak: bigOf(peak), last: bigOf(last), limit: bigOf(limit), samples },
    })),
  };
}

function revivedOverview(overview) {
  const quotas = {
    ...overview.quotas,
    worst: overview.quotas.worst.map((quota) => ({ ...revivedQuota(quota), subject: revivedSubject(quota) })),
  };
  return { ...overview, quotas, expiring: overview.expiring.map(revivedExpiring) };
}

function revivedSubject({ subject }) {
  return { ...subject, __typename: typeNameOf(subject.id) };
}

function revivedExpiring(license) {
  return { ...license, __typename: typeNameOf(license.id), expiresAt: dateOf(license.expiresAt) };
}

const CONCEPTS = {
  'License:keygen': 'KeygenLicense',
  'License:splunk': 'SplunkLicense',
  'Group:keygen': 'KeygenGroup',
  'Group:splunk': 'SplunkGroup',
};

function typeNameOf(id) {
  return CONCEPTS[/^\w+:\w+/.exec(id)[0]] ?? id.split(':', 1)[0];
}

function revivedQuota(quota) {
  return { ...quota, used: bigOf(quota.used), limit: bigOf(quota.limit) };
}

function dateOf(text) {
  return text === null ? null : new Date(text);
}

function bigOf(text) {
  return text === null ? null : BigInt(text);
}
