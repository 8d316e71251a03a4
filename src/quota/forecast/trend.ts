/**
 * Where daily values are heading: a level and a slope, both robust, times what the weekday makes of them. Several pairs of
 * level and slope are tried on the history itself, a week or two ahead; a less simple one must be clearly better. Pure.
 */
import type { Value } from './numbers.js';
import { type Season, seasonOf } from './season.js';
import { median, quantileOfDraws, theilSen } from './statistics.js';

export interface Outlook {
  /** A day; may be negative where it falls. */
  at(day: number, weekday: number): number;
  /** Between these the value is in 8 of 10 cases. */
  range(day: number, weekday: number): { readonly low: number; readonly high: number };
  /** A day; 0 when chance could have made it. */
  readonly slope: number;
}

interface Line {
  /** At `day`. */
  readonly level: number;
  readonly day: number;
  /** A day; 0 when its interval holds 0. */
  readonly slope: number;
  /** How much less and more it may be: <= 0 and >= 0. */
  readonly doubt: { readonly low: number; readonly high: number };
}

/** A level now, the LAST value or the median of the last FEW or of ALL that the slope rests on; and days that it rests on. */
interface Way {
  readonly level: 'LAST' | 'FEW' | 'ALL';
  readonly days: number;
}

/** Days that a slope rests on: none, four weeks or nine. */
const [NO_DAYS, MONTH, LONG] = [0, 28, 63];
const ways: readonly Way[] = [
  { level: 'LAST', days: NO_DAYS },
  { level: 'FEW', days: NO_DAYS },
  { level: 'LAST', days: MONTH },
  { level: 'FEW', days: MONTH },
  { level: 'LAST', days: LONG },
  { level: 'FEW', days: LONG },
  { level: 'ALL', days: MONTH },
  { level: 'ALL', days: LONG },
];
const FEW = 5;
const NOWHERE: Line = { level: 0, day: 0, slope: 0, doubt: { low: 0, high: 0 } };
/** Keeps a division by a value of 0 finite. */
const TINY = 1e-9;
/** How much better another level than what is used now must be, which is a fact; and a slope, which chance would seldom make. */
const [LEVEL_GAIN, SLOPE_GAIN] = [1.3, 1.1];
/** Ways are tried ahead by this share of the history, at least by a week, at most by two. */
const [SHARE_AHEAD, WEEK, FORTNIGHT] = [1 / 6, 7, 14];
/** Days between trials, and how many there must and may be. */
const [APART, TRIALS_LEAST, TRIALS_MOST] = [5, 4, 8];

/** Of values in order of their days, the last of which is the present one. Null of none. */
export function outlookOf(values: readonly Value[]): Outlook | null {
  const season = seasonOf(values);
  const plain = values.map((value) => ({ ...value, value: value.value / factor(season, value.weekday) }));
  const best = bestWay(plain);
  // Where the history is too short to try anything, the last way is the one that needs no luck.
  const line = linesOf(plain).at(best?.way ?? -1);
  if (line === undefined) return null;
  const errors = best?.errors ?? plain.map(({ day, value }) => value - on(line, day));
  const low = Math.min(quantileOfDraws(errors, 0.1) ?? 0, 0);
  const high = Math.max(quantileOfDraws(errors, 0.9) ?? 0, 0);
  return {
    at: (day, weekday) => on(line, day) * factor(season, weekday),
    range: (day, weekday) => ({
      low: (on(line, day) + low + line.doubt.low * (day - line.day)) * factor(season, weekday),
      high: (on(line, day) + high + line.doubt.high * (day - line.day)) * factor(season, weekday),
    }),
    slope: line.slope,
  };
}

function factor(season: Season, weekday: number): number {
  return season[weekday] ?? 1;
}

function on(line: Line, day: number): number {
  return line.level + line.slope * (day - line.day);
}

/** Which of the ways did best, and by how much the actual values differed from it; null where the history is too short. */
function bestWay(values: readonly Value[]): { way: number; errors: readonly number[] } | null {
  const trials = trialsOf(values).map(({ past, then }) => ({ lines: linesOf(past), then }));
  if (trials.length < TRIALS_LEAST) return null;
  const results = ways.map(({ level, days }, way) => {
    const errors = trials.map(({ lines, then }) => then.value - on(lines[way] ?? NOWHERE, then.day));
    const missed = errors.map((error, i) => Math.min(Math.abs(error) / Math.max(trials[i]?.then.value ?? 1, TINY), 1));
    const handicap = (level === 'LAST' ? 1 : LEVEL_GAIN) * (days === NO_DAYS ? 1 : SLOPE_GAIN);
    return { way, errors, score: missed.reduce((sum, each) => sum + each, 0) * handicap };
  });
  return results.reduce((best, each) => (each.score < best.score ? each : best));
}

/** Moments of the past with a week of history behind them, and what was some days after each. */
function trialsOf(values: readonly Value[]): { past: readonly Value[]; then: Value }[] {
  const first = values[0]?.day ?? 0;
  const history = (values.at(-1)?.day ?? 0) - first;
  const ahead = Math.min(Math.max(Math.floor(history * SHARE_AHEAD), WEEK), FORTNIGHT);
  const trials: { past: readonly Value[]; then: Value }[] = [];
  let latest = Infinity;
  for (let i = values.length - 1; i >= 0 && trials.length < TRIALS_MOST; i--) {
    const origin = values[i]?.day ?? 0;
    const then = values.find(({ day }) => day >= origin + ahead);
    if (then === undefined || latest - origin < APART) continue;
    if (origin - first < WEEK) break;
    trials.push({ past: values.slice(0, i + 1), then });
    latest = origin;
  }
  return trials;
}

/** By each way, in their order; none of no values. */
function linesOf(values: readonly Value[]): Line[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  const since = new Map([MONTH, LONG].map((days) => [days, values.filter(({ day }) => day > last.day - days)]));
  const slopes = new Map([...since].map(([days, recent]) => [days, slopeOver(recent)]));
  const doubt = slopes.get(LONG)?.doubt ?? { low: 0, high: 0 };
  return ways.map(({ level, days }) => {
    const line = slopes.get(days) ?? { slope: 0, doubt };
    const basis = level === 'LAST' ? [last] : level === 'FEW' ? values.slice(-FEW) : (since.get(days) ?? values);
    const leveled = median(basis.map(({ day, value }) => value - line.slope * (day - last.day)));
    return { ...line, level: leveled ?? last.value, day: last.day };
  });
}

function slopeOver(values: readonly Value[]): Pick<Line, 'slope' | 'doubt'> {
  const found = theilSen(
    values.map(({ day }) => day),
    values.map(({ value }) => value),
  );
  if (found === null) return { slope: 0, doubt: { low: 0, high: 0 } };
  const { slope, low, high } = found;
  // An interval that holds 0 shows no trend, and is itself the doubt about that.
  return low > 0 || high < 0
    ? { slope, doubt: { low: low - slope, high: high - slope } }
    : { slope: 0, doubt: { low, high } };
}
