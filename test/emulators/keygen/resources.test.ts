import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  OVERLAPPING_IDS,
  overlappingState,
  type RunningKeygenEmulator,
  startKeygenEmulator,
} from '../../../src/emulators/keygen/index.js';
import { addMonths, DAY_MS } from '../../../src/emulators/keygen/rules.js';
import { entitlement, machine } from '../../../src/emulators/keygen/scenarios/rows.js';
import type { KeygenState } from '../../../src/emulators/keygen/state.js';
import { ask, ids } from './ask.js';

const NOW = new Date('2026-06-30T12:00:00.000Z');
const POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6065';
const [LICENSE_ID = ''] = OVERLAPPING_IDS;
const MAX_INT64 = 9_223_372_036_854_775_807n;
const GIB = 1_073_741_824n;

let state: KeygenState;
let emulator: RunningKeygenEmulator;
beforeEach(async () => {
  state = overlappingState(NOW);
  emulator = await startKeygenEmulator({ state, clock: { now: () => NOW } });
});
afterEach(() => emulator.close());

const attributes = async () => (await ask(emulator, `licenses/${LICENSE_ID}`)).body.data.attributes;
const status = async () => (await attributes()).status;
const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

describe('a license', () => {
  it('has the limits of its policy where it has none of its own', async () => {
    state.policies.update(POLICY_ID, { maxMachines: 5, maxCores: 16, maxUses: 10, maxMemory: 32n * GIB });
    state.licenses.update(LICENSE_ID, { maxCores: 64 });
    expect(await attributes()).toMatchObject({
      maxMachines: 5,
      maxCores: 64,
      maxUses: 10,
      maxMemory: Number(32n * GIB),
      maxDisk: null,
      maxUsers: null,
      maxProcesses: null,
    });
  });

  it('writes 64-bit limits digit by digit', async () => {
    state.policies.update(POLICY_ID, { maxDisk: MAX_INT64 });
    const reply = await ask(emulator, `licenses/${LICENSE_ID}`);
    expect(reply.text).toContain('"maxDisk":9223372036854775807,');
    expect((await ask(emulator, `policies/${POLICY_ID}`)).text).toContain('"maxDisk":9223372036854775807,');
  });

  it('takes from its policy what is read-only, and being protected where it does not say', async () => {
    state.policies.update(POLICY_ID, { protected: true, strict: true, scheme: 'ED25519_SIGN', requireHeartbeat: true });
    expect(await attributes()).toMatchObject({
      protected: true,
      strict: true,
      floating: true,
      scheme: 'ED25519_SIGN',
      requireHeartbeat: true,
    });
    state.licenses.update(LICENSE_ID, { protected: false });
    expect(await attributes()).toMatchObject({ protected: false });
  });

  it('has no key at all when it is legacy-encrypted, and may have null uses', async () => {
    state.licenses.update(LICENSE_ID, { key: null, uses: null });
    const shown = await attributes();
    expect(shown).not.toHaveProperty('key');
    expect(shown.uses).toBeNull();
    expect((await ask(emulator, 'licenses/OVERLAP-1')).status).toBe(404);
  });

  it('is found by a signed key of thousands of characters, slashes included', async () => {
    const key = `key/${'abc+/='.repeat(700)}.signature`;
    state.licenses.update(LICENSE_ID, { key });
    expect((await ask(emulator, `licenses/${encodeURIComponent(key)}`)).body.data.id).toBe(LICENSE_ID);
  });

  it('sums its machines, and counts those that say nothing as nothing', async () => {
    const created = NOW;
    const given = { created, licenseId: LICENSE_ID };
    state.machines.insert(
      machine({ ...given, id: 'm1', fingerprint: 'a', cores: 8, memory: 16n * GIB, disk: MAX_INT64 }),
    );
    state.machines.insert(machine({ ...given, id: 'm2', fingerprint: 'b', cores: 4, memory: 8n * GIB }));
    state.machines.insert(machine({ ...given, id: 'm3', fingerprint: 'c' }));
    const reply = await ask(emulator, `licenses/${LICENSE_ID}`);
    expect(reply.body.data.relationships.machines.meta).toMatchObject({
      count: 3,
      cores: 12,
      memory: Number(24n * GIB),
    });
    expect(reply.text).toContain('"disk":9223372036854775807');
    state.machines.remove('m1');
    expect((await ask(emulator, `licenses/${LICENSE_ID}`)).body.data.relationships.machines.meta).toEqual({
      count: 2,
      cores: 4,
      memory: Number(8n * GIB),
      disk: 0,
    });
  });

  it("lists its own entitlements and its policy's, each once", async () => {
    for (const code of ['A', 'B', 'C']) {
      state.entitlements.insert(entitlement({ id: code, created: NOW, name: code, code }));
    }
    state.licenses.update(LICENSE_ID, { entitlementIds: ['A', 'B'] });
    state.policies.update(POLICY_ID, { entitlementIds: ['B'] });
    expect(ids(await ask(emulator, `licenses/${LICENSE_ID}/entitlements?order=asc`))).toEqual(['A', 'B']);
    expect(ids(await ask(emulator, 'entitlements'))).toEqual(['C', 'B', 'A']);
  });
});

