import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import type { SourceState } from '../../src/domain/source-state.js';
import type { Doc, Repo } from '../../src/store/repo.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { createWriteTurns, type InWriteTurn } from '../../src/sync/write-turns.js';
import { type FakedTime, fakedTime } from '../support/faked-time.js';
import { type PausableRepo, pausableRepo } from '../support/pausable-repo.js';
import { type SharedStore, sharedStoreKinds } from '../support/shared-stores.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('s');
const clock = { now: () => new Date(Date.UTC(2026, 0, 1)) };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [1] };
const signal = new AbortController().signal;
const LOOK_MS = 200;

/** One gateway of several: its own view of the store, and its own turns. */
interface Gateway extends PausableRepo {
  readonly inTurn: InWriteTurn;
  sync(says: Partial<Snapshot>): Promise<SourceState>;
}

function gateway(inner: Repo, { timers }: FakedTime): Gateway {
  const pausable = pausableRepo(inner);
  const { repo } = pausable;
  const source = (says: Partial<Snapshot>) => ({
    name: 's',
    kind: 'static',
    connection: { read: async () => ({ ...emptySnapshot(clock.now()), ...says }), close: async () => {} },
  });
  const inTurn = createWriteTurns({ repo, source: source({}), timers });
  return {
    ...pausable,
    inTurn,
    async sync(says) {
      return (await syncSource({ repo, policy, clock, logger: silentLogger }, source(says), signal, { inTurn })).state;
    },
  };
}

