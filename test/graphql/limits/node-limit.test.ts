import { type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { countNodes } from '../../../src/graphql/limits/node-limit.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { sourceModules } from '../../../src/sources/index.js';
import { startGateway } from '../../support/gateway.js';

const schema = createSchema(sourceModules);

function count(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return countNodes(schema, operation, fragments, variables);
}

it.each([
  ['{ licenses { nodes { id } } }', 50],
  ['{ licenses(first: 100) { totalCount } }', 100],
  ['{ licenses(last: 7) { edges { node { id } } } }', 7],
  ['{ licenses(first: 10) { nodes { source { name } } } }', 20],
  ['{ licenses(first: 10) { nodes { messages(first: 5) { nodes { id } } } } }', 60],
  ['{ licenses(first: 10) { nodes { quotas { state } } } }', 60],
  ['{ pools(first: 10) { nodes { peerUsages(first: 3) { usedBytes } } } }', 40],
  ['{ nodes(ids: ["a", "b"]) { id } }', 2],
  ['{ a: licenses(first: 10) { nodes { id } } b: licenses(first: 10) { nodes { id } } }', 20],
  ['{ licenses(first: 10) { nodes { ...L } } } fragment L on License { messages(first: 5) { nodes { id } } }', 60],
  ['{ licenses(first: 10) { nodes { ... on KeygenLicense { machines(first: 2) { nodes { id } } } } } }', 30],
  ['{ pools(first: 10) { nodes { usage { peak } } } }', 310],
  ['{ quotas(first: 10) { nodes { usage(resolution: HOUR) { peak } } } }', 490],
  ['{ quotas(first: 10) { nodes { usage(from: "2030-01-01T00:00:00Z") { peak } } } }', 4010],
  ['{ quotas(first: 10) { nodes { usage(from: "2030-01-01T00:00:00Z", to: "2030-01-08T00:00:00Z") { peak } } } }', 80],
  [
    '{ quotas(first: 10) { nodes { usage(from: "1030-01-01T00:00:00Z", to: "2030-01-08T00:00:00Z") { peak } } } }',
    4010,
  ],
  ['{ quotas(first: 10) { nodes { forecast { basis { samples } } } } }', 930],
  ['{ viewer { name } }', 1],
])('%s can read %i things', (text, nodes) => {
  expect(count(text)).toBe(nodes);
});

it('takes sizes from variables', () => {
  expect(count('query ($n: Int) { licenses(first: $n) { nodes { id } } }', { n: 30 })).toBe(30);
});

it('counts a chain of fragments, each spread twice, without walking it twice over', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Source { ...F${i + 1} ... on Source { ...F${i + 1} } }`,
  );
  const text = `{ source(name: "a") { ...F0 } } ${fragments.join(' ')} fragment F60 on Source { licenses(first: 1) { nodes { id } } }`;
  expect(count(text)).toBe(1 + 2 ** 60);
});

it('refuses, before anything is read, what would not fit into memory', async () => {
  const gateway = await startGateway([]);
  const deep = '{ sources { nodes { licenses(first: 500) { nodes { messages(first: 500) { nodes { id } } } } } } }';
  const wide = `{ ${Array.from({ length: 500 }, (_, i) => `a${i}: licenses(first: 500) { nodes { id quotas { id } } }`).join(' ')} }`;
  const byDefault = 'query ($n: Int = 500) { licenses(first: $n) { nodes { messages(first: $n) { nodes { id } } } } }';
  for (const query of [deep, wide, byDefault]) {
    const answer = await gateway.ask(query);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX' }, message: expect.stringContaining('ask for smaller pages') },
    ]);
  }
  await gateway.close();
});

it('leaves variables that do not fit to be refused when the operation runs', () => {
  expect(count('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }')).toBe(5);
  const sized = 'query ($n: Int) { pools(first: 2) { nodes { peerUsages(first: $n) { usedBytes } } } }';
  expect(count(sized, { n: null })).toBeGreaterThan(2);
});
