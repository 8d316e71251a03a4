/** `summary` rows as pools and meters. One row is one limit: a number of targets or an allowance of bytes. */
import type { Limit, Meter, Pool } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { PoolUnit } from '../../domain/vocabulary.js';
import { otherFields, type RowContext, withUniqueIds } from './rows.js';
import { readLimit, readQuantity, shown } from './values.js';
import type { SummaryRow } from './wire.js';

/** Types whose pool is an allowance of bytes whatever the comment says (facts: model detection). */
const BYTE_TYPES = new Set([
  'teradata',
  'tibero',
  'hadoop',
  'informix',
  'sharepoint',
  'spo',
  'serverdata',
  'userdata',
  'global',
]);
/** The schema names the byte pools `serverdata` and `userdata`, the samples `server` and `client`: the same pools. */
const ALIASES: Readonly<Record<string, string>> = { serverdata: 'server', userdata: 'client' };

export interface PoolRow {
  readonly type: string;
  readonly unit: PoolUnit;
  readonly row: SummaryRow;
}

/** The type and unit of a `summary` row; the pair is what tells pools apart, since non-sitewide sends each type twice. */
export function poolRow(row: SummaryRow): PoolRow {
  const sent = row.type.trim().toLowerCase();
  const isBytes = /data allowance/i.test(row.comment ?? '') || BYTE_TYPES.has(sent);
  return { type: canonicalType(sent), unit: isBytes ? 'BYTES' : 'COUNT', row };
}

/** The pool type that a word of the vendor means. */
export function canonicalType(word: string): string {
  const type = word.trim().toLowerCase();
  return Object.hasOwn(ALIASES, type) ? (ALIASES[type] ?? type) : type;
}

export function poolVendorId(type: string, unit: PoolUnit): string {
  return `${type}.${unit}`;
}

export interface Pools {
  readonly pools: readonly Pool[];
  readonly meters: readonly Meter[];
  /** By vendor id, `<type>.<unit>`; of a pool that comes twice, the first. */
  readonly byVendorId: ReadonlyMap<string, Pool>;
  /** Vendor ids that came more than once. */
  readonly repeated: ReadonlySet<string>;
}

/** When what the license allows ends. */
export interface LicenseEnd {
  /** Null: it does not, or that is not known. */
  readonly expiresAt: Date | null;
  readonly observedAt: Date;
}

export function normalizePools(rows: readonly PoolRow[], end: LicenseEnd, context: RowContext): Pools {
  const { source, licenseId, findings } = context;
  const idOf = ({ type, unit }: PoolRow) => poolVendorId(type, unit);
  const refsOf = (vendorId: string) => {
    const poolId = globalId('Pool', source, vendorId);
    return { subjectId: poolId, poolId, licenseId };
  };
  const pools: Pool[] = [];
  const meters: Meter[] = [];
  const byVendorId = new Map<string, Pool>();
  const repeated = new Set<string>();
  for (const { vendorId, isFirst, row } of withUniqueIds(rows, 'Pool', idOf, refsOf, findings)) {
    const { pool, meter } = normalizePool(vendorId, row, end, context);
    pools.push(pool);
    meters.push(meter);
    if (isFirst) byVendorId.set(vendorId, pool);
    else repeated.add(idOf(row));
  }
  return { pools, meters, byVendorId, repeated };
}

function normalizePool(
  vendorId: string,
  { unit, row }: PoolRow,
  end: LicenseEnd,
  context: RowContext,
): { pool: Pool; meter: Meter } {
  const { source, licenseId, findings } = context;
  const id = globalId('Pool', source, vendorId);
  const name = row.comment ?? row.type;
  const limit = readLimit(row.total);
  const used = readQuantity(row.usage);
  const problems = [
    ...(limit === null ? [unreadable('total', row.total)] : []),
    ...(used === null ? [unreadable('usage', row.usage)] : []),
  ];
  if (problems.length > 0) {
    findings.add({
      category: 'BAD_ROW',
      severity: 'WARN',
      concept: 'Pool',
      vendorId,
      description: `Pool "${name}": ${problems.join(' ')}`,
      about: { subjectId: id, poolId: id, licenseId },
    });
  }
  const pool: Pool = {
    id,
    source,
    vendorId,
    typeName: 'Pool',
    displayName: name,
    vendorFields: otherFields(row, [
      'comment',
      ...(limit === null ? [] : ['total']),
      ...(used === null ? [] : ['usage']),
    ]),
    name,
    description: null,
    unit,
    stackId: null,
    licenseId,
    isMax: false,
    fixed: true,
    limit,
    used,
    peerVendorIds: [],
    acceptsAllPeers: false,
    peerUsages: [],
  };
  const meterLimit: Limit =
    limit === null ? { kind: 'unknown', reason: unreadable('total', row.total) } : { kind: 'limited', value: limit };
  return { pool, meter: meterOf(pool, meterLimit, end) };
}

/** Scanned bytes are a high-water mark: a rescan adds only what is larger (ER 2.1 licensing guide). */
function meterOf(pool: Pool, limit: Limit, end: LicenseEnd): Meter {
  const used = pool.used === null ? 'An unknown number' : String(pool.used);
  const total = pool.limit === null ? 'an unknown number of' : String(pool.limit);
  const isBytes = pool.unit === 'BYTES';
  const count = isBytes
    ? `${used} of ${total} bytes of "${pool.name}" are used.`
    : `${used} of ${total} licenses of "${pool.name}" are assigned to targets.`;
  const rule = isBytes
    ? 'Each location counts with the largest volume ever scanned there; over the limit, scans wait unprocessed.'
    : 'Each licensed target takes one; over the limit, scans wait unprocessed.';
  return {
    subjectId: pool.id,
    dimension: isBytes ? 'SCANNED_BYTES' : 'TARGETS',
    measure: isBytes ? 'HIGH_WATER' : 'GAUGE',
    limit,
    used: pool.used,
    enforcement: 'HARD',
    overage: { kind: 'none' },
    resetsAt: null,
    ...partsOf(pool, end),
    reasons: [count, rule, ...endReasons(end)],
  };
}

/**
 * The whole limit goes with the license. The vendor goes on stating it, though, and a number of its own is never replaced
 * by one of ours: the end counts in forecasts, before it has come and after.
 */
function partsOf({ licenseId, limit }: Pool, { expiresAt }: LicenseEnd): Pick<Meter, 'parts'> {
  if (licenseId === null || limit === null || expiresAt === null) return {};
  return { parts: [{ licenseId, amount: limit, until: expiresAt, stated: true }] };
}

function endReasons({ expiresAt, observedAt }: LicenseEnd): string[] {
  if (expiresAt === null) return [];
  const at = expiresAt.toISOString();
  return expiresAt > observedAt
    ? [`The license ends at ${at}; from then on scans wait unprocessed, and nothing of the limit is left.`]
    : [`The license ended at ${at}: scans wait unprocessed, although the limit is still stated.`];
}

function unreadable(field: 'total' | 'usage', value: unknown): string {
  if (value === undefined || value === null) return `"${field}" is missing and shown as unknown.`;
  const range = field === 'total' ? 'from 0 to 2^63 − 1' : 'of zero or more';
  return `"${field}" is ${shown(value)}, which is no whole number ${range}, and shown as unknown.`;
}
