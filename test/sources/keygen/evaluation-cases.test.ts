/**
 * The cases of Keygen's own features that an unscoped verdict or a quota can answer, by their numbers in the facts, and
 * neighbors of the same kinds: read over HTTP, checked, normalized, evaluated.
 *
 * Only what holds without a scope is ours. Cases 29, 39, 49, 55 and 61 name a scope or an older API, and are here for what
 * they come to without; 63 and 65 are about a scope alone. From 67 on the cases are about requests and their answers.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluatedLicense, Quota } from '../../../src/domain/evaluated.js';
import { evaluate } from '../../../src/quota/evaluate.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import type { KeygenLicense, KeygenVerdict } from '../../../src/sources/keygen/model.js';
import { normalizeAccount } from '../../../src/sources/keygen/normalize.js';
import { countedShape, licenseShape, machineShape, policyShape } from '../../../src/sources/keygen/shapes.js';
import { readRows } from '../../../src/sources/keygen/wire.js';
import { NOW, readLists } from './fake-server.js';
import { rawLicense, rawMachine, rawPolicy, rawProcess } from './rows.js';

const thresholds = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const DAY = 86_400_000;
const at = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

type Attributes = Readonly<Record<string, unknown>>;

interface Given {
  /** On the license and its policy alike, as a license shows what it inherits. */
  readonly set?: Attributes;
  readonly policy?: Attributes;
  readonly users?: number;
  readonly machines?: Attributes;
  /** Owners of the machines, null for nobody's; each runs as many processes as told. */
  readonly owned?: readonly { readonly owner: string | null; readonly processes?: number }[];
}

type Evaluated = EvaluatedLicense & KeygenLicense & { readonly verdict: KeygenVerdict };

async function evaluated({ set = {}, policy = {}, users, machines = {}, owned = [] }: Given, now = NOW) {
  const count = owned.length === 0 ? {} : { count: owned.length };
  const snapshot = await readLists({
    licenses: [rawLicense('l', set, { users: users ?? 0, machines: { ...count, ...machines } })],
    policies: [rawPolicy('policy-1', { ...set, ...policy })],
    machines: owned.map(({ owner }, nth) => rawMachine(`m${nth}`, 'l', {}, owner ?? undefined)),
    processes: owned.flatMap(({ processes = 0 }, nth) =>
      Array.from({ length: processes }, (_, i) => rawProcess(`p${nth}-${i}`, 'l', `m${nth}`)),
    ),
  });
  const { licenses, quotas } = evaluate(snapshot, thresholds, now, keygenSource.evaluateLicense);
  const license = licenses[0] as Evaluated;
  return {
    license,
    verdict: license.verdict,
    quota: (dimension: string): Quota | undefined => quotas.find((quota) => quota.dimension === dimension),
  };
}

const S = { strict: true };
const NS = { strict: true, floating: false };
const overage = (overageStrategy: string) => ({ overageStrategy });
const NO = overage('NO_OVERAGE');
const ALWAYS = overage('ALWAYS_ALLOW_OVERAGE');
const X125 = overage('ALLOW_1_25X_OVERAGE');
const X15 = overage('ALLOW_1_5X_OVERAGE');
const X2 = overage('ALLOW_2X_OVERAGE');
const daily = { checkInInterval: 'day', checkInIntervalCount: 1 };
const expired = { expiry: at(-DAY) };
const nobodys = (processes: number) => [{ owner: null, processes }];
const cores = (count: number) => ({ count: 1, cores: count });
const memory = (count: number) => ({ count: 1, memory: count });
const disk = (count: number) => ({ count: 1, disk: count });
const count = (machines: number) => ({ count: machines });

