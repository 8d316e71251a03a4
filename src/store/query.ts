/** The gate of the store: checks every query against the closed language and turns it into the form both engines read. */
import {
  type CountQuery,
  type Filter,
  InvalidQueryError,
  type Order,
  type PageQuery,
  type Position,
  type Scalar,
} from './repo.js';

export interface Bound {
  readonly value: Scalar;
  readonly inclusive: boolean;
}

export type ParsedCondition =
  /** Equality is a set of one. */
  | { readonly field: string; readonly op: 'in'; readonly values: readonly Scalar[] }
  | { readonly field: string; readonly op: 'range'; readonly lower: Bound | null; readonly upper: Bound | null }
  | { readonly field: string; readonly op: 'exists'; readonly exists: boolean };

export type ParsedFilter = readonly ParsedCondition[];

export interface ParsedCount {
  readonly branches: readonly ParsedFilter[];
  readonly words: readonly string[];
}

export interface ParsedPage extends ParsedCount {
  readonly order: Order;
  readonly tieBreaker: string;
  readonly after: Position | null;
  readonly before: Position | null;
  readonly limit: number;
  readonly fromEnd: boolean;
  readonly fields: readonly string[] | null;
  readonly without: ReadonlySet<string> | null;
}

/** A bigint that is filtered or ordered has at most this many digits: what MongoDB compares exactly. */
const LARGEST_COMPARABLE = 10n ** 34n;
const FIELD = /^(?:_id|[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)$/;
const PLAIN_FIELD = /^[A-Za-z][A-Za-z0-9_]*$/;
const MAX_LIMIT = 10_000;

export function parsePage(query: PageQuery): ParsedPage {
  const { direction } = query.order;
  if (direction !== 'ASC' && direction !== 'DESC') throw new InvalidQueryError('a direction is ASC or DESC');
  if (!Number.isInteger(query.limit) || query.limit < 0 || query.limit > MAX_LIMIT) {
    throw new InvalidQueryError(`a limit is an integer from 0 to ${MAX_LIMIT}`);
  }
  return {
    ...parseCount(query),
    order: { field: fieldName(query.order.field), direction },
    tieBreaker: fieldName(query.tieBreaker),
    after: position(query.after),
    before: position(query.before),
    limit: query.limit,
    fromEnd: query.fromEnd === true,
    fields: query.fields === undefined ? null : query.fields.map(fieldName),
    without: leftOut(query),
  };
}

function leftOut({ without, order, tieBreaker, words = [], fields }: PageQuery): ReadonlySet<string> | null {
  if (without === undefined) return null;
  const needed = ['_id', order.field, tieBreaker, ...(words.length > 0 ? ['words'] : [])];
  const wrong = [...without].find((name) => !PLAIN_FIELD.test(name) || needed.includes(name));
  if (wrong !== undefined) throw new InvalidQueryError(`${show(wrong)} cannot be left out of this page`);
  if (fields !== undefined) throw new InvalidQueryError('a page names the fields it has, or those it leaves out');
  return without;
}

export function parseCount(query: CountQuery): ParsedCount {
  return { branches: query.anyOf.map(parseFilter), words: (query.words ?? []).map(word) };
}

/** Throws InvalidQueryError for anything outside the language. */
export function parseFilter(filter: Filter): ParsedFilter {
  return plainEntries(filter, 'a filter').map(([field, condition]) => parseCondition(fieldName(field), condition));
}

export function fieldName(name: string): string {
  if (typeof name !== 'string' || !FIELD.test(name)) throw new InvalidQueryError(`not a field name: ${show(name)}`);
  return name;
}

/** The top-level fields that a write sets or adds to. */
export function writableFields(fields: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  const entries = plainEntries(fields, 'the fields of a write');
  for (const [name, value] of entries) {
    if (!PLAIN_FIELD.test(name)) throw new InvalidQueryError(`not a field that can be written: ${show(name)}`);
    if (value === undefined) throw new InvalidQueryError(`${name} is undefined; null takes a value away`);
  }
  return entries;
}

/** The amounts of a bump. */
export function parseIncrements(increments: Readonly<Record<string, unknown>>): readonly [string, number | bigint][] {
  return writableFields(increments).map(([field, amount]) => {
    if (typeof amount === 'bigint' || (typeof amount === 'number' && Number.isFinite(amount))) return [field, amount];
    throw new InvalidQueryError(`${field} can only be increased by a number`);
  });
}

/** A value that both engines compare exactly, or an InvalidQueryError. */
export function comparable(value: unknown): Scalar {
  if (value === null || typeof value === 'boolean') return value;
  // BSON keeps strings as UTF-8, which has no lone surrogates.
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  if (typeof value === 'bigint' && value < LARGEST_COMPARABLE && value > -LARGEST_COMPARABLE) return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw new InvalidQueryError(`not a value that can be compared: ${show(value)}`);
}

function parseCondition(field: string, condition: unknown): ParsedCondition {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) {
    return { field, op: 'in', values: [comparable(condition)] };
  }
  const operators = plainEntries(condition, `the condition on ${field}`);
  const [first] = operators;
  if (first === undefined) throw new InvalidQueryError(`the condition on ${field} is empty`);
  const [operator, operand] = first;
  if (operator === 'in' || operator === 'exists') {
    if (operators.length > 1) throw new InvalidQueryError(`${operator} stands alone in the condition on ${field}`);
    if (operator === 'in') return { field, op: 'in', values: list(field, operand) };
    if (typeof operand !== 'boolean') throw new InvalidQueryError(`exists on ${field} takes true or false`);
    return { field, op: 'exists', exists: operand };
  }
  return parseRange(field, operators);
}

