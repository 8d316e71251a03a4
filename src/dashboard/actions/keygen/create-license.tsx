/** Makes a Keygen license of a policy. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAction } from '../../gateway/use-action.js';
import { useAsk } from '../../gateway/use-ask.js';
import type { CreateLicenseInput, UploadPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ProblemNote } from '../../parts/page.js';
import { refusalAt } from '../../parts/refusals.js';
import { FormModal } from '../form-modal.js';
import { instantOf } from './expiry.js';
import { LimitFields } from './limit-fields.js';
import { KEPT, limitNames, limitsInput, problemOfLimit } from './limits.js';
import { useOffered } from './parts.js';

const CreateLicense = graphql(`
  mutation CreateLicense($input: CreateLicenseInput!) {
    change: createLicense(input: $input) {
      license {
        id
        displayName
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const PoliciesAndGroups = graphql(`
  query PoliciesAndGroups($source: String!) {
    policies(first: 500, filter: { sources: [$source] }) {
      nodes {
        id
        displayName
        maxMachines
        maxProcesses
        maxUsers
        maxCores
        maxUses
        maxMemory
        maxDisk
      }
    }
    groups(first: 500, filter: { sources: [$source] }) {
      nodes {
        id
        displayName
      }
    }
  }
`);

const EMPTY = { policyId: '', groupId: '', name: '', key: '', expiresAt: '', limits: KEPT };
type Draft = typeof EMPTY;

export function CreateLicenseButton({
  source,
  onCreated,
}: {
  readonly source: UploadPartsFragment;
  readonly onCreated?: (id: string) => void;
}) {
  const [opened, { open, close }] = useDisclosure();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const create = useAction(CreateLicense);
  const isOffered = useOffered({ source })('CREATE_LICENSE');
  const choices = useAsk(PoliciesAndGroups, { source: source.name }, { enabled: isOffered && opened });
  if (!isOffered) return null;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const field = (name: 'name' | 'key' | 'expiresAt') => ({
    value: draft[name],
    error: refusalAt(create.refusals, name),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [name]: event.currentTarget.value }),
  });
  const policies = choices.data?.policies.nodes ?? [];
  const isReady =
    draft.policyId !== '' &&
    limitNames.every((name) => problemOfLimit(name, draft.limits[name]) === null) &&
    (draft.expiresAt === '' || instantOf(draft.expiresAt) !== null);

  async function submit() {
    const done = await create.send({ input: inputOf(draft, source.id) });
    if (done === null) return;
    notifications.show({ message: `The license “${done.license?.displayName ?? draft.name}” is created.` });
    setDraft(EMPTY);
    close();
    if (done.license != null) onCreated?.(done.license.id);
  }

  return (
    <>
      <Button variant="default" leftSection={<Plus size={16} aria-hidden />} onClick={open}>
        New license
      </Button>
      <FormModal
        opened={opened}
        onClose={close}
        title={`A new license in ${source.name}`}
        action="Create the license"
        attempt={create}
        isReady={isReady}
        onSubmit={submit}
      >
        {choices.error === null ? null : (
          <ProblemNote error={choices.error} onRetry={() => void choices.refetch()}>
            {' '}
            The policies and groups to choose from cannot be read.
          </ProblemNote>
        )}
        <NativeSelect
          label="Policy"
          required
          data={[{ value: '', label: 'Choose a policy' }, ...policies.map(optionOf)]}
          value={draft.policyId}
          error={refusalAt(create.refusals, 'policyId')}
          onChange={(event) => set({ policyId: event.currentTarget.value })}
        />
        <NativeSelect
          label="Group"
          data={[{ value: '', label: 'None' }, ...(choices.data?.groups.nodes ?? []).map(optionOf)]}
          value={draft.groupId}
          error={refusalAt(create.refusals, 'groupId')}
          onChange={(event) => set({ groupId: event.currentTarget.value })}
        />
        <TextInput label="Name" {...field('name')} />
        <TextInput
          label="Key"
          description="Keygen makes one when this is empty."
          spellCheck={false}
          {...field('key')}
        />
        <TextInput
          type="datetime-local"
          label="Expires at (the time of this machine)"
          description="As the policy says when this is empty."
          {...field('expiresAt')}
        />
        <LimitFields
          drafts={draft.limits}
          onChange={(limits) => set({ limits })}
          now={null}
          policy={policies.find(({ id }) => id === draft.policyId) ?? null}
          refusals={create.refusals}
        />
      </FormModal>
    </>
  );
}

function optionOf({ id, displayName }: { readonly id: string; readonly displayName: string }) {
  return { value: id, label: displayName };
}

function inputOf({ policyId, groupId, name, key, expiresAt, limits }: Draft, sourceId: string): CreateLicenseInput {
  const limited = limitsInput(limits);
  return {
    sourceId,
    policyId,
    ...(groupId === '' ? {} : { groupId }),
    ...(name === '' ? {} : { name }),
    ...(key === '' ? {} : { key }),
    ...(expiresAt === '' ? {} : { expiresAt: instantOf(expiresAt) }),
    ...(limited === undefined ? {} : { limits: limited }),
  };
}
