/** Peers: the indexers that report to the manager, their pools, warnings and use of today. */
import type { Finding, Peer } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { ServerState } from './client.js';
import type { Entitlements } from './entitlements.js';
import { type Lookup, lookupAll } from './names.js';
import type { PoolFacts, Pools } from './pools.js';
import { type Row, type Rows, readRows } from './rows.js';
import { isSearchBlocked, type StackTerms, type ViolationSettings, violationRule } from './violations.js';
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
  readonly violations: ViolationSettings;
}

export function normalizePeers(
  rows: readonly PeerRow[],
  context: PeerContext,
): { readonly peers: readonly Peer[]; readonly findings: readonly Finding[] } {
  const used = usedByPeer(context);
  const local = new Set(context.localGuids.map((guid) => guid.toUpperCase()));
  const findings: Finding[] = [];
  const peers = rows.map((row) => {
    const unknown = unknownPools(row, context);
    if (unknown.length > 0) findings.push(unknownPoolFinding(row.name, unknown, context.source));
    const usedBytes = used === null ? null : (used.get(row.name.toUpperCase()) ?? 0n);
    return peerOf(row, context, { usedBytes, isLocal: local.has(row.name.toUpperCase()) });
  });
  return { peers, findings };
}

function peerOf(row: PeerRow, context: PeerContext, own: { usedBytes: bigint | null; isLocal: boolean }): Peer {
  const { source, entitlements, findPool } = context;
  const { values } = row;
  const poolNames = values.pool_ids ?? [];
  const stackNames = values.stack_ids ?? [];
  const pools = lookupAll(findPool, poolNames);
  const stacks = lookupAll(entitlements.findStack, stackNames);
  const active = activePools(row, context);
  return {
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
    searchBlocked: searchBlocked(values.warning_count, active, context),
  };
}

interface ActivePools {
  readonly found: readonly PoolFacts[];
  readonly complete: boolean;
  /** In no pool of the active group; false as well when that cannot be known. */
  readonly isOrphan: boolean;
}

/** `active_pool_ids`, even empty, is the server's own word; servers without it: its pools in stacks of the active group. */
function activePools(row: PeerRow, context: PeerContext): ActivePools {
  if (Object.hasOwn(row.sent, 'active_pool_ids')) {
    const names = row.values.active_pool_ids ?? [];
    return { ...lookupAll(context.findPool, names), isOrphan: names.length === 0 };
  }
  const isKnown = context.state.feeds.pools !== null && context.state.feeds.groups !== null;
  const found = lookupAll(context.findPool, row.values.pool_ids ?? []).found.filter((pool) => pool.isActive === true);
  return { found, complete: true, isOrphan: isKnown && found.length === 0 };
}

/** By the stacks of its active pools; a stack or pool that is not listed leaves it unknown unless another one blocks. */
function searchBlocked(warningCount: number | null, active: ActivePools, { violations }: PeerContext): boolean | null {
  const stacks = new Map(active.found.map((pool) => [pool.stackName, pool.stack ?? unknownStack(pool.stackName)]));
  if (!active.complete) stacks.set('', unknownStack(''));
  return isSearchBlocked(
    warningCount,
    [...stacks.values()].map((stack) => violationRule(stack, violations)),
  );
}

function unknownStack(name: string): StackTerms {
  return { name, quotaBytes: null, isUnlimited: false, maxViolations: null, windowPeriod: null, licenses: [] };
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
