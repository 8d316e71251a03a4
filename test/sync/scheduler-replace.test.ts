/** Sources and policy are replaced while the scheduler runs: what is the same goes on, what is not begins anew. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createScheduler, type ScheduledSource, type Scheduler } from '../../src/sync/scheduler.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { systemTimers } from '../../src/sync/timers.js';
import { pausableRepo } from '../support/pausable-repo.js';
import { thingsOf } from '../support/snapshots.js';
import { embedded, type TestStore } from '../support/stores.js';

const clock = { now: () => new Date('2026-01-01T00:00:00Z') };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };

let store: TestStore;
let repo: Repo;
let scheduler: Scheduler;
beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
});
afterEach(async () => {
  await scheduler.stop();
  await repo.close();
  await store.remove();
});

function fake(name: string, isPolled = true) {
  const self = { reads: 0, isClosed: false, read: undefined as (() => void) | undefined };
  const wasRead = new Promise<void>((done) => {
    self.read = done;
  });
  const source: ScheduledSource = {
    name,
    kind: 'fake',
    isPolled,
    syncIntervalMs: 3_600_000,
    deadlineMs: 600_000,
    commands: {},
    connection: {
      async read(): Promise<Snapshot> {
        self.reads++;
        self.read?.();
        const { id, pool, meter } = thingsOf(name);
        const [pools, meters] = [[pool('p')], [meter(id('Pool', 'p'), 50n, 100n)]];
        return { ...emptySnapshot(clock.now()), pools, meters };
      },
      async close() {
        self.isClosed = true;
      },
    },
  };
  return { self, source, wasRead };
}

function startWith(...sources: readonly ScheduledSource[]) {
  scheduler = createScheduler({ repo, policy, clock, logger: silentLogger }, sources);
  scheduler.start();
}

const quotasOf = async (name: string) => visibleDocs(repo, await stateOf(repo, { name, kind: 'fake' }), 'quotas');

it('leaves alone what is the same, connects anew what is another, and forgets nothing of what is gone', async () => {
  const [same, gone, old, fresh] = [fake('same'), fake('gone'), fake('changed'), fake('changed')];
  startWith(same.source, gone.source, old.source);
  await Promise.all(['same', 'gone', 'changed'].map((name) => scheduler.refresh(name)));
  const before = await quotasOf('gone');
  await scheduler.replace([same.source, fresh.source], policy);
  await fresh.wasRead;
  expect([same.self.isClosed, gone.self.isClosed, old.self.isClosed]).toEqual([false, true, true]);
  expect(same.self.reads).toBe(1);
  await expect(scheduler.refresh('gone')).rejects.toThrow('there is no source "gone"');
  expect(before.length).toBeGreaterThan(0);
  expect(await quotasOf('gone')).toEqual(before);
});

it('goes on from what is stored when a source comes back', async () => {
  const [first, again] = [fake('s'), fake('s')];
  startWith(first.source);
  const { revision } = await scheduler.refresh('s');
  await scheduler.replace([], policy);
  await scheduler.replace([again.source], policy);
  expect((await scheduler.refresh('s')).revision).toBe(revision);
});

it('evaluates again by another policy, at once and without asking the vendor', async () => {
  const one = fake('s');
  startWith(one.source);
  await scheduler.refresh('s');
  const states = async () => (await quotasOf('s')).map((quota) => quota.state);
  const before = await states();
  await scheduler.replace([one.source], { ...policy, warning: 0.3, critical: 0.4 });
  expect(before).toEqual(['OK']);
  await expect.poll(states, { timeout: 20_000 }).toEqual(['CRITICAL']);
  expect(one.self.reads).toBe(1);
});

it('evaluates by another policy once the store is back, where it was away as the policy came', async () => {
  const { repo: failing, failNext } = pausableRepo(repo);
  const imported = fake('s', false);
  const timers = { ...systemTimers, after: (ms: number, job: () => void) => systemTimers.after(Math.min(ms, 10), job) };
  scheduler = createScheduler({ repo: failing, policy, clock, logger: silentLogger, timers }, [imported.source]);
  scheduler.start();
  await scheduler.refresh('s');
  const states = async () => (await quotasOf('s')).map((quota) => quota.state);
  failNext('get sources', 3);
  await scheduler.replace([imported.source], { ...policy, warning: 0.3, critical: 0.4 });
  await expect.poll(states, { timeout: 20_000 }).toEqual(['CRITICAL']);
  // And once more, where what fails is the writing of it.
  failNext('insertMany quotas', 2);
  await scheduler.replace([imported.source], policy);
  await expect.poll(states, { timeout: 20_000 }).toEqual(['OK']);
});

it('evaluates what was imported by the policy that it is started with, once', async () => {
  const stricter = { ...policy, warning: 0.3, critical: 0.4 };
  const states = async () => (await quotasOf('s')).map((quota) => quota.state);
  startWith(fake('s', false).source);
  await scheduler.refresh('s');
  await scheduler.stop();
  const revisions: number[] = [];
  for (let start = 0; start < 2; start++) {
    scheduler = createScheduler({ repo, policy: stricter, clock, logger: silentLogger }, [fake('s', false).source]);
    scheduler.start();
    await expect.poll(states, { timeout: 20_000 }).toEqual(['CRITICAL']);
    await scheduler.stop();
    revisions.push((await stateOf(repo, { name: 's', kind: 'fake' })).revision);
  }
  expect(revisions[1]).toBe(revisions[0]);
});

it('has stopped only when what was replaced before has stopped, too', async () => {
  const [old, fresh] = [fake('s'), fake('s')];
  startWith(old.source);
  await scheduler.refresh('s');
  let finish = () => {};
  const long = scheduler.perform('s', () => new Promise<void>((resolve) => (finish = resolve)));
  await new Promise(setImmediate);
  const replaced = scheduler.replace([fresh.source], policy);
  let isStopped = false;
  const stopped = scheduler.stop().then(() => {
    isStopped = true;
  });
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
  expect([isStopped, old.self.isClosed]).toEqual([false, false]);
  finish();
  await Promise.all([long, replaced, stopped]);
  expect([old.self.isClosed, fresh.self.reads]).toEqual([true, 0]);
});

it('never reads a source that is imported, and counts it as tried', async () => {
  const imported = fake('s', false);
  startWith(imported.source);
  await expect.poll(() => scheduler.untried(), { timeout: 20_000 }).toEqual([]);
  expect(imported.self.reads).toBe(0);
});
