/** Selections of everything that a type has, for tests of what must hold of every field. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface Depth {
  /** How many levels of fields that have fields are followed. */
  readonly levels: number;
  /** The page size of every connection. */
  readonly first: number;
}

/** A selection of every field of the type that needs no argument, down to `levels`; `{ … }`, or nothing for a leaf. */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType, depth: Depth): string {
  return isLeafType(type) ? '' : `{ ${selected(schema, type, depth).join(' ')} }`;
}

/** The query fields that need no argument, each as a selection of all that it leads to. */
export function wholeQueries(schema: GraphQLSchema, depth: Depth): readonly (readonly [name: string, query: string])[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields
    .filter((field) => !field.name.startsWith('_') && !field.args.some(isRequiredArgument))
    .flatMap((field) => {
      const text = fieldText(schema, field, depth);
      return text === null ? [] : [[field.name, `{ ${text} }`] as const];
    });
}

function selected(schema: GraphQLSchema, type: GraphQLNamedType, depth: Depth): string[] {
  if (isAbstractType(type)) return selectedOfAbstract(schema, type, depth);
  if (!isObjectType(type)) return [];
  return ['__typename', ...fieldsOf(schema, type, depth).map(({ text }) => text)];
}

/** The interface's own fields, and what the types behind it have beside them. */
function selectedOfAbstract(schema: GraphQLSchema, type: GraphQLNamedType, depth: Depth): string[] {
  if (!isInterfaceType(type)) return ['__typename'];
  const shared = fieldsOf(schema, type as unknown as GraphQLObjectType, depth);
  const types = new Map(shared.map(({ name, type }) => [name, type]));
  const own = schema.getPossibleTypes(type).map((possible) => {
    const extra = fieldsOf(schema, possible, depth).filter(({ name, type }) => {
      // Two types may spell one field differently: only one of them can be asked for in one document.
      const isNew = !types.has(name);
      if (isNew) types.set(name, type);
      return isNew;
    });
    return extra.length === 0 ? '' : `... on ${possible.name} { ${extra.map(({ text }) => text).join(' ')} }`;
  });
  return ['__typename', ...shared.map(({ text }) => text), ...own];
}

function fieldsOf(schema: GraphQLSchema, type: Pick<GraphQLObjectType, 'getFields'>, depth: Depth) {
  return Object.values(type.getFields()).flatMap((field) => {
    const text = field.args.some(isRequiredArgument) ? null : fieldText(schema, field, depth);
    return text === null ? [] : [{ name: field.name, type: String(field.type), text }];
  });
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: Depth): string | null {
  const type = getNamedType(field.type);
  const isPaged = field.args.some(({ name }) => name === 'first');
  const head = isPaged ? `${field.name}(first: ${depth.first})` : field.name;
  if (isLeafType(type)) return head;
  // The parts of a connection are no level of their own; the nodes of its edges are its nodes.
  const isPart = ['nodes', 'edges', 'pageInfo'].includes(field.name);
  if (type.name.endsWith('Edge')) return `${head} { cursor }`;
  const levels = isPart ? depth.levels : depth.levels - 1;
  return levels < 0 ? null : `${head} ${wholeSelection(schema, type, { ...depth, levels })}`;
}
