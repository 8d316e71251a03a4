/** JSON as the vendor reads and writes it: a 64-bit integer beyond 2^53 keeps each of its digits, as a bigint. */
import { isInteger, parse, stringify } from 'lossless-json';
import type { JsonValue } from '../../domain/json.js';

export type Json = JsonValue | bigint | readonly Json[] | JsonMap;
export interface JsonMap {
  readonly [key: string]: Json;
}

/** A run of digits that JavaScript's numbers may not hold; within a text it costs a slower parse and no more. */
const LONG_DIGITS = /\d{16}/;

/** Undefined when the text is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return LONG_DIGITS.test(text) ? (parse(text, null, exactNumber) as Json) : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

/** JSON in which a 64-bit integer beyond 2^53 is written digit by digit, as the vendor does (maxMemory, maxDisk). */
export function writeJson(document: unknown): string {
  try {
    return JSON.stringify(document);
  } catch (error) {
    // The only thing JSON.stringify refuses in these documents is a bigint.
    if (!(error instanceof TypeError)) throw error;
    return stringify(document) ?? 'null';
  }
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The vendor shows the keys of metadata in camel case, whatever they were written in. */
export function camelKey(key: string): string {
  return key.replace(/_+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase());
}

function exactNumber(text: string): number | bigint {
  const number = Number(text);
  return isInteger(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}
