/** Peers, each with its warnings, its window, and whether its search is blocked. */
import { Anchor, Badge, Box, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import type { QuotaPartsFragment, WarnedPeerFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { leftText, whyUnknown } from './warnings.js';

export const WarnedPeer = graphql(`
  fragment WarnedPeer on Peer {
    id
    label
    vendorId
    searchBlocked
    orphan
    isLocal
    warningCount
    usedBytes
    activePools(first: 5) {
      totalCount
      nodes {
        id
        name
      }
    }
  }
`);

/** A peer's quota of warnings. */
export type Warned = QuotaPartsFragment & { readonly subject: WarnedPeerFragment };

export function PeerTable({ warned }: { readonly warned: readonly Warned[] }) {
  return (
    <Box className="scroll-x" tabIndex={0} role="region" aria-label="Peers by warnings left">
      <Table verticalSpacing={6} miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Peer</Table.Th>
            <Table.Th scope="col">Search</Table.Th>
            <Table.Th scope="col">Until blocked</Table.Th>
            <Table.Th scope="col">Warnings</Table.Th>
            <Table.Th scope="col">One leaves the window</Table.Th>
            <Table.Th scope="col">Active pools</Table.Th>
            <Table.Th scope="col">Used today</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {warned.map((quota) => (
            <PeerRow key={quota.id} quota={quota} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function PeerRow({ quota }: { readonly quota: Warned }) {
  const { subject: peer } = quota;
  const more = peer.activePools.totalCount - peer.activePools.nodes.length;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={130}>
        <Anchor component={Link} inherit href={nodePath(peer.id)}>
          {peer.label}
        </Anchor>
        {peer.isLocal ? (
          <Text size="xs" c="dimmed">
            this very instance
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td>
        <SearchBadge isBlocked={peer.searchBlocked ?? null} />
      </Table.Td>
      <Table.Td className={peer.searchBlocked == null ? undefined : 'number'} maw={300}>
        {leftText(quota)}
        {peer.searchBlocked == null ? (
          <Text size="xs" c="dimmed">
            {whyUnknown(quota)}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        <QuotaFigure quota={quota} label={`Warnings of ${peer.label}`} /> <QuotaStateBadge state={quota.state} />
      </Table.Td>
      <Table.Td>{quota.resetsAt == null ? '–' : <Moment at={quota.resetsAt} />}</Table.Td>
      <Table.Td>
        {peer.orphan
          ? 'none'
          : peer.activePools.nodes.map(({ id, name }, at) => (
              <span key={id}>
                {at === 0 ? null : ', '}
                <Anchor component={Link} inherit href={nodePath(id)}>
                  {name}
                </Anchor>
              </span>
            ))}
        {more > 0 ? ` and ${more} more` : null}
      </Table.Td>
      <Table.Td className="number">
        {peer.usedBytes == null ? 'unknown' : formatBytes(peer.usedBytes, 'splunk')}
      </Table.Td>
    </Table.Tr>
  );
}

function SearchBadge({ isBlocked }: { readonly isBlocked: boolean | null }) {
  const [color, text] =
    isBlocked === null ? ['plain', 'Not known'] : isBlocked ? ['bad', 'Blocked'] : ['good', 'Works'];
  return (
    <Badge variant="outline" tt="none" className={`state state-${color}`}>
      {text}
    </Badge>
  );
}
