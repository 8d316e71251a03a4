import type { JsonObject } from '../../domain/json.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeModel } from '../reader.js';
import type { SourceView } from '../source-view.js';
import type { EvaluatedLicense, EvaluatedPool, Quota as QuotaModel } from '../../domain/evaluated.js';
import type { Group as GroupModel, Stack as StackModel, Peer as PeerModel, Target as TargetModel, Policy as PolicyModel, DataUsage as DataUsageModel, Message as MessageModel } from '../../domain/entities.js';
import type { AuditEntry as AuditEntryModel } from '../../domain/audit.js';
import type { MutationError as MutationErrorModel } from '../../domain/mutation-error.js';
import type { ApiKeyView } from '../../auth/authenticate.js';
import type { OverviewModel, QuotaCountsModel } from '../overview-model.js';
import type { Connection as ConnectionModel } from '../connection.js';
import type { GraphqlContext } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A whole number of any size, as a decimal string in JSON; on input a string of digits or an integer. */
  BigInt: { input: bigint; output: bigint; }
  /** An instant: RFC 3339, UTC, with milliseconds, e.g. `2026-01-31T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A JSON object. Integers beyond 2^53 in it are decimal strings. */
  JSONObject: { input: JsonObject; output: JsonObject; }
};

/** Which message has been seen. */
export type AcknowledgeMessageInput = {
  /** Global id of the message. */
  messageId: Scalars['ID']['input'];
};

/** The message as it then is, or why it could not be. */
export type AcknowledgeMessagePayload = {
  __typename?: 'AcknowledgeMessagePayload';
  /** Why it was refused: MESSAGE_NOT_FOUND. Empty when it was not. */
  errors: Array<MutationError>;
  /** The message; null when it was refused. */
  message?: Maybe<Message>;
};

/** Which group to activate. */
export type ActivateGroupInput = {
  /** Global id of the group. */
  groupId: Scalars['ID']['input'];
};

/** The group as it then is, or why it could not be activated. */
export type ActivateGroupPayload = {
  __typename?: 'ActivateGroupPayload';
  /** Why it was refused or could not be told: GROUP_NOT_FOUND and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The group; null when it was refused, or could not be read again. */
  group?: Maybe<Group>;
};

/** A machine to activate. */
export type ActivateMachineInput = {
  /** CPU cores, 0 to 2^31 - 1. */
  cores?: InputMaybe<Scalars['Int']['input']>;
  /** Bytes of disk, 0 to 2^63 - 1. */
  disk?: InputMaybe<Scalars['BigInt']['input']>;
  /** What identifies the machine to the license, 1 to 255 characters. */
  fingerprint: Scalars['String']['input'];
  /** Its host name. */
  hostname?: InputMaybe<Scalars['String']['input']>;
  /** Its address. */
  ip?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the license it uses. */
  licenseId: Scalars['ID']['input'];
  /** Bytes of memory, 0 to 2^63 - 1. */
  memory?: InputMaybe<Scalars['BigInt']['input']>;
  /** Whatever belongs to it. */
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What people call it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Its platform, e.g. `linux`. */
  platform?: InputMaybe<Scalars['String']['input']>;
};

/** The machine as the vendor now shows it, or why it could not be activated. */
export type ActivateMachinePayload = {
  __typename?: 'ActivateMachinePayload';
  /** Why it was refused or could not be told: MACHINE_EXISTS, MACHINE_LIMIT_EXCEEDED, LIMIT_EXCEEDED, LICENSE_SUSPENDED and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The machine; null when it was refused, or could not be read again. */
  target?: Maybe<Target>;
};

/** A key by which somebody is let in. The key itself is not kept, and nothing of it is shown. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** When it was last used, by a minute: uses at other gateways on the same store show that late. Null: never under this name. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What logs and the audit trail call its holder; unique. */
  name: Scalars['String']['output'];
  /** What its holder may do. */
  role: Role;
  /** Patterns of the names of the sources its holder sees, in which `*` stands for any run of characters; null: all sources. */
  sources?: Maybe<Array<Scalars['String']['output']>>;
};

/** What somebody did, or tried to do, through this gateway. Entries are never changed once their outcome is known, and never deleted. */
export type AuditEntry = Node & {
  __typename?: 'AuditEntry';
  /** The mutation's name, e.g. `updatePool`. */
  action: Scalars['String']['output'];
  /** Who asked: the name of the API key; of a token's holder the name of the identity provider, a colon and the holder's own. */
  actor: Scalars['String']['output'];
  /** What it was like after; null when it is gone, when nothing was done, and when it could not be read again. */
  after?: Maybe<Scalars['JSONObject']['output']>;
  /** When it was asked for. */
  at: Scalars['DateTime']['output'];
  /** What the subject was like when it was last read before: what the action can change of it, metadata excepted. Never a key, credential or license file. */
  before?: Maybe<Scalars['JSONObject']['output']>;
  /** The code of the refusal or failure: a MutationErrorCode, FORBIDDEN, or DRY_RUN of what was only tried on paper; null when it was done. OUTCOME_UNKNOWN beside APPLIED: the vendor accepted it, and it could not be shown. */
  code?: Maybe<Scalars['String']['output']>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** What was asked for: the mutation's input without keys, license files and the values of metadata. */
  input: Scalars['JSONObject']['output'];
  /** What came of it. */
  outcome: AuditOutcome;
  /** The role the actor had. */
  role: Role;
  /** The source it was asked for; null when there is no such source. */
  source?: Maybe<Source>;
  /** Global id of what it was asked for, as it was given; of what was created when that was done. */
  subjectId?: Maybe<Scalars['ID']['output']>;
  /** The vendor's name for the request, where it gives one. */
  upstreamRequestId?: Maybe<Scalars['String']['output']>;
};

/** A page of audit entries. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The entries of this page with their cursors. */
  edges: Array<AuditEntryEdge>;
  /** The entries of this page. */
  nodes: Array<AuditEntry>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of audit entries. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: AuditEntry;
};

