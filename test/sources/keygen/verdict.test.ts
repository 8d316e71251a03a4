/**
 * The verdict without a scope against the cases of Keygen's own features (facts/keygen.md, section 5).
 *
 * Not ours, because they name a machine, fingerprint, user or other scope, or an older API: 29, 39, 49, 55, the POST half
 * of 61, 63 and 65; and from 67 on the cases are no verdicts.
 */
import { describe, expect, it } from 'vitest';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import type { KeygenLicense, KeygenVerdict } from '../../../src/sources/keygen/model.js';
import { normalizeAccount } from '../../../src/sources/keygen/normalize.js';
import { countedShape, licenseShape, machineShape, policyShape } from '../../../src/sources/keygen/shapes.js';
import { keygenVerdict } from '../../../src/sources/keygen/verdict.js';
import { readRows } from '../../../src/sources/keygen/wire.js';
import { NOW } from './fake-server.js';
import { rawLicense, rawMachine, rawPolicy, rawProcess } from './rows.js';

interface Case {
  /** On the license and its policy alike, as a license shows what it inherits. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly policy?: Readonly<Record<string, unknown>> | null;
  readonly users?: number;
  readonly machines?: Readonly<Record<string, number>>;
  /** Owners of the machines, null for nobody's; each runs as many processes as told. */
  readonly owned?: readonly { owner: string | null; processes?: number; cores?: number }[];
  readonly refused?: readonly ('machines' | 'processes')[];
}

const YESTERDAY = '2026-06-29T12:00:00.000Z';
const checkedIn = { requireCheckIn: true, lastCheckIn: YESTERDAY };
const S = { strict: true };
const NS = { strict: true, floating: false };
const over = (overageStrategy: string) => ({ overageStrategy });
const ALWAYS = over('ALWAYS_ALLOW_OVERAGE');
const X125 = over('ALLOW_1_25X_OVERAGE');
const X15 = over('ALLOW_1_5X_OVERAGE');
const X2 = over('ALLOW_2X_OVERAGE');
const runs = (processes: number) => [{ owner: null, processes }];

