/** What a router asks `_entities` for, checked: the library behind it throws for every reference that is none, and names types. */
import type { GraphQLSchema } from 'graphql';
import { badUserInput } from './errors.js';

/** The same schema, whose `_entities` refuses (BAD_USER_INPUT) what refers to none of the types named. */
export function withCheckedReferences(schema: GraphQLSchema, entityTypes: ReadonlySet<unknown>): GraphQLSchema {
  const field = schema.getQueryType()?.getFields()._entities;
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) throw new Error('a subgraph resolves _entities');
  field.resolve = (root, args, context, info) => {
    const references: readonly unknown[] = args.representations;
    const wrong = references.findIndex((reference) => !entityTypes.has(typeNameOf(reference)));
    if (wrong === -1) return resolve(root, args, context, info);
    // The same words for all: whether there is a type of that name is for those who may look at the schema.
    throw badUserInput(
      'representations',
      `item ${wrong} refers to no entity of this graph; give its __typename and id`,
    );
  };
  return schema;
}

function typeNameOf(reference: unknown): unknown {
  return typeof reference === 'object' && reference !== null
    ? (reference as { __typename?: unknown }).__typename
    : null;
}
