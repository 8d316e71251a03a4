/** The pools of a stack with their numbers, and what can be done with them. */
import { Anchor, Box, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { PoolActions } from '../../actions/pools.js';
import { nodePath } from '../../addresses.js';
import type { StackPoolsQuery } from '../../generated/graphql.js';
import { formatBytes, formatRatio } from '../../parts/format.js';
import { QuotaFigure } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';
import { Swatch } from './share-bar.js';

export type ListedPool = StackPoolsQuery['pools']['nodes'][number];

/** More are shown on demand. */
const SHOWN = 20;

export function PoolTable({
  pools,
  quota,
  stackName,
}: {
  readonly pools: readonly ListedPool[];
  /** Of the stack, in bytes a day; null when it has none or it is not known. */
  readonly quota: bigint | null;
  readonly stackName: string;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? pools : pools.slice(0, SHOWN);
  return (
    <>
      <Box className="scroll-x" tabIndex={0} role="region" aria-label={`Pools of ${stackName}`}>
        <Table verticalSpacing={6} miw={760}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Pool</Table.Th>
              <Table.Th scope="col">Quota a day</Table.Th>
              <Table.Th scope="col">Of the stack</Table.Th>
              <Table.Th scope="col">Used today</Table.Th>
              <Table.Th scope="col">Peers</Table.Th>
              <Table.Th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((pool, index) => (
              <PoolRow key={pool.id} pool={pool} index={index} quota={quota} />
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {shown.length === pools.length ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(true)}>
          Show {pools.length - shown.length} more
        </Button>
      )}
    </>
  );
}

function PoolRow({
  pool,
  index,
  quota,
}: {
  readonly pool: ListedPool;
  readonly index: number;
  readonly quota: bigint | null;
}) {
  const bytes = pool.quotas.find(({ dimension }) => dimension === 'INDEXED_BYTES_PER_DAY');
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Group gap={8} wrap="nowrap" align="baseline">
          <Swatch index={index} />
          <div>
            <Anchor component={Link} inherit href={nodePath(pool.id)}>
              {pool.name}
            </Anchor>
            {pool.description ? (
              <Text size="xs" c="dimmed" maw={260}>
                {pool.description}
              </Text>
            ) : null}
          </div>
        </Group>
      </Table.Th>
      <Table.Td className="number">
        {pool.limit == null
          ? bytes?.state === 'UNLIMITED'
            ? 'no limit'
            : 'unknown'
          : formatBytes(pool.limit, 'splunk')}
        {pool.isMax ? (
          <Text size="xs" c="dimmed">
            MAX: what is left
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td className="number">
        {quota === null || quota === 0n || pool.limit == null ? '–' : formatRatio(Number(pool.limit) / Number(quota))}
      </Table.Td>
      <Table.Td>
        {bytes === undefined ? (
          'unknown'
        ) : (
          <Group gap="xs" wrap="nowrap">
            <QuotaFigure quota={bytes} label={`Use of ${pool.name}`} />
            <QuotaStateBadge state={bytes.state} />
          </Group>
        )}
      </Table.Td>
      <Table.Td className="number">{pool.acceptsAllPeers ? 'all others (*)' : pool.peerVendorIds.length}</Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap" justify="flex-end">
          <PoolActions pool={pool} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
