/** The page of a Keygen policy: the terms and limits that its licenses implement. */
import { Code } from '@mantine/core';
import type { PolicyPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { type Fact, Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { Section } from '../../parts/section.js';
import { durationWords } from './duration.js';
import { limitFacts } from './keygen-limits.js';
import { kinds } from './kinds.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { momentFact, termsFact } from './told-facts.js';
import { useNode } from './use-node.js';
import { VendorFields } from './vendor-fields.js';

const PolicyNodeQuery = graphql(`
  query PolicyNode($id: ID!) {
    node(id: $id) {
      __typename
      ...PolicyPage
    }
  }
`);

export const PolicyPage = graphql(`
  fragment PolicyPage on KeygenPolicy {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    duration
    floating
    strict
    protected
    encrypted
    usePool
    scheme
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
    overageStrategy
    expirationStrategy
    expirationBasis
    renewalBasis
    transferStrategy
    authenticationStrategy
    machineLeasingStrategy
    processLeasingStrategy
    machineUniquenessStrategy
    machineMatchingStrategy
    componentUniquenessStrategy
    componentMatchingStrategy
    heartbeatDuration
    heartbeatCullStrategy
    heartbeatResurrectionStrategy
    heartbeatBasis
    requireHeartbeat
    requireCheckIn
    checkInInterval
    checkInIntervalCount
    requireProductScope
    requirePolicyScope
    requireMachineScope
    requireFingerprintScope
    requireComponentsScope
    requireUserScope
    requireChecksumScope
    requireVersionScope
    requireEnvironmentScope
    metadata
    createdAt
    updatedAt
    environmentVendorId
    productVendorId
  }
`);

export function PolicyNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(PolicyNodeQuery, id)} id={id} kind={kinds.Policy}>
      {(node) => (node.__typename === 'KeygenPolicy' ? <Policy policy={node} /> : null)}
    </NodeAnswer>
  );
}

function Policy({ policy }: { readonly policy: PolicyPageFragment }) {
  const { duration, heartbeatDuration, checkInInterval, checkInIntervalCount, metadata, vendorId } = policy;
  const lasts = duration == null ? 'do not expire' : `last ${durationWords(duration)}`;
  return (
    <NodePage
      kind={{ name: 'Keygen policy', path: kinds.Policy.path }}
      node={policy}
      sentence={`Its licenses ${lasts}${policy.floating ? ' and may be used on more than one machine' : ''}.`}
    >
      <Section title="Limits">
        <Facts facts={limitFacts(policy)} />
      </Section>
      <Section title="Terms">
        <Facts
          facts={[
            ['Duration', duration == null ? 'for ever' : durationWords(duration)],
            termsFact({
              floating: policy.floating,
              strict: policy.strict,
              protected: policy.protected,
              encrypted: policy.encrypted,
              'keys from a pool': policy.usePool,
            }),
            ['Scheme', policy.scheme],
            ['Validation must name', requiredScopes(policy)],
            [
              'Heartbeat',
              policy.requireHeartbeat ? `required, every ${durationWords(heartbeatDuration ?? 0)}` : 'not required',
            ],
            [
              'Check-in',
              policy.requireCheckIn
                ? `required, every ${checkInIntervalCount ?? 1} ${checkInInterval ?? ''}`
                : 'not required',
            ],
            ['Product', policy.productVendorId],
            ['Environment', policy.environmentVendorId],
            momentFact('Created', policy.createdAt),
            momentFact('Last changed', policy.updatedAt),
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <Section title="Strategies">
        <Facts facts={STRATEGIES.map(([field, name]): Fact => [name, wordsOf(policy[field])])} />
      </Section>
      <VendorFields fields={metadata} title="Metadata" />
    </NodePage>
  );
}

const STRATEGIES = [
  ['overageStrategy', 'Above a limit'],
  ['expirationStrategy', 'When expired'],
  ['expirationBasis', 'Expiry counts'],
  ['renewalBasis', 'Renewal counts'],
  ['transferStrategy', 'On transfer'],
  ['authenticationStrategy', 'Authentication'],
  ['machineLeasingStrategy', 'Machines counted'],
  ['processLeasingStrategy', 'Processes counted'],
  ['machineUniquenessStrategy', 'Machine unique'],
  ['machineMatchingStrategy', 'Machine matching'],
  ['componentUniquenessStrategy', 'Component unique'],
  ['componentMatchingStrategy', 'Component matching'],
  ['heartbeatCullStrategy', 'Dead machines'],
  ['heartbeatResurrectionStrategy', 'Resurrection'],
  ['heartbeatBasis', 'Heartbeat starts'],
] as const satisfies readonly (readonly [keyof PolicyPageFragment, string])[];

function wordsOf(strategy: string | null | undefined): string | null {
  return strategy == null ? null : words(strategy);
}

function requiredScopes(policy: PolicyPageFragment): string {
  const scopes: readonly (readonly [boolean, string])[] = [
    [policy.requireProductScope, 'product'],
    [policy.requirePolicyScope, 'policy'],
    [policy.requireMachineScope, 'machine'],
    [policy.requireFingerprintScope, 'fingerprint'],
    [policy.requireComponentsScope, 'components'],
    [policy.requireUserScope, 'user'],
    [policy.requireChecksumScope, 'checksum'],
    [policy.requireVersionScope, 'version'],
    [policy.requireEnvironmentScope, 'environment'],
  ];
  return scopes.flatMap(([isRequired, name]) => (isRequired ? [name] : [])).join(', ') || 'nothing';
}
