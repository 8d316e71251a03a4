/** What Keygen adds to the common vocabulary; field names are those of the GraphQL types. */
import type { Group, License, Limit, Overage, Policy, Target } from '../../domain/entities.js';
import type { JsonObject } from '../../domain/json.js';
import type { CountedDimension } from './dimensions.js';

/** The vendor's limits; null: unlimited. On a license the effective ones: its own, else its policy's. */
export interface KeygenLimits {
  readonly maxMachines: number | null;
  readonly maxProcesses: number | null;
  readonly maxUsers: number | null;
  readonly maxCores: number | null;
  readonly maxUses: bigint | null;
  /** Bytes. */
  readonly maxMemory: bigint | null;
  /** Bytes. */
  readonly maxDisk: bigint | null;
}

export interface KeygenLicense extends License, KeygenLimits {
  readonly typeName: 'KeygenLicense';
  /** A secret. Null where the vendor does not show it (legacy encrypted licenses). */
  readonly key: string | null;
  readonly uses: bigint;
  readonly protected: boolean;
  readonly suspended: boolean;
  readonly floating: boolean;
  readonly strict: boolean;
  readonly encrypted: boolean;
  readonly scheme: string | null;
  readonly requireHeartbeat: boolean;
  readonly requireCheckIn: boolean;
  readonly version: string | null;
  readonly lastValidatedAt: Date | null;
  readonly lastCheckOutAt: Date | null;
  readonly lastCheckInAt: Date | null;
  readonly nextCheckInAt: Date | null;
  readonly updatedAt: Date | null;
  readonly metadata: JsonObject;
  readonly machineCount: number | null;
  /** The owner included. */
  readonly userCount: number | null;
  readonly policyId: string | null;
  readonly accountVendorId: string | null;
  readonly environmentVendorId: string | null;
  readonly ownerVendorId: string | null;
  readonly productVendorId: string | null;
  readonly entitlements: readonly KeygenEntitlement[];
  /** What the verdict is computed from, whenever the clock asks for it. */
  readonly verdictFacts: VerdictFacts;
}

export interface KeygenEntitlement {
  readonly vendorId: string;
  readonly code: string;
  readonly name: string;
}

export interface KeygenPolicy extends Policy, KeygenLimits {
  readonly typeName: 'KeygenPolicy';
  /** Seconds; null: licenses never expire. */
  readonly duration: number | null;
  readonly floating: boolean;
  readonly strict: boolean;
  readonly encrypted: boolean;
  readonly protected: boolean;
  readonly usePool: boolean;
  readonly scheme: string | null;
  readonly overageStrategy: string;
  readonly expirationStrategy: string;
  readonly expirationBasis: string | null;
  readonly renewalBasis: string | null;
  readonly transferStrategy: string | null;
  readonly authenticationStrategy: string | null;
  readonly machineLeasingStrategy: string | null;
  readonly processLeasingStrategy: string | null;
  readonly machineUniquenessStrategy: string | null;
  readonly machineMatchingStrategy: string | null;
  readonly componentUniquenessStrategy: string | null;
  readonly componentMatchingStrategy: string | null;
  readonly requireHeartbeat: boolean;
  /** Seconds. */
  readonly heartbeatDuration: number | null;
  readonly heartbeatBasis: string | null;
  readonly heartbeatCullStrategy: string | null;
  readonly heartbeatResurrectionStrategy: string | null;
  readonly requireCheckIn: boolean;
  /** `day`, `week`, `month` or `year`. */
  readonly checkInInterval: string | null;
  readonly checkInIntervalCount: number | null;
  readonly requireProductScope: boolean;
  readonly requirePolicyScope: boolean;
  readonly requireMachineScope: boolean;
  readonly requireFingerprintScope: boolean;
  readonly requireComponentsScope: boolean;
  readonly requireUserScope: boolean;
  readonly requireChecksumScope: boolean;
  readonly requireVersionScope: boolean;
  readonly requireEnvironmentScope: boolean;
  readonly metadata: JsonObject;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
  readonly accountVendorId: string | null;
  readonly environmentVendorId: string | null;
  readonly productVendorId: string | null;
}

export interface KeygenGroup extends Group {
  readonly typeName: 'KeygenGroup';
  readonly maxLicenses: number | null;
  readonly maxMachines: number | null;
  readonly maxUsers: number | null;
}

export interface KeygenMachine extends Target {
  readonly typeName: 'KeygenMachine';
  readonly fingerprint: string;
  readonly hostname: string | null;
  readonly platform: string | null;
  readonly ip: string | null;
  readonly cores: number | null;
  /** Bytes. */
  readonly memory: bigint | null;
  /** Bytes. */
  readonly disk: bigint | null;
  readonly lastHeartbeatAt: Date | null;
  readonly createdAt: Date | null;
}

export interface KeygenVerdict {
  /** Null exactly when not determinate, as is `code`. */
  readonly valid: boolean | null;
  readonly code: string | null;
  /** Why, as a sentence; of a verdict that is not determinate, what is missing for it. */
  readonly detail: string | null;
  readonly determinate: boolean;
}

/** Everything an unscoped validation looks at; what could not be read is named in `unknown` and null here. */
export interface VerdictFacts {
  readonly unknown: readonly UnknownFact[];
  /** The owner is banned. */
  readonly banned: boolean;
  readonly suspended: boolean;
  readonly expiresAt: Date | null;
  /** `REVOKE_ACCESS` where the policy has none. */
  readonly expirationStrategy: string | null;
  readonly strict: boolean;
  readonly floating: boolean;
  readonly requireCheckIn: boolean;
  readonly lastCheckInAt: Date | null;
  readonly checkInInterval: string | null;
  readonly checkInIntervalCount: number | null;
  /** By the vendor's reckoning, for where the interval is not known. */
  readonly nextCheckInAt: Date | null;
  /** In Keygen's order: users, machines, cores, memory, disk, processes. */
  readonly counted: readonly CountedFact[];
}

export type UnknownFact = 'status' | 'suspended' | 'expiry' | 'strict' | 'floating' | 'requireCheckIn' | 'lastCheckIn';

/** One thing that an unscoped validation counts and compares with a limit. */
export interface CountedFact {
  readonly dimension: CountedDimension;
  /** What the limit is compared with when no user and no machine is named; null: not known. */
  readonly count: bigint | null;
  /** All of the license's, whoever they belong to; null: not known. Never less than `count`. */
  readonly total: bigint | null;
  readonly limit: Limit;
  /** Null: not known. */
  readonly overage: Overage | null;
}
