/** Everything that can be done to a Keygen license, as a row of buttons: those that the viewer may use and the source can do. */
import { Group } from '@mantine/core';
import type { KeygenActionPartsFragment } from '../../generated/graphql.js';
import { ActivateMachineButton } from './activate-machine.js';
import { EditLicenseButton } from './edit-license.js';
import { LifecycleButtons } from './lifecycle.js';
import { UsageButton } from './usage.js';
import { ValidateButton } from './validate.js';

/** The fragment is KeygenActionParts (parts.ts). `onRevoked`: the license is gone. */
export function KeygenLicenseActions({
  license,
  onRevoked,
}: {
  readonly license: KeygenActionPartsFragment;
  readonly onRevoked?: () => void;
}) {
  return (
    <Group gap={6}>
      <EditLicenseButton license={license} />
      <ActivateMachineButton license={license} />
      <ValidateButton license={license} />
      <UsageButton license={license} />
      <LifecycleButtons license={license} onRevoked={onRevoked} />
    </Group>
  );
}
