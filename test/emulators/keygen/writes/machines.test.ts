import { afterEach, describe, expect, it } from 'vitest';
import { machine, policy } from '../../../../src/emulators/keygen/scenarios/rows.js';
import type { Reply } from '../ask.js';
import {
  at,
  type Given,
  GROUP_ID,
  KEY,
  LICENSE_ID,
  NOW,
  OWNER_ID,
  POLICY_ID,
  PRODUCT_ID,
  refusal,
  startWorld,
  TWO_WEEKS_MS,
  type World,
} from '../world.js';

const OTHER_LICENSE_ID = '00000000-0000-4000-8000-000000000002';
const OTHER_POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6066';
const LIMIT = { MACHINES: 'MACHINE_LIMIT_EXCEEDED', CORES: 'MACHINE_CORE_LIMIT_EXCEEDED' };

let world: World;
const start = async (given?: Given): Promise<void> => {
  world = await startWorld(given);
};
afterEach(() => world.close());

const to = (type: string, id: string) => ({ data: { type, id } });
const activating = (attributes: object = {}, relationships: object = {}) => ({
  data: {
    type: 'machines',
    attributes: { fingerprint: 'new', ...attributes },
    relationships: { license: to('licenses', LICENSE_ID), ...relationships },
  },
});
const activate = (attributes?: object, relationships?: object, authorization?: string): Promise<Reply> =>
  world.send('POST', 'machines', activating(attributes, relationships), authorization);
const outcome = async (reply: Promise<Reply>): Promise<unknown> => {
  const { status, body } = await reply;
  return status === 201 ? 201 : body.errors[0].code;
};

describe('activating a machine', () => {
  it('takes every attribute, and leaves the `updated` of its license alone', async () => {
    await start({ owner: 'present' });
    const before = world.license().updated;
    const attributes = {
      fingerprint: '4d:Eq:UV',
      name: 'Office',
      ip: '10.0.0.1',
      hostname: 'office-1',
      platform: 'macOS',
      cores: 8,
      memory: 17_179_869_184,
      disk: 1_000_000_000_000,
      metadata: { rackUnit: 4 },
    };
    const reply = await activate(attributes, { owner: to('users', OWNER_ID), group: to('groups', GROUP_ID) });
    expect(reply.status).toBe(201);
    expect(reply.body.data.attributes).toMatchObject({ ...attributes, created: NOW.toISOString() });
    expect(reply.headers.get('location')).toBe(reply.body.data.links.self);
    expect((await world.ask(reply.body.data.links.self)).body.data).toEqual(reply.body.data);
    const license = (await world.ask(`licenses/${LICENSE_ID}`)).body.data;
    expect(license.relationships.machines.meta).toMatchObject({ count: 1, cores: 8 });
    expect(license.attributes.updated).toBe(before.toISOString());
  });

  it('needs no more than a fingerprint and a license', async () => {
    await start({ license: { groupId: GROUP_ID } });
    const { attributes, relationships } = (await activate()).body.data;
    expect(attributes).toMatchObject({ fingerprint: 'new', name: null, cores: null, heartbeatStatus: 'NOT_STARTED' });
    expect(relationships.group.data.id).toBe(GROUP_ID);
  });

  it.each<[object, string]>([
    [{ attributes: {} }, '/data/attributes/fingerprint'],
    [{ attributes: { fingerprint: 7 } }, '/data/attributes/fingerprint'],
    [{ attributes: { fingerprint: 'x', cores: '8' } }, '/data/attributes/cores'],
    [{ attributes: { fingerprint: 'x', cores: 2_147_483_648 } }, '/data/attributes/cores'],
    [{ attributes: { fingerprint: 'x', color: 'red' } }, '/data/attributes/color'],
    [{ relationships: {} }, '/data/relationships/license'],
    [{ relationships: undefined }, '/data/relationships'],
    [{ type: 'licenses' }, '/data/type'],
  ])('is refused with %j: 400', async (members, pointer) => {
    await start();
    expect(refusal(await world.send('POST', 'machines', { data: { ...activating().data, ...members } }))).toEqual([
      400,
      null,
      pointer,
    ]);
    expect(world.state.machines.size).toBe(0);
  });

  it.each<[object, object, string, string]>([
    [{}, { license: to('licenses', 'nobody') }, 'LICENSE_NOT_FOUND', '/data/relationships/license'],
    [{}, { owner: to('users', 'nobody') }, 'OWNER_NOT_FOUND', '/data/relationships/owner'],
    [{}, { owner: to('users', OWNER_ID) }, 'OWNER_INVALID', '/data/relationships/owner'],
    [{}, { group: to('groups', 'nobody') }, 'GROUP_NOT_FOUND', '/data/relationships/group'],
    [{ fingerprint: ' ' }, {}, 'FINGERPRINT_BLANK', '/data/attributes/fingerprint'],
    [{ fingerprint: 'print-1' }, {}, 'FINGERPRINT_TAKEN', '/data/attributes/fingerprint'],
    [{ fingerprint: 'machine-1' }, {}, 'FINGERPRINT_CONFLICT', '/data/attributes/fingerprint'],
    [{ cores: 0 }, {}, 'CORES_INVALID', '/data/attributes/cores'],
    [{ memory: -1 }, {}, 'MEMORY_INVALID', '/data/attributes/memory'],
    [{ disk: -1 }, {}, 'DISK_INVALID', '/data/attributes/disk'],
  ])('is refused with %j and %j: %s', async (attributes, relationships, code, pointer) => {
    await start({ machines: 1 });
    expect(refusal(await activate(attributes, relationships))).toEqual([422, code, pointer]);
    expect(world.state.machines.size).toBe(1);
  });

  it.each([
    ['UNIQUE_PER_LICENSE', [201, 201, 201]],
    ['UNIQUE_PER_POLICY', ['FINGERPRINT_TAKEN', 201, 201]],
    ['UNIQUE_PER_PRODUCT', ['FINGERPRINT_TAKEN', 'FINGERPRINT_TAKEN', 201]],
    ['UNIQUE_PER_ACCOUNT', ['FINGERPRINT_TAKEN', 'FINGERPRINT_TAKEN', 'FINGERPRINT_TAKEN']],
  ])('keeps a fingerprint %s', async (machineUniquenessStrategy, expected) => {
    await start({ policy: { machineUniquenessStrategy } });
    const others = [
      { policyId: POLICY_ID, productId: PRODUCT_ID },
      { policyId: OTHER_POLICY_ID, productId: PRODUCT_ID },
      { policyId: OTHER_POLICY_ID, productId: 'other' },
    ];
    world.state.policies.insert(policy({ id: OTHER_POLICY_ID, created: NOW, name: 'Other', productId: 'other' }));
    const found: unknown[] = [];
    for (const [place, other] of others.entries()) {
      const id = `other-${place}`;
      world.state.licenses.insert({ ...world.license(), id, key: `OTHER-${place}`, ...other });
      const fingerprint = `shared-${place}`;
      world.state.machines.insert(machine({ id: `m-${place}`, created: NOW, fingerprint, licenseId: id }));
      found.push(await outcome(activate({ fingerprint })));
    }
    expect(found).toEqual(expected);
  });

  it('starts the expiry of a license that goes by its first activation', async () => {
    await start({ policy: { expirationBasis: 'FROM_FIRST_ACTIVATION' }, license: { expiry: null } });
    await activate();
    expect(world.license()).toMatchObject({ expiry: at(TWO_WEEKS_MS), updated: NOW });
  });

  it('starts the heartbeat at once where the policy says so', async () => {
    await start({ policy: { requireHeartbeat: true, heartbeatBasis: 'FROM_CREATION' } });
    expect((await activate()).body.data.attributes.heartbeatStatus).toBe('ALIVE');
  });
});

