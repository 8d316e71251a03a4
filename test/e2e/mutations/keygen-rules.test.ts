/** The vendor's rules as an operator meets them: what is refused and why, what is counted, and what only the vendor can say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import type { Limits } from '../../../src/emulators/keygen/state.js';
import { at, type Given, GROUP_ID, KEY, LICENSE_ID, NOW, POLICY_ID } from '../../emulators/keygen/world.js';
import { keygenSourceOf } from '../../support/emulators.js';
import { keys } from '../../support/gateway.js';
import { type Account, LICENSE, MOST, NEW_KEY, POLICY, startAccount } from './keygen-account.js';
import { notDone, startWitness } from './witness.js';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account?.close());

const image = () => structuredClone([account.state.licenses.all(), account.state.machines.all()]);
const create = { sourceId: 'Source:keygen', policyId: POLICY };
const byId = { licenseId: LICENSE };
const activate = { licenseId: LICENSE, fingerprint: 'new' };
const licenseFields = (fields: string) => `license { ... on KeygenLicense { ${fields} } }`;

describe('Refused by the vendor, in its words, with nothing changed:', () => {
  it.each<[string, Given, string, object, string, readonly string[] | null, RegExp]>([
    [
      'suspending what is suspended',
      { license: { suspended: true } },
      'suspendLicense',
      byId,
      'CONFLICT',
      null,
      /^is already suspended$/,
    ],
    ['reinstating what is not', {}, 'reinstateLicense', byId, 'CONFLICT', null, /^is not suspended$/],
    [
      'renewing what never expires',
      { license: { expiry: null } },
      'renewLicense',
      byId,
      'CONFLICT',
      null,
      /cannot be renewed/,
    ],
    [
      'renewing without a duration',
      { policy: { duration: null } },
      'renewLicense',
      byId,
      'CONFLICT',
      null,
      /cannot be renewed/,
    ],
    ['checking in for no reason', {}, 'checkInLicense', byId, 'CONFLICT', null, /does not require it/],
    [
      'one use too many',
      { license: { uses: 5, maxUses: 5 } },
      'incrementUsage',
      byId,
      'USES_LIMIT_EXCEEDED',
      null,
      /\(5\)/,
    ],
    [
      'one use too many, whatever the overage',
      { license: { uses: 5, maxUses: 5 }, policy: { overageStrategy: 'ALWAYS_ALLOW_OVERAGE' } },
      ...(['incrementUsage', byId, 'USES_LIMIT_EXCEEDED', null, /\(5\)/] as const),
    ],
    [
      'fewer uses than none',
      { license: { uses: 1 } },
      'decrementUsage',
      { ...byId, by: 2 },
      'INVALID_INPUT',
      ['by'],
      /greater than or equal to 0/,
    ],
    [
      'more uses than a column holds',
      { license: { uses: 1 } },
      'incrementUsage',
      { ...byId, by: 2 ** 31 - 1 },
      'INVALID_INPUT',
      ['by'],
      /too large/,
    ],
    ['a key that is taken', {}, 'createLicense', { ...create, key: KEY }, 'CONFLICT', ['key'], /already been taken/],
    [
      'a key that is too short',
      {},
      'createLicense',
      { ...create, key: 'abc' },
      'INVALID_INPUT',
      ['key'],
      /is too short/,
    ],
    [
      'an owner who is not there',
      {},
      'createLicense',
      { ...create, ownerVendorId: '33333333-3333-4333-8333-333333333333' },
      'INVALID_INPUT',
      ['ownerVendorId'],
      /must exist/,
    ],
    [
      'no machine on a floating license',
      {},
      'updateLicense',
      { ...byId, limits: { maxMachines: 0 } },
      'INVALID_INPUT',
      ['limits', 'maxMachines'],
      /greater than or equal to 1/,
    ],
    [
      'metadata that nest too deep',
      {},
      'updateLicense',
      { ...byId, metadata: { a: { b: { c: { d: { e: 1 } } } } } },
      'INVALID_INPUT',
      ['metadata'],
      /depth/,
    ],
    [
      'a machine that is there',
      { machines: [{ fingerprint: 'new' }] },
      'activateMachine',
      activate,
      'MACHINE_EXISTS',
      ['fingerprint'],
      /already been taken/,
    ],
    [
      'a machine too many',
      { machines: 2, license: { maxMachines: 2 } },
      'activateMachine',
      activate,
      'MACHINE_LIMIT_EXCEEDED',
      null,
      /machines.*\(2\)/,
    ],
  ])('%s', async (_what, given, name, input, code, path, message) => {
    await account.become(given);
    const before = image();
    notDone(await account.send(name, input), { code, path, message, outcome: 'REFUSED' }, 1);
    expect(image()).toEqual(before);
  });

  it('a license for a full group', async () => {
    await account.become({ license: { groupId: GROUP_ID } });
    account.state.groups.update(GROUP_ID, { maxLicenses: 1 });
    const seen = await account.send('createLicense', { ...create, groupId: `Group:keygen:${GROUP_ID}` });
    notDone(seen, { code: 'LIMIT_EXCEEDED', message: /group \(1\)/, outcome: 'REFUSED' }, 1);
    expect(account.state.licenses.size).toBe(1);
  });
});

describe('At activation', () => {
  const four = { machines: 4, license: { maxMachines: 4 } };
  it.each<[string, Given, object, string | null]>([
    ['a quarter more is allowed where the policy says so', with_('ALLOW_1_25X_OVERAGE', four), {}, null],
    ['and no more', with_('ALLOW_1_25X_OVERAGE', { ...four, machines: 5 }), {}, 'MACHINE_LIMIT_EXCEEDED'],
    [
      'a quarter of five machines is one, not two',
      with_('ALLOW_1_25X_OVERAGE', { machines: 6, license: { maxMachines: 5 } }),
      ...([{}, 'MACHINE_LIMIT_EXCEEDED'] as const),
    ],
    [
      'twice as many are allowed where the policy says so',
      with_('ALLOW_2X_OVERAGE', { ...four, machines: 7 }),
      {},
      null,
    ],
    ['and not one above twice', with_('ALLOW_2X_OVERAGE', { ...four, machines: 8 }), {}, 'MACHINE_LIMIT_EXCEEDED'],
    ['any number is where always', with_('ALWAYS_ALLOW_OVERAGE', { ...four, machines: 9 }), {}, null],
    ['none is without an overage', with_('NO_OVERAGE', four), {}, 'MACHINE_LIMIT_EXCEEDED'],
    ['cores have the same overage', with_('ALLOW_1_25X_OVERAGE', { license: { maxCores: 4 } }), { cores: 5 }, null],
    ['to its end', with_('ALLOW_1_25X_OVERAGE', { license: { maxCores: 4 } }), { cores: 6 }, 'LIMIT_EXCEEDED'],
    ['memory is counted to the byte', { license: { maxMemory: 2n ** 60n } }, { memory: String(2n ** 60n) }, null],
    [
      'and a byte more is too much',
      { license: { maxMemory: 2n ** 60n } },
      ...([{ memory: String(2n ** 60n + 1n) }, 'LIMIT_EXCEEDED'] as const),
    ],
    ['the first machine is never too many', { license: { maxMachines: 0 } }, {}, null],
    ['a node-locked license has one', { policy: { floating: false } }, {}, null],
    ['and no second', { machines: 1, policy: { floating: false } }, {}, 'MACHINE_LIMIT_EXCEEDED'],
    ['a suspended license does not keep an administrator from it', { license: { suspended: true } }, {}, null],
  ])('%s', async (_what, given, input, code) => {
    await account.become(given);
    const count = account.state.machines.size;
    const fields = 'target { ... on KeygenMachine { fingerprint license { ... on KeygenLicense { machineCount } } } }';
    const seen = await account.send('activateMachine', { ...activate, ...input }, fields);
    if (code === null) {
      expect(seen.payload).toEqual({
        target: { fingerprint: 'new', license: { machineCount: count + 1 } },
        errors: [],
      });
      expect(seen.audit).toMatchObject([{ outcome: 'APPLIED', after: { fingerprint: 'new', licenseId: LICENSE } }]);
    } else notDone(seen, { code, message: /exceeded maximum allowed/, outcome: 'REFUSED' }, 1);
    expect(seen.writes).toHaveLength(1);
    expect(account.state.machines.size).toBe(count + (code === null ? 1 : 0));
  });

  function with_(overageStrategy: NonNullable<Given['policy']>['overageStrategy'] & string, given: Given): Given {
    return { ...given, policy: { overageStrategy } };
  }
});

describe('A renewal', () => {
  /** A twelfth of the Gregorian mean year, which is what the vendor takes for a month. */
  const MONTH = 31_556_952 / 12;
  it.each([
    ['from the expiry', 'FROM_EXPIRY', at(60_000), '2026-07-30T12:01:00.000Z'],
    ['from the expiry, though it is past', 'FROM_EXPIRY', at(-86_400_000), '2026-07-29T12:00:00.000Z'],
    ['from now', 'FROM_NOW', at(86_400_000), '2026-07-30T12:00:00.000Z'],
    ['from now where it is expired', 'FROM_NOW_IF_EXPIRED', at(-86_400_000), '2026-07-30T12:00:00.000Z'],
    ['from the expiry where it is not', 'FROM_NOW_IF_EXPIRED', at(86_400_000), '2026-08-01T12:00:00.000Z'],
    ['by a month of the calendar', 'FROM_EXPIRY', new Date('2026-07-19T00:00:00Z'), '2026-08-19T00:00:00.000Z'],
    ['to the end of a short month', 'FROM_EXPIRY', new Date('2027-01-31T09:00:00Z'), '2027-02-28T09:00:00.000Z'],
  ])('goes %s, as the vendor counts', async (_what, renewalBasis, expiry, expiresAt) => {
    await account.become({ policy: { duration: MONTH, renewalBasis }, license: { expiry } });
    const seen = await account.send('renewLicense', byId, licenseFields('expiresAt status'));
    const status = new Date(expiresAt) > at(3 * 86_400_000) ? 'ACTIVE' : 'EXPIRING';
    expect(seen.payload).toEqual({ license: { expiresAt, status }, errors: [] });
    expect(seen.audit).toMatchObject([{ before: { expiresAt: expiry.toISOString() }, after: { expiresAt } }]);
  });
});

