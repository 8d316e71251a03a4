/** Forecasts made on synthetic series, beside what then came and what the naive would have said. Needs nothing built. */
import { counterAt, counterKinds, counterSeries, DAY, lastingKinds, lastingSeries, pointOf } from './series.mjs';

/** Hours into the day at which a day's total is forecast. */
const HOURS = [1.4, 5.7, 9.3, 12.6, 15.5, 18.8, 22.2];
/** Days of history at which a lasting use is forecast, and how far ahead. */
const HISTORIES = [30, 60, 92, 105, 118];
const AHEAD = [7, 30];

/**
 * By `{ forecast, projectedUse, addDays }` of the product, of each kind: `ours` and `naive` median errors, their `ratio`,
 * and `held`, the share of actual values between low and high.
 */
export function qualityOf(forecasts, seeds) {
  return [
    ...Object.keys(counterKinds).map((kind) => result(`daily counter, ${kind}`, counterTrials(forecasts, kind, seeds))),
    ...Object.keys(lastingKinds).map((kind) => result(`lasting use, ${kind}`, lastingTrials(forecasts, kind, seeds))),
  ];
}

function result(name, trials) {
  const errorOf = (value) => median(trials.map((trial) => Math.abs(value(trial) - trial.actual) / trial.actual));
  const ours = errorOf(({ projected }) => projected);
  const naive = Math.min(...trials[0].naive.map((_, i) => errorOf((trial) => trial.naive[i])));
  const ranges = trials.filter(({ range }) => range !== null);
  const held = ranges.filter(({ actual, range }) => range.low <= actual && actual <= range.high).length / ranges.length;
  return { name, ratio: ours / naive, ours, naive, held };
}

/** Today's total, foretold at several hours of twelve days. */
function counterTrials({ forecast, addDays }, kind, seeds) {
  const zone = counterKinds[kind].zone ?? null;
  return seeds.flatMap((seed) => {
    // 93 days before the clocks change, where they do.
    const first = new Date(
      zone === null ? Date.UTC(2026, seed % 12, 3, 12) : seed % 2 ? '2025-12-05T12:00Z' : '2026-07-31T12:00Z',
    );
    const starts = range(0, 100).map((days) => addDays(first, days, zone).getTime());
    const series = counterSeries(kind, seed, starts);
    return range(88, 99).flatMap((today) =>
      HOURS.filter((_, i) => (today + i) % 3 === 0).map((hour) => {
        const { days, hours, now, used, total } = counterAt(series, today, hour);
        const quota = quotaOf('DAILY_COUNTER', used);
        const { projectedAtReset, low, high } = forecast({ quota, days, hours, zone, now });
        const actual = Math.round(total);
        const before = days.findLast((day) => day.start < new Date(series[today].start));
        const yesterday = Number(before.peak);
        const then = usedAt(hours, before.start.getTime(), hour);
        return {
          actual,
          projected: Number(projectedAtReset),
          range: { low: Number(low), high: Number(high) },
          naive: [used, Math.max(used, yesterday), used + Math.max(yesterday - then, 0)],
        };
      }),
    );
  });
}

/** Of the day that began at `start`, some hours into it, as far as it was seen. */
function usedAt(hours, start, elapsed) {
  let [before, at] = [0, 0];
  for (const { start: hour, last } of hours) {
    const end = (hour.getTime() - start) / (DAY / 24) + 1;
    if (end <= 0 || end > 25) continue;
    if (end >= elapsed) return before + ((Number(last) - before) * (elapsed - at)) / (end - at);
    [before, at] = [Number(last), end];
  }
  return before;
}

/** The use a week and a month from now; the range is that of a month. */
function lastingTrials({ forecast, projectedUse }, kind, seeds) {
  const measure = lastingKinds[kind].measure ?? 'GAUGE';
  const start = Date.UTC(2026, 0, 5);
  return seeds.flatMap((seed) => {
    const series = lastingSeries(kind, seed, 150);
    return HISTORIES.filter((today) => series[today].read !== null).flatMap((today) => {
      const days = range(Math.max(0, today - 90), today - 1)
        .filter((day) => series[day].read !== null)
        .map((day) => pointOf(start + day * DAY, series[day].read, 1));
      const used = series[today].read;
      // A minute before midnight, so that the present use is the day's.
      const input = {
        quota: quotaOf(measure, used),
        days,
        hours: [],
        zone: null,
        now: new Date(start + today * DAY + DAY - 60_000),
      };
      const { low, high } = forecast(input);
      return AHEAD.map((ahead) => ({
        actual: series[today + ahead].value,
        projected: Math.round(projectedUse(input, ahead)),
        range: ahead === 30 ? { low: Number(low), high: Number(high) } : null,
        naive: [used, Number(days.at(-1).last)],
      }));
    });
  });
}

function quotaOf(measure, used) {
  const count = BigInt(Math.round(used));
  return {
    measure,
    used: count,
    limit: null,
    resetsAt: null,
    meter: { limit: { kind: 'unlimited' }, used: count, measure },
  };
}

export function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
