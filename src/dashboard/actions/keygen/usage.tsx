/** Counts uses of a license up or down. */
import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAction } from '../../gateway/use-action.js';
import type { KeygenActionPartsFragment } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { formatCount } from '../../parts/format.js';
import { refusalAt } from '../../parts/refusals.js';
import { FormModal } from '../form-modal.js';
import { LARGEST_INT, problemOfAmount } from './amounts.js';
import { useOffered } from './parts.js';

const IncrementUsage = graphql(`
  mutation IncrementUsage($input: IncrementUsageInput!) {
    change: incrementUsage(input: $input) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const DecrementUsage = graphql(`
  mutation DecrementUsage($input: DecrementUsageInput!) {
    change: decrementUsage(input: $input) {
      errors {
        ...RefusalParts
      }
    }
  }
`);

export function UsageButton({ license }: { readonly license: KeygenActionPartsFragment }) {
  const [opened, { open, close }] = useDisclosure();
  const [way, setWay] = useState('UP');
  const [by, setBy] = useState('1');
  const up = useAction(IncrementUsage);
  const down = useAction(DecrementUsage);
  const offered = useOffered(license);
  if (!offered('INCREMENT_USAGE') || !offered('DECREMENT_USAGE')) return null;
  const action = way === 'UP' ? up : down;
  const problem = problemOfAmount(by, LARGEST_INT) ?? (Number(by) === 0 ? 'A number from 1 on.' : null);
  const { uses, maxUses, displayName: name } = license;

  async function submit() {
    const done = await action.send({ input: { licenseId: license.id, by: Number(by) } });
    if (done === null) return;
    notifications.show({ message: `The uses of “${name}” are counted ${way === 'UP' ? 'up' : 'down'} by ${by}.` });
    setBy('1');
    close();
  }

  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Count uses
      </Button>
      <FormModal
        opened={opened}
        onClose={close}
        title={`Count uses of “${name}”`}
        action={way === 'UP' ? 'Count up' : 'Count down'}
        attempt={action}
        isReady={problem === null}
        onSubmit={submit}
      >
        <Text size="sm">
          {formatCount(uses)} uses are counted now
          {maxUses == null ? '; there is no limit.' : `, of ${formatCount(maxUses)} at most.`}
        </Text>
        <SegmentedControl
          aria-label="Which way"
          value={way}
          onChange={setWay}
          data={[
            { value: 'UP', label: 'Up' },
            { value: 'DOWN', label: 'Down' },
          ]}
        />
        <TextInput
          label="By how many"
          inputMode="numeric"
          required
          data-autofocus
          value={by}
          error={problem ?? refusalAt(action.refusals, 'by')}
          onChange={(event) => setBy(event.currentTarget.value.trim())}
        />
      </FormModal>
    </>
  );
}
