/** How much of a Splunk pool each peer used today, the largest first. */
import { Code } from '@mantine/core';
import type { PeerUsagePartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatRatio } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Bytes } from './origin.js';
import { Related } from './related.js';

export const PeerUsageParts = graphql(`
  fragment PeerUsageParts on Pool {
    used
    peerUsages(first: 20) {
      peerVendorId
      usedBytes
      peer {
        id
        displayName
      }
    }
  }
`);

export function PeerUsages({ pool: { used, peerUsages } }: { readonly pool: PeerUsagePartsFragment }) {
  if (peerUsages.length === 0) return null;
  return (
    <Related
      title="Use by peer today"
      columns={['Peer', 'Used', 'Of the pool']}
      rows={peerUsages.map(({ peerVendorId, usedBytes, peer }) => ({
        key: peerVendorId,
        cells: [
          peer == null ? <Code key="id">{peerVendorId}</Code> : <ObjectLink key="name" object={peer} size="sm" />,
          <Bytes key="used" label={`Used by ${peer?.displayName ?? peerVendorId}`} value={usedBytes} />,
          used == null || used === '0' ? '–' : formatRatio(Number(usedBytes) / Number(used)),
        ],
      }))}
      totalCount={null}
    />
  );
}
