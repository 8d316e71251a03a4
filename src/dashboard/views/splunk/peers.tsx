/** Who will be blocked: peers by the warnings that are left to them, those whose search is blocked first. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { Answered } from '../../parts/page.js';
import { PeerTable, type Warned } from './peer-table.js';
import { byConcern } from './warnings.js';

const SplunkPeers = graphql(`
  query SplunkPeers($source: String!, $first: Int!) {
    quotas(
      first: $first
      filter: { sources: [$source], dimensions: [WARNINGS] }
      orderBy: { field: RATIO, direction: DESC }
    ) {
      totalCount
      nodes {
        ...QuotaParts
        subject {
          ... on Peer {
            ...WarnedPeer
          }
        }
      }
    }
  }
`);

const STEP = 100;
const MOST = 500;

export function Peers({ source }: { readonly source: { readonly name: string } }) {
  const [first, setFirst] = useState(STEP);
  const asked = useAsk(SplunkPeers, { source: source.name, first }, { keepPrevious: true });
  return (
    <Stack gap="xs" component="section" aria-label="Peers">
      <Title order={2} size="h3">
        Peers by warnings left
      </Title>
      <Answered asked={asked} height={300}>
        {({ quotas }) => {
          // Pools have such a quota, too: the worst of their peers'.
          const warned = quotas.nodes.filter((quota): quota is Warned => 'label' in quota.subject).sort(byConcern);
          const isAll = quotas.nodes.length >= quotas.totalCount;
          return (
            <>
              <Summary warned={warned} isAll={isAll} />
              {warned.length === 0 ? null : <PeerTable warned={warned} />}
              {isAll ? null : (
                <Group gap="xs">
                  {first < MOST ? (
                    <Button variant="default" size="xs" onClick={() => setFirst(Math.min(MOST, first + STEP))}>
                      Show more
                    </Button>
                  ) : null}
                  <Text size="sm">
                    These are the worst; <Link href="/peers">all peers</Link> can be searched.
                  </Text>
                </Group>
              )}
            </>
          );
        }}
      </Answered>
    </Stack>
  );
}

function Summary({ warned, isAll }: { readonly warned: readonly Warned[]; readonly isAll: boolean }) {
  if (warned.length === 0) return <Text size="sm">The source lists no peers.</Text>;
  const count = (isBlocked: boolean | null) =>
    warned.filter(({ subject }) => (subject.searchBlocked ?? null) === isBlocked).length;
  const [blocked, unknown] = [count(true), count(null)];
  return (
    <Text size="sm">
      {blocked === 0
        ? `Search is blocked on none${isAll ? '' : ' of these'}.`
        : `Search is blocked on ${blocked === 1 ? 'one peer' : `${blocked} peers`}.`}
      {unknown === 0 ? '' : ` Of ${unknown} it cannot be known; the table says why.`}
    </Text>
  );
}
