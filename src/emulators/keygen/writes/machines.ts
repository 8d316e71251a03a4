/** Machines activated and deactivated, within the limits of their license and its policy's overage (facts 1.4). */
import { randomUUID } from 'node:crypto';
import { isRefusal, notFound, type Refusal, unknownRelation, unprocessable } from '../errors.js';
import { machines } from '../kinds.js';
import { isWithin, MACHINE_SUMS, MACHINES, machineLimit } from '../overage.js';
import { type Answer, type Call, created, ID, isVisible, type Route } from '../routing.js';
import { effectiveLimits, licenseOf, machineTotals, policyOf } from '../rules.js';
import { machine as machineRow } from '../scenarios/rows.js';
import type { KeygenState, License, Machine, Policy } from '../state.js';
import { refusedAccess } from './access.js';
import { invalidNumber } from './attributes.js';
import { document, int32, int64, linkage, linkageOrNone, orNull, readBody, shape, text } from './body.js';
import { metadata, refusedMetadata } from './metadata.js';
import { removeMachine, saveLicense, startedExpiry } from './rows.js';

export const machineWrites: readonly Route[] = [
  { method: 'POST', pattern: ['machines'], handle: activate },
  { method: 'DELETE', pattern: ['machines', ID], handle: deactivate },
];

const OPTIONAL_TEXT = orNull(text);

const NEW_MACHINE = document(
  ['machine', 'machines'],
  {
    attributes: shape(
      { fingerprint: text },
      {
        name: OPTIONAL_TEXT,
        ip: OPTIONAL_TEXT,
        hostname: OPTIONAL_TEXT,
        platform: OPTIONAL_TEXT,
        cores: orNull(int32),
        memory: orNull(int64),
        disk: orNull(int64),
        metadata,
      },
    ),
    relationships: shape(
      { license: linkage('license', 'licenses') },
      { owner: linkageOrNone('user', 'users'), group: linkageOrNone('group', 'groups') },
    ),
  },
  {},
);

/**
 * Nothing here looks at whether the license is suspended or expired: the vendor refuses such a license when it comes by its
 * own key (see `authenticate`), and lets an administrator go on.
 */
function activate(call: Call): Answer {
  const { state, now } = call;
  const own = call.bearer.kind === 'license' ? call.bearer.license : null;
  const read = refusedAccess('use', own, call) ?? readBody(call.body, NEW_MACHINE);
  if (isRefusal(read)) return read;
  const { attributes, relationships } = read.value.data;
  const license = state.licenses.get(relationships.license);
  if (license === undefined) return unknownRelation('license');
  const refused = refusedAccess('use', license, call);
  if (refused !== null) return refused;

  const policy = policyOf(state, license);
  const row = machineRow({
    ...attributes,
    id: randomUUID(),
    created: now,
    licenseId: license.id,
    ownerId: relationships.owner ?? null,
    groupId: relationships.group ?? license.groupId,
    lastHeartbeat: policy.requireHeartbeat && policy.heartbeatBasis === 'FROM_CREATION' ? now : null,
  });
  const grouped = inheritGroup(state, row);
  const broken = firstBroken({ state, license, policy, machine: grouped });
  if (broken !== null) return broken;
  state.machines.insert(grouped);
  // The counters of a license do not bump its `updated` (facts 3); an expiry that starts is a change like any other.
  const started = startedExpiry(call, license, 'FROM_FIRST_ACTIVATION');
  if (started.expiry !== undefined) saveLicense(call, license, started);
  return created(machines, grouped, call);
}

/** By id or by fingerprint; of the machines that share one, the oldest the caller may see. */
function deactivate(call: Call): Answer {
  const { state, id } = call;
  const byId = state.machines.get(id);
  const named = byId === undefined ? state.machines.by('fingerprint', id) : [byId];
  const machine = named.find((one) => isVisible(machines, one, call));
  if (machine === undefined) return notFound(`machine '${id}'`);
  const refused = refusedAccess('use', licenseOf(state, machine), call);
  if (refused !== null) return refused;
  removeMachine(state, machine);
  return { status: 204, document: null };
}

/** The license's group comes first, then the owner's. */
function inheritGroup(state: KeygenState, machine: Machine): Machine {
  if (machine.groupId !== null || machine.ownerId === null) return machine;
  return { ...machine, groupId: state.users.get(machine.ownerId)?.groupId ?? null };
}

