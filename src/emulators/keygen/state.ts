/** Everything the emulated Keygen account holds, plain and in memory; change rows through their table only. */
import type { JsonMap } from './json.js';
import { createTable, type Row, type Table } from './table.js';

export interface KeygenState {
  readonly account: Account;
  /** Accounts that exist on the same server and to which no token here belongs. */
  readonly otherAccounts: readonly Account[];
  /**
   * `documentation`: licenses look as in the vendor's published sample, which predates memory and disk limits, shows only
   * `count` for machines, and counts users without the owner. `server`: as server 1.8.0 answers.
   */
  readonly shape: 'server' | 'documentation';
  /** By the token's value. */
  readonly tokens: Map<string, Token>;
  readonly products: Table<Product, never>;
  readonly policies: Table<Policy, 'product'>;
  readonly entitlements: Table<Entitlement, never>;
  readonly groups: Table<Group, never>;
  readonly users: Table<User, 'email' | 'group'>;
  readonly licenses: Table<License, 'key' | 'product' | 'policy' | 'group' | 'owner' | 'user'>;
  readonly machines: Table<Machine, 'fingerprint' | 'license' | 'owner' | 'group'>;
  readonly processes: Table<Process, 'license' | 'machine'>;
  readonly webhookEndpoints: Table<WebhookEndpoint, never>;
}

export interface Account {
  readonly id: string;
  readonly slug: string;
  /** Used when a request names no version. */
  readonly apiVersion: string;
}

export interface Token {
  readonly id: string;
  readonly role: 'admin' | 'read-only';
  readonly bearerId: string;
  readonly expiry: Date | null;
}

/** Null: unlimited on a policy, inherited from the policy on a license. Memory and disk are bytes, up to 2^63 - 1. */
export interface Limits {
  readonly maxMachines: number | null;
  readonly maxProcesses: number | null;
  readonly maxUsers: number | null;
  readonly maxCores: number | null;
  readonly maxUses: number | null;
  readonly maxMemory: bigint | null;
  readonly maxDisk: bigint | null;
}

interface Common extends Row {
  readonly updated: Date;
  readonly metadata: JsonMap;
}

export interface License extends Common, Limits {
  readonly name: string | null;
  /** Null: legacy-encrypted; the key is shown at creation only. */
  readonly key: string | null;
  readonly expiry: Date | null;
  /** The vendor's column is nullable: null counts as 0. */
  readonly uses: number | null;
  readonly suspended: boolean;
  /** Null: as the policy says. */
  readonly protected: boolean | null;
  readonly version: string | null;
  readonly lastValidated: Date | null;
  readonly lastCheckOut: Date | null;
  readonly lastCheckIn: Date | null;
  readonly productId: string;
  readonly policyId: string;
  readonly groupId: string | null;
  readonly ownerId: string | null;
  /** Without the owner. */
  readonly userIds: readonly string[];
  /** Without those that come from the policy. */
  readonly entitlementIds: readonly string[];
}

export interface Policy extends Common, Limits {
  readonly name: string;
  readonly productId: string;
  /** Seconds; null: licenses never expire. */
  readonly duration: number | null;
  readonly strict: boolean;
  readonly floating: boolean;
  readonly scheme: string | null;
  readonly encrypted: boolean;
  readonly protected: boolean;
  readonly usePool: boolean;
  readonly requireProductScope: boolean;
  readonly requirePolicyScope: boolean;
  readonly requireMachineScope: boolean;
  readonly requireFingerprintScope: boolean;
  readonly requireComponentsScope: boolean;
  readonly requireUserScope: boolean;
  readonly requireChecksumScope: boolean;
  readonly requireVersionScope: boolean;
  readonly requireCheckIn: boolean;
  readonly checkInInterval: 'day' | 'week' | 'month' | 'year' | null;
  readonly checkInIntervalCount: number | null;
  readonly requireHeartbeat: boolean;
  /** Seconds. */
  readonly heartbeatDuration: number | null;
  readonly heartbeatCullStrategy: string;
  readonly heartbeatResurrectionStrategy: string;
  readonly heartbeatBasis: string;
  readonly machineUniquenessStrategy: string;
  readonly machineMatchingStrategy: string;
  readonly componentUniquenessStrategy: string;
  readonly componentMatchingStrategy: string;
  readonly expirationStrategy: 'RESTRICT_ACCESS' | 'REVOKE_ACCESS' | 'MAINTAIN_ACCESS' | 'ALLOW_ACCESS';
  readonly expirationBasis: string;
  readonly renewalBasis: string;
  readonly transferStrategy: string;
  readonly authenticationStrategy: 'TOKEN' | 'LICENSE' | 'MIXED' | 'NONE';
  readonly machineLeasingStrategy: 'PER_LICENSE' | 'PER_USER';
  readonly processLeasingStrategy: 'PER_MACHINE' | 'PER_LICENSE' | 'PER_USER';
  readonly overageStrategy:
    | 'NO_OVERAGE'
    | 'ALWAYS_ALLOW_OVERAGE'
    | 'ALLOW_1_25X_OVERAGE'
    | 'ALLOW_1_5X_OVERAGE'
    | 'ALLOW_2X_OVERAGE';
  readonly entitlementIds: readonly string[];
}

