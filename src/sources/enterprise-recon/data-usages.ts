/** `datausage` rows: how many bytes each location takes of which allowance. */
import type { DataUsage } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { EnterpriseReconTarget } from './model.js';
import { canonicalType, type Pools, poolVendorId } from './pools.js';
import { otherFields, type RowContext, withUniqueIds } from './rows.js';
import { readQuantity, shown } from './values.js';
import type { DataUsageRow } from './wire.js';

/** Stands in an id for the attribution of a row that has none. */
const UNATTRIBUTED = 'unattributed';

export interface DataUsages {
  readonly usages: readonly DataUsage[];
  /** Ids of the pools that a row without a readable number of bytes counts against. */
  readonly incompletePools: ReadonlySet<string>;
}

export function normalizeDataUsages(
  rows: readonly DataUsageRow[],
  targets: readonly EnterpriseReconTarget[],
  pools: Pools,
  context: RowContext,
): DataUsages {
  const { source, licenseId, findings } = context;
  const refsOf = (vendorId: string) => ({ subjectId: globalId('DataUsage', source, vendorId), licenseId });
  const targetOf = targetFinder(targets);
  const unknownPools = new Map<string, number>();
  const incompletePools = new Set<string>();
  const usages = withUniqueIds(rows, 'DataUsage', vendorIdOf, refsOf, findings).flatMap(({ vendorId, row }) => {
    const id = globalId('DataUsage', source, vendorId);
    const poolVendor = row.attribution == null ? null : poolVendorId(canonicalType(row.attribution), 'BYTES');
    const pool = poolVendor === null ? undefined : pools.byVendorId.get(poolVendor);
    const bytes = readQuantity(row.bytes);
    if (bytes === null) {
      if (pool !== undefined) incompletePools.add(pool.id);
      findings.add({
        category: 'BAD_ROW',
        severity: 'WARN',
        concept: 'DataUsage',
        vendorId,
        description: `Data usage of "${row.location.slice(0, 200)}": "bytes" is ${shown(row.bytes)}, which is no whole number of zero or more; the row is left out.`,
        about: { licenseId },
      });
      return [];
    }
    if (poolVendor !== null && pool === undefined) {
      unknownPools.set(poolVendor, (unknownPools.get(poolVendor) ?? 0) + 1);
    }
    const usage: DataUsage = {
      id,
      source,
      vendorId,
      typeName: 'DataUsage',
      displayName: row.location,
      vendorFields: otherFields(row, ['id', 'location', 'type', 'attribution', 'bytes']),
      location: row.location,
      type: row.type,
      bytes,
      attribution: row.attribution ?? null,
      licenseId,
      poolId: pool?.id ?? null,
      targetId: targetOf(row.location),
    };
    return [usage];
  });
  for (const [vendorId, count] of unknownPools) {
    findings.add({
      category: 'UNKNOWN_POOL',
      severity: 'WARN',
      concept: 'Pool',
      vendorId,
      description: `${count} data usage ${count === 1 ? 'row is' : 'rows are'} attributed to an allowance (${vendorId}) that the summary does not list; shown without a pool.`,
      about: { subjectId: licenseId, licenseId },
    });
  }
  return { usages, incompletePools };
}

/**
 * Says where the listed usage of an allowance does not add up to what the summary states. Seen in the vendor's own
 * sample (facts: quirk 10), so it is information, and the summary's number is the one that counts.
 */
export function compareSums(
  { usages, incompletePools }: DataUsages,
  pools: Pools,
  { licenseId, findings }: RowContext,
): void {
  for (const [vendorId, pool] of pools.byVendorId) {
    if (pool.unit !== 'BYTES' || pool.used === null || pools.repeated.has(vendorId)) continue;
    if (incompletePools.has(pool.id)) continue;
    const listed = usages.filter((usage) => usage.poolId === pool.id);
    const sum = listed.reduce((total, { bytes }) => total + bytes, 0n);
    if (sum === pool.used) continue;
    findings.add({
      category: 'USAGE_SUM_MISMATCH',
      severity: 'INFO',
      concept: 'Pool',
      vendorId,
      dimension: 'SCANNED_BYTES',
      description: `The locations listed for "${pool.name}" add up to ${sum} bytes, the summary says ${pool.used}; the summary's number is shown.`,
      about: { subjectId: pool.id, poolId: pool.id, licenseId },
    });
  }
}

function vendorIdOf(row: DataUsageRow): string {
  if (row.id != null) return row.id;
  return `${row.attribution == null ? UNATTRIBUTED : row.attribution}.${row.location}`;
}

/**
 * The target a location belongs to: only when exactly one target's name, followed by `/` or a space, begins it. A
 * location is free text (`HOST/D:\Important`, `HOST All local files`), so nothing more is read out of it.
 */
function targetFinder(targets: readonly EnterpriseReconTarget[]): (location: string) => string | null {
  /** Null: several targets have the name. */
  const byName = new Map<string, string | null>();
  let longest = 0;
  for (const { name, id } of targets) {
    byName.set(name, byName.has(name) ? null : id);
    longest = Math.max(longest, name.length);
  }
  return (location) => {
    let found: string | null = null;
    for (let at = 1; at < location.length && at <= longest; at++) {
      if (location[at] !== '/' && location[at] !== ' ') continue;
      const id = byName.get(location.slice(0, at));
      if (id === undefined) continue;
      if (id === null || found !== null) return null;
      found = id;
    }
    return found;
  };
}
