/** What an edit of a pool is said to bring before it is made, held against what it brings. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { A, type Desk, openDesk, STACK } from './splunk-desk.js';

interface Figures {
  readonly dimension: string;
  readonly limit: string | null;
  readonly used: string | null;
  readonly state: string;
  readonly enforcement: string;
}
type Projected = Figures & { readonly subjectId: string };

const FIGURES = 'dimension limit used state enforcement';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

async function dryRun(name: string, input: string) {
  const [state, world] = [desk.snapshot(), await desk.world()];
  const fields = `pool { id limit } quotas { subjectId ${FIGURES} }`;
  const { payload, sent, entries, leaks } = await desk.send(name, `${input}, dryRun: true`, fields);
  expect(sent).toEqual([]);
  expect(desk.snapshot()).toBe(state);
  expect(await desk.world()).toEqual(world);
  expect(leaks).toEqual([]);
  return { payload, entries };
}

/** All of the source, so that what a dry run leaves out can be asked for, too. */
async function quotas(): Promise<readonly Projected[]> {
  const { data } = await desk.gateway.ask<{ quotas: { nodes: (Figures & { subject: { id: string } })[] } }>(
    `{ quotas(first: 500) { nodes { subject { id } ${FIGURES} } } }`,
  );
  return data?.quotas.nodes.map(({ subject, ...figures }) => ({ subjectId: subject.id, ...figures })) ?? [];
}

const text = ({ subjectId, dimension, limit, used, state, enforcement }: Projected) =>
  [subjectId, dimension, limit, used, state, enforcement].join(' ');
const OWN = (name: string) => [`Pool:splunk:${name}`, STACK];
const orphan = () => desk.state.peers.find(({ label }) => label === 'idx-lab-99')?.guid ?? '';
const warned = () => desk.state.peers.find(({ label }) => label === 'idx-dev-01')?.guid ?? '';

const cases: readonly (readonly [what: string, name: string, pool: string, input: () => string])[] = [
  ['a pool made larger', 'updatePool', 'sandbox', () => 'poolId: "Pool:splunk:sandbox", quota: "8GB"'],
  ['a pool made smaller than its use', 'updatePool', 'payments', () => 'poolId: "Pool:splunk:payments", quota: "1MB"'],
  ['a pool that takes what is left', 'updatePool', 'archive', () => 'poolId: "Pool:splunk:archive", quota: "MAX"'],
  ['a pool larger than its stack', 'updatePool', 'web', () => 'poolId: "Pool:splunk:web", quota: "900GB"'],
  [
    'a pool with one more peer',
    'updatePool',
    'web',
    () => `poolId: "Pool:splunk:web", peers: ["${orphan()}"], appendPeers: true`,
  ],
  ['a pool with the peer of another', 'updatePool', 'web', () => `poolId: "Pool:splunk:web", peers: ["${warned()}"]`],
  ['a pool for everybody else', 'updatePool', 'archive', () => 'poolId: "Pool:splunk:archive", peers: ["*"]'],
  [
    'a pool with a peer that nobody knows',
    'updatePool',
    'web',
    () => `poolId: "Pool:splunk:web", peers: ["${A}"], appendPeers: true`,
  ],
  ['a pool of another name for the same', 'updatePool', 'web', () => 'poolId: "Pool:splunk:web", description: "other"'],
  ['a new pool', 'createPool', 'fresh', () => `stackId: "${STACK}", name: "fresh", quota: "1GB"`],
  [
    'a new pool of what is left',
    'createPool',
    'fresh',
    () => `stackId: "${STACK}", name: "fresh", quota: "MAX", peers: ["*"]`,
  ],
  [
    'a new pool with a warned peer',
    'createPool',
    'fresh',
    () => `stackId: "${STACK}", name: "fresh", quota: "2GB", peers: ["${warned()}"]`,
  ],
  [
    'a new pool with a peer of none',
    'createPool',
    'a/b %',
    () => `stackId: "${STACK}", name: "a/b %", quota: "2GB", peers: ["${orphan()}"]`,
  ],
];

describe('a dry run of', () => {
  it.each(cases)('%s sends nothing, and tells what really comes of it', async (_what, name, pool, input) => {
    const then = await dryRun(name, input());
    expect(then.payload.errors).toEqual([]);
    expect(then.entries).toMatchObject([{ action: name, outcome: 'REFUSED', code: 'DRY_RUN', after: null }]);
    const shown = name === 'createPool' ? null : { id: `Pool:splunk:${pool}` };
    expect(then.payload).toMatchObject({ pool: shown });
    const projected = then.payload.quotas as readonly Projected[];
    for (const id of OWN(encodeURIComponent(pool))) expect(projected.map(({ subjectId }) => subjectId)).toContain(id);

    const done = await desk.send(name, input(), `quotas { subject { id } ${FIGURES} }`);
    expect(done.payload.errors).toEqual([]);
    expect(done.sent).toHaveLength(1);
    const told = (done.payload.quotas as readonly (Figures & { subject: { id: string } })[]).map(
      ({ subject, ...figures }) => ({ subjectId: subject.id, ...figures }),
    );
    expect(projected.map(text).sort()).toEqual(told.map(text).sort());
    const subjects = new Set(told.map(({ subjectId }) => subjectId));
    const really = (await quotas()).filter(({ subjectId }) => subjects.has(subjectId));
    expect(told.map(text).sort()).toEqual(really.map(text).sort());
  });

  it.each([
    [
      'a second pool of what is left',
      'updatePool',
      'poolId: "Pool:splunk:web", quota: "MAX"',
      'MAX_POOL_EXISTS',
      'quota',
    ],
    [
      'a second new pool of what is left',
      'createPool',
      `stackId: "${STACK}", name: "b", quota: "MAX"`,
      'MAX_POOL_EXISTS',
      'quota',
    ],
    [
      'a pool of a name that is taken',
      'createPool',
      `stackId: "${STACK}", name: "web", quota: "1GB"`,
      'POOL_EXISTS',
      'name',
    ],
    [
      'a pool where all are fixed',
      'createPool',
      'stackId: "Stack:splunk:free", name: "b", quota: "1GB"',
      'FIXED_POOL',
      'stackId',
    ],
    [
      'a fixed pool',
      'updatePool',
      'poolId: "Pool:splunk:auto_generated_pool_free", quota: "1GB"',
      'FIXED_POOL',
      'poolId',
    ],
    ['a size that is none', 'updatePool', 'poolId: "Pool:splunk:web", quota: "10XB"', 'INVALID_QUOTA', 'quota'],
  ])('%s is refused as the edit would be', async (_what, name, input, code, field) => {
    Object.assign(desk.state.pools.find((pool) => pool.name === 'archive') ?? {}, { quota: 'MAX' });
    await desk.refresh();
    const { payload, entries } = await dryRun(name, input);
    expect(payload).toMatchObject({ pool: null, quotas: null, errors: [{ code, path: [field] }] });
    expect(entries).toMatchObject([{ outcome: 'REFUSED', code }]);
    const really = await desk.send(name, input);
    expect(really.payload.errors).toMatchObject([{ code, path: [field] }]);
  });
});
