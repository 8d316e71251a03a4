/** What the very instance that is asked says of its own license state. */
import { Box, Code, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LocalPeerPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Moment } from '../../parts/moment.js';

export const LocalPeerParts = graphql(`
  fragment LocalPeerParts on SplunkLocalPeer {
    peerVendorId
    peerLabel
    managerGuid
    managerUri
    isManager
    features {
      name
      state
    }
    licenseKeys
    connectionTimeout
    sendTimeout
    receiveTimeout
    squashThreshold
    lastManagerContactAttemptAt
    lastManagerContactSuccessAt
    lastTrackerDbServiceAt
  }
`);

export const SplunkSourceParts = graphql(`
  fragment SplunkSourceParts on Source {
    localPeer {
      ...LocalPeerParts
    }
  }
`);

export function LocalPeer({ peer }: { readonly peer: LocalPeerPartsFragment }) {
  const off = peer.features.filter(({ state }) => state !== 'ENABLED');
  const on = peer.features.filter(({ state }) => state === 'ENABLED');
  return (
    <Stack gap="xs" component="section" aria-label="The instance itself">
      <Title order={2} size="h3">
        The instance itself
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Box className="scroll-x" tabIndex={0} role="region" aria-label="Facts of the instance">
          <Table verticalSpacing={4}>
            <Table.Tbody>
              <Fact name="Instance">
                {peer.peerLabel ?? 'without a name'}
                <Text size="xs" c="dimmed" className="typed-name">
                  {peer.peerVendorId}
                </Text>
              </Fact>
              <Fact name="License manager">
                {peer.isManager ? 'it is one itself' : (peer.managerUri ?? peer.managerGuid ?? 'unknown')}
              </Fact>
              <Fact name="Manager last reached">
                <Moment at={peer.lastManagerContactSuccessAt} />
              </Fact>
              <Fact name="Manager last tried">
                <Moment at={peer.lastManagerContactAttemptAt} />
              </Fact>
              <Fact name="Tracker database last serviced">
                <Moment at={peer.lastTrackerDbServiceAt} />
              </Fact>
              <Fact name="Timeouts: connect, send, receive">
                {[peer.connectionTimeout, peer.sendTimeout, peer.receiveTimeout]
                  .map((seconds) => (seconds == null ? 'unknown' : `${seconds} s`))
                  .join(', ')}
              </Fact>
              <Fact name="Usage is merged above">
                {peer.squashThreshold == null ? 'unknown' : `${peer.squashThreshold.toLocaleString('en')} combinations`}
              </Fact>
              <Fact name="Licenses in use">{peer.licenseKeys.length}</Fact>
            </Table.Tbody>
          </Table>
        </Box>
        <div>
          <Text size="sm" fw={600} mb={4}>
            Features
          </Text>
          {off.map(({ name, state }) => (
            <Text size="sm" key={name}>
              <Code>{name}</Code> is off: {state}
            </Text>
          ))}
          <Text size="sm" c="dimmed">
            {off.length === 0 ? 'All are on: ' : 'On: '}
            {on.map(({ name }) => name).join(', ') || 'none'}
          </Text>
        </div>
      </SimpleGrid>
    </Stack>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} w={240}>
        {name}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}
