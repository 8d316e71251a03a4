/** Exports of a gateway that has read the demo's emulators, against what the same key is told by GraphQL, cell by cell. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoWorld, startDemoWorld } from '../support/demo-world.js';
import { keys } from '../support/gateway.js';

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ past: true });
}, 120_000);
afterAll(() => world?.close());

type Line = Readonly<Record<string, string>>;
type Node = Readonly<Record<string, unknown>>;

const get = (path: string, key: string = keys.ADMIN) =>
  fetch(`${world.gateway.url}/export/${path}`, { headers: { authorization: `Bearer ${key}` } });

async function lines(path: string, key?: string): Promise<Line[]> {
  const response = await get(path, key);
  const text = await response.text();
  if (response.status !== 200) throw new Error(text);
  return parse(text, { columns: true, record_delimiter: '\r\n' });
}

async function refusal(path: string, key?: string) {
  const response = await get(path, key);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code, errors[0]?.message];
}

const PLACE = 'id vendorId displayName source { name kind stale } observed: source { lastSyncedAt }';
const SPLUNK = 'label stack { id displayName } subgroupId quotaBytes isUnlimited maxViolations windowPeriod';
const KEYGEN = `policy { id displayName } uses maxUses machineCount maxMachines userCount maxUsers maxProcesses maxCores
  maxMemory maxDisk suspended lastValidatedAt nextCheckInAt`;
const MACHINE = 'fingerprint hostname platform ip cores memory disk lastHeartbeatAt createdAt';

/** What is asked of each, beside its place. */
const selections: Readonly<Record<string, string>> = {
  licenses: `${PLACE} type: __typename name status reportedStatus derivedStatus conflicts createdAt expiresAt features group { id displayName }
    ... on SplunkLicense { ${SPLUNK} } ... on EnterpriseReconLicense { model edition company } ... on KeygenLicense { ${KEYGEN} }`,
  pools: `${PLACE} name description unit limit used isMax fixed stack { id displayName } license { id displayName }
    peerVendorIds acceptsAllPeers quotas { ratio state }`,
  peers: `${PLACE} label usedBytes warningCount searchBlocked orphan isLocal pools { nodes { id } } activePools { nodes { id } }
    stacks { nodes { id } }`,
  targets: `${PLACE} name type licensed license { id displayName } pool { id displayName } ... on KeygenMachine { ${MACHINE} }`,
  dataUsages: `${PLACE} location type bytes attribution pool { id displayName } target { id displayName }`,
  messages: `${PLACE} origin category severity description createdAt active acknowledgedAt acknowledgedBy
    subject { id ... on Quotable { displayName } ... on Target { displayName } ... on Source { displayName } }
    quota { id } license { id } pool { id } stack { id } peer { id } target { id }`,
  quotas: `id source { name kind stale } observed: source { lastSyncedAt } subject { id displayName } dimension measure limit used
    remaining ratio state enforcement overageLimit resetsAt reasons`,
};

const STATES = ['UNLIMITED', 'OK', 'UNKNOWN', 'WARNING', 'CRITICAL', 'EXCEEDED'];

/** Columns that are named otherwise than the field they show. */
const elsewhere: Readonly<Record<string, (node: Node) => unknown>> = {
  source: at('source', 'name'),
  sourceKind: at('source', 'kind'),
  stale: at('source', 'stale'),
  observedAt: at('observed', 'lastSyncedAt'),
  ...Object.fromEntries(
    ['group', 'stack', 'license', 'pool', 'target', 'policy', 'subject'].flatMap((name) => [
      [name, at(name, 'displayName')],
      [`${name}Id`, at(name, 'id')],
    ]),
  ),
  quotaId: at('quota', 'id'),
  peerId: at('peer', 'id'),
  poolIds: idsOf('pools'),
  activePoolIds: idsOf('activePools'),
  stackIds: idsOf('stacks'),
};