const oracle: readonly [number, string, Case, boolean, string][] = [
  [1, 'a plain license', {}, true, 'VALID'],
  [
    3,
    'checked in just now, daily',
    {
      set: { requireCheckIn: true, lastCheckIn: NOW.toISOString() },
      policy: { checkInInterval: 'day', checkInIntervalCount: 1 },
    },
    true,
    'VALID',
  ],
  [5, 'node-locked, 1 of 1 machine', { set: { ...NS, maxMachines: 1 }, machines: { count: 1 } }, true, 'VALID'],
  [7, 'owner banned', { set: { status: 'BANNED' } }, false, 'BANNED'],
  [9, 'node-locked without a limit, 2 machines', { set: NS, machines: { count: 2 } }, false, 'TOO_MANY_MACHINES'],
  [11, 'not strict, 32 of 16 cores', { set: { maxCores: 16 }, machines: { count: 1, cores: 32 } }, true, 'VALID'],
  [
    13,
    '24 of 16 cores, 1.5x',
    { set: { ...S, maxCores: 16 }, policy: X15, machines: { count: 1, cores: 24 } },
    true,
    'TOO_MANY_CORES',
  ],
  [
    15,
    '20 of 16 cores, 1.25x',
    { set: { ...S, maxCores: 16 }, policy: X125, machines: { count: 1, cores: 20 } },
    true,
    'TOO_MANY_CORES',
  ],
  [
    17,
    '32 of 16 cores, 2x',
    { set: { ...S, maxCores: 16 }, policy: X2, machines: { count: 1, cores: 32 } },
    true,
    'TOO_MANY_CORES',
  ],
  [
    19,
    '96 of 32 GB memory, always',
    { set: { ...S, maxMemory: 32e9 }, policy: ALWAYS, machines: { count: 1, memory: 96e9 } },
    true,
    'TOO_MUCH_MEMORY',
  ],
  [
    21,
    '64 of 32 GB memory, 2x',
    { set: { ...S, maxMemory: 32e9 }, policy: X2, machines: { count: 1, memory: 64e9 } },
    true,
    'TOO_MUCH_MEMORY',
  ],
  [
    23,
    '3 of 1 TB disk, always',
    { set: { ...S, maxDisk: 1e12 }, policy: ALWAYS, machines: { count: 1, disk: 3e12 } },
    true,
    'TOO_MUCH_DISK',
  ],
  [25, 'floating, no machine', { set: S }, false, 'NO_MACHINES'],
  [
    27,
    '6 of 5 processes on one machine, nobody named',
    { set: { ...S, maxProcesses: 5 }, machines: { count: 1 }, owned: runs(6) },
    true,
    'VALID',
  ],
  [
    31,
    '7 of 5 processes per license, always',
    {
      set: { ...S, maxProcesses: 5 },
      policy: { ...ALWAYS, processLeasingStrategy: 'PER_LICENSE' },
      machines: { count: 1 },
      owned: runs(7),
    },
    true,
    'TOO_MANY_PROCESSES',
  ],
  [
    33,
    "3 of 2 nobody's processes per user",
    {
      set: { ...S, maxProcesses: 2 },
      policy: { processLeasingStrategy: 'PER_USER' },
      machines: { count: 1 },
      owned: runs(3),
    },
    false,
    'TOO_MANY_PROCESSES',
  ],
  [
    35,
    'expired, revoke',
    { set: { expiry: YESTERDAY }, policy: { expirationStrategy: 'REVOKE_ACCESS' } },
    false,
    'EXPIRED',
  ],
  [
    37,
    'expired, allow',
    { set: { expiry: YESTERDAY }, policy: { expirationStrategy: 'ALLOW_ACCESS' } },
    true,
    'EXPIRED',
  ],
  [41, 'unlimited, 11 machines', { set: S, machines: { count: 11 } }, true, 'VALID'],
  [
    43,
    '6 of 4 machines, 1.25x',
    { set: { ...S, maxMachines: 4 }, policy: X125, machines: { count: 6 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    45,
    '4 of 2 machines, 1.5x',
    { set: { ...S, maxMachines: 2 }, policy: X15, machines: { count: 4 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    47,
    '5 of 2 machines, 2x',
    { set: { ...S, maxMachines: 2 }, policy: X2, machines: { count: 5 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    51,
    'node-locked 3 of 1, always',
    { set: { ...NS, maxMachines: 1 }, policy: ALWAYS, machines: { count: 3 } },
    true,
    'TOO_MANY_MACHINES',
  ],
  [
    53,
    'node-locked 3 of 1, 2x',
    { set: { ...NS, maxMachines: 1 }, policy: X2, machines: { count: 3 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [57, '5 of 4 users, 1.25x', { set: { maxUsers: 4 }, policy: X125, users: 5 }, true, 'TOO_MANY_USERS'],
  [59, '5 of 2 users, 2x, not strict', { set: { maxUsers: 2 }, policy: X2, users: 5 }, false, 'TOO_MANY_USERS'],
  [61, 'a product scope required but skipped', { policy: { requireProductScope: true } }, true, 'VALID'],
];

/** Where the features are silent: section 2 of the facts, as we read it. */
const ours: readonly [string, Case, boolean, string][] = [
  ['a banned owner before a suspension', { set: { status: 'BANNED', suspended: true } }, false, 'BANNED'],
  ['a suspension before an expiry', { set: { suspended: true, expiry: YESTERDAY } }, false, 'SUSPENDED'],
  [
    'a revoking expiry before an overdue check-in',
    {
      set: { expiry: YESTERDAY, requireCheckIn: true, lastCheckIn: '2026-01-01T00:00:00Z' },
      policy: { expirationStrategy: 'REVOKE_ACCESS', checkInInterval: 'day', checkInIntervalCount: 1 },
    },
    false,
    'EXPIRED',
  ],
  [
    'no expiration strategy as a revoking one',
    { set: { expiry: YESTERDAY, maxUsers: 1 }, policy: { expirationStrategy: null }, users: 2 },
    false,
    'EXPIRED',
  ],
  [
    'an overdue check-in before too many users',
    {
      set: { maxUsers: 1, requireCheckIn: true, lastCheckIn: '2026-06-29T11:59:59.999Z' },
      policy: { checkInInterval: 'day', checkInIntervalCount: 1 },
      users: 2,
    },
    false,
    'OVERDUE',
  ],
  [
    'a check-in exactly one interval ago as not overdue',
    {
      set: { requireCheckIn: true, lastCheckIn: YESTERDAY },
      policy: { checkInInterval: 'day', checkInIntervalCount: 1 },
    },
    true,
    'VALID',
  ],
  [
    'a license that never checked in as not overdue',
    { set: { requireCheckIn: true }, policy: { checkInInterval: 'day', checkInIntervalCount: 1 } },
    true,
    'VALID',
  ],
  [
    'an allowed overage of users before an expiry',
    { set: { maxUsers: 1, expiry: YESTERDAY }, policy: ALWAYS, users: 2 },
    true,
    'TOO_MANY_USERS',
  ],
  [
    'an allowed overage of machines before forbidden cores',
    { set: { ...S, maxMachines: 1, maxCores: 1 }, policy: X2, machines: { count: 2, cores: 9 } },
    true,
    'TOO_MANY_MACHINES',
  ],
  ['a restricting expiry of a license that is not strict', { set: { expiry: YESTERDAY } }, false, 'EXPIRED'],
  [
    'too many cores before a restricting expiry',
    { set: { ...S, maxCores: 1, expiry: YESTERDAY }, machines: { count: 1, cores: 2 } },
    false,
    'TOO_MANY_CORES',
  ],
  [
    'a maintaining expiry of a strict license',
    { set: { ...S, expiry: YESTERDAY }, policy: { expirationStrategy: 'MAINTAIN_ACCESS' }, machines: { count: 1 } },
    true,
    'EXPIRED',
  ],
  ['the very instant of expiry as not expired', { set: { expiry: NOW.toISOString() } }, true, 'VALID'],
  ['a node-locked license without a machine', { set: NS }, false, 'NO_MACHINE'],
  [
    'node-locked, 1.5x as no overage of machines',
    { set: { ...NS, maxMachines: 2 }, policy: X15, machines: { count: 3 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    'node-locked, 1.5x as an overage of cores',
    { set: { ...NS, maxCores: 2 }, policy: X15, machines: { count: 1, cores: 3 } },
    true,
    'TOO_MANY_CORES',
  ],
  [
    'a fractional bound as a rational: 7 of 5 under 1.5x',
    { set: { ...S, maxMachines: 5 }, policy: X15, machines: { count: 7 } },
    true,
    'TOO_MANY_MACHINES',
  ],
  [
    'a fractional bound as a rational: 8 of 5 under 1.5x',
    { set: { ...S, maxMachines: 5 }, policy: X15, machines: { count: 8 } },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    'uses above their limit as no matter',
    { set: { ...S, uses: 11, maxUses: 10 }, machines: { count: 1 } },
    true,
    'VALID',
  ],
  [
    "per user, only nobody's machines",
    {
      set: { ...S, maxMachines: 2 },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: { count: 5 },
      owned: [{ owner: 'ann' }, { owner: 'ann' }, { owner: 'ann' }, { owner: null }, { owner: null }],
    },
    true,
    'VALID',
  ],
  [
    "per user, too many of nobody's machines",
    {
      set: { ...S, maxMachines: 1 },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: { count: 3 },
      owned: [{ owner: 'ann' }, { owner: null }, { owner: null }],
    },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    "per user, only nobody's cores",
    {
      set: { ...S, maxCores: 4 },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: { count: 2, cores: 12 },
      owned: [
        { owner: 'ann', cores: 8 },
        { owner: null, cores: 4 },
      ],
    },
    true,
    'VALID',
  ],
  [
    'without its policy, a next check-in that is still to come',
    { policy: null, set: { ...checkedIn, nextCheckIn: NOW.toISOString() } },
    true,
    'VALID',
  ],
  [
    'without its policy, a next check-in that is long past',
    { policy: null, set: { ...checkedIn, lastCheckIn: '2026-01-01T00:00:00Z', nextCheckIn: '2026-02-01T00:00:00Z' } },
    false,
    'OVERDUE',
  ],
  ['a suspension told by the status alone', { set: { suspended: undefined, status: 'SUSPENDED' } }, false, 'SUSPENDED'],
  ['no suspension, told by the status alone', { set: { suspended: undefined } }, true, 'VALID'],
  ['without its policy, what needs none', { policy: null, set: { maxUsers: 5 }, users: 5 }, true, 'VALID'],
  [
    'without its policy, within every limit',
    { policy: null, set: { ...S, maxMachines: 3, maxProcesses: 2 }, machines: { count: 3 }, owned: runs(2) },
    true,
    'VALID',
  ],
  [
    'without the machines list, by the counts of the license',
    { set: { ...S, maxMachines: 3 }, machines: { count: 4 }, refused: ['machines'] },
    false,
    'TOO_MANY_MACHINES',
  ],
  [
    '2^63 - 1 bytes exactly',
    { set: { ...S, maxMemory: '9223372036854775806' }, machines: { count: 1 }, owned: [] },
    true,
    'VALID',
  ],
];

const undecided: readonly [string, Case, RegExp][] = [
  ['an unreadable expiry', { set: { expiry: 'soon' } }, /expiry cannot be read/],
  ['no status', { set: { status: null } }, /status cannot be read/],
  ['no policy and an expiry that is past', { policy: null, set: { expiry: YESTERDAY } }, /policy could not be read/],
  [
    'no policy and a check-in due',
    { policy: null, set: { requireCheckIn: true, lastCheckIn: YESTERDAY } },
    /how often/,
  ],
  [
    'no policy and a check-in due some hours ago, as a month of 28 days may be one of 31',
    { policy: null, set: { ...checkedIn, nextCheckIn: '2026-06-30T11:59:59.999Z' } },
    /how often/,
  ],
  [
    'an expiration strategy that cannot be read',
    { set: { expiry: YESTERDAY }, policy: { expirationStrategy: {} } },
    /policy could not be read/,
  ],
  [
    'an overage strategy that cannot be read',
    { set: { maxUsers: 1 }, policy: { overageStrategy: [] }, users: 2 },
    /overage is not known/,
  ],
  [
    'a leasing strategy that cannot be read',
    { set: { ...S, maxMachines: 1 }, policy: { machineLeasingStrategy: {} }, machines: { count: 2 } },
    /machines that count/,
  ],
  [
    'per user with fewer machines in sight than the vendor counts',
    {
      set: { ...S, maxMachines: 1 },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: { count: 3 },
      owned: [{ owner: 'ann' }, { owner: null }],
    },
    /machines that count/,
  ],
  [
    'neither a word on whether it is suspended nor a status that is known',
    { set: { suspended: undefined, status: 'FROZEN' } },
    /suspended cannot be read/,
  ],
  [
    'neither a limit of machines nor a word on whether it is node-locked',
    { set: { ...S, floating: 'maybe' }, machines: { count: 2 } },
    /floating cannot be read/,
  ],
  ['no policy and too many users', { policy: null, set: { maxUsers: 1 }, users: 2 }, /overage is not known/],
  [
    'no policy and too many machines',
    { policy: null, set: { ...S, maxMachines: 1 }, machines: { count: 2 } },
    /machines that count/,
  ],
  [
    'a check-in interval of no known word',
    {
      set: { requireCheckIn: true, lastCheckIn: YESTERDAY },
      policy: { checkInInterval: 'fortnight', checkInIntervalCount: 1 },
    },
    /how often/,
  ],
  [
    'an unreadable last check-in',
    { set: { requireCheckIn: true, lastCheckIn: 'x' }, policy: { checkInInterval: 'day', checkInIntervalCount: 1 } },
    /lastCheckIn cannot be read/,
  ],
  [
    'an expiration strategy of no known word',
    { set: { expiry: YESTERDAY }, policy: { expirationStrategy: 'PONDER' } },
    /"PONDER"/,
  ],
  [
    'an overage strategy of no known word',
    { set: { maxUsers: 1 }, policy: over('SOME'), users: 2 },
    /overage is not known/,
  ],
  [
    'per user without the machines list',
    {
      set: { ...S, maxMachines: 1 },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: { count: 2 },
      refused: ['machines'],
    },
    /machines that count/,
  ],
  [
    'processes per license without their list',
    {
      set: { ...S, maxProcesses: 1 },
      policy: { processLeasingStrategy: 'PER_LICENSE' },
      machines: { count: 1 },
      refused: ['processes'],
    },
    /processes that count/,
  ],
  ['an unreadable limit', { set: { ...S, maxCores: 'many' }, machines: { count: 1, cores: 1 } }, /limit of cores/],
  ['machines that nobody counted', { set: S, machines: { count: -1 } }, /machines could not be counted/],
];

describe("Keygen's own cases", () => {
  it.each(oracle)('%i: %s', (_, __, given, valid, code) => {
    expect(verdictOf(given)).toMatchObject({ valid, code, determinate: true });
  });
});

describe('Where the cases are silent, the order of the checks puts or takes', () => {
  it.each(ours)('%s', (_, given, valid, code) => {
    expect(verdictOf(given)).toMatchObject({ valid, code, determinate: true });
  });
});

describe('The verdict stays open, and says why, with', () => {
  it.each(undecided)('%s', (_, given, detail) => {
    expect(verdictOf(given)).toEqual({
      valid: null,
      code: null,
      detail: expect.stringMatching(detail),
      determinate: false,
    });
  });
});

describe('The next change of a verdict', () => {
  const evaluate = (license: KeygenLicense, now = NOW) => keygenSource.evaluateLicense?.(license, now);

  it('is just after the expiry', () => {
    const license = licenseOf({ set: { expiry: '2026-07-01T00:00:00.000Z' } });
    const first = evaluate(license);
    expect(first?.fields.verdict).toMatchObject({ code: 'VALID' });
    expect(first?.changesAt).toEqual(new Date('2026-07-01T00:00:00.001Z'));
    const then = evaluate(license, first?.changesAt ?? NOW);
    expect(then).toMatchObject({ fields: { verdict: { code: 'EXPIRED', valid: false } }, changesAt: null });
  });

  it('is the overdue check-in when that comes first', () => {
    const license = licenseOf({
      set: { requireCheckIn: true, lastCheckIn: YESTERDAY, expiry: '2027-01-01T00:00:00.000Z' },
      policy: { checkInInterval: 'week', checkInIntervalCount: 1 },
    });
    expect(evaluate(license)?.changesAt).toEqual(new Date('2026-07-06T12:00:00.001Z'));
  });

  it("is by the vendor's own next check-in where the policy is not known", () => {
    const nextCheckIn = '2026-07-06T12:00:00.000Z';
    const license = licenseOf({ policy: null, set: { ...checkedIn, nextCheckIn } });
    const due = evaluate(license)?.changesAt ?? NOW;
    expect(due).toEqual(new Date('2026-07-06T12:00:00.001Z'));
    expect(evaluate(license, due)?.fields.verdict).toMatchObject({ determinate: false });
    const late = evaluate(license, due)?.changesAt ?? NOW;
    expect(evaluate(license, late)?.fields.verdict).toMatchObject({ valid: false, code: 'OVERDUE' });
  });

  it('is none for a suspended license, whatever its expiry', () => {
    expect(evaluate(licenseOf({ set: { suspended: true, expiry: '2026-07-01T00:00:00Z' } }))?.changesAt).toBeNull();
  });

  it('is none for a license that never expires', () => {
    expect(evaluate(licenseOf({}))?.changesAt).toBeNull();
  });

  it('is not looked for on licenses of other vendors', () => {
    const license = { ...licenseOf({}), typeName: 'SplunkLicense' };
    expect(keygenSource.evaluateLicense?.(license, NOW)).toEqual({ fields: {}, changesAt: null });
  });
});

function verdictOf(given: Case): KeygenVerdict {
  return keygenVerdict(licenseOf(given).verdictFacts, NOW);
}

function licenseOf({ set = {}, policy = {}, users = 0, machines = {}, owned = [], refused = [] }: Case): KeygenLicense {
  const machineRows = owned.map(({ owner, cores }, at) => rawMachine(`m${at}`, 'l', { cores }, owner ?? undefined));
  const processRows = owned.flatMap(({ processes = 0 }, at) =>
    Array.from({ length: processes }, (_, nth) => rawProcess(`p${at}-${nth}`, 'l', `m${at}`)),
  );
  const { licenses } = normalizeAccount({
    source: 'keygen',
    observedAt: NOW,
    server: {},
    answers: {
      licenses: readRows(licenseShape, [rawLicense('l', set, { users, machines })]),
      policies: policy && readRows(policyShape, [rawPolicy('policy-1', { ...set, ...policy })]),
      groups: null,
      machines: refused.includes('machines') ? null : readRows(machineShape, machineRows),
      processes: refused.includes('processes') ? null : readRows(countedShape, processRows),
      users: null,
      entitlements: new Map(),
      gaps: [],
    },
  });
  return licenses[0] as KeygenLicense;
}
