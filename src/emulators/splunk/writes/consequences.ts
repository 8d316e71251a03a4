/**
 * What follows from a write. Most answers are computed from the state as they are asked for; a scenario may state some
 * outright, because the documentation's samples do not add up. A write ends that for exactly what it touches.
 */
import { licenseStatus, membershipOf } from '../rules.js';
import type { SplunkState } from '../state.js';

/** After licenses of a stack came or went: its quota is their sum, and the total that of the active group's stacks. */
export function followLicenses(state: SplunkState, stackId: string, now: Date): void {
  for (const stack of state.stacks) if (stack.name === stackId) stack.quota = null;
  state.usage.quota = null;
  state.localPeer.licenseKeys = keysInUse(state, now);
}

/** After pools of a stack changed: who belongs where in it. What peers state about other stacks stays. */
export function followPools(state: SplunkState, stackId: string): void {
  const stackOf = new Map(state.pools.map((pool) => [pool.name, pool.stackId]));
  const membership = membershipOf(state);
  for (const peer of state.peers) {
    if (peer.poolIds === null) continue;
    const elsewhere = peer.poolIds.filter((id) => stackOf.has(id) && stackOf.get(id) !== stackId);
    const here = membership({ ...peer, poolIds: null }).poolIds.filter((id) => stackOf.get(id) === stackId);
    peer.poolIds = [...elsewhere, ...here].sort();
    peer.stackIds = null;
  }
}

/** After another group became active: the totals are those of its stacks and pools. */
export function followGroup(state: SplunkState, now: Date): void {
  state.usage.quota = null;
  state.usage.peersUsageBytes = null;
  state.localPeer.licenseKeys = keysInUse(state, now);
}

/** The licenses a server runs on: the valid ones of the active group. */
function keysInUse(state: SplunkState, now: Date): string[] {
  const group = state.groups.find((candidate) => candidate.isActive);
  return state.licenses
    .filter((license) => license.groupId === group?.name && licenseStatus(license, now) === 'VALID')
    .map((license) => license.hash);
}
