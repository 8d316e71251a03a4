import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Logger, silentLogger } from '../../src/domain/ports.js';
import { pendingState, type SourceState } from '../../src/domain/source-state.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc, Repo, Watcher } from '../../src/store/repo.js';
import { type Change, type ChangeKind, type Changes, createChanges } from '../../src/sync/changes.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const OPEN = Number.MAX_SAFE_INTEGER;
const EVERY: readonly ChangeKind[] = ['MESSAGE_RAISED', 'QUOTA_CHANGED', 'SOURCE_SYNCED'];
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

/** A version that a write begins. */
interface Version {
  readonly collection: 'messages' | 'quotas';
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
const message = (name: string, fields: object = { active: true }): Version => ({
  collection: 'messages',
  name,
  fields: { ...fields },
});
const quota = (name: string, used: bigint, others: object = {}): Version => ({
  collection: 'quotas',
  name,
  fields: { used, meter: { used }, ...others },
});

describe.each(storeKinds)('on $name', ({ skipped, make }) => {
  describe.skipIf(skipped)('changes', () => {
    let store: TestStore;
    let repo: Repo;
    let changes: Changes | undefined;
    const states = new Map<string, SourceState>();
    // One store for all, each of them with a source of its own: making one takes a server a while.
    let source = '';
    let tests = 0;
    beforeAll(async () => {
      store = await make();
      repo = await openRepo(store.config);
    });
    afterAll(async () => {
      await repo?.close();
      await store.remove();
    });
    beforeEach(() => {
      source = `s${tests++}`;
    });
    afterEach(async () => {
      await changes?.close();
      changes = undefined;
    });

    /** One write of a source: versions that begin end those of the same name before. */
    async function write(versions: readonly Version[], { kind = 'k', read = null as Date | null } = {}) {
      const last = states.get(source);
      const before = last?.kind === kind ? last : pendingState(source, kind);
      const revision = versions.length === 0 ? before.revision : before.revision + 1;
      for (const { collection, name, fields } of versions) {
        const id = `Message:${source}:${name}`;
        const ended: string[] = [];
        for await (const docs of repo.scan(collection, { id, source, until: OPEN }))
          ended.push(...docs.map(({ _id }) => _id));
        await repo.patchMany(collection, ended, { until: revision });
        await repo.insertMany(collection, [
          { _id: `${id}@${revision}`, id, source, from: revision, until: OPEN, hash: '', words: [], ...fields },
        ]);
      }
      const state = {
        ...before,
        revision,
        stamp: before.stamp + 1,
        lastAttemptAt: read ?? before.lastAttemptAt,
        flips: [...before.flips, ...(versions.length === 0 ? [] : [{ revision, at: at(0) }])],
      };
      states.set(source, state);
      await repo.replaceMany('sources', [{ ...state }]);
    }

    /** All that is told from now on; `told(n)` waits until there are so many. */
    function hear(kinds: readonly ChangeKind[] = EVERY) {
      const all: string[] = [];
      let wake = () => {};
      const stop = changes?.listen(kinds, (change) => {
        all.push(textOf(change));
        wake();
      });
      return {
        all,
        stop: () => stop?.(),
        async told(count: number) {
          while (all.length < count) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
          return all;
        },
      };
    }

    const start = async (logger: Logger = silentLogger, from: Repo = repo) => {
      changes = await createChanges({ repo: from, logger, retryMs: 1 });
    };

    it('are told in the order of the writes, once each, and the end of a read last', async () => {
      await start();
      const { told } = hear();
      await write([message('m'), quota('q', 1n)], { read: at(1) });
      await write([quota('q', 2n)], { read: at(2) });
      await write([], { read: at(3) });
      expect(await told(6)).toEqual([
        'QUOTA_CHANGED s 1 Message:s:q',
        'MESSAGE_RAISED s 1 Message:s:m',
        'SOURCE_SYNCED s 1',
        'QUOTA_CHANGED s 2 Message:s:q',
        'SOURCE_SYNCED s 2',
        'SOURCE_SYNCED s 2',
      ]);
    });

    it('of before are not told', async () => {
      await write([message('m')], { read: at(1) });
      await start();
      const { told } = hear();
      await write([message('n')]);
      expect(await told(1)).toEqual(['MESSAGE_RAISED s 2 Message:s:n']);
    });

    it('tell no message that is acknowledged or cleared, and one that is active again', async () => {
      await start();
      const { told } = hear(['MESSAGE_RAISED']);
      await write([message('m')]);
      await write([message('m', { active: true, acknowledgedAt: at(1) })]);
      await write([message('m', { active: false })]);
      await write([message('m')]);
      await write([message('end')]);
      expect(await told(3)).toEqual([1, 4, 5].map((n) => `MESSAGE_RAISED s ${n} Message:s:${n === 5 ? 'end' : 'm'}`));
    });

    it('tell no quota of which nothing that is shown is another', async () => {
      await start();
      const { told } = hear(['QUOTA_CHANGED']);
      await write([quota('q', 1n, { reasons: ['a'] })]);
      await write([
        quota('q', 1n, { reasons: ['a'], changesAt: at(9), hash: 'other', meter: {}, displayName: 'other' }),
      ]);
      await write([quota('q', 1n, { reasons: ['b'] })]);
      expect(await told(2)).toEqual(['QUOTA_CHANGED s 1 Message:s:q', 'QUOTA_CHANGED s 3 Message:s:q']);
    });

    it('of a source that was begun anew as another kind are told from its beginning', async () => {
      await start();
      const { told } = hear(['MESSAGE_RAISED']);
      await write([message('m')]);
      await write([message('n')]);
      await told(2);
      await repo.deleteWhere('messages', { source });
      await write([message('other')], { kind: 'other' });
      expect((await told(3))[2]).toBe('MESSAGE_RAISED s 1 Message:s:other');
    });

    it('that nobody listens to are not read', async () => {
      const reads: string[] = [];
      const counting: Repo = {
        ...repo,
        scan(collection, ...rest) {
          reads.push(collection);
          return repo.scan(collection, ...rest);
        },
      };
      await start(silentLogger, counting);
      const { told } = hear(['SOURCE_SYNCED']);
      await write([message('m'), quota('q', 1n)], { read: at(1) });
      await told(1);
      expect(reads).toEqual(['sources']);
    });

    it('are told no more to who has left, nor waited for', async () => {
      await start();
      const gone = hear();
      gone.stop();
      expect(changes?.listeners()).toBe(0);
      const { told } = hear(['MESSAGE_RAISED']);
      await write([message('m')]);
      await told(1);
      expect(gone.all).toEqual([]);
    });
  });
});

describe('when the store fails or tells too little', () => {
  let store: TestStore;
  let repo: Repo;
  beforeEach(async () => {
    store = (await storeKinds[0]?.make()) as TestStore;
    repo = await openRepo(store.config);
  });
  afterEach(async () => {
    await repo.close();
    await store.remove();
  });

  /** A store whose tellings the test makes, as a server that is polled would. */
  async function told(overrides: Partial<Repo> = {}, logger: Logger = silentLogger) {
    let watcher: Watcher | undefined;
    const changes = await createChanges({
      repo: {
        ...repo,
        async watch(_collection, given) {
          watcher = given;
          return async () => {};
        },
        ...overrides,
      },
      logger,
      retryMs: 1,
    });
    const all: string[] = [];
    const synced = new Promise<void>((resolve) => {
      changes.listen(EVERY, (change) => {
        all.push(textOf(change));
        if (change.kind === 'SOURCE_SYNCED') resolve();
      });
    });
    return { watcher: watcher as Watcher, all, synced, changes };
  }

  async function stored(revision: number, oldest = 1): Promise<SourceState & Doc> {
    for (let n = 1; n <= revision; n++) {
      await repo.insertMany('messages', [
        {
          _id: `Message:s:m${n}@${n}`,
          id: `Message:s:m${n}`,
          source: 's',
          from: n,
          until: OPEN,
          active: true,
          words: [],
        },
      ]);
    }
    const flips = [{ revision: oldest, at: at(0) }];
    const state = { ...pendingState('s', 'k'), revision, stamp: revision, lastAttemptAt: at(revision), flips };
    await repo.replaceMany('sources', [state]);
    return state;
  }

  it('several writes that are told as one are all there, in order', async () => {
    const { watcher, all, synced, changes } = await told();
    watcher.changed(await stored(3));
    await synced;
    expect(all).toEqual([1, 2, 3].map((n) => `MESSAGE_RAISED s ${n} Message:s:m${n}`).concat('SOURCE_SYNCED s 3'));
    await changes.close();
  });

  it('what may have been missed is read, and what comes twice is told once', async () => {
    const { watcher, all, synced, changes } = await told();
    const state = await stored(2);
    watcher.missed();
    await synced;
    watcher.changed({ ...state, revision: 1, stamp: 1 });
    watcher.changed(state);
    await changes.close();
    expect(all).toHaveLength(3);
  });

  it('it is read again until it answers, and nothing is passed over', async () => {
    let failures = 3;
    const { watcher, all, synced, changes } = await told({
      async getMany(...args) {
        if (failures-- > 0) throw new Error('the store is away');
        return repo.getMany(...args);
      },
    });
    watcher.changed(await stored(2));
    await synced;
    expect(all).toHaveLength(3);
    await changes.close();
  });

  it('a gap longer than what is kept is said in the log, and what is there is told', async () => {
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (_fields: object, text: string) => void warnings.push(text) };
    const { watcher, all, synced, changes } = await told({}, logger);
    watcher.changed(await stored(4, 3));
    await synced;
    expect(all).toHaveLength(5);
    expect(warnings).toEqual([expect.stringContaining('told late')]);
    await changes.close();
  });

  it('closing ends the waiting for it', async () => {
    const { watcher, changes } = await told({ getMany: () => Promise.reject(new Error('gone for good')) });
    watcher.changed(await stored(1));
    await changes.close();
  });
});

function textOf(change: Change): string {
  const { kind, source, revision } = change;
  const text = `${kind} ${source} ${revision}${'doc' in change ? ` ${String(change.doc.id)}` : ''}`;
  return text.replaceAll(/\bs\d+\b/g, 's');
}
