/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type TestAlertMutationVariables = Exact<{
  channel: string;
}>;


export type TestAlertMutation = { testAlert: { delivered: boolean | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };

export type AuditedTestsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditedTestsQuery = { auditEntries: { nodes: Array<{ actor: string, action: string, subjectId: string | null, input: Record<string, unknown>, outcome: AuditOutcome, code: string | null, source: { id: string } | null }> } | null };

export type SplunkEverythingQueryVariables = Exact<{
  name: string;
}>;


export type SplunkEverythingQuery = { source: { name: string, kind: string, status: SourceStatus, version: string | null, timeZone: string | null, vendorFields: Record<string, unknown>, localPeer: { peerVendorId: string, peerLabel: string | null, managerGuid: string | null, managerUri: string | null, isManager: boolean, addOns: Record<string, unknown> | null, licenseKeys: Array<string>, connectionTimeout: number | null, sendTimeout: number | null, receiveTimeout: number | null, squashThreshold: number | null, lastManagerContactAttemptAt: string | null, lastManagerContactSuccessAt: string | null, lastTrackerDbServiceAt: string | null, vendorFields: Record<string, unknown>, features: Array<{ name: string, state: string }> } | null, groups: { nodes: Array<
        | { name: string, vendorId: string, vendorFields: Record<string, unknown>, quotas: Array<{ dimension: QuotaDimension, used: string | null, limit: string | null }> }
        | { isActive: boolean, name: string, vendorId: string, vendorFields: Record<string, unknown>, stacks: { nodes: Array<{ vendorId: string }> }, quotas: Array<{ dimension: QuotaDimension, used: string | null, limit: string | null }> }
      > }, licenses: { nodes: Array<
        | { vendorId: string, createdAt: string | null, expiresAt: string | null, features: Array<string>, reportedStatus: string | null, vendorFields: Record<string, unknown>, group:
            | { vendorId: string }
            | { vendorId: string }
           | null }
        | { vendorId: string, createdAt: string | null, expiresAt: string | null, features: Array<string>, reportedStatus: string | null, vendorFields: Record<string, unknown>, group:
            | { vendorId: string }
            | { vendorId: string }
           | null }
        | { label: string | null, licenseHash: string, maxViolations: number | null, quotaBytes: string | null, sourcetypes: Array<string>, type: string, windowPeriod: number | null, vendorId: string, createdAt: string | null, expiresAt: string | null, features: Array<string>, reportedStatus: string | null, vendorFields: Record<string, unknown>, stack: { vendorId: string } | null, group:
            | { vendorId: string }
            | { vendorId: string }
           | null }
      > }, messages: { nodes: Array<{ vendorId: string | null, category: string, createdAt: string, description: string, severity: MessageSeverity, vendorFields: Record<string, unknown>, pool: { id: string } | null, peer: { id: string } | null, stack: { id: string } | null }> }, pools: { nodes: Array<{ vendorId: string, name: string, description: string | null, isMax: boolean, limit: string | null, used: string | null, peerVendorIds: Array<string>, acceptsAllPeers: boolean, vendorFields: Record<string, unknown>, stack: { vendorId: string } | null, peerUsages: Array<{ peerVendorId: string, usedBytes: string }> }> }, peers: { nodes: Array<{ vendorId: string, label: string, warningCount: number | null, vendorFields: Record<string, unknown>, pools: { nodes: Array<{ vendorId: string }> }, stacks: { nodes: Array<{ vendorId: string }> } }> }, stacks: { nodes: Array<{ vendorId: string, label: string | null, quotaBytes: string | null, type: string, vendorFields: Record<string, unknown> }> } } | null };

export type ReconEverythingQueryVariables = Exact<{
  name: string;
}>;


export type ReconEverythingQuery = { source: { licenses: { nodes: Array<
        | { model: EnterpriseReconModel, edition: string | null, company: string | null, warning: string | null, pendingBytes: string | null, pendingScans: number | null, reportedStatus: string | null, expiresAt: string | null, vendorFields: Record<string, unknown> }
        | { reportedStatus: string | null, expiresAt: string | null, vendorFields: Record<string, unknown> }
        | { reportedStatus: string | null, expiresAt: string | null, vendorFields: Record<string, unknown> }
      > }, targets: { nodes: Array<
        | { vendorId: string, name: string, type: string, licensed: boolean, vendorFields: Record<string, unknown>, pool: { id: string } | null }
        | { vendorId: string, name: string, type: string, licensed: boolean, vendorFields: Record<string, unknown>, pool: { id: string } | null }
      > }, pools: { nodes: Array<{ vendorId: string, name: string, unit: PoolUnit, limit: string | null, used: string | null, vendorFields: Record<string, unknown> }> }, dataUsages: { nodes: Array<{ vendorId: string, location: string, type: string, bytes: string, attribution: string | null, vendorFields: Record<string, unknown>, pool: { id: string } | null, target:
          | { id: string }
          | { id: string }
         | null }> } } | null };

export type KeygenEverythingQueryVariables = Exact<{
  name: string;
}>;


export type KeygenEverythingQuery = { source: { licenses: { nodes: Array<
        | { id: string, vendorId: string, name: string | null, reportedStatus: string | null, createdAt: string | null, expiresAt: string | null, vendorFields: Record<string, unknown>, group:
            | { id: string }
            | { id: string }
           | null }
        | { key: string | null, uses: string, protected: boolean, version: string | null, suspended: boolean, scheme: string | null, encrypted: boolean, floating: boolean, strict: boolean, maxMachines: number | null, maxProcesses: number | null, maxUsers: number | null, maxCores: number | null, maxUses: string | null, requireHeartbeat: boolean, requireCheckIn: boolean, lastValidatedAt: string | null, lastCheckOutAt: string | null, lastCheckInAt: string | null, nextCheckInAt: string | null, updatedAt: string | null, metadata: Record<string, unknown>, machineCount: number | null, userCount: number | null, accountVendorId: string | null, productVendorId: string | null, ownerVendorId: string | null, environmentVendorId: string | null, id: string, vendorId: string, name: string | null, reportedStatus: string | null, createdAt: string | null, expiresAt: string | null, vendorFields: Record<string, unknown>, entitlements: Array<{ code: string }>, policy: { vendorId: string } | null, group:
            | { id: string }
            | { id: string }
           | null }
        | { id: string, vendorId: string, name: string | null, reportedStatus: string | null, createdAt: string | null, expiresAt: string | null, vendorFields: Record<string, unknown>, group:
            | { id: string }
            | { id: string }
           | null }
      > } } | null };

export type ActiveMessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type ActiveMessagesQuery = { messages: { nodes: Array<{ id: string, acknowledgedAt: string | null, acknowledgedBy: string | null }> } };

export type AcknowledgeMutationVariables = Exact<{
  id: string | number;
}>;


export type AcknowledgeMutation = { acknowledgeMessage: { message: { id: string, active: boolean, acknowledgedAt: string | null, acknowledgedBy: string | null } | null, errors: Array<{ code: MutationErrorCode, message: string, path: Array<string> | null }> } | null };


export const TestAlertDocument = {"__meta__":{"hash":"sha256:c4398c534d3313de6a8e20ed0133281f5ed43ea1d1a79462d774eb7d8dc14ac1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TestAlert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"channel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"testAlert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"channel"},"value":{"kind":"Variable","name":{"kind":"Name","value":"channel"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"delivered"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TestAlertMutation, TestAlertMutationVariables>;
export const AuditedTestsDocument = {"__meta__":{"hash":"sha256:6656082167ac060912c57e49e8b50d3938f0fb81ea8a7422369339b269a8b0e7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditedTests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEntries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"subjectId"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]} as unknown as DocumentNode<AuditedTestsQuery, AuditedTestsQueryVariables>;
export const SplunkEverythingDocument = {"__meta__":{"hash":"sha256:e75f110296cf1aac232a1f2a42e4c8e7c86035ede5611cd07b5952c4b4bf5912"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SplunkEverything"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"localPeer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peerVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"peerLabel"}},{"kind":"Field","name":{"kind":"Name","value":"managerGuid"}},{"kind":"Field","name":{"kind":"Name","value":"managerUri"}},{"kind":"Field","name":{"kind":"Name","value":"isManager"}},{"kind":"Field","name":{"kind":"Name","value":"features"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"addOns"}},{"kind":"Field","name":{"kind":"Name","value":"licenseKeys"}},{"kind":"Field","name":{"kind":"Name","value":"connectionTimeout"}},{"kind":"Field","name":{"kind":"Name","value":"sendTimeout"}},{"kind":"Field","name":{"kind":"Name","value":"receiveTimeout"}},{"kind":"Field","name":{"kind":"Name","value":"squashThreshold"}},{"kind":"Field","name":{"kind":"Name","value":"lastManagerContactAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastManagerContactSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastTrackerDbServiceAt"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"quotas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SplunkGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"stacks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"features"}},{"kind":"Field","name":{"kind":"Name","value":"reportedStatus"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SplunkLicense"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"licenseHash"}},{"kind":"Field","name":{"kind":"Name","value":"maxViolations"}},{"kind":"Field","name":{"kind":"Name","value":"quotaBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sourcetypes"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"windowPeriod"}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isMax"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"peerVendorIds"}},{"kind":"Field","name":{"kind":"Name","value":"acceptsAllPeers"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"stack"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"peerUsages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"peerVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"usedBytes"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"peers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"warningCount"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"pools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stacks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stacks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"quotaBytes"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SplunkEverythingQuery, SplunkEverythingQueryVariables>;
export const ReconEverythingDocument = {"__meta__":{"hash":"sha256:48cc32b2e62830b67a1e11c5c5d8fd79b46030ff3e46cbcafbf966cff8be7fac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReconEverything"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportedStatus"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EnterpriseReconLicense"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"warning"}},{"kind":"Field","name":{"kind":"Name","value":"pendingBytes"}},{"kind":"Field","name":{"kind":"Name","value":"pendingScans"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"licensed"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataUsages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"pool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReconEverythingQuery, ReconEverythingQueryVariables>;
export const KeygenEverythingDocument = {"__meta__":{"hash":"sha256:4e2848b8dbc6597e45eb498265b8f94319f39bb446b56a681ea0166d9dd854b0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"KeygenEverything"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"licenses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"vendorId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reportedStatus"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"vendorFields"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"KeygenLicense"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"uses"}},{"kind":"Field","name":{"kind":"Name","value":"protected"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"suspended"}},{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"encrypted"}},{"kind":"Field","name":{"kind":"Name","value":"floating"}},{"kind":"Field","name":{"kind":"Name","value":"strict"}},{"kind":"Field","name":{"kind":"Name","value":"maxMachines"}},{"kind":"Field","name":{"kind":"Name","value":"maxProcesses"}},{"kind":"Field","name":{"kind":"Name","value":"maxUsers"}},{"kind":"Field","name":{"kind":"Name","value":"maxCores"}},{"kind":"Field","name":{"kind":"Name","value":"maxUses"}},{"kind":"Field","name":{"kind":"Name","value":"requireHeartbeat"}},{"kind":"Field","name":{"kind":"Name","value":"requireCheckIn"}},{"kind":"Field","name":{"kind":"Name","value":"lastValidatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckOutAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastCheckInAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextCheckInAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"}},{"kind":"Field","name":{"kind":"Name","value":"machineCount"}},{"kind":"Field","name":{"kind":"Name","value":"userCount"}},{"kind":"Field","name":{"kind":"Name","value":"accountVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"productVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"ownerVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"environmentVendorId"}},{"kind":"Field","name":{"kind":"Name","value":"entitlements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vendorId"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<KeygenEverythingQuery, KeygenEverythingQueryVariables>;
export const ActiveMessagesDocument = {"__meta__":{"hash":"sha256:89b2751bae6ecf2138e7a04646466411e01e18107d345c259e0bfd06c9b2e261"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ActiveMessages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"active"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedBy"}}]}}]}}]}}]} as unknown as DocumentNode<ActiveMessagesQuery, ActiveMessagesQueryVariables>;
export const AcknowledgeDocument = {"__meta__":{"hash":"sha256:c66d4a60035d51c5df554759f40133f04fde6525efdd0b22498029224f69c597"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Acknowledge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acknowledgeMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"messageId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeMutation, AcknowledgeMutationVariables>;