interface Activation {
  readonly state: KeygenState;
  readonly license: License;
  readonly policy: Policy;
  readonly machine: Machine;
}

function firstBroken(activation: Activation): Refusal | null {
  for (const rule of RULES) {
    const refused = rule(activation);
    if (refused !== null) return refused;
  }
  return null;
}

const RULES: readonly ((activation: Activation) => Refusal | null)[] = [
  refusedOwner,
  refusedFingerprint,
  refusedAttributes,
  overLimits,
  refusedGroup,
];

function refusedOwner({ state, license, machine }: Activation): Refusal | null {
  if (machine.ownerId === null) return null;
  if (state.users.get(machine.ownerId) === undefined) return unknownRelation('owner');
  if (state.licenses.holds('user', machine.ownerId, license)) return null;
  return unprocessable('/data/relationships/owner', 'must be a valid license user', 'OWNER_INVALID');
}

function refusedFingerprint({ state, license, policy, machine: { fingerprint } }: Activation): Refusal | null {
  const refuse = (kind: string, detail: string): Refusal =>
    unprocessable('/data/attributes/fingerprint', detail, `FINGERPRINT_${kind}`);
  if (fingerprint.trim() === '') return refuse('BLANK', "can't be blank");
  if (state.machines.get(fingerprint) !== undefined) {
    return refuse('CONFLICT', "must not conflict with another machine's identifier (UUID)");
  }
  const among = (other: License): boolean => {
    switch (policy.machineUniquenessStrategy) {
      case 'UNIQUE_PER_ACCOUNT':
        return true;
      case 'UNIQUE_PER_PRODUCT':
        return other.productId === license.productId;
      case 'UNIQUE_PER_POLICY':
        return other.policyId === license.policyId;
      default:
        return other.id === license.id;
    }
  };
  const isTaken = state.machines.by('fingerprint', fingerprint).some((other) => among(licenseOf(state, other)));
  return isTaken ? refuse('TAKEN', 'has already been taken') : null;
}

function refusedAttributes({ machine }: Activation): Refusal | null {
  const { cores, memory, disk } = machine;
  if (cores !== null && cores < 1) return invalidNumber('cores', 'must be greater than or equal to 1');
  if (memory !== null && memory < 0n) return invalidNumber('memory', 'must be greater than or equal to 0');
  if (disk !== null && disk < 0n) return invalidNumber('disk', 'must be greater than or equal to 0');
  return refusedMetadata(machine.metadata);
}

/** Leased per user, only the machines of the same owner count; nobody's are then one owner's. Strictness plays no part. */
function overLimits({ state, license, policy, machine }: Activation): Refusal | null {
  const limits = effectiveLimits(license, policy);
  const isPerUser = policy.machineLeasingStrategy === 'PER_USER';
  const others = state.machines
    .by('license', license.id)
    .filter((other) => !isPerUser || other.ownerId === machine.ownerId);
  const totals = machineTotals([...others, machine]);
  // The first machine never is one too many, whatever the limit.
  const checked = [
    ...(others.length === 0 ? [] : [{ dimension: MACHINES, limit: machineLimit(limits, policy) }]),
    ...MACHINE_SUMS.map((dimension) => ({ dimension, limit: dimension.limit(limits) })),
  ];
  for (const { dimension, limit } of checked) {
    if (limit === null || isWithin(policy.overageStrategy, dimension.count(totals), limit)) continue;
    const detail = `count of ${dimension.noun} has exceeded maximum allowed for license (${limit})`;
    return unprocessable('/data', detail, dimension.exceeded);
  }
  return null;
}

function refusedGroup({ state, machine }: Activation): Refusal | null {
  if (machine.groupId === null) return null;
  const group = state.groups.get(machine.groupId);
  if (group === undefined) return unknownRelation('group');
  if (group.maxMachines === null || state.machines.by('group', group.id).length < group.maxMachines) return null;
  const detail = `machine count has exceeded maximum allowed by current group (${group.maxMachines})`;
  return unprocessable('/data/relationships/group', detail, 'GROUP_MACHINE_LIMIT_EXCEEDED');
}
