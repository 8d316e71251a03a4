/** Which time a history shows, as the address says it. Pure. */
import type { UsageResolution } from '../../generated/graphql.js';
import { startOfDate, startOfNextDay } from '../../parts/zone.js';

export interface HistoryRange {
  readonly resolution: UsageResolution;
  /** Dates in the source's zone, as they were typed; null where the gateway's own bounds are. */
  readonly from: string | null;
  readonly to: string | null;
  /** Why the dates cannot be used. */
  readonly problem: string | null;
  /** Instants for the gateway: up to the end of the day `to`. */
  readonly variables: {
    readonly from: string | null;
    readonly to: string | null;
    readonly resolution: UsageResolution;
  };
}

export function rangeOf(params: URLSearchParams, zone: string | null): HistoryRange {
  const resolution = params.get('resolution') === 'HOUR' ? 'HOUR' : 'DAY';
  const from = params.get('from');
  const to = params.get('to');
  const start = from === null ? null : startOfDate(from, zone);
  const last = to === null ? null : startOfDate(to, zone);
  const problem = problemOfDates(from, start, to, last);
  return {
    resolution,
    from,
    to,
    problem,
    variables: {
      resolution,
      from: instant(start),
      to: instant(last === null ? null : startOfNextDay(last, zone)),
    },
  };
}

function problemOfDates(from: string | null, start: number | null, to: string | null, last: number | null) {
  if (from !== null && start === null) return `${from} is no date; write it as 2026-01-31.`;
  if (to !== null && last === null) return `${to} is no date; write it as 2026-01-31.`;
  if (start !== null && last !== null && start > last) return 'The first day comes after the last one.';
  return null;
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
