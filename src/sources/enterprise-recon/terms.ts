/** What a license grants, in a form in which the answers before and after an upload can be compared. */
import { poolRow, poolVendorId } from './pools.js';
import { readExpiry, readLimit, readText } from './values.js';
import { type LicensesBody, summaryRow } from './wire.js';

export interface Terms {
  /** Null in each: not stated, or not readable. */
  readonly expires: number | null;
  readonly company: string | null;
  readonly edition: string | null;
  readonly state: string | null;
  /** By the vendor id of the pool, of one that comes twice the sum, of one that cannot be read null. Null: no pools are stated. */
  readonly totals: ReadonlyMap<string, bigint | null> | null;
}

export function termsOf({ fields, summary }: LicensesBody): Terms {
  return {
    expires: readExpiry(fields.expires).at?.getTime() ?? null,
    company: readText(fields.company),
    edition: readText(fields.edition),
    state: readText(fields.state)?.trim().toLowerCase() ?? null,
    totals: summary === null ? null : totalsOf(summary),
  };
}

/**
 * Whether `after` states what only another license can have brought. What it no longer states proves nothing, nor does
 * what scans and time change by themselves: use, the warning, and most of `state`.
 */
export function bringsOtherTerms(before: Terms, after: Terms): boolean {
  const texts = ['expires', 'company', 'edition'] as const;
  return (
    texts.some((name) => after[name] !== null && after[name] !== before[name]) ||
    (LEFT_BY_LICENSE_ONLY.has(before.state) && ![null, 'absent', before.state].includes(after.state)) ||
    (before.totals !== null && after.totals !== null && bringOtherTotals(before.totals, after.totals))
  );
}

/** Time leads into `expired` and scans into and out of `exceeded`; out of these two leads a license alone. */
const LEFT_BY_LICENSE_ONLY: ReadonlySet<string | null> = new Set(['absent', 'expired']);

type Totals = NonNullable<Terms['totals']>;

function totalsOf(summary: readonly unknown[]): Totals {
  const totals = new Map<string, bigint | null>();
  for (const row of summary) {
    const checked = summaryRow.safeParse(row);
    if (!checked.success) continue;
    const { type, unit } = poolRow(checked.data);
    const vendorId = poolVendorId(type, unit);
    const total = readLimit(checked.data.total);
    const others = totals.has(vendorId) ? (totals.get(vendorId) ?? null) : 0n;
    totals.set(vendorId, total === null || others === null ? null : others + total);
  }
  return totals;
}

/** A pool that was not listed had nothing. */
function bringOtherTotals(before: Totals, after: Totals): boolean {
  return [...after].some(([vendorId, total]) => {
    const known = before.has(vendorId) ? before.get(vendorId) : 0n;
    return total !== null && known !== null && total !== known;
  });
}
