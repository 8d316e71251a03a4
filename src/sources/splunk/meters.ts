/** Meters of today's indexed bytes: of pools, stacks, the active group and peers. */
import type { EnforcementRule, Limit, LimitPart, Meter, Peer, Stack } from '../../domain/entities.js';
import { sumOrNull } from '../../domain/quantities.js';
import type { Enforcement } from '../../domain/vocabulary.js';
import type { StackFacts } from './entitlements.js';
import { allParts, partsWithin, poolParts } from './limit-parts.js';
import type { SplunkGroup } from './model.js';
import type { Lookup } from './names.js';
import type { PoolFacts } from './pools.js';
import type { WarningLog } from './warnings.js';
import { isAbsurdQuota } from './wire.js';

export interface Usage {
  /** The usage endpoint's own figures; null where it says nothing readable. */
  readonly quota: bigint | null;
  readonly used: bigint | null;
}

export interface MeterContext {
  readonly pools: readonly PoolFacts[];
  readonly stacks: readonly Stack[];
  readonly peers: readonly Peer[];
  readonly findStack: Lookup<StackFacts>;
  readonly activeGroup: SplunkGroup | null;
  /** All stacks of the active group are listed. */
  readonly activeStacksKnown: boolean;
  readonly usage: Usage;
  /** Every pool could be read. */
  readonly poolsComplete: boolean;
  /** The groups could be read. */
  readonly groupsRead: boolean;
  readonly strictPoolQuota: boolean;
  /** The next midnight of the manager; null when its zone is not known. */
  readonly resetsAt: Date | null;
  readonly log: WarningLog;
}

interface Rule {
  readonly enforcement: Enforcement;
  readonly enforcedBy?: EnforcementRule;
  readonly reasons: readonly string[];
}

interface DailyFigures {
  readonly used: bigint | null;
  readonly limit: Limit;
  readonly parts?: readonly LimitPart[] | null;
}

const SOFT_RULE =
  'Splunk goes on indexing above the quota; over it at midnight by the license manager, the day is a warning.';

export function dailyMeters(context: MeterContext): Meter[] {
  const stackMeters = context.stacks.map((stack) => stackMeter(stack, context));
  const meterOfStack = new Map(stackMeters.map((meter) => [meter.subjectId, meter]));
  return [
    ...context.pools.map((facts) => poolMeter(facts, meterOfStack.get(facts.stack?.id ?? '') ?? null, context)),
    ...stackMeters,
    ...(context.activeGroup === null ? [] : [groupMeter(context.activeGroup, stackMeters, context)]),
    ...context.peers.map((peer) =>
      daily(peer.id, { used: peer.usedBytes, limit: { kind: 'unlimited' } }, context, {
        enforcement: 'INFORMATIONAL',
        reasons: ['Splunk sets no limit for one peer: its bytes count against its pools.'],
      }),
    ),
  ];
}

function poolMeter(facts: PoolFacts, ofStack: Meter | null, context: MeterContext): Meter {
  const rule = poolRule(facts, ofStack, context);
  const { pool, limit } = facts;
  // Where its stack keeps its limit, whatever ends, so does a MAX pool.
  const partsOfStack = (pool.isMax ? ofStack?.parts : facts.stack?.parts) ?? null;
  const parts = poolParts(limit, pool.isMax, partsOfStack);
  return daily(pool.id, { used: pool.used, limit, parts }, context, {
    ...rule,
    reasons: [...facts.limitReasons, ...rule.reasons],
  });
}

function poolRule(facts: PoolFacts, ofStack: Meter | null, context: MeterContext): Rule {
  if (facts.isActive === false) return outsideRule(facts.stackName, context.activeGroup);
  if (context.strictPoolQuota) {
    return {
      enforcement: 'SOFT',
      reasons: [SOFT_RULE, 'strictPoolQuota is true: the pool counts by itself, whatever its stack used.'],
    };
  }
  const stack = `strictPoolQuota is false and stack "${facts.stackName}"`;
  const by: Pick<Rule, 'enforcedBy'> =
    ofStack === null ? {} : { enforcedBy: { kind: 'over', subjectId: ofStack.subjectId } };
  switch (ofStack === null ? null : isOver(ofStack)) {
    case false: {
      const reason = `${stack} is not over its quota (${useOf(ofStack)}): a pool over its own earns no warning.`;
      return { enforcement: 'INFORMATIONAL', ...by, reasons: [reason] };
    }
    case true:
      return {
        enforcement: 'SOFT',
        ...by,
        reasons: [SOFT_RULE, `${stack} is over its quota (${useOf(ofStack)}): the pool counts.`],
      };
    default:
      return {
        enforcement: 'SOFT',
        ...by,
        reasons: [SOFT_RULE, `${stack} may be over its quota, which is not known: the pool counts.`],
      };
  }
}

function stackMeter(stack: Stack, context: MeterContext): Meter {
  const own = context.pools.filter((facts) => facts.stack?.id === stack.id);
  const used = context.poolsComplete ? sumOrNull(own.map(({ pool }) => pool.used)) : null;
  const rule: Rule =
    context.groupsRead && !stack.isActive
      ? outsideRule(stack.vendorId ?? stack.label, context.activeGroup)
      : { enforcement: 'SOFT', reasons: [SOFT_RULE] };
  const sum = context.poolsComplete
    ? `Its use is the sum of its ${own.length === 1 ? 'one pool' : `${own.length} pools`}.`
    : 'Its use is not known: not all pools could be read.';
  const limit = stackLimit(stack);
  const facts = context.findStack(stack.vendorId);
  const parts = partsWithin(limit, facts?.parts ?? null);
  return daily(stack.id, { used, limit, parts }, context, {
    enforcement: rule.enforcement,
    reasons: [...quotaReasons(stack, facts?.validQuotaBytes ?? null), sum, ...rule.reasons],
  });
}

