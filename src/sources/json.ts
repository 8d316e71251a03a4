/** Vendor JSON without loss: an integer that a double cannot hold arrives as a bigint. */
import { isSafeNumber, parse as parseLossless } from 'lossless-json';
import type { JsonValue } from '../domain/json.js';

/** A run of 16 or more digits outside quotes: only then is the slower parser needed. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|(\d{16,})/g;

/** Parses vendor JSON. Throws SyntaxError as JSON.parse does. */
export function parseVendorJson(text: string): unknown {
  return holdsLongNumber(text) ? parseLossless(text, undefined, exactNumber) : JSON.parse(text);
}

/** Any wire value as JSON that is safe to keep and show: bigints become decimal strings. */
export function toJsonValue(value: unknown): JsonValue {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toJsonValue);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJsonValue(item)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

function holdsLongNumber(text: string): boolean {
  if (!/\d{16}/.test(text)) return false;
  for (const match of text.matchAll(LONG_NUMBER)) if (match[1] !== undefined) return true;
  return false;
}

function exactNumber(text: string): number | bigint {
  if (/^-?\d+$/.test(text) && !isSafeNumber(text)) return BigInt(text);
  return Number(text);
}
