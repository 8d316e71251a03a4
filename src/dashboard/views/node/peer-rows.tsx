/** Peers of something, with their use today, their warnings and whether their searches are blocked. */
import type { PeerRowFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Bytes, Count } from './origin.js';
import { Related } from './related.js';

export const PeerRow = graphql(`
  fragment PeerRow on Peer {
    id
    displayName
    usedBytes
    warningCount
    searchBlocked
  }
`);

export function PeerRows({
  title,
  peers: { nodes, totalCount },
  all,
  none,
}: {
  readonly title: string;
  readonly peers: { readonly nodes: readonly PeerRowFragment[]; readonly totalCount: number };
  readonly all: string;
  readonly none: string;
}) {
  return (
    <Related
      title={title}
      columns={['Peer', 'Used today', 'Warnings', 'Searches']}
      rows={nodes.map((peer) => ({
        key: peer.id,
        cells: [
          <ObjectLink key="name" object={peer} size="sm" />,
          <Bytes key="used" label={`Used by ${peer.displayName} today`} value={peer.usedBytes} />,
          <Count key="warnings" label={`Warnings of ${peer.displayName}`} value={peer.warningCount} />,
          peer.searchBlocked == null ? 'not known' : peer.searchBlocked ? 'blocked' : 'work',
        ],
      }))}
      totalCount={totalCount}
      all={all}
      none={none}
    />
  );
}
