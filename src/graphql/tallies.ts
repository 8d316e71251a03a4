/** Counts that the sources' tallies tell, so that they are no scan. */
import type { Tally } from '../domain/source-state.js';
import { collectionOf } from '../store/collections.js';
import type { Condition, Filter, Scalar } from '../store/repo.js';

type StoredConcept = keyof typeof collectionOf;

/** By which field a tally counts; `always` is what holds of everything that it counts. */
interface Counted {
  readonly part: Exclude<keyof Tally, 'total'>;
  readonly field: string;
  readonly always?: Filter;
}

const counted: Partial<Record<StoredConcept, Counted>> = {
  License: { part: 'licenses', field: 'status' },
  Quota: { part: 'quotas', field: 'state' },
  Message: { part: 'messages', field: 'severity', always: { active: true } },
};

/** How many things of a source satisfy the filter, by its tally; null: tallies do not tell. */
export function tallied(concept: StoredConcept, where: Filter): ((tally: Tally) => number) | null {
  // Nobody tallies the entries of the audit log.
  if (concept === 'AuditEntry') return null;
  if (Object.keys(where).length === 0) return ({ total }) => total[collectionOf[concept]] ?? 0;
  const { part, field, always = {} } = counted[concept] ?? {};
  if (part === undefined || field === undefined) return null;
  const { [field]: wanted, ...rest } = where;
  if (!isSame(rest, always)) return null;
  if (wanted === undefined) return (tally) => sum(Object.values(tally[part]));
  if (!isOneOf(wanted)) return null;
  const words = [...new Set(wanted.in)];
  return (tally) => sum(words.map((word) => (tally[part] as Readonly<Record<string, number>>)[String(word)]));
}

function isSame(a: Filter, b: Filter): boolean {
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}

function isOneOf(condition: Condition): condition is { readonly in: readonly Scalar[] } {
  return typeof condition === 'object' && condition !== null && 'in' in condition;
}

function sum(counts: readonly (number | undefined)[]): number {
  return counts.reduce<number>((total, count) => total + (count ?? 0), 0);
}
