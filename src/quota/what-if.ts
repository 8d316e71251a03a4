/** What would be if limits or licenses were others, or at a later date: quotas and messages, from facts and changes alone. Pure. */
import type { EvaluatedLicense, Notice, Quota, QuotaPolicy } from '../domain/evaluated.js';
import type { MutationError } from '../domain/mutation-error.js';
import { messageSeverities } from '../domain/vocabulary.js';
import { concern, plan } from './evaluate.js';
import { licenseNotices } from './notices/license.js';
import { quotaNotice } from './notices/quota.js';
import { evaluateMeter } from './quota.js';
import { checkChanges } from './what-if/changes.js';
import { metersThen } from './what-if/meters.js';
import type { Scenario, WhatIfChanges, WhatIfFacts } from './what-if/scenario.js';

export type { WhatIfChanges, WhatIfFacts } from './what-if/scenario.js';

export interface WhatIf {
  /**
   * First those that would be others, each part from the worst to the best. At most MOST_PROJECTIONS: those of the pools
   * that the changes name, and of their stacks, are the last to be left out.
   */
  readonly quotas: readonly Quota[];
  /** The gravest first. At most MOST_PROJECTIONS. */
  readonly messages: readonly Notice[];
  /** All that is wrong with the changes; when anything is, there are no quotas and messages. */
  readonly errors: readonly MutationError[];
}

/** More than anybody reads; the worst come first. */
export const MOST_PROJECTIONS = 1_000;

/**
 * Use is as it is at `now`; limits and licenses are as they would be at `changes.at`. Without changes: what is. The
 * order of what is given makes no difference.
 */
export function whatIf(given: WhatIfFacts, changes: WhatIfChanges, policy: QuotaPolicy, now: Date): WhatIf {
  const { scenario, errors } = checkChanges(given, changes, now);
  if (errors.length > 0) return { quotas: [], messages: [], errors };
  const facts = { ...given, nameOf: (id: string) => scenario.created.get(id)?.name ?? given.nameOf(id) };
  const meters = metersThen(facts, scenario);
  const quotas = meters.map((meter) => evaluateMeter(meter, policy, scenario.at, facts.timeZone).value);
  const licenses = licensesThen({ ...facts, meters }, facts, scenario, policy);
  return {
    quotas: mostOf(changedFirst(quotas, facts, policy, now), facts, scenario),
    messages: noticesThen(quotas, licenses, facts, scenario, policy).slice(0, MOST_PROJECTIONS),
    errors,
  };
}

/**
 * The vendor's word on a license is of today. Where what we derive would be another than today, the vendor would say
 * something else too, so its word is left out instead of being held against what would be.
 */
function licensesThen(
  then: WhatIfFacts,
  today: WhatIfFacts,
  { at, now, removed }: Scenario,
  policy: QuotaPolicy,
): EvaluatedLicense[] {
  const derived = new Map(
    Array.from(plan(today, policy, now).licenses, (part) => [part.id, part.evaluate().value.derivedStatus]),
  );
  const kept = then.licenses.filter(({ id }) => !removed.has(id));
  const evaluated = Array.from(plan({ ...then, licenses: kept }, policy, at).licenses, (part) => part.evaluate().value);
  const silent = evaluated
    .filter(({ id, derivedStatus }) => derived.get(id) !== derivedStatus)
    .map((license) => ({ ...license, standing: { ...license.standing, reported: null } }));
  const again = new Map(
    Array.from(plan({ ...then, licenses: silent }, policy, at).licenses, (part) => [part.id, part.evaluate().value]),
  );
  return evaluated.map((license) => again.get(license.id) ?? license);
}

/** As if nothing stood before: without the hysteresis that keeps standing messages from flapping. */
function noticesThen(
  quotas: readonly Quota[],
  licenses: readonly EvaluatedLicense[],
  { nameOf }: WhatIfFacts,
  { at }: Scenario,
  policy: QuotaPolicy,
): Notice[] {
  const notices = [
    ...quotas.map((quota) => quotaNotice(quota, nameOf(quota.subjectId), policy, () => false)),
    ...licenses.flatMap((license) => licenseNotices(license, policy, at)),
  ].filter((notice) => notice !== null);
  const rank = ({ severity }: Notice) => messageSeverities.indexOf(severity);
  return notices.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1));
}

function changedFirst(quotas: readonly Quota[], facts: WhatIfFacts, policy: QuotaPolicy, now: Date): Quota[] {
  const today = new Map(
    facts.meters.map((meter) => {
      const { value } = evaluateMeter(meter, policy, now, facts.timeZone);
      return [value.id, value];
    }),
  );
  const changed = new Set(quotas.filter((quota) => !isSame(quota, today.get(quota.id))));
  const rank = (quota: Quota) => (changed.has(quota) ? 1 : 0);
  return [...quotas].sort((a, b) => rank(b) - rank(a) || concern(b) - concern(a) || (a.id < b.id ? -1 : 1));
}

/** In the order they come in. */
function mostOf(quotas: readonly Quota[], { pools }: WhatIfFacts, scenario: Scenario): readonly Quota[] {
  if (quotas.length <= MOST_PROJECTIONS) return quotas;
  const { created, sizes, peers } = scenario;
  const named = new Set([...sizes.keys(), ...peers.keys()]);
  const then = [...pools, ...created.values()];
  const stacks = new Set(then.flatMap(({ id, stackId }) => (named.has(id) && stackId !== null ? [stackId] : [])));
  const beside = new Set([...stacks, ...then.flatMap(({ id, stackId }) => (stacks.has(stackId ?? '') ? [id] : []))]);
  const rank = ({ subjectId }: Quota) => (named.has(subjectId) ? 2 : beside.has(subjectId) ? 1 : 0);
  const kept = new Set([...quotas].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_PROJECTIONS));
  return quotas.filter((quota) => kept.has(quota));
}

/** What a person would call the same: a later reset and other reasons alone are no change. */
function isSame(a: Quota, b: Quota | undefined): boolean {
  return a.limit === b?.limit && a.used === b?.used && a.state === b?.state && a.enforcement === b?.enforcement;
}
