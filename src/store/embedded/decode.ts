/**
 * Reads stored documents as the `bson` package does with the options of `codec.ts`, several times as fast: those of one
 * collection have the same fields in the same order, so that keys are recognized rather than read, and objects that are
 * alike share one hidden class. What is rare among documents is left to that package.
 */
import * as BSON from 'bson';
import { bsonOptions, fromStored, isEscaped } from '../codec.js';
import { leaveOut } from '../match.js';
import type { Doc } from '../repo.js';

/** Of BSON's types those that nearly all documents consist of. */
const types = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  boolean: 8,
  date: 9,
  null: 10,
  int32: 16,
  int64: 18,
} as const;
/** Thrown at anything else. */
const RARE = Symbol('rare');

/** A run of keys that objects were seen to begin with: a tree of them, by the key that comes next. */
interface Keys {
  readonly names: readonly string[];
  readonly next: Map<string, Keys>;
  /** What came next the last time. */
  likely: Keys | null;
  readonly last: string;
  /** An object with these keys, to copy: made when one was seen to end here. */
  model: Record<string, unknown> | null;
}

/** Objects with free keys would let the tree grow without end: it begins anew. */
const MOST_KEYS = 20_000;
/** Words of vocabularies, names of fields: one string for all that are the same. */
const LONGEST_WORD = 20;
const words: (string | undefined)[] = new Array(4096).fill(undefined);
const none = (): Keys => ({ names: [], next: new Map(), likely: null, last: '', model: null });

let tree = none();
let known = 0;
// Where the reading is: one document is read at a time, to its end.
let bytes: Buffer = Buffer.alloc(0);
let at = 0;
const values: unknown[] = [];
let depth = 0;
const scratch = new DataView(new ArrayBuffer(8));

/** The bytes may be followed by others. */
export function decodeDoc(stored: Buffer, without: ReadonlySet<string> | null = null): Doc {
  bytes = stored;
  at = 0;
  depth = 0;
  try {
    const doc = readObject(without);
    if (typeof doc._id !== 'string') throw new Error('a stored document has no string _id');
    return doc as Doc;
  } catch (error) {
    if (error !== RARE) throw error;
    const doc = fromStored(BSON.deserialize(stored.subarray(0, sizeAt(stored)), bsonOptions));
    return without === null ? doc : leaveOut(doc, without);
  }
}

function sizeAt(stored: Buffer): number {
  bytes = stored;
  at = 0;
  return readInt32();
}

function readObject(without: ReadonlySet<string> | null = null): Record<string, unknown> {
  at += 4;
  const first = depth;
  let keys = tree;
  for (let type = bytes[at++]; type !== 0; type = bytes[at++]) {
    const read = readKey(keys);
    if (without?.has(read.last)) {
      skipValue(type);
      continue;
    }
    keys = read;
    values[depth++] = readValue(type);
  }
  depth = first;
  const { names } = keys;
  keys.model ??= modelOf(names);
  const object = { ...keys.model };
  for (let i = 0; i < names.length; i += 1) object[names[i] as string] = values[first + i];
  return object;
}

function readArray(): unknown[] {
  at += 4;
  const array: unknown[] = [];
  for (let type = bytes[at++]; type !== 0; type = bytes[at++]) {
    while (bytes[at] !== 0) at += 1;
    at += 1;
    array.push(readValue(type));
  }
  return array;
}

function readValue(type: number | undefined): unknown {
  switch (type) {
    case types.string: {
      const start = at + 4;
      at = start + readInt32();
      return textBetween(start, at - 1);
    }
    case types.object:
      return readObject();
    case types.array:
      return readArray();
    case types.null:
      return null;
    case types.boolean:
      return bytes[at++] === 1;
    case types.int32: {
      const value = readInt32();
      at += 4;
      return value;
    }
    case types.double:
      return readEight().getFloat64(0);
    case types.int64:
      return readEight().getBigInt64(0);
    case types.date:
      return new Date(Number(readEight().getBigInt64(0)));
    default:
      throw RARE;
  }
}

function skipValue(type: number | undefined): void {
  switch (type) {
    case types.string:
      at += 4 + readInt32();
      break;
    case types.object:
    case types.array:
      at += readInt32();
      break;
    default:
      readValue(type);
  }
}

function readInt32(): number {
  return byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
}

/** Little-endian there, big-endian here. */
function readEight(): DataView {
  for (let i = 7; i >= 0; i -= 1) scratch.setUint8(i, byte(at++));
  return scratch;
}

function byte(position: number): number {
  return bytes[position] as number;
}

function readKey(keys: Keys): Keys {
  const { likely } = keys;
  if (likely !== null && isAt(likely.last, at) && bytes[at + likely.last.length] === 0) {
    at += likely.last.length + 1;
    return likely;
  }
  const start = at;
  while (bytes[at] !== 0) at += 1;
  const key = textBetween(start, at);
  at += 1;
  keys.likely = keys.next.get(key) ?? added(keys, key);
  return keys.likely;
}

function added(keys: Keys, key: string): Keys {
  // Assigning to that would set the prototype; an escaped key is not the one that is meant.
  if (key === '__proto__' || isEscaped(key)) throw RARE;
  if (known >= MOST_KEYS) {
    tree = none();
    known = 0;
  }
  known += 1;
  const next: Keys = { names: [...keys.names, key], next: new Map(), likely: null, last: key, model: null };
  keys.next.set(key, next);
  return next;
}

/** As JSON, since an object that grows key by key becomes a slow dictionary after a dozen. */
function modelOf(names: readonly string[]): Record<string, unknown> {
  return JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`) as Record<string, unknown>;
}

function textBetween(start: number, end: number): string {
  let hash = end - start;
  let others = 0;
  for (let i = start; i < end; i += 1) {
    const one = byte(i);
    others |= one;
    hash = (Math.imul(hash, 31) + one) | 0;
  }
  if (others > 0x7f) return bytes.toString('utf8', start, end);
  if (end - start > LONGEST_WORD) return bytes.toString('latin1', start, end);
  const place = hash & (words.length - 1);
  const word = words[place];
  if (word !== undefined && word.length === end - start && isAt(word, start)) return word;
  const text = bytes.toString('latin1', start, end);
  words[place] = text;
  return text;
}

/** Only of what is ASCII. */
function isAt(text: string, start: number): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
