import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/emulators/keygen/filters.js';
import {
  OVERLAPPING_IDS,
  overlappingState,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { DAY_MS } from '../../../src/emulators/keygen/rules.js';
import { group, machine, process, user } from '../../../src/emulators/keygen/scenarios/rows.js';
import { ask, ids } from './ask.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const PRODUCT_ID = '3ab38aae-bbf7-4846-9c32-af9d94bf5ad4';
const POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6065';
const GROUP_ID = '11111111-1111-4111-8111-111111111111';
const OWNER_ID = '22222222-2222-4222-8222-222222222222';
const USER_ID = '33333333-3333-4333-8333-333333333333';
const BANNED_ID = '44444444-4444-4444-8444-444444444444';
const MACHINE_ID = '55555555-5555-4555-8555-555555555555';

/** Numbers of the licenses in the answer, as the facts number them. */
const matching = async (emulator: RunningKeygenEmulator, query: string): Promise<readonly number[]> => {
  const reply = await ask(emulator, `licenses?limit=100&order=asc&${query}`);
  expect(reply.status).toBe(200);
  return ids(reply)
    .map((id) => OVERLAPPING_IDS.indexOf(id) + 1)
    .sort();
};

describe('the five licenses whose status filter and status attribute disagree', () => {
  let emulator: RunningKeygenEmulator;
  beforeAll(async () => {
    emulator = await startKeygenEmulator({ state: overlappingState(NOW), clock: { now: () => NOW } });
  });
  afterAll(() => emulator.close());

  it.each([
    ['ACTIVE', [1, 3, 4]],
    ['active', [1, 3, 4]],
    ['INACTIVE', [2, 5]],
    ['EXPIRING', [2]],
    ['EXPIRED', [3]],
    ['SUSPENDED', [4]],
    ['BANNED', []],
    ['NONSENSE', []],
  ])('status=%s answers %j', async (status, numbers) => {
    expect(await matching(emulator, `status=${status}`)).toEqual(numbers);
  });

  it('have each its own status by attribute', async () => {
    const statuses = await Promise.all(
      OVERLAPPING_IDS.map(async (id) => (await ask(emulator, `licenses/${id}`)).body.data.attributes.status),
    );
    expect(statuses).toEqual(['ACTIVE', 'EXPIRING', 'EXPIRED', 'SUSPENDED', 'INACTIVE']);
  });

  it.each([
    ['suspended=true', [4]],
    ['suspended=false', [1, 2, 3, 5]],
    ['expiring=1', [2]],
    ['expired=true', [3]],
    ['expired=false', [1, 2, 4, 5]],
    ['expired[within]=3d', [3]],
    ['expired[in]=P3D', [3]],
    ['expired[within]=1d', []],
    ['expired[within]=soon', []],
    ['expires[within]=P30D', [1, 2]],
    ['expires[in]=2d', [2]],
    ['expires[before]=2026-07-02T00:00:00Z', [2, 3]],
    ['expires[after]=2026-07-02T00:00:00Z', [1]],
    ['expires[on]=2026-07-01', [2]],
    ['expires[on]=someday', []],
    ['expires[beyond]=1d', []],
    ['activity[inside]=2d', [1, 3, 4]],
    ['activity[outside]=2d', [2, 5]],
    ['activity[outside]=bogus', []],
    ['activity[before]=2026-01-01', [5]],
    ['activity[after]=2026-06-30T11:00:00Z', [1]],
    ['status=ACTIVE&suspended=true', [4]],
  ])('%s answers %j', async (query, numbers) => {
    expect(await matching(emulator, query)).toEqual(numbers);
  });
});

describe('filters by what a license hangs on', () => {
  let emulator: RunningKeygenEmulator;
  beforeAll(async () => {
    const state = overlappingState(NOW);
    const created = new Date(NOW.getTime() - DAY_MS);
    const [first = '', second = '', third = ''] = OVERLAPPING_IDS;
    state.groups.insert(group({ id: GROUP_ID, created, name: 'Team' }));
    state.users.insert(user({ id: OWNER_ID, created, email: 'Owner@example.com', groupId: GROUP_ID }));
    state.users.insert(user({ id: USER_ID, created, email: 'user@example.com' }));
    state.users.insert(user({ id: BANNED_ID, created, email: 'banned@example.com', banned: true }));
    state.licenses.update(first, { ownerId: OWNER_ID, userIds: [USER_ID], groupId: GROUP_ID });
    state.licenses.update(second, { userIds: [OWNER_ID], metadata: { tenantId: 't-1', seats: 5 } });
    state.licenses.update(third, { ownerId: BANNED_ID });
    state.machines.insert(machine({ id: MACHINE_ID, created, fingerprint: 'aa:bb', licenseId: first }));
    state.machines.insert(
      machine({ id: USER_ID, created, fingerprint: 'cc:dd', licenseId: first, ownerId: OWNER_ID, groupId: GROUP_ID }),
    );
    state.processes.insert(
      process({ id: GROUP_ID, created, pid: '1', licenseId: first, machineId: MACHINE_ID, lastHeartbeat: NOW }),
    );
    state.processes.insert(process({ id: OWNER_ID, created, pid: '2', licenseId: first, machineId: USER_ID }));
    emulator = await startKeygenEmulator({ state, clock: { now: () => NOW } });
  });
  afterAll(() => emulator.close());

  it.each([
    [`product=${PRODUCT_ID}`, [1, 2, 3, 4, 5]],
    [`product=${GROUP_ID}`, []],
    [`policy=${POLICY_ID}&suspended=true`, [4]],
    [`group=${GROUP_ID}`, [1]],
    [`owner=${OWNER_ID}`, [1]],
    ['owner=owner@example.com', [1]],
    [`user=${OWNER_ID}`, [1, 2]],
    [`user=${USER_ID}`, [1]],
    ['user=nobody@example.com', []],
    [`machine=${MACHINE_ID}`, [1]],
    ['machine=aa:bb', [1]],
    ['machine=zz', []],
    ['metadata[tenantId]=t-1', [2]],
    ['metadata[tenant_id]=t-1&metadata[seats]=5', [2]],
    ['metadata[tenantId]=t-2', []],
    ['assigned=true', [1, 2, 3]],
    ['unassigned=true', [4, 5]],
    ['activated=true', [1]],
    ['activations[eq]=2', [1]],
    ['activations[lt]=2', [2, 3, 4, 5]],
    ['activations[gt]=2', []],
    ['activations[gte]=x', []],
    ['status=BANNED', [3]],
    // The owner of the third is banned, which takes it out of ACTIVE.
    ['status=ACTIVE', [1, 4]],
  ])('%s answers %j', async (query, numbers) => {
    expect(await matching(emulator, query)).toEqual(numbers);
  });

  it('shows the banned owner in the attribute before anything else', async () => {
    expect((await ask(emulator, `licenses/${OVERLAPPING_IDS[2]}`)).body.data.attributes.status).toBe('BANNED');
  });

  it('counts the owner among the users, once', async () => {
    const { relationships } = (await ask(emulator, `licenses/${OVERLAPPING_IDS[0]}`)).body.data;
    expect(relationships.users.meta).toEqual({ count: 2 });
    expect(ids(await ask(emulator, `licenses/${OVERLAPPING_IDS[0]}/users?order=asc`))).toEqual([OWNER_ID, USER_ID]);
  });

  it('filters machines, processes and users', async () => {
    const count = async (path: string): Promise<number> => (await ask(emulator, path)).body.data.length;
    expect(await count(`machines?license=${OVERLAPPING_IDS[0]}`)).toBe(2);
    expect(await count('machines?license=OVERLAP-1')).toBe(2);
    expect(await count('machines?license=OVERLAP-2')).toBe(0);
    expect(await count(`machines?owner=${OWNER_ID}`)).toBe(1);
    expect(await count(`machines?user=${USER_ID}`)).toBe(2);
    expect(await count(`machines?group=${GROUP_ID}&product=${PRODUCT_ID}`)).toBe(1);
    expect(await count(`processes?license=${OVERLAPPING_IDS[0]}`)).toBe(2);
    expect(await count(`processes?machine=${MACHINE_ID}`)).toBe(1);
    expect(await count('processes?license=missing')).toBe(0);
    expect(await count('users?status=banned')).toBe(1);
    expect(await count(`users?license=${OVERLAPPING_IDS[0]}`)).toBe(2);
    expect(await count(`groups/${GROUP_ID}/users`)).toBe(1);
    expect(await count(`groups/${GROUP_ID}/licenses`)).toBe(1);
  });

  it('tells a live process from a dead one by its last heartbeat', async () => {
    const statuses = (await ask(emulator, 'processes?order=asc')).body.data.map(
      (row: { attributes: { pid: string; status: string } }) => [row.attributes.pid, row.attributes.status],
    );
    expect(statuses).toEqual([
      ['1', 'ALIVE'],
      ['2', 'DEAD'],
    ]);
  });
});

describe('a duration', () => {
  it.each([
    ['3d', 3 * DAY_MS],
    ['2w', 14 * DAY_MS],
    ['90', 90_000],
    ['P3D', 3 * DAY_MS],
    ['PT12H', DAY_MS / 2],
    ['P1DT1M', DAY_MS + 60_000],
    ['P', null],
    ['P1DT', null],
    ['-3d', null],
    ['', null],
    ['tomorrow', null],
  ])('%j is %j milliseconds', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});
