/** What licenses are assigned to: Enterprise Recon's targets and Keygen's machines. */
import type { TargetsTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Page } from '../../parts/page.js';
import { ObjectCell, SourceCell } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { kinds, search, sources } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const TargetsTable = graphql(`
  query TargetsTable($first: Int, $after: String, $filter: TargetFilter, $orderBy: TargetOrder) {
    targets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        type
        licensed
        source {
          ...TableSource
        }
        license {
          id
          displayName
        }
        pool {
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

type Row = TargetsTableQuery['targets']['nodes'][number];

export const targets: TableSpec<TargetsTableQuery, Row> = {
  name: 'targets',
  things: 'targets',
  document: TargetsTable,
  connection: (data) => data.targets,
  columns: [
    { id: 'name', header: 'Name', width: 240, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'type', header: 'Type', width: 130, cell: (row) => row.type },
    {
      id: 'licensed',
      header: 'License',
      width: 120,
      cell: ({ licensed }) => (licensed ? 'has one' : <span className="state state-warn">has none</span>),
    },
    { id: 'license', header: 'Counts against', width: 200, cell: ({ license }) => <ObjectCell object={license} /> },
    { id: 'pool', header: 'Pool', width: 160, cell: ({ pool }) => <ObjectCell object={pool} /> },
    { id: 'vendorId', header: "Vendor's id", width: 300, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: [
    search,
    sources,
    { ...kinds, options: kinds.options.filter(({ value }) => value !== 'splunk') },
    { kind: 'flag', field: 'licensed', label: 'License', yes: 'Has one', no: 'Has none' },
    { kind: 'texts', field: 'type', label: 'Type', single: true },
    { kind: 'thing', field: 'poolId', label: 'Pool' },
  ],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has targets or machines. Enterprise Recon and Keygen have them.',
};

export default function Targets() {
  return (
    <Page title="Targets" lead="What are licenses assigned to, and what is without one?">
      <ConnectionTable spec={targets} label="Targets" />
    </Page>
  );
}
