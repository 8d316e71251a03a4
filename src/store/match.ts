/** What a condition means: comparison of values as BSON orders them, and whether a document satisfies a filter. */
import { type ParsedCondition, type ParsedFilter, typeRank } from './query.js';
import type { Doc, Scalar } from './repo.js';

export function matchesFilter(filter: ParsedFilter, doc: Doc): boolean {
  return filter.every((condition) => matchesCondition(condition, valuesAt(doc, condition.field)));
}

/** Each word is a prefix of at least one element of `words`. */
export function matchesWords(words: readonly string[], doc: Doc): boolean {
  const own = valuesAt(doc, 'words');
  return words.every((word) => own.some((value) => typeof value === 'string' && value.startsWith(word)));
}

/** Whether one of a field's values satisfies the condition; a missing field has the one value null. */
export function matchesCondition(condition: ParsedCondition, values: readonly unknown[]): boolean {
  switch (condition.op) {
    case 'in':
      return values.some((value) => isScalar(value) && condition.values.some((other) => equal(value, other)));
    case 'range':
      return values.some((value) => isScalar(value) && value !== null && within(condition, value));
    case 'exists':
      return values.some((value) => value === null) !== condition.exists;
  }
}

/** A field's value as a list, arrays spread, missing as null; dots go into objects. */
export function valuesAt(doc: Doc, path: string): readonly unknown[] {
  let value: unknown = doc;
  for (const name of path.includes('.') ? path.split('.') : [path]) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : null;
  }
  if (Array.isArray(value)) return value.map((element: unknown) => element ?? null);
  return [value ?? null];
}

/** The scalar at a path, null when there is none or it is no scalar. */
export function scalarAt(doc: Doc, path: string): Scalar {
  const [value] = valuesAt(doc, path);
  return isScalar(value) ? value : null;
}

/** Only these fields and `_id`; all of them for null. */
export function project(doc: Doc, fields: readonly string[] | null): Doc {
  if (fields === null) return doc;
  const chosen = fields.filter((field) => Object.hasOwn(doc, field)).map((field) => [field, doc[field]]);
  return { ...Object.fromEntries(chosen), _id: doc._id };
}

/** The document without these fields. */
export function leaveOut(doc: Doc, without: ReadonlySet<string>): Doc {
  return Object.fromEntries(Object.entries(doc).filter(([field]) => !without.has(field))) as Doc;
}

export function isScalar(value: unknown): value is Scalar {
  if (value === null || value instanceof Date) return true;
  return (
    typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
  );
}

/** Negative, zero or positive; types in BSON's order, strings by code point (as UTF-8 sorts, not as UTF-16 does). */
export function compareScalars(a: Exclude<Scalar, null>, b: Exclude<Scalar, null>): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  // Numbers and bigints compare exactly with each other in JavaScript; Dates by their milliseconds.
  return a < b ? -1 : a > b ? 1 : 0;
}

function equal(a: Scalar, b: Scalar): boolean {
  if (a === null || b === null) return a === b;
  return compareScalars(a, b) === 0;
}

function within(range: Extract<ParsedCondition, { op: 'range' }>, value: Exclude<Scalar, null>): boolean {
  for (const [bound, sign] of [[range.lower, 1] as const, [range.upper, -1] as const]) {
    if (bound === null) continue;
    if (bound.value === null || typeRank(bound.value) !== typeRank(value)) return false;
    const order = compareScalars(value, bound.value) * sign;
    if (order < 0 || (order === 0 && !bound.inclusive)) return false;
  }
  return true;
}

function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Moves surrogates (of code points from U+10000 up) behind U+E000–U+FFFF. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
