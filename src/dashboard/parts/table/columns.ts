/** A table's columns as the table library takes them: the order and what is hidden are ours to keep, the rows come ordered. */
import {
  type ColumnDef,
  type ColumnVisibilityState,
  columnVisibilityFeature,
  metaHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Column, Ordering, TableSpec } from './spec.js';

export interface ColumnMeta {
  readonly width: number;
  readonly align?: 'end';
}

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});
export type Features = typeof features;

export function useColumns<Data, Row extends { readonly id: string }>(
  spec: TableSpec<Data, Row>,
  rows: readonly Row[],
  given: {
    readonly order: Ordering;
    readonly onOrder: (order: Ordering) => void;
    readonly visibility: ColumnVisibilityState;
    readonly onVisibility: (visibility: ColumnVisibilityState) => void;
  },
) {
  const columns = useMemo(() => spec.columns.map(definition), [spec]);
  // State that is another object at each drawing would have the table drawn without end.
  const { field, direction } = given.order;
  const sorting = useMemo<SortingState>(() => {
    const ordered = spec.columns.find(({ order }) => order === field);
    return ordered === undefined ? [] : [{ id: ordered.id, desc: direction === 'DESC' }];
  }, [spec, field, direction]);
  return useTable({
    features,
    columns,
    data: rows,
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    sortDescFirst: false,
    state: { sorting, columnVisibility: given.visibility },
    onSortingChange: (change: Updater<SortingState>) => {
      const [next] = updated(change, sorting);
      const asked = spec.columns.find(({ id }) => id === next?.id)?.order;
      if (next !== undefined && asked !== undefined) {
        given.onOrder({ field: asked, direction: next.desc ? 'DESC' : 'ASC' });
      }
    },
    onColumnVisibilityChange: (change: Updater<ColumnVisibilityState>) =>
      given.onVisibility(updated(change, given.visibility)),
  });
}

function definition<Row extends object>(column: Column<Row>, index: number): ColumnDef<Features, Row> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: (row) => row,
    cell: ({ row }) => column.cell(row.original),
    enableSorting: column.order !== undefined,
    // The first one leads to the row's page.
    enableHiding: index > 0,
    meta: { width: column.width, ...(column.align === undefined ? {} : { align: column.align }) },
  };
}

function updated<T>(change: Updater<T>, before: T): T {
  return typeof change === 'function' ? (change as (before: T) => T)(before) : change;
}