export interface Machine extends Common {
  readonly fingerprint: string;
  readonly name: string | null;
  readonly hostname: string | null;
  readonly platform: string | null;
  readonly ip: string | null;
  readonly cores: number | null;
  /** Bytes. */
  readonly memory: bigint | null;
  /** Bytes. */
  readonly disk: bigint | null;
  readonly lastHeartbeat: Date | null;
  readonly lastCheckOut: Date | null;
  readonly licenseId: string;
  readonly ownerId: string | null;
  readonly groupId: string | null;
}

export interface Process extends Common {
  readonly pid: string;
  readonly lastHeartbeat: Date;
  readonly licenseId: string;
  readonly machineId: string;
}

export interface User extends Common {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: string;
  readonly banned: boolean;
  readonly groupId: string | null;
}

export interface Group extends Common {
  readonly name: string;
  readonly maxLicenses: number | null;
  readonly maxMachines: number | null;
  readonly maxUsers: number | null;
}

export interface Product extends Common {
  readonly name: string;
  readonly code: string;
  readonly url: string | null;
  readonly distributionStrategy: string;
  readonly platforms: readonly string[];
}

export interface Entitlement extends Common {
  readonly name: string;
  readonly code: string;
}

export interface WebhookEndpoint extends Row {
  readonly updated: Date;
  readonly url: string;
  /** Names of events; `*` is all of them. */
  readonly subscriptions: readonly string[];
  readonly signatureAlgorithm: string;
}

/** The account's own id, which stands where the vendor's documents print `<account>`. */
export const DEMO_ACCOUNT: Account = {
  id: '1fddbb1e-a9f0-4a4e-8b0c-5d8a2d0e6b11',
  slug: 'demo',
  apiVersion: '1.8',
};

/** The administrator's token of every scenario. */
export const ADMIN_TOKEN = 'admin-demo';

const ADMIN_ID = '4c2a1d3e-51d0-4c0f-9d63-3f0a54d1c7aa';

/** An empty account `demo` with its administrator's token and a read-only one. */
export function createKeygenState(shape: KeygenState['shape'] = 'server'): KeygenState {
  return {
    account: DEMO_ACCOUNT,
    otherAccounts: [{ id: '7a6f0b52-2d5c-4b43-9c58-60b1c8f1d902', slug: 'globex', apiVersion: '1.8' }],
    shape,
    tokens: new Map<string, Token>([
      [ADMIN_TOKEN, { id: '0c9b1d77-3f64-4a7e-93f4-2f5f7f0f6a01', role: 'admin', bearerId: ADMIN_ID, expiry: null }],
      [
        'read-demo',
        { id: '0c9b1d77-3f64-4a7e-93f4-2f5f7f0f6a02', role: 'read-only', bearerId: ADMIN_ID, expiry: null },
      ],
    ]),
    products: createTable({}),
    policies: createTable({ product: (policy) => [policy.productId] }),
    entitlements: createTable({}),
    groups: createTable({}),
    users: createTable({ email: (user) => [user.email.toLowerCase()], group: (user) => some(user.groupId) }),
    licenses: createTable({
      key: (license) => some(license.key),
      product: (license) => [license.productId],
      policy: (license) => [license.policyId],
      group: (license) => some(license.groupId),
      owner: (license) => some(license.ownerId),
      user: (license) => [...new Set([...some(license.ownerId), ...license.userIds])],
    }),
    machines: createTable({
      fingerprint: (machine) => [machine.fingerprint],
      license: (machine) => [machine.licenseId],
      owner: (machine) => some(machine.ownerId),
      group: (machine) => some(machine.groupId),
    }),
    processes: createTable({
      license: (process) => [process.licenseId],
      machine: (process) => [process.machineId],
    }),
    webhookEndpoints: createTable({}),
  };
}

function some(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}
