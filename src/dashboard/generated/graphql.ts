/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which group to activate. */
export type ActivateGroupInput = {
  /** Global id of the group. */
  groupId: string | number;
};

/** A machine to activate. */
export type ActivateMachineInput = {
  /** CPU cores, 0 to 2^31 - 1. */
  cores?: number | null | undefined;
  /** Bytes of disk, 0 to 2^63 - 1. */
  disk?: string | number | null | undefined;
  /** What identifies the machine to the license, 1 to 255 characters. */
  fingerprint: string;
  /** Its host name. */
  hostname?: string | null | undefined;
  /** Its address. */
  ip?: string | null | undefined;
  /** Global id of the license it uses. */
  licenseId: string | number;
  /** Bytes of memory, 0 to 2^63 - 1. */
  memory?: string | number | null | undefined;
  /** Whatever belongs to it. */
  metadata?: Record<string, unknown> | null | undefined;
  /** What people call it. */
  name?: string | null | undefined;
  /** Its platform, e.g. `linux`. */
  platform?: string | null | undefined;
};

/** Which audit entries: every given condition must hold. */
export type AuditEntryFilter = {
  /** These actions, by the mutations' names. */
  actions?: Array<string> | null | undefined;
  /** By these actors. */
  actors?: Array<string> | null | undefined;
  /** Asked for at this instant or later. */
  atAfter?: string | null | undefined;
  /** Asked for before this instant. */
  atBefore?: string | null | undefined;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** With these outcomes. */
  outcomes?: Array<AuditOutcome> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in actor, action or the subject's id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** About this thing. */
  subjectId?: string | number | null | undefined;
};

/** An order of audit entries. */
export type AuditEntryOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: AuditEntryOrderField;
};

/** What audit entries can be ordered by. */
export type AuditEntryOrderField =
  /** When it was asked for. */
  | 'AT';

/** What came of what was asked for. */
export type AuditOutcome =
  /** It was done. */
  | 'APPLIED'
  /** It could not be done: the vendor could not be reached, or the gateway failed before anything was sent. */
  | 'FAILED'
  /** It was refused, by a rule, by the caller's role or by the vendor, or only tried on paper (DRY_RUN): nothing was changed. */
  | 'REFUSED'
  /** Whether it was done is not known, also while it is under way. */
  | 'UNKNOWN';

/** What a source can be asked to do; one for each mutation. */
export type Capability =
  /** Switch the active license group. */
  | 'ACTIVATE_GROUP'
  /** Activate a machine. */
  | 'ACTIVATE_MACHINE'
  /** Check a license in. */
  | 'CHECK_IN_LICENSE'
  /** Create a license of a policy. */
  | 'CREATE_LICENSE'
  /** Create a pool. */
  | 'CREATE_POOL'
  /** Deactivate a machine. */
  | 'DEACTIVATE_MACHINE'
  /** Count uses down. */
  | 'DECREMENT_USAGE'
  /** Delete a license. */
  | 'DELETE_LICENSE'
  /** Delete a pool. */
  | 'DELETE_POOL'
  /** Count uses up. */
  | 'INCREMENT_USAGE'
  /** Read it again now. */
  | 'REFRESH_SOURCE'
  /** Lift a suspension. */
  | 'REINSTATE_LICENSE'
  /** Move an expiry on. */
  | 'RENEW_LICENSE'
  /** Set uses to zero. */
  | 'RESET_USAGE'
  /** Revoke a license for good. */
  | 'REVOKE_LICENSE'
  /** Suspend a license. */
  | 'SUSPEND_LICENSE'
  /** Change a license. */
  | 'UPDATE_LICENSE'
  /** Change a pool. */
  | 'UPDATE_POOL'
  /** Add a license file. */
  | 'UPLOAD_LICENSE'
  /** Ask the vendor's own verdict. */
  | 'VALIDATE_LICENSE';

/** A license to create. */
export type CreateLicenseInput = {
  /** When it ends; as the policy says when absent or null. */
  expiresAt?: string | null | undefined;
  /** Global id of the group it joins. */
  groupId?: string | number | null | undefined;
  /** Its key; the vendor makes one when absent. It is shown to operators and admins only. The vendor is asked for it by its address, so it can stand in the vendor's own access log. */
  key?: string | null | undefined;
  /** Limits in place of the policy's. */
  limits?: KeygenLimitsInput | null | undefined;
  /** Whatever belongs to it. */
  metadata?: Record<string, unknown> | null | undefined;
  /** What people call it. */
  name?: string | null | undefined;
  /** The vendor's id of the user who owns it. */
  ownerVendorId?: string | null | undefined;
  /** Global id of the policy it implements. */
  policyId: string | number;
  /** Whether its users may not manage machines themselves; the policy's when absent. */
  protected?: boolean | null | undefined;
  /** Global id of the source. */
  sourceId: string | number;
};

/** A pool to create. */
export type CreatePoolInput = {
  /** What it is for. */
  description?: string | null | undefined;
  /** Whether to tell what would come of it, sending nothing. */
  dryRun?: boolean;
  /** Its name, by which the vendor knows it: 1 to 255 characters, none of them a control character. */
  name: string;
  /** GUIDs of peers, registered or not, or `*` alone for every peer that no other pool of the stack names. None when absent. */
  peers?: Array<string> | null | undefined;
  /** `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day; anything else is INVALID_QUOTA. */
  quota: string;
  /** Global id of the stack it shares. */
  stackId: string | number;
};

/** Which data usages: every given condition must hold. */
export type DataUsageFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Against this pool. */
  poolId?: string | number | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
};

/** An order of data usages. */
export type DataUsageOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: DataUsageOrderField;
};

/** What data usages can be ordered by. */
export type DataUsageOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** Whose uses to count down, and by how many. */
export type DecrementUsageInput = {
  /** 1 or more. */
  by?: number;
  /** Global id of the license. */
  licenseId: string | number;
};

/** Which license to delete. */
export type DeleteLicenseInput = {
  /** Global id of the license. */
  licenseId: string | number;
};

/** Which pool to delete. */
export type DeletePoolInput = {
  /** Global id of the pool. */
  poolId: string | number;
};

/** What happens above a limit. */
export type Enforcement =
  /** The vendor refuses or blocks. */
  | 'HARD'
  /** Nothing. */
  | 'INFORMATIONAL'
  /** The vendor allows it and takes note, or allows some of it. */
  | 'SOFT';

/** How an Enterprise Recon installation is licensed. */
export type EnterpriseReconModel =
  /** A number of targets for each type (up to 2.0.31). */
  | 'LEGACY'
  /** Nothing is licensed. */
  | 'NONE'
  /** A number of targets and an allowance of bytes, for servers and for clients. */
  | 'NON_SITEWIDE'
  /** One allowance of bytes for the whole site. */
  | 'SITEWIDE'
  /** Cannot be told from what was sent. */
  | 'UNKNOWN';

/** Which groups: every given condition must hold. */
export type GroupFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
};

/** An order of groups. */
export type GroupOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: GroupOrderField;
};

/** What groups can be ordered by. */
export type GroupOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** Whose uses to count up, and by how many. */
export type IncrementUsageInput = {
  /** 1 or more. */
  by?: number;
  /** Global id of the license. */
  licenseId: string | number;
};

/** Limits of one license in place of its policy's. Absent: unchanged. Null: the override is cleared, and the policy's applies again. */
export type KeygenLimitsInput = {
  /** CPU cores of all machines, 0 to 2^31 - 1. */
  maxCores?: number | null | undefined;
  /** Bytes of disk of all machines, 0 to 2^63 - 1. */
  maxDisk?: string | number | null | undefined;
  /** Machines, 0 to 2^31 - 1. */
  maxMachines?: number | null | undefined;
  /** Bytes of memory of all machines, 0 to 2^63 - 1. */
  maxMemory?: string | number | null | undefined;
  /** Processes, 0 to 2^31 - 1. */
  maxProcesses?: number | null | undefined;
  /** Users, 0 to 2^31 - 1. */
  maxUsers?: number | null | undefined;
  /** Uses, 0 to 2^31 - 1. */
  maxUses?: string | number | null | undefined;
};

/** Which licenses: every given condition must hold. */
export type LicenseFilter = {
  /** Expires at or after this instant; a license without an expiry does not match. */
  expiresAfter?: string | null | undefined;
  /** Expires before this instant; a license without an expiry does not match. */
  expiresBefore?: string | null | undefined;
  /** Of this group. */
  groupId?: string | number | null | undefined;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** Of this stack (Splunk). */
  stackId?: string | number | null | undefined;
  /** In one of these states. */
  statuses?: Array<LicenseStatus> | null | undefined;
};

/** An order of licenses. */
export type LicenseOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: LicenseOrderField;
};

/** What licenses can be ordered by. */
export type LicenseOrderField =
  /** Creation. */
  | 'CREATED_AT'
  /** Expiry. */
  | 'EXPIRES_AT'
  /** Name, else label, else vendor id. */
  | 'NAME'
  /** Status, from best to worst. */
  | 'STATUS';

/** The state of a license, each worse than the one before. */
export type LicenseStatus =
  /** Nothing is licensed. */
  | 'ABSENT'
  /** In force. */
  | 'ACTIVE'
  /** Its owner is banned. */
  | 'BANNED'
  /** A limit that comes with it is exceeded. */
  | 'EXCEEDED'
  /** Past its expiry. */
  | 'EXPIRED'
  /** Expires soon: within `quota.expiringDays` (Keygen: its own 3 days). */
  | 'EXPIRING'
  /** Not in use: outside Splunk's active group, or by the vendor's own word. */
  | 'INACTIVE'
  /** Suspended by its issuer. */
  | 'SUSPENDED'
  /** Cannot be told: the vendor used a word we do not know, or sent an expiry we cannot read. */
  | 'UNKNOWN';

/** Which messages: every given condition must hold. */
export type MessageFilter = {
  /** Whether somebody has acknowledged it. */
  acknowledged?: boolean | null | undefined;
  /** Whether it still holds. */
  active?: boolean | null | undefined;
  /** Of these categories. */
  categories?: Array<string> | null | undefined;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Raised by these. */
  origins?: Array<MessageOrigin> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Of these severities. */
  severities?: Array<MessageSeverity> | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** About this thing, chiefly or among others. */
  subjectId?: string | number | null | undefined;
};

/** An order of messages. */
export type MessageOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: MessageOrderField;
};

/** What messages can be ordered by. */
export type MessageOrderField =
  /** When it was raised. */
  | 'CREATED_AT'
  /** Severity, from mildest to gravest. */
  | 'SEVERITY';

/** Who raised a message. */
export type MessageOrigin =
  /** This gateway. */
  | 'GATEWAY'
  /** The vendor's system. */
  | 'VENDOR';

/** How grave a message is. */
export type MessageSeverity =
  /** Is a problem. */
  | 'ERROR'
  /** Good to know. */
  | 'INFO'
  /** Will become a problem. */
  | 'WARN';

/** Why something is refused. */
export type MutationErrorCode =
  /** What is there excludes what was asked for. */
  | 'CONFLICT'
  /** The pools of this stack are made by the server and cannot be changed (Splunk: download-trial, forwarder, free). */
  | 'FIXED_POOL'
  /** No group the caller sees has this id. */
  | 'GROUP_NOT_FOUND'
  /** The license allows less data than was scanned already (Enterprise Recon). */
  | 'INSUFFICIENT_DATA_ALLOWANCE'
  /** A field of the input cannot be used; the message says why. */
  | 'INVALID_INPUT'
  /** What was sent is no license. */
  | 'INVALID_LICENSE_FILE'
  /** The quota is neither MAX nor decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes. */
  | 'INVALID_QUOTA'
  /** The active group would be left without a license (Splunk). */
  | 'LAST_LICENSE_IN_ACTIVE_GROUP'
  /** Enterprise Recon takes each license file once, and this one it has had. */
  | 'LICENSE_ALREADY_USED'
  /** The license has expired. */
  | 'LICENSE_EXPIRED'
  /** No license the caller sees has this id. */
  | 'LICENSE_NOT_FOUND'
  /** The license is suspended (Keygen). */
  | 'LICENSE_SUSPENDED'
  /** A limit leaves no room for what was asked for. */
  | 'LIMIT_EXCEEDED'
  /** The license has a machine with this fingerprint already (Keygen). */
  | 'MACHINE_EXISTS'
  /** The license allows no more machines (Keygen). */
  | 'MACHINE_LIMIT_EXCEEDED'
  /** The stack has a pool of size MAX already, and takes one only (Splunk). */
  | 'MAX_POOL_EXISTS'
  /** No message the caller sees has this id. */
  | 'MESSAGE_NOT_FOUND'
  /** The vendor's answer was lost, and reading the source again did not tell whether the change was made; or it accepted the change, and that does not show. */
  | 'OUTCOME_UNKNOWN'
  /** No policy the caller sees has this id. */
  | 'POLICY_NOT_FOUND'
  /** A pool of this name is there already (Splunk). */
  | 'POOL_EXISTS'
  /** No pool the caller sees has this id. */
  | 'POOL_NOT_FOUND'
  /** No source the caller sees has this id. */
  | 'SOURCE_NOT_FOUND'
  /** No stack the caller sees has this id. */
  | 'STACK_NOT_FOUND'
  /** No target the caller sees has this id. */
  | 'TARGET_NOT_FOUND'
  /** Sources of this kind have no such thing. */
  | 'UNSUPPORTED_BY_SOURCE'
  /** The vendor refused; the message is the vendor's wherever it says why. */
  | 'UPSTREAM_REJECTED'
  /** The vendor could not be reached, failed, or asked to be left alone, or earlier changes took too long: nothing was changed. */
  | 'UPSTREAM_UNAVAILABLE'
  /** The license has no uses left (Keygen). */
  | 'USES_LIMIT_EXCEEDED';

/** Which way an order runs. */
export type OrderDirection =
  /** Smallest, earliest or mildest first. */
  | 'ASC'
  /** Largest, latest or gravest first. */
  | 'DESC';

/** Which peers: every given condition must hold. */
export type PeerFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Whether in no pool of the active group. */
  orphan?: boolean | null | undefined;
  /** That name this pool. */
  poolId?: string | number | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Whether its searches are blocked by license violations; those of which that cannot be known match neither. */
  searchBlocked?: boolean | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
};

/** An order of peers. */
export type PeerOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: PeerOrderField;
};

/** What peers can be ordered by. */
export type PeerOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** Which policies: every given condition must hold. */
export type PolicyFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
};

/** An order of policies. */
export type PolicyOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: PolicyOrderField;
};

/** What policies can be ordered by. */
export type PolicyOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** Which pools: every given condition must hold. */
export type PoolFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** Of this stack (Splunk). */
  stackId?: string | number | null | undefined;
  /** The worst state of its quotas is one of these. */
  states?: Array<QuotaState> | null | undefined;
  /** Of this unit. */
  unit?: PoolUnit | null | undefined;
};

/** An order of pools. */
export type PoolOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: PoolOrderField;
};

/** What pools can be ordered by. */
export type PoolOrderField =
  /** Name. */
  | 'NAME'
  /** Used divided by limit, of its worst quota. */
  | 'RATIO'
  /** How much is used. */
  | 'USED';

/** What a pool counts. */
export type PoolUnit =
  /** Bytes. */
  | 'BYTES'
  /** Licenses assigned. */
  | 'COUNT';

/** What is measured. */
export type QuotaDimension =
  /** CPU cores over all machines (Keygen). */
  | 'CORES'
  /** Bytes of disk over all machines (Keygen). */
  | 'DISK_BYTES'
  /** Bytes indexed today (Splunk). */
  | 'INDEXED_BYTES_PER_DAY'
  /** Licenses in a group (Keygen). */
  | 'LICENSES'
  /** Activated machines (Keygen). */
  | 'MACHINES'
  /** Bytes of memory over all machines (Keygen). */
  | 'MEMORY_BYTES'
  /** Machine processes (Keygen). */
  | 'PROCESSES'
  /** Bytes of scanned data (Enterprise Recon). */
  | 'SCANNED_BYTES'
  /** Targets with a license (Enterprise Recon). */
  | 'TARGETS'
  /** Users (Keygen). */
  | 'USERS'
  /** Uses counted (Keygen). */
  | 'USES'
  /** License warnings in the rolling window (Splunk). */
  | 'WARNINGS';

/** Which quotas: every given condition must hold. */
export type QuotaFilter = {
  /** Of these dimensions. */
  dimensions?: Array<QuotaDimension> | null | undefined;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** In one of these states. */
  states?: Array<QuotaState> | null | undefined;
  /** Of this license, group, stack, pool or peer. */
  subjectId?: string | number | null | undefined;
};

/** How a number moves. */
export type QuotaMeasure =
  /** Rises until somebody resets it. */
  | 'CUMULATIVE'
  /** Rises through the day and starts again at the source's midnight. */
  | 'DAILY_COUNTER'
  /** What is there now; rises and falls. */
  | 'GAUGE'
  /** The largest ever seen; falls only when the vendor lets it. */
  | 'HIGH_WATER'
  /** How many in the last so many days. */
  | 'ROLLING_WINDOW';

/** An order of quotas. */
export type QuotaOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: QuotaOrderField;
};

/** What quotas can be ordered by. */
export type QuotaOrderField =
  /** Used divided by limit. */
  | 'RATIO'
  /** State, from best to worst. */
  | 'STATE';

/** How much a quota is to worry about, from best to worst. */
export type QuotaState =
  /** From `quota.critical` of the limit, 0.9 by default, up to and at the limit (of WARNINGS, below it). */
  | 'CRITICAL'
  /** Above the limit; of WARNINGS, at it. */
  | 'EXCEEDED'
  /** Below every threshold. */
  | 'OK'
  /** A number is missing or unreadable. */
  | 'UNKNOWN'
  /** There is no limit. */
  | 'UNLIMITED'
  /** From `quota.warning` of the limit, 0.8 by default. */
  | 'WARNING';

/** What a caller may do. */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Also reads license keys and changes things, uploads and deletes excepted. */
  | 'OPERATOR'
  /** Reads everything but license keys. */
  | 'VIEWER';

