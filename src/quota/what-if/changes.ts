/** The changes of a what-if, checked: every problem of the input at once, each with its place. Pure. */
import type { MutationError } from '../../domain/mutation-error.js';
import { LARGEST_QUOTA, parseQuota, QUOTA_FORM } from '../../domain/quota-text.js';
import { type MadePool, madePools } from './new-pools.js';
import { type Refuse, refuseUnknown } from './refusals.js';
import {
  type AddedLicense,
  isMaxThen,
  type PoolSize,
  type PoolTerms,
  type Scenario,
  type StackLicense,
  sharesStack,
  type WhatIfChanges,
  type WhatIfFacts,
} from './scenario.js';

/** Clocks differ: an `at` that lies back no further than this is now. */
const AT_GRACE_MS = 60_000;
const LONGEST_OUTLOOK_DAYS = 36_500;
/** Of each kind. */
const MOST_CHANGES = 500;
const DAY_MS = 86_400_000;

/** The scenario means something only when there are no errors. */
export function checkChanges(
  facts: WhatIfFacts,
  changes: WhatIfChanges,
  now: Date,
): { readonly scenario: Scenario; readonly errors: readonly MutationError[] } {
  const errors: MutationError[] = [];
  const refuse: Refuse = (code, message, ...path) => {
    errors.push({ code, message, path: path.map(String) });
  };
  for (const list of ['pools', 'newPools', 'addLicenses', 'removeLicenseIds'] as const) {
    if (changes[list].length > MOST_CHANGES) {
      refuse('INVALID_INPUT', `${changes[list].length} are too many; name at most ${MOST_CHANGES}`, list);
      return { scenario: unchanged(now), errors };
    }
  }
  const at = momentOf(changes.at, now, refuse);
  const changed = sizesOf(facts, changes.pools, refuse);
  const made = madePools(facts, changes.newPools, refuse);
  const created = new Map(made.map(({ pool }) => [pool.id, pool]));
  const sizes = new Map([...changed, ...made.map(({ pool, size }): [string, PoolSize] => [pool.id, size])]);
  refuseSecondMax([...facts.pools, ...created.values()], sizes, maxPlaces(changes.pools, made), refuse);
  const scenario = {
    now,
    at,
    created,
    sizes,
    peers: peersOf(changes.pools, made),
    added: addedTo(facts, changes.addLicenses, refuse),
    removed: removedFrom(facts, changes.removeLicenseIds, refuse),
  };
  return { scenario, errors };
}

function unchanged(now: Date): Scenario {
  const none = new Map<string, never>();
  return { now, at: now, created: none, sizes: none, peers: none, added: [], removed: none };
}

function momentOf(at: Date | null, now: Date, refuse: Refuse): Date {
  if (at === null) return now;
  const ahead = at.getTime() - now.getTime();
  if (ahead >= -AT_GRACE_MS && ahead <= LONGEST_OUTLOOK_DAYS * DAY_MS) return ahead < 0 ? now : at;
  refuse('INVALID_INPUT', `the moment must lie between now and ${LONGEST_OUTLOOK_DAYS} days ahead`, 'at');
  return now;
}

function sizesOf(facts: WhatIfFacts, asked: WhatIfChanges['pools'], refuse: Refuse): ReadonlyMap<string, PoolSize> {
  const byId = new Map(facts.pools.map((pool) => [pool.id, pool]));
  const named = new Set<string>();
  const sizes = new Map<string, PoolSize>();
  for (const [i, { poolId, quota, peerVendorIds }] of asked.entries()) {
    const pool = byId.get(poolId);
    if (pool === undefined) refuseUnknown(facts, 'pool', refuse, 'pools', i, 'poolId');
    else if (named.has(poolId)) refuse('INVALID_INPUT', 'the pool is named twice', 'pools', i, 'poolId');
    else if (pool.fixed && sharesStack(pool)) {
      refuse('FIXED_POOL', 'the pool is made by the server and cannot be changed', 'pools', i, 'poolId');
    }
    named.add(poolId);
    const isAllowance = pool !== undefined && !sharesStack(pool);
    if (isAllowance && isGiven(peerVendorIds)) {
      refuse('UNSUPPORTED_BY_SOURCE', 'the pool comes with a license and has no peers', 'pools', i, 'peerVendorIds');
    }
    if (!isGiven(quota)) continue;
    const size = parseQuota(quota);
    // Units of 1024 are Splunk's; Enterprise Recon counts targets, and bytes by the thousand.
    if (size === null || (isAllowance && !/^\d+$/.test(quota))) {
      refuse('INVALID_QUOTA', isAllowance ? ALLOWANCE_FORM : QUOTA_FORM, 'pools', i, 'quota');
    } else sizes.set(poolId, size);
  }
  return sizes;
}

