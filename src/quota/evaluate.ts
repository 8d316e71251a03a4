/** Evaluates what a source said: quotas of every meter, the worst of each pool, the status of each license. Pure. */
import type { License, Meter, Pool } from '../domain/entities.js';
import type { EvaluatedLicense, EvaluatedPool, Quota, QuotaPolicy } from '../domain/evaluated.js';
import { type QuotaState, quotaStates } from '../domain/vocabulary.js';
import { earliest, licenseStatus } from './license-status.js';
import { evaluateMeter } from './quota.js';

export interface Facts {
  readonly licenses: readonly License[];
  readonly pools: readonly Pool[];
  readonly meters: readonly Meter[];
}

export interface Evaluation {
  readonly licenses: readonly EvaluatedLicense[];
  readonly pools: readonly EvaluatedPool[];
  readonly quotas: readonly Quota[];
  /** The next instant at which evaluation comes out differently though nothing was read; null when none. */
  readonly changesAt: Date | null;
}

/** A vendor's own evaluation of one license (SourceModule.evaluateLicense). */
export type LicenseEvaluator = (
  license: License,
  now: Date,
) => { readonly fields: Readonly<Record<string, unknown>>; readonly changesAt: Date | null };

export function evaluate(facts: Facts, policy: QuotaPolicy, now: Date, ownRules?: LicenseEvaluator): Evaluation {
  const quotas = facts.meters.map((meter) => evaluateMeter(meter, policy));
  const worst = worstBySubject(quotas);
  const statesOf = new Map<string, Set<QuotaState>>();
  const pools = facts.pools.map((pool): EvaluatedPool => {
    const quota = worst.get(pool.id);
    if (quota !== undefined && pool.licenseId !== null) {
      statesOf.set(pool.licenseId, (statesOf.get(pool.licenseId) ?? new Set()).add(quota.state));
    }
    return { ...pool, state: quota?.state ?? null, ratio: quota?.ratio ?? null };
  });
  const changes: (Date | null)[] = [];
  const licenses = facts.licenses.map((license): EvaluatedLicense => {
    const byLimits = license.standing.exceededByQuotas === true ? isExceeded(statesOf.get(license.id)) : null;
    const { changesAt, ...status } = licenseStatus(license, byLimits, policy, now);
    const own = ownRules?.(license, now);
    changes.push(changesAt, own?.changesAt ?? null);
    return { ...license, ...status, ...own?.fields };
  });
  return { licenses, pools, quotas, changesAt: earliest(changes) };
}

/** Null: no pool is over, but one of them cannot be told. */
function isExceeded(states: ReadonlySet<QuotaState> | undefined): boolean | null {
  if (states?.has('EXCEEDED')) return true;
  return states?.has('UNKNOWN') ? null : false;
}

function worstBySubject(quotas: readonly Quota[]): ReadonlyMap<string, Quota> {
  const worst = new Map<string, Quota>();
  for (const quota of quotas) {
    const known = worst.get(quota.subjectId);
    if (known === undefined || concern(quota) > concern(known)) worst.set(quota.subjectId, quota);
  }
  return worst;
}

/** One number that orders quotas by state and, within a state, by ratio. */
export function concern(quota: Pick<Quota, 'state' | 'ratio'>): number {
  const ratio = quota.ratio ?? 0;
  return quotaStates.indexOf(quota.state) + ratio / (1 + ratio);
}
