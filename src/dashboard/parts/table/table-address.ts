/** What a table is narrowed to and ordered by, read from the address: `?statuses=EXPIRED,EXPIRING&order=NAME.DESC`. Pure. */
import type { Filter, Ordering } from './spec.js';

/** Shorter texts are not searched for: what they cost grows with what they match. */
export const LEAST_SEARCH = 2;

export interface ReadFilters {
  /** As the API takes it. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Parameters that narrow the table down. */
  readonly active: readonly string[];
  /** `statuses=FOO`: parameters, or values of them, that mean nothing here. */
  readonly unusable: readonly string[];
}

export function readFilters(filters: readonly Filter[], params: URLSearchParams): ReadFilters {
  const filter: Record<string, unknown> = {};
  const unusable: string[] = [];
  for (const each of filters) {
    const { field } = each;
    const given = params.get(field);
    if (given === null || given === '') continue;
    const { value, wrong } = meaning(each, given);
    if (value !== undefined) filter[field] = value;
    for (const part of wrong) unusable.push(`${field}=${part}`);
  }
  return { filter, active: Object.keys(filter), unusable };
}

/** The values of a parameter that has several, comma-separated. */
export function valuesOf(given: string | null): string[] {
  return [...new Set((given ?? '').split(',').filter((value) => value !== ''))];
}

interface Meaning {
  /** Undefined when there is nothing to narrow to. */
  readonly value?: unknown;
  readonly wrong: readonly string[];
}

function meaning(filter: Filter, given: string): Meaning {
  switch (filter.kind) {
    case 'search': {
      const text = given.trim();
      return text.length < LEAST_SEARCH ? { wrong: [] } : { value: text, wrong: [] };
    }
    case 'choices': {
      const known = new Set(filter.options.map(({ value }) => value));
      const values = valuesOf(given);
      return several(
        values.filter((value) => known.has(value)),
        values.filter((value) => !known.has(value)),
        filter.single,
      );
    }
    case 'sources':
      return several(valuesOf(given), []);
    case 'texts':
      return several(valuesOf(given), [], filter.single);
    case 'flag':
      return given === 'true' || given === 'false' ? { value: given === 'true', wrong: [] } : { wrong: [given] };
    case 'day': {
      const at = Date.parse(given);
      return Number.isNaN(at) ? { wrong: [given] } : { value: new Date(at).toISOString(), wrong: [] };
    }
    case 'thing':
      return { value: given, wrong: [] };
  }
}

function several(values: readonly string[], wrong: readonly string[], single = false): Meaning {
  return { value: single ? values[0] : values.length === 0 ? undefined : values, wrong };
}

/** `NAME.DESC`; what is not an order of this table is the usual one. */
export function readOrder(given: string | null, fields: readonly string[], usual: Ordering): Ordering {
  const [field = '', direction] = given?.split('.') ?? [];
  if (!fields.includes(field) || (direction !== 'ASC' && direction !== 'DESC')) return usual;
  return { field, direction };
}

/** Null for the usual order, which needs no parameter. */
export function writeOrder(order: Ordering, usual: Ordering): string | null {
  const isUsual = order.field === usual.field && order.direction === usual.direction;
  return isUsual ? null : `${order.field}.${order.direction}`;
}
