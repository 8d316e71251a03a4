import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
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

let world: World;
const start = async (given?: Given): Promise<void> => {
  world = await startWorld(given);
};
afterEach(() => world.close());

const to = (type: string, id: string | null) => ({ data: id === null ? null : { type, id } });
const creating = (attributes: object = {}, relationships: object = {}) => ({
  data: {
    type: 'licenses',
    attributes,
    relationships: { policy: to('policies', POLICY_ID), ...relationships },
  },
});
const create = (attributes?: object, relationships?: object): Promise<Reply> =>
  world.send('POST', 'licenses', creating(attributes, relationships));
const change = (attributes: object, id = LICENSE_ID): Promise<Reply> =>
  world.send('PATCH', `licenses/${id}`, { data: { type: 'licenses', attributes } });

describe('making a license', () => {
  it('needs only a policy: the key is made, the expiry reckoned, the answer is 201 with its place', async () => {
    await start();
    const reply = await world.send('POST', 'licenses', {
      data: { type: 'license', relationships: { policy: to('policy', POLICY_ID) } },
    });
    expect(reply.status).toBe(201);
    const { id, attributes, links, relationships } = reply.body.data;
    expect(reply.headers.get('location')).toBe(links.self);
    expect(attributes).toMatchObject({
      key: expect.stringMatching(/^([0-9A-F]{6}-){5}V3$/),
      name: null,
      expiry: at(TWO_WEEKS_MS).toISOString(),
      status: 'ACTIVE',
      uses: 0,
      suspended: false,
      lastCheckIn: null,
      metadata: {},
      created: NOW.toISOString(),
      updated: NOW.toISOString(),
    });
    expect(relationships.product.data.id).toBe(PRODUCT_ID);
    expect((await world.ask(links.self)).body.data).toEqual(reply.body.data);
    expect((await world.ask(`licenses/${attributes.key}`)).body.data.id).toBe(id);
    expect((await world.ask('licenses')).body.data).toHaveLength(2);
  });

  it('takes every attribute and relation', async () => {
    await start({ policy: { maxMachines: 2, maxUses: 7 } });
    const attributes = {
      name: 'One',
      key: 'My-Own-Key',
      expiry: '2030-01-01T00:00:00.000Z',
      protected: true,
      suspended: true,
      maxMachines: 5,
      maxProcesses: 6,
      maxUsers: 7,
      maxCores: 8,
      maxMemory: 9,
      maxDisk: 10,
      maxUses: null,
      metadata: { team: 'blue' },
    };
    const reply = await create(attributes, { group: to('groups', GROUP_ID), owner: to('users', OWNER_ID) });
    expect(reply.status).toBe(201);
    expect(reply.body.data.attributes).toMatchObject({ ...attributes, maxUses: 7, status: 'SUSPENDED' });
    expect(reply.body.data.relationships.group.data.id).toBe(GROUP_ID);
    expect(reply.body.data.relationships.owner.data.id).toBe(OWNER_ID);
  });

  it('calls the owner user, too, and takes null for no group', async () => {
    await start();
    const reply = await create({}, { user: to('users', OWNER_ID), group: to('groups', null) });
    expect(reply.body.data.relationships).toMatchObject({ owner: { data: { id: OWNER_ID } }, group: { data: null } });
  });

  it.each([
    ['FROM_CREATION', at(TWO_WEEKS_MS).toISOString()],
    ['FROM_FIRST_VALIDATION', null],
    ['FROM_FIRST_ACTIVATION', null],
    ['FROM_FIRST_USE', null],
    ['FROM_FIRST_DOWNLOAD', null],
  ])('starts its expiry by the basis %s', async (expirationBasis, expiry) => {
    await start({ policy: { expirationBasis } });
    expect((await create({ expiry: null })).body.data.attributes.expiry).toBe(expiry);
  });

  it('never expires without a duration', async () => {
    await start({ policy: { duration: null } });
    expect((await create()).body.data.attributes.expiry).toBeNull();
  });

  it('stamps the first check-in where one is required', async () => {
    await start({ policy: { requireCheckIn: true, checkInInterval: 'day', checkInIntervalCount: 1 } });
    expect((await create()).body.data.attributes).toMatchObject({
      lastCheckIn: NOW.toISOString(),
      nextCheckIn: at(86_400_000).toISOString(),
    });
  });

  it("goes into its owner's group unless told otherwise", async () => {
    await start();
    world.state.users.update(OWNER_ID, { groupId: GROUP_ID });
    const reply = await create({}, { owner: to('users', OWNER_ID) });
    expect(reply.body.data.relationships.group.data.id).toBe(GROUP_ID);
  });

  it('is refused when the group is full', async () => {
    await start();
    world.state.groups.update(GROUP_ID, { maxLicenses: 1 });
    expect((await create({}, { group: to('groups', GROUP_ID) })).status).toBe(201);
    expect(refusal(await create({}, { group: to('groups', GROUP_ID) }))).toEqual([
      422,
      'GROUP_LICENSE_LIMIT_EXCEEDED',
      '/data/relationships/group',
    ]);
  });

  it.each([
    ['policy', 'policies', 'POLICY_NOT_FOUND'],
    ['group', 'groups', 'GROUP_NOT_FOUND'],
    ['owner', 'users', 'OWNER_NOT_FOUND'],
  ])('is refused with a %s nobody has', async (name, type, code) => {
    await start();
    const reply = await create({}, { [name]: to(type, 'nobody') });
    expect(refusal(reply)).toEqual([422, code, `/data/relationships/${name}`]);
    expect(reply.body.errors[0].title).toBe('Unprocessable resource');
    expect(world.state.licenses.size).toBe(1);
  });

  it.each([
    [{ key: KEY }, 'KEY_TAKEN', 'key'],
    [{ key: 'short' }, 'KEY_TOO_SHORT', 'key'],
    [{ key: 'k'.repeat(16_385) }, 'KEY_TOO_LONG', 'key'],
    [{ key: LICENSE_ID }, 'KEY_CONFLICT', 'key'],
    [{ name: 'n'.repeat(1025) }, 'NAME_TOO_LONG', 'name'],
    [{ maxMachines: 0 }, 'MAX_MACHINES_INVALID', 'maxMachines'],
    [{ maxCores: 0 }, 'MAX_CORES_INVALID', 'maxCores'],
    [{ maxUses: -1 }, 'MAX_USES_INVALID', 'maxUses'],
    [{ maxDisk: -1 }, 'MAX_DISK_INVALID', 'maxDisk'],
  ])('is refused with case %#', async (attributes, code, name) => {
    await start();
    expect(refusal(await create(attributes))).toEqual([422, code, `/data/attributes/${name}`]);
    expect(world.state.licenses.size).toBe(1);
  });

  it('needs no more than one character of a key that is signed, and signs it', async () => {
    await start({ policy: { scheme: 'ED25519_SIGN' } });
    const { key } = (await create({ key: 'abc' })).body.data.attributes;
    expect(key).toMatch(/^key\/YWJj\.[\w-]{86}==$/);
    expect((await create()).body.data.attributes.key).toMatch(/^key\//);
    expect(refusal(await create({ key: 'abc' }))[1]).toBe('KEY_TAKEN');
  });

  it('shows an encrypted key this once, and takes none from the caller', async () => {
    await start({ policy: { encrypted: true } });
    const reply = await create();
    expect(reply.body.data.attributes.key.length).toBeGreaterThan(60);
    expect((await world.ask(reply.body.data.links.self)).body.data.attributes).not.toHaveProperty('key');
    expect(refusal(await create({ key: 'mine-it-is' }))[1]).toBe('KEY_NOT_SUPPORTED');
  });

  it('cannot sign with a key it has not got, nor take from an empty pool', async () => {
    await start({ policy: { scheme: 'RSA_2048_PKCS1_SIGN_V2' } });
    expect(refusal(await create())[1]).toBe('KEY_NOT_SUPPORTED');
    world.state.policies.update(POLICY_ID, { scheme: null, usePool: true });
    expect(refusal(await create())).toEqual([422, 'POLICY_POOL_EMPTY', '/data/relationships/policy']);
  });
});

describe('changing a license', () => {
  it('changes what is named and nothing else, and says when', async () => {
    await start({ license: { name: 'Old', metadata: { a: 1 } } });
    const before = { ...world.license() };
    const reply = await change({ name: 'New' });
    expect(reply.status).toBe(200);
    expect(reply.body.data.attributes).toMatchObject({ name: 'New', updated: NOW.toISOString() });
    expect(world.license()).toEqual({ ...before, name: 'New', updated: NOW });
  });

  it('is found by its key', async () => {
    await start();
    expect((await change({ name: 'New' }, KEY)).body.data.attributes.name).toBe('New');
  });

  it("clears an override by null: the answer shows the policy's value", async () => {
    await start({
      policy: { maxMachines: 2, protected: true },
      license: { maxMachines: 9, maxCores: 4, protected: false },
    });
    const reply = await change({ maxMachines: null, maxCores: null, protected: null, expiry: null, name: null });
    expect(reply.body.data.attributes).toMatchObject({ maxMachines: 2, maxCores: null, protected: true, expiry: null });
    expect(world.license().maxMachines).toBeNull();
  });

  it('puts metadata in place of the old', async () => {
    await start({ license: { metadata: { a: 1 } } });
    expect((await change({ metadata: { b: 2 } })).body.data.attributes.metadata).toEqual({ b: 2 });
    expect((await change({ metadata: null })).body.data.attributes.metadata).toEqual({});
  });

  it('passes while uses are over their limit (81)', async () => {
    await start({ policy: { maxUses: 10 }, license: { uses: 11 } });
    expect((await change({ name: 'New' })).status).toBe(200);
  });

  it.each([
    ['the policy (83)', { relationships: { policy: to('policies', POLICY_ID) } }, '/data/relationships'],
    ['the key', { attributes: { key: 'ANOTHER-KEY' } }, '/data/attributes/key'],
    ['what is read-only', { attributes: { status: 'ACTIVE' } }, '/data/attributes/status'],
  ])('cannot change %s', async (_, members, pointer) => {
    await start();
    const reply = await world.send('PATCH', `licenses/${LICENSE_ID}`, { data: { type: 'licenses', ...members } });
    expect(refusal(reply)).toEqual([400, null, pointer]);
  });

  it('is refused out of bounds, with nothing changed', async () => {
    await start();
    expect(refusal(await change({ name: 'New', maxMachines: 0 }))).toEqual([
      422,
      'MAX_MACHINES_INVALID',
      '/data/attributes/maxMachines',
    ]);
    expect(world.license().name).toBeNull();
  });
});

describe('removing a license', () => {
  it.each([
    ['by its id', `licenses/${LICENSE_ID}`],
    ['by its key', `licenses/${KEY}`],
    ['as revoked', `licenses/${LICENSE_ID}/actions/revoke`],
  ])('%s takes its machines and processes along and answers nothing', async (_, path) => {
    await start({ machines: 2, processes: { 1: 2 } });
    const reply = await world.send('DELETE', path);
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(reply.headers.has('content-type')).toBe(false);
    const digest = `sha-256=${createHash('sha256').update('').digest('base64')}`;
    expect(reply.headers.get('digest')).toBe(digest);
    expect(reply.headers.get('keygen-signature')).toContain('algorithm="ed25519"');
    expect([world.state.licenses.size, world.state.machines.size, world.state.processes.size]).toEqual([0, 0, 0]);
    expect((await world.send('DELETE', path)).status).toBe(404);
  });
});

describe('permission', () => {
  const path = `licenses/${LICENSE_ID}`;
  const writes: readonly [string, string, unknown?][] = [
    ['POST', 'licenses', creating()],
    ['PATCH', path, { data: { type: 'licenses', attributes: { name: 'x' } } }],
    ['DELETE', path],
    ['DELETE', `${path}/actions/revoke`],
    ...['suspend', 'reinstate', 'renew', 'decrement-usage', 'reset-usage'].map((name): [string, string] => [
      'POST',
      `${path}/actions/${name}`,
    ]),
  ];

  it.each(writes)('%s %s is for administrators: 403 without a code', async (method, at, body) => {
    await start({ policy: { authenticationStrategy: 'LICENSE' } });
    const before = { ...world.license() };
    for (const authorization of ['Bearer read-demo', `License ${KEY}`]) {
      const reply = await world.send(method, at, body, authorization);
      expect(reply.status).toBe(403);
      expect(reply.body.errors[0]).toEqual({ title: 'Access denied', detail: expect.any(String) });
    }
    expect(world.license()).toEqual(before);
    expect(world.state.licenses.size).toBe(1);
    expect((await world.send(method, at, body, 'Bearer wrong')).status).toBe(401);
  });

  it('comes before the body is judged', async () => {
    await start();
    expect((await world.send('PATCH', path, {}, 'Bearer read-demo')).status).toBe(403);
  });

  it.each(['POST', 'PATCH'])('%s of what nobody has is 404', async (method) => {
    await start();
    const at = method === 'POST' ? 'licenses/nobody/actions/suspend' : 'licenses/nobody';
    expect((await world.send(method, at, {})).status).toBe(404);
    expect((await world.send(method, 'policies', {})).status).toBe(404);
  });
});
