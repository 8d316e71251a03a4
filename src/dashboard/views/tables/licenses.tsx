/** Every license: what is in force, what expires next, and where the vendor's word and ours do not agree. */
import { Group, Text } from '@mantine/core';
import type { LicenseStatus, LicensesTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { LicenseStatusFigure } from '../../parts/license-status.js';
import { Moment } from '../../parts/moment.js';
import { Page } from '../../parts/page.js';
import { ObjectCell, SourceCell } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { commonFilters, options } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const LicensesTable = graphql(`
  query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {
    licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...LicenseParts
        vendorId
        createdAt
        features
        group {
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

type Row = LicensesTableQuery['licenses']['nodes'][number];

const STATUSES: readonly LicenseStatus[] = [
  'ACTIVE',
  'INACTIVE',
  'EXPIRING',
  'UNKNOWN',
  'EXCEEDED',
  'EXPIRED',
  'SUSPENDED',
  'BANNED',
  'ABSENT',
];

export const licenses: TableSpec<LicensesTableQuery, Row> = {
  name: 'licenses',
  things: 'licenses',
  document: LicensesTable,
  connection: (data) => data.licenses,
  columns: [
    { id: 'name', header: 'Name', width: 240, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'status', header: 'Status', width: 170, order: 'STATUS', cell: (row) => <Status license={row} /> },
    {
      id: 'expires',
      header: 'Expires',
      width: 140,
      order: 'EXPIRES_AT',
      cell: ({ expiresAt }) => <Moment at={expiresAt} />,
    },
    {
      id: 'group',
      header: 'Group',
      width: 150,
      cell: ({ group }) => <ObjectCell object={group} />,
    },
    { id: 'reported', header: 'Vendor says', width: 120, cell: (row) => row.reportedStatus ?? 'nothing' },
    { id: 'features', header: 'Features', width: 200, hidden: true, cell: (row) => row.features.join(', ') },
    {
      id: 'created',
      header: 'Created',
      width: 140,
      order: 'CREATED_AT',
      hidden: true,
      cell: ({ createdAt }) => (createdAt == null ? 'unknown' : <Moment at={createdAt} />),
    },
    { id: 'vendorId', header: "Vendor's id", width: 200, hidden: true, cell: (row) => row.vendorId },
    { id: 'observed', header: 'Observed', width: 130, hidden: true, cell: (row) => <Moment at={row.observedAt} /> },
  ],
  filters: [
    ...commonFilters,
    { kind: 'choices', field: 'statuses', label: 'Status', options: options(STATUSES) },
    { kind: 'day', field: 'expiresAfter', label: 'Expires from' },
    { kind: 'day', field: 'expiresBefore', label: 'Expires before' },
    { kind: 'thing', field: 'groupId', label: 'Group' },
    { kind: 'thing', field: 'stackId', label: 'Stack' },
  ],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has a license yet. Under Sources you see whether they could be read.',
};

export default function Licenses() {
  return (
    <Page title="Licenses" lead="What is in force, and what expires next?">
      <ConnectionTable spec={licenses} label="Licenses" />
    </Page>
  );
}

function Status({ license }: { readonly license: Row }) {
  return (
    <Group gap={6} wrap="nowrap">
      <LicenseStatusFigure license={license} />
      {license.conflicts.length === 0 ? null : (
        <Text span size="xs" className="state state-warn">
          conflict
        </Text>
      )}
    </Group>
  );
}
