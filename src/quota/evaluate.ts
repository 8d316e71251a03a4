/**
 * Evaluates what a source said: quotas of every meter, the worst of each pool, the status of each license. Pure, and
 * planned before it is done: each part says what it follows from, so that what follows from nothing new is not evaluated.
 */
import type { Zone } from '../domain/calendar.js';
import { earliest } from '../domain/dates.js';
import type { License, Meter, Pool } from '../domain/entities.js';
import type { EvaluatedLicense, EvaluatedPool, LicenseEvaluator, Quota, QuotaPolicy } from '../domain/evaluated.js';
import { groupBy } from '../domain/lists.js';
import { chiefDimensions, type QuotaState, quotaStates } from '../domain/vocabulary.js';
import { licenseStatus } from './license-status.js';
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

/** To be gone through once: there may be many hundreds of thousands, of which each is made as it is come to. */
export interface Plan {
  readonly licenses: Iterable<Part<EvaluatedLicense>>;
  readonly pools: Iterable<Part<EvaluatedPool>>;
  readonly quotas: Iterable<Part<Quota> & { readonly subjectId: string }>;
}

export interface Evaluation {
  readonly licenses: readonly EvaluatedLicense[];
  readonly pools: readonly EvaluatedPool[];
  readonly quotas: readonly Quota[];
  readonly changesAt: Date | null;
}

/** Everything at once. */
export function evaluate(facts: Facts, policy: QuotaPolicy, now: Date, ownRules?: LicenseEvaluator): Evaluation {
  let next: Date | null = null;
  const all = <F, T>(things: readonly F[], judged: (thing: F) => Evaluated<T>): T[] =>
    things.map((thing) => {
      const { value, changesAt } = judged(thing);
      if (changesAt !== null && (next === null || changesAt < next)) next = changesAt;
      return value;
    });
  const { license, exceeded, pool, quota } = judge(facts, policy, now, ownRules);
  return {
    licenses: all(facts.licenses, (each) => license(each, exceeded(each))),
    pools: all(facts.pools, pool),
    quotas: all(facts.meters, (meter) => quota(meter)),
    changesAt: next,
  };
}

/** What there is to evaluate, each part by itself. */
export function plan(facts: Facts, policy: QuotaPolicy, now: Date, ownRules?: LicenseEvaluator): Plan {
  const { metersOf, license, exceeded, pool, quota } = judge(facts, policy, now, ownRules);
  return {
    quotas: each(facts.meters, (meter) => {
      const id = quotaId(meter.subjectId, meter.dimension);
      return { id, subjectId: meter.subjectId, input: meter, evaluate: () => quota(meter, id) };
    }),
    pools: each(facts.pools, (one) => ({
      id: one.id,
      input: [one, metersOf.get(one.id)],
      evaluate: () => pool(one),
    })),
    licenses: each(facts.licenses, (one) => {
      const isExceeded = exceeded(one);
      return { id: one.id, input: [one, isExceeded], evaluate: () => license(one, isExceeded) };
    }),
  };
}

function* each<F, T>(things: readonly F[], make: (thing: F) => T): Generator<T> {
  for (const thing of things) yield make(thing);
}

function judge(facts: Facts, policy: QuotaPolicy, now: Date, ownRules: LicenseEvaluator | undefined) {
  const poolIds = new Set(facts.pools.map((pool) => pool.id));
  const metersOf = groupBy(poolIds.size === 0 ? [] : facts.meters, ({ subjectId }) =>
    poolIds.has(subjectId) ? subjectId : null,
  );
  const poolsOf = groupBy(facts.pools, (pool) => pool.licenseId);
  return { metersOf, license, exceeded, pool, quota };

  function quota(meter: Meter, id?: string): Evaluated<Quota> {
    return evaluateMeter(meter, policy, now, facts.timeZone, id);
  }

  /** With the state and ratio of its worst quota, and the numbers of its chief one: what the clock makes of them. */
  function pool(each: Pool): Evaluated<EvaluatedPool> {
    const quotas = (metersOf.get(each.id) ?? []).map((meter) => quota(meter));
    const worst = worstOf(quotas.map(({ value }) => value));
    const { limit, used } = chiefOf(quotas.map(({ value }) => value)) ?? each;
    return {
      value: { ...each, limit, used, state: worst?.state ?? null, ratio: worst?.ratio ?? null },
      changesAt: earliest(quotas.map(({ changesAt }) => changesAt)),
    };
  }

  /** Whether a pool of the license is over; null when that cannot be told, or does not matter. */
  function exceeded({ id, standing }: License): boolean | null {
    if (standing.exceededByQuotas !== true) return null;
    return isExceeded((poolsOf.get(id) ?? []).map((each) => pool(each).value.state));
  }

  function license(each: License, isExceeded: boolean | null): Evaluated<EvaluatedLicense> {
    const { changesAt, status, derivedStatus, conflicts } = licenseStatus(each, isExceeded, policy, now);
    const own = ownRules?.(each, now);
    // The few before the many: the other way round takes five times as long.
    const value: EvaluatedLicense = { status, derivedStatus, conflicts, ...unevaluated(each) };
    return {
      value: own === undefined ? value : Object.assign(value, own.fields),
      // At a lead time nothing of the license changes, but what is said of it does.
      changesAt: earliest([changesAt, own?.changesAt ?? null, nextLead(each, policy, now)]),
    };
  }
}

/** What is read back from the store was evaluated before. */
function unevaluated(license: License): License {
  if (!('status' in license)) return license;
  const { status, derivedStatus, conflicts, ...raw } = license as EvaluatedLicense;
  return raw;
}

/** Null: no pool is over, but one of them cannot be told. */
function isExceeded(states: readonly (QuotaState | null)[]): boolean | null {
  if (states.includes('EXCEEDED')) return true;
  return states.includes('UNKNOWN') ? null : false;
}

/** The first of the list that it has. */
function chiefOf(quotas: readonly Quota[]): Quota | undefined {
  const found = chiefDimensions.map((dimension) => quotas.find((quota) => quota.dimension === dimension));
  return found.find((quota) => quota !== undefined);
}

function worstOf(quotas: readonly Quota[]): Quota | undefined {
  return quotas.reduce<Quota | undefined>(
    (worst, quota) => (worst === undefined || isWorse(quota, worst) ? quota : worst),
    undefined,
  );
}

/** By state, then by ratio, then by dimension, so that the order in which quotas come never matters. */
function isWorse(a: Quota, b: Quota): boolean {
  const byState = quotaStates.indexOf(a.state) - quotaStates.indexOf(b.state);
  if (byState !== 0) return byState > 0;
  const byRatio = (a.ratio ?? 0) - (b.ratio ?? 0);
  return byRatio === 0 ? a.dimension < b.dimension : byRatio > 0;
}

/** One number that orders quotas by state and, within a state, by ratio. */
export function concern(quota: Pick<Quota, 'state' | 'ratio'>): number {
  const ratio = quota.ratio ?? 0;
  return quotaStates.indexOf(quota.state) + ratio / (1 + ratio);
}
