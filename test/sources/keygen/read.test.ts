/** Parts refused, rows that are bad or double, entitlements, and answers that are none. */
import { describe, expect, it } from 'vitest';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import type { KeygenLicense, KeygenMachine, KeygenPolicy } from '../../../src/sources/keygen/model.js';
import { MOST_LICENSES_FOR_ENTITLEMENTS } from '../../../src/sources/keygen/read.js';
import { type FakeRequest, fakeKeygen, type Reply, readFrom, readLists } from './fake-server.js';
import { rawGroup, rawLicense, rawMachine, rawPolicy } from './rows.js';

const refused = (status: number, error: Record<string, unknown> = {}): Reply => ({
  status,
  body: {
    meta: { id: 'request' },
    errors: [{ title: 'Access denied', detail: 'You do not have permission', ...error }],
  },
});
const on = (part: string, reply: Reply) => (request: FakeRequest) => (request.list === part ? reply : null);

describe('A refused part', () => {
  it.each(['policies', 'groups', 'machines', 'entitlements'])('%s is a gap, and the rest stands', async (part) => {
    const snapshot = await readLists(
      {
        licenses: [rawLicense('l')],
        policies: [rawPolicy()],
        groups: [rawGroup('g')],
        machines: [rawMachine('m', 'l')],
      },
      on(part, refused(403)),
    );
    expect(snapshot.gaps).toEqual([
      { part, code: 'HTTP_403', message: expect.stringContaining('You do not have permission') },
    ]);
    expect(snapshot.licenses).toHaveLength(1);
  });

  it('users costs a group only its count of users', async () => {
    const snapshot = await readLists(
      { licenses: [], groups: [rawGroup('g', { maxUsers: 3 })] },
      on('users', refused(403)),
    );
    expect(snapshot.gaps).toMatchObject([{ part: 'users' }]);
    expect(snapshot.meters.find(({ dimension }) => dimension === 'USERS')).toMatchObject({ used: null });
  });

  it('processes costs a license only its count of processes', async () => {
    const lists = { licenses: [rawLicense('l', { maxProcesses: 2 })], policies: [rawPolicy()] };
    const snapshot = await readLists(lists, on('processes', refused(404)));
    expect(snapshot.gaps).toMatchObject([{ part: 'processes', code: 'HTTP_404' }]);
    expect(snapshot.meters.find(({ dimension }) => dimension === 'PROCESSES')).toMatchObject({ used: null });
  });

  it('is not asked for where nothing needs it', async () => {
    const server = await fakeKeygen({ licenses: [rawLicense('l')] });
    await readFrom(server.url);
    await server.close();
    const asked = new Set(server.requests.map(({ list }) => list));
    expect([...asked].sort()).toEqual(['entitlements', 'groups', 'licenses', 'machines', 'policies']);
  });
});