/** Which audit entries: every given condition must hold. */
export type AuditEntryFilter = {
  /** These actions, by the mutations' names. */
  actions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** By these actors. */
  actors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Asked for at this instant or later. */
  atAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Asked for before this instant. */
  atBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With these outcomes. */
  outcomes?: InputMaybe<Array<AuditOutcome>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in actor, action or the subject's id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** About this thing. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
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

/** Which license to check in. */
export type CheckInLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type CheckInLicensePayload = {
  __typename?: 'CheckInLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND, CONFLICT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** A license to create. */
export type CreateLicenseInput = {
  /** When it ends; as the policy says when absent or null. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Global id of the group it joins. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Its key; the vendor makes one when absent. It is shown to operators and admins only. The vendor is asked for it by its address, so it can stand in the vendor's own access log. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** Limits in place of the policy's. */
  limits?: InputMaybe<KeygenLimitsInput>;
  /** Whatever belongs to it. */
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What people call it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The vendor's id of the user who owns it. */
  ownerVendorId?: InputMaybe<Scalars['String']['input']>;
  /** Global id of the policy it implements. */
  policyId: Scalars['ID']['input'];
  /** Whether its users may not manage machines themselves; the policy's when absent. */
  protected?: InputMaybe<Scalars['Boolean']['input']>;
  /** Global id of the source. */
  sourceId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be created. */
export type CreateLicensePayload = {
  __typename?: 'CreateLicensePayload';
  /** Why it was refused or could not be told: POLICY_NOT_FOUND, GROUP_NOT_FOUND, CONFLICT, LIMIT_EXCEEDED, INVALID_INPUT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** A pool to create. */
export type CreatePoolInput = {
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether to tell what would come of it, sending nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** Its name, by which the vendor knows it: 1 to 255 characters, none of them a control character. */
  name: Scalars['String']['input'];
  /** GUIDs of peers, registered or not, or `*` alone for every peer that no other pool of the stack names. None when absent. */
  peers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day; anything else is INVALID_QUOTA. */
  quota: Scalars['String']['input'];
  /** Global id of the stack it shares. */
  stackId: Scalars['ID']['input'];
};

/** The pool as the vendor now shows it, or why it could not be created. */
export type CreatePoolPayload = {
  __typename?: 'CreatePoolPayload';
  /** Why it was refused or could not be told: POOL_EXISTS, MAX_POOL_EXISTS, FIXED_POOL, INVALID_QUOTA and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The pool; null when it was refused or could not be read again, and of a dry run. */
  pool?: Maybe<Pool>;
  /** The pool's quotas, then those of its stack and of the stack's other pools: as they are, or, of a dry run, as they would be. Null when it was refused. */
  quotas?: Maybe<Array<QuotaProjection>>;
};

/** Enterprise Recon: how much scanned data one location holds against an allowance. */
export type DataUsage = Node & {
  __typename?: 'DataUsage';
  /** Which allowance it counts against: `global`, `server`, `client` or a word of the vendor's; null when it says none. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** The largest volume scanned there, in bytes. */
  bytes: Scalars['BigInt']['output'];
  /** What a person calls it: the location. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Target, target location or scan root, as the vendor describes it: free text. */
  location: Scalars['String']['output'];
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** The BYTES pool of its attribution; null when it has none. */
  pool?: Maybe<Pool>;
  /** The source it was read from. */
  source: Source;
  /** The target, only when exactly one target's name begins the location. */
  target?: Maybe<Target>;
  /** The vendor's type, e.g. `file`. */
  type: Scalars['String']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};

/** A page of data usages. */
export type DataUsageConnection = {
  __typename?: 'DataUsageConnection';
  /** The data usages of this page with their cursors. */
  edges: Array<DataUsageEdge>;
  /** The data usages of this page. */
  nodes: Array<DataUsage>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of data usages. */
export type DataUsageEdge = {
  __typename?: 'DataUsageEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: DataUsage;
};

/** Which data usages: every given condition must hold. */
export type DataUsageFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Against this pool. */
  poolId?: InputMaybe<Scalars['ID']['input']>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
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

/** Which machine to deactivate. */
export type DeactivateMachineInput = {
  /** Global id of the machine. */
  targetId: Scalars['ID']['input'];
};

/** The id that is gone, or why it is not. */
export type DeactivateMachinePayload = {
  __typename?: 'DeactivateMachinePayload';
  /** Global id of what was deactivated; null when nothing was, or when that could not be seen. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused or could not be told: TARGET_NOT_FOUND and others. Empty when it was done. */
  errors: Array<MutationError>;
};

/** Whose uses to count down, and by how many. */
export type DecrementUsageInput = {
  /** 1 or more. */
  by?: Scalars['Int']['input'];
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type DecrementUsagePayload = {
  __typename?: 'DecrementUsagePayload';
  /** Why it was refused or could not be told: USES_LIMIT_EXCEEDED, INVALID_INPUT and others. When the answer is lost it is OUTCOME_UNKNOWN, as others count, too. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** Which license to delete. */
export type DeleteLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The id that is gone, or why it is not. */
export type DeleteLicensePayload = {
  __typename?: 'DeleteLicensePayload';
  /** Global id of what was deleted; null when nothing was, or when that could not be seen. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused or could not be told: LAST_LICENSE_IN_ACTIVE_GROUP and others. Empty when it was done. */
  errors: Array<MutationError>;
};

/** Which pool to delete. */
export type DeletePoolInput = {
  /** Global id of the pool. */
  poolId: Scalars['ID']['input'];
};

/** The id that is gone, or why it is not. */
export type DeletePoolPayload = {
  __typename?: 'DeletePoolPayload';
  /** Global id of what was deleted; null when nothing was, or when that could not be seen. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused or could not be told: FIXED_POOL and others. Empty when it was done. */
  errors: Array<MutationError>;
};

/** What happens above a limit. */
export type Enforcement =
  /** The vendor refuses or blocks. */
  | 'HARD'
  /** Nothing. */
  | 'INFORMATIONAL'
  /** The vendor allows it and takes note, or allows some of it. */
  | 'SOFT';

/** The license of an Enterprise Recon installation. */
export type EnterpriseReconLicense = License & Node & Quotable & {
  __typename?: 'EnterpriseReconLicense';
  /** To whom it is registered. */
  company?: Maybe<Scalars['String']['output']>;
  /** Where the vendor's word and ours do not agree: STATE_EXPIRY_MISMATCH, STATE_POOL_MISMATCH, REPORTED_WORSE. */
  conflicts: Array<Scalars['String']['output']>;
  /** When it was created; null when the vendor does not say. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Data usage of the installation. */
  dataUsages: DataUsageConnection;
  /** What follows from its expiry, its limits and the clock by the vendor's rules. */
  derivedStatus: LicenseStatus;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** The licensed edition, e.g. `PII` or `PRO`. */
  edition?: Maybe<Scalars['String']['output']>;
  /** When it expires; null when it never does, or when the vendor's date cannot be read (a BAD_ROW message says so). */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names of the features it turns on. */
  features: Array<Scalars['String']['output']>;
  /** The group it belongs to. */
  group?: Maybe<Group>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Messages about it, the gateway's own included. */
  messages: MessageConnection;
  /** Which licensing model the installation follows, told from the shape of what it sends. */
  model: EnterpriseReconModel;
  /** Its name; null when the vendor gives it none. */
  name?: Maybe<Scalars['String']['output']>;
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** Bytes of scanned data that wait to be processed, read from `warning`. */
  pendingBytes?: Maybe<Scalars['BigInt']['output']>;
  /** Scans that wait to be processed, read from `warning`. */
  pendingScans?: Maybe<Scalars['Int']['output']>;
  /** Its pools. */
  pools: PoolConnection;
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The vendor's own word as it came; null when it says none. */
  reportedStatus?: Maybe<Scalars['String']['output']>;
  /** The source it was read from. */
  source: Source;
  /** The worse of what the vendor reports and what we derive; a side that says nothing does not count. */
  status: LicenseStatus;
  /** Targets of the installation. */
  targets: TargetConnection;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
  /** The vendor's warning about scans whose results wait; its absence does not mean that all is well. */
  warning?: Maybe<Scalars['String']['output']>;
};


/** The license of an Enterprise Recon installation. */
export type EnterpriseReconLicenseDataUsagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataUsageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DataUsageOrder>;
};


/** The license of an Enterprise Recon installation. */
export type EnterpriseReconLicenseMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};


/** The license of an Enterprise Recon installation. */
export type EnterpriseReconLicensePoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** The license of an Enterprise Recon installation. */
export type EnterpriseReconLicenseTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TargetOrder>;
};

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

/** An Enterprise Recon target: a host, mailbox, bucket or other thing that is scanned. */
export type EnterpriseReconTarget = Node & Target & {
  __typename?: 'EnterpriseReconTarget';
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** The license it counts against. */
  license?: Maybe<License>;
  /** Whether it holds a license. */
  licensed: Scalars['Boolean']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** The COUNT pool its license comes from. */
  pool?: Maybe<Pool>;
  /** The source it was read from. */
  source: Source;
  /** The pool type it is licensed from; `none` without a license. */
  type: Scalars['String']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};

/** Where the use of a quota is heading, told from how it went; all numbers are in the unit of its dimension. */
export type Forecast = {
  __typename?: 'Forecast';
  /** The history it rests on. */
  basis: ForecastBasis;
  /** The first moment at which the use is expected over the limit: by the trend, or because a license's known end takes its part off the limit. Null when that is not in sight, or there is no limit. */
  exhaustsAt?: Maybe<Scalars['DateTime']['output']>;
  /** In 8 of 10 cases the use is at most this, at the same time. */
  high?: Maybe<Scalars['BigInt']['output']>;
  /** In 8 of 10 cases the use is at least this: of a DAILY_COUNTER at its reset, otherwise 30 days from now. */
  low?: Maybe<Scalars['BigInt']['output']>;
  /** How it was reached. Of a DAILY_COUNTER by how earlier days went on from this hour: `DAY_PROFILE_SAME_WEEKDAY`, `DAY_PROFILE_WORKDAYS` (on a weekend earlier weekends), `DAY_PROFILE_ALL_DAYS`, or `LINEAR` where too little is known of the hours. Of all others `TREND`, or `FLAT` where there is none that chance could not make. */
  method: Scalars['String']['output'];
  /** Of a DAILY_COUNTER: the use expected at its next reset, never below what is used now; null otherwise. */
  projectedAtReset?: Maybe<Scalars['BigInt']['output']>;
};

/** The history that a forecast rests on. */
export type ForecastBasis = {
  __typename?: 'ForecastBasis';
  /** The start of the first whole day taken into account. */
  from: Scalars['DateTime']['output'];
  /** How many whole days there were between; days without a read are missing. */
  samples: Scalars['Int']['output'];
  /** The end of the last whole day taken into account, exclusive. */
  to: Scalars['DateTime']['output'];
};

/** A group of licenses: Splunk's license groups, of which one is active; Keygen's groups, which can carry limits. */
export type Group = {
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Licenses of this group. */
  licenses: LicenseConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};


/** A group of licenses: Splunk's license groups, of which one is active; Keygen's groups, which can carry limits. */
export type GroupLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};

/** A page of groups. */
export type GroupConnection = {
  __typename?: 'GroupConnection';
  /** The groups of this page with their cursors. */
  edges: Array<GroupEdge>;
  /** The groups of this page. */
  nodes: Array<Group>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of groups. */
export type GroupEdge = {
  __typename?: 'GroupEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Group;
};

/** Which groups: every given condition must hold. */
export type GroupFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
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
  by?: Scalars['Int']['input'];
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type IncrementUsagePayload = {
  __typename?: 'IncrementUsagePayload';
  /** Why it was refused or could not be told: USES_LIMIT_EXCEEDED, INVALID_INPUT and others. When the answer is lost it is OUTCOME_UNKNOWN, as others count, too. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** An entitlement of a Keygen license. */
export type KeygenEntitlement = {
  __typename?: 'KeygenEntitlement';
  /** Its code. */
  code: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Keygen's id of it. */
  vendorId: Scalars['String']['output'];
};

/** A Keygen group: licenses, users and machines that share limits. */
export type KeygenGroup = Group & Node & Quotable & {
  __typename?: 'KeygenGroup';
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Licenses of this group. */
  licenses: LicenseConnection;
  /** The most licenses; null: unlimited. */
  maxLicenses?: Maybe<Scalars['Int']['output']>;
  /** The most machines; null: unlimited. */
  maxMachines?: Maybe<Scalars['Int']['output']>;
  /** The most users; null: unlimited. */
  maxUsers?: Maybe<Scalars['Int']['output']>;
  /** Its name. */
  name: Scalars['String']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};


/** A Keygen group: licenses, users and machines that share limits. */
export type KeygenGroupLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};

/** A Keygen license: an implementation of a policy. */
export type KeygenLicense = License & Node & Quotable & {
  __typename?: 'KeygenLicense';
  /** Keygen's id of the account. */
  accountVendorId?: Maybe<Scalars['String']['output']>;
  /** Where the vendor's word and ours do not agree: STATE_EXPIRY_MISMATCH, STATE_POOL_MISMATCH, REPORTED_WORSE. */
  conflicts: Array<Scalars['String']['output']>;
  /** When it was created; null when the vendor does not say. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What follows from its expiry, its limits and the clock by the vendor's rules. */
  derivedStatus: LicenseStatus;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Whether its key is stored hashed (legacy). */
  encrypted: Scalars['Boolean']['output'];
  /** What it entitles to. */
  entitlements: Array<KeygenEntitlement>;
  /** Keygen's id of the environment. */
  environmentVendorId?: Maybe<Scalars['String']['output']>;
  /** When it expires; null when it never does, or when the vendor's date cannot be read (a BAD_ROW message says so). */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names of the features it turns on. */
  features: Array<Scalars['String']['output']>;
  /** Whether it may be used on more than one machine. */
  floating: Scalars['Boolean']['output'];
  /** The group it belongs to. */
  group?: Maybe<Group>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** The license key; null below the role OPERATOR, and for legacy encrypted licenses. */
  key?: Maybe<Scalars['String']['output']>;
  /** When it last checked in. */
  lastCheckInAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last checked out. */
  lastCheckOutAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last validated. */
  lastValidatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many machines it has; null when the vendor does not say. */
  machineCount?: Maybe<Scalars['Int']['output']>;
  /** Its machines. */
  machines: TargetConnection;
  /** The most CPU cores over all machines; null: unlimited. */
  maxCores?: Maybe<Scalars['Int']['output']>;
  /** The most disk over all machines, in bytes; null: unlimited. */
  maxDisk?: Maybe<Scalars['BigInt']['output']>;
  /** The most machines; null: unlimited. Its own override, else its policy's. */
  maxMachines?: Maybe<Scalars['Int']['output']>;
  /** The most memory over all machines, in bytes; null: unlimited. */
  maxMemory?: Maybe<Scalars['BigInt']['output']>;
  /** The most processes (of each machine, unless the policy leases otherwise); null: unlimited. */
  maxProcesses?: Maybe<Scalars['Int']['output']>;
  /** The most users; null: unlimited. */
  maxUsers?: Maybe<Scalars['Int']['output']>;
  /** The most uses; null: unlimited. */
  maxUses?: Maybe<Scalars['BigInt']['output']>;
  /** Messages about it, the gateway's own included. */
  messages: MessageConnection;
  /** What its issuer attached to it. */
  metadata: Scalars['JSONObject']['output'];
  /** Its name; null when the vendor gives it none. */
  name?: Maybe<Scalars['String']['output']>;
  /** When it must check in next. */
  nextCheckInAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** Keygen's id of the user who owns it. */
  ownerVendorId?: Maybe<Scalars['String']['output']>;
  /** The policy it implements. */
  policy?: Maybe<KeygenPolicy>;
  /** Keygen's id of the product. */
  productVendorId?: Maybe<Scalars['String']['output']>;
  /** Whether users may not manage its machines themselves. */
  protected: Scalars['Boolean']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The vendor's own word as it came; null when it says none. */
  reportedStatus?: Maybe<Scalars['String']['output']>;
  /** Whether it must check in. */
  requireCheckIn: Scalars['Boolean']['output'];
  /** Whether its machines must send heartbeats. */
  requireHeartbeat: Scalars['Boolean']['output'];
  /** How its key is encoded or signed. */
  scheme?: Maybe<Scalars['String']['output']>;
  /** The source it was read from. */
  source: Source;
  /** The worse of what the vendor reports and what we derive; a side that says nothing does not count. */
  status: LicenseStatus;
  /** Whether every limit is checked when it is validated. */
  strict: Scalars['Boolean']['output'];
  /** Whether it is suspended. */
  suspended: Scalars['Boolean']['output'];
  /** When it was last changed; counters of machines change without it. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many users it has, its owner included; null when the vendor does not say. */
  userCount?: Maybe<Scalars['Int']['output']>;
  /** Uses counted so far. */
  uses: Scalars['BigInt']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
  /** What Keygen would answer to a quick validation now, computed here because asking has side effects. */
  verdict: KeygenVerdict;
  /** The version it was last validated for. */
  version?: Maybe<Scalars['String']['output']>;
};


/** A Keygen license: an implementation of a policy. */
export type KeygenLicenseMachinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TargetOrder>;
};


/** A Keygen license: an implementation of a policy. */
export type KeygenLicenseMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};

/** Limits of one license in place of its policy's. Absent: unchanged. Null: the override is cleared, and the policy's applies again. */
export type KeygenLimitsInput = {
  /** CPU cores of all machines, 0 to 2^31 - 1. */
  maxCores?: InputMaybe<Scalars['Int']['input']>;
  /** Bytes of disk of all machines, 0 to 2^63 - 1. */
  maxDisk?: InputMaybe<Scalars['BigInt']['input']>;
  /** Machines, 0 to 2^31 - 1. */
  maxMachines?: InputMaybe<Scalars['Int']['input']>;
  /** Bytes of memory of all machines, 0 to 2^63 - 1. */
  maxMemory?: InputMaybe<Scalars['BigInt']['input']>;
  /** Processes, 0 to 2^31 - 1. */
  maxProcesses?: InputMaybe<Scalars['Int']['input']>;
  /** Users, 0 to 2^31 - 1. */
  maxUsers?: InputMaybe<Scalars['Int']['input']>;
  /** Uses, 0 to 2^31 - 1. */
  maxUses?: InputMaybe<Scalars['BigInt']['input']>;
};

/** A machine that a Keygen license was activated on. */
export type KeygenMachine = Node & Target & {
  __typename?: 'KeygenMachine';
  /** Its CPU cores. */
  cores?: Maybe<Scalars['Int']['output']>;
  /** When it was activated. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its disk, in bytes. */
  disk?: Maybe<Scalars['BigInt']['output']>;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** What identifies it. */
  fingerprint: Scalars['String']['output'];
  /** Its host name. */
  hostname?: Maybe<Scalars['String']['output']>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Its address. */
  ip?: Maybe<Scalars['String']['output']>;
  /** When its last heartbeat came. */
  lastHeartbeatAt?: Maybe<Scalars['DateTime']['output']>;
  /** The license it counts against. */
  license?: Maybe<License>;
  /** Always true: a machine is there because a license was activated on it. */
  licensed: Scalars['Boolean']['output'];
  /** Its memory, in bytes. */
  memory?: Maybe<Scalars['BigInt']['output']>;
  /** Its name, else its fingerprint. */
  name: Scalars['String']['output'];
  /** Its platform. */
  platform?: Maybe<Scalars['String']['output']>;
  /** Always null: Keygen has no pools. */
  pool?: Maybe<Pool>;
  /** The source it was read from. */
  source: Source;
  /** Always `machine`. */
  type: Scalars['String']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};

/** A Keygen policy: the terms its licenses implement. */
export type KeygenPolicy = Node & {
  __typename?: 'KeygenPolicy';
  /** Keygen's id of the account. */
  accountVendorId?: Maybe<Scalars['String']['output']>;
  /** How a license may authenticate. */
  authenticationStrategy?: Maybe<Scalars['String']['output']>;
  /** How often: `day`, `week`, `month` or `year`. */
  checkInInterval?: Maybe<Scalars['String']['output']>;
  /** Every how many of those. */
  checkInIntervalCount?: Maybe<Scalars['Int']['output']>;
  /** How many components must match. */
  componentMatchingStrategy?: Maybe<Scalars['String']['output']>;
  /** Within what a component fingerprint is unique. */
  componentUniquenessStrategy?: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** How long its licenses last, in seconds; null: for ever. */
  duration?: Maybe<Scalars['Int']['output']>;
  /** Whether keys are stored hashed (legacy). */
  encrypted: Scalars['Boolean']['output'];
  /** Keygen's id of the environment. */
  environmentVendorId?: Maybe<Scalars['String']['output']>;
  /** What starts the clock of an expiry. */
  expirationBasis?: Maybe<Scalars['String']['output']>;
  /** What an expired license may still do, e.g. `RESTRICT_ACCESS`. */
  expirationStrategy: Scalars['String']['output'];
  /** Whether its licenses may be used on more than one machine. */
  floating: Scalars['Boolean']['output'];
  /** What starts a heartbeat. */
  heartbeatBasis?: Maybe<Scalars['String']['output']>;
  /** What happens to a dead machine. */
  heartbeatCullStrategy?: Maybe<Scalars['String']['output']>;
  /** How long a machine lives without a heartbeat, in seconds. */
  heartbeatDuration?: Maybe<Scalars['Int']['output']>;
  /** Whether a dead machine may come back. */
  heartbeatResurrectionStrategy?: Maybe<Scalars['String']['output']>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Over what machines are counted. */
  machineLeasingStrategy?: Maybe<Scalars['String']['output']>;
  /** How many fingerprints must match. */
  machineMatchingStrategy?: Maybe<Scalars['String']['output']>;
  /** Within what a machine fingerprint is unique. */
  machineUniquenessStrategy?: Maybe<Scalars['String']['output']>;
  /** The most CPU cores; null: unlimited. */
  maxCores?: Maybe<Scalars['Int']['output']>;
  /** The most disk, in bytes; null: unlimited. */
  maxDisk?: Maybe<Scalars['BigInt']['output']>;
  /** The most machines of a license; null: unlimited. */
  maxMachines?: Maybe<Scalars['Int']['output']>;
  /** The most memory, in bytes; null: unlimited. */
  maxMemory?: Maybe<Scalars['BigInt']['output']>;
  /** The most processes; null: unlimited. */
  maxProcesses?: Maybe<Scalars['Int']['output']>;
  /** The most users; null: unlimited. */
  maxUsers?: Maybe<Scalars['Int']['output']>;
  /** The most uses; null: unlimited. */
  maxUses?: Maybe<Scalars['BigInt']['output']>;
  /** What its issuer attached to it. */
  metadata: Scalars['JSONObject']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Which use above a limit is allowed, e.g. `NO_OVERAGE` or `ALLOW_1_25X_OVERAGE`. */
  overageStrategy: Scalars['String']['output'];
  /** Over what processes are counted. */
  processLeasingStrategy?: Maybe<Scalars['String']['output']>;
  /** Keygen's id of the product. */
  productVendorId?: Maybe<Scalars['String']['output']>;
  /** Whether users may not manage machines themselves. */
  protected: Scalars['Boolean']['output'];
  /** From when a renewal counts. */
  renewalBasis?: Maybe<Scalars['String']['output']>;
  /** Whether licenses must check in. */
  requireCheckIn: Scalars['Boolean']['output'];
  /** Whether validation must name the checksum. */
  requireChecksumScope: Scalars['Boolean']['output'];
  /** Whether validation must name the components. */
  requireComponentsScope: Scalars['Boolean']['output'];
  /** Whether validation must name the environment. */
  requireEnvironmentScope: Scalars['Boolean']['output'];
  /** Whether validation must name the fingerprint. */
  requireFingerprintScope: Scalars['Boolean']['output'];
  /** Whether machines must send heartbeats. */
  requireHeartbeat: Scalars['Boolean']['output'];
  /** Whether validation must name the machine. */
  requireMachineScope: Scalars['Boolean']['output'];
  /** Whether validation must name the policy. */
  requirePolicyScope: Scalars['Boolean']['output'];
  /** Whether validation must name the product. */
  requireProductScope: Scalars['Boolean']['output'];
  /** Whether validation must name the user. */
  requireUserScope: Scalars['Boolean']['output'];
  /** Whether validation must name the version. */
  requireVersionScope: Scalars['Boolean']['output'];
  /** How keys are encoded or signed. */
  scheme?: Maybe<Scalars['String']['output']>;
  /** The source it was read from. */
  source: Source;
  /** Whether every limit is checked on validation. */
  strict: Scalars['Boolean']['output'];
  /** What happens to the expiry when a license changes its policy. */
  transferStrategy?: Maybe<Scalars['String']['output']>;
  /** When it was last changed. */
  updatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether keys come from a pool. */
  usePool: Scalars['Boolean']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};

/** Whether a license is valid, and why. */
export type KeygenVerdict = {
  __typename?: 'KeygenVerdict';
  /** Keygen's code, e.g. `VALID`, `EXPIRED` or `TOO_MANY_MACHINES`; null when it cannot be told. */
  code?: Maybe<Scalars['String']['output']>;
  /** The reason in words. */
  detail?: Maybe<Scalars['String']['output']>;
  /** Whether what is known suffices for a verdict. */
  determinate: Scalars['Boolean']['output'];
  /** Whether it is valid; null when that cannot be told from what is known. */
  valid?: Maybe<Scalars['Boolean']['output']>;
};

/** A license: what one vendor sold, or what one policy was implemented as. */
export type License = {
  /** Where the vendor's word and ours do not agree: STATE_EXPIRY_MISMATCH, STATE_POOL_MISMATCH, REPORTED_WORSE. */
  conflicts: Array<Scalars['String']['output']>;
  /** When it was created; null when the vendor does not say. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What follows from its expiry, its limits and the clock by the vendor's rules. */
  derivedStatus: LicenseStatus;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** When it expires; null when it never does, or when the vendor's date cannot be read (a BAD_ROW message says so). */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names of the features it turns on. */
  features: Array<Scalars['String']['output']>;
  /** The group it belongs to. */
  group?: Maybe<Group>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Messages about it, the gateway's own included. */
  messages: MessageConnection;
  /** Its name; null when the vendor gives it none. */
  name?: Maybe<Scalars['String']['output']>;
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The vendor's own word as it came; null when it says none. */
  reportedStatus?: Maybe<Scalars['String']['output']>;
  /** The source it was read from. */
  source: Source;
  /** The worse of what the vendor reports and what we derive; a side that says nothing does not count. */
  status: LicenseStatus;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};


/** A license: what one vendor sold, or what one policy was implemented as. */
export type LicenseMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};

/** A page of licenses. */
export type LicenseConnection = {
  __typename?: 'LicenseConnection';
  /** The licenses of this page with their cursors. */
  edges: Array<LicenseEdge>;
  /** The licenses of this page. */
  nodes: Array<License>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** How many licenses are in which state. */
export type LicenseCounts = {
  __typename?: 'LicenseCounts';
  /** By status, from best to worst; statuses that no license has are left out. */
  byStatus: Array<LicenseStatusCount>;
  /** All. */
  total: Scalars['Int']['output'];
};

/** One of a page of licenses. */
export type LicenseEdge = {
  __typename?: 'LicenseEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: License;
};

/** Which licenses: every given condition must hold. */
export type LicenseFilter = {
  /** Expires at or after this instant; a license without an expiry does not match. */
  expiresAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Expires before this instant; a license without an expiry does not match. */
  expiresBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this group. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of this stack (Splunk). */
  stackId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  statuses?: InputMaybe<Array<LicenseStatus>>;
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

/** How many licenses have one status. */
export type LicenseStatusCount = {
  __typename?: 'LicenseStatusCount';
  /** How many have it. */
  count: Scalars['Int']['output'];
  /** The status. */
  status: LicenseStatus;
};

/** Something to know: the vendor's own messages, and what the gateway noticed. */
export type Message = Node & {
  __typename?: 'Message';
  /** When someone acknowledged it. */
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who acknowledged it. */
  acknowledgedBy?: Maybe<Scalars['String']['output']>;
  /** Whether it still holds. */
  active: Scalars['Boolean']['output'];
  /**
   * Splunk's category, or one of the gateway's.
   *
   * - Of quotas: QUOTA_WARNING, QUOTA_CRITICAL, QUOTA_EXCEEDED: one at a time, that of the quota's level. It clears when the
   *   use is more than 2 % of the limit below the level's threshold, or when another takes its place.
   * - Of licenses: LICENSE_EXPIRING, anew at each of the lead times in `quota.expiryLeadDays`; LICENSE_EXPIRED;
   *   LICENSE_CONFLICT: what the vendor reports does not fit what follows from its data.
   * - Of peers: ORPHAN_PEER, in no pool of the active group; SILENT_PEER, in one but without use for 24 hours; STALE_PEER,
   *   for 7 days; MANAGER_CONTACT_LOST, anew at each step.
   * - Of sources and what they answer: SOURCE_FAILING, BAD_ROW, DUPLICATE_ROW, UNKNOWN_POOL, USAGE_SUM_MISMATCH.
   */
  category: Scalars['String']['output'];
  /** When it was raised. */
  createdAt: Scalars['DateTime']['output'];
  /** What happened and what to do. */
  description: Scalars['String']['output'];
  /** What a person calls it: the category, or the name of the vendor's entry. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** The license it is about. */
  license?: Maybe<License>;
  /** Who raised it. */
  origin: MessageOrigin;
  /** The peer it is about. */
  peer?: Maybe<Peer>;
  /** The pool it is about. */
  pool?: Maybe<Pool>;
  /** The quota it is about. */
  quota?: Maybe<Quota>;
  /** How grave it is. */
  severity: MessageSeverity;
  /** The source it came from or is about. */
  source: Source;
  /** The stack it is about. */
  stack?: Maybe<Stack>;
  /** What it is chiefly about. */
  subject?: Maybe<Node>;
  /** The target it is about. */
  target?: Maybe<Target>;
  /** What the vendor sent and this schema does not name; empty for a message of the gateway. */
  vendorFields: Scalars['JSONObject']['output'];
  /** The vendor's id of it; null for a message of the gateway. */
  vendorId?: Maybe<Scalars['String']['output']>;
};

/** A page of messages. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The messages of this page with their cursors. */
  edges: Array<MessageEdge>;
  /** The messages of this page. */
  nodes: Array<Message>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** How many messages hold. */
export type MessageCounts = {
  __typename?: 'MessageCounts';
  /** By severity, from mildest to gravest; severities that no message has are left out. */
  bySeverity: Array<MessageSeverityCount>;
};

/** One of a page of messages. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Message;
};

/** Which messages: every given condition must hold. */
export type MessageFilter = {
  /** Whether somebody has acknowledged it. */
  acknowledged?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it still holds. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of these categories. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Raised by these. */
  origins?: InputMaybe<Array<MessageOrigin>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Of these severities. */
  severities?: InputMaybe<Array<MessageSeverity>>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** About this thing, chiefly or among others. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
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

/** How many messages have one severity. */
export type MessageSeverityCount = {
  __typename?: 'MessageSeverityCount';
  /** How many have it. */
  count: Scalars['Int']['output'];
  /** The severity. */
  severity: MessageSeverity;
};

/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Notes that the caller has seen a message. It stays active while it holds. Acknowledged again, it keeps who was first.
   * For operators and admins.
   */
  acknowledgeMessage?: Maybe<AcknowledgeMessagePayload>;
  /**
   * Makes a license group the active one (Splunk); the one that was active no longer is. Splunk puts the change into full effect
   * when it is restarted. A group that is active already is a success. For operators.
   */
  activateGroup?: Maybe<ActivateGroupPayload>;
  /** Activates a machine for a license (Keygen), within the license's limits and the overage that its policy allows. For operators. */
  activateMachine?: Maybe<ActivateMachinePayload>;
  /** Checks a license in (Keygen): the next check-in is due one of the policy's intervals later. For operators. */
  checkInLicense?: Maybe<CheckInLicensePayload>;
  /** Creates a license as an implementation of a policy (Keygen). For operators. */
  createLicense?: Maybe<CreateLicensePayload>;
  /**
   * Creates a pool on a stack (Splunk). A stack takes one pool of size MAX; download-trial, forwarder and free take none but their
   * own. For operators.
   */
  createPool?: Maybe<CreatePoolPayload>;
  /** Deactivates a machine (Keygen): its seat is free again. For operators. */
  deactivateMachine?: Maybe<DeactivateMachinePayload>;
  /** Counts uses of a license down (Keygen), to 0 at most. For operators. */
  decrementUsage?: Maybe<DecrementUsagePayload>;
  /**
   * Deletes a license at the vendor (Splunk, Keygen; Keygen: with its machines). Splunk keeps the last license of the active
   * group. For admins.
   */
  deleteLicense?: Maybe<DeleteLicensePayload>;
  /** Deletes a pool (Splunk); its peers are then in none, unless another takes them. For admins. */
  deletePool?: Maybe<DeletePoolPayload>;
  /** Counts uses of a license up (Keygen). There is no overage: past `maxUses` it is USES_LIMIT_EXCEEDED. For operators. */
  incrementUsage?: Maybe<IncrementUsagePayload>;
  /** Reads a source now, in a read that begins after this call. For operators. */
  refreshSource?: Maybe<RefreshSourcePayload>;
  /** Lifts the suspension of a license (Keygen). For operators. */
  reinstateLicense?: Maybe<ReinstateLicensePayload>;
  /**
   * Renews a license by its policy's duration (Keygen), in calendar arithmetic and from the day that the policy's renewal basis
   * names: read the new `expiresAt`, do not compute it. For operators.
   */
  renewLicense?: Maybe<RenewLicensePayload>;
  /** Sets the uses of a license to 0 (Keygen). For operators. */
  resetUsage?: Maybe<ResetUsagePayload>;
  /** Revokes a license (Keygen): it is deleted with its machines, for good. For admins. */
  revokeLicense?: Maybe<RevokeLicensePayload>;
  /** Suspends a license (Keygen): it no longer validates until it is reinstated. For operators. */
  suspendLicense?: Maybe<SuspendLicensePayload>;
  /**
   * Sends one event of the type `test` to a channel at once, whatever rules and quiet times say, and waits for its answer; it
   * is not sent again. A channel that had answered 410 Gone, or is being left alone, is told what waits for it again once it
   * takes one. For operators and admins.
   */
  testAlert?: Maybe<TestAlertPayload>;
  /** Edits a license (Keygen). For operators. */
  updateLicense?: Maybe<UpdateLicensePayload>;
  /**
   * Edits a pool (Splunk). Where somebody else has changed what the edit would overwrite since the source was last read, nothing is
   * sent and the error is CONFLICT. Somebody who is faster than that look is told of by CONFLICT, too, beside the pool as it
   * then is. With `appendPeers` no edit of peers is ever lost. For operators.
   */
  updatePool?: Maybe<UpdatePoolPayload>;
  /**
   * Installs a license file (Splunk: the XML of a .lic file; Enterprise Recon: the file as downloaded). A Splunk license that is
   * installed already is a success. Enterprise Recon takes each file once. For admins.
   */
  uploadLicense?: Maybe<UploadLicensePayload>;
  /**
   * Has the vendor validate a license (Keygen's quick validation, without scopes). This stamps `lastValidatedAt`, which keeps a license
   * from becoming INACTIVE: for a verdict without side effects read `KeygenLicense.verdict`. For operators.
   */
  validateLicense?: Maybe<ValidateLicensePayload>;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationAcknowledgeMessageArgs = {
  input: AcknowledgeMessageInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationActivateGroupArgs = {
  input: ActivateGroupInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationActivateMachineArgs = {
  input: ActivateMachineInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationCheckInLicenseArgs = {
  input: CheckInLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationCreateLicenseArgs = {
  input: CreateLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationCreatePoolArgs = {
  input: CreatePoolInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationDeactivateMachineArgs = {
  input: DeactivateMachineInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationDecrementUsageArgs = {
  input: DecrementUsageInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationDeleteLicenseArgs = {
  input: DeleteLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationDeletePoolArgs = {
  input: DeletePoolInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationIncrementUsageArgs = {
  input: IncrementUsageInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationRefreshSourceArgs = {
  input: RefreshSourceInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationReinstateLicenseArgs = {
  input: ReinstateLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationRenewLicenseArgs = {
  input: RenewLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationResetUsageArgs = {
  input: ResetUsageInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationRevokeLicenseArgs = {
  input: RevokeLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationSuspendLicenseArgs = {
  input: SuspendLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationTestAlertArgs = {
  input: TestAlertInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationUpdateLicenseArgs = {
  input: UpdateLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationUpdatePoolArgs = {
  input: UpdatePoolInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationUploadLicenseArgs = {
  input: UploadLicenseInput;
};


/**
 * Everything that can be changed. A refusal, by a rule or by the vendor, is data in `errors`; a thrown error means a fault, or
 * a caller who may not (FORBIDDEN). An operation has 25 of them at most, and does them one after the other.
 */
export type MutationValidateLicenseArgs = {
  input: ValidateLicenseInput;
};

/** Why what was asked for cannot be: a refusal by a rule or by the vendor, never a fault. */
export type MutationError = {
  __typename?: 'MutationError';
  /** For programs. */
  code: MutationErrorCode;
  /** For people: what is wrong, and what would do. */
  message: Scalars['String']['output'];
  /** The field of the input, from the outside in, positions in lists counted from 0, e.g. `pools`, `0`, `quota`; null when it is no one field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

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

/** Anything with a global id. */
export type Node = {
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
};

/** Which way an order runs. */
export type OrderDirection =
  /** Smallest, earliest or mildest first. */
  | 'ASC'
  /** Largest, latest or gravest first. */
  | 'DESC';

/** Is anything wrong, and what will go wrong next. */
export type Overview = {
  __typename?: 'Overview';
  /** Licenses that expire from now on and within so many days, the first to expire first. */
  expiring: Array<License>;
  /** The licenses. */
  licenses: LicenseCounts;
  /** Messages that still hold. */
  messages: MessageCounts;
  /** The quotas. */
  quotas: QuotaCounts;
  /** The sources. */
  sources: SourceCounts;
};


/** Is anything wrong, and what will go wrong next. */
export type OverviewExpiringArgs = {
  first?: Scalars['Int']['input'];
  withinDays?: Scalars['Int']['input'];
};

/** Where a page stands among all that match. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last on this page; null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more comes after this page; when reading backward, whether `before` cut something off. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether more comes before this page; when reading forward, whether `after` cut something off. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first on this page; null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Splunk: an instance that uses licenses of the license manager. */
export type Peer = Node & Quotable & {
  __typename?: 'Peer';
  /** Its pools in the active group. */
  activePools: PoolConnection;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Whether it is the very instance the source was read from. */
  isLocal: Scalars['Boolean']['output'];
  /** Its server name. */
  label: Scalars['String']['output'];
  /** Whether it is in no pool of the active group. */
  orphan: Scalars['Boolean']['output'];
  /** Pools it names, those of inactive stacks included. */
  pools: PoolConnection;
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** Whether its searches are blocked by license violations; null when that cannot be known. */
  searchBlocked?: Maybe<Scalars['Boolean']['output']>;
  /** The source it was read from. */
  source: Source;
  /** Stacks it is a member of. */
  stacks: StackConnection;
  /** Bytes indexed a day (INDEXED_BYTES_PER_DAY) as they went; empty without such a quota, by hour or by day, the earliest first, today's unfinished one last. A gap is an absent point, never zero. */
  usage: Array<UsagePoint>;
  /** Bytes it used today over the active group's pools; null when that is not known. */
  usedBytes?: Maybe<Scalars['BigInt']['output']>;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
  /** License warnings in the rolling window; null when unreadable. */
  warningCount?: Maybe<Scalars['Int']['output']>;
};


/** Splunk: an instance that uses licenses of the license manager. */
export type PeerActivePoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** Splunk: an instance that uses licenses of the license manager. */
export type PeerPoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** Splunk: an instance that uses licenses of the license manager. */
export type PeerStacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StackFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<StackOrder>;
};


/** Splunk: an instance that uses licenses of the license manager. */
export type PeerUsageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  resolution?: UsageResolution;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of peers. */
export type PeerConnection = {
  __typename?: 'PeerConnection';
  /** The peers of this page with their cursors. */
  edges: Array<PeerEdge>;
  /** The peers of this page. */
  nodes: Array<Peer>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of peers. */
export type PeerEdge = {
  __typename?: 'PeerEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Peer;
};

/** Which peers: every given condition must hold. */
export type PeerFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether in no pool of the active group. */
  orphan?: InputMaybe<Scalars['Boolean']['input']>;
  /** That name this pool. */
  poolId?: InputMaybe<Scalars['ID']['input']>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Whether its searches are blocked by license violations; those of which that cannot be known match neither. */
  searchBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
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

/** How much of a pool one peer used. */
export type PeerUsage = {
  __typename?: 'PeerUsage';
  /** The peer, when the source lists it. */
  peer?: Maybe<Peer>;
  /** The peer's GUID, whether or not it is listed. */
  peerVendorId: Scalars['String']['output'];
  /** Bytes used today. */
  usedBytes: Scalars['BigInt']['output'];
};

/** A page of policies. */
export type PolicyConnection = {
  __typename?: 'PolicyConnection';
  /** The policies of this page with their cursors. */
  edges: Array<PolicyEdge>;
  /** The policies of this page. */
  nodes: Array<KeygenPolicy>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of policies. */
export type PolicyEdge = {
  __typename?: 'PolicyEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: KeygenPolicy;
};

/** Which policies: every given condition must hold. */
export type PolicyFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
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

/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type Pool = Node & Quotable & {
  __typename?: 'Pool';
  /** Splunk: whether every peer may use it. */
  acceptsAllPeers: Scalars['Boolean']['output'];
  /** Enterprise Recon: locations whose data counts against it. */
  dataUsages: DataUsageConnection;
  /** Splunk's description. */
  description?: Maybe<Scalars['String']['output']>;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Whether it can neither be changed nor deleted. */
  fixed: Scalars['Boolean']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Splunk: sized `MAX`, whatever the stack has. */
  isMax: Scalars['Boolean']['output'];
  /** Enterprise Recon: the installation's license. */
  license?: Maybe<License>;
  /** How much may be used, in `unit`; null when unlimited or unreadable, and its quota's state says which. */
  limit?: Maybe<Scalars['BigInt']['output']>;
  /** Splunk: its name. Enterprise Recon: the pool's comment, else its type. */
  name: Scalars['String']['output'];
  /** Splunk: use by peer, largest first. */
  peerUsages: Array<PeerUsage>;
  /** Splunk: GUIDs of its members as configured, `*` for every peer included. */
  peerVendorIds: Array<Scalars['String']['output']>;
  /** Splunk: peers that name it among their pools; `*` is never expanded. */
  peers: PeerConnection;
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
  /** Splunk: the stack it shares in. */
  stack?: Maybe<Stack>;
  /** Enterprise Recon: targets that hold a license of it. */
  targets: TargetConnection;
  /** What is counted: bytes (Splunk: a day; Enterprise Recon: scanned) or assigned licenses. */
  unit: PoolUnit;
  /** How its use went, in `unit` (INDEXED_BYTES_PER_DAY, SCANNED_BYTES or TARGETS); empty without such a quota, by hour or by day, the earliest first, today's unfinished one last. A gap is an absent point, never zero. */
  usage: Array<UsagePoint>;
  /** How much is used, in `unit`; null when unreadable. */
  used?: Maybe<Scalars['BigInt']['output']>;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};


/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type PoolDataUsagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataUsageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DataUsageOrder>;
};


/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type PoolPeerUsagesArgs = {
  first?: Scalars['Int']['input'];
};


/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type PoolPeersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PeerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PeerOrder>;
};


/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type PoolTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TargetOrder>;
};


/** A share of what is licensed: a Splunk pool of a stack, or an Enterprise Recon license pool. */
export type PoolUsageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  resolution?: UsageResolution;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of pools. */
export type PoolConnection = {
  __typename?: 'PoolConnection';
  /** The pools of this page with their cursors. */
  edges: Array<PoolEdge>;
  /** The pools of this page. */
  nodes: Array<Pool>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of pools. */
export type PoolEdge = {
  __typename?: 'PoolEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Pool;
};

/** Which pools: every given condition must hold. */
export type PoolFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of this stack (Splunk). */
  stackId?: InputMaybe<Scalars['ID']['input']>;
  /** The worst state of its quotas is one of these. */
  states?: InputMaybe<Array<QuotaState>>;
  /** Of this unit. */
  unit?: InputMaybe<PoolUnit>;
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

/** Everything that can be asked. */
export type Query = {
  __typename?: 'Query';
  /** The API keys that count now, as they are configured. For admins who see every source, since keys are of none: to anybody else FORBIDDEN, and null. */
  apiKeys?: Maybe<Array<ApiKey>>;
  /** What was done and tried, of every source the caller sees; of attempts that took a greater role than the actor's, the first ten of each actor's within a minute. For admins: to anybody else FORBIDDEN, and null. */
  auditEntries?: Maybe<AuditEntryConnection>;
  /** Data usage of every source the caller sees. */
  dataUsages: DataUsageConnection;
  /** Groups of every source the caller sees. */
  groups: GroupConnection;
  /** Licenses of every source the caller sees. */
  licenses: LicenseConnection;
  /** Messages of every source the caller sees. */
  messages: MessageConnection;
  /** One thing by its global id; null when it is unknown or not visible to the caller. */
  node?: Maybe<Node>;
  /** Many things by their global ids, in that order; null for each that is unknown or not visible. */
  nodes: Array<Maybe<Node>>;
  /** Is anything wrong, and what will go wrong next: over every source the caller sees. */
  overview: Overview;
  /** Peers of every source the caller sees. */
  peers: PeerConnection;
  /** License policies of every source the caller sees (Keygen). */
  policies: PolicyConnection;
  /** Pools of every source the caller sees. */
  pools: PoolConnection;
  /** Quotas of every source the caller sees. */
  quotas: QuotaConnection;
  /** A source by its name; null when there is none or the caller does not see it. */
  source?: Maybe<Source>;
  /** Every source the caller sees. */
  sources: SourceConnection;
  /** Stacks of every source the caller sees. */
  stacks: StackConnection;
  /** Targets and machines of every source the caller sees. */
  targets: TargetConnection;
  /** Who is asking. */
  viewer: Viewer;
  /** What quotas and messages would be if limits or licenses of one source were others, or at a later date. Writes and sends nothing. */
  whatIf: WhatIfResult;
};


/** Everything that can be asked. */
export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditEntryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AuditEntryOrder>;
};


/** Everything that can be asked. */
export type QueryDataUsagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataUsageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DataUsageOrder>;
};


/** Everything that can be asked. */
export type QueryGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GroupOrder>;
};


/** Everything that can be asked. */
export type QueryLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};


/** Everything that can be asked. */
export type QueryMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};


/** Everything that can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Everything that can be asked. */
export type QueryPeersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PeerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PeerOrder>;
};


/** Everything that can be asked. */
export type QueryPoliciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PolicyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PolicyOrder>;
};


/** Everything that can be asked. */
export type QueryPoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** Everything that can be asked. */
export type QueryQuotasArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<QuotaFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<QuotaOrder>;
};


/** Everything that can be asked. */
export type QuerySourceArgs = {
  name: Scalars['String']['input'];
};


/** Everything that can be asked. */
export type QuerySourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SourceOrder>;
};


/** Everything that can be asked. */
export type QueryStacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StackFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<StackOrder>;
};


/** Everything that can be asked. */
export type QueryTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TargetOrder>;
};


/** Everything that can be asked. */
export type QueryWhatIfArgs = {
  input: WhatIfInput;
};

/** One thing that is measured on one subject, with the limit it is held to and what that means. */
export type Quota = Node & {
  __typename?: 'Quota';
  /** What is measured; bytes where the name says so, else a count. */
  dimension: QuotaDimension;
  /** What happens above the limit. */
  enforcement: Enforcement;
  /** Where its use is heading; null with fewer than seven earlier days of history, for WARNINGS, and where the present use is not known. */
  forecast?: Maybe<Forecast>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** The limit; null when there is none (state UNLIMITED) or when it is unreadable (state UNKNOWN). */
  limit?: Maybe<Scalars['BigInt']['output']>;
  /** How it is measured: what makes it rise and fall. */
  measure: QuotaMeasure;
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** The largest use that the vendor still allows above the limit; null when there is no such allowance or no bound. */
  overageLimit?: Maybe<Scalars['BigInt']['output']>;
  /** Used divided by limit; null when there is no limit, when it is zero, or when either number is unreadable. */
  ratio?: Maybe<Scalars['Float']['output']>;
  /** The vendor's rule, and the numbers it was applied to. */
  reasons: Array<Scalars['String']['output']>;
  /** Limit less used, negative when over; null when either is. */
  remaining?: Maybe<Scalars['BigInt']['output']>;
  /** When the counter starts again; null when it does not. */
  resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** The source it was read from. */
  source: Source;
  /** Whether the number may be out of date, as its source is. */
  stale: Scalars['Boolean']['output'];
  /** How much that is to worry about. */
  state: QuotaState;
  /** What it is measured on. */
  subject: Quotable;
  /** How its use went, by hour or by day, the earliest first, today's unfinished one last. A gap is an absent point, never zero. */
  usage: Array<UsagePoint>;
  /** How much is used; null when unreadable. */
  used?: Maybe<Scalars['BigInt']['output']>;
};


/** One thing that is measured on one subject, with the limit it is held to and what that means. */
export type QuotaUsageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  resolution?: UsageResolution;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of quotas. */
export type QuotaConnection = {
  __typename?: 'QuotaConnection';
  /** The quotas of this page with their cursors. */
  edges: Array<QuotaEdge>;
  /** The quotas of this page. */
  nodes: Array<Quota>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** How many quotas are in which state. */
export type QuotaCounts = {
  __typename?: 'QuotaCounts';
  /** By state, from best to worst; states that no quota has are left out. */
  byState: Array<QuotaStateCount>;
  /** All. */
  total: Scalars['Int']['output'];
  /** The ones to worry about most: by state, then by ratio. */
  worst: Array<Quota>;
};


/** How many quotas are in which state. */
export type QuotaCountsWorstArgs = {
  first?: Scalars['Int']['input'];
};

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

/** One of a page of quotas. */
export type QuotaEdge = {
  __typename?: 'QuotaEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Quota;
};

/** Which quotas: every given condition must hold. */
export type QuotaFilter = {
  /** Of these dimensions. */
  dimensions?: InputMaybe<Array<QuotaDimension>>;
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In one of these states. */
  states?: InputMaybe<Array<QuotaState>>;
  /** Of this license, group, stack, pool or peer. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
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

/** A quota as it would be. It is no node, so that no cache mistakes it for the one that is. */
export type QuotaProjection = {
  __typename?: 'QuotaProjection';
  /** What is measured; bytes where the name says so, else a count. */
  dimension: QuotaDimension;
  /** What would happen above the limit, judged by the limits there would be. */
  enforcement: Enforcement;
  /** The limit there would be; null when there is none (state UNLIMITED) or when it cannot be told (state UNKNOWN). */
  limit?: Maybe<Scalars['BigInt']['output']>;
  /** How it is measured: what makes it rise and fall. */
  measure: QuotaMeasure;
  /** The largest use that the vendor would still allow above the limit; null when there is no such allowance or no bound. */
  overageLimit?: Maybe<Scalars['BigInt']['output']>;
  /** Used divided by limit; null when there is no limit, when it is zero, or when either number is not known. */
  ratio?: Maybe<Scalars['Float']['output']>;
  /**
   * The vendor's rule with the numbers it was applied to, then what the change does to them. Where it does something, what
   * is said of the present begins with `Now:`.
   */
  reasons: Array<Scalars['String']['output']>;
  /** Limit less used, negative when over; null when either is. */
  remaining?: Maybe<Scalars['BigInt']['output']>;
  /** When the counter next starts again after the moment looked at; null when it does not. */
  resetsAt?: Maybe<Scalars['DateTime']['output']>;
  /** How much that would be to worry about. */
  state: QuotaState;
  /** What it is measured on, as it is now; null when it is not there yet. */
  subject?: Maybe<Quotable>;
  /** Global id of what it is measured on. */
  subjectId: Scalars['ID']['output'];
  /** How much is used now; null when unreadable. */
  used?: Maybe<Scalars['BigInt']['output']>;
};

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

/** How many quotas have one state. */
export type QuotaStateCount = {
  __typename?: 'QuotaStateCount';
  /** How many have it. */
  count: Scalars['Int']['output'];
  /** The state. */
  state: QuotaState;
};

/** Anything that quotas are measured on. */
export type Quotable = {
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
};

/** Which source to read again. */
export type RefreshSourceInput = {
  /** Global id of the source. */
  sourceId: Scalars['ID']['input'];
};

/** The source as it then is. */
export type RefreshSourcePayload = {
  __typename?: 'RefreshSourcePayload';
  /** Why it was refused or could not be told: SOURCE_NOT_FOUND, or that it could not be read. Empty when it was done. */
  errors: Array<MutationError>;
  /** The source, also when it could not be read: its `status` says why. Null when there is none of this id. */
  source?: Maybe<Source>;
};

/** Which license to reinstate. */
export type ReinstateLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type ReinstateLicensePayload = {
  __typename?: 'ReinstateLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND, CONFLICT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** Which license to renew. */
export type RenewLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type RenewLicensePayload = {
  __typename?: 'RenewLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND, CONFLICT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** Whose uses to set to 0. */
export type ResetUsageInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type ResetUsagePayload = {
  __typename?: 'ResetUsagePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** Which license to revoke. */
export type RevokeLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The id that is gone, or why it is not. */
export type RevokeLicensePayload = {
  __typename?: 'RevokeLicensePayload';
  /** Global id of what was deleted; null when nothing was, or when that could not be seen. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND and others. Empty when it was done. */
  errors: Array<MutationError>;
};

/** What a caller may do. */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Also reads license keys and changes things, uploads and deletes excepted. */
  | 'OPERATOR'
  /** Reads everything but license keys. */
  | 'VIEWER';

/** A system whose license state is read. */
export type Source = Node & {
  __typename?: 'Source';
  /** Which mutations it takes. */
  capabilities: Array<Capability>;
  /** Its data usage by location (Enterprise Recon). */
  dataUsages: DataUsageConnection;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Its license groups. */
  groups: GroupConnection;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Which vendor: `splunk`, `enterprise-recon` or `keygen`. */
  kind: Scalars['String']['output'];
  /** When it was last asked. */
  lastAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt failed, or which part was refused while the rest was read. */
  lastError?: Maybe<SourceError>;
  /** When it was last read completely; everything shown of it is of then. */
  lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its licenses. */
  licenses: LicenseConnection;
  /** Splunk: the license state of the instance itself. */
  localPeer?: Maybe<SplunkLocalPeer>;
  /** Messages of it and about it. */
  messages: MessageConnection;
  /** Its name in the configuration. */
  name: Scalars['String']['output'];
  /** When it will be asked next. */
  nextSyncAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its license peers (Splunk). */
  peers: PeerConnection;
  /** Its license policies (Keygen). */
  policies: PolicyConnection;
  /** Its pools (Splunk, Enterprise Recon). */
  pools: PoolConnection;
  /** Its stacks (Splunk). */
  stacks: StackConnection;
  /** Whether what is shown may be out of date: the last attempt failed, or the last complete sync is older than three intervals. */
  stale: Scalars['Boolean']['output'];
  /** How the last attempt to read it went. */
  status: SourceStatus;
  /** Its targets (Enterprise Recon) and machines (Keygen). */
  targets: TargetConnection;
  /** The zone in which the source counts its days: an IANA name or an offset. */
  timeZone?: Maybe<Scalars['String']['output']>;
  /** What the source sent that belongs to no object and is not named by this schema. */
  vendorFields: Scalars['JSONObject']['output'];
  /** The vendor software's version. */
  version?: Maybe<Scalars['String']['output']>;
};


/** A system whose license state is read. */
export type SourceDataUsagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DataUsageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DataUsageOrder>;
};


/** A system whose license state is read. */
export type SourceGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GroupOrder>;
};


/** A system whose license state is read. */
export type SourceLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};


/** A system whose license state is read. */
export type SourceMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};


/** A system whose license state is read. */
export type SourcePeersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PeerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PeerOrder>;
};


/** A system whose license state is read. */
export type SourcePoliciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PolicyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PolicyOrder>;
};


/** A system whose license state is read. */
export type SourcePoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** A system whose license state is read. */
export type SourceStacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StackFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<StackOrder>;
};


/** A system whose license state is read. */
export type SourceTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TargetFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TargetOrder>;
};

/** A page of sources. */
export type SourceConnection = {
  __typename?: 'SourceConnection';
  /** The sources of this page with their cursors. */
  edges: Array<SourceEdge>;
  /** The sources of this page. */
  nodes: Array<Source>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** How many sources are well. */
export type SourceCounts = {
  __typename?: 'SourceCounts';
  /** Failed at the last attempt. */
  failing: Scalars['Int']['output'];
  /** Read without fault at the last attempt. */
  ok: Scalars['Int']['output'];
  /** Showing what may be out of date. */
  stale: Scalars['Int']['output'];
  /** All. */
  total: Scalars['Int']['output'];
};

/** One of a page of sources. */
export type SourceEdge = {
  __typename?: 'SourceEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Source;
};

/** Why a source, or a part of it, could not be read. */
export type SourceError = {
  __typename?: 'SourceError';
  /** A short code for machines, e.g. `HTTP_503` or `FREE_NO_REMOTE`. */
  code: Scalars['String']['output'];
  /** What was wrong and what to do. */
  message: Scalars['String']['output'];
};

/** Which sources: every given condition must hold. */
export type SourceFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** An order of sources. */
export type SourceOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** By what. */
  field: SourceOrderField;
};

/** What sources can be ordered by. */
export type SourceOrderField =
  /** Name, else label, else location, else vendor id. */
  | 'NAME';

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

/** A feature of a Splunk instance. */
export type SplunkFeature = {
  __typename?: 'SplunkFeature';
  /** Splunk's name of it. */
  name: Scalars['String']['output'];
  /** `ENABLED`, or why it is not, e.g. `DISABLED_DUE_TO_LICENSE`. */
  state: Scalars['String']['output'];
};

/** A Splunk license group: stacks that work together. Exactly one group is active. */
export type SplunkGroup = Group & Node & Quotable & {
  __typename?: 'SplunkGroup';
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Whether it is the active one. */
  isActive: Scalars['Boolean']['output'];
  /** Licenses of this group. */
  licenses: LicenseConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
  /** Its stacks. */
  stacks: StackConnection;
  /** Bytes indexed a day (INDEXED_BYTES_PER_DAY) as they went; empty but for the active group, by hour or by day, the earliest first, today's unfinished one last. A gap is an absent point, never zero. */
  usage: Array<UsagePoint>;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};


/** A Splunk license group: stacks that work together. Exactly one group is active. */
export type SplunkGroupLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};


/** A Splunk license group: stacks that work together. Exactly one group is active. */
export type SplunkGroupStacksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StackFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<StackOrder>;
};


/** A Splunk license group: stacks that work together. Exactly one group is active. */
export type SplunkGroupUsageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  resolution?: UsageResolution;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A Splunk Enterprise license. */
export type SplunkLicense = License & Node & Quotable & {
  __typename?: 'SplunkLicense';
  /** Add-ons that come with it, as the vendor describes them. */
  addOns?: Maybe<Scalars['JSONObject']['output']>;
  /** Where the vendor's word and ours do not agree: STATE_EXPIRY_MISMATCH, STATE_POOL_MISMATCH, REPORTED_WORSE. */
  conflicts: Array<Scalars['String']['output']>;
  /** When it was created; null when the vendor does not say. */
  createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** What follows from its expiry, its limits and the clock by the vendor's rules. */
  derivedStatus: LicenseStatus;
  /** Features it turns off. */
  disabledFeatures: Array<Scalars['String']['output']>;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** When it expires; null when it never does, or when the vendor's date cannot be read (a BAD_ROW message says so). */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names of the features it turns on. */
  features: Array<Scalars['String']['output']>;
  /** The group it belongs to. */
  group?: Maybe<Group>;
  /** The license's GUID. */
  guid?: Maybe<Scalars['String']['output']>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Whether its quota is unlimited. */
  isUnlimited: Scalars['Boolean']['output'];
  /** Splunk's plain text description. */
  label?: Maybe<Scalars['String']['output']>;
  /** The hash by which Splunk knows it. */
  licenseHash: Scalars['String']['output'];
  /** Warnings in the window at which search is blocked, where it is enforced. */
  maxViolations?: Maybe<Scalars['Int']['output']>;
  /** Messages about it, the gateway's own included. */
  messages: MessageConnection;
  /** Its name; null when the vendor gives it none. */
  name?: Maybe<Scalars['String']['output']>;
  /** Notes attached to it. */
  notes?: Maybe<Scalars['String']['output']>;
  /** The source's last complete sync. */
  observedAt: Scalars['DateTime']['output'];
  /** What it adds to its stack's daily quota, in bytes; null when unlimited or unreadable. */
  quotaBytes?: Maybe<Scalars['BigInt']['output']>;
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The vendor's own word as it came; null when it says none. */
  reportedStatus?: Maybe<Scalars['String']['output']>;
  /** The source it was read from. */
  source: Source;
  /** Sourcetypes it allows; empty allows all. */
  sourcetypes: Array<Scalars['String']['output']>;
  /** The stack it adds to. */
  stack?: Maybe<Stack>;
  /** The worse of what the vendor reports and what we derive; a side that says nothing does not count. */
  status: LicenseStatus;
  /** Splunk's subgroup, e.g. `Production`. */
  subgroupId?: Maybe<Scalars['String']['output']>;
  /** Splunk's type of the license, e.g. `enterprise` or `download-trial`. */
  type: Scalars['String']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
  /** The rolling window of warnings, in days. */
  windowPeriod?: Maybe<Scalars['Int']['output']>;
};


/** A Splunk Enterprise license. */
export type SplunkLicenseMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MessageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MessageOrder>;
};

/** The license state of the very Splunk instance that was asked. */
export type SplunkLocalPeer = {
  __typename?: 'SplunkLocalPeer';
  /** Add-ons on this instance, as the vendor describes them. */
  addOns?: Maybe<Scalars['JSONObject']['output']>;
  /** Connection timeout, in seconds. */
  connectionTimeout?: Maybe<Scalars['Int']['output']>;
  /** Features and whether each is on. */
  features: Array<SplunkFeature>;
  /** Whether it is a license manager itself. */
  isManager: Scalars['Boolean']['output'];
  /** When it last tried to contact its manager. */
  lastManagerContactAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it last reached its manager. */
  lastManagerContactSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it last serviced its tracker database; null when never. */
  lastTrackerDbServiceAt?: Maybe<Scalars['DateTime']['output']>;
  /** Hashes of the licenses it uses. */
  licenseKeys: Array<Scalars['String']['output']>;
  /** GUID of the license manager it uses. */
  managerGuid?: Maybe<Scalars['String']['output']>;
  /** Address of the license manager; `self` when it is one. */
  managerUri?: Maybe<Scalars['String']['output']>;
  /** Its server name. */
  peerLabel?: Maybe<Scalars['String']['output']>;
  /** Its GUID. */
  peerVendorId: Scalars['String']['output'];
  /** Receive timeout, in seconds. */
  receiveTimeout?: Maybe<Scalars['Int']['output']>;
  /** Send timeout, in seconds. */
  sendTimeout?: Maybe<Scalars['Int']['output']>;
  /** Above this many distinct (source, sourcetype, host, index) tuples, Splunk merges sources and hosts in its usage breakdown; totals are not affected. */
  squashThreshold?: Maybe<Scalars['Int']['output']>;
  /** What the vendor sent and this schema does not name. */
  vendorFields: Scalars['JSONObject']['output'];
};

/** Splunk: licenses of one type whose daily quotas add up. */
export type Stack = Node & Quotable & {
  __typename?: 'Stack';
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Whether its pools cannot be changed (download-trial, forwarder and free). */
  fixedPools: Scalars['Boolean']['output'];
  /** The group that lists it; the active one wins, then the first by name. */
  group?: Maybe<SplunkGroup>;
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** Whether it belongs to the active group. */
  isActive: Scalars['Boolean']['output'];
  /** Whether its quota is unlimited. */
  isUnlimited: Scalars['Boolean']['output'];
  /** Splunk's label of the stack. */
  label?: Maybe<Scalars['String']['output']>;
  /** Licenses of this stack. */
  licenses: LicenseConnection;
  /** Warnings in the window at which search is blocked, where it is enforced. */
  maxViolations?: Maybe<Scalars['Int']['output']>;
  /** Pools of this stack. */
  pools: PoolConnection;
  /** Bytes a day over all its licenses, as Splunk states it; null when unlimited or unreadable. */
  quotaBytes?: Maybe<Scalars['BigInt']['output']>;
  /** What of it is measured against a limit, or measured without one, by dimension. */
  quotas: Array<Quota>;
  /** The source it was read from. */
  source: Source;
  /** Splunk's type of the stack, e.g. `enterprise`. */
  type: Scalars['String']['output'];
  /** Bytes indexed a day (INDEXED_BYTES_PER_DAY) as they went; empty without such a quota, by hour or by day, the earliest first, today's unfinished one last. A gap is an absent point, never zero. */
  usage: Array<UsagePoint>;
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
  /** The rolling window of warnings, in days. */
  windowPeriod?: Maybe<Scalars['Int']['output']>;
};


/** Splunk: licenses of one type whose daily quotas add up. */
export type StackLicensesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LicenseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LicenseOrder>;
};


/** Splunk: licenses of one type whose daily quotas add up. */
export type StackPoolsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PoolFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PoolOrder>;
};


/** Splunk: licenses of one type whose daily quotas add up. */
export type StackUsageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  resolution?: UsageResolution;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of stacks. */
export type StackConnection = {
  __typename?: 'StackConnection';
  /** The stacks of this page with their cursors. */
  edges: Array<StackEdge>;
  /** The stacks of this page. */
  nodes: Array<Stack>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of stacks. */
export type StackEdge = {
  __typename?: 'StackEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Stack;
};

/** Which stacks: every given condition must hold. */
export type StackFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
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

/**
 * What happens, told when it happens: over a WebSocket (graphql-transport-ws) or as server-sent events (a POST with
 * `Accept: text/event-stream`), both at `/graphql`. Each change that was written is told once, in the order in which its source
 * was written; whichever gateway wrote it, those on the same store tell it. What an event holds beyond the thing itself is read
 * when it is told. Every event is paid for like a query: who cannot pay any more has the subscription ended with RATE_LIMITED,
 * who does not read what is sent has it ended with SUBSCRIPTION_OVERFLOW, and who sees other sources since the configuration was
 * read again has it ended with SOURCES_CHANGED. After an end, subscribe again, then read what there is.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A message, when it becomes active: new, or active again after it had cleared. One that is acknowledged or that says
   * something else is no new one.
   */
  messageRaised: Message;
  /**
   * A quota, when it is new or when anything that is shown of it has changed. One that disappears with what it was measured on
   * is not told.
   */
  quotaChanged: Quota;
  /** A source, when a read of it has ended, well or badly: its `status` says which. */
  sourceSynced: Source;
};


/**
 * What happens, told when it happens: over a WebSocket (graphql-transport-ws) or as server-sent events (a POST with
 * `Accept: text/event-stream`), both at `/graphql`. Each change that was written is told once, in the order in which its source
 * was written; whichever gateway wrote it, those on the same store tell it. What an event holds beyond the thing itself is read
 * when it is told. Every event is paid for like a query: who cannot pay any more has the subscription ended with RATE_LIMITED,
 * who does not read what is sent has it ended with SUBSCRIPTION_OVERFLOW, and who sees other sources since the configuration was
 * read again has it ended with SOURCES_CHANGED. After an end, subscribe again, then read what there is.
 */
export type SubscriptionMessageRaisedArgs = {
  filter?: InputMaybe<MessageFilter>;
};


/**
 * What happens, told when it happens: over a WebSocket (graphql-transport-ws) or as server-sent events (a POST with
 * `Accept: text/event-stream`), both at `/graphql`. Each change that was written is told once, in the order in which its source
 * was written; whichever gateway wrote it, those on the same store tell it. What an event holds beyond the thing itself is read
 * when it is told. Every event is paid for like a query: who cannot pay any more has the subscription ended with RATE_LIMITED,
 * who does not read what is sent has it ended with SUBSCRIPTION_OVERFLOW, and who sees other sources since the configuration was
 * read again has it ended with SOURCES_CHANGED. After an end, subscribe again, then read what there is.
 */
export type SubscriptionQuotaChangedArgs = {
  filter?: InputMaybe<QuotaFilter>;
};


/**
 * What happens, told when it happens: over a WebSocket (graphql-transport-ws) or as server-sent events (a POST with
 * `Accept: text/event-stream`), both at `/graphql`. Each change that was written is told once, in the order in which its source
 * was written; whichever gateway wrote it, those on the same store tell it. What an event holds beyond the thing itself is read
 * when it is told. Every event is paid for like a query: who cannot pay any more has the subscription ended with RATE_LIMITED,
 * who does not read what is sent has it ended with SUBSCRIPTION_OVERFLOW, and who sees other sources since the configuration was
 * read again has it ended with SOURCES_CHANGED. After an end, subscribe again, then read what there is.
 */
export type SubscriptionSourceSyncedArgs = {
  sourceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Which license to suspend. */
export type SuspendLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be done. */
export type SuspendLicensePayload = {
  __typename?: 'SuspendLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND, CONFLICT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** Something a license is assigned to: an Enterprise Recon target or a Keygen machine. */
export type Target = {
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  displayName: Scalars['String']['output'];
  /** Global id, stable across restarts and syncs. */
  id: Scalars['ID']['output'];
  /** The license it counts against. */
  license?: Maybe<License>;
  /** Whether it holds a license. */
  licensed: Scalars['Boolean']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Enterprise Recon: the COUNT pool its license comes from. */
  pool?: Maybe<Pool>;
  /** The source it was read from. */
  source: Source;
  /** Enterprise Recon: the pool type it is licensed from. Keygen: `machine`. */
  type: Scalars['String']['output'];
  /** What the vendor sent and this schema does not name, by the vendor's own field names; secrets and license payloads never. */
  vendorFields: Scalars['JSONObject']['output'];
  /** Its id in the vendor's own system. */
  vendorId: Scalars['String']['output'];
};

/** A page of targets. */
export type TargetConnection = {
  __typename?: 'TargetConnection';
  /** The targets of this page with their cursors. */
  edges: Array<TargetEdge>;
  /** The targets of this page. */
  nodes: Array<Target>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, over every page. */
  totalCount: Scalars['Int']['output'];
};

/** One of a page of targets. */
export type TargetEdge = {
  __typename?: 'TargetEdge';
  /** Its place in the order, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The thing itself. */
  node: Target;
};

/** Which targets: every given condition must hold. */
export type TargetFilter = {
  /** Kinds of sources: `splunk`, `enterprise-recon`, `keygen`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether it holds a license. */
  licensed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Licensed from this pool (Enterprise Recon). */
  poolId?: InputMaybe<Scalars['ID']['input']>;
  /** Two characters or more; each word (a run of letters and digits) is a case-insensitive prefix of a word in name, label or vendor id. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Names of sources. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of this type. */
  type?: InputMaybe<Scalars['String']['input']>;
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

/** Which channel is tried. */
export type TestAlertInput = {
  /** Name of a channel under `alerts.channels` of the configuration. */
  channel: Scalars['String']['input'];
};

/** Whether the channel took the test event, or why it did not. */
export type TestAlertPayload = {
  __typename?: 'TestAlertPayload';
  /** True: it answered with 2xx. Null: nothing was sent. */
  delivered?: Maybe<Scalars['Boolean']['output']>;
  /** Why it was refused or did not arrive: INVALID_INPUT, UPSTREAM_REJECTED, UPSTREAM_UNAVAILABLE. Empty when it did. */
  errors: Array<MutationError>;
};

/** An edit of a license; what is absent stays as it is. */
export type UpdateLicenseInput = {
  /** When it ends; never when null. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
  /** Limits in place of the policy's. */
  limits?: InputMaybe<KeygenLimitsInput>;
  /** Replaces what there is; null empties it. */
  metadata?: InputMaybe<Scalars['JSONObject']['input']>;
  /** What people call it; null takes it away. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether its users may not manage machines themselves; null: as the policy says. */
  protected?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The license as the vendor now shows it, or why it could not be edited. */
export type UpdateLicensePayload = {
  __typename?: 'UpdateLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND, INVALID_INPUT and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** An edit of a pool; what is absent or null stays as it is, and one of quota, description and peers is wanted. */
export type UpdatePoolInput = {
  /** Whether the peers come to those that are there, instead of taking their place. */
  appendPeers?: Scalars['Boolean']['input'];
  /** What it is for; an empty text takes it away. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether to tell what would come of it, sending nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** GUIDs of peers, registered or not, or `*` alone for every peer that no other pool of the stack names. An empty list leaves it without. */
  peers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Global id of the pool. */
  poolId: Scalars['ID']['input'];
  /** `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day; anything else is INVALID_QUOTA. */
  quota?: InputMaybe<Scalars['String']['input']>;
};

/** The pool as the vendor now shows it, or why it could not be edited. */
export type UpdatePoolPayload = {
  __typename?: 'UpdatePoolPayload';
  /** Why it was refused or could not be told: CONFLICT when what the edit would overwrite is no longer what the caller saw (or, beside the pool, when what was done is no longer so), POOL_NOT_FOUND, FIXED_POOL, MAX_POOL_EXISTS, INVALID_QUOTA and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The pool; of a dry run as it is now. Null when it was refused, or could not be read again. */
  pool?: Maybe<Pool>;
  /** The pool's quotas, then those of its stack and of the stack's other pools: as they are, or, of a dry run, as they would be. Null when it was refused. */
  quotas?: Maybe<Array<QuotaProjection>>;
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
  content: Scalars['String']['input'];
  /** How `content` is written. */
  encoding?: UploadEncoding;
  /** Global id of the source. */
  sourceId: Scalars['ID']['input'];
};

/** The license as the vendor now shows it, or why it could not be installed. */
export type UploadLicensePayload = {
  __typename?: 'UploadLicensePayload';
  /** Why it was refused or could not be told: INVALID_LICENSE_FILE, LICENSE_EXPIRED, LICENSE_ALREADY_USED, INSUFFICIENT_DATA_ALLOWANCE and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
};

/** What was seen of a quota over one hour or one day; all numbers are in the unit of its dimension. */
export type UsagePoint = {
  __typename?: 'UsagePoint';
  /** The use last seen; null when it could not be read. */
  last?: Maybe<Scalars['BigInt']['output']>;
  /** The limit last seen; null when there was none, or when it could not be read. */
  limit?: Maybe<Scalars['BigInt']['output']>;
  /** The largest use seen; null when none could be read. It stays when a counter falls within the day. */
  peak?: Maybe<Scalars['BigInt']['output']>;
  /** How many reads of the source it stands for, at least one: where the source was not read, or the quota was not there, there is no point. */
  samples: Scalars['Int']['output'];
  /** Its first instant. Days go from midnight to midnight by the source's own clock and have 23 or 25 hours when that clock changes; hours are counted from the day's first instant. */
  start: Scalars['DateTime']['output'];
};

/** How finely use is told. */
export type UsageResolution =
  /** By the day; kept for 400 days. */
  | 'DAY'
  /** By the hour; kept for 35 days. */
  | 'HOUR';

/** Which license to validate. */
export type ValidateLicenseInput = {
  /** Global id of the license. */
  licenseId: Scalars['ID']['input'];
};

/** The vendor's verdict, or why there is none. */
export type ValidateLicensePayload = {
  __typename?: 'ValidateLicensePayload';
  /** Why it was refused or could not be told: LICENSE_NOT_FOUND and others. Empty when it was done. */
  errors: Array<MutationError>;
  /** The license as it then is; null when it was refused, or could not be read again. */
  license?: Maybe<License>;
  /** As the vendor answered, without any scope; null when it was refused. */
  verdict?: Maybe<KeygenVerdict>;
};

/** Who is asking. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Name of the API key; of a token's holder the name of the identity provider, a colon and the holder's own. */
  name: Scalars['String']['output'];
  /** What the caller may do. */
  role: Role;
  /** Names of the sources the caller sees. */
  sources?: Maybe<Array<Scalars['String']['output']>>;
};

/** A change to try on paper. Every field but the source may be left out; with none of them, what is now comes back. At most 500 of each list. */
export type WhatIfInput = {
  /** Licenses that come to a stack (Splunk). */
  addLicenses?: InputMaybe<Array<WhatIfLicense>>;
  /**
   * The moment to look at: from now to 36500 days ahead; now when absent. Licenses that end until then are gone (a limit
   * that the vendor goes on stating stays: Enterprise Recon), and warnings whose window is over have left it; nothing else
   * moves.
   */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Pools with another quota, each at most once. */
  pools?: InputMaybe<Array<WhatIfPool>>;
  /** Licenses that go, by their global ids. */
  removeLicenseIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The source to change, by its global id. */
  sourceId: Scalars['ID']['input'];
};

/** A license that comes to a stack. */
export type WhatIfLicense = {
  /** When it ends; never when absent. One that has ended at the moment looked at adds nothing. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Bytes a day, 0 to 2^63 - 1. */
  quotaBytes: Scalars['BigInt']['input'];
  /** The stack's global id. */
  stackId: Scalars['ID']['input'];
};

/** Something the gateway would say. */
export type WhatIfMessage = {
  __typename?: 'WhatIfMessage';
  /** The category the message would have, e.g. `QUOTA_EXCEEDED` or `LICENSE_EXPIRED`. */
  category: Scalars['String']['output'];
  /** What would be the case, and what to do. */
  description: Scalars['String']['output'];
  /** How grave it would be. */
  severity: MessageSeverity;
  /** Global id of what it would be about. */
  subjectId?: Maybe<Scalars['ID']['output']>;
};

/** Another quota for one pool. */
export type WhatIfPool = {
  /** The pool's global id. */
  poolId: Scalars['ID']['input'];
  /**
   * Splunk: `MAX`, or decimal digits with an optional KB, MB or GB (of 1024), 1 to 2^63 - 1 bytes a day.
   * Enterprise Recon: the allowance in the pool's unit, 1 to 2^63 - 1, digits only.
   */
  quota: Scalars['String']['input'];
};

/**
 * What would be. Use is taken as it is now, however far ahead the moment looked at lies; limits and licenses are as they
 * would be then. Nothing is written and nothing is sent to the vendor.
 */
export type WhatIfResult = {
  __typename?: 'WhatIfResult';
  /** Everything that is wrong with the input. When there is anything, quotas and messages are empty. */
  errors: Array<MutationError>;
  /**
   * What the gateway would say of quotas and licenses if it looked for the first time then, the gravest first; of what is
   * added it says nothing. At most 1000.
   */
  messages: Array<WhatIfMessage>;
  /** The source's quotas: first those that would be others, each part by state and ratio, the worst first. At most 1000. */
  quotas: Array<QuotaProjection>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcknowledgeMessageInput: AcknowledgeMessageInput;
  AcknowledgeMessagePayload: ResolverTypeWrapper<Omit<AcknowledgeMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversTypes['MutationError']>, message?: Maybe<ResolversTypes['Message']> }>;
  ActivateGroupInput: ActivateGroupInput;
  ActivateGroupPayload: ResolverTypeWrapper<Omit<ActivateGroupPayload, 'errors' | 'group'> & { errors: Array<ResolversTypes['MutationError']>, group?: Maybe<ResolversTypes['Group']> }>;
  ActivateMachineInput: ActivateMachineInput;
  ActivateMachinePayload: ResolverTypeWrapper<Omit<ActivateMachinePayload, 'errors' | 'target'> & { errors: Array<ResolversTypes['MutationError']>, target?: Maybe<ResolversTypes['Target']> }>;
  ApiKey: ResolverTypeWrapper<ApiKeyView>;
  AuditEntry: ResolverTypeWrapper<AuditEntryModel>;
  AuditEntryConnection: ResolverTypeWrapper<ConnectionModel>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditEntryFilter: AuditEntryFilter;
  AuditEntryOrder: AuditEntryOrder;
  AuditEntryOrderField: AuditEntryOrderField;
  AuditOutcome: AuditOutcome;
  BigInt: ResolverTypeWrapper<Scalars['BigInt']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Capability: Capability;
  CheckInLicenseInput: CheckInLicenseInput;
  CheckInLicensePayload: ResolverTypeWrapper<Omit<CheckInLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  CreateLicenseInput: CreateLicenseInput;
  CreateLicensePayload: ResolverTypeWrapper<Omit<CreateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  CreatePoolInput: CreatePoolInput;
  CreatePoolPayload: ResolverTypeWrapper<Omit<CreatePoolPayload, 'errors' | 'pool' | 'quotas'> & { errors: Array<ResolversTypes['MutationError']>, pool?: Maybe<ResolversTypes['Pool']>, quotas?: Maybe<Array<ResolversTypes['QuotaProjection']>> }>;
  DataUsage: ResolverTypeWrapper<DataUsageModel>;
  DataUsageConnection: ResolverTypeWrapper<ConnectionModel>;
  DataUsageEdge: ResolverTypeWrapper<Omit<DataUsageEdge, 'node'> & { node: ResolversTypes['DataUsage'] }>;
  DataUsageFilter: DataUsageFilter;
  DataUsageOrder: DataUsageOrder;
  DataUsageOrderField: DataUsageOrderField;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeactivateMachineInput: DeactivateMachineInput;
  DeactivateMachinePayload: ResolverTypeWrapper<Omit<DeactivateMachinePayload, 'errors'> & { errors: Array<ResolversTypes['MutationError']> }>;
  DecrementUsageInput: DecrementUsageInput;
  DecrementUsagePayload: ResolverTypeWrapper<Omit<DecrementUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  DeleteLicenseInput: DeleteLicenseInput;
  DeleteLicensePayload: ResolverTypeWrapper<Omit<DeleteLicensePayload, 'errors'> & { errors: Array<ResolversTypes['MutationError']> }>;
  DeletePoolInput: DeletePoolInput;
  DeletePoolPayload: ResolverTypeWrapper<Omit<DeletePoolPayload, 'errors'> & { errors: Array<ResolversTypes['MutationError']> }>;
  Enforcement: Enforcement;
  EnterpriseReconLicense: ResolverTypeWrapper<EvaluatedLicense>;
  EnterpriseReconModel: EnterpriseReconModel;
  EnterpriseReconTarget: ResolverTypeWrapper<TargetModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Forecast: ResolverTypeWrapper<Forecast>;
  ForecastBasis: ResolverTypeWrapper<ForecastBasis>;
  Group: ResolverTypeWrapper<GroupModel>;
  GroupConnection: ResolverTypeWrapper<ConnectionModel>;
  GroupEdge: ResolverTypeWrapper<Omit<GroupEdge, 'node'> & { node: ResolversTypes['Group'] }>;
  GroupFilter: GroupFilter;
  GroupOrder: GroupOrder;
  GroupOrderField: GroupOrderField;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IncrementUsageInput: IncrementUsageInput;
  IncrementUsagePayload: ResolverTypeWrapper<Omit<IncrementUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSONObject: ResolverTypeWrapper<Scalars['JSONObject']['output']>;
  KeygenEntitlement: ResolverTypeWrapper<KeygenEntitlement>;
  KeygenGroup: ResolverTypeWrapper<GroupModel>;
  KeygenLicense: ResolverTypeWrapper<EvaluatedLicense>;
  KeygenLimitsInput: KeygenLimitsInput;
  KeygenMachine: ResolverTypeWrapper<TargetModel>;
  KeygenPolicy: ResolverTypeWrapper<PolicyModel>;
  KeygenVerdict: ResolverTypeWrapper<KeygenVerdict>;
  License: ResolverTypeWrapper<EvaluatedLicense>;
  LicenseConnection: ResolverTypeWrapper<ConnectionModel>;
  LicenseCounts: ResolverTypeWrapper<LicenseCounts>;
  LicenseEdge: ResolverTypeWrapper<Omit<LicenseEdge, 'node'> & { node: ResolversTypes['License'] }>;
  LicenseFilter: LicenseFilter;
  LicenseOrder: LicenseOrder;
  LicenseOrderField: LicenseOrderField;
  LicenseStatus: LicenseStatus;
  LicenseStatusCount: ResolverTypeWrapper<LicenseStatusCount>;
  Message: ResolverTypeWrapper<MessageModel>;
  MessageConnection: ResolverTypeWrapper<ConnectionModel>;
  MessageCounts: ResolverTypeWrapper<MessageCounts>;
  MessageEdge: ResolverTypeWrapper<Omit<MessageEdge, 'node'> & { node: ResolversTypes['Message'] }>;
  MessageFilter: MessageFilter;
  MessageOrder: MessageOrder;
  MessageOrderField: MessageOrderField;
  MessageOrigin: MessageOrigin;
  MessageSeverity: MessageSeverity;
  MessageSeverityCount: ResolverTypeWrapper<MessageSeverityCount>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationError: ResolverTypeWrapper<MutationErrorModel>;
  MutationErrorCode: MutationErrorCode;
  Node: ResolverTypeWrapper<NodeModel>;
  OrderDirection: OrderDirection;
  Overview: ResolverTypeWrapper<OverviewModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Peer: ResolverTypeWrapper<PeerModel>;
  PeerConnection: ResolverTypeWrapper<ConnectionModel>;
  PeerEdge: ResolverTypeWrapper<Omit<PeerEdge, 'node'> & { node: ResolversTypes['Peer'] }>;
  PeerFilter: PeerFilter;
  PeerOrder: PeerOrder;
  PeerOrderField: PeerOrderField;
  PeerUsage: ResolverTypeWrapper<Omit<PeerUsage, 'peer'> & { peer?: Maybe<ResolversTypes['Peer']> }>;
  PolicyConnection: ResolverTypeWrapper<ConnectionModel>;
  PolicyEdge: ResolverTypeWrapper<Omit<PolicyEdge, 'node'> & { node: ResolversTypes['KeygenPolicy'] }>;
  PolicyFilter: PolicyFilter;
  PolicyOrder: PolicyOrder;
  PolicyOrderField: PolicyOrderField;
  Pool: ResolverTypeWrapper<EvaluatedPool>;
  PoolConnection: ResolverTypeWrapper<ConnectionModel>;
  PoolEdge: ResolverTypeWrapper<Omit<PoolEdge, 'node'> & { node: ResolversTypes['Pool'] }>;
  PoolFilter: PoolFilter;
  PoolOrder: PoolOrder;
  PoolOrderField: PoolOrderField;
  PoolUnit: PoolUnit;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<QuotaModel>;
  QuotaConnection: ResolverTypeWrapper<ConnectionModel>;
  QuotaCounts: ResolverTypeWrapper<QuotaCountsModel>;
  QuotaDimension: QuotaDimension;
  QuotaEdge: ResolverTypeWrapper<Omit<QuotaEdge, 'node'> & { node: ResolversTypes['Quota'] }>;
  QuotaFilter: QuotaFilter;
  QuotaMeasure: QuotaMeasure;
  QuotaOrder: QuotaOrder;
  QuotaOrderField: QuotaOrderField;
  QuotaProjection: ResolverTypeWrapper<QuotaModel>;
  QuotaState: QuotaState;
  QuotaStateCount: ResolverTypeWrapper<QuotaStateCount>;
  Quotable: ResolverTypeWrapper<NodeModel>;
  RefreshSourceInput: RefreshSourceInput;
  RefreshSourcePayload: ResolverTypeWrapper<Omit<RefreshSourcePayload, 'errors' | 'source'> & { errors: Array<ResolversTypes['MutationError']>, source?: Maybe<ResolversTypes['Source']> }>;
  ReinstateLicenseInput: ReinstateLicenseInput;
  ReinstateLicensePayload: ResolverTypeWrapper<Omit<ReinstateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  RenewLicenseInput: RenewLicenseInput;
  RenewLicensePayload: ResolverTypeWrapper<Omit<RenewLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  ResetUsageInput: ResetUsageInput;
  ResetUsagePayload: ResolverTypeWrapper<Omit<ResetUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  RevokeLicenseInput: RevokeLicenseInput;
  RevokeLicensePayload: ResolverTypeWrapper<Omit<RevokeLicensePayload, 'errors'> & { errors: Array<ResolversTypes['MutationError']> }>;
  Role: Role;
  Source: ResolverTypeWrapper<SourceView>;
  SourceConnection: ResolverTypeWrapper<ConnectionModel>;
  SourceCounts: ResolverTypeWrapper<SourceCounts>;
  SourceEdge: ResolverTypeWrapper<Omit<SourceEdge, 'node'> & { node: ResolversTypes['Source'] }>;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SourceOrderField: SourceOrderField;
  SourceStatus: SourceStatus;
  SplunkFeature: ResolverTypeWrapper<SplunkFeature>;
  SplunkGroup: ResolverTypeWrapper<GroupModel>;
  SplunkLicense: ResolverTypeWrapper<EvaluatedLicense>;
  SplunkLocalPeer: ResolverTypeWrapper<SplunkLocalPeer>;
  Stack: ResolverTypeWrapper<StackModel>;
  StackConnection: ResolverTypeWrapper<ConnectionModel>;
  StackEdge: ResolverTypeWrapper<Omit<StackEdge, 'node'> & { node: ResolversTypes['Stack'] }>;
  StackFilter: StackFilter;
  StackOrder: StackOrder;
  StackOrderField: StackOrderField;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SuspendLicenseInput: SuspendLicenseInput;
  SuspendLicensePayload: ResolverTypeWrapper<Omit<SuspendLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  Target: ResolverTypeWrapper<TargetModel>;
  TargetConnection: ResolverTypeWrapper<ConnectionModel>;
  TargetEdge: ResolverTypeWrapper<Omit<TargetEdge, 'node'> & { node: ResolversTypes['Target'] }>;
  TargetFilter: TargetFilter;
  TargetOrder: TargetOrder;
  TargetOrderField: TargetOrderField;
  TestAlertInput: TestAlertInput;
  TestAlertPayload: ResolverTypeWrapper<Omit<TestAlertPayload, 'errors'> & { errors: Array<ResolversTypes['MutationError']> }>;
  UpdateLicenseInput: UpdateLicenseInput;
  UpdateLicensePayload: ResolverTypeWrapper<Omit<UpdateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  UpdatePoolInput: UpdatePoolInput;
  UpdatePoolPayload: ResolverTypeWrapper<Omit<UpdatePoolPayload, 'errors' | 'pool' | 'quotas'> & { errors: Array<ResolversTypes['MutationError']>, pool?: Maybe<ResolversTypes['Pool']>, quotas?: Maybe<Array<ResolversTypes['QuotaProjection']>> }>;
  UploadEncoding: UploadEncoding;
  UploadLicenseInput: UploadLicenseInput;
  UploadLicensePayload: ResolverTypeWrapper<Omit<UploadLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  UsagePoint: ResolverTypeWrapper<UsagePoint>;
  UsageResolution: UsageResolution;
  ValidateLicenseInput: ValidateLicenseInput;
  ValidateLicensePayload: ResolverTypeWrapper<Omit<ValidateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversTypes['MutationError']>, license?: Maybe<ResolversTypes['License']> }>;
  Viewer: ResolverTypeWrapper<Viewer>;
  WhatIfInput: WhatIfInput;
  WhatIfLicense: WhatIfLicense;
  WhatIfMessage: ResolverTypeWrapper<WhatIfMessage>;
  WhatIfPool: WhatIfPool;
  WhatIfResult: ResolverTypeWrapper<Omit<WhatIfResult, 'errors' | 'quotas'> & { errors: Array<ResolversTypes['MutationError']>, quotas: Array<ResolversTypes['QuotaProjection']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcknowledgeMessageInput: AcknowledgeMessageInput;
  AcknowledgeMessagePayload: Omit<AcknowledgeMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversParentTypes['MutationError']>, message?: Maybe<ResolversParentTypes['Message']> };
  ActivateGroupInput: ActivateGroupInput;
  ActivateGroupPayload: Omit<ActivateGroupPayload, 'errors' | 'group'> & { errors: Array<ResolversParentTypes['MutationError']>, group?: Maybe<ResolversParentTypes['Group']> };
  ActivateMachineInput: ActivateMachineInput;
  ActivateMachinePayload: Omit<ActivateMachinePayload, 'errors' | 'target'> & { errors: Array<ResolversParentTypes['MutationError']>, target?: Maybe<ResolversParentTypes['Target']> };
  ApiKey: ApiKeyView;
  AuditEntry: AuditEntryModel;
  AuditEntryConnection: ConnectionModel;
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditEntryFilter: AuditEntryFilter;
  AuditEntryOrder: AuditEntryOrder;
  BigInt: Scalars['BigInt']['output'];
  Boolean: Scalars['Boolean']['output'];
  CheckInLicenseInput: CheckInLicenseInput;
  CheckInLicensePayload: Omit<CheckInLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  CreateLicenseInput: CreateLicenseInput;
  CreateLicensePayload: Omit<CreateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  CreatePoolInput: CreatePoolInput;
  CreatePoolPayload: Omit<CreatePoolPayload, 'errors' | 'pool' | 'quotas'> & { errors: Array<ResolversParentTypes['MutationError']>, pool?: Maybe<ResolversParentTypes['Pool']>, quotas?: Maybe<Array<ResolversParentTypes['QuotaProjection']>> };
  DataUsage: DataUsageModel;
  DataUsageConnection: ConnectionModel;
  DataUsageEdge: Omit<DataUsageEdge, 'node'> & { node: ResolversParentTypes['DataUsage'] };
  DataUsageFilter: DataUsageFilter;
  DataUsageOrder: DataUsageOrder;
  DateTime: Scalars['DateTime']['output'];
  DeactivateMachineInput: DeactivateMachineInput;
  DeactivateMachinePayload: Omit<DeactivateMachinePayload, 'errors'> & { errors: Array<ResolversParentTypes['MutationError']> };
  DecrementUsageInput: DecrementUsageInput;
  DecrementUsagePayload: Omit<DecrementUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  DeleteLicenseInput: DeleteLicenseInput;
  DeleteLicensePayload: Omit<DeleteLicensePayload, 'errors'> & { errors: Array<ResolversParentTypes['MutationError']> };
  DeletePoolInput: DeletePoolInput;
  DeletePoolPayload: Omit<DeletePoolPayload, 'errors'> & { errors: Array<ResolversParentTypes['MutationError']> };
  EnterpriseReconLicense: EvaluatedLicense;
  EnterpriseReconTarget: TargetModel;
  Float: Scalars['Float']['output'];
  Forecast: Forecast;
  ForecastBasis: ForecastBasis;
  Group: GroupModel;
  GroupConnection: ConnectionModel;
  GroupEdge: Omit<GroupEdge, 'node'> & { node: ResolversParentTypes['Group'] };
  GroupFilter: GroupFilter;
  GroupOrder: GroupOrder;
  ID: Scalars['ID']['output'];
  IncrementUsageInput: IncrementUsageInput;
  IncrementUsagePayload: Omit<IncrementUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  Int: Scalars['Int']['output'];
  JSONObject: Scalars['JSONObject']['output'];
  KeygenEntitlement: KeygenEntitlement;
  KeygenGroup: GroupModel;
  KeygenLicense: EvaluatedLicense;
  KeygenLimitsInput: KeygenLimitsInput;
  KeygenMachine: TargetModel;
  KeygenPolicy: PolicyModel;
  KeygenVerdict: KeygenVerdict;
  License: EvaluatedLicense;
  LicenseConnection: ConnectionModel;
  LicenseCounts: LicenseCounts;
  LicenseEdge: Omit<LicenseEdge, 'node'> & { node: ResolversParentTypes['License'] };
  LicenseFilter: LicenseFilter;
  LicenseOrder: LicenseOrder;
  LicenseStatusCount: LicenseStatusCount;
  Message: MessageModel;
  MessageConnection: ConnectionModel;
  MessageCounts: MessageCounts;
  MessageEdge: Omit<MessageEdge, 'node'> & { node: ResolversParentTypes['Message'] };
  MessageFilter: MessageFilter;
  MessageOrder: MessageOrder;
  MessageSeverityCount: MessageSeverityCount;
  Mutation: Record<PropertyKey, never>;
  MutationError: MutationErrorModel;
  Node: NodeModel;
  Overview: OverviewModel;
  PageInfo: PageInfo;
  Peer: PeerModel;
  PeerConnection: ConnectionModel;
  PeerEdge: Omit<PeerEdge, 'node'> & { node: ResolversParentTypes['Peer'] };
  PeerFilter: PeerFilter;
  PeerOrder: PeerOrder;
  PeerUsage: Omit<PeerUsage, 'peer'> & { peer?: Maybe<ResolversParentTypes['Peer']> };
  PolicyConnection: ConnectionModel;
  PolicyEdge: Omit<PolicyEdge, 'node'> & { node: ResolversParentTypes['KeygenPolicy'] };
  PolicyFilter: PolicyFilter;
  PolicyOrder: PolicyOrder;
  Pool: EvaluatedPool;
  PoolConnection: ConnectionModel;
  PoolEdge: Omit<PoolEdge, 'node'> & { node: ResolversParentTypes['Pool'] };
  PoolFilter: PoolFilter;
  PoolOrder: PoolOrder;
  Query: Record<PropertyKey, never>;
  Quota: QuotaModel;
  QuotaConnection: ConnectionModel;
  QuotaCounts: QuotaCountsModel;
  QuotaEdge: Omit<QuotaEdge, 'node'> & { node: ResolversParentTypes['Quota'] };
  QuotaFilter: QuotaFilter;
  QuotaOrder: QuotaOrder;
  QuotaProjection: QuotaModel;
  QuotaStateCount: QuotaStateCount;
  Quotable: NodeModel;
  RefreshSourceInput: RefreshSourceInput;
  RefreshSourcePayload: Omit<RefreshSourcePayload, 'errors' | 'source'> & { errors: Array<ResolversParentTypes['MutationError']>, source?: Maybe<ResolversParentTypes['Source']> };
  ReinstateLicenseInput: ReinstateLicenseInput;
  ReinstateLicensePayload: Omit<ReinstateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  RenewLicenseInput: RenewLicenseInput;
  RenewLicensePayload: Omit<RenewLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  ResetUsageInput: ResetUsageInput;
  ResetUsagePayload: Omit<ResetUsagePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  RevokeLicenseInput: RevokeLicenseInput;
  RevokeLicensePayload: Omit<RevokeLicensePayload, 'errors'> & { errors: Array<ResolversParentTypes['MutationError']> };
  Source: SourceView;
  SourceConnection: ConnectionModel;
  SourceCounts: SourceCounts;
  SourceEdge: Omit<SourceEdge, 'node'> & { node: ResolversParentTypes['Source'] };
  SourceError: SourceError;
  SourceFilter: SourceFilter;
  SourceOrder: SourceOrder;
  SplunkFeature: SplunkFeature;
  SplunkGroup: GroupModel;
  SplunkLicense: EvaluatedLicense;
  SplunkLocalPeer: SplunkLocalPeer;
  Stack: StackModel;
  StackConnection: ConnectionModel;
  StackEdge: Omit<StackEdge, 'node'> & { node: ResolversParentTypes['Stack'] };
  StackFilter: StackFilter;
  StackOrder: StackOrder;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  SuspendLicenseInput: SuspendLicenseInput;
  SuspendLicensePayload: Omit<SuspendLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  Target: TargetModel;
  TargetConnection: ConnectionModel;
  TargetEdge: Omit<TargetEdge, 'node'> & { node: ResolversParentTypes['Target'] };
  TargetFilter: TargetFilter;
  TargetOrder: TargetOrder;
  TestAlertInput: TestAlertInput;
  TestAlertPayload: Omit<TestAlertPayload, 'errors'> & { errors: Array<ResolversParentTypes['MutationError']> };
  UpdateLicenseInput: UpdateLicenseInput;
  UpdateLicensePayload: Omit<UpdateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  UpdatePoolInput: UpdatePoolInput;
  UpdatePoolPayload: Omit<UpdatePoolPayload, 'errors' | 'pool' | 'quotas'> & { errors: Array<ResolversParentTypes['MutationError']>, pool?: Maybe<ResolversParentTypes['Pool']>, quotas?: Maybe<Array<ResolversParentTypes['QuotaProjection']>> };
  UploadLicenseInput: UploadLicenseInput;
  UploadLicensePayload: Omit<UploadLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  UsagePoint: UsagePoint;
  ValidateLicenseInput: ValidateLicenseInput;
  ValidateLicensePayload: Omit<ValidateLicensePayload, 'errors' | 'license'> & { errors: Array<ResolversParentTypes['MutationError']>, license?: Maybe<ResolversParentTypes['License']> };
  Viewer: Viewer;
  WhatIfInput: WhatIfInput;
  WhatIfLicense: WhatIfLicense;
  WhatIfMessage: WhatIfMessage;
  WhatIfPool: WhatIfPool;
  WhatIfResult: Omit<WhatIfResult, 'errors' | 'quotas'> & { errors: Array<ResolversParentTypes['MutationError']>, quotas: Array<ResolversParentTypes['QuotaProjection']> };
};

export type AcknowledgeMessagePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AcknowledgeMessagePayload'] = ResolversParentTypes['AcknowledgeMessagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
};

export type ActivateGroupPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ActivateGroupPayload'] = ResolversParentTypes['ActivateGroupPayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
};

export type ActivateMachinePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ActivateMachinePayload'] = ResolversParentTypes['ActivateMachinePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey']> = {
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  sources?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  input?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  upstreamRequestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export interface BigIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['BigInt'], any> {
  name: 'BigInt';
}

export type CheckInLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CheckInLicensePayload'] = ResolversParentTypes['CheckInLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type CreateLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CreateLicensePayload'] = ResolversParentTypes['CreateLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type CreatePoolPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CreatePoolPayload'] = ResolversParentTypes['CreatePoolPayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  quotas?: Resolver<Maybe<Array<ResolversTypes['QuotaProjection']>>, ParentType, ContextType>;
};

export type DataUsageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DataUsage'] = ResolversParentTypes['DataUsage']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataUsageConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DataUsageConnection'] = ResolversParentTypes['DataUsageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataUsageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DataUsage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DataUsageEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DataUsageEdge'] = ResolversParentTypes['DataUsageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataUsage'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeactivateMachinePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeactivateMachinePayload'] = ResolversParentTypes['DeactivateMachinePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
};

export type DecrementUsagePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DecrementUsagePayload'] = ResolversParentTypes['DecrementUsagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type DeleteLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeleteLicensePayload'] = ResolversParentTypes['DeleteLicensePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
};

export type DeletePoolPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeletePoolPayload'] = ResolversParentTypes['DeletePoolPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
};

export type EnterpriseReconLicenseResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EnterpriseReconLicense'] = ResolversParentTypes['EnterpriseReconLicense']> = {
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dataUsages?: Resolver<ResolversTypes['DataUsageConnection'], ParentType, ContextType, Partial<EnterpriseReconLicenseDataUsagesArgs>>;
  derivedStatus?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<EnterpriseReconLicenseMessagesArgs>>;
  model?: Resolver<ResolversTypes['EnterpriseReconModel'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  pendingBytes?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  pendingScans?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<EnterpriseReconLicensePoolsArgs>>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  reportedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<EnterpriseReconLicenseTargetsArgs>>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EnterpriseReconTargetResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['EnterpriseReconTarget'] = ResolversParentTypes['EnterpriseReconTarget']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  licensed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForecastResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast']> = {
  basis?: Resolver<ResolversTypes['ForecastBasis'], ParentType, ContextType>;
  exhaustsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  projectedAtReset?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type ForecastBasisResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ForecastBasis'] = ResolversParentTypes['ForecastBasis']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  __resolveType: TypeResolveFn<'KeygenGroup' | 'SplunkGroup', ParentType, ContextType>;
};

export type GroupConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GroupConnection'] = ResolversParentTypes['GroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['GroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Group']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GroupEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['GroupEdge'] = ResolversParentTypes['GroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Group'], ParentType, ContextType>;
};

export type IncrementUsagePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IncrementUsagePayload'] = ResolversParentTypes['IncrementUsagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export interface JsonObjectScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSONObject'], any> {
  name: 'JSONObject';
}

