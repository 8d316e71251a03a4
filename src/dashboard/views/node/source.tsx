/** The page of a source: how its last read went, what to do about it, and what it holds. */
import { Alert, Code } from '@mantine/core';
import type { SourcePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { RefreshSourceButton } from '../../parts/refresh-source.js';
import { Section } from '../../parts/section.js';
import { sourceStatusTexts } from '../../parts/source-status.js';
import { SourceStatusBadge } from '../../parts/state.js';
import { kinds } from './kinds.js';
import { LocalPeer } from './local-peer.js';
import { MessagesAbout } from './messages-about.js';
import { Names } from './names.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Told } from './origin.js';
import { SourceContents } from './source-contents.js';
import { momentFact } from './told-facts.js';
import { useNode } from './use-node.js';

const SourceNodeQuery = graphql(`
  query SourceNode($id: ID!) {
    node(id: $id) {
      __typename
      ...SourcePage
    }
  }
`);

export const SourcePage = graphql(`
  fragment SourcePage on Source {
    ...SourceParts
    ...SourceContents
    displayName
    vendorFields
    version
    timeZone
    lastAttemptAt
    nextSyncAt
    capabilities
    localPeer {
      ...LocalPeer
    }
  }
`);

export function SourceNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(SourceNodeQuery, id)} id={id} kind={kinds.Source}>
      {(node) => (node.__typename === 'Source' ? <Source source={node} /> : null)}
    </NodeAnswer>
  );
}

function Source({ source }: { readonly source: SourcePageFragment }) {
  const { id, kind, status, stale, lastError, localPeer, capabilities } = source;
  const { meaning, todo } = sourceStatusTexts[status];
  return (
    <NodePage
      kind={kinds.Source}
      node={{ ...source, source }}
      state={
        <Told label="How its last read went" exact={status} reasons={lastError == null ? [] : [lastError.message]}>
          <SourceStatusBadge status={status} stale={stale} />
        </Told>
      }
      sentence={stale ? `${meaning} What is shown of it may be out of date.` : meaning}
      actions={<RefreshSourceButton source={source} />}
    >
      {lastError == null && todo === null ? null : (
        <Alert color="orange" variant="outline">
          {lastError?.message} {todo} {lastError == null ? null : <small>({lastError.code})</small>}
        </Alert>
      )}
      <Section title="Facts">
        <Facts
          facts={[
            ['Vendor', VENDORS[kind] ?? kind],
            ['Version', source.version],
            ['Counts its days in', source.timeZone],
            momentFact('Last read completely', source.lastSyncedAt),
            momentFact('Last asked', source.lastAttemptAt),
            momentFact('Asked again', source.nextSyncAt),
            ['Id', <Code key="id">{id}</Code>],
          ]}
        />
        <Names title="Can be asked to" names={capabilities.map((each) => words(each).toLowerCase())} />
      </Section>
      <SourceContents source={source} />
      {localPeer == null ? null : <LocalPeer peer={localPeer} />}
      <MessagesAbout id={id} />
    </NodePage>
  );
}

const VENDORS: Readonly<Record<string, string>> = {
  splunk: 'Splunk Enterprise',
  'enterprise-recon': 'Ground Labs Enterprise Recon',
  keygen: 'Keygen',
};
