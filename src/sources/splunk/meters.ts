/** Meters of today's indexed bytes: of pools, stacks, the active group and peers. */

import type { Limit, Meter, Peer, Stack } from '../../domain/entities.js';
import type { Enforcement } from '../../domain/vocabulary.js';
import { sumOrNull } from './figures.js';
import type { SplunkGroup } from './model.js';
import type { PoolFacts } from './pools.js';
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
  readonly activeGroup: SplunkGroup | null;
  readonly usage: Usage;
  /** Every pool could be read. */
  readonly poolsComplete: boolean;
  /** The groups could be read. */
  readonly groupsRead: boolean;
  readonly strictPoolQuota: boolean;
  /** The next midnight of the manager. */
  readonly resetsAt: Date | null;
}

interface Rule {
  readonly enforcement: Enforcement;
  readonly reasons: readonly string[];
}

const SOFT_RULE =
  'Splunk goes on indexing above the quota; over it at midnight by the license manager, the day is a warning.';

export function splunkMeters(context: MeterContext): Meter[] {
  const stackMeters = context.stacks.map((stack) => stackMeter(stack, context));
  const stackIsOver = new Map(stackMeters.map((meter) => [meter.subjectId, isOver(meter)]));
  return [
    ...context.pools.map((facts) => poolMeter(facts, stackIsOver.get(facts.stack?.id ?? '') ?? null, context)),
    ...stackMeters,
    ...(context.activeGroup === null ? [] : [groupMeter(context.activeGroup, stackMeters, context)]),
    ...context.peers.map((peer) =>
      daily(peer.id, peer.usedBytes, { kind: 'unlimited' }, context, {
        enforcement: 'INFORMATIONAL',
        reasons: ['Splunk sets no limit for one peer: its bytes count against its pools.'],
      }),
    ),
  ];
}

function poolMeter(facts: PoolFacts, stackIsOver: boolean | null, context: MeterContext): Meter {
  const rule = poolRule(facts, stackIsOver, context);
  return daily(facts.pool.id, facts.pool.used, facts.limit, context, {
    enforcement: rule.enforcement,
    reasons: [facts.limitReason, ...rule.reasons],
  });
}

function poolRule(facts: PoolFacts, stackIsOver: boolean | null, context: MeterContext): Rule {
  if (facts.isActive === false) return outsideRule(facts.stackName, context.activeGroup);
  if (context.strictPoolQuota) {
    return {
      enforcement: 'SOFT',
      reasons: [SOFT_RULE, 'strictPoolQuota is true: the pool counts by itself, whatever its stack used.'],
    };
  }
  if (stackIsOver === false) {
    return {
      enforcement: 'INFORMATIONAL',
      reasons: [
        `strictPoolQuota is false and stack "${facts.stackName}" is not over its quota: a pool over its own earns no warning.`,
      ],
    };
  }
  const over = stackIsOver === true ? 'is over its quota' : 'may be over its quota, which is not known';
  return {
    enforcement: 'SOFT',
    reasons: [SOFT_RULE, `strictPoolQuota is false and stack "${facts.stackName}" ${over}: the pool counts.`],
  };
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
  return daily(stack.id, used, stackLimit(stack), context, {
    enforcement: rule.enforcement,
    reasons: [quotaReason(stack), sum, ...rule.reasons],
  });
}

/** What the usage endpoint says of the active group; where it says nothing, the sums over the group's stacks. */
function groupMeter(group: SplunkGroup, stackMeters: readonly Meter[], context: MeterContext): Meter {
  const own = stackMeters.filter((meter) => group.stackIds.includes(meter.subjectId));
  const { quota, used } = context.usage;
  const unlimited = own.some((meter) => meter.limit.kind === 'unlimited') || (quota !== null && isAbsurdQuota(quota));
  const limit: Limit = unlimited
    ? { kind: 'unlimited' }
    : quota !== null
      ? { kind: 'limited', value: quota }
      : sumOfLimits(own);
  return daily(group.id, used ?? sumOrNull(own.map((meter) => meter.used)), limit, context, {
    enforcement: 'SOFT',
    reasons: [
      unlimited
        ? 'A stack of the group is unlimited.'
        : quota !== null
          ? `The server counts a quota of ${quota} bytes a day for the active group.`
          : 'The server states no quota for the group: it is the sum of its stacks.',
      used !== null
        ? `The server counts ${used} bytes used today in the active group.`
        : 'The server states no use for the group: it is the sum of its stacks.',
      SOFT_RULE,
    ],
  });
}

function daily(subjectId: string, used: bigint | null, limit: Limit, context: MeterContext, rule: Rule): Meter {
  return {
    subjectId,
    dimension: 'INDEXED_BYTES_PER_DAY',
    measure: 'DAILY_COUNTER',
    limit,
    used,
    enforcement: rule.enforcement,
    overage: { kind: 'unbounded' },
    resetsAt: context.resetsAt,
    reasons: rule.reasons,
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
  if (stack.quotaBytes === null) return { kind: 'unknown', reason: 'the stack states no readable quota' };
  return { kind: 'limited', value: stack.quotaBytes };
}

function quotaReason(stack: Stack): string {
  if (stack.isUnlimited) return 'The server calls the stack unlimited.';
  if (stack.quotaBytes === null) return 'The limit is not known: the stack states no readable quota.';
  return `Its quota, the sum of its licenses, is ${stack.quotaBytes} bytes a day.`;
}

function isOver(meter: Meter): boolean | null {
  if (meter.limit.kind === 'unlimited') return false;
  return meter.limit.kind === 'unknown' || meter.used === null ? null : meter.used > meter.limit.value;
}

function sumOfLimits(meters: readonly Meter[]): Limit {
  const values = meters.map(({ limit }) => (limit.kind === 'limited' ? limit.value : null));
  const value = values.length === 0 ? null : sumOrNull(values);
  return value === null
    ? { kind: 'unknown', reason: 'the quotas of its stacks are not all known' }
    : { kind: 'limited', value };
}
