/** Splunk's stacks: licenses of one type whose daily quotas add up. */
import type { StacksTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Page } from '../../parts/page.js';
import { None, NumberCell, ObjectCell, QuotaCell, SourceCell, StateCell, yesNo } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { search, sources } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const StacksTable = graphql(`
  query StacksTable($first: Int, $after: String, $filter: StackFilter, $orderBy: StackOrder) {
    stacks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        type
        isActive
        quotaBytes
        isUnlimited
        maxViolations
        windowPeriod
        source {
          ...TableSource
        }
        group {
          id
          displayName
        }
        quotas {
          ...QuotaParts
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

type Row = StacksTableQuery['stacks']['nodes'][number];

export const stacks: TableSpec<StacksTableQuery, Row> = {
  name: 'stacks',
  things: 'stacks',
  document: StacksTable,
  connection: (data) => data.stacks,
  columns: [
    { id: 'name', header: 'Name', width: 220, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'type', header: 'Type', width: 130, cell: (row) => row.type },
    { id: 'active', header: 'Active', width: 90, cell: (row) => yesNo(row.isActive) },
    { id: 'quota', header: 'A day', width: 110, align: 'end', cell: (row) => <Daily stack={row} /> },
    {
      id: 'used',
      header: 'Used today',
      width: 190,
      align: 'end',
      cell: ({ displayName, quotas }) => <QuotaCell quota={quotas[0]} label={`${displayName}: indexed today`} />,
    },
    { id: 'state', header: 'State', width: 120, cell: ({ quotas }) => <StateCell quota={quotas[0]} /> },
    { id: 'group', header: 'Group', width: 130, cell: ({ group }) => <ObjectCell object={group} /> },
    {
      id: 'warnings',
      header: 'Search is blocked',
      width: 200,
      hidden: true,
      cell: ({ maxViolations, windowPeriod }) =>
        maxViolations == null ? <None /> : `at ${maxViolations} warnings in ${windowPeriod ?? 'some'} days`,
    },
    { id: 'vendorId', header: "Vendor's id", width: 200, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: [search, sources],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has stacks. Only Splunk has them.',
};

export default function Stacks() {
  return (
    <Page title="Stacks" lead="What do the Splunk licenses of a type add up to?">
      <ConnectionTable spec={stacks} label="Stacks" />
    </Page>
  );
}

function Daily({ stack: { displayName, isUnlimited, quotaBytes, source } }: { readonly stack: Row }) {
  return (
    <NumberCell
      label={`${displayName}: licensed a day`}
      value={quotaBytes}
      shown={isUnlimited ? 'no limit' : quotaBytes == null ? 'unknown' : formatBytes(quotaBytes, source.kind)}
      source={source}
    />
  );
}
