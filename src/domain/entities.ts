/**
 * The vocabulary every source is normalized into. Plain readonly objects; a field is named as in the GraphQL schema,
 * a reference as `<field>Id` / `<field>Ids` and holds global ids. What one vendor adds to License, Group and Target
 * is declared in that vendor's folder as an extension of the interface here.
 */
import type { JsonObject } from './json.js';
import type {
  Enforcement,
  LicenseStatus,
  MessageOrigin,
  MessageSeverity,
  PoolUnit,
  QuotaDimension,
  QuotaMeasure,
} from './vocabulary.js';

export interface Entity {
  readonly id: string;
  /** Name of the source it was read from. */
  readonly source: string;
  readonly vendorId: string | null;
  /** The GraphQL type that shows it. */
  readonly typeName: string;
  /** What a person calls it: name, else label, else location, else vendor id. Never empty. */
  readonly displayName: string;
  /** What the vendor sent and the schema does not name; secrets and license payloads never. */
  readonly vendorFields: JsonObject;
}

export interface License extends Entity {
  readonly name: string | null;
  readonly label?: string | null;
  /** The vendor's word as it came; null when it says none. */
  readonly reportedStatus: string | null;
  readonly createdAt: Date | null;
  /** Null: never expires, or not known (then `standing.expiryUnknown`). */
  readonly expiresAt: Date | null;
  readonly features: readonly string[];
  readonly groupId: string | null;
  readonly standing: LicenseStanding;
}

/** What the status of a license is derived from, beside its expiry and the clock. */
export interface LicenseStanding {
  /** `reportedStatus` in our words; null when the vendor says nothing, UNKNOWN for a word we do not know. */
  readonly reported: LicenseStatus | null;
  /** The vendor was read before the expiry: that the license has expired since does not contradict its word. */
  readonly reportedBeforeExpiry?: boolean;
  /** Nothing is licensed at all (Enterprise Recon `state: absent`). */
  readonly absent?: boolean;
  readonly banned?: boolean;
  readonly suspended?: boolean;
  /** Outside the active group (Splunk). */
  readonly inactive?: boolean;
  /** Inactive when now is later than this instant (Keygen: last activity + 90 days). */
  readonly activeUntil?: Date | null;
  /** The vendor's own EXPIRING window in days, in place of the gateway's `quota.expiringDays`. */
  readonly expiringDays?: number;
  /** The vendor's bounds are strict: at the very expiry it is neither expired nor expiring (Keygen). */
  readonly strictBounds?: boolean;
  /** A quota over its limit makes the license EXCEEDED (Enterprise Recon). */
  readonly exceededByQuotas?: boolean;
  /** The vendor sent an expiry that cannot be read. */
  readonly expiryUnknown?: boolean;
}

export interface Group extends Entity {
  readonly name: string;
}

export interface Stack extends Entity {
  readonly label: string;
  readonly type: string;
  readonly isActive: boolean;
  readonly quotaBytes: bigint | null;
  readonly isUnlimited: boolean;
  readonly maxViolations: number | null;
  readonly windowPeriod: number | null;
  readonly fixedPools: boolean;
  readonly groupId: string | null;
}

export interface PeerUsage {
  readonly peerVendorId: string;
  readonly peerId: string | null;
  readonly usedBytes: bigint;
}

export interface Pool extends Entity {
  readonly name: string;
  readonly description: string | null;
  readonly unit: PoolUnit;
  readonly stackId: string | null;
  readonly licenseId: string | null;
  readonly isMax: boolean;
  readonly fixed: boolean;
  /** Null: unlimited or unreadable; the pool's quota says which. */
  readonly limit: bigint | null;
  readonly used: bigint | null;
  /** As configured, `*` included. */
  readonly peerVendorIds: readonly string[];
  readonly acceptsAllPeers: boolean;
  /** Largest first. */
  readonly peerUsages: readonly PeerUsage[];
}

export interface Peer extends Entity {
  readonly label: string;
  readonly poolIds: readonly string[];
  readonly activePoolIds: readonly string[];
  readonly stackIds: readonly string[];
  readonly warningCount: number | null;
  /** In no pool of the active group. */
  readonly orphan: boolean;
  /** The very server the source was read from. */
  readonly isLocal: boolean;
  readonly usedBytes: bigint | null;
  /** Null: cannot be known. */
  readonly searchBlocked: boolean | null;
}

export interface Target extends Entity {
  readonly name: string;
  readonly type: string;
  readonly licensed: boolean;
  readonly licenseId: string | null;
  /** Enterprise Recon: the COUNT pool. */
  readonly poolId: string | null;
}

