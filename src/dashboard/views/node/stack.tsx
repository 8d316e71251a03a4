/** The page of a Splunk stack: its daily quota, its pools and its licenses. */
import { Code } from '@mantine/core';
import type { StackPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { kinds } from './kinds.js';
import { LicenseRows } from './license-rows.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes, Count } from './origin.js';
import { PoolRows } from './pool-rows.js';
import { Quotas, WorstState } from './quotas.js';
import { quotasSentence } from './sentences.js';
import { useNode } from './use-node.js';

const StackNodeQuery = graphql(`
  query StackNode($id: ID!) {
    node(id: $id) {
      __typename
      ...StackPage
    }
  }
`);

export const StackPage = graphql(`
  fragment StackPage on Stack {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    label
    type
    isActive
    quotaBytes
    isUnlimited
    maxViolations
    windowPeriod
    fixedPools
    group {
      id
      displayName
    }
    licenses(first: 20) {
      totalCount
      nodes {
        ...LicenseParts
      }
    }
    pools(first: 20) {
      totalCount
      nodes {
        ...PoolRow
      }
    }
    quotas {
      ...QuotaOutlook
    }
  }
`);

export function StackNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(StackNodeQuery, id)} id={id} kind={kinds.Stack}>
      {(node) => (node.__typename === 'Stack' ? <Stack stack={node} /> : null)}
    </NodeAnswer>
  );
}

function Stack({ stack }: { readonly stack: StackPageFragment }) {
  const { id, vendorId, isActive, group, quotas, maxViolations, windowPeriod } = stack;
  const filter = `?stackId=${encodeURIComponent(id)}`;
  const notInUse = 'Not in use: its group is not active.';
  return (
    <NodePage
      kind={kinds.Stack}
      node={stack}
      state={<WorstState quotas={quotas} />}
      sentence={isActive ? (quotasSentence(quotas) ?? 'In use, and held to no quota.') : notInUse}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      <Section title="Facts">
        <Facts
          facts={[
            ['Group', group == null ? null : <ObjectLink key="group" object={group} />],
            ['Type', stack.type],
            [
              'Quota a day',
              <Bytes
                key="quota"
                label="Quota a day"
                value={stack.quotaBytes}
                none={stack.isUnlimited ? 'no limit' : 'not known'}
              />,
            ],
            [
              'Search is blocked at',
              maxViolations == null ? null : (
                <span key="violations">
                  <Count label="Warnings at which search is blocked" value={maxViolations} /> warnings
                  {windowPeriod == null ? null : ` in ${windowPeriod} days`}
                </span>
              ),
            ],
            ['Its pools', stack.fixedPools ? 'cannot be changed' : 'can be changed'],
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <PoolRows pools={stack.pools} all={`/pools${filter}`} />
      <LicenseRows licenses={stack.licenses} all={`/licenses${filter}`} />
      <MessagesAbout id={id} />
    </NodePage>
  );
}