describe('the status at its bounds', () => {
  it.each([
    ['the very expiry', 0, 'ACTIVE'],
    ['a millisecond after it', -1, 'EXPIRED'],
    ['a millisecond before it', 1, 'EXPIRING'],
    ['a millisecond short of 3 days before it', 3 * DAY_MS - 1, 'EXPIRING'],
    ['3 days before it', 3 * DAY_MS, 'ACTIVE'],
  ])('at %s', async (_, left, word) => {
    state.licenses.update(LICENSE_ID, { expiry: at(left) });
    expect(await status()).toBe(word);
  });

  it.each([
    ['lastValidated', 90 * DAY_MS, 'ACTIVE'],
    ['lastCheckOut', 90 * DAY_MS, 'ACTIVE'],
    ['lastCheckIn', 90 * DAY_MS, 'ACTIVE'],
    ['lastValidated', 90 * DAY_MS + 1, 'INACTIVE'],
  ] as const)('with %s %d ms ago', async (field, ago, word) => {
    const old = state.licenses.remove(LICENSE_ID);
    if (old === undefined) throw new Error('no license');
    state.licenses.insert({ ...old, created: at(-400 * DAY_MS), expiry: null, [field]: at(-ago) });
    expect(await status()).toBe(word);
  });
});

describe('check-ins', () => {
  it('are due a calendar interval after the last, and only where the policy requires them', async () => {
    state.licenses.update(LICENSE_ID, { lastCheckIn: new Date('2026-01-31T10:00:00.000Z') });
    expect((await attributes()).nextCheckIn).toBeNull();
    state.policies.update(POLICY_ID, { requireCheckIn: true, checkInInterval: 'month', checkInIntervalCount: 1 });
    expect((await attributes()).nextCheckIn).toBe('2026-02-28T10:00:00.000Z');
    state.policies.update(POLICY_ID, { checkInInterval: 'week', checkInIntervalCount: 2 });
    expect((await attributes()).nextCheckIn).toBe('2026-02-14T10:00:00.000Z');
    state.licenses.update(LICENSE_ID, { lastCheckIn: null });
    expect((await attributes()).nextCheckIn).toBeNull();
  });

  it('keep the day of the month where the month has it', () => {
    expect(addMonths(new Date('2026-07-19T01:02:03.004Z'), 1).toISOString()).toBe('2026-08-19T01:02:03.004Z');
    expect(addMonths(new Date('2024-02-29T00:00:00.000Z'), 12).toISOString()).toBe('2025-02-28T00:00:00.000Z');
    expect(addMonths(new Date('2026-12-31T00:00:00.000Z'), 2).toISOString()).toBe('2027-02-28T00:00:00.000Z');
  });
});

it("shows a machine's heartbeat by its policy's duration", async () => {
  state.policies.update(POLICY_ID, { heartbeatDuration: 3600, maxProcesses: 4 });
  state.machines.insert(machine({ id: 'm1', created: NOW, fingerprint: 'a', licenseId: LICENSE_ID }));
  const heartbeat = async () => (await ask(emulator, 'machines/a')).body.data.attributes;
  expect(await heartbeat()).toMatchObject({
    heartbeatStatus: 'NOT_STARTED',
    heartbeatDuration: 3600,
    requireHeartbeat: false,
    nextHeartbeat: null,
    maxProcesses: 4,
  });
  state.machines.update('m1', { lastHeartbeat: at(-3_600_000) });
  expect(await heartbeat()).toMatchObject({ heartbeatStatus: 'ALIVE', requireHeartbeat: true });
  state.machines.update('m1', { lastHeartbeat: at(-3_600_001) });
  expect(await heartbeat()).toMatchObject({ heartbeatStatus: 'DEAD' });
});
