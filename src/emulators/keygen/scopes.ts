/**
 * What a validation can be scoped to (facts 2, step 6), each scope a step that refuses or passes on, in the vendor's order.
 * The account holds no environments, components or releases, so a scope to one of these never matches.
 */
import { entitlementIdsOf } from './kinds.js';
import { heartbeatOf } from './rules.js';
import type { KeygenState, License, Machine, Policy, User } from './state.js';
import type { Validation } from './versions.js';

export interface Scope {
  readonly environment?: string;
  readonly product?: string;
  readonly policy?: string;
  /** Id or email. */
  readonly user?: string;
  /** Codes. */
  readonly entitlements?: readonly string[];
  /** Id. */
  readonly machine?: string;
  readonly fingerprint?: string;
  readonly fingerprints?: readonly string[];
  readonly components?: readonly string[];
  readonly checksum?: string;
  readonly version?: string;
}

export interface Validated {
  readonly state: KeygenState;
  readonly license: License;
  readonly policy: Policy;
  readonly machines: readonly Machine[];
  /** Null: the quick validation, which looks at no scope at all. */
  readonly scope: Scope | null;
  readonly now: Date;
}

/** The first scope that does not hold, or that the policy requires and nobody gave. */
export function refusedScope(of: Validated, scope: Scope): Validation | null {
  for (const step of STEPS) {
    const refused = step(of, scope);
    if (refused !== null) return refused;
  }
  return null;
}

/** The machines that the scope names, without those whose heartbeat is dead. */
export function scopedMachines(of: Validated, scope: Scope): readonly Machine[] {
  const fingerprints = fingerprintsOf(scope);
  const named =
    fingerprints !== null
      ? of.machines.filter((machine) => fingerprints.includes(machine.fingerprint))
      : of.machines.filter((machine) => machine.id === scope.machine);
  return named.filter((machine) => heartbeatStatus(of, machine) !== 'DEAD');
}

/** The scoped user among those of the license; null when there is none, which then stands for nobody's machines. */
export function scopedUser({ state, license, scope }: Validated): User | null {
  const name = scope?.user;
  if (name === undefined) return null;
  const ids = license.ownerId === null ? license.userIds : [...license.userIds, license.ownerId];
  const users = ids.map((id) => state.users.get(id)).filter((user) => user !== undefined);
  return users.find((user) => user.id === name || user.email.toLowerCase() === name.toLowerCase()) ?? null;
}

type Step = (of: Validated, scope: Scope) => Validation | null;

const STEPS: readonly Step[] = [
  (_, { environment }) => (environment === undefined ? null : mismatch('ENVIRONMENT', 'environment')),
  ({ license, policy }, { product }) => {
    if (product === undefined) return required(policy.requireProductScope, 'PRODUCT', 'product');
    return product === license.productId ? null : mismatch('PRODUCT', 'product');
  },
  ({ policy }, scope) => {
    if (scope.policy === undefined) return required(policy.requirePolicyScope, 'POLICY', 'policy');
    return scope.policy === policy.id ? null : mismatch('POLICY', 'policy');
  },
  (of, { user }) => {
    if (user === undefined) return required(of.policy.requireUserScope, 'USER', 'user');
    return scopedUser(of) === null ? mismatch('USER', 'user') : null;
  },
  entitlements,
  machine,
  fingerprints,
  components,
  ({ policy }, { checksum }) =>
    checksum === undefined
      ? required(policy.requireChecksumScope, 'CHECKSUM', 'checksum')
      : mismatch('CHECKSUM', 'checksum'),
  ({ policy }, { version }) =>
    version === undefined ? required(policy.requireVersionScope, 'VERSION', 'version') : mismatch('VERSION', 'version'),
];

function entitlements({ state, license }: Validated, { entitlements: codes }: Scope): Validation | null {
  if (codes === undefined) return null;
  if (codes.length === 0) return refuse('ENTITLEMENTS_SCOPE_EMPTY', 'entitlements scope is empty');
  const held = new Set([...entitlementIdsOf(license, state)].map((id) => state.entitlements.get(id)?.code));
  return codes.every((code) => held.has(code)) ? null : refuse('ENTITLEMENTS_MISSING', 'lacks a required entitlement');
}

