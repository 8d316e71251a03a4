/** Reads single values of Enterprise Recon answers, which mix numbers, numbers as strings and nothing at all. */
import { toJsonValue } from '../json.js';

/** The largest limit that is believed: 2^63 − 1. */
const MAX_LIMIT = 9_223_372_036_854_775_807n;
/** As many digits as are stored and compared exactly. */
const MAX_DIGITS = 34;
/** 1990: an earlier expiry is a mistake, as no Enterprise Recon is that old. */
const MIN_UNIX_SECONDS = 631_152_000;
/** The last second of the year 9999; what lies beyond was written in milliseconds or smaller. */
const MAX_UNIX_SECONDS = 253_402_300_799;

/** A whole number of zero or more, as number, bigint or decimal string; null for anything else. */
export function readQuantity(value: unknown): bigint | null {
  const text = digitsOf(value);
  return text === null || text.length > MAX_DIGITS ? null : BigInt(text);
}

/** A quantity that can be a limit. A use may be larger: it is over any limit there can be. */
export function readLimit(value: unknown): bigint | null {
  const quantity = readQuantity(value);
  return quantity === null || quantity > MAX_LIMIT ? null : quantity;
}

/** Text that is not blank, as sent; null for anything else. */
export function readText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export interface Expiry {
  readonly at: Date | null;
  /** Why `at` is null; null when it is not. */
  readonly problem: { readonly kind: 'none-stated' | 'unreadable'; readonly text: string } | null;
}

/**
 * `expires`: documented as Unix seconds in a number, sent as number or string. Missing, empty, `never` and 0 state no
 * expiry (and never mean 1970); a value beyond the year 9999 is milliseconds and is not guessed at, nor is one before 1990.
 */
export function readExpiry(value: unknown): Expiry {
  const text = isScalar(value) ? String(value).trim().toLowerCase() : null;
  if (value == null || text === '' || text === 'never' || (text !== null && Number(text) === 0)) {
    const sent = value === undefined ? 'is missing' : `is ${shown(value)}`;
    return { at: null, problem: { kind: 'none-stated', text: `"expires" ${sent}: no expiry is known.` } };
  }
  const seconds = typeof value === 'number' || /^\d+(\.\d+)?$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds) || seconds < 0) {
    return unreadable(`"expires" is ${shown(value)}, which is no Unix time in seconds`);
  }
  if (seconds > MAX_UNIX_SECONDS) {
    return unreadable(`PARSE_SUSPECT: "expires" is ${shown(value)}, which looks like milliseconds instead of seconds`);
  }
  if (seconds < MIN_UNIX_SECONDS) {
    return unreadable(`PARSE_SUSPECT: "expires" is ${shown(value)}, which is no sensible date`);
  }
  return { at: new Date(Math.round(seconds * 1000)), problem: null };
}

/** A value as a person may see it in a message: short, on one line. */
export function shown(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(toJsonValue(value));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isScalar(value: unknown): value is string | number | bigint {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
}

function unreadable(text: string): Expiry {
  return { at: null, problem: { kind: 'unreadable', text: `${text}; the expiry is shown as unknown.` } };
}

function digitsOf(value: unknown): string | null {
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) {
    return value >= 0 ? value.toString() : null;
  }
  const [, digits = null] = typeof value === 'string' ? (/^\s*(\d+)(?:\.0*)?\s*$/.exec(value) ?? []) : [];
  return digits;
}
