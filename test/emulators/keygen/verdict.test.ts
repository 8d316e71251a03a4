import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/emulators/keygen/rules.js';
import type { Scope } from '../../../src/emulators/keygen/scopes.js';
import { validate } from '../../../src/emulators/keygen/verdict.js';
import { at, type Given, LICENSE_ID, NOW, OWNER_ID, POLICY_ID, PRODUCT_ID, world } from './world.js';

const STRICT = { strict: true };
const LOCKED = { strict: true, floating: false };
const PAST = { expiry: at(-1) };
const HOUR_MS = 3_600_000;
const ALWAYS = { overageStrategy: 'ALWAYS_ALLOW_OVERAGE' } as const;
const QUARTER = { overageStrategy: 'ALLOW_1_25X_OVERAGE' } as const;
const HALF = { overageStrategy: 'ALLOW_1_5X_OVERAGE' } as const;
const DOUBLE = { overageStrategy: 'ALLOW_2X_OVERAGE' } as const;
const MONTHLY = { requireCheckIn: true, checkInInterval: 'month', checkInIntervalCount: 1 } as const;

function verdict(given: Given, scope: Scope | null): string {
  const state = world(given);
  const { valid, code } = validate(state.licenses.get(LICENSE_ID), scope, { state, now: NOW });
  return `${valid} ${code}`;
}

