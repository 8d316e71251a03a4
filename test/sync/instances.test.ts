import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { globalId } from '../../src/domain/ids.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type LicensesPart } from '../../src/domain/snapshot.js';
import type { Doc, Repo } from '../../src/store/repo.js';
import { createScheduler, type ScheduledSource, type Scheduler } from '../../src/sync/scheduler.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { type FakedTime, fakedTime } from '../support/faked-time.js';
import { type PausableRepo, pausableRepo } from '../support/pausable-repo.js';
import { type SharedStore, sharedStoreKinds } from '../support/shared-stores.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('s');
const START = Date.UTC(2026, 0, 1);
const INTERVAL_MS = 60_000;
const STEP_MS = 1_000;
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [1] };

interface Gateway extends PausableRepo {
  readonly scheduler: Scheduler;
  /** What it asked of the vendor: `all`, or the vendor ids. */
  readonly asked: string[];
  /** Its next read of everything is answered when the answer is called, with what there was when it was asked. */
  holdNext(): Promise<() => void>;
  /** The same of some licenses. */
  holdNextPart(): Promise<() => void>;
}

describe.each(sharedStoreKinds)('gateways on one store, on $name', ({ skipped, make }) => {
  let store: SharedStore;
  let repo: Repo;
  let time: FakedTime;
  let gateways: Gateway[];
  /** What the vendor has: licenses by vendor id, with their names. */
  let vendor: Map<string, string>;
  let expiresAt: Date | null;

  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    repo = await store.open();
    gateways = [];
    vendor = new Map([['x', 'old']]);
    expiresAt = null;
    time = fakedTime(() => gateways.some((each) => each.isBusy()));
  });
  afterEach(async () => {
    if (skipped) return;
    for (const each of gateways) each.resume();
    await time.awaited(STEP_MS, Promise.all(gateways.map(({ scheduler }) => scheduler.stop())));
    await store.remove();
  });

  const clock = { now: () => new Date(START + time.timers.elapsed()) };
  const license = (id: string, name: string) => s.license(id, { name, expiresAt });
  const state = () => stateOf(repo, { name: 's', kind: 'fake' });
  async function nameOf(vendorId: string): Promise<unknown> {
    const [doc] = await visibleDocs(repo, await state(), 'licenses', { id: globalId('License', 's', vendorId) });
    return doc?.name;
  }
  const messages = async (): Promise<Doc[]> => visibleDocs(repo, await state(), 'messages');

  async function gateway(more: Partial<ScheduledSource> = {}): Promise<Gateway> {
    const pausable = pausableRepo(await store.open());
    const asked: string[] = [];
    let heldAll: ((release: () => void) => void) | null = null;
    let heldPart: ((release: () => void) => void) | null = null;
    const held = (reached: (release: () => void) => void) => new Promise<void>((resolve) => reached(resolve));
    const connection = {
      async read() {
        asked.push('all');
        const licenses = [...vendor].map(([id, name]) => license(id, name));
        const reached = heldAll;
        heldAll = null;
        if (reached !== null) await held(reached);
        return { ...emptySnapshot(clock.now()), licenses };
      },
      async readLicenses(ids: readonly string[]): Promise<LicensesPart> {
        asked.push(...ids);
        const licenses = ids.flatMap((id) => (vendor.has(id) ? [license(id, vendor.get(id) ?? '')] : []));
        const reached = heldPart;
        heldPart = null;
        if (reached !== null) await held(reached);
        return { licenseIds: ids.map((id) => globalId('License', 's', id)), licenses, targets: [], meters: [] };
      },
      close: async () => {},
    };
    const source = {
      name: 's',
      kind: 'fake',
      syncIntervalMs: INTERVAL_MS,
      deadlineMs: 600_000,
      commands: {},
      connection,
      ...more,
    };
    const scheduler = createScheduler(
      { repo: pausable.repo, policy, clock, logger: silentLogger, timers: time.timers },
      [source],
      () => 0.5,
    );
    const own: Gateway = {
      ...pausable,
      scheduler,
      asked,
      holdNext: () => new Promise((resolve) => (heldAll = resolve)),
      holdNextPart: () => new Promise((resolve) => (heldPart = resolve)),
    };
    gateways.push(own);
    return own;
  }
  const readsOf = (each: Gateway) => each.asked.filter((what) => what === 'all').length;

  describe('of which one polls a source', () => {
    it.skipIf(skipped)('and the others ask the vendor nothing, and are ready by what it has read', async () => {
      const [a, b, c] = [await gateway(), await gateway(), await gateway()];
      for (const each of [a, b, c]) each.scheduler.start();
      await time.until(STEP_MS, async () => {
        for (const each of [a, b, c]) expect(await each.scheduler.untried()).toEqual([]);
      });
      await time.pass(5 * INTERVAL_MS, STEP_MS);
      const reads = [a, b, c].map(readsOf).sort((one, other) => one - other);
      expect(reads.slice(0, 2)).toEqual([0, 0]);
      expect(reads[2]).toBeGreaterThanOrEqual(5);
      expect(reads[2]).toBeLessThanOrEqual(6);
    });

    it.skipIf(skipped)('until it stands still: then another goes on within two intervals, and it no more', async () => {
      const a = await gateway();
      a.scheduler.start();
      await time.until(STEP_MS, () => expect(readsOf(a)).toBe(1));
      const b = await gateway();
      b.scheduler.start();
      await time.pass(INTERVAL_MS, STEP_MS);
      const before = readsOf(a);
      void a.pauseBefore('get leases');
      await time.pass(5_000, STEP_MS);
      const since = time.timers.elapsed();
      await time.until(STEP_MS, () => expect(readsOf(b)).toBeGreaterThan(0));
      expect(time.timers.elapsed() - since).toBeLessThanOrEqual(2 * INTERVAL_MS);
      a.resume();
      await time.pass(3 * INTERVAL_MS, STEP_MS);
      expect(readsOf(a)).toBeLessThanOrEqual(before + 1);
      expect(readsOf(b)).toBeGreaterThanOrEqual(3);
    });

    it.skipIf(skipped)('until it stops: another goes on where it was, without a read for that', async () => {
      const a = await gateway();
      a.scheduler.start();
      await time.until(STEP_MS, () => expect(readsOf(a)).toBe(1));
      const b = await gateway();
      b.scheduler.start();
      await time.pass(20_000, STEP_MS);
      await time.awaited(STEP_MS, a.scheduler.stop());
      await time.pass(20_000, STEP_MS);
      expect(readsOf(b)).toBe(0);
      await time.pass(30_000, STEP_MS);
      expect(readsOf(b)).toBe(1);
    });

    it.skipIf(skipped)('and evaluates by the clock what another has read, raising each message once', async () => {
      const a = await gateway();
      a.scheduler.start();
      await time.until(STEP_MS, () => expect(readsOf(a)).toBe(1));
      const b = await gateway();
      b.scheduler.start();
      expiresAt = new Date(clock.now().getTime() + 30_000);
      await time.awaited(STEP_MS, b.scheduler.renewLicenses('s', ['x']));
      expect((await state()).tally.licenses).toEqual({ EXPIRING: 1 });
      await time.pass(45_000, STEP_MS);
      expect((await state()).tally.licenses).toEqual({ EXPIRED: 1 });
      const categories = (await messages()).map(({ category, active }) => `${category} ${active}`).sort();
      expect(categories).toEqual(['LICENSE_EXPIRED true', 'LICENSE_EXPIRING false']);
    });
  });

  it.skipIf(skipped)('are all ready though nobody has imported yet what is only imported', async () => {
    const [a, b] = [await gateway({ isPolled: false }), await gateway({ isPolled: false })];
    for (const each of [a, b]) each.scheduler.start();
    await time.pass(INTERVAL_MS, STEP_MS);
    for (const each of [a, b]) expect(await each.scheduler.untried()).toEqual([]);
  });

  it.skipIf(skipped)('evaluate by the clock what was imported, also after the store was away', async () => {
    expiresAt = new Date(START + 10 * INTERVAL_MS);
    const a = await gateway({ isPolled: false });
    await time.awaited(STEP_MS, a.scheduler.refresh('s'));
    a.scheduler.start();
    await time.pass(20_000, STEP_MS);
    const away = a.hold('get leases');
    await time.awaited(STEP_MS, away);
    await time.pass(11 * INTERVAL_MS, STEP_MS);
    expect((await state()).tally.licenses).toEqual({ EXPIRING: 1 });
    // The lease is there again, and what is looked at first is not.
    a.failNext('get sources', 1);
    a.resume();
    await time.pass(30_000, STEP_MS);
    await time.until(STEP_MS, async () => expect((await state()).tally.licenses).toEqual({ EXPIRED: 1 }));
  });

  it.skipIf(skipped)('store what they read also when the count of their reads was lost', async () => {
    const [a, b] = [await gateway(), await gateway()];
    for (const each of [a, b, a]) await time.awaited(STEP_MS, each.scheduler.refresh('s'));
    await time.awaited(STEP_MS, a.scheduler.renewLicenses('s', ['x']));
    await repo.deleteWhere('leases', { _id: 'reads:s' });
    vendor.set('x', 'new');
    await time.awaited(STEP_MS, b.scheduler.refresh('s'));
    expect([await nameOf('x'), (await state()).renewed]).toEqual(['new', []]);
    expect(b.asked).toEqual(['all', 'all']);
  });

  describe('of which every one reads when it is asked to', () => {
    it.skipIf(skipped)('a read that began earlier does not undo one that began later', async () => {
      const [a, b] = [await gateway(), await gateway()];
      await time.awaited(STEP_MS, a.scheduler.refresh('s'));
      const asked = a.holdNext();
      const early = a.scheduler.refresh('s');
      const answer = await time.awaited(STEP_MS, asked);
      vendor.set('x', 'new');
      await time.awaited(STEP_MS, b.scheduler.refresh('s'));
      answer();
      const { revision } = await time.awaited(STEP_MS, early);
      expect([await nameOf('x'), revision]).toEqual(['new', (await state()).revision]);
    });

    it.skipIf(skipped)(
      'what one has read anew of a license is not undone by a read of everything that another began before',
      async () => {
        const [a, b] = [await gateway(), await gateway()];
        await time.awaited(STEP_MS, a.scheduler.refresh('s'));
        const asked = a.holdNext();
        const early = a.scheduler.refresh('s');
        const answer = await time.awaited(STEP_MS, asked);
        vendor.set('x', 'new').set('y', 'made');
        await time.awaited(STEP_MS, b.scheduler.renewLicenses('s', ['x', 'y']));
        answer();
        await time.awaited(STEP_MS, early);
        expect([await nameOf('x'), await nameOf('y')]).toEqual(['new', 'made']);
        // Only these were asked for again.
        expect(a.asked).toEqual(['all', 'all', 'x', 'y']);
        vendor.delete('y');
        await time.awaited(STEP_MS, a.scheduler.refresh('s'));
        expect([await nameOf('y'), (await state()).renewed]).toEqual([undefined, []]);
      },
    );

    it.skipIf(skipped)('everything is read once more where that would be too many', async () => {
      const [a, b] = [await gateway(), await gateway()];
      const asked = a.holdNext();
      const early = a.scheduler.refresh('s');
      const answer = await time.awaited(STEP_MS, asked);
      const ids = Array.from({ length: 51 }, (_, i) => `l${i}`);
      for (const id of ids) vendor.set(id, 'made');
      await time.awaited(STEP_MS, b.scheduler.renewLicenses('s', ids));
      answer();
      await time.awaited(STEP_MS, early);
      expect(a.asked).toEqual(['all', 'all']);
      expect((await state()).tally.total.licenses).toBe(52);
    });

    it.skipIf(skipped)('a license read late is not brought back from before another read it', async () => {
      const [a, b] = [await gateway(), await gateway()];
      await time.awaited(STEP_MS, a.scheduler.refresh('s'));
      const asked = a.holdNextPart();
      const early = a.scheduler.renewLicenses('s', ['x']);
      const answer = await time.awaited(STEP_MS, asked);
      vendor.set('x', 'new');
      await time.awaited(STEP_MS, b.scheduler.renewLicenses('s', ['x']));
      answer();
      await time.awaited(STEP_MS, early);
      expect(await nameOf('x')).toBe('new');
    });
  });

  it.skipIf(skipped)('lose no acknowledgment of many at once, and answer all of them', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => `l${i}`);
    expiresAt = new Date(START + 3_600_000);
    vendor = new Map(ids.map((id) => [id, id]));
    const [a, b] = [await gateway(), await gateway()];
    await time.awaited(STEP_MS, a.scheduler.refresh('s'));
    const raised = await messages();
    expect(raised).toHaveLength(8);
    const answers = await time.awaited(
      100,
      Promise.all(
        raised.flatMap(({ id }, i) => {
          const first = (i % 2 === 0 ? a : b).scheduler.acknowledge('s', String(id), `first ${i}`);
          return [first, (i % 2 === 0 ? b : a).scheduler.acknowledge('s', String(id), `second ${i}`)];
        }),
      ),
    );
    const by = new Map(answers.map((message) => [message?.id, message?.acknowledgedBy]));
    for (const answer of answers) expect(answer?.acknowledgedBy).toBe(by.get(answer?.id));
    for (const { id, acknowledgedBy } of await messages()) expect(acknowledgedBy).toBe(by.get(String(id)));
  });

  it.skipIf(skipped)('have a source do one thing at a time', async () => {
    const [a, b] = [await gateway(), await gateway()];
    let most = 0;
    let inside = 0;
    const job = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
      return 'done';
    };
    const all = [a, b, a, b, a, b].map(({ scheduler }) => scheduler.perform('s', job));
    expect(await time.awaited(100, Promise.all(all))).toEqual(Array(6).fill('done'));
    expect(most).toBe(1);
  });

  it.skipIf(skipped)('tell that nothing was begun when another takes too long', async () => {
    const [a, b] = [await gateway(), await gateway()];
    let finish = () => {};
    let begun = false;
    const long = a.scheduler.perform('s', () => {
      begun = true;
      return new Promise<void>((resolve) => (finish = resolve));
    });
    await time.until(100, () => expect(begun).toBe(true));
    const late = b.scheduler.perform('s', async () => {});
    await expect(time.awaited(STEP_MS, late)).rejects.toMatchObject({ name: 'NotBegunError' });
    finish();
    await time.awaited(100, long);
  });
});
