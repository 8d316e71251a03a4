/**
 * Keygen's verdict on a license without a scope, in the vendor's order: the first step that speaks decides. It equals the
 * vendor's quick validation, which is never asked for here because asking stamps the license as validated.
 */
import type { LicenseEvaluation } from '../../domain/evaluated.js';
import { checkInRule, isOverdue, isOverdueAfter, overdueTurns, turnsAfter } from './check-in.js';
import { DIMENSIONS } from './dimensions.js';
import type { CountedFact, KeygenLicense, KeygenVerdict, UnknownFact, VerdictFacts } from './model.js';
import { isAllowed } from './overage.js';

/** Pure. `valid` and `code` are null where the data cannot tell; `detail` then names what is missing. */
export function keygenVerdict(facts: VerdictFacts, now: Date): KeygenVerdict {
  for (const step of STEPS) {
    const verdict = step(facts, now);
    if (verdict !== null) return verdict;
  }
  return say(true, 'VALID', 'no check speaks against it');
}

/** The verdict of now, and the next instant at which it becomes another by the clock alone. */
export function evaluateVerdict({ verdictFacts: facts }: KeygenLicense, now: Date): LicenseEvaluation {
  const verdict = keygenVerdict(facts, now);
  const changesAt = turns(facts)
    .filter((turn) => turn > now)
    .find((turn) => !isSame(keygenVerdict(facts, turn), verdict));
  return { fields: { verdict }, changesAt: changesAt ?? null };
}

type Step = (facts: VerdictFacts, now: Date) => KeygenVerdict | null;

const EXPIRED_YET_VALID = ['ALLOW_ACCESS', 'MAINTAIN_ACCESS'];
const EXPIRATION_STRATEGIES = [...EXPIRED_YET_VALID, 'REVOKE_ACCESS', 'RESTRICT_ACCESS'];
const REVOKING = ['REVOKE_ACCESS'];

/** An overage that is allowed speaks, too, and so hides every step below it. */
const STEPS: readonly Step[] = [
  (facts) => unless(facts, 'status') ?? (facts.banned ? say(false, 'BANNED', 'its owner is banned') : null),
  (facts) => unless(facts, 'suspended') ?? (facts.suspended ? say(false, 'SUSPENDED', 'it is suspended') : null),
  (facts, now) => expired(facts, now, REVOKING),
  overdue,
  (facts) => over(facts, 'USERS'),
  // A license that is not strict is checked for nothing but its users and its expiry.
  (facts) => unless(facts, 'strict'),
  (facts, now) => (facts.strict ? null : (expired(facts, now) ?? say(true, 'VALID', 'it is not strict, nor expired'))),
  (facts) => unless(facts, 'floating'),
  noMachine,
  overMachines,
  (facts) => over(facts, 'CORES'),
  (facts) => over(facts, 'MEMORY_BYTES'),
  (facts) => over(facts, 'DISK_BYTES'),
  (facts) => over(facts, 'PROCESSES'),
  (facts, now) => expired(facts, now),
];

/** With `only`, speaks under those strategies alone. */
function expired(facts: VerdictFacts, now: Date, only?: readonly string[]): KeygenVerdict | null {
  const { expiresAt, expirationStrategy: strategy } = facts;
  const isKnown = strategy !== null && EXPIRATION_STRATEGIES.includes(strategy);
  if (isKnown && only !== undefined && !only.includes(strategy)) return null;
  if (facts.unknown.includes('expiry')) return cannotTell('its expiry cannot be read');
  if (expiresAt === null || expiresAt >= now) return null;
  if (strategy === null) return cannotTell('it is expired and its policy could not be read');
  if (!isKnown) return cannotTell(`it is expired and "${strategy}" is no known expiration strategy`);
  return say(EXPIRED_YET_VALID.includes(strategy), 'EXPIRED', `it expired at ${expiresAt.toISOString()} (${strategy})`);
}

