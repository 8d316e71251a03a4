import { getOperationAST, getVariableValues, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../../src/graphql/limits/cost.js';
import { createPriceList } from '../../../src/graphql/limits/price-list.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { sourceModules } from '../../../src/sources/index.js';

const schema = createSchema(sourceModules);
const priceOf = createPriceList(schema);

function cost(text: string, given: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return costOf({ schema, priceOf, document, operation, variables: coerced ?? {} });
}

it.each([
  ['a thing is 1, and what it says of itself nothing', '{ viewer { name role sources } }', 1],
  [
    'but an object of JSON is 1, whatever it is asked of',
    '{ licenses(first: 10) { nodes { vendorFields } } pools(first: 2) { nodes { vendorFields } } }',
    26,
  ],
  ['a page is 1 and its 50 things', '{ licenses { nodes { id } } }', 51],
  ['a total costs no things', '{ licenses(first: 100) { totalCount } }', 1],
  ['where a page stands is 1', '{ licenses(first: 100) { pageInfo { endCursor } } }', 2],
  ['edges are things beside their nodes', '{ licenses(last: 7) { edges { node { id } } } }', 15],
  ['what each thing holds multiplies', '{ licenses(first: 10) { nodes { source { name } } } }', 21],
  ['pages within pages multiply', '{ licenses(first: 10) { nodes { messages(first: 5) { nodes { id } } } } }', 71],
  ['a plain list is taken for 5', '{ licenses(first: 10) { nodes { quotas { state } } } }', 61],
  ['a list of words is nothing', '{ licenses { nodes { features conflicts } } }', 51],
  ['a sized list is its size', '{ pools(first: 10) { nodes { peerUsages(first: 3) { usedBytes } } } }', 41],
  ['a sized list has a size by default', '{ pools(first: 10) { nodes { peerUsages { usedBytes } } } }', 1011],
  ['the worst quotas are so many', '{ overview { quotas { worst(first: 20) { id } } } }', 22],
  ['licenses that expire are so many', '{ overview { expiring { id } } }', 51],
  ['a list of ids has as many things', '{ nodes(ids: ["a", "b"]) { id } }', 2],
  ['each alias counts', '{ a: licenses(first: 10) { nodes { id } } b: licenses(first: 10) { nodes { id } } }', 22],
  [
    'a fragment counts where it is spread',
    '{ licenses(first: 10) { nodes { ...L } } } fragment L on License { messages(first: 5) { nodes { id } } }',
    71,
  ],
  [
    'a fragment of a page counts by the size of each page',
    '{ a: licenses(first: 2) { ...P } b: licenses(first: 3) { ...P } } fragment P on LicenseConnection { nodes { id } }',
    7,
  ],
  [
    'a part of some types counts for all',
    '{ licenses(first: 10) { nodes { ... on KeygenLicense { machines(first: 2) { nodes { id } } } } } }',
    41,
  ],
  ['use is 30 days', '{ pools(first: 10) { nodes { usage { peak } } } }', 311],
  ['or 48 hours', '{ quotas(first: 10) { nodes { usage(resolution: HOUR) { peak } } } }', 491],
  ['or all that is kept', '{ quotas(first: 10) { nodes { usage(from: "2030-01-01T00:00:00Z") { peak } } } }', 4011],
  [
    'or as long as is asked for',
    '{ quotas(first: 10) { nodes { usage(from: "2030-01-01T00:00:00Z", to: "2030-01-08T00:00:00Z") { peak } } } }',
    81,
  ],
  ['a forecast is the days behind it', '{ quotas(first: 10) { nodes { forecast { basis { samples } } } } }', 921],
  ['a what-if is its whole source', '{ whatIf(input: { sourceId: "a" }) { errors { code } } }', 20_005],
  ['and what it answers', '{ whatIf(input: { sourceId: "a" }) { quotas { state } messages { category } } }', 22_000],
  ['a change is 10', 'mutation { refreshSource(input: { sourceId: "a" }) { source { name } errors { code } } }', 16],
  [
    'a pool is a what-if, since it may be tried on paper',
    'mutation { createPool(input: { stackId: "a", name: "b", quota: "MAX", dryRun: true }) { pool { id } } }',
    20_001,
  ],
  [
    'the schema is as long as it is',
    '{ __schema { types { name } } __type(name: "Pool") { name } __typename }',
    40_000,
  ],
])('%s', (_rule, text, expected) => {
  expect(cost(text)).toBe(expected);
});

it('takes sizes from variables, and from their defaults', () => {
  const text = 'query ($n: Int = 20) { licenses(first: $n) { nodes { id } } }';
  expect(cost(text, { n: 30 })).toBe(31);
  expect(cost(text)).toBe(21);
});

it('counts entities that a router asks for, and what it asks of them', () => {
  const text = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Pool { usage { peak } } } }';
  const representations = Array.from({ length: 7 }, (_, i) => ({ __typename: 'Pool', id: `Pool:a:${i}` }));
  expect(cost(text, { r: representations })).toBe(7 * 31);
});

it('counts a chain of fragments, each spread twice, without walking it twice over', () => {
  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment F${i} on Source { ...F${i + 1} ... on Source { ...F${i + 1} } }`,
  );
  const text = `{ source(name: "a") { ...F0 } } ${fragments.join(' ')} fragment F30 on Source { licenses(first: 1) { totalCount } }`;
  expect(cost(text)).toBe(1 + 2 ** 30);
});

it('stays a number that can be compared, however large it grows', () => {
  const fragments = Array.from(
    { length: 90 },
    (_, i) => `fragment F${i} on Source { ...F${i + 1} a: overview ...F${i + 1} }`,
  );
  const pages = Array.from({ length: 40 }, () => 'licenses(first: 500) { nodes { source {').join(' ');
  const text = `{ source(name: "a") { ...F0 ${pages} name ${'} } }'.repeat(40)} } } ${fragments.join(' ')}
    fragment F90 on Source { licenses(first: 500) { nodes { id } } }`;
  expect(cost(text)).toBe(Number.MAX_SAFE_INTEGER);
});

describe('refuses a value that the executor could not use, before anything runs', () => {
  it.each([
    ['a null for what has a default', 'query ($v: Int) { pools { nodes { peerUsages(first: $v) { usedBytes } } } }'],
    [
      'in a fragment',
      'query ($v: Int) { ...F } fragment F on Query { overview { quotas { worst(first: $v) { id } } } }',
    ],
    ['of an enum', 'query ($v: UsageResolution) { pools { nodes { usage(resolution: $v) { peak } } } }'],
    ['to @include', 'query ($v: Boolean = true) { __typename @include(if: $v) }'],
    [
      'to @skip on a spread',
      'query ($v: Boolean = true) { ...F @skip(if: $v) } fragment F on Query { viewer { name } }',
    ],
    ['to @skip on a part', 'query ($v: Boolean = true) { ... @skip(if: $v) { viewer { name } } }'],
    ['to a field of the schema', 'query ($v: String = "Pool") { __type(name: $v) { name } }'],
    ['within the schema', 'query ($v: Boolean = true) { __schema { types { name @skip(if: $v) } } }'],
  ])('%s', (_where, text) => {
    expect(() => cost(text, { v: null })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^Argument "\w+" of non-null type "\w+!" must not be null\.$/),
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
      }),
    );
  });
});
