/** Snapshots for tests that need things but no vendor: each builder fills in what the test does not care about. */
import type { DataUsage, Group, License, Meter, Peer, Pool, Stack, Target } from '../../src/domain/entities.js';
import { type Concept, globalId } from '../../src/domain/ids.js';

/** Builders of the things of one source. */
export function thingsOf(source: string) {
  const base = (
    concept: Exclude<Concept, 'Source'>,
    typeName: string,
    vendorId: string,
    name: string | null = null,
  ) => ({
    id: globalId(concept, source, vendorId),
    source,
    vendorId,
    typeName,
    displayName: name ?? vendorId,
    vendorFields: {},
  });
  return {
    id: (concept: Exclude<Concept, 'Source'>, vendorId: string) => globalId(concept, source, vendorId),

    license: (vendorId: string, fields: Partial<License> & Record<string, unknown> = {}): License => ({
      ...base('License', 'SplunkLicense', vendorId, fields.name as string | null),
      name: null,
      reportedStatus: null,
      createdAt: null,
      expiresAt: null,
      features: [],
      groupId: null,
      standing: { reported: null },
      ...fields,
    }),

    group: (vendorId: string, fields: Partial<Group> & Record<string, unknown> = {}): Group => ({
      ...base('Group', 'SplunkGroup', vendorId),
      name: vendorId,
      ...fields,
    }),

    stack: (vendorId: string, fields: Partial<Stack> = {}): Stack => ({
      ...base('Stack', 'Stack', vendorId),
      label: vendorId,
      type: 'enterprise',
      isActive: true,
      quotaBytes: null,
      isUnlimited: false,
      maxViolations: null,
      windowPeriod: null,
      fixedPools: false,
      groupId: null,
      ...fields,
    }),

    pool: (vendorId: string, fields: Partial<Pool> = {}): Pool => ({
      ...base('Pool', 'Pool', vendorId),
      name: vendorId,
      description: null,
      unit: 'BYTES',
      stackId: null,
      licenseId: null,
      isMax: false,
      fixed: false,
      limit: null,
      used: null,
      peerVendorIds: [],
      acceptsAllPeers: false,
      peerUsages: [],
      ...fields,
    }),

    peer: (vendorId: string, fields: Partial<Peer> = {}): Peer => ({
      ...base('Peer', 'Peer', vendorId),
      label: vendorId,
      poolIds: [],
      activePoolIds: [],
      stackIds: [],
      warningCount: 0,
      orphan: false,
      isLocal: false,
      usedBytes: null,
      searchBlocked: null,
      ...fields,
    }),

    target: (vendorId: string, fields: Partial<Target> = {}): Target => ({
      ...base('Target', 'EnterpriseReconTarget', vendorId),
      name: vendorId,
      type: 'server',
      licensed: true,
      licenseId: null,
      poolId: null,
      ...fields,
    }),

    dataUsage: (vendorId: string, fields: Partial<DataUsage> = {}): DataUsage => ({
      ...base('DataUsage', 'DataUsage', vendorId),
      location: vendorId,
      type: 'file',
      bytes: 1n,
      attribution: null,
      licenseId: null,
      poolId: null,
      targetId: null,
      ...fields,
    }),

    meter: (subjectId: string, used: bigint | null, limit: bigint | null, fields: Partial<Meter> = {}): Meter => ({
      subjectId,
      dimension: 'INDEXED_BYTES_PER_DAY',
      measure: 'DAILY_COUNTER',
      limit: limit === null ? { kind: 'unlimited' } : { kind: 'limited', value: limit },
      used,
      enforcement: 'SOFT',
      overage: { kind: 'none' },
      resetsAt: null,
      reasons: [],
      ...fields,
    }),
  };
}