/** What the usage endpoint says of the active group; where it says nothing, the sums over the group's stacks. */
function groupMeter(group: SplunkGroup, stackMeters: readonly Meter[], context: MeterContext): Meter {
  const own = stackMeters.filter((meter) => group.stackIds.includes(meter.subjectId));
  const { usage, activeStacksKnown } = context;
  const { limit, reasons } = groupLimit(own, usage.quota, activeStacksKnown);
  const sum = activeStacksKnown ? sumOrNull(own.map((meter) => meter.used)) : null;
  const parts = activeStacksKnown ? allParts(own.map((meter) => meter.parts ?? null)) : null;
  return daily(group.id, { used: usage.used ?? sum, limit, parts: partsWithin(limit, parts) }, context, {
    enforcement: 'SOFT',
    reasons: [
      ...reasons,
      usage.used !== null
        ? 'Its use is what the server counts for the active group.'
        : 'The server states no use for the active group: it is the sum of its stacks.',
      SOFT_RULE,
    ],
  });
}

function groupLimit(
  own: readonly Meter[],
  quota: bigint | null,
  stacksKnown: boolean,
): { limit: Limit; reasons: readonly string[] } {
  if (own.some((meter) => meter.limit.kind === 'unlimited')) {
    return { limit: { kind: 'unlimited' }, reasons: ['A stack of the group is unlimited.'] };
  }
  if (quota !== null && isAbsurdQuota(quota)) {
    const reason = `The server counts a quota of ${quota} for the active group: from 2^63 on that means unlimited.`;
    return { limit: { kind: 'unlimited' }, reasons: [reason] };
  }
  if (quota !== null) {
    const reason = `The server counts a quota of ${quota} bytes a day for the active group.`;
    return { limit: { kind: 'limited', value: quota }, reasons: [reason] };
  }
  const sum = sumOrNull(own.map(({ limit }) => (limit.kind === 'limited' ? limit.value : null)));
  if (!stacksKnown || sum === null) {
    const reason = 'The limit is not known: the server states none for the active group, nor for all of its stacks.';
    return { limit: { kind: 'unknown', reason }, reasons: [] };
  }
  const stacks = own.length === 0 ? 'which has no stack' : `the sum of its stacks: ${sum} bytes a day`;
  const reason = `The server states no quota for the active group, ${stacks}.`;
  return { limit: { kind: 'limited', value: sum }, reasons: [reason] };
}

function daily(subjectId: string, figures: DailyFigures, context: MeterContext, rule: Rule): Meter {
  const { used, limit, parts = null } = figures;
  const { resetsAt, log } = context;
  const since = log.overQuotaSince(subjectId);
  return {
    subjectId,
    dimension: 'INDEXED_BYTES_PER_DAY',
    measure: 'DAILY_COUNTER',
    limit,
    used,
    enforcement: rule.enforcement,
    ...(rule.enforcedBy === undefined ? {} : { enforcedBy: rule.enforcedBy }),
    overage: { kind: 'unbounded' },
    resetsAt,
    ...(parts === null ? {} : { parts }),
    reasons: [
      ...rule.reasons,
      useSentence(used, limit, resetsAt),
      ...(since === null ? [] : [`The server warns of it since ${since.toISOString()}; the day does not count yet.`]),
    ],
  };
}

function outsideRule(stackName: string, activeGroup: SplunkGroup | null): Rule {
  const active = activeGroup === null ? 'no group is active' : `the active group is "${activeGroup.name}"`;
  return {
    enforcement: 'INFORMATIONAL',
    reasons: [`Stack "${stackName}" is outside the active group (${active}): it does not count today.`],
  };
}

function stackLimit(stack: Stack): Limit {
  if (stack.isUnlimited) return { kind: 'unlimited' };
  if (stack.quotaBytes === null) {
    return { kind: 'unknown', reason: 'The limit is not known: the stack states no readable quota.' };
  }
  return { kind: 'limited', value: stack.quotaBytes };
}

/** `valid`: what its unexpired licenses make together. */
function quotaReasons(stack: Stack, valid: bigint | null): string[] {
  if (stack.isUnlimited) return ['The server calls the stack unlimited.'];
  if (stack.quotaBytes === null) return [];
  const isLess = valid !== null && valid < stack.quotaBytes;
  return [
    `Its quota, the sum of its licenses, is ${stack.quotaBytes} bytes a day.`,
    ...(isLess ? [`Of these, ${valid} are of licenses that have not expired; the server's own figure is shown.`] : []),
  ];
}

/** What is used and left, and until when. */
function useSentence(used: bigint | null, limit: Limit, resetsAt: Date | null): string {
  const end =
    resetsAt === null
      ? "when the day ends is not known, nor the license manager's time zone"
      : `the day ends at ${resetsAt.toISOString()}`;
  if (used === null) return `${end.charAt(0).toUpperCase()}${end.slice(1)}.`;
  if (limit.kind !== 'limited') return `It used ${used} bytes; ${end}.`;
  const left = limit.value - used;
  const rest = left < 0n ? `${-left} over its quota` : `${left} left`;
  return `It used ${used} bytes of ${limit.value}, ${rest}; ${end}.`;
}

function useOf(meter: Meter | null): string {
  if (meter?.limit.kind === 'unlimited') return 'it is unlimited';
  return meter?.limit.kind === 'limited' ? `${meter.used} of ${meter.limit.value} bytes` : '';
}

function isOver(meter: Meter): boolean | null {
  if (meter.limit.kind === 'unlimited') return false;
  return meter.limit.kind === 'unknown' || meter.used === null ? null : meter.used > meter.limit.value;
}
