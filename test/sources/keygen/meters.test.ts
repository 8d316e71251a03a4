/** What is used of which limit, enforced how, and why. */
import { describe, expect, it } from 'vitest';
import type { Meter } from '../../../src/domain/entities.js';
import { readLists } from './fake-server.js';
import { type LicenseOptions, rawGroup, rawLicense, rawMachine, rawPolicy, rawProcess } from './rows.js';

interface Given {
  license?: Record<string, unknown>;
  options?: LicenseOptions;
  policy?: Record<string, unknown>;
  machines?: unknown[];
  processes?: unknown[];
}

async function metersOf({ license, options, policy, machines = [], processes = [] }: Given) {
  const { meters } = await readLists({
    licenses: [rawLicense('l', license, options)],
    policies: [rawPolicy('policy-1', policy)],
    machines,
    processes,
  });
  return meters;
}

const pick = (meters: readonly Meter[], dimension: string) => meters.find((meter) => meter.dimension === dimension);
const limited = (value: bigint) => ({ kind: 'limited', value });

describe('A license', () => {
  it('is measured by users, machines and uses always, by the others where they are limited', async () => {
    const names = (meters: readonly Meter[]) => meters.map(({ dimension }) => dimension);
    expect(names(await metersOf({}))).toEqual(['USERS', 'MACHINES', 'USES']);
    const all = { maxCores: 1, maxMemory: 1, maxDisk: 1, maxProcesses: 1 };
    expect(names(await metersOf({ license: all }))).toEqual([
      'USERS',
      'MACHINES',
      'CORES',
      'MEMORY_BYTES',
      'DISK_BYTES',
      'PROCESSES',
      'USES',
    ]);
  });

  it('counts its users with their owner, as the vendor does', async () => {
    const meters = await metersOf({ license: { maxUsers: 5 }, options: { users: 5 } });
    expect(pick(meters, 'USERS')).toMatchObject({
      used: 5n,
      limit: limited(5n),
      enforcement: 'HARD',
      measure: 'GAUGE',
    });
  });

  it.each([
    ['NO_OVERAGE', 'HARD', { kind: 'none' }],
    ['ALWAYS_ALLOW_OVERAGE', 'SOFT', { kind: 'unbounded' }],
    ['ALLOW_1_25X_OVERAGE', 'SOFT', { kind: 'factor', numerator: 5n, denominator: 4n }],
    ['ALLOW_1_5X_OVERAGE', 'SOFT', { kind: 'factor', numerator: 3n, denominator: 2n }],
    ['ALLOW_2X_OVERAGE', 'SOFT', { kind: 'factor', numerator: 2n, denominator: 1n }],
    ['SOME_NEW_WORD', 'HARD', { kind: 'none' }],
  ])('under %s is enforced %s', async (overageStrategy, enforcement, overage) => {
    const meters = await metersOf({ license: { maxMachines: 3, maxUses: 3 }, policy: { overageStrategy } });
    const machines = pick(meters, 'MACHINES');
    expect(machines).toMatchObject({ enforcement, overage });
    expect(machines?.reasons.join(' ')).toContain(overageStrategy);
    // Uses never know an overage.
    expect(pick(meters, 'USES')).toMatchObject({
      enforcement: 'HARD',
      overage: { kind: 'none' },
      measure: 'CUMULATIVE',
    });
  });

  it.each([
    ['ALLOW_1_25X_OVERAGE', { kind: 'none' }],
    ['ALLOW_1_5X_OVERAGE', { kind: 'none' }],
    ['ALLOW_2X_OVERAGE', { kind: 'factor', numerator: 2n, denominator: 1n }],
    ['ALWAYS_ALLOW_OVERAGE', { kind: 'unbounded' }],
  ])('node-locked under %s lets its machines have no more than %o, its cores all of it', async (word, overage) => {
    const meters = await metersOf({ license: { floating: false, maxCores: 4 }, policy: { overageStrategy: word } });
    expect(pick(meters, 'MACHINES')).toMatchObject({ limit: limited(1n), overage });
    expect(pick(meters, 'CORES')).toMatchObject({ enforcement: 'SOFT' });
  });

  it('keeps bytes up to 2^63 - 1 exact', async () => {
    const huge = 9_223_372_036_854_775_807n;
    const body = JSON.stringify({
      data: [rawLicense('l', { maxMemory: 'HUGE', maxDisk: 'HUGE' }, { machines: { memory: 'LESS' } })],
    });
    const text = body.replaceAll('"HUGE"', `${huge}`).replaceAll('"LESS"', `${huge - 1n}`);
    const { meters, licenses } = await readLists({}, ({ list, cursor }) =>
      list === 'licenses' && cursor === '' ? { body: text } : null,
    );
    expect(pick(meters, 'MEMORY_BYTES')).toMatchObject({ used: huge - 1n, limit: limited(huge) });
    expect(licenses[0]).toMatchObject({ maxMemory: huge, maxDisk: huge });
  });

  it('leased per user is measured by its fullest user', async () => {
    const meters = await metersOf({
      license: { maxMachines: 2, maxCores: 8 },
      options: { machines: { count: 5, cores: 20 } },
      policy: { machineLeasingStrategy: 'PER_USER' },
      machines: [
        rawMachine('m1', 'l', { cores: 4 }, 'ann'),
        rawMachine('m2', 'l', { cores: 4 }, 'ann'),
        rawMachine('m3', 'l', { cores: 4 }, 'ann'),
        rawMachine('m4', 'l', { cores: 4 }),
        rawMachine('m5', 'l', { cores: 4 }),
        rawMachine('m6', 'other', { cores: 99 }, 'ann'),
      ],
    });
    expect(pick(meters, 'MACHINES')).toMatchObject({ used: 3n, limit: limited(2n) });
    expect(pick(meters, 'CORES')).toMatchObject({ used: 12n, limit: limited(8n) });
    expect(pick(meters, 'MACHINES')?.reasons[0]).toBe(
      'PER_USER leasing: machines are counted for each user alone; the fullest has 3 of 2, the license 5 in all.',
    );
  });

  it('leased per user is not measured by a part of its machines', async () => {
    const given = {
      license: { maxMachines: 2, maxCores: 8 },
      options: { machines: { count: 3, cores: 12 } },
      policy: { machineLeasingStrategy: 'PER_USER' },
    };
    const some = [rawMachine('m1', 'l', { cores: 4 }, 'ann'), rawMachine('m2', 'l', { cores: 4 }, 'ann')];
    const partly = await metersOf({ ...given, machines: some });
    expect(pick(partly, 'MACHINES')).toMatchObject({ used: null, limit: limited(2n) });
    expect(pick(partly, 'MACHINES')?.reasons[0]).toBe(
      'PER_USER leasing: machines are counted for each user alone; how many the fullest has could not be read.',
    );
    const unread = await metersOf({ ...given, machines: [...some, rawMachine('m3', 'l', { cores: 'many' })] });
    expect(pick(unread, 'MACHINES')).toMatchObject({ used: 2n });
    expect(pick(unread, 'CORES')).toMatchObject({ used: null });
  });

  it('without sums of its own is measured by its machines, unless one of them cannot be read', async () => {
    const given = { license: { maxCores: 8 }, options: { machines: { count: 2, cores: null } } };
    const cores = async (of: unknown) => {
      const machines = [rawMachine('m1', 'l', { cores: 3 }), rawMachine('m2', 'l', { cores: of })];
      return pick(await metersOf({ ...given, machines }), 'CORES')?.used;
    };
    expect(await cores(4)).toBe(7n);
    expect(await cores(null)).toBe(3n);
    expect(await cores('many')).toBeNull();
  });

  it('does not count processes per user when one runs on a machine that was not seen', async () => {
    const meters = await metersOf({
      license: { maxProcesses: 5 },
      policy: { processLeasingStrategy: 'PER_USER' },
      machines: [rawMachine('m1', 'l', {}, 'ann')],
      processes: [rawProcess('p1', 'l', 'm1'), rawProcess('p2', 'l', 'hidden')],
    });
    expect(pick(meters, 'PROCESSES')).toMatchObject({ used: null, limit: limited(5n) });
  });

  it('counts its processes per machine, per license or per user, as leased', async () => {
    const machines = [rawMachine('m1', 'l', {}, 'ann'), rawMachine('m2', 'l', {}, 'ann'), rawMachine('m3', 'l')];
    const processes = ['m1', 'm1', 'm1', 'm2', 'm2', 'm3'].map((machine, at) => rawProcess(`p${at}`, 'l', machine));
    const used = async (processLeasingStrategy: string | null) => {
      const policy = { processLeasingStrategy };
      const meter = pick(await metersOf({ license: { maxProcesses: 5 }, policy, machines, processes }), 'PROCESSES');
      return meter?.used;
    };
    expect(await used('PER_MACHINE')).toBe(3n);
    expect(await used('PER_LICENSE')).toBe(6n);
    expect(await used('PER_USER')).toBe(5n);
    expect(await used(null)).toBe(3n);
    expect(await used('PER_GALAXY')).toBe(3n);
  });

  it('takes the machine nearest to its own limit of processes', async () => {
    const meters = await metersOf({
      license: { maxProcesses: 10 },
      machines: [rawMachine('m1', 'l'), rawMachine('m2', 'l', { maxProcesses: 2 })],
      processes: ['m1', 'm1', 'm1', 'm2', 'm2'].map((machine, at) => rawProcess(`p${at}`, 'l', machine)),
    });
    expect(pick(meters, 'PROCESSES')).toMatchObject({ used: 2n, limit: limited(2n) });
  });

  it('with numbers that cannot be read keeps its row, its limit unknown and its use null', async () => {
    const { meters, licenses, findings } = await readLists({
      licenses: [
        rawLicense('l', { maxMachines: 'lots', uses: 1.5, maxUsers: 3_000_000_000 }, { machines: { count: -1 } }),
      ],
      policies: [rawPolicy()],
    });
    expect(licenses[0]).toMatchObject({
      maxMachines: null,
      uses: 0n,
      maxUsers: null,
      vendorFields: { maxMachines: 'lots' },
    });
    expect(pick(meters, 'MACHINES')).toMatchObject({ used: null, limit: { kind: 'unknown' } });
    expect(pick(meters, 'USERS')).toMatchObject({ limit: { kind: 'unknown' } });
    expect(pick(meters, 'USES')).toMatchObject({ used: null });
    expect(findings).toMatchObject([
      {
        category: 'BAD_ROW',
        vendorId: 'l',
        description: expect.stringContaining('maxMachines, maxUsers, uses, machines.count'),
      },
    ]);
  });

  it('with more machines than an Int holds shows them in its quota alone', async () => {
    const { meters, licenses } = await readLists({
      licenses: [rawLicense('l', {}, { machines: { count: 3_000_000_000 } })],
      policies: [rawPolicy()],
    });
    expect(pick(meters, 'MACHINES')?.used).toBe(3_000_000_000n);
    expect(licenses[0]).toMatchObject({ machineCount: null, userCount: 0 });
  });

  it('without a word on whether it is node-locked has no limit of machines that is known', async () => {
    const meters = await metersOf({ license: { floating: 'maybe' }, policy: { floating: null } });
    expect(pick(meters, 'MACHINES')?.limit).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining('node-locked cannot be read'),
    });
    const own = await metersOf({ license: { floating: 'maybe', maxMachines: 3 }, policy: { floating: null } });
    expect(pick(own, 'MACHINES')?.limit).toEqual(limited(3n));
  });

  it('reads numbers that come as strings, and null uses as none', async () => {
    const meters = await metersOf({ license: { maxMachines: '7', maxUses: '9007199254740993', uses: null } });
    expect(pick(meters, 'MACHINES')?.limit).toEqual(limited(7n));
    expect(pick(meters, 'USES')).toMatchObject({ used: 0n, limit: limited(9_007_199_254_740_993n) });
  });
});