describe("the vendor's own cases, by their number in the facts", () => {
  it.each<[number, string, Given, string]>([
    [1, 'plain', {}, 'true VALID'],
    [
      3,
      'a daily check-in just now',
      { policy: { requireCheckIn: true, checkInInterval: 'day' }, license: { lastCheckIn: NOW } },
      'true VALID',
    ],
    [5, 'node-locked with its one machine', { policy: { ...LOCKED, maxMachines: 1 }, machines: 1 }, 'true VALID'],
    [7, 'a banned owner', { owner: 'banned' }, 'false BANNED'],
    [9, 'node-locked, no limit named, two machines', { policy: LOCKED, machines: 2 }, 'false TOO_MANY_MACHINES'],
    [11, 'not strict, cores 32 of 16', { policy: { maxCores: 16 }, machines: [{ cores: 32 }] }, 'true VALID'],
    [
      13,
      'cores 24 of 16, 1.5x',
      { policy: { ...STRICT, ...HALF, maxCores: 16 }, machines: [{ cores: 24 }] },
      'true TOO_MANY_CORES',
    ],
    [
      15,
      'cores 20 of 16, 1.25x',
      { policy: { ...STRICT, ...QUARTER, maxCores: 16 }, machines: [{ cores: 20 }] },
      'true TOO_MANY_CORES',
    ],
    [
      17,
      'cores 32 of 16, 2x',
      { policy: { ...STRICT, ...DOUBLE, maxCores: 16 }, machines: [{ cores: 32 }] },
      'true TOO_MANY_CORES',
    ],
    [
      19,
      'memory threefold, always',
      { policy: { ...STRICT, ...ALWAYS, maxMemory: 32n }, machines: [{ memory: 96n }] },
      'true TOO_MUCH_MEMORY',
    ],
    [
      21,
      'memory twofold, 2x',
      { policy: { ...STRICT, ...DOUBLE, maxMemory: 32n }, machines: [{ memory: 64n }] },
      'true TOO_MUCH_MEMORY',
    ],
    [
      23,
      'disk threefold, always',
      { policy: { ...STRICT, ...ALWAYS, maxDisk: 1n }, machines: [{ disk: 3n }] },
      'true TOO_MUCH_DISK',
    ],
    [25, 'strict without a machine', { policy: STRICT }, 'false NO_MACHINES'],
    [
      27,
      'processes per machine, nobody says which',
      { policy: { ...STRICT, maxProcesses: 5 }, machines: 1, processes: { 1: 6 } },
      'true VALID',
    ],
    [
      31,
      'processes per license, 7 of 5, always',
      {
        policy: { ...STRICT, ...ALWAYS, maxProcesses: 5, processLeasingStrategy: 'PER_LICENSE' },
        machines: 2,
        processes: { 1: 4, 2: 3 },
      },
      'true TOO_MANY_PROCESSES',
    ],
    [
      33,
      "processes per user, nobody's 3 of 2",
      { policy: { ...STRICT, maxProcesses: 2, processLeasingStrategy: 'PER_USER' }, machines: 1, processes: { 1: 3 } },
      'false TOO_MANY_PROCESSES',
    ],
    [
      35,
      'expired, access revoked',
      { policy: { expirationStrategy: 'REVOKE_ACCESS' }, license: PAST },
      'false EXPIRED',
    ],
    [37, 'expired, access allowed', { policy: { expirationStrategy: 'ALLOW_ACCESS' }, license: PAST }, 'true EXPIRED'],
    [41, 'no limit, 11 machines', { policy: STRICT, machines: 11 }, 'true VALID'],
    [
      43,
      'machines 6 of 4, 1.25x',
      { policy: { ...STRICT, ...QUARTER, maxMachines: 4 }, machines: 6 },
      'false TOO_MANY_MACHINES',
    ],
    [
      45,
      'machines 4 of 2, 1.5x',
      { policy: { ...STRICT, ...HALF, maxMachines: 2 }, machines: 4 },
      'false TOO_MANY_MACHINES',
    ],
    [
      47,
      'machines 5 of 2, 2x',
      { policy: { ...STRICT, ...DOUBLE, maxMachines: 2 }, machines: 5 },
      'false TOO_MANY_MACHINES',
    ],
    [
      51,
      'node-locked 3 of 1, always',
      { policy: { ...LOCKED, ...ALWAYS, maxMachines: 1 }, machines: 3 },
      'true TOO_MANY_MACHINES',
    ],
    [
      53,
      'node-locked 3 of 1, 2x',
      { policy: { ...LOCKED, ...DOUBLE, maxMachines: 1 }, machines: 3 },
      'false TOO_MANY_MACHINES',
    ],
    [
      57,
      'five users of 4, 1.25x',
      { policy: { ...QUARTER, maxUsers: 4 }, owner: 'present', users: 4 },
      'true TOO_MANY_USERS',
    ],
    [
      59,
      'five users of 2, 2x, not strict',
      { policy: { ...DOUBLE, maxUsers: 2 }, owner: 'present', users: 4 },
      'false TOO_MANY_USERS',
    ],
    [61, 'a product scope required, quick', { policy: { requireProductScope: true } }, 'true VALID'],
  ])('%d: %s', (_, __, given, expected) => {
    expect(verdict(given, null)).toBe(expected);
  });

  it.each<[number, string, Given, Scope, string]>([
    [
      29,
      'processes per machine, 7 of 5 on the scoped one, always',
      { policy: { ...STRICT, ...ALWAYS, maxProcesses: 5 }, machines: 2, processes: { 2: 7 } },
      { fingerprint: 'print-2' },
      'true TOO_MANY_PROCESSES',
    ],
    [
      39,
      'expired, restricted, a wrong fingerprint',
      { license: PAST, machines: 1 },
      { fingerprint: 'x' },
      'false FINGERPRINT_SCOPE_MISMATCH',
    ],
    [
      49,
      'machines per user, 5 of the scoped owner, 2 allowed twofold',
      {
        policy: { ...STRICT, ...DOUBLE, maxMachines: 2, machineLeasingStrategy: 'PER_USER' },
        owner: 'present',
        machines: Array.from({ length: 9 }, (_, place) => ({ ownerId: place < 5 ? OWNER_ID : null })),
      },
      { user: OWNER_ID },
      'false TOO_MANY_MACHINES',
    ],
    [
      61,
      'a product scope required and not given',
      { policy: { requireProductScope: true } },
      {},
      'false PRODUCT_SCOPE_REQUIRED',
    ],
    [63, 'no entitlement asked for', {}, { entitlements: [] }, 'false ENTITLEMENTS_SCOPE_EMPTY'],
    [
      65,
      'a heartbeat of an hour, two hours ago',
      { policy: { heartbeatDuration: 3600 }, machines: [{ lastHeartbeat: at(-2 * HOUR_MS) }] },
      { fingerprint: 'print-1' },
      'false HEARTBEAT_DEAD',
    ],
  ])('%d: %s', (_, __, given, scope, expected) => {
    expect(verdict(given, scope)).toBe(expected);
  });
});