export type KeygenEntitlementResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenEntitlement'] = ResolversParentTypes['KeygenEntitlement']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KeygenGroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenGroup'] = ResolversParentTypes['KeygenGroup']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  licenses?: Resolver<ResolversTypes['LicenseConnection'], ParentType, ContextType, Partial<KeygenGroupLicensesArgs>>;
  maxLicenses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxMachines?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeygenLicenseResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenLicense'] = ResolversParentTypes['KeygenLicense']> = {
  accountVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  derivedStatus?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  encrypted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entitlements?: Resolver<Array<ResolversTypes['KeygenEntitlement']>, ParentType, ContextType>;
  environmentVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  floating?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastCheckInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastCheckOutAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastValidatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  machineCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  machines?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<KeygenLicenseMachinesArgs>>;
  maxCores?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxDisk?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  maxMachines?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxMemory?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  maxProcesses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<KeygenLicenseMessagesArgs>>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextCheckInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ownerVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policy?: Resolver<Maybe<ResolversTypes['KeygenPolicy']>, ParentType, ContextType>;
  productVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  protected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  reportedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requireCheckIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireHeartbeat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  strict?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suspended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['KeygenVerdict'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeygenMachineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenMachine'] = ResolversParentTypes['KeygenMachine']> = {
  cores?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  disk?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hostname?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastHeartbeatAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  licensed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memory?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeygenPolicyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenPolicy'] = ResolversParentTypes['KeygenPolicy']> = {
  accountVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authenticationStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkInInterval?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  checkInIntervalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  componentMatchingStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  componentUniquenessStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  encrypted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  environmentVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expirationBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expirationStrategy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  floating?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  heartbeatBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  heartbeatCullStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  heartbeatDuration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  heartbeatResurrectionStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  machineLeasingStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  machineMatchingStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  machineUniquenessStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxCores?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxDisk?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  maxMachines?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxMemory?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  maxProcesses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUsers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxUses?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overageStrategy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  processLeasingStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productVendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  protected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  renewalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requireCheckIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireChecksumScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireComponentsScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireEnvironmentScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireFingerprintScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireHeartbeat?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireMachineScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requirePolicyScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireProductScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireUserScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireVersionScope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  strict?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  transferStrategy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usePool?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeygenVerdictResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['KeygenVerdict'] = ResolversParentTypes['KeygenVerdict']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  determinate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  valid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type LicenseResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['License'] = ResolversParentTypes['License']> = {
  __resolveType: TypeResolveFn<'EnterpriseReconLicense' | 'KeygenLicense' | 'SplunkLicense', ParentType, ContextType>;
};

export type LicenseConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LicenseConnection'] = ResolversParentTypes['LicenseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LicenseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['License']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LicenseCountsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LicenseCounts'] = ResolversParentTypes['LicenseCounts']> = {
  byStatus?: Resolver<Array<ResolversTypes['LicenseStatusCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LicenseEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LicenseEdge'] = ResolversParentTypes['LicenseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['License'], ParentType, ContextType>;
};

export type LicenseStatusCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LicenseStatusCount'] = ResolversParentTypes['LicenseStatusCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
};