describe('A refusal of the licenses, or a failure of any list, fails the source', () => {
  const throttled: Reply = { ...refused(429, { code: 'TOO_MANY_REQUESTS' }), headers: { 'retry-after': '60' } };
  const cases: readonly [string, string, Reply, object][] = [
    ['403', 'licenses', refused(403), { status: 'FORBIDDEN', code: 'HTTP_403' }],
    [
      'a bad token',
      'licenses',
      refused(401, { code: 'TOKEN_INVALID' }),
      { status: 'AUTH_FAILED', code: 'TOKEN_INVALID' },
    ],
    [
      "a token's id",
      'licenses',
      refused(401, { code: 'TOKEN_FORMAT_INVALID' }),
      { status: 'AUTH_FAILED', message: expect.stringContaining('not its id') },
    ],
    [
      'a wrong account',
      'licenses',
      refused(404),
      { status: 'BAD_RESPONSE', message: expect.stringContaining('settings.account') },
    ],
    [
      'a plan that is used up',
      'licenses',
      refused(402, { detail: 'ALU limit exceeded' }),
      { status: 'FORBIDDEN', message: expect.stringContaining('ALU limit exceeded') },
    ],
    ['a daily limit', 'machines', refused(402, { detail: 'daily API request limit' }), { status: 'RATE_LIMITED' }],
    [
      'a rate limit',
      'machines',
      throttled,
      { status: 'RATE_LIMITED', code: 'TOO_MANY_REQUESTS', retryAfterMs: 60_000 },
    ],
    ['another API', 'policies', refused(400, { code: 'INVALID_API_VERSION' }), { status: 'UNSUPPORTED' }],
    ['a fault of the server', 'groups', refused(500), { status: 'BAD_RESPONSE', code: 'HTTP_500' }],
    [
      'a web page',
      'licenses',
      { body: '<!doctype html><title>Log in</title>', headers: { 'content-type': 'text/html' } },
      { status: 'BAD_RESPONSE', code: 'HTML_BODY' },
    ],
    [
      'a body cut off',
      'licenses',
      { body: '{"data": [{"id": "l1", "attri' },
      { status: 'BAD_RESPONSE', code: 'NOT_JSON' },
    ],
    ['an empty body', 'licenses', { body: '' }, { status: 'BAD_RESPONSE', code: 'EMPTY_BODY' }],
    ['JSON of another kind', 'licenses', { body: { licenses: [] } }, { status: 'BAD_RESPONSE', code: 'NOT_JSON_API' }],
    [
      'one resource instead of a list',
      'licenses',
      { body: { data: rawLicense('l') } },
      { status: 'BAD_RESPONSE', code: 'NOT_JSON_API' },
    ],
    [
      'a redirect',
      'licenses',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } },
      { status: 'BAD_RESPONSE', code: 'HTTP_302' },
    ],
  ];

  it.each(cases)('%s (%s)', async (_, part, reply, failure) => {
    await expect(readLists({}, on(part, reply))).rejects.toMatchObject({ name: 'SourceFailure', ...failure });
  });

  it('and never repeats the token, though the vendor does', async () => {
    const reply = refused(401, { detail: 'admin-secret-token is not a token' });
    await expect(readLists({}, on('licenses', reply))).rejects.toMatchObject({
      message: expect.stringMatching(/^(?!.*admin-secret-token).*\[token\] is not a token/),
    });
  });
});

describe('A bad row', () => {
  it('without an id or attributes costs that row', async () => {
    const { licenses, findings } = await readLists({
      licenses: [
        rawLicense('a'),
        { attributes: {} },
        null,
        'row',
        { id: '', attributes: {} },
        { id: 'b' },
        rawLicense('z'),
      ],
    });
    expect(licenses.map(({ vendorId }) => vendorId)).toEqual(['a', 'z']);
    expect(findings.map(({ category, vendorId, severity }) => [category, vendorId, severity])).toEqual(
      [1, 2, 3, 4, 5].map((place) => ['BAD_ROW', `licenses[${place}]`, 'ERROR']),
    );
  });

  it('that comes twice is told once, and the later one is taken', async () => {
    const { licenses, findings } = await readLists({
      licenses: [rawLicense('a', { name: 'first' }), rawLicense('b'), rawLicense('a', { name: 'later' })],
    });
    expect(licenses.map(({ displayName }) => displayName)).toEqual(['later', 'b']);
    expect(findings).toMatchObject([
      { category: 'DUPLICATE_ROW', concept: 'License', vendorId: 'a', about: { licenseId: 'License:keygen:a' } },
    ]);
  });

  it.each(['tomorrow', '2026-02-30T00:00:00Z', '+275761-01-01T00:00:00Z', 17, true])(
    'whose expiry is %s has none, says so, and keeps what was sent',
    async (expiry) => {
      const { licenses, findings } = await readLists({ licenses: [rawLicense('a', { expiry })] });
      expect(licenses[0]).toMatchObject({
        expiresAt: null,
        standing: { expiryUnknown: true },
        vendorFields: { expiry },
      });
      expect(findings).toMatchObject([
        { category: 'BAD_ROW', severity: 'WARN', vendorId: 'a', about: { subjectId: 'License:keygen:a' } },
      ]);
    },
  );

  it('never shows a key, not even one that cannot be read', async () => {
    const snapshot = await readLists({ licenses: [rawLicense('a', { key: { secret: 'HIDDEN' } })] });
    expect(JSON.stringify(snapshot.licenses[0]?.vendorFields)).not.toContain('HIDDEN');
    expect(snapshot.findings[0]?.description).not.toContain('HIDDEN');
  });
});

