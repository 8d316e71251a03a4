/** What a chart of use shows, in sentences: its text alternative. Pure. */
import type { QuotaPartsFragment, UsageResolution } from '../generated/graphql.js';
import { formatAmount, formatTime } from './format.js';
import { gapsOf, isUnfinished, type UsagePointLike } from './usage-rows.js';
import { dateIn } from './zone.js';

type Quota = Pick<QuotaPartsFragment, 'dimension' | 'source'>;

/** From when to when, the largest and the last use, what is missing and what is not finished. */
export function courseInWords(
  points: readonly UsagePointLike[],
  resolution: UsageResolution,
  { dimension, source }: Quota,
  now: number,
): readonly string[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const zone = source.timeZone ?? 'UTC';
  const say = (value: string | null | undefined) => formatAmount(value, dimension, source.kind);
  const when = (point: UsagePointLike) => pointTime(point, resolution, zone);
  const largest = points.reduce((most, point) => (more(point.peak, most.peak) ? point : most), first);
  const missing = gapsOf(points, resolution).reduce((sum, gap) => sum + gap.missing, 0);
  const unit = resolution === 'DAY' ? 'day' : 'hour';
  return [
    `From ${when(first)} to ${when(last)}: at most ${say(largest.peak)} (${when(largest)}), last ${say(last.last)}.`,
    ...(missing === 0
      ? []
      : [
          `${missing} ${unit}${missing === 1 ? ' was' : 's were'} not read and ${missing === 1 ? 'is' : 'are'} left empty.`,
        ]),
    ...(isUnfinished(last, resolution, zone, now)
      ? [`The last ${unit} (${when(last)}) is not over: its use may still change. It is drawn hollow.`]
      : []),
  ];
}

/** `2026-11-22` of a day, `2026-11-22 14:00` of an hour. */
export function pointTime({ start }: UsagePointLike, resolution: UsageResolution, zone: string): string {
  return resolution === 'DAY' ? dateIn(Date.parse(start), zone) : formatTime(start, zone);
}

function more(a: string | null | undefined, b: string | null | undefined): boolean {
  return a != null && (b == null || BigInt(a) > BigInt(b));
}
