/** The custom scalars: exact on the way out, strict on the way in. */
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/** RFC 3339 with a time and a zone; fractions of a second are optional. */
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

export const scalars = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: 'DateTime',
    serialize: (value) => toDate(value).toISOString(),
    parseValue: parseDateTime,
    parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
  }),
  BigInt: new GraphQLScalarType<bigint, string>({
    name: 'BigInt',
    serialize: (value) => toBigInt(value).toString(),
    parseValue: parseBigInt,
    parseLiteral: (node) => parseBigInt(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null),
  }),
  JSONObject: new GraphQLScalarType<Record<string, unknown>, Record<string, unknown>>({
    name: 'JSONObject',
    serialize: (value) => toObject(value),
    parseValue: toObject,
    parseLiteral: (node: ValueNode, variables) => toObject(valueFromASTUntyped(node, variables)),
  }),
};

function parseDateTime(value: unknown): Date {
  if (typeof value === 'string' && DATE_TIME.test(value)) {
    const date = new Date(value);
    // Date rolls 30 February over into March; an instant that does not exist is refused instead.
    if (!Number.isNaN(date.getTime()) && isRealDay(value)) return date;
  }
  throw invalid('DateTime', 'an RFC 3339 instant such as "2026-01-31T09:30:00Z"');
}

function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
}

function parseBigInt(value: unknown): bigint {
  if (typeof value === 'string' && /^-?\d{1,100}$/.test(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw invalid('BigInt', 'a whole number as a string of digits');
}

function toDate(value: unknown): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw new GraphQLError('DateTime cannot show what is no date');
}

function toBigInt(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  throw new GraphQLError('BigInt cannot show what is no whole number');
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid('JSONObject', 'an object');
}

/** Does not repeat the value: what is in the wrong field may be a key. */
function invalid(scalar: string, wanted: string): GraphQLError {
  return new GraphQLError(`${scalar} cannot take this: ${wanted} is wanted`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
