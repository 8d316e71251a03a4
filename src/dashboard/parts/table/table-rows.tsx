/** The rows of a table that are looked at, with room above and below for those that are not. */
import { Anchor } from '@mantine/core';
import { type Cell, flexRender, type Row as TableRow } from '@tanstack/react-table';
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Features } from './columns.js';

export const ROW_HEIGHT = 42;

export interface RowsProps<Row extends { readonly id: string }> {
  readonly items: readonly VirtualItem[];
  /** Of all rows. */
  readonly height: number;
  readonly columns: number;
  /** Undefined while its page is awaited. */
  rowAt(index: number): TableRow<Features, Row> | undefined;
  link(row: Row): string | null;
}

export function TableRows<Row extends { readonly id: string }>({
  items,
  height,
  columns,
  rowAt,
  link,
}: RowsProps<Row>) {
  const above = items[0]?.start ?? 0;
  const below = height - (items.at(-1)?.end ?? 0);
  return (
    <>
      <Space height={above} columns={columns} />
      <tbody>
        {items.map(({ index }) => {
          const row = rowAt(index);
          return row === undefined ? (
            <AwaitedRow key={index} columns={columns} />
          ) : (
            <ReadRow key={index} index={index} row={row} cells={row.getVisibleCells()} link={link} />
          );
        })}
      </tbody>
      <Space height={below} columns={columns} />
    </>
  );
}

interface ReadRowProps<Row extends { readonly id: string }> {
  readonly index: number;
  readonly row: TableRow<Features, Row>;
  readonly cells: readonly Cell<Features, Row>[];
  link(row: Row): string | null;
}

/** Scrolling past a row does not draw it anew. */
const ReadRow = memo(function ReadRow<Row extends { readonly id: string }>({
  index,
  row,
  cells,
  link,
}: ReadRowProps<Row>) {
  const href = link(row.original);
  return (
    <tr aria-rowindex={index + 2} style={{ height: ROW_HEIGHT }}>
      {cells.map((cell, place) => {
        const { cell: shown, meta } = cell.column.columnDef;
        const content = flexRender(shown, cell.getContext());
        return place === 0 ? (
          <th key={cell.id} scope="row">
            {href === null ? (
              content
            ) : (
              <Anchor component={Link} href={href} size="sm">
                {content}
              </Anchor>
            )}
          </th>
        ) : (
          <td key={cell.id} className={meta?.align}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}) as <Row extends { readonly id: string }>(props: ReadRowProps<Row>) => React.ReactNode;

function AwaitedRow({ columns }: { readonly columns: number }) {
  return (
    <tr aria-hidden style={{ height: ROW_HEIGHT }}>
      {Array.from({ length: columns }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name here
        <td key={i}>
          <span className="bone" />
        </td>
      ))}
    </tr>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody className="space" aria-hidden>
      <tr>
        <td colSpan={columns} style={{ height }} />
      </tr>
    </tbody>
  );
}
