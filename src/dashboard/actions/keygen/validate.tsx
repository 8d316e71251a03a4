/** Asks the vendor for its verdict on a license, which leaves a trace there, and shows it. */
import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useAction } from '../../gateway/use-action.js';
import type { KeygenActionPartsFragment, VerdictPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { Verdict } from '../../parts/verdict.js';
import { FormModal } from '../form-modal.js';
import { useOffered } from './parts.js';

const ValidateLicense = graphql(`
  mutation ValidateLicense($id: ID!) {
    change: validateLicense(input: { licenseId: $id }) {
      verdict {
        ...VerdictParts
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

export function ValidateButton({ license }: { readonly license: KeygenActionPartsFragment }) {
  const [opened, { open, close }] = useDisclosure();
  const [verdict, setVerdict] = useState<VerdictPartsFragment | null>(null);
  const validate = useAction(ValidateLicense);
  if (!useOffered(license)('VALIDATE_LICENSE')) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Validate
      </Button>
      <FormModal
        opened={opened}
        onClose={() => {
          setVerdict(null);
          validate.reset();
          close();
        }}
        title={`Have Keygen validate “${license.displayName}”`}
        action={verdict === null ? 'Validate' : 'Validate again'}
        attempt={validate}
        onSubmit={async () => setVerdict((await validate.send({ id: license.id }))?.verdict ?? null)}
      >
        <Text size="sm">
          Keygen takes note of it: a license that is validated does not become inactive. For a verdict that leaves no
          trace, read the one on the page.
        </Text>
        <div role="status">{verdict === null ? null : <Verdict verdict={verdict} by="Keygen answers" />}</div>
      </FormModal>
    </>
  );
}