export type MessageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['MessageOrigin'], ParentType, ContextType>;
  peer?: Resolver<Maybe<ResolversTypes['Peer']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  quota?: Resolver<Maybe<ResolversTypes['Quota']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['MessageSeverity'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stack?: Resolver<Maybe<ResolversTypes['Stack']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MessageConnection'] = ResolversParentTypes['MessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Message']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MessageCountsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MessageCounts'] = ResolversParentTypes['MessageCounts']> = {
  bySeverity?: Resolver<Array<ResolversTypes['MessageSeverityCount']>, ParentType, ContextType>;
};

export type MessageEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MessageEdge'] = ResolversParentTypes['MessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Message'], ParentType, ContextType>;
};

export type MessageSeverityCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MessageSeverityCount'] = ResolversParentTypes['MessageSeverityCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['MessageSeverity'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeMessage?: Resolver<Maybe<ResolversTypes['AcknowledgeMessagePayload']>, ParentType, ContextType, RequireFields<MutationAcknowledgeMessageArgs, 'input'>>;
  activateGroup?: Resolver<Maybe<ResolversTypes['ActivateGroupPayload']>, ParentType, ContextType, RequireFields<MutationActivateGroupArgs, 'input'>>;
  activateMachine?: Resolver<Maybe<ResolversTypes['ActivateMachinePayload']>, ParentType, ContextType, RequireFields<MutationActivateMachineArgs, 'input'>>;
  checkInLicense?: Resolver<Maybe<ResolversTypes['CheckInLicensePayload']>, ParentType, ContextType, RequireFields<MutationCheckInLicenseArgs, 'input'>>;
  createLicense?: Resolver<Maybe<ResolversTypes['CreateLicensePayload']>, ParentType, ContextType, RequireFields<MutationCreateLicenseArgs, 'input'>>;
  createPool?: Resolver<Maybe<ResolversTypes['CreatePoolPayload']>, ParentType, ContextType, RequireFields<MutationCreatePoolArgs, 'input'>>;
  deactivateMachine?: Resolver<Maybe<ResolversTypes['DeactivateMachinePayload']>, ParentType, ContextType, RequireFields<MutationDeactivateMachineArgs, 'input'>>;
  decrementUsage?: Resolver<Maybe<ResolversTypes['DecrementUsagePayload']>, ParentType, ContextType, RequireFields<MutationDecrementUsageArgs, 'input'>>;
  deleteLicense?: Resolver<Maybe<ResolversTypes['DeleteLicensePayload']>, ParentType, ContextType, RequireFields<MutationDeleteLicenseArgs, 'input'>>;
  deletePool?: Resolver<Maybe<ResolversTypes['DeletePoolPayload']>, ParentType, ContextType, RequireFields<MutationDeletePoolArgs, 'input'>>;
  incrementUsage?: Resolver<Maybe<ResolversTypes['IncrementUsagePayload']>, ParentType, ContextType, RequireFields<MutationIncrementUsageArgs, 'input'>>;
  refreshSource?: Resolver<Maybe<ResolversTypes['RefreshSourcePayload']>, ParentType, ContextType, RequireFields<MutationRefreshSourceArgs, 'input'>>;
  reinstateLicense?: Resolver<Maybe<ResolversTypes['ReinstateLicensePayload']>, ParentType, ContextType, RequireFields<MutationReinstateLicenseArgs, 'input'>>;
  renewLicense?: Resolver<Maybe<ResolversTypes['RenewLicensePayload']>, ParentType, ContextType, RequireFields<MutationRenewLicenseArgs, 'input'>>;
  resetUsage?: Resolver<Maybe<ResolversTypes['ResetUsagePayload']>, ParentType, ContextType, RequireFields<MutationResetUsageArgs, 'input'>>;
  revokeLicense?: Resolver<Maybe<ResolversTypes['RevokeLicensePayload']>, ParentType, ContextType, RequireFields<MutationRevokeLicenseArgs, 'input'>>;
  suspendLicense?: Resolver<Maybe<ResolversTypes['SuspendLicensePayload']>, ParentType, ContextType, RequireFields<MutationSuspendLicenseArgs, 'input'>>;
  testAlert?: Resolver<Maybe<ResolversTypes['TestAlertPayload']>, ParentType, ContextType, RequireFields<MutationTestAlertArgs, 'input'>>;
  updateLicense?: Resolver<Maybe<ResolversTypes['UpdateLicensePayload']>, ParentType, ContextType, RequireFields<MutationUpdateLicenseArgs, 'input'>>;
  updatePool?: Resolver<Maybe<ResolversTypes['UpdatePoolPayload']>, ParentType, ContextType, RequireFields<MutationUpdatePoolArgs, 'input'>>;
  uploadLicense?: Resolver<Maybe<ResolversTypes['UploadLicensePayload']>, ParentType, ContextType, RequireFields<MutationUploadLicenseArgs, 'input'>>;
  validateLicense?: Resolver<Maybe<ResolversTypes['ValidateLicensePayload']>, ParentType, ContextType, RequireFields<MutationValidateLicenseArgs, 'input'>>;
};

