/** Groups, stacks and licenses: what is entitled, and which of it is in force. */
import type { Finding, LimitPart, Stack } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import { sumOrNull } from '../../domain/quantities.js';
import type { ServerState } from './client.js';
import { fold, isUnlimitedQuota, saneQuota } from './figures.js';
import { type LicenseDates, type LicenseRow, licenseDates, licenseOf } from './licenses.js';
import { type CountingLicense, partsOf } from './limit-parts.js';
import type { SplunkGroup, SplunkLicense } from './model.js';
import { type Lookup, lookup, lookupAll } from './names.js';
import { badRow, type Row, readRows } from './rows.js';
import type { StackTerms } from './violations.js';
import { groupSpec, licenseSpec, type RowOf, stackSpec } from './wire.js';

export interface Entitlements {
  readonly groups: readonly SplunkGroup[];
  readonly stacks: readonly Stack[];
  readonly licenses: readonly SplunkLicense[];
  /** Null when the server names none, or its groups could not be read. */
  readonly activeGroup: SplunkGroup | null;
  /** The active group says which stacks it has, and all of them are listed. */
  readonly activeStacksKnown: boolean;
  /** Whether a stack belongs to the active group; null when the groups could not be read. */
  readonly isActiveStack: (name: string) => boolean | null;
  readonly findStack: Lookup<StackFacts>;
  readonly findings: readonly Finding[];
}

/** A stack with what its pools and peers are judged by. */
export interface StackFacts extends StackTerms {
  readonly id: string;
  readonly name: string;
  /** Sum of its licenses that have not expired; null when the server lists none for it, or not all could be read. */
  readonly validQuotaBytes: bigint | null;
  /** What each of those adds, and until when; null as well when one of them does not say. */
  readonly parts: readonly LimitPart[] | null;
}

type StackRow = Row<RowOf<typeof stackSpec.required, typeof stackSpec.optional>>;
interface DatedLicense {
  readonly row: LicenseRow;
  readonly dates: LicenseDates;
}
type GroupRow = Row<RowOf<typeof groupSpec.required, typeof groupSpec.optional>>;

/** Their pools are made by the server and can be neither edited nor deleted (vendor's SDK tests). */
const FIXED_POOL_STACKS = new Set(['download-trial', 'forwarder', 'free']);

export function normalizeEntitlements(state: ServerState, source: string, now: Date): Entitlements {
  const groupRows = readRows(state.feeds.groups, groupSpec, {
    source,
    part: 'groups',
    concept: 'Group',
    about: (name) => ({ subjectId: globalId('Group', source, name) }),
  });
  const stackRows = readRows(state.feeds.stacks, stackSpec, {
    source,
    part: 'stacks',
    concept: 'Stack',
    about: (name) => ({ subjectId: globalId('Stack', source, name), stackId: globalId('Stack', source, name) }),
  });
  const licenseRows = readRows(state.feeds.licenses, licenseSpec, {
    source,
    part: 'licenses',
    concept: 'License',
    nameField: 'license_hash',
    about: (name) => ({ subjectId: globalId('License', source, name), licenseId: globalId('License', source, name) }),
  });
  const dated = licenseRows.rows.map((row) => ({ row, dates: licenseDates(row) }));
  const isValid = ({ row, dates }: DatedLicense) =>
    row.values.status?.toUpperCase() !== 'EXPIRED' && !(dates.expiresAt !== null && dates.expiresAt <= now);
  const facts = stackRows.rows.map((row) => {
    const own = dated.filter((license) => fold(license.row.values.stack_id) === fold(row.name));
    const isSumKnown = licenseRows.complete && own.length > 0;
    return stackFacts(row, source, own.filter(isValid), isSumKnown);
  });
  const findStack = lookup(facts);
  const groups = groupRows.rows.map((row) => groupOf(row, source, findStack));
  const findGroup = lookup(groups);
  const activeNames = new Set(
    groupRows.rows
      .filter((row) => row.values.is_active)
      .flatMap((row) => row.values.stack_ids ?? [])
      .map(fold),
  );
  const isActiveStack = (name: string) => (state.feeds.groups === null ? null : activeNames.has(fold(name)));
  const activeGroup = groups.find((group) => group.isActive) ?? null;
  const activeRow = groupRows.rows.find((row) => row.values.is_active);
  return {
    groups,
    stacks: stackRows.rows.map((row) => stackOf(row, source, groups, isActiveStack(row.name) ?? false)),
    licenses: dated.map(({ row, dates }) =>
      licenseOf(row, { source, observedAt: now, dates, activeGroup, findStack, findGroup }),
    ),
    activeGroup,
    activeStacksKnown: activeRow !== undefined && areStacksKnown(activeRow, findStack),
    isActiveStack,
    findStack,
    findings: [
      ...groupRows.findings,
      ...stackRows.findings,
      ...licenseRows.findings,
      ...dated.flatMap(({ row, dates }) => dateFindings(row, dates, source)),
    ],
  };
}

