/** Splunk's license peers: what each used today, and how far it is from having its searches blocked. */
import type { PeersTableQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Page } from '../../parts/page.js';
import { NumberCell, QuotaCell, SourceCell, StateCell, yesNo } from '../../parts/table/cells.js';
import { ConnectionTable } from '../../parts/table/connection-table.js';
import { search, sources } from '../../parts/table/filters.js';
import type { TableSpec } from '../../parts/table/spec.js';

const PeersTable = graphql(`
  query PeersTable($first: Int, $after: String, $filter: PeerFilter, $orderBy: PeerOrder) {
    peers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        displayName
        vendorId
        warningCount
        orphan
        isLocal
        usedBytes
        searchBlocked
        source {
          ...TableSource
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

type Row = PeersTableQuery['peers']['nodes'][number];

export const peers: TableSpec<PeersTableQuery, Row> = {
  name: 'peers',
  things: 'peers',
  document: PeersTable,
  connection: (data) => data.peers,
  columns: [
    { id: 'name', header: 'Name', width: 220, order: 'NAME', cell: (row) => row.displayName },
    { id: 'source', header: 'Source', width: 130, cell: ({ source }) => <SourceCell source={source} /> },
    { id: 'used', header: 'Used today', width: 130, align: 'end', cell: (row) => <Used peer={row} /> },
    { id: 'warnings', header: 'Warnings', width: 120, align: 'end', cell: (row) => <Warnings peer={row} /> },
    { id: 'state', header: 'State', width: 120, cell: (row) => <StateCell quota={warningsOf(row)} /> },
    { id: 'blocked', header: 'Search', width: 110, cell: (row) => <Search peer={row} /> },
    {
      id: 'orphan',
      header: 'Pool',
      width: 150,
      cell: ({ orphan }) =>
        orphan ? <span className="state state-warn">in no active pool</span> : 'in an active pool',
    },
    { id: 'local', header: 'License manager', width: 140, hidden: true, cell: (row) => yesNo(row.isLocal) },
    { id: 'vendorId', header: 'GUID', width: 320, hidden: true, cell: (row) => row.vendorId },
  ],
  filters: [
    search,
    sources,
    { kind: 'flag', field: 'orphan', label: 'Pool', yes: 'In no active pool', no: 'In an active pool' },
    { kind: 'flag', field: 'searchBlocked', label: 'Search', yes: 'Blocked', no: 'Not blocked' },
    { kind: 'thing', field: 'poolId', label: 'Pool' },
  ],
  order: { field: 'NAME', direction: 'ASC' },
  none: 'No source has license peers. Only Splunk has them.',
};

export default function Peers() {
  return (
    <Page title="Peers" lead="Which Splunk instances use licenses, and whose searches are close to being blocked?">
      <ConnectionTable spec={peers} label="Peers" />
    </Page>
  );
}

function warningsOf({ quotas }: Row) {
  return quotas.find(({ dimension }) => dimension === 'WARNINGS');
}

function Used({ peer: { displayName, usedBytes, source } }: { readonly peer: Row }) {
  return (
    <NumberCell
      label={`${displayName}: indexed today`}
      value={usedBytes}
      {...(usedBytes == null ? {} : { shown: formatBytes(usedBytes, source.kind) })}
      source={source}
    />
  );
}

function Warnings({ peer }: { readonly peer: Row }) {
  const quota = warningsOf(peer);
  const label = `${peer.displayName}: warnings in the window`;
  return quota === undefined ? (
    <NumberCell label={label} value={peer.warningCount} source={peer.source} />
  ) : (
    <QuotaCell quota={quota} label={label} />
  );
}

function Search({ peer: { searchBlocked } }: { readonly peer: Row }) {
  if (searchBlocked === true) return <strong className="state state-bad">blocked</strong>;
  return searchBlocked === false ? 'works' : 'unknown';
}
