/**
 * Reads what a request says as strictly as the vendor's typed parameters do: a member that is missing, of another type or
 * not foreseen is 400 with a pointer to it. What is well-formed and against a rule is the handlers' to refuse (422).
 */
import { badPointer, isRefusal, type Refusal } from '../errors.js';
import { isMap, type Json } from '../json.js';

export type Read<T> = { readonly value: T } | Refusal;
export type Reader<T> = (given: Json, pointer: string) => Read<T>;

type Readers = Readonly<Record<string, Reader<unknown>>>;
type ValueOf<R> = R extends Reader<infer T> ? T : never;
export type Shaped<N extends Readers, O extends Readers> = { readonly [K in keyof N]: ValueOf<N[K]> } & {
  readonly [K in keyof O]?: ValueOf<O[K]>;
};

const MAX_INT32 = 2_147_483_647;
const MAX_INT64 = 9_223_372_036_854_775_807n;
/** ISO 8601 with an offset; without one the vendor takes UTC, and a date alone for its midnight. */
const TIMESTAMP = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/** Reads the whole body. Without one, everything that is needed is missing. */
export function readBody<T>(body: Json | undefined, reader: Reader<T>): Read<T> {
  return reader(body === undefined ? {} : body, '');
}

/** A map of the members `needed` and `optional` and no others. */
export function shape<N extends Readers, O extends Readers>(needed: N, optional: O): Reader<Shaped<N, O>> {
  const readers = new Map(Object.entries({ ...needed, ...optional }));
  return (given, pointer) => {
    if (!isMap(given)) return mismatch(given, 'object', pointer);
    const missing = Object.keys(needed).find((name) => !Object.hasOwn(given, name));
    if (missing !== undefined) return badPointer(`${pointer}/${missing}`, 'is missing');
    const found: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(given)) {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const reader = readers.get(name);
      if (reader === undefined) return badPointer(at, 'unpermitted parameter');
      const read = reader(value, at);
      if (isRefusal(read)) return read;
      found[name] = read.value;
    }
    return { value: found as Shaped<N, O> };
  };
}

/** A resource document: `type` is demanded, `id` is tolerated, for JSON:API wants it in a PATCH. */
export function document<N extends Readers, O extends Readers>(types: readonly string[], needed: N, optional: O) {
  const data = shape({ type: word(types), ...needed }, { id: text, ...optional });
  return shape({ data }, {});
}

/** Linkage to one resource, as its id. */
export function linkage(...types: readonly string[]): Reader<string> {
  const reader = shape({ data: shape({ type: word(types), id: text }, {}) }, {});
  return (given, pointer) => map(reader(given, pointer), ({ data }) => data.id);
}

/** Linkage whose data may be null. */
export function linkageOrNone(...types: readonly string[]): Reader<string | null> {
  const reader = shape({ data: orNull(shape({ type: word(types), id: text }, {})) }, {});
  return (given, pointer) => map(reader(given, pointer), ({ data }) => data?.id ?? null);
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (given, pointer) => (given === null ? { value: null } : reader(given, pointer));
}

export function listOf<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (given, pointer) => {
    if (!Array.isArray(given)) return mismatch(given, 'array', pointer);
    const found: T[] = [];
    for (const [place, item] of given.entries()) {
      const read = reader(item, `${pointer}/${place}`);
      if (isRefusal(read)) return read;
      found.push(read.value);
    }
    return { value: found };
  };
}

export const text: Reader<string> = (given, pointer) =>
  typeof given === 'string' ? { value: given } : mismatch(given, 'string', pointer);

export const flag: Reader<boolean> = (given, pointer) =>
  typeof given === 'boolean' ? { value: given } : mismatch(given, 'boolean', pointer);

/** Of a 4-byte column. */
export const int32: Reader<number> = (given, pointer) =>
  bounded(given, pointer, BigInt(MAX_INT32), (integer) => Number(integer));

/** Of an 8-byte column. */
export const int64: Reader<bigint> = (given, pointer) => bounded(given, pointer, MAX_INT64, (integer) => integer);

export const moment: Reader<Date> = (given, pointer) => {
  if (typeof given !== 'string' || !TIMESTAMP.test(given)) return mismatch(given, 'time', pointer);
  const instant = Date.parse(
    /(?:z|[+-]\d\d:?\d\d)$/i.test(given.slice(10)) || given.length === 10 ? given : `${given}Z`,
  );
  return Number.isNaN(instant) ? mismatch(given, 'time', pointer) : { value: new Date(instant) };
};

function word(allowed: readonly string[]): Reader<string> {
  return (given, pointer) => {
    if (typeof given !== 'string') return mismatch(given, 'string', pointer);
    if (allowed.includes(given)) return { value: given };
    return badPointer(pointer, `is invalid (received '${given}', expected ${allowed.join(' or ')})`);
  };
}

function bounded<T>(given: Json, pointer: string, max: bigint, made: (integer: bigint) => T): Read<T> {
  if (typeof given !== 'bigint' && !Number.isInteger(given)) return mismatch(given, 'integer', pointer);
  const integer = BigInt(given as number | bigint);
  if (integer > max || integer < -max - 1n) return badPointer(pointer, 'integer is too large');
  return { value: made(integer) };
}

function map<A, B>(read: Read<A>, change: (value: A) => B): Read<B> {
  return isRefusal(read) ? read : { value: change(read.value) };
}

function mismatch(given: Json, expected: string, pointer: string): Refusal {
  return badPointer(pointer, `type mismatch (received ${typeName(given)} expected ${expected})`);
}

function typeName(given: Json): string {
  if (given === null) return 'null';
  if (Array.isArray(given)) return 'array';
  if (typeof given === 'bigint') return 'integer';
  return typeof given === 'number' ? (Number.isInteger(given) ? 'integer' : 'float') : typeof given;
}
