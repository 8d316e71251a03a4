/** What a Splunk license manager derives from its state: license status, stack and pool quota, who belongs to which pool. */
import type { LicenseState, PeerState, PoolState, SplunkState, StackState, UsageState } from './state.js';

const PERPETUAL = 2_147_483_647;

export interface Membership {
  poolIds: string[];
  stackIds: string[];
  /** Those of the active group's stacks. */
  activePoolIds: string[];
}

/** VALID until the earlier of the absolute expiry and, where both parts are set, the relative one. */
export function licenseStatus(license: LicenseState, now: Date): 'VALID' | 'EXPIRED' {
  if (license.status !== null) return license.status;
  const { expirationTime, relativeExpirationStart: start, relativeExpirationInterval: interval } = license;
  const expiry = start > 0 && interval > 0 ? Math.min(expirationTime, start + interval) : expirationTime;
  return expiry === PERPETUAL || expiry * 1000 > now.getTime() ? 'VALID' : 'EXPIRED';
}

/** Bytes a day; expired licenses do not count. */
export function stackQuota(state: SplunkState, stack: StackState, now: Date): bigint {
  if (stack.quota !== null) return stack.quota;
  return state.licenses
    .filter((license) => license.stackId === stack.name && licenseStatus(license, now) === 'VALID')
    .reduce((sum, license) => sum + license.quota, 0n);
}

export function activeStackIds(state: SplunkState): string[] {
  return state.groups.find((group) => group.isActive)?.stackIds ?? [];
}

/**
 * Bytes a day a pool may use. A MAX pool gets what the explicitly sized pools of its stack leave;
 * the vendor documents only "maximum amount allowed by the license", so that remainder is our reading.
 */
export function effectiveQuota(state: SplunkState, pool: PoolState, now: Date): bigint {
  if (pool.quota !== 'MAX') return pool.quota;
  const stack = state.stacks.find((candidate) => candidate.name === pool.stackId);
  if (stack === undefined) return 0n;
  const left = state.pools.reduce(
    (rest, other) => (other.stackId === pool.stackId && other.quota !== 'MAX' ? rest - other.quota : rest),
    stackQuota(state, stack, now),
  );
  return left > 0n ? left : 0n;
}

export function poolUsedBytes(pool: PoolState): bigint {
  return pool.usedBytes ?? Object.values(pool.peersUsageBytes).reduce((sum, bytes) => sum + bytes, 0n);
}

/** The totals of the active group, unless the state states them. */
export function usageTotals(state: SplunkState, now: Date): { quota: bigint; usedBytes: bigint } {
  const active = new Set(activeStackIds(state));
  const { quota, peersUsageBytes }: UsageState = state.usage;
  return {
    quota:
      quota ??
      state.stacks
        .filter((stack) => active.has(stack.name))
        .reduce((sum, stack) => sum + stackQuota(state, stack, now), 0n),
    usedBytes:
      peersUsageBytes ??
      state.pools.filter((pool) => active.has(pool.stackId)).reduce((sum, pool) => sum + poolUsedBytes(pool), 0n),
  };
}

/** Who belongs where: in each stack the pools that list the peer, else that stack's `*` pools. Read once per request. */
export function membershipOf(state: SplunkState): (peer: PeerState) => Membership {
  const active = new Set(activeStackIds(state));
  const stackOf = new Map(state.pools.map((pool) => [pool.name, pool.stackId]));
  const listing = new Map<string, PoolState[]>();
  for (const pool of state.pools) {
    for (const guid of pool.peers) {
      const listed = listing.get(guid);
      if (listed === undefined) listing.set(guid, [pool]);
      else listed.push(pool);
    }
  }
  return (peer) => {
    const named = listing.get(peer.guid) ?? [];
    const taken = new Set(named.map((pool) => pool.stackId));
    const open = (listing.get('*') ?? []).filter((pool) => !taken.has(pool.stackId));
    const poolIds = peer.poolIds ?? [...named, ...open].map((pool) => pool.name).sort();
    const stacks = poolIds.flatMap((id) => stackOf.get(id) ?? []);
    return {
      poolIds,
      stackIds: peer.stackIds ?? [...new Set(stacks)].sort(),
      activePoolIds: poolIds.filter((id) => active.has(stackOf.get(id) ?? '')),
    };
  };
}
