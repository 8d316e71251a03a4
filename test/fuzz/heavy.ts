/** Bodies of up to 1 MiB that are cheap to send: what takes too long, or is answered at too great a length, shows by them. */
import { type GraphQLSchema, getNamedType, isLeafType, isRequiredArgument } from 'graphql';
import type { Random } from './random.js';

const LARGEST = 2 ** 20 - 200;

/** The text of a body; some do not fit by a few bytes. */
export function heavyBody(schema: GraphQLSchema, random: Random): string {
  const length = Math.min(LARGEST, 2 ** (10 + random.below(11)));
  const make = random.pick([longName, longName, longValue, longValue, manySchemas]);
  return JSON.stringify(make(schema, length, random));
}

function longName(_schema: GraphQLSchema, length: number, random: Random): object {
  const name = random.pick(['x', '_', 'a1', 'License', '__proto__']).repeat(length).slice(0, length);
  const query = (text: string) => ({ query: text });
  return random.pick<() => object>([
    () => query(`{ ${name} }`),
    () => query(`{ ${name}: __typename }`),
    () => query(`{ ${name}: licenses(first: 501) { totalCount } }`),
    () => query(`query ${name} { __typename }`),
    () => query(`{ ...${name} }`),
    () => query(`fragment ${name} on Query { ...${name} } { ...${name} }`),
    () => query(`{ ... on ${name} { __typename } }`),
    () => query(`query ($${name}: Int) { __typename }`),
    () => query(`query ($${name}: Int!) { licenses(first: $${name}) { totalCount } }`),
    () => query(`query ($v: ${name}) { licenses(first: $v) { totalCount } }`),
    () => query(`{ licenses(${name}: 1) { totalCount } }`),
    () => query(`{ licenses(first: ${name}) { totalCount } }`),
    () => query(`{ licenses(filter: { ${name}: 1 }) { totalCount } }`),
    () => query(`{ __typename @${name} }`),
    () => query(`{ licenses { ${name} { ${name} } } }`),
    () => query(`{ __type(name: "${name}") { name } }`),
    () => query(`{ licenses(first: ${'9'.repeat(length)}) { totalCount } }`),
    () => ({ query: '{ __typename }', operationName: name }),
    () => ({ query: '{ __typename }', variables: { [name]: 1 } }),
    () => ({ documentId: name }),
    () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: name } } }),
  ])();
}

/** A value that its type does not take, or an id that is none, in the document or beside it. */
function longValue(schema: GraphQLSchema, length: number, random: Random): object {
  const word = random.pick([
    ' cannot represent ',
    ' cannot represent',
    'Expected value of type "',
    ', found ',
    '"',
    ' ',
  ]);
  const value =
    random.pick(['', 'Int', 'Int cannot represent x']) + word.repeat(Math.ceil(length / word.length)).slice(0, length);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0);
  const field = random.pick(fields);
  const arg = random.pick(
    field.args.filter((each) => field.args.every((other) => other === each || !isRequiredArgument(other))),
  );
  const rest = isLeafType(getNamedType(field.type)) ? '' : '{ __typename }';
  const query = `query ($v: ${arg.type}) { ${field.name}(${arg.name}: $v) ${rest} }`;
  const inDocument = (text: string) => ({ query: `{ ${field.name}(${arg.name}: ${text}) ${rest} }` });
  return random.pick<() => object>([
    () => inDocument(JSON.stringify(value)),
    () => inDocument(`"""${value.replaceAll('"', "'")}"""`),
    () => inDocument(`{ a: ${JSON.stringify(value)} }`),
    () => ({ query, variables: { v: value } }),
    () => ({ query, variables: { v: [value] } }),
    () => ({ query, variables: { v: { [value]: value.slice(0, 10) } } }),
    () => ({ query, variables: { v: Array.from({ length: 500 }, () => value.slice(0, length / 500)) } }),
  ])();
}

/** The schema many times over, by other names. */
function manySchemas(_schema: GraphQLSchema, _length: number, random: Random): object {
  const times = (text: string) => Array.from({ length: 1 + random.below(99) }, (_, n) => `a${n}: ${text}`).join(' ');
  const types = 'types { name description fields(includeDeprecated: true) { name args { name type { name } } } }';
  return random.pick<() => object>([
    () => ({ query: `{ ${times(`__schema { ${types} }`)} }` }),
    () => ({ query: `{ __schema { ${times(types)} } }` }),
    () => ({
      query: `{ __schema { types { ${times('fields { ...F }')} } } } fragment F on __Field { type { fields { name } } }`,
    }),
    () => ({ query: `{ ${times('__type(name: "License") { fields { name type { fields { name } } } }')} }` }),
    () => ({
      query: `{ ${times('...F')} } fragment F on Query { __schema { ${types} } }`.replace(/a\d+: \.\.\./g, '...'),
    }),
  ])();
}
