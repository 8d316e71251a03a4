/** The status of a license: what the vendor reports, what we derive, the worse of the two, and where they disagree. Pure. */
import { earliest } from '../domain/dates.js';
import type { License, LicenseStanding } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import { type LicenseConflict, type LicenseStatus, licenseStatuses, worse } from '../domain/vocabulary.js';

const DAY_MS = 86_400_000;
/** Words that claim the license is neither expired nor over a limit. */
const IN_ORDER: ReadonlySet<LicenseStatus> = new Set(['ACTIVE', 'INACTIVE', 'EXPIRING']);

export interface StatusVerdict {
  readonly status: LicenseStatus;
  readonly derivedStatus: LicenseStatus;
  readonly conflicts: readonly LicenseConflict[];
  /** The next instant at which the clock alone changes the verdict; null when none does. */
  readonly changesAt: Date | null;
}

/** `exceeded`: a limit that comes with the license is exceeded; null when that cannot be told, or when it does not matter. */
export function licenseStatus(
  license: Pick<License, 'expiresAt' | 'standing'>,
  exceeded: boolean | null,
  policy: Pick<QuotaPolicy, 'expiringDays'>,
  now: Date,
): StatusVerdict {
  const { standing } = license;
  const expiry = expiryOf(license, policy, now);
  const lapsed = standing.activeUntil != null && now.getTime() > standing.activeUntil.getTime();
  const candidates: LicenseStatus[] = [expiry.status];
  if (standing.inactive === true || lapsed) candidates.push('INACTIVE');
  if (standing.expiryUnknown === true) candidates.push('UNKNOWN');
  if (exceeded === true) candidates.push('EXCEEDED');
  if (standing.suspended === true) candidates.push('SUSPENDED');
  if (standing.banned === true) candidates.push('BANNED');
  if (standing.absent === true) candidates.push('ABSENT');
  const derivedStatus = candidates.reduce((a, b) => worse(licenseStatuses, a, b));
  const { reported } = standing;
  return {
    status: reported === null ? derivedStatus : worse(licenseStatuses, reported, derivedStatus),
    derivedStatus,
    conflicts: reported === null ? [] : conflictsOf(reported, derivedStatus, contradicting(standing, expiry), exceeded),
    changesAt: earliest([expiry.changesAt, lapsed ? null : after(standing.activeUntil ?? null)]),
  };
}

function expiryOf(
  { expiresAt, standing }: Pick<License, 'expiresAt' | 'standing'>,
  policy: Pick<QuotaPolicy, 'expiringDays'>,
  now: Date,
): { status: LicenseStatus; changesAt: Date | null } {
  if (expiresAt === null) return { status: 'ACTIVE', changesAt: null };
  const at = expiresAt.getTime();
  const strict = standing.strictBounds === true;
  const left = at - now.getTime();
  const window = (standing.expiringDays ?? policy.expiringDays) * DAY_MS;
  if (strict ? left < 0 : left <= 0) return { status: 'EXPIRED', changesAt: null };
  // At the very expiry Keygen's bounds leave neither EXPIRING nor EXPIRED.
  if (strict && left === 0) return { status: 'ACTIVE', changesAt: new Date(at + 1) };
  if (strict ? left < window : left <= window) return { status: 'EXPIRING', changesAt: expiresAt };
  return { status: 'ACTIVE', changesAt: new Date(at - window + (strict ? 1 : 0)) };
}

/** What the expiry says against the vendor's word; null where it cannot: it is not known, or has passed only since. */
function contradicting(standing: LicenseStanding, expiry: { readonly status: LicenseStatus }): LicenseStatus | null {
  if (standing.expiryUnknown === true) return null;
  return standing.reportedBeforeExpiry === true && expiry.status === 'EXPIRED' ? null : expiry.status;
}

function conflictsOf(
  reported: LicenseStatus,
  derived: LicenseStatus,
  byExpiry: LicenseStatus | null,
  exceeded: boolean | null,
): LicenseConflict[] {
  const conflicts: LicenseConflict[] = [];
  const saysOtherwise = byExpiry === 'EXPIRED' ? IN_ORDER.has(reported) : reported === 'EXPIRED';
  if (byExpiry !== null && saysOtherwise) conflicts.push('STATE_EXPIRY_MISMATCH');
  if (exceeded === true && IN_ORDER.has(reported)) conflicts.push('STATE_POOL_MISMATCH');
  if (exceeded === false && reported === 'EXCEEDED') conflicts.push('STATE_POOL_MISMATCH');
  const isWorse = licenseStatuses.indexOf(reported) > licenseStatuses.indexOf(derived);
  if (isWorse && reported !== 'UNKNOWN' && conflicts.length === 0) conflicts.push('REPORTED_WORSE');
  return conflicts;
}

function after(date: Date | null): Date | null {
  return date === null ? null : new Date(date.getTime() + 1);
}
