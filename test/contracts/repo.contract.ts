/** What every store engine does: one suite, run on each of them. */
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionDefinition } from '../../src/store/collections.js';
import {
  type Doc,
  DuplicateKeyError,
  type Filter,
  InvalidQueryError,
  type PageQuery,
  type Repo,
} from '../../src/store/repo.js';
import { countOf, pageOf, satisfies } from './model.js';
import * as arbitrary from './repo.arbitraries.js';

export interface EngineUnderTest {
  /** A store of its own, empty, with these collections. */
  open(collections: readonly CollectionDefinition[]): Promise<Repo>;
  /** Closes and opens the same store again. */
  reopen(repo: Repo, collections: readonly CollectionDefinition[]): Promise<Repo>;
  remove(): Promise<void>;
  /** Sets of random documents, and queries to each. */
  readonly runs: { readonly sets: number; readonly queries: number };
}

const plain: CollectionDefinition = { name: 'plain', indexes: [] };
const { things } = arbitrary;
const declared = [plain, things];
const CURRENT = Number.MAX_SAFE_INTEGER;

export function repoContract(engine: () => EngineUnderTest): void {
  let repo: Repo;
  let used: EngineUnderTest;
  const all = (filter: Filter) => collect(repo.scan('things', filter));

  beforeAll(async () => {
    used = engine();
    repo = await used.open(declared);
  });
  afterAll(async () => {
    await repo.close();
    await used.remove();
  });
  beforeEach(async () => {
    await repo.deleteWhere('plain', {});
    await repo.deleteWhere('things', {});
  });

  describe('documents', () => {
    const everything: Doc = {
      _id: 'every/kind of: value',
      text: 'ünïcode \u{1F600} and \0 NUL',
      empty: '',
      integer: 2 ** 31,
      safe: CURRENT,
      fraction: -0.1,
      zero: 0,
      big: 12345678901234567890n,
      small: 5n,
      int64: [2n ** 63n - 1n, -(2n ** 63n)],
      beyond: [2n ** 63n, -(10n ** 30n), 10n ** 34n, -(7n ** 90n)],
      date: new Date('2026-11-22T01:02:03.004Z'),
      yes: true,
      nothing: null,
      list: [1, 'two', [3, { four: 4n }], null],
      nested: { deep: { deeper: [{ value: 1n }] } },
    };

    it('come back as they went in', async () => {
      await repo.insertMany('plain', [everything]);
      expect(await repo.get('plain', everything._id)).toStrictEqual(everything);
      repo = await used.reopen(repo, declared);
      expect(await repo.get('plain', everything._id)).toStrictEqual(everything);
    });

    it('keep keys that mean something to a database or to JavaScript', async () => {
      const vendorFields = JSON.parse(
        '{"$where":"1","$set":{"a":1},"$ref":"x","$id":"y","a.b":1,"":2,"_bsontype":"ObjectId","__proto__":{"polluted":true},"constructor":1,"toString":2,"nu\\u0000l%00":3,"＄x":4,"_id":5}',
      );
      await repo.insertMany('plain', [{ _id: 'keys', vendorFields }]);
      const found = await repo.get('plain', 'keys');
      expect(JSON.stringify(found?.vendorFields)).toBe(JSON.stringify(vendorFields));
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });

    it('leave undefined fields out', async () => {
      await repo.insertMany('plain', [{ _id: 'u', gone: undefined, nested: { gone: undefined, here: 1 } }]);
      expect(await repo.get('plain', 'u')).toStrictEqual({ _id: 'u', nested: { here: 1 } });
    });

    it('are read by id in the order and length asked for', async () => {
      await repo.insertMany('plain', [{ _id: 'a' }, { _id: 'b', n: 1 }]);
      expect(await repo.getMany('plain', ['b', 'none', 'a', 'b'])).toEqual([
        { _id: 'b', n: 1 },
        null,
        { _id: 'a' },
        { _id: 'b', n: 1 },
      ]);
      expect(await repo.getMany('plain', [])).toEqual([]);
      expect(await repo.get('plain', 'none')).toBeNull();
    });

    it.each([
      ['NaN', { _id: 'x', value: Number.NaN }],
      ['an invalid date', { _id: 'x', value: new Date(Number.NaN) }],
      ['a function', { _id: 'x', value: () => 1 }],
      ['a class instance', { _id: 'x', value: new Map() }],
      ['a symbol', { _id: 'x', value: Symbol('x') }],
      ['an empty id', { _id: '' }],
      ['a huge id', { _id: 'x'.repeat(2000) }],
      ['endless nesting', { _id: 'x', value: nestedTo(200) }],
    ])('are refused with %s', async (_, doc) => {
      await expect(repo.insertMany('plain', [doc])).rejects.toBeInstanceOf(InvalidQueryError);
      await expect(repo.replaceMany('plain', [doc])).rejects.toBeInstanceOf(InvalidQueryError);
      expect(await repo.get('plain', 'x')).toBeNull();
    });

    it('are refused with an id that is no string', async () => {
      const doc = { _id: 5 } as unknown as Doc; // What no TypeScript caller can pass, a JavaScript one might.
      await expect(repo.insertMany('plain', [doc])).rejects.toBeInstanceOf(InvalidQueryError);
    });
  });

  describe('writes', () => {
    it('insert many and refuse an id that is there', async () => {
      await repo.insertMany('things', versions(250));
      expect(await repo.count('things', { anyOf: [{ source: 's1' }] })).toBe(250);
      const again = repo.insertMany('things', [thing('new'), thing('t7')]);
      await expect(again).rejects.toBeInstanceOf(DuplicateKeyError);
      await expect(repo.insertMany('things', [thing('twice'), thing('twice')])).rejects.toBeInstanceOf(
        DuplicateKeyError,
      );
      expect(await repo.get('things', 't7@1')).toEqual(versions(8)[7]);
    });

    it('insert nothing without complaint', async () => {
      await repo.insertMany('things', []);
      await repo.replaceMany('things', []);
      await repo.patchMany('things', [], { until: 2 });
      await repo.patchMany('things', ['a'], {});
      expect(await repo.pageEach('things', [])).toEqual([]);
      expect(await repo.countEach('things', [])).toEqual([]);
    });

    it('replace whole documents or insert them', async () => {
      await repo.insertMany('things', [thing('a', { name: 'old', note: 'n1' })]);
      await repo.replaceMany('things', [thing('a', { name: 'new' }), thing('b', { name: 'b' })]);
      expect(await repo.get('things', 'a@1')).toStrictEqual(thing('a', { name: 'new' }));
      expect(await idsOf(page({ anyOf: [{ source: 's1' }] }))).toEqual(['b', 'a']);
    });

    it('patch fields of what is there and pass over the rest', async () => {
      await repo.insertMany('things', [thing('a', { name: 'a' }), thing('b', { name: 'b' })]);
      await repo.patchMany('things', ['a@1', 'none', 'b@1'], { until: 7, note: 'n', amount: 3n });
      expect(await repo.get('things', 'a@1')).toStrictEqual({
        ...thing('a', { name: 'a' }),
        until: 7,
        note: 'n',
        amount: 3n,
      });
      expect(await repo.get('things', 'none')).toBeNull();
      expect(await repo.count('things', { anyOf: [{ source: 's1', until: { gt: 7 } }] })).toBe(0);
      expect(await repo.count('things', { anyOf: [{ source: 's1', until: { lte: 7 } }] })).toBe(2);
    });

    it('set only what is still as expected', async () => {
      expect(await repo.compareAndSet('plain', null, { _id: 'lease', holder: 'a', revision: 1 })).toBe(true);
      expect(await repo.compareAndSet('plain', null, { _id: 'lease', holder: 'b', revision: 1 })).toBe(false);
      expect(await repo.compareAndSet('plain', { revision: 2 }, { _id: 'lease', holder: 'b', revision: 3 })).toBe(
        false,
      );
      expect(
        await repo.compareAndSet('plain', { revision: { lt: 2 }, holder: 'a' }, { _id: 'lease', revision: 2 }),
      ).toBe(true);
      expect(await repo.compareAndSet('plain', { revision: 1 }, { _id: 'other', revision: 2 })).toBe(false);
      expect(await repo.getMany('plain', ['lease', 'other'])).toEqual([{ _id: 'lease', revision: 2 }, null]);
    });

    it('let one of many win a compare-and-set', async () => {
      await repo.insertMany('plain', [{ _id: 'flag', revision: 0 }]);
      const tries = Array.from({ length: 20 }, (_, by) =>
        repo.compareAndSet('plain', { revision: 0 }, { _id: 'flag', revision: 1, by }),
      );
      const won = await Promise.all(tries);
      expect(won.filter(Boolean)).toHaveLength(1);
      expect((await repo.get('plain', 'flag'))?.by).toBe(won.indexOf(true));
    });

    it('add up, from nothing too and at the same time', async () => {
      await Promise.all(Array.from({ length: 30 }, () => repo.bump('plain', 'tally', { hits: 1, bytes: 2n ** 40n })));
      expect(await repo.get('plain', 'tally')).toEqual({ _id: 'tally', hits: 30, bytes: 30n * 2n ** 40n });
      await repo.bump('plain', 'tally', { hits: 2 ** 31, other: -1 });
      expect(await repo.get('plain', 'tally')).toEqual({
        _id: 'tally',
        hits: 2 ** 31 + 30,
        other: -1,
        bytes: 30n * 2n ** 40n,
      });
    });

    it('delete what matches and say how many', async () => {
      await repo.insertMany('things', [...versions(120), thing('old', { until: 3 }), thing('older', { until: 2 })]);
      expect(await repo.deleteWhere('things', { source: 's1', until: { lte: 3 } })).toBe(2);
      expect(await repo.deleteWhere('things', { source: 's1', until: { lte: 3 } })).toBe(0);
      expect(await repo.deleteWhere('things', { source: 's2' })).toBe(0);
      expect(await repo.count('things', { anyOf: [{ source: 's1' }] })).toBe(120);
      expect(await repo.deleteWhere('things', { note: { exists: false }, id: 't5' })).toBe(1);
      expect(await repo.deleteWhere('things', {})).toBe(119);
    });

    it('scan in chunks while what was read is changed', async () => {
      await repo.insertMany('things', versions(1201));
      let chunks = 0;
      const seen = new Set<string>();
      for await (const docs of repo.scan('things', { source: 's1', until: { gt: 5 } }, ['id'])) {
        chunks += 1;
        for (const doc of docs) {
          expect(Object.keys(doc).sort()).toEqual(['_id', 'id']);
          seen.add(doc._id);
        }
        await repo.patchMany(
          'things',
          docs.slice(0, 3).map((doc) => doc._id),
          { until: 9 },
        );
      }
      expect(chunks).toBeGreaterThan(1);
      expect(seen.size).toBe(1201);
    });
  });

  describe('the number of what was written', () => {
    const writes: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['an insert', () => repo.insertMany('plain', [{ _id: 'new' }])],
      ['a replacement', () => repo.replaceMany('plain', [{ _id: 'there', n: 2 }])],
      ['a patch', () => repo.patchMany('plain', ['there'], { n: 2 })],
      ['a compare-and-set', () => repo.compareAndSet('plain', { n: 1 }, { _id: 'there', n: 2 })],
      ['a bump', () => repo.bump('plain', 'there', { n: 1 })],
      ['a deletion', () => repo.deleteWhere('plain', { _id: 'there' })],
    ];

    it.each(writes)('is another after %s, or is never told', async (_, write) => {
      await repo.insertMany('plain', [{ _id: 'there', n: 1 }]);
      const [before, others] = [repo.written('plain'), repo.written('things')];
      expect(before === null).toBe(repo.isShared);
      expect(repo.written('plain')).toBe(before);
      await write();
      const after = repo.written('plain');
      expect(after === null).toBe(repo.isShared);
      if (!repo.isShared) expect(after).not.toBe(before);
      expect(repo.written('things')).toBe(others);
    });

    it('is told only while what is read stands, also amid writes of several parts', async () => {
      const read = new Map<number, number>();
      let writing = 3;
      const docs = (of: number) => Array.from({ length: 2_500 }, (_, n) => ({ _id: `${of} ${n}` }));
      const written = [1, 2, 3].map((of) => repo.insertMany('plain', docs(of)).finally(() => writing--));
      while (writing > 0) {
        await setImmediate();
        const before = repo.written('plain');
        const found = (await collect(repo.scan('plain', {}, []))).length;
        if (before === null || repo.written('plain') !== before) continue;
        expect(read.get(before) ?? found).toBe(found);
        read.set(before, found);
      }
      await Promise.all(written);
      expect(await collect(repo.scan('plain', {}, []))).toHaveLength(7_500);
    });

    it('is never told of a collection that is not declared', () => {
      if (repo.isShared) expect(repo.written('nowhere')).toBeNull();
      else expect(() => repo.written('nowhere')).toThrow(InvalidQueryError);
    });
  });

  describe('versions', () => {
    it('show each source at its own revision, by whichever way they are asked for', async () => {
      await repo.insertMany('things', [
        thing('a', { from: 1, until: 3, name: 'old', parent: 'p' }),
        { ...thing('a', { from: 3, name: 'new', parent: 'p' }), _id: 'a@3' },
        thing('b', { source: 's2', from: 1, name: 'b' }),
        thing('c', { source: 's2', from: 2, until: 2, name: 'never', parent: 'p' }),
      ]);
      const at = (first: number, second: number): Filter[] => [
        { source: 's1', from: { lte: first }, until: { gt: first } },
        { source: 's2', from: { lte: second }, until: { gt: second } },
      ];
      const namesAt = async (first: number, second: number) =>
        (await repo.page('things', page({ anyOf: at(first, second) }))).map((doc) => doc.name);
      expect(await namesAt(2, 1)).toEqual(['b', 'old']);
      expect(await namesAt(3, 2)).toEqual(['b', 'new']);
      expect(await repo.countEach('things', [{ anyOf: at(2, 1) }, { anyOf: at(0, 1) }, { anyOf: at(0, 0) }])).toEqual([
        2, 1, 0,
      ]);
      const byParent = { anyOf: [{ parent: 'p', source: 's1', from: { lte: 3 }, until: { gt: 3 } }] };
      expect((await repo.page('things', page(byParent))).map((doc) => doc._id)).toEqual(['a@3']);
      const byId = { anyOf: [{ id: { in: ['a', 'c'] }, source: 's1', from: { lte: 2 }, until: { gt: 2 } }] };
      expect((await repo.page('things', page(byId))).map((doc) => doc._id)).toEqual(['a@1']);
    });
  });

  describe('pages', () => {
    it('walk through everything, forwards and backwards, without gap or repetition', async () => {
      const docs = mixed(157);
      await repo.insertMany('things', docs);
      for (const direction of ['ASC', 'DESC'] as const) {
        for (const field of ['name', 'amount', 'when', 'flag']) {
          const query = { ...page({ anyOf: [{ source: 's1' }, { source: 's2' }] }), order: { field, direction } };
          const expected = pageOf(docs, { ...query, limit: 1000 }).map((doc) => doc._id);
          expect(expected).toHaveLength(157);
          expect(await walk(query, 10)).toEqual(expected);
          expect(await walk({ ...query, fromEnd: true }, 13)).toEqual(expected);
        }
      }
    });

    it('answer many parents in one call, each its own', async () => {
      await repo.insertMany(
        'things',
        Array.from({ length: 90 }, (_, n) => thing(`t${n}`, { parent: `p${n % 30}`, name: `n${n % 7}` })),
      );
      const queries = Array.from({ length: 140 }, (_, n) => ({
        ...page({ anyOf: [{ parent: `p${n % 35}` }] }),
        limit: 2,
      }));
      const found = await repo.pageEach('things', queries);
      const docs = await all({ source: 's1' });
      expect(found.map((one) => one.map((doc) => doc._id))).toEqual(
        queries.map((query) => pageOf(docs, query).map((doc) => doc._id)),
      );
      expect(await repo.countEach('things', queries)).toEqual(queries.map((query) => countOf(docs, query)));
    });

    it('hold only the fields asked for, though they are ordered by others', async () => {
      await repo.insertMany('things', [thing('a', { name: 'a', amount: 2, note: 'n' })]);
      const query = { ...page({ anyOf: [{ source: 's1' }] }), fields: ['note', 'missing'] };
      expect(await repo.page('things', query)).toEqual([{ _id: 'a@1', note: 'n' }]);
    });

    it('leave out what nobody wants, by whatever way they are read', async () => {
      const parents = [0, 1, 2].map((n) => `p${n}`);
      const things = parents.flatMap((parent, n) =>
        [0, 1, 2].map((i) => thing(`${n}${i}`, { parent, name: `n${i}`, amount: i, note: 'long', words: ['long'] })),
      );
      await repo.insertMany('things', things);
      const whole: Filter[] = [
        { source: 's1' },
        { source: 's1', note: 'long' },
        ...parents.map((parent) => ({ parent })),
      ];
      const queries = whole.map((filter) => page({ anyOf: [filter] }));
      const without = new Set(['note', 'words', 'missing']);
      const wanted = (await repo.pageEach('things', queries)).map((docs) =>
        docs.map(({ note: _note, words: _words, ...rest }) => rest),
      );
      expect(
        await repo.pageEach(
          'things',
          queries.map((query) => ({ ...query, without })),
        ),
      ).toEqual(wanted);
    });

    it('are empty where nothing is asked for', async () => {
      await repo.insertMany('things', versions(3));
      expect(await repo.page('things', page({ anyOf: [] }))).toEqual([]);
      expect(await repo.count('things', { anyOf: [] })).toBe(0);
      expect(await repo.page('things', { ...page({ anyOf: [{ source: 's1' }] }), limit: 0 })).toEqual([]);
      expect(await repo.page('things', page({ anyOf: [{ source: 's1', id: { in: [] } }] }))).toEqual([]);
    });

    it('sort long texts by all of them', async () => {
      const base = 'ä'.repeat(900);
      const docs = ['3', '1', '2', ''].map((end, n) =>
        thing(`t${n}`, { name: `${base}${end}`, parent: `${base}${n % 2}` }),
      );
      await repo.insertMany('things', docs);
      const query = page({ anyOf: [{ source: 's1' }] });
      for (const direction of ['ASC', 'DESC'] as const) {
        const order = { field: 'name', direction };
        const expected = pageOf(docs, { ...query, order }).map((doc) => doc._id);
        expect(await walk({ ...query, order }, 1)).toEqual(expected);
        expect(await walk({ ...query, order, fromEnd: true }, 3)).toEqual(expected);
      }
      expect(await idsOf(page({ anyOf: [{ parent: `${base}1` }] }))).toEqual(['t3', 't1']);
    });

    it('are what a plain sort and slice would give', async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitrary.docs,
          fc.array(arbitrary.pages, { minLength: used.runs.queries, maxLength: used.runs.queries }),
          async (docs, queries) => {
            await repo.deleteWhere('things', {});
            await repo.insertMany('things', docs);
            const found = await repo.pageEach('things', queries);
            expect(found.map((one) => one.map((doc) => doc._id))).toEqual(
              queries.map((query) => pageOf(docs, query).map((doc) => doc._id)),
            );
          },
        ),
        { numRuns: used.runs.sets },
      );
    });

    it('of many parents are what each would be alone', async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitrary.docs,
          fc.array(arbitrary.siblings, { minLength: 5, maxLength: 5 }),
          async (docs, batches) => {
            await repo.deleteWhere('things', {});
            await repo.insertMany('things', docs);
            for (const queries of batches) {
              const found = await repo.pageEach('things', queries);
              expect(found.map((one) => one.map((doc) => doc._id))).toEqual(
                queries.map((query) => pageOf(docs, query).map((doc) => doc._id)),
              );
            }
          },
        ),
        { numRuns: Math.ceil(used.runs.sets / 2) },
      );
    });

    it('of parents with few children and with many hold all of them', async () => {
      const children = [0, 1, 5, 23, 24, 25, 60].flatMap((count) =>
        Array.from({ length: count }, (_, n) =>
          thing(`of ${count}: ${n}`, { parent: `p${count}`, name: n % 3 ? 'n' : null }),
        ),
      );
      await repo.insertMany('things', children);
      const queries = [1, 0, 5, 23, 24, 25, 60, 1].map((count) => ({
        ...page({ anyOf: [{ parent: `p${count}`, source: 's1' }] }),
        limit: 50,
      }));
      const found = await repo.pageEach('things', queries);
      expect(found.map((one) => one.map((doc) => doc._id))).toEqual(
        queries.map((query) => pageOf(children, query).map((doc) => doc._id)),
      );
    });

    it('and counts stay right while documents are patched, replaced and deleted', async () => {
      const patch = fc.record(
        { name: fc.constantFrom('a', 'zz', null), until: fc.constantFrom(2, 5), parents: fc.constantFrom(['p1'], []) },
        { requiredKeys: ['until'] },
      );
      const step = fc.record({
        patch,
        replacement: arbitrary.docs,
        deleted: fc.constantFrom<Filter>({ source: 's1' }, { until: { lte: 3 }, source: 's2' }, { parent: 'p1' }),
      });
      await fc.assert(
        fc.asyncProperty(
          arbitrary.docs,
          step,
          fc.array(arbitrary.pages, { minLength: 5, maxLength: 5 }),
          async (first, { patch, replacement, deleted }, queries) => {
            await repo.deleteWhere('things', {});
            await repo.insertMany('things', first);
            const model = new Map(first.map((doc) => [doc._id, doc]));
            const patched = [...model.keys()].filter((_, at) => at % 2 === 0);
            await repo.patchMany('things', patched, patch);
            for (const id of patched) model.set(id, { ...model.get(id), ...patch, _id: id });
            await repo.replaceMany(
              'things',
              replacement.slice(0, 20).filter((doc) => model.has(doc._id) || !idTaken(model, doc)),
            );
            for (const doc of replacement.slice(0, 20))
              if (model.has(doc._id) || !idTaken(model, doc)) model.set(doc._id, doc);
            const gone = [...model.values()].filter((doc) => satisfies(doc, deleted));
            expect(await repo.deleteWhere('things', deleted)).toBe(gone.length);
            for (const doc of gone) model.delete(doc._id);
            const docs = [...model.values()];
            const found = await repo.pageEach('things', queries);
            expect(found.map((one) => one.map((doc) => doc._id))).toEqual(
              queries.map((query) => pageOf(docs, query).map((doc) => doc._id)),
            );
            expect(await repo.countEach('things', queries)).toEqual(queries.map((query) => countOf(docs, query)));
          },
        ),
        { numRuns: used.runs.sets },
      );
    });
  });

  describe('counts', () => {
    it('are what looking at every document would give, and stay so after writes', async () => {
      await fc.assert(
        fc.asyncProperty(
          arbitrary.docs,
          fc.array(arbitrary.counts, { minLength: used.runs.queries, maxLength: used.runs.queries }),
          async (docs, queries) => {
            await repo.deleteWhere('things', {});
            const half = docs.slice(0, docs.length / 2);
            await repo.insertMany('things', half);
            expect(await repo.countEach('things', queries)).toEqual(queries.map((query) => countOf(half, query)));
            await repo.insertMany('things', docs.slice(half.length));
            expect(await repo.countEach('things', queries)).toEqual(queries.map((query) => countOf(docs, query)));
          },
        ),
        { numRuns: used.runs.sets },
      );
    });

    it('tell types apart', async () => {
      await repo.insertMany('things', [
        thing('a', { name: '1' }),
        thing('b', { amount: 1 }),
        thing('c', { amount: 1n }),
      ]);
      const queries: Filter[] = [
        { name: '1' },
        { name: 1 },
        { amount: 1 },
        { amount: 1n },
        { amount: '1' },
        { amount: new Date(1) },
      ];
      const counts = await repo.countEach(
        'things',
        queries.map((query) => ({ anyOf: [{ source: 's1', ...query }] })),
      );
      expect(counts).toEqual([1, 0, 2, 2, 0, 0]);
    });
  });

  describe('search', () => {
    it('finds a prefix of any word, every word given, in the order asked for', async () => {
      const docs = Array.from({ length: 60 }, (_, n) =>
        thing(`t${n}`, {
          name: `n${(n * 37) % 60}`,
          words: ['common', `only${n}`, n % 2 === 0 ? 'even' : 'odd', n % 3 === 0 ? 'third' : 'other'],
        }),
      );
      await repo.insertMany('things', docs);
      for (const words of [
        ['com'],
        ['even', 'thi'],
        ['only5'],
        ['common', 'only59'],
        ['none'],
        ['odd', 'even'],
        ['c', 'c'],
      ]) {
        const query = { ...page({ anyOf: [{ source: 's1' }] }), words };
        expect(await walk(query, 7)).toEqual(pageOf(docs, { ...query, limit: 100 }).map((doc) => doc._id));
        expect(await repo.count('things', query)).toBe(countOf(docs, query));
      }
    });

    it('takes every character as it is', async () => {
      const words = ['a.b', '.*', '^x', '$ne', 'a\\b', '[z]', '日本語'];
      await repo.insertMany(
        'things',
        words.map((word, n) => thing(`t${n}`, { name: `${n}`, words: [word] })),
      );
      for (const [n, word] of words.entries()) {
        expect(await idsOf({ ...page({ anyOf: [{ source: 's1' }] }), words: [word] })).toEqual([`t${n}`]);
      }
    });
  });

  describe('misuse', () => {
    const hostile: [string, unknown][] = [
      ['an operator as a value', { source: { $ne: null } }],
      ['a $where', { $where: 'sleep(1000)' }],
      ['an operator as a field', { $or: [{ source: 's1' }] }],
      ['an unknown operator', { source: { regex: '.*' } }],
      ['an operator beside a known one', { source: { in: ['s1'], $ne: 1 } }],
      ['a nested object as a value', { source: { in: [{ $gt: '' }] } }],
      ['an array as a value', { source: ['s1'] }],
      ['undefined', { source: undefined }],
      ['undefined in a list', { source: { in: [undefined] } }],
      ['a function', { source: () => true }],
      ['an empty condition', { source: {} }],
      ['a field name with a space', { 'source ': 's1' }],
      ['a prototype', { source: 's1', constructor: { prototype: 1 } }],
      ['an underscored field', { _private: 1 }],
      ['a dot at the end', { 'source.': 's1' }],
      ['NaN', { source: 's1', amount: Number.NaN }],
      ['an invalid date', { source: 's1', when: { gt: new Date(Number.NaN) } }],
      ['a bigint too long to compare', { source: 's1', amount: 10n ** 40n }],
      ['a null bound', { source: 's1', amount: { gt: null } }],
      ['two lower bounds', { source: 's1', amount: { gt: 1, gte: 1 } }],
      ['a range across types', { source: 's1', amount: { gt: 1, lt: 'x' } }],
      ['exists that is no boolean', { source: 's1', note: { exists: 1 } }],
      ['a regular expression', { source: /s/ }],
      ['a BSON lookalike', { source: { _bsontype: 'ObjectId', id: 'x' } }],
      ['a class instance as filter', new Map([['source', 's1']])],
      ['a list as filter', ['source']],
      ['a string as filter', 'source'],
    ];

    it.each(hostile)('as a filter is refused: %s', async (_, value) => {
      const filter = value as Filter; // Out of a request that nobody checked.
      await repo.insertMany('things', versions(2));
      const refused = { rejects: InvalidQueryError };
      await expect(repo.page('things', page({ anyOf: [filter] }))).rejects.toBeInstanceOf(refused.rejects);
      const batch = [page({ anyOf: [{ source: 's1' }] }), page({ anyOf: [filter] })];
      await expect(repo.pageEach('things', batch)).rejects.toBeInstanceOf(refused.rejects);
      await expect(repo.count('things', { anyOf: [filter] })).rejects.toBeInstanceOf(refused.rejects);
      await expect(repo.deleteWhere('things', filter)).rejects.toBeInstanceOf(refused.rejects);
      await expect(repo.compareAndSet('things', filter, thing('t0'))).rejects.toBeInstanceOf(refused.rejects);
      await expect(all(filter)).rejects.toBeInstanceOf(refused.rejects);
      expect(await repo.count('things', { anyOf: [{ source: 's1' }] })).toBe(2);
    });

    const good = page({ anyOf: [{ source: 's1' }] });
    const wrongPages: [string, unknown][] = [
      ['a negative limit', { ...good, limit: -1 }],
      ['a broken limit', { ...good, limit: 1.5 }],
      ['no end', { ...good, limit: Number.POSITIVE_INFINITY }],
      ['an unknown direction', { ...good, order: { field: 'name', direction: 'asc' } }],
      ['an operator to order by', { ...good, order: { field: '$natural', direction: 'ASC' } }],
      ['an array to order by', { ...good, order: { field: 'words', direction: 'ASC' } }],
      ['an operator as tie-breaker', { ...good, tieBreaker: '$id' }],
      ['an object as position', { ...good, after: { value: { $gt: '' }, id: 'a' } }],
      ['an object as position id', { ...good, before: { value: 'a', id: { $gt: '' } } }],
      ['an operator as field', { ...good, fields: ['$where'] }],
      ['without what it is ordered by', { ...good, without: new Set([good.order.field]) }],
      ['without its tie-breaker', { ...good, without: new Set(['id']) }],
      ['without its words, and with words', { ...good, words: ['one'], without: new Set(['words']) }],
      ['without an operator', { ...good, without: new Set(['$where']) }],
      ['with some fields and without others', { ...good, fields: ['note'], without: new Set(['name2']) }],
      ['an empty word', { ...good, words: [''] }],
      ['an object as word', { ...good, words: [{ $regex: '' }] }],
    ];

    it.each(wrongPages)('as a page is refused: %s', async (_, query) => {
      await expect(repo.page('things', query as PageQuery)).rejects.toBeInstanceOf(InvalidQueryError);
    });

    it('is refused where no index helps, rather than walking through everything', async () => {
      await expect(repo.page('things', page({ anyOf: [{ note: 'n1' }] }))).rejects.toBeInstanceOf(InvalidQueryError);
      await expect(repo.count('things', { anyOf: [{ kind: 'red' }] })).rejects.toBeInstanceOf(InvalidQueryError);
      await expect(repo.count('plain', { anyOf: [{}] })).rejects.toBeInstanceOf(InvalidQueryError);
    });

    it('is refused of collections that are not declared', async () => {
      await expect(repo.get('users', 'x')).rejects.toBeInstanceOf(InvalidQueryError);
      await expect(repo.insertMany('__proto__', [{ _id: 'x' }])).rejects.toBeInstanceOf(InvalidQueryError);
      await expect(repo.count('system.users', { anyOf: [] })).rejects.toBeInstanceOf(InvalidQueryError);
    });

    it.each([
      ['an operator', { $set: { a: 1 } }],
      ['the id', { _id: 'other' }],
      ['a path', { 'nested.field': 1 }],
      ['undefined', { note: undefined }],
      ['a function', { note: () => 1 }],
      ['NaN', { amount: Number.NaN }],
    ])('is refused of patches: %s', async (_, fields) => {
      await repo.insertMany('things', [thing('a')]);
      await expect(repo.patchMany('things', ['a@1'], fields)).rejects.toBeInstanceOf(InvalidQueryError);
      expect(await repo.get('things', 'a@1')).toEqual(thing('a'));
    });

    it.each([
      ['a text', { hits: '1' }],
      ['NaN', { hits: Number.NaN }],
      ['the id', { _id: 1 }],
      ['an operator', { $inc: 1 }],
    ])('is refused of increments: %s', async (_, increments) => {
      const amounts = increments as unknown as Record<string, number>; // As above.
      await expect(repo.bump('plain', 'x', amounts)).rejects.toBeInstanceOf(InvalidQueryError);
      expect(await repo.get('plain', 'x')).toBeNull();
    });
  });

  async function idsOf(query: PageQuery): Promise<unknown[]> {
    return (await repo.page('things', query)).map((doc) => doc.id);
  }

  /** All pages one after the other, put together in order. */
  async function walk(query: PageQuery, limit: number): Promise<string[]> {
    const found: Doc[] = [];
    let from: Partial<PageQuery> = {};
    for (;;) {
      const docs = await repo.page('things', { ...query, ...from, limit });
      const end = query.fromEnd ? docs[0] : docs.at(-1);
      if (query.fromEnd) found.unshift(...docs);
      else found.push(...docs);
      if (end === undefined || docs.length < limit) return found.map((doc) => doc._id);
      const position = { value: (end[query.order.field] ?? null) as string | null, id: String(end.id) };
      from = query.fromEnd ? { before: position } : { after: position };
    }
  }
}