describe('the order', () => {
  const everything: Given = {
    owner: 'banned',
    users: 4,
    license: { ...PAST, suspended: true, lastCheckIn: at(-60 * DAY_MS) },
    policy: { ...STRICT, ...MONTHLY, expirationStrategy: 'REVOKE_ACCESS', maxUsers: 1, maxCores: 1 },
    machines: [{ cores: 2 }],
  };
  const without = (policy: Given['policy'], license: Given['license'], rest: Given = {}): Given => ({
    ...everything,
    owner: 'present',
    ...rest,
    policy: { ...everything.policy, ...policy },
    license: { ...everything.license, ...license },
  });
  const free = { suspended: false };
  const restricted = { expirationStrategy: 'RESTRICT_ACCESS' } as const;
  const checked = { ...free, lastCheckIn: NOW };

  it.each<[Given, string]>([
    [everything, 'false BANNED'],
    [without({}, {}), 'false SUSPENDED'],
    [without({}, free), 'false EXPIRED'],
    [without(restricted, free), 'false OVERDUE'],
    [without(restricted, checked), 'false TOO_MANY_USERS'],
    [
      without({ ...restricted, maxUsers: null, maxMachines: 1 }, checked, { machines: [{ cores: 2 }, {}] }),
      'false TOO_MANY_MACHINES',
    ],
    [without({ ...restricted, maxUsers: null }, checked), 'false TOO_MANY_CORES'],
    [without({ ...restricted, maxUsers: null, maxCores: null }, checked), 'false EXPIRED'],
    [without({ ...restricted, maxUsers: null, maxCores: null }, { ...checked, expiry: null }), 'true VALID'],
    // An overage that is allowed speaks, and so hides the expiry below it.
    [without({ ...restricted, ...ALWAYS, maxUsers: null }, checked), 'true TOO_MANY_CORES'],
  ])('case %#', (given, expected) => {
    expect(verdict(given, null)).toBe(expected);
  });

  it('is not expired at its very expiry', () => {
    expect(verdict({ license: { expiry: NOW } }, null)).toBe('true VALID');
  });

  it('compares with a limit that is not divisible as a fraction', () => {
    const given = (machines: number): Given => ({
      policy: { ...STRICT, ...QUARTER },
      license: { maxMachines: 5 },
      machines,
    });
    expect(verdict(given(6), null)).toBe('true TOO_MANY_MACHINES');
    expect(verdict(given(7), null)).toBe('false TOO_MANY_MACHINES');
  });

  it('never finds the first machine one too many', () => {
    const given = (machines: number): Given => ({ policy: STRICT, license: { maxMachines: 0 }, machines });
    expect(verdict(given(1), null)).toBe('true VALID');
    expect(verdict(given(2), null)).toBe('false TOO_MANY_MACHINES');
  });

  it('lets no node-locked license go a quarter beyond its limit', () => {
    const given = (floating: boolean): Given => ({
      policy: { ...STRICT, ...QUARTER, floating, maxMachines: 4 },
      machines: 5,
    });
    expect(verdict(given(true), null)).toBe('true TOO_MANY_MACHINES');
    expect(verdict(given(false), null)).toBe('false TOO_MANY_MACHINES');
  });

  it('is overdue by the calendar: a month after January 31 is over on March 1', () => {
    const state = world({ policy: MONTHLY, license: { expiry: null, lastCheckIn: new Date('2026-01-31T00:00:00Z') } });
    const on = (day: string): string =>
      validate(state.licenses.get(LICENSE_ID), null, { state, now: new Date(`${day}T00:00:00Z`) }).code;
    expect(['2026-02-28', '2026-03-01'].map(on)).toEqual(['VALID', 'OVERDUE']);
  });
});

