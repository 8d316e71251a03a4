import { describe, expect, it } from 'vitest';
import { exportKinds } from '../../../src/http/export/kinds.js';

/** Files are read by these names, by programs that nobody here knows of: more may come at the end of a line, none may go. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  licenses: [
    'id source sourceKind vendorId displayName type name status reportedStatus derivedStatus',
    'conflicts createdAt expiresAt features groupId group stackId stack label subgroupId quotaBytes',
    'isUnlimited maxViolations windowPeriod model edition company policyId policy uses maxUses',
    'machineCount maxMachines userCount maxUsers maxProcesses maxCores maxMemory maxDisk suspended',
    'lastValidatedAt nextCheckInAt observedAt stale',
  ],
  pools: [
    'id source sourceKind vendorId displayName name description unit limit used ratio state isMax',
    'fixed stackId stack licenseId license peerVendorIds acceptsAllPeers observedAt stale',
  ],
  peers: [
    'id source sourceKind vendorId displayName label usedBytes warningCount searchBlocked orphan',
    'isLocal poolIds activePoolIds stackIds observedAt stale',
  ],
  targets: [
    'id source sourceKind vendorId displayName name type licensed licenseId license poolId pool',
    'fingerprint hostname platform ip cores memory disk lastHeartbeatAt createdAt observedAt stale',
  ],
  'data-usages': [
    'id source sourceKind vendorId displayName location type bytes attribution poolId pool targetId',
    'target observedAt stale',
  ],
  messages: [
    'id source sourceKind vendorId displayName origin category severity description createdAt active',
    'subjectId subject quotaId licenseId poolId stackId peerId targetId acknowledgedAt acknowledgedBy',
  ],
  quotas: [
    'id source sourceKind subjectId subject dimension measure limit used remaining ratio state',
    'enforcement overageLimit resetsAt reasons observedAt stale',
  ],
  usage: ['quotaId source sourceKind subjectId subject dimension start peak last limit samples'],
};

describe('the columns of an export', () => {
  it.each(Object.entries(fixed))('%s are these', (name, columns) => {
    const kind = exportKinds.find((one) => one.name === name);
    expect(kind?.columns.map((column) => column.name).join(' ')).toBe(columns.join(' '));
  });

  it('are fixed for every export', () => {
    expect(exportKinds.map(({ name }) => name)).toEqual(Object.keys(fixed));
  });

  it('have names that are theirs alone, and say what they tell', () => {
    for (const { columns } of exportKinds) {
      expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
      expect(columns.filter(({ tells }) => tells === '')).toEqual([]);
    }
  });
});