describe('What this schema does not know', () => {
  it('is kept as the vendor spells it', async () => {
    const { licenses } = await readLists({
      licenses: [rawLicense('a', { permissions: ['license.read'], status: 'FROZEN', newFact: { deep: [1] } })],
    });
    expect(licenses[0]).toMatchObject({
      reportedStatus: 'FROZEN',
      standing: { reported: 'UNKNOWN' },
      vendorFields: { permissions: ['license.read'], newFact: { deep: [1] } },
    });
  });

  it('is read by its older name: a user for an owner', async () => {
    const relationships = { owner: undefined, user: { data: { type: 'users', id: 'ann' } } };
    const { licenses } = await readLists({ licenses: [rawLicense('a', {}, { relationships })] });
    expect(licenses[0]).toMatchObject({ ownerVendorId: 'ann' });
  });

  it('is looked up in the policy, where a license does not say it', async () => {
    const { licenses } = await readLists({
      licenses: [rawLicense('a', { floating: undefined, strict: undefined })],
      policies: [rawPolicy('policy-1', { floating: false, strict: true })],
    });
    expect(licenses[0]).toMatchObject({ floating: false, strict: true });
  });
});

describe('Policies and machines', () => {
  it('have every strategy, limit and check-in field', async () => {
    const attributes = {
      requireCheckIn: true,
      checkInInterval: 'month',
      checkInIntervalCount: 2,
      maxDisk: 5e12,
      heartbeatDuration: 600,
      machineUniquenessStrategy: 'UNIQUE_PER_LICENSE',
      overageStrategy: null,
      expirationStrategy: null,
      secretSauce: 1,
    };
    const { policies } = await readLists({ licenses: [], policies: [rawPolicy('p', attributes)] });
    const policy = policies[0] as KeygenPolicy;
    expect(policy).toMatchObject({
      id: 'Policy:keygen:p',
      typeName: 'KeygenPolicy',
      displayName: 'Plain',
      duration: 1_209_600,
      checkInInterval: 'month',
      checkInIntervalCount: 2,
      maxDisk: 5_000_000_000_000n,
      heartbeatDuration: 600,
      machineUniquenessStrategy: 'UNIQUE_PER_LICENSE',
      processLeasingStrategy: 'PER_MACHINE',
      overageStrategy: 'NO_OVERAGE',
      expirationStrategy: 'REVOKE_ACCESS',
      productVendorId: 'product-1',
      renewalBasis: null,
      vendorFields: { secretSauce: 1, type: 'policies' },
    });
  });

  it('are named by their fingerprint when they have no name', async () => {
    const { targets } = await readLists({
      licenses: [],
      machines: [
        rawMachine('m1', 'l', { memory: '9223372036854775807', cores: 8, heartbeatStatus: 'ALIVE', maxProcesses: 3 }),
        rawMachine('m2', 'l', { name: 'build-7' }),
      ],
    });
    const machine = targets[0] as KeygenMachine;
    expect(machine).toMatchObject({
      id: 'Target:keygen:m1',
      name: 'print-m1',
      displayName: 'print-m1',
      type: 'machine',
      licensed: true,
      licenseId: 'License:keygen:l',
      poolId: null,
      memory: 9_223_372_036_854_775_807n,
      cores: 8,
      vendorFields: { heartbeatStatus: 'ALIVE', maxProcesses: 3 },
    });
    expect(targets[1]?.displayName).toBe('build-7');
  });
});

