/** The page of a license group: Splunk's, of which one is active, or Keygen's, which can carry limits. */
import { Code } from '@mantine/core';
import { ActivateGroupButton } from '../../actions/activate-group.js';
import type { KeygenGroupPageFragment, SplunkGroupPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { Section } from '../../parts/section.js';
import { ActiveBadge } from './badges.js';
import { limitFacts } from './keygen-limits.js';
import { kinds } from './kinds.js';
import { LicenseRows } from './license-rows.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Told } from './origin.js';
import { Quotas, WorstState } from './quotas.js';
import { quotasSentence } from './sentences.js';
import { StackRows } from './stack-rows.js';
import { useNode } from './use-node.js';

const GroupNodeQuery = graphql(`
  query GroupNode($id: ID!) {
    node(id: $id) {
      __typename
      ...SplunkGroupPage
      ...KeygenGroupPage
    }
  }
`);

export const GroupPage = graphql(`
  fragment GroupPage on Group {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    licenses(first: 20) {
      totalCount
      nodes {
        ...LicenseParts
      }
    }
    quotas {
      ...QuotaOutlook
    }
  }
`);

export const SplunkGroupPage = graphql(`
  fragment SplunkGroupPage on SplunkGroup {
    ...GroupPage
    ...GroupActionParts
    isActive
    stacks(first: 20) {
      totalCount
      nodes {
        ...StackRow
      }
    }
  }
`);

export const KeygenGroupPage = graphql(`
  fragment KeygenGroupPage on KeygenGroup {
    ...GroupPage
    maxLicenses
    maxMachines
    maxUsers
  }
`);

export function GroupNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(GroupNodeQuery, id)} id={id} kind={kinds.Group}>
      {(node) => {
        if (node.__typename === 'SplunkGroup') return <SplunkGroup group={node} />;
        return node.__typename === 'KeygenGroup' ? <KeygenGroup group={node} /> : null;
      }}
    </NodeAnswer>
  );
}

function SplunkGroup({ group }: { readonly group: SplunkGroupPageFragment }) {
  const { id, displayName, isActive, stacks, licenses, quotas } = group;
  return (
    <NodePage
      kind={{ name: 'Splunk license group', path: kinds.Group.path }}
      node={group}
      state={
        <Told
          label={`Whether ${displayName} is active`}
          exact={isActive ? 'active' : 'not active'}
          reasons={['Exactly one license group of a Splunk license manager is active.']}
        >
          <ActiveBadge isActive={isActive} />
        </Told>
      }
      sentence={
        isActive
          ? 'Its stacks and licenses are those in use.'
          : 'Its licenses are not in use while another group is active.'
      }
      actions={<ActivateGroupButton group={group} />}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      <StackRows stacks={stacks} />
      <LicenseRows licenses={licenses} all={licensesOf(id)} />
      <MessagesAbout id={id} />
    </NodePage>
  );
}

function KeygenGroup({ group }: { readonly group: KeygenGroupPageFragment }) {
  const { id, vendorId, maxLicenses, maxMachines, maxUsers, licenses, quotas } = group;
  return (
    <NodePage
      kind={{ name: 'Keygen group', path: kinds.Group.path }}
      node={group}
      state={<WorstState quotas={quotas} />}
      sentence={quotasSentence(quotas) ?? 'It has no limits.'}
      hasHistory={quotas.length > 0}
    >
      <Quotas quotas={quotas} />
      <Section title="Facts">
        <Facts
          facts={[
            ...limitFacts({ maxLicenses, maxMachines, maxUsers }),
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <LicenseRows licenses={licenses} all={licensesOf(id)} />
      <MessagesAbout id={id} />
    </NodePage>
  );
}

function licensesOf(groupId: string): string {
  return `/licenses?groupId=${encodeURIComponent(groupId)}`;
}