describe('Limits', () => {
  const LIMITS = ['maxMachines', 'maxProcesses', 'maxUsers', 'maxCores', 'maxUses', 'maxMemory', 'maxDisk'] as const;
  /** Those that can pass 2^31 are texts in JSON, and uses, which are counted with them. */
  const WRITTEN: ReadonlySet<string> = new Set(['maxUses', 'maxMemory', 'maxDisk']);
  const numbers = (value: number): Limits => {
    const [small, big] = [value, BigInt(value)];
    const counts = { maxMachines: small, maxProcesses: small, maxUsers: small, maxCores: small, maxUses: small };
    return { ...counts, maxMemory: big, maxDisk: big };
  };
  const shown = (value: number) =>
    Object.fromEntries(LIMITS.map((name) => [name, WRITTEN.has(name) ? String(value) : value]));
  const fields = licenseFields(LIMITS.join(' '));

  it('that are null are cleared, and the policy’s show', async () => {
    await account.become({ license: numbers(3), policy: numbers(9) });
    const nothing = Object.fromEntries(LIMITS.map((name) => [name, null]));
    const seen = await account.send('updateLicense', { ...byId, limits: nothing }, fields);
    expect(seen.payload).toEqual({ license: shown(9), errors: [] });
    expect(account.state.licenses.get(LICENSE_ID)).toMatchObject(nothing);
    expect(JSON.parse(seen.writes[0]?.body ?? '')).toMatchObject({ data: { attributes: nothing } });
  });

  it('that are not named stay', async () => {
    await account.become({ license: numbers(3), policy: numbers(9) });
    const seen = await account.send('updateLicense', { ...byId, limits: { maxCores: 5 } }, fields);
    expect(seen.payload).toEqual({ license: { ...shown(3), maxCores: 5 }, errors: [] });
    expect(JSON.parse(seen.writes[0]?.body ?? '')).toEqual({
      data: { type: 'licenses', attributes: { maxCores: 5 } },
    });
  });

  it('of 2^63 - 1 bytes go out and come back exactly', async () => {
    await account.become();
    const seen = await account.send('updateLicense', { ...byId, limits: { maxMemory: MOST, maxDisk: MOST } }, fields);
    expect(seen.writes[0]?.body).toContain(`"maxMemory":${MOST},"maxDisk":${MOST}`);
    expect(seen.payload).toMatchObject({ license: { maxMemory: MOST, maxDisk: MOST } });
    expect(await account.look(`{ node(id: "${LICENSE}") { ... on KeygenLicense { maxMemory } } }`)).toEqual({
      node: { maxMemory: MOST },
    });
    expect(seen.audit).toMatchObject([{ before: { maxMemory: null }, after: { maxMemory: MOST } }]);
  });
});