export type MutationErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MutationError'] = ResolversParentTypes['MutationError']> = {
  code?: Resolver<ResolversTypes['MutationErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AuditEntry' | 'DataUsage' | 'EnterpriseReconLicense' | 'EnterpriseReconTarget' | 'KeygenGroup' | 'KeygenLicense' | 'KeygenMachine' | 'KeygenPolicy' | 'Message' | 'Peer' | 'Pool' | 'Quota' | 'Source' | 'SplunkGroup' | 'SplunkLicense' | 'Stack', ParentType, ContextType>;
};

export type OverviewResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Overview'] = ResolversParentTypes['Overview']> = {
  expiring?: Resolver<Array<ResolversTypes['License']>, ParentType, ContextType, RequireFields<OverviewExpiringArgs, 'first' | 'withinDays'>>;
  licenses?: Resolver<ResolversTypes['LicenseCounts'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageCounts'], ParentType, ContextType>;
  quotas?: Resolver<ResolversTypes['QuotaCounts'], ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['SourceCounts'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PeerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Peer'] = ResolversParentTypes['Peer']> = {
  activePools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<PeerActivePoolsArgs>>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isLocal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orphan?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<PeerPoolsArgs>>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  searchBlocked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stacks?: Resolver<ResolversTypes['StackConnection'], ParentType, ContextType, Partial<PeerStacksArgs>>;
  usage?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType, RequireFields<PeerUsageArgs, 'resolution'>>;
  usedBytes?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warningCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PeerConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PeerConnection'] = ResolversParentTypes['PeerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PeerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Peer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PeerEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PeerEdge'] = ResolversParentTypes['PeerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Peer'], ParentType, ContextType>;
};

export type PeerUsageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PeerUsage'] = ResolversParentTypes['PeerUsage']> = {
  peer?: Resolver<Maybe<ResolversTypes['Peer']>, ParentType, ContextType>;
  peerVendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usedBytes?: Resolver<ResolversTypes['BigInt'], ParentType, ContextType>;
};

