/** What evaluation adds to a snapshot before it is stored: quotas, and the fields that follow from them and the clock. */
import type { License, MessageRefs, Meter, Pool } from './entities.js';
import type {
  Enforcement,
  LicenseConflict,
  LicenseStatus,
  MessageSeverity,
  QuotaDimension,
  QuotaMeasure,
  QuotaState,
} from './vocabulary.js';

export interface Quota {
  readonly id: string;
  readonly source: string;
  readonly typeName: 'Quota';
  readonly subjectId: string;
  readonly dimension: QuotaDimension;
  readonly measure: QuotaMeasure;
  readonly limit: bigint | null;
  readonly used: bigint | null;
  readonly remaining: bigint | null;
  readonly ratio: number | null;
  readonly state: QuotaState;
  readonly enforcement: Enforcement;
  readonly overageLimit: bigint | null;
  readonly resetsAt: Date | null;
  readonly reasons: readonly string[];
  /** What it was evaluated from, to evaluate it again when only the clock or the policy has changed. */
  readonly meter: Meter;
}

export interface EvaluatedLicense extends License {
  readonly status: LicenseStatus;
  readonly derivedStatus: LicenseStatus;
  readonly conflicts: readonly LicenseConflict[];
}

export interface EvaluatedPool extends Pool {
  /** The worst state of its quotas; null when it has none. */
  readonly state: QuotaState | null;
  /** The ratio of that worst quota. */
  readonly ratio: number | null;
}

/** Thresholds, from the configuration. */
export interface QuotaPolicy {
  /** Share of the limit from which a quota is WARNING. */
  readonly warning: number;
  /** Share of the limit from which a quota is CRITICAL. */
  readonly critical: number;
  /** Days before its expiry from which a license is EXPIRING. */
  readonly expiringDays: number;
  /** Days before an expiry at which a message is raised. */
  readonly expiryLeadDays: readonly number[];
}

/**
 * A vendor's own evaluation of one license: fields that depend on the clock and on rules of this vendor alone (Keygen's
 * verdict), by their GraphQL names, and when they change next. Pure; reads only the license itself, which therefore
 * carries what the rule needs.
 */
export type LicenseEvaluator = (license: License, now: Date) => LicenseEvaluation;

export interface LicenseEvaluation {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changesAt: Date | null;
}

/** What the gateway itself has to say right now; the key tells whether it said so before. */
export interface Notice {
  /** `<CATEGORY>.<Concept>.<vendor id>[.<DIMENSION>]`: the middle of the message's id. */
  readonly name: string;
  /** The name, with the step it has come to where it gets worse in steps. */
  readonly key: string;
  readonly category: string;
  readonly severity: MessageSeverity;
  /** What happened, with the numbers, and what to do. */
  readonly description: string;
  readonly about: MessageRefs;
}

/** Where the use of a quota is heading, from how it went. */
export interface Forecast {
  /** How it was reached, e.g. `DAY_PROFILE`. */
  readonly method: string;
  /** Of a daily counter: the use at its reset. */
  readonly projectedAtReset: bigint | null;
  /** The first moment at which the use is expected over the limit; null when that is not in sight. */
  readonly exhaustsAt: Date | null;
  /** Between these the use falls in 8 of 10 cases: at the reset, or 30 days from now where there is none. */
  readonly low: bigint | null;
  readonly high: bigint | null;
  /** The history it rests on: whole days. */
  readonly basis: { readonly from: Date; readonly to: Date; readonly samples: number };
}
