/** The button that deletes a license at the vendor, after its name was typed. */
import { List, Text } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useMay } from '../gateway/session.js';
import { useChange } from '../gateway/use-ask.js';
import type { LicenseActionPartsFragment } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { ConfirmButton } from '../parts/confirm.js';

export const LicenseActionParts = graphql(`
  fragment LicenseActionParts on License {
    id
    displayName
    source {
      id
      name
      kind
      capabilities
    }
  }
`);

const DeleteLicense = graphql(`
  mutation DeleteLicense($input: DeleteLicenseInput!) {
    deleteLicense(input: $input) {
      deletedId
      errors {
        ...RefusalParts
      }
    }
  }
`);

export function DeleteLicenseButton({
  license,
  onDeleted,
}: {
  readonly license: LicenseActionPartsFragment;
  readonly onDeleted?: () => void;
}) {
  const { mutateAsync } = useChange(DeleteLicense);
  const may = useMay('ADMIN') && license.source.capabilities.includes('DELETE_LICENSE');
  if (!may) return null;
  const { displayName: name, source } = license;
  return (
    <ConfirmButton
      label="Delete"
      aria-label={`Delete ${name}`}
      icon={<Trash2 size={14} aria-hidden />}
      title="Delete this license?"
      action="Delete the license"
      typed={name}
      done={`The license “${name}” is deleted.`}
      onConfirm={async () => (await mutateAsync({ input: { licenseId: license.id } })).deleteLicense?.errors ?? []}
      {...(onDeleted === undefined ? {} : { onDone: onDeleted })}
    >
      <Text size="sm">
        It is deleted at {source.name}, and comes back only when its file is uploaded again
        {source.kind === 'keygen' ? ', with another key.' : '.'}
      </Text>
      <List size="sm">
        {(CONSEQUENCES[source.kind] ?? []).map((each) => (
          <List.Item key={each}>{each}</List.Item>
        ))}
      </List>
    </ConfirmButton>
  );
}

const CONSEQUENCES: Readonly<Record<string, readonly string[]>> = {
  splunk: [
    'Its stack has so much less a day, and pools of size MAX shrink with it.',
    'The last license of the active group is kept: activate another group first.',
  ],
  keygen: ['Its machines are deleted with it.'],
};