function page(query: { anyOf: readonly Filter[] }): PageQuery {
  return { ...query, order: { field: 'name', direction: 'ASC' }, tieBreaker: 'id', limit: 50 };
}

function thing(id: string, fields: Record<string, unknown> = {}): Doc {
  return { source: 's1', from: 1, until: CURRENT, ...fields, id, _id: `${id}@${String(fields.from ?? 1)}` };
}

function versions(count: number): Doc[] {
  return Array.from({ length: count }, (_, n) => thing(`t${n}`, { name: `name ${n % 17}` }));
}

/** Values of every kind, many of them twice or missing. */
function mixed(count: number): Doc[] {
  return Array.from({ length: count }, (_, n) =>
    thing(`t${n}`, {
      source: n % 3 === 0 ? 's2' : 's1',
      ...(n % 5 === 0 ? {} : { name: `name ${n % 11} \u{1F600}` }),
      amount: n % 7 === 0 ? null : n % 2 === 0 ? BigInt(n % 13) * 10n ** 18n : n % 13,
      when: n % 6 === 0 ? null : new Date(n % 9),
      flag: n % 4 === 0 ? null : n % 2 === 0,
    }),
  );
}

function idTaken(model: ReadonlyMap<string, Doc>, doc: Doc): boolean {
  return [...model.values()].some((other) => other.id === doc.id && other._id !== doc._id);
}

function nestedTo(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 1);
}

async function collect(chunks: AsyncIterable<readonly Doc[]>): Promise<Doc[]> {
  const docs: Doc[] = [];
  for await (const chunk of chunks) docs.push(...chunk);
  return docs;
}
