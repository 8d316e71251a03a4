/** The store as simply as it can be said: every document looked at, sorted and sliced. What the engines are compared with. */
import type {
  AnyOf,
  Condition,
  CountQuery,
  Doc,
  Filter,
  Order,
  PageQuery,
  Position,
  Scalar,
} from '../../src/store/repo.js';

export function pageOf(docs: readonly Doc[], query: PageQuery): Doc[] {
  const place = (doc: Doc): Position => ({ value: scalar(doc, query.order.field), id: String(doc[query.tieBreaker]) });
  const ordered = docs
    .filter((doc) => matches(doc, query))
    .filter((doc) => query.after === undefined || comparePlaces(place(doc), query.after, query.order) > 0)
    .filter((doc) => query.before === undefined || comparePlaces(place(doc), query.before, query.order) < 0)
    .sort((a, b) => comparePlaces(place(a), place(b), query.order));
  if (query.limit === 0) return [];
  return query.fromEnd ? ordered.slice(-query.limit) : ordered.slice(0, query.limit);
}

export function countOf(docs: readonly Doc[], query: CountQuery): number {
  return docs.filter((doc) => matches(doc, query)).length;
}

export function satisfies(doc: Doc, filter: Filter): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    const value = doc[field] ?? null;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return holds(condition, values);
  });
}

function matches(doc: Doc, { anyOf, words = [] }: { anyOf: AnyOf; words?: readonly string[] }): boolean {
  const own = Array.isArray(doc.words) ? doc.words : [];
  return (
    anyOf.some((filter) => satisfies(doc, filter)) &&
    words.every((word) => own.some((element: unknown) => String(element).startsWith(word)))
  );
}

function holds(condition: Condition, values: readonly unknown[]): boolean {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) {
    return values.some((value) => same(value, condition));
  }
  if ('in' in condition) return condition.in.some((wanted) => values.some((value) => same(value, wanted)));
  if ('exists' in condition) return values.some((value) => value === null) !== condition.exists;
  return values.some((value) =>
    Object.entries(condition).every(([operator, bound]: [string, Scalar]) => {
      if (value === null || bound === null || kind(value) !== kind(bound)) return false;
      const order = compare(value as Scalar, bound);
      if (operator === 'gt') return order > 0;
      if (operator === 'gte') return order >= 0;
      return operator === 'lt' ? order < 0 : order <= 0;
    }),
  );
}

/** Nulls last in either direction, ties in the direction of the order. */
function comparePlaces(a: Position, b: Position, { direction }: Order): number {
  const sign = direction === 'DESC' ? -1 : 1;
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  return sign * (compare(a.value, b.value) || compare(a.id, b.id));
}

function scalar(doc: Doc, field: string): Scalar {
  return (doc[field] ?? null) as Scalar;
}

function same(a: unknown, b: Scalar): boolean {
  return kind(a) === kind(b) && compare(a as Scalar, b) === 0;
}

function kind(value: unknown): string {
  if (value instanceof Date) return 'date';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

/** Of two values of one kind; strings by their UTF-8 bytes. */
function compare(a: Scalar, b: Scalar): number {
  if (a === null || b === null) return 0;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}
