/** The page of a target: what Enterprise Recon scans, or a machine that a Keygen license was activated on. */
import { Code } from '@mantine/core';
import { DeactivateMachineButton } from '../../actions/keygen/deactivate-machine.js';
import type { KeygenMachinePageFragment, ReconTargetPageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { LicensedBadge } from './badges.js';
import { kinds } from './kinds.js';
import { MessagesAbout } from './messages-about.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Bytes, Count, Told } from './origin.js';
import { momentFact } from './told-facts.js';
import { useNode } from './use-node.js';

const TargetNodeQuery = graphql(`
  query TargetNode($id: ID!) {
    node(id: $id) {
      __typename
      ...ReconTargetPage
      ...KeygenMachinePage
    }
  }
`);

export const TargetPage = graphql(`
  fragment TargetPage on Target {
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    name
    type
    licensed
    license {
      id
      displayName
    }
  }
`);

export const ReconTargetPage = graphql(`
  fragment ReconTargetPage on EnterpriseReconTarget {
    ...TargetPage
    pool {
      id
      displayName
    }
  }
`);

export const KeygenMachinePage = graphql(`
  fragment KeygenMachinePage on KeygenMachine {
    ...TargetPage
    ...MachineActionParts
    fingerprint
    hostname
    platform
    ip
    cores
    memory
    disk
    lastHeartbeatAt
    createdAt
  }
`);

export function TargetNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(TargetNodeQuery, id)} id={id} kind={kinds.Target}>
      {(node) => {
        if (node.__typename === 'EnterpriseReconTarget') return <ReconTarget target={node} />;
        return node.__typename === 'KeygenMachine' ? <KeygenMachine machine={node} /> : null;
      }}
    </NodeAnswer>
  );
}

function ReconTarget({ target }: { readonly target: ReconTargetPageFragment }) {
  const { id, vendorId, type, licensed, license, pool } = target;
  return (
    <NodePage
      kind={{ name: 'Enterprise Recon target', path: kinds.Target.path }}
      node={target}
      state={
        <Told label="Whether it holds a license" exact={type}>
          <LicensedBadge isLicensed={licensed} />
        </Told>
      }
      sentence={
        licensed ? 'It holds a license and counts against its pool.' : 'It holds no license and counts against nothing.'
      }
    >
      <Section title="Facts">
        <Facts
          facts={[
            ['License type', type],
            ['Pool', pool == null ? null : <ObjectLink key="pool" object={pool} />],
            ['License', license == null ? null : <ObjectLink key="license" object={license} />],
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <MessagesAbout id={id} />
    </NodePage>
  );
}

function KeygenMachine({ machine }: { readonly machine: KeygenMachinePageFragment }) {
  const { id, vendorId, license, fingerprint, cores, memory, disk } = machine;
  return (
    <NodePage
      kind={{ name: 'Keygen machine', path: kinds.Target.path }}
      node={machine}
      state={
        <Told label="Whether it holds a license" exact="a machine is there because a license was activated on it">
          <LicensedBadge isLicensed={machine.licensed} />
        </Told>
      }
      actions={<DeactivateMachineButton machine={machine} />}
      sentence={
        license == null ? 'Its license is not shown.' : `A license was activated on it: ${license.displayName}.`
      }
    >
      <Section title="Facts">
        <Facts
          facts={[
            ['License', license == null ? null : <ObjectLink key="license" object={license} />],
            ['Fingerprint', <Code key="fingerprint">{fingerprint}</Code>],
            ['Host', machine.hostname],
            ['Platform', machine.platform],
            ['Address', machine.ip],
            ['CPU cores', cores == null ? null : <Count key="cores" label="CPU cores" value={cores} />],
            ['Memory', memory == null ? null : <Bytes key="memory" label="Memory" value={memory} />],
            ['Disk', disk == null ? null : <Bytes key="disk" label="Disk" value={disk} />],
            momentFact('Last heartbeat', machine.lastHeartbeatAt),
            momentFact('Activated', machine.createdAt),
            ['Vendor id', <Code key="id">{vendorId}</Code>],
          ]}
        />
      </Section>
      <MessagesAbout id={id} />
    </NodePage>
  );
}
