/** What evaluation adds to a snapshot before it is stored: quotas, and the fields that follow from them and the clock. */
import type { License, Meter, Pool } from './entities.js';
import type {
  Enforcement,
  LicenseConflict,
  LicenseStatus,
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
