/** What a source can be asked to change, in our own words: vendor ids, not global ones, and everything checked as far as form goes. */
import type { Pool } from './entities.js';
import type { JsonObject } from './json.js';
import type { MutationError } from './mutation-error.js';
import type { Capability } from './vocabulary.js';

/**
 * Asks the vendor once. Never rejects for what the vendor or the network does: that is an outcome. When `signal` aborts,
 * its reason is thrown and the outcome is not known.
 */
export type Command<Input, Value = null> = (input: Input, signal: AbortSignal) => Promise<CommandOutcome<Value>>;

export type CommandOutcome<Value = null> = Done<Value> | NotDone;

export interface Done<Value> {
  readonly done: true;
  readonly value: Value;
  /** The vendor's name for the request that did it; null when it gives none. */
  readonly requestId: string | null;
}

export interface NotDone {
  readonly done: false;
  /** OUTCOME_UNKNOWN: it may have been done. Any other code: it was not. `path` names fields of the mutation's input. */
  readonly error: MutationError;
  readonly requestId: string | null;
}

/** The commands of one source; those that its kind does not have are absent. Named as the mutations. */
export interface SourceCommands {
  readonly uploadLicense?: Command<{ readonly content: Uint8Array }, Created>;
  readonly deleteLicense?: Command<ById>;
  readonly activateGroup?: Command<ById>;
  readonly createPool?: Command<NewPool>;
  readonly updatePool?: Command<PoolEdit>;
  readonly deletePool?: Command<ById>;
  readonly createLicense?: Command<NewLicense, Created>;
  readonly updateLicense?: Command<ById & LicenseEdit>;
  readonly suspendLicense?: Command<ById>;
  readonly reinstateLicense?: Command<ById>;
  readonly renewLicense?: Command<ById>;
  readonly checkInLicense?: Command<ById>;
  readonly validateLicense?: Command<ById, Verdict>;
  readonly revokeLicense?: Command<ById>;
  readonly incrementUsage?: Command<UsageStep>;
  readonly decrementUsage?: Command<UsageStep>;
  readonly resetUsage?: Command<ById>;
  readonly activateMachine?: Command<NewMachine, Created>;
  readonly deactivateMachine?: Command<ById>;
}

export type CommandName = keyof SourceCommands;

export interface ById {
  readonly vendorId: string;
}

/** Vendor id of what was made. */
export type Created = ById;

export interface NewPool {
  readonly name: string;
  readonly stackVendorId: string;
  /** As it was written, and known to be well-formed: `MAX`, or digits with an optional KB, MB or GB. */
  readonly quota: string;
  readonly description?: string | undefined;
  /** `*` alone, or GUIDs. */
  readonly peers?: readonly string[] | undefined;
}

/** What is absent stays as it is. */
export interface PoolEdit {
  readonly vendorId: string;
  /** The pool as the caller saw it: where it has become another in what the edit would overwrite, the caller is told so instead. */
  readonly seen: Pick<Pool, 'isMax' | 'limit' | 'description' | 'peerVendorIds'>;
  readonly quota?: string | undefined;
  readonly description?: string | undefined;
  readonly peers?: readonly string[] | undefined;
  /** The peers come to those that are there, instead of taking their place. */
  readonly appendPeers: boolean;
}

/** Absent: unchanged, or the policy's on a new license. Null: none, or the policy's own where it has one. */
export interface LicenseEdit {
  readonly name?: string | null | undefined;
  readonly expiresAt?: Date | null | undefined;
  readonly protected?: boolean | null | undefined;
  readonly limits?: LimitEdits | undefined;
  readonly metadata?: JsonObject | undefined;
}

export const limitNames = [
  'maxMachines',
  'maxProcesses',
  'maxUsers',
  'maxCores',
  'maxUses',
  'maxMemory',
  'maxDisk',
] as const;
export type LimitName = (typeof limitNames)[number];

/** Absent: unchanged. Null: the override is cleared, and what applies is the policy's. */
export type LimitEdits = { readonly [Name in LimitName]?: bigint | null | undefined };

export interface NewLicense extends LicenseEdit {
  readonly policyVendorId: string;
  readonly key?: string | undefined;
  readonly groupVendorId?: string | undefined;
  readonly ownerVendorId?: string | undefined;
}

export interface UsageStep extends ById {
  /** 1 or more. */
  readonly by: number;
}

export interface NewMachine {
  readonly licenseVendorId: string;
  readonly fingerprint: string;
  readonly name?: string | undefined;
  readonly hostname?: string | undefined;
  readonly platform?: string | undefined;
  readonly ip?: string | undefined;
  readonly cores?: number | undefined;
  /** Bytes. */
  readonly memory?: bigint | undefined;
  /** Bytes. */
  readonly disk?: bigint | undefined;
  readonly metadata?: JsonObject | undefined;
}

/** What the vendor says of a license when asked to validate it. */
export interface Verdict {
  readonly valid: boolean;
  readonly code: string;
  readonly detail: string | null;
}

/** A change could not begin, or a read was given up because the gateway stops: nothing was changed. The message says why. */
export class NotBegunError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotBegunError';
  }
}

/** `uploadLicense` → `UPLOAD_LICENSE`. */
export function capabilityOf(command: CommandName | 'refreshSource'): Capability {
  return command.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as Capability;
}

export function done<Value>(value: Value, requestId: string | null = null): Done<Value> {
  return { done: true, value, requestId };
}

export function notDone(
  code: MutationError['code'],
  message: string,
  path: readonly string[] | null = null,
  requestId: string | null = null,
): NotDone {
  return { done: false, error: { code, message, path }, requestId };
}
