/** What there is to know about an object: its active messages, the newest first. */
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { words } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { Answered } from '../../parts/page.js';
import { SeverityBadge } from '../../parts/state.js';
import { Related } from './related.js';

const MessagesAboutQuery = graphql(`
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
  const asked = useAsk(MessagesAboutQuery, { id });
  return (
    <Answered asked={asked} height={60}>
      {({ messages: { nodes, totalCount } }) =>
        totalCount === 0 ? null : (
          <Related
            title="Messages"
            columns={['Message', 'Severity', 'What happened and what to do', 'Raised']}
            rows={nodes.map(({ id: messageId, category, severity, description, createdAt, acknowledgedAt }) => ({
              key: messageId,
              cells: [
                <Anchor key="name" component={Link} href={nodePath(messageId)} size="sm">
                  {words(category)}
                </Anchor>,
                <SeverityBadge key="severity" severity={severity} />,
                <span key="text">
                  {description}
                  {acknowledgedAt == null ? null : ' (acknowledged)'}
                </span>,
                <Moment key="at" at={createdAt} />,
              ],
            }))}
            totalCount={totalCount}
            all={`/messages?subjectId=${encodeURIComponent(id)}`}
          />
        )
      }
    </Answered>
  );
}
