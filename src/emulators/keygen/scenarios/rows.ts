/**
 * Rows with the vendor's defaults filled in, so that a scenario states only what matters to it. Every row of a kind names
 * its fields in one order and is then assigned to, which keeps a hundred thousand of them small and quick to make.
 */
import type { Entitlement, Group, License, Machine, Policy, Process, Product, User } from '../state.js';

type Given<T, K extends keyof T> = Pick<T, K> & Partial<T>;

const NO_LIMITS = {
  maxMachines: null,
  maxProcesses: null,
  maxUsers: null,
  maxCores: null,
  maxUses: null,
  maxMemory: null,
  maxDisk: null,
};

export function license(given: Given<License, 'id' | 'created' | 'key' | 'productId' | 'policyId'>): License {
  const row: License = {
    id: given.id,
    created: given.created,
    key: given.key,
    productId: given.productId,
    policyId: given.policyId,
    ...NO_LIMITS,
    updated: given.created,
    metadata: {},
    name: null,
    expiry: null,
    uses: 0,
    suspended: false,
    protected: null,
    version: null,
    lastValidated: null,
    lastCheckOut: null,
    lastCheckIn: null,
    groupId: null,
    ownerId: null,
    userIds: [],
    entitlementIds: [],
  };
  return Object.assign(row, given);
}

export function policy(given: Given<Policy, 'id' | 'created' | 'name' | 'productId'>): Policy {
  const row: Policy = {
    id: given.id,
    created: given.created,
    name: given.name,
    productId: given.productId,
    ...NO_LIMITS,
    updated: given.created,
    metadata: {},
    duration: null,
    strict: false,
    floating: false,
    scheme: null,
    encrypted: false,
    protected: false,
    usePool: false,
    requireProductScope: false,
    requirePolicyScope: false,
    requireMachineScope: false,
    requireFingerprintScope: false,
    requireComponentsScope: false,
    requireUserScope: false,
    requireChecksumScope: false,
    requireVersionScope: false,
    requireCheckIn: false,
    checkInInterval: null,
    checkInIntervalCount: null,
    requireHeartbeat: false,
    heartbeatDuration: null,
    heartbeatCullStrategy: 'DEACTIVATE_DEAD',
    heartbeatResurrectionStrategy: 'NO_REVIVE',
    heartbeatBasis: 'FROM_FIRST_PING',
    machineUniquenessStrategy: 'UNIQUE_PER_LICENSE',
    machineMatchingStrategy: 'MATCH_ANY',
    componentUniquenessStrategy: 'UNIQUE_PER_MACHINE',
    componentMatchingStrategy: 'MATCH_ANY',
    expirationStrategy: 'RESTRICT_ACCESS',
    expirationBasis: 'FROM_CREATION',
    renewalBasis: 'FROM_EXPIRY',
    transferStrategy: 'KEEP_EXPIRY',
    authenticationStrategy: 'TOKEN',
    machineLeasingStrategy: 'PER_LICENSE',
    processLeasingStrategy: 'PER_MACHINE',
    overageStrategy: 'NO_OVERAGE',
    entitlementIds: [],
  };
  return Object.assign(row, given);
}

export function machine(given: Given<Machine, 'id' | 'created' | 'fingerprint' | 'licenseId'>): Machine {
  const row: Machine = {
    id: given.id,
    created: given.created,
    fingerprint: given.fingerprint,
    licenseId: given.licenseId,
    updated: given.created,
    metadata: {},
    name: null,
    hostname: null,
    platform: null,
    ip: null,
    cores: null,
    memory: null,
    disk: null,
    lastHeartbeat: null,
    lastCheckOut: null,
    ownerId: null,
    groupId: null,
  };
  return Object.assign(row, given);
}

export function process(given: Given<Process, 'id' | 'created' | 'pid' | 'licenseId' | 'machineId'>): Process {
  const row: Process = {
    id: given.id,
    created: given.created,
    pid: given.pid,
    licenseId: given.licenseId,
    machineId: given.machineId,
    updated: given.created,
    metadata: {},
    lastHeartbeat: given.created,
  };
  return Object.assign(row, given);
}

export function user(given: Given<User, 'id' | 'created' | 'email'>): User {
  const row: User = {
    id: given.id,
    created: given.created,
    email: given.email,
    updated: given.created,
    metadata: {},
    firstName: null,
    lastName: null,
    role: 'user',
    banned: false,
    groupId: null,
  };
  return Object.assign(row, given);
}

export function group(given: Given<Group, 'id' | 'created' | 'name'>): Group {
  const row: Group = {
    id: given.id,
    created: given.created,
    name: given.name,
    updated: given.created,
    metadata: {},
    maxLicenses: null,
    maxMachines: null,
    maxUsers: null,
  };
  return Object.assign(row, given);
}

export function product(given: Given<Product, 'id' | 'created' | 'name' | 'code'>): Product {
  const row: Product = {
    id: given.id,
    created: given.created,
    name: given.name,
    code: given.code,
    updated: given.created,
    metadata: {},
    url: null,
    distributionStrategy: 'LICENSED',
    platforms: [],
  };
  return Object.assign(row, given);
}

export function entitlement(given: Given<Entitlement, 'id' | 'created' | 'name' | 'code'>): Entitlement {
  const row: Entitlement = {
    id: given.id,
    created: given.created,
    name: given.name,
    code: given.code,
    updated: given.created,
    metadata: {},
  };
  return Object.assign(row, given);
}
