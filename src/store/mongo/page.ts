/** Pages and counts as aggregations: any number of them in one round trip, each a tight stretch of an index. */
import type { Document } from 'mongodb';
import { valueToStored } from '../codec.js';
import { compareScalars, scalarAt } from '../match.js';
import type { ParsedCount, ParsedPage } from '../query.js';
import type { Doc, Position } from '../repo.js';
import { renderQuery } from './filter.js';

/** Nulls come last in either direction, MongoDB puts them first in one: so a page is read in two parts. */
type Part = 'values' | 'nulls';

/** The pipelines of one page; each row comes out as `{ at, doc }`. */
export function pagePipelines(query: ParsedPage, arrays: readonly string[], at: number): Document[][] {
  if (query.limit === 0 || query.branches.length === 0) return [];
  return partsOf(query).map((part) => [
    { $match: renderQuery(query.branches, query.words, arrays, () => between(query, part)) },
    { $sort: sortOf(query) },
    { $limit: query.limit },
    ...projection(query),
    { $replaceWith: { at: { $literal: at }, doc: '$$ROOT' } },
  ]);
}

/** The pipelines of one count; it comes out as `{ _id: at, count }`, or not at all when it is 0. */
export function countPipelines(query: ParsedCount, arrays: readonly string[], at: number): Document[][] {
  if (query.branches.length === 0) return [];
  const match = renderQuery(query.branches, query.words, arrays);
  return [[{ $match: match }, { $group: { _id: { $literal: at }, count: { $sum: 1 } } }]];
}

/** One pipeline that answers all of them. */
export function union(collection: string, pipelines: readonly Document[][]): Document[] {
  const [first = [], ...rest] = pipelines;
  return [...first, ...rest.map((pipeline) => ({ $unionWith: { coll: collection, pipeline } }))];
}

/** The rows of one page's parts as the page: in order, no more than asked for. */
export function assemble(query: ParsedPage, docs: readonly Doc[]): Doc[] {
  const sign = query.order.direction === 'DESC' ? -1 : 1;
  const sorted = [...docs].sort(
    (a, b) => compareNullsLast(a, b, query.order.field, sign) || compareNullsLast(a, b, query.tieBreaker, sign),
  );
  return query.fromEnd ? sorted.slice(-query.limit) : sorted.slice(0, query.limit);
}

function compareNullsLast(a: Doc, b: Doc, field: string, sign: number): number {
  const left = scalarAt(a, field);
  const right = scalarAt(b, field);
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * compareScalars(left, right);
}

function partsOf({ order, after, before, branches, tieBreaker }: ParsedPage): Part[] {
  const parts: Part[] = [];
  const single = order.field === tieBreaker;
  const inNulls = (position: Position | null) => !single && position?.value === null;
  if (!inNulls(after)) parts.push('values');
  const nullsMatch = branches.some((filter) => !filter.some((one) => one.field === order.field && one.op === 'range'));
  if (nullsMatch && (before === null || inNulls(before)) && !(single && after !== null)) parts.push('nulls');
  return parts;
}

function between(query: ParsedPage, part: Part): Document[] {
  const { order, after, before } = query;
  const forward = order.direction === 'ASC';
  const bounds = [
    ...(after === null ? [] : beyond(query, part, after, forward ? '$gt' : '$lt')),
    ...(before === null ? [] : beyond(query, part, before, forward ? '$lt' : '$gt')),
  ];
  if (part === 'nulls') return [{ [order.field]: { $eq: null } }, ...bounds];
  return bounds.length > 0 ? bounds : [{ [order.field]: { $ne: null } }];
}

/** What lies beyond a position, in a form that bounds the index by the order value first. */
function beyond(
  { order, tieBreaker }: ParsedPage,
  part: Part,
  position: Position,
  operator: '$gt' | '$lt',
): Document[] {
  const tie = { [tieBreaker]: { [operator]: position.id } };
  if (order.field === tieBreaker) return [tie];
  // A position in the other part excludes nothing of this one, or this part was not asked for.
  if ((position.value === null) !== (part === 'nulls')) return [];
  if (part === 'nulls') return [tie];
  const value = valueToStored(position.value);
  return [{ [order.field]: { [`${operator}e`]: value } }, { $or: [{ [order.field]: { [operator]: value } }, tie] }];
}

function sortOf({ order, tieBreaker, fromEnd }: ParsedPage): Record<string, 1 | -1> {
  const direction = (order.direction === 'ASC') === fromEnd ? -1 : 1;
  return { [order.field]: direction, [tieBreaker]: direction };
}

/** What the caller wants and what putting it in order takes. */
function projection({ fields, without, order, tieBreaker }: ParsedPage): Document[] {
  if (without !== null && without.size > 0) {
    return [{ $project: Object.fromEntries([...without].map((field) => [field, 0])) }];
  }
  if (fields === null) return [];
  const wanted = new Set([...fields, order.field, tieBreaker]);
  return [{ $project: Object.fromEntries([...wanted].map((field) => [field, 1])) }];
}
