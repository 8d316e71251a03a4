/** Keygen's policies: what the licenses made of each may do. */
import type { PoliciesTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount, words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { NumberCell, SourceCell, yesNo } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { search, sources } from '../../parts/table/filters.js';
import type { Column, TableSpec } from '../../parts/table/spec.js';

const PoliciesTable = graphql(`
  query PoliciesTable($first: Int, $after: String, $filter: PolicyFilter, $orderBy: PolicyOrder) {
    policies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        duration
        floating
        strict
        maxMachines
        maxUsers
        maxUses
        overageStrategy
        expirationStrategy
        requireHeartbeat
        requireCheckIn
        createdAt
        source {
          ...TableSource
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

type Row = PoliciesTableQuery['policies']['nodes'][number];

export const policies: TableSpec<PoliciesTableQuery, Row> = {
  name: 'policies',
  things: 'policies',
  document: PoliciesTable,
  connection: (data) => data.policies,
  columns: [
    { id: 'name', header: 'Name', width: 220, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'duration', header: 'Lasts', width: 110, cell: ({ duration }) => lasts(duration) },
    most('machines', 'Machines', (row) => row.maxMachines),
    most('users', 'Users', (row) => row.maxUsers),
    most('uses', 'Uses', (row) => row.maxUses),
    { id: 'overage', header: 'Above a limit', width: 190, cell: (row) => words(row.overageStrategy) },
    { id: 'expired', header: 'Once expired', width: 150, cell: (row) => words(row.expirationStrategy) },
    { id: 'floating', header: 'Floating', width: 100, hidden: true, cell: (row) => yesNo(row.floating) },
    { id: 'strict', header: 'Strict', width: 90, hidden: true, cell: (row) => yesNo(row.strict) },
    { id: 'heartbeat', header: 'Heartbeats', width: 110, hidden: true, cell: (row) => yesNo(row.requireHeartbeat) },
    { id: 'checkIn', header: 'Check-ins', width: 110, hidden: true, cell: (row) => yesNo(row.requireCheckIn) },
    {
      id: 'created',
      header: 'Created',
      width: 130,
      hidden: true,
      cell: ({ createdAt }) => (createdAt == null ? 'unknown' : <Moment at={createdAt} />),
    },
    { id: 'vendorId', header: "Vendor's id", width: 300, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: [search, sources],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has policies. Only Keygen has them.',
};

export default function Policies() {
  return (
    <Page title="Policies" lead="What may the Keygen licenses made of each policy do?">
      <ConnectionTable spec={policies} label="Policies" />
    </Page>
  );
}

function most(id: string, header: string, of: (row: Row) => string | number | null | undefined): Column<Row> {
  return {
    id,
    header,
    width: 110,
    align: 'end',
    cell: (row) => {
      const value = of(row);
      const label = `${row.displayName}: the most ${header.toLowerCase()}`;
      // A limit that a policy does not set is none.
      return value == null ? 'no limit' : <NumberCell label={label} value={value} source={row.source} />;
    },
  };
}

const DAY = 86_400;

function lasts(seconds: number | null | undefined): string {
  if (seconds == null) return 'for ever';
  return seconds < DAY
    ? `${formatCount(Math.round(seconds / 3600))} hours`
    : `${formatCount(Math.round(seconds / DAY))} days`;
}
