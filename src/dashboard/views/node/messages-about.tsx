/** What there is to know about an object: its active messages, the newest first. */
import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { MessagesAboutQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount, words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { SeverityBadge } from '../../parts/state.js';

const MessagesAboutDocument = graphql(`
  query MessagesAbout($id: ID!) {
    messages(first: 20, filter: { subjectId: $id, active: true }) {
      totalCount
      nodes {
        id
        category
        severity
        description
        createdAt
        acknowledgedAt
      }
    }
  }
`);

/** Nothing at all when there is nothing to know. */
export function MessagesAbout({ id }: { readonly id: string }) {
  const asked = useAsk(MessagesAboutDocument, { id });
  return (
    <Answered asked={asked} height={60}>
      {({ messages: { nodes, totalCount } }) =>
        totalCount === 0 ? null : (
          <Section
            title={`Messages (${formatCount(totalCount)})`}
            aside={
              <Anchor component={Link} href={`/messages?subjectId=${encodeURIComponent(id)}`} size="sm">
                {nodes.length < totalCount ? 'All of them' : 'As a table'}
              </Anchor>
            }
          >
            <ul className="plain-list">
              {nodes.map((message) => (
                <li key={message.id}>
                  <MessageLine message={message} />
                </li>
              ))}
            </ul>
          </Section>
        )
      }
    </Answered>
  );
}

function MessageLine({
  message: { id, category, severity, description, createdAt, acknowledgedAt },
}: {
  readonly message: MessagesAboutQuery['messages']['nodes'][number];
}) {
  return (
    <>
      <Group gap="xs">
        <SeverityBadge severity={severity} />
        <Anchor component={Link} href={nodePath(id)} size="sm" fw={600}>
          {words(category)}
        </Anchor>
        <Text size="sm" c="dimmed">
          <Moment at={createdAt} />
          {acknowledgedAt == null ? null : ', acknowledged'}
        </Text>
      </Group>
      <Text size="sm">{description}</Text>
    </>
  );
}
