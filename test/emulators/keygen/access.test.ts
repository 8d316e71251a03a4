import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DEMO_ACCOUNT,
  OVERLAPPING_IDS,
  overlappingState,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { user } from '../../../src/emulators/keygen/scenarios/rows.js';
import { ask, ids } from './ask.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6065';
const OWNER_ID = '22222222-2222-4222-8222-222222222222';
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

let emulator: RunningKeygenEmulator;
beforeEach(async () => {
  emulator = await startKeygenEmulator({ state: overlappingState(NOW), clock: { now: () => NOW } });
});
afterEach(() => emulator.close());

describe('a token', () => {
  it.each([
    ['Bearer admin-demo'],
    ['bearer admin-demo'],
    ['Token admin-demo'],
    ['Token token="admin-demo"'],
    [basic('token:admin-demo')],
    [basic('admin-demo:')],
    ['Bearer read-demo'],
  ])('is taken as %s', async (authorization) => {
    const reply = await ask(emulator, 'licenses', { headers: { authorization } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('keygen-token')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers.get('keygen-bearer')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['token=admin-demo', 'auth=admin-demo', 'auth=token:admin-demo'])(
    'is taken from the query: %s',
    async (query) => {
      expect((await ask(emulator, `licenses?${query}`, { headers: { authorization: '' } })).status).toBe(200);
    },
  );

  it.each([
    ['', 'TOKEN_MISSING'],
    ['Bearer ', 'TOKEN_MISSING'],
    ['Digest abc', 'TOKEN_MISSING'],
    ['Bearer wrong', 'TOKEN_INVALID'],
    [basic('token:wrong'), 'TOKEN_INVALID'],
    [basic('token:'), 'TOKEN_MISSING'],
    [`Bearer ${OVERLAPPING_IDS[0]}`, 'TOKEN_FORMAT_INVALID'],
    ['License nonsense', 'LICENSE_INVALID'],
  ])('as %j is refused with %s', async (authorization, code) => {
    const reply = await ask(emulator, 'licenses', { headers: { authorization } });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="keygen"');
    expect(reply.body).toEqual({
      meta: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      errors: [{ title: 'Unauthorized', detail: expect.any(String), code }],
    });
  });

  it('that has expired is refused', async () => {
    emulator.state.tokens.set('old', { id: 'x', role: 'admin', bearerId: 'x', expiry: new Date(NOW.getTime() - 1) });
    const reply = await ask(emulator, 'licenses', { headers: { authorization: 'Bearer old' } });
    expect([reply.status, reply.body.errors[0].code]).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('of this account is no token of another, and an account nobody has is not found', async () => {
    const other = await ask(emulator, '/v1/accounts/globex/licenses');
    expect([other.status, other.body.errors[0].code]).toEqual([401, 'TOKEN_INVALID']);
    const nobody = await ask(emulator, '/v1/accounts/nobody/licenses');
    expect([nobody.status, nobody.body.errors[0].code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a license that authenticates by its key', () => {
  const [first = '', second = '', third = ''] = OVERLAPPING_IDS;
  const asLicense = (number: number) => ({ headers: { authorization: `License OVERLAP-${number}` } });

  it('is refused unless its policy allows it', async () => {
    const reply = await ask(emulator, 'licenses', asLicense(1));
    expect([reply.status, reply.body.errors[0].code]).toEqual([403, 'LICENSE_NOT_ALLOWED']);
  });

  it('sees itself and what it hangs on, and nothing else', async () => {
    emulator.state.policies.update(POLICY_ID, { authenticationStrategy: 'MIXED' });
    expect(ids(await ask(emulator, 'licenses', asLicense(1)))).toEqual([first]);
    const own = await ask(emulator, `licenses/${first}`, { headers: { authorization: basic('license:OVERLAP-1') } });
    expect(own.status).toBe(200);
    expect((await ask(emulator, `licenses/${second}`, asLicense(1))).status).toBe(404);
    expect((await ask(emulator, `licenses/${first}/policy`, asLicense(1))).status).toBe(200);
    const users = await ask(emulator, 'users', asLicense(1));
    expect(users.status).toBe(403);
    expect(users.body.errors[0]).toEqual({ title: 'Access denied', detail: expect.any(String) });
  });

  it('is refused when suspended, when its owner is banned, and when expired under REVOKE_ACCESS only', async () => {
    emulator.state.policies.update(POLICY_ID, { authenticationStrategy: 'LICENSE' });
    const codeOf = async (number: number) => (await ask(emulator, 'licenses', asLicense(number))).body.errors?.[0].code;
    expect(await codeOf(4)).toBe('LICENSE_SUSPENDED');
    expect(await codeOf(3)).toBeUndefined();
    emulator.state.policies.update(POLICY_ID, { expirationStrategy: 'REVOKE_ACCESS' });
    expect(await codeOf(3)).toBe('LICENSE_EXPIRED');
    emulator.state.users.insert(user({ id: OWNER_ID, created: NOW, email: 'a@example.com', banned: true }));
    emulator.state.licenses.update(third, { ownerId: OWNER_ID });
    expect(await codeOf(3)).toBe('LICENSE_BANNED');
  });
});

describe('the version', () => {
  const version = (text: string) => ({ headers: { 'keygen-version': text } });

  it('is echoed, and is 1.8 when nobody asks', async () => {
    expect((await ask(emulator, 'licenses')).headers.get('keygen-version')).toBe('1.8');
    expect((await ask(emulator, 'licenses', version('1.3'))).headers.get('keygen-version')).toBe('1.3');
    expect((await ask(emulator, 'licenses', version('v1.0'))).headers.get('keygen-version')).toBe('1.0');
  });

  it.each(['1.9', '2.0', 'latest', '1.8.0'])('%s is refused', async (text) => {
    const reply = await ask(emulator, 'licenses', version(text));
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0]).toMatchObject({ code: 'INVALID_API_VERSION', source: { header: 'Keygen-Version' } });
  });

  it('up to 1.5 says user where later ones say owner, and links to it', async () => {
    emulator.state.users.insert(user({ id: OWNER_ID, created: NOW, email: 'a@example.com' }));
    emulator.state.licenses.update(OVERLAPPING_IDS[0] ?? '', { ownerId: OWNER_ID });
    const names = async (text: string) =>
      Object.keys((await ask(emulator, `licenses/${OVERLAPPING_IDS[0]}`, version(text))).body.data.relationships);
    expect(await names('1.6')).toContain('owner');
    expect(await names('1.5')).toContain('user');
    expect(await names('1.5')).not.toContain('owner');
    const { user: relationship } = (await ask(emulator, `licenses/${OVERLAPPING_IDS[0]}`, version('1.5'))).body.data
      .relationships;
    expect(relationship.data).toEqual({ type: 'users', id: OWNER_ID });
    expect((await ask(emulator, relationship.links.related)).body.data.id).toBe(OWNER_ID);
  });

  it('up to 1.6 has one leasing strategy', async () => {
    const attributes = async (text: string) =>
      (await ask(emulator, `policies/${POLICY_ID}`, version(text))).body.data.attributes;
    expect(await attributes('1.7')).toMatchObject({
      machineLeasingStrategy: 'PER_LICENSE',
      processLeasingStrategy: 'PER_MACHINE',
    });
    const old = await attributes('1.6');
    expect(old.leasingStrategy).toBe('PER_MACHINE');
    expect(old).not.toHaveProperty('machineLeasingStrategy');
    expect(old).not.toHaveProperty('processLeasingStrategy');
  });
});

describe('every answer of the account', () => {
  it('carries the vendor headers', async () => {
    const { headers } = await ask(emulator, 'licenses');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/vnd.api+json; charset=utf-8',
      'cache-control': 'no-store',
      'keygen-account': DEMO_ACCOUNT.id,
      'keygen-edition': 'CE',
      'keygen-version': '1.8',
      date: NOW.toUTCString(),
      'keygen-date': NOW.toUTCString(),
    });
    expect(headers.has('etag')).toBe(false);
  });

  it.each(['licenses?limit=2', 'licenses/missing'])('is signed: %s', async (path) => {
    const reply = await ask(emulator, path);
    const digest = `sha-256=${createHash('sha256').update(reply.text).digest('base64')}`;
    expect(reply.headers.get('digest')).toBe(digest);
    expect(reply.headers.get('keygen-digest')).toBe(digest);
    const header = reply.headers.get('keygen-signature') ?? '';
    expect(header).toContain(`keyid="${DEMO_ACCOUNT.id}", algorithm="ed25519"`);
    expect(header).toContain('headers="(request-target) host date digest"');
    const signature = Buffer.from(/signature="([^"]+)"/.exec(header)?.[1] ?? '', 'base64');
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(emulator.publicKey, 'hex').toString('base64url') },
      format: 'jwk',
    });
    const text = (target: string) =>
      [
        `(request-target): get ${target}`,
        `host: ${new URL(emulator.url).host}`,
        `date: ${NOW.toUTCString()}`,
        `digest: ${digest}`,
      ].join('\n');
    expect(verify(null, Buffer.from(text(`/v1/accounts/demo/${path}`)), key, signature)).toBe(true);
    expect(verify(null, Buffer.from(text('/v1/accounts/demo/other')), key, signature)).toBe(false);
  });

  it('answers HEAD with the headers alone', async () => {
    const reply = await ask(emulator, 'licenses', { method: 'HEAD' });
    expect([reply.status, reply.text]).toEqual([200, '']);
  });
});

describe('refusals', () => {
  it.each([
    ['POST', { 'content-type': 'text/plain' }, 'Content-Type'],
    ['POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'Content-Type'],
    ['GET', { 'content-type': 'application/xml' }, 'Content-Type'],
    ['GET', { accept: 'text/html' }, 'Accept'],
  ])('%s with %j is 400 MIME_TYPE_INVALID, not 406 or 415', async (method, headers, source) => {
    const body = method === 'POST' ? { body: 'x' } : {};
    const reply = await ask(emulator, 'licenses', { method, headers, ...body });
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0]).toMatchObject({ code: 'MIME_TYPE_INVALID', source: { header: source } });
  });

  it.each([
    { accept: 'application/json' } as Record<string, string>,
    { accept: 'text/html, */*;q=0.8' },
    { accept: 'application/vnd.api+json; charset=utf-8', 'content-type': 'application/json' },
  ])('%j is acceptable', async (headers) => {
    expect((await ask(emulator, 'licenses', { headers })).status).toBe(200);
  });

  it('names an environment: 400, for this is the community edition', async () => {
    const reply = await ask(emulator, 'licenses', { headers: { 'keygen-environment': 'sandbox' } });
    expect([reply.status, reply.body.errors[0].code]).toEqual([400, 'ENVIRONMENT_NOT_SUPPORTED']);
  });

  it.each(['licenses/missing', 'machines/missing', 'nothing', 'licenses/a/b/c', '/v2/licenses', '/'])(
    '%s is 404',
    async (path) => {
      const reply = await ask(emulator, path);
      expect(reply.status).toBe(404);
      expect(reply.headers.get('content-type')).toBe('application/vnd.api+json; charset=utf-8');
      expect(reply.body.errors).toMatchObject([{ title: 'Not found', code: 'NOT_FOUND' }]);
    },
  );

  it('cannot decode every path: 400', async () => {
    expect((await ask(emulator, '/v1/accounts/demo/licenses/%E0%A4%A')).status).toBe(400);
  });

  it('asks to be left alone as often as it is told to, in the way of the throttling middleware', async () => {
    emulator.throttle(2, 7);
    for (const _ of [1, 2]) {
      const reply = await ask(emulator, 'licenses');
      expect(reply.status).toBe(429);
      expect(reply.headers.get('retry-after')).toBe('7');
      expect(reply.headers.has('keygen-signature')).toBe(false);
      expect(reply.body).toEqual({
        errors: [{ title: 'Too many requests', detail: expect.any(String), code: 'TOO_MANY_REQUESTS' }],
      });
    }
    expect((await ask(emulator, 'licenses')).status).toBe(200);
    expect(emulator.requests.map((request) => request.status)).toEqual([429, 429, 200]);
  });
});