function machine(of: Validated, { machine: id, user }: Scope): Validation | null {
  if (id === undefined) return required(of.policy.requireMachineScope, 'MACHINE', 'machine');
  const found = of.machines.find((one) => one.id === id);
  if (found === undefined) return noMachineAtAll(of) ?? mismatch('MACHINE', 'machine');
  if (user !== undefined && !isOwnedBy(of, found)) return mismatch('USER', 'user');
  if (lacksHeartbeat(of, found)) return refuse('HEARTBEAT_NOT_STARTED', 'machine heartbeat is required');
  return heartbeatStatus(of, found) === 'DEAD' ? refuse('HEARTBEAT_DEAD', 'machine heartbeat is dead') : null;
}

function fingerprints(of: Validated, scope: Scope): Validation | null {
  const wanted = fingerprintsOf(scope);
  if (wanted === null) return required(of.policy.requireFingerprintScope, 'FINGERPRINT', 'fingerprint');
  if (wanted.length === 0) return refuse('FINGERPRINT_SCOPE_EMPTY', 'fingerprint scope is empty');
  const none = noMachineAtAll(of);
  if (none !== null) return none;
  const named = of.machines.filter((one) => wanted.includes(one.fingerprint));
  const alive = named.filter((one) => heartbeatStatus(of, one) !== 'DEAD');
  if (alive.length === 0 && named.length === wanted.length) {
    return refuse('HEARTBEAT_DEAD', 'machine heartbeat is dead');
  }
  if (alive.length < neededMatches(of.policy.machineMatchingStrategy, wanted.length)) {
    return mismatch('FINGERPRINT', 'fingerprint');
  }
  if (scope.user !== undefined && !alive.every((one) => isOwnedBy(of, one))) return mismatch('USER', 'user');
  const lacking = alive.some((one) => lacksHeartbeat(of, one));
  return lacking ? refuse('HEARTBEAT_NOT_STARTED', 'machine heartbeat is required') : null;
}

function components({ policy }: Validated, scope: Scope): Validation | null {
  if (scope.components === undefined) return required(policy.requireComponentsScope, 'COMPONENTS', 'components');
  // Components are matched on one machine.
  if (scope.fingerprint === undefined) return required(true, 'FINGERPRINT', 'fingerprint');
  return scope.components.length === 0
    ? refuse('COMPONENTS_SCOPE_EMPTY', 'components scope is empty')
    : mismatch('COMPONENTS', 'components');
}

/** Each once; the single form wins. Null when the scope names none. */
function fingerprintsOf({ fingerprint, fingerprints: many }: Scope): readonly string[] | null {
  if (fingerprint !== undefined) return [fingerprint];
  return many === undefined ? null : [...new Set(many)];
}

function neededMatches(strategy: string, wanted: number): number {
  if (wanted === 1) return 1;
  switch (strategy) {
    case 'MATCH_ALL':
      return wanted;
    case 'MATCH_MOST':
      return Math.ceil(wanted / 2);
    case 'MATCH_TWO':
      return 2;
    default:
      return 1;
  }
}

function noMachineAtAll({ machines, policy }: Validated): Validation | null {
  if (machines.length > 0) return null;
  return policy.floating
    ? refuse('NO_MACHINES', 'is not activated: it has no machines')
    : refuse('NO_MACHINE', 'is not activated: it has no machine');
}

/** A machine without an owner is everybody's. */
function isOwnedBy(of: Validated, { ownerId }: Machine): boolean {
  return ownerId === null || ownerId === scopedUser(of)?.id;
}

function heartbeatStatus({ policy, now }: Validated, one: Machine): string {
  return heartbeatOf(one, policy, now).status;
}

function lacksHeartbeat(of: Validated, one: Machine): boolean {
  return of.policy.requireHeartbeat && heartbeatStatus(of, one) === 'NOT_STARTED';
}

function required(isRequired: boolean, prefix: string, name: string): Validation | null {
  return isRequired ? refuse(`${prefix}_SCOPE_REQUIRED`, `${name} scope is required`) : null;
}

function mismatch(prefix: string, name: string): Validation {
  return refuse(`${prefix}_SCOPE_MISMATCH`, `${name} scope does not match`);
}

function refuse(code: string, detail: string): Validation {
  return { valid: false, detail, code };
}
