/** The one license of an installation, and which licensing model it follows. */
import { globalId } from '../../domain/ids.js';
import type { LicenseStatus } from '../../domain/vocabulary.js';
import type { EnterpriseReconLicense, EnterpriseReconModel } from './model.js';
import type { PoolRow } from './pools.js';
import { otherFields, type RowContext } from './rows.js';
import { readExpiry, readText } from './values.js';

/** Enterprise Recon names no license: there is one for the installation. */
export const LICENSE_VENDOR_ID = 'installation';

export function installationLicenseId(source: string): string {
  return globalId('License', source, LICENSE_VENDOR_ID);
}

export interface Shape {
  readonly pools: readonly PoolRow[];
  /** `attribution` of every data usage row that has one. */
  readonly attributions: readonly string[];
  /** `targets` was sent, empty or not. */
  readonly hasTargets: boolean;
  readonly state: unknown;
}

/** By shape, not by version: no version says which model is in use (facts: model detection). */
export function detectModel({ pools, attributions, hasTargets, state }: Shape): EnterpriseReconModel {
  if (pools.some(({ type }) => type === 'global') || attributions.some((word) => wordOf(word) === 'global')) {
    return 'SITEWIDE';
  }
  const splits = ({ type, unit }: PoolRow) => type === 'client' || (type === 'server' && unit === 'BYTES');
  if (pools.some(splits)) return 'NON_SITEWIDE';
  if (hasTargets && pools.some(({ unit }) => unit === 'COUNT')) return 'LEGACY';
  return wordOf(state) === 'absent' ? 'NONE' : 'UNKNOWN';
}

export interface LicenseFacts {
  /** Everything of the answer beside its three lists. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly model: EnterpriseReconModel;
  /** There are pools to compare the vendor's word with. */
  readonly hasPools: boolean;
  readonly observedAt: Date;
}

export function normalizeLicense(
  { fields, model, hasPools, observedAt }: LicenseFacts,
  { source, licenseId, findings }: RowContext,
): EnterpriseReconLicense {
  const reported = reportedStatus(fields.state);
  const absent = reported === 'ABSENT';
  const expiry = readExpiry(fields.expires);
  // Where nothing is licensed, nothing expires.
  if (expiry.problem !== null && !(absent && expiry.problem.kind === 'none-stated')) {
    findings.add({
      category: 'BAD_ROW',
      severity: expiry.problem.kind === 'unreadable' ? 'WARN' : 'INFO',
      concept: 'License',
      vendorId: LICENSE_VENDOR_ID,
      description: expiry.problem.text,
      about: { subjectId: licenseId, licenseId },
    });
  }
  const texts = {
    reportedStatus: readText(fields.state),
    edition: readText(fields.edition),
    company: readText(fields.company),
    warning: readText(fields.warning),
  };
  return {
    id: licenseId,
    source,
    vendorId: LICENSE_VENDOR_ID,
    typeName: 'EnterpriseReconLicense',
    displayName: LICENSE_VENDOR_ID,
    vendorFields: otherFields(fields, [
      ...(expiry.problem === null ? ['expires'] : []),
      ...(texts.reportedStatus === null ? [] : ['state']),
      ...(texts.edition === null ? [] : ['edition']),
      ...(texts.company === null ? [] : ['company']),
      ...(texts.warning === null ? [] : ['warning']),
    ]),
    name: null,
    createdAt: null,
    expiresAt: expiry.at,
    features: [],
    groupId: null,
    standing: {
      reported,
      absent,
      exceededByQuotas: hasPools,
      reportedBeforeExpiry: expiry.at !== null && observedAt < expiry.at,
      expiryUnknown: expiry.problem?.kind === 'unreadable',
    },
    model,
    ...texts,
    ...pendingOf(texts.warning),
  };
}

const STATUSES: Readonly<Record<string, LicenseStatus>> = {
  licensed: 'ACTIVE',
  expired: 'EXPIRED',
  exceeded: 'EXCEEDED',
  absent: 'ABSENT',
};

/** Null: the vendor says nothing, as in the legacy sample. A word beyond the documented four is UNKNOWN. */
function reportedStatus(state: unknown): LicenseStatus | null {
  const word = wordOf(state);
  if (word === '') return null;
  return Object.hasOwn(STATUSES, word) ? (STATUSES[word] ?? 'UNKNOWN') : 'UNKNOWN';
}

const PENDING = /^\s*(\d{1,18}) bytes of scanned data from (\d{1,9}) scans? pending processing\.?\s*$/i;

/** The numbers in `85567564053 bytes of scanned data from 2 scans pending processing`; null for any other wording. */
function pendingOf(warning: string | null): { pendingBytes: bigint | null; pendingScans: number | null } {
  const [, bytes, scans] = PENDING.exec(warning ?? '') ?? [];
  if (bytes === undefined || scans === undefined) return { pendingBytes: null, pendingScans: null };
  return { pendingBytes: BigInt(bytes), pendingScans: Number(scans) };
}

function wordOf(value: unknown): string {
  return (readText(value) ?? '').trim().toLowerCase();
}
