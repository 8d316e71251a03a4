/**
 * How long lists are taken to be, stated by the directive `@listSize` of the IBM cost specification: a router that composes
 * this subgraph reads it from the SDL and comes to the same estimates. What follows from a convention is filled in here.
 */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parseConstValue,
  type TypeNode,
  visit,
} from 'graphql';
import { DEFAULT_PAGE } from '../connection.js';
import { mostPoints } from '../usage-range.js';

export const LIST_SIZE = 'listSize';

/** What a list that says nothing is counted as: the quotas of one thing, the features of one instance. */
const PLAIN_LIST = 5;

/** Adds `@listSize` to every field that yields many and does not have it. */
export function withListSizes(document: DocumentNode): DocumentNode {
  const scalars = new Set<string>(['ID', 'String', 'Int', 'Float', 'Boolean']);
  for (const node of document.definitions) {
    if (node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION) {
      scalars.add(node.name.value);
    }
  }
  return visit(document, {
    // A page's things are counted by the size of the connection itself.
    ObjectTypeDefinition: ({ name }) => (name.value.endsWith('Connection') ? false : undefined),
    FieldDefinition(node) {
      if (node.directives?.some(({ name }) => name.value === LIST_SIZE)) return undefined;
      const size = sizeOf(node, scalars);
      return size === null ? undefined : { ...node, directives: [...(node.directives ?? []), directive(size)] };
    },
  });
}

function sizeOf({ type }: FieldDefinitionNode, scalars: ReadonlySet<string>): string | null {
  const { name, isList } = inner(type);
  if (name.endsWith('Connection')) {
    return `{ assumedSize: ${DEFAULT_PAGE}, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false }`;
  }
  if (!isList || scalars.has(name)) return null;
  return `{ assumedSize: ${name === 'UsagePoint' ? mostPoints({}) : PLAIN_LIST} }`;
}

function inner(type: TypeNode, isList = false): { readonly name: string; readonly isList: boolean } {
  return type.kind === Kind.NAMED_TYPE
    ? { name: type.name.value, isList }
    : inner(type.type, isList || type.kind === Kind.LIST_TYPE);
}

function directive(args: string): ConstDirectiveNode {
  const value = parseConstValue(args, { noLocation: true });
  if (value.kind !== Kind.OBJECT) throw new Error('arguments of a directive are written as an object');
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: LIST_SIZE },
    arguments: value.fields.map((field) => ({ ...field, kind: Kind.ARGUMENT })),
  };
}
