/** Buttons that change pools: make, edit, delete. Each is there only for whom may, and where the source can. */
import { Button, List, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMay } from '../gateway/session.js';
import { useChange } from '../gateway/use-ask.js';
import type { Capability } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { ConfirmButton } from '../parts/confirm.js';
import { PoolEditor } from './pool-editor.js';
import type { EditedPool, EditedStack } from './use-pool-change.js';

const DeletePool = graphql(`
  mutation DeletePool($input: DeletePoolInput!) {
    deletePool(input: $input) {
      deletedId
      errors {
        ...RefusalParts
      }
    }
  }
`);

/** For a pool of Splunk (fragment PoolActionParts): `Edit` and `Delete`, or why it cannot be changed. */
export function PoolActions({ pool, onDeleted }: { readonly pool: EditedPool; readonly onDeleted?: () => void }) {
  const mayEdit = useMay('OPERATOR') && pool.source.capabilities.includes('UPDATE_POOL');
  const mayDelete = useMay('ADMIN') && pool.source.capabilities.includes('DELETE_POOL');
  if (!mayEdit && !mayDelete) return null;
  if (pool.fixed) {
    return (
      <Text size="xs" c="dimmed">
        Fixed: Splunk makes the pools of this kind of stack itself, and nobody can change them.
      </Text>
    );
  }
  return (
    <>
      {mayEdit && pool.stack ? <EditPool pool={pool} stack={{ ...pool.stack, source: pool.source }} /> : null}
      {mayDelete ? <DeletePoolButton pool={pool} onDone={onDeleted} /> : null}
    </>
  );
}

function EditPool({ pool, stack }: { readonly pool: EditedPool; readonly stack: EditedStack }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<Pencil size={14} aria-hidden />}
        aria-label={`Edit ${pool.name}`}
        onClick={open}
      >
        Edit
      </Button>
      <PoolEditor opened={opened} onClose={close} stack={stack} pool={pool} />
    </>
  );
}

function DeletePoolButton({ pool, onDone }: { readonly pool: EditedPool; readonly onDone: (() => void) | undefined }) {
  const { mutateAsync } = useChange(DeletePool);
  const members = pool.peerVendorIds.length;
  return (
    <ConfirmButton
      label="Delete"
      aria-label={`Delete ${pool.name}`}
      icon={<Trash2 size={14} aria-hidden />}
      title={`Delete the pool “${pool.name}”?`}
      action="Delete the pool"
      typed={pool.name}
      done={`The pool “${pool.name}” is deleted.`}
      onConfirm={async () => (await mutateAsync({ input: { poolId: pool.id } })).deletePool?.errors ?? []}
      {...(onDone === undefined ? {} : { onDone })}
    >
      <List size="sm">
        <List.Item>
          {pool.peerVendorIds.includes('*')
            ? 'Peers that are in it because no other pool names them are then in none.'
            : members === 0
              ? 'It names no peers, so that none loses its pool.'
              : `The ${members === 1 ? 'one peer that it names is' : `${members} peers that it names are`} then in no pool, unless another takes them.`}
        </List.Item>
        <List.Item>Its quota is free for other pools of the stack again.</List.Item>
        <List.Item>Splunk forgets how much of it was used today.</List.Item>
      </List>
    </ConfirmButton>
  );
}

/** For a stack of Splunk whose pools are not fixed. */
export function CreatePoolButton({
  stack,
  capabilities,
}: {
  readonly stack: EditedStack & { readonly fixedPools: boolean };
  readonly capabilities: readonly Capability[];
}) {
  const [opened, { open, close }] = useDisclosure();
  const may = useMay('OPERATOR') && capabilities.includes('CREATE_POOL');
  if (!may || stack.fixedPools) return null;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={open}>
        New pool
      </Button>
      <PoolEditor opened={opened} onClose={close} stack={stack} pool={null} />
    </>
  );
}
