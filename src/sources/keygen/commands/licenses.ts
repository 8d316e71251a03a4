/** The commands about a license that is there: edit, delete, revoke, and the vendor's actions on it. */
import type { ById, Command, LicenseEdit, UsageStep, Verdict } from '../../../domain/commands.js';
import type { KeygenClient, KeygenRequest } from '../client.js';
import { changedIs, isGone, verdictIn } from './answers.js';
import { licenseEditDocument } from './documents.js';
import {
  checkedIn,
  deleted,
  edited,
  type Judgement,
  leavesToPolicy,
  renewed,
  suspendedIs,
  usesAreReset,
  usesAreSeen,
} from './judgements.js';
import { LICENSE_FIELDS } from './license-fields.js';
import { keysOf, onLicense } from './on-license.js';
import { findPolicy } from './reads.js';

export function updateLicense(client: KeygenClient): Command<ById & LicenseEdit> {
  return onLicense(client, {
    request: (input) => ({
      method: 'PATCH',
      path: ['licenses', input.vendorId],
      document: licenseEditDocument(input),
    }),
    rules: { fields: LICENSE_FIELDS },
    accept: (response, { id }) => changedIs(id, response),
    async judge(before, now, input, signal) {
      const policyId = leavesToPolicy(input) ? now?.linked.policy : undefined;
      const policy = policyId === undefined ? null : await findPolicy(client, policyId, signal);
      return edited(input, policy)(before, now);
    },
  });
}

export function deleteLicense(client: KeygenClient): Command<ById> {
  return removal(client, ({ vendorId }) => ['licenses', vendorId]);
}

/** Deletes, as `deleteLicense` does; the vendor's own word of it to others is `license.revoked`. */
export function revokeLicense(client: KeygenClient): Command<ById> {
  return removal(client, ({ vendorId }) => ['licenses', vendorId, 'actions', 'revoke']);
}

export function suspendLicense(client: KeygenClient): Command<ById> {
  return action(client, 'suspend', suspendedIs(true));
}

export function reinstateLicense(client: KeygenClient): Command<ById> {
  return action(client, 'reinstate', suspendedIs(false));
}

export function renewLicense(client: KeygenClient): Command<ById> {
  return action(client, 'renew', renewed);
}

export function checkInLicense(client: KeygenClient): Command<ById> {
  return action(client, 'check-in', checkedIn);
}

export function resetUsage(client: KeygenClient): Command<ById> {
  return action(client, 'reset-usage', usesAreReset);
}

export function incrementUsage(client: KeygenClient): Command<UsageStep> {
  return usageStep(client, ({ vendorId, by }) => act(vendorId, 'increment-usage', { meta: { increment: by } }));
}

export function decrementUsage(client: KeygenClient): Command<UsageStep> {
  return usageStep(client, ({ vendorId, by }) => act(vendorId, 'decrement-usage', { meta: { decrement: by } }));
}

/**
 * The vendor's quick validation, which like the gateway's own verdict is without a scope. Its POST form would ask for
 * the scopes that the policy requires, make the vendor tell others of it, and can start the clock of a license that
 * expires from its first validation. This one, too, stamps `lastValidated`, so it is sent only once.
 */
export function validateLicense(client: KeygenClient): Command<ById, Verdict> {
  return onLicense(client, {
    request: ({ vendorId }) => ({ method: 'GET', path: ['licenses', vendorId, 'actions', 'validate'] }),
    rules: { fields: {} },
    accept: (response, license) => verdictIn(response, (words) => client.showable(words, keysOf(license))),
    isUntellable: true,
    judge: () => ({ happened: null, seen: 'the vendor does not keep its verdicts' }),
  });
}

function removal(client: KeygenClient, path: (input: ById) => readonly string[]): Command<ById> {
  return onLicense(client, {
    request: (input) => ({ method: 'DELETE', path: path(input) }),
    rules: { fields: {} },
    accept: isGone,
    judge: deleted,
  });
}

function action(client: KeygenClient, name: string, judge: Judgement): Command<ById> {
  return onLicense(client, {
    request: ({ vendorId }) => act(vendorId, name),
    rules: { fields: {}, conflicts: true },
    accept: (response, { id }) => changedIs(id, response),
    judge,
  });
}

function usageStep(client: KeygenClient, request: (input: UsageStep) => KeygenRequest): Command<UsageStep> {
  return onLicense(client, {
    request,
    rules: {
      fields: { increment: ['by'], decrement: ['by'], uses: ['by'] },
      codes: { USES_INVALID: { code: 'INVALID_INPUT', path: ['by'] } },
    },
    accept: (response, { id }) => changedIs(id, response),
    isUntellable: true,
    judge: usesAreSeen,
  });
}

function act(vendorId: string, name: string, document?: object): KeygenRequest {
  const request = { method: 'POST', path: ['licenses', vendorId, 'actions', name] } as const;
  return document === undefined ? request : { ...request, document };
}
