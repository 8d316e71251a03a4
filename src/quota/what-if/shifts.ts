/** How one limit moves: with the licenses it is made of, or by what is asked for. Pure. */
import type { Limit, LimitPart, Meter } from '../../domain/entities.js';
import type { AddedLicense, PoolTerms, Scenario, WhatIfFacts } from './scenario.js';

/** What becomes of one limit. */
export interface Shift {
  readonly before: Limit;
  readonly after: Limit;
  /** By how much; where the limit is not known, by how much what it is made of moves. */
  readonly by: bigint;
  /** Why, as sentences; none when nothing concerns it. */
  readonly reasons: readonly string[];
}

/** The limit of a meter by itself: less what goes with licenses, and with what those add that come. */
export function licensedShift(
  meter: Meter,
  facts: Pick<WhatIfFacts, 'nameOf'>,
  scenario: Scenario,
  added: readonly AddedLicense[] = [],
): Shift {
  const gone = goneParts(meter, scenario);
  const comes = added.filter(({ expiresAt }) => !hasEnded(expiresAt, scenario.at));
  const gain = comes.reduce((sum, { quotaBytes }) => sum + quotaBytes, 0n);
  const by = gone.reduce((left, { amount }) => left - amount, gain);
  const reasons = [
    ...gone.map((part) => goneText(part, facts, scenario)),
    ...stayingParts(meter, scenario).map((part) => stayText(part, facts)),
    ...idleTexts(meter, gone, scenario),
    ...added.map((license) => addedText(license, scenario)),
  ].sort();
  const { limit } = meter;
  const value = amountOf(limit);
  if (value !== null) return shifted(limit, limited(value + by), reasons);
  return { before: limit, after: limit, by: limit.kind === 'unlimited' ? 0n : by, reasons };
}

/** An allowance that comes with a license (Enterprise Recon): as asked for, and nothing once the license is gone. */
export function allowanceShift(meter: Meter, pool: PoolTerms, facts: WhatIfFacts, scenario: Scenario): Shift {
  const own = licensedShift(meter, facts, scenario);
  const license = scenario.removed.get(pool.licenseId ?? '');
  if (license !== undefined) return shifted(meter.limit, limited(0n), [`License "${license.displayName}" goes.`]);
  const size = scenario.sizes.get(pool.id);
  // What is left once the license has ended is left of any size: nothing.
  if (typeof size !== 'bigint' || own.by !== 0n) return own;
  return shifted(meter.limit, limited(size), [...own.reasons, askedText(size)]);
}

/** Moves a limit by what others moved by, never below 0. */
export function movedBy(limit: Limit, by: bigint, reason: string): Shift {
  const value = amountOf(limit);
  return by === 0n || value === null ? unmoved(limit) : shifted(limit, limited(value + by), [reason]);
}

export function unmoved(limit: Limit): Shift {
  return { before: limit, after: limit, by: 0n, reasons: [] };
}

/** From one limit to another, with what that comes to as the last sentence. */
export function shifted(before: Limit, after: Limit, reasons: readonly string[]): Shift {
  const [from, to] = [amountOf(before), amountOf(after)];
  if (before.kind === after.kind && from === to) return { before, after, by: 0n, reasons };
  const was = from ?? (before.kind === 'unlimited' ? 'none' : 'one that is not known');
  const is = to ?? (after.kind === 'unlimited' ? 'none' : 'not known');
  return {
    before,
    after,
    by: from === null || to === null ? 0n : to - from,
    reasons: [...reasons, `So the limit is ${is} in place of ${was}.`],
  };
}

export function askedText(size: bigint): string {
  return `It is made ${size} here.`;
}

/** Never less than nothing. */
export function limited(value: bigint): Limit {
  return { kind: 'limited', value: value < 0n ? 0n : value };
}

/** Null where there is none, and where it is not known: what a vendor states below 0 is no limit. */
export function amountOf(limit: Limit | undefined): bigint | null {
  return limit?.kind === 'limited' && limit.value >= 0n ? limit.value : null;
}

/**
 * What goes with licenses that are taken away, or that end between now and then; what ended before is off the limit
 * already, and what the vendor goes on stating stays on it.
 */
function goneParts({ parts = [] }: Meter, { now, at, removed }: Scenario): readonly LimitPart[] {
  return parts.filter(
    ({ licenseId, until, stated }) =>
      (stated === true || !hasEnded(until, now)) &&
      (removed.has(licenseId) || (stated !== true && hasEnded(until, at))),
  );
}

/** What is of no use any more then, though the vendor goes on stating it. */
function stayingParts({ parts = [] }: Meter, { now, at, removed }: Scenario): readonly LimitPart[] {
  return parts.filter(
    ({ licenseId, until, stated }) =>
      stated === true && !hasEnded(until, now) && hasEnded(until, at) && !removed.has(licenseId),
  );
}

function hasEnded(end: Date | null, at: Date): boolean {
  return end !== null && end <= at;
}

function goneText(
  { licenseId, amount, until }: LimitPart,
  { nameOf }: Pick<WhatIfFacts, 'nameOf'>,
  scenario: Scenario,
) {
  const license = `License "${nameOf(licenseId)}" of ${amount}`;
  return scenario.removed.has(licenseId) ? `${license} goes.` : `${license} ends at ${until?.toISOString()}.`;
}

function stayText({ licenseId, until }: LimitPart, { nameOf }: Pick<WhatIfFacts, 'nameOf'>): string {
  return `License "${nameOf(licenseId)}" ends at ${until?.toISOString()}: the vendor goes on stating the limit, which is of no use from then on.`;
}

/** Licenses of the stack that go without a trace: expired ones, and those of which it is not known what they add. */
function idleTexts({ subjectId }: Meter, gone: readonly LimitPart[], { removed }: Scenario): string[] {
  const counted = new Set(gone.map(({ licenseId }) => licenseId));
  return [...removed.values()]
    .filter(({ id, stackId }) => stackId === subjectId && !counted.has(id))
    .map(({ displayName }) => `License "${displayName}" goes; nothing of the limit is known to come from it now.`);
}

function addedText({ quotaBytes, expiresAt }: AddedLicense, { at }: Scenario): string {
  return hasEnded(expiresAt, at)
    ? `A license of ${quotaBytes} comes, but has ended at ${expiresAt?.toISOString()} and adds nothing.`
    : `A license of ${quotaBytes} comes.`;
}