describe('Entitlements', () => {
  const entitlement = { id: 'e1', type: 'entitlements', attributes: { name: 'Offline use', code: 'OFFLINE' } };

  it('are read license by license, and are its features', async () => {
    const { licenses, gaps } = await readLists({
      licenses: [rawLicense('a'), rawLicense('..')],
      entitlements: [entitlement],
      'licenses/a/entitlements': [entitlement],
    });
    const [a, b] = licenses as KeygenLicense[];
    expect(a).toMatchObject({
      features: ['OFFLINE'],
      entitlements: [{ vendorId: 'e1', code: 'OFFLINE', name: 'Offline use' }],
    });
    expect(b).toMatchObject({ features: [], entitlements: [] });
    expect(gaps).toEqual([]);
  });

  it('are none of any license, without asking, when the account has none', async () => {
    const server = await fakeKeygen({ licenses: [rawLicense('a')] });
    const { licenses, gaps } = await readFrom(server.url);
    await server.close();
    expect(licenses).toMatchObject([{ entitlements: [] }]);
    expect(gaps).toEqual([]);
    expect(server.requests.some(({ list }) => list.includes('/'))).toBe(false);
  });

  it('are left out, and that is told, where there are too many licenses to ask for each', async () => {
    const many = Array.from({ length: MOST_LICENSES_FOR_ENTITLEMENTS + 1 }, (_, at) => rawLicense(`l${at}`));
    const server = await fakeKeygen({ licenses: many, entitlements: [entitlement] });
    const { gaps, licenses } = await readFrom(server.url);
    await server.close();
    expect(licenses).toHaveLength(MOST_LICENSES_FOR_ENTITLEMENTS + 1);
    expect(gaps).toMatchObject([{ part: 'license entitlements', code: 'TOO_MANY_LICENSES' }]);
    expect(server.requests.length).toBeLessThan(20);
  });

  it('that are refused or throttled are a gap, one of a license deleted meanwhile is not', async () => {
    const lists = {
      licenses: [rawLicense('a'), rawLicense('b')],
      entitlements: [entitlement],
      'licenses/a/entitlements': [entitlement],
    };
    const limited = { ...refused(429), headers: { 'retry-after': '3600' } };
    expect((await readLists(lists, on('licenses/b/entitlements', limited))).gaps).toMatchObject([
      { part: 'license entitlements', code: 'HTTP_429', message: expect.stringContaining('1 of 2 licenses') },
    ]);
    expect((await readLists(lists, on('licenses/b/entitlements', refused(404)))).gaps).toEqual([]);
  });
});

describe('The source', () => {
  it('tells what the headers say of the server, and nothing of the credential', async () => {
    const { version, vendorFields } = await readLists({ licenses: [] });
    expect(version).toBe('1.8');
    expect(vendorFields).toEqual({ 'Keygen-Version': '1.8', 'Keygen-Edition': 'CE' });
  });

  it('takes an account or none, a webhook key or none, and nothing else', () => {
    const { settings } = keygenSource;
    expect(settings.parse({})).toEqual({ account: null, webhookPublicKey: null, webhookUrl: null });
    expect(settings.parse({ account: 'acme' })).toMatchObject({ account: 'acme' });
    for (const bad of [
      { account: '' },
      { account: '..' },
      { account: 'a/b' },
      { webhookPublicKey: ' ' },
      { acount: 'acme' },
    ]) {
      expect(settings.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
    }
  });

  it('stops when it is told to', async () => {
    const server = await fakeKeygen({ licenses: [rawLicense('a')] });
    const connection = keygenSource.connect(
      {
        name: 'keygen',
        kind: 'keygen',
        url: server.url,
        auth: { token: 't' },
        tls: {},
        syncIntervalMs: 1,
        timeoutMs: 5000,
        settings: { account: null, webhookPublicKey: null, webhookUrl: null },
      },
      { clock: { now: () => new Date(0) }, logger: { debug() {}, info() {}, warn() {}, error() {} } },
    );
    await expect(connection.read(AbortSignal.abort())).rejects.toThrow();
    await connection.close();
    await server.close();
  });
});