export type PolicyConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PolicyConnection'] = ResolversParentTypes['PolicyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PolicyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['KeygenPolicy']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PolicyEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PolicyEdge'] = ResolversParentTypes['PolicyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['KeygenPolicy'], ParentType, ContextType>;
};

export type PoolResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Pool'] = ResolversParentTypes['Pool']> = {
  acceptsAllPeers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dataUsages?: Resolver<ResolversTypes['DataUsageConnection'], ParentType, ContextType, Partial<PoolDataUsagesArgs>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fixed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isMax?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  peerUsages?: Resolver<Array<ResolversTypes['PeerUsage']>, ParentType, ContextType, RequireFields<PoolPeerUsagesArgs, 'first'>>;
  peerVendorIds?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  peers?: Resolver<ResolversTypes['PeerConnection'], ParentType, ContextType, Partial<PoolPeersArgs>>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stack?: Resolver<Maybe<ResolversTypes['Stack']>, ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<PoolTargetsArgs>>;
  unit?: Resolver<ResolversTypes['PoolUnit'], ParentType, ContextType>;
  usage?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType, RequireFields<PoolUsageArgs, 'resolution'>>;
  used?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PoolConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PoolConnection'] = ResolversParentTypes['PoolConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PoolEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Pool']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PoolEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PoolEdge'] = ResolversParentTypes['PoolEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Pool'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiKeys?: Resolver<Maybe<Array<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  auditEntries?: Resolver<Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, Partial<QueryAuditEntriesArgs>>;
  dataUsages?: Resolver<ResolversTypes['DataUsageConnection'], ParentType, ContextType, Partial<QueryDataUsagesArgs>>;
  groups?: Resolver<ResolversTypes['GroupConnection'], ParentType, ContextType, Partial<QueryGroupsArgs>>;
  licenses?: Resolver<ResolversTypes['LicenseConnection'], ParentType, ContextType, Partial<QueryLicensesArgs>>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<QueryMessagesArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  overview?: Resolver<ResolversTypes['Overview'], ParentType, ContextType>;
  peers?: Resolver<ResolversTypes['PeerConnection'], ParentType, ContextType, Partial<QueryPeersArgs>>;
  policies?: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, Partial<QueryPoliciesArgs>>;
  pools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<QueryPoolsArgs>>;
  quotas?: Resolver<ResolversTypes['QuotaConnection'], ParentType, ContextType, Partial<QueryQuotasArgs>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'name'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<QuerySourcesArgs>>;
  stacks?: Resolver<ResolversTypes['StackConnection'], ParentType, ContextType, Partial<QueryStacksArgs>>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<QueryTargetsArgs>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  whatIf?: Resolver<ResolversTypes['WhatIfResult'], ParentType, ContextType, RequireFields<QueryWhatIfArgs, 'input'>>;
};

