/** One license of Keygen's in our words, with its meters. */
import type { LicenseStanding, Meter } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import { withVendorFields } from '../../domain/kept-json.js';
import { type LicenseStatus, licenseStatuses } from '../../domain/vocabulary.js';
import type { Census } from './leasing.js';
import { licenseMeters } from './meters.js';
import type { KeygenEntitlement, KeygenLicense, UnknownFact, VerdictFacts } from './model.js';
import { type Quantity, quantitiesOf } from './quantities.js';
import { type EntitlementRow, type LicenseRow, type PolicyRow, strategyOf } from './shapes.js';

const DAY_MS = 86_400_000;
/** The vendor's windows; they cannot be configured there. */
const ACTIVE_DAYS = 90;
const EXPIRING_DAYS = 3;

const INT32_MAX = 2_147_483_647n;

/** Words of `status`; our list has more. */
const STATUSES = ['ACTIVE', 'INACTIVE', 'EXPIRING', 'EXPIRED', 'SUSPENDED', 'BANNED'];
/** What activity is: the latest of them counts. */
const ACTIVITIES = ['created', 'lastValidated', 'lastCheckOut', 'lastCheckIn'] as const;

export interface LicenseContext {
  readonly source: string;
  readonly observedAt: Date;
  readonly policy: PolicyRow | null;
  readonly entitlements: readonly EntitlementRow[];
  readonly census: Census;
}

export function normalizeLicense(
  row: LicenseRow,
  context: LicenseContext,
): { license: KeygenLicense; meters: Meter[] } {
  const { source, policy, census } = context;
  const { values, linked } = row;
  const id = globalId('License', source, row.id);
  // Both come from the policy; a license says them itself only since it was inherited.
  const floating = values.floating ?? policy?.values.floating ?? null;
  const strict = values.strict ?? policy?.values.strict ?? null;
  const requireCheckIn = values.requireCheckIn ?? policy?.values.requireCheckIn ?? null;
  const quantities = quantitiesOf(row, policy, { floating, strict }, census);
  const entitlements = context.entitlements.map(entitlementOf);
  const name = values.name;

  const license = {
    id,
    source,
    vendorId: row.id,
    typeName: 'KeygenLicense',
    displayName: name === null || name.trim() === '' ? row.id : name,
    name,
    reportedStatus: values.status,
    createdAt: values.created,
    expiresAt: values.expiry,
    features: entitlements.map(({ code }) => code),
    groupId: linked.group === undefined ? null : globalId('Group', source, linked.group),
    standing: standingOf(row, context.observedAt),
    key: values.key,
    uses: values.uses ?? 0n,
    maxMachines: values.maxMachines,
    maxProcesses: values.maxProcesses,
    maxUsers: values.maxUsers,
    maxCores: values.maxCores,
    maxUses: values.maxUses,
    maxMemory: values.maxMemory,
    maxDisk: values.maxDisk,
    protected: values.protected ?? policy?.values.protected ?? false,
    suspended: isSuspended(row) ?? false,
    floating: floating ?? false,
    strict: strict ?? false,
    encrypted: values.encrypted ?? policy?.values.encrypted ?? false,
    scheme: values.scheme,
    requireHeartbeat: values.requireHeartbeat ?? policy?.values.requireHeartbeat ?? false,
    requireCheckIn: requireCheckIn ?? false,
    version: values.version,
    lastValidatedAt: values.lastValidated,
    lastCheckOutAt: values.lastCheckOut,
    lastCheckInAt: values.lastCheckIn,
    nextCheckInAt: values.nextCheckIn,
    updatedAt: values.updated,
    metadata: values.metadata ?? {},
    machineCount: intOf(quantities, 'MACHINES'),
    userCount: intOf(quantities, 'USERS'),
    policyId: linked.policy === undefined ? null : globalId('Policy', source, linked.policy),
    accountVendorId: linked.account ?? null,
    environmentVendorId: linked.environment ?? null,
    // Servers up to API 1.5 call the owner the license's user.
    ownerVendorId: linked.owner ?? linked.user ?? null,
    productVendorId: linked.product ?? null,
    entitlements,
    verdictFacts: verdictFacts(row, policy, { floating, strict, requireCheckIn }, quantities),
  } as const;
  return { license: withVendorFields(license, row.others), meters: licenseMeters(id, row, quantities) };
}

