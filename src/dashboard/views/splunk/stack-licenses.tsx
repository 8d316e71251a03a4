/** The licenses that a stack is made of. */
import { Anchor, Box, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { Link } from 'wouter';
import { DeleteLicenseButton } from '../../actions/delete-license.js';
import { nodePath } from '../../addresses.js';
import type { StackLicensePartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatBytes } from '../../parts/format.js';
import { Moment } from '../../parts/moment.js';
import { LicenseStatusBadge } from '../../parts/state.js';

export const StackLicenseParts = graphql(`
  fragment StackLicenseParts on License {
    ...LicenseActionParts
    status
    expiresAt
    ... on SplunkLicense {
      quotaBytes
      isUnlimited
    }
  }
`);

export function StackLicenses({
  licenses,
  total,
  stackName,
}: {
  readonly licenses: readonly StackLicensePartsFragment[];
  readonly total: number;
  readonly stackName: string;
}) {
  if (total === 0) return null;
  return (
    <div>
      <Title order={4} size="h6" mb={4}>
        Licenses it is made of
      </Title>
      <Box className="scroll-x" tabIndex={0} role="region" aria-label={`Licenses of ${stackName}`}>
        <Table verticalSpacing={4} miw={560}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">License</Table.Th>
              <Table.Th scope="col">Status</Table.Th>
              <Table.Th scope="col">Adds a day</Table.Th>
              <Table.Th scope="col">Expires</Table.Th>
              <Table.Th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {licenses.map((license) => (
              <Table.Tr key={license.id}>
                <Table.Th scope="row" fw={500}>
                  <Anchor component={Link} inherit href={nodePath(license.id)}>
                    {license.displayName}
                  </Anchor>
                </Table.Th>
                <Table.Td>
                  <LicenseStatusBadge status={license.status} />
                </Table.Td>
                <Table.Td className="number">{sizeOf(license)}</Table.Td>
                <Table.Td>{license.expiresAt == null ? 'never' : <Moment at={license.expiresAt} />}</Table.Td>
                <Table.Td ta="right">
                  <DeleteLicenseButton license={license} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {total > licenses.length ? (
        <Text size="sm">
          and {total - licenses.length} more under <Link href="/licenses">Licenses</Link>
        </Text>
      ) : null}
    </div>
  );
}

function sizeOf(license: StackLicensePartsFragment): string {
  if (!('quotaBytes' in license)) return '–';
  if (license.isUnlimited) return 'no limit';
  return license.quotaBytes == null ? 'unknown' : formatBytes(license.quotaBytes, 'splunk');
}
