/** What an address asks an export for: the fields of the connection's filter, by the names and types that the schema gives them. */
import {
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { badUserInput } from '../../graphql/errors.js';
import type { ExportKind } from './kinds.js';

/** As a query string is parsed: a parameter that is repeated is a list. */
export type QueryString = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Asked {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly orderBy: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null;
  /** Of `usage`: beside the filter. */
  readonly own: Readonly<Record<string, unknown>>;
  /** The parameters that name a thing. */
  readonly ids: readonly { readonly name: string; readonly id: string }[];
}

export interface Parameters {
  /** Throws BAD_USER_INPUT for what is no parameter of this export, or no value of it; values are not repeated. */
  read(query: QueryString): Asked;
  /** Their names, with what each takes. */
  readonly all: readonly (readonly [name: string, takes: string])[];
}

interface Parameter {
  readonly isList: boolean;
  readonly type: GraphQLLeafType;
  readonly isOwn: boolean;
}

export function createParameters(schema: GraphQLSchema, { inputs, order }: ExportKind): Parameters {
  const known = new Map([
    ...inputs
      .flatMap((input) => fieldsOf(schema, input))
      .map(([name, type]) => [name, parameter(type, false)] as const),
    ...(order === null ? ownOfUsage(schema) : []),
  ]);
  const fields = order === null ? null : (schema.getType(order) as GraphQLEnumType).getValues().map(({ name }) => name);
  const names = [...known.keys(), ...(fields === null ? [] : ['order'])];

  function read(query: QueryString): Asked {
    const filter: Record<string, unknown> = {};
    const own: Record<string, unknown> = {};
    const ids: { name: string; id: string }[] = [];
    let orderBy: Asked['orderBy'] = null;
    for (const [name, given] of Object.entries(query)) {
      if (given === undefined) continue;
      if (name === 'order' && fields !== null) {
        orderBy = orderOf(given, fields);
        continue;
      }
      const found = known.get(name);
      if (found === undefined)
        throw badUserInput('parameters', `one of them is none of this export; it takes ${names.join(', ')}`);
      const value = readValue(name, found, given);
      (found.isOwn ? own : filter)[name] = value;
      if (found.type.name === 'ID') ids.push({ name, id: String(value) });
    }
    return { filter, own, orderBy, ids };
  }

  return {
    read,
    all: [
      ...[...known].map(
        ([name, { isList, type }]) => [name, `${isList ? 'one or more of: ' : ''}${wanted(type)}`] as const,
      ),
      ...(fields === null ? [] : [['order', orders(fields)] as const]),
    ],
  };
}

function ownOfUsage(schema: GraphQLSchema): readonly (readonly [string, Parameter])[] {
  const leaf = (name: string) => schema.getType(name) as GraphQLLeafType;
  const one = (type: string): Parameter => ({ isList: false, type: leaf(type), isOwn: true });
  return [
    ['quotaId', one('ID')],
    ['from', one('DateTime')],
    ['to', one('DateTime')],
    ['resolution', one('UsageResolution')],
  ];
}

function fieldsOf(schema: GraphQLSchema, input: string): [string, GraphQLInputType][] {
  const type = schema.getType(input);
  if (!isInputObjectType(type)) throw new Error(`the schema has no input type ${input}`);
  return Object.entries(type.getFields()).map(([name, field]) => [name, field.type]);
}

function parameter(type: GraphQLInputType, isOwn: boolean): Parameter {
  return { isList: isListType(getNullableType(type)), type: getNamedType(type) as GraphQLLeafType, isOwn };
}

function readValue(name: string, { isList, type }: Parameter, given: string | readonly string[]): unknown {
  const texts = isList ? [given].flat().flatMap((text) => text.split(',')) : [given].flat();
  if (texts.length > 1 && !isList) throw badUserInput(name, `give it once; it takes ${wanted(type)}`);
  if (texts.includes('')) throw badUserInput(name, `it is empty; leave it out, or give ${wanted(type)}`);
  const values = texts.map((text) => parsed(name, type, text));
  return isList ? values : values[0];
}

function parsed(name: string, type: GraphQLLeafType, text: string): unknown {
  const isBoolean = type.name === 'Boolean';
  const value = isBoolean && (text === 'true' || text === 'false') ? text === 'true' : text;
  try {
    return type.parseValue(value);
  } catch {
    throw badUserInput(name, `it takes ${wanted(type)}`);
  }
}

function orderOf(given: string | readonly string[], fields: readonly string[]): Asked['orderBy'] {
  const [field = '', direction = 'ASC', ...rest] = typeof given === 'string' ? given.split('.') : [];
  if (!fields.includes(field) || !(direction === 'ASC' || direction === 'DESC') || rest.length > 0) {
    throw badUserInput('order', `it takes ${orders(fields)}`);
  }
  return { field, direction };
}

function orders(fields: readonly string[]): string {
  return `${oneOf(fields)}, with .DESC behind it for the other direction`;
}

function wanted(type: GraphQLLeafType): string {
  if (isEnumType(type)) return oneOf(type.getValues().map(({ name }) => name));
  return WANTED[type.name] ?? 'a text';
}

const WANTED: Readonly<Record<string, string>> = {
  Boolean: 'true or false',
  DateTime: 'an instant such as 2026-01-31T09:30:00Z',
  ID: 'the `id` of a thing',
};

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
