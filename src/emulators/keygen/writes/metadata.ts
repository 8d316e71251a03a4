/** Metadata as the vendor keeps it: a map with keys in camel case, of at most 16 KB, 64 keys and four levels (facts 1). */
import { badPointer, type Refusal, unprocessable } from '../errors.js';
import { camelKey, isMap, type Json, type JsonMap, writeJson } from '../json.js';
import type { Reader } from './body.js';

const MAX_DEPTH = 4;
const MAX_KEYS = 64;
const MAX_BYTES = 16 * 1024;

/** Null clears it. */
export const metadata: Reader<JsonMap> = (given, pointer) => {
  if (given === null) return { value: {} };
  if (!isMap(given)) return badPointer(pointer, 'type mismatch (expected object)');
  if (depth(given) > MAX_DEPTH) return badPointer(pointer, `maximum depth of ${MAX_DEPTH} exceeded`);
  return { value: withCamelKeys(given) };
};

export function refusedMetadata(value: JsonMap | undefined): Refusal | null {
  if (value === undefined) return null;
  const pointer = '/data/attributes/metadata';
  if (Object.keys(value).length > MAX_KEYS) {
    return unprocessable(pointer, `too many keys (exceeded limit of ${MAX_KEYS} keys)`, 'METADATA_TOO_LONG');
  }
  if (Buffer.byteLength(writeJson(value)) <= MAX_BYTES) return null;
  return unprocessable(pointer, `is too large (exceeded limit of ${MAX_BYTES} bytes)`, 'METADATA_TOO_LONG');
}

function depth(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depth(inner));
  return 1 + deepest;
}

function withCamelKeys(value: JsonMap): JsonMap {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camelKey(key), camelInside(inner)]));
}

function camelInside(value: Json): Json {
  if (Array.isArray(value)) return value.map(camelInside);
  return isMap(value) ? withCamelKeys(value) : value;
}
