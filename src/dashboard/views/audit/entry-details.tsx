/** What one entry was about: what was asked for, and what it changed. */
import { Button, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { differences, leaves } from './difference.js';

export interface Entry {
  readonly action: string;
  readonly input: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly upstreamRequestId?: string | null | undefined;
}

export function EntryDetails({ entry, label }: { readonly entry: Entry; readonly label: string }) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open} aria-label={`Show what ${label} changed`}>
        Show
      </Button>
      <Modal opened={isOpen} onClose={close} title={label} size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
        {isOpen ? <Details entry={entry} /> : null}
      </Modal>
    </>
  );
}

function Details({ entry: { input, before, after, upstreamRequestId } }: { readonly entry: Entry }) {
  const rows = differences(before, after);
  return (
    <Stack gap="md">
      <Title order={3} size="h5">
        Asked for
      </Title>
      <Table withRowBorders={false} aria-label="Asked for">
        <Table.Tbody>
          {leaves('', input).map(([field, value]) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500}>
                {field}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={3} size="h5">
        Before and after
      </Title>
      {rows.length === 0 ? (
        <Text size="sm">Nothing is known of how it was before or after.</Text>
      ) : (
        <Table aria-label="Before and after">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              <Table.Th scope="col">Before</Table.Th>
              <Table.Th scope="col">After</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.field} c={row.isChanged ? undefined : 'dimmed'}>
                <Table.Th scope="row" fw={row.isChanged ? 600 : 400}>
                  {row.field}
                  {row.isChanged ? ' (changed)' : ''}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.before ?? 'not there'}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.after ?? 'not there'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {upstreamRequestId == null ? null : (
        <Text size="sm" c="dimmed">
          The vendor calls the request {upstreamRequestId}.
        </Text>
      )}
    </Stack>
  );
}
