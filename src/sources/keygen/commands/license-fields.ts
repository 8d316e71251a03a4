/** Which field of the input each attribute of a license that can be written comes from. */

export const LICENSE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  key: ['key'],
  name: ['name'],
  expiry: ['expiresAt'],
  protected: ['protected'],
  metadata: ['metadata'],
  maxMachines: ['limits', 'maxMachines'],
  maxProcesses: ['limits', 'maxProcesses'],
  maxUsers: ['limits', 'maxUsers'],
  maxCores: ['limits', 'maxCores'],
  maxUses: ['limits', 'maxUses'],
  maxMemory: ['limits', 'maxMemory'],
  maxDisk: ['limits', 'maxDisk'],
};