export type QuotaResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  dimension?: Resolver<ResolversTypes['QuotaDimension'], ParentType, ContextType>;
  enforcement?: Resolver<ResolversTypes['Enforcement'], ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['Forecast']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['QuotaMeasure'], ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  overageLimit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  ratio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuotaState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['Quotable'], ParentType, ContextType>;
  usage?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType, RequireFields<QuotaUsageArgs, 'resolution'>>;
  used?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QuotaConnection'] = ResolversParentTypes['QuotaConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuotaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuotaCountsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QuotaCounts'] = ResolversParentTypes['QuotaCounts']> = {
  byState?: Resolver<Array<ResolversTypes['QuotaStateCount']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  worst?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType, RequireFields<QuotaCountsWorstArgs, 'first'>>;
};

export type QuotaEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QuotaEdge'] = ResolversParentTypes['QuotaEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Quota'], ParentType, ContextType>;
};

export type QuotaProjectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QuotaProjection'] = ResolversParentTypes['QuotaProjection']> = {
  dimension?: Resolver<ResolversTypes['QuotaDimension'], ParentType, ContextType>;
  enforcement?: Resolver<ResolversTypes['Enforcement'], ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['QuotaMeasure'], ParentType, ContextType>;
  overageLimit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  ratio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuotaState'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Quotable']>, ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
};

