/** One stack: how its pools share its quota, as a bar and as numbers, and the licenses that it is made of. */
import { Alert, Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { CreatePoolButton } from '../../actions/pools.js';
import { nodePath } from '../../addresses.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { Capability, SplunkStackPartsFragment, StackPoolsQuery } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Answered } from '../../parts/page.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { PoolTable } from './pool-table.js';
import { ShareBar } from './share-bar.js';
import { type Shares, sharesOf } from './shares.js';
import { StackLicenses } from './stack-licenses.js';

export const SplunkStackParts = graphql(`
  fragment SplunkStackParts on Stack {
    id
    displayName
    type
    quotaBytes
    isUnlimited
    fixedPools
    isActive
    source {
      id
      name
      kind
    }
  }
`);

const StackPools = graphql(`
  query StackPools($source: String!, $stackId: ID!) {
    pools(first: 500, filter: { sources: [$source], stackId: $stackId }, orderBy: { field: USED, direction: DESC }) {
      totalCount
      nodes {
        ...PoolActionParts
        used
        acceptsAllPeers
        quotas {
          ...QuotaParts
        }
      }
    }
    licenses(first: 100, filter: { sources: [$source], stackId: $stackId }) {
      totalCount
      nodes {
        ...StackLicenseParts
      }
    }
    quotas(first: 10, filter: { sources: [$source], subjectId: $stackId }) {
      nodes {
        ...QuotaParts
      }
    }
  }
`);

export function StackShares({
  stack,
  capabilities,
}: {
  readonly stack: SplunkStackPartsFragment;
  readonly capabilities: readonly Capability[];
}) {
  const asked = useAsk(StackPools, { source: stack.source.name, stackId: stack.id });
  const quota = stack.isUnlimited || stack.quotaBytes == null ? null : BigInt(stack.quotaBytes);
  return (
    <Paper withBorder p="md" component="section" aria-label={`Stack ${stack.displayName}`}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <Title order={3} size="h4">
              <Anchor component={Link} href={nodePath(stack.id)} inherit>
                {stack.displayName}
              </Anchor>
            </Title>
            <Text size="sm" className="number">
              {stack.isUnlimited
                ? 'without a limit'
                : quota === null
                  ? 'quota not known'
                  : `${formatBytes(quota, 'splunk')} a day`}
            </Text>
            {stack.fixedPools ? (
              <Badge variant="outline" tt="none" className="state state-plain">
                Fixed pools
              </Badge>
            ) : null}
          </Group>
          <CreatePoolButton stack={stack} capabilities={capabilities} />
        </Group>
        <Answered asked={asked}>
          {({ pools, licenses, quotas }) => (
            <>
              <Contents stack={stack} quota={quota} pools={pools} quotas={quotas.nodes} />
              <StackLicenses licenses={licenses.nodes} total={licenses.totalCount} stackName={stack.displayName} />
            </>
          )}
        </Answered>
      </Stack>
    </Paper>
  );
}

function Contents({
  stack,
  quota,
  pools,
  quotas,
}: {
  readonly stack: SplunkStackPartsFragment;
  readonly quota: bigint | null;
  readonly pools: StackPoolsQuery['pools'];
  readonly quotas: StackPoolsQuery['quotas']['nodes'];
}) {
  const use = quotas.find(({ dimension }) => dimension === 'INDEXED_BYTES_PER_DAY');
  const hidden = pools.totalCount - pools.nodes.length;
  if (pools.nodes.length === 0) return <Text size="sm">It has no pools, so that no peer can use it.</Text>;
  const shares = quota === null || hidden > 0 ? null : sharesOf(quota, pools.nodes);
  return (
    <>
      {use === undefined ? null : (
        <Group gap="xs">
          <Text size="sm">Used today</Text>
          <QuotaFigure quota={use} label={`Use of ${stack.displayName}`} />
          <QuotaStateBadge state={use.state} />
        </Group>
      )}
      {shares === null ? null : (
        <>
          <ShareBar
            shares={shares}
            label={`The pools of ${stack.displayName}: ${allocationText(shares)} The table below has the numbers.`}
          />
          <Allocation shares={shares} />
        </>
      )}
      {hidden > 0 ? (
        <Text size="sm">
          These are the {pools.nodes.length} most used of {pools.totalCount} pools;{' '}
          <Link href="/pools">all of them</Link> can be searched.
        </Text>
      ) : null}
      <PoolTable pools={pools.nodes} quota={quota} stackName={stack.displayName} />
    </>
  );
}

function Allocation({ shares }: { readonly shares: Shares }) {
  const text = allocationText(shares);
  if (shares.overAllocated === 0n) return <Text size="sm">{text}</Text>;
  return (
    <Alert color="orange" variant="outline" p="xs">
      <Text size="sm">{text}</Text>
    </Alert>
  );
}

function allocationText({ allocated, unallocated, overAllocated, maxPool }: Shares): string {
  const given = `${formatBytes(allocated, 'splunk')} a day are given to pools with a size of their own`;
  if (overAllocated > 0n) {
    const over = `Over-allocated: ${given}, ${formatBytes(overAllocated, 'splunk')} more than the stack has.`;
    return maxPool === null ? over : `${over} Nothing is left for “${maxPool.name}” (MAX).`;
  }
  if (maxPool !== null) return `${given}; “${maxPool.name}” (MAX) takes what is left.`;
  return unallocated === 0n
    ? `${given}: all that there is.`
    : `${given}; ${formatBytes(unallocated, 'splunk')} are in no pool.`;
}