function entitlementOf({ id, values }: EntitlementRow): KeygenEntitlement {
  const code = values.code ?? id;
  return { vendorId: id, code, name: values.name ?? code };
}

function standingOf(row: LicenseRow, observedAt: Date): LicenseStanding {
  const { values, unreadable } = row;
  const latest = Math.max(...ACTIVITIES.map((name) => values[name]?.getTime() ?? Number.NEGATIVE_INFINITY));
  const isKnown = Number.isFinite(latest) && !ACTIVITIES.some((name) => unreadable.includes(name));
  return {
    reported: reportedOf(values.status),
    reportedBeforeExpiry: values.expiry !== null && observedAt <= values.expiry,
    banned: values.status === 'BANNED',
    suspended: isSuspended(row) ?? false,
    activeUntil: isKnown ? new Date(latest + ACTIVE_DAYS * DAY_MS) : null,
    expiringDays: EXPIRING_DAYS,
    strictBounds: true,
    ...(unreadable.includes('expiry') ? { expiryUnknown: true } : {}),
  };
}

/** By its own flag, else by its status, in which a suspension comes before all but a ban. Null: neither tells. */
function isSuspended({ values }: LicenseRow): boolean | null {
  const { suspended, status } = values;
  return suspended ?? (status !== null && STATUSES.includes(status) ? status === 'SUSPENDED' : null);
}

function reportedOf(word: string | null): LicenseStatus | null {
  if (word === null) return null;
  return STATUSES.includes(word) ? (licenseStatuses.find((status) => status === word) ?? 'UNKNOWN') : 'UNKNOWN';
}

function intOf(quantities: readonly Quantity[], dimension: Quantity['dimension']): number | null {
  const total = quantities.find((quantity) => quantity.dimension === dimension)?.total ?? null;
  return total === null || total > INT32_MAX ? null : Number(total);
}

function verdictFacts(
  row: LicenseRow,
  policy: PolicyRow | null,
  inherited: Readonly<Record<'floating' | 'strict' | 'requireCheckIn', boolean | null>>,
  quantities: readonly Quantity[],
): VerdictFacts {
  const { values, unreadable } = row;
  const suspended = isSuspended(row);
  const unknown: UnknownFact[] = [];
  if (values.status === null) unknown.push('status');
  if (suspended === null) unknown.push('suspended');
  if (unreadable.includes('expiry')) unknown.push('expiry');
  if (unreadable.includes('lastCheckIn')) unknown.push('lastCheckIn');
  for (const name of ['floating', 'strict', 'requireCheckIn'] as const) {
    if (inherited[name] === null) unknown.push(name);
  }
  return {
    unknown,
    // Whether its owner is banned is told by the license's status alone.
    banned: values.status === 'BANNED',
    suspended: suspended ?? false,
    expiresAt: values.expiry,
    expirationStrategy: strategyOf(policy, 'expirationStrategy', 'REVOKE_ACCESS'),
    strict: inherited.strict ?? false,
    floating: inherited.floating ?? false,
    requireCheckIn: inherited.requireCheckIn ?? false,
    lastCheckInAt: values.lastCheckIn,
    checkInInterval: policy?.values.checkInInterval ?? null,
    checkInIntervalCount: policy?.values.checkInIntervalCount ?? null,
    nextCheckInAt: values.nextCheckIn,
    counted: quantities.map(({ dimension, count, total, limit, overage }) => ({
      dimension,
      count,
      total,
      limit,
      overage,
    })),
  };
}