export interface DataUsage extends Entity {
  readonly location: string;
  readonly type: string;
  readonly bytes: bigint;
  readonly attribution: string | null;
  readonly licenseId: string | null;
  readonly poolId: string | null;
  readonly targetId: string | null;
}

export interface Policy extends Entity {
  readonly name: string;
}

/** A message as a vendor sends it: present in a snapshot while the vendor shows it. */
export interface VendorMessage extends Entity {
  readonly category: string;
  readonly severity: MessageSeverity;
  readonly description: string;
  readonly createdAt: Date | null;
  readonly about: MessageRefs;
}

/** The things a message is about, as global ids; `subjectId` is the chief one. */
export interface MessageRefs {
  readonly subjectId?: string | null;
  readonly quotaId?: string | null;
  readonly licenseId?: string | null;
  readonly poolId?: string | null;
  readonly stackId?: string | null;
  readonly peerId?: string | null;
  readonly targetId?: string | null;
}

/** A message as it is kept and shown, whoever raised it. */
export interface Message extends Entity {
  readonly origin: MessageOrigin;
  readonly category: string;
  readonly severity: MessageSeverity;
  readonly description: string;
  readonly createdAt: Date;
  readonly active: boolean;
  readonly clearedAt: Date | null;
  readonly subjectId: string | null;
  readonly quotaId: string | null;
  readonly licenseId: string | null;
  readonly poolId: string | null;
  readonly stackId: string | null;
  readonly peerId: string | null;
  readonly targetId: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  /** How a gateway message is recognized at the next sync: its notice's key; null for a vendor's. */
  readonly key: string | null;
}

/** What the gateway itself noticed in a vendor's answer; becomes a GATEWAY message for as long as it holds. */
export interface Finding {
  readonly category: 'BAD_ROW' | 'DUPLICATE_ROW' | 'UNKNOWN_POOL' | 'USAGE_SUM_MISMATCH' | 'MANAGER_CONTACT_LOST';
  readonly severity: MessageSeverity;
  /** How far it has come, where it gets worse in steps: each step is a message of its own. */
  readonly stage?: string;
  /** Concept and vendor id name the message; a row without an id is named by its place, e.g. `pools[3]`. */
  readonly concept: string;
  readonly vendorId: string;
  readonly dimension?: QuotaDimension;
  /** What is wrong, where, and what was done about it. No credentials, keys or payloads. */
  readonly description: string;
  readonly about: MessageRefs;
}

/** A limit as the vendor states it. There is no magic number for "unlimited". */
export type Limit =
  | { readonly kind: 'limited'; readonly value: bigint }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Use above the limit that the vendor allows: limit × numerator / denominator, or any. */
export type Overage =
  | { readonly kind: 'none' }
  | { readonly kind: 'factor'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly kind: 'unbounded' };

/** One measured thing of one subject: the input of quota evaluation, stated by normalize in vendor-neutral words. */
export interface Meter {
  /** Global id of a license, group, stack, pool or peer. */
  readonly subjectId: string;
  readonly dimension: QuotaDimension;
  readonly measure: QuotaMeasure;
  readonly limit: Limit;
  /** Null: unreadable. Negative or fractional readings are unreadable. */
  readonly used: bigint | null;
  readonly enforcement: Enforcement;
  /** Where the daily quota of another subject decides on `enforcement`: how, to judge it anew for another quota. */
  readonly enforcedBy?: EnforcementRule;
  readonly overage: Overage;
  /** When the counter starts again; null when it does not or when that is not known. */
  readonly resetsAt: Date | null;
  /** What each license that has an end adds to the limit, which goes with it. */
  readonly parts?: readonly LimitPart[];
  /** Of a ROLLING_WINDOW: when each of what is counted leaves it, the first first; absent when not all are known. */
  readonly leaves?: readonly Date[];
  /** Of a DAILY_COUNTER: the largest use seen on this day, by our own history; absent where there is none yet. */
  readonly peak?: bigint;
  /** The vendor's rule and the numbers it was applied to, as sentences. */
  readonly reasons: readonly string[];
}

/** How enforcement follows from the daily quotas of other subjects, given by their global ids. */
export type EnforcementRule =
  /** HARD while the limit of one of them is below `value`, else INFORMATIONAL. */
  | { readonly kind: 'limitBelow'; readonly subjectIds: readonly string[]; readonly value: bigint }
  /** SOFT while that subject is over its limit, or may be, else INFORMATIONAL. */
  | { readonly kind: 'over'; readonly subjectId: string };

/** What one license adds to a limit. */
export interface LimitPart {
  readonly licenseId: string;
  readonly amount: bigint;
  /** When that ends; null: it does not. */
  readonly until: Date | null;
  /** The vendor goes on stating it after its end: what it states is shown as it is, and the end counts in what is to come. */
  readonly stated?: true;
}
