/**
 * What a caller may not see looks exactly like what does not exist: a key that sees one source of three is answered, word
 * for word, as it is by a gateway that has no other source.
 */
import { getNamedType, isInterfaceType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.js';
import { sourceModules } from '../../src/sources/index.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { wholeQueries, wholeSelection } from '../support/whole-schema.js';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const clock = { now: () => NOW };
const schema = createSchema(sourceModules);

let emulators: TestEmulators;
let full: TestGateway;
let single: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators(clock);
  full = await startGateway(emulators.sources, { clock });
  const splunk = emulators.sources.filter((source) => source.name === 'splunk');
  single = await startGateway(splunk, { clock });
  await Promise.all([full.refresh(), single.refresh()]);
});
afterAll(async () => {
  await Promise.all([full?.close(), single?.close()]);
  await emulators?.close();
});

async function both(query: string, variables?: unknown) {
  const ask = async (gateway: TestGateway) => comparable(await gateway.ask(query, variables, keys.scoped));
  return { scoped: await ask(full), alone: await ask(single) };
}

/** Without what two gateways never share: ids of audit entries, the jitter of the next read, how often they have read. */
function comparable(answer: unknown): unknown {
  const text = JSON.stringify(answer)
    .replace(/AuditEntry:[^"]+/g, 'AuditEntry:some')
    .replace(/"nextSyncAt":"[^"]+"/g, '"nextSyncAt":"soon"')
    .replace(/"samples":\d+/g, '"samples":1');
  return JSON.parse(text);
}

const queries = wholeQueries(schema, { levels: 2, first: 3 });

it('is about every query field that needs no argument', () => {
  expect(queries.map(([name]) => name)).toEqual(
    expect.arrayContaining(['sources', 'licenses', 'quotas', 'messages', 'overview', 'viewer', 'auditEntries']),
  );
});

it.each(queries)('%s answers all of its fields, two edges deep, as if there were no other source', async (_, query) => {
  const { scoped, alone } = await both(query);
  expect(scoped).toEqual(alone);
  expect(JSON.stringify(scoped)).not.toMatch(/recon|keygen/i);
  expect(scoped).toMatchObject({ data: expect.anything() });
});

describe('an id of a source that is not seen', () => {
  const everything = `query ($id: ID!) { node(id: $id) ${wholeSelection(schema, node(), { levels: 0, first: 1 })} nodes(ids: [$id]) { id } }`;

  it.each(['License', 'Group', 'Stack', 'Pool', 'Peer', 'Target', 'DataUsage', 'Message', 'Quota', 'Policy', 'Source'])(
    'names no %s, whether it is there or not',
    async (concept) => {
      const there = await idsOf(concept);
      for (const id of [...there, `${concept}:keygen:nothing`, `${concept}:nowhere:nothing`]) {
        const { scoped, alone } = await both(everything, { id });
        expect(scoped).toEqual(alone);
        expect(scoped).toMatchObject({ data: { node: null, nodes: [null] } });
      }
    },
  );

  it('is in no list that is filtered by it', async () => {
    const [license = '', pool = '', group = '', target = ''] = await Promise.all(
      ['License', 'Pool', 'Group', 'Target'].map(async (concept) => (await idsOf(concept))[0] ?? ''),
    );
    const { scoped, alone } = await both(
      `query ($license: ID!, $pool: ID!, $group: ID!, $target: ID!) {
        licenses(filter: { groupId: $group }) { totalCount nodes { id } }
        targets(filter: { poolId: $pool }) { totalCount nodes { id } }
        dataUsages(filter: { poolId: $pool }) { totalCount }
        messages(filter: { subjectId: $license }) { totalCount }
        quotas(filter: { subjectId: $license }) { totalCount }
        peers(filter: { poolId: $pool }) { totalCount }
        pools(filter: { stackId: $target }) { totalCount }
        sources(filter: { sources: ["recon", "keygen"] }) { totalCount nodes { id } }
        byKind: licenses(filter: { kinds: ["keygen", "enterprise-recon"] }) { totalCount nodes { id } } }`,
      { license, pool, group, target },
    );
    expect(scoped).toEqual(alone);
    expect(JSON.stringify(scoped)).not.toMatch(/"totalCount":[1-9]/);
  });

  it('is changed by no mutation, and refused in the words for what is not there', async () => {
    const [license = '', target = '', policy = ''] = await Promise.all(
      ['License', 'Target', 'Policy'].map(async (concept) => {
        const all = await idsOf(concept);
        return all.find((id) => id.includes(':keygen:')) ?? '';
      }),
    );
    const { scoped, alone } = await both(
      `mutation ($license: ID!, $target: ID!, $policy: ID!) {
        refreshSource(input: { sourceId: "Source:keygen" }) { source { id } errors { code message path } }
        suspendLicense(input: { licenseId: $license }) { license { id } errors { code message path } }
        revokeLicense(input: { licenseId: $license }) { deletedId errors { code message path } }
        activateMachine(input: { licenseId: $license, fingerprint: "a" }) { target { id } errors { code message path } }
        deactivateMachine(input: { targetId: $target }) { deletedId errors { code message path } }
        createLicense(input: { sourceId: "Source:keygen", policyId: $policy }) { license { id } errors { code message path } }
        uploadLicense(input: { sourceId: "Source:recon", content: "aaaa" }) { license { id } errors { code message path } }
        acknowledgeMessage(input: { messageId: "Message:recon:x" }) { message { id } errors { code message path } } }`,
      { license, target, policy },
    );
    expect(scoped).toEqual(alone);
    expect(JSON.stringify(scoped)).toMatch(/LICENSE_NOT_FOUND.*TARGET_NOT_FOUND/);
  });

  it('is read by no what-if', async () => {
    const query = `query ($sourceId: ID!) { whatIf(input: { sourceId: $sourceId }) { quotas { limit } errors { code message path } } }`;
    for (const sourceId of ['Source:keygen', 'Source:recon', 'Source:nowhere']) {
      const { scoped, alone } = await both(query, { sourceId });
      expect(scoped).toEqual(alone);
    }
  });

  it('is resolved for no federated graph', async () => {
    const representations = [...(await idsOf('License')), ...(await idsOf('Pool'))].map((id) => ({
      __typename: id.startsWith('Pool') ? 'Pool' : 'License',
      id,
    }));
    const { scoped, alone } = await both(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Pool { id } ... on License { id } } }',
      { representations },
    );
    expect(scoped).toEqual(alone);
    expect(representations.length).toBeGreaterThan(10);
    expect(new Set((scoped as { data: { _entities: unknown[] } }).data._entities)).toEqual(new Set([null]));
  });
});

function node() {
  const type = getNamedType(schema.getType('Node') ?? null);
  if (!isInterfaceType(type)) throw new Error('Node is an interface');
  return type;
}

/** Ids that the full gateway has and the scoped key does not see. */
async function idsOf(concept: string): Promise<string[]> {
  const field = { Policy: 'policies', DataUsage: 'dataUsages' }[concept] ?? `${concept.toLowerCase()}s`;
  const name = concept === 'Message' || concept === 'Quota' || concept === 'License' ? 100 : 50;
  const answer = await full.query<Record<string, { nodes: { id: string }[] }>, unknown>(
    `{ ${field}(first: ${name}, filter: { sources: ["recon", "keygen"] }) { nodes { id } } }`,
  );
  return (answer[field]?.nodes ?? []).map(({ id }) => id).slice(0, 12);
}
