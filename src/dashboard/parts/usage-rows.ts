/** What a chart of use is drawn of, made of the points that the gateway answers. Pure: a gap stays a gap, and nothing is made up between. */
import type { UsageResolution } from '../generated/graphql.js';
import { startOfNextDay } from './zone.js';

export interface UsagePointLike {
  readonly start: string;
  readonly peak?: string | null | undefined;
  readonly last?: string | null | undefined;
  readonly limit?: string | null | undefined;
  readonly samples: number;
}

export interface ForecastLike {
  readonly projectedAtReset?: string | null | undefined;
  readonly low?: string | null | undefined;
  readonly high?: string | null | undefined;
}

/** One place on the time axis. Null is nothing to draw, and no line is drawn across it. */
export interface UsageRow {
  readonly at: number;
  readonly peak: number | null;
  readonly last: number | null;
  /** The range that the forecast gives. */
  readonly band: readonly [low: number, high: number] | null;
  readonly projected: number | null;
  readonly point: UsagePointLike | null;
}

/** A time without points between two that are there. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** How many hours or days are missing. */
  readonly missing: number;
}

const STEP_MS = { HOUR: 3_600_000, DAY: 86_400_000 } as const;
/** A day has 23 to 25 hours: what is farther away than this many steps is not the next. */
const NEXT_WITHIN = 1.5;
/** What a forecast of all but daily counters looks at. */
const FORECAST_MS = 30 * STEP_MS.DAY;

export function usageRows(points: readonly UsagePointLike[], resolution: UsageResolution): readonly UsageRow[] {
  return points.flatMap((point, index) => {
    const row = { ...nothingAt(Date.parse(point.start)), peak: amount(point.peak), last: amount(point.last), point };
    const next = points[index + 1];
    return next !== undefined && isGap(point, next, resolution)
      ? [row, nothingAt(row.at + STEP_MS[resolution])]
      : [row];
  });
}

/** The times that are missing, for who reads the numbers. */
export function gapsOf(points: readonly UsagePointLike[], resolution: UsageResolution): readonly Gap[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (next === undefined || !isGap(point, next, resolution)) return [];
    const start = Date.parse(point.start);
    const to = Date.parse(next.start);
    return [{ from: start + STEP_MS[resolution], to, missing: Math.round((to - start) / STEP_MS[resolution]) - 1 }];
  });
}

/** The rows, and from the last of them on what is expected. `resetsAt`: of a daily counter, whose forecast is of that moment. */
export function withForecast(
  rows: readonly UsageRow[],
  forecast: ForecastLike | null | undefined,
  { now, resetsAt }: { readonly now: number; readonly resetsAt: string | null | undefined },
): readonly UsageRow[] {
  const from = rows.at(-1);
  const value = from?.last ?? from?.peak;
  const low = amount(forecast?.low);
  const high = amount(forecast?.high);
  if (from === undefined || value == null || low === null || high === null) return rows;
  const at = resetsAt == null ? now + FORECAST_MS : Date.parse(resetsAt);
  if (at <= from.at) return rows;
  const projected = amount(forecast?.projectedAtReset);
  return [
    ...rows.slice(0, -1),
    { ...from, band: [value, value], projected: projected === null ? null : value },
    { ...nothingAt(at), band: [low, high], projected },
  ];
}

export interface LimitStep {
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

/** The limit as it stood: one step for as long as it was the same, none where it was not known. */
export function limitSteps(
  points: readonly UsagePointLike[],
  resolution: UsageResolution,
  zone: string | null | undefined,
): readonly LimitStep[] {
  const steps: LimitStep[] = [];
  for (const point of points) {
    const limit = amount(point.limit);
    if (limit === null) continue;
    const from = Date.parse(point.start);
    const to = endOf(point, resolution, zone);
    const before = steps.at(-1);
    const goesOn = before !== undefined && Math.abs(from - before.to) < STEP_MS[resolution] / 2;
    if (goesOn && before.limit === limit) steps[steps.length - 1] = { ...before, to };
    else steps.push({ from: goesOn ? before.to : from, to, limit });
  }
  return steps;
}

/** A limit so far away that the use would lie flat on the ground is left above the chart. */
const FAR = 10;

/** How high the chart reaches: over the use, what is expected of it, and the limit unless that is far away. */
export function topOf(
  rows: readonly UsageRow[],
  steps: readonly LimitStep[],
): { readonly top: number; readonly isLimitAbove: boolean } {
  const used = rows.reduce((most, { peak, last, band }) => Math.max(most, peak ?? 0, last ?? 0, band?.[1] ?? 0), 0);
  const limit = steps.reduce((most, step) => Math.max(most, step.limit), 0);
  const isLimitAbove = used > 0 && limit > used * FAR;
  return { top: isLimitAbove ? used : Math.max(used, limit), isLimitAbove };
}

/** Whether the hour or day still goes on, so that its use may still rise. */
export function isUnfinished(
  point: UsagePointLike,
  resolution: UsageResolution,
  zone: string | null | undefined,
  now: number,
): boolean {
  return Date.parse(point.start) <= now && endOf(point, resolution, zone) > now;
}

/** When the hour or day of a point ends. */
function endOf({ start }: UsagePointLike, resolution: UsageResolution, zone: string | null | undefined): number {
  const at = Date.parse(start);
  return resolution === 'DAY' ? startOfNextDay(at, zone) : at + STEP_MS.HOUR;
}

function isGap(point: UsagePointLike, next: UsagePointLike, resolution: UsageResolution): boolean {
  return Date.parse(next.start) - Date.parse(point.start) > NEXT_WITHIN * STEP_MS[resolution];
}

function nothingAt(at: number): UsageRow {
  return { at, peak: null, last: null, band: null, projected: null, point: null };
}

/** Where it is drawn to the pixel; the exact number stands in the table. */
function amount(value: string | null | undefined): number | null {
  return value == null ? null : Number(value);
}
