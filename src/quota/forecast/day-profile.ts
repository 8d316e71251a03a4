/**
 * What a day's counter comes to by its end, from how earlier days of the same kind went on from this hour of the clock.
 * Several simple estimates are made; the history's own days at this hour decide which are used. Pure.
 */
import { alike } from './day-shape.js';
import { type Day, usedAt } from './series.js';
import { median, quantileOfDraws } from './statistics.js';

/** The earlier days that tell of this one, the most general first. WORKDAYS: workdays of workdays, weekends of weekends. */
const kinds = ['ALL_DAYS', 'WORKDAYS', 'SAME_WEEKDAY'] as const;
export type DayKind = (typeof kinds)[number];

export interface DayProfile {
  /** Of the estimate that did best. */
  readonly kind: DayKind;
  /** The projected total of a day with this much used by now; more used never lowers it. */
  total(used: number): number;
  /** Actual by projected total: 8 of 10 days lie between. */
  readonly errors: { readonly low: number; readonly high: number };
}

/** How the rest of the day follows from what is used so far. */
const rests = ['AS_USUAL', 'HALFWAY', 'IN_STEP', 'TO_THE_USUAL_TOTAL'] as const;

interface Estimate {
  readonly kind: DayKind;
  /** In units of the days before each, so that growth and shifts of level cancel out. */
  readonly leveled: boolean;
  readonly rest: (typeof rests)[number];
}

/** The simpler first, for ties. */
const estimates: readonly Estimate[] = kinds.flatMap((kind) =>
  [false, true].flatMap((leveled) => rests.map((rest) => ({ kind, leveled, rest }))),
);
/** So many of the best are averaged: better than the best alone, which partly was lucky. */
const BEST = 3;
/** Fewer days of a kind tell less than more days of a wider one. */
const ENOUGH: Readonly<Record<DayKind, number>> = { ALL_DAYS: 0, WORKDAYS: 3, SAME_WEEKDAY: 2 };
/** Days that an estimate needs before it, days it is tried on at least, and at most: two of each weekday. */
const [BEFORE, TRIED_LEAST, TRIED_MOST] = [3, 4, 14];
/** A start of the day further beyond the usual says no more about the rest. */
const WILDEST_START = 8;

/** One earlier day, cut at the hour in question. */
interface Cut {
  readonly weekday: number;
  readonly used: number;
  readonly total: number;
  /** The median total of the seven days before it; null when too few are known. */
  readonly level: number | null;
}

/** Of the days of one kind, medians: what is used by the hour, what comes after it, and the sum. */
interface Usual {
  readonly used: number;
  readonly rest: number;
  readonly total: number;
}

/** Null when too few earlier days were seen around this hour. `clock` as `clockOf` tells it. */
export function dayProfile(days: readonly Day[], weekday: number, clock: number): DayProfile | null {
  const complete = days.filter((day) => day.complete);
  const cuts = complete.flatMap((day): Cut[] => {
    const used = usedAt(day, clock);
    return used === null
      ? []
      : [{ weekday: day.weekday, used, total: day.total, level: levelBefore(complete, day.index) }];
  });
  if (cuts.length < BEFORE + TRIED_LEAST) return null;
  const trials = cuts.slice(Math.max(BEFORE, cuts.length - TRIED_MOST)).map((cut) => ({
    cut,
    totals: totalsOf(cuts.slice(0, cuts.indexOf(cut)), cut).map((total) => total(cut.used)),
  }));
  const scores = estimates.map((_, i) => mean(trials.map(({ cut, totals }) => missedBy(totals[i] ?? 0, cut.total))));
  const best = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b).slice(0, BEST);
  const together = (totals: readonly number[]) => mean(best.map((i) => totals[i] ?? 0));

  const now = totalsOf(cuts, { weekday, level: levelBefore(complete, 0) });
  const ratios = trials.map(({ cut, totals }) => {
    const total = together(totals);
    return total > 0 ? cut.total / total : 1;
  });
  return {
    kind: estimates[best[0] ?? 0]?.kind ?? 'ALL_DAYS',
    total: (used) => together(now.map((total) => total(used))),
    errors: { low: quantileOfDraws(ratios, 0.1) ?? 1, high: quantileOfDraws(ratios, 0.9) ?? 1 },
  };
}

/** Each estimate of the total, by what is used. */
function totalsOf(past: readonly Cut[], day: Pick<Cut, 'weekday' | 'level'>): ((used: number) => number)[] {
  return kinds.flatMap((kind) => {
    const group = groupOf(past, day.weekday, kind);
    return [false, true].flatMap((leveled) => {
      const usual = usualOf(group, leveled ? day.level : null);
      return rests.map((rest) => (used: number) => totalBy(rest, usual, used));
    });
  });
}

function groupOf(past: readonly Cut[], weekday: number, kind: DayKind): readonly Cut[] {
  if (kind === 'ALL_DAYS') return past;
  const group = past.filter((cut) => (kind === 'WORKDAYS' ? alike(cut.weekday, weekday) : cut.weekday === weekday));
  if (group.length >= ENOUGH[kind]) return group;
  return groupOf(past, weekday, kind === 'SAME_WEEKDAY' ? 'WORKDAYS' : 'ALL_DAYS');
}

function usualOf(group: readonly Cut[], level: number | null): Usual {
  const leveled = level === null ? [] : group.filter((cut) => cut.level !== null);
  // Where levels are not known, plain numbers are still better than nothing.
  const [cuts, unit] = leveled.length < 2 ? [group, null] : [leveled, level];
  const middle = (of: (cut: Cut) => number) =>
    median(cuts.map((cut) => (unit === null ? of(cut) : (of(cut) / (cut.level ?? unit)) * unit))) ?? 0;
  return {
    used: middle((cut) => cut.used),
    rest: middle((cut) => cut.total - cut.used),
    total: middle((cut) => cut.total),
  };
}

function totalBy(rest: Estimate['rest'], usual: Usual, used: number): number {
  const start = usual.used > 0 ? Math.min(used / usual.used, WILDEST_START) : 1;
  switch (rest) {
    case 'AS_USUAL':
      return used + usual.rest;
    case 'HALFWAY':
      return used + usual.rest * Math.sqrt(start);
    case 'IN_STEP':
      return used + usual.rest * start;
    case 'TO_THE_USUAL_TOTAL':
      return Math.max(used, usual.total);
  }
}

/** By share of the total; bounded, so that one strange day decides nothing. */
function missedBy(projected: number, total: number): number {
  if (projected === total) return 0;
  return total > 0 ? Math.min(Math.abs(projected - total) / total, 1) : 1;
}

function levelBefore(days: readonly Day[], index: number): number | null {
  const totals = days.flatMap((day) => (day.index >= index - 7 && day.index < index ? [day.total] : []));
  const level = totals.length < 3 ? null : median(totals);
  return level === 0 ? null : level;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
