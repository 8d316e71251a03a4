import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import type { SourceState } from '../../src/domain/source-state.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc, Repo } from '../../src/store/repo.js';
import { reevaluateSource } from '../../src/sync/reevaluate.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { type SyncDeps, type SyncedSource, stateOf } from '../../src/sync/synced-source.js';
import { createWriteTurns } from '../../src/sync/write-turns.js';
import { countingRepo } from '../support/counting-repo.js';
import { thingsOf } from '../support/snapshots.js';
import { embedded, type TestStore } from '../support/stores.js';

const s = thingsOf('s');
const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
let now = start;
let store: TestStore;
let repo: Repo;
let says: Partial<Snapshot> | Error;

beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
  now = start;
});
afterEach(async () => {
  await repo.close();
  await store.remove();
});

const clock = { now: () => new Date(now) };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const source = {
  name: 's',
  kind: 'static',
  connection: {
    async read() {
      if (says instanceof Error) throw says;
      return { ...emptySnapshot(clock.now()), ...says };
    },
    async close() {},
  },
};

/** In a turn of its own. */
const reevaluate = (own: SyncDeps, of: SyncedSource): Promise<SourceState> =>
  createWriteTurns({ repo: own.repo, source: of })((turn) => reevaluateSource(own, of, turn));

async function sync(on: Repo = repo): Promise<SourceState> {
  const deps = { repo: on, policy, clock, logger: silentLogger };
  return (await syncSource(deps, source, new AbortController().signal)).state;
}

