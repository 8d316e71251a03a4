import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { createScheduler, type ScheduledSource } from '../../src/sync/scheduler.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { thingsOf } from '../support/snapshots.js';
import { embedded, type TestStore } from '../support/stores.js';

const clock = { now: () => new Date() };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };

let store: TestStore;
let repo: Repo;
beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
  // The store has timers and immediates of its own: only the scheduler's are faked.
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await repo.close();
  await store.remove();
});

/** Waits for what real input and output bring about; unlike vi.waitFor it leaves the faked time alone. */
async function until(expectation: () => unknown): Promise<void> {
  for (let left = 5_000; ; left--) {
    try {
      return void (await expectation());
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(setImmediate);
    }
  }
}

interface Fake {
  readonly source: ScheduledSource;
  reads: number;
  atOnce: number;
  mostAtOnce: number;
  readonly signals: AbortSignal[];
}

/** A source that answers when `answer` resolves. */
function fake(name: string, answer: (signal: AbortSignal) => Promise<Partial<Snapshot>>): Fake {
  const self: Fake = {
    reads: 0,
    atOnce: 0,
    mostAtOnce: 0,
    signals: [],
    source: {
      name,
      kind: 'fake',
      syncIntervalMs: 60_000,
      deadlineMs: 600_000,
      commands: {},
      connection: {
        async read(signal) {
          self.reads++;
          self.mostAtOnce = Math.max(self.mostAtOnce, ++self.atOnce);
          self.signals.push(signal);
          try {
            return { ...emptySnapshot(clock.now()), ...(await answer(signal)) };
          } finally {
            self.atOnce--;
          }
        },
        close: async () => {},
      },
    },
  };
  return self;
}

const scheduler = (...fakes: Fake[]) =>
  createScheduler(
    { repo, policy, clock, logger: silentLogger },
    fakes.map((each) => each.source),
    () => 0.5,
  );

const stateOfFake = (name: string) => stateOf(repo, { name, kind: 'fake' });

it('reads every source at once, then again after its interval, and notes when that will be', async () => {
  const a = fake('a', async () => ({}));
  const b = fake('b', async () => ({}));
  const running = scheduler(a, b);
  expect(await running.untried()).toEqual(['a', 'b']);
  running.start();
  await until(async () => expect((await stateOfFake('b')).nextSyncAt).toEqual(new Date(Date.UTC(2026, 0, 1, 0, 1))));
  await until(async () => expect((await stateOfFake('a')).nextSyncAt).not.toBeNull());
  await until(async () => expect(await running.untried()).toEqual([]));
  vi.advanceTimersByTime(59_999);
  expect([a.reads, b.reads]).toEqual([1, 1]);
  vi.advanceTimersByTime(1);
  await until(() => expect([a.reads, b.reads]).toEqual([2, 2]));
  await running.stop();
});

it('spreads the runs of a source by a tenth of its interval either way', async () => {
  const early = fake('a', async () => ({}));
  const running = createScheduler({ repo, policy, clock, logger: silentLogger }, [early.source], () => 0);
  running.start();
  await until(async () => expect((await stateOfFake('a')).nextSyncAt).toEqual(new Date(Date.UTC(2026, 0, 1) + 54_000)));
  await running.stop();
});

it('runs one read of a source at a time: who asks meanwhile gets the outcome of the one under way', async () => {
  let finish: () => void = () => {};
  const a = fake('a', () => new Promise((resolve) => (finish = () => resolve({ version: '7' }))));
  const running = scheduler(a);
  const asked = [running.refresh('a'), running.refresh('a'), running.refresh('a')];
  await until(() => expect(a.reads).toBe(1));
  finish();
  for (const state of await Promise.all(asked)) expect(state.version).toBe('7');
  expect([a.reads, a.mostAtOnce]).toEqual([1, 1]);
  await running.stop();
});

