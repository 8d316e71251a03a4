/** Rows of the table: what was measured, against what, and whether it reaches its goal. */
import { median, ratios, spread } from './statistics.mjs';

/**
 * `ours` and `theirs` hold one figure a round, in `unit`; `goal` is `'<=1.5'`, `'>=0.95'`, or null where the figure is only told.
 * Without `theirs` (peers are left out when commits are compared) the row has no ratio.
 */
export function versus({ name, ours, theirs, goal = null, unit, detail = '' }) {
  const own = { name, goal, unit, value: median(ours) };
  if (theirs === undefined) return { ...own, against: null, ratio: null, spread: null, detail };
  const each = ratios(ours, theirs);
  return { ...own, against: median(theirs), ratio: median(each), spread: spread(each), detail };
}

/** Null where there is nothing to reach; `short` is how far a ratio is from its goal, as a share of the goal. */
export function verdict({ ratio, goal }) {
  if (goal === null || goal === undefined || ratio === null) return null;
  const { isUpper, bound } = parseGoal(goal);
  const isMet = isUpper ? ratio <= bound : ratio >= bound;
  return { isMet, short: isMet ? 0 : Math.abs(ratio - bound) / bound };
}

function parseGoal(goal) {
  const parts = /^(<=|>=)(\d+(?:\.\d+)?)$/.exec(goal);
  if (parts === null) throw new Error(`A goal reads like "<=1.5" or ">=0.95", not like "${goal}"`);
  return { isUpper: parts[1] === '<=', bound: Number(parts[2]) };
}
