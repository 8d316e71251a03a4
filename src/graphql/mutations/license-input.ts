/** The form of what is asked of one license: sizes, dates and limits; what the vendor makes of it is the vendor's. */
import type { LicenseEdit, LimitEdits, LimitName } from '../../domain/commands.js';
import type { JsonObject } from '../../domain/json.js';
import type { Refusals } from './refusals.js';

const INT32 = 2n ** 31n - 1n;
const INT64 = 2n ** 63n - 1n;
const LARGEST = {
  maxMachines: INT32,
  maxProcesses: INT32,
  maxUsers: INT32,
  maxCores: INT32,
  maxUses: INT32,
  maxMemory: INT64,
  maxDisk: INT64,
} as const satisfies Record<LimitName, bigint>;

/** The vendor's own bound: 16 KB. */
const LARGEST_METADATA = 16 * 1024;
const LONGEST_TEXT = 1024;

interface LicenseFields {
  readonly name?: string | null;
  readonly expiresAt?: Date | null;
  readonly protected?: boolean | null;
  readonly limits?: { readonly [Name in LimitName]?: bigint | number | null } | null;
  readonly metadata?: JsonObject | null;
}

/** What is absent stays absent: it is another thing than null. */
export function licenseEdit(refusals: Refusals, input: LicenseFields): LicenseEdit {
  checkText(refusals, input.name, 'name');
  return {
    name: input.name,
    expiresAt: input.expiresAt,
    protected: input.protected,
    limits: input.limits == null ? undefined : limitEdits(refusals, input.limits),
    metadata: metadataOf(refusals, input.metadata),
  };
}

/** At least one character, none of them a control character. */
export function checkText(refusals: Refusals, text: string | null | undefined, ...path: readonly string[]): void {
  if (text == null) return;
  if (text.trim() === '') refusals.refuse('INVALID_INPUT', 'a text with something in it is wanted', ...path);
  else if (Buffer.byteLength(text) > LONGEST_TEXT)
    refusals.refuse('INVALID_INPUT', `at most ${LONGEST_TEXT} bytes`, ...path);
  else if (/\p{Cc}/u.test(text))
    refusals.refuse('INVALID_INPUT', 'no control characters, line breaks included', ...path);
}

export function checkAmount(
  refusals: Refusals,
  value: bigint | number | null | undefined,
  largest: 'INT32' | 'INT64',
  ...path: readonly string[]
): void {
  if (value == null) return;
  const most = largest === 'INT32' ? INT32 : INT64;
  if (BigInt(value) >= 0n && BigInt(value) <= most) return;
  refusals.refuse('INVALID_INPUT', `a number from 0 to ${most} is wanted`, ...path);
}

/** Undefined when it is absent, an empty object for null. */
export function metadataOf(refusals: Refusals, metadata: JsonObject | null | undefined): JsonObject | undefined {
  if (metadata === undefined) return undefined;
  const size = Buffer.byteLength(JSON.stringify(metadata ?? {}));
  if (size > LARGEST_METADATA) {
    refusals.refuse('INVALID_INPUT', `${size} bytes are too many; ${LARGEST_METADATA} are the most`, 'metadata');
  }
  return metadata ?? {};
}

function limitEdits(refusals: Refusals, given: NonNullable<LicenseFields['limits']>): LimitEdits {
  const edits: { [Name in LimitName]?: bigint | null } = {};
  for (const name of Object.keys(LARGEST) as LimitName[]) {
    const value = given[name];
    if (value === undefined) continue;
    checkAmount(refusals, value, LARGEST[name] === INT32 ? 'INT32' : 'INT64', 'limits', name);
    edits[name] = value === null ? null : BigInt(value);
  }
  return edits;
}