describe('a scope', () => {
  const two: Given = { machines: [{}, {}, { ownerId: OWNER_ID }], owner: 'present' };
  const dead = { lastHeartbeat: at(-2 * HOUR_MS) };
  const matching = (machineMatchingStrategy: string): Given => ({ ...two, policy: { machineMatchingStrategy } });

  it.each<[Given, Scope, string]>([
    [{}, { product: PRODUCT_ID, policy: POLICY_ID }, 'true VALID'],
    [{}, { product: 'other' }, 'false PRODUCT_SCOPE_MISMATCH'],
    [{}, { policy: 'other' }, 'false POLICY_SCOPE_MISMATCH'],
    [{ policy: { requirePolicyScope: true } }, {}, 'false POLICY_SCOPE_REQUIRED'],
    [{}, { environment: 'sandbox' }, 'false ENVIRONMENT_SCOPE_MISMATCH'],
    [{ owner: 'present' }, { user: OWNER_ID }, 'true VALID'],
    [{ users: 1 }, { user: 'USER-1@example.com' }, 'true VALID'],
    [{ users: 1 }, { user: 'user-2' }, 'false USER_SCOPE_MISMATCH'],
    [{ policy: { requireUserScope: true } }, {}, 'false USER_SCOPE_REQUIRED'],
    [{ license: { entitlementIds: ['entitlement-1'] } }, { entitlements: ['EXPORT', 'EXPORT'] }, 'true VALID'],
    [{ policy: { entitlementIds: ['entitlement-1'] } }, { entitlements: ['EXPORT'] }, 'true VALID'],
    [{}, { entitlements: ['EXPORT'] }, 'false ENTITLEMENTS_MISSING'],
    [{}, { machine: 'machine-1' }, 'false NO_MACHINES'],
    [{ policy: { floating: false } }, { machine: 'machine-1' }, 'false NO_MACHINE'],
    [two, { machine: 'machine-1' }, 'true VALID'],
    [two, { machine: 'print-1' }, 'false MACHINE_SCOPE_MISMATCH'],
    [{ ...two, users: 1 }, { machine: 'machine-3', user: 'user-1' }, 'false USER_SCOPE_MISMATCH'],
    [two, { machine: 'machine-3', user: OWNER_ID }, 'true VALID'],
    // A machine that nobody owns is everybody's.
    [{ ...two, users: 1 }, { machine: 'machine-1', user: 'user-1' }, 'true VALID'],
    [{ ...two, users: 1 }, { fingerprint: 'print-1', user: 'user-1' }, 'true VALID'],
    [{ ...two, users: 1 }, { fingerprint: 'print-3', user: 'user-1' }, 'false USER_SCOPE_MISMATCH'],
    [{ policy: { requireMachineScope: true } }, {}, 'false MACHINE_SCOPE_REQUIRED'],
    [{ machines: [dead] }, { machine: 'machine-1' }, 'false HEARTBEAT_DEAD'],
    [{ machines: 1, policy: { requireHeartbeat: true } }, { machine: 'machine-1' }, 'false HEARTBEAT_NOT_STARTED'],
    [{ machines: 1, policy: { requireHeartbeat: true } }, { fingerprint: 'print-1' }, 'false HEARTBEAT_NOT_STARTED'],
    [{}, { fingerprint: 'print-1' }, 'false NO_MACHINES'],
    [two, { fingerprints: [] }, 'false FINGERPRINT_SCOPE_EMPTY'],
    [{ policy: { requireFingerprintScope: true } }, {}, 'false FINGERPRINT_SCOPE_REQUIRED'],
    [matching('MATCH_ANY'), { fingerprints: ['print-1', 'a', 'b', 'c'] }, 'true VALID'],
    [matching('MATCH_TWO'), { fingerprints: ['print-1', 'a', 'b', 'c'] }, 'false FINGERPRINT_SCOPE_MISMATCH'],
    [matching('MATCH_TWO'), { fingerprints: ['print-1', 'print-2', 'b', 'c', 'd'] }, 'true VALID'],
    [matching('MATCH_MOST'), { fingerprints: ['print-1', 'print-2', 'b'] }, 'true VALID'],
    [
      matching('MATCH_MOST'),
      { fingerprints: ['print-1', 'print-2', 'b', 'c', 'd'] },
      'false FINGERPRINT_SCOPE_MISMATCH',
    ],
    [matching('MATCH_ALL'), { fingerprints: ['print-1', 'print-2', 'print-2'] }, 'true VALID'],
    [matching('MATCH_ALL'), { fingerprints: ['print-1', 'b'] }, 'false FINGERPRINT_SCOPE_MISMATCH'],
    [matching('MATCH_ALL'), { fingerprint: 'print-1' }, 'true VALID'],
    [two, { components: ['cpu'] }, 'false FINGERPRINT_SCOPE_REQUIRED'],
    [two, { components: ['cpu'], fingerprint: 'print-1' }, 'false COMPONENTS_SCOPE_MISMATCH'],
    [two, { components: [], fingerprint: 'print-1' }, 'false COMPONENTS_SCOPE_EMPTY'],
    [{}, { checksum: 'x' }, 'false CHECKSUM_SCOPE_MISMATCH'],
    [{ policy: { requireVersionScope: true } }, {}, 'false VERSION_SCOPE_REQUIRED'],
    [{}, { version: '1.0.0' }, 'false VERSION_SCOPE_MISMATCH'],
  ])('case %#: %j with %j', (given, scope, expected) => {
    expect(verdict(given, scope)).toBe(expected);
  });

  it("without a user counts nobody's machines where they are leased per user", () => {
    const policy = { ...STRICT, maxMachines: 2, machineLeasingStrategy: 'PER_USER' } as const;
    const owned = (mine: number): Given['machines'] =>
      Array.from({ length: 6 }, (_, place) => ({ ownerId: place < mine ? OWNER_ID : null }));
    expect(verdict({ policy, owner: 'present', machines: owned(4) }, null)).toBe('true VALID');
    expect(verdict({ policy, owner: 'present', machines: owned(3) }, null)).toBe('false TOO_MANY_MACHINES');
  });
});

it('does not exist for nobody', () => {
  const state = world();
  expect(validate(undefined, {}, { state, now: NOW })).toMatchObject({ valid: false, code: 'NOT_FOUND' });
});
