/** The page of a message: what happened and what to do, what it is about, and who has seen it. */
import { Text } from '@mantine/core';
import { Acknowledgement } from '../../actions/acknowledge.js';
import type { MessagePageFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { type Fact, Facts } from '../../parts/facts.js';
import { words } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Section } from '../../parts/section.js';
import { SeverityBadge } from '../../parts/state.js';
import { kinds } from './kinds.js';
import { NodeAnswer } from './node-answer.js';
import { NodePage } from './node-page.js';
import { Told } from './origin.js';
import { momentFact } from './told-facts.js';
import { useNode } from './use-node.js';

const MessageNodeQuery = graphql(`
  query MessageNode($id: ID!) {
    node(id: $id) {
      __typename
      ...MessagePage
    }
  }
`);

export const MessagePage = graphql(`
  fragment MessagePage on Message {
    ...AcknowledgementParts
    id
    displayName
    vendorId
    vendorFields
    source {
      ...SourceParts
    }
    origin
    category
    severity
    description
    createdAt
    active
    acknowledgedAt
    acknowledgedBy
    quota {
      id
      dimension
      subject {
        displayName
      }
    }
    license {
      id
      displayName
    }
    pool {
      id
      displayName
    }
    stack {
      id
      displayName
    }
    peer {
      id
      displayName
    }
    target {
      id
      displayName
    }
    subject {
      __typename
      ... on Group {
        id
        displayName
      }
    }
  }
`);

export function MessageNode({ id }: { readonly id: string }) {
  return (
    <NodeAnswer seen={useNode(MessageNodeQuery, id)} id={id} kind={kinds.Message}>
      {(node) => (node.__typename === 'Message' ? <Message message={node} /> : null)}
    </NodeAnswer>
  );
}

function Message({ message }: { readonly message: MessagePageFragment }) {
  const { displayName, category, severity, description, active, origin, source, acknowledgedAt, acknowledgedBy } =
    message;
  const isOurs = origin === 'GATEWAY';
  return (
    <NodePage
      kind={kinds.Message}
      actions={<Acknowledgement message={message} />}
      node={{ ...message, displayName: isOurs ? words(category) : displayName }}
      state={
        <Told
          label="Severity"
          exact={severity}
          reasons={[isOurs ? 'The gateway noticed this.' : 'The vendor raised this.', `Category: ${category}`]}
        >
          <SeverityBadge severity={severity} />
        </Told>
      }
      sentence={
        active
          ? acknowledgedAt == null
            ? 'It holds, and nobody has acknowledged it.'
            : `It holds; ${acknowledgedBy ?? 'somebody'} has seen it.`
          : 'It does not hold any more.'
      }
    >
      <Section title="What happened and what to do">
        <Text>{description}</Text>
      </Section>
      <Section title="Facts">
        <Facts
          facts={[
            ...aboutFacts(message),
            ['Raised by', isOurs ? 'the gateway' : source.name],
            ['Category', category],
            momentFact('Raised', message.createdAt),
            momentFact('Acknowledged', acknowledgedAt),
            ['By', acknowledgedBy],
          ]}
        />
      </Section>
    </NodePage>
  );
}

/** Everything it is about, most of which it is not. */
function aboutFacts({ quota, license, pool, stack, peer, target, subject }: MessagePageFragment): readonly Fact[] {
  const group = subject != null && 'displayName' in subject ? subject : null;
  const things = { License: license, Group: group, Pool: pool, Stack: stack, Peer: peer, Target: target };
  return [
    ...Object.entries(things).map(
      ([name, object]): Fact => [name, object == null ? null : <ObjectLink key={name} object={object} />],
    ),
    [
      'Quota',
      quota == null ? null : <ObjectLink key="quota" object={{ id: quota.id, displayName: words(quota.dimension) }} />,
    ],
  ];
}
