/** How many things an operation can make the gateway read, counted before anything is read; too many are refused. */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MOST_PROJECTIONS } from '../../quota/what-if.js';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../connection.js';
import type { GraphqlContext } from '../context.js';
import { mostPoints } from '../usage-range.js';
import { FORECAST_DAYS } from '../usage-reader.js';

/** More than any page of a person or a script needs, and what fits into memory with room to spare. */
const MOST_NODES = 100_000;
/** Each is one after the other: a request to a vendor, a read of the source, an entry in the audit log. */
const MOST_CHANGES = 25;
/** What a list that takes no size is counted as: the quotas of one thing, the features of one instance. */
const PLAIN_LIST = 5;
/** Lists that take no size and may be long: how long. */
const LONG_LISTS: Readonly<Record<string, number>> = {
  'WhatIfResult.quotas': MOST_PROJECTIONS,
  'WhatIfResult.messages': MOST_PROJECTIONS,
  'CreatePoolPayload.quotas': MOST_PROJECTIONS,
  'UpdatePoolPayload.quotas': MOST_PROJECTIONS,
};
/**
 * What is read for a field beside what it shows: for a what-if (and a dry run, which is one) its whole source, so that one
 * operation takes four at most; for a forecast the days behind it.
 */
const HIDDEN_READS: Readonly<Record<string, number>> = {
  'Query.whatIf': 20_000,
  'Mutation.createPool': 20_000,
  'Mutation.updatePool': 20_000,
  'Quota.forecast': FORECAST_DAYS,
};

export const nodeLimitPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        const fragments = new Map<string, FragmentDefinitionNode>();
        for (const node of document.definitions) {
          if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
        }
        // Coerced, so that a default of the operation counts; variables that do not fit are refused when it runs.
        const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], request.variables ?? {});
        const changes = operation?.operation === 'mutation' ? countFields(operation.selectionSet, fragments) : 0;
        if (changes > MOST_CHANGES) {
          throw tooComplex(`this operation has ${changes} mutations, and ${MOST_CHANGES} are the most; send several`);
        }
        const nodes = countNodes(schema, operation, fragments, coerced ?? {});
        if (nodes <= MOST_NODES) return;
        throw tooComplex(
          `this operation could read ${nodes} things, and ${MOST_NODES} are the most; ask for smaller pages, or for less within each`,
        );
      },
    };
  },
};

function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } } });
}

/** Fields of a selection, those of fragments in it included. */
function countFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  most = MOST_CHANGES,
): number {
  let count = 0;
  for (const selection of selections) {
    if (count > most) break;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.selectionSet
        : selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : undefined;
    if (selection.kind === Kind.FIELD) count++;
    else if (inner !== undefined) count += countFields(inner, fragments, most);
  }
  return count;
}

/** The most things the operation can read: sizes of lists within lists multiply. */
export function countNodes(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): number {
  /** A fragment's own count is the same wherever it is spread in a type: counted once, a chain of fragments stays cheap. */
  const known = new Map<string, number>();

  function ofSelections(set: SelectionSetNode, typeName: string): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, typeName);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += ofSelections(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
      } else sum += ofFragment(selection.name.value);
    }
    return sum;
  }

  function ofFragment(name: string): number {
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const count = known.get(name) ?? ofSelections(fragment.selectionSet, fragment.typeCondition.name.value);
    known.set(name, count);
    return count;
  }

  function ofField(field: FieldNode, typeName: string): number {
    const parent = schema.getType(typeName);
    if (!(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const definition = (parent as GraphQLObjectType).getFields()[field.name.value];
    const type = getNamedType(definition?.type);
    if (definition === undefined || !isCompositeType(type) || field.selectionSet === undefined) return 0;
    const inner = ofSelections(field.selectionSet, type.name);
    // A page's nodes, edges and their nodes are the same things: the connection itself stands for all of them.
    if (typeName.endsWith('Connection') || typeName.endsWith('Edge')) return inner;
    const isList = type.name.endsWith('Connection') || isListType(getNullableType(definition.type));
    const name = `${typeName}.${field.name.value}`;
    const size = LONG_LISTS[name] ?? (isList ? sizeOf(definition, argumentsOf(definition, field, variables)) : 1);
    return size * (1 + inner) + (HIDDEN_READS[name] ?? 0);
  }

  const root = operation === undefined ? null : schema.getRootType(operation.operation);
  return operation === undefined || root == null ? 0 : ofSelections(operation.selectionSet, root.name);
}

/** Variables that do not fit are refused when the operation runs; until then they count as if they were not given. */
function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  try {
    return getArgumentValues(definition, field, variables);
  } catch {
    return {};
  }
}

/** Sizes out of bounds are refused by the field itself; here they only must not make the count wrong. */
function sizeOf({ type, args }: GraphQLField<unknown, unknown>, given: Readonly<Record<string, unknown>>): number {
  if (getNamedType(type).name === 'UsagePoint') return mostPoints(given);
  const asked = Object.values(given).find(Array.isArray);
  if (asked !== undefined) return asked.length;
  if (!args.some(({ name }) => name === 'first')) return PLAIN_LIST;
  const size = Number(given.first ?? given.last ?? DEFAULT_PAGE);
  return Math.min(Math.max(Number.isNaN(size) ? 0 : size, 0), LARGEST_PAGE);
}