describe('the limits', () => {
  const quarter = { overageStrategy: 'ALLOW_1_25X_OVERAGE' } as const;
  const MIB = 1024n * 1024n;

  it.each<[string, Given, object, unknown]>([
    ['the first machine over a limit of none', { license: { maxMachines: 0 } }, {}, 201],
    ['a machine more than allowed, strict or not', { policy: { maxMachines: 1 }, machines: 1 }, {}, LIMIT.MACHINES],
    ['the 5th of 4, 1.25x (87)', { policy: { ...quarter, maxMachines: 4 }, machines: 4 }, {}, 201],
    ['the 6th of 4, 1.25x (87)', { policy: { ...quarter, maxMachines: 4 }, machines: 5 }, {}, LIMIT.MACHINES],
    ['the 4th of 2, 2x', { policy: { overageStrategy: 'ALLOW_2X_OVERAGE', maxMachines: 2 }, machines: 3 }, {}, 201],
    [
      'the 4th of 2, 1.5x',
      { policy: { overageStrategy: 'ALLOW_1_5X_OVERAGE', maxMachines: 2 }, machines: 3 },
      {},
      LIMIT.MACHINES,
    ],
    [
      'the 9th of 1, always',
      { policy: { overageStrategy: 'ALWAYS_ALLOW_OVERAGE', maxMachines: 1 }, machines: 8 },
      {},
      201,
    ],
    ["by the license's own limit", { policy: { maxMachines: 1 }, license: { maxMachines: 2 }, machines: 1 }, {}, 201],
    ['the second of a node-locked one', { policy: { floating: false }, machines: 1 }, {}, LIMIT.MACHINES],
    ['cores up to the limit', { policy: { maxCores: 16 }, machines: [{ cores: 8 }] }, { cores: 8 }, 201],
    ['cores over it', { policy: { maxCores: 16 }, machines: [{ cores: 8 }] }, { cores: 9 }, LIMIT.CORES],
    ['cores over it on the first machine', { policy: { maxCores: 16 } }, { cores: 17 }, LIMIT.CORES],
    [
      'memory over it (89)',
      { policy: { maxMemory: 32_768n * MIB }, machines: [{ memory: 24_576n * MIB }] },
      { memory: Number(12_288n * MIB) },
      'MACHINE_MEMORY_LIMIT_EXCEEDED',
    ],
    [
      'disk over it',
      { policy: { maxDisk: 10n }, machines: [{ disk: 6n }] },
      { disk: 5 },
      'MACHINE_DISK_LIMIT_EXCEEDED',
    ],
  ])('%s', async (_, given, attributes, expected) => {
    await start(given);
    const reply = activate(attributes);
    expect(await outcome(reply)).toBe(expected);
    if (expected !== 201) expect((await reply).body.errors[0].source.pointer).toBe('/data');
  });

  it("count each user's machines alone where they are leased per user", async () => {
    await start({
      policy: { maxMachines: 1, machineLeasingStrategy: 'PER_USER' },
      owner: 'present',
      machines: [{ ownerId: OWNER_ID }],
    });
    expect(await outcome(activate({ fingerprint: 'a' }, { owner: to('users', OWNER_ID) }))).toBe(LIMIT.MACHINES);
    expect(await outcome(activate({ fingerprint: 'b' }))).toBe(201);
    expect(await outcome(activate({ fingerprint: 'c' }))).toBe(LIMIT.MACHINES);
  });

  it("are the group's, too", async () => {
    await start({ license: { groupId: GROUP_ID } });
    world.state.groups.update(GROUP_ID, { maxMachines: 1 });
    expect(await outcome(activate({ fingerprint: 'a' }))).toBe(201);
    expect(await outcome(activate({ fingerprint: 'b' }))).toBe('GROUP_MACHINE_LIMIT_EXCEEDED');
  });
});

