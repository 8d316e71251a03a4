/**
 * A table over a connection of any length: rows are read by cursor pages as they are scrolled to, and dropped behind. What it is
 * narrowed to and ordered by stands in the address; which columns are shown is remembered by this browser.
 */
import './table.css';
import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { Row as TableRow } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowUpToLine } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { nodePath } from '../../addresses.js';
import { isAway, problemOf } from '../../gateway/problem.js';
import { isExported } from '../export-address.js';
import { ExportButton } from '../export-button.js';
import { formatCount } from '../format.js';
import { ProblemNote } from '../page.js';
import { ColumnChoice } from './column-choice.js';
import { type Features, useColumns } from './columns.js';
import { FilterBar } from './filter-bar.js';
import { PAGE, pagesFor, rowsWithin } from './reach.js';
import type { Connection, TableSpec } from './spec.js';
import { TableHead } from './table-head.js';
import { ROW_HEIGHT, TableRows } from './table-rows.js';
import { useColumnChoice } from './use-column-choice.js';
import { usePages, useReach } from './use-pages.js';
import { type TableAddress, useTableAddress } from './use-table-address.js';

export function ConnectionTable<Data, Row extends { readonly id: string }>({
  spec,
  label,
  actions,
}: {
  readonly spec: TableSpec<Data, Row>;
  /** What the table is, for who cannot see where it stands. */
  readonly label: string;
  /** Buttons at the right of the count. */
  readonly actions?: ReactNode;
}) {
  const address = useTableAddress(spec);
  const question = { filter: address.filter, orderBy: address.order };
  const reached = useReach(question);
  const [reach] = reached;
  const box = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: rowsWithin(reach),
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const pages = usePages(spec, question, pagesFor(startIndex, endIndex, reach), reached);
  const [visibility, setVisibility] = useColumnChoice(spec.name, spec.columns);
  const { rows, places } = useRows(pages.loaded);
  const table = useColumns(spec, rows, {
    order: address.order,
    onOrder: address.setOrder,
    visibility,
    onVisibility: setVisibility,
  });
  useEffect(() => {
    // Another question is answered from its first row on.
    if (reach.question !== '') box.current?.scrollTo({ top: 0 });
  }, [reach.question]);

  const models = table.getRowModel().rows;
  const rowAt = (index: number): TableRow<Features, Row> | undefined => {
    const place = places.get(Math.floor(index / PAGE));
    return place === undefined || index % PAGE >= place.length ? undefined : models[place.start + (index % PAGE)];
  };
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = headers.map(({ column }) => column.columnDef.meta?.width ?? 120);
  return (
    <Stack gap="sm">
      <FilterBar filters={spec.filters} address={address} />
      {pages.error === null || (pages.loaded.size > 0 && isAway(problemOf(pages.error))) ? null : (
        <ProblemNote error={pages.error} onRetry={pages.retry} />
      )}
      <Group justify="space-between" gap="xs">
        <Shown spec={spec} total={reach.total} first={startIndex} last={Math.min(endIndex, rowsWithin(reach) - 1)} />
        <Group gap="xs">
          {startIndex === 0 ? null : (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<ArrowUpToLine size={15} aria-hidden />}
              onClick={() => box.current?.scrollTo({ top: 0 })}
            >
              To the first
            </Button>
          )}
          {actions}
          {isExported(spec.name) ? <ExportButton connection={spec.name} {...question} /> : null}
          <ColumnChoice columns={table.getAllLeafColumns()} />
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={box} className="table-box" aria-label={`${label}, scrolls`} tabIndex={0}>
        <table
          aria-label={label}
          aria-rowcount={reach.total === null ? -1 : reach.total + 1}
          aria-busy={reach.total === null}
          style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        >
          <colgroup>
            {headers.map(({ id }, i) => (
              <col key={id} style={{ width: widths[i] }} />
            ))}
          </colgroup>
          <TableHead headers={headers} />
          {reach.total === 0 || (pages.error !== null && reach.total === null) ? null : (
            <TableRows
              items={virtualizer.getVirtualItems()}
              height={virtualizer.getTotalSize()}
              columns={headers.length}
              rowAt={rowAt}
              link={spec.link ?? pageOf}
            />
          )}
        </table>
        {reach.total === 0 ? <NoRows spec={spec} address={address} /> : null}
      </section>
    </Stack>
  );
}

function pageOf({ id }: { readonly id: string }): string {
  return nodePath(id);
}

/** The rows of all pages at hand, one after another, and where those of a page begin. */
function useRows<Row>(loaded: ReadonlyMap<number, Connection<Row>>) {
  const known = useRef(loaded);
  if (!isSame(known.current, loaded)) known.current = loaded;
  const current = known.current;
  return useMemo(() => {
    const rows: Row[] = [];
    const places = new Map<number, { readonly start: number; readonly length: number }>();
    for (const [number, { nodes }] of current) {
      places.set(number, { start: rows.length, length: nodes.length });
      rows.push(...nodes);
    }
    return { rows, places };
  }, [current]);
}

function isSame<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

/** `1 to 40 of 100,000`; only how many match is read out by itself. */
function Shown({
  spec,
  total,
  first,
  last,
}: {
  readonly spec: { readonly things: string };
  readonly total: number | null;
  readonly first: number;
  readonly last: number;
}) {
  const count = total === null ? '' : `${formatCount(total)} ${spec.things}`;
  return (
    <>
      <Text size="sm" c="dimmed" className="number" aria-hidden>
        {total === null || total === 0
          ? count || 'Reading'
          : `${formatCount(first + 1)} to ${formatCount(Math.min(last + 1, total))} of ${count}`}
      </Text>
      <VisuallyHidden role="status">{count}</VisuallyHidden>
    </>
  );
}

function NoRows({
  spec,
  address,
}: {
  readonly spec: { readonly things: string; readonly none: string };
  readonly address: TableAddress;
}) {
  return (
    <Stack align="flex-start" gap="xs" p="lg">
      {address.active.length === 0 ? (
        <Text>{spec.none}</Text>
      ) : (
        <>
          <Text>There are no {spec.things} that match all of these filters.</Text>
          <Button variant="default" size="xs" onClick={address.clear}>
            Clear filters
          </Button>
        </>
      )}
    </Stack>
  );
}