function overdue(facts: VerdictFacts, now: Date): KeygenVerdict | null {
  const unknown = unless(facts, 'requireCheckIn');
  if (unknown !== null || !facts.requireCheckIn) return unknown;
  const { lastCheckInAt: last, nextCheckInAt: next, checkInInterval, checkInIntervalCount } = facts;
  // A license that never checked in is not overdue: the vendor stamps the first check-in when it is made.
  if (last === null) return unless(facts, 'lastCheckIn');
  const rule = checkInRule(last, checkInInterval, checkInIntervalCount);
  const late = rule !== null ? isOverdue(rule, now) : next === null ? null : isOverdueAfter(next, now);
  if (late === null) return cannotTell('it must check in and its policy does not tell how often');
  const due = rule !== null ? `must each ${rule.count} ${rule.interval}` : `was due at ${next?.toISOString()}`;
  return late ? say(false, 'OVERDUE', `it checked in last at ${last.toISOString()} and ${due}`) : null;
}

function noMachine(facts: VerdictFacts): KeygenVerdict | null {
  const total = counted(facts, 'MACHINES')?.total ?? null;
  if (total === null) return cannotTell('its machines could not be counted');
  if (total > 0n) return null;
  return facts.floating
    ? say(false, 'NO_MACHINES', 'it has no machine and needs at least one')
    : say(false, 'NO_MACHINE', 'it has no machine and needs exactly one');
}

/** The first machine never is one too many, whatever the limit. */
function overMachines(facts: VerdictFacts): KeygenVerdict | null {
  const total = counted(facts, 'MACHINES')?.total ?? null;
  return total !== null && total <= 1n ? null : over(facts, 'MACHINES');
}

function over(facts: VerdictFacts, dimension: CountedFact['dimension']): KeygenVerdict | null {
  const fact = counted(facts, dimension);
  const { code, noun } = DIMENSIONS[dimension];
  if (fact === undefined || fact.limit.kind === 'unlimited' || fact.count === 0n) return null;
  if (fact.limit.kind === 'unknown') return cannotTell(`its limit of ${noun} cannot be read`);
  const limit = fact.limit.value;
  const most = fact.count ?? fact.total;
  if (most !== null && most <= limit) return null;
  if (fact.count === null) return cannotTell(`the ${noun} that count against its limit are not known`);
  if (fact.overage === null) return cannotTell(`it has ${fact.count} ${noun} of ${limit} and its overage is not known`);
  const allowed = isAllowed(fact.overage, fact.count, limit);
  return say(allowed, code, `it has ${fact.count} ${noun} of ${limit}${allowed ? ', an overage that is allowed' : ''}`);
}

function counted(facts: VerdictFacts, dimension: CountedFact['dimension']): CountedFact | undefined {
  return facts.counted.find((fact) => fact.dimension === dimension);
}

/** Cannot tell, if that fact is one that could not be read. */
function unless(facts: VerdictFacts, fact: UnknownFact): KeygenVerdict | null {
  return facts.unknown.includes(fact) ? cannotTell(`its ${fact} cannot be read`) : null;
}

function say(valid: boolean, code: string, detail: string): KeygenVerdict {
  return { valid, code, detail, determinate: true };
}

function cannotTell(detail: string): KeygenVerdict {
  return { valid: null, code: null, detail, determinate: false };
}

/** Every instant at which the clock can change the verdict, in order. An expiry speaks only after its very instant. */
function turns(facts: VerdictFacts): readonly Date[] {
  const expiry = facts.expiresAt === null ? [] : [new Date(facts.expiresAt.getTime() + 1)];
  return [...expiry, ...checkInTurns(facts)].sort((a, b) => a.getTime() - b.getTime());
}

function checkInTurns({ requireCheckIn, lastCheckInAt, nextCheckInAt, ...facts }: VerdictFacts): readonly Date[] {
  if (!requireCheckIn || lastCheckInAt === null) return [];
  const rule = checkInRule(lastCheckInAt, facts.checkInInterval, facts.checkInIntervalCount);
  if (rule !== null) return overdueTurns(rule);
  return nextCheckInAt === null ? [] : turnsAfter(nextCheckInAt);
}

function isSame(a: KeygenVerdict, b: KeygenVerdict): boolean {
  return a.valid === b.valid && a.code === b.code && a.detail === b.detail;
}
