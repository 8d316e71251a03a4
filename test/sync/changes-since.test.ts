/** What is stored of a Keygen account after reads of its changes alone, against reads of everything. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { type RunningKeygenEmulator, startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { keygenSource } from '../../src/sources/keygen/index.js';
import type { SourceConnection } from '../../src/sources/source.js';
import { entityCollections } from '../../src/store/collections.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createKnownRead } from '../../src/sync/known-read.js';
import { reevaluateSource } from '../../src/sync/reevaluate.js';
import { createRenewals } from '../../src/sync/renewals.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { createWriteTurns } from '../../src/sync/write-turns.js';
import { embedded, type TestStore } from '../support/stores.js';

const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [30, 7] };
const START = Date.UTC(2026, 5, 30, 12);
/** Three pages, and more than have their entitlements read. */
const LICENSES = 260;
const signal = new AbortController().signal;

let now: Date;
const clock = { now: () => now };
let emulator: RunningKeygenEmulator;

/** One store that is kept up to date, and how. */
async function keeper(kind: 'by its changes' | 'by reads of everything') {
  const store: TestStore = await embedded();
  const repo: Repo = await openRepo(store.config);
  const connection: SourceConnection = keygenSource.connect(
    {
      ...{ name: 'keygen', kind: 'keygen', url: emulator.url, auth: { token: 'admin-demo' }, tls: {} },
      ...{ syncIntervalMs: 900_000, timeoutMs: 20_000 },
      settings: { account: 'demo', webhookPublicKey: null, webhookUrl: null },
    },
    { clock, logger: silentLogger },
  );
  const told = { changes: 0, everything: 0 };
  const source = {
    name: 'keygen',
    kind: 'keygen',
    ownRules: keygenSource.evaluateLicense?.bind(keygenSource),
    connection: {
      ...connection,
      read(...args: Parameters<SourceConnection['read']>) {
        told.everything++;
        return connection.read(...args);
      },
      async readChanges(...args: Parameters<NonNullable<SourceConnection['readChanges']>>) {
        const changes = (await connection.readChanges?.(...args)) ?? null;
        if (changes !== null) told.changes++;
        return changes;
      },
    },
  };
  const deps = { repo, policy, clock, logger: silentLogger };
  const inTurn = createWriteTurns({ repo, source });
  const lasting = createKnownRead();
  const renewals = createRenewals(deps, source, { inTurn, stopping: signal });
  return {
    told,
    async sync() {
      const known = kind === 'by its changes' ? lasting : createKnownRead();
      await syncSource(deps, source, signal, { inTurn, known });
      // As the runner does at the next moment that the clock brings.
      await inTurn((turn) => reevaluateSource(deps, source, turn));
    },
    renew: (id: string) => renewals.read([id]),
    async shown() {
      const state = await stateOf(repo, source);
      const { tally, changesAt, status, lastError, lastSyncedAt, rules, version, vendorFields } = state;
      const docs: Record<string, unknown> = {};
      for (const collection of entityCollections) {
        const all = await visibleDocs(repo, state, collection);
        docs[collection] = all.map(({ _id, from, until, ...doc }) => doc).sort(byId);
      }
      const history: unknown[] = [];
      for (const hourly of [true, false]) {
        for await (const some of repo.scan('history', { source: 'keygen', hourly })) history.push(...some);
      }
      return {
        state: { tally, changesAt, status, lastError, lastSyncedAt, rules, version, vendorFields },
        docs,
        history: (history as { _id: string }[]).sort((a, b) => a._id.localeCompare(b._id)),
      };
    },
    async close() {
      await connection.close();
      await repo.close();
      await store.remove();
    },
  };
}

function byId(a: { readonly id?: unknown }, b: { readonly id?: unknown }): number {
  return String(a.id).localeCompare(String(b.id));
}

type Step = {
  readonly what: keyof typeof changes;
  readonly place: number;
  readonly other: number;
  readonly minutes: number;
};

const at = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
const fresh = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let made = 0;