function dateFindings(row: LicenseRow, { problems }: LicenseDates, source: string): Finding[] {
  const id = globalId('License', source, row.name);
  const text = `licenses: of "${row.name}", ${problems.join(', ')}; shown as unknown`;
  return problems.length === 0 ? [] : [badRow('License', row.name, text, { subjectId: id, licenseId: id })];
}

function groupOf(row: GroupRow, source: string, findStack: Lookup<StackFacts>): SplunkGroup {
  const names = row.values.stack_ids ?? [];
  const { found, complete } = lookupAll(findStack, names);
  return {
    id: globalId('Group', source, row.name),
    source,
    vendorId: row.name,
    typeName: 'SplunkGroup',
    displayName: row.name,
    vendorFields: complete ? row.rest : { ...row.rest, stack_ids: names },
    name: row.name,
    isActive: row.values.is_active,
    stackIds: found.map((stack) => stack.id),
  };
}

/** An empty list is known to be one: a group without a license has no stack. */
function areStacksKnown({ sent, rest, values }: GroupRow, findStack: Lookup<StackFacts>): boolean {
  const isStated = Object.hasOwn(sent, 'stack_ids') && !Object.hasOwn(rest, 'stack_ids');
  return isStated && lookupAll(findStack, values.stack_ids ?? []).complete;
}

function stackFacts(row: StackRow, source: string, valid: readonly DatedLicense[], isSumKnown: boolean): StackFacts {
  const { quota, is_unlimited, max_violations, window_period } = row.values;
  const licenses = valid.map((license) => license.row.values);
  return {
    name: row.name,
    id: globalId('Stack', source, row.name),
    quotaBytes: saneQuota(quota),
    isUnlimited: isUnlimitedQuota(is_unlimited, quota),
    maxViolations: max_violations,
    windowPeriod: window_period,
    licenses: licenses.map((values) => ({ maxViolations: values.max_violations, windowPeriod: values.window_period })),
    validQuotaBytes: isSumKnown ? sumOrNull(licenses.map((values) => saneQuota(values.quota))) : null,
    parts: isSumKnown ? partsOf(valid.map((license) => countingLicense(license, source))) : null,
  };
}

function countingLicense({ row, dates }: DatedLicense, source: string): CountingLicense {
  const { quota, is_unlimited } = row.values;
  return {
    id: globalId('License', source, row.name),
    quotaBytes: isUnlimitedQuota(is_unlimited, quota) ? null : quota,
    expiresAt: dates.expiresAt,
    expiryUnknown: dates.expiryUnknown,
  };
}

/** The group that lists it: the active one, else the first by name. */
function stackOf(row: StackRow, source: string, groups: readonly SplunkGroup[], isActive: boolean): Stack {
  const id = globalId('Stack', source, row.name);
  const listing = groups
    .filter((group) => group.stackIds.includes(id))
    .sort((a, b) => Number(b.isActive) - Number(a.isActive) || (a.name < b.name ? -1 : 1));
  const { label, type, quota, is_unlimited, max_violations, window_period } = row.values;
  return {
    id,
    source,
    vendorId: row.name,
    typeName: 'Stack',
    displayName: label ?? row.name,
    vendorFields: row.rest,
    label: label ?? row.name,
    type,
    isActive,
    quotaBytes: saneQuota(quota),
    isUnlimited: isUnlimitedQuota(is_unlimited, quota),
    maxViolations: max_violations,
    windowPeriod: window_period,
    fixedPools: hasFixedPools(row.name),
    groupId: listing[0]?.id ?? null,
  };
}

export function hasFixedPools(stackName: string): boolean {
  return FIXED_POOL_STACKS.has(fold(stackName));
}