describe.each(sharedStoreKinds)('writers of one source, on $name', ({ skipped, make }) => {
  let store: SharedStore;
  let repo: Repo;
  let time: FakedTime;
  let a: Gateway;
  let b: Gateway;

  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    repo = await store.open();
    time = fakedTime(() => a.isBusy() || b.isBusy());
    a = gateway(await store.open(), time);
    b = gateway(await store.open(), time);
  });
  afterEach(async () => {
    if (!skipped) await store.remove();
  });

  const named = (name: string) => ({ licenses: [s.license('a', { name }), s.license(`only-${name}`, { name })] });
  const state = () => stateOf(repo, { name: 's', kind: 'static' });
  async function shown(): Promise<string[]> {
    const docs = await visibleDocs(repo, await state(), 'licenses');
    return docs.map((doc) => `${doc.vendorId} ${doc.name}`).sort();
  }

  it.skipIf(skipped)('wait for each other over processes, and lose nothing of each', async () => {
    let most = 0;
    let inside = 0;
    const count = (each: Gateway) =>
      each.inTurn(async (turn) => {
        most = Math.max(most, ++inside);
        const version = String(Number(turn.before.version ?? 0) + 1);
        await new Promise(setImmediate);
        inside--;
        return turn.flip({ version });
      });
    await time.awaited(LOOK_MS, Promise.all([a, b, a, b, a, b, a, b].map(count)));
    expect([most, (await state()).version]).toEqual([1, '8']);
  });

  it.skipIf(skipped)(
    'overtake one that stands still, which then changes nothing and drops what it has read',
    async () => {
      await a.sync(named('first'));
      const paused = a.pauseBefore('patchMany licenses');
      const late = a.sync(named('late'));
      await paused;
      // Its new versions are there, and nobody sees them.
      expect(await shown()).toEqual(['a first', 'only-first first']);

      const overtaking = b.sync(named('new'));
      await time.awaited(LOOK_MS, overtaking);
      expect(await shown()).toEqual(['a new', 'only-new new']);
      const before = await state();

      a.resume();
      expect(await time.awaited(LOOK_MS, late)).toMatchObject({ version: before.version, revision: before.revision });
      expect(await shown()).toEqual(['a new', 'only-new new']);
      expect(await state()).toMatchObject({ revision: before.revision, writing: null, tally: before.tally });
    },
  );

  it
    .skipIf(skipped)
    .each([
      'insertMany licenses',
      'replaceMany history',
      'insertMany messages',
      'page licenses',
      'compareAndSet sources',
    ])(
    'refuse one that stood still before %s what it asks for after it was overtaken, and nothing of it is left',
    async (call) => {
      await a.sync(named('first'));
      const paused = a.pauseBefore(call);
      const license = s.license('a', { name: 'late', expiresAt: new Date(clock.now().getTime() + 3_600_000) });
      const late = a.sync({ licenses: [license] });
      await paused;
      await time.awaited(LOOK_MS, b.sync(named('new')));
      a.resume();
      await time.awaited(LOOK_MS, late);
      expect(await shown()).toEqual(['a new', 'only-new new']);
      const { revision } = await state();
      for (const collection of ['licenses', 'messages', 'quotas']) {
        const torn: Doc[] = [];
        for await (const chunk of repo.scan(collection, { source: 's', from: { gt: revision } })) torn.push(...chunk);
        expect(torn).toEqual([]);
      }
    },
  );

  it.skipIf(skipped)('wait for one that lives, however long its work takes', async () => {
    await a.sync(named('first'));
    const held = a.hold('patchMany licenses');
    const slow = a.sync(named('slow'));
    await held;
    const next = b.sync(named('next'));
    let isDone = false;
    void next.then(() => {
      isDone = true;
    });
    for (let beats = 1; beats <= 20; beats++) {
      // Four steps after each beat: a writer that shows nothing for ten seconds is overtaken, this one never is.
      await time.until(1_000, async () =>
        expect((await repo.get('leases', 'writes:s'))?.beat).toBeGreaterThanOrEqual(beats),
      );
    }
    expect(isDone).toBe(false);
    a.resume();
    await time.awaited(LOOK_MS, Promise.all([slow, next]));
    expect(await shown()).toEqual(['a next', 'only-next next']);
  });

  it.skipIf(skipped)('clear away what one left that is gone, and not before it is', async () => {
    await a.sync(named('first'));
    const paused = a.pauseBefore('patchMany licenses');
    void a.sync(named('gone')).catch(() => {});
    await paused;
    const next = b.sync(named('next'));
    await time.pass(9_000, 1_000);
    expect(await state()).toMatchObject({ writing: 2, revision: 1 });
    await time.awaited(LOOK_MS, next);
    expect(await shown()).toEqual(['a next', 'only-next next']);
    a.resume();
  });

  it.skipIf(skipped)('clear away at once what they themselves leave when their work breaks off', async () => {
    await a.sync(named('first'));
    const broken = a.inTurn(async (turn) => {
      const doc = { ...s.license('torn'), _id: 'License:s:torn@2', from: 2, until: Number.MAX_SAFE_INTEGER };
      await turn.repo.insertMany('licenses', [doc]);
      throw new Error('the work breaks off');
    });
    await expect(time.awaited(LOOK_MS, broken)).rejects.toThrow('the work breaks off');
    expect(await state()).toMatchObject({ revision: 1, writing: null });
    expect(await repo.get('licenses', 'License:s:torn@2')).toBeNull();
    // Nobody is waited for.
    await time.awaited(0, b.sync(named('next')));
    expect(await shown()).toEqual(['a next', 'only-next next']);
  });

  it.skipIf(skipped)('wait no more when their gateway stops', async () => {
    const paused = a.pauseBefore('compareAndSet sources');
    void a.sync(named('first')).catch(() => {});
    await paused;
    a.resume();
    const stopping = new AbortController();
    const held = a.hold('insertMany licenses');
    void a.sync(named('second')).catch(() => {});
    await held;
    const own = await store.open();
    const waiting = createWriteTurns({
      repo: own,
      source: { name: 's', kind: 'static' },
      stopping: stopping.signal,
      timers: time.timers,
    })(async () => 'done');
    stopping.abort(new Error('the gateway is stopping'));
    await expect(time.awaited(LOOK_MS, waiting)).rejects.toThrow('the gateway is stopping');
    a.resume();
  });
});

it('writes the document of a source twice for a sync that changed nothing', async () => {
  const kind = sharedStoreKinds[0];
  const store = await kind?.make();
  const inner = await store?.open();
  if (inner === undefined) throw new Error('no store');
  const own = gateway(
    { ...inner, isShared: false },
    fakedTime(() => false),
  );
  await own.sync({ licenses: [s.license('a')] });
  const { stamp } = await stateOf(inner, { name: 's', kind: 'static' });
  await own.sync({ licenses: [s.license('a')] });
  expect((await stateOf(inner, { name: 's', kind: 'static' })).stamp).toBe(stamp + 2);
  await store?.remove();
});
