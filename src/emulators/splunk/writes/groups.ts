/** Switching the active license group: there is exactly one. */
import type { SplunkState } from '../state.js';
import { type Arguments, missingArguments, readBoolean } from './arguments.js';
import { followGroup, followPools } from './consequences.js';
import { DONE, notFound, type Outcome, refused } from './outcome.js';
import { isFixed } from './pools.js';

/**
 * Activates a group, or leaves an inactive one inactive. A real server wants a restart before the switch holds; here it
 * holds at once. Whether a group without any license may become active is not documented: here it may.
 */
export function switchGroup(state: SplunkState, name: string, given: Arguments, now: Date): Outcome {
  const group = state.groups.find((candidate) => candidate.name === name);
  if (group === undefined) return notFound(name);
  const missing = missingArguments(given, ['is_active']);
  if (missing !== null) return missing;
  const wanted = readBoolean(given.get('is_active') ?? '');
  if (wanted === null) return refused(`Invalid value for argument is_active: ${given.get('is_active')}`);
  if (wanted === group.isActive) return DONE;
  if (!wanted) return refused(`Cannot deactivate group=${name}: there must be an active group, activate another one`);
  for (const each of state.groups) each.isActive = each === group;
  for (const stackId of group.stackIds) {
    openGeneratedPool(state, stackId);
    followPools(state, stackId);
  }
  followGroup(state, now);
  return DONE;
}

/** The server's own pool of an inactive stack shows no peers (captured on 10.6); in use it takes everybody. */
function openGeneratedPool(state: SplunkState, stackId: string): void {
  const pool = state.pools.find((each) => each.name === `auto_generated_pool_${stackId}` && each.stackId === stackId);
  if (pool !== undefined && pool.peers.length === 0 && isFixed(stackId)) pool.peers = ['*'];
}
