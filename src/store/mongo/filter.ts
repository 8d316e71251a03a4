/** The closed filter language as MongoDB's, every operand behind an explicit operator, so that no data acts as one. */
import type { Document } from 'mongodb';
import { valueToStored } from '../codec.js';
import type { Bound, ParsedCondition, ParsedFilter } from '../query.js';

/** Sorts behind every text that starts with what stands before it. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Any of the branches and every word. With one branch its equalities stay on top, where indexes find them. */
export function renderQuery(
  branches: readonly ParsedFilter[],
  words: readonly string[],
  arrays: readonly string[],
  more: (filter: ParsedFilter) => readonly Document[] = () => [],
): Document {
  const rendered = branches.map((filter) =>
    all([...filter.map((condition) => render(condition, arrays)), ...more(filter), ...words.map(renderWord)]),
  );
  const [only] = rendered;
  // Each branch holds the whole condition: only then can MongoDB merge their index scans in order.
  return rendered.length === 1 && only !== undefined ? only : { $or: rendered };
}

export function renderFilter(filter: ParsedFilter, arrays: readonly string[]): Document {
  return all(filter.map((condition) => render(condition, arrays)));
}

function all(clauses: readonly Document[]): Document {
  const [only] = clauses;
  if (only === undefined) return {};
  return clauses.length === 1 ? only : { $and: clauses };
}

function render(condition: ParsedCondition, arrays: readonly string[]): Document {
  const { field } = condition;
  switch (condition.op) {
    case 'in': {
      const values = condition.values.map((value) => valueToStored(value));
      return { [field]: values.length === 1 ? { $eq: values[0] } : { $in: values } };
    }
    case 'exists':
      return { [field]: condition.exists ? { $ne: null } : { $eq: null } };
    case 'range': {
      const range = { ...bound(condition.lower, '$gte', '$gt'), ...bound(condition.upper, '$lte', '$lt') };
      // Without it, one element could satisfy the one bound and another the other.
      return { [field]: arrays.includes(field) ? { $elemMatch: range } : range };
    }
  }
}

function bound(limit: Bound | null, inclusive: string, exclusive: string): Document {
  return limit === null ? {} : { [limit.inclusive ? inclusive : exclusive]: valueToStored(limit.value) };
}

function renderWord(word: string): Document {
  return { words: { $elemMatch: { $gte: word, $lt: `${word}${LAST_CHARACTER}` } } };
}