describe('Bad input is refused by name, and nothing is sent:', () => {
  it.each<[string, object, string, readonly string[] | null]>([
    ['createLicense', { ...create, name: '' }, 'INVALID_INPUT', ['name']],
    ['createLicense', { ...create, name: 'two\nlines' }, 'INVALID_INPUT', ['name']],
    ['createLicense', { ...create, name: 'n'.repeat(1025) }, 'INVALID_INPUT', ['name']],
    ['createLicense', { ...create, key: 'KEY\r\nX-Injected: 1' }, 'INVALID_INPUT', ['key']],
    ['createLicense', { ...create, ownerVendorId: ' ' }, 'INVALID_INPUT', ['ownerVendorId']],
    ['createLicense', { ...create, policyId: LICENSE }, 'POLICY_NOT_FOUND', ['policyId']],
    ['createLicense', { ...create, policyId: `Policy:recon:${POLICY_ID}` }, 'POLICY_NOT_FOUND', ['policyId']],
    ['createLicense', { ...create, groupId: 'Group:keygen:..' }, 'GROUP_NOT_FOUND', ['groupId']],
    ['createLicense', { ...create, limits: { maxMachines: -1 } }, 'INVALID_INPUT', ['limits', 'maxMachines']],
    ['updateLicense', byId, 'INVALID_INPUT', null],
    ['updateLicense', { ...byId, limits: { maxDisk: '-1' } }, 'INVALID_INPUT', ['limits', 'maxDisk']],
    [
      'updateLicense',
      { ...byId, limits: { maxMemory: '9223372036854775808' } },
      'INVALID_INPUT',
      ['limits', 'maxMemory'],
    ],
    ['updateLicense', { ...byId, limits: { maxUses: '2147483648' } }, 'INVALID_INPUT', ['limits', 'maxUses']],
    ['updateLicense', { ...byId, metadata: { a: 'x'.repeat(16_384) } }, 'INVALID_INPUT', ['metadata']],
    ['incrementUsage', { ...byId, by: 0 }, 'INVALID_INPUT', ['by']],
    ['decrementUsage', { ...byId, by: -2_147_483_648 }, 'INVALID_INPUT', ['by']],
    ['activateMachine', { ...activate, fingerprint: '' }, 'INVALID_INPUT', ['fingerprint']],
    ['activateMachine', { ...activate, hostname: 'h\u0000' }, 'INVALID_INPUT', ['hostname']],
    ['activateMachine', { ...activate, cores: -1 }, 'INVALID_INPUT', ['cores']],
    ['activateMachine', { ...activate, memory: '-1' }, 'INVALID_INPUT', ['memory']],
    ['deactivateMachine', { targetId: LICENSE }, 'TARGET_NOT_FOUND', ['targetId']],
    ['uploadLicense', { sourceId: 'Source:keygen', content: 'YQ==' }, 'UNSUPPORTED_BY_SOURCE', ['sourceId']],
    ['activateGroup', { groupId: `Group:keygen:${GROUP_ID}` }, 'UNSUPPORTED_BY_SOURCE', ['groupId']],
  ])('%s with %j', async (name, input, code, path) => {
    await account.become();
    notDone(await account.send(name, input), { code, path, message: /./, outcome: 'REFUSED' }, 0);
  });

  it.each([
    ['createLicense', { ...create, expiresAt: 'tomorrow' }],
    ['incrementUsage', { ...byId, by: 2_147_483_648 }],
    ['activateMachine', { ...activate, fingerprint: null }],
    ['suspendLicense', {}],
  ])('%s with %j, which is none of its type', async (name, input) => {
    await account.become();
    const { thrown, writes, audit } = await account.send(name, input);
    expect({ thrown, writes, audit }).toEqual({ thrown: 'BAD_USER_INPUT', writes: [], audit: [] });
  });
});

