import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRepo } from '../../src/store/index.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { startDemoWorld } from '../support/demo-world.js';
import {
  askSupergraph,
  compose,
  exampleTeams,
  publishedSdl,
  type Supergraph,
  startSupergraph,
  teamsSdl,
} from '../support/federation.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';
import { embedded, type TestStore } from '../support/stores.js';

const numbered = <T>(count: number, make: (n: string) => T) =>
  Array.from({ length: count }, (_, i) => make(String(i).padStart(3, '0')));

/** `keys.scoped` sees `splunk` only. */
const [seen, hidden] = [thingsOf('splunk'), thingsOf('recon')];
const sources = [
  staticSource('splunk', {
    pools: numbered(60, (n) => seen.pool(`p${n}`)),
    licenses: numbered(60, (n) => seen.license(`l${n}`)),
    meters: numbered(60, (n) => seen.meter(seen.id('Pool', `p${n}`), 1n, 2n)),
  }),
  staticSource('recon', {
    pools: numbered(40, (n) => hidden.pool(`p${n}`)),
    licenses: numbered(40, (n) => hidden.license(`l${n}`, { typeName: 'EnterpriseReconLicense' })),
  }),
];
const idsOf = (concept: 'Pool' | 'License', letter: string) => [
  ...numbered(60, (n) => seen.id(concept, `${letter}${n}`)),
  ...numbered(40, (n) => hidden.id(concept, `${letter}${n}`)),
];
const teams = [
  { name: 'all', costCenter: 'CC-1', pools: idsOf('Pool', 'p'), licenses: idsOf('License', 'l') },
  { name: 'late', costCenter: 'CC-2', pools: [seen.id('Pool', 'gone')], licenses: [seen.id('License', 'gone')] },
];

let revisions = 0;
let store: TestStore;
let counting: CountingRepo;
let gateway: TestGateway;
let supergraph: Supergraph;

beforeAll(async () => {
  store = await embedded();
  counting = countingRepo(await openRepo(store.config));
  gateway = await startGateway(
    sources.map(({ source }) => source),
    { store, overrides: { repo: counting.repo, modules: sources.map(({ module }) => module) } },
  );
  await gateway.refresh();
  supergraph = await startSupergraph(gateway.url, teams);
});

afterAll(async () => {
  await supergraph?.close();
  await gateway?.close();
  await store?.remove();
});

