/** What the buttons that change a Keygen license need to know of it. */

import { useMay } from '../../gateway/session.js';
import type { Capability, KeygenActionPartsFragment, Role } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';

export const KeygenActionParts = graphql(`
  fragment KeygenActionParts on KeygenLicense {
    id
    displayName
    name
    suspended
    protected
    requireCheckIn
    expiresAt
    uses
    maxMachines
    maxProcesses
    maxUsers
    maxCores
    maxUses
    maxMemory
    maxDisk
    policy {
      id
      displayName
      duration
      protected
      maxMachines
      maxProcesses
      maxUsers
      maxCores
      maxUses
      maxMemory
      maxDisk
    }
    source {
      id
      name
      kind
      capabilities
    }
  }
`);

/** Whether something is offered: the source takes it, and the viewer may. */
export function useOffered({ source }: Pick<KeygenActionPartsFragment, 'source'>) {
  const may: Readonly<Record<Role, boolean>> = {
    VIEWER: true,
    OPERATOR: useMay('OPERATOR'),
    ADMIN: useMay('ADMIN'),
  };
  return (capability: Capability, role: Role = 'OPERATOR') => may[role] && source.capabilities.includes(capability);
}
