/** A table's filters and order, kept in the address. */
import { useMemo } from 'react';
import { useParams } from '../../gateway/search-params.js';
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
  const [params, set] = useParams();
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
