/** `PUT /v1/licenses`: the vendor's four refusals, and what a license that is taken makes of an installation. */
import { type LicenseLimit, readStandInLicense, type StandInLicense } from './license-file.js';
import type { EnterpriseReconState, LicensesBody, SummaryRow } from './state.js';

/** Word for word the messages of the vendor's 422 answers (Enterprise Recon 2.12.1, Upload License File). */
export const refusals = {
  alreadyUsed: 'License upload failed: The license has already been used. Each license can only be uploaded once.',
  invalid: 'Invalid license file.',
  expired: 'License is expired.',
  insufficient: 'Insufficient data allowance for scanned data volume.',
} as const;

export type Refusal = (typeof refusals)[keyof typeof refusals];

/**
 * Takes the license, or says why not and changes nothing: the vendor does not say which of several reasons it names,
 * here it is the first of invalid, used, expired, insufficient. Only a license that was taken is used up. All in one
 * step, so that of two uploads of one file at once, one succeeds.
 */
export function uploadLicense(state: EnterpriseReconState, content: string, now: Date): Refusal | null {
  const license = decode(content);
  if (license === null) return refusals.invalid;
  if (state.usedSerials.has(license.serial)) return refusals.alreadyUsed;
  if (license.expires <= now) return refusals.expired;
  const summary = withLimits(state.licenses.summary ?? [], license.limits);
  if (summary.some((row) => isDataAllowance(row) && isOver(row))) return refusals.insufficient;
  state.usedSerials.add(license.serial);
  state.licenses = licensed(state.licenses, license, summary);
  return null;
}

/** Line breaks within base64 are let pass, anything else outside its alphabet is not. */
function decode(content: string): StandInLicense | null {
  const compact = content.replace(/\s/g, '');
  const bytes = Buffer.from(compact, 'base64');
  return bytes.toString('base64') === compact ? readStandInLicense(bytes.toString()) : null;
}

/** Usage stays; totals are the license's. A pool that it does not name has nothing left, and goes once it is not in use. */
function withLimits(rows: readonly SummaryRow[], limits: readonly LicenseLimit[]): SummaryRow[] {
  const isOf = (row: SummaryRow) => (limit: LicenseLimit) => limit.type === row.type && limit.comment === row.comment;
  const kept = rows.flatMap((row) => {
    const total = limits.find(isOf(row))?.total;
    return total === undefined && BigInt(row.usage) === 0n ? [] : [{ ...row, total: total ?? '0' }];
  });
  const added = limits.filter((limit) => !rows.some((row) => isOf(row)(limit)));
  return [...kept, ...added.map(({ type, comment, total }) => ({ type, comment, total, usage: '0' }))];
}

/**
 * Too few targets are no reason to refuse a license, they only leave the installation exceeded; then its unprocessed
 * scans wait on, else they do not. `expires` stays a number where it was one.
 */
function licensed(body: LicensesBody, license: StandInLicense, summary: SummaryRow[]): LicensesBody {
  const { warning, ...rest } = body;
  const seconds = license.expires.getTime() / 1000;
  const exceeded = summary.some(isOver);
  return {
    ...rest,
    state: exceeded ? 'exceeded' : 'licensed',
    company: license.company,
    edition: license.edition,
    expires: typeof body.expires === 'number' ? seconds : String(seconds),
    summary,
    ...(exceeded && warning !== undefined ? { warning } : {}),
  };
}

/** Every comment that the vendor lists for a pool of bytes says so, and no other does. */
function isDataAllowance({ comment }: SummaryRow): boolean {
  return /data allowance/i.test(comment);
}

function isOver({ total, usage }: SummaryRow): boolean {
  return BigInt(usage) > BigInt(total);
}