function at(...path: readonly string[]) {
  return (node: Node) => path.reduce<unknown>((value, name) => (value as Node | null | undefined)?.[name], node);
}

function idsOf(field: string) {
  return (node: Node) => (node[field] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join('; ') : String(value);
}

/** As the file should have it. */
function lineOf(columns: readonly string[], node: Node): Line {
  return Object.fromEntries(
    columns.map((name) => [
      name,
      cell(name in node && typeof node[name] !== 'object' ? node[name] : shownAs(name, node)),
    ]),
  );
}

function shownAs(name: string, node: Node): unknown {
  const value = node[name];
  if (Array.isArray(value) && !(name in elsewhere)) return value;
  return elsewhere[name]?.(node) ?? null;
}

describe.each([
  ['licenses', 'licenses', ''],
  [
    'licenses',
    'licenses?statuses=ACTIVE,EXPIRING&kinds=keygen',
    'filter: { statuses: [ACTIVE, EXPIRING], kinds: ["keygen"] }',
  ],
  ['licenses', 'licenses?order=EXPIRES_AT.DESC', 'orderBy: { field: EXPIRES_AT, direction: DESC }'],
  [
    'licenses',
    'licenses?expiresBefore=2100-01-01T00:00:00Z&search=acme',
    'filter: { expiresBefore: "2100-01-01T00:00:00Z", search: "acme" }',
  ],
  ['pools', 'pools', ''],
  [
    'pools',
    'pools?states=EXCEEDED&states=CRITICAL&order=RATIO',
    'filter: { states: [EXCEEDED, CRITICAL] }, orderBy: { field: RATIO }',
  ],
  ['peers', 'peers', ''],
  ['peers', 'peers?orphan=true', 'filter: { orphan: true }'],
  ['targets', 'targets', ''],
  ['targets', 'targets?type=machine&licensed=true', 'filter: { type: "machine", licensed: true }'],
  ['dataUsages', 'data-usages', ''],
  ['dataUsages', 'data-usages?poolId=Pool:recon:server.BYTES', 'filter: { poolId: "Pool:recon:server.BYTES" }'],
  ['messages', 'messages', ''],
  [
    'messages',
    'messages?active=true&order=SEVERITY.DESC',
    'filter: { active: true }, orderBy: { field: SEVERITY, direction: DESC }',
  ],
  ['quotas', 'quotas', ''],
  [
    'quotas',
    'quotas?sources=recon,splunk&dimensions=WARNINGS',
    'filter: { sources: ["recon", "splunk"], dimensions: [WARNINGS] }',
  ],
])('%s', (field, address, args) => {
  it(`has the rows and the cells of the connection at /export/${address}`, async () => {
    const [name = '', query = ''] = address.split('?');
    const found = await lines(`${name}.csv?${query}`);
    const data = await world.gateway.query<Record<string, { nodes: Node[] }>, unknown>(
      `{ ${field}(first: 400${args === '' ? '' : `, ${args}`}) { nodes { ${selections[field]} } } }`,
    );
    const nodes = (data[field]?.nodes ?? []).map(withWorstQuota);
    expect(nodes.length).toBeGreaterThan(0);
    expect(found).toEqual(nodes.map((node) => lineOf(Object.keys(found[0] ?? {}), node)));
  });
});

/** A pool is told with the state of its worst quota. */
function withWorstQuota(node: Node): Node {
  const quotas = (node.quotas ?? []) as { ratio: number | null; state: string }[];
  if (quotas.length === 0) return node;
  const [worst] = quotas.toSorted((a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state));
  return { ...node, ...worst };
}

describe('usage', () => {
  const points = async (id: string, args: string) => {
    const { node } = await world.gateway.query<{ node: { usage: Node[] } }, unknown>(
      `{ node(id: "${id}") { ... on Quota { usage${args} { start peak last limit samples } } } }`,
    );
    return node.usage;
  };
  const POOL = 'Pool:splunk:payments';

  it('has the days of one quota', async () => {
    const [quota] = await lines(`quotas.csv?subjectId=${POOL}&dimensions=INDEXED_BYTES_PER_DAY`);
    const found = await lines(`usage.csv?quotaId=${quota?.id}`);
    const expected = await points(quota?.id ?? '', '');
    expect(expected.length).toBeGreaterThan(20);
    expect(found).toEqual(
      expected.map((point) => ({
        quotaId: quota?.id,
        source: 'splunk',
        sourceKind: 'splunk',
        subjectId: POOL,
        subject: 'payments',
        dimension: 'INDEXED_BYTES_PER_DAY',
        ...Object.fromEntries(Object.entries(point).map(([name, value]) => [name, cell(value)])),
      })),
    );
  });

  it('has those of every quota that a filter takes, by the hour where that is asked for', async () => {
    const range = `from=${daysAgo(3)}&to=${daysAgo(2)}&resolution=HOUR`;
    const found = await lines(`usage.csv?sources=splunk&dimensions=INDEXED_BYTES_PER_DAY&${range}`);
    const quotas = await lines('quotas.csv?sources=splunk&dimensions=INDEXED_BYTES_PER_DAY');
    const expected: string[] = [];
    for (const { id = '' } of quotas) {
      const own = await points(id, `(from: "${daysAgo(3)}", to: "${daysAgo(2)}", resolution: HOUR)`);
      expected.push(...own.map(({ start, last }) => `${id} ${start} ${last}`));
    }
    expect(expected.length).toBeGreaterThan(quotas.length);
    expect(found.map(({ quotaId, start, last }) => `${quotaId} ${start} ${last}`)).toEqual(expected);
  });

  const day = new Date();
  day.setUTCHours(0, 0, 0, 0);
  function daysAgo(days: number): string {
    return new Date(day.getTime() - days * 86_400_000).toISOString();
  }

  it.each([
    ['usage.csv?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', /^from: .* is not before /],
    ['usage.csv?from=2020-01-01T00:00:00Z', /days are too many; ask for at most 400/],
    ['usage.csv?resolution=WEEK', 'resolution: it takes HOUR or DAY'],
    [`usage.csv?quotaId=${POOL}`, 'quotaId: this is not the id of a Quota'],
    ['usage.csv?quotaId=Quota:splunk:Pool.none.WARNINGS', 'quotaId: there is nothing with this id that this key sees'],
    [
      'usage.csv?order=RATIO',
      /^parameters: one of them is none of this export; it takes sources, .*, quotaId, from, to, resolution$/,
    ],
  ])('refuses %s', async (path, message) => {
    const [status, code, said] = await refusal(path);
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(said).toMatch(message);
  });
});

describe('who asks', () => {
  it.each(['licenses', 'pools', 'peers', 'messages', 'quotas', 'usage'])(
    'sees in %s only what its key sees',
    async (name) => {
      const found = await lines(`${name}.csv`, keys.scoped);
      expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['splunk']));
      const all = await lines(`${name}.csv`);
      expect(found).toEqual(all.filter(({ source }) => source === 'splunk'));
    },
  );

  it.each(['targets', 'data-usages'])(
    'gets a header without lines where there is nothing for it in %s',
    async (name) => {
      expect(await lines(`${name}.csv`, keys.scoped)).toEqual([]);
      expect(await (await get(`${name}.csv`, keys.scoped)).text()).toMatch(/^id,source,sourceKind,.*\r\n$/);
    },
  );

  it('may not name what its key does not see, and is not told that it is there', async () => {
    const hidden = await refusal('data-usages.csv?poolId=Pool:recon:server.BYTES', keys.scoped);
    expect(hidden).toEqual([400, 'BAD_USER_INPUT', 'poolId: there is nothing with this id that this key sees']);
    expect(await refusal('data-usages.csv?poolId=Pool:recon:none', keys.scoped)).toEqual(hidden);
    expect(await refusal('licenses.csv?sources=keygen', keys.scoped)).toEqual([
      400,
      'BAD_USER_INPUT',
      'sources: one of these is no source that this key sees; it sees splunk',
    ]);
  });

  it('never gets a license key', async () => {
    const { licenses } = await world.gateway.query<{ licenses: { nodes: { key: string | null }[] } }, unknown>(
      '{ licenses(first: 500, filter: { kinds: ["keygen"] }) { nodes { ... on KeygenLicense { key } } } }',
    );
    const text = await (await get('licenses.csv')).text();
    const secrets = licenses.nodes.flatMap(({ key }) => key ?? []);
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((key) => text.includes(key))).toEqual([]);
  });

  it('is refused without a key, and with one that nobody holds', async () => {
    expect((await fetch(`${world.gateway.url}/export/licenses.csv`)).status).toBe(401);
    expect((await get('licenses.csv', 'nobody-0123456789')).status).toBe(401);
  });
});

