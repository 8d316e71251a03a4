/** What the vendor computes when it answers: statuses, effective limits, check-in and heartbeat times (facts 1.1 - 1.4). */
import type { KeygenState, License, Limits, Machine, Policy, Process, User } from './state.js';

export const DAY_MS = 86_400_000;

/** Fixed by the vendor; making it configurable is an open request (keygen-api #556). */
const EXPIRING_MS = 3 * DAY_MS;
const ACTIVE_MS = 90 * DAY_MS;

/** Seconds a heartbeat may be away when the policy names no duration. */
const DEFAULT_HEARTBEAT_SECONDS = 600;

export type LicenseWord = 'ACTIVE' | 'INACTIVE' | 'EXPIRING' | 'EXPIRED' | 'SUSPENDED' | 'BANNED';

/** The `status` attribute: the first of the rules that fits. */
export function licenseStatus(state: KeygenState, license: License, now: Date): LicenseWord {
  if (isBanned(state, license)) return 'BANNED';
  if (license.suspended) return 'SUSPENDED';
  if (isExpired(license, now)) return 'EXPIRED';
  if (isExpiring(license, now)) return 'EXPIRING';
  return isActive(license, now) ? 'ACTIVE' : 'INACTIVE';
}

export function isBanned(state: KeygenState, license: License): boolean {
  return license.ownerId !== null && state.users.get(license.ownerId)?.banned === true;
}

/** Strict: at the very expiry a license is neither expired nor expiring. */
export function isExpired(license: License, now: Date): boolean {
  return license.expiry !== null && license.expiry < now;
}

export function isExpiring(license: License, now: Date): boolean {
  if (license.expiry === null) return false;
  const left = license.expiry.getTime() - now.getTime();
  return left > 0 && left < EXPIRING_MS;
}

/** Created, validated, checked out or checked in within 90 days, the bound included. */
export function isActive(license: License, now: Date): boolean {
  return lastActivity(license).getTime() >= now.getTime() - ACTIVE_MS;
}

export function lastActivity(license: License): Date {
  const moments = [license.created, license.lastValidated, license.lastCheckOut, license.lastCheckIn];
  return new Date(Math.max(...moments.map((moment) => moment?.getTime() ?? 0)));
}

/** The license's own limit where it has one, else the policy's. */
export function effectiveLimits(license: License, policy: Policy): Limits {
  return {
    maxMachines: license.maxMachines ?? policy.maxMachines,
    maxProcesses: license.maxProcesses ?? policy.maxProcesses,
    maxUsers: license.maxUsers ?? policy.maxUsers,
    maxCores: license.maxCores ?? policy.maxCores,
    maxUses: license.maxUses ?? policy.maxUses,
    maxMemory: license.maxMemory ?? policy.maxMemory,
    maxDisk: license.maxDisk ?? policy.maxDisk,
  };
}

export interface MachineTotals {
  readonly count: number;
  readonly cores: number;
  readonly memory: bigint;
  readonly disk: bigint;
}

/** What the machines of a license add up to; a machine that does not say counts as nothing. */
export function machineTotals(machines: readonly Machine[]): MachineTotals {
  let cores = 0;
  let memory = 0n;
  let disk = 0n;
  for (const machine of machines) {
    cores += machine.cores ?? 0;
    memory += machine.memory ?? 0n;
    disk += machine.disk ?? 0n;
  }
  return { count: machines.length, cores, memory, disk };
}

/** Owner and users, each once. */
export function userCount(license: License): number {
  return new Set(license.ownerId === null ? license.userIds : [...license.userIds, license.ownerId]).size;
}

/** When the next check-in is due, in calendar arithmetic; null unless the policy requires it and there was one. */
export function nextCheckIn(license: License, policy: Policy): Date | null {
  if (!policy.requireCheckIn || license.lastCheckIn === null) return null;
  return shiftedByInterval(license.lastCheckIn, policy, 1);
}

/**
 * Whether the last check-in lies more than an interval back. Not the same as `nextCheckIn < now` at the end of a month:
 * after January 31 the next is February 28, but only on March 1 does a month ago lie after January 31.
 */
export function isCheckInOverdue(license: License, policy: Policy, now: Date): boolean {
  if (!policy.requireCheckIn || license.lastCheckIn === null) return false;
  const bound = shiftedByInterval(now, policy, -1);
  return bound !== null && license.lastCheckIn < bound;
}

function shiftedByInterval(from: Date, policy: Policy, sign: 1 | -1): Date | null {
  const count = sign * (policy.checkInIntervalCount ?? 1);
  switch (policy.checkInInterval) {
    case null:
      return null;
    case 'day':
      return new Date(from.getTime() + count * DAY_MS);
    case 'week':
      return new Date(from.getTime() + 7 * count * DAY_MS);
    case 'month':
      return addMonths(from, count);
    case 'year':
      return addMonths(from, 12 * count);
  }
}

/** A month later is the same day, or the month's last where there is none: Jan 31 becomes Feb 28. */
export function addMonths(moment: Date, months: number): Date {
  const first = new Date(moment);
  first.setUTCDate(1);
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(moment.getUTCDate(), lastDay));
  return first;
}

export interface Heartbeat {
  readonly status: 'NOT_STARTED' | 'ALIVE' | 'DEAD';
  /** Seconds. */
  readonly duration: number;
  readonly next: Date | null;
}

export function heartbeatOf(thing: Machine | Process, policy: Policy, now: Date): Heartbeat {
  const duration = policy.heartbeatDuration ?? DEFAULT_HEARTBEAT_SECONDS;
  if (thing.lastHeartbeat === null) return { status: 'NOT_STARTED', duration, next: null };
  const next = new Date(thing.lastHeartbeat.getTime() + duration * 1000);
  return { status: next < now ? 'DEAD' : 'ALIVE', duration, next };
}

/** A user is active when created within 90 days, or when one of the user's licenses is. */
export function userStatus(state: KeygenState, user: User, now: Date): 'ACTIVE' | 'INACTIVE' | 'BANNED' {
  if (user.banned) return 'BANNED';
  if (user.created.getTime() >= now.getTime() - ACTIVE_MS) return 'ACTIVE';
  return state.licenses.by('user', user.id).some((license) => isActive(license, now)) ? 'ACTIVE' : 'INACTIVE';
}

/** The row that a foreign key of the state points to; a dangling one is a fault of the scenario. */
export function mustFind<T>(row: T | undefined, what: string, id: string): T {
  if (row === undefined) throw new Error(`The state has no ${what} ${id}`);
  return row;
}

export function policyOf(state: KeygenState, license: License): Policy {
  return mustFind(state.policies.get(license.policyId), 'policy', license.policyId);
}

export function licenseOf(state: KeygenState, thing: Machine | Process): License {
  return mustFind(state.licenses.get(thing.licenseId), 'license', thing.licenseId);
}