describe('Odd but good input arrives as it is:', () => {
  const ODD = '../../policies/%2e%2e%2f?x=1#"</script>';

  it('names and fingerprints in the body alone', async () => {
    await account.become();
    const named = await account.send('updateLicense', { ...byId, name: ODD }, 'license { name }');
    expect(named.payload).toEqual({ license: { name: ODD }, errors: [] });
    expect(named.writes.map(({ path }) => path)).toEqual([`/v1/accounts/demo/licenses/${LICENSE_ID}`]);
    const machine = await account.send(
      'activateMachine',
      { ...activate, fingerprint: ODD, name: ODD },
      'target { name }',
    );
    expect(machine.payload).toEqual({ target: { name: ODD }, errors: [] });
    expect(machine.writes.map(({ path }) => path)).toEqual(['/v1/accounts/demo/machines']);
    expect(account.state.machines.by('fingerprint', ODD)).toHaveLength(1);
  });

  it.each(['../licenses', 'a/b', 'a%2Fb', '?x=1', 'ü 1', "it's"])(
    'the id %j in one segment of the path',
    async (id) => {
      await account.become({ machines: [{ id }] });
      const targetId = `Target:keygen:${encodeURIComponent(id)}`;
      const { payload, writes } = await account.send('deactivateMachine', { targetId }, 'deletedId');
      expect(payload).toEqual({ deletedId: targetId, errors: [] });
      expect(writes.map(({ path }) => path)).toEqual([`/v1/accounts/demo/machines/${encodeURIComponent(id)}`]);
      expect(account.state.machines.size).toBe(0);
    },
  );
});

