import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';

/** Another team's subgraph: it knows nothing of licenses but their ids. */
const costs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])
  type Pool @key(fields: "id") { id: ID! costCenter: String! }
  type License @key(fields: "id") @interfaceObject { id: ID! owner: String! }
  type Query { anyPool(id: ID!): Pool anyLicense(id: ID!): License }
`);
const byId = (_root: unknown, { id }: { id: string }) => ({ id });
const costResolvers = {
  Query: { anyPool: byId, anyLicense: byId },
  Pool: { costCenter: ({ id }: { id: string }) => `cost center of ${id}` },
  License: { owner: ({ id }: { id: string }) => `owner of ${id}` },
};

let emulators: TestEmulators;
let gateway: TestGateway;
let other: ApolloServer;
let supergraphSdl: string;
let supergraph: ApolloGateway;
let execute: (query: string) => Promise<{ data?: unknown; errors?: unknown }>;

beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
  other = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs: costs, resolvers: costResolvers }) });
  const { url } = await startStandaloneServer(other, { listen: { port: 0, host: '127.0.0.1' } });

  const sdl = await gateway.query<{ _service: { sdl: string } }, unknown>('{ _service { sdl } }');
  const composed = composeServices([
    { name: 'licenses', url: `${gateway.url}/graphql`, typeDefs: parse(sdl._service.sdl) },
    { name: 'costs', url, typeDefs: costs },
  ]);
  expect(composed.errors ?? []).toEqual([]);
  supergraphSdl = composed.supergraphSdl ?? '';
  supergraph = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: (service) =>
      new RemoteGraphQLDataSource({
        ...service,
        willSendRequest: ({ request }) => request.http?.headers.set('authorization', `Bearer ${keys.ADMIN}`),
      }),
  });
  const server = new ApolloServer({ gateway: supergraph });
  await server.start();
  execute = async (query) => {
    const response = await server.executeOperation({ query });
    return response.body.kind === 'single' ? response.body.singleResult : {};
  };
});

afterAll(async () => {
  await supergraph?.stop();
  await other?.stop();
  await gateway?.close();
  await emulators?.close();
});

it('composes with another subgraph and answers a query across both, from our side and from theirs', async () => {
  const { pools, licenses } = await gateway.query<
    { pools: { nodes: { id: string; name: string }[] }; licenses: { nodes: { id: string; displayName: string }[] } },
    unknown
  >('{ pools(first: 3) { nodes { id name } } licenses(first: 3) { nodes { id displayName } } }');
  const [pool, license] = [pools.nodes[0], licenses.nodes[0]];
  if (pool === undefined || license === undefined) throw new Error('the demo has pools and licenses');

  const ours = await execute(
    '{ pools(first: 3) { nodes { id name costCenter } } licenses(first: 3) { nodes { id displayName owner } } }',
  );
  expect(ours).toEqual({
    data: {
      pools: { nodes: pools.nodes.map((each) => ({ ...each, costCenter: `cost center of ${each.id}` })) },
      licenses: { nodes: licenses.nodes.map((each) => ({ ...each, owner: `owner of ${each.id}` })) },
    },
  });

  const theirs = await execute(
    `{ anyPool(id: "${pool.id}") { id costCenter name } anyLicense(id: "${license.id}") { owner displayName status } }`,
  );
  expect(theirs).toMatchObject({
    data: {
      anyPool: { id: pool.id, name: pool.name, costCenter: `cost center of ${pool.id}` },
      anyLicense: { owner: `owner of ${license.id}`, displayName: license.displayName },
    },
  });
});

it('tells a router what fields cost and how long lists are', () => {
  expect(supergraphSdl).toMatch(
    /licenses\([^)]*\): LicenseConnection! .*@listSize\(assumedSize: 50, slicingArguments: \["first", "last"\]/,
  );
  expect(supergraphSdl).toMatch(/whatIf\([^)]*\): WhatIfResult! .*@cost\(weight: 20000\)/);
});

it('resolves entities through the same access rules: what a caller may not see, and what does not exist, is null alike', async () => {
  const { pools } = await gateway.query<{ pools: { nodes: { id: string }[] } }, unknown>(
    '{ pools(first: 1, filter: { sources: ["recon"] }) { nodes { id } } }',
  );
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Pool { id } } }';
  const hidden = { __typename: 'Pool', id: pools.nodes[0]?.id };
  const absent = { __typename: 'Pool', id: 'Pool:recon:nowhere.COUNT' };
  const wrong = { __typename: 'Pool', id: 'License:recon:installation' };
  const seen = await gateway.ask(query, { r: [hidden, absent, wrong] });
  expect(seen.data).toEqual({ _entities: [{ id: hidden.id }, null, null] });
  const malformed = [{ __typename: 'Pool' }, { __typename: 'Pool', id: null }, { __typename: 'Pool', id: 5 }];
  expect((await gateway.ask(query, { r: malformed })).data).toEqual({ _entities: [null, null, null] });
  const scoped = await gateway.ask(query, { r: [hidden, absent] }, keys.scoped);
  expect(scoped.data).toEqual({ _entities: [null, null] });
});

it('answers as many entities as a router can ask for at once, of sources that are there and of made-up ones', async () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Pool { id } } }';
  for (const idOf of [(i: number) => `Pool:splunk:nowhere-${i}`, (i: number) => `Pool:nowhere-${i}:x`]) {
    const representations = Array.from({ length: 12_000 }, (_, i) => ({ __typename: 'Pool', id: idOf(i) }));
    const { data, errors } = await gateway.ask<{ _entities: unknown[] }>(query, { r: representations });
    expect(errors).toBeUndefined();
    expect(data?._entities.filter((entity) => entity !== null)).toEqual([]);
  }
});
