/** A table's filters and order, kept in the address. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { Column, Filter, Ordering } from './spec.js';
import { type ReadFilters, readFilters, readOrder, writeOrder } from './table-address.js';

export interface TableAddress extends ReadFilters {
  readonly order: Ordering;
  param(field: string): string | null;
  /** Null takes a parameter out. */
  set(changes: Readonly<Record<string, string | null>>): void;
  setOrder(order: Ordering): void;
  clear(): void;
}

export function useTableAddress(spec: {
  readonly filters: readonly Filter[];
  readonly columns: readonly Pick<Column<never>, 'order'>[];
  readonly order: Ordering;
}): TableAddress {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: Readonly<Record<string, string | null>>) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return useMemo(() => {
    const { filters, columns, order: usual } = spec;
    const fields = columns.flatMap(({ order }) => order ?? []);
    return {
      ...readFilters(filters, params),
      order: readOrder(params.get('order'), [...fields, usual.field], usual),
      param: (field) => params.get(field),
      set,
      setOrder: (order) => set({ order: writeOrder(order, usual) }),
      clear: () => set(Object.fromEntries(filters.map(({ field }) => [field, null]))),
    };
  }, [spec, params, set]);
}
