/** Which indexes can serve a query: the one rule by which both engines refuse what would walk a whole collection. */
import type { CollectionDefinition } from './collections.js';
import type { ParsedCondition, ParsedCount, ParsedFilter } from './query.js';
import { InvalidQueryError, type Order } from './repo.js';
import { assertTargeted } from './sharding.js';

type Definition = Pick<CollectionDefinition, 'name' | 'indexes' | 'arrays' | 'shardKey'>;

export interface OrderRequest {
  readonly order: Order;
  readonly tieBreaker: string;
}

/** How many leading fields of an index are pinned by equalities, not counting `upTo` (the order field) and beyond. */
export function pinned(fields: readonly string[], filter: ParsedFilter, upTo?: string): number {
  let count = 0;
  for (const field of fields) {
    if (field === upTo || !filter.some((condition) => condition.field === field && condition.op === 'in')) break;
    count += 1;
  }
  return count;
}

/** Whether what follows the pinned fields is exactly the order: then a page is a stretch of the index. */
export function isOrdered(fields: readonly string[], filter: ParsedFilter, { order, tieBreaker }: OrderRequest) {
  const rest = fields.slice(pinned(fields, filter, order.field));
  const wanted = order.field === tieBreaker ? [tieBreaker] : [order.field, tieBreaker];
  return rest.length === wanted.length && rest.every((field, at) => field === wanted[at]);
}

export function rangeOn(filter: ParsedFilter, field: string | undefined) {
  return filter.find(
    (condition): condition is Extract<ParsedCondition, { op: 'range' }> =>
      condition.field === field && condition.op === 'range',
  );
}

/** Throws InvalidQueryError for a page (with `request`) or a count that would walk a whole collection, or ask every shard. */
export function assertAnswerable(
  definition: Definition,
  { branches, words }: ParsedCount,
  request?: OrderRequest,
): void {
  for (const branch of branches) {
    assertTargeted(definition, branch);
    assertServed(definition, branch, words, request);
  }
}

/** Throws InvalidQueryError when no index narrows the branch and none has its order. */
function assertServed(
  definition: Definition,
  filter: ParsedFilter,
  words: readonly string[],
  request?: OrderRequest,
): void {
  const { name, indexes, arrays = [] } = definition;
  if (request !== undefined && [request.order.field, request.tieBreaker].some((field) => arrays.includes(field))) {
    throw new InvalidQueryError(`${name} cannot be ordered by an array`);
  }
  if (filter.some((condition) => condition.field === '_id' && condition.op === 'in')) return;
  const served = indexes.some(({ fields }) => {
    const count = pinned(fields, filter);
    const next = fields[count];
    const array = fields.findIndex((field) => arrays.includes(field));
    if (words.length > 0 && next === 'words') return true;
    // Entries behind an array that is not pinned are several for a document, or none.
    if (array >= count) return false;
    return (
      count > 0 || rangeOn(filter, next) !== undefined || (request !== undefined && isOrdered(fields, filter, request))
    );
  });
  if (!served) throw new InvalidQueryError(`no index of ${name} serves this query`);
}
