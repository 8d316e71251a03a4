/** Edits a Keygen license: only what is changed in the form is sent. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAction } from '../../gateway/use-action.js';
import type { KeygenActionPartsFragment, UpdateLicenseInput } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatTime } from '../../parts/format.js';
import { refusalAt } from '../../parts/refusals.js';
import { FormModal } from '../form-modal.js';
import { instantOf, localOf } from './expiry.js';
import { LimitFields } from './limit-fields.js';
import { KEPT, limitNames, limitsInput, problemOfLimit } from './limits.js';
import { useOffered } from './parts.js';

const UpdateLicense = graphql(`
  mutation UpdateLicense($input: UpdateLicenseInput!) {
    change: updateLicense(input: $input) {
      license {
        id
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const UNTOUCHED = { name: null as string | null, expiry: 'KEEP', expiresAt: '', protection: 'KEEP', limits: KEPT };
type Draft = typeof UNTOUCHED;

export function EditLicenseButton({ license }: { readonly license: KeygenActionPartsFragment }) {
  const [opened, { open, close }] = useDisclosure();
  const [draft, setDraft] = useState<Draft>(UNTOUCHED);
  const update = useAction(UpdateLicense);
  if (!useOffered(license)('UPDATE_LICENSE')) return null;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const edit = editOf(draft, license);
  const isComplete =
    limitNames.every((name) => problemOfLimit(name, draft.limits[name]) === null) &&
    (draft.expiry !== 'SET' || instantOf(draft.expiresAt) !== null);

  async function submit() {
    const done = await update.send({ input: { licenseId: license.id, ...edit } });
    if (done === null) return;
    notifications.show({ message: `“${license.displayName}” is changed.` });
    setDraft(UNTOUCHED);
    close();
  }

  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Edit
      </Button>
      <FormModal
        opened={opened}
        onClose={close}
        title={`Edit “${license.displayName}”`}
        action="Save"
        attempt={update}
        isReady={isComplete && Object.keys(edit).length > 0}
        onSubmit={submit}
      >
        <TextInput
          label="Name"
          description="Empty takes it away."
          data-autofocus
          value={draft.name ?? license.name ?? ''}
          error={refusalAt(update.refusals, 'name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Expiry"
          data={[
            {
              value: 'KEEP',
              label: `Leave as it is (${license.expiresAt == null ? 'never' : formatTime(license.expiresAt)})`,
            },
            { value: 'SET', label: 'Set to' },
            { value: 'NEVER', label: 'Never' },
          ]}
          value={draft.expiry}
          error={refusalAt(update.refusals, 'expiresAt')}
          onChange={(event) =>
            set({ expiry: event.currentTarget.value, expiresAt: draft.expiresAt || localOf(license.expiresAt) })
          }
        />
        {draft.expiry === 'SET' ? (
          <TextInput
            type="datetime-local"
            label="Expires at (the time of this machine)"
            required
            value={draft.expiresAt}
            onChange={(event) => set({ expiresAt: event.currentTarget.value })}
          />
        ) : null}
        <NativeSelect
          label="Protected: its users may not manage machines themselves"
          data={[
            { value: 'KEEP', label: `Leave as it is (${license.protected ? 'yes' : 'no'})` },
            { value: 'YES', label: 'Yes' },
            { value: 'NO', label: 'No' },
            { value: 'POLICY', label: 'As the policy says' },
          ]}
          value={draft.protection}
          error={refusalAt(update.refusals, 'protected')}
          onChange={(event) => set({ protection: event.currentTarget.value })}
        />
        <LimitFields
          drafts={draft.limits}
          onChange={(limits) => set({ limits })}
          now={license}
          policy={license.policy ?? null}
          refusals={update.refusals}
        />
      </FormModal>
    </>
  );
}

const PROTECTED: Readonly<Record<string, boolean | null>> = { YES: true, NO: false, POLICY: null };

function editOf({ name, expiry, expiresAt, protection, limits }: Draft, license: KeygenActionPartsFragment) {
  const edit: Omit<UpdateLicenseInput, 'licenseId'> = {};
  if (name !== null && name !== (license.name ?? '')) edit.name = name === '' ? null : name;
  if (expiry === 'NEVER') edit.expiresAt = null;
  if (expiry === 'SET') edit.expiresAt = instantOf(expiresAt);
  if (protection !== 'KEEP') edit.protected = PROTECTED[protection] ?? null;
  const limited = limitsInput(limits);
  if (limited !== undefined) edit.limits = limited;
  return edit;
}
