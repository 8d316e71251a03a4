/** The pools that a what-if makes, checked: the rules by which a license manager takes a new one. Pure. */
import { parseQuota, QUOTA_FORM } from '../../domain/quota-text.js';
import { type Refuse, refuseUnknown } from './refusals.js';
import { type NewPool, type PoolSize, type PoolTerms, sharesStack, type WhatIfFacts } from './scenario.js';

/** One that can be made. */
export interface MadePool {
  /** In the input, counted from 0. */
  readonly place: number;
  /** As it is before: a sized one of nothing, and without peers. */
  readonly pool: PoolTerms;
  readonly size: PoolSize;
  readonly peerVendorIds: readonly string[];
}

export function madePools(facts: WhatIfFacts, asked: readonly NewPool[], refuse: Refuse): readonly MadePool[] {
  const stacks = new Map(facts.stacks.map((stack) => [stack.id, stack]));
  const taken = new Set(facts.pools.filter(sharesStack).flatMap(({ id, name }) => [id, name]));
  return asked.flatMap(({ id, stackId, name, quota, peerVendorIds }, place): MadePool[] => {
    const stack = stacks.get(stackId);
    const size = parseQuota(quota);
    const isTaken = taken.has(id) || taken.has(name);
    if (stack === undefined) refuseUnknown(facts, 'stack', refuse, 'newPools', place, 'stackId');
    else if (stack.fixedPools) {
      refuse('FIXED_POOL', 'the pools of the stack are made by the server', 'newPools', place, 'stackId');
    }
    if (isTaken) refuse('POOL_EXISTS', 'there is a pool of this name', 'newPools', place, 'name');
    if (size === null) refuse('INVALID_QUOTA', QUOTA_FORM, 'newPools', place, 'quota');
    taken.add(id).add(name);
    if (isTaken || stack === undefined || size === null) return [];
    const pool = { id, name, stackId, licenseId: null, isMax: false, peerVendorIds: [] };
    return [{ place, pool, size, peerVendorIds: peerVendorIds ?? [] }];
  });
}
