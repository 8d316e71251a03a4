/** The attributes a license is written with, and the bounds their values are held to. */
import { type Refusal, unprocessable } from '../errors.js';
import type { License, Limits, Policy } from '../state.js';
import { flag, int32, int64, moment, orNull, text } from './body.js';
import { metadata, refusedMetadata } from './metadata.js';

/** Null where it may be: a limit, and being protected, then come from the policy again. */
export const LICENSE_ATTRIBUTES = {
  name: orNull(text),
  expiry: orNull(moment),
  protected: orNull(flag),
  suspended: flag,
  maxMachines: orNull(int32),
  maxProcesses: orNull(int32),
  maxUsers: orNull(int32),
  maxCores: orNull(int32),
  maxUses: orNull(int32),
  maxMemory: orNull(int64),
  maxDisk: orNull(int64),
  metadata,
};

export type LicenseAttributes = Partial<
  Pick<License, 'name' | 'expiry' | 'protected' | 'suspended' | 'metadata'> & Limits
>;

const MAX_NAME_BYTES = 1024;

/**
 * The least of each limit. That a node-locked license has one machine at most is not among them: the vendor's own sample
 * is node-locked, with five.
 */
const MINIMA: Readonly<Record<keyof Limits, (policy: Policy) => number>> = {
  maxMachines: ({ floating }) => (floating ? 1 : 0),
  maxProcesses: () => 0,
  maxUsers: () => 0,
  maxCores: () => 1,
  maxUses: () => 0,
  maxMemory: () => 0,
  maxDisk: () => 0,
};

/** The first of the attributes that is against a rule. */
export function refusedAttributes(given: LicenseAttributes, policy: Policy): Refusal | null {
  if (Buffer.byteLength(given.name ?? '') > MAX_NAME_BYTES) {
    return unprocessable('/data/attributes/name', `is too long (maximum is ${MAX_NAME_BYTES} bytes)`, 'NAME_TOO_LONG');
  }
  for (const [name, least] of Object.entries(MINIMA) as [keyof Limits, (policy: Policy) => number][]) {
    const value = given[name];
    const minimum = least(policy);
    if (value === undefined || value === null || value >= minimum) continue;
    return invalidNumber(name, `must be greater than or equal to ${minimum}`);
  }
  return refusedMetadata(given.metadata);
}

/** A number out of its bounds is PREFIX_INVALID, e.g. MAX_MACHINES_INVALID (facts 3, "Errors"). */
export function invalidNumber(attribute: string, detail: string): Refusal {
  const prefix = attribute.replace(/[A-Z]/g, '_$&').toUpperCase();
  return unprocessable(`/data/attributes/${attribute}`, detail, `${prefix}_INVALID`);
}
