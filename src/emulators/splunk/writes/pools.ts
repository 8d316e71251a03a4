/** Making, changing and deleting license pools, with the rules of the vendor's documentation. */
import { effectiveQuota } from '../rules.js';
import type { PoolState, SplunkState } from '../state.js';
import { type Arguments, missingArguments, readBoolean } from './arguments.js';
import { followPools } from './consequences.js';
import { DONE, notFound, type Outcome, type Refused, refused } from './outcome.js';

/** Stacks whose pools the server makes by itself: none is added, changed or deleted by a client. */
const FIXED_STACKS = new Set(['download-trial', 'forwarder', 'free']);
const UNITS: Readonly<Record<string, bigint>> = { KB: 1024n, MB: 1024n ** 2n, GB: 1024n ** 3n };
const MOST_BYTES = 2n ** 63n - 1n;

/** Sized pools may add up to more than their stack has: nothing documented forbids it. */
export function createPool(state: SplunkState, given: Arguments, now: Date): Outcome {
  const missing = missingArguments(given, ['name', 'quota', 'stack_id']);
  if (missing !== null) return missing;
  const name = given.get('name') ?? '';
  // The documentation writes `Enterprise` where every real id is `enterprise`.
  const asked = (given.get('stack_id') ?? '').toLowerCase();
  const stack = state.stacks.find((candidate) => candidate.name.toLowerCase() === asked);
  if (stack === undefined) return refused(`Invalid stack_id=${given.get('stack_id')}: there is no such stack`);
  if (isFixed(stack.name)) return fixedPools(stack.name);
  if (state.pools.some((pool) => pool.name === name)) {
    return refused(`An object with name=${name} already exists`, 409);
  }
  const quota = readQuota(given.get('quota') ?? '');
  if (quota === null) return badQuota(given.get('quota') ?? '');
  const pool: PoolState = {
    name,
    description: given.get('description') ?? '',
    stackId: stack.name,
    quota,
    peers: readPeers(given.get('peers') ?? ''),
    peersUsageBytes: {},
    usedBytes: null,
  };
  const noMax = quota === 'MAX' ? maxRefusal(state, pool, now) : null;
  if (noMax !== null) return noMax;
  state.pools.push(pool);
  followPools(state, stack.name);
  return DONE;
}

/** Only what is given changes; `peers` replaces the list unless `append_peers` is true. */
export function editPool(state: SplunkState, name: string, given: Arguments, now: Date): Outcome {
  const pool = state.pools.find((candidate) => candidate.name === name);
  if (pool === undefined) return notFound(name);
  if (isFixed(pool.stackId)) return fixedPools(pool.stackId);
  const quotaText = given.get('quota');
  const quota = quotaText === undefined ? pool.quota : readQuota(quotaText);
  if (quota === null) return badQuota(quotaText ?? '');
  const noMax = quota === 'MAX' && pool.quota !== 'MAX' ? maxRefusal(state, pool, now) : null;
  if (noMax !== null) return noMax;
  const appending = readBoolean(given.get('append_peers') ?? '0');
  if (appending === null) return refused(`Invalid value for argument append_peers: ${given.get('append_peers')}`);
  const peers = given.get('peers');
  pool.quota = quota;
  pool.description = given.get('description') ?? pool.description;
  if (peers !== undefined) pool.peers = readPeers(peers, appending ? pool.peers : []);
  followPools(state, pool.stackId);
  return { shown: name };
}

/** The pool's use of the day goes with it; its peers belong to no pool until another takes them. */
export function deletePool(state: SplunkState, name: string): Outcome {
  const pool = state.pools.find((candidate) => candidate.name === name);
  if (pool === undefined) return notFound(name);
  if (isFixed(pool.stackId)) return fixedPools(pool.stackId);
  state.pools.splice(state.pools.indexOf(pool), 1);
  state.usage.peersUsageBytes = null;
  followPools(state, pool.stackId);
  return DONE;
}

export function isFixed(stackId: string): boolean {
  return FIXED_STACKS.has(stackId);
}

/** Bytes a day, from digits with or without a unit of 1024. */
function readQuota(text: string): 'MAX' | bigint | null {
  if (text === 'MAX') return text;
  const [, digits, unit] = /^(\d{1,19})(KB|MB|GB)?$/.exec(text) ?? [];
  if (digits === undefined) return null;
  const bytes = BigInt(digits) * (UNITS[unit ?? ''] ?? 1n);
  return bytes > MOST_BYTES ? null : bytes;
}

/** `before`, then the new ones in their order, each once; `*` takes everybody, so that it stands alone. */
function readPeers(text: string, before: readonly string[] = []): string[] {
  const named = text.split(',').map((id) => id.trim());
  const all = new Set([...before, ...named.filter((id) => id !== '')]);
  return all.has('*') ? ['*'] : [...all];
}

/** Why a pool cannot be its stack's MAX pool, or null: there is one already, or sized pools leave nothing for it. */
function maxRefusal(state: SplunkState, pool: PoolState, now: Date): Refused | null {
  const others = state.pools.filter((other) => other !== pool && other.stackId === pool.stackId);
  if (others.some((other) => other.quota === 'MAX')) {
    return refused(`You can only have one pool with MAX size in a stack, and stack=${pool.stackId} has one already`);
  }
  const rest = effectiveQuota({ ...state, pools: others }, { ...pool, quota: 'MAX' }, now);
  return rest > 0n ? null : refused(`stack=${pool.stackId} is full: its pools leave nothing for one with MAX size`);
}

function badQuota(text: string): Refused {
  return refused(`Invalid value for argument quota: ${text}`);
}

function fixedPools(stackId: string): Refused {
  return refused(`The pools of stack=${stackId} are fixed: they cannot be created, edited or deleted`);
}
