/** Which columns are shown: a checkbox for each. */
import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import type { Column } from '@tanstack/react-table';
import { Columns3 } from 'lucide-react';
import type { Features } from './columns.js';

export function ColumnChoice<Row extends object>({ columns }: { readonly columns: readonly Column<Features, Row>[] }) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<Columns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" role="group" aria-label="Columns shown">
          {columns
            .filter((column) => column.getCanHide())
            .map((column) => (
              <Checkbox
                key={column.id}
                label={String(column.columnDef.header)}
                checked={column.getIsVisible()}
                onChange={(event) => column.toggleVisibility(event.currentTarget.checked)}
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
