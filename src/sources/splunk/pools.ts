/** Pools: how much a part of a stack may index in a day, how much it did, and by whom. */
import type { Finding, Limit, PeerUsage, Pool } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { ServerState } from './client.js';
import { type Entitlements, hasFixedPools, type StackFacts } from './entitlements.js';
import { fold } from './figures.js';
import type { Lookup, Named } from './names.js';
import { badRow, type Row, readRows } from './rows.js';
import { isAbsurdQuota, poolSpec, type RowOf, readBytes } from './wire.js';

/** A pool with what its meter needs. */
export interface PoolFacts extends Named {
  readonly pool: Pool;
  readonly stackName: string;
  readonly stack: StackFacts | null;
  /** Null when the groups could not be read. */
  readonly isActive: boolean | null;
  readonly limit: Limit;
  /** Sentences: where the limit comes from; none when it is not known, which the limit itself explains. */
  readonly limitReasons: readonly string[];
  /** Every peer's bytes could be read. */
  readonly usagesComplete: boolean;
}

export interface Pools {
  readonly pools: readonly PoolFacts[];
  /** Every pool could be read, so that sums over them are known. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
}

type PoolRow = Row<RowOf<typeof poolSpec.required, typeof poolSpec.optional>>;

export function normalizePools(
  state: ServerState,
  source: string,
  entitlements: Entitlements,
  findPeer: Lookup<{ readonly name: string; readonly id: string }>,
): Pools {
  const rows = readRows(state.feeds.pools, poolSpec, {
    source,
    part: 'pools',
    concept: 'Pool',
    about: (name) => ({ subjectId: globalId('Pool', source, name), poolId: globalId('Pool', source, name) }),
  });
  const findings: Finding[] = [...rows.findings];
  const sized = new Set(
    rows.rows.filter((row) => typeof row.values.quota === 'bigint').map((row) => fold(row.values.stack_id)),
  );
  const pools = rows.rows.map((row): PoolFacts => {
    const stack = entitlements.findStack(row.values.stack_id);
    const stackName = stack?.name ?? row.values.stack_id;
    const usages = usagesOf(row, findPeer);
    const { limit, reasons } = limitOf(row, stack, sized.has(fold(row.values.stack_id)));
    const pool = poolOf(row, source, stack, usages.list, limit);
    const about = { subjectId: pool.id, poolId: pool.id };
    for (const problem of usages.problems) {
      findings.push(badRow('Pool', row.name, `pools: of "${row.name}", ${problem}; left out`, about));
    }
    if (stack === null && state.feeds.stacks !== null) {
      const text = `pools: "${row.name}" is of the stack "${row.values.stack_id}", which the server does not list`;
      findings.push(badRow('Pool', row.name, `${text}; shown without a stack`, about));
    }
    const mismatch = usages.problems.length === 0 ? sumMismatch(row, usages.list) : null;
    if (mismatch !== null) {
      findings.push({
        category: 'USAGE_SUM_MISMATCH',
        severity: 'WARN',
        concept: 'Pool',
        vendorId: row.name,
        dimension: 'INDEXED_BYTES_PER_DAY',
        description: mismatch,
        about,
      });
    }
    const isActive = entitlements.isActiveStack(stackName);
    const usagesComplete = usages.problems.length === 0 && Object.hasOwn(row.sent, 'peers_usage_bytes');
    return { name: row.name, pool, stackName, stack, isActive, limit, limitReasons: reasons, usagesComplete };
  });
  return { pools, complete: rows.complete, findings };
}

function poolOf(
  row: PoolRow,
  source: string,
  stack: StackFacts | null,
  usages: readonly PeerUsage[],
  limit: Limit,
): Pool {
  const { values } = row;
  const peers = values.peers ?? [];
  const summed = usages.reduce((sum, usage) => sum + usage.usedBytes, 0n);
  const isSumKnown = !Object.hasOwn(row.sent, 'used_bytes') && Object.hasOwn(row.sent, 'peers_usage_bytes');
  return {
    id: globalId('Pool', source, row.name),
    source,
    vendorId: row.name,
    typeName: 'Pool',
    displayName: row.name,
    vendorFields: stack === null ? { ...row.rest, stack_id: values.stack_id } : row.rest,
    name: row.name,
    description: values.description,
    unit: 'BYTES',
    stackId: stack?.id ?? null,
    licenseId: null,
    isMax: values.quota === 'MAX',
    fixed: hasFixedPools(values.stack_id),
    limit: limit.kind === 'limited' ? limit.value : null,
    used: values.used_bytes ?? (isSumKnown ? summed : null),
    peerVendorIds: peers,
    acceptsAllPeers: peers.includes('*'),
    peerUsages: usages,
  };
}

interface StatedLimit {
  readonly limit: Limit;
  readonly reasons: readonly string[];
}

/**
 * `effective_quota`, else the configured quota. Where MAX comes without `effective_quota` (old servers), the stack's
 * quota, or less when its unexpired licenses make less: expired ones stop counting.
 */
function limitOf(row: PoolRow, stack: StackFacts | null, hasSizedNeighbors: boolean): StatedLimit {
  const { quota, effective_quota: effective, is_unlimited } = row.values;
  if (is_unlimited === true) return { limit: { kind: 'unlimited' }, reasons: ['The server calls the pool unlimited.'] };
  if (effective !== null) return figureLimit('effective_quota', effective);
  if (typeof quota === 'bigint') return figureLimit('quota', quota);
  if (quota === null) return unknownLimit('the pool states no readable quota');
  if (stack === null) return unknownLimit('its quota is MAX and its stack is not known');
  if (stack.isUnlimited) {
    return { limit: { kind: 'unlimited' }, reasons: [`Its quota is MAX and stack "${stack.name}" is unlimited.`] };
  }
  const bounds = [stack.quotaBytes, stack.validQuotaBytes].filter((value) => value !== null);
  const [first, second] = bounds;
  if (first === undefined) return unknownLimit(`its quota is MAX and the quota of stack "${stack.name}" is not known`);
  const value = second !== undefined && second < first ? second : first;
  const neighbors = hasSizedNeighbors ? ' What sized pools beside it take away is not known.' : '';
  const origin =
    value === stack.quotaBytes
      ? `the quota of stack "${stack.name}", ${value} bytes a day`
      : `what the unexpired licenses of stack "${stack.name}" make together, ${value} bytes a day`;
  return {
    limit: { kind: 'limited', value },
    reasons: [`Its quota is MAX and the server states no effective_quota, so it is ${origin}.${neighbors}`],
  };
}

function figureLimit(field: string, value: bigint): StatedLimit {
  return isAbsurdQuota(value)
    ? { limit: { kind: 'unlimited' }, reasons: [`Its ${field} is ${value}: from 2^63 on that means unlimited.`] }
    : { limit: { kind: 'limited', value }, reasons: [`Its ${field} is ${value} bytes a day.`] };
}

function unknownLimit(why: string): StatedLimit {
  return { limit: { kind: 'unknown', reason: `The limit is not known: ${why}.` }, reasons: [] };
}

function usagesOf(
  row: PoolRow,
  findPeer: Lookup<{ readonly name: string; readonly id: string }>,
): { list: PeerUsage[]; problems: string[] } {
  const list: PeerUsage[] = [];
  const problems: string[] = [];
  for (const [peerVendorId, raw] of Object.entries(row.values.peers_usage_bytes ?? {})) {
    const usedBytes = readBytes(raw);
    if (usedBytes === null) problems.push(`the usage of peer "${peerVendorId}" is not a whole number of 0 or more`);
    else list.push({ peerVendorId, peerId: findPeer(peerVendorId)?.id ?? null, usedBytes });
  }
  list.sort((a, b) => compare(b.usedBytes, a.usedBytes) || compare(a.peerVendorId, b.peerVendorId));
  return { list, problems };
}

/** Both figures come in one row, so they are of one moment; a pool without a list of usages says nothing to compare. */
function sumMismatch(row: PoolRow, usages: readonly PeerUsage[]): string | null {
  const used = row.values.used_bytes;
  if (used === null || usages.length === 0) return null;
  const sum = usages.reduce((total, usage) => total + usage.usedBytes, 0n);
  if (sum === used) return null;
  return `pools: "${row.name}" used ${used} bytes, and its peers ${sum} together; the pool's own figure is shown`;
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
