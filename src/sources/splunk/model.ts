/** What Splunk adds to the shared vocabulary, and the edges of the GraphQL types that only Splunk has. */
import { type EdgeTable, listed, one } from '../../domain/edges.js';
import type { Group, License } from '../../domain/entities.js';
import type { JsonObject } from '../../domain/json.js';

export interface SplunkLicense extends License {
  readonly typeName: 'SplunkLicense';
  readonly label: string | null;
  readonly type: string;
  readonly stackId: string | null;
  readonly licenseHash: string;
  readonly guid: string | null;
  readonly subgroupId: string | null;
  /** Bytes a day; null when unlimited by an absurd figure, or unreadable. */
  readonly quotaBytes: bigint | null;
  readonly isUnlimited: boolean;
  readonly maxViolations: number | null;
  readonly windowPeriod: number | null;
  readonly sourcetypes: readonly string[];
  readonly disabledFeatures: readonly string[];
  readonly addOns: JsonObject | null;
  readonly notes: string | null;
}

export interface SplunkGroup extends Group {
  readonly typeName: 'SplunkGroup';
  readonly isActive: boolean;
  /** Global ids of its stacks, as far as the server lists them. */
  readonly stackIds: readonly string[];
}

export interface SplunkFeature {
  readonly name: string;
  /** The vendor's word; everything but ENABLED is disabled. */
  readonly state: string;
}

/** The license state of the very server that was read: a value of Source, no node. */
export interface SplunkLocalPeer {
  readonly typeName: 'SplunkLocalPeer';
  readonly peerVendorId: string;
  readonly peerLabel: string | null;
  readonly managerGuid: string | null;
  readonly managerUri: string | null;
  /** It is its own license manager (`manager_uri` is `self`). */
  readonly isManager: boolean;
  readonly features: readonly SplunkFeature[];
  readonly addOns: JsonObject | null;
  readonly licenseKeys: readonly string[];
  /** Seconds. */
  readonly connectionTimeout: number | null;
  readonly sendTimeout: number | null;
  readonly receiveTimeout: number | null;
  readonly squashThreshold: number | null;
  /** Null: never, or not known. */
  readonly lastManagerContactAttemptAt: Date | null;
  readonly lastManagerContactSuccessAt: Date | null;
  readonly lastTrackerDbServiceAt: Date | null;
  readonly vendorFields: JsonObject;
}

export const splunkEdges: EdgeTable = {
  SplunkLicense: { stack: one('stackId') },
  SplunkGroup: { stacks: listed('Stack', 'stackIds') },
};