it('reads afresh for whoever must see what has just changed: once more after the run under way, for all who ask meanwhile', async () => {
  const finish: (() => void)[] = [];
  const a = fake('a', () => new Promise((resolve) => finish.push(() => resolve({ version: `${finish.length}` }))));
  const running = scheduler(a);
  const joined = running.refresh('a');
  await until(() => expect(a.reads).toBe(1));
  const asked = [running.readAfresh('a'), running.readAfresh('a')];
  finish[0]?.();
  expect((await joined).version).toBe('1');
  await until(() => expect(a.reads).toBe(2));
  finish[1]?.();
  for (const state of await Promise.all(asked)) expect(state.version).toBe('2');
  expect([a.reads, a.mostAtOnce]).toEqual([2, 1]);
  await running.stop();
});

it('reads afresh at once where nothing is under way, and also after a run that failed', async () => {
  let failing = true;
  const a = fake('a', async () => {
    if (failing) throw new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nobody there');
    return {};
  });
  const running = scheduler(a);
  expect((await running.readAfresh('a')).status).toBe('UNREACHABLE');
  const first = running.refresh('a');
  const second = running.readAfresh('a');
  await first;
  failing = false;
  await second;
  expect(a.reads).toBe(3);
  await running.stop();
});

describe('licenses read afresh', () => {
  const things = thingsOf('a');
  const id = things.id('License', 'x');
  const license = (name: string) => things.license('x', { name });
  const nameOf = async () => {
    const [doc] = await visibleDocs(repo, await stateOfFake('a'), 'licenses');
    return doc?.name;
  };
  /** `finish` answers the reads of everything, one by one. */
  function licensed() {
    const finish: (() => void)[] = [];
    let name = 'old';
    const a = fake('a', () => {
      const seen = { licenses: [license(name)] };
      return new Promise((resolve) => finish.push(() => resolve(seen)));
    });
    const connection: ScheduledSource['connection'] = {
      ...a.source.connection,
      readLicenses: async () => ({ licenseIds: [id], licenses: [license(name)], targets: [], meters: [] }),
    };
    const running = scheduler({ ...a, source: { ...a.source, connection } });
    return { finish, running, rename: (next: string) => (name = next), reads: () => a.reads };
  }

  it('are stored at once, and everything is read behind them', async () => {
    const { finish, running, rename, reads } = licensed();
    const first = running.refresh('a');
    await until(() => expect(finish).toHaveLength(1));
    finish[0]?.();
    await first;
    rename('new');
    await running.readLicenses('a', ['x']);
    expect(await nameOf()).toBe('new');
    await until(() => expect(finish).toHaveLength(2));
    finish[1]?.();
    await until(async () => expect(reads()).toBe(2));
    await running.stop();
  });

  it('are stored with nothing read behind them when they are only renewed', async () => {
    const { finish, running, rename, reads } = licensed();
    const first = running.refresh('a');
    await until(() => expect(finish).toHaveLength(1));
    finish[0]?.();
    await first;
    rename('new');
    await running.renewLicenses('a', ['x']);
    expect([await nameOf(), reads()]).toEqual(['new', 1]);
    await running.stop();
    expect(reads()).toBe(1);
  });

  it('are not undone by a read of everything that began before', async () => {
    const { finish, running, rename } = licensed();
    const first = running.refresh('a');
    await until(() => expect(finish).toHaveLength(1));
    finish[0]?.();
    await first;
    const stale = running.refresh('a');
    await until(() => expect(finish).toHaveLength(2));
    rename('new');
    await running.readLicenses('a', ['x']);
    finish[1]?.();
    await stale;
    expect(await nameOf()).toBe('new');
    await until(() => expect(finish).toHaveLength(3));
    finish[2]?.();
    await running.stop();
  });

  it('are not brought back from before what was read later', async () => {
    const finish: (() => void)[] = [];
    let name = 'old';
    const a = fake('a', async () => ({ licenses: [license(name)] }));
    const readLicenses = () => {
      const seen = { licenseIds: [id], licenses: [license(name)], targets: [], meters: [] };
      return new Promise<typeof seen>((resolve) => finish.push(() => resolve(seen)));
    };
    const running = scheduler({ ...a, source: { ...a.source, connection: { ...a.source.connection, readLicenses } } });
    await running.refresh('a');
    // Read at once, and answered late: a read of everything has begun and ended since, and the next of these waits.
    const first = running.readLicenses('a', ['x']);
    await until(() => expect(finish).toHaveLength(1));
    name = 'new';
    await running.readAfresh('a');
    const second = running.readLicenses('a', ['x']);
    finish[0]?.();
    await first;
    expect(await nameOf()).toBe('new');
    await until(() => expect(finish).toHaveLength(2));
    finish[1]?.();
    await second;
    await running.readAfresh('a');
    expect(await nameOf()).toBe('new');
    await running.stop();
  });

  it('are stored no more when the source is stopped', async () => {
    const finish: (() => void)[] = [];
    const a = fake('a', async () => ({ licenses: [license('old')] }));
    const readLicenses: ScheduledSource['connection']['readLicenses'] = () =>
      new Promise((resolve) => {
        finish.push(() => resolve({ licenseIds: [id], licenses: [license('new')], targets: [], meters: [] }));
      });
    const running = scheduler({ ...a, source: { ...a.source, connection: { ...a.source.connection, readLicenses } } });
    await running.refresh('a');
    const read = running.readLicenses('a', ['x']);
    await until(() => expect(finish).toHaveLength(1));
    const stopped = running.stop();
    finish[0]?.();
    await expect(read).rejects.toThrow('the gateway is stopping');
    await stopped;
    expect(await nameOf()).toBe('old');
  });

  it('take nothing that claims another license', async () => {
    const a = fake('a', async () => ({ licenses: [license('old')] }));
    const stray = [
      things.target('m', { licenseId: null }),
      things.target('n', { licenseId: things.id('License', 'y') }),
    ];
    const readLicenses = async () => ({ licenseIds: [id], licenses: [license('new')], targets: stray, meters: [] });
    const running = scheduler({ ...a, source: { ...a.source, connection: { ...a.source.connection, readLicenses } } });
    await running.refresh('a');
    await running.readLicenses('a', ['x']);
    expect(await visibleDocs(repo, await stateOfFake('a'), 'targets')).toEqual([]);
    await running.stop();
  });

  it('are read with everything where the source has no other way', async () => {
    const a = fake('a', async () => ({ licenses: [license('old')] }));
    const running = scheduler(a);
    await running.readLicenses('a', ['x']);
    expect([a.reads, await nameOf()]).toEqual([1, 'old']);
    await running.renewLicenses('a', ['x']);
    expect(a.reads).toBe(2);
    await running.stop();
  });
});

