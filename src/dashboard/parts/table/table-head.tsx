/** The head of a table: what can be ordered by is a button, and says how it is ordered. */
import { UnstyledButton } from '@mantine/core';
import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { Features } from './columns.js';

export function TableHead<Row extends object>({ headers }: { readonly headers: readonly Header<Features, Row>[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {headers.map((header) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          return (
            <th
              key={header.id}
              scope="col"
              className={column.columnDef.meta?.align}
              {...(sorted === false ? {} : { 'aria-sort': sorted === 'asc' ? 'ascending' : 'descending' })}
            >
              {column.getCanSort() ? <OrderButton header={header} /> : title(header)}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function OrderButton<Row extends object>({ header }: { readonly header: Header<Features, Row> }) {
  const sorted = header.column.getIsSorted();
  const Arrow = sorted === false ? ArrowUpDown : sorted === 'asc' ? ArrowUp : ArrowDown;
  return (
    <UnstyledButton className="order" fz="sm" onClick={() => header.column.toggleSorting(sorted === 'asc')}>
      {title(header)}
      <Arrow size={14} aria-hidden opacity={sorted === false ? 0.45 : 1} />
    </UnstyledButton>
  );
}

function title<Row extends object>({ column }: Header<Features, Row>): string {
  return String(column.columnDef.header);
}
