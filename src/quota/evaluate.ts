/**
 * Evaluates what a source said: quotas of every meter, the worst of each pool, the status of each license. Pure, and
 * planned before it is done: each part says what it follows from, so that what follows from nothing new is not evaluated.
 */
import type { Zone } from '../domain/calendar.js';
import type { License, Meter, Pool } from '../domain/entities.js';
import type { EvaluatedLicense, EvaluatedPool, Quota, QuotaPolicy } from '../domain/evaluated.js';
import { type QuotaState, quotaStates } from '../domain/vocabulary.js';
import { earliest, licenseStatus } from './license-status.js';
import { nextLead } from './notices/license.js';
import { evaluateMeter, quotaId } from './quota.js';

export interface Facts {
  readonly licenses: readonly License[];
  readonly pools: readonly Pool[];
  readonly meters: readonly Meter[];
  /** Of the source: where its days begin. */
  readonly timeZone: Zone;
}

/** One thing to evaluate. Same `input` and policy, and no `changesAt` passed: same outcome. */
export interface Part<T> {
  readonly id: string;
  /** Everything but the policy and the clock that it follows from; JSON with Dates and bigints. */
  readonly input: unknown;
  evaluate(): Evaluated<T>;
}

export interface Evaluated<T> {
  readonly value: T;
  /** The next instant at which it comes out differently though nothing was read; null when none. */
  readonly changesAt: Date | null;
}

export interface Plan {
  readonly licenses: readonly Part<EvaluatedLicense>[];
  readonly pools: readonly Part<EvaluatedPool>[];
  readonly quotas: readonly (Part<Quota> & { readonly subjectId: string })[];
}

export interface Evaluation {
  readonly licenses: readonly EvaluatedLicense[];
  readonly pools: readonly EvaluatedPool[];
  readonly quotas: readonly Quota[];
  readonly changesAt: Date | null;
}

/** A vendor's own evaluation of one license (SourceModule.evaluateLicense). */
export type LicenseEvaluator = (
  license: License,
  now: Date,
) => { readonly fields: Readonly<Record<string, unknown>>; readonly changesAt: Date | null };

/** Everything at once. */
export function evaluate(facts: Facts, policy: QuotaPolicy, now: Date, ownRules?: LicenseEvaluator): Evaluation {
  const changes: (Date | null)[] = [];
  const all = <T>(parts: readonly Part<T>[]): T[] =>
    parts.map((part) => {
      const { value, changesAt } = part.evaluate();
      changes.push(changesAt);
      return value;
    });
  const { licenses, pools, quotas } = plan(facts, policy, now, ownRules);
  return { licenses: all(licenses), pools: all(pools), quotas: all(quotas), changesAt: earliest(changes) };
}

/** What there is to evaluate, each part by itself. */
export function plan(facts: Facts, policy: QuotaPolicy, now: Date, ownRules?: LicenseEvaluator): Plan {
  const metersOf = groupBy(facts.meters, (meter) => meter.subjectId);
  const poolsOf = groupBy(facts.pools, (pool) => pool.licenseId ?? '');
  const judge = (meter: Meter) => evaluateMeter(meter, policy, now, facts.timeZone);
  /** Of one pool: the state and ratio of its worst quota. */
  const judgePool = (pool: Pool): Evaluated<EvaluatedPool> => {
    const quotas = (metersOf.get(pool.id) ?? []).map(judge);
    const worst = worstOf(quotas.map(({ value }) => value));
    return {
      value: { ...pool, state: worst?.state ?? null, ratio: worst?.ratio ?? null },
      changesAt: earliest(quotas.map(({ changesAt }) => changesAt)),
    };
  };
  const exceededBy = (license: License): boolean | null =>
    license.standing.exceededByQuotas === true
      ? isExceeded((poolsOf.get(license.id) ?? []).map((pool) => judgePool(pool).value.state))
      : null;

  return {
    quotas: facts.meters.map((meter) => ({
      id: quotaId(meter.subjectId, meter.dimension),
      subjectId: meter.subjectId,
      input: meter,
      evaluate: () => judge(meter),
    })),
    pools: facts.pools.map((pool) => ({
      id: pool.id,
      input: [pool, metersOf.get(pool.id)],
      evaluate: () => judgePool(pool),
    })),
    licenses: facts.licenses.map((license) => {
      const exceeded = exceededBy(license);
      return {
        id: license.id,
        input: [license, exceeded],
        evaluate: () => {
          const { changesAt, ...status } = licenseStatus(license, exceeded, policy, now);
          const own = ownRules?.(license, now);
          return {
            value: { ...license, ...status, ...own?.fields },
            // At a lead time nothing of the license changes, but what is said of it does.
            changesAt: earliest([changesAt, own?.changesAt ?? null, nextLead(license, policy, now)]),
          };
        },
      };
    }),
  };
}

/** Null: no pool is over, but one of them cannot be told. */
function isExceeded(states: readonly (QuotaState | null)[]): boolean | null {
  if (states.includes('EXCEEDED')) return true;
  return states.includes('UNKNOWN') ? null : false;
}

function worstOf(quotas: readonly Quota[]): Quota | undefined {
  return quotas.reduce<Quota | undefined>(
    (worst, quota) => (worst === undefined || concern(quota) > concern(worst) ? quota : worst),
    undefined,
  );
}

/** One number that orders quotas by state and, within a state, by ratio. */
export function concern(quota: Pick<Quota, 'state' | 'ratio'>): number {
  const ratio = quota.ratio ?? 0;
  return quotaStates.indexOf(quota.state) + ratio / (1 + ratio);
}

function groupBy<T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const name = key(each);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return groups;
}