const ALLOWANCE_FORM = 'write digits alone: 1 to 2^63 - 1 of what the pool counts';

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

type Place = readonly ['pools' | 'newPools', number, 'quota'];

/** Where pools are asked to be MAX, by their ids. */
function maxPlaces(changed: WhatIfChanges['pools'], made: readonly MadePool[]): readonly (readonly [string, Place])[] {
  return [
    ...changed.flatMap(({ poolId, quota }, i) => (quota === 'MAX' ? [[poolId, ['pools', i, 'quota']] as const] : [])),
    ...made.flatMap(({ pool, size, place }) =>
      size === 'MAX' ? [[pool.id, ['newPools', place, 'quota']] as const] : [],
    ),
  ];
}

/** A stack takes one pool of size MAX (vendor's manual: "You can only have one pool with MAX size in a stack"). */
function refuseSecondMax(
  pools: readonly PoolTerms[],
  sizes: ReadonlyMap<string, PoolSize>,
  asked: readonly (readonly [string, Place])[],
  refuse: Refuse,
): void {
  const maxPools = pools.filter((pool) => isMaxThen(pool, sizes));
  const counts = new Map<string | null, number>();
  for (const { stackId } of maxPools) counts.set(stackId, (counts.get(stackId) ?? 0) + 1);
  const crowded = new Set(
    maxPools.filter(({ stackId, isMax }) => !isMax && stackId !== null && (counts.get(stackId) ?? 0) > 1).map(idOf),
  );
  for (const [poolId, place] of asked) {
    if (!crowded.has(poolId)) continue;
    refuse('MAX_POOL_EXISTS', 'the stack would have two pools of size MAX, and takes one', ...place);
  }
}

function peersOf(changed: WhatIfChanges['pools'], made: readonly MadePool[]): ReadonlyMap<string, readonly string[]> {
  const peers = new Map(made.map(({ pool, peerVendorIds }) => [pool.id, peerVendorIds]));
  for (const { poolId, peerVendorIds } of changed) if (isGiven(peerVendorIds)) peers.set(poolId, peerVendorIds);
  return peers;
}

function addedTo(facts: WhatIfFacts, asked: readonly AddedLicense[], refuse: Refuse): readonly AddedLicense[] {
  const stackIds = new Set(facts.stacks.map(idOf));
  for (const [i, { stackId, quotaBytes }] of asked.entries()) {
    if (!stackIds.has(stackId)) refuseUnknown(facts, 'stack', refuse, 'addLicenses', i, 'stackId');
    if (quotaBytes < 0n || quotaBytes > LARGEST_QUOTA) {
      refuse('INVALID_INPUT', 'a license is of 0 to 2^63 - 1 bytes a day', 'addLicenses', i, 'quotaBytes');
    }
  }
  return asked;
}

function removedFrom(facts: WhatIfFacts, asked: readonly string[], refuse: Refuse): ReadonlyMap<string, StackLicense> {
  const byId = new Map(facts.licenses.map((license) => [license.id, license]));
  const removed = new Map<string, StackLicense>();
  for (const [i, id] of asked.entries()) {
    const license = byId.get(id);
    if (license === undefined)
      refuse('LICENSE_NOT_FOUND', 'the source has no license of this id', 'removeLicenseIds', i);
    else removed.set(id, license);
  }
  return removed;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
