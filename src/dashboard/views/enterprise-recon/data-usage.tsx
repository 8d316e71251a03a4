/** Where the data is: by target, the largest first, as a bar of shares and as a table. */
import { Anchor, Box, Button, ColorSwatch, Group, Progress, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { formatBytes, formatCount, formatRatio } from '../../parts/format.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';
import { type Share, sharesOf } from './shares.js';

const ReconDataUsage = graphql(`
  query ReconDataUsage($source: String!) {
    dataUsages(first: 500, filter: { sources: [$source] }) {
      totalCount
      nodes {
        id
        location
        bytes
        attribution
        target {
          id
          displayName
        }
      }
    }
  }
`);

/** Each of these has a color of its own; what is smaller is one share together. */
const COLORS = [
  'var(--mantine-color-blue-6)',
  'var(--mantine-color-orange-6)',
  'var(--mantine-color-teal-6)',
  'var(--mantine-color-grape-6)',
  'var(--mantine-color-yellow-6)',
  'var(--mantine-color-cyan-7)',
  'var(--mantine-color-pink-6)',
];
const REST = 'var(--mantine-color-gray-6)';
const FEW = 10;

const bytesText = (bytes: bigint) => formatBytes(bytes, 'enterprise-recon');

export function DataUsage({ source }: { readonly source: string }) {
  const asked = useAsk(ReconDataUsage, { source });
  const [isAll, setIsAll] = useState(false);
  return (
    <Section
      title="Data by target"
      aside={
        <Anchor component={Link} href={`/data-usages?sources=${encodeURIComponent(source)}`} size="sm">
          Every location as a table
        </Anchor>
      }
    >
      <Answered asked={asked} height={300}>
        {({ dataUsages: { nodes, totalCount } }) => {
          const { total, shares } = sharesOf(nodes);
          if (shares.length === 0) return <Text size="sm">No data was scanned, or none is reported.</Text>;
          const shown = isAll ? shares : shares.slice(0, FEW);
          return (
            <>
              <Text size="sm">
                {bytesText(total)} in {formatCount(nodes.length)} locations of {formatCount(shares.length)} targets.
                {nodes.length < totalCount
                  ? ` These are the first ${formatCount(nodes.length)} of ${formatCount(totalCount)} locations by name; larger ones may be among the others.`
                  : ''}
              </Text>
              <SharesBar shares={shares} />
              <Box className="scroll-x" tabIndex={0} role="region" aria-label="Table of data by target">
                <Table verticalSpacing={4} miw={480}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">Target</Table.Th>
                      <Table.Th scope="col">Counts against</Table.Th>
                      <Table.Th scope="col">Locations</Table.Th>
                      <Table.Th scope="col">Data</Table.Th>
                      <Table.Th scope="col">Share</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {shown.map((each, at) => (
                      <Table.Tr key={each.id}>
                        <Table.Th scope="row" fw={400}>
                          <Group gap={8} wrap="nowrap">
                            <ColorSwatch size={12} color={COLORS[at] ?? REST} withShadow={false} aria-hidden />
                            <ObjectLink object={{ id: each.id, displayName: each.name }} size="sm" />
                          </Group>
                        </Table.Th>
                        <Table.Td>{each.attributions.join(', ') || '–'}</Table.Td>
                        <Table.Td className="number">{formatCount(each.locations)}</Table.Td>
                        <Table.Td className="number" title={`${each.bytes} bytes`}>
                          {bytesText(each.bytes)}
                        </Table.Td>
                        <Table.Td className="number">{formatRatio(each.share)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Box>
              {shares.length > FEW ? (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => setIsAll(!isAll)}
                  style={{ alignSelf: 'flex-start' }}
                >
                  {isAll ? 'Show the largest only' : `Show all ${formatCount(shares.length)}`}
                </Button>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

/** The table says the same in words. */
function SharesBar({ shares }: { readonly shares: readonly Share[] }) {
  const named = shares.slice(0, COLORS.length);
  const rest = shares.slice(COLORS.length).reduce((sum, { share }) => sum + share, 0);
  return (
    <Progress.Root size={22} aria-hidden>
      {named.map(({ id, share }, at) => (
        <Progress.Section key={id} value={share * 100} color={COLORS[at] ?? REST} withAria={false} />
      ))}
      {rest > 0 ? <Progress.Section value={rest * 100} color={REST} withAria={false} /> : null}
    </Progress.Root>
  );
}
