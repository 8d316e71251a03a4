/** The page of a Splunk peer: whether its searches are blocked, the warnings left until they are, its pools and stacks. */
import { Code } from '@mantine/core';
import type { PeerPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { Section } from '../../parts/section.js';
import { SearchBadge } from './badges.js';
import { kinds } from './kinds.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes, Count, Told } from './origin.js';
import { PoolRows } from './pool-rows.js';
import { Quotas } from './quotas.js';
import { peerSentence } from './sentences.js';
import { StackRows } from './stack-rows.js';
import { useNode } from './use-node.js';

const PeerNodeQuery = graphql(`
  query PeerNode($id: ID!) {
    node(id: $id) {
      __typename
      ...PeerPage
    }
  }
`);

export const PeerPage = graphql(`
  fragment PeerPage on Peer {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    label
    warningCount
    orphan
    isLocal
    usedBytes
    searchBlocked
    pools(first: 20) {
      totalCount
      nodes {
        ...PoolRow
      }
    }
    activePools(first: 20) {
      totalCount
      nodes {
        ...PoolRow
      }
    }
    stacks(first: 20) {
      totalCount
      nodes {
        ...StackRow
      }
    }
    quotas {
      ...QuotaOutlook
    }
  }
`);

export function PeerNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(PeerNodeQuery, id)} id={id} kind={kinds.Peer}>
      {(node) => (node.__typename === 'Peer' ? <Peer peer={node} /> : null)}
    </NodeAnswer>
  );
}

function Peer({ peer }: { readonly peer: PeerPageFragment }) {
  const { id, vendorId, searchBlocked, warningCount, usedBytes, quotas, pools, activePools, stacks } = peer;
  const warnings = quotas.find(({ dimension }) => dimension === 'WARNINGS');
  return (
    <NodePage
      kind={{ name: 'Splunk peer', path: kinds.Peer.path }}
      node={peer}
      state={
        <Told
          label="Whether its searches are blocked"
          exact={searchBlocked == null ? 'not known' : searchBlocked ? 'blocked' : 'not blocked'}
          reasons={warnings?.reasons ?? []}
        >
          <SearchBadge isBlocked={searchBlocked ?? null} />
        </Told>
      }
      sentence={peerSentence(peer)}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      <Section title="Facts">
        <Facts
          facts={[
            ['Server name', peer.label],
            ['Indexed today', <Bytes key="used" label="Indexed today" value={usedBytes} />],
            ['Warnings', <Count key="warnings" label="Warnings in the window" value={warningCount} />],
            ['In the active group', peer.orphan ? 'in no pool of it' : 'yes'],
            ['Is the manager', peer.isLocal ? 'yes, it is the instance that is read' : null],
            ['GUID', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <PoolRows
        title="Its pools in the active group"
        pools={activePools}
        none="It is in no pool of the active group."
      />
      {pools.totalCount > activePools.totalCount ? <PoolRows title="All pools that it names" pools={pools} /> : null}
      <StackRows stacks={stacks} />
      <MessagesAbout id={id} />
    </NodePage>
  );
}