/** What can happen to an account between two reads. */
const changes = {
  nothing() {},
  rename({ place, other }: Step) {
    const { id } = at(emulator.state.licenses.all(), place);
    emulator.state.licenses.update(id, { name: `Renamed ${other}`, updated: now });
  },
  suspend({ place }: Step) {
    const { id, suspended } = at(emulator.state.licenses.all(), place);
    emulator.state.licenses.update(id, { suspended: !suspended });
  },
  expireSoon({ place, other }: Step) {
    const { id } = at(emulator.state.licenses.all(), place);
    emulator.state.licenses.update(id, { expiry: new Date(now.getTime() + (other % 200) * 60_000) });
  },
  moveToGroup({ place, other }: Step) {
    const { id } = at(emulator.state.licenses.all(), place);
    emulator.state.licenses.update(id, { groupId: at(emulator.state.groups.all(), other).id });
  },
  remove({ place }: Step) {
    const { id } = at(emulator.state.licenses.all(), place);
    for (const machine of [...emulator.state.machines.all()].filter(({ licenseId }) => licenseId === id)) {
      emulator.state.machines.remove(machine.id);
    }
    emulator.state.licenses.remove(id);
  },
  add({ place }: Step) {
    const like = at(emulator.state.licenses.all(), place);
    const id = fresh(++made);
    emulator.state.licenses.insert({ ...like, id, name: `New ${made}`, key: `KEY-${made}`, created: now });
  },
  activate({ place }: Step) {
    const like = at(emulator.state.machines.all(), place);
    const id = fresh(++made);
    emulator.state.machines.insert({ ...like, id, fingerprint: `fp-${made}`, created: now });
  },
  deactivate({ place }: Step) {
    emulator.state.machines.remove(at(emulator.state.machines.all(), place).id);
  },
  moveUser({ place, other }: Step) {
    const { id } = at(emulator.state.users.all(), place);
    emulator.state.users.update(id, { groupId: at(emulator.state.groups.all(), other).id });
  },
  changePolicy({ place, other }: Step) {
    const { id } = at(emulator.state.policies.all(), place);
    emulator.state.policies.update(id, { maxMachines: 1 + (other % 5) });
  },
};

const step = fc.record({
  what: fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])),
  place: fc.nat(5_000),
  other: fc.nat(5_000),
  minutes: fc.constantFrom(0, 15, 15, 15, 300, 1_000),
});

describe('a Keygen account read by its changes', () => {
  beforeEach(async () => {
    now = new Date(START);
    emulator = await startKeygenEmulator({ scenario: 'fleet', licenses: LICENSES, clock });
  });
  afterEach(() => emulator.close());

  it('is stored as it is when everything is read each time, whatever happens to it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 5 }),
        fc.nat(300),
        async (rounds, who) => {
          const [own, whole] = [await keeper('by its changes'), await keeper('by reads of everything')];
          try {
            const both = async (each: (one: typeof own) => Promise<unknown>) => {
              for (const one of [own, whole]) await each(one);
            };
            await both((one) => one.sync());
            for (const steps of rounds) {
              for (const each of steps) {
                changes[each.what](each);
                now = new Date(now.getTime() + each.minutes * 60_000);
              }
              if (steps.length === 2) await both((one) => one.renew(at(emulator.state.licenses.all(), who).id));
              await both((one) => one.sync());
              expect(await own.shown()).toEqual(await whole.shown());
            }
          } finally {
            await own.close();
            await whole.close();
          }
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 6) },
    );
  });

  it('keeps or forgets what was said of a license that is gone, as a read of everything does', async () => {
    const [own, whole] = [await keeper('by its changes'), await keeper('by reads of everything')];
    for (const one of [own, whole]) await one.sync();
    const { docs } = await own.shown();
    const said = (docs.messages as { readonly licenseId: string | null }[]).find(({ licenseId }) => licenseId !== null);
    const vendorId = said?.licenseId?.split(':').at(-1) ?? '';
    for (const { id } of [...emulator.state.machines.by('license', vendorId)]) emulator.state.machines.remove(id);
    emulator.state.licenses.remove(vendorId);
    for (const one of [own, whole]) await one.sync();
    expect(await own.shown()).toEqual(await whole.shown());
    for (const one of [own, whole]) await one.close();
  });

  it('is read by its changes while few of it change, and as a whole when a policy or many do', async () => {
    const own = await keeper('by its changes');
    const told = async (steps: readonly Partial<Step>[]) => {
      const before = { ...own.told };
      for (const each of steps)
        changes[each.what ?? 'nothing']({ what: 'nothing', place: 0, other: 1, minutes: 0, ...each });
      await own.sync();
      return { changes: own.told.changes - before.changes, everything: own.told.everything - before.everything };
    };
    await own.sync();
    expect(await told([])).toEqual({ changes: 1, everything: 0 });
    for (const what of ['rename', 'remove', 'add', 'activate', 'deactivate', 'moveToGroup'] as const) {
      expect(await told([{ what, place: 40 }]), what).toEqual({ changes: 1, everything: 0 });
    }
    expect(await told([{ what: 'changePolicy' }])).toEqual({ changes: 0, everything: 1 });
    expect(await told(Array.from({ length: 60 }, (_, place) => ({ what: 'rename', place, other: 7 })))).toEqual({
      changes: 0,
      everything: 1,
    });
    expect(await told([])).toEqual({ changes: 1, everything: 0 });
    await own.close();
  });
});
