import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyUses, type KeyUseStore } from '../../src/auth/key-uses.js';
import { silentLogger } from '../../src/domain/ports.js';
import { openRepo } from '../../src/store/index.js';
import { keyUseStore } from '../../src/store/key-uses.js';
import type { Repo } from '../../src/store/repo.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const start = new Date('2026-03-01T12:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
let now = start;
const clock = { now: () => now };
const logger = silentLogger;

describe.each(storeKinds)('in $name', ({ skipped, make }) => {
  describe.skipIf(skipped)('the last use of a key', () => {
    let store: TestStore;
    let repo: Repo;
    beforeEach(async () => {
      now = start;
      store = await make();
      repo = await openRepo(store.config);
    });
    afterEach(async () => {
      await repo.close();
      await store.remove();
    });

    it('is known at once, and after a restart', async () => {
      const uses = createKeyUses({ store: keyUseStore(repo), clock, logger });
      uses.note('ops');
      now = at(30);
      uses.note('ops');
      expect(await uses.lastUsed(['wall', 'ops'])).toEqual([null, at(30)]);
      await uses.settle();
      await repo.close();
      repo = await openRepo(store.config);
      const again = createKeyUses({ store: keyUseStore(repo), clock, logger });
      expect(await again.lastUsed(['ops', 'wall'])).toEqual([at(30), null]);
    });

    it('is the latest of what two gateways on one store saw', async () => {
      const [one, two] = [0, 1].map(() => createKeyUses({ store: keyUseStore(repo), clock, logger }));
      one?.note('ops');
      now = at(50);
      one?.note('ops');
      now = at(55);
      two?.note('ops');
      await two?.settle();
      expect(await one?.lastUsed(['ops'])).toEqual([at(55)]);
      await one?.settle();
      expect(await two?.lastUsed(['ops'])).toEqual([at(55)]);
      expect((await repo.get('keyUses', 'ops'))?.lastUsedAt).toEqual(at(55));
    });
  });
});

describe('uses are written', () => {
  it('once a minute for each key, and the last one at the end', async () => {
    now = start;
    const { store, written } = recorder();
    const uses = createKeyUses({ store, clock, logger });
    for (const seconds of [0, 1, 30, 59, 60, 61, 119, 130]) {
      now = at(seconds);
      uses.note('ops');
    }
    uses.note('wall');
    expect(written).toEqual([
      ['ops', at(0)],
      ['ops', at(60)],
      ['ops', at(130)],
      ['wall', at(130)],
    ]);
    now = at(140);
    uses.note('ops');
    await uses.settle();
    await uses.settle();
    expect(written.slice(4)).toEqual([['ops', at(140)]]);
  });

  it('after the clock was set back, too', () => {
    now = start;
    const { store, written } = recorder();
    const uses = createKeyUses({ store, clock, logger });
    for (const seconds of [0, -3600, -3590]) {
      now = at(seconds);
      uses.note('ops');
    }
    expect(written).toEqual([
      ['ops', at(0)],
      ['ops', at(-3600)],
    ]);
  });

  it('without anybody’s waiting or failing for it', async () => {
    now = start;
    const warnings: string[] = [];
    const store: KeyUseStore = { read: async () => [null], write: () => Promise.reject(new Error('the disk is full')) };
    const warn = (_fields: object, message: string) => void warnings.push(message);
    const uses = createKeyUses({ store, clock, logger: { ...logger, warn } });
    expect(() => uses.note('ops')).not.toThrow();
    await uses.settle();
    expect(warnings).toEqual(['the use of an API key could not be written down']);
    expect(await uses.lastUsed(['ops'])).toEqual([start]);
  });
});

function recorder() {
  const written: [string, Date][] = [];
  const store: KeyUseStore = {
    read: async (names) => names.map(() => null),
    write: async (name, when) => void written.push([name, when]),
  };
  return { store, written };
}
