/** The limits of a license as gauges, with the same numbers as a table below them. */
import { Box, Group, RingProgress, Stack, Table, Text } from '@mantine/core';
import type { QuotaPartsFragment } from '../../generated/graphql.js';
import { formatRatio, words } from '../../parts/format.js';
import { percentOf, QuotaFigure, quotaColors } from '../../parts/quota.js';
import { QuotaStateBadge } from '../../parts/state.js';

export function Gauges({ quotas, name }: { readonly quotas: readonly QuotaPartsFragment[]; readonly name: string }) {
  if (quotas.length === 0) return <Text size="sm">Nothing of it is measured.</Text>;
  const limited = quotas.filter(({ state }) => state !== 'UNLIMITED');
  return (
    <Stack gap="sm">
      {/* The table says the same in words. */}
      <Group gap="lg" aria-hidden>
        {limited.map((quota) => (
          <Stack key={quota.id} gap={0} align="center">
            <RingProgress
              size={104}
              thickness={10}
              roundCaps
              sections={[{ value: percentOf(quota), color: quotaColors[quota.state] }]}
              label={
                <Text ta="center" fw={650} size="sm" className="number">
                  {formatRatio(quota.ratio)}
                </Text>
              }
            />
            <Text size="sm">{titleOf(quota)}</Text>
          </Stack>
        ))}
      </Group>
      <Box className="scroll-x" tabIndex={0} role="region" aria-label={`Table of the limits of ${name}`}>
        <Table verticalSpacing={4} miw={420}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">Used</Table.Th>
              <Table.Th scope="col">Share</Table.Th>
              <Table.Th scope="col">State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {quotas.map((quota) => (
              <Table.Tr key={quota.id}>
                <Table.Th scope="row" fw={400}>
                  {titleOf(quota)}
                </Table.Th>
                <Table.Td>
                  <QuotaFigure quota={quota} label={`${titleOf(quota)} of ${name}`} />
                </Table.Td>
                <Table.Td className="number">{formatRatio(quota.ratio)}</Table.Td>
                <Table.Td>
                  <QuotaStateBadge state={quota.state} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Stack>
  );
}

function titleOf({ dimension }: QuotaPartsFragment): string {
  return words(dimension.replace(/_BYTES$/, ''));
}