function parseRange(field: string, operators: readonly (readonly [string, unknown])[]): ParsedCondition {
  let lower: Bound | undefined;
  let upper: Bound | undefined;
  for (const [operator, operand] of operators) {
    const bound = { value: comparable(operand), inclusive: operator.endsWith('e') };
    if (bound.value === null) throw new InvalidQueryError(`${operator} on ${field} takes no null`);
    if ((operator === 'gt' || operator === 'gte') && lower === undefined) lower = bound;
    else if ((operator === 'lt' || operator === 'lte') && upper === undefined) upper = bound;
    else throw new InvalidQueryError(`unknown or doubled operator ${show(operator)} on ${field}`);
  }
  const [low, high] = [lower?.value ?? null, upper?.value ?? null];
  if (low !== null && high !== null && typeRank(low) !== typeRank(high)) {
    throw new InvalidQueryError(`the range on ${field} goes from one type to another`);
  }
  return { field, op: 'range', lower: lower ?? null, upper: upper ?? null };
}

/** The order of types, which is BSON's: numbers, strings, booleans, dates. */
export function typeRank(value: Exclude<Scalar, null>): 1 | 2 | 3 | 4 {
  if (typeof value === 'number' || typeof value === 'bigint') return 1;
  if (typeof value === 'string') return 2;
  return typeof value === 'boolean' ? 3 : 4;
}

function list(field: string, operand: unknown): readonly Scalar[] {
  if (!Array.isArray(operand)) throw new InvalidQueryError(`in on ${field} takes a list`);
  return Array.from(operand, comparable);
}

function position(value: Position | undefined): Position | null {
  if (value === undefined) return null;
  if (typeof value.id !== 'string') throw new InvalidQueryError('a position names an id');
  return { value: comparable(value.value), id: value.id.toWellFormed() };
}

function word(value: string): string {
  if (typeof value !== 'string' || value === '') throw new InvalidQueryError('a word is a non-empty string');
  return value.toWellFormed();
}

/** Own entries of a plain object: no class instance, no array, no symbol key, so nothing can act as what it is not. */
function plainEntries(value: unknown, what: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlain(value)) {
    throw new InvalidQueryError(`${what} is a plain object`);
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw new InvalidQueryError(`${what} has a symbol key`);
  return Object.entries(value);
}

export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function show(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : typeof value;
}