/** How the last attempt to read a source went. */
export type SourceStatus =
  /** The credentials were refused. */
  | 'AUTH_FAILED'
  /** An answer came, but not one that can be used. */
  | 'BAD_RESPONSE'
  /** The account may not read licenses. */
  | 'FORBIDDEN'
  /** Read. */
  | 'OK'
  /** Not tried yet. */
  | 'PENDING'
  /** The vendor asked to slow down. */
  | 'RATE_LIMITED'
  /** No complete answer in time. */
  | 'TIMEOUT'
  /** The certificate is not trusted. */
  | 'TLS_UNTRUSTED'
  /** No connection, or it broke. */
  | 'UNREACHABLE'
  /** The system answers but offers no license API to us, e.g. Splunk Free. */
  | 'UNSUPPORTED';

/** Which stacks: every given condition must hold. */
export type StackFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
};

/** An order of stacks. */
export type StackOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: StackOrderField;
};

/** What stacks can be ordered by. */
export type StackOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** Which targets: every given condition must hold. */
export type TargetFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: Array<string> | null | undefined;
  /** Whether it holds a license. */
  licensed?: boolean | null | undefined;
  /** Licensed from this pool (Enterprise Recon). */
  poolId?: string | number | null | undefined;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: string | null | undefined;
  /** Names of sources. */
  sources?: Array<string> | null | undefined;
  /** Of this type. */
  type?: string | null | undefined;
};

/** An order of targets. */
export type TargetOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: TargetOrderField;
};

/** What targets can be ordered by. */
export type TargetOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

/** An edit of a license; what is absent stays as it is. */
export type UpdateLicenseInput = {
  /** When it ends; never when null. */
  expiresAt?: string | null | undefined;
  /** Global id of the license. */
  licenseId: string | number;
  /** Limits in place of the policy's. */
  limits?: KeygenLimitsInput | null | undefined;
  /** Replaces what there is; null empties it. */
  metadata?: Record<string, unknown> | null | undefined;
  /** What people call it; null takes it away. */
  name?: string | null | undefined;
  /** Whether its users may not manage machines themselves; null: as the policy says. */
  protected?: boolean | null | undefined;
};

/** An edit of a pool; what is absent or null stays as it is, and one of quota, description and peers is wanted. */
export type UpdatePoolInput = {
  /** Whether the peers come to those that are there, instead of taking their place. */
  appendPeers?: boolean;
  /** What it is for; an empty text takes it away. */
  description?: string | null | undefined;
  /** Whether to tell what would come of it, sending nothing. */
  dryRun?: boolean;
  /** GUIDs of peers, registered or not, or `*` alone for every peer that no other pool of the stack names. An empty list leaves it without. */
  peers?: Array<string> | null | undefined;
  /** Global id of the pool. */
  poolId: string | number;
  /** `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day; anything else is INVALID_QUOTA. */
  quota?: string | null | undefined;
};

/** How the content of an upload is written. */
export type UploadEncoding =
  /** Base64, standard or URL-safe alphabet, line breaks allowed: for any file. */
  | 'BASE64'
  /** The file's text as it is: for XML (Splunk). */
  | 'TEXT';

/** A license file to install. */
export type UploadLicenseInput = {
  /** The file. It is sent to the vendor and kept nowhere. */
  content: string;
  /** How `content` is written. */
  encoding?: UploadEncoding;
  /** Global id of the source. */
  sourceId: string | number;
};

/** How finely use is told. */
export type UsageResolution =
  /** By the day; kept for 400 days. */
  | 'DAY'
  /** By the hour; kept for 35 days. */
  | 'HOUR';

/** A change to try on paper. Every field but the source may be left out; with none of them, what is now comes back. At most 500 of each list. */
export type WhatIfInput = {
  /** Licenses that come to a stack (Splunk). */
  addLicenses?: Array<WhatIfLicense> | null | undefined;
  /**
   * The moment to look at: from now to 36500 days ahead; now when absent. Licenses that end until then are gone (a limit
   * that the vendor goes on stating stays: Enterprise Recon), and warnings whose window is over have left it; nothing else
   * moves.
   */
  at?: string | null | undefined;
  /** Pools with another quota, each at most once. */
  pools?: Array<WhatIfPool> | null | undefined;
  /** Licenses that go, by their global ids. */
  removeLicenseIds?: Array<string | number> | null | undefined;
  /** The source to change, by its global id. */
  sourceId: string | number;
};

/** A license that comes to a stack. */
export type WhatIfLicense = {
  /** When it ends; never when absent. One that has ended at the moment looked at adds nothing. */
  expiresAt?: string | null | undefined;
  /** Bytes a day, 0 to 2^63 - 1. */
  quotaBytes: string | number;
  /** The stack's global id. */
  stackId: string | number;
};

/** Another quota for one pool. */
export type WhatIfPool = {
  /** The pool's global id. */
  poolId: string | number;
  /**
   * Splunk: `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day.
   * Enterprise Recon: the allowance in the pool's unit, 1 to 2^63 - 1, digits only.
   */
  quota: string;
};

export type AcknowledgementPartsFragment = { id: string, displayName: string, acknowledgedAt: string | null, acknowledgedBy: string | null };

export type AcknowledgeMutationVariables = Exact<{
  messageId: string | number;
}>;


