import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type LicensesPart, type Snapshot } from '../../src/domain/snapshot.js';
import type { SourceState, Tally } from '../../src/domain/source-state.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { storeLicenses } from '../../src/sync/store-licenses.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { createWriteTurns } from '../../src/sync/write-turns.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { thingsOf } from '../support/snapshots.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const things = thingsOf('s');
const clock = { now: () => new Date(Date.UTC(2026, 0, 1)) };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const signal = new AbortController().signal;
const A = things.id('License', 'a');
const B = things.id('License', 'b');

const license = (id: string, fields: Parameters<typeof things.license>[1] = {}) =>
  things.license(id, { typeName: 'KeygenLicense', ...fields });
const machine = (id: string, licenseId: string) => things.target(id, { typeName: 'KeygenMachine', licenseId });
const machines = (subjectId: string, used: bigint, limit = 10n) =>
  things.meter(subjectId, used, limit, { dimension: 'MACHINES', measure: 'GAUGE', enforcement: 'HARD' });

const everything = {
  licenses: [license('a'), license('b')],
  targets: [machine('a1', A), machine('b1', B)],
  meters: [machines(A, 1n), machines(B, 1n)],
};

describe.each(storeKinds)('some licenses read anew, on $name', ({ skipped, make }) => {
  let store: TestStore;
  let inner: Repo;
  let counting: CountingRepo;
  let says: Partial<Snapshot>;
  const source = {
    name: 's',
    kind: 'static',
    connection: { read: async () => ({ ...emptySnapshot(clock.now()), ...says }), close: async () => {} },
  };
  const deps = () => ({ repo: counting.repo, policy, clock, logger: silentLogger });

  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    inner = await openRepo(store.config);
    counting = countingRepo(inner);
    says = everything;
    await syncSource(deps(), source, signal);
    counting.reset();
  });
  afterEach(async () => {
    if (skipped) return;
    await inner.close();
    await store.remove();
  });

  const renew = async (part: LicensesPart): Promise<SourceState> =>
    createWriteTurns({ repo: counting.repo, source })((turn) => storeLicenses(deps(), source, turn, part));
  const shown = async (state: SourceState, collection: string) =>
    (await visibleDocs(inner, state, collection)).map(({ id }) => String(id)).sort();

  /** What the tally must be, counted anew. */
  async function recounted(state: SourceState): Promise<Pick<Tally, 'total' | 'licenses' | 'quotas' | 'messages'>> {
    const count = (words: readonly unknown[]) => {
      const counts: Record<string, number> = {};
      for (const word of words) counts[String(word)] = (counts[String(word)] ?? 0) + 1;
      return counts;
    };
    const docs = async (collection: string) => visibleDocs(inner, state, collection);
    const total: Record<string, number> = {};
    for (const collection of Object.keys(state.tally.total)) total[collection] = (await docs(collection)).length;
    return {
      total,
      licenses: count((await docs('licenses')).map(({ status }) => status)),
      quotas: count((await docs('quotas')).map((doc) => doc.state)),
      messages: count((await docs('messages')).filter(({ active }) => active).map(({ severity }) => severity)),
    };
  }

  it.skipIf(skipped)('change these, their quotas, machines and messages, and nothing else', async () => {
    const part = {
      licenseIds: [A],
      licenses: [license('a', { name: 'new' })],
      targets: [machine('a1', A), machine('a2', A)],
      meters: [machines(A, 10n)],
    };
    const state = await renew(part);
    expect(counting.written).toMatchObject({
      'insertMany licenses': 1,
      'insertMany quotas': 1,
      'insertMany targets': 1,
      'insertMany messages': 1,
    });
    const [stored] = await visibleDocs(inner, state, 'licenses', { id: A });
    expect(stored).toMatchObject({ name: 'new', status: 'ACTIVE' });
    expect(await shown(state, 'targets')).toEqual(['Target:s:a1', 'Target:s:a2', 'Target:s:b1']);
    const [message] = await visibleDocs(inner, state, 'messages');
    expect(message).toMatchObject({ category: 'QUOTA_CRITICAL', subjectId: A, active: true });
    expect(state.tally).toMatchObject(await recounted(state));
    expect(state.lastSyncedAt).toEqual((await stateOf(inner, source)).lastSyncedAt);

    // A read of everything that finds the same has nothing to write.
    says = {
      licenses: [...part.licenses, license('b')],
      targets: [...part.targets, machine('b1', B)],
      meters: [...part.meters, machines(B, 1n)],
    };
    counting.reset();
    const { state: next } = await syncSource(deps(), source, signal);
    expect(next.revision).toBe(state.revision);
  });

  it.skipIf(skipped)('write nothing when nothing has changed', async () => {
    const before = await stateOf(inner, source);
    const same = { licenseIds: [A], licenses: [license('a')], targets: [machine('a1', A)], meters: [machines(A, 1n)] };
    expect((await renew(same)).revision).toBe(before.revision);
  });

  it.skipIf(skipped)('take with them what belonged to one that is gone, what was said of it included', async () => {
    says = { ...everything, meters: [machines(A, 10n), machines(B, 10n)] };
    await syncSource(deps(), source, signal);
    const state = await renew({ licenseIds: [A], licenses: [], targets: [], meters: [] });
    expect(await shown(state, 'licenses')).toEqual([B]);
    expect(await shown(state, 'targets')).toEqual(['Target:s:b1']);
    expect(await shown(state, 'quotas')).toEqual(['Quota:s:License.b.MACHINES']);
    const messages = await visibleDocs(inner, state, 'messages');
    expect(messages.map(({ subjectId, active }) => [subjectId, active]).sort()).toEqual([
      [A, false],
      [B, true],
    ]);
    expect(state.tally).toMatchObject(await recounted(state));
  });

  it.skipIf(skipped)('bring one that is new', async () => {
    const id = things.id('License', 'c');
    const state = await renew({ licenseIds: [id], licenses: [license('c')], targets: [], meters: [machines(id, 0n)] });
    expect(await shown(state, 'licenses')).toEqual([A, B, id]);
    expect(state.tally).toMatchObject(await recounted(state));
  });
});
