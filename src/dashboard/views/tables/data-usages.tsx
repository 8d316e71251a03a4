/** Enterprise Recon: how much scanned data each location holds, and which allowance it counts against. */
import type { DataUsagesTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { None, NumberCell, ObjectCell, SourceCell } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { search, sources } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const DataUsagesTable = graphql(`
  query DataUsagesTable($first: Int, $after: String, $filter: DataUsageFilter, $orderBy: DataUsageOrder) {
    dataUsages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        type
        bytes
        attribution
        observedAt
        source {
          ...TableSource
        }
        pool {
          id
          displayName
        }
        target {
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

type Row = DataUsagesTableQuery['dataUsages']['nodes'][number];

export const dataUsages: TableSpec<DataUsagesTableQuery, Row> = {
  name: 'dataUsages',
  things: 'locations',
  document: DataUsagesTable,
  connection: (data) => data.dataUsages,
  columns: [
    { id: 'location', header: 'Location', width: 320, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    {
      id: 'bytes',
      header: 'Scanned',
      width: 120,
      align: 'end',
      cell: ({ displayName, bytes, source }) => (
        <NumberCell
          label={`${displayName}: largest volume scanned, in bytes`}
          value={bytes}
          shown={formatBytes(bytes, source.kind)}
          source={source}
        />
      ),
    },
    { id: 'pool', header: 'Pool', width: 150, cell: ({ pool }) => <ObjectCell object={pool} /> },
    { id: 'attribution', header: 'Allowance', width: 120, cell: ({ attribution }) => attribution ?? <None /> },
    { id: 'target', header: 'Target', width: 180, cell: ({ target }) => <ObjectCell object={target} /> },
    { id: 'type', header: 'Type', width: 100, hidden: true, cell: (row) => row.type },
    { id: 'vendorId', header: "Vendor's id", width: 200, hidden: true, cell: (row) => row.vendorId },
    { id: 'observed', header: 'Observed', width: 130, hidden: true, cell: (row) => <Moment at={row.observedAt} /> },
  ],
  filters: [search, sources, { kind: 'thing', field: 'poolId', label: 'Pool' }],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has scanned data. Only Enterprise Recon counts it.',
};

export default function DataUsages() {
  return (
    <Page title="Data usage" lead="Where is the scanned data that counts against the allowances?">
      <ConnectionTable spec={dataUsages} label="Data usage" />
    </Page>
  );
}
