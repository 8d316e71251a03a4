/** Activates a machine for a license. */
import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAction } from '../../gateway/use-action.js';
import type { KeygenActionPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { refusalAt } from '../../parts/refusals.js';
import { FormModal } from '../form-modal.js';
import { LARGEST_BIGINT, LARGEST_INT, problemOfAmount, readAmount } from './amounts.js';
import { useOffered } from './parts.js';

const ActivateMachine = graphql(`
  mutation ActivateMachine($input: ActivateMachineInput!) {
    change: activateMachine(input: $input) {
      target {
        id
        displayName
      }
      errors {
        ...RefusalParts
      }
    }
  }
`);

const EMPTY = { fingerprint: '', name: '', hostname: '', platform: '', ip: '', cores: '', memory: '', disk: '' };
type Draft = typeof EMPTY;

const TEXTS = [
  ['name', 'Name'],
  ['hostname', 'Host name'],
  ['platform', 'Platform'],
  ['ip', 'Address'],
] as const;
const AMOUNTS = [
  ['cores', 'CPU cores', LARGEST_INT, false],
  ['memory', 'Memory, in bytes or with KB, MB, GB', LARGEST_BIGINT, true],
  ['disk', 'Disk, in bytes or with KB, MB, GB', LARGEST_BIGINT, true],
] as const;

export function ActivateMachineButton({ license }: { readonly license: KeygenActionPartsFragment }) {
  const [opened, { open, close }] = useDisclosure();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const activate = useAction(ActivateMachine);
  if (!useOffered(license)('ACTIVATE_MACHINE')) return null;
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  const problems = AMOUNTS.map(([name, , largest, isBytes]) =>
    draft[name] === '' ? null : problemOfAmount(draft[name], largest, isBytes),
  );

  async function submit() {
    const done = await activate.send({ input: { licenseId: license.id, ...inputOf(draft) } });
    if (done === null) return;
    notifications.show({ message: `The machine “${done.target?.displayName ?? draft.fingerprint}” is activated.` });
    setDraft(EMPTY);
    close();
  }

  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Activate machine
      </Button>
      <FormModal
        opened={opened}
        onClose={close}
        title={`Activate a machine for “${license.displayName}”`}
        action="Activate"
        attempt={activate}
        isReady={draft.fingerprint.trim() !== '' && problems.every((problem) => problem === null)}
        onSubmit={submit}
      >
        <TextInput
          label="Fingerprint"
          description="What identifies the machine to the license."
          required
          data-autofocus
          spellCheck={false}
          error={refusalAt(activate.refusals, 'fingerprint')}
          {...field('fingerprint')}
        />
        <Group grow preventGrowOverflow={false} align="flex-start">
          {TEXTS.map(([name, label]) => (
            <TextInput key={name} label={label} error={refusalAt(activate.refusals, name)} {...field(name)} />
          ))}
        </Group>
        <Group grow preventGrowOverflow={false} align="flex-start">
          {AMOUNTS.map(([name, label], at) => (
            <TextInput
              key={name}
              label={label}
              error={problems[at] ?? refusalAt(activate.refusals, name)}
              {...field(name)}
            />
          ))}
        </Group>
      </FormModal>
    </>
  );
}

function inputOf({ fingerprint, cores, memory, disk, ...texts }: Draft) {
  return {
    fingerprint: fingerprint.trim(),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(cores === '' ? {} : { cores: Number(readAmount(cores)) }),
    ...(memory === '' ? {} : { memory: String(readAmount(memory, true)) }),
    ...(disk === '' ? {} : { disk: String(readAmount(disk, true)) }),
  };
}
