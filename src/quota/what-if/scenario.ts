/** What a what-if starts from and what it changes, checked: every problem of the input at once, each with its place. Pure. */
import type { Zone } from '../../domain/calendar.js';
import type { Group, License, Meter, Pool, Stack } from '../../domain/entities.js';
import type { MutationError, MutationErrorCode } from '../../domain/mutation-error.js';
import { LARGEST_QUOTA, parseQuota } from '../../domain/quota-text.js';

/** What is known of one source. */
export interface WhatIfFacts {
  readonly licenses: readonly StackLicense[];
  readonly groups: readonly Group[];
  readonly stacks: readonly Stack[];
  readonly pools: readonly Pool[];
  readonly meters: readonly Meter[];
  /** Of the source: where its days begin. */
  readonly timeZone: Zone;
  /** When the use was read; null when the source never was. */
  readonly observedAt: Date | null;
  /** What a thing is called, by its id. */
  nameOf(id: string): string;
}

/** A license, with the stack it belongs to where there are stacks. */
export type StackLicense = License & { readonly stackId?: string | null };

/** As it is asked for. */
export interface WhatIfChanges {
  /** Null: now. */
  readonly at: Date | null;
  readonly pools: readonly { readonly poolId: string; readonly quota: string }[];
  readonly addLicenses: readonly AddedLicense[];
  readonly removeLicenseIds: readonly string[];
}

export interface AddedLicense {
  readonly stackId: string;
  readonly quotaBytes: bigint;
  /** Null: never. */
  readonly expiresAt: Date | null;
}

export type PoolSize = 'MAX' | bigint;

/** The same, when nothing is wrong with it. */
export interface Scenario {
  readonly now: Date;
  /** The moment looked at; never before `now`. */
  readonly at: Date;
  /** By pool id. */
  readonly sizes: ReadonlyMap<string, PoolSize>;
  readonly added: readonly AddedLicense[];
  /** By license id. */
  readonly removed: ReadonlyMap<string, StackLicense>;
}

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
  for (const list of ['pools', 'addLicenses', 'removeLicenseIds'] as const) {
    if (changes[list].length > MOST_CHANGES) {
      refuse('INVALID_INPUT', `${changes[list].length} are too many; name at most ${MOST_CHANGES}`, list);
      return { scenario: unchanged(now), errors };
    }
  }
  const scenario = {
    now,
    at: momentOf(changes.at, now, refuse),
    sizes: sizesOf(facts, changes.pools, refuse),
    added: addedTo(facts, changes.addLicenses, refuse),
    removed: removedFrom(facts, changes.removeLicenseIds, refuse),
  };
  return { scenario, errors };
}

function unchanged(now: Date): Scenario {
  return { now, at: now, sizes: new Map(), added: [], removed: new Map() };
}

/** A pool of a stack, as against an allowance that a license brings along (Enterprise Recon). */
export function sharesStack(pool: Pool): boolean {
  return pool.licenseId === null;
}

/** Whether a pool is the one that takes what the others leave, with these sizes. */
export function isMaxThen(pool: Pool, sizes: ReadonlyMap<string, PoolSize>): boolean {
  const size = sizes.get(pool.id);
  return size === undefined ? pool.isMax : size === 'MAX';
}

type Refuse = (code: MutationErrorCode, message: string, ...path: readonly (string | number)[]) => void;

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
  for (const [i, { poolId, quota }] of asked.entries()) {
    const pool = byId.get(poolId);
    if (pool === undefined) refuseUnknown(facts, 'pool', refuse, 'pools', i, 'poolId');
    else if (named.has(poolId)) refuse('INVALID_INPUT', 'the pool is named twice', 'pools', i, 'poolId');
    else if (pool.fixed && sharesStack(pool)) {
      refuse('FIXED_POOL', 'the pool is made by the server and cannot be changed', 'pools', i, 'poolId');
    }
    named.add(poolId);
    const size = parseQuota(quota);
    const isAllowance = pool !== undefined && !sharesStack(pool);
    // Units of 1024 are Splunk's; Enterprise Recon counts targets, and bytes by the thousand.
    if (size === null || (isAllowance && !/^\d+$/.test(quota))) {
      refuse('INVALID_QUOTA', isAllowance ? ALLOWANCE_FORM : QUOTA_FORM, 'pools', i, 'quota');
    } else sizes.set(poolId, size);
  }
  refuseSecondMax(facts.pools, asked, sizes, refuse);
  return sizes;
}

const QUOTA_FORM = 'write MAX, or digits with an optional KB, MB or GB (of 1024): 1 to 2^63 - 1 bytes';
const ALLOWANCE_FORM = 'write digits alone: 1 to 2^63 - 1 of what the pool counts';

/** A stack takes one pool of size MAX (vendor's manual: "You can only have one pool with MAX size in a stack"). */
function refuseSecondMax(
  pools: readonly Pool[],
  asked: WhatIfChanges['pools'],
  sizes: ReadonlyMap<string, PoolSize>,
  refuse: Refuse,
): void {
  const maxPools = pools.filter((pool) => isMaxThen(pool, sizes));
  const counts = new Map<string | null, number>();
  for (const { stackId } of maxPools) counts.set(stackId, (counts.get(stackId) ?? 0) + 1);
  const crowded = new Set(
    maxPools.filter(({ stackId, isMax }) => !isMax && stackId !== null && (counts.get(stackId) ?? 0) > 1).map(idOf),
  );
  for (const [i, { poolId, quota }] of asked.entries()) {
    if (quota !== 'MAX' || !crowded.has(poolId)) continue;
    refuse('MAX_POOL_EXISTS', 'the stack would have two pools of size MAX, and takes one', 'pools', i, 'quota');
  }
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

function refuseUnknown(
  facts: WhatIfFacts,
  what: 'pool' | 'stack',
  refuse: Refuse,
  ...path: readonly (string | number)[]
): void {
  if (isForeign(facts, what)) refuse('UNSUPPORTED_BY_SOURCE', `sources of this kind have no ${what}s`, ...path);
  else refuse(what === 'pool' ? 'POOL_NOT_FOUND' : 'STACK_NOT_FOUND', `the source has no ${what} of this id`, ...path);
}

/** Told by what the source holds: of one that holds nothing yet it cannot be told. */
function isForeign({ licenses, groups, stacks, pools }: WhatIfFacts, what: 'pool' | 'stack'): boolean {
  const holdsNothing = [licenses, groups, stacks, pools].every((list) => list.length === 0);
  if (holdsNothing || stacks.length > 0) return false;
  return what === 'pool' ? pools.length === 0 : !pools.some(sharesStack);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
