/** What a document looks like in BSON: exact bigints, harmless keys; the same in both engines, undone on reading. */
import { Binary, Decimal128, type DeserializeOptions, type Document, type SerializeOptions } from 'bson';
import { isPlain } from './query.js';
import { type Doc, InvalidQueryError } from './repo.js';

/** How the engines' BSON is read and written: int64 is bigint, int32 and double are number, undefined is left out. */
export const bsonOptions = {
  useBigInt64: true,
  promoteBuffers: false,
  ignoreUndefined: true,
} as const satisfies SerializeOptions & DeserializeOptions;

/** MongoDB refuses documents nested more than 100 deep. */
const MAX_DEPTH = 90;
const MAX_ID_BYTES = 1024;
const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
/** Decimal128 holds 34 digits exactly, and MongoDB orders it among the other numbers. */
const DECIMAL_LIMIT = 10n ** 34n;
const USER_DEFINED = 0x80;
/** Stands before a key that BSON or MongoDB would take for something else: `$…`, `_bsontype`, one with a NUL. */
const ESCAPE = '\uFF04';

/** Throws InvalidQueryError for what no document may hold: NaN, invalid dates, functions, class instances. */
export function toStored(doc: Doc): Document & { _id: string } {
  checkedId(doc._id);
  // `_id` is a key that is never escaped.
  return objectToStored(doc, 0) as Document & { _id: string };
}

export function checkedId(id: unknown): string {
  if (!isId(id)) throw new InvalidQueryError(`an _id is a string of 1 to ${MAX_ID_BYTES} bytes`);
  return id;
}

/** Whether a document can have this `_id`. */
export function isId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && Buffer.byteLength(id) <= MAX_ID_BYTES;
}

/** Of a value that is written into a field. */
export function valueToStored(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      if (Number.isNaN(value)) throw new InvalidQueryError('a document holds no NaN');
      return value;
    case 'bigint':
      return bigintToStored(value);
    case 'object':
      break;
    default:
      throw new InvalidQueryError(`a document holds no ${typeof value}`);
  }
  if (value === null) return value;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new InvalidQueryError('a document holds no invalid date');
    return value;
  }
  if (depth > MAX_DEPTH) throw new InvalidQueryError(`a document is nested ${MAX_DEPTH} levels deep at most`);
  if (Array.isArray(value)) return arrayToStored(value, depth);
  if (!isPlain(value)) throw new InvalidQueryError('a document holds no class instances');
  return objectToStored(value, depth);
}

/** Undoes `toStored`, in place. */
export function fromStored(stored: Document): Doc {
  if (typeof stored._id !== 'string') throw new Error('a stored document has no string _id');
  return valueFromStored(stored) as Doc;
}

/** The same object where nothing in it has to change, as in nearly all of them. */
function objectToStored(object: object, depth: number): Document {
  const keys = Object.keys(object);
  let changed: [string, unknown][] | null = null;
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string;
    const value = (object as Readonly<Record<string, unknown>>)[key];
    const stored = valueToStored(value, depth + 1);
    const escaped = escapeKey(key);
    if (changed === null && (stored !== value || escaped !== key)) {
      changed = keys.slice(0, at).map((before) => [before, Reflect.get(object, before)]);
    }
    changed?.push([escaped, stored]);
  }
  // Object.fromEntries defines properties, so that a key "__proto__" stays a key.
  return changed === null ? object : Object.fromEntries(changed);
}

function arrayToStored(array: readonly unknown[], depth: number): readonly unknown[] {
  const stored = array.map((element) => valueToStored(element, depth + 1) ?? null);
  return stored.every((element, at) => element === array[at]) ? array : stored;
}

function bigintToStored(value: bigint): unknown {
  if (value >= INT64_MIN && value <= INT64_MAX) return value;
  const digits = value.toString();
  if (value < DECIMAL_LIMIT && value > -DECIMAL_LIMIT) return Decimal128.fromString(digits);
  return new Binary(Buffer.from(digits), USER_DEFINED);
}

function valueFromStored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) {
    for (const [at, element] of value.entries()) {
      if (typeof element === 'object') value[at] = valueFromStored(element);
    }
    return value;
  }
  // Not by its class: the driver reads with a copy of the package that is its own. No stored key is this word.
  switch ((value as { readonly _bsontype?: unknown })._bsontype) {
    case 'Decimal128':
      return BigInt((value as Decimal128).toString());
    case 'Binary':
      return BigInt(Buffer.from((value as Binary).value()).toString());
  }
  return objectFromStored(value as Record<string, unknown>);
}

function objectFromStored(object: Record<string, unknown>): unknown {
  let escaped = false;
  for (const key in object) {
    const value = object[key];
    if (typeof value === 'object' && value !== null) object[key] = valueFromStored(value);
    if (isEscaped(key)) escaped = true;
  }
  if (!escaped) return object;
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [unescapeKey(key), value]));
}

function escapeKey(key: string): string {
  const first = key.charCodeAt(0);
  const harmless = first !== 0x24 && first !== 0xff04 && key !== '_bsontype' && !key.includes('\0');
  return harmless ? key : `${ESCAPE}${key.replaceAll('%', '%25').replaceAll('\0', '%00')}`;
}

export function isEscaped(key: string): boolean {
  return key.startsWith(ESCAPE);
}

function unescapeKey(key: string): string {
  return isEscaped(key) ? key.slice(1).replaceAll('%00', '\0').replaceAll('%25', '%') : key;
}
