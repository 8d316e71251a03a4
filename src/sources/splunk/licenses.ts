/** Licenses: when they end, how they stand, and which stack and group they belong to. */
import type { LicenseStanding } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import { fold, isUnlimitedQuota, saneQuota } from './figures.js';
import type { SplunkGroup, SplunkLicense } from './model.js';
import type { Lookup } from './names.js';
import type { Row } from './rows.js';
import { dateOfSeconds, type licenseSpec, type RowOf } from './wire.js';

export type LicenseRow = Row<RowOf<typeof licenseSpec.required, typeof licenseSpec.optional>>;

export interface LicenseDates {
  readonly createdAt: Date | null;
  /** Null: never, or not known. */
  readonly expiresAt: Date | null;
  readonly expiryUnknown: boolean;
  /** What about them cannot be believed. */
  readonly problems: readonly string[];
}

/** The licenses that come with the product (Free, Forwarder …) were never created: their time is 0. */
const BUILT_IN = /^F{63}[0-9A-F]$/;

/** Expiry is the earlier of the absolute and the relative one; only 2147483647 never comes, a date in 2035 is a date. */
export function licenseDates({ name, values }: LicenseRow): LicenseDates {
  const problems: string[] = [];
  const { relative_expiration_start: start, relative_expiration_interval: interval } = values;
  const hasRelative = start !== null && interval !== null && start > 0n && interval > 0n;
  const relative = hasRelative ? dateOfSeconds(start + interval) : null;
  if (hasRelative && relative === null) {
    problems.push(
      `relative_expiration_start ${start} plus relative_expiration_interval ${interval} is no sensible date`,
    );
  }
  if (values.creation_time === 'zero' && !BUILT_IN.test(name)) problems.push('creation_time "0" is no sensible date');
  const absolute = values.expiration_time === 'never' ? null : values.expiration_time;
  return {
    createdAt: values.creation_time === 'zero' ? null : values.creation_time,
    expiresAt: relative !== null && (absolute === null || relative < absolute) ? relative : absolute,
    expiryUnknown: values.expiration_time === null && relative === null,
    problems,
  };
}

export interface LicenseContext {
  readonly source: string;
  readonly observedAt: Date;
  readonly dates: LicenseDates;
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
    createdAt: context.dates.createdAt,
    expiresAt: context.dates.expiresAt,
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
  const { activeGroup, dates, observedAt } = context;
  const isOutside = activeGroup !== null && groupName !== null && fold(groupName) !== fold(activeGroup.name);
  return {
    reported: reportedOf(status),
    ...(isOutside ? { inactive: true } : {}),
    ...(dates.expiryUnknown ? { expiryUnknown: true } : {}),
    ...(dates.expiresAt !== null && observedAt < dates.expiresAt ? { reportedBeforeExpiry: true } : {}),
  };
}

function reportedOf(status: string | null): LicenseStanding['reported'] {
  if (status === null) return null;
  const word = status.trim().toUpperCase();
  return word === 'VALID' ? 'ACTIVE' : word === 'EXPIRED' ? 'EXPIRED' : 'UNKNOWN';
}
