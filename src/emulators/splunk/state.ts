/** What the emulated Splunk server knows: plain mutable data, so that a test or a write endpoint simply changes it. */

/**
 * Which fields and names the server speaks.
 * `documented`: exactly what the vendor's documentation shows (peer names, no further fields).
 * `legacy`: the same fields under the names used up to 8.0 (`slaves`, `localslave`, `master_uri`).
 * `live`: what a running 10.6 answers: peer names, old field names beside new ones, and undocumented fields.
 */
export type Generation = 'documented' | 'legacy' | 'live';

export interface SplunkState {
  server: ServerState;
  users: UserState[];
  /** Bearer token to user name. */
  tokens: Record<string, string>;
  groups: GroupState[];
  stacks: StackState[];
  licenses: LicenseState[];
  pools: PoolState[];
  peers: PeerState[];
  messages: MessageState[];
  localPeer: LocalPeerState;
  usage: UsageState;
}

export interface ServerState {
  generation: Generation;
  /** Before 6.2 the feeds carry one number, a build, under `version`. */
  generator: { build?: string; version: string };
  serverName: string;
  /** Offset of the server's clock, as its `updated` texts show it. */
  utcOffsetMinutes: number;
  /** The oldest servers ignore `output_mode=json`. */
  xmlOnly: boolean;
  /** Splunk Free without a password refuses every call from elsewhere. */
  remoteLoginDisabled: boolean;
}

export interface UserState {
  name: string;
  password: string;
  roles: string[];
}

export interface GroupState {
  name: string;
  isActive: boolean;
  stackIds: string[];
}

export interface StackState {
  name: string;
  label: string;
  type: string;
  /** Bytes a day; null = the sum of its valid licenses, as the server computes it. */
  quota: bigint | null;
  maxViolations: number;
  windowPeriod: number;
  isUnlimited: boolean;
  cleActive: boolean;
  maxRetentionSize: bigint;
}

/** Times are epoch seconds, quantities bytes. */
export interface LicenseState {
  hash: string;
  label: string;
  type: string;
  groupId: string;
  subgroupId: string;
  stackId: string;
  quota: bigint;
  creationTime: number;
  expirationTime: number;
  relativeExpirationStart: number;
  relativeExpirationInterval: number;
  /** null = by the server's clock. */
  status: 'VALID' | 'EXPIRED' | null;
  maxViolations: number;
  windowPeriod: number;
  features: string[];
  disabledFeatures: string[];
  sourcetypes: string[];
  guid: string;
  isUnlimited: boolean;
  addOns: AddOns | null;
  allowedRoles: string[];
  assignableRoles: string[];
  maxRetentionSize: bigint;
  maxStackQuota: bigint;
  maxUsers: bigint;
  notes: string;
}

export type AddOns = Record<string, { type: string; parameters: Record<string, string> }>;

export interface PoolState {
  name: string;
  description: string;
  stackId: string;
  quota: 'MAX' | bigint;
  /** GUIDs, or `*` alone. */
  peers: string[];
  /** GUID to bytes since midnight. */
  peersUsageBytes: Record<string, bigint>;
  /** null = the sum of its peers' usage. */
  usedBytes: bigint | null;
}

export interface PeerState {
  guid: string;
  label: string;
  warningCount: number;
  /** null = by the pools' peer lists. */
  poolIds: string[] | null;
  /** null = the stacks of its pools. */
  stackIds: string[] | null;
  uri: string | null;
}

export interface MessageState {
  id: string;
  category: string;
  createTime: number;
  description: string;
  severity: string;
  poolId: string | null;
  peerId: string | null;
  stackId: string | null;
}

export interface LocalPeerState {
  guid: string;
  label: string;
  /** `self` on a license manager. */
  managerUri: string;
  managerGuid: string;
  licenseKeys: string[];
  /** Feature name to ENABLED, DISABLED_DUE_TO_LICENSE or DISABLED_DUE_TO_GRACE_PERIOD. */
  features: Record<string, string>;
  addOns: AddOns | null;
  connectionTimeout: number;
  sendTimeout: number;
  receiveTimeout: number;
  squashThreshold: number;
  lastManagerContactAttemptTime: number;
  lastManagerContactSuccessTime: number;
  lastTrackerdbServiceTime: number;
}

export interface UsageState {
  /** null = the sum of the active group's stacks. */
  quota: bigint | null;
  /** null = the sum of the active group's pools. */
  peersUsageBytes: bigint | null;
  disabled: boolean;
}
