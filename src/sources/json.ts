/** Vendor JSON without loss: an integer that a double cannot hold arrives as a bigint. */
import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import type { JsonValue } from '../domain/json.js';

/** Deeper than any vendor nests; a bound, so that what walks a value by recursion later cannot run out of stack. */
const MAX_DEPTH = 100;
/** The shortest run of digits that may be beyond 2^53. */
const LONG_DIGITS = 16;

/**
 * Parses vendor JSON. Throws SyntaxError as JSON.parse does, and for nesting deeper than 100. Of a key that comes twice
 * the last value counts, as with JSON.parse.
 */
export function parseVendorJson(text: string): unknown {
  return parseScanned(text, scan(text));
}

/** The same, with the text of each object in the lists at the top of the document, in order: a row as it came. */
export function parseVendorRows(text: string): { readonly value: unknown; readonly rows: readonly string[] } {
  const scanned = scan(text);
  const { rows } = scanned;
  const texts = Array.from({ length: rows.length / 2 }, (_, at) => text.slice(rows[2 * at], rows[2 * at + 1]));
  return { value: parseScanned(text, scanned), rows: texts };
}

function parseScanned(text: string, { depth, longNumber }: ReturnType<typeof scan>): unknown {
  if (depth > MAX_DEPTH) throw new SyntaxError(`nested deeper than ${MAX_DEPTH}`);
  if (!longNumber) return JSON.parse(text);
  return parseLossless(text, undefined, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/** Any wire value as JSON that is safe to keep and show: bigints, and numbers that JSON has no form for, become strings. */
export function toJsonValue(value: unknown): JsonValue {
  // Nearly all of them are: then there is nothing to make anew.
  return isJsonValue(value) ? value : converted(value);
}

function isJsonValue(value: unknown): value is JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isJsonValue);
  for (const key in value) if (!isJsonValue((value as Readonly<Record<string, unknown>>)[key])) return false;
  return true;
}

function converted(value: unknown): JsonValue {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(converted);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, converted(item)]));
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** How deep the rows of a list are, in the document that holds it. */
const ROW_DEPTH = 3;

/**
 * One pass over the text: how deep it nests, whether a long run of digits stands outside quotes (only then is the
 * slower, exact parser needed), and where each row begins and ends. No regular expression: those run out of stack on strings of some megabytes.
 */
function scan(text: string): { depth: number; longNumber: boolean; rows: readonly number[] } {
  const rows: number[] = [];
  let depth = 0;
  let open = 0;
  let digits = 0;
  let longNumber = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits++;
      if (digits >= LONG_DIGITS) longNumber = true;
      continue;
    }
    digits = 0;
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) {
      depth = Math.max(depth, ++open);
      if (open === ROW_DEPTH) rows.push(at);
    } else if (code === 0x5d || code === 0x7d) {
      if (open === ROW_DEPTH) rows.push(at + 1);
      open--;
    }
  }
  return { depth, longNumber, rows };
}

/** The position of the quote that ends the string opened at `start`; the text's end when there is none. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return quote;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}

function exactNumber(text: string): number | bigint {
  if (/^-?\d+$/.test(text) && !isSafeNumber(text)) return BigInt(text);
  return Number(text);
}
