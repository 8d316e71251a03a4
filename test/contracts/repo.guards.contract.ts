/** What every store engine does with writes that may only happen while a document says so, and with collections that are sharded. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionDefinition } from '../../src/store/collections.js';
import {
  type Doc,
  DuplicateKeyError,
  FencedError,
  type Guard,
  InvalidQueryError,
  type Repo,
} from '../../src/store/repo.js';
import type { EngineUnderTest } from './repo.contract.js';

const declared: readonly CollectionDefinition[] = [
  { name: 'locks', indexes: [] },
  { name: 'rows', indexes: [{ fields: ['batch'] }] },
  {
    name: 'spread',
    indexes: [{ fields: ['source', 'name', 'id'] }, { fields: ['parent', 'id'] }],
    shardKey: ['source', '_id'],
  },
];
const byOne: Guard = { collection: 'locks', id: 'lock', expected: { fence: 1 } };
/** Of a guarded write that is done in several parts. */
const MANY = 5_000;

export function guardContract(engine: () => EngineUnderTest): void {
  let repo: Repo;
  let used: EngineUnderTest;

  beforeAll(async () => {
    used = engine();
    repo = await used.open(declared);
  });
  afterAll(async () => {
    await repo.close();
    await used.remove();
  });
  beforeEach(async () => {
    await repo.deleteWhere('rows', {});
    await repo.replaceMany('locks', [{ _id: 'lock', fence: 1 }]);
  });

  const rows = (count: number, batch = 'b'): Doc[] =>
    Array.from({ length: count }, (_, n) => ({ _id: `${batch}${n}`, batch }));
  const stored = (batch = 'b') => repo.count('rows', { anyOf: [{ batch }] });
  const takeOver = (from = 1) => repo.compareAndSet('locks', { fence: from }, { _id: 'lock', fence: from + 1 });

  describe('guarded writes', () => {
    it('happen while the guard holds', async () => {
      await repo.insertMany('rows', rows(3), byOne);
      await repo.replaceMany(
        'rows',
        [
          { _id: 'b0', batch: 'b', n: 1 },
          { _id: 'b9', batch: 'b' },
        ],
        byOne,
      );
      await repo.patchMany('rows', ['b1', 'b2'], { n: 2 }, byOne);
      expect(await repo.deleteWhere('rows', { _id: 'b2' }, byOne)).toBe(1);
      expect(await repo.getMany('rows', ['b0', 'b1', 'b2', 'b9'])).toEqual([
        { _id: 'b0', batch: 'b', n: 1 },
        { _id: 'b1', batch: 'b', n: 2 },
        null,
        { _id: 'b9', batch: 'b' },
      ]);
      await repo.insertMany('rows', [], byOne);
    });

    it.each([
      ['says otherwise', () => takeOver()],
      ['is not there', () => repo.deleteWhere('locks', {})],
    ])('are refused, and change nothing, when the document %s', async (_, lose) => {
      await repo.insertMany('rows', rows(2));
      await lose();
      for (const write of [
        () => repo.insertMany('rows', rows(1, 'new'), byOne),
        () => repo.replaceMany('rows', [{ _id: 'b0', batch: 'other' }], byOne),
        () => repo.patchMany('rows', ['b0'], { batch: 'other' }, byOne),
        () => repo.deleteWhere('rows', { batch: 'b' }, byOne),
      ]) {
        await expect(write()).rejects.toBeInstanceOf(FencedError);
      }
      expect([await stored('new'), await stored('other'), await stored()]).toEqual([0, 0, 2]);
    });

    it('stop at the next part when somebody takes over between two', async () => {
      const write = repo.insertMany('rows', rows(MANY), byOne);
      write.catch(() => {});
      while ((await stored()) === 0) await setImmediate();
      expect(await takeOver()).toBe(true);
      await expect(write).rejects.toBeInstanceOf(FencedError);
      const left = await stored();
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(MANY);
      expect(left % 1000).toBe(0);
    });

    it('are either there when somebody has taken over, or never come', async () => {
      for (let fence = 1; fence <= 15; fence += 1) {
        const batch = `round${fence}`;
        const guard = { ...byOne, expected: { fence } };
        const write = repo.insertMany('rows', rows(3, batch), guard).then(
          () => 3,
          (error: unknown) => {
            expect(error).toBeInstanceOf(FencedError);
            return 0;
          },
        );
        if (fence % 3 === 1) await setImmediate();
        expect(await takeOver(fence)).toBe(true);
        const then = await stored(batch);
        expect(then).toBe(await write);
        expect(await stored(batch)).toBe(then);
      }
    });

    it('delete however much there is, part by part', async () => {
      await repo.insertMany('rows', rows(MANY / 2));
      await repo.insertMany('rows', rows(3, 'kept'));
      expect(await repo.deleteWhere('rows', { batch: 'b' }, byOne)).toBe(MANY / 2);
      expect([await stored(), await stored('kept')]).toEqual([0, 3]);
      await repo.insertMany('rows', rows(MANY));
      const deletion = repo.deleteWhere('rows', { batch: 'b' }, byOne);
      deletion.catch(() => {});
      while ((await stored()) === MANY) await setImmediate();
      expect(await takeOver()).toBe(true);
      await expect(deletion).rejects.toBeInstanceOf(FencedError);
      expect(await stored()).toBeGreaterThan(0);
    });

    it('of several writers at once all happen, each once', async () => {
      const writers = Array.from({ length: 8 }, (_, n) => repo.insertMany('rows', rows(20, `w${n}-`), byOne));
      await Promise.all(writers);
      const counts = await repo.countEach(
        'rows',
        writers.map((_, n) => ({ anyOf: [{ batch: `w${n}-` }] })),
      );
      expect(counts).toEqual(writers.map(() => 20));
    });

    it('go on in a session that somebody has ended, and in any case where there are none', async () => {
      const session = repo.sessionOf(byOne);
      expect(repo.sessionOf({ ...byOne })).toBe(session);
      const write = repo.insertMany('rows', rows(MANY), byOne);
      while ((await stored()) === 0) await setImmediate();
      if (session !== null) await repo.undo(session);
      await write;
      expect(await stored()).toBe(MANY);
      await repo.patchMany('rows', ['b0'], { batch: 'after' }, byOne);
      expect(await stored('after')).toBe(1);
    });

    it('tell of an id that is there already', async () => {
      const taken = MANY / 2 + 7;
      await repo.insertMany('rows', [{ _id: `b${taken}`, batch: 'before' }]);
      const write = repo.insertMany('rows', rows(MANY), byOne);
      await expect(write).rejects.toThrow(new DuplicateKeyError('rows', `b${taken}`));
      expect(await repo.get('rows', `b${taken}`)).toEqual({ _id: `b${taken}`, batch: 'before' });
    });

    it('may change the very document that guards them', async () => {
      await repo.patchMany('locks', ['lock'], { note: 'n' }, byOne);
      expect(await repo.get('locks', 'lock')).toMatchObject({ fence: 1, note: 'n' });
    });
  });

  describe('a sharded collection', () => {
    const doc = (source: string, n: number): Doc => {
      const id = `Pool:${source}:${n}`;
      return { _id: `${id}@1`, id, source, name: `n${n}`, parent: 'p' };
    };
    const ordered = { order: { field: 'name', direction: 'ASC' }, tieBreaker: 'id', limit: 9 } as const;

    it('is read and written where every query names its sources', async () => {
      await repo.deleteWhere('spread', { source: { in: ['a', 'b'] } });
      await repo.insertMany('spread', [doc('a', 1), doc('b', 1)]);
      await repo.replaceMany('spread', [doc('a', 1), { ...doc('b', 2), _id: 'Source:b@2' }]);
      await repo.patchMany('spread', ['Pool:a:1@1', 'Pool:b:1@1', 'Pool:c:1@1'], { name: 'x' });
      expect(await repo.compareAndSet('spread', { name: 'x' }, { ...doc('a', 1), name: 'y' })).toBe(true);
      expect(await repo.getMany('spread', ['Pool:b:1@1', 'Pool:a:1@1', 'Pool:c:1@1'])).toEqual([
        { ...doc('b', 1), name: 'x' },
        { ...doc('a', 1), name: 'y' },
        null,
      ]);
      expect(await repo.count('spread', { anyOf: [{ source: 'b' }] })).toBe(2);
    });

    it.each([
      ['a page', () => repo.page('spread', { ...ordered, anyOf: [{ source: 'a' }, { parent: 'p' }] })],
      ['a count', () => repo.count('spread', { anyOf: [{ parent: 'p' }] })],
      ['a scan', () => repo.scan('spread', { parent: 'p' })[Symbol.asyncIterator]().next()],
      ['a range of sources', () => repo.deleteWhere('spread', { source: { gte: 'a' } })],
      ['a deletion of everything', () => repo.deleteWhere('spread', {})],
      ['an id that tells no source', () => repo.get('spread', 'x')],
      ['a patch of such an id', () => repo.patchMany('spread', ['x'], { name: 'y' })],
      ['a document of another source than its id', () => repo.insertMany('spread', [{ ...doc('a', 1), source: 'b' }])],
      ['a replacement like that', () => repo.replaceMany('spread', [{ ...doc('a', 1), source: 'b' }])],
      ['a compare-and-set like that', () => repo.compareAndSet('spread', null, { ...doc('a', 9), source: 'b' })],
    ])('refuses what would ask every shard: %s', async (_, ask) => {
      await expect(ask()).rejects.toBeInstanceOf(InvalidQueryError);
    });
  });
}
