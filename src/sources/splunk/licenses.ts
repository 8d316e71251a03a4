/** Licenses: when they end, how they stand, and which stack and group they belong to. */
import type { LicenseStanding } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import { fold, isUnlimitedQuota, saneQuota } from './figures.js';
import type { SplunkGroup, SplunkLicense } from './model.js';
import type { Lookup } from './names.js';
import type { Row } from './rows.js';
import { dateOfSeconds, type licenseSpec, type RowOf } from './wire.js';

export type LicenseRow = Row<RowOf<typeof licenseSpec.required, typeof licenseSpec.optional>>;

export interface Expiry {
  readonly at: Date | null;
  readonly unknown: boolean;
  readonly problem: string | null;
}

/** The earlier of the absolute and the relative expiry; only 2147483647 never comes, a date in 2035 is a date. */
export function expiryOf({ values }: LicenseRow): Expiry {
  const {
    expiration_time: absolute,
    relative_expiration_start: start,
    relative_expiration_interval: interval,
  } = values;
  const counts = start !== null && interval !== null && start > 0n && interval > 0n;
  const relative = counts ? dateOfSeconds(start + interval) : null;
  const problem =
    counts && relative === null
      ? `relative_expiration_start ${start} and relative_expiration_interval ${interval} make no sensible date`
      : null;
  if (absolute === null) return { at: relative, unknown: relative === null, problem };
  if (absolute === 'never') return { at: relative, unknown: false, problem };
  return { at: relative !== null && relative < absolute ? relative : absolute, unknown: false, problem };
}

export interface LicenseContext {
  readonly source: string;
  readonly expiry: Expiry;
  readonly activeGroup: SplunkGroup | null;
  readonly findStack: Lookup<{ readonly name: string; readonly id: string }>;
  readonly findGroup: Lookup<{ readonly name: string; readonly id: string }>;
}

export function licenseOf(row: LicenseRow, context: LicenseContext): SplunkLicense {
  const { values } = row;
  const stack = context.findStack(values.stack_id);
  const group = context.findGroup(values.group_id);
  const unresolved = {
    ...(stack === null ? { stack_id: values.stack_id } : {}),
    ...(group === null && values.group_id !== null ? { group_id: values.group_id } : {}),
  };
  return {
    id: globalId('License', context.source, row.name),
    source: context.source,
    vendorId: row.name,
    typeName: 'SplunkLicense',
    displayName: values.label ?? row.name,
    vendorFields: { ...row.rest, ...unresolved },
    name: null,
    label: values.label,
    type: values.type,
    licenseHash: values.license_hash ?? row.name,
    guid: values.guid,
    groupId: group?.id ?? null,
    subgroupId: values.subgroup_id,
    stackId: stack?.id ?? null,
    reportedStatus: values.status,
    createdAt: values.creation_time,
    expiresAt: context.expiry.at,
    features: values.features ?? [],
    disabledFeatures: values.disabled_features ?? [],
    sourcetypes: values.sourcetypes ?? [],
    quotaBytes: saneQuota(values.quota),
    isUnlimited: isUnlimitedQuota(values.is_unlimited, values.quota),
    maxViolations: values.max_violations,
    windowPeriod: values.window_period,
    addOns: values.add_ons,
    notes: values.notes,
    standing: standingOf(values.status, values.group_id, context),
  };
}

function standingOf(status: string | null, groupName: string | null, context: LicenseContext): LicenseStanding {
  const { activeGroup, expiry } = context;
  const isOutside = activeGroup !== null && groupName !== null && fold(groupName) !== fold(activeGroup.name);
  return {
    reported: reportedOf(status),
    ...(isOutside ? { inactive: true } : {}),
    ...(expiry.unknown ? { expiryUnknown: true } : {}),
  };
}

function reportedOf(status: string | null): LicenseStanding['reported'] {
  if (status === null) return null;
  const word = status.trim().toUpperCase();
  return word === 'VALID' ? 'ACTIVE' : word === 'EXPIRED' ? 'EXPIRED' : 'UNKNOWN';
}