export type QuotaStateCountResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['QuotaStateCount'] = ResolversParentTypes['QuotaStateCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuotaState'], ParentType, ContextType>;
};

export type QuotableResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Quotable'] = ResolversParentTypes['Quotable']> = {
  __resolveType: TypeResolveFn<'EnterpriseReconLicense' | 'KeygenGroup' | 'KeygenLicense' | 'Peer' | 'Pool' | 'SplunkGroup' | 'SplunkLicense' | 'Stack', ParentType, ContextType>;
};

export type RefreshSourcePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RefreshSourcePayload'] = ResolversParentTypes['RefreshSourcePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type ReinstateLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReinstateLicensePayload'] = ResolversParentTypes['ReinstateLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type RenewLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RenewLicensePayload'] = ResolversParentTypes['RenewLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type ResetUsagePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ResetUsagePayload'] = ResolversParentTypes['ResetUsagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type RevokeLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RevokeLicensePayload'] = ResolversParentTypes['RevokeLicensePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
};

export type SourceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  capabilities?: Resolver<Array<ResolversTypes['Capability']>, ParentType, ContextType>;
  dataUsages?: Resolver<ResolversTypes['DataUsageConnection'], ParentType, ContextType, Partial<SourceDataUsagesArgs>>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  groups?: Resolver<ResolversTypes['GroupConnection'], ParentType, ContextType, Partial<SourceGroupsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  lastSyncedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  licenses?: Resolver<ResolversTypes['LicenseConnection'], ParentType, ContextType, Partial<SourceLicensesArgs>>;
  localPeer?: Resolver<Maybe<ResolversTypes['SplunkLocalPeer']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<SourceMessagesArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextSyncAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  peers?: Resolver<ResolversTypes['PeerConnection'], ParentType, ContextType, Partial<SourcePeersArgs>>;
  policies?: Resolver<ResolversTypes['PolicyConnection'], ParentType, ContextType, Partial<SourcePoliciesArgs>>;
  pools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<SourcePoolsArgs>>;
  stacks?: Resolver<ResolversTypes['StackConnection'], ParentType, ContextType, Partial<SourceStacksArgs>>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
  targets?: Resolver<ResolversTypes['TargetConnection'], ParentType, ContextType, Partial<SourceTargetsArgs>>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceCountsResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SourceCounts'] = ResolversParentTypes['SourceCounts']> = {
  failing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type SourceErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SourceError'] = ResolversParentTypes['SourceError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SplunkFeatureResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SplunkFeature'] = ResolversParentTypes['SplunkFeature']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SplunkGroupResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SplunkGroup'] = ResolversParentTypes['SplunkGroup']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  licenses?: Resolver<ResolversTypes['LicenseConnection'], ParentType, ContextType, Partial<SplunkGroupLicensesArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stacks?: Resolver<ResolversTypes['StackConnection'], ParentType, ContextType, Partial<SplunkGroupStacksArgs>>;
  usage?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType, RequireFields<SplunkGroupUsageArgs, 'resolution'>>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SplunkLicenseResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SplunkLicense'] = ResolversParentTypes['SplunkLicense']> = {
  addOns?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  derivedStatus?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  disabledFeatures?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Group']>, ParentType, ContextType>;
  guid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isUnlimited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  licenseHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxViolations?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['MessageConnection'], ParentType, ContextType, Partial<SplunkLicenseMessagesArgs>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quotaBytes?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  reportedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourcetypes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  stack?: Resolver<Maybe<ResolversTypes['Stack']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LicenseStatus'], ParentType, ContextType>;
  subgroupId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  windowPeriod?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SplunkLocalPeerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SplunkLocalPeer'] = ResolversParentTypes['SplunkLocalPeer']> = {
  addOns?: Resolver<Maybe<ResolversTypes['JSONObject']>, ParentType, ContextType>;
  connectionTimeout?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  features?: Resolver<Array<ResolversTypes['SplunkFeature']>, ParentType, ContextType>;
  isManager?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastManagerContactAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastManagerContactSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastTrackerDbServiceAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  licenseKeys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  managerGuid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  managerUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  peerLabel?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  peerVendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receiveTimeout?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sendTimeout?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  squashThreshold?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
};

export type StackResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Stack'] = ResolversParentTypes['Stack']> = {
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fixedPools?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['SplunkGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isUnlimited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  licenses?: Resolver<ResolversTypes['LicenseConnection'], ParentType, ContextType, Partial<StackLicensesArgs>>;
  maxViolations?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pools?: Resolver<ResolversTypes['PoolConnection'], ParentType, ContextType, Partial<StackPoolsArgs>>;
  quotaBytes?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['Quota']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usage?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType, RequireFields<StackUsageArgs, 'resolution'>>;
  vendorFields?: Resolver<ResolversTypes['JSONObject'], ParentType, ContextType>;
  vendorId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  windowPeriod?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StackConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StackConnection'] = ResolversParentTypes['StackConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StackEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Stack']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StackEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StackEdge'] = ResolversParentTypes['StackEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Stack'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  messageRaised?: SubscriptionResolver<ResolversTypes['Message'], "messageRaised", ParentType, ContextType, Partial<SubscriptionMessageRaisedArgs>>;
  quotaChanged?: SubscriptionResolver<ResolversTypes['Quota'], "quotaChanged", ParentType, ContextType, Partial<SubscriptionQuotaChangedArgs>>;
  sourceSynced?: SubscriptionResolver<ResolversTypes['Source'], "sourceSynced", ParentType, ContextType, Partial<SubscriptionSourceSyncedArgs>>;
};

export type SuspendLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['SuspendLicensePayload'] = ResolversParentTypes['SuspendLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type TargetResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  __resolveType: TypeResolveFn<'EnterpriseReconTarget' | 'KeygenMachine', ParentType, ContextType>;
};

export type TargetConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TargetConnection'] = ResolversParentTypes['TargetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TargetEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Target']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TargetEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TargetEdge'] = ResolversParentTypes['TargetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
};

export type TestAlertPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TestAlertPayload'] = ResolversParentTypes['TestAlertPayload']> = {
  delivered?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
};

export type UpdateLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UpdateLicensePayload'] = ResolversParentTypes['UpdateLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type UpdatePoolPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UpdatePoolPayload'] = ResolversParentTypes['UpdatePoolPayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  pool?: Resolver<Maybe<ResolversTypes['Pool']>, ParentType, ContextType>;
  quotas?: Resolver<Maybe<Array<ResolversTypes['QuotaProjection']>>, ParentType, ContextType>;
};

export type UploadLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UploadLicensePayload'] = ResolversParentTypes['UploadLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
};

export type UsagePointResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UsagePoint'] = ResolversParentTypes['UsagePoint']> = {
  last?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  limit?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  peak?: Resolver<Maybe<ResolversTypes['BigInt']>, ParentType, ContextType>;
  samples?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ValidateLicensePayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ValidateLicensePayload'] = ResolversParentTypes['ValidateLicensePayload']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['License']>, ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['KeygenVerdict']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  sources?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type WhatIfMessageResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WhatIfMessage'] = ResolversParentTypes['WhatIfMessage']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['MessageSeverity'], ParentType, ContextType>;
  subjectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type WhatIfResultResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['WhatIfResult'] = ResolversParentTypes['WhatIfResult']> = {
  errors?: Resolver<Array<ResolversTypes['MutationError']>, ParentType, ContextType>;
  messages?: Resolver<Array<ResolversTypes['WhatIfMessage']>, ParentType, ContextType>;
  quotas?: Resolver<Array<ResolversTypes['QuotaProjection']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  AcknowledgeMessagePayload?: AcknowledgeMessagePayloadResolvers<ContextType>;
  ActivateGroupPayload?: ActivateGroupPayloadResolvers<ContextType>;
  ActivateMachinePayload?: ActivateMachinePayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BigInt?: GraphQLScalarType;
  CheckInLicensePayload?: CheckInLicensePayloadResolvers<ContextType>;
  CreateLicensePayload?: CreateLicensePayloadResolvers<ContextType>;
  CreatePoolPayload?: CreatePoolPayloadResolvers<ContextType>;
  DataUsage?: DataUsageResolvers<ContextType>;
  DataUsageConnection?: DataUsageConnectionResolvers<ContextType>;
  DataUsageEdge?: DataUsageEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeactivateMachinePayload?: DeactivateMachinePayloadResolvers<ContextType>;
  DecrementUsagePayload?: DecrementUsagePayloadResolvers<ContextType>;
  DeleteLicensePayload?: DeleteLicensePayloadResolvers<ContextType>;
  DeletePoolPayload?: DeletePoolPayloadResolvers<ContextType>;
  EnterpriseReconLicense?: EnterpriseReconLicenseResolvers<ContextType>;
  EnterpriseReconTarget?: EnterpriseReconTargetResolvers<ContextType>;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastBasis?: ForecastBasisResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  GroupConnection?: GroupConnectionResolvers<ContextType>;
  GroupEdge?: GroupEdgeResolvers<ContextType>;
  IncrementUsagePayload?: IncrementUsagePayloadResolvers<ContextType>;
  JSONObject?: GraphQLScalarType;
  KeygenEntitlement?: KeygenEntitlementResolvers<ContextType>;
  KeygenGroup?: KeygenGroupResolvers<ContextType>;
  KeygenLicense?: KeygenLicenseResolvers<ContextType>;
  KeygenMachine?: KeygenMachineResolvers<ContextType>;
  KeygenPolicy?: KeygenPolicyResolvers<ContextType>;
  KeygenVerdict?: KeygenVerdictResolvers<ContextType>;
  License?: LicenseResolvers<ContextType>;
  LicenseConnection?: LicenseConnectionResolvers<ContextType>;
  LicenseCounts?: LicenseCountsResolvers<ContextType>;
  LicenseEdge?: LicenseEdgeResolvers<ContextType>;
  LicenseStatusCount?: LicenseStatusCountResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  MessageConnection?: MessageConnectionResolvers<ContextType>;
  MessageCounts?: MessageCountsResolvers<ContextType>;
  MessageEdge?: MessageEdgeResolvers<ContextType>;
  MessageSeverityCount?: MessageSeverityCountResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationError?: MutationErrorResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Overview?: OverviewResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Peer?: PeerResolvers<ContextType>;
  PeerConnection?: PeerConnectionResolvers<ContextType>;
  PeerEdge?: PeerEdgeResolvers<ContextType>;
  PeerUsage?: PeerUsageResolvers<ContextType>;
  PolicyConnection?: PolicyConnectionResolvers<ContextType>;
  PolicyEdge?: PolicyEdgeResolvers<ContextType>;
  Pool?: PoolResolvers<ContextType>;
  PoolConnection?: PoolConnectionResolvers<ContextType>;
  PoolEdge?: PoolEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  QuotaConnection?: QuotaConnectionResolvers<ContextType>;
  QuotaCounts?: QuotaCountsResolvers<ContextType>;
  QuotaEdge?: QuotaEdgeResolvers<ContextType>;
  QuotaProjection?: QuotaProjectionResolvers<ContextType>;
  QuotaStateCount?: QuotaStateCountResolvers<ContextType>;
  Quotable?: QuotableResolvers<ContextType>;
  RefreshSourcePayload?: RefreshSourcePayloadResolvers<ContextType>;
  ReinstateLicensePayload?: ReinstateLicensePayloadResolvers<ContextType>;
  RenewLicensePayload?: RenewLicensePayloadResolvers<ContextType>;
  ResetUsagePayload?: ResetUsagePayloadResolvers<ContextType>;
  RevokeLicensePayload?: RevokeLicensePayloadResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceCounts?: SourceCountsResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SplunkFeature?: SplunkFeatureResolvers<ContextType>;
  SplunkGroup?: SplunkGroupResolvers<ContextType>;
  SplunkLicense?: SplunkLicenseResolvers<ContextType>;
  SplunkLocalPeer?: SplunkLocalPeerResolvers<ContextType>;
  Stack?: StackResolvers<ContextType>;
  StackConnection?: StackConnectionResolvers<ContextType>;
  StackEdge?: StackEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  SuspendLicensePayload?: SuspendLicensePayloadResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  TargetConnection?: TargetConnectionResolvers<ContextType>;
  TargetEdge?: TargetEdgeResolvers<ContextType>;
  TestAlertPayload?: TestAlertPayloadResolvers<ContextType>;
  UpdateLicensePayload?: UpdateLicensePayloadResolvers<ContextType>;
  UpdatePoolPayload?: UpdatePoolPayloadResolvers<ContextType>;
  UploadLicensePayload?: UploadLicensePayloadResolvers<ContextType>;
  UsagePoint?: UsagePointResolvers<ContextType>;
  ValidateLicensePayload?: ValidateLicensePayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WhatIfMessage?: WhatIfMessageResolvers<ContextType>;
  WhatIfResult?: WhatIfResultResolvers<ContextType>;
};

