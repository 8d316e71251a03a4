import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashKey } from '../../src/auth/api-key.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { startIssuer, type TestIssuer } from '../support/issuer.js';
import { embedded } from '../support/stores.js';

let now = new Date('2026-03-01T12:00:00Z');
const clock = { now: () => now };
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

let emulators: TestEmulators;
let issuer: TestIssuer;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  issuer = await startIssuer();
  const oidc = [issuer.options({ sourcesClaim: 'license_sources' })];
  gateway = await startGateway(emulators.sources, { clock, oidc });
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await issuer?.stop();
  await emulators?.close();
});
afterEach(() => gateway.reload({}));

const VIEWER = '{ viewer { name role sources } }';

async function ask(bearer: string, query = VIEWER) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}

interface Answer {
  readonly data?: Record<string, unknown>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

describe('the holder of a token', () => {
  it.each([
    [{ roles: ['viewers'], license_sources: ['*'] }, 'VIEWER', ['keygen', 'recon', 'splunk']],
    [{ roles: ['operators', 'viewers'], license_sources: ['s*', 'recon'] }, 'OPERATOR', ['recon', 'splunk']],
    [{ roles: 'openid admins', license_sources: 'keygen' }, 'ADMIN', ['keygen']],
    [{ roles: ['viewers'], license_sources: [] }, 'VIEWER', []],
    [{ roles: ['admins'] }, 'ADMIN', []],
  ])('with %j sees and may do what it says', async (claims, role, sources) => {
    const { status, body } = await ask(await issuer.token(now, claims));
    expect([status, body.data]).toEqual([200, { viewer: { name: 'oidc:alice', role, sources } }]);
  });

  it('gets nothing of the sources that it does not name', async () => {
    const token = await issuer.token(now, { roles: ['admins'] });
    const { body } = await ask(
      token,
      '{ licenses { totalCount } auditEntries { totalCount } source(name: "splunk") { id } }',
    );
    expect(body.data).toEqual({ licenses: { totalCount: 0 }, auditEntries: { totalCount: 0 }, source: null });
  });

  it('is named in the audit trail as nobody with a key can be', async () => {
    const token = await issuer.token(now, { roles: ['operators'], license_sources: ['*'] });
    const mutation = 'mutation { refreshSource(input: { sourceId: "Source:recon" }) { errors { code } } }';
    expect((await ask(token, mutation)).body.data).toEqual({ refreshSource: { errors: [] } });
    const { body } = await ask(keys.ADMIN, '{ auditEntries(first: 1) { nodes { actor role action } } }');
    expect(body.data).toEqual({
      auditEntries: { nodes: [{ actor: 'oidc:alice', role: 'OPERATOR', action: 'refreshSource' }] },
    });
  });

  it('reads the schema, too', async () => {
    const token = await issuer.token(now);
    const response = await fetch(`${gateway.url}/schema.graphql`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
  });
});

describe('a token that does not count', () => {
  it('is 401 with what is wrong with it, for a person and for a client', async () => {
    const { status, headers, body } = await ask(await issuer.token(now, { exp: now.getTime() / 1000 - 60 }));
    expect([status, body]).toEqual([
      401,
      {
        errors: [
          {
            message: 'this token is not accepted: it has expired; get a new one',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      },
    ]);
    expect(headers.get('www-authenticate')).toBe(
      'Bearer realm="license-gateway", error="invalid_token", error_description="this token is not accepted: it has expired; get a new one"',
    );
  });

  it('stops counting when it expires', async () => {
    const before = now;
    const token = await issuer.token(now);
    expect((await ask(token)).status).toBe(200);
    pass(3600 + 30);
    expect((await ask(token)).status).toBe(401);
    now = before;
  });

  it('is 403 when it gives no role', async () => {
    const { status, headers, body } = await ask(await issuer.token(now, { roles: ['cooks'] }));
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(body.errors?.[0]?.message).toContain('nothing in its claim roles gives a role here');
    expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
  });

  it('is the same 401 for every other text', async () => {
    const { status, body } = await ask('not.a.token');
    expect([status, body.errors?.[0]?.message]).toEqual([401, expect.stringContaining('API key is not known')]);
  });
});

it('answers 503 while the keys of the issuer cannot be had, and lets in once they can', async () => {
  const late = await startIssuer();
  const token = await late.token(now);
  await late.stop();
  gateway.reload({ oidc: [late.options()] });
  const { status, headers, body } = await ask(token);
  expect([status, body.errors?.[0]?.extensions.code, headers.get('retry-after')]).toEqual([
    503,
    'AUTH_UNAVAILABLE',
    '10',
  ]);
  expect(JSON.stringify(body)).not.toContain(late.url);
  // Keys ask nobody.
  expect((await ask(keys.VIEWER)).status).toBe(200);
  await late.start();
  pass(10);
  expect((await ask(token)).status).toBe(200);
  await late.stop();
});

describe('a reload', () => {
  it('takes keys back and lets others in, from the next request on', async () => {
    const added = 'added-key-0123456789';
    gateway.reload({ apiKeys: [{ name: 'added', role: 'VIEWER', sha256: hashKey(added), sources: null }], oidc: [] });
    expect((await ask(keys.ADMIN)).status).toBe(401);
    expect((await ask(await issuer.token(now))).status).toBe(401);
    expect((await ask(added)).body.data).toMatchObject({ viewer: { name: 'added' } });
  });

  it('keeps the keys of a provider that stays, though it is down by then', async () => {
    const own = await startIssuer();
    const token = await own.token(now);
    gateway.reload({ oidc: [own.options()] });
    expect((await ask(token)).status).toBe(200);
    await own.stop();
    gateway.reload({ oidc: [own.options()] });
    expect((await ask(token)).status).toBe(200);
  });
});

describe('apiKeys', () => {
  const QUERY = '{ apiKeys { name role sources lastUsedAt } }';

  it('lists the keys and when each was last used, and nothing else of them', async () => {
    await ask(keys.ADMIN);
    await ask(keys.scoped);
    gateway.reload({
      apiKeys: [
        { name: 'admin', role: 'ADMIN', sha256: hashKey(keys.ADMIN), sources: null },
        { name: 'scoped', role: 'ADMIN', sha256: hashKey(keys.scoped), sources: ['splunk'] },
        { name: 'unused', role: 'VIEWER', sha256: hashKey('unused-key-0123456789'), sources: null },
      ],
    });
    expect((await ask(keys.ADMIN, QUERY)).body.data).toEqual({
      apiKeys: [
        { name: 'admin', role: 'ADMIN', sources: null, lastUsedAt: now.toISOString() },
        { name: 'scoped', role: 'ADMIN', sources: ['splunk'], lastUsedAt: now.toISOString() },
        { name: 'unused', role: 'VIEWER', sources: null, lastUsedAt: null },
      ],
    });
  });

  it('knows after a restart which key was used just before it', async () => {
    const store = await embedded();
    const before = await startGateway([], { clock, store });
    await before.ask(VIEWER, {}, keys.VIEWER);
    pass(30);
    await before.ask(VIEWER, {}, keys.VIEWER);
    const lastUsedAt = now.toISOString();
    await before.close();
    pass(600);
    const after = await startGateway([], { clock, store });
    const { data } = await after.ask<{ apiKeys: object[] }>('{ apiKeys { name lastUsedAt } }');
    expect(data?.apiKeys).toContainEqual({ name: 'viewer', lastUsedAt });
    expect(data?.apiKeys).toContainEqual({ name: 'operator', lastUsedAt: null });
    await after.close();
    await store.remove();
  });

  it.each(['VIEWER', 'OPERATOR', 'scoped'] as const)('is forbidden to %s, and null', async (who) => {
    const { body } = await ask(keys[who], `{ apiKeys { name } viewer { name } }`);
    expect(body).toMatchObject({
      data: { apiKeys: null, viewer: { name: who.toLowerCase() } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });
});