it('has one source do one thing at a time, and finishes what is begun when it is stopped', async () => {
  const a = fake('a', async () => ({}));
  const running = scheduler(a);
  const log: string[] = [];
  let finish: () => void = () => {};
  const first = running.perform('a', async (_commands, signal) => {
    log.push('first begins');
    await new Promise<void>((resolve) => (finish = resolve));
    log.push(signal.aborted ? 'first is cut off' : 'first ends');
  });
  const second = running.perform('a', async () => log.push('second begins'));
  await until(() => expect(log).toEqual(['first begins']));
  const stopped = running.stop();
  finish();
  await first;
  await expect(second).rejects.toThrow('the gateway is stopping');
  await stopped;
  expect(log).toEqual(['first begins', 'first ends']);
  await expect(running.perform('b', async () => {})).rejects.toThrow('there is no source "b"');
});

it('counts a source as tried that was read before on this store, however slowly it answers now', async () => {
  const before = scheduler(fake('a', async () => ({})));
  before.start();
  await until(async () => expect((await stateOfFake('a')).status).toBe('OK'));
  await before.stop();
  const hung = fake(
    'a',
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const after = scheduler(
    hung,
    fake('b', async () => ({})),
  );
  expect(await after.untried()).toEqual(['a', 'b']);
  after.start();
  expect(await after.untried()).not.toContain('a');
  await until(() => expect(hung.reads).toBe(1));
  await after.stop();
});

it('lets no source wait for another', async () => {
  const hung = fake(
    'hung',
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const well = fake('well', async () => ({}));
  const running = scheduler(hung, well);
  running.start();
  await until(async () => expect((await stateOfFake('well')).status).toBe('OK'));
  await until(async () => expect(await running.untried()).toEqual(['hung']));
  await running.stop();
});

it('gives up on a read that takes longer than its deadline, as a TIMEOUT', async () => {
  const hung = fake(
    'a',
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const running = scheduler(hung);
  const asked = running.refresh('a');
  await until(() => expect(hung.reads).toBe(1));
  vi.advanceTimersByTime(600_000);
  expect(await asked).toMatchObject({ status: 'TIMEOUT', lastError: { code: 'SYNC_DEADLINE' } });
  await running.stop();
});

it('asks a source that does not answer again soon, then ever more slowly up to its interval; one that refuses, at its interval', async () => {
  const waits = async (failure: SourceFailure) => {
    const name = failure.status.toLowerCase().replaceAll('_', '-');
    const a = fake(name, async () => {
      throw failure;
    });
    const running = scheduler(a);
    const seconds: number[] = [];
    for (let i = 0; i < 5; i++) {
      const { nextSyncAt } = await running.refresh(name);
      seconds.push(((nextSyncAt?.getTime() ?? 0) - Date.now()) / 1000);
    }
    await running.stop();
    return seconds;
  };
  expect(await waits(new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nothing answers'))).toEqual([
    10, 20, 40, 60, 60,
  ]);
  expect(await waits(new SourceFailure('AUTH_FAILED', 'HTTP_401', 'refused'))).toEqual([60, 60, 60, 60, 60]);
});

it('leaves a vendor alone for as long as it asked', async () => {
  const a = fake('a', async () => {
    throw new SourceFailure('RATE_LIMITED', 'HTTP_429', 'slow down', 3_600_000);
  });
  const running = scheduler(a);
  expect(await running.refresh('a')).toMatchObject({
    status: 'RATE_LIMITED',
    nextSyncAt: new Date(Date.UTC(2026, 0, 1, 1)),
  });
  await running.stop();
});

it('stops what runs when it is stopped, and starts nothing more', async () => {
  const hung = fake(
    'a',
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  const running = scheduler(hung);
  running.start();
  await until(() => expect(hung.reads).toBe(1));
  await running.stop();
  expect(hung.signals[0]?.aborted).toBe(true);
  expect((await stateOfFake('a')).status).toBe('PENDING');
  vi.advanceTimersByTime(3_600_000);
  expect(hung.reads).toBe(1);
});

it('evaluates again when an expiry comes, though the source is out of reach and failing ever since', async () => {
  const s = thingsOf('a');
  const expiresAt = new Date(Date.UTC(2026, 0, 1) + 90_000);
  const a = fake('a', async () => {
    if (a.reads > 1) throw new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nothing answers');
    return { licenses: [s.license('l', { expiresAt })] };
  });
  const running = scheduler(a);
  await running.refresh('a');
  expect(await stateOfFake('a')).toMatchObject({
    revision: 1,
    changesAt: expiresAt,
    tally: { licenses: { EXPIRING: 1 } },
  });
  vi.advanceTimersByTime(60_000);
  await until(async () => expect((await stateOfFake('a')).status).toBe('UNREACHABLE'));
  vi.advanceTimersByTime(30_000);
  await until(async () => {
    // A read under way puts the evaluation off by a moment; the reads go on failing meanwhile.
    vi.advanceTimersByTime(100);
    expect((await stateOfFake('a')).tally.licenses).toEqual({ EXPIRED: 1 });
  });
  expect((await stateOfFake('a')).status).toBe('UNREACHABLE');
  await running.stop();
});
