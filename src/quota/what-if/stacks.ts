/** How the limits of a stack and of the pools that share it move together. Pure. */
import type { Limit, Meter, Stack } from '../../domain/entities.js';
import { sumOrNull } from '../../domain/quantities.js';
import { isMaxThen, type PoolTerms, type Scenario, type WhatIfFacts } from './scenario.js';
import { amountOf, askedText, licensedShift, limited, movedBy, type Shift, shifted, unmoved } from './shifts.js';

export interface SharesThen {
  /** Of the stack; null when it has no meter. */
  readonly stack: Shift | null;
  /** By pool id. */
  readonly pools: ReadonlyMap<string, Shift>;
}

/** `stack` is null for pools whose stack is not known; `meters` are those of the stack and the pools as they are now, by subject. */
export function sharesThen(
  stack: Stack | null,
  pools: readonly PoolTerms[],
  meters: ReadonlyMap<string, Meter>,
  facts: Pick<WhatIfFacts, 'nameOf'>,
  scenario: Scenario,
): SharesThen {
  const meter = meters.get(stack?.id ?? '');
  const added = scenario.added.filter(({ stackId }) => stackId === stack?.id);
  const shift = meter === undefined ? null : licensedShift(meter, facts, scenario, added);
  const share = { stack: shift ?? UNKNOWN_STACK, ...sizedTotals(pools, meters, scenario) };
  return {
    stack: shift,
    pools: new Map(
      pools.flatMap((pool): [string, Shift][] => {
        const own = meters.get(pool.id);
        return own === undefined ? [] : [[pool.id, poolShift(pool, own.limit, share, scenario)]];
      }),
    ),
  };
}

interface Share {
  readonly stack: Shift;
  /** Sums over the sized pools; null when one of them is not known. */
  readonly sizedNow: bigint | null;
  readonly sizedThen: bigint | null;
}

const NO_STACK: Limit = { kind: 'unknown', reason: 'The limit is not known: its stack is not.' };
const UNKNOWN_STACK: Shift = { before: NO_STACK, after: NO_STACK, by: 0n, reasons: [] };

function poolShift(pool: PoolTerms, before: Limit, share: Share, { sizes, created }: Scenario): Shift {
  const size = sizes.get(pool.id);
  const isAsked = typeof size === 'bigint' || (!pool.isMax && size === 'MAX');
  if (!isAsked) return pool.isMax ? staysMax(before, share) : staysSized(before, share);
  const { after, reasons } = typeof size === 'bigint' ? sized(before, size, share) : becomesMax(share);
  // Of what was not there nobody asks what it was before.
  return created.has(pool.id) ? { before, after, by: 0n, reasons } : shifted(before, after, reasons);
}

/**
 * It takes what the sized pools leave, where today's figures show that it does; where they do not (servers that state no
 * effective quota), it moves as its stack does.
 */
function staysMax(before: Limit, { stack, sizedNow, sizedThen }: Share): Shift {
  const today = leftOf(stack.before, sizedNow);
  if (amountOf(before) === null || amountOf(today) !== amountOf(before)) {
    return movedBy(before, stack.by, 'Its quota is MAX: it moves as its stack does.');
  }
  const left = leftOf(stack.after, sizedThen);
  if (amountOf(left) === amountOf(before)) return unmoved(before);
  // With nothing to take away today, the figures of both kinds of servers are the same.
  const isFirst = sizedNow === 0n && sizedThen !== 0n;
  return shifted(before, left, isFirst ? [MAX_RULE, FIRST_SIZED] : [MAX_RULE]);
}

type Asked = Pick<Shift, 'after' | 'reasons'>;

function becomesMax({ stack, sizedThen }: Share): Asked {
  const after = leftOf(stack.after, sizedThen);
  const refusal = amountOf(after) === 0n ? ['They leave nothing, and the vendor may refuse that.'] : [];
  return { after, reasons: ['It is made MAX here.', MAX_RULE, ...refusal] };
}

const MAX_RULE = 'Its quota is MAX: it takes what the sized pools leave of the stack.';

const FIRST_SIZED = 'A server that does not state what is left goes on stating all that the stack has.';

/** The vendor does not document whether sized pools may come to more than their stack; licenses that end can make them. */
function sized(before: Limit, size: bigint, { stack, sizedThen }: Share): Asked {
  const has = amountOf(stack.after);
  // Beside an empty stack a pool has what it had, where the vendor says that it had something.
  if (isEmptied(stack) || (has === 0n && amountOf(before) === 0n)) {
    return { after: limited(0n), reasons: [askedText(size), EMPTIED] };
  }
  const isMore = has !== null && sizedThen !== null && sizedThen > has;
  const refusal = `The sized pools come to ${sizedThen} and the stack to ${has}: the vendor may refuse that, and the stack is used up first.`;
  return { after: limited(size), reasons: [askedText(size), ...(isMore ? [refusal] : [])] };
}

/** Whatever its stack does, until nothing is left of that. */
function staysSized(before: Limit, { stack }: Share): Shift {
  return amountOf(before) !== null && isEmptied(stack) ? shifted(before, limited(0n), [EMPTIED]) : unmoved(before);
}

const EMPTIED = 'Nothing is left of its stack.';

function isEmptied({ before, after }: Shift): boolean {
  return amountOf(after) === 0n && amountOf(before) !== 0n;
}

function leftOf(stack: Limit, sized: bigint | null): Limit {
  const value = amountOf(stack);
  if (value === null) return stack;
  if (sized !== null) return limited(value - sized);
  return { kind: 'unknown', reason: 'The limit is not known: those of the sized pools beside it are not all.' };
}

function sizedTotals(pools: readonly PoolTerms[], meters: ReadonlyMap<string, Meter>, { sizes }: Scenario) {
  const today = ({ id }: PoolTerms) => amountOf(meters.get(id)?.limit);
  const then = (pool: PoolTerms) => {
    const size = sizes.get(pool.id);
    return typeof size === 'bigint' ? size : today(pool);
  };
  return {
    sizedNow: sumOrNull(pools.filter(({ isMax }) => !isMax).map(today)),
    sizedThen: sumOrNull(pools.filter((pool) => !isMaxThen(pool, sizes)).map(then)),
  };
}
