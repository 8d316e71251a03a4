/** The button that deactivates a Keygen machine. */
import { Text } from '@mantine/core';
import { useChange } from '../../gateway/use-ask.js';
import type { MachineActionPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ConfirmButton } from '../../parts/confirm.js';
import { useOffered } from './parts.js';

export const MachineActionParts = graphql(`
  fragment MachineActionParts on KeygenMachine {
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

const DeactivateMachine = graphql(`
  mutation DeactivateMachine($id: ID!) {
    change: deactivateMachine(input: { targetId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);

export function DeactivateMachineButton({
  machine,
  onDone,
}: {
  readonly machine: MachineActionPartsFragment;
  readonly onDone?: () => void;
}) {
  const { mutateAsync } = useChange(DeactivateMachine);
  if (!useOffered(machine)('DEACTIVATE_MACHINE')) return null;
  const { id, displayName: name } = machine;
  return (
    <ConfirmButton
      label="Deactivate"
      aria-label={`Deactivate ${name}`}
      title={`Deactivate “${name}”?`}
      action="Deactivate"
      done={`The machine “${name}” is deactivated.`}
      onConfirm={async () => (await mutateAsync({ id })).change?.errors ?? []}
      {...(onDone === undefined ? {} : { onDone })}
    >
      <Text size="sm">Its seat is free again, and what runs on it does not validate any more.</Text>
    </ConfirmButton>
  );
}
