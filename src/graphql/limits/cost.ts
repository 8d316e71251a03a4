/**
 * What an operation could make the gateway read, told before anything runs, by the IBM cost specification as routers apply it:
 * an object costs 1, a JSON object too, another scalar nothing, a mutation 10, `@cost` says otherwise, and lists multiply what is in them (`@listSize`).
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { mostPoints } from '../usage-range.js';
import { fragmentsOf } from './document-limits.js';
import { type Arguments, argumentsOf, checkConditions } from './given-values.js';
import type { Price, PriceOf } from './price-list.js';

/** The longest answer that one look at the schema can have. */
const INTROSPECTION_COST = 20_000;
/** Sums grow no further, so that they stay numbers that can be compared and shown. */
const LARGEST_COST = Number.MAX_SAFE_INTEGER;

type Field = GraphQLField<unknown, unknown>;

/** Fields that no type lists. */
const META_FIELDS: ReadonlyMap<string, Field> = new Map(
  [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]),
);

export interface Priced {
  readonly schema: GraphQLSchema;
  readonly priceOf: PriceOf;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced: defaults of the operation included. */
  readonly variables: Arguments;
  /** Told of each field with its arguments. */
  readonly onField?: (node: FieldNode, definition: Field, args: Arguments) => void;
}

/** How long the lists of some fields of a page are. */
interface Page {
  readonly size: number;
  readonly fields: readonly string[];
}

/**
 * A whole number; of every list within lists the sizes multiply. Throws BAD_USER_INPUT for values that the executor could
 * not use, of any field that could run.
 */
export function costOf({ schema, priceOf, document, operation, variables, onField = () => {} }: Priced): number {
  const fragments = fragmentsOf(document);
  /** What a fragment costs is the same wherever it is spread in pages of one size: told once, a chain of them stays cheap. */
  const known = new Map<string, number>();

  function ofSelection(set: SelectionSetNode, typeName: string, page: Page | null): number {
    let sum = 0;
    for (const node of set.selections) {
      checkConditions(node, variables);
      if (node.kind === Kind.FIELD) sum += ofField(node, typeName, page);
      else if (node.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(fragments.get(node.name.value), page);
      else sum += ofSelection(node.selectionSet, node.typeCondition?.name.value ?? typeName, page);
    }
    return Math.min(sum, LARGEST_COST);
  }

  function ofFragment(fragment: FragmentDefinitionNode | undefined, page: Page | null): number {
    if (fragment === undefined) return 0;
    const key = `${fragment.name.value} ${page?.size} ${page?.fields}`;
    const cost = known.get(key) ?? ofSelection(fragment.selectionSet, fragment.typeCondition.name.value, page);
    known.set(key, cost);
    return cost;
  }

  function ofField(node: FieldNode, typeName: string, page: Page | null): number {
    const name = node.name.value;
    const definition = fieldOf(schema, typeName, name);
    if (definition === undefined) return 0;
    const args = argumentsOf(definition, node, variables);
    onField(node, definition, args);
    const isList = isListType(getNullableType(definition.type));
    const price = priceOf(definition, typeName);
    const own = pageOf(definition, price, args);
    const count = page?.fields.includes(name) ? page.size : isList ? own.size : 1;
    const inner =
      node.selectionSet === undefined
        ? 0
        : ofSelection(node.selectionSet, getNamedType(definition.type).name, isList ? null : own);
    if (META_FIELDS.has(name)) return name === '__typename' ? 0 : INTROSPECTION_COST;
    return Math.min(count * (price.weight + inner), LARGEST_COST);
  }

  const root = schema.getRootType(operation.operation);
  return root == null ? 0 : ofSelection(operation.selectionSet, root.name, null);
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string): Field | undefined {
  const type = schema.getType(typeName);
  return META_FIELDS.get(name) ?? (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined);
}

/** How long the lists of a field are: sizes out of bounds are refused by who is told of it, and only must not make the sum wrong. */
function pageOf({ type }: Field, { assumedSize, slicingArguments, sizedFields }: Price, args: Arguments): Page {
  // Neither is an argument of Int, which is what the directive knows: ids and representations have as many answers, and a time its points.
  if (getNamedType(type).name === 'UsagePoint') return { size: mostPoints(args), fields: [] };
  const given = Object.values(args).find(Array.isArray);
  if (given !== undefined) return { size: given.length, fields: [] };
  const sliced = slicingArguments.map((name) => args[name]).find((size) => typeof size === 'number');
  return { size: Math.max(typeof sliced === 'number' ? sliced : assumedSize, 0), fields: sizedFields };
}
