/** The meters of pools that are made here, before anything is in them: what holds for the pools beside them. Pure. */
import type { Meter } from '../../domain/entities.js';
import { groupBy } from '../../domain/lists.js';
import type { PoolTerms, Scenario, WhatIfFacts } from './scenario.js';

/** A limit of warnings is that of the stack, which only the pools of it state: without one beside it, a new pool has none. */
export function metersOfCreated(
  { pools }: Pick<WhatIfFacts, 'pools'>,
  { created }: Scenario,
  daily: ReadonlyMap<string, Meter>,
  warnings: ReadonlyMap<string, Meter>,
  nameOf: (id: string) => string,
): Meter[] {
  const byStack = groupBy([...pools].sort(byId), ({ stackId }) => stackId);
  return [...created.values()].flatMap((pool) => {
    const beside = (byStack.get(pool.stackId ?? '') ?? []).map(({ id }) => id);
    const first = (meters: ReadonlyMap<string, Meter>) =>
      beside.map((id) => meters.get(id)).find((meter) => meter !== undefined);
    const warned = first(warnings);
    return [
      dailyMeter(pool, first(daily) ?? daily.get(pool.stackId ?? ''), nameOf),
      ...(warned === undefined ? [] : [warningMeter(pool, warned, nameOf)]),
    ];
  });
}

/** Without an example: Splunk goes on indexing above a quota. */
function dailyMeter({ id, stackId }: PoolTerms, like: Meter | undefined, nameOf: (id: string) => string): Meter {
  const rule =
    like === undefined
      ? 'Nothing of its stack tells what happens above the limit: it is taken as one that stops nothing.'
      : like.subjectId === stackId
        ? 'What happens above the limit is what happens above that of its stack.'
        : `What happens above the limit is what happens above that of pool "${nameOf(like.subjectId)}" beside it.`;
  return {
    subjectId: id,
    dimension: 'INDEXED_BYTES_PER_DAY',
    measure: 'DAILY_COUNTER',
    limit: { kind: 'limited', value: 0n },
    used: 0n,
    enforcement: like?.enforcement ?? 'SOFT',
    ...(like?.enforcedBy === undefined ? {} : { enforcedBy: like.enforcedBy }),
    overage: like?.overage ?? { kind: 'unbounded' },
    resetsAt: like?.resetsAt ?? null,
    reasons: ['It is new: nothing is counted in it yet.', rule],
  };
}

function warningMeter({ id }: PoolTerms, like: Meter, nameOf: (id: string) => string): Meter {
  const { parts: _parts, leaves: _leaves, ...lasting } = like;
  const reason = `It is new: the rule is that of pool "${nameOf(like.subjectId)}" beside it, which is of the same stack.`;
  // Where the peers of that one are not all known, a peer that this one names may be one of those.
  return { ...lasting, subjectId: id, used: like.used === null ? null : 0n, resetsAt: null, reasons: [reason] };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
