/** Groups of licenses: Splunk's, of which one is active, and Keygen's, which can carry limits. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { GroupsTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount, words } from '../../parts/format.js';
import { Page } from '../../parts/page.js';
import { QuotaCell, SourceCell, StateCell, worstQuota, yesNo } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { commonFilters } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const GroupsTable = graphql(`
  query GroupsTable($first: Int, $after: String, $filter: GroupFilter, $orderBy: GroupOrder) {
    groups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        source {
          ...TableSource
        }
        licenses(first: 1) {
          totalCount
        }
        quotas {
          ...QuotaParts
        }
        ... on SplunkGroup {
          isActive
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

type Row = GroupsTableQuery['groups']['nodes'][number];

export const groups: TableSpec<GroupsTableQuery, Row> = {
  name: 'groups',
  things: 'groups',
  document: GroupsTable,
  connection: (data) => data.groups,
  columns: [
    { id: 'name', header: 'Name', width: 220, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    {
      id: 'active',
      header: 'Active',
      width: 100,
      // Only Splunk has one active group.
      cell: (row) => ('isActive' in row ? yesNo(row.isActive) : 'always'),
    },
    {
      id: 'licenses',
      header: 'Licenses',
      width: 110,
      align: 'end',
      cell: ({ id, licenses }) => (
        <Anchor component={Link} href={`/licenses?groupId=${encodeURIComponent(id)}`} size="sm" className="number">
          {formatCount(licenses.totalCount)}
        </Anchor>
      ),
    },
    {
      id: 'used',
      header: 'Tightest limit',
      width: 220,
      align: 'end',
      cell: ({ displayName, quotas }) => {
        const quota = worstQuota(quotas);
        return (
          <QuotaCell
            quota={quota}
            label={`${displayName}${quota ? `: ${words(quota.dimension).toLowerCase()}` : ''}`}
          />
        );
      },
    },
    { id: 'state', header: 'State', width: 120, cell: ({ quotas }) => <StateCell quota={worstQuota(quotas)} /> },
    { id: 'vendorId', header: "Vendor's id", width: 200, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: commonFilters,
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has groups. Splunk groups licenses by kind of use, Keygen by customer.',
};

export default function Groups() {
  return (
    <Page title="Groups" lead="Which licenses belong together, and what may they use together?">
      <ConnectionTable spec={groups} label="Groups" />
    </Page>
  );
}
