/** The form of what is asked of one license: sizes, dates and limits; what the vendor makes of it is the vendor's. */
import { type LicenseEdit, type LimitEdits, type LimitName, limitNames } from '../../domain/commands.js';
import type { JsonObject } from '../../domain/json.js';
import { checkAmount, checkText, INT32, INT64, LONGEST_TEXT, metadataOf } from './input-form.js';
import type { Refusals } from './refusals.js';

const LARGEST = {
  maxMachines: INT32,
  maxProcesses: INT32,
  maxUsers: INT32,
  maxCores: INT32,
  maxUses: INT32,
  maxMemory: INT64,
  maxDisk: INT64,
} as const satisfies Record<LimitName, bigint>;

interface LicenseFields {
  readonly name?: string | null;
  readonly expiresAt?: Date | null;
  readonly protected?: boolean | null;
  readonly limits?: { readonly [Name in LimitName]?: bigint | number | null } | null;
  readonly metadata?: JsonObject | null;
}

/** What is absent stays absent: it is another thing than null. */
export function licenseEdit(refusals: Refusals, input: LicenseFields): LicenseEdit {
  checkText(refusals, input.name, LONGEST_TEXT, 'name');
  return {
    name: input.name,
    expiresAt: input.expiresAt,
    protected: input.protected,
    limits: input.limits == null ? undefined : limitEdits(refusals, input.limits),
    metadata: metadataOf(refusals, input.metadata),
  };
}

function limitEdits(refusals: Refusals, given: NonNullable<LicenseFields['limits']>): LimitEdits {
  const edits: { [Name in LimitName]?: bigint | null } = {};
  for (const name of limitNames) {
    const value = given[name];
    if (value === undefined) continue;
    checkAmount(refusals, value, LARGEST[name], 'limits', name);
    edits[name] = value === null ? null : BigInt(value);
  }
  return edits;
}