export type AcknowledgeMutation = { acknowledgeMessage: { message: { id: string, displayName: string, acknowledgedAt: string | null, acknowledgedBy: string | null } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type GroupActionPartsFragment = { id: string, name: string, isActive: boolean, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

export type GroupContentsQueryVariables = Exact<{
  source: string;
}>;


export type GroupContentsQuery = { groups: { nodes: Array<
      | { id: string, name: string }
      | { isActive: boolean, id: string, name: string, licenses: { totalCount: number, nodes: Array<
            | { id: string, displayName: string }
            | { id: string, displayName: string }
            | { id: string, displayName: string }
          > }, stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, quotaBytes: string | null, isUnlimited: boolean }> } }
    > } };

export type ActivateGroupMutationVariables = Exact<{
  input: ActivateGroupInput;
}>;


export type ActivateGroupMutation = { activateGroup: { group:
      | { id: string }
      | { id: string }
     | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

type LicenseActionParts_EnterpriseReconLicense_Fragment = { id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

type LicenseActionParts_KeygenLicense_Fragment = { id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

type LicenseActionParts_SplunkLicense_Fragment = { id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

export type LicenseActionPartsFragment =
  | LicenseActionParts_EnterpriseReconLicense_Fragment
  | LicenseActionParts_KeygenLicense_Fragment
  | LicenseActionParts_SplunkLicense_Fragment
;

export type DeleteLicenseMutationVariables = Exact<{
  input: DeleteLicenseInput;
}>;


export type DeleteLicenseMutation = { deleteLicense: { deletedId: string | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type ActivateMachineMutationVariables = Exact<{
  input: ActivateMachineInput;
}>;


export type ActivateMachineMutation = { change: { target:
      | { id: string, displayName: string }
      | { id: string, displayName: string }
     | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type CreateLicenseMutationVariables = Exact<{
  input: CreateLicenseInput;
}>;


export type CreateLicenseMutation = { change: { license:
      | { id: string, displayName: string }
      | { id: string, displayName: string }
      | { id: string, displayName: string }
     | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type PoliciesAndGroupsQueryVariables = Exact<{
  source: string;
}>;


export type PoliciesAndGroupsQuery = { policies: { nodes: Array<{ id: string, displayName: string, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null }> }, groups: { nodes: Array<
      | { id: string, displayName: string }
      | { id: string, displayName: string }
    > } };

export type MachineActionPartsFragment = { id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

export type DeactivateMachineMutationVariables = Exact<{
  id: string | number;
}>;


export type DeactivateMachineMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type UpdateLicenseMutationVariables = Exact<{
  input: UpdateLicenseInput;
}>;


export type UpdateLicenseMutation = { change: { license:
      | { id: string }
      | { id: string }
      | { id: string }
     | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type SuspendLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type SuspendLicenseMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type ReinstateLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type ReinstateLicenseMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type RenewLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewLicenseMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type CheckInLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckInLicenseMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type ResetUsageMutationVariables = Exact<{
  id: string | number;
}>;


export type ResetUsageMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type RevokeLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeLicenseMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type KeygenActionPartsFragment = { id: string, displayName: string, name: string | null, suspended: boolean, protected: boolean, requireCheckIn: boolean, expiresAt: string | null, uses: string, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null, policy: { id: string, displayName: string, duration: number | null, protected: boolean, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null } | null, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

export type IncrementUsageMutationVariables = Exact<{
  input: IncrementUsageInput;
}>;


export type IncrementUsageMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type DecrementUsageMutationVariables = Exact<{
  input: DecrementUsageInput;
}>;


export type DecrementUsageMutation = { change: { errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type ValidateLicenseMutationVariables = Exact<{
  id: string | number;
}>;


export type ValidateLicenseMutation = { change: { verdict: { valid: boolean | null, code: string | null, detail: string | null, determinate: boolean } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type PeersToChooseQueryVariables = Exact<{
  filter: PeerFilter;
}>;


export type PeersToChooseQuery = { peers: { nodes: Array<{ id: string, label: string, vendorId: string }> } };

export type DeletePoolMutationVariables = Exact<{
  input: DeletePoolInput;
}>;


export type DeletePoolMutation = { deletePool: { deletedId: string | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type ProjectionPartsFragment = { subjectId: string, dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, subject:
    | { __typename: 'EnterpriseReconLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'KeygenGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'KeygenLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'Peer', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'Pool', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'SplunkGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'SplunkLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
    | { __typename: 'Stack', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
   | null };

export type PoolActionPartsFragment = { id: string, name: string, description: string | null, isMax: boolean, fixed: boolean, limit: string | null, peerVendorIds: Array<string>, source: { id: string, name: string, kind: string, capabilities: Array<Capability> }, stack: { id: string, displayName: string } | null, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> } };

export type TryPoolMutationVariables = Exact<{
  input: UpdatePoolInput;
}>;


export type TryPoolMutation = { updatePool: { quotas: Array<{ subjectId: string, dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, subject:
        | { __typename: 'EnterpriseReconLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Peer', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Pool', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Stack', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
       | null }> | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type UpdatePoolMutationVariables = Exact<{
  input: UpdatePoolInput;
}>;


export type UpdatePoolMutation = { updatePool: { pool: { id: string, name: string, description: string | null, isMax: boolean, fixed: boolean, limit: string | null, peerVendorIds: Array<string>, source: { id: string, name: string, kind: string, capabilities: Array<Capability> }, stack: { id: string, displayName: string } | null, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> } } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type TryNewPoolMutationVariables = Exact<{
  input: CreatePoolInput;
}>;


export type TryNewPoolMutation = { createPool: { quotas: Array<{ subjectId: string, dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, subject:
        | { __typename: 'EnterpriseReconLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Peer', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Pool', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Stack', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
       | null }> | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type CreatePoolMutationVariables = Exact<{
  input: CreatePoolInput;
}>;


export type CreatePoolMutation = { createPool: { pool: { id: string, name: string, description: string | null, isMax: boolean, fixed: boolean, limit: string | null, peerVendorIds: Array<string>, source: { id: string, name: string, kind: string, capabilities: Array<Capability> }, stack: { id: string, displayName: string } | null, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> } } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type SourceSyncedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SourceSyncedSubscription = { sourceSynced: { id: string } };

export type MessageRaisedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type MessageRaisedSubscription = { messageRaised: { id: string, severity: MessageSeverity, category: string, description: string, source: { name: string } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { name: string, role: Role, sources: Array<string> | null } };

export type ForecastPartsFragment = { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } };

export type UploadPartsFragment = { id: string, name: string, kind: string, capabilities: Array<Capability> };

export type UploadLicenseMutationVariables = Exact<{
  input: UploadLicenseInput;
}>;


export type UploadLicenseMutation = { change: { license:
      | { id: string, displayName: string, status: LicenseStatus }
      | { id: string, displayName: string, status: LicenseStatus }
      | { id: string, displayName: string, status: LicenseStatus }
     | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

type LicenseParts_EnterpriseReconLicense_Fragment = { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } };

type LicenseParts_KeygenLicense_Fragment = { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } };

type LicenseParts_SplunkLicense_Fragment = { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } };

export type LicensePartsFragment =
  | LicenseParts_EnterpriseReconLicense_Fragment
  | LicenseParts_KeygenLicense_Fragment
  | LicenseParts_SplunkLicense_Fragment
;

export type QuotaOutlookFragment = { id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } };

export type QuotaPartsFragment = { id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } };

export type RefreshablePartsFragment = { id: string, name: string, capabilities: Array<Capability> };

export type RefreshSourceMutationVariables = Exact<{
  sourceId: string | number;
}>;


export type RefreshSourceMutation = { refreshSource: { source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type RefusalPartsFragment = { code: MutationErrorCode, message: string, path: Array<string> | null };

export type SourcePartsFragment = { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null };

export type TableSourceFragment = { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null };

export type SourceNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceNamesQuery = { sources: { nodes: Array<{ name: string }> } };

export type FilterThingQueryVariables = Exact<{
  id: string | number;
}>;


export type FilterThingQuery = { node:
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | { displayName: string }
    | Record<PropertyKey, never>
   | null };

export type VerdictPartsFragment = { valid: boolean | null, code: string | null, detail: string | null, determinate: boolean };

export type SourcesHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesHealthQuery = { sources: { nodes: Array<{ id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }> } };

export type AuditTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditEntryFilter | null | undefined;
  orderBy?: AuditEntryOrder | null | undefined;
}>;


export type AuditTableQuery = { auditEntries: { totalCount: number, nodes: Array<{ id: string, at: string, actor: string, role: Role, action: string, subjectId: string | null, input: Record<string, unknown>, before: Record<string, unknown> | null, after: Record<string, unknown> | null, outcome: AuditOutcome, code: string | null, upstreamRequestId: string | null, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReconDataUsageQueryVariables = Exact<{
  source: string;
}>;


export type ReconDataUsageQuery = { dataUsages: { totalCount: number, nodes: Array<{ id: string, location: string, bytes: string, attribution: string | null, target:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }> } };

export type ReconSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReconSourcesQuery = { sources: { nodes: Array<{ id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, capabilities: Array<Capability>, lastError: { code: string, message: string } | null }> } };

export type ReconPoolPartsFragment = { id: string, displayName: string, unit: PoolUnit, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type ReconInstallationQueryVariables = Exact<{
  source: string;
}>;


export type ReconInstallationQuery = { licenses: { nodes: Array<
      | { __typename: 'EnterpriseReconLicense', model: EnterpriseReconModel, edition: string | null, company: string | null, warning: string | null, pendingBytes: string | null, pendingScans: number | null, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { __typename: 'KeygenLicense' }
      | { __typename: 'SplunkLicense' }
    > }, pools: { nodes: Array<{ id: string, displayName: string, unit: PoolUnit, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> } };

export type UnlicensedTargetsQueryVariables = Exact<{
  source: string;
}>;


export type UnlicensedTargetsQuery = { targets: { totalCount: number, nodes: Array<
      | { id: string, displayName: string }
      | { id: string, displayName: string }
    > } };

export type HistorySubjectQueryVariables = Exact<{
  id: string | number;
}>;


export type HistorySubjectQuery = { node:
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'DataUsage', id: string }
    | { __typename: 'EnterpriseReconLicense', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'EnterpriseReconTarget', id: string }
    | { __typename: 'KeygenGroup', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'KeygenLicense', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'KeygenMachine', id: string }
    | { __typename: 'KeygenPolicy', id: string }
    | { __typename: 'Message', id: string }
    | { __typename: 'Peer', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'Pool', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'Quota', dimension: QuotaDimension, id: string, subject:
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
        | { id: string, displayName: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
       }
    | { __typename: 'Source', id: string }
    | { __typename: 'SplunkGroup', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'SplunkLicense', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
    | { __typename: 'Stack', displayName: string, id: string, source: { id: string, name: string, kind: string, timeZone: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension }> }
   | null };

export type CourseQueryVariables = Exact<{
  id: string | number;
  from?: string | null | undefined;
  to?: string | null | undefined;
  resolution: UsageResolution;
}>;


export type CourseQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, usage: Array<{ start: string, peak: string | null, last: string | null, limit: string | null, samples: number }>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type SubjectSearchQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type SubjectSearchQuery = { quotas: { nodes: Array<{ id: string, dimension: QuotaDimension, subject:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
      , source: { id: string, name: string } }> } };

export type WorstForHistoryQueryVariables = Exact<{ [key: string]: never; }>;


export type WorstForHistoryQuery = { quotas: { nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
      , source: { id: string, name: string, kind: string, timeZone: string | null } }> } };

export type KeygenSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type KeygenSourcesQuery = { sources: { nodes: Array<{ id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, capabilities: Array<Capability>, lastError: { code: string, message: string } | null }> } };

export type LicensesToChooseQueryVariables = Exact<{
  first: number;
  filter: LicenseFilter;
}>;


export type LicensesToChooseQuery = { licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus }
      | { id: string, displayName: string, status: LicenseStatus }
      | { id: string, displayName: string, status: LicenseStatus }
    > } };

export type KeygenLicenseOfQueryVariables = Exact<{
  id: string | number;
}>;


export type KeygenLicenseOfQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense', id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, name: string | null, suspended: boolean, protected: boolean, requireCheckIn: boolean, uses: string, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null, createdAt: string | null, floating: boolean, strict: boolean, lastValidatedAt: string | null, lastCheckInAt: string | null, nextCheckInAt: string | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }>, verdict: { valid: boolean | null, code: string | null, detail: string | null, determinate: boolean }, source: { id: string, name: string, kind: string, stale: boolean, capabilities: Array<Capability> }, policy: { id: string, displayName: string, duration: number | null, protected: boolean, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null, overageStrategy: string, expirationStrategy: string } | null, group:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type TermsPartsFragment = { id: string, createdAt: string | null, expiresAt: string | null, protected: boolean, floating: boolean, strict: boolean, lastValidatedAt: string | null, lastCheckInAt: string | null, nextCheckInAt: string | null, policy: { id: string, displayName: string, overageStrategy: string, expirationStrategy: string } | null, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

export type KeyOfQueryVariables = Exact<{
  id: string | number;
}>;


export type KeyOfQuery = { node:
    | { id: string, key: string | null }
    | Record<PropertyKey, never>
   | null };

export type MachinesOfQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type MachinesOfQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense', machines: { totalCount: number, nodes: Array<
          | { __typename: 'EnterpriseReconTarget' }
          | { __typename: 'KeygenMachine', fingerprint: string, platform: string | null, cores: number | null, memory: string | null, lastHeartbeatAt: string | null, createdAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } }
        > } }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type MessagesTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MessageFilter | null | undefined;
  orderBy?: MessageOrder | null | undefined;
}>;


export type MessagesTableQuery = { messages: { totalCount: number, nodes: Array<{ severity: MessageSeverity, category: string, origin: MessageOrigin, description: string, createdAt: string, active: boolean, id: string, displayName: string, acknowledgedAt: string | null, acknowledgedBy: string | null, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, subject:
        | { id: string }
        | { id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { id: string }
        | { id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { id: string }
        | { id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
        | { displayName: string, id: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditEntryNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type AuditEntryNodeQuery = { node:
    | { __typename: 'AuditEntry', id: string, at: string, actor: string, role: Role, action: string, subjectId: string | null, input: Record<string, unknown>, before: Record<string, unknown> | null, after: Record<string, unknown> | null, outcome: AuditOutcome, code: string | null, upstreamRequestId: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null } | null }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type AuditEntryPageFragment = { id: string, at: string, actor: string, role: Role, action: string, subjectId: string | null, input: Record<string, unknown>, before: Record<string, unknown> | null, after: Record<string, unknown> | null, outcome: AuditOutcome, code: string | null, upstreamRequestId: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null } | null };

export type DataUsageRowFragment = { id: string, displayName: string, type: string, bytes: string };

export type DataUsageNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type DataUsageNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, location: string, type: string, bytes: string, attribution: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, pool: { id: string, displayName: string } | null, target:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type DataUsagePageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, location: string, type: string, bytes: string, attribution: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, pool: { id: string, displayName: string } | null, target:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

export type EnterpriseReconLicensePageFragment = { model: EnterpriseReconModel, edition: string | null, company: string | null, warning: string | null, pendingBytes: string | null, pendingScans: number | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, targets: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, type: string, licensed: boolean }
      | { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean }
    > }, dataUsages: { totalCount: number }, source: { id: string, name: string, kind: string, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type GroupNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup', maxLicenses: number | null, maxMachines: number | null, maxUsers: number | null, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
        > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup', isActive: boolean, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, isActive: boolean, isUnlimited: boolean, quotaBytes: string | null }> }, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
        > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

type GroupPage_KeygenGroup_Fragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

type GroupPage_SplunkGroup_Fragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type GroupPageFragment =
  | GroupPage_KeygenGroup_Fragment
  | GroupPage_SplunkGroup_Fragment
;

export type SplunkGroupPageFragment = { isActive: boolean, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, isActive: boolean, isUnlimited: boolean, quotaBytes: string | null }> }, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type KeygenGroupPageFragment = { maxLicenses: number | null, maxMachines: number | null, maxUsers: number | null, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type KeygenLicensePageFragment = { key: string | null, uses: string, maxUses: string | null, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxMemory: string | null, maxDisk: string | null, protected: boolean, suspended: boolean, floating: boolean, strict: boolean, encrypted: boolean, scheme: string | null, requireHeartbeat: boolean, requireCheckIn: boolean, version: string | null, lastValidatedAt: string | null, lastCheckOutAt: string | null, lastCheckInAt: string | null, nextCheckInAt: string | null, updatedAt: string | null, metadata: Record<string, unknown>, machineCount: number | null, userCount: number | null, ownerVendorId: string | null, productVendorId: string | null, environmentVendorId: string | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, name: string | null, expiresAt: string | null, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, observedAt: string, policy: { id: string, displayName: string, duration: number | null, protected: boolean, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null } | null, entitlements: Array<{ vendorId: string, code: string, name: string }>, verdict: { valid: boolean | null, code: string | null, detail: string | null, determinate: boolean }, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type KeygenMachinesQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type KeygenMachinesQuery = { node:
    | { machines: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, type: string, licensed: boolean }
          | { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean }
        > } }
    | Record<PropertyKey, never>
   | null };

export type LicenseNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type LicenseNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense', model: EnterpriseReconModel, edition: string | null, company: string | null, warning: string | null, pendingBytes: string | null, pendingScans: number | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, targets: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, type: string, licensed: boolean }
          | { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean }
        > }, dataUsages: { totalCount: number }, source: { id: string, name: string, kind: string, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense', key: string | null, uses: string, maxUses: string | null, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxMemory: string | null, maxDisk: string | null, protected: boolean, suspended: boolean, floating: boolean, strict: boolean, encrypted: boolean, scheme: string | null, requireHeartbeat: boolean, requireCheckIn: boolean, version: string | null, lastValidatedAt: string | null, lastCheckOutAt: string | null, lastCheckInAt: string | null, nextCheckInAt: string | null, updatedAt: string | null, metadata: Record<string, unknown>, machineCount: number | null, userCount: number | null, ownerVendorId: string | null, productVendorId: string | null, environmentVendorId: string | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, name: string | null, expiresAt: string | null, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, observedAt: string, policy: { id: string, displayName: string, duration: number | null, protected: boolean, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null } | null, entitlements: Array<{ vendorId: string, code: string, name: string }>, verdict: { valid: boolean | null, code: string | null, detail: string | null, determinate: boolean }, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense', label: string | null, type: string, licenseHash: string, guid: string | null, subgroupId: string | null, quotaBytes: string | null, isUnlimited: boolean, maxViolations: number | null, windowPeriod: number | null, sourcetypes: Array<string>, disabledFeatures: Array<string>, addOns: Record<string, unknown> | null, notes: string | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, stack: { id: string, displayName: string } | null, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'Stack' }
   | null };

type LicensePage_EnterpriseReconLicense_Fragment = { vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

type LicensePage_KeygenLicense_Fragment = { vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

type LicensePage_SplunkLicense_Fragment = { vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type LicensePageFragment =
  | LicensePage_EnterpriseReconLicense_Fragment
  | LicensePage_KeygenLicense_Fragment
  | LicensePage_SplunkLicense_Fragment
;

export type LocalPeerFragment = { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, addOns: Record<string, unknown> | null, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, vendorFields: Record<string, unknown>, features: Array<{ name: string, state: string }> };

export type MessageNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type MessageNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message', id: string, displayName: string, vendorId: string | null, vendorFields: Record<string, unknown>, origin: MessageOrigin, category: string, severity: MessageSeverity, description: string, createdAt: string, active: boolean, acknowledgedAt: string | null, acknowledgedBy: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, quota: { id: string, dimension: QuotaDimension, subject:
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
          | { displayName: string }
         } | null, license:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, pool: { id: string, displayName: string } | null, stack: { id: string, displayName: string } | null, peer: { id: string, displayName: string } | null, target:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, subject:
        | { __typename: 'AuditEntry' }
        | { __typename: 'DataUsage' }
        | { __typename: 'EnterpriseReconLicense' }
        | { __typename: 'EnterpriseReconTarget' }
        | { __typename: 'KeygenGroup', id: string, displayName: string }
        | { __typename: 'KeygenLicense' }
        | { __typename: 'KeygenMachine' }
        | { __typename: 'KeygenPolicy' }
        | { __typename: 'Message' }
        | { __typename: 'Peer' }
        | { __typename: 'Pool' }
        | { __typename: 'Quota' }
        | { __typename: 'Source' }
        | { __typename: 'SplunkGroup', id: string, displayName: string }
        | { __typename: 'SplunkLicense' }
        | { __typename: 'Stack' }
       | null }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type MessagePageFragment = { id: string, displayName: string, vendorId: string | null, vendorFields: Record<string, unknown>, origin: MessageOrigin, category: string, severity: MessageSeverity, description: string, createdAt: string, active: boolean, acknowledgedAt: string | null, acknowledgedBy: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, quota: { id: string, dimension: QuotaDimension, subject:
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
      | { displayName: string }
     } | null, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, pool: { id: string, displayName: string } | null, stack: { id: string, displayName: string } | null, peer: { id: string, displayName: string } | null, target:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, subject:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup', id: string, displayName: string }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup', id: string, displayName: string }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type MessagesAboutQueryVariables = Exact<{
  id: string | number;
}>;


export type MessagesAboutQuery = { messages: { totalCount: number, nodes: Array<{ id: string, category: string, severity: MessageSeverity, description: string, createdAt: string, acknowledgedAt: string | null }> } };

export type PeerRowFragment = { id: string, displayName: string, usedBytes: string | null, warningCount: number | null, searchBlocked: boolean | null };

export type PeerUsagePartsFragment = { used: string | null, peerUsages: Array<{ peerVendorId: string, usedBytes: string, peer: { id: string, displayName: string } | null }> };

export type PeerNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type PeerNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, label: string, warningCount: number | null, orphan: boolean, isLocal: boolean, usedBytes: string | null, searchBlocked: boolean | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, activePools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, isActive: boolean, isUnlimited: boolean, quotaBytes: string | null }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type PeerPageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, label: string, warningCount: number | null, orphan: boolean, isLocal: boolean, usedBytes: string | null, searchBlocked: boolean | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, activePools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, isActive: boolean, isUnlimited: boolean, quotaBytes: string | null }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type PolicyNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type PolicyNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, duration: number | null, floating: boolean, strict: boolean, protected: boolean, encrypted: boolean, usePool: boolean, scheme: string | null, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null, overageStrategy: string, expirationStrategy: string, expirationBasis: string | null, renewalBasis: string | null, transferStrategy: string | null, authenticationStrategy: string | null, machineLeasingStrategy: string | null, processLeasingStrategy: string | null, machineUniquenessStrategy: string | null, machineMatchingStrategy: string | null, componentUniquenessStrategy: string | null, componentMatchingStrategy: string | null, heartbeatDuration: number | null, heartbeatCullStrategy: string | null, heartbeatResurrectionStrategy: string | null, heartbeatBasis: string | null, requireHeartbeat: boolean, requireCheckIn: boolean, checkInInterval: string | null, checkInIntervalCount: number | null, requireProductScope: boolean, requirePolicyScope: boolean, requireMachineScope: boolean, requireFingerprintScope: boolean, requireComponentsScope: boolean, requireUserScope: boolean, requireChecksumScope: boolean, requireVersionScope: boolean, requireEnvironmentScope: boolean, metadata: Record<string, unknown>, createdAt: string | null, updatedAt: string | null, environmentVendorId: string | null, productVendorId: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null } }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type PolicyPageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, duration: number | null, floating: boolean, strict: boolean, protected: boolean, encrypted: boolean, usePool: boolean, scheme: string | null, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, maxMemory: string | null, maxDisk: string | null, overageStrategy: string, expirationStrategy: string, expirationBasis: string | null, renewalBasis: string | null, transferStrategy: string | null, authenticationStrategy: string | null, machineLeasingStrategy: string | null, processLeasingStrategy: string | null, machineUniquenessStrategy: string | null, machineMatchingStrategy: string | null, componentUniquenessStrategy: string | null, componentMatchingStrategy: string | null, heartbeatDuration: number | null, heartbeatCullStrategy: string | null, heartbeatResurrectionStrategy: string | null, heartbeatBasis: string | null, requireHeartbeat: boolean, requireCheckIn: boolean, checkInInterval: string | null, checkInIntervalCount: number | null, requireProductScope: boolean, requirePolicyScope: boolean, requireMachineScope: boolean, requireFingerprintScope: boolean, requireComponentsScope: boolean, requireUserScope: boolean, requireChecksumScope: boolean, requireVersionScope: boolean, requireEnvironmentScope: boolean, metadata: Record<string, unknown>, createdAt: string | null, updatedAt: string | null, environmentVendorId: string | null, productVendorId: string | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null } };

export type PoolRowFragment = { id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type PoolNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type PoolNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, description: string | null, unit: PoolUnit, isMax: boolean, fixed: boolean, limit: string | null, used: string | null, peerVendorIds: Array<string>, acceptsAllPeers: boolean, name: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, stack: { id: string, displayName: string } | null, license:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null, naming: { totalCount: number, nodes: Array<{ id: string, displayName: string, usedBytes: string | null, warningCount: number | null, searchBlocked: boolean | null }> }, targets: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, type: string, licensed: boolean }
          | { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean }
        > }, dataUsages: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, bytes: string }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }>, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> }, peerUsages: Array<{ peerVendorId: string, usedBytes: string, peer: { id: string, displayName: string } | null }> }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type PoolPageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, description: string | null, unit: PoolUnit, isMax: boolean, fixed: boolean, limit: string | null, used: string | null, peerVendorIds: Array<string>, acceptsAllPeers: boolean, name: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, stack: { id: string, displayName: string } | null, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, naming: { totalCount: number, nodes: Array<{ id: string, displayName: string, usedBytes: string | null, warningCount: number | null, searchBlocked: boolean | null }> }, targets: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, type: string, licensed: boolean }
      | { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean }
    > }, dataUsages: { totalCount: number, nodes: Array<{ id: string, displayName: string, type: string, bytes: string }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }>, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> }, peerUsages: Array<{ peerVendorId: string, usedBytes: string, peer: { id: string, displayName: string } | null }> };

export type QuotaNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type QuotaNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota', id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, subject:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
      , forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type QuotaPageFragment = { id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, subject:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
  , forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null };

export type SourceContentsFragment = { name: string, licenses: { totalCount: number }, groups: { totalCount: number }, stacks: { totalCount: number }, pools: { totalCount: number }, peers: { totalCount: number }, targets: { totalCount: number }, dataUsages: { totalCount: number }, policies: { totalCount: number } };

export type SourceNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type SourceNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source', displayName: string, vendorFields: Record<string, unknown>, version: string | null, timeZone: string | null, lastAttemptAt: string | null, nextSyncAt: string | null, capabilities: Array<Capability>, id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, localPeer: { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, addOns: Record<string, unknown> | null, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, vendorFields: Record<string, unknown>, features: Array<{ name: string, state: string }> } | null, lastError: { code: string, message: string } | null, licenses: { totalCount: number }, groups: { totalCount: number }, stacks: { totalCount: number }, pools: { totalCount: number }, peers: { totalCount: number }, targets: { totalCount: number }, dataUsages: { totalCount: number }, policies: { totalCount: number } }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

export type SourcePageFragment = { displayName: string, vendorFields: Record<string, unknown>, version: string | null, timeZone: string | null, lastAttemptAt: string | null, nextSyncAt: string | null, capabilities: Array<Capability>, id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, localPeer: { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, addOns: Record<string, unknown> | null, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, vendorFields: Record<string, unknown>, features: Array<{ name: string, state: string }> } | null, lastError: { code: string, message: string } | null, licenses: { totalCount: number }, groups: { totalCount: number }, stacks: { totalCount: number }, pools: { totalCount: number }, peers: { totalCount: number }, targets: { totalCount: number }, dataUsages: { totalCount: number }, policies: { totalCount: number } };

export type SplunkLicensePageFragment = { label: string | null, type: string, licenseHash: string, guid: string | null, subgroupId: string | null, quotaBytes: string | null, isUnlimited: boolean, maxViolations: number | null, windowPeriod: number | null, sourcetypes: Array<string>, disabledFeatures: Array<string>, addOns: Record<string, unknown> | null, notes: string | null, vendorId: string, vendorFields: Record<string, unknown>, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, stack: { id: string, displayName: string } | null, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, stale: boolean, status: SourceStatus, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

export type StackRowFragment = { id: string, displayName: string, type: string, isActive: boolean, isUnlimited: boolean, quotaBytes: string | null };

export type StackNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type StackNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget' }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine' }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, label: string | null, type: string, isActive: boolean, quotaBytes: string | null, isUnlimited: boolean, maxViolations: number | null, windowPeriod: number | null, fixedPools: boolean, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group: { id: string, displayName: string } | null, licenses: { totalCount: number, nodes: Array<
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
          | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
        > }, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
   | null };

export type StackPageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, label: string | null, type: string, isActive: boolean, quotaBytes: string | null, isUnlimited: boolean, maxViolations: number | null, windowPeriod: number | null, fixedPools: boolean, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, group: { id: string, displayName: string } | null, licenses: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > }, pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, used: string | null, source: { kind: string }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> };

type TargetRow_EnterpriseReconTarget_Fragment = { id: string, displayName: string, type: string, licensed: boolean };

type TargetRow_KeygenMachine_Fragment = { hostname: string | null, platform: string | null, id: string, displayName: string, type: string, licensed: boolean };

export type TargetRowFragment =
  | TargetRow_EnterpriseReconTarget_Fragment
  | TargetRow_KeygenMachine_Fragment
;

export type TargetNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type TargetNodeQuery = { node:
    | { __typename: 'AuditEntry' }
    | { __typename: 'DataUsage' }
    | { __typename: 'EnterpriseReconLicense' }
    | { __typename: 'EnterpriseReconTarget', id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, pool: { id: string, displayName: string } | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }
    | { __typename: 'KeygenGroup' }
    | { __typename: 'KeygenLicense' }
    | { __typename: 'KeygenMachine', fingerprint: string, hostname: string | null, platform: string | null, ip: string | null, cores: number | null, memory: string | null, disk: string | null, lastHeartbeatAt: string | null, createdAt: string | null, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }
    | { __typename: 'KeygenPolicy' }
    | { __typename: 'Message' }
    | { __typename: 'Peer' }
    | { __typename: 'Pool' }
    | { __typename: 'Quota' }
    | { __typename: 'Source' }
    | { __typename: 'SplunkGroup' }
    | { __typename: 'SplunkLicense' }
    | { __typename: 'Stack' }
   | null };

type TargetPage_EnterpriseReconTarget_Fragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

type TargetPage_KeygenMachine_Fragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

export type TargetPageFragment =
  | TargetPage_EnterpriseReconTarget_Fragment
  | TargetPage_KeygenMachine_Fragment
;

export type ReconTargetPageFragment = { id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, pool: { id: string, displayName: string } | null, source: { id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

export type KeygenMachinePageFragment = { fingerprint: string, hostname: string | null, platform: string | null, ip: string | null, cores: number | null, memory: string | null, disk: string | null, lastHeartbeatAt: string | null, createdAt: string | null, id: string, displayName: string, vendorId: string, vendorFields: Record<string, unknown>, name: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, capabilities: Array<Capability>, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }, license:
    | { id: string, displayName: string }
    | { id: string, displayName: string }
    | { id: string, displayName: string }
   | null };

export type BlockedSearchesQueryVariables = Exact<{ [key: string]: never; }>;


export type BlockedSearchesQuery = { peers: { totalCount: number, nodes: Array<{ id: string, displayName: string, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }> }, quotas: { nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
        | { __typename: 'EnterpriseReconLicense', id: string, displayName: string }
        | { __typename: 'KeygenGroup', id: string, displayName: string }
        | { __typename: 'KeygenLicense', id: string, displayName: string }
        | { __typename: 'Peer', id: string, displayName: string }
        | { __typename: 'Pool', id: string, displayName: string }
        | { __typename: 'SplunkGroup', id: string, displayName: string }
        | { __typename: 'SplunkLicense', id: string, displayName: string }
        | { __typename: 'Stack', id: string, displayName: string }
      , source: { id: string, name: string, kind: string, timeZone: string | null } }> } };

export type CrossingsQueryVariables = Exact<{ [key: string]: never; }>;


export type CrossingsQuery = { quotas: { nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
      , forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> } };

export type ExpiriesQueryVariables = Exact<{
  withinDays: number;
}>;


export type ExpiriesQuery = { overview: { expiring: Array<
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
      | { id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean } }
    > } };

export type GravestMessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type GravestMessagesQuery = { overview: { messages: { bySeverity: Array<{ severity: MessageSeverity, count: number }> } }, messages: { nodes: Array<{ id: string, severity: MessageSeverity, category: string, description: string, createdAt: string, acknowledgedBy: string | null, source: { name: string } }> } };

export type OverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OverviewQuery = { overview: { sources: { total: number, ok: number, stale: number, failing: number }, licenses: { total: number, byStatus: Array<{ status: LicenseStatus, count: number }> }, quotas: { total: number, byState: Array<{ state: QuotaState, count: number }> }, messages: { bySeverity: Array<{ severity: MessageSeverity, count: number }> } }, blocked: { totalCount: number }, sources: { totalCount: number, nodes: Array<{ id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null }> } };

export type WorstQuotasQueryVariables = Exact<{ [key: string]: never; }>;


export type WorstQuotasQuery = { overview: { quotas: { worst: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
        , forecast: { method: string, projectedAtReset: string | null, exhaustsAt: string | null, low: string | null, high: string | null, basis: { from: string, to: string, samples: number } } | null, source: { id: string, name: string, kind: string, timeZone: string | null } }> } } };

export type SourceCardPartsFragment = { version: string | null, timeZone: string | null, lastAttemptAt: string | null, nextSyncAt: string | null, id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, capabilities: Array<Capability>, localPeer: { peerVendorId: string, peerLabel: string | null, isManager: boolean, managerUri: string | null, lastManagerContactSuccessAt: string | null } | null, lastError: { code: string, message: string } | null };

export type SourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SourcesQuery = { sources: { totalCount: number, nodes: Array<{ version: string | null, timeZone: string | null, lastAttemptAt: string | null, nextSyncAt: string | null, id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, capabilities: Array<Capability>, localPeer: { peerVendorId: string, peerLabel: string | null, isManager: boolean, managerUri: string | null, lastManagerContactSuccessAt: string | null } | null, lastError: { code: string, message: string } | null }> } };

export type SplunkGroupsQueryVariables = Exact<{
  source: string;
}>;


export type SplunkGroupsQuery = { groups: { nodes: Array<
      | { id: string, name: string, isActive: boolean, licenses: { totalCount: number }, stacks: { nodes: Array<{ id: string, displayName: string, type: string, quotaBytes: string | null, isUnlimited: boolean, fixedPools: boolean, isActive: boolean, source: { id: string, name: string, kind: string } }> }, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } }
      | Record<PropertyKey, never>
    > } };

export type LocalPeerPartsFragment = { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, features: Array<{ name: string, state: string }> };

export type SplunkSourcePartsFragment = { localPeer: { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, features: Array<{ name: string, state: string }> } | null };

export type WarnedPeerFragment = { id: string, label: string, vendorId: string, searchBlocked: boolean | null, orphan: boolean, isLocal: boolean, warningCount: number | null, usedBytes: string | null, activePools: { totalCount: number, nodes: Array<{ id: string, name: string }> } };

export type SplunkPeersQueryVariables = Exact<{
  source: string;
  first: number;
}>;


export type SplunkPeersQuery = { quotas: { totalCount: number, nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
        | { id: string, label: string, vendorId: string, searchBlocked: boolean | null, orphan: boolean, isLocal: boolean, warningCount: number | null, usedBytes: string | null, activePools: { totalCount: number, nodes: Array<{ id: string, name: string }> } }
        | Record<PropertyKey, never>
      , source: { id: string, name: string, kind: string, timeZone: string | null } }> } };

export type SplunkSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type SplunkSourcesQuery = { sources: { nodes: Array<{ capabilities: Array<Capability>, id: string, name: string, kind: string, status: SourceStatus, stale: boolean, lastSyncedAt: string | null, lastError: { code: string, message: string } | null, localPeer: { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, features: Array<{ name: string, state: string }> } | null }> } };

type StackLicenseParts_EnterpriseReconLicense_Fragment = { status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

type StackLicenseParts_KeygenLicense_Fragment = { status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

type StackLicenseParts_SplunkLicense_Fragment = { quotaBytes: string | null, isUnlimited: boolean, status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } };

export type StackLicensePartsFragment =
  | StackLicenseParts_EnterpriseReconLicense_Fragment
  | StackLicenseParts_KeygenLicense_Fragment
  | StackLicenseParts_SplunkLicense_Fragment
;

export type SplunkStackPartsFragment = { id: string, displayName: string, type: string, quotaBytes: string | null, isUnlimited: boolean, fixedPools: boolean, isActive: boolean, source: { id: string, name: string, kind: string } };

export type StackPoolsQueryVariables = Exact<{
  source: string;
  stackId: string | number;
}>;


export type StackPoolsQuery = { pools: { totalCount: number, nodes: Array<{ used: string | null, acceptsAllPeers: boolean, id: string, name: string, description: string | null, isMax: boolean, fixed: boolean, limit: string | null, peerVendorIds: Array<string>, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }>, source: { id: string, name: string, kind: string, capabilities: Array<Capability> }, stack: { id: string, displayName: string } | null, peers: { nodes: Array<{ id: string, vendorId: string, label: string }> } }> }, licenses: { totalCount: number, nodes: Array<
      | { status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } }
      | { status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } }
      | { quotaBytes: string | null, isUnlimited: boolean, status: LicenseStatus, expiresAt: string | null, id: string, displayName: string, source: { id: string, name: string, kind: string, capabilities: Array<Capability> } }
    > }, quotas: { nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> } };

export type DataUsagesTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DataUsageFilter | null | undefined;
  orderBy?: DataUsageOrder | null | undefined;
}>;


export type DataUsagesTableQuery = { dataUsages: { totalCount: number, nodes: Array<{ id: string, displayName: string, vendorId: string, type: string, bytes: string, attribution: string | null, observedAt: string, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, pool: { id: string, displayName: string } | null, target:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type GroupsTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: GroupFilter | null | undefined;
  orderBy?: GroupOrder | null | undefined;
}>;


export type GroupsTableQuery = { groups: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, vendorId: string, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, licenses: { totalCount: number }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
      | { isActive: boolean, id: string, displayName: string, vendorId: string, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, licenses: { totalCount: number }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LicensesTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: LicenseFilter | null | undefined;
  orderBy?: LicenseOrder | null | undefined;
}>;


export type LicensesTableQuery = { licenses: { totalCount: number, nodes: Array<
      | { vendorId: string, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, group:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
         | null, source: { id: string, name: string, kind: string, stale: boolean } }
      | { vendorId: string, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, group:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
         | null, source: { id: string, name: string, kind: string, stale: boolean } }
      | { vendorId: string, createdAt: string | null, features: Array<string>, id: string, displayName: string, status: LicenseStatus, reportedStatus: string | null, derivedStatus: LicenseStatus, conflicts: Array<string>, expiresAt: string | null, observedAt: string, group:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
         | null, source: { id: string, name: string, kind: string, stale: boolean } }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PeersTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PeerFilter | null | undefined;
  orderBy?: PeerOrder | null | undefined;
}>;


export type PeersTableQuery = { peers: { totalCount: number, nodes: Array<{ id: string, displayName: string, vendorId: string, warningCount: number | null, orphan: boolean, isLocal: boolean, usedBytes: string | null, searchBlocked: boolean | null, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PoliciesTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PolicyFilter | null | undefined;
  orderBy?: PolicyOrder | null | undefined;
}>;


export type PoliciesTableQuery = { policies: { totalCount: number, nodes: Array<{ id: string, displayName: string, vendorId: string, duration: number | null, floating: boolean, strict: boolean, maxMachines: number | null, maxUsers: number | null, maxUses: string | null, overageStrategy: string, expirationStrategy: string, requireHeartbeat: boolean, requireCheckIn: boolean, createdAt: string | null, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PoolsTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PoolFilter | null | undefined;
  orderBy?: PoolOrder | null | undefined;
}>;


export type PoolsTableQuery = { pools: { totalCount: number, nodes: Array<{ id: string, displayName: string, vendorId: string, description: string | null, unit: PoolUnit, used: string | null, isMax: boolean, fixed: boolean, acceptsAllPeers: boolean, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, stack: { id: string, displayName: string } | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type QuotasTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: QuotaFilter | null | undefined;
  orderBy?: QuotaOrder | null | undefined;
}>;


export type QuotasTableQuery = { quotas: { totalCount: number, nodes: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, subject:
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
        | { id: string, displayName: string }
      , source: { id: string, name: string, kind: string, timeZone: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StacksTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: StackFilter | null | undefined;
  orderBy?: StackOrder | null | undefined;
}>;


export type StacksTableQuery = { stacks: { totalCount: number, nodes: Array<{ id: string, displayName: string, vendorId: string, type: string, isActive: boolean, quotaBytes: string | null, isUnlimited: boolean, maxViolations: number | null, windowPeriod: number | null, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, group: { id: string, displayName: string } | null, quotas: Array<{ id: string, dimension: QuotaDimension, measure: QuotaMeasure, limit: string | null, used: string | null, remaining: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, overageLimit: string | null, resetsAt: string | null, observedAt: string, stale: boolean, reasons: Array<string>, source: { id: string, name: string, kind: string, timeZone: string | null } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TargetsTableQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TargetFilter | null | undefined;
  orderBy?: TargetOrder | null | undefined;
}>;


export type TargetsTableQuery = { targets: { totalCount: number, nodes: Array<
      | { id: string, displayName: string, vendorId: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, license:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
         | null, pool: { id: string, displayName: string } | null }
      | { id: string, displayName: string, vendorId: string, type: string, licensed: boolean, source: { id: string, name: string, kind: string, stale: boolean, lastSyncedAt: string | null }, license:
          | { id: string, displayName: string }
          | { id: string, displayName: string }
          | { id: string, displayName: string }
         | null, pool: { id: string, displayName: string } | null }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type WhatIfPartsQueryVariables = Exact<{
  source: string;
}>;


export type WhatIfPartsQuery = { source: { id: string, pools: { nodes: Array<{ id: string, displayName: string, unit: PoolUnit, limit: string | null, isMax: boolean, fixed: boolean }> }, stacks: { nodes: Array<{ id: string, displayName: string }> } } | null };

export type DroppableLicensesQueryVariables = Exact<{
  source: string;
  search?: string | null | undefined;
}>;


export type DroppableLicensesQuery = { licenses: { nodes: Array<
      | { id: string, displayName: string }
      | { id: string, displayName: string }
      | { id: string, displayName: string }
    > } };

export type DroppedLicensesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type DroppedLicensesQuery = { nodes: Array<
    | { id: string }
    | { id: string }
    | { displayName: string, id: string }
    | { id: string }
    | { displayName: string, id: string }
    | { displayName: string, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { displayName: string, id: string }
    | { displayName: string, id: string }
    | { id: string }
    | { id: string }
    | { displayName: string, id: string }
    | { displayName: string, id: string }
    | { displayName: string, id: string }
   | null> };

export type WhatIfSourcesQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIfSourcesQuery = { sources: { nodes: Array<{ id: string, name: string, kind: string, timeZone: string | null }> } };

export type TryOutQueryVariables = Exact<{
  input: WhatIfInput;
}>;


export type TryOutQuery = { whatIf: { quotas: Array<{ subjectId: string, dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement, subject:
        | { __typename: 'EnterpriseReconLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'KeygenLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Peer', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Pool', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkGroup', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'SplunkLicense', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
        | { __typename: 'Stack', displayName: string, quotas: Array<{ dimension: QuotaDimension, limit: string | null, used: string | null, ratio: number | null, state: QuotaState, enforcement: Enforcement }> }
       | null }>, messages: Array<{ category: string, severity: MessageSeverity, description: string, subjectId: string | null }>, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ProjectionPartsFragmentDoc = new TypedDocumentString(`
    fragment ProjectionParts on QuotaProjection {
  subjectId
  dimension
  limit
  used
  ratio
  state
  enforcement
  subject {
    __typename
    displayName
    quotas {
      dimension
      limit
      used
      ratio
      state
      enforcement
    }
  }
}
    `, {"fragmentName":"ProjectionParts"}) as unknown as TypedDocumentString<ProjectionPartsFragment, unknown>;
export const UploadPartsFragmentDoc = new TypedDocumentString(`
    fragment UploadParts on Source {
  id
  name
  kind
  capabilities
}
    `, {"fragmentName":"UploadParts"}) as unknown as TypedDocumentString<UploadPartsFragment, unknown>;
export const RefusalPartsFragmentDoc = new TypedDocumentString(`
    fragment RefusalParts on MutationError {
  code
  message
  path
}
    `, {"fragmentName":"RefusalParts"}) as unknown as TypedDocumentString<RefusalPartsFragment, unknown>;
export const TableSourceFragmentDoc = new TypedDocumentString(`
    fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}
    `, {"fragmentName":"TableSource"}) as unknown as TypedDocumentString<TableSourceFragment, unknown>;
export const VerdictPartsFragmentDoc = new TypedDocumentString(`
    fragment VerdictParts on KeygenVerdict {
  valid
  code
  detail
  determinate
}
    `, {"fragmentName":"VerdictParts"}) as unknown as TypedDocumentString<VerdictPartsFragment, unknown>;
export const QuotaPartsFragmentDoc = new TypedDocumentString(`
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
    `, {"fragmentName":"QuotaParts"}) as unknown as TypedDocumentString<QuotaPartsFragment, unknown>;
export const ReconPoolPartsFragmentDoc = new TypedDocumentString(`
    fragment ReconPoolParts on Pool {
  id
  displayName
  unit
  quotas {
    ...QuotaParts
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"fragmentName":"ReconPoolParts"}) as unknown as TypedDocumentString<ReconPoolPartsFragment, unknown>;
export const TermsPartsFragmentDoc = new TypedDocumentString(`
    fragment TermsParts on KeygenLicense {
  id
  createdAt
  expiresAt
  protected
  floating
  strict
  lastValidatedAt
  lastCheckInAt
  nextCheckInAt
  policy {
    id
    displayName
    overageStrategy
    expirationStrategy
  }
  group {
    id
    displayName
  }
}
    `, {"fragmentName":"TermsParts"}) as unknown as TypedDocumentString<TermsPartsFragment, unknown>;
export const SourcePartsFragmentDoc = new TypedDocumentString(`
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
    `, {"fragmentName":"SourceParts"}) as unknown as TypedDocumentString<SourcePartsFragment, unknown>;
export const AuditEntryPageFragmentDoc = new TypedDocumentString(`
    fragment AuditEntryPage on AuditEntry {
  id
  at
  actor
  role
  action
  subjectId
  source {
    ...SourceParts
  }
  input
  before
  after
  outcome
  code
  upstreamRequestId
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"AuditEntryPage"}) as unknown as TypedDocumentString<AuditEntryPageFragment, unknown>;
export const DataUsagePageFragmentDoc = new TypedDocumentString(`
    fragment DataUsagePage on DataUsage {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  location
  type
  bytes
  attribution
  pool {
    id
    displayName
  }
  target {
    id
    displayName
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"DataUsagePage"}) as unknown as TypedDocumentString<DataUsagePageFragment, unknown>;
export const LicensePartsFragmentDoc = new TypedDocumentString(`
    fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
    `, {"fragmentName":"LicenseParts"}) as unknown as TypedDocumentString<LicensePartsFragment, unknown>;
export const ForecastPartsFragmentDoc = new TypedDocumentString(`
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
    `, {"fragmentName":"ForecastParts"}) as unknown as TypedDocumentString<ForecastPartsFragment, unknown>;
export const QuotaOutlookFragmentDoc = new TypedDocumentString(`
    fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"fragmentName":"QuotaOutlook"}) as unknown as TypedDocumentString<QuotaOutlookFragment, unknown>;
export const LicensePageFragmentDoc = new TypedDocumentString(`
    fragment LicensePage on License {
  ...LicenseParts
  vendorId
  vendorFields
  createdAt
  features
  source {
    ...SourceParts
  }
  group {
    id
    displayName
  }
  quotas {
    ...QuotaOutlook
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"LicensePage"}) as unknown as TypedDocumentString<LicensePageFragment, unknown>;
export const PoolRowFragmentDoc = new TypedDocumentString(`
    fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"fragmentName":"PoolRow"}) as unknown as TypedDocumentString<PoolRowFragment, unknown>;
export const TargetRowFragmentDoc = new TypedDocumentString(`
    fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}
    `, {"fragmentName":"TargetRow"}) as unknown as TypedDocumentString<TargetRowFragment, unknown>;
export const EnterpriseReconLicensePageFragmentDoc = new TypedDocumentString(`
    fragment EnterpriseReconLicensePage on EnterpriseReconLicense {
  ...LicensePage
  model
  edition
  company
  warning
  pendingBytes
  pendingScans
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  targets(first: 20) {
    totalCount
    nodes {
      ...TargetRow
    }
  }
  dataUsages(first: 1) {
    totalCount
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LicensePage on License {
  ...LicenseParts
  vendorId
  vendorFields
  createdAt
  features
  source {
    ...SourceParts
  }
  group {
    id
    displayName
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}`, {"fragmentName":"EnterpriseReconLicensePage"}) as unknown as TypedDocumentString<EnterpriseReconLicensePageFragment, unknown>;
export const GroupPageFragmentDoc = new TypedDocumentString(`
    fragment GroupPage on Group {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"GroupPage"}) as unknown as TypedDocumentString<GroupPageFragment, unknown>;
export const GroupActionPartsFragmentDoc = new TypedDocumentString(`
    fragment GroupActionParts on SplunkGroup {
  id
  name
  isActive
  source {
    id
    name
    kind
    capabilities
  }
}
    `, {"fragmentName":"GroupActionParts"}) as unknown as TypedDocumentString<GroupActionPartsFragment, unknown>;
export const StackRowFragmentDoc = new TypedDocumentString(`
    fragment StackRow on Stack {
  id
  displayName
  type
  isActive
  isUnlimited
  quotaBytes
}
    `, {"fragmentName":"StackRow"}) as unknown as TypedDocumentString<StackRowFragment, unknown>;
export const SplunkGroupPageFragmentDoc = new TypedDocumentString(`
    fragment SplunkGroupPage on SplunkGroup {
  ...GroupPage
  ...GroupActionParts
  isActive
  stacks(first: 20) {
    totalCount
    nodes {
      ...StackRow
    }
  }
}
    fragment GroupActionParts on SplunkGroup {
  id
  name
  isActive
  source {
    id
    name
    kind
    capabilities
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment GroupPage on Group {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment StackRow on Stack {
  id
  displayName
  type
  isActive
  isUnlimited
  quotaBytes
}`, {"fragmentName":"SplunkGroupPage"}) as unknown as TypedDocumentString<SplunkGroupPageFragment, unknown>;
export const KeygenGroupPageFragmentDoc = new TypedDocumentString(`
    fragment KeygenGroupPage on KeygenGroup {
  ...GroupPage
  maxLicenses
  maxMachines
  maxUsers
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment GroupPage on Group {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  quotas {
    ...QuotaOutlook
  }
}`, {"fragmentName":"KeygenGroupPage"}) as unknown as TypedDocumentString<KeygenGroupPageFragment, unknown>;
export const KeygenActionPartsFragmentDoc = new TypedDocumentString(`
    fragment KeygenActionParts on KeygenLicense {
  id
  displayName
  name
  suspended
  protected
  requireCheckIn
  expiresAt
  uses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  policy {
    id
    displayName
    duration
    protected
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
  }
  source {
    id
    name
    kind
    capabilities
  }
}
    `, {"fragmentName":"KeygenActionParts"}) as unknown as TypedDocumentString<KeygenActionPartsFragment, unknown>;
export const KeygenLicensePageFragmentDoc = new TypedDocumentString(`
    fragment KeygenLicensePage on KeygenLicense {
  ...LicensePage
  ...KeygenActionParts
  key
  uses
  maxUses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxMemory
  maxDisk
  protected
  suspended
  floating
  strict
  encrypted
  scheme
  requireHeartbeat
  requireCheckIn
  version
  lastValidatedAt
  lastCheckOutAt
  lastCheckInAt
  nextCheckInAt
  updatedAt
  metadata
  machineCount
  userCount
  policy {
    id
    displayName
  }
  ownerVendorId
  productVendorId
  environmentVendorId
  entitlements {
    vendorId
    code
    name
  }
  verdict {
    valid
    code
    detail
    determinate
  }
}
    fragment KeygenActionParts on KeygenLicense {
  id
  displayName
  name
  suspended
  protected
  requireCheckIn
  expiresAt
  uses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  policy {
    id
    displayName
    duration
    protected
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
  }
  source {
    id
    name
    kind
    capabilities
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LicensePage on License {
  ...LicenseParts
  vendorId
  vendorFields
  createdAt
  features
  source {
    ...SourceParts
  }
  group {
    id
    displayName
  }
  quotas {
    ...QuotaOutlook
  }
}`, {"fragmentName":"KeygenLicensePage"}) as unknown as TypedDocumentString<KeygenLicensePageFragment, unknown>;
export const AcknowledgementPartsFragmentDoc = new TypedDocumentString(`
    fragment AcknowledgementParts on Message {
  id
  displayName
  acknowledgedAt
  acknowledgedBy
}
    `, {"fragmentName":"AcknowledgementParts"}) as unknown as TypedDocumentString<AcknowledgementPartsFragment, unknown>;
export const MessagePageFragmentDoc = new TypedDocumentString(`
    fragment MessagePage on Message {
  ...AcknowledgementParts
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  origin
  category
  severity
  description
  createdAt
  active
  acknowledgedAt
  acknowledgedBy
  quota {
    id
    dimension
    subject {
      displayName
    }
  }
  license {
    id
    displayName
  }
  pool {
    id
    displayName
  }
  stack {
    id
    displayName
  }
  peer {
    id
    displayName
  }
  target {
    id
    displayName
  }
  subject {
    __typename
    ... on Group {
      id
      displayName
    }
  }
}
    fragment AcknowledgementParts on Message {
  id
  displayName
  acknowledgedAt
  acknowledgedBy
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"MessagePage"}) as unknown as TypedDocumentString<MessagePageFragment, unknown>;
export const PeerPageFragmentDoc = new TypedDocumentString(`
    fragment PeerPage on Peer {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  label
  warningCount
  orphan
  isLocal
  usedBytes
  searchBlocked
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  activePools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  stacks(first: 20) {
    totalCount
    nodes {
      ...StackRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
fragment StackRow on Stack {
  id
  displayName
  type
  isActive
  isUnlimited
  quotaBytes
}`, {"fragmentName":"PeerPage"}) as unknown as TypedDocumentString<PeerPageFragment, unknown>;
export const PolicyPageFragmentDoc = new TypedDocumentString(`
    fragment PolicyPage on KeygenPolicy {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  duration
  floating
  strict
  protected
  encrypted
  usePool
  scheme
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  overageStrategy
  expirationStrategy
  expirationBasis
  renewalBasis
  transferStrategy
  authenticationStrategy
  machineLeasingStrategy
  processLeasingStrategy
  machineUniquenessStrategy
  machineMatchingStrategy
  componentUniquenessStrategy
  componentMatchingStrategy
  heartbeatDuration
  heartbeatCullStrategy
  heartbeatResurrectionStrategy
  heartbeatBasis
  requireHeartbeat
  requireCheckIn
  checkInInterval
  checkInIntervalCount
  requireProductScope
  requirePolicyScope
  requireMachineScope
  requireFingerprintScope
  requireComponentsScope
  requireUserScope
  requireChecksumScope
  requireVersionScope
  requireEnvironmentScope
  metadata
  createdAt
  updatedAt
  environmentVendorId
  productVendorId
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"PolicyPage"}) as unknown as TypedDocumentString<PolicyPageFragment, unknown>;
export const PoolActionPartsFragmentDoc = new TypedDocumentString(`
    fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
    `, {"fragmentName":"PoolActionParts"}) as unknown as TypedDocumentString<PoolActionPartsFragment, unknown>;
export const PeerUsagePartsFragmentDoc = new TypedDocumentString(`
    fragment PeerUsageParts on Pool {
  used
  peerUsages(first: 20) {
    peerVendorId
    usedBytes
    peer {
      id
      displayName
    }
  }
}
    `, {"fragmentName":"PeerUsageParts"}) as unknown as TypedDocumentString<PeerUsagePartsFragment, unknown>;
export const PeerRowFragmentDoc = new TypedDocumentString(`
    fragment PeerRow on Peer {
  id
  displayName
  usedBytes
  warningCount
  searchBlocked
}
    `, {"fragmentName":"PeerRow"}) as unknown as TypedDocumentString<PeerRowFragment, unknown>;
export const DataUsageRowFragmentDoc = new TypedDocumentString(`
    fragment DataUsageRow on DataUsage {
  id
  displayName
  type
  bytes
}
    `, {"fragmentName":"DataUsageRow"}) as unknown as TypedDocumentString<DataUsageRowFragment, unknown>;
export const PoolPageFragmentDoc = new TypedDocumentString(`
    fragment PoolPage on Pool {
  ...PoolActionParts
  ...PeerUsageParts
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  description
  unit
  stack {
    id
    displayName
  }
  license {
    id
    displayName
  }
  isMax
  fixed
  limit
  used
  peerVendorIds
  acceptsAllPeers
  naming: peers(first: 20) {
    totalCount
    nodes {
      ...PeerRow
    }
  }
  targets(first: 20) {
    totalCount
    nodes {
      ...TargetRow
    }
  }
  dataUsages(first: 20) {
    totalCount
    nodes {
      ...DataUsageRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
    fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment DataUsageRow on DataUsage {
  id
  displayName
  type
  bytes
}
fragment PeerRow on Peer {
  id
  displayName
  usedBytes
  warningCount
  searchBlocked
}
fragment PeerUsageParts on Pool {
  used
  peerUsages(first: 20) {
    peerVendorId
    usedBytes
    peer {
      id
      displayName
    }
  }
}
fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}`, {"fragmentName":"PoolPage"}) as unknown as TypedDocumentString<PoolPageFragment, unknown>;
export const QuotaPageFragmentDoc = new TypedDocumentString(`
    fragment QuotaPage on Quota {
  ...QuotaOutlook
  source {
    ...SourceParts
  }
  subject {
    id
    displayName
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"QuotaPage"}) as unknown as TypedDocumentString<QuotaPageFragment, unknown>;
export const SourceContentsFragmentDoc = new TypedDocumentString(`
    fragment SourceContents on Source {
  name
  licenses(first: 1) {
    totalCount
  }
  groups(first: 1) {
    totalCount
  }
  stacks(first: 1) {
    totalCount
  }
  pools(first: 1) {
    totalCount
  }
  peers(first: 1) {
    totalCount
  }
  targets(first: 1) {
    totalCount
  }
  dataUsages(first: 1) {
    totalCount
  }
  policies(first: 1) {
    totalCount
  }
}
    `, {"fragmentName":"SourceContents"}) as unknown as TypedDocumentString<SourceContentsFragment, unknown>;
export const LocalPeerFragmentDoc = new TypedDocumentString(`
    fragment LocalPeer on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  addOns
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
  vendorFields
}
    `, {"fragmentName":"LocalPeer"}) as unknown as TypedDocumentString<LocalPeerFragment, unknown>;
export const SourcePageFragmentDoc = new TypedDocumentString(`
    fragment SourcePage on Source {
  ...SourceParts
  ...SourceContents
  displayName
  vendorFields
  version
  timeZone
  lastAttemptAt
  nextSyncAt
  capabilities
  localPeer {
    ...LocalPeer
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LocalPeer on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  addOns
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
  vendorFields
}
fragment SourceContents on Source {
  name
  licenses(first: 1) {
    totalCount
  }
  groups(first: 1) {
    totalCount
  }
  stacks(first: 1) {
    totalCount
  }
  pools(first: 1) {
    totalCount
  }
  peers(first: 1) {
    totalCount
  }
  targets(first: 1) {
    totalCount
  }
  dataUsages(first: 1) {
    totalCount
  }
  policies(first: 1) {
    totalCount
  }
}`, {"fragmentName":"SourcePage"}) as unknown as TypedDocumentString<SourcePageFragment, unknown>;
export const LicenseActionPartsFragmentDoc = new TypedDocumentString(`
    fragment LicenseActionParts on License {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
    `, {"fragmentName":"LicenseActionParts"}) as unknown as TypedDocumentString<LicenseActionPartsFragment, unknown>;
export const SplunkLicensePageFragmentDoc = new TypedDocumentString(`
    fragment SplunkLicensePage on SplunkLicense {
  ...LicensePage
  ...LicenseActionParts
  label
  type
  stack {
    id
    displayName
  }
  licenseHash
  guid
  subgroupId
  quotaBytes
  isUnlimited
  maxViolations
  windowPeriod
  sourcetypes
  disabledFeatures
  addOns
  notes
}
    fragment LicenseActionParts on License {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LicensePage on License {
  ...LicenseParts
  vendorId
  vendorFields
  createdAt
  features
  source {
    ...SourceParts
  }
  group {
    id
    displayName
  }
  quotas {
    ...QuotaOutlook
  }
}`, {"fragmentName":"SplunkLicensePage"}) as unknown as TypedDocumentString<SplunkLicensePageFragment, unknown>;
export const StackPageFragmentDoc = new TypedDocumentString(`
    fragment StackPage on Stack {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  label
  type
  isActive
  quotaBytes
  isUnlimited
  maxViolations
  windowPeriod
  fixedPools
  group {
    id
    displayName
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}`, {"fragmentName":"StackPage"}) as unknown as TypedDocumentString<StackPageFragment, unknown>;
export const TargetPageFragmentDoc = new TypedDocumentString(`
    fragment TargetPage on Target {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  name
  type
  licensed
  license {
    id
    displayName
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"TargetPage"}) as unknown as TypedDocumentString<TargetPageFragment, unknown>;
export const ReconTargetPageFragmentDoc = new TypedDocumentString(`
    fragment ReconTargetPage on EnterpriseReconTarget {
  ...TargetPage
  pool {
    id
    displayName
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment TargetPage on Target {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  name
  type
  licensed
  license {
    id
    displayName
  }
}`, {"fragmentName":"ReconTargetPage"}) as unknown as TypedDocumentString<ReconTargetPageFragment, unknown>;
export const MachineActionPartsFragmentDoc = new TypedDocumentString(`
    fragment MachineActionParts on KeygenMachine {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
    `, {"fragmentName":"MachineActionParts"}) as unknown as TypedDocumentString<MachineActionPartsFragment, unknown>;
export const KeygenMachinePageFragmentDoc = new TypedDocumentString(`
    fragment KeygenMachinePage on KeygenMachine {
  ...TargetPage
  ...MachineActionParts
  fingerprint
  hostname
  platform
  ip
  cores
  memory
  disk
  lastHeartbeatAt
  createdAt
}
    fragment MachineActionParts on KeygenMachine {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment TargetPage on Target {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  name
  type
  licensed
  license {
    id
    displayName
  }
}`, {"fragmentName":"KeygenMachinePage"}) as unknown as TypedDocumentString<KeygenMachinePageFragment, unknown>;
export const RefreshablePartsFragmentDoc = new TypedDocumentString(`
    fragment RefreshableParts on Source {
  id
  name
  capabilities
}
    `, {"fragmentName":"RefreshableParts"}) as unknown as TypedDocumentString<RefreshablePartsFragment, unknown>;
export const SourceCardPartsFragmentDoc = new TypedDocumentString(`
    fragment SourceCardParts on Source {
  ...SourceParts
  ...RefreshableParts
  version
  timeZone
  lastAttemptAt
  nextSyncAt
  localPeer {
    peerVendorId
    peerLabel
    isManager
    managerUri
    lastManagerContactSuccessAt
  }
}
    fragment RefreshableParts on Source {
  id
  name
  capabilities
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"fragmentName":"SourceCardParts"}) as unknown as TypedDocumentString<SourceCardPartsFragment, unknown>;
export const LocalPeerPartsFragmentDoc = new TypedDocumentString(`
    fragment LocalPeerParts on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
}
    `, {"fragmentName":"LocalPeerParts"}) as unknown as TypedDocumentString<LocalPeerPartsFragment, unknown>;
export const SplunkSourcePartsFragmentDoc = new TypedDocumentString(`
    fragment SplunkSourceParts on Source {
  localPeer {
    ...LocalPeerParts
  }
}
    fragment LocalPeerParts on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
}`, {"fragmentName":"SplunkSourceParts"}) as unknown as TypedDocumentString<SplunkSourcePartsFragment, unknown>;
export const WarnedPeerFragmentDoc = new TypedDocumentString(`
    fragment WarnedPeer on Peer {
  id
  label
  vendorId
  searchBlocked
  orphan
  isLocal
  warningCount
  usedBytes
  activePools(first: 5) {
    totalCount
    nodes {
      id
      name
    }
  }
}
    `, {"fragmentName":"WarnedPeer"}) as unknown as TypedDocumentString<WarnedPeerFragment, unknown>;
export const StackLicensePartsFragmentDoc = new TypedDocumentString(`
    fragment StackLicenseParts on License {
  ...LicenseActionParts
  status
  expiresAt
  ... on SplunkLicense {
    quotaBytes
    isUnlimited
  }
}
    fragment LicenseActionParts on License {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}`, {"fragmentName":"StackLicenseParts"}) as unknown as TypedDocumentString<StackLicensePartsFragment, unknown>;
export const SplunkStackPartsFragmentDoc = new TypedDocumentString(`
    fragment SplunkStackParts on Stack {
  id
  displayName
  type
  quotaBytes
  isUnlimited
  fixedPools
  isActive
  source {
    id
    name
    kind
  }
}
    `, {"fragmentName":"SplunkStackParts"}) as unknown as TypedDocumentString<SplunkStackPartsFragment, unknown>;
export const AcknowledgeDocument = new TypedDocumentString(`
    mutation Acknowledge($messageId: ID!) {
  acknowledgeMessage(input: {messageId: $messageId}) {
    message {
      ...AcknowledgementParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment AcknowledgementParts on Message {
  id
  displayName
  acknowledgedAt
  acknowledgedBy
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:90fbdbcbf1200a109bcafddedbb77d097dfb9b5d08bbd66a8c8e88144b458065"}) as unknown as TypedDocumentString<AcknowledgeMutation, AcknowledgeMutationVariables>;
export const GroupContentsDocument = new TypedDocumentString(`
    query GroupContents($source: String!) {
  groups(first: 50, filter: {sources: [$source]}) {
    nodes {
      id
      name
      ... on SplunkGroup {
        isActive
        licenses(first: 10) {
          totalCount
          nodes {
            id
            displayName
          }
        }
        stacks(first: 10) {
          totalCount
          nodes {
            id
            displayName
            quotaBytes
            isUnlimited
          }
        }
      }
    }
  }
}
    `, {"hash":"sha256:3323f6ce9f7413678b5b9b78d579f1b69e78391a3f548b42ffd228588b270fc5"}) as unknown as TypedDocumentString<GroupContentsQuery, GroupContentsQueryVariables>;
export const ActivateGroupDocument = new TypedDocumentString(`
    mutation ActivateGroup($input: ActivateGroupInput!) {
  activateGroup(input: $input) {
    group {
      id
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:456e603e0695b68b683488f857dced2e21fb7714a58db326c33ec8b139620e29"}) as unknown as TypedDocumentString<ActivateGroupMutation, ActivateGroupMutationVariables>;
export const DeleteLicenseDocument = new TypedDocumentString(`
    mutation DeleteLicense($input: DeleteLicenseInput!) {
  deleteLicense(input: $input) {
    deletedId
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:078f5e1c482698eca816e7514a3cd2ae8b8ef2ab8bf92c90968500fa3ae6e7c1"}) as unknown as TypedDocumentString<DeleteLicenseMutation, DeleteLicenseMutationVariables>;
export const ActivateMachineDocument = new TypedDocumentString(`
    mutation ActivateMachine($input: ActivateMachineInput!) {
  change: activateMachine(input: $input) {
    target {
      id
      displayName
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:e8a4efc4a1fbe042e65688594aff43a2046b9c27615a93aa62d1697519c23713"}) as unknown as TypedDocumentString<ActivateMachineMutation, ActivateMachineMutationVariables>;
export const CreateLicenseDocument = new TypedDocumentString(`
    mutation CreateLicense($input: CreateLicenseInput!) {
  change: createLicense(input: $input) {
    license {
      id
      displayName
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:646f13c8e1ccb30b34f0cc8fe5e6eb974bf9207f1c52ba128ffaf06bd57cd75e"}) as unknown as TypedDocumentString<CreateLicenseMutation, CreateLicenseMutationVariables>;
export const PoliciesAndGroupsDocument = new TypedDocumentString(`
    query PoliciesAndGroups($source: String!) {
  policies(first: 500, filter: {sources: [$source]}) {
    nodes {
      id
      displayName
      maxMachines
      maxProcesses
      maxUsers
      maxCores
      maxUses
      maxMemory
      maxDisk
    }
  }
  groups(first: 500, filter: {sources: [$source]}) {
    nodes {
      id
      displayName
    }
  }
}
    `, {"hash":"sha256:dabd1058d6ba9b87a4acf2a0b89216f345868d02e557f7f171ab9d895ee8bd1e"}) as unknown as TypedDocumentString<PoliciesAndGroupsQuery, PoliciesAndGroupsQueryVariables>;
export const DeactivateMachineDocument = new TypedDocumentString(`
    mutation DeactivateMachine($id: ID!) {
  change: deactivateMachine(input: {targetId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:5eca6908fbee70e60c09dc09cfe153b21b459b9e4b71d037f3ee7fb4f3939fc3"}) as unknown as TypedDocumentString<DeactivateMachineMutation, DeactivateMachineMutationVariables>;
export const UpdateLicenseDocument = new TypedDocumentString(`
    mutation UpdateLicense($input: UpdateLicenseInput!) {
  change: updateLicense(input: $input) {
    license {
      id
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:12f757d745a180bfbc296d31d9b74e3e87d03edb838d38ff2f529e0fe1a31875"}) as unknown as TypedDocumentString<UpdateLicenseMutation, UpdateLicenseMutationVariables>;
export const SuspendLicenseDocument = new TypedDocumentString(`
    mutation SuspendLicense($id: ID!) {
  change: suspendLicense(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:e238d370ab5da69b15969cdc864495787e14607397131a488bf15f905dab2b5c"}) as unknown as TypedDocumentString<SuspendLicenseMutation, SuspendLicenseMutationVariables>;
export const ReinstateLicenseDocument = new TypedDocumentString(`
    mutation ReinstateLicense($id: ID!) {
  change: reinstateLicense(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:18fe98cfa9ab6b0c947d908d280048b5e9433b13c2ef149fd44bd47eba346791"}) as unknown as TypedDocumentString<ReinstateLicenseMutation, ReinstateLicenseMutationVariables>;
export const RenewLicenseDocument = new TypedDocumentString(`
    mutation RenewLicense($id: ID!) {
  change: renewLicense(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:0484e352871423a6ca7d49e07936166626502aa8d69601720d27bcb1bf57fd64"}) as unknown as TypedDocumentString<RenewLicenseMutation, RenewLicenseMutationVariables>;
export const CheckInLicenseDocument = new TypedDocumentString(`
    mutation CheckInLicense($id: ID!) {
  change: checkInLicense(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:29606cc2f348e79b6a2067a00b9dd1d2fabecc435b9e3722a5be0adf6f68a937"}) as unknown as TypedDocumentString<CheckInLicenseMutation, CheckInLicenseMutationVariables>;
export const ResetUsageDocument = new TypedDocumentString(`
    mutation ResetUsage($id: ID!) {
  change: resetUsage(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:952e3133bd309e4a0e89614a7aee2baffff10dc69c119aa55357d27ead09bb5c"}) as unknown as TypedDocumentString<ResetUsageMutation, ResetUsageMutationVariables>;
export const RevokeLicenseDocument = new TypedDocumentString(`
    mutation RevokeLicense($id: ID!) {
  change: revokeLicense(input: {licenseId: $id}) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:1d4f1c31342a1e24e921ff2d8f64d1c8d5a536ebe2aeae259ae00a914f78f70e"}) as unknown as TypedDocumentString<RevokeLicenseMutation, RevokeLicenseMutationVariables>;
export const IncrementUsageDocument = new TypedDocumentString(`
    mutation IncrementUsage($input: IncrementUsageInput!) {
  change: incrementUsage(input: $input) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:a219b6986821c3f9c7cbf131a7c515e45f71cfe0394612dd8eb41c3b90310d31"}) as unknown as TypedDocumentString<IncrementUsageMutation, IncrementUsageMutationVariables>;
export const DecrementUsageDocument = new TypedDocumentString(`
    mutation DecrementUsage($input: DecrementUsageInput!) {
  change: decrementUsage(input: $input) {
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:7f9b9b1f21ae244ea475da12176d3bd6f37c324dfd79fc0e973b8b51d1b12d4b"}) as unknown as TypedDocumentString<DecrementUsageMutation, DecrementUsageMutationVariables>;
export const ValidateLicenseDocument = new TypedDocumentString(`
    mutation ValidateLicense($id: ID!) {
  change: validateLicense(input: {licenseId: $id}) {
    verdict {
      ...VerdictParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}
fragment VerdictParts on KeygenVerdict {
  valid
  code
  detail
  determinate
}`, {"hash":"sha256:b8feea7d10037fe2f8710c5a40919d82e2b8d718e19a498b8b6dabf93d9176db"}) as unknown as TypedDocumentString<ValidateLicenseMutation, ValidateLicenseMutationVariables>;
export const PeersToChooseDocument = new TypedDocumentString(`
    query PeersToChoose($filter: PeerFilter!) {
  peers(first: 20, filter: $filter) {
    nodes {
      id
      label
      vendorId
    }
  }
}
    `, {"hash":"sha256:4070d09f6753c4b785fac4615f996d2e41805365357fb0374f632ff859848cf0"}) as unknown as TypedDocumentString<PeersToChooseQuery, PeersToChooseQueryVariables>;
export const DeletePoolDocument = new TypedDocumentString(`
    mutation DeletePool($input: DeletePoolInput!) {
  deletePool(input: $input) {
    deletedId
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:3999d837f98f69947d45af5eaeb917c71e5435239d55ed434626a70b5e4e7c77"}) as unknown as TypedDocumentString<DeletePoolMutation, DeletePoolMutationVariables>;
export const TryPoolDocument = new TypedDocumentString(`
    mutation TryPool($input: UpdatePoolInput!) {
  updatePool(input: $input) {
    quotas {
      ...ProjectionParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment ProjectionParts on QuotaProjection {
  subjectId
  dimension
  limit
  used
  ratio
  state
  enforcement
  subject {
    __typename
    displayName
    quotas {
      dimension
      limit
      used
      ratio
      state
      enforcement
    }
  }
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:7c83d5a79b52aa81f09115744ffc930bb5e3f73d78d9ec5c218dad2362fa25a1"}) as unknown as TypedDocumentString<TryPoolMutation, TryPoolMutationVariables>;
export const UpdatePoolDocument = new TypedDocumentString(`
    mutation UpdatePool($input: UpdatePoolInput!) {
  updatePool(input: $input) {
    pool {
      ...PoolActionParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:0e9cd8f8b668b758ab8809eba9fbca0c4ab2b5a7a864341d6800b86b91115ff7"}) as unknown as TypedDocumentString<UpdatePoolMutation, UpdatePoolMutationVariables>;
export const TryNewPoolDocument = new TypedDocumentString(`
    mutation TryNewPool($input: CreatePoolInput!) {
  createPool(input: $input) {
    quotas {
      ...ProjectionParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment ProjectionParts on QuotaProjection {
  subjectId
  dimension
  limit
  used
  ratio
  state
  enforcement
  subject {
    __typename
    displayName
    quotas {
      dimension
      limit
      used
      ratio
      state
      enforcement
    }
  }
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:e5b76b6a3a7f0a83ead3673d5f5b6d40a8c1a677266cefac0c6d318f3aa968ba"}) as unknown as TypedDocumentString<TryNewPoolMutation, TryNewPoolMutationVariables>;
export const CreatePoolDocument = new TypedDocumentString(`
    mutation CreatePool($input: CreatePoolInput!) {
  createPool(input: $input) {
    pool {
      ...PoolActionParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:0f45fafb22fa7f9276a55acc2a656bb3e5ea41e971193cd8ebbbadb97c3a58d0"}) as unknown as TypedDocumentString<CreatePoolMutation, CreatePoolMutationVariables>;
export const SourceSyncedDocument = new TypedDocumentString(`
    subscription SourceSynced {
  sourceSynced {
    id
  }
}
    `, {"hash":"sha256:23d867c1d6de203f63752a07120b211d887b7acb1b7777a96a7deadc7f80e569"}) as unknown as TypedDocumentString<SourceSyncedSubscription, SourceSyncedSubscriptionVariables>;
export const MessageRaisedDocument = new TypedDocumentString(`
    subscription MessageRaised {
  messageRaised(filter: {severities: [WARN, ERROR]}) {
    id
    severity
    category
    description
    source {
      name
    }
  }
}
    `, {"hash":"sha256:87271a3277f4821e3d024c0ecd814cef82ff8497536d3d5d3970c9ed47eac287"}) as unknown as TypedDocumentString<MessageRaisedSubscription, MessageRaisedSubscriptionVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    name
    role
    sources
  }
}
    `, {"hash":"sha256:ca811225a8ec99a8d2b584a4ca0208833f59c7c565b1155cdd8f634efddd5498"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const UploadLicenseDocument = new TypedDocumentString(`
    mutation UploadLicense($input: UploadLicenseInput!) {
  change: uploadLicense(input: $input) {
    license {
      id
      displayName
      status
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:bfadceaecd748c9ee847e911002b676f925dc6bb183bb490c51aebc6cc60ae16"}) as unknown as TypedDocumentString<UploadLicenseMutation, UploadLicenseMutationVariables>;
export const RefreshSourceDocument = new TypedDocumentString(`
    mutation RefreshSource($sourceId: ID!) {
  refreshSource(input: {sourceId: $sourceId}) {
    source {
      ...SourceParts
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment RefusalParts on MutationError {
  code
  message
  path
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"hash":"sha256:442f83616bfe9c40ab1c61453a1651e1beba157d69e7324fc171864419a152c9"}) as unknown as TypedDocumentString<RefreshSourceMutation, RefreshSourceMutationVariables>;
export const SourceNamesDocument = new TypedDocumentString(`
    query SourceNames {
  sources(first: 500) {
    nodes {
      name
    }
  }
}
    `, {"hash":"sha256:98f60fc0f0b60145f9788787c26171c90f8d474c2383da64b84b51616b7b2425"}) as unknown as TypedDocumentString<SourceNamesQuery, SourceNamesQueryVariables>;
export const FilterThingDocument = new TypedDocumentString(`
    query FilterThing($id: ID!) {
  node(id: $id) {
    ... on Quotable {
      displayName
    }
    ... on Target {
      displayName
    }
    ... on Source {
      displayName
    }
    ... on KeygenPolicy {
      displayName
    }
  }
}
    `, {"hash":"sha256:7ee23a1d95a944046095a3f19c247d3b280714a90aab6df97535a692bcd2658f"}) as unknown as TypedDocumentString<FilterThingQuery, FilterThingQueryVariables>;
export const SourcesHealthDocument = new TypedDocumentString(`
    query SourcesHealth {
  sources(first: 500) {
    nodes {
      ...SourceParts
    }
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"hash":"sha256:79223f5f1331c4268057d1173bb9e47cfd31d453895fb51deb1055f68dec9c53"}) as unknown as TypedDocumentString<SourcesHealthQuery, SourcesHealthQueryVariables>;
export const AuditTableDocument = new TypedDocumentString(`
    query AuditTable($first: Int, $after: String, $filter: AuditEntryFilter, $orderBy: AuditEntryOrder) {
  auditEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      at
      actor
      role
      action
      subjectId
      source {
        ...TableSource
      }
      input
      before
      after
      outcome
      code
      upstreamRequestId
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:199d1b6cc7ca2b7da07e6f015fb5c4cdf1672bfbddad69fe13e7a7cb878531f4"}) as unknown as TypedDocumentString<AuditTableQuery, AuditTableQueryVariables>;
export const ReconDataUsageDocument = new TypedDocumentString(`
    query ReconDataUsage($source: String!) {
  dataUsages(first: 500, filter: {sources: [$source]}) {
    totalCount
    nodes {
      id
      location
      bytes
      attribution
      target {
        id
        displayName
      }
    }
  }
}
    `, {"hash":"sha256:d45778990de6fb5211987d99a1866d0b0a0dd7959f3868b8f471a6242fa8862c"}) as unknown as TypedDocumentString<ReconDataUsageQuery, ReconDataUsageQueryVariables>;
export const ReconSourcesDocument = new TypedDocumentString(`
    query ReconSources {
  sources(first: 100, filter: {kinds: ["enterprise-recon"]}) {
    nodes {
      ...SourceParts
      ...UploadParts
    }
  }
}
    fragment UploadParts on Source {
  id
  name
  kind
  capabilities
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"hash":"sha256:c3e438f0c6decc4ad847c7f26dff8521d969de16d87e61517072ffbddbc50202"}) as unknown as TypedDocumentString<ReconSourcesQuery, ReconSourcesQueryVariables>;
export const ReconInstallationDocument = new TypedDocumentString(`
    query ReconInstallation($source: String!) {
  licenses(first: 10, filter: {sources: [$source]}) {
    nodes {
      __typename
      ... on EnterpriseReconLicense {
        ...LicenseParts
        model
        edition
        company
        warning
        pendingBytes
        pendingScans
      }
    }
  }
  pools(
    first: 100
    filter: {sources: [$source]}
    orderBy: {field: RATIO, direction: DESC}
  ) {
    nodes {
      ...ReconPoolParts
    }
  }
}
    fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment ReconPoolParts on Pool {
  id
  displayName
  unit
  quotas {
    ...QuotaParts
  }
}`, {"hash":"sha256:c24155ff1a358dd9059d9837fb5a34ac03952f043f6b26f6576653b6ed55cb45"}) as unknown as TypedDocumentString<ReconInstallationQuery, ReconInstallationQueryVariables>;
export const UnlicensedTargetsDocument = new TypedDocumentString(`
    query UnlicensedTargets($source: String!) {
  targets(first: 20, filter: {sources: [$source], licensed: false}) {
    totalCount
    nodes {
      id
      displayName
    }
  }
}
    `, {"hash":"sha256:88ad29f89887405cc0de4f9dccd868e3f0979e1c112914609d3b4bfcc774e3ab"}) as unknown as TypedDocumentString<UnlicensedTargetsQuery, UnlicensedTargetsQueryVariables>;
export const HistorySubjectDocument = new TypedDocumentString(`
    query HistorySubject($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Quotable {
      displayName
      source {
        id
        name
        kind
        timeZone
      }
      quotas {
        id
        dimension
      }
    }
    ... on Quota {
      dimension
      subject {
        id
        displayName
        source {
          id
          name
          kind
          timeZone
        }
        quotas {
          id
          dimension
        }
      }
    }
  }
}
    `, {"hash":"sha256:27bb9c8a73c39b490761b2cb9e820e93c54ab3ee3f0f8d5ca6398ce67d2a4127"}) as unknown as TypedDocumentString<HistorySubjectQuery, HistorySubjectQueryVariables>;
export const CourseDocument = new TypedDocumentString(`
    query Course($id: ID!, $from: DateTime, $to: DateTime, $resolution: UsageResolution!) {
  node(id: $id) {
    id
    ... on Quota {
      ...QuotaParts
      usage(from: $from, to: $to, resolution: $resolution) {
        start
        peak
        last
        limit
        samples
      }
      forecast {
        ...ForecastParts
      }
    }
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:3ff56c6cb4fc65500ff4399119e928fb71fdb877d97a4491a2bd2742be9e8e8f"}) as unknown as TypedDocumentString<CourseQuery, CourseQueryVariables>;
export const SubjectSearchDocument = new TypedDocumentString(`
    query SubjectSearch($search: String) {
  quotas(first: 40, filter: {search: $search}) {
    nodes {
      id
      dimension
      subject {
        id
        displayName
      }
      source {
        id
        name
      }
    }
  }
}
    `, {"hash":"sha256:2cd9b7ccd019047af774fc954174663656522cd1fe0e1a94860c8077d59dbc4c"}) as unknown as TypedDocumentString<SubjectSearchQuery, SubjectSearchQueryVariables>;
export const WorstForHistoryDocument = new TypedDocumentString(`
    query WorstForHistory {
  quotas(first: 10) {
    nodes {
      ...QuotaParts
      subject {
        id
        displayName
      }
    }
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:0593731ec82a94fce4c7390213dacf46f18476bf8e792f35604dd34cf12c58e3"}) as unknown as TypedDocumentString<WorstForHistoryQuery, WorstForHistoryQueryVariables>;
export const KeygenSourcesDocument = new TypedDocumentString(`
    query KeygenSources {
  sources(first: 100, filter: {kinds: ["keygen"]}) {
    nodes {
      ...SourceParts
      ...UploadParts
    }
  }
}
    fragment UploadParts on Source {
  id
  name
  kind
  capabilities
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"hash":"sha256:8bbb20d8c552d3ca0002cc418b8da76d9d2f0442f02d7854274db01229782db0"}) as unknown as TypedDocumentString<KeygenSourcesQuery, KeygenSourcesQueryVariables>;
export const LicensesToChooseDocument = new TypedDocumentString(`
    query LicensesToChoose($first: Int!, $filter: LicenseFilter!) {
  licenses(
    first: $first
    filter: $filter
    orderBy: {field: STATUS, direction: DESC}
  ) {
    totalCount
    nodes {
      id
      displayName
      status
    }
  }
}
    `, {"hash":"sha256:933e8dbd2b33230a83330604a90310de43dc08825d97285b0de85b1a8a570536"}) as unknown as TypedDocumentString<LicensesToChooseQuery, LicensesToChooseQueryVariables>;
export const KeygenLicenseOfDocument = new TypedDocumentString(`
    query KeygenLicenseOf($id: ID!) {
  node(id: $id) {
    __typename
    ... on KeygenLicense {
      ...LicenseParts
      ...KeygenActionParts
      ...TermsParts
      quotas {
        ...QuotaParts
      }
      verdict {
        ...VerdictParts
      }
    }
  }
}
    fragment KeygenActionParts on KeygenLicense {
  id
  displayName
  name
  suspended
  protected
  requireCheckIn
  expiresAt
  uses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  policy {
    id
    displayName
    duration
    protected
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
  }
  source {
    id
    name
    kind
    capabilities
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment VerdictParts on KeygenVerdict {
  valid
  code
  detail
  determinate
}
fragment TermsParts on KeygenLicense {
  id
  createdAt
  expiresAt
  protected
  floating
  strict
  lastValidatedAt
  lastCheckInAt
  nextCheckInAt
  policy {
    id
    displayName
    overageStrategy
    expirationStrategy
  }
  group {
    id
    displayName
  }
}`, {"hash":"sha256:007bcca48c971f084e09e1d6ae5b61d26c84e7975852b2c81d4aa8523bb863f5"}) as unknown as TypedDocumentString<KeygenLicenseOfQuery, KeygenLicenseOfQueryVariables>;
export const KeyOfDocument = new TypedDocumentString(`
    query KeyOf($id: ID!) {
  node(id: $id) {
    ... on KeygenLicense {
      id
      key
    }
  }
}
    `, {"hash":"sha256:2e3905debb28f2c6f1b463f72ef26cc60afee130afcc872c72e9d746ad4ffedd"}) as unknown as TypedDocumentString<KeyOfQuery, KeyOfQueryVariables>;
export const MachinesOfDocument = new TypedDocumentString(`
    query MachinesOf($id: ID!, $first: Int!) {
  node(id: $id) {
    __typename
    ... on KeygenLicense {
      machines(first: $first) {
        totalCount
        nodes {
          __typename
          ... on KeygenMachine {
            ...MachineActionParts
            fingerprint
            platform
            cores
            memory
            lastHeartbeatAt
            createdAt
          }
        }
      }
    }
  }
}
    fragment MachineActionParts on KeygenMachine {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}`, {"hash":"sha256:6e358868fa72540967a22b6e57c5e958baa6949332ea805a927da9c4bf1e8dd6"}) as unknown as TypedDocumentString<MachinesOfQuery, MachinesOfQueryVariables>;
export const MessagesTableDocument = new TypedDocumentString(`
    query MessagesTable($first: Int, $after: String, $filter: MessageFilter, $orderBy: MessageOrder) {
  messages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...AcknowledgementParts
      severity
      category
      origin
      description
      createdAt
      active
      source {
        ...TableSource
      }
      subject {
        id
        ... on Quotable {
          displayName
        }
        ... on Target {
          displayName
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment AcknowledgementParts on Message {
  id
  displayName
  acknowledgedAt
  acknowledgedBy
}
fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:228375df1fc32d8505ad76f2bc2f0f41108907877fca35f3043ac11a1860defd"}) as unknown as TypedDocumentString<MessagesTableQuery, MessagesTableQueryVariables>;
export const AuditEntryNodeDocument = new TypedDocumentString(`
    query AuditEntryNode($id: ID!) {
  node(id: $id) {
    __typename
    ...AuditEntryPage
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment AuditEntryPage on AuditEntry {
  id
  at
  actor
  role
  action
  subjectId
  source {
    ...SourceParts
  }
  input
  before
  after
  outcome
  code
  upstreamRequestId
}`, {"hash":"sha256:62f060e659e211a49f60b527e9857d09169c877008f8d709bf21bd5780494bab"}) as unknown as TypedDocumentString<AuditEntryNodeQuery, AuditEntryNodeQueryVariables>;
export const DataUsageNodeDocument = new TypedDocumentString(`
    query DataUsageNode($id: ID!) {
  node(id: $id) {
    __typename
    ...DataUsagePage
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment DataUsagePage on DataUsage {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  location
  type
  bytes
  attribution
  pool {
    id
    displayName
  }
  target {
    id
    displayName
  }
}`, {"hash":"sha256:79f06fc5dc9ba1e9363370db991457402f52148b37102822879d167e2e45eb11"}) as unknown as TypedDocumentString<DataUsageNodeQuery, DataUsageNodeQueryVariables>;
export const GroupNodeDocument = new TypedDocumentString(`
    query GroupNode($id: ID!) {
  node(id: $id) {
    __typename
    ...SplunkGroupPage
    ...KeygenGroupPage
  }
}
    fragment GroupActionParts on SplunkGroup {
  id
  name
  isActive
  source {
    id
    name
    kind
    capabilities
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment GroupPage on Group {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment SplunkGroupPage on SplunkGroup {
  ...GroupPage
  ...GroupActionParts
  isActive
  stacks(first: 20) {
    totalCount
    nodes {
      ...StackRow
    }
  }
}
fragment KeygenGroupPage on KeygenGroup {
  ...GroupPage
  maxLicenses
  maxMachines
  maxUsers
}
fragment StackRow on Stack {
  id
  displayName
  type
  isActive
  isUnlimited
  quotaBytes
}`, {"hash":"sha256:20e76f3b3ba3e8a8a53d9ac4db73b4414aaaebc088c21239b6a0c1f463011025"}) as unknown as TypedDocumentString<GroupNodeQuery, GroupNodeQueryVariables>;
export const KeygenMachinesDocument = new TypedDocumentString(`
    query KeygenMachines($id: ID!, $first: Int!) {
  node(id: $id) {
    ... on KeygenLicense {
      machines(first: $first) {
        totalCount
        nodes {
          ...TargetRow
        }
      }
    }
  }
}
    fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}`, {"hash":"sha256:7b0c3b247c07605214cf32899b9962f9a440941f27ec5acaec9266868220b64c"}) as unknown as TypedDocumentString<KeygenMachinesQuery, KeygenMachinesQueryVariables>;
export const LicenseNodeDocument = new TypedDocumentString(`
    query LicenseNode($id: ID!) {
  node(id: $id) {
    __typename
    ...SplunkLicensePage
    ...EnterpriseReconLicensePage
    ...KeygenLicensePage
  }
}
    fragment LicenseActionParts on License {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
fragment KeygenActionParts on KeygenLicense {
  id
  displayName
  name
  suspended
  protected
  requireCheckIn
  expiresAt
  uses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  policy {
    id
    displayName
    duration
    protected
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
  }
  source {
    id
    name
    kind
    capabilities
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment EnterpriseReconLicensePage on EnterpriseReconLicense {
  ...LicensePage
  model
  edition
  company
  warning
  pendingBytes
  pendingScans
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  targets(first: 20) {
    totalCount
    nodes {
      ...TargetRow
    }
  }
  dataUsages(first: 1) {
    totalCount
  }
}
fragment KeygenLicensePage on KeygenLicense {
  ...LicensePage
  ...KeygenActionParts
  key
  uses
  maxUses
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxMemory
  maxDisk
  protected
  suspended
  floating
  strict
  encrypted
  scheme
  requireHeartbeat
  requireCheckIn
  version
  lastValidatedAt
  lastCheckOutAt
  lastCheckInAt
  nextCheckInAt
  updatedAt
  metadata
  machineCount
  userCount
  policy {
    id
    displayName
  }
  ownerVendorId
  productVendorId
  environmentVendorId
  entitlements {
    vendorId
    code
    name
  }
  verdict {
    valid
    code
    detail
    determinate
  }
}
fragment LicensePage on License {
  ...LicenseParts
  vendorId
  vendorFields
  createdAt
  features
  source {
    ...SourceParts
  }
  group {
    id
    displayName
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
fragment SplunkLicensePage on SplunkLicense {
  ...LicensePage
  ...LicenseActionParts
  label
  type
  stack {
    id
    displayName
  }
  licenseHash
  guid
  subgroupId
  quotaBytes
  isUnlimited
  maxViolations
  windowPeriod
  sourcetypes
  disabledFeatures
  addOns
  notes
}
fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}`, {"hash":"sha256:92e6a2039b81285ab32a09cf208b5c93d53a8fabfebde5c52e40d6d1ad2697fb"}) as unknown as TypedDocumentString<LicenseNodeQuery, LicenseNodeQueryVariables>;
export const MessageNodeDocument = new TypedDocumentString(`
    query MessageNode($id: ID!) {
  node(id: $id) {
    __typename
    ...MessagePage
  }
}
    fragment AcknowledgementParts on Message {
  id
  displayName
  acknowledgedAt
  acknowledgedBy
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment MessagePage on Message {
  ...AcknowledgementParts
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  origin
  category
  severity
  description
  createdAt
  active
  acknowledgedAt
  acknowledgedBy
  quota {
    id
    dimension
    subject {
      displayName
    }
  }
  license {
    id
    displayName
  }
  pool {
    id
    displayName
  }
  stack {
    id
    displayName
  }
  peer {
    id
    displayName
  }
  target {
    id
    displayName
  }
  subject {
    __typename
    ... on Group {
      id
      displayName
    }
  }
}`, {"hash":"sha256:4bd745bc9c2c1ea3f79a7eb5f6b10ab932b5249a7c4d9eea5bd9c416b164b965"}) as unknown as TypedDocumentString<MessageNodeQuery, MessageNodeQueryVariables>;
export const MessagesAboutDocument = new TypedDocumentString(`
    query MessagesAbout($id: ID!) {
  messages(first: 20, filter: {subjectId: $id, active: true}) {
    totalCount
    nodes {
      id
      category
      severity
      description
      createdAt
      acknowledgedAt
    }
  }
}
    `, {"hash":"sha256:09c90456d48b8b8b78fbcd310337db16fa0c8e040ee681b4ecac24563f9e8004"}) as unknown as TypedDocumentString<MessagesAboutQuery, MessagesAboutQueryVariables>;
export const PeerNodeDocument = new TypedDocumentString(`
    query PeerNode($id: ID!) {
  node(id: $id) {
    __typename
    ...PeerPage
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment PeerPage on Peer {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  label
  warningCount
  orphan
  isLocal
  usedBytes
  searchBlocked
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  activePools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  stacks(first: 20) {
    totalCount
    nodes {
      ...StackRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
fragment StackRow on Stack {
  id
  displayName
  type
  isActive
  isUnlimited
  quotaBytes
}`, {"hash":"sha256:fa21669c706e05b88d05ee391a5bdcee94e0b08c2e07b7d95686e5982b0ed574"}) as unknown as TypedDocumentString<PeerNodeQuery, PeerNodeQueryVariables>;
export const PolicyNodeDocument = new TypedDocumentString(`
    query PolicyNode($id: ID!) {
  node(id: $id) {
    __typename
    ...PolicyPage
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment PolicyPage on KeygenPolicy {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  duration
  floating
  strict
  protected
  encrypted
  usePool
  scheme
  maxMachines
  maxProcesses
  maxUsers
  maxCores
  maxUses
  maxMemory
  maxDisk
  overageStrategy
  expirationStrategy
  expirationBasis
  renewalBasis
  transferStrategy
  authenticationStrategy
  machineLeasingStrategy
  processLeasingStrategy
  machineUniquenessStrategy
  machineMatchingStrategy
  componentUniquenessStrategy
  componentMatchingStrategy
  heartbeatDuration
  heartbeatCullStrategy
  heartbeatResurrectionStrategy
  heartbeatBasis
  requireHeartbeat
  requireCheckIn
  checkInInterval
  checkInIntervalCount
  requireProductScope
  requirePolicyScope
  requireMachineScope
  requireFingerprintScope
  requireComponentsScope
  requireUserScope
  requireChecksumScope
  requireVersionScope
  requireEnvironmentScope
  metadata
  createdAt
  updatedAt
  environmentVendorId
  productVendorId
}`, {"hash":"sha256:cbbf246ed55aa98aaeb9ab72bb88d33b33159d19c3a3307ef2b2257e5c5c63d8"}) as unknown as TypedDocumentString<PolicyNodeQuery, PolicyNodeQueryVariables>;
export const PoolNodeDocument = new TypedDocumentString(`
    query PoolNode($id: ID!) {
  node(id: $id) {
    __typename
    ...PoolPage
  }
}
    fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment DataUsageRow on DataUsage {
  id
  displayName
  type
  bytes
}
fragment PeerRow on Peer {
  id
  displayName
  usedBytes
  warningCount
  searchBlocked
}
fragment PeerUsageParts on Pool {
  used
  peerUsages(first: 20) {
    peerVendorId
    usedBytes
    peer {
      id
      displayName
    }
  }
}
fragment PoolPage on Pool {
  ...PoolActionParts
  ...PeerUsageParts
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  description
  unit
  stack {
    id
    displayName
  }
  license {
    id
    displayName
  }
  isMax
  fixed
  limit
  used
  peerVendorIds
  acceptsAllPeers
  naming: peers(first: 20) {
    totalCount
    nodes {
      ...PeerRow
    }
  }
  targets(first: 20) {
    totalCount
    nodes {
      ...TargetRow
    }
  }
  dataUsages(first: 20) {
    totalCount
    nodes {
      ...DataUsageRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}
fragment TargetRow on Target {
  id
  displayName
  type
  licensed
  ... on KeygenMachine {
    hostname
    platform
  }
}`, {"hash":"sha256:cdb3bcadfcb3ea89cf6b0ec39d177ff22d4630880723640fda74ae8985e60bb9"}) as unknown as TypedDocumentString<PoolNodeQuery, PoolNodeQueryVariables>;
export const QuotaNodeDocument = new TypedDocumentString(`
    query QuotaNode($id: ID!) {
  node(id: $id) {
    __typename
    ...QuotaPage
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment QuotaPage on Quota {
  ...QuotaOutlook
  source {
    ...SourceParts
  }
  subject {
    id
    displayName
  }
}`, {"hash":"sha256:ab13201c350ff7f8897179dd606268f68b481c8173cabe11dc70b6be6c1b97c1"}) as unknown as TypedDocumentString<QuotaNodeQuery, QuotaNodeQueryVariables>;
export const SourceNodeDocument = new TypedDocumentString(`
    query SourceNode($id: ID!) {
  node(id: $id) {
    __typename
    ...SourcePage
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LocalPeer on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  addOns
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
  vendorFields
}
fragment SourceContents on Source {
  name
  licenses(first: 1) {
    totalCount
  }
  groups(first: 1) {
    totalCount
  }
  stacks(first: 1) {
    totalCount
  }
  pools(first: 1) {
    totalCount
  }
  peers(first: 1) {
    totalCount
  }
  targets(first: 1) {
    totalCount
  }
  dataUsages(first: 1) {
    totalCount
  }
  policies(first: 1) {
    totalCount
  }
}
fragment SourcePage on Source {
  ...SourceParts
  ...SourceContents
  displayName
  vendorFields
  version
  timeZone
  lastAttemptAt
  nextSyncAt
  capabilities
  localPeer {
    ...LocalPeer
  }
}`, {"hash":"sha256:2b69f6c05e49d89ce647ecb3595c4caa62ba538df4e01f9c5cf01a42f998d02c"}) as unknown as TypedDocumentString<SourceNodeQuery, SourceNodeQueryVariables>;
export const StackNodeDocument = new TypedDocumentString(`
    query StackNode($id: ID!) {
  node(id: $id) {
    __typename
    ...StackPage
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}
fragment QuotaOutlook on Quota {
  ...QuotaParts
  forecast {
    ...ForecastParts
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment PoolRow on Pool {
  id
  displayName
  unit
  limit
  used
  source {
    kind
  }
  quotas {
    ...QuotaParts
  }
}
fragment StackPage on Stack {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  label
  type
  isActive
  quotaBytes
  isUnlimited
  maxViolations
  windowPeriod
  fixedPools
  group {
    id
    displayName
  }
  licenses(first: 20) {
    totalCount
    nodes {
      ...LicenseParts
    }
  }
  pools(first: 20) {
    totalCount
    nodes {
      ...PoolRow
    }
  }
  quotas {
    ...QuotaOutlook
  }
}`, {"hash":"sha256:8cef96dbd50804cca74b64f94885c3687d6b43b7c6bfd32ee683fafab6046b15"}) as unknown as TypedDocumentString<StackNodeQuery, StackNodeQueryVariables>;
export const TargetNodeDocument = new TypedDocumentString(`
    query TargetNode($id: ID!) {
  node(id: $id) {
    __typename
    ...ReconTargetPage
    ...KeygenMachinePage
  }
}
    fragment MachineActionParts on KeygenMachine {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment TargetPage on Target {
  id
  displayName
  vendorId
  vendorFields
  source {
    ...SourceParts
  }
  name
  type
  licensed
  license {
    id
    displayName
  }
}
fragment ReconTargetPage on EnterpriseReconTarget {
  ...TargetPage
  pool {
    id
    displayName
  }
}
fragment KeygenMachinePage on KeygenMachine {
  ...TargetPage
  ...MachineActionParts
  fingerprint
  hostname
  platform
  ip
  cores
  memory
  disk
  lastHeartbeatAt
  createdAt
}`, {"hash":"sha256:732c78aa2d97490a6980e15abc2a54977bece5eaf70d7bd27efccb0684a25542"}) as unknown as TypedDocumentString<TargetNodeQuery, TargetNodeQueryVariables>;
export const BlockedSearchesDocument = new TypedDocumentString(`
    query BlockedSearches {
  peers(first: 10, filter: {searchBlocked: true}) {
    totalCount
    nodes {
      id
      displayName
      quotas {
        ...QuotaParts
      }
    }
  }
  quotas(
    first: 40
    filter: {dimensions: [WARNINGS], states: [OK, WARNING, CRITICAL]}
    orderBy: {field: RATIO, direction: DESC}
  ) {
    nodes {
      ...QuotaParts
      subject {
        __typename
        id
        displayName
      }
    }
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:b29b1460f2721fc4c8daf7feb0d927b9bb00558ab817d47765f4c98a311ac9f8"}) as unknown as TypedDocumentString<BlockedSearchesQuery, BlockedSearchesQueryVariables>;
export const CrossingsDocument = new TypedDocumentString(`
    query Crossings {
  quotas(
    first: 60
    filter: {states: [OK, WARNING, CRITICAL]}
    orderBy: {field: RATIO, direction: DESC}
  ) {
    nodes {
      ...QuotaParts
      subject {
        id
        displayName
      }
      forecast {
        ...ForecastParts
      }
    }
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:94a328f43b95223c238d13af386bc1eff7e93aadce475353fbf1fa2cba773547"}) as unknown as TypedDocumentString<CrossingsQuery, CrossingsQueryVariables>;
export const ExpiriesDocument = new TypedDocumentString(`
    query Expiries($withinDays: Int!) {
  overview {
    expiring(withinDays: $withinDays, first: 500) {
      ...LicenseParts
    }
  }
}
    fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}`, {"hash":"sha256:909cf90ac428942fad240c83725dd2ea919e344afb7cb3877d149865f58b9ef7"}) as unknown as TypedDocumentString<ExpiriesQuery, ExpiriesQueryVariables>;
export const GravestMessagesDocument = new TypedDocumentString(`
    query GravestMessages {
  overview {
    messages {
      bySeverity {
        severity
        count
      }
    }
  }
  messages(
    first: 6
    filter: {active: true, severities: [ERROR, WARN]}
    orderBy: {field: SEVERITY, direction: DESC}
  ) {
    nodes {
      id
      severity
      category
      description
      createdAt
      acknowledgedBy
      source {
        name
      }
    }
  }
}
    `, {"hash":"sha256:b079271cf830d3ecf8438dce4999db0c3910791a68146f678b5cbc731a92c1ac"}) as unknown as TypedDocumentString<GravestMessagesQuery, GravestMessagesQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview {
  overview {
    sources {
      total
      ok
      stale
      failing
    }
    licenses {
      total
      byStatus {
        status
        count
      }
    }
    quotas {
      total
      byState {
        state
        count
      }
    }
    messages {
      bySeverity {
        severity
        count
      }
    }
  }
  blocked: peers(first: 1, filter: {searchBlocked: true}) {
    totalCount
  }
  sources(first: 20) {
    totalCount
    nodes {
      ...SourceParts
    }
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}`, {"hash":"sha256:4f77bd0b3326a10fc5aa978666ec3ab42043ac3b2288312a2546dededd0490ca"}) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const WorstQuotasDocument = new TypedDocumentString(`
    query WorstQuotas {
  overview {
    quotas {
      worst(first: 6) {
        ...QuotaParts
        subject {
          id
          displayName
        }
        forecast {
          ...ForecastParts
        }
      }
    }
  }
}
    fragment ForecastParts on Forecast {
  method
  projectedAtReset
  exhaustsAt
  low
  high
  basis {
    from
    to
    samples
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:812cb2dfc55c0465fe3c50f12896515089e4f161a88770f954e7c632592f80da"}) as unknown as TypedDocumentString<WorstQuotasQuery, WorstQuotasQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources {
  sources(first: 200) {
    totalCount
    nodes {
      ...SourceCardParts
    }
  }
}
    fragment RefreshableParts on Source {
  id
  name
  capabilities
}
fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment SourceCardParts on Source {
  ...SourceParts
  ...RefreshableParts
  version
  timeZone
  lastAttemptAt
  nextSyncAt
  localPeer {
    peerVendorId
    peerLabel
    isManager
    managerUri
    lastManagerContactSuccessAt
  }
}`, {"hash":"sha256:cf409ffcfa0efbfd5cf4aeed1a9ae829a58ba6efeaa041598f1bf0fb2a91b632"}) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const SplunkGroupsDocument = new TypedDocumentString(`
    query SplunkGroups($source: String!) {
  groups(first: 50, filter: {sources: [$source]}) {
    nodes {
      ... on SplunkGroup {
        ...GroupActionParts
        licenses(first: 1) {
          totalCount
        }
        stacks(first: 50) {
          nodes {
            ...SplunkStackParts
          }
        }
      }
    }
  }
}
    fragment GroupActionParts on SplunkGroup {
  id
  name
  isActive
  source {
    id
    name
    kind
    capabilities
  }
}
fragment SplunkStackParts on Stack {
  id
  displayName
  type
  quotaBytes
  isUnlimited
  fixedPools
  isActive
  source {
    id
    name
    kind
  }
}`, {"hash":"sha256:c98d7aa6ba3258aa97cd6b760eb8a50f8a816418fe3e0b3c3fb150b692fca971"}) as unknown as TypedDocumentString<SplunkGroupsQuery, SplunkGroupsQueryVariables>;
export const SplunkPeersDocument = new TypedDocumentString(`
    query SplunkPeers($source: String!, $first: Int!) {
  quotas(
    first: $first
    filter: {sources: [$source], dimensions: [WARNINGS]}
    orderBy: {field: RATIO, direction: DESC}
  ) {
    totalCount
    nodes {
      ...QuotaParts
      subject {
        ... on Peer {
          ...WarnedPeer
        }
      }
    }
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment WarnedPeer on Peer {
  id
  label
  vendorId
  searchBlocked
  orphan
  isLocal
  warningCount
  usedBytes
  activePools(first: 5) {
    totalCount
    nodes {
      id
      name
    }
  }
}`, {"hash":"sha256:e47d173c748741725e1b2403d164cd9b9d9f7ee737b34cafc3642c2703ba71f5"}) as unknown as TypedDocumentString<SplunkPeersQuery, SplunkPeersQueryVariables>;
export const SplunkSourcesDocument = new TypedDocumentString(`
    query SplunkSources {
  sources(first: 100, filter: {kinds: ["splunk"]}) {
    nodes {
      ...SourceParts
      ...SplunkSourceParts
      capabilities
    }
  }
}
    fragment SourceParts on Source {
  id
  name
  kind
  status
  stale
  lastSyncedAt
  lastError {
    code
    message
  }
}
fragment LocalPeerParts on SplunkLocalPeer {
  peerVendorId
  peerLabel
  managerGuid
  managerUri
  isManager
  features {
    name
    state
  }
  licenseKeys
  connectionTimeout
  sendTimeout
  receiveTimeout
  squashThreshold
  lastManagerContactAttemptAt
  lastManagerContactSuccessAt
  lastTrackerDbServiceAt
}
fragment SplunkSourceParts on Source {
  localPeer {
    ...LocalPeerParts
  }
}`, {"hash":"sha256:b88c3bdc458dd068b418a3dafefd3f34d84ec4295360c32cd69c31f685db6e65"}) as unknown as TypedDocumentString<SplunkSourcesQuery, SplunkSourcesQueryVariables>;
export const StackPoolsDocument = new TypedDocumentString(`
    query StackPools($source: String!, $stackId: ID!) {
  pools(
    first: 500
    filter: {sources: [$source], stackId: $stackId}
    orderBy: {field: USED, direction: DESC}
  ) {
    totalCount
    nodes {
      ...PoolActionParts
      used
      acceptsAllPeers
      quotas {
        ...QuotaParts
      }
    }
  }
  licenses(first: 100, filter: {sources: [$source], stackId: $stackId}) {
    totalCount
    nodes {
      ...StackLicenseParts
    }
  }
  quotas(first: 10, filter: {sources: [$source], subjectId: $stackId}) {
    nodes {
      ...QuotaParts
    }
  }
}
    fragment LicenseActionParts on License {
  id
  displayName
  source {
    id
    name
    kind
    capabilities
  }
}
fragment PoolActionParts on Pool {
  id
  name
  description
  isMax
  fixed
  limit
  peerVendorIds
  source {
    id
    name
    kind
    capabilities
  }
  stack {
    id
    displayName
  }
  peers(first: 100) {
    nodes {
      id
      vendorId
      label
    }
  }
}
fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment StackLicenseParts on License {
  ...LicenseActionParts
  status
  expiresAt
  ... on SplunkLicense {
    quotaBytes
    isUnlimited
  }
}`, {"hash":"sha256:9a5f811a4d907d48446cac6c16331724faf6d1b1b3993a4e90fb4ae85bbe0a24"}) as unknown as TypedDocumentString<StackPoolsQuery, StackPoolsQueryVariables>;
export const DataUsagesTableDocument = new TypedDocumentString(`
    query DataUsagesTable($first: Int, $after: String, $filter: DataUsageFilter, $orderBy: DataUsageOrder) {
  dataUsages(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      type
      bytes
      attribution
      observedAt
      source {
        ...TableSource
      }
      pool {
        id
        displayName
      }
      target {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:6e15a81fbcc7c3202f6e59f10f7c55e87d4114802307fd92c1084959ad3930a1"}) as unknown as TypedDocumentString<DataUsagesTableQuery, DataUsagesTableQueryVariables>;
export const GroupsTableDocument = new TypedDocumentString(`
    query GroupsTable($first: Int, $after: String, $filter: GroupFilter, $orderBy: GroupOrder) {
  groups(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      source {
        ...TableSource
      }
      licenses(first: 1) {
        totalCount
      }
      quotas {
        ...QuotaParts
      }
      ... on SplunkGroup {
        isActive
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:96c4f2a710f920f8b2e2b39ed60690325bd53b1c30e4ef9d0d87bd4b110443f4"}) as unknown as TypedDocumentString<GroupsTableQuery, GroupsTableQueryVariables>;
export const LicensesTableDocument = new TypedDocumentString(`
    query LicensesTable($first: Int, $after: String, $filter: LicenseFilter, $orderBy: LicenseOrder) {
  licenses(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...LicenseParts
      vendorId
      createdAt
      features
      group {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment LicenseParts on License {
  id
  displayName
  status
  reportedStatus
  derivedStatus
  conflicts
  expiresAt
  observedAt
  source {
    id
    name
    kind
    stale
  }
}`, {"hash":"sha256:dbcfd7c14a8fc39c8b4ea318f29c3a97f1094ae883a318e607f7fbea4758f167"}) as unknown as TypedDocumentString<LicensesTableQuery, LicensesTableQueryVariables>;
export const PeersTableDocument = new TypedDocumentString(`
    query PeersTable($first: Int, $after: String, $filter: PeerFilter, $orderBy: PeerOrder) {
  peers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      warningCount
      orphan
      isLocal
      usedBytes
      searchBlocked
      source {
        ...TableSource
      }
      quotas {
        ...QuotaParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:4b0c7113b7bed8cf2a06d55c9baf001d46cd3781a354636a5a92728551c39337"}) as unknown as TypedDocumentString<PeersTableQuery, PeersTableQueryVariables>;
export const PoliciesTableDocument = new TypedDocumentString(`
    query PoliciesTable($first: Int, $after: String, $filter: PolicyFilter, $orderBy: PolicyOrder) {
  policies(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      duration
      floating
      strict
      maxMachines
      maxUsers
      maxUses
      overageStrategy
      expirationStrategy
      requireHeartbeat
      requireCheckIn
      createdAt
      source {
        ...TableSource
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:a1aa4728627858fdef0e7b108bc13feba9dd54d83e7ba3eaf5879a92cb80329f"}) as unknown as TypedDocumentString<PoliciesTableQuery, PoliciesTableQueryVariables>;
export const PoolsTableDocument = new TypedDocumentString(`
    query PoolsTable($first: Int, $after: String, $filter: PoolFilter, $orderBy: PoolOrder) {
  pools(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      description
      unit
      used
      isMax
      fixed
      acceptsAllPeers
      source {
        ...TableSource
      }
      stack {
        id
        displayName
      }
      quotas {
        ...QuotaParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:a33ecf349eced935e85d93a46f178014b32ab9273b2af5e4415d98aea8a7d6e6"}) as unknown as TypedDocumentString<PoolsTableQuery, PoolsTableQueryVariables>;
export const QuotasTableDocument = new TypedDocumentString(`
    query QuotasTable($first: Int, $after: String, $filter: QuotaFilter, $orderBy: QuotaOrder) {
  quotas(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      ...QuotaParts
      subject {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}`, {"hash":"sha256:1a2cf47c6e95ca60a6be8b47f53acfee24b576349d3aad87ab4588edeb1dc9ec"}) as unknown as TypedDocumentString<QuotasTableQuery, QuotasTableQueryVariables>;
export const StacksTableDocument = new TypedDocumentString(`
    query StacksTable($first: Int, $after: String, $filter: StackFilter, $orderBy: StackOrder) {
  stacks(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      type
      isActive
      quotaBytes
      isUnlimited
      maxViolations
      windowPeriod
      source {
        ...TableSource
      }
      group {
        id
        displayName
      }
      quotas {
        ...QuotaParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment QuotaParts on Quota {
  id
  source {
    id
    name
    kind
    timeZone
  }
  dimension
  measure
  limit
  used
  remaining
  ratio
  state
  enforcement
  overageLimit
  resetsAt
  observedAt
  stale
  reasons
}
fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:813c44f16b2bb8fa47994f8e1318db121b1e7e560c8a07f6c621259b7452caba"}) as unknown as TypedDocumentString<StacksTableQuery, StacksTableQueryVariables>;
export const TargetsTableDocument = new TypedDocumentString(`
    query TargetsTable($first: Int, $after: String, $filter: TargetFilter, $orderBy: TargetOrder) {
  targets(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes {
      id
      displayName
      vendorId
      type
      licensed
      source {
        ...TableSource
      }
      license {
        id
        displayName
      }
      pool {
        id
        displayName
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment TableSource on Source {
  id
  name
  kind
  stale
  lastSyncedAt
}`, {"hash":"sha256:90f169f298a54486e6e12a0f7e83dd5cb56671fdfb05d8940c9fc4a0a625421a"}) as unknown as TypedDocumentString<TargetsTableQuery, TargetsTableQueryVariables>;
export const WhatIfPartsDocument = new TypedDocumentString(`
    query WhatIfParts($source: String!) {
  source(name: $source) {
    id
    pools(first: 500) {
      nodes {
        id
        displayName
        unit
        limit
        isMax
        fixed
      }
    }
    stacks(first: 100) {
      nodes {
        id
        displayName
      }
    }
  }
}
    `, {"hash":"sha256:415c2a886c6d9a70a930366e0f50af664af3e25e3259e48a3f025d077a0b47d8"}) as unknown as TypedDocumentString<WhatIfPartsQuery, WhatIfPartsQueryVariables>;
export const DroppableLicensesDocument = new TypedDocumentString(`
    query DroppableLicenses($source: String!, $search: String) {
  licenses(first: 40, filter: {sources: [$source], search: $search}) {
    nodes {
      id
      displayName
    }
  }
}
    `, {"hash":"sha256:37d2dd9f701fa6ad1955d2a5636052c1f7be865e13bc5f92f761b2ed944fb1e8"}) as unknown as TypedDocumentString<DroppableLicensesQuery, DroppableLicensesQueryVariables>;
export const DroppedLicensesDocument = new TypedDocumentString(`
    query DroppedLicenses($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Quotable {
      displayName
    }
  }
}
    `, {"hash":"sha256:6ec7c03a8a485ccf63590eb99754c94d2b3764c2b8928315540b214e14bdbe13"}) as unknown as TypedDocumentString<DroppedLicensesQuery, DroppedLicensesQueryVariables>;
export const WhatIfSourcesDocument = new TypedDocumentString(`
    query WhatIfSources {
  sources(first: 500) {
    nodes {
      id
      name
      kind
      timeZone
    }
  }
}
    `, {"hash":"sha256:a8308bd66b97bac1537a48628da436031263087303916df7569fd20ad18203b5"}) as unknown as TypedDocumentString<WhatIfSourcesQuery, WhatIfSourcesQueryVariables>;
export const TryOutDocument = new TypedDocumentString(`
    query TryOut($input: WhatIfInput!) {
  whatIf(input: $input) {
    quotas {
      ...ProjectionParts
    }
    messages {
      category
      severity
      description
      subjectId
    }
    errors {
      ...RefusalParts
    }
  }
}
    fragment ProjectionParts on QuotaProjection {
  subjectId
  dimension
  limit
  used
  ratio
  state
  enforcement
  subject {
    __typename
    displayName
    quotas {
      dimension
      limit
      used
      ratio
      state
      enforcement
    }
  }
}
fragment RefusalParts on MutationError {
  code
  message
  path
}`, {"hash":"sha256:31b517c60ffa0f4a234b12079d96950bc6b6e5bf3e717326c15d659b5b23dd69"}) as unknown as TypedDocumentString<TryOutQuery, TryOutQueryVariables>;