/** The vendor's verdict on a license (facts 2): the first step that speaks decides, an allowed overage included. */
import { isWithin, MACHINE_SUMS, MACHINES, machineLimit, machineStrategy, whole } from './overage.js';
import type { View } from './resources/document.js';
import { effectiveLimits, isBanned, isCheckInOverdue, isExpired, machineTotals, policyOf, userCount } from './rules.js';
import { refusedScope, type Scope, scopedMachines, scopedUser, type Validated } from './scopes.js';
import type { License, Machine, Policy } from './state.js';
import type { Validation } from './versions.js';

/** `scope` null: the quick validation, which asks for no scope and looks at none. */
export function validate(license: License | undefined, scope: Scope | null, { state, now }: View): Validation {
  if (license === undefined) return say(false, 'NOT_FOUND', 'does not exist');
  const policy = policyOf(state, license);
  const of: Validated = { state, license, policy, machines: state.machines.by('license', license.id), scope, now };
  for (const step of policy.strict ? STRICT_STEPS : STEPS) {
    const verdict = step(of);
    if (verdict !== null) return verdict;
  }
  return say(true, 'VALID', 'is valid');
}

type Step = (of: Validated) => Validation | null;

const COMMON_STEPS: readonly Step[] = [
  ({ state, license }) => (isBanned(state, license) ? say(false, 'BANNED', 'is banned') : null),
  ({ license }) => (license.suspended ? say(false, 'SUSPENDED', 'is suspended') : null),
  (of) => (of.policy.expirationStrategy === 'REVOKE_ACCESS' ? expired(of) : null),
  ({ license, policy, now }) =>
    isCheckInOverdue(license, policy, now) ? say(false, 'OVERDUE', 'is overdue for check in') : null,
  (of) => (of.scope === null ? null : refusedScope(of, of.scope)),
  ({ license, policy }) =>
    over(policy.overageStrategy, BigInt(userCount(license)), whole(effectiveLimits(license, policy).maxUsers), {
      tooMany: 'TOO_MANY_USERS',
      noun: 'users',
    }),
];

/** A license that is not strict is checked for nothing but its users and its expiry. */
const STEPS: readonly Step[] = [...COMMON_STEPS, expired];

const STRICT_STEPS: readonly Step[] = [...COMMON_STEPS, noMachine, overMachines, overSums, overProcesses, expired];

const EXPIRED_YET_VALID: readonly Policy['expirationStrategy'][] = ['ALLOW_ACCESS', 'MAINTAIN_ACCESS'];

function expired({ license, policy, now }: Validated): Validation | null {
  if (!isExpired(license, now)) return null;
  return say(EXPIRED_YET_VALID.includes(policy.expirationStrategy), 'EXPIRED', 'is expired');
}

function noMachine({ machines, policy }: Validated): Validation | null {
  if (machines.length > 0) return null;
  return policy.floating
    ? say(false, 'NO_MACHINES', 'must have at least 1 associated machine')
    : say(false, 'NO_MACHINE', 'must have exactly 1 associated machine');
}

/** The first machine never is one too many, whatever the limit. */
function overMachines(of: Validated): Validation | null {
  const { license, policy, machines } = of;
  if (machines.length <= 1) return null;
  const limit = machineLimit(effectiveLimits(license, policy), policy);
  return over(machineStrategy(policy), BigInt(leasedMachines(of).length), limit, MACHINES);
}

function overSums(of: Validated): Validation | null {
  const limits = effectiveLimits(of.license, of.policy);
  const totals = machineTotals(leasedMachines(of));
  for (const sum of MACHINE_SUMS) {
    const verdict = over(of.policy.overageStrategy, sum.count(totals), sum.limit(limits), sum);
    if (verdict !== null) return verdict;
  }
  return null;
}

function overProcesses(of: Validated): Validation | null {
  const { maxProcesses } = effectiveLimits(of.license, of.policy);
  return over(of.policy.overageStrategy, BigInt(processCount(of)), whole(maxProcesses), {
    tooMany: 'TOO_MANY_PROCESSES',
    noun: 'processes',
  });
}

/** Leased per machine they are counted on the machine of the scope alone: without one there is nothing to count. */
function processCount(of: Validated): number {
  const { state, license, policy, machines, scope } = of;
  const on = (one: Machine | undefined): number =>
    one === undefined ? 0 : state.processes.by('machine', one.id).length;
  switch (policy.processLeasingStrategy) {
    case 'PER_MACHINE':
      return scope === null ? 0 : on(scopedMachines(of, scope)[0]);
    case 'PER_LICENSE':
      return state.processes.by('license', license.id).length;
    case 'PER_USER':
      return ofScopedUser(of, machines).reduce((sum, one) => sum + on(one), 0);
  }
}

function leasedMachines(of: Validated): readonly Machine[] {
  return of.policy.machineLeasingStrategy === 'PER_USER' ? ofScopedUser(of, of.machines) : of.machines;
}

/** The machines of the scoped user; without one, those that nobody owns. */
function ofScopedUser(of: Validated, machines: readonly Machine[]): readonly Machine[] {
  const ownerId = scopedUser(of)?.id ?? null;
  return machines.filter((one) => one.ownerId === ownerId);
}

function over(
  strategy: Policy['overageStrategy'],
  count: bigint,
  limit: bigint | null,
  { tooMany, noun }: { readonly tooMany: string; readonly noun: string },
): Validation | null {
  if (limit === null || count <= limit) return null;
  return say(isWithin(strategy, count, limit), tooMany, `has too many associated ${noun}`);
}

function say(valid: boolean, code: string, detail: string): Validation {
  return { valid, detail, code };
}