describe('A key', () => {
  it('is shown to operators and to no viewer', async () => {
    await account.become();
    const query = `{ node(id: "${LICENSE}") { ... on KeygenLicense { key } } }`;
    expect(await account.look(query, keys.VIEWER)).toEqual({ node: { key: null } });
    expect(await account.look(query, keys.OPERATOR)).toEqual({ node: { key: KEY } });
  });

  it('that the vendor makes is answered to who asked for it, and kept in no record', async () => {
    await account.become();
    const fields = licenseFields('id key');
    const { payload, audit } = await account.send('createLicense', create, fields, keys.OPERATOR);
    const made = (payload?.license as { id: string; key: string } | undefined) ?? { id: '', key: '' };
    expect(made.key).toBe(account.state.licenses.all().find(({ id }) => made.id.endsWith(id))?.key);
    expect(made.key.length).toBeGreaterThan(8);
    expect(audit).toMatchObject([{ subjectId: made.id, actor: 'operator', outcome: 'APPLIED' }]);
    expect(JSON.stringify(audit)).not.toContain(made.key);
    const query = `{ node(id: "${made.id}") { ... on KeygenLicense { key } } }`;
    expect(await account.look(query, keys.VIEWER)).toEqual({ node: { key: null } });
  });
});

describe('Beside others', () => {
  it('a license that somebody else made is there after a refresh', async () => {
    await account.become();
    const [license] = account.state.licenses.all();
    if (license === undefined) throw new Error('The world has no license');
    account.state.licenses.insert({ ...license, id: 'elsewhere', key: NEW_KEY, name: 'Made elsewhere' });
    const suspend = () => account.send('suspendLicense', { licenseId: 'License:keygen:elsewhere' }, 'license { name }');
    const end = { code: 'LICENSE_NOT_FOUND', path: ['licenseId'], message: /no license/, outcome: 'REFUSED' } as const;
    notDone(await suspend(), end, 0);
    await account.reread();
    expect((await suspend()).payload).toEqual({ license: { name: 'Made elsewhere' }, errors: [] });
  });

  it('a license that somebody else deleted is not found, and nothing is sent', async () => {
    await account.become();
    account.state.licenses.remove(LICENSE_ID);
    const end = { code: 'LICENSE_NOT_FOUND', path: ['licenseId'], message: /no license/, outcome: 'REFUSED' } as const;
    notDone(await account.send('suspendLicense', byId), end, 0);
    await account.reread();
    expect(await account.look(`{ node(id: "${LICENSE}") { id } }`)).toEqual({ node: null });
  });

  it('two increments at once both count, and answer what the vendor then says', async () => {
    await account.become({ license: { uses: 7 } });
    const written = account.proxy.writes.length;
    const mutation = `mutation ($id: ID!) { incrementUsage(input: { licenseId: $id }) {
      ${licenseFields('uses')} errors { code } } }`;
    const ask = () => account.gateway.ask<{ incrementUsage: { license: { uses: string } } }>(mutation, { id: LICENSE });
    const answers = await Promise.all([ask(), ask()]);
    expect(account.state.licenses.get(LICENSE_ID)?.uses).toBe(9);
    expect(account.proxy.writes.length - written).toBe(2);
    const uses = answers.map(({ data }) => Number(data?.incrementUsage.license.uses)).sort();
    // Who is answered first may be told before or after the other was counted.
    expect([
      [8, 9],
      [9, 9],
    ]).toContainEqual(uses);
  });

  it('one machine activated twice at once is there once', async () => {
    await account.become();
    const mutation = `mutation ($id: ID!) { activateMachine(input: { licenseId: $id, fingerprint: "twin" }) {
      target { id } errors { code } } }`;
    type Answer = { activateMachine: { errors: { code: string }[] } };
    const ask = () => account.gateway.ask<Answer>(mutation, { id: LICENSE });
    const answers = await Promise.all([ask(), ask()]);
    const codes = answers.flatMap(({ data }) => data?.activateMachine.errors.map(({ code }) => code) ?? ['none']);
    expect(codes).toEqual(['MACHINE_EXISTS']);
    expect(account.state.machines.by('fingerprint', 'twin')).toHaveLength(1);
  });
});

