/** Splunk peers whose searches are blocked, and those that a warning or two keep from it. */
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { QuotaPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { QuotaFigure } from '../../parts/quota.js';
import { Section } from '../../parts/section.js';
import { isCloseToBlocked } from './close-to-blocked.js';
import { More } from './more.js';

const BlockedSearchesQuery = graphql(`
  query BlockedSearches {
    peers(first: 10, filter: { searchBlocked: true }) {
      totalCount
      nodes {
        id
        displayName
        quotas {
          ...QuotaParts
        }
      }
    }
    quotas(
      first: 40
      filter: { dimensions: [WARNINGS], states: [OK, WARNING, CRITICAL] }
      orderBy: { field: RATIO, direction: DESC }
    ) {
      nodes {
        ...QuotaParts
        subject {
          __typename
          id
          displayName
        }
      }
    }
  }
`);

export function BlockedSearches() {
  const asked = useAsk(BlockedSearchesQuery, {});
  return (
    <Section title="Blocked searches" aside={<More href="/peers">All peers</More>}>
      <Answered asked={asked} height={120}>
        {({ peers, quotas }) => {
          const close = quotas.nodes.filter(isCloseToBlocked);
          return (
            <>
              <Text size="sm" fw={600}>
                {peers.totalCount === 0
                  ? 'No peer is known to be blocked.'
                  : `Search is blocked on ${formatCount(peers.totalCount)} ${peers.totalCount === 1 ? 'peer' : 'peers'}.`}
              </Text>
              <Stack gap={6} component="ul" className="bare-list">
                {peers.nodes.map(({ id, displayName, quotas: own }) => (
                  <li key={id}>
                    <PeerLine id={id} name={displayName} warnings={own.find((each) => each.dimension === 'WARNINGS')}>
                      blocked
                    </PeerLine>
                  </li>
                ))}
              </Stack>
              {peers.totalCount > peers.nodes.length ? (
                <Anchor component={Link} href="/peers?searchBlocked=true" size="sm">
                  All {formatCount(peers.totalCount)}
                </Anchor>
              ) : null}
              <Text size="sm" fw={600}>
                {close.length === 0 ? 'No peer is close to it.' : 'Close to it:'}
              </Text>
              <Stack gap={6} component="ul" className="bare-list">
                {close.map((quota) => (
                  <li key={quota.id}>
                    <PeerLine id={quota.subject.id} name={quota.subject.displayName} warnings={quota}>
                      {quota.remaining === '1' ? '1 warning left' : `${quota.remaining} warnings left`}
                    </PeerLine>
                  </li>
                ))}
              </Stack>
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

function PeerLine({
  id,
  name,
  warnings,
  children,
}: {
  readonly id: string;
  readonly name: string;
  readonly warnings: QuotaPartsFragment | undefined;
  readonly children: string;
}) {
  return (
    <Group gap="xs" justify="space-between">
      <Anchor component={Link} href={nodePath(id)} size="sm">
        {name}
      </Anchor>
      <Text size="sm" component="div">
        {warnings === undefined ? null : (
          <>
            <QuotaFigure quota={warnings} label={`Warnings of ${name}`} /> warnings,{' '}
          </>
        )}
        {children}
      </Text>
    </Group>
  );
}
