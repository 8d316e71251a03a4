/** Pools: the shares of what is licensed, Splunk's of a stack and Enterprise Recon's of the installation. */
import type { PoolsTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatRatio, words } from '../../parts/format.js';
import { Page } from '../../parts/page.js';
import {
  NumberCell,
  ObjectCell,
  QuotaCell,
  SourceCell,
  StateCell,
  worstQuota,
  yesNo,
} from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { kinds, quotaStates, search, sources } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const PoolsTable = graphql(`
  query PoolsTable($first: Int, $after: String, $filter: PoolFilter, $orderBy: PoolOrder) {
    pools(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        description
        unit
        used
        isMax
        fixed
        acceptsAllPeers
        source {
          ...TableSource
        }
        stack {
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

type Row = PoolsTableQuery['pools']['nodes'][number];

export const pools: TableSpec<PoolsTableQuery, Row> = {
  name: 'pools',
  things: 'pools',
  document: PoolsTable,
  connection: (data) => data.pools,
  columns: [
    { id: 'name', header: 'Name', width: 220, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'used', header: 'Used', width: 190, align: 'end', order: 'USED', cell: (row) => <Used pool={row} /> },
    {
      id: 'ratio',
      header: 'Share',
      width: 100,
      align: 'end',
      order: 'RATIO',
      cell: ({ quotas }) => <span className="number">{formatRatio(worstQuota(quotas)?.ratio)}</span>,
    },
    { id: 'state', header: 'State', width: 120, cell: ({ quotas }) => <StateCell quota={worstQuota(quotas)} /> },
    { id: 'unit', header: 'Counts', width: 100, cell: ({ unit }) => UNITS[unit] },
    { id: 'stack', header: 'Stack', width: 160, cell: ({ stack }) => <ObjectCell object={stack} /> },
    { id: 'max', header: 'Takes what is left', width: 150, hidden: true, cell: (row) => yesNo(row.isMax) },
    { id: 'fixed', header: 'Fixed', width: 90, hidden: true, cell: (row) => yesNo(row.fixed) },
    { id: 'open', header: 'For every peer', width: 130, hidden: true, cell: (row) => yesNo(row.acceptsAllPeers) },
    { id: 'description', header: 'Description', width: 220, hidden: true, cell: (row) => row.description ?? '' },
    { id: 'vendorId', header: "Vendor's id", width: 200, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: [
    search,
    sources,
    { ...kinds, options: kinds.options.filter(({ value }) => value !== 'keygen') },
    { kind: 'choices', field: 'states', label: 'State', options: quotaStates },
    {
      kind: 'choices',
      field: 'unit',
      label: 'Counts',
      single: true,
      options: [
        { value: 'BYTES', label: 'Bytes' },
        { value: 'COUNT', label: 'Licenses' },
      ],
    },
    { kind: 'thing', field: 'stackId', label: 'Stack' },
  ],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has pools. Splunk and Enterprise Recon have them.',
};

export default function Pools() {
  return (
    <Page title="Pools" lead="How is what is licensed shared out, and whose share is used up?">
      <ConnectionTable spec={pools} label="Pools" />
    </Page>
  );
}

const UNITS = { BYTES: 'bytes', COUNT: 'licenses' } as const;

function Used({ pool: { displayName, quotas, used, source } }: { readonly pool: Row }) {
  const quota = worstQuota(quotas);
  return quota === undefined ? (
    <NumberCell label={`${displayName}: used`} value={used} source={source} />
  ) : (
    <QuotaCell quota={quota} label={`${displayName}: ${words(quota.dimension).toLowerCase()}`} />
  );
}