describe('A group', () => {
  const group = (id: string) => ({ group: { data: { type: 'groups', id } } });

  it('is measured by the licenses, machines and users that name it', async () => {
    const { meters, groups } = await readLists({
      groups: [rawGroup('g', { maxLicenses: 1, maxMachines: 5 }), rawGroup('empty')],
      licenses: [rawLicense('l1', {}, { group: 'g' }), rawLicense('l2', {}, { group: 'g' }), rawLicense('l3')],
      machines: [{ ...rawMachine('m', 'l1'), relationships: group('g') }],
      users: [{ id: 'ann', type: 'users', attributes: { email: 'ann@example.com' }, relationships: group('g') }],
    });
    const of = (id: string) =>
      meters
        .filter(({ subjectId }) => subjectId === `Group:keygen:${id}`)
        .map(({ dimension, used, limit }) => [dimension, used, limit]);
    expect(of('g')).toEqual([
      ['LICENSES', 2n, limited(1n)],
      ['MACHINES', 1n, limited(5n)],
      ['USERS', 1n, { kind: 'unlimited' }],
    ]);
    expect(meters.filter(({ subjectId }) => subjectId === 'Group:keygen:g').map(({ reasons }) => reasons)).toEqual([
      ['2 of 1 licenses name this group.', 'A group allows no overage: above 1, more licenses are refused.'],
      ['1 of 5 machines name this group.', 'A group allows no overage: above 5, more machines are refused.'],
      ['1 users name this group; no limit is set.'],
    ]);
    expect(of('empty').map(([, used]) => used)).toEqual([0n, 0n, 0n]);
    expect(groups[0]).toMatchObject({ typeName: 'KeygenGroup', name: 'Group g', maxLicenses: 1, maxUsers: null });
  });

  it('keeps nothing of its users but their number', async () => {
    const snapshot = await readLists({
      groups: [rawGroup('g')],
      users: [{ id: 'ann', type: 'users', attributes: { email: 'ann@example.com' }, relationships: group('g') }],
    });
    expect(JSON.stringify(snapshot, (_, value) => (typeof value === 'bigint' ? `${value}` : value))).not.toContain(
      'ann',
    );
  });
});
