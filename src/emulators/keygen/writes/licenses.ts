/** Licenses made, changed and removed (facts 1 - 1.2). */
import { randomUUID } from 'node:crypto';
import { addDuration } from '../duration.js';
import { isRefusal, type Refusal, unknownRelation, unprocessable } from '../errors.js';
import { licenses } from '../kinds.js';
import { type Answer, type Call, created, ID, type Route, shown } from '../routing.js';
import { policyOf } from '../rules.js';
import { license as licenseRow } from '../scenarios/rows.js';
import type { Group, KeygenState, License, Policy } from '../state.js';
import { onLicense, refusedAccess } from './access.js';
import { LICENSE_ATTRIBUTES, refusedAttributes } from './attributes.js';
import { document, linkage, linkageOrNone, orNull, readBody, shape, text } from './body.js';
import { makeKey } from './keys.js';
import { removeLicense, saveLicense } from './rows.js';

export const licenseWrites: readonly Route[] = [
  { method: 'POST', pattern: ['licenses'], handle: create },
  onLicense('PATCH', ['licenses', ID], 'manage', update),
  onLicense('DELETE', ['licenses', ID], 'manage', remove),
  onLicense('DELETE', ['licenses', ID, 'actions', 'revoke'], 'manage', remove),
];

const TYPES = ['license', 'licenses'];

const owner = linkageOrNone('user', 'users');

const NEW_LICENSE = document(
  TYPES,
  {
    relationships: shape(
      { policy: linkage('policy', 'policies') },
      { group: linkageOrNone('group', 'groups'), owner, user: owner },
    ),
  },
  { attributes: shape({}, { ...LICENSE_ATTRIBUTES, key: orNull(text) }) },
);

/** Neither the key nor the policy can be changed here: both are 400, as whatever else is not foreseen. */
const CHANGED_LICENSE = document(TYPES, {}, { attributes: shape({}, LICENSE_ATTRIBUTES) });

function create(call: Call): Answer {
  const { state, now } = call;
  const read = refusedAccess('manage', null, call) ?? readBody(call.body, NEW_LICENSE);
  if (isRefusal(read)) return read;
  const { attributes = {}, relationships } = read.value.data;
  const found = findRelated(state, { ...relationships, ownerId: relationships.owner ?? relationships.user ?? null });
  if (isRefusal(found)) return found;
  const { policy, groupId } = found;
  const refused = refusedAttributes(attributes, policy);
  if (refused !== null) return refused;

  const { key: given = null, ...rest } = attributes;
  const id = randomUUID();
  const expiry = attributes.expiry ?? firstExpiry(policy, now);
  const key = makeKey({ state, policy, given, licenseId: id, created: now, expiry });
  if (isRefusal(key)) return key;
  const row = state.licenses.insert(
    licenseRow({
      ...rest,
      id,
      created: now,
      key: key.kept,
      expiry,
      lastCheckIn: policy.requireCheckIn ? now : null,
      productId: policy.productId,
      policyId: policy.id,
      groupId,
      ownerId: found.ownerId,
    }),
  );
  // A legacy encrypted license shows its key this once.
  const kind = { ...licenses, show: () => withKey(licenses.show(row, call), key.shown) };
  return created(kind, row, call);
}

function update(license: License, call: Call): Answer {
  const read = readBody(call.body, CHANGED_LICENSE);
  if (isRefusal(read)) return read;
  const { attributes = {} } = read.value.data;
  const refused = refusedAttributes(attributes, policyOf(call.state, license));
  return refused ?? shown(licenses, saveLicense(call, license, attributes), call);
}

function remove(license: License, { state }: Call): Answer {
  removeLicense(state, license);
  return { status: 204, document: null };
}

interface Related {
  readonly policy: Policy;
  /** The owner's, where none is given. */
  readonly groupId: string | null;
  readonly ownerId: string | null;
}

function findRelated(
  state: KeygenState,
  given: { readonly policy: string; readonly group?: string | null; readonly ownerId: string | null },
): Related | Refusal {
  const policy = state.policies.get(given.policy);
  if (policy === undefined) return unknownRelation('policy');
  const user = given.ownerId === null ? null : state.users.get(given.ownerId);
  if (user === undefined) return unknownRelation('owner');
  const groupId = given.group ?? user?.groupId ?? null;
  const group = groupId === null ? null : state.groups.get(groupId);
  if (group === undefined) return unknownRelation('group');
  return refusedGroup(state, group) ?? { policy, groupId, ownerId: given.ownerId };
}

function refusedGroup(state: KeygenState, group: Group | null): Refusal | null {
  if (group === null || group.maxLicenses === null) return null;
  if (state.licenses.by('group', group.id).length < group.maxLicenses) return null;
  const detail = `license count has exceeded maximum allowed by current group (${group.maxLicenses})`;
  return unprocessable('/data/relationships/group', detail, 'GROUP_LICENSE_LIMIT_EXCEEDED');
}

/** Only this basis starts the clock at creation; the others wait for their event (facts 1.2). */
function firstExpiry({ duration, expirationBasis }: Policy, now: Date): Date | null {
  return duration === null || expirationBasis !== 'FROM_CREATION' ? null : addDuration(now, duration);
}

function withKey<R extends { readonly attributes: object }>(resource: R, key: string): R {
  return { ...resource, attributes: { ...resource.attributes, key } };
}
