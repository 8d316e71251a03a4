/** What is active now: how many by severity, and the gravest of them. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { SeverityBadge } from '../../parts/state.js';
import { Counts } from './counts.js';
import { More } from './more.js';

const GravestMessagesQuery = graphql(`
  query GravestMessages {
    overview {
      messages {
        bySeverity {
          severity
          count
        }
      }
    }
    messages(
      first: 6
      filter: { active: true, severities: [ERROR, WARN] }
      orderBy: { field: SEVERITY, direction: DESC }
    ) {
      nodes {
        id
        severity
        category
        description
        createdAt
        acknowledgedBy
        source {
          name
        }
      }
    }
  }
`);

export function GravestMessages() {
  const asked = useAsk(GravestMessagesQuery, {});
  return (
    <Section title="Active messages" aside={<More href="/messages?active=true">All active messages</More>}>
      <Answered asked={asked} height={300}>
        {({ overview, messages }) => (
          <>
            <Counts
              counts={[...overview.messages.bySeverity].reverse().map(({ severity, count }) => ({
                count,
                badge: <SeverityBadge severity={severity} />,
                href: `/messages?active=true&severities=${severity}`,
              }))}
              none="No message is active."
            />
            <Stack gap="sm" component="ul" className="bare-list">
              {messages.nodes.map((message) => (
                <li key={message.id}>
                  <Group gap="xs">
                    <SeverityBadge severity={message.severity} />
                    <Anchor component={Link} href={nodePath(message.id)} size="sm">
                      {words(message.category)}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {message.source.name}, <Moment at={message.createdAt} />
                      {message.acknowledgedBy == null ? null : `, seen by ${message.acknowledgedBy}`}
                    </Text>
                  </Group>
                  <Text size="sm" lineClamp={2}>
                    {message.description}
                  </Text>
                </li>
              ))}
            </Stack>
          </>
        )}
      </Answered>
    </Section>
  );
}
