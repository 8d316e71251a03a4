import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import type { Repo } from '../../src/store/repo.js';
import { createLeases, LeaseTakenError } from '../../src/sync/leases.js';
import { countingRepo } from '../support/counting-repo.js';
import { type FakedTime, fakedTime } from '../support/faked-time.js';
import { type PausableRepo, pausableRepo } from '../support/pausable-repo.js';
import { type SharedStore, sharedStoreKinds } from '../support/shared-stores.js';

const TIME_MS = 15_000;
const STEP_MS = 1_000;

describe.each(sharedStoreKinds)('a lease, on $name', ({ skipped, make }) => {
  let store: SharedStore;
  let repo: Repo;
  let time: FakedTime;
  let gateways: PausableRepo[];

  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    repo = await store.open();
    gateways = [];
    time = fakedTime(() => gateways.some((each) => each.isBusy()));
  });
  afterEach(async () => {
    if (!skipped) await store.remove();
  });

  /** A gateway that takes part in holding it. */
  async function holder(name: string) {
    const pausable = pausableRepo(await store.open());
    gateways.push(pausable);
    const gained: boolean[] = [];
    const lease = createLeases({ repo: pausable.repo, holder: name, logger: silentLogger, timers: time.timers }).hold(
      'sync:splunk',
      { timeMs: TIME_MS, gained: (isTakenOver) => void gained.push(isTakenOver) },
    );
    return { ...pausable, lease, gained };
  }
  const stored = () => repo.get('leases', 'sync:splunk');

  it.skipIf(skipped)('is held by one of many, and stays with it', async () => {
    const all = [await holder('a'), await holder('b'), await holder('c')];
    await time.pass(60_000, STEP_MS);
    expect(all.filter(({ lease }) => lease.isHeld())).toHaveLength(1);
    expect(all.filter(({ lease }) => lease.isElsewhere())).toHaveLength(2);
    expect(all.flatMap(({ gained }) => gained)).toEqual([false]);
    expect(await stored()).toMatchObject({ fence: 1 });
    await Promise.all(all.map(({ lease }) => lease.release()));
  });

  it.skipIf(skipped)(
    'is taken over from one that stands still, within two of its times, and never held twice',
    async () => {
      const a = await holder('a');
      await time.until(STEP_MS, () => expect(a.lease.isHeld()).toBe(true));
      const b = await holder('b');
      await time.pass(30_000, STEP_MS);
      void a.pauseBefore('get leases');
      const since = time.timers.elapsed();
      await time.until(STEP_MS, () => {
        expect([a, b].filter(({ lease }) => lease.isHeld()).length).toBeLessThan(2);
        expect(b.lease.isHeld()).toBe(true);
      });
      expect(time.timers.elapsed() - since).toBeLessThanOrEqual(2 * TIME_MS);
      expect([b.gained, await stored()]).toMatchObject([[true], { holder: 'b', fence: 2 }]);
      // It goes on, and finds that it is not the one any more.
      a.resume();
      await time.pass(60_000, STEP_MS);
      expect([a.lease.isHeld(), b.lease.isHeld()]).toEqual([false, true]);
      await Promise.all([a.lease.release(), b.lease.release()]);
    },
  );

  it.skipIf(skipped)('is free at once when it is released', async () => {
    const a = await holder('a');
    await time.until(STEP_MS, () => expect(a.lease.isHeld()).toBe(true));
    const b = await holder('b');
    await time.pass(5_000, STEP_MS);
    await a.lease.release();
    const since = time.timers.elapsed();
    await time.until(STEP_MS, () => expect(b.lease.isHeld()).toBe(true));
    expect(time.timers.elapsed() - since).toBeLessThanOrEqual(TIME_MS / 3);
    expect(b.gained).toEqual([true]);
    await b.lease.release();
    expect(await stored()).toMatchObject({ holder: null });
  });

  it.skipIf(skipped)('is held no more once its time is over unrenewed, and again when the store is back', async () => {
    const a = await holder('a');
    await time.until(STEP_MS, () => expect(a.lease.isHeld()).toBe(true));
    await time.pass(STEP_MS, STEP_MS);
    const away = a.hold('get leases');
    await time.pass(TIME_MS / 3, STEP_MS);
    await away;
    await time.pass(TIME_MS, STEP_MS);
    expect(a.lease.isHeld()).toBe(false);
    a.resume();
    await time.until(STEP_MS, () => expect(a.lease.isHeld()).toBe(true));
    expect(a.gained).toEqual([false, false]);
    await a.lease.release();
  });

  it.skipIf(skipped)(
    'tells that it is held again when its time was over while the store took long to renew it',
    async () => {
      const a = await holder('a');
      await time.until(STEP_MS, () => expect(a.lease.isHeld()).toBe(true));
      await time.awaited(STEP_MS, a.hold('compareAndSet leases'));
      await time.pass(12_000, STEP_MS);
      expect(a.lease.isHeld()).toBe(false);
      a.resume();
      await time.until(100, () => expect(a.lease.isHeld()).toBe(true));
      expect(a.gained).toEqual([false, false]);
      await a.lease.release();
    },
  );

  it.skipIf(skipped)(
    'lets jobs of several gateways run one at a time, and gives up on one that waits too long',
    async () => {
      let most = 0;
      let inside = 0;
      let finish = () => {};
      // They are opened before time passes: how long that takes is the machine's affair.
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const opened = await Promise.all(names.map(async (name) => [name, pausableRepo(await store.open())] as const));
      gateways.push(...opened.map(([, gateway]) => gateway));
      const repos = new Map(opened);
      const during = (name: string, job: () => Promise<void>) => {
        const gateway = repos.get(name);
        if (gateway === undefined) throw new Error(`no gateway ${name}`);
        const leases = createLeases({ repo: gateway.repo, holder: name, logger: silentLogger, timers: time.timers });
        return leases.during('perform:splunk', { timeMs: 5_000, waitMs: 20_000 }, async () => {
          most = Math.max(most, ++inside);
          await job();
          inside--;
        });
      };
      const short = () => new Promise<void>((resolve) => setImmediate(resolve));
      await time.awaited(100, Promise.all(['a', 'b', 'c', 'd'].map((name) => during(name, short))));
      expect(most).toBe(1);

      const long = during('e', () => new Promise((resolve) => (finish = resolve)));
      await time.until(100, () => expect(inside).toBe(1));
      await expect(time.awaited(1_000, during('f', short))).rejects.toBeInstanceOf(LeaseTakenError);
      finish();
      await time.awaited(100, long);
      expect(most).toBe(1);
    },
  );
});

it('is held at once, and written nowhere, on a store that no other process writes', async () => {
  const store = await sharedStoreKinds[0]?.make();
  const opened = await store?.open();
  if (opened === undefined) throw new Error('no store');
  const counting = countingRepo({ ...opened, isShared: false });
  const leases = createLeases({ repo: counting.repo, holder: 'a', logger: silentLogger });
  const gained = new Promise<boolean>((resolve) => {
    expect(leases.hold('sync:splunk', { timeMs: TIME_MS, gained: resolve }).isHeld()).toBe(true);
  });
  expect(await gained).toBe(false);
  expect(await leases.during('perform:splunk', { timeMs: 5_000, waitMs: 0 }, async () => 'done')).toBe('done');
  expect(counting.calls).toEqual([]);
  await store?.remove();
});
