/** The documents that are sent: our names for what is asked, in the vendor's form. What is absent stays out of them. */
import type { LicenseEdit, NewLicense, NewMachine } from '../../../domain/commands.js';

export function newLicenseDocument(input: NewLicense): object {
  return {
    data: {
      type: 'licenses',
      attributes: { key: input.key, ...licenseAttributes(input) },
      relationships: {
        policy: linkTo('policies', input.policyVendorId),
        group: input.groupVendorId === undefined ? undefined : linkTo('groups', input.groupVendorId),
        owner: input.ownerVendorId === undefined ? undefined : linkTo('users', input.ownerVendorId),
      },
    },
  };
}

export function licenseEditDocument(edit: LicenseEdit): object {
  return { data: { type: 'licenses', attributes: licenseAttributes(edit) } };
}

export function newMachineDocument(input: NewMachine): object {
  const { licenseVendorId, ...attributes } = input;
  return {
    data: { type: 'machines', attributes, relationships: { license: linkTo('licenses', licenseVendorId) } },
  };
}

/** Limits have the vendor's own names; null is sent, as it clears what overrides the policy. */
function licenseAttributes({ name, expiresAt, protected: isProtected, limits = {}, metadata }: LicenseEdit): object {
  const { maxMachines, maxProcesses, maxUsers, maxCores, maxUses, maxMemory, maxDisk } = limits;
  return {
    name,
    expiry: expiresAt instanceof Date ? expiresAt.toISOString() : expiresAt,
    protected: isProtected,
    ...{ maxMachines, maxProcesses, maxUsers, maxCores, maxUses, maxMemory, maxDisk },
    metadata,
  };
}

function linkTo(type: string, id: string): object {
  return { data: { type, id } };
}
