/** Buttons for what is done to a Keygen license as it is: suspend, reinstate, renew, check in, reset its uses, revoke. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChange } from '../../gateway/use-ask.js';
import type { KeygenActionPartsFragment, RefusalPartsFragment, TypedDocumentString } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ConfirmButton } from '../../parts/confirm.js';
import { formatCount } from '../../parts/format.js';
import { useOffered } from './parts.js';

const SuspendLicense = graphql(`
  mutation SuspendLicense($id: ID!) {
    change: suspendLicense(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const ReinstateLicense = graphql(`
  mutation ReinstateLicense($id: ID!) {
    change: reinstateLicense(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const RenewLicense = graphql(`
  mutation RenewLicense($id: ID!) {
    change: renewLicense(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const CheckInLicense = graphql(`
  mutation CheckInLicense($id: ID!) {
    change: checkInLicense(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const ResetUsage = graphql(`
  mutation ResetUsage($id: ID!) {
    change: resetUsage(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);
const RevokeLicense = graphql(`
  mutation RevokeLicense($id: ID!) {
    change: revokeLicense(input: { licenseId: $id }) {
      errors {
        ...RefusalParts
      }
    }
  }
`);

type ById = TypedDocumentString<{ change?: { errors: readonly RefusalPartsFragment[] } | null }, { id: string }>;

export function LifecycleButtons({
  license,
  onRevoked,
}: {
  readonly license: KeygenActionPartsFragment;
  readonly onRevoked?: (() => void) | undefined;
}) {
  const offered = useOffered(license);
  const { id, displayName: name, suspended, requireCheckIn, policy, uses } = license;
  return (
    <>
      {!suspended && offered('SUSPEND_LICENSE') ? (
        <Step
          id={id}
          document={SuspendLicense}
          label="Suspend"
          title={`Suspend “${name}”?`}
          done={`“${name}” is suspended.`}
        >
          It no longer validates until it is reinstated. Its machines stay.
        </Step>
      ) : null}
      {suspended && offered('REINSTATE_LICENSE') ? (
        <Step
          id={id}
          document={ReinstateLicense}
          label="Reinstate"
          title={`Reinstate “${name}”?`}
          done={`“${name}” is reinstated.`}
        >
          It validates again, as far as its expiry and its limits let it.
        </Step>
      ) : null}
      {policy?.duration != null && offered('RENEW_LICENSE') ? (
        <Step id={id} document={RenewLicense} label="Renew" title={`Renew “${name}”?`} done={`“${name}” is renewed.`}>
          Its expiry moves on by what its policy {policy.displayName} says:{' '}
          {formatCount(Math.round(policy.duration / 86_400))} days, from the day that the policy counts from.
        </Step>
      ) : null}
      {requireCheckIn && offered('CHECK_IN_LICENSE') ? (
        <Step
          id={id}
          document={CheckInLicense}
          label="Check in"
          title={`Check “${name}” in?`}
          done={`“${name}” is checked in.`}
        >
          The next check-in is due one of its policy’s intervals later.
        </Step>
      ) : null}
      {offered('RESET_USAGE') ? (
        <Step
          id={id}
          document={ResetUsage}
          label="Reset uses"
          title={`Set the uses of “${name}” to 0?`}
          done={`The uses of “${name}” are 0.`}
        >
          {formatCount(uses)} uses are counted now. Keygen keeps no record of them.
        </Step>
      ) : null}
      {offered('REVOKE_LICENSE', 'ADMIN') ? (
        <Step
          id={id}
          document={RevokeLicense}
          label="Revoke"
          title="Revoke this license?"
          typed={name}
          done={`“${name}” is revoked.`}
          onDone={onRevoked}
        >
          It is deleted at Keygen for good, with all of its machines: whoever uses it is locked out, and its key cannot
          be brought back. To stop it for a while, suspend it.
        </Step>
      ) : null}
    </>
  );
}

function Step({
  id,
  document,
  label,
  onDone,
  children,
  ...confirm
}: {
  readonly id: string;
  readonly document: ById;
  readonly label: string;
  readonly title: string;
  readonly done: string;
  readonly typed?: string;
  readonly onDone?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const { mutateAsync } = useChange(document);
  return (
    <ConfirmButton
      label={label}
      action={label}
      onConfirm={async () => (await mutateAsync({ id })).change?.errors ?? []}
      {...(onDone === undefined ? {} : { onDone })}
      {...confirm}
    >
      <Text size="sm">{children}</Text>
    </ConfirmButton>
  );
}