it('says what can be exported, with every parameter and column', async () => {
  const response = await fetch(`${world.gateway.url}/export`, { headers: { authorization: `Bearer ${keys.VIEWER}` } });
  expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  const text = await response.text();
  expect(text.match(/^## .*/gm)).toHaveLength(8);
  expect(text).toContain('- `dimensions`: one or more of: INDEXED_BYTES_PER_DAY, ');
  expect(text).toContain('- `order`: NAME, USED or RATIO, with .DESC behind it for the other direction');
  expect(text).toContain('- `resolution`: HOUR or DAY');
  expect(text).toContain("- `vendorId`: id in the vendor's own system");
});

describe('what an export does not take', () => {
  it.each([
    [
      'licenses.csv?state=ACTIVE',
      /^parameters: one of them is none of this export; it takes sources, kinds, search, statuses, .*, order$/,
    ],
    ['licenses.csv?first=10', /^parameters: /],
    ['licenses.csv?statuses=ACTIVE,GOOD', /^statuses: it takes ACTIVE, INACTIVE, .* or ABSENT$/],
    ['licenses.csv?statuses=', /^statuses: it is empty; leave it out, or give ACTIVE/],
    ['licenses.csv?statuses=ACTIVE,', /^statuses: it is empty/],
    ['licenses.csv?expiresBefore=tomorrow', 'expiresBefore: it takes an instant such as 2026-01-31T09:30:00Z'],
    ['licenses.csv?search=a', 'search: two letters or digits in a row are needed at least'],
    ['licenses.csv?search=ab&search=cd', 'search: give it once; it takes a text'],
    ['licenses.csv?groupId=acme', 'groupId: this is no global id; pass the `id` of a thing'],
    ['licenses.csv?groupId=Stack:splunk:enterprise', 'groupId: this is the id of a Stack; the id of a Group is wanted'],
    [
      'licenses.csv?sources=nowhere',
      'sources: one of these is no source that this key sees; it sees keygen, recon, splunk',
    ],
    ['licenses.csv?kinds=oracle', /^kinds: one of these is no kind of source; there are .*splunk/],
    [
      'licenses.csv?order=NAME.UP',
      'order: it takes NAME, EXPIRES_AT, STATUS or CREATED_AT, with .DESC behind it for the other direction',
    ],
    ['licenses.csv?order=NAME&order=STATUS', /^order: /],
    ['peers.csv?orphan=yes', 'orphan: it takes true or false'],
  ])('is told at %s, before any row is sent', async (path, message) => {
    const [status, code, said] = await refusal(path);
    expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(said).toMatch(message);
  });

  it('is told with the exports that there are', async () => {
    expect(await refusal('groups.csv')).toMatchObject([
      404,
      'NOT_FOUND',
      expect.stringContaining('/export/data-usages.csv'),
    ]);
    expect((await fetch(`${world.gateway.url}/export/groups.csv`)).status).toBe(401);
  });
});
