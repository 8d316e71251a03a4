/** Random documents and queries, small in variety so that they meet: duplicate values, nulls, shared words, long strings. */
import fc from 'fast-check';
import type { CollectionDefinition } from '../../src/store/collections.js';
import type { Doc, Filter, PageQuery, Position, Scalar } from '../../src/store/repo.js';

const by = (...fields: string[]) => ({ fields });

export const things: CollectionDefinition = {
  name: 'things',
  indexes: [
    by('id'),
    by('source', 'name', 'id'),
    by('source', 'amount', 'id'),
    by('source', 'when', 'id'),
    by('source', 'flag', 'id'),
    by('source', 'words'),
    by('source', 'until', 'from'),
    by('parent', 'name', 'id'),
    by('parents', 'name', 'id'),
  ],
  arrays: ['words', 'parents'],
  covered: ['from', 'until', 'kind', 'when'],
  broad: ['source'],
};

const long = 'x'.repeat(700);
const names = [
  '',
  'a',
  'ab',
  'abc',
  'B',
  'ß',
  'é',
  '日本',
  '\u{1F600}',
  '\uFFEE',
  'a\0b',
  'a\u0001',
  `${long}1`,
  `${long}2`,
  long,
];
const amounts: Scalar[] = [
  0,
  -1,
  1.5,
  2 ** 53,
  -(2 ** 31),
  1n,
  2n ** 53n + 1n,
  -(2n ** 63n),
  2n ** 63n - 1n,
  2n ** 63n + 5n,
  10n ** 33n,
  0.1,
];
const dates = [0, 1, -5, 1_763_769_600_000, 253_402_300_799_999].map((ms) => new Date(ms));
const parents = ['p1', 'p2', 'p3', `${long}p`];
const words = ['alpha', 'alp', 'beta', 'bet', '\u{1F600}smile', 'émile', 'eins'];
const kinds = ['red', 'green', 'blue', 'k'.repeat(80)];
const sources = ['s1', 's2', 's3'];

const orNull = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, fc.constant(null));

const body = fc.record(
  {
    source: fc.constantFrom(...sources),
    name: orNull(names),
    amount: orNull(amounts),
    when: orNull(dates),
    flag: orNull([true, false]),
    kind: orNull(kinds),
    parent: orNull(parents),
    parents: fc.uniqueArray(fc.constantFrom(...parents), { maxLength: 3 }),
    words: fc.uniqueArray(fc.constantFrom(...words), { maxLength: 4 }),
    note: orNull(['n1', 'n2']),
    from: fc.integer({ min: 1, max: 4 }),
    until: fc.constantFrom(3, 5, Number.MAX_SAFE_INTEGER),
  },
  { requiredKeys: ['source', 'from', 'until'] },
);

/** Documents whose `id` is unique, as it is among the visible. */
export const docs: fc.Arbitrary<Doc[]> = fc
  .array(body, { minLength: 1, maxLength: 60 })
  .map((bodies) =>
    bodies.map((fields, at) => ({ ...fields, _id: `t${at}@${fields.from}`, id: `t${String(at).padStart(2, '0')}` })),
  );

const range = (values: readonly Scalar[]) => {
  const value = fc.constantFrom(...values);
  return fc.oneof(
    fc.record({ gt: value }),
    fc.record({ gte: value }),
    fc.record({ lt: value }),
    fc.record({ lte: value }),
    fc.record({ gte: value, lt: value }),
    fc.record({ gt: value, lte: value }),
  );
};
const oneOf = (values: readonly Scalar[]) =>
  fc.oneof(
    fc.constantFrom(...values, null),
    fc.record({ in: fc.array(fc.constantFrom(...values, null), { maxLength: 3 }) }),
  );

const extra = fc.record(
  {
    name: fc.oneof(oneOf(names), range(names)),
    amount: fc.oneof(oneOf(amounts), range(amounts)),
    when: fc.oneof(oneOf(dates), range(dates)),
    flag: oneOf([true, false]),
    kind: fc.oneof(oneOf(kinds), fc.record({ exists: fc.boolean() })),
    note: fc.oneof(oneOf(['n1', 'n2']), fc.record({ exists: fc.boolean() })),
    from: fc.record({ lte: fc.integer({ min: 0, max: 5 }) }),
    until: fc.record({ gt: fc.integer({ min: 0, max: 5 }) }),
    parents: fc.oneof(oneOf(parents), range(parents)),
    words: fc.oneof(oneOf(words), range(words)),
  },
  { requiredKeys: [] },
);