describe('the verdict', () => {
  const cases: readonly [string, string, Given, boolean, string][] = [
    ['case 1', 'a plain license', {}, true, 'VALID'],
    ['beside 1', 'a plain license that is expired', { set: expired }, false, 'EXPIRED'],
    ['beside 1', 'a suspended license', { set: { suspended: true, status: 'SUSPENDED' } }, false, 'SUSPENDED'],
    ['case 3', 'checked in now', { set: { requireCheckIn: true, lastCheckIn: at(0) }, policy: daily }, true, 'VALID'],
    [
      'beside 3',
      'checked in a moment more than a day ago',
      { set: { requireCheckIn: true, lastCheckIn: at(-DAY - 1) }, policy: daily },
      false,
      'OVERDUE',
    ],
    [
      'beside 3',
      'checked in a day ago, weekly',
      {
        set: { requireCheckIn: true, lastCheckIn: at(-DAY - 1) },
        policy: { checkInInterval: 'week', checkInIntervalCount: 1 },
      },
      true,
      'VALID',
    ],
    ['case 5', 'node-locked, 1 of 1 machine', { set: { ...NS, maxMachines: 1 }, machines: count(1) }, true, 'VALID'],
    [
      'beside 5',
      'node-locked, 2 of 1 machine',
      { set: { ...NS, maxMachines: 1 }, machines: count(2) },
      false,
      'TOO_MANY_MACHINES',
    ],
    ['beside 5', 'node-locked, no machine', { set: { ...NS, maxMachines: 1 } }, false, 'NO_MACHINE'],
    ['case 7', 'owner banned', { set: { status: 'BANNED' } }, false, 'BANNED'],
    ['beside 7', 'owner banned, suspended', { set: { status: 'BANNED', suspended: true } }, false, 'BANNED'],
    ['case 9', 'node-locked without a limit, 2 machines', { set: NS, machines: count(2) }, false, 'TOO_MANY_MACHINES'],
    ['case 11', 'not strict, 32 of 16 cores', { set: { maxCores: 16 }, machines: cores(32) }, true, 'VALID'],
    [
      'beside 11',
      'strict, 32 of 16 cores',
      { set: { ...S, maxCores: 16 }, machines: cores(32) },
      false,
      'TOO_MANY_CORES',
    ],
    ['beside 11', 'strict, 16 of 16 cores', { set: { ...S, maxCores: 16 }, machines: cores(16) }, true, 'VALID'],
    [
      'case 13',
      '24 of 16 cores, 1.5x',
      { set: { ...S, maxCores: 16 }, policy: X15, machines: cores(24) },
      true,
      'TOO_MANY_CORES',
    ],
    [
      'beside 13',
      '25 of 16 cores, 1.5x',
      { set: { ...S, maxCores: 16 }, policy: X15, machines: cores(25) },
      false,
      'TOO_MANY_CORES',
    ],
    [
      'case 15',
      '20 of 16 cores, 1.25x',
      { set: { ...S, maxCores: 16 }, policy: X125, machines: cores(20) },
      true,
      'TOO_MANY_CORES',
    ],
    [
      'beside 15',
      '21 of 16 cores, 1.25x',
      { set: { ...S, maxCores: 16 }, policy: X125, machines: cores(21) },
      false,
      'TOO_MANY_CORES',
    ],
    [
      'case 17',
      '32 of 16 cores, 2x',
      { set: { ...S, maxCores: 16 }, policy: X2, machines: cores(32) },
      true,
      'TOO_MANY_CORES',
    ],
    [
      'beside 17',
      '33 of 16 cores, 2x',
      { set: { ...S, maxCores: 16 }, policy: X2, machines: cores(33) },
      false,
      'TOO_MANY_CORES',
    ],
    [
      'case 19',
      '96 of 32 GB memory, always',
      { set: { ...S, maxMemory: 32e9 }, policy: ALWAYS, machines: memory(96e9) },
      true,
      'TOO_MUCH_MEMORY',
    ],
    [
      'beside 19',
      '96 of 32 GB memory, no overage',
      { set: { ...S, maxMemory: 32e9 }, policy: NO, machines: memory(96e9) },
      false,
      'TOO_MUCH_MEMORY',
    ],
    [
      'case 21',
      '64 of 32 GB memory, 2x',
      { set: { ...S, maxMemory: 32e9 }, policy: X2, machines: memory(64e9) },
      true,
      'TOO_MUCH_MEMORY',
    ],
    [
      'beside 21',
      'a byte more, 2x',
      { set: { ...S, maxMemory: 32e9 }, policy: X2, machines: memory(64e9 + 1) },
      false,
      'TOO_MUCH_MEMORY',
    ],
    [
      'case 23',
      '3 of 1 TB disk, always',
      { set: { ...S, maxDisk: 1e12 }, policy: ALWAYS, machines: disk(3e12) },
      true,
      'TOO_MUCH_DISK',
    ],
    [
      'beside 23',
      '1.25 of 1 TB disk, 1.25x',
      { set: { ...S, maxDisk: 1e12 }, policy: X125, machines: disk(1.25e12) },
      true,
      'TOO_MUCH_DISK',
    ],
    [
      'beside 23',
      '3 of 1 TB disk, no overage',
      { set: { ...S, maxDisk: 1e12 }, machines: disk(3e12) },
      false,
      'TOO_MUCH_DISK',
    ],
    ['case 25', 'floating, no machine', { set: S }, false, 'NO_MACHINES'],
    ['beside 25', 'floating, no machine, not strict', {}, true, 'VALID'],
    ['beside 25', 'floating, 2 machines without a limit', { set: S, machines: count(2) }, true, 'VALID'],
    [
      'beside 25',
      'floating, the first machine is never too many',
      { set: { ...S, maxMachines: 0 }, machines: count(1) },
      true,
      'VALID',
    ],
    [
      'case 27',
      '6 of 5 processes per machine, no overage, nobody named',
      { set: { ...S, maxProcesses: 5 }, policy: NO, owned: nobodys(6) },
      true,
      'VALID',
    ],
    [
      'case 29, without its scope',
      '7 of 5 processes per machine, always',
      { set: { ...S, maxProcesses: 5 }, policy: ALWAYS, owned: nobodys(7) },
      true,
      'VALID',
    ],
    [
      'case 31',
      '7 of 5 processes per license, always',
      {
        set: { ...S, maxProcesses: 5 },
        policy: { ...ALWAYS, processLeasingStrategy: 'PER_LICENSE' },
        owned: nobodys(7),
      },
      true,
      'TOO_MANY_PROCESSES',
    ],
    [
      'beside 31',
      '7 of 5 processes per license, no overage',
      { set: { ...S, maxProcesses: 5 }, policy: { processLeasingStrategy: 'PER_LICENSE' }, owned: nobodys(7) },
      false,
      'TOO_MANY_PROCESSES',
    ],
    [
      'case 33',
      "3 of 2 nobody's processes per user",
      { set: { ...S, maxProcesses: 2 }, policy: { ...NO, processLeasingStrategy: 'PER_USER' }, owned: nobodys(3) },
      false,
      'TOO_MANY_PROCESSES',
    ],
    [
      'beside 33',
      "3 of 2 of a user's processes, nobody named",
      {
        set: { ...S, maxProcesses: 2 },
        policy: { processLeasingStrategy: 'PER_USER' },
        owned: [{ owner: 'ann', processes: 3 }],
      },
      true,
      'VALID',
    ],
    ['case 35', 'expired, revoke', { set: expired, policy: { expirationStrategy: 'REVOKE_ACCESS' } }, false, 'EXPIRED'],
    [
      'beside 35',
      'expired, no strategy at all, before an overdue check-in',
      {
        set: { ...expired, requireCheckIn: true, lastCheckIn: at(-9 * DAY) },
        policy: { ...daily, expirationStrategy: null },
      },
      false,
      'EXPIRED',
    ],
    [
      'beside 35',
      'expired, restrict, after an overdue check-in',
      { set: { ...expired, requireCheckIn: true, lastCheckIn: at(-9 * DAY) }, policy: daily },
      false,
      'OVERDUE',
    ],
    ['beside 35', 'expired, restrict', { set: expired }, false, 'EXPIRED'],
    ['case 37', 'expired, allow', { set: expired, policy: { expirationStrategy: 'ALLOW_ACCESS' } }, true, 'EXPIRED'],
    [
      'beside 37',
      'expired, maintain, strict',
      { set: { ...S, ...expired }, policy: { expirationStrategy: 'MAINTAIN_ACCESS' }, machines: count(1) },
      true,
      'EXPIRED',
    ],
    ['beside 37', 'at the very expiry', { set: { expiry: at(0) } }, true, 'VALID'],
    ['beside 37', 'a moment after the expiry', { set: { expiry: at(-1) } }, false, 'EXPIRED'],
    [
      'case 39, without its scope',
      'expired, restrict, strict',
      { set: { ...S, ...expired }, machines: count(1) },
      false,
      'EXPIRED',
    ],
    [
      'beside 39',
      'a restricting expiry after too many machines',
      { set: { ...S, ...expired, maxMachines: 1 }, machines: count(2) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 39',
      'an overage that is allowed hides a restricting expiry',
      { set: { ...S, ...expired, maxMachines: 1 }, policy: X2, machines: count(2) },
      true,
      'TOO_MANY_MACHINES',
    ],
    ['case 41', 'unlimited, 11 machines', { set: S, machines: count(11) }, true, 'VALID'],
    [
      'beside 41',
      '11 of 10 machines',
      { set: { ...S, maxMachines: 10 }, machines: count(11) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 43',
      '6 of 4 machines, 1.25x',
      { set: { ...S, maxMachines: 4 }, policy: X125, machines: count(6) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 43',
      '5 of 4 machines, 1.25x',
      { set: { ...S, maxMachines: 4 }, policy: X125, machines: count(5) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 43',
      "17 of the license's own 14 machines, 1.25x",
      { set: { ...S, maxMachines: 14 }, policy: X125, machines: count(17) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 43',
      "18 of the license's own 14 machines, 1.25x",
      { set: { ...S, maxMachines: 14 }, policy: X125, machines: count(18) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 45',
      '4 of 2 machines, 1.5x',
      { set: { ...S, maxMachines: 2 }, policy: X15, machines: count(4) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 45',
      '3 of 2 machines, 1.5x',
      { set: { ...S, maxMachines: 2 }, policy: X15, machines: count(3) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 47',
      '5 of 2 machines, 2x',
      { set: { ...S, maxMachines: 2 }, policy: X2, machines: count(5) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 47',
      '4 of 2 machines, 2x',
      { set: { ...S, maxMachines: 2 }, policy: X2, machines: count(4) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 49, without its scope',
      "nobody's 4 of 2 machines per user, 2x, beside a user's 5",
      {
        set: { ...S, maxMachines: 2 },
        policy: { ...X2, machineLeasingStrategy: 'PER_USER' },
        owned: [...Array(5).fill({ owner: 'ann' }), ...Array(4).fill({ owner: null })],
      },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 49',
      "a user's 5 of 2 machines alone, nobody named",
      {
        set: { ...S, maxMachines: 2 },
        policy: { machineLeasingStrategy: 'PER_USER' },
        owned: Array(5).fill({ owner: 'ann' }),
      },
      true,
      'VALID',
    ],
    [
      'case 51',
      'node-locked, 3 of 1, always',
      { set: { ...NS, maxMachines: 1 }, policy: ALWAYS, machines: count(3) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 51',
      'node-locked, 2 of 1, 2x',
      { set: { ...NS, maxMachines: 1 }, policy: X2, machines: count(2) },
      true,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 53',
      'node-locked, 3 of 1, 2x',
      { set: { ...NS, maxMachines: 1 }, policy: X2, machines: count(3) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'beside 53',
      'node-locked, 5 of 4, 1.25x, which its machines do not honor',
      { set: { ...NS, maxMachines: 4 }, policy: X125, machines: count(5) },
      false,
      'TOO_MANY_MACHINES',
    ],
    [
      'case 55, by the API asked for here',
      '2 of 1 machines, always',
      { set: { ...S, maxMachines: 1 }, policy: ALWAYS, machines: count(2) },
      true,
      'TOO_MANY_MACHINES',
    ],
    ['case 57', '5 of 4 users, 1.25x', { set: { maxUsers: 4 }, policy: X125, users: 5 }, true, 'TOO_MANY_USERS'],
    ['beside 57', '6 of 4 users, 1.25x', { set: { maxUsers: 4 }, policy: X125, users: 6 }, false, 'TOO_MANY_USERS'],
    ['beside 57', '4 of 4 users', { set: { maxUsers: 4 }, users: 4 }, true, 'VALID'],
    [
      'case 59',
      '5 of 2 users, 2x, not strict',
      { set: { maxUsers: 2 }, policy: X2, users: 5 },
      false,
      'TOO_MANY_USERS',
    ],
    [
      'beside 59',
      '5 of 2 users, always, before an expiry',
      { set: { ...expired, maxUsers: 2 }, policy: ALWAYS, users: 5 },
      true,
      'TOO_MANY_USERS',
    ],
    [
      'case 61, without its scope',
      'a product scope is required',
      { policy: { requireProductScope: true, requireFingerprintScope: true } },
      true,
      'VALID',
    ],
  ];

  it.each(cases)('%s: %s', async (_case, _title, given, valid, code) => {
    expect((await evaluated(given)).verdict).toMatchObject({ valid, code, determinate: true });
  });

  it('case 37, further: changes just after the expiry', async () => {
    const given = { set: { expiry: at(DAY) } };
    expect((await evaluated(given, new Date(at(DAY)))).verdict.code).toBe('VALID');
    expect((await evaluated(given, new Date(at(DAY + 1)))).verdict).toMatchObject({ valid: false, code: 'EXPIRED' });
  });
});

describe('the quota', () => {
  type Row = readonly [string, Given, string, Partial<Quota>];
  const machines = (limit: number, used: number, policy: Attributes, set: Attributes = S): Given => ({
    set: { ...set, maxMachines: limit },
    policy,
    machines: count(used),
  });
  const rows: readonly Row[] = [
    ['case 1: a plain license', {}, 'MACHINES', { state: 'UNLIMITED', limit: null, used: 0n, enforcement: 'HARD' }],
    [
      'case 9: node-locked without a limit',
      { set: NS, machines: count(2) },
      'MACHINES',
      { state: 'EXCEEDED', limit: 1n, used: 2n, enforcement: 'HARD' },
    ],
    [
      'case 11: 32 of 16 cores, though not strict',
      { set: { maxCores: 16 }, machines: cores(32) },
      'CORES',
      { state: 'EXCEEDED', enforcement: 'HARD', remaining: -16n, overageLimit: null },
    ],
    [
      'case 13: an overage that is allowed is EXCEEDED all the same',
      { set: { ...S, maxCores: 16 }, policy: X15, machines: cores(24) },
      'CORES',
      { state: 'EXCEEDED', enforcement: 'SOFT', overageLimit: 24n, ratio: 1.5 },
    ],
    [
      'case 19: an overage without an end',
      { set: { ...S, maxMemory: 32e9 }, policy: ALWAYS, machines: memory(96e9) },
      'MEMORY_BYTES',
      { state: 'EXCEEDED', enforcement: 'SOFT', overageLimit: null },
    ],
    [
      'case 27: 6 of 5 processes of one machine',
      { set: { ...S, maxProcesses: 5 }, owned: nobodys(6) },
      'PROCESSES',
      { state: 'EXCEEDED', used: 6n, enforcement: 'HARD' },
    ],
    [
      'case 29: 7 of 5 processes of one machine, always',
      { set: { ...S, maxProcesses: 5 }, policy: ALWAYS, owned: nobodys(7) },
      'PROCESSES',
      { state: 'EXCEEDED', used: 7n, enforcement: 'SOFT' },
    ],
    ['case 43: 6 of 4, 1.25x', machines(4, 6, X125), 'MACHINES', { state: 'EXCEEDED', overageLimit: 5n }],
    [
      'beside 43: a share that does not divide evenly is rounded down',
      machines(14, 17, X125),
      'MACHINES',
      { state: 'EXCEEDED', overageLimit: 17n, enforcement: 'SOFT' },
    ],
    [
      'case 49: the fullest user counts, whoever is named',
      {
        set: { ...S, maxMachines: 2 },
        policy: { ...X2, machineLeasingStrategy: 'PER_USER' },
        owned: [...Array(5).fill({ owner: 'ann' }), ...Array(4).fill({ owner: null })],
      },
      'MACHINES',
      { state: 'EXCEEDED', used: 5n, limit: 2n, overageLimit: 4n },
    ],
    [
      'case 53: node-locked, 2x',
      machines(1, 3, X2, NS),
      'MACHINES',
      { state: 'EXCEEDED', overageLimit: 2n, enforcement: 'SOFT' },
    ],
    [
      'beside 53: node-locked, 1.25x, which its machines do not honor',
      machines(4, 5, X125, NS),
      'MACHINES',
      { state: 'EXCEEDED', overageLimit: null, enforcement: 'HARD' },
    ],
    [
      'case 57: 5 of 4 users, 1.25x',
      { set: { maxUsers: 4 }, policy: X125, users: 5 },
      'USERS',
      { state: 'EXCEEDED', used: 5n, overageLimit: 5n, enforcement: 'SOFT' },
    ],
    [
      'case 75: 5 of 5 uses',
      { set: { uses: 5, maxUses: 5 } },
      'USES',
      { state: 'CRITICAL', remaining: 0n, enforcement: 'HARD', measure: 'CUMULATIVE' },
    ],
    [
      "case 77: 5 uses of the license's own 10, whatever its policy's 5",
      { set: { uses: 5, maxUses: 10 }, policy: { maxUses: 5 } },
      'USES',
      { state: 'OK', limit: 10n, used: 5n, remaining: 5n },
    ],
    [
      'case 81: 11 of 10 uses, whatever the overage strategy',
      { set: { uses: 11, maxUses: 10 }, policy: ALWAYS },
      'USES',
      { state: 'EXCEEDED', remaining: -1n, enforcement: 'HARD', overageLimit: null },
    ],
    ['beside 81: uses that are null are none', { set: { uses: null, maxUses: 10 } }, 'USES', { state: 'OK', used: 0n }],
    ['beside 81: 0 of 0 uses', { set: { uses: 0, maxUses: 0 } }, 'USES', { state: 'OK', ratio: null }],
    ['beside 81: 1 of 0 uses', { set: { uses: 1, maxUses: 0 } }, 'USES', { state: 'EXCEEDED', ratio: null }],
    ['case 87: 4 of 4, 1.25x: one more', machines(4, 4, X125), 'MACHINES', { state: 'CRITICAL', overageLimit: 5n }],
    ['case 87: 5 of 4, 1.25x: no more', machines(4, 5, X125), 'MACHINES', { state: 'EXCEEDED', overageLimit: 5n }],
    [
      'case 89: 24576 of 32768 bytes of memory',
      { set: { ...S, maxMemory: 32768 }, machines: memory(24576) },
      'MEMORY_BYTES',
      { state: 'OK', remaining: 8192n, ratio: 0.75, enforcement: 'HARD' },
    ],
    [
      'beside 89: uses beyond 2^63 are over any limit',
      { set: { uses: '9223372036854775808', maxUses: '9223372036854775807' } },
      'USES',
      { state: 'EXCEEDED', remaining: -1n },
    ],
  ];

  it.each(rows)('%s', async (_case, given, dimension, expected) => {
    expect((await evaluated(given)).quota(dimension)).toMatchObject(expected);
  });

  it('case 81, further: uses above their limit leave the license valid', async () => {
    const { verdict } = await evaluated({ set: { uses: 11, maxUses: 10 } });
    expect(verdict).toMatchObject({ valid: true, code: 'VALID' });
  });
});

describe('the reasons of a quota name the rule and its numbers', () => {
  const MORE = 'more machines are refused';
  const FAILS = 'and validation fails with TOO_MANY_MACHINES';
  const machines = (set: Attributes, policy: Attributes, used: number): Given => ({
    set,
    policy,
    machines: count(used),
  });
  const texts: readonly [string, Given, string, readonly string[]][] = [
    ['no limit', { machines: count(11) }, 'MACHINES', ['11 machines are used; no limit is set.']],
    [
      'no overage',
      machines({ ...S, maxMachines: 14 }, NO, 17),
      'MACHINES',
      ['17 of 14 machines are used.', `NO_OVERAGE: above 14, ${MORE}, ${FAILS}.`],
    ],
    [
      'no overage of a license that is not strict',
      machines({ maxMachines: 14 }, NO, 17),
      'MACHINES',
      [
        '17 of 14 machines are used.',
        `NO_OVERAGE: above 14, ${MORE}; validation does not look, as the license is not strict.`,
      ],
    ],
    [
      'a share',
      machines({ ...S, maxMachines: 14 }, X125, 17),
      'MACHINES',
      [
        '17 of 14 machines are used.',
        `ALLOW_1_25X_OVERAGE: up to 17 (5/4 of 14) are allowed; above that, ${MORE}, ${FAILS}.`,
      ],
    ],
    [
      'the double',
      machines({ ...S, maxMachines: 14 }, X2, 17),
      'MACHINES',
      [
        '17 of 14 machines are used.',
        `ALLOW_2X_OVERAGE: up to 28 (2 × 14) are allowed; above that, ${MORE}, ${FAILS}.`,
      ],
    ],
    [
      'any overage',
      machines({ ...S, maxMachines: 14 }, ALWAYS, 17),
      'MACHINES',
      [
        '17 of 14 machines are used.',
        'ALWAYS_ALLOW_OVERAGE: any number above 14 is allowed; validation then says TOO_MANY_MACHINES and stays valid.',
      ],
    ],
    [
      'node-locked, with a share that does not hold',
      machines(NS, X15, 1),
      'MACHINES',
      [
        '1 of 1 machines are used.',
        `ALLOW_1_5X_OVERAGE does not hold for the machines of a node-locked license: above 1, ${MORE}, ${FAILS}.`,
        'A node-locked license without maxMachines may have one machine.',
      ],
    ],
    [
      'leased per user',
      {
        set: { ...S, maxMachines: 2 },
        policy: { machineLeasingStrategy: 'PER_USER' },
        owned: [...Array(3).fill({ owner: 'ann' }), { owner: null }],
      },
      'MACHINES',
      [
        'PER_USER leasing: machines are counted for each user alone; the fullest has 3 of 2, the license 4 in all.',
        `NO_OVERAGE: above 2, ${MORE}, and validation for that user fails with TOO_MANY_MACHINES.`,
      ],
    ],
    [
      'leased per machine',
      { set: { ...S, maxProcesses: 5 }, owned: [...nobodys(6), ...nobodys(1)] },
      'PROCESSES',
      [
        'PER_MACHINE leasing: processes are counted for each machine alone; the fullest has 6 of 5, the license 7 in all.',
        'NO_OVERAGE: above 5, more processes are refused, and validation for that machine fails with TOO_MANY_PROCESSES.',
      ],
    ],
    [
      'users, of a license that is not strict',
      { set: { maxUsers: 4 }, policy: X125, users: 5 },
      'USERS',
      [
        '5 of 4 users are used.',
        'ALLOW_1_25X_OVERAGE: up to 5 (5/4 of 4) are allowed; above that, more users are refused, and validation fails with TOO_MANY_USERS.',
      ],
    ],
    [
      'uses',
      { set: { uses: 11, maxUses: 10 }, policy: ALWAYS },
      'USES',
      [
        '11 of 10 uses are counted.',
        'maxUses allows no overage: a use above 10 is refused (USES_LIMIT_EXCEEDED), but the license stays valid.',
      ],
    ],
    ['uses without a limit', { set: { uses: 3 } }, 'USES', ['3 uses are counted; no limit is set.']],
    [
      'a strategy nobody knows',
      machines({ ...S, maxMachines: 14 }, overage('SOME'), 17),
      'MACHINES',
      ['17 of 14 machines are used.', 'Overage strategy "SOME" is not known: none above 14 is taken to be allowed.'],
    ],
    [
      'a use that cannot be read',
      { set: { uses: -1, maxUses: 10 } },
      'USES',
      [
        'The number of uses could not be read.',
        'maxUses allows no overage: a use above 10 is refused (USES_LIMIT_EXCEEDED), but the license stays valid.',
        'How much is used is not known.',
      ],
    ],
  ];

  it.each(texts)('%s', async (_title, given, dimension, reasons) => {
    expect((await evaluated(given)).quota(dimension)?.reasons).toEqual(reasons);
  });
});

describe('the status', () => {
  const month = { expiry: at(30 * DAY) };
  const fresh = { created: at(-60_000) };
  const five: readonly [string, Attributes, string][] = [
    ['created a minute ago, a month left', { ...fresh, ...month }, 'ACTIVE'],
    ['created 91 days ago, a day left', { created: at(-91 * DAY), expiry: at(DAY) }, 'EXPIRING'],
    [
      'validated a day ago, expired two days ago',
      { created: at(-91 * DAY), lastValidated: at(-DAY), expiry: at(-2 * DAY) },
      'EXPIRED',
    ],
    ['suspended', { created: at(-4 * DAY), lastValidated: at(-DAY), suspended: true }, 'SUSPENDED'],
    ['validated a year ago, never expires', { created: at(-730 * DAY), lastValidated: at(-365 * DAY) }, 'INACTIVE'],
    ['owner banned', { ...fresh, status: 'BANNED' }, 'BANNED'],
  ];

  it.each(five)('case 97: %s, as Keygen says it and as we derive it', async (_title, set, status) => {
    const { license } = await evaluated({ set: { status, ...set } });
    expect(license).toMatchObject({ reportedStatus: status, derivedStatus: status, status, conflicts: [] });
  });

  const edges: readonly [string, Attributes, string][] = [
    ['three days left exactly', { ...fresh, expiry: at(3 * DAY) }, 'ACTIVE'],
    ['a moment less than three days left', { ...fresh, expiry: at(3 * DAY - 1) }, 'EXPIRING'],
    ['at the very expiry', { ...fresh, expiry: at(0) }, 'ACTIVE'],
    ['a moment after the expiry', { ...fresh, expiry: at(-1) }, 'EXPIRED'],
    ['created 90 days ago exactly', { created: at(-90 * DAY) }, 'ACTIVE'],
    ['created a moment more than 90 days ago', { created: at(-90 * DAY - 1) }, 'INACTIVE'],
    ['checked out within 90 days', { created: at(-900 * DAY), lastCheckOut: at(-89 * DAY) }, 'ACTIVE'],
    ['checked in within 90 days', { created: at(-900 * DAY), lastCheckIn: at(-89 * DAY) }, 'ACTIVE'],
    ['suspended and expired', { ...fresh, suspended: true, expiry: at(-DAY) }, 'SUSPENDED'],
    ['suspended, by its status alone', { ...fresh, suspended: undefined, status: 'SUSPENDED' }, 'SUSPENDED'],
  ];

  it.each(edges)('beside 97: %s', async (_title, set, derivedStatus) => {
    expect((await evaluated({ set: { status: null, ...set } })).license).toMatchObject({ derivedStatus });
  });

  it('beside 97: an activity that cannot be read is no inactivity', async () => {
    const { license } = await evaluated({ set: { created: at(-900 * DAY), lastValidated: 'lately' } });
    expect(license).toMatchObject({ derivedStatus: 'ACTIVE', status: 'ACTIVE' });
  });

  it('case 99: BANNED is worse than anything else', async () => {
    const { license } = await evaluated({ set: { status: 'BANNED', suspended: true, expiry: at(-DAY) } });
    expect(license).toMatchObject({ status: 'BANNED', derivedStatus: 'BANNED', conflicts: [] });
  });

  it('beside 99: a vendor that says ACTIVE after the expiry is contradicted, unless it was read before', async () => {
    const { license } = await evaluated({ set: { ...fresh, expiry: at(-DAY) } });
    expect(license).toMatchObject({ status: 'EXPIRED', conflicts: ['STATE_EXPIRY_MISMATCH'] });
    const later = await evaluated({ set: { ...fresh, expiry: at(DAY) } }, new Date(at(DAY + 1)));
    expect(later.license).toMatchObject({ status: 'EXPIRED', conflicts: [] });
  });

  it('beside 99: a vendor that says EXPIRED before the expiry, or SUSPENDED without a suspension, is flagged', async () => {
    const expiredEarly = await evaluated({ set: { ...fresh, status: 'EXPIRED', expiry: at(DAY) } });
    expect(expiredEarly.license).toMatchObject({ status: 'EXPIRED', conflicts: ['STATE_EXPIRY_MISMATCH'] });
    const unsuspended = await evaluated({ set: { ...fresh, status: 'SUSPENDED', suspended: false } });
    expect(unsuspended.license).toMatchObject({ status: 'SUSPENDED', conflicts: ['REPORTED_WORSE'] });
  });

  it('beside 99: a word nobody knows is UNKNOWN', async () => {
    const { license, verdict } = await evaluated({ set: { ...fresh, status: 'FROZEN' } });
    expect(license).toMatchObject({
      reportedStatus: 'FROZEN',
      status: 'UNKNOWN',
      derivedStatus: 'ACTIVE',
      conflicts: [],
    });
    expect(verdict).toMatchObject({ valid: true, code: 'VALID' });
  });
});

describe('whatever an account says', () => {
  const value = fc.oneof(
    fc.constantFrom<unknown>(null, 0, 1, 5, -1, 1.5, '7', 'many', true, false, 2n ** 64n, undefined),
    fc.constantFrom('NO_OVERAGE', 'ALLOW_1_25X_OVERAGE', 'ALLOW_2X_OVERAGE', 'PER_USER', 'PER_LICENSE', 'day', 'month'),
    fc.constantFrom('REVOKE_ACCESS', 'ALLOW_ACCESS', 'BANNED', 'EXPIRED', {}, []),
    fc.integer({ min: -40, max: 40 }).map((days) => at(days * DAY)),
  );
  const some = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  const account = fc.record({
    license: some([
      ...[
        'expiry',
        'status',
        'suspended',
        'strict',
        'floating',
        'requireCheckIn',
        'lastCheckIn',
        'nextCheckIn',
        'uses',
      ],
      ...['created', 'lastValidated', 'maxUsers', 'maxMachines', 'maxCores', 'maxMemory', 'maxProcesses', 'maxUses'],
    ]),
    counts: some(['count', 'cores', 'memory', 'disk']),
    policy: some([
      ...['expirationStrategy', 'overageStrategy', 'machineLeasingStrategy', 'processLeasingStrategy'],
      ...['checkInInterval', 'checkInIntervalCount', 'strict', 'floating'],
    ]),
    owners: fc.array(fc.constantFrom('ann', undefined), { maxLength: 4 }),
    hasPolicy: fc.boolean(),
  });
  type Account = typeof account extends fc.Arbitrary<infer T> ? T : never;

  function snapshotOf({ license, counts, policy, owners, hasPolicy }: Account) {
    return normalizeAccount({
      source: 'keygen',
      observedAt: NOW,
      server: {},
      answers: {
        licenses: readRows(licenseShape, [rawLicense('l', license, { machines: counts })]),
        policies: hasPolicy ? readRows(policyShape, [rawPolicy('policy-1', policy)]) : null,
        groups: null,
        machines: readRows(
          machineShape,
          owners.map((owner, nth) => rawMachine(`m${nth}`, 'l', counts, owner)),
        ),
        processes: readRows(
          countedShape,
          owners.map((_, nth) => rawProcess(`p${nth}`, 'l', `m${nth}`)),
        ),
        users: null,
        entitlements: new Map(),
        gaps: [],
      },
    });
  }

  it('a verdict is either whole or open and never an exception, and every quota has its reasons', () => {
    fc.assert(
      fc.property(account, (given) => {
        const { licenses, quotas } = evaluate(snapshotOf(given), thresholds, NOW, keygenSource.evaluateLicense);
        const { verdict } = licenses[0] as Evaluated;
        expect(verdict.determinate).toBe(verdict.valid !== null && verdict.code !== null);
        expect(verdict.determinate).toBe(verdict.valid !== null || verdict.code !== null);
        expect(verdict.detail).toBeTruthy();
        for (const { ratio, used, limit, state, reasons } of quotas) {
          expect(ratio === null || Number.isFinite(ratio)).toBe(true);
          expect(state === 'EXCEEDED').toBe(used !== null && limit !== null && used > limit);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a verdict stays as it is until the moment that was named', () => {
    fc.assert(
      fc.property(account, fc.integer({ min: 0, max: 60 * DAY }), (given, later) => {
        const license = snapshotOf(given).licenses[0] as KeygenLicense;
        const now = keygenSource.evaluateLicense?.(license, NOW);
        const then = new Date(NOW.getTime() + later);
        const end = now?.changesAt ?? null;
        if (end !== null) expect(keygenSource.evaluateLicense?.(license, end).fields).not.toEqual(now?.fields);
        if (end !== null && then >= end) return;
        expect(keygenSource.evaluateLicense?.(license, then).fields).toEqual(now?.fields);
      }),
      { numRuns: 300 },
    );
  });
});
