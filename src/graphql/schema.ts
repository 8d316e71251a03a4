/** The executable subgraph: the SDL with resolvers that are assembled from tables of edges and a few fields. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import {
  type DocumentNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { SourceModule } from '../sources/source.js';
import { connectionFields } from './connection.js';
import { edgeResolvers } from './edges.js';
import { withCheckedReferences } from './entity-references.js';
import { mutation } from './resolvers/mutation.js';
import { overview, quotaCounts } from './resolvers/overview.js';
import { query } from './resolvers/query.js';
import { interfaceEdges, sharedEdges } from './resolvers/shared-edges.js';
import { subscription } from './resolvers/subscription.js';
import { commonFields, referenceTo, restrictedFields, typeFields } from './resolvers/types.js';
import { usageFields } from './resolvers/usage.js';
import { scalars } from './scalars.js';
import { typeDefs } from './sdl.js';

type Resolvers = Record<string, Record<string, unknown>>;

const resolveType = { __resolveType: (value: { readonly typeName: string }) => value.typeName };

/** Of a kind's own types nothing is needed but their edges and restricted fields: the rest are stored properties. */
export function createSchema(modules: readonly SourceModule[]): GraphQLSchema {
  const document = typeDefs();
  const fields = merged(
    edgeResolvers(sharedEdges, interfaceEdges, ...modules.map((module) => module.edges)),
    typeFields,
    usageFields,
    restrictedFields(modules.map((module) => module.restricted ?? {})),
  );
  const resolvers: Resolvers = {
    Query: query as Record<string, unknown>,
    Mutation: mutation as Record<string, unknown>,
    Subscription: subscription as Record<string, unknown>,
    Overview: overview as Record<string, unknown>,
    QuotaCounts: quotaCounts as Record<string, unknown>,
    Node: resolveType,
    Quotable: resolveType,
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION && isEntity(node)) {
      resolvers[node.name.value] = { ...resolveType, __resolveReference: referenceTo(implementations(document, node)) };
    }
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION && !(node.name.value in resolvers)) {
      const inherited = (node.interfaces ?? []).map((type) => fields[type.name.value]);
      resolvers[node.name.value] = {
        ...declaredCommon(node),
        ...(node.name.value.endsWith('Connection') ? connectionFields : {}),
        ...Object.assign({}, ...inherited),
        ...fields[node.name.value],
        ...(isEntity(node) ? { __resolveReference: referenceTo([node.name.value]) } : {}),
      };
    }
  }
  const schema = buildSubgraphSchema({
    typeDefs: document,
    resolvers: { ...scalars, ...resolvers } as GraphQLResolverMap<unknown>,
  });
  return rejecting(withCheckedReferences(schema, entityTypes(document)));
}

/**
 * Resolvers reject and never throw: where one thing of a list throws, graphql-js forgets the promises of those before it,
 * and the first of these to reject would end the process.
 */
function rejecting(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const { resolve } = field;
    if (resolve === undefined) continue;
    field.resolve = (...asked) => {
      try {
        return resolve(...asked);
      } catch (error) {
        return Promise.reject(error);
      }
    };
  }
  return schema;
}

function declaredCommon(node: ObjectTypeDefinitionNode): Record<string, unknown> {
  const declared = new Set(node.fields?.map((field) => field.name.value));
  // Only of nodes that belong to a source: elsewhere these names mean something else.
  const isNode = node.interfaces?.some((type) => type.name.value === 'Node') ?? false;
  if (!isNode || !declared.has('source')) return {};
  return Object.fromEntries(Object.entries(commonFields).filter(([name]) => declared.has(name)));
}

function merged(...tables: readonly Resolvers[]): Resolvers {
  const all: Resolvers = {};
  for (const [type, fields] of tables.flatMap((table) => Object.entries(table)))
    all[type] = { ...all[type], ...fields };
  return all;
}

function isEntity(node: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode): boolean {
  return node.directives?.some((directive) => directive.name.value === 'key') ?? false;
}

function entityTypes({ definitions }: DocumentNode): ReadonlySet<string> {
  const types = definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  return new Set(types.filter(isEntity).map(({ name }) => name.value));
}

function implementations(document: DocumentNode, node: InterfaceTypeDefinitionNode): string[] {
  return document.definitions.flatMap((other) =>
    other.kind === Kind.OBJECT_TYPE_DEFINITION && other.interfaces?.some((type) => type.name.value === node.name.value)
      ? [other.name.value]
      : [],
  );
}
