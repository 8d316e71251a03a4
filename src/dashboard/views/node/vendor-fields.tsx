/** What the vendor sent and the schema does not name: closed at first, every value as it came. */
import { Accordion, ScrollArea, Table, Text } from '@mantine/core';
import { vendorRows } from './vendor-rows.js';

export function VendorFields({
  fields,
  title = 'Everything else the vendor sent',
  isOpen = false,
}: {
  readonly fields: Record<string, unknown>;
  readonly title?: string;
  readonly isOpen?: boolean;
}) {
  const rows = vendorRows(fields);
  if (rows.length === 0) return null;
  return (
    <Accordion variant="contained" order={2} defaultValue={isOpen ? 'fields' : null}>
      <Accordion.Item value="fields">
        <Accordion.Control>
          <Text span fw={600}>
            {title}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {rows.length === 1 ? '1 value' : `${rows.length} values`}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <ScrollArea>
            <Table fz="xs" verticalSpacing={3} aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">Field</Table.Th>
                  <Table.Th scope="col">Value</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ path, value }) => (
                  <Table.Tr key={path}>
                    <Table.Th scope="row" fw={500} ff="monospace" className="vendor-path">
                      {path}
                    </Table.Th>
                    <Table.Td ff="monospace" className="vendor-value">
                      {value}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
