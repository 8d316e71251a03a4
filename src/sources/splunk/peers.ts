/** Peers: the indexers that report to the manager, their pools, warnings and use of today. */
import type { Finding, Peer } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { ServerState } from './client.js';
import type { Entitlements } from './entitlements.js';
import { type Lookup, lookupAll } from './names.js';
import type { PoolFacts, Pools } from './pools.js';
import { type Row, type Rows, readRows } from './rows.js';
import { isSearchBlocked, type RuleOf, type ViolationRule } from './violations.js';
import { peerSpec, type RowOf } from './wire.js';

export type PeerRow = Row<RowOf<typeof peerSpec.required, typeof peerSpec.optional>>;

export function readPeerRows(state: ServerState, source: string): Rows<PeerRow['values']> {
  return readRows(state.feeds.peers, peerSpec, {
    source,
    part: 'peers',
    concept: 'Peer',
    about: (name) => ({ subjectId: globalId('Peer', source, name), peerId: globalId('Peer', source, name) }),
  });
}

export interface PeerContext {
  readonly source: string;
  readonly state: ServerState;
  readonly entitlements: Entitlements;
  readonly pools: Pools;
  readonly findPool: Lookup<PoolFacts>;
  /** GUIDs of the server that was read. */
  readonly localGuids: readonly string[];
  readonly ruleOf: RuleOf;
  /** Why search is blocked on that server whatever its warnings; null when nothing says so. */
  readonly localBlock: string | null;
}

/** A peer with what its meters need. */
export interface PeerFacts {
  readonly peer: Peer;
  readonly active: ActivePools;
  /** Of the stacks of its active pools. */
  readonly rules: readonly ViolationRule[];
  /** A sentence: why its search is blocked whatever its warnings. */
  readonly blockedBecause: string | null;
}

export interface ActivePools {
  readonly found: readonly PoolFacts[];
  /** False: some that it is active in are not listed. */
  readonly complete: boolean;
  /** Those of which it cannot be known whether it is active in them. */
  readonly doubtful: readonly PoolFacts[];
  /** In no pool of the active group; false as well when that cannot be known. */
  readonly isOrphan: boolean;
}

export function normalizePeers(
  rows: readonly PeerRow[],
  context: PeerContext,
): { readonly peers: readonly PeerFacts[]; readonly findings: readonly Finding[] } {
  const used = usedByPeer(context);
  const local = new Set(context.localGuids.map((guid) => guid.toUpperCase()));
  const findings: Finding[] = [];
  const peers = rows.map((row) => {
    const unknown = unknownPools(row, context);
    if (unknown.length > 0) findings.push(unknownPoolFinding(row.name, unknown, context.source));
    const usedBytes = used === null ? null : (used.get(row.name.toUpperCase()) ?? 0n);
    return factsOf(row, context, { usedBytes, isLocal: local.has(row.name.toUpperCase()) });
  });
  return { peers, findings };
}

function factsOf(row: PeerRow, context: PeerContext, own: { usedBytes: bigint | null; isLocal: boolean }): PeerFacts {
  const { source, entitlements, findPool } = context;
  const { values } = row;
  const poolNames = values.pool_ids ?? [];
  const stackNames = values.stack_ids ?? [];
  const pools = lookupAll(findPool, poolNames);
  const stacks = lookupAll(entitlements.findStack, stackNames);
  const active = activePools(row, context);
  const rules = rulesFor(active, context.ruleOf);
  const blockedBecause = own.isLocal ? context.localBlock : null;
  const peer: Peer = {
    id: globalId('Peer', source, row.name),
    source,
    vendorId: row.name,
    typeName: 'Peer',
    displayName: values.label ?? row.name,
    vendorFields: {
      ...row.rest,
      ...(pools.complete ? {} : { pool_ids: poolNames }),
      ...(active.complete ? {} : { active_pool_ids: values.active_pool_ids ?? [] }),
      ...(stacks.complete ? {} : { stack_ids: stackNames }),
    },
    label: values.label ?? row.name,
    poolIds: pools.found.map(({ pool }) => pool.id),
    activePoolIds: active.found.map(({ pool }) => pool.id),
    stackIds: stacks.found.map((stack) => stack.id),
    warningCount: values.warning_count,
    orphan: active.isOrphan,
    isLocal: own.isLocal,
    usedBytes: own.usedBytes,
    searchBlocked: blockedBecause === null ? isSearchBlocked(values.warning_count, rules) : true,
  };
  return { peer, active, rules, blockedBecause };
}

/**
 * `active_pool_ids`, even empty, is the server's own word; servers without it: its pools in stacks of the active group.
 */
function activePools(row: PeerRow, context: PeerContext): ActivePools {
  const pools = lookupAll(context.findPool, row.values.pool_ids ?? []).found;
  if (Object.hasOwn(row.sent, 'active_pool_ids') && !Object.hasOwn(row.rest, 'active_pool_ids')) {
    const names = row.values.active_pool_ids ?? [];
    return { ...lookupAll(context.findPool, names), doubtful: [], isOrphan: names.length === 0 };
  }
  const { pools: poolFeed, groups } = context.state.feeds;
  const isKnown = poolFeed !== null && groups !== null && !Object.hasOwn(row.sent, 'active_pool_ids');
  const found = isKnown ? pools.filter((pool) => pool.isActive === true) : [];
  return { found, complete: true, doubtful: isKnown ? [] : pools, isOrphan: isKnown && found.length === 0 };
}

/** One for each stack of its active pools; a pool that is not listed stands for a stack nobody knows. */
function rulesFor({ found, complete }: ActivePools, ruleOf: RuleOf): readonly ViolationRule[] {
  const rules = new Set(found.map(({ stack, stackName }) => ruleOf(stack, stackName)));
  if (!complete) rules.add(ruleOf(null, null));
  return [...rules];
}

/** Bytes of each peer, by upper-cased GUID, over the pools of the active group; null when they are not all known. */
function usedByPeer({ state, pools }: PeerContext): ReadonlyMap<string, bigint> | null {
  if (!pools.complete || state.feeds.groups === null) return null;
  const used = new Map<string, bigint>();
  for (const { pool, isActive, usagesComplete } of pools.pools) {
    if (isActive !== true) continue;
    if (!usagesComplete) return null;
    for (const { peerVendorId, usedBytes } of pool.peerUsages) {
      const guid = peerVendorId.toUpperCase();
      used.set(guid, (used.get(guid) ?? 0n) + usedBytes);
    }
  }
  return used;
}

function unknownPools(row: PeerRow, { state, findPool }: PeerContext): string[] {
  if (state.feeds.pools === null) return [];
  const names = new Set([...(row.values.pool_ids ?? []), ...(row.values.active_pool_ids ?? [])]);
  return [...names].filter((name) => findPool(name) === null);
}

function unknownPoolFinding(peer: string, pools: readonly string[], source: string): Finding {
  const peerId = globalId('Peer', source, peer);
  const listed = pools.map((name) => `"${name.slice(0, 100)}"`).join(', ');
  return {
    category: 'UNKNOWN_POOL',
    severity: 'WARN',
    concept: 'Peer',
    vendorId: peer,
    description: `peers: "${peer}" names pools that the server does not list: ${listed}`,
    about: { subjectId: peerId, peerId },
  };
}