describe('deactivating a machine', () => {
  it.each(['machine-1', 'print-1'])('by %s takes its processes along', async (id) => {
    await start({ machines: 2, processes: { 1: 2, 2: 1 } });
    const before = world.license().updated;
    const reply = await world.send('DELETE', `machines/${id}`);
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(world.state.machines.all().map((row) => row.id)).toEqual(['machine-2']);
    expect(world.state.processes.size).toBe(1);
    expect(world.license().updated).toEqual(before);
    expect((await world.send('DELETE', `machines/${id}`)).status).toBe(404);
  });
});

describe('who may', () => {
  const own = `License ${KEY}`;
  const withOther = async (given: Given): Promise<void> => {
    await start({ ...given, policy: { authenticationStrategy: 'LICENSE', ...given.policy } });
    world.state.licenses.insert({ ...world.license(), id: OTHER_LICENSE_ID, key: 'OTHER-KEY' });
    const shared = { created: at(-90_000_000), fingerprint: 'print-1', licenseId: OTHER_LICENSE_ID };
    world.state.machines.insert(machine({ id: 'theirs', ...shared }));
  };

  it('a read-only token may not', async () => {
    await start({ machines: 1 });
    expect((await activate({}, {}, 'Bearer read-demo')).status).toBe(403);
    expect((await world.send('DELETE', 'machines/machine-1', undefined, 'Bearer read-demo')).status).toBe(403);
    expect(world.state.machines.size).toBe(1);
  });

  it('a license may with its own machines, also where a fingerprint is shared', async () => {
    await withOther({ machines: 1 });
    expect((await activate({}, {}, own)).status).toBe(201);
    expect((await activate({}, { license: to('licenses', OTHER_LICENSE_ID) }, own)).status).toBe(403);
    expect((await world.send('DELETE', 'machines/theirs', undefined, own)).status).toBe(404);
    expect((await world.send('DELETE', 'machines/print-1', undefined, own)).status).toBe(204);
    expect(world.state.machines.get('theirs')).toBeDefined();
    expect(world.state.machines.get('machine-1')).toBeUndefined();
  });

  it('a protected one may not', async () => {
    await withOther({ machines: 1, license: { protected: true } });
    expect((await activate({}, {}, own)).status).toBe(403);
    expect((await world.send('DELETE', 'machines/print-1', undefined, own)).status).toBe(403);
  });

  it('a suspended or expired license is refused itself, and an administrator goes on for it', async () => {
    await withOther({ policy: { expirationStrategy: 'REVOKE_ACCESS' }, license: { suspended: true, expiry: at(-1) } });
    expect(await outcome(activate({}, {}, own))).toBe('LICENSE_SUSPENDED');
    world.state.licenses.update(LICENSE_ID, { suspended: false });
    expect(await outcome(activate({}, {}, own))).toBe('LICENSE_EXPIRED');
    expect((await activate()).status).toBe(201);
  });
});
