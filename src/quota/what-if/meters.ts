/** The meters of a source as they would be: today's use, against the limits of the moment looked at. Pure. */
import { startOfNextDay } from '../../domain/calendar.js';
import type { License, Meter, Pool } from '../../domain/entities.js';
import { agedMeter, RESET_GRACE_MS } from '../aging.js';
import { type Scenario, sharesStack, type WhatIfFacts } from './scenario.js';
import { allowanceShift, licensedShift, movedBy, type Shift } from './shifts.js';
import { sharesThen } from './stacks.js';

/** None of them ages any more: evaluated at the moment looked at, they say what they say here. */
export function metersThen(facts: WhatIfFacts, scenario: Scenario): Meter[] {
  const { now, at, removed } = scenario;
  const today = facts.meters
    .filter(({ subjectId }) => !removed.has(subjectId))
    // When warnings leave their window is known today; what a day will count that has not begun is not.
    .map((meter) => agedMeter(meter, meter.leaves === undefined ? now : at, facts.timeZone).meter);
  const bytes = new Map(today.filter(isBytesPerDay).map((meter) => [meter.subjectId, meter]));
  const { shifts, turning, moved } = bytesPerDayThen(facts, bytes, scenario);
  const allowances = new Map(facts.pools.filter((pool) => !sharesStack(pool)).map((pool) => [pool.id, pool]));
  const membersGone = membersByGroup(removed.values());

  function shiftOf(meter: Meter): Shift {
    const shared = isBytesPerDay(meter) ? shifts.get(meter.subjectId) : undefined;
    if (shared !== undefined) return shared;
    const allowance = allowances.get(meter.subjectId);
    return allowance === undefined
      ? licensedShift(meter, facts, scenario)
      : allowanceShift(meter, allowance, facts, scenario);
  }

  return today.map((meter) => {
    const { after, reasons } = shiftOf(meter);
    const { parts: _parts, leaves: _leaves, ...lasting } = meter;
    const isAsToday = meter.dimension === 'WARNINGS' ? moved : isBytesPerDay(meter) && turning.has(meter.subjectId);
    const then: Meter = {
      ...lasting,
      limit: after,
      reasons: [...meter.reasons, ...reasons, ...(isAsToday ? [SAME_ENFORCEMENT] : [])],
    };
    return onThatDay(withoutMembers(then, membersGone.get(meter.subjectId) ?? 0n), facts, at);
  });
}

const SAME_ENFORCEMENT =
  'What happens above the limit is what happens today: the quota of its stack bears on that, and it was not judged anew.';

function isBytesPerDay({ dimension }: Meter): boolean {
  return dimension === 'INDEXED_BYTES_PER_DAY';
}

/** Of stacks, of their pools, and of the group whose limit is the sum of its stacks. */
function bytesPerDayThen(facts: WhatIfFacts, meters: ReadonlyMap<string, Meter>, scenario: Scenario) {
  const shifts = new Map<string, Shift>();
  const byGroup = new Map<string, bigint>();
  /** Pools of a stack that would be over its limit and is not, or the other way round. */
  const turning = new Set<string>();
  let moved = false;
  for (const [stack, pools] of poolsByStack(facts)) {
    const shares = sharesThen(stack, pools, meters, facts, scenario);
    for (const [id, shift] of shares.pools) {
      shifts.set(id, shift);
      if (shares.turns) turning.add(id);
    }
    if (stack === null || shares.stack === null) continue;
    shifts.set(stack.id, shares.stack);
    moved ||= shares.stack.by !== 0n;
    if (stack.groupId !== null) byGroup.set(stack.groupId, (byGroup.get(stack.groupId) ?? 0n) + shares.stack.by);
  }
  for (const [groupId, by] of byGroup) {
    const meter = meters.get(groupId);
    if (meter !== undefined) shifts.set(groupId, movedBy(meter.limit, by, 'It moves as its stacks do.'));
  }
  return { shifts, turning, moved };
}

/** Every stack; under null the pools whose stack is not known. */
function poolsByStack({ stacks, pools }: WhatIfFacts) {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const groups = new Map<(typeof stacks)[number] | null, Pool[]>(stacks.map((stack) => [stack, []]));
  const strays: Pool[] = [];
  groups.set(null, strays);
  for (const pool of pools.filter(sharesStack)) {
    const stack = byId.get(pool.stackId ?? '');
    (stack === undefined ? strays : (groups.get(stack) ?? strays)).push(pool);
  }
  return groups;
}

/** A group that loses licenses counts fewer; what else went with them nobody knows. */
function withoutMembers(meter: Meter, gone: bigint): Meter {
  if (gone === 0n || isBytesPerDay(meter)) return meter;
  if (meter.dimension !== 'LICENSES') {
    const reason = 'What the licenses that go had in it still counts: how much that is, is not known.';
    return { ...meter, reasons: [...meter.reasons, reason] };
  }
  const left = meter.used === null ? null : meter.used - gone;
  return {
    ...meter,
    used: left !== null && left < 0n ? 0n : left,
    reasons: [...meter.reasons, gone === 1n ? 'One license of it goes.' : `${gone} licenses of it go.`],
  };
}

/** On a later day the counter will have started again, and what it will come to nobody knows: today's use stands in. */
function onThatDay(meter: Meter, { timeZone, observedAt }: WhatIfFacts, at: Date): Meter {
  if (meter.measure !== 'DAILY_COUNTER' || meter.resetsAt === null) return meter;
  if (at.getTime() < meter.resetsAt.getTime() + RESET_GRACE_MS) return meter;
  const since = observedAt === null ? '' : ` as of ${observedAt.toISOString()}`;
  return {
    ...meter,
    resetsAt: startOfNextDay(at, timeZone),
    reasons: [...meter.reasons, `The day looked at has not begun: the use is today's${since}.`],
  };
}

function membersByGroup(licenses: Iterable<License>): ReadonlyMap<string, bigint> {
  const counts = new Map<string, bigint>();
  for (const { groupId } of licenses) if (groupId !== null) counts.set(groupId, (counts.get(groupId) ?? 0n) + 1n);
  return counts;
}
