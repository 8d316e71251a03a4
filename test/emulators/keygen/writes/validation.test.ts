import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../ask.js';
import {
  at,
  type Given,
  KEY,
  LICENSE_ID,
  NOW,
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

const path = `licenses/${LICENSE_ID}/actions/validate`;
const post = (meta?: object, authorization?: string): Promise<Reply> =>
  world.send('POST', path, meta === undefined ? undefined : { meta }, authorization);
const verdict = ({ status, body }: Reply): readonly unknown[] => [status, body.meta.valid, body.meta.code];

describe('asking for a verdict', () => {
  it('answers the license and the verdict, 200 even when it is invalid', async () => {
    await start({ license: { suspended: true } });
    const reply = await world.ask(path);
    expect(reply.status).toBe(200);
    expect(reply.body.meta).toEqual({
      ts: NOW.toISOString(),
      valid: false,
      detail: 'is suspended',
      code: 'SUSPENDED',
    });
    expect(reply.body.data.attributes).toMatchObject({ lastValidated: NOW.toISOString(), updated: NOW.toISOString() });
    expect((await world.ask(`licenses/${KEY}/actions/validate`)).body.data.id).toBe(LICENSE_ID);
  });

  it('by GET looks at no scope, by POST at those that are required (61)', async () => {
    await start({ policy: { requireProductScope: true } });
    expect(verdict(await world.ask(path))).toEqual([200, true, 'VALID']);
    expect(verdict(await post())).toEqual([200, false, 'PRODUCT_SCOPE_REQUIRED']);
    expect(verdict(await post({ scope: { product: 'other' } }))).toEqual([200, false, 'PRODUCT_SCOPE_MISMATCH']);
    const reply = await post({ scope: { product: PRODUCT_ID }, nonce: 7 });
    expect(reply.body.meta).toMatchObject({ valid: true, code: 'VALID', nonce: 7, scope: { product: PRODUCT_ID } });
  });

  it.each([
    [{ scope: { product: 1 } }, '/meta/scope/product'],
    [{ scope: { entitlements: 'X' } }, '/meta/scope/entitlements'],
    [{ scope: { entitlements: ['X', 1] } }, '/meta/scope/entitlements/1'],
    [{ scope: { color: 'red' } }, '/meta/scope/color'],
    [{ nonce: 'x' }, '/meta/nonce'],
  ])('refuses %j: 400, with no stamp', async (meta, pointer) => {
    await start();
    expect(refusal(await post(meta))).toEqual([400, null, pointer]);
    expect(world.license().lastValidated).toBeNull();
  });

  it('keeps a license active that would be inactive', async () => {
    await start();
    const old = world.state.licenses.remove(LICENSE_ID);
    if (old === undefined) throw new Error('no license');
    world.state.licenses.insert({ ...old, created: at(-100 * 86_400_000) });
    const status = async () => (await world.ask(`licenses/${LICENSE_ID}`)).body.data.attributes.status;
    expect(await status()).toBe('INACTIVE');
    await world.ask(path);
    expect(await status()).toBe('ACTIVE');
  });

  it('starts the expiry of a license that goes by its first validation, but not by GET', async () => {
    await start({ policy: { expirationBasis: 'FROM_FIRST_VALIDATION' }, license: { expiry: null } });
    expect((await world.ask(path)).body.data.attributes.expiry).toBeNull();
    expect((await post()).body.data.attributes.expiry).toBe(at(TWO_WEEKS_MS).toISOString());
  });

  it('until version 1.1 calls the code constant, and finds every overage invalid (55)', async () => {
    await start({
      policy: { strict: true, maxCores: 1, overageStrategy: 'ALWAYS_ALLOW_OVERAGE' },
      machines: [{ cores: 2 }],
    });
    expect(verdict(await world.ask(path))).toEqual([200, true, 'TOO_MANY_CORES']);
    const old = await world.ask(path, { headers: { 'keygen-version': '1.1' } });
    expect(old.body.meta).toMatchObject({ valid: false, constant: 'TOO_MANY_CORES' });
    expect(old.body.meta).not.toHaveProperty('code');
  });

  it('is allowed to whoever sees the license, protected or not', async () => {
    await start({ policy: { authenticationStrategy: 'LICENSE', protected: true } });
    expect((await post({}, 'Bearer read-demo')).status).toBe(200);
    expect((await post({}, `License ${KEY}`)).status).toBe(200);
    expect((await world.ask(path, { headers: { authorization: '' } })).status).toBe(401);
  });
});

describe('asking by the key', () => {
  const byKey = (meta: object, authorization = ''): Promise<Reply> =>
    world.send('POST', 'licenses/actions/validate-key', { meta }, authorization);

  it('needs no credentials, though wrong ones are refused', async () => {
    await start();
    const reply = await byKey({ key: KEY });
    expect(verdict(reply)).toEqual([200, true, 'VALID']);
    expect(reply.body.data.attributes.lastValidated).toBe(NOW.toISOString());
    expect(reply.headers.has('keygen-bearer')).toBe(false);
    expect(verdict(await byKey({ key: KEY, scope: { product: 'x' } }))[2]).toBe('PRODUCT_SCOPE_MISMATCH');
    expect((await byKey({ key: KEY }, 'Bearer wrong')).status).toBe(401);
  });

  it('answers 200 with no license for a key nobody has', async () => {
    await start();
    const reply = await byKey({ key: 'NOBODY' });
    expect(verdict(reply)).toEqual([200, false, 'NOT_FOUND']);
    expect(reply.body.data).toBeNull();
  });

  it('needs one', async () => {
    await start();
    expect(refusal(await byKey({}))).toEqual([400, null, '/meta/key']);
    expect(refusal(await byKey({ key: '' }))).toEqual([400, null, '/meta/key']);
  });
});