async function shown(collection: string): Promise<Doc[]> {
  const { revision } = await stateOf(repo, source);
  const docs: Doc[] = [];
  for await (const chunk of repo.scan(collection, { source: 's', from: { lte: revision }, until: { gt: revision } }))
    docs.push(...chunk);
  return docs.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

describe('a sync', () => {
  it('writes only what changed: new, altered and gone things, each once', async () => {
    says = { licenses: [s.license('a'), s.license('b'), s.license('c')] };
    expect(await sync()).toMatchObject({ status: 'OK', revision: 1, tally: { total: { licenses: 3 } } });

    const counting = countingRepo(repo);
    says = { licenses: [s.license('a'), s.license('b', { name: 'new name' }), s.license('d')] };
    expect(await sync(counting.repo)).toMatchObject({ revision: 2, tally: { total: { licenses: 3 } } });
    // Whatever was read: the ticket of the read, and in history that the source was read.
    const read = { 'bump leases': 1, 'replaceMany history': 1 };
    expect(counting.written).toEqual({ 'insertMany licenses': 2, 'patchMany licenses': 2, ...read });
    expect((await shown('licenses')).map((doc) => [doc.id, doc.name])).toEqual([
      ['License:s:a', null],
      ['License:s:b', 'new name'],
      ['License:s:d', null],
    ]);
  });

  it('keeps what an operation under way may still be reading, and clears it away when none can be', async () => {
    const versions = async () => {
      const ids: string[] = [];
      for await (const chunk of repo.scan('licenses', { source: 's', from: { gte: 0 } }))
        ids.push(...chunk.map((doc) => doc._id));
      return ids.sort();
    };
    for (const name of ['one', 'two', 'three']) {
      says = { licenses: [s.license('a', { name })] };
      await sync();
    }
    expect(await versions()).toEqual(['License:s:a@1', 'License:s:a@2', 'License:s:a@3']);
    now += 121_000;
    says = { licenses: [s.license('a', { name: 'four' })] };
    await sync();
    expect(await versions()).toEqual(['License:s:a@3', 'License:s:a@4']);
  });

  it('leaves the revision alone when nothing changed, and says when it looked', async () => {
    says = { licenses: [s.license('a')] };
    await sync();
    now += 60_000;
    expect(await sync()).toMatchObject({ revision: 1, lastSyncedAt: new Date(now) });
  });

  it('stores one of two things of the same id rather than nothing', async () => {
    says = { licenses: [s.license('a', { name: 'first' }), s.license('a', { name: 'second' })] };
    await sync();
    expect((await shown('licenses')).map((doc) => doc.name)).toEqual(['first']);
  });

  it('tells of a part that was refused, under status OK', async () => {
    says = { gaps: [{ part: 'peers', code: 'HTTP_403', message: 'the vendor refused access' }] };
    expect(await sync()).toMatchObject({
      status: 'OK',
      lastError: { code: 'HTTP_403', message: 'peers: the vendor refused access' },
    });
  });
});

describe('messages of the vendor', () => {
  const message = {
    ...s.pool('m'),
    id: s.id('Message', 'm'),
    typeName: 'Message',
    category: 'pool_over_quota',
    severity: 'WARN' as const,
    description: 'over',
    createdAt: null,
    about: {},
  };

  it('are cleared when it shows them no more, and left alone when it did not say', async () => {
    says = { messages: [message] };
    await sync();
    says = { messages: null };
    await sync();
    expect(await shown('messages')).toMatchObject([{ active: true, createdAt: new Date(start) }]);
    says = { messages: [] };
    await sync();
    expect(await shown('messages')).toMatchObject([{ active: false }]);
  });
});

describe('a failed sync', () => {
  it('keeps the last snapshot, says why, and raises one message however often it fails', async () => {
    says = { licenses: [s.license('a')] };
    await sync();
    says = new SourceFailure('TIMEOUT', 'TIMEOUT', 'no answer');
    for (let i = 0; i < 3; i++) {
      now += 60_000;
      expect(await sync()).toMatchObject({
        status: 'TIMEOUT',
        lastError: { code: 'TIMEOUT' },
        lastSyncedAt: new Date(start),
        lastAttemptAt: new Date(now),
      });
    }
    expect(await shown('licenses')).toHaveLength(1);
    expect(await shown('messages')).toMatchObject([
      { category: 'SOURCE_FAILING', active: true, createdAt: new Date(start + 60_000) },
    ]);
    says = { licenses: [s.license('a')] };
    expect(await sync()).toMatchObject({ status: 'OK', lastError: null, tally: { messages: {} } });
    expect(await shown('messages')).toMatchObject([
      { category: 'SOURCE_FAILING', active: false, clearedAt: new Date(now) },
    ]);
  });

  it('is a failure of the source as well when the fault is ours', async () => {
    says = new TypeError('cannot read properties of undefined');
    expect(await sync()).toMatchObject({ status: 'BAD_RESPONSE', lastError: { code: 'UNEXPECTED' } });
  });
});

describe('the clock alone', () => {
  it('changes a status through the same path and bumps the revision, with the vendor out of reach', async () => {
    const expiresAt = new Date(start + 40 * DAY);
    says = {
      licenses: [s.license('a', { expiresAt }), s.license('b')],
      meters: [s.meter(s.id('License', 'a'), 1n, 2n)],
    };
    const synced = await sync();
    expect(synced.changesAt).toEqual(new Date(start + 10 * DAY));

    now = start + 10 * DAY;
    const counting = countingRepo(repo);
    const deps = { repo: counting.repo, policy, clock, logger: silentLogger };
    const expiring = await reevaluate(deps, source);
    expect(expiring).toMatchObject({
      revision: 2,
      changesAt: expiresAt,
      lastSyncedAt: new Date(start),
      tally: { licenses: { EXPIRING: 1, ACTIVE: 1 } },
    });
    expect(counting.written).toEqual({ 'insertMany licenses': 1, 'patchMany licenses': 1 });

    now = expiresAt.getTime();
    expect(await reevaluate(deps, source)).toMatchObject({
      revision: 3,
      changesAt: null,
      tally: { licenses: { EXPIRED: 1, ACTIVE: 1 } },
    });
    expect(await shown('licenses')).toMatchObject([{ status: 'EXPIRED' }, { status: 'ACTIVE' }]);
  });

  it('changes nothing before its time: what was stored evaluates to the very same documents', async () => {
    says = {
      licenses: [
        s.license('a', { expiresAt: new Date(start + 40 * DAY), vendorFields: { deep: { list: [1, 'x', null] } } }),
      ],
      pools: [s.pool('p', { limit: 5n, used: 4n, peerUsages: [{ peerVendorId: 'g', peerId: null, usedBytes: 4n }] })],
      meters: [
        s.meter(s.id('Pool', 'p'), 4n, 5n, {
          resetsAt: new Date(start + DAY),
          overage: { kind: 'factor', numerator: 5n, denominator: 4n },
        }),
      ],
    };
    await sync();
    const counting = countingRepo(repo);
    await reevaluate({ repo: counting.repo, policy, clock, logger: silentLogger }, source);
    expect(counting.written).toEqual({});
  });
});

describe('evaluation', () => {
  /** A source whose own rules note which licenses they are asked about. */
  function watched() {
    const evaluated: string[] = [];
    const ownRules = (license: { readonly vendorId: string | null }) => {
      evaluated.push(license.vendorId ?? '');
      return { fields: {}, changesAt: null };
    };
    const run = async (with_: Partial<typeof policy> = {}) => {
      evaluated.length = 0;
      const deps = { repo, policy: { ...policy, ...with_ }, clock, logger: silentLogger };
      await syncSource(deps, { ...source, ownRules }, new AbortController().signal);
      return evaluated.toSorted();
    };
    const tick = async () => {
      evaluated.length = 0;
      await reevaluate({ repo, policy, clock, logger: silentLogger }, { ...source, ownRules });
      return evaluated.toSorted();
    };
    return { run, tick };
  }

  it('touches only what says something new, what the clock changes, and everything when the policy does', async () => {
    const { run, tick } = watched();
    const expiresAt = new Date(start + 40 * DAY);
    const license = (name: string, fields = {}) => s.license(name, fields);
    says = { licenses: [license('a', { expiresAt }), license('b'), license('c')] };
    expect(await run()).toEqual(['a', 'b', 'c']);
    expect(await run()).toEqual([]);
    says = { licenses: [license('a', { expiresAt }), license('b', { name: 'new' }), license('c')] };
    expect(await run()).toEqual(['b']);
    expect(await tick()).toEqual([]);
    now = start + 10 * DAY;
    expect(await tick()).toEqual(['a']);
    expect(await run()).toEqual([]);
    expect(await run({ expiringDays: 60 })).toEqual(['a', 'b', 'c']);
  });

  it('of a pool follows its quotas, those that only the clock changes included', async () => {
    const resetsAt = new Date(start + DAY);
    const pool = s.pool('p');
    says = { pools: [pool], meters: [s.meter(pool.id, 9n, 10n, { resetsAt })] };
    await sync();
    expect(await shown('pools')).toMatchObject([{ state: 'CRITICAL', ratio: 0.9 }]);
    now = resetsAt.getTime() + 120_000;
    const counting = countingRepo(repo);
    const state = await reevaluate({ repo: counting.repo, policy, clock, logger: silentLogger }, source);
    expect(await shown('pools')).toMatchObject([{ state: 'UNKNOWN', ratio: null }]);
    expect(await shown('quotas')).toMatchObject([{ used: null, resetsAt: new Date(start + 2 * DAY) }]);
    expect(state).toMatchObject({ tally: { quotas: { UNKNOWN: 1 } }, changesAt: new Date(start + 2 * DAY) });
    expect(counting.written).toMatchObject({ 'insertMany pools': 1, 'insertMany quotas': 1 });
  });
});

it('forgets what a source of another kind left under the same name', async () => {
  says = { licenses: [s.license('a')] };
  await sync();
  const other = { name: 's', kind: 'other' };
  await createWriteTurns({ repo, source: other })(async () => {});
  expect(await repo.get('sources', 's')).toMatchObject({
    kind: 'other',
    status: 'PENDING',
    revision: 0,
    writing: null,
  });
  const left: Doc[] = [];
  for await (const chunk of repo.scan('licenses', { source: 's' })) left.push(...chunk);
  expect(left).toEqual([]);
});
