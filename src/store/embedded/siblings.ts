/**
 * Queries of one batch that differ in nothing but one text, as those for the parents of a list do: checked and planned once,
 * and each read by one short walk, since most parents have few children.
 */
import { leaveOut } from '../match.js';
import { isPlain, type ParsedFilter, type ParsedPage } from '../query.js';
import type { Condition, Doc, Filter, PageQuery } from '../repo.js';
import { narrowing, ordered, weights } from './access.js';
import { docAt, matchingDoc, rangeOf, readEntries } from './candidates.js';
import { coveredJudge, type Verdict } from './covered.js';
import { NUMBER_BYTES, numberIn } from './entries.js';
import { cutAt, endsCut, NULL_TAG, part } from './keys.js';
import { rowOrder } from './rows.js';
import type { Collection } from './tables.js';

/** What the children of a parent are read by. */
export interface Plan {
  readonly model: PageQuery;
  /** The field in which siblings may differ, with the bytes of the key before and behind its value. */
  readonly parts: ReadonlyMap<string, { readonly before: Buffer; readonly behind: Buffer }>;
  /** What the key does not decide. */
  readonly residual: ParsedFilter;
  readonly judge: (entry: Buffer) => Verdict;
  readonly reverse: boolean;
  readonly without: ReadonlySet<string> | null;
}

/** A parent with as many children or more is read as any other page. */
const MANY = 24;

/** How siblings of this query can be read; null where nothing is gained. */
export function planOf(collection: Collection, model: PageQuery, parsed: ParsedPage): Plan | null {
  const [filter] = parsed.branches;
  if (filter === undefined || parsed.branches.length > 1 || !isBare(model)) return null;
  const along = ordered(collection, filter, parsed);
  if (along === null || along.prefixes.length !== 1 || along.within !== null) return null;
  if (narrowing(collection, filter).some(({ weight }) => weight >= along.weight + weights.range)) return null;
  const parts = new Map<string, { before: Buffer; behind: Buffer }>();
  const pinned = along.index.fields.slice(0, -(parsed.order.field === parsed.tieBreaker ? 1 : 2));
  const values = pinned.flatMap((field) => textsOf(filter, field).map((text) => part(text)));
  if (values.length < pinned.length || values.some(endsCut)) return null;
  for (const [at, field] of pinned.entries()) {
    const before = Buffer.concat([Buffer.of(along.index.slot), ...values.slice(0, at)]);
    parts.set(field, { before, behind: Buffer.concat(values.slice(at + 1)) });
  }
  const { residual } = along;
  const judge = coveredJudge(collection.covered, residual);
  return { model, parts, residual, judge, reverse: rowOrder(parsed).reverse, without: parsed.without };
}

function textsOf(filter: ParsedFilter, field: string): string[] {
  const condition = filter.find((one) => one.field === field && one.op === 'in');
  return condition?.op === 'in' ? condition.values.filter((value) => typeof value === 'string') : [];
}

/** What the plan finds for this query; null where it has to be read as any other. */
export function readSibling(collection: Collection, plan: Plan, query: PageQuery): Doc[] | null {
  const prefix = prefixOf(plan, query);
  if (prefix === null) return null;
  const entries = readEntries(collection, rangeOf(prefix, null), { reverse: plan.reverse, limit: MANY });
  if (entries.length === MANY) return null;
  const docs: Doc[] = [];
  const withoutValue: Doc[] = [];
  for (const { key, value } of entries) {
    if (value[0] === 1 && cutAt(key.subarray(prefix.length, key.length - NUMBER_BYTES)) !== null) return null;
    const verdict = plan.judge(value);
    if (verdict === 'no') continue;
    const number = numberIn(key);
    const doc =
      verdict === 'yes'
        ? docAt(collection, number, plan.without)
        : shown(matchingDoc(collection, number, plan.residual, []), plan.without);
    if (doc !== null) (key[prefix.length] === NULL_TAG ? withoutValue : docs).push(doc);
  }
  docs.push(...withoutValue);
  return docs.length > query.limit ? docs.slice(0, query.limit) : docs;
}

function shown(doc: Doc | null, without: ReadonlySet<string> | null): Doc | null {
  return doc === null || without === null ? doc : leaveOut(doc, without);
}

/** Null where the query is no sibling. */
function prefixOf({ model, parts }: Plan, query: PageQuery): Buffer | null {
  const field = differenceOf(model, query);
  const bytes = field === null ? undefined : parts.get(field);
  const value = field === null ? null : query.anyOf[0]?.[field];
  if (bytes === undefined || typeof value !== 'string') return null;
  const own = part(value.toWellFormed());
  return endsCut(own) ? null : Buffer.concat([bytes.before, own, bytes.behind]);
}

/** The one field of their filters in which two queries differ; null where they do in more, or in anything else. */
function differenceOf(a: PageQuery, b: PageQuery): string | null {
  const [left, right] = [a.anyOf[0], b.anyOf[0]];
  const isAlike =
    isBare(b) &&
    a.limit === b.limit &&
    a.without === b.without &&
    a.tieBreaker === b.tieBreaker &&
    a.order.field === b.order.field &&
    a.order.direction === b.order.direction;
  if (!isAlike || left === undefined || right === undefined || b.anyOf.length !== 1) return null;
  if (!isOrdinary(right) || Object.keys(left).length !== Object.keys(right).length) return null;
  let different: string | null = null;
  for (const field of Object.keys(right)) {
    if (isSame(left[field], right[field])) continue;
    if (different !== null) return null;
    different = field;
  }
  return different ?? null;
}

function isBare({ words = [], after, before, fromEnd, fields }: PageQuery): boolean {
  return words.length === 0 && after === undefined && before === undefined && fromEnd !== true && fields === undefined;
}

function isSame(a: Condition | undefined, b: Condition | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b && a !== undefined;
  if (!isOrdinary(a) || !isOrdinary(b)) return false;
  const operators = Object.entries(a);
  return (
    operators.length === Object.keys(b).length && operators.every(([name, operand]) => Reflect.get(b, name) === operand)
  );
}

/** Anything else is for the gate of the store to refuse. */
function isOrdinary(value: Filter | object): boolean {
  return isPlain(value) && Object.getOwnPropertySymbols(value).length === 0;
}
