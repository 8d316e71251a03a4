/** The machines of a license, each with what deactivates it. */
import { Box, Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { DeactivateMachineButton } from '../../actions/keygen/deactivate-machine.js';
import { useAsk } from '../../gateway/use-ask.js';
import { graphql } from '../../generated/index.js';
import { formatBytes, formatCount } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { ObjectLink } from '../../parts/object-link.js';
import { Answered } from '../../parts/page.js';
import { Section } from '../../parts/section.js';

const MachinesOf = graphql(`
  query MachinesOf($id: ID!, $first: Int!) {
    node(id: $id) {
      __typename
      ... on KeygenLicense {
        machines(first: $first) {
          totalCount
          nodes {
            __typename
            ... on KeygenMachine {
              ...MachineActionParts
              fingerprint
              platform
              cores
              memory
              lastHeartbeatAt
              createdAt
            }
          }
        }
      }
    }
  }
`);

const STEP = 25;
const MOST = 500;

export function Machines({ licenseId }: { readonly licenseId: string }) {
  const [first, setFirst] = useState(STEP);
  const asked = useAsk(MachinesOf, { id: licenseId, first }, { keepPrevious: true });
  return (
    <Section title="Machines">
      <Answered asked={asked} height={120}>
        {({ node }) => {
          if (node?.__typename !== 'KeygenLicense') return null;
          const { nodes, totalCount } = node.machines;
          const machines = nodes.filter((each) => each.__typename === 'KeygenMachine');
          if (totalCount === 0) return <Text size="sm">No machine is activated.</Text>;
          return (
            <>
              <Box className="scroll-x" tabIndex={0} role="region" aria-label="Table of machines">
                <Table verticalSpacing={4} miw={640}>
                  <Table.Thead>
                    <Table.Tr>
                      {['Machine', 'Platform', 'Cores', 'Memory', 'Last heartbeat', 'Activated'].map((title) => (
                        <Table.Th key={title} scope="col">
                          {title}
                        </Table.Th>
                      ))}
                      <Table.Td />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {machines.map((machine) => (
                      <Table.Tr key={machine.id}>
                        <Table.Th scope="row" fw={400} title={machine.fingerprint}>
                          <ObjectLink object={machine} size="sm" />
                        </Table.Th>
                        <Table.Td>{machine.platform ?? '–'}</Table.Td>
                        <Table.Td className="number">{machine.cores ?? '–'}</Table.Td>
                        <Table.Td className="number">
                          {machine.memory == null ? '–' : formatBytes(machine.memory, 'keygen')}
                        </Table.Td>
                        <Table.Td>
                          <Moment at={machine.lastHeartbeatAt} />
                        </Table.Td>
                        <Table.Td>
                          <Moment at={machine.createdAt} />
                        </Table.Td>
                        <Table.Td>
                          <DeactivateMachineButton machine={machine} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Box>
              {machines.length < totalCount ? (
                <Group gap="xs">
                  <Text size="sm" c="dimmed">
                    {formatCount(machines.length)} of {formatCount(totalCount)}
                  </Text>
                  {first < MOST ? (
                    <Button size="xs" variant="default" onClick={() => setFirst(Math.min(MOST, first + STEP))}>
                      Show more
                    </Button>
                  ) : null}
                </Group>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Section>
  );
}