/** Sparse: with every field constrained hardly anything would match. */
const someExtra = fc.tuple(extra, fc.integer({ min: 0, max: 3 })).map(([all, most]): Filter => {
  const entries = Object.entries(all).slice(0, most);
  return Object.fromEntries(entries) as Filter;
});

/** Branches that do not overlap: one for each source, or one for each parent, or one by ids. */
const anyOf = fc.oneof(
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...sources), { minLength: 1, maxLength: 3 }),
      fc.array(someExtra, { minLength: 3, maxLength: 3 }),
    )
    .map(([chosen, extras]) => chosen.map((source, at): Filter => ({ ...extras[at], source }))),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...sources), { minLength: 1, maxLength: 3 }), someExtra)
    .map(([chosen, more]): Filter[] => [{ ...more, source: { in: chosen } }]),
  fc.tuple(oneOf(parents), someExtra).map(([parent, more]): Filter[] => [{ ...more, parent }]),
  fc.tuple(fc.constantFrom(...parents), someExtra).map(([parent, more]): Filter[] => [{ ...more, parents: parent }]),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...parents), { minLength: 1 }), someExtra)
    .map(([chosen, more]): Filter[] => [{ ...more, parents: { in: chosen } }]),
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), someExtra)
    .map(([numbers, more]): Filter[] => [
      { ...more, id: { in: numbers.map((number) => `t${String(number).padStart(2, '0')}`) } },
    ]),
);

const searched = fc.option(
  fc.uniqueArray(fc.constantFrom('a', 'al', 'alpha', 'b', 'bet', 'e', 'é', '\u{1F600}', 'zz'), { maxLength: 2 }),
  {
    nil: undefined,
  },
);

export const counts = fc
  .tuple(anyOf, searched)
  .map(([branches, wanted]) => ({ anyOf: branches, ...(wanted === undefined ? {} : { words: wanted }) }));

const valuesOf = { name: names, amount: amounts, when: dates, flag: [true, false], kind: kinds, id: ['t05', 't20'] };

const position = (field: keyof typeof valuesOf): fc.Arbitrary<Position> =>
  fc
    .tuple(
      fc.constantFrom<Scalar>(...valuesOf[field], ...(field === 'id' ? [] : [null])),
      fc.integer({ min: 0, max: 60 }),
    )
    .map(([value, number]) => {
      const id = `t${String(number).padStart(2, '0')}`;
      return { value: field === 'id' ? id : value, id };
    });

export const pages: fc.Arbitrary<PageQuery> = fc
  .constantFrom(...(Object.keys(valuesOf) as (keyof typeof valuesOf)[]))
  .chain((field) =>
    fc
      .record({
        query: counts,
        direction: fc.constantFrom('ASC' as const, 'DESC' as const),
        after: fc.option(position(field), { nil: undefined }),
        before: fc.option(position(field), { nil: undefined }),
        limit: fc.integer({ min: 0, max: 20 }),
        fromEnd: fc.boolean(),
      })
      .map(({ query, direction, after, before, limit, fromEnd }) => ({
        ...query,
        order: { field, direction },
        tieBreaker: 'id',
        limit,
        fromEnd,
        ...(after === undefined ? {} : { after }),
        ...(before === undefined ? {} : { before }),
      })),
  );

/** One query asked of several parents, in a batch with others, as lists of what things have are read. */
export const siblings: fc.Arbitrary<PageQuery[]> = fc
  .record({
    by: fc.constantFrom('parent', 'parents'),
    asked: fc.array(fc.constantFrom(...parents, 'none'), { minLength: 2, maxLength: 8 }),
    where: someExtra,
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    limit: fc.integer({ min: 0, max: 40 }),
    apart: fc.array(pages, { maxLength: 2 }),
  })
  .map(({ by: field, asked, where, direction, limit, apart }) => [
    ...asked.map((parent) => ({
      anyOf: [{ ...where, [field]: parent, source: 's1' }],
      order: { field: 'name', direction },
      tieBreaker: 'id',
      limit,
    })),
    ...apart,
  ]);
