import { describe, expect, it } from 'vitest';
import { startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import { effectiveLimits, licenseStatus, machineTotals, policyOf } from '../../../src/emulators/keygen/rules.js';
import { demoState } from '../../../src/emulators/keygen/scenarios/demo.js';
import { fleetState } from '../../../src/emulators/keygen/scenarios/fleet.js';
import type { KeygenState } from '../../../src/emulators/keygen/state.js';
import { ask } from './ask.js';

const NOW = new Date('2026-06-30T12:34:56.789Z');
const STATUSES = ['ACTIVE', 'BANNED', 'EXPIRED', 'EXPIRING', 'INACTIVE', 'SUSPENDED'];

const statusesOf = (state: KeygenState): readonly string[] =>
  [...new Set(state.licenses.all().map((license) => licenseStatus(state, license, NOW)))].sort();

/** Licenses with more machines than their limit. */
const overMachines = (state: KeygenState): number =>
  state.licenses.all().filter((license) => {
    const { maxMachines } = effectiveLimits(license, policyOf(state, license));
    return maxMachines !== null && machineTotals(state.machines.by('license', license.id)).count > maxMachines;
  }).length;

describe('the scenario fleet', () => {
  it('has ten thousand licenses in every status over twenty policies', () => {
    const state = fleetState(NOW);
    expect(state.licenses.size).toBe(10_000);
    expect(state.policies.size).toBe(20);
    expect(statusesOf(state)).toEqual(STATUSES);
    expect(new Set(state.policies.all().map((policy) => policy.overageStrategy)).size).toBe(5);
    expect(new Set(state.policies.all().map((policy) => policy.expirationStrategy)).size).toBe(4);
    expect(state.groups.size).toBe(40);
    expect(state.users.size).toBe(2_000);
    expect(state.machines.size).toBeGreaterThan(10_000);
    expect(state.processes.size).toBeGreaterThan(500);
    expect(overMachines(state)).toBeGreaterThan(50);
  });

  it('is the same all day long, and another day only moves its dates', () => {
    const dump = (now: Date) => fleetState(now, 300).licenses.all();
    expect(dump(new Date('2026-06-30T00:00:00Z'))).toEqual(dump(NOW));
    const [today] = dump(NOW);
    const [tomorrow] = dump(new Date('2026-07-01T00:00:00Z'));
    expect(tomorrow?.id).toBe(today?.id);
    expect(tomorrow?.created).not.toEqual(today?.created);
  });

  it('is as large as it is asked to be, and every row of it can be shown', async () => {
    const emulator = await startKeygenEmulator({ scenario: 'fleet', licenses: 250, clock: { now: () => NOW } });
    for (const type of [
      'licenses',
      'policies',
      'machines',
      'processes',
      'users',
      'groups',
      'products',
      'entitlements',
    ]) {
      let next: string | null = `${type}?page[cursor]=&page[size]=100`;
      const seen = new Set<string>();
      while (next !== null) {
        const reply = await ask(emulator, next);
        expect(reply.status).toBe(200);
        for (const row of reply.body.data) seen.add(row.id);
        next = reply.body.links.next;
      }
      const counted = await ask(emulator, `${type}?page[number]=1&page[size]=1`);
      expect([type, seen.size]).toEqual([type, counted.body.links.meta.count]);
    }
    expect(emulator.state.licenses.size).toBe(250);
    await emulator.close();
  });
});

describe('the scenario demo', () => {
  it('has a few dozen licenses in every status today, the documentation sample among them', () => {
    const state = demoState(NOW);
    expect(state.licenses.size).toBeGreaterThan(30);
    expect(statusesOf(state)).toEqual(STATUSES);
    const sample = state.licenses.get('b18e3f3a-330c-4d8d-ae2e-014db21fa827');
    expect(sample?.key).toBe('6DFB15-6597FC-B7DBB6-E34DAB-9D77C0-V3');
    expect(sample === undefined ? null : licenseStatus(state, sample, NOW)).toBe('ACTIVE');
    expect(sample?.lastValidated?.toISOString()).toBe('2026-06-29T19:27:50.440Z');
  });

  it('has overage that is allowed and overage that is not, and a group at its limit', () => {
    const state = demoState(NOW);
    const over = state.licenses
      .all()
      .filter((license) => {
        const { maxMachines } = effectiveLimits(license, policyOf(state, license));
        return maxMachines !== null && state.machines.by('license', license.id).length > maxMachines;
      })
      .map((license) => policyOf(state, license).overageStrategy);
    expect(new Set(over)).toEqual(
      new Set(['NO_OVERAGE', 'ALLOW_1_5X_OVERAGE', 'ALLOW_2X_OVERAGE', 'ALWAYS_ALLOW_OVERAGE']),
    );
    const cores = state.licenses
      .all()
      .filter((license) => policyOf(state, license).overageStrategy === 'ALLOW_1_25X_OVERAGE')
      .map((license) => machineTotals(state.machines.by('license', license.id)).cores);
    expect(cores).toEqual(expect.arrayContaining([12, 20, 24]));
    const acme = state.groups.all().find((group) => group.name === 'Acme');
    expect(state.licenses.by('group', acme?.id ?? '').length).toBe(acme?.maxLicenses);
  });

  it('is served', async () => {
    const emulator = await startKeygenEmulator({ scenario: 'demo', clock: { now: () => NOW } });
    const reply = await ask(emulator, 'licenses?limit=100');
    expect(reply.body.data).toHaveLength(emulator.state.licenses.size);
    expect(reply.body.data[0].attributes).toHaveProperty('maxMemory');
    await emulator.close();
  });
});
