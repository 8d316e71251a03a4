/** The messages of one license: its expiry drawing near step by step, its expiry, and words of the vendor that do not fit. Pure. */
import type { License } from '../../domain/entities.js';
import type { EvaluatedLicense, Notice, QuotaPolicy } from '../../domain/evaluated.js';
import { type LicenseConflict, licenseStatuses } from '../../domain/vocabulary.js';
import { aboutSubject, noticeName } from './subject.js';

const DAY_MS = 86_400_000;

type Leads = Pick<QuotaPolicy, 'expiringDays' | 'expiryLeadDays'>;

/** LICENSE_EXPIRING, one for each lead time crossed; LICENSE_EXPIRED; LICENSE_CONFLICT. */
export function licenseNotices(license: EvaluatedLicense, policy: Leads, now: Date): Notice[] {
  const notices = [expiryNotice(license, policy, now), conflictNotice(license)];
  return notices.filter((notice) => notice !== null);
}

/** The next instant at which the clock alone changes what `licenseNotices` says before the expiry; null when none does. */
export function nextLead(
  license: Pick<License, 'expiresAt' | 'standing'>,
  { expiringDays, expiryLeadDays }: Leads,
  now: Date,
): Date | null {
  if (license.expiresAt === null || !isAwaited(license)) return null;
  const first = Math.max(0, ...expiryLeadDays);
  let next = Number.POSITIVE_INFINITY;
  // Within `expiringDays` the severity of the message that stands is another.
  for (const days of [...expiryLeadDays, expiringDays]) {
    const at = license.expiresAt.getTime() - days * DAY_MS;
    if (days > 0 && days <= first && at > now.getTime() && at < next) next = at;
  }
  return Number.isFinite(next) ? new Date(next) : null;
}

function expiryNotice(license: EvaluatedLicense, policy: Leads, now: Date): Notice | null {
  const { expiresAt, standing, status } = license;
  if (standing.inactive === true) return null;
  if (status === 'EXPIRED') return noticeOf(license, 'LICENSE_EXPIRED', null, 'ERROR', expiredText(license, now));
  if (expiresAt === null || !isAwaited(license)) return null;
  const left = expiresAt.getTime() - now.getTime();
  // At 0 days it is the expiry itself, which has a message of its own.
  const crossed = policy.expiryLeadDays.filter((days) => days > 0 && left <= days * DAY_MS);
  if (left < 0 || crossed.length === 0) return null;
  const lead = Math.min(...crossed);
  const severity = left > policy.expiringDays * DAY_MS ? 'INFO' : 'WARN';
  // The days of the step, not those from now: a message is not written again each day.
  const days = lead === 1 ? '1 day is' : `${lead} days are`;
  const text = `${license.displayName} expires at ${expiresAt.toISOString()}: at most ${days} left. Renew it, or prepare for its end.`;
  return noticeOf(license, 'LICENSE_EXPIRING', `${lead}d`, severity, text);
}

/** Whether its expiry still matters: it is in use, and not out of order already by what the vendor says of it. */
function isAwaited({ standing }: Pick<License, 'standing'>): boolean {
  const { inactive, absent, suspended, banned, reported } = standing;
  if (inactive === true || absent === true || suspended === true || banned === true) return false;
  return reported === null || licenseStatuses.indexOf(reported) < licenseStatuses.indexOf('EXPIRED');
}

function expiredText(license: EvaluatedLicense, now: Date): string {
  const { displayName, expiresAt } = license;
  if (expiresAt !== null && expiresAt <= now) {
    return `${displayName} expired at ${expiresAt.toISOString()}. Renew it or remove it.`;
  }
  return `${displayName} is expired by the vendor's word ${wordOf(license)}, but ${expiryText(expiresAt)}. Check it at the vendor.`;
}

function conflictNotice(license: EvaluatedLicense): Notice | null {
  const { conflicts, displayName, status } = license;
  if (conflicts.length === 0) return null;
  const severity = conflicts.every((conflict) => conflict === 'REPORTED_WORSE') ? 'INFO' : 'WARN';
  const reasons = conflicts.map((conflict) => conflictText(license, conflict)).join(' and ');
  const text = `${displayName} is reported as ${wordOf(license)}, but ${reasons}. The worse counts: ${status}. Check it at the vendor.`;
  return noticeOf(license, 'LICENSE_CONFLICT', conflicts.join('+'), severity, text);
}

function conflictText({ standing, expiresAt, derivedStatus }: EvaluatedLicense, conflict: LicenseConflict): string {
  switch (conflict) {
    case 'STATE_EXPIRY_MISMATCH':
      return standing.reported === 'EXPIRED'
        ? expiryText(expiresAt)
        : `it expired${expiresAt === null ? '' : ` at ${expiresAt.toISOString()}`}`;
    case 'STATE_POOL_MISMATCH':
      return standing.reported === 'EXCEEDED' ? 'no pool of it is over its limit' : 'a pool of it is over its limit';
    case 'REPORTED_WORSE':
      return `nothing that can be read of it is worse than ${derivedStatus}`;
  }
}

function expiryText(expiresAt: Date | null): string {
  return expiresAt === null ? 'it has no expiry that is known' : `its expiry is ${expiresAt.toISOString()}`;
}

/** The vendor's own word. */
function wordOf({ reportedStatus, standing }: EvaluatedLicense): string {
  return `"${reportedStatus ?? standing.reported ?? ''}"`;
}

function noticeOf(
  license: EvaluatedLicense,
  category: string,
  stage: string | null,
  severity: Notice['severity'],
  description: string,
): Notice {
  const name = noticeName(category, license.id);
  const key = stage === null ? name : `${name}@${stage}`;
  return { name, key, category, severity, description, about: aboutSubject(license.id) };
}
