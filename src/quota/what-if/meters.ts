/** The meters of a source as they would be: today's use, against the limits of the moment looked at. Pure. */
import { startOfNextDay } from '../../domain/calendar.js';
import type { License, Meter } from '../../domain/entities.js';
import { agedMeter, RESET_GRACE_MS } from '../aging.js';
import { enforcementThen } from './enforcement.js';
import { type MembersThen, membersThen, withMembers } from './members.js';
import { metersOfCreated } from './new-meters.js';
import { type PoolTerms, type Scenario, sharesStack, type WhatIfFacts } from './scenario.js';
import { allowanceShift, amountOf, licensedShift, movedBy, type Shift } from './shifts.js';
import { sharesThen } from './stacks.js';

/** None of them ages any more: evaluated at the moment looked at, they say what they say here. */
export function metersThen(facts: WhatIfFacts, scenario: Scenario): Meter[] {
  const { now, at, removed, created } = scenario;
  const { nameOf, timeZone } = facts;
  const read = facts.meters
    .filter(({ subjectId }) => !removed.has(subjectId))
    .map((meter) => ({ read: meter, today: agedMeter(meter, now, timeZone).meter }));
  const today = read.map((each) => each.today);
  const warnings = bySubject(today.filter(isWarnings));
  const added = metersOfCreated(facts, scenario, bySubject(today.filter(isBytesPerDay)), warnings, nameOf);
  const present = [...read, ...added.map((meter) => ({ read: meter, today: meter }))];
  const bytes = bySubject([...today, ...added].filter(isBytesPerDay));
  const shifts = bytesPerDayThen(facts, bytes, scenario);
  const allowances = new Map(facts.pools.filter((pool) => !sharesStack(pool)).map((pool) => [pool.id, pool]));
  const membersGone = membersByGroup(removed.values());
  const members = membersThen(facts, scenario);
  const ofPeers = new Set([...members.pools.values()].flat());
  const readings = bySubject(
    read
      .filter((each) => isWarnings(each.today) && ofPeers.has(each.today.subjectId))
      .map((each) => withoutLeft(each.read, each.today, facts, scenario)),
  );

  function shiftOf(meter: Meter): Shift {
    const shared = isBytesPerDay(meter) ? shifts.get(meter.subjectId) : undefined;
    if (shared !== undefined) return shared;
    const allowance = allowances.get(meter.subjectId);
    return allowance === undefined
      ? licensedShift(meter, facts, scenario)
      : allowanceShift(meter, allowance, facts, scenario);
  }

  return present.map(({ read, today }) => {
    const { after, reasons } = shiftOf(today);
    const lasting = withoutLeft(read, today, facts, scenario);
    const left = { ...lasting, limit: after, reasons: [...lasting.reasons, ...reasons] };
    const less = withoutMembers(left, membersGone.get(today.subjectId) ?? 0n);
    const moved = withPeers(less, members, readings);
    const judged = enforcementThen(moved, shifts, bytes, facts);
    const { enforcement } = judged;
    const then = onThatDay({ ...moved, enforcement, reasons: [...moved.reasons, ...judged.reasons] }, facts, at);
    const isNews = !created.has(today.subjectId) && (judged.reasons.length > 0 || !isSame(then, today));
    return { ...then, reasons: [...(isNews ? today.reasons.map(ofNow) : today.reasons), ...then.reasons] };
  });
}

/** What it says of now would be read as being of then. */
function ofNow(reason: string): string {
  return `Now: ${reason}`;
}

/** In all that its sentences speak of. */
function isSame(a: Meter, b: Meter): boolean {
  return (
    a.limit.kind === b.limit.kind &&
    amountOf(a.limit) === amountOf(b.limit) &&
    a.used === b.used &&
    a.enforcement === b.enforcement &&
    a.resetsAt?.getTime() === b.resetsAt?.getTime()
  );
}

/** What lasts of a meter of today, with the reasons of then alone; when warnings leave their window is known today. */
function withoutLeft(read: Meter, today: Meter, { timeZone }: WhatIfFacts, { now, at }: Scenario): Meter {
  const { parts: _parts, leaves, ...lasting } = today;
  if (leaves === undefined || at <= now) return { ...lasting, reasons: [] };
  const { used, resetsAt, reasons } = agedMeter({ ...read, reasons: [] }, at, timeZone).meter;
  return { ...lasting, used, resetsAt, reasons: used === today.used ? [] : reasons };
}

function isBytesPerDay({ dimension }: Meter): boolean {
  return dimension === 'INDEXED_BYTES_PER_DAY';
}

function isWarnings({ dimension }: Meter): boolean {
  return dimension === 'WARNINGS';
}

function bySubject(meters: readonly Meter[]): ReadonlyMap<string, Meter> {
  return new Map(meters.map((meter) => [meter.subjectId, meter]));
}

/** What peers will index is theirs to decide, and the rule of a peer follows from stacks that a what-if does not judge. */
function withPeers(meter: Meter, { pools, peers }: MembersThen, readings: ReadonlyMap<string, Meter>): Meter {
  const { subjectId, reasons } = meter;
  if (isWarnings(meter) && peers.has(subjectId)) {
    const reason = 'It would be in pools of other stacks than now: which rule applies to it then is not told here.';
    return { ...meter, reasons: [...reasons, reason] };
  }
  const members = pools.get(subjectId);
  if (members === undefined) return meter;
  if (isWarnings(meter)) return withMembers(meter, members, readings);
  if (!isBytesPerDay(meter)) return meter;
  return { ...meter, reasons: [...reasons, 'What its peers index counts in it from then on.'] };
}

/** The limit each has by the day, by subject: of stacks, of their pools, and of the group whose limit is the sum of its stacks. */
function bytesPerDayThen(
  facts: WhatIfFacts,
  meters: ReadonlyMap<string, Meter>,
  scenario: Scenario,
): ReadonlyMap<string, Shift> {
  const shifts = new Map<string, Shift>();
  const byGroup = new Map<string, bigint>();
  for (const [stack, pools] of poolsByStack(facts, scenario)) {
    const shares = sharesThen(stack, pools, meters, facts, scenario);
    for (const [id, shift] of shares.pools) shifts.set(id, shift);
    if (stack === null || shares.stack === null) continue;
    shifts.set(stack.id, shares.stack);
    if (stack.groupId !== null) byGroup.set(stack.groupId, (byGroup.get(stack.groupId) ?? 0n) + shares.stack.by);
  }
  for (const [groupId, by] of byGroup) {
    const meter = meters.get(groupId);
    if (meter !== undefined) shifts.set(groupId, movedBy(meter.limit, by, 'It moves as its stacks do.'));
  }
  return shifts;
}

/** Every stack; under null the pools whose stack is not known. */
function poolsByStack({ stacks, pools }: WhatIfFacts, { created }: Scenario) {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const groups = new Map<(typeof stacks)[number] | null, PoolTerms[]>(stacks.map((stack) => [stack, []]));
  const strays: PoolTerms[] = [];
  groups.set(null, strays);
  for (const pool of [...pools.filter(sharesStack), ...created.values()]) {
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
