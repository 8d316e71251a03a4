/** Every limit and what of it is used, the fullest first. */
import type { QuotaDimension, QuotasTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatRatio, words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { None, ObjectCell, SourceCell } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { commonFilters, options, quotaStates } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const QuotasTable = graphql(`
  query QuotasTable($first: Int, $after: String, $filter: QuotaFilter, $orderBy: QuotaOrder) {
    quotas(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...QuotaParts
        subject {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Row = QuotasTableQuery['quotas']['nodes'][number];

const DIMENSIONS: readonly QuotaDimension[] = [
  'INDEXED_BYTES_PER_DAY',
  'SCANNED_BYTES',
  'TARGETS',
  'MACHINES',
  'PROCESSES',
  'USERS',
  'CORES',
  'MEMORY_BYTES',
  'DISK_BYTES',
  'USES',
  'LICENSES',
  'WARNINGS',
];

export const quotas: TableSpec<QuotasTableQuery, Row> = {
  name: 'quotas',
  things: 'quotas',
  document: QuotasTable,
  connection: (data) => data.quotas,
  columns: [
    { id: 'quota', header: 'Quota', width: 240, cell: nameOf },
    {
      id: 'used',
      header: 'Used',
      width: 180,
      align: 'end',
      cell: (row) => <QuotaFigure quota={row} label={nameOf(row)} />,
    },
    {
      id: 'ratio',
      header: 'Share',
      width: 100,
      align: 'end',
      order: 'RATIO',
      cell: ({ ratio }) => <span className="number">{formatRatio(ratio)}</span>,
    },
    {
      id: 'state',
      header: 'State',
      width: 120,
      order: 'STATE',
      cell: ({ state }) => <QuotaStateBadge state={state} />,
    },
    {
      id: 'source',
      header: 'Source',
      width: 130,
      cell: ({ source, stale }) => <SourceCell source={{ ...source, stale }} />,
    },
    {
      id: 'subject',
      header: 'Measured on',
      width: 180,
      hidden: true,
      cell: ({ subject }) => <ObjectCell object={subject} />,
    },
    { id: 'enforcement', header: 'Above the limit', width: 150, cell: ({ enforcement }) => words(enforcement) },
    { id: 'measure', header: 'Measure', width: 130, hidden: true, cell: ({ measure }) => words(measure) },
    {
      id: 'resets',
      header: 'Starts again',
      width: 130,
      cell: ({ resetsAt }) => (resetsAt == null ? <None /> : <Moment at={resetsAt} />),
    },
    { id: 'observed', header: 'Observed', width: 130, hidden: true, cell: (row) => <Moment at={row.observedAt} /> },
  ],
  filters: [
    ...commonFilters,
    { kind: 'choices', field: 'states', label: 'State', options: quotaStates },
    { kind: 'choices', field: 'dimensions', label: 'What is measured', options: options(DIMENSIONS) },
    { kind: 'thing', field: 'subjectId', label: 'Measured on' },
  ],
  order: { field: 'RATIO', direction: 'DESC' },
  none: 'No source has told of a limit yet. Under Sources you see whether they could be read.',
};

export default function Quotas() {
  return (
    <Page title="Quotas" lead="Which limits are close?">
      <ConnectionTable spec={quotas} label="Quotas" />
    </Page>
  );
}

function nameOf({ subject, dimension }: Row): string {
  return `${subject.displayName}: ${words(dimension).toLowerCase()}`;
}
