import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compiledSize } from '../../../src/graphql/prepared/compiled-size.js';

const schema = buildSchema(`
  interface Node { id: ID up: Node }
  type A implements Node { id: ID up: Node a: Node n(x: Float, s: String): Int }
  type B implements Node { id: ID up: Node }
  type Query { node: Node a: A }
`);

function sizeOf(text: string, most = 100) {
  const document = parse(text);
  const isOperation = (node: { kind: string }): node is OperationDefinitionNode =>
    node.kind === Kind.OPERATION_DEFINITION;
  const operation = document.definitions.find(isOperation);
  if (operation === undefined) throw new Error('there is no operation');
  return compiledSize(schema, { document, operation, most });
}

describe('what an operation would become', () => {
  it.each([
    ['{ a { id } }', 2],
    ['{ node { id } }', 3],
    ['{ node { ... on A { id } } }', 2],
    ['{ node { ... on Node { ... on A { a { id } } } } }', 4],
    ['{ a { ...F } b: a { ...F } } fragment F on A { id n }', 6],
  ])('%s: %i fields', (text, size) => {
    expect(sizeOf(text)).toBe(size);
  });

  it('is too much beyond the most, however quickly it would grow', () => {
    expect(sizeOf('{ a { id } }', 1)).toBeNull();
    expect(sizeOf(`{ node { ${'up { '.repeat(40)} id ${'}'.repeat(40)} } }`)).toBeNull();
  });

  it.each([
    '{ a { n(s: "x") } }',
    '{ a { n(s: """x""") } }',
    'query($s: String = "x") { a { n(s: $s) } }',
    '{ a { n(x: 1e999) } }',
    'query($x: Float = 1e999) { a { n(x: $x) } }',
    '{ __proto__: a { id } }',
    'query($b: Boolean!) { a @include(if: $b) { id } }',
    '{ a { ...F @skip(if: false) } } fragment F on A { id }',
  ])('is nothing for what the compiler takes amiss: %s', (text) => {
    expect(sizeOf(text)).toBeNull();
  });
});