describe.each(['apollo-gateway', 'hive-gateway'] as const)('behind the example’s %s', (program) => {
  let url: string;
  const ask = <T>(query: string, key: string | null = keys.VIEWER) => askSupergraph<T>(url, query, key);
  const codesOf = async (query: string, key: string | null) =>
    (await ask(query, key)).errors?.map(({ extensions }) => extensions.code);

  beforeAll(async () => {
    url = await supergraph.start(program);
    // The first question makes a gateway plan and connect.
    await ask('{ teams { name } }');
  });

  it('100 pools and 100 licenses of another subgraph’s team take one store call each', async () => {
    await readAnew();
    const { data, errors } = await ask<{ team: Record<'pools' | 'licenses', { [field: string]: string }[]> }>(
      '{ team(name: "all") { pools { id name costCenter } licenses { __typename displayName status } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.team.pools).toHaveLength(100);
    expect(data?.team.pools[0]).toEqual({ id: seen.id('Pool', 'p000'), name: 'p000', costCenter: 'CC-1' });
    expect(data?.team.licenses).toHaveLength(100);
    expect(data?.team.licenses[0]).toMatchObject({ __typename: 'SplunkLicense', displayName: 'l000' });
    expect(data?.team.licenses[99]).toMatchObject({ __typename: 'EnterpriseReconLicense', displayName: 'l039' });
    expect(readsOf('pools')).toEqual(['page pools']);
    expect(readsOf('licenses')).toEqual(['page licenses']);
  });

  it('what hangs on 100 entities is one store call more', async () => {
    await readAnew();
    const { data } = await ask<{ team: { pools: { quotas: unknown[] }[] } }>(
      '{ team(name: "all") { pools { displayName quotas { state used limit } } } }',
    );
    expect(data?.team.pools.filter(({ quotas }) => quotas.length === 1)).toHaveLength(60);
    expect([readsOf('pools'), readsOf('quotas')]).toEqual([['page pools'], ['pageEach quotas']]);
  });

  it('100 of our pools and licenses are told their team and cost center', async () => {
    await readAnew();
    const { data, errors } = await ask<Record<'pools' | 'licenses', { nodes: object[] }>>(`{
      pools(first: 100) { nodes { name costCenter team { name } } }
      licenses(first: 100) { nodes { displayName costCenter team { name } } }
    }`);
    expect(errors).toBeUndefined();
    for (const page of [data?.pools, data?.licenses]) {
      expect(page?.nodes).toHaveLength(100);
      for (const node of page?.nodes ?? []) expect(node).toMatchObject({ costCenter: 'CC-1', team: { name: 'all' } });
    }
    expect([readsOf('pools'), readsOf('licenses')]).toEqual([['pageEach pools'], ['pageEach licenses']]);
  });

  it('there and back again: from our pools over their team to our licenses', async () => {
    const { data } = await ask('{ pools(first: 1) { nodes { name team { name licenses { displayName } } } } }');
    const licenses = [...numbered(60, (n) => `l${n}`), ...numbered(40, (n) => `l${n}`)];
    const all = { name: 'all', licenses: licenses.map((displayName) => ({ displayName })) };
    expect(data).toEqual({ pools: { nodes: [{ name: 'p000', team: all }] } });
  });

  it('a key of some sources sees theirs, and of the others as little as of what does not exist', async () => {
    const query = (name: string) =>
      `{ team(name: "${name}") { name pools { displayName costCenter } licenses { displayName } } }`;
    const { data } = await ask<{ team: Record<'pools' | 'licenses', ({ displayName: string } | null)[]> }>(
      query('all'),
      keys.scoped,
    );
    const [pools = [], licenses = []] = [data?.team.pools, data?.team.licenses];
    for (const list of [pools, licenses]) {
      expect(list.slice(0, 60).every((each) => each !== null)).toBe(true);
      expect(list.slice(60)).toEqual(Array(40).fill(null));
    }
    const gone = { name: 'late', pools: [null], licenses: [null] };
    expect((await ask(query('late'), keys.ADMIN)).data).toEqual({ team: gone });
  });

  it('without a key, or with one that is not known, it is UNAUTHENTICATED, from either side', async () => {
    for (const key of [null, 'no-key-of-this-gateway']) {
      expect(await codesOf('{ pools { totalCount } }', key)).toEqual(['UNAUTHENTICATED']);
      expect(await codesOf('{ team(name: "all") { pools { name } } }', key)).toContain('UNAUTHENTICATED');
    }
    expect((await ask('{ teams { name } }', null)).data).toEqual({ teams: [{ name: 'all' }, { name: 'late' }] });
  });

  it('a viewer changes nothing, an admin’s refusal comes as data, and what cannot be asked is BAD_USER_INPUT', async () => {
    const remove = `mutation { deletePool(input: { poolId: "${seen.id('Pool', 'gone')}" }) { deletedId errors { code path } } }`;
    expect(await codesOf(remove, keys.VIEWER)).toEqual(['FORBIDDEN']);
    const refused = { deletedId: null, errors: [{ code: 'POOL_NOT_FOUND', path: ['poolId'] }] };
    expect((await ask(remove, keys.ADMIN)).data).toEqual({ deletePool: refused });
    expect(await codesOf('{ pools(first: 501) { totalCount } }', keys.VIEWER)).toEqual(['BAD_USER_INPUT']);
  });

  // Of Apollo's, the router has subscriptions and the gateway has none.
  if (program !== 'hive-gateway') return;
  it('what happens is told with what the other subgraph knows of it', async () => {
    const client = createClient({ url, headers: { authorization: `Bearer ${keys.VIEWER}` }, retryAttempts: 0 });
    const events = client.iterate<{ sourceSynced: object }>({
      query: 'subscription { sourceSynced { name pools(first: 1) { nodes { name team { name } } } } }',
    });
    let isTold = false;
    const told = events.next().finally(() => {
      isTold = true;
    });
    // When the subscription stands is between the gateways: the source is read until it is told.
    while (!isTold) await gateway.refresh('splunk');
    const pools = { nodes: [{ name: 'p000', team: { name: 'all' } }] };
    expect((await told).value).toEqual({ data: { sourceSynced: { name: 'splunk', pools } } });
    await events.return?.();
    client.dispose();
  });
});

describe('what `license-gateway schema` prints', () => {
  it('composes to the same as what the gateway answers a router that asks', async () => {
    const { _service: service } = await gateway.query<{ _service: { sdl: string } }, unknown>('{ _service { sdl } }');
    const [asked, printed] = [service.sdl, publishedSdl()].map((sdl) =>
      composeServices([
        { name: 'licenses', typeDefs: parse(sdl) },
        { name: 'teams', typeDefs: parse(teamsSdl) },
      ]),
    );
    expect(asked?.supergraphSdl).toBe(printed?.supergraphSdl);
    expect(printed?.supergraphSdl).toContain('type Team');
  });

  it('tells a router what fields cost and how long lists are', () => {
    expect(supergraph.sdl).toMatch(
      /licenses\([^)]*\): LicenseConnection! .*@listSize\(assumedSize: 50, slicingArguments: \["first", "last"\]/,
    );
    expect(supergraph.sdl).toMatch(/whatIf\([^)]*\): WhatIfResult! .*@cost\(weight: 20000\)/);
  });

  it('does not compose with a subgraph that takes a field for another, and says which', () => {
    const { code, stdout, stderr } = compose(
      publishedSdl(),
      teamsSdl.replace('  costCenter: String\n}\n\n"Licenses', '  costCenter: String\n  name: String!\n}\n\n"Licenses'),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('INVALID_FIELD_SHARING: Non-shareable field "Pool.name"');
  });
});

describe('entities', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Pool { id } } }';

  it('are resolved by the same access rules: what a caller may not see, and what does not exist, is null alike', async () => {
    const other = { __typename: 'Pool', id: hidden.id('Pool', 'p000') };
    const absent = { __typename: 'Pool', id: hidden.id('Pool', 'nowhere') };
    const wrong = { __typename: 'Pool', id: hidden.id('License', 'l000') };
    const answer = await gateway.ask(query, { r: [other, absent, wrong] });
    expect(answer.data).toEqual({ _entities: [{ id: other.id }, null, null] });
    const malformed = [{ __typename: 'Pool' }, { __typename: 'Pool', id: null }, { __typename: 'Pool', id: 5 }];
    expect((await gateway.ask(query, { r: malformed })).data).toEqual({ _entities: [null, null, null] });
    const scoped = await gateway.ask(query, { r: [other, absent] }, keys.scoped);
    expect(scoped.data).toEqual({ _entities: [null, null] });
  });

  it('are as many as a router can ask for at once, of sources that are there and of made-up ones', async () => {
    for (const idOf of [(i: number) => `Pool:splunk:nowhere-${i}`, (i: number) => `Pool:nowhere-${i}:x`]) {
      const representations = Array.from({ length: 12_000 }, (_, i) => ({ __typename: 'Pool', id: idOf(i) }));
      const { data, errors } = await gateway.ask<{ _entities: unknown[] }>(query, { r: representations });
      expect(errors).toBeUndefined();
      expect(data?._entities.filter((entity) => entity !== null)).toEqual([]);
    }
  });
});

it('the example’s teams are of what demo mode has', async () => {
  const world = await startDemoWorld();
  try {
    const ids = exampleTeams.flatMap(({ pools, licenses }) => [...pools, ...licenses]);
    const { nodes } = await world.gateway.query<{ nodes: unknown[] }, { ids: string[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids },
    );
    expect(nodes).toEqual(ids.map((id) => ({ id })));
  } finally {
    await world.close();
  }
});

/** Both sources say something new, so that nothing of what was read before is known any more. */
async function readAnew(): Promise<void> {
  revisions++;
  sources.forEach((source, i) => {
    const { group } = i === 0 ? seen : hidden;
    if (!(source.says instanceof Error)) source.says = { ...source.says, groups: [group(`g${revisions}`)] };
  });
  await gateway.refresh();
  counting.reset();
}

function readsOf(collection: string): string[] {
  return counting.calls.filter((call) => call.endsWith(` ${collection}`));
}
