/** The limit as it will be: known ends of licenses take their parts off it; and when a projected use is first over it. Pure. */
import type { Quota } from '../../domain/evaluated.js';
import { limitLeft } from '../aging.js';

/** A projected use at a time (ms). */
export interface Knot {
  readonly time: number;
  readonly used: number;
}

export interface Limits {
  /** What is left of it now: nothing of what has ended, also where the vendor still states it. */
  readonly left: bigint;
  /** When it falls, ascending. */
  readonly falls: readonly number[];
  /** What it is at a time. */
  at(time: number): number;
}

/** Null where there is no limit or none is known. */
export function limitsOf(quota: Quota, now: Date): Limits | null {
  const { limit, meter } = quota;
  if (limit === null) return null;
  const parts = meter.parts ?? [];
  // What ended already is off the quota's limit, but for what the vendor goes on stating.
  const left = limitLeft(
    limit,
    parts.filter(({ stated }) => stated === true),
    now,
  );
  const coming = parts.filter(({ until }) => until !== null && until > now);
  const falls = [...new Set(coming.flatMap(({ until }) => until?.getTime() ?? []))].sort((a, b) => a - b);
  const steps = [Number(left), ...falls.map((time) => Number(limitLeft(left, coming, new Date(time))))];
  return { left, falls, at: (time) => steps[falls.filter((fall) => fall <= time).length] ?? 0 };
}

/** The first time at which the line through these knots, in order of time, is over the limit then valid; its end apart. */
export function firstOver(knots: Iterable<Knot>, limits: Limits): number | null {
  let from: Knot | null = null;
  for (const to of knots) {
    const over = from === null ? null : firstOverBetween(from, to, limits);
    if (over !== null) return over;
    from = to;
  }
  return null;
}

/** A use is whole: what rounds to the limit is not over it. */
export function isOver(used: number, limit: number): boolean {
  return Math.round(used) > limit;
}

function firstOverBetween(from: Knot, to: Knot, limits: Limits): number | null {
  let start = from;
  for (const fall of [...limits.falls.filter((time) => time > from.time && time < to.time), to.time]) {
    const share = (fall - from.time) / (to.time - from.time);
    const end = { time: fall, used: from.used + (to.used - from.used) * share };
    const over = overBefore(start, end, limits.at(start.time));
    if (over !== null) return over;
    start = end;
  }
  return null;
}

function overBefore(from: Knot, to: Knot, limit: number): number | null {
  if (isOver(from.used, limit)) return from.time;
  if (!isOver(to.used, limit)) return null;
  const share = (limit + 0.5 - from.used) / (to.used - from.used);
  return from.time + Math.ceil((to.time - from.time) * Math.min(Math.max(share, 0), 1));
}
