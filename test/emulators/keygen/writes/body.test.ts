import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LICENSE_ID, POLICY_ID, refusal, startWorld, type World } from '../world.js';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const path = `licenses/${LICENSE_ID}`;
const changing = (attributes: object) => ({ data: { type: 'licenses', attributes } });
const policy = { data: { type: 'policies', id: POLICY_ID } };

describe('a body that cannot be read', () => {
  it.each<[string, unknown, string]>([
    ['is cut off', '{"data":{"type":"licenses"', ''],
    ['is no JSON at all', 'name=x', ''],
    ['is a list', [], ''],
    ['is null', null, ''],
    ['has no data', {}, '/data'],
    ['has data of another type', { data: [] }, '/data'],
    ['has no type', { data: { attributes: {} } }, '/data/type'],
    ['is of another type', { data: { type: 'machines' } }, '/data/type'],
    ['has a type that is no text', { data: { type: 7 } }, '/data/type'],
    ['has a member nobody knows', { data: { type: 'licenses', included: [] } }, '/data/included'],
    ['has an attribute nobody knows', changing({ color: 'red' }), '/data/attributes/color'],
    ['has an attribute with a slash', changing({ 'a/b~c': 1 }), '/data/attributes/a~1b~0c'],
    ['has a name that is no text', changing({ name: 7 }), '/data/attributes/name'],
    ['has text for a flag', changing({ suspended: 'true' }), '/data/attributes/suspended'],
    ['has null for a flag', changing({ suspended: null }), '/data/attributes/suspended'],
    ['has text for a number', changing({ maxMachines: '5' }), '/data/attributes/maxMachines'],
    ['has a fraction', changing({ maxMachines: 1.5 }), '/data/attributes/maxMachines'],
    ['has more than 4 bytes hold', changing({ maxMachines: 2_147_483_648 }), '/data/attributes/maxMachines'],
    ['has less than 4 bytes hold', changing({ maxUses: -2_147_483_649 }), '/data/attributes/maxUses'],
    [
      'has more than 8 bytes hold',
      '{"data":{"type":"licenses","attributes":{"maxDisk":9223372036854775808}}}',
      '/data/attributes/maxDisk',
    ],
    ['has a number for a time', changing({ expiry: 1_900_000_000 }), '/data/attributes/expiry'],
    ['has no time for a time', changing({ expiry: '2026-13-45T00:00:00Z' }), '/data/attributes/expiry'],
    ['has a list for metadata', changing({ metadata: [] }), '/data/attributes/metadata'],
    ['has metadata too deep', changing({ metadata: { a: { b: { c: { d: {} } } } } }), '/data/attributes/metadata'],
  ])('%s: 400, and where', async (_, body, pointer) => {
    const before = { ...world.license() };
    const reply = await world.send('PATCH', path, typeof body === 'string' ? body : JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({
      meta: { id: expect.any(String) },
      errors: [{ title: 'Bad request', detail: expect.any(String), source: { pointer } }],
    });
    expect(world.license()).toEqual(before);
  });

  it('is missing: data is', async () => {
    expect(refusal(await world.send('PATCH', path))).toEqual([400, null, '/data']);
    expect(refusal(await world.send('POST', 'licenses', ''))).toEqual([400, null, '/data']);
  });

  it('has a content type that is no JSON: 400 MIME_TYPE_INVALID (67)', async () => {
    const headers = { 'content-type': 'text/plain' };
    const reply = await world.ask(path, { method: 'PATCH', headers, body: '{}' });
    expect([reply.status, reply.body.errors[0].code]).toEqual([400, 'MIME_TYPE_INVALID']);
  });
});

describe('a body that can be read', () => {
  it.each(['application/vnd.api+json', 'application/json', 'application/json; charset=utf-8'])(
    'is %s',
    async (type) => {
      const body = JSON.stringify({ data: { type: 'license', id: LICENSE_ID, attributes: { name: 'Ünïcode ✓' } } });
      const reply = await world.ask(path, { method: 'PATCH', headers: { 'content-type': type }, body });
      expect([reply.status, reply.body.data.attributes.name]).toEqual([200, 'Ünïcode ✓']);
    },
  );

  it('keeps each digit of a 64-bit integer, in limits and in metadata', async () => {
    const attributes =
      '{"maxDisk":9223372036854775807,"maxMemory":9007199254740993,"metadata":{"big":12345678901234567890}}';
    const reply = await world.send('PATCH', path, `{"data":{"type":"licenses","attributes":${attributes}}}`);
    expect(reply.text).toContain('"maxDisk":9223372036854775807,');
    expect(reply.text).toContain('"maxMemory":9007199254740993,');
    expect(reply.text).toContain('"metadata":{"big":12345678901234567890}');
    expect(world.license().maxMemory).toBe(9_007_199_254_740_993n);
  });

  it.each([
    ['2027-01-02T03:04:05.678Z', '2027-01-02T03:04:05.678Z'],
    ['2027-01-02T03:04:05+02:00', '2027-01-02T01:04:05.000Z'],
    ['2027-01-02T03:04:05', '2027-01-02T03:04:05.000Z'],
    ['2027-01-02', '2027-01-02T00:00:00.000Z'],
  ])('has a time: %s', async (expiry, expected) => {
    const reply = await world.send('PATCH', path, changing({ expiry }));
    expect(reply.body.data.attributes.expiry).toBe(expected);
  });

  it('has metadata, whose keys come back in camel case at every depth', async () => {
    const metadata = { external_id: 'x', nested_map: [{ inner_key: null }], refused: true };
    const reply = await world.send('PATCH', path, changing({ metadata }));
    const expected = { externalId: 'x', nestedMap: [{ innerKey: null }], refused: true };
    expect(reply.body.data.attributes.metadata).toEqual(expected);
    expect((await world.ask('licenses?metadata[external_id]=x')).body.data).toHaveLength(1);
  });

  it('has metadata of more keys or bytes than allowed: 422', async () => {
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, number) => [`k${number}`, 1]));
    const expected = [422, 'METADATA_TOO_LONG', '/data/attributes/metadata'];
    expect(refusal(await world.send('PATCH', path, changing({ metadata: many })))).toEqual(expected);
    const large = { text: 'x'.repeat(16 * 1024) };
    expect(refusal(await world.send('PATCH', path, changing({ metadata: large })))).toEqual(expected);
  });
});

it.each([
  ['no policy', {}, '/data/relationships/policy'],
  ['a policy without data', { policy: {} }, '/data/relationships/policy/data'],
  ['a policy that is null', { policy: { data: null } }, '/data/relationships/policy/data'],
  [
    'a policy of another type',
    { policy: { data: { type: 'users', id: 'x' } } },
    '/data/relationships/policy/data/type',
  ],
  ['a policy without an id', { policy: { data: { type: 'policies' } } }, '/data/relationships/policy/data/id'],
  ['a relation nobody knows', { policy, product: policy }, '/data/relationships/product'],
])('names %s: 400, and where', async (_, relationships, pointer) => {
  const reply = await world.send('POST', 'licenses', { data: { type: 'licenses', relationships } });
  expect(refusal(reply)).toEqual([400, null, pointer]);
  expect(world.state.licenses.size).toBe(1);
});
