/** What would happen above a limit, where that follows from the quota of something else that moves. Pure. */
import type { Limit, Meter } from '../../domain/entities.js';
import { parseGlobalId } from '../../domain/ids.js';
import type { WhatIfFacts } from './scenario.js';
import type { Shift } from './shifts.js';

export type EnforcementThen = Pick<Meter, 'enforcement'> & {
  /** Why it is so, as sentences; none when nothing moves that it follows from. */
  readonly reasons: readonly string[];
};

/** `shifts` and `daily` are of the daily quotas, by subject. What does not move is taken at its vendor's word of today. */
export function enforcementThen(
  meter: Meter,
  shifts: ReadonlyMap<string, Shift>,
  daily: ReadonlyMap<string, Meter>,
  { nameOf }: Pick<WhatIfFacts, 'nameOf'>,
): EnforcementThen {
  const { enforcement, enforcedBy: rule } = meter;
  const limitOf = (id: string) => shifts.get(id)?.after ?? daily.get(id)?.limit ?? UNKNOWN;
  const hasMoved = (id: string) => isMoved(shifts.get(id));
  if (rule?.kind === 'limitBelow' && rule.subjectIds.some(hasMoved)) {
    const sizes = rule.subjectIds.map((id) => ({ name: calledBy(id, nameOf), limit: limitOf(id) }));
    return bySize(meter, sizes, rule.value);
  }
  if (rule?.kind === 'over' && hasMoved(rule.subjectId)) {
    const used = daily.get(rule.subjectId)?.used ?? null;
    return byOther(calledBy(rule.subjectId, nameOf), limitOf(rule.subjectId), used);
  }
  return { enforcement, reasons: [] };
}

const UNKNOWN: Limit = { kind: 'unknown', reason: 'It is not there.' };

function isMoved(shift: Shift | undefined): boolean {
  return shift !== undefined && shift.by !== 0n;
}

function bySize(
  meter: Meter,
  sizes: readonly { readonly name: string; readonly limit: Limit }[],
  value: bigint,
): EnforcementThen {
  const small = sizes.filter(({ limit }) => limit.kind === 'limited' && limit.value < value);
  if (small.length === 0 && sizes.some(({ limit }) => limit.kind === 'unknown')) {
    return { enforcement: meter.enforcement, reasons: [] };
  }
  if (small.length === 0) {
    const texts = sizes.map(({ name, limit }) => `${name} would have ${bytesOf(limit)}, at least ${value}`);
    return { enforcement: 'INFORMATIONAL', reasons: [`${texts.join('; ')}: warnings would not block search.`] };
  }
  const texts = small.map(({ name, limit }) => `${name} would have ${bytesOf(limit)}, under ${value}`);
  const { limit, used } = meter;
  const isReached = limit.kind === 'limited' && used !== null && used >= limit.value;
  const effect = isReached ? 'search would be blocked' : 'search would be blocked once warnings reach the limit';
  return { enforcement: 'HARD', reasons: [`${texts.join('; ')}: ${effect}.`] };
}

function byOther(name: string, limit: Limit, used: bigint | null): EnforcementThen {
  if (limit.kind === 'unlimited') return { enforcement: 'INFORMATIONAL', reasons: [`${name} would have no limit.`] };
  if (limit.kind === 'unknown' || used === null) {
    const reason = `${name} may be over its limit then, which is not known: being over this one counts.`;
    return { enforcement: 'SOFT', reasons: [reason] };
  }
  return used > limit.value
    ? {
        enforcement: 'SOFT',
        reasons: [`${name} would be over its limit (${used} of ${limit.value}): being over this one counts.`],
      }
    : {
        enforcement: 'INFORMATIONAL',
        reasons: [
          `${name} would not be over its limit (${used} of ${limit.value}): nor does being over this one count.`,
        ],
      };
}

function bytesOf(limit: Limit): string {
  return limit.kind === 'limited' ? `${limit.value} bytes a day` : 'no limit';
}

function calledBy(id: string, nameOf: (id: string) => string): string {
  return `${parseGlobalId(id)?.concept ?? 'What it follows from'} "${nameOf(id)}"`;
}
