/** The page of a pool: Splunk's share of a stack with its peers, or Enterprise Recon's with its targets or its data. */
import { Code } from '@mantine/core';
import { PoolActions } from '../../actions/pools.js';
import type { PoolPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { DataUsageRows } from './data-usage-rows.js';
import { kinds } from './kinds.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes, Count } from './origin.js';
import { PeerRows } from './peer-rows.js';
import { PeerUsages } from './peer-usages.js';
import { Quotas, WorstState } from './quotas.js';
import { quotasSentence } from './sentences.js';
import { TargetRows } from './target-rows.js';
import { useNode } from './use-node.js';

const PoolNodeQuery = graphql(`
  query PoolNode($id: ID!) {
    node(id: $id) {
      __typename
      ...PoolPage
    }
  }
`);

export const PoolPage = graphql(`
  fragment PoolPage on Pool {
    ...PoolActionParts
    ...PeerUsageParts
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    description
    unit
    stack {
      id
      displayName
    }
    license {
      id
      displayName
    }
    isMax
    fixed
    limit
    used
    peerVendorIds
    acceptsAllPeers
    naming: peers(first: 20) {
      totalCount
      nodes {
        ...PeerRow
      }
    }
    targets(first: 20) {
      totalCount
      nodes {
        ...TargetRow
      }
    }
    dataUsages(first: 20) {
      totalCount
      nodes {
        ...DataUsageRow
      }
    }
    quotas {
      ...QuotaOutlook
    }
  }
`);

export function PoolNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(PoolNodeQuery, id)} id={id} kind={kinds.Pool}>
      {(node) => (node.__typename === 'Pool' ? <Pool pool={node} /> : null)}
    </NodeAnswer>
  );
}

function Pool({ pool }: { readonly pool: PoolPageFragment }) {
  const { id, source, vendorId, stack, license, unit, used, limit, quotas, peerVendorIds } = pool;
  const isSplunk = source.kind === 'splunk';
  const filter = `?poolId=${encodeURIComponent(id)}`;
  const [state] = quotas;
  const noLimit = state?.state === 'UNLIMITED' ? 'no limit' : 'not known';
  const Amount = unit === 'BYTES' ? Bytes : Count;
  return (
    <NodePage
      kind={{ name: isSplunk ? 'Splunk pool' : 'Enterprise Recon pool', path: kinds.Pool.path }}
      node={pool}
      state={<WorstState quotas={quotas} />}
      sentence={quotasSentence(quotas) ?? 'It is held to no quota while its stack is not in use.'}
      actions={isSplunk ? <PoolActions pool={pool} /> : null}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      <Section title="Facts">
        <Facts
          facts={[
            ['Stack', stack == null ? null : <ObjectLink key="stack" object={stack} />],
            ['License', license == null ? null : <ObjectLink key="license" object={license} />],
            ['For', pool.description],
            ['Counts', COUNTED[`${source.kind} ${unit}`] ?? unit],
            ['Used', <Amount key="used" label="Used" value={used} />],
            ['Limit', <Amount key="limit" label="Limit" value={limit} none={noLimit} />],
            ['Size', pool.isMax ? 'whatever its stack has' : null],
            [
              'Can be changed',
              isSplunk ? (pool.fixed ? 'no, Splunk makes it itself' : 'yes') : 'no, it comes with the license',
            ],
            ['Takes', isSplunk ? membersText(pool) : null],
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      {isSplunk ? (
        <>
          <PeerUsages pool={pool} />
          <PeerRows
            title="Peers that name it"
            peers={pool.naming}
            all={`/peers${filter}`}
            none={peerVendorIds.length === 0 ? 'No peer names it, and it is given to none.' : 'No peer names it.'}
          />
        </>
      ) : unit === 'COUNT' ? (
        <TargetRows title="Targets that hold a license of it" targets={pool.targets} all={`/targets${filter}`} />
      ) : (
        <DataUsageRows dataUsages={pool.dataUsages} all={`/data-usages${filter}`} />
      )}
      <MessagesAbout id={id} />
    </NodePage>
  );
}

const COUNTED: Readonly<Record<string, string>> = {
  'splunk BYTES': 'bytes indexed a day',
  'enterprise-recon BYTES': 'bytes of scanned data',
  'enterprise-recon COUNT': 'targets with a license',
};

function membersText({ acceptsAllPeers, peerVendorIds }: PoolPageFragment): string {
  if (acceptsAllPeers) return 'every peer that no other pool of the stack names';
  if (peerVendorIds.length === 0) return 'no peer';
  return peerVendorIds.length === 1 ? '1 peer by its GUID' : `${peerVendorIds.length} peers by their GUIDs`;
}
