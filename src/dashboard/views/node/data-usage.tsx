/** The page of a data usage: how much scanned data one location holds, and which allowance it counts against. */
import { Code } from '@mantine/core';
import type { DataUsagePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { formatBytes } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { kinds } from './kinds.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes } from './origin.js';
import { useNode } from './use-node.js';

const DataUsageNodeQuery = graphql(`
  query DataUsageNode($id: ID!) {
    node(id: $id) {
      __typename
      ...DataUsagePage
    }
  }
`);

export const DataUsagePage = graphql(`
  fragment DataUsagePage on DataUsage {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    location
    type
    bytes
    attribution
    pool {
      id
      displayName
    }
    target {
      id
      displayName
    }
  }
`);

export function DataUsageNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(DataUsageNodeQuery, id)} id={id} kind={kinds.DataUsage}>
      {(node) => (node.__typename === 'DataUsage' ? <DataUsage usage={node} /> : null)}
    </NodeAnswer>
  );
}

function DataUsage({ usage }: { readonly usage: DataUsagePageFragment }) {
  const { source, vendorId, location, type, bytes, attribution, pool, target } = usage;
  const against = pool == null ? 'It counts against no pool that is known.' : `It counts against ${pool.displayName}.`;
  return (
    <NodePage
      kind={kinds.DataUsage}
      node={usage}
      sentence={`At most ${formatBytes(bytes, source.kind)} were scanned here. ${against}`}
    >
      <Section title="Facts">
        <Facts
          facts={[
            ['Largest scanned', <Bytes key="bytes" label="Largest volume scanned" value={bytes} />],
            ['Location', location],
            ['Type', type],
            ['Allowance', attribution],
            ['Pool', pool == null ? null : <ObjectLink key="pool" object={pool} />],
            ['Target', target == null ? null : <ObjectLink key="target" object={target} />],
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
    </NodePage>
  );
}
