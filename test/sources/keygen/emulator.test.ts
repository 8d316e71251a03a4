/** The connector against the emulated vendor: its sample, a large estate, rows that vanish mid-crawl, throttling, TLS. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/domain/ports.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { type RunningKeygenEmulator, startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import type { SourceTls } from '../../../src/sources/http-tls.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import type { KeygenLicense } from '../../../src/sources/keygen/model.js';
import { keygenVerdict } from '../../../src/sources/keygen/verdict.js';
import { NOW } from './fake-server.js';

async function read(
  emulator: RunningKeygenEmulator,
  over: { account?: string | null; token?: string; tls?: SourceTls } = {},
) {
  const connection = keygenSource.connect(
    {
      name: 'keygen',
      kind: 'keygen',
      url: emulator.url,
      auth: { token: over.token ?? 'admin-demo' },
      tls: over.tls ?? {},
      syncIntervalMs: 900_000,
      timeoutMs: 20_000,
      settings: {
        account: over.account === undefined ? 'demo' : over.account,
        webhookPublicKey: null,
        webhookUrl: null,
      },
    },
    { clock: { now: () => NOW }, logger: silentLogger },
  );
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

describe('The emulated sample', () => {
  it('reads whole, with and without an account in the path, and over a pinned certificate', async () => {
    await using sample = disposable(await startKeygenEmulator({ tls: true }));
    const tls = { fingerprint256: sample.fingerprint256 ?? '' };
    const named = await read(sample, { tls });
    const [license] = named.licenses as KeygenLicense[];
    expect(license).toMatchObject({
      id: 'License:keygen:b18e3f3a-330c-4d8d-ae2e-014db21fa827',
      reportedStatus: 'ACTIVE',
      maxCores: 64,
      machineCount: 2,
    });
    expect(named.policies.map(({ id }) => id)).toEqual([license?.policyId]);
    expect(named.targets.map(({ licenseId }) => licenseId)).toEqual([license?.id, license?.id]);
    expect(named.findings).toEqual([]);
    expect(named.gaps).toEqual([]);
    const { licenses } = await read(sample, { tls, account: null });
    expect(licenses).toEqual(named.licenses);
  });

  it('refuses a wrong token and an account that is not there', async () => {
    await using sample = disposable(await startKeygenEmulator());
    await expect(read(sample, { token: 'admin-wrong' })).rejects.toMatchObject({ status: 'AUTH_FAILED' });
    await expect(read(sample, { account: 'nobody' })).rejects.toMatchObject({
      status: expect.stringMatching(/^(BAD_RESPONSE|AUTH_FAILED)$/),
    });
  });

  it('waits out a short throttling, and tells of a long one', async () => {
    await using sample = disposable(await startKeygenEmulator());
    sample.throttle(1, 1);
    expect((await read(sample)).licenses).toHaveLength(1);
    sample.throttle(1_000, 600);
    await expect(read(sample)).rejects.toMatchObject({ status: 'RATE_LIMITED', retryAfterMs: 600_000 });
  });
});

describe('The emulated fleet of 10,000 licenses', () => {
  let fleet: RunningKeygenEmulator;
  let snapshot: Snapshot;
  beforeAll(async () => {
    fleet = await startKeygenEmulator({ scenario: 'fleet', clock: { now: () => NOW } });
    snapshot = await read(fleet);
  });
  afterAll(() => fleet.close());

  it('is read whole and exact', () => {
    const { state } = fleet;
    expect(snapshot.licenses).toHaveLength(10_000);
    expect(new Set(snapshot.licenses.map(({ vendorId }) => vendorId))).toEqual(
      new Set(state.licenses.all().map(({ id }) => id)),
    );
    expect(snapshot.targets).toHaveLength(state.machines.size);
    expect(snapshot.policies).toHaveLength(state.policies.size);
    expect(snapshot.groups).toHaveLength(state.groups.size);
    expect(snapshot.findings).toEqual([]);
  });

  it('took a call for each hundred rows, and none for each license', () => {
    const { licenses, machines, processes, users } = fleet.state;
    const pages = [licenses, machines, processes, users].reduce((sum, { size }) => sum + Math.ceil(size / 100) + 1, 0);
    // Policies, groups and entitlements: a page and a count each.
    expect(fleet.requests.length).toBeLessThanOrEqual(pages + 6);
    expect(snapshot.gaps).toMatchObject([{ part: 'license entitlements' }]);
  });

  it('gets a verdict for every license from nothing but what was read', () => {
    for (const license of snapshot.licenses) {
      const { verdict } = keygenSource.evaluateLicense?.(license, NOW).fields ?? {};
      expect(verdict).toMatchObject({ determinate: true, code: expect.any(String) });
    }
  });

  it('finds banned and suspended licenses where the vendor reports them', () => {
    const code = ({ verdictFacts }: KeygenLicense) => keygenVerdict(verdictFacts, NOW).code;
    const licenses = snapshot.licenses as KeygenLicense[];
    for (const status of ['BANNED', 'SUSPENDED']) {
      const reported = licenses.filter(({ reportedStatus }) => reportedStatus === status);
      expect(reported.length).toBeGreaterThan(0);
      expect(new Set(reported.map(code))).toEqual(new Set([status]));
    }
  });
});

describe('A license that vanishes while an estate is read', () => {
  it('costs no other license', async () => {
    // Every request asks the clock first: so the row of the next cursor, and four before it, go once their page was sent.
    let beforeRequest = (): void => {};
    const clock = {
      now() {
        beforeRequest();
        return NOW;
      },
    };
    await using fleet = disposable(await startKeygenEmulator({ scenario: 'fleet', licenses: 450, clock }));
    const { requests, state } = fleet;
    const ids = state.licenses.all().map(({ id }) => id);
    const pageBefore = `licenses?page%5Bcursor%5D=${ids[99]}`;
    beforeRequest = () => {
      if (state.licenses.size < 450 || !requests.some(({ url }) => url.includes(pageBefore))) return;
      for (const id of ids.slice(195, 200)) {
        for (const { id: machine } of [...state.machines.by('license', id)]) state.machines.remove(machine);
        for (const { id: process } of [...state.processes.by('license', id)]) state.processes.remove(process);
        state.licenses.remove(id);
      }
    };
    const { licenses } = await read(fleet);
    expect(state.licenses.size).toBe(445);
    expect(licenses).toHaveLength(450);
    expect(licenses.at(-1)?.vendorId).toBe(ids.at(-1));
  });
});

function disposable(emulator: RunningKeygenEmulator): RunningKeygenEmulator & AsyncDisposable {
  return { ...emulator, [Symbol.asyncDispose]: () => emulator.close() };
}