it('The verdict of a validation is the verdict that the graph shows, for every license of the demo', async () => {
  const emulator = await startKeygenEmulator({ scenario: 'demo', clock: { now: () => NOW } });
  const source = keygenSourceOf(emulator);
  const witness = await startWitness({ upstreamUrl: emulator.url, source, secrets: ['admin-demo'], now: NOW });
  try {
    await witness.reread();
    type Verdict = { valid: boolean | null; code: string | null; determinate: boolean };
    const query =
      '{ licenses(first: 500) { nodes { id name ... on KeygenLicense { verdict { valid code determinate } } } } }';
    const { licenses } = (await witness.look(query)) as {
      licenses: { nodes: { id: string; name: string; verdict: Verdict }[] };
    };
    const told = licenses.nodes.filter(({ verdict }) => verdict.determinate);
    const answered: unknown[] = [];
    for (const { id, name } of told) {
      const { payload } = await witness.send(
        'validateLicense',
        { licenseId: id },
        'verdict { valid code determinate }',
      );
      answered.push({ id, name, verdict: payload?.verdict });
    }
    expect(answered).toEqual(told);
    expect(told.length).toBeGreaterThan(30);
    expect(new Set(told.map(({ verdict }) => verdict.code)).size).toBeGreaterThan(6);
  } finally {
    await witness.close();
    await emulator.close();
  }
});
