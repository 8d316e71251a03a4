import { describe, expect, it } from 'vitest';
import { addDays, startOfDay } from '../../src/domain/calendar.js';
import type { DayRecord, ObservedDay, Reading } from '../../src/domain/history.js';
import { forecast } from '../../src/quota/forecast.js';
import { points, recorded, sameReading } from '../../src/quota/history.js';
import { noted, placed, placesOf } from '../../src/quota/history-place.js';
import { DAY, HOUR, quotaOf } from './forecast-inputs.js';

const MINUTE = 60_000;
const DAYS = 28;
const TODAY = new Date('2026-03-10T00:00:00Z');
const MEASURE = 'DAILY_COUNTER';

/** When a source was read, from the first day to `until`. */
type Schedule = (until: Date) => Date[];

const every =
  (minutes: number, first = 0): Schedule =>
  (until) => {
    const [start, step] = [addDays(TODAY, -DAYS, null).getTime() + first * MINUTE, minutes * MINUTE];
    const count = Math.floor((until.getTime() - start) / step) + 1;
    return Array.from({ length: count }, (_, i) => new Date(start + i * step));
  };
const hourlyWithJitter: Schedule = (until) => {
  const random = randomOf(7);
  const times: Date[] = [];
  let time = addDays(TODAY, -DAYS, null).getTime() + 17 * MINUTE;
  for (; time <= until.getTime(); time += HOUR * (0.9 + 0.2 * random())) times.push(new Date(Math.round(time)));
  return times;
};
const schedules: readonly (readonly [string, Schedule])[] = [
  ['each minute', every(1)],
  ['every 5 minutes', every(5)],
  ['every 15 minutes', every(15)],
  ['each hour at :00', every(60)],
  ['each hour at :30', every(60, 30)],
  ['each hour at :59', every(60, 59)],
  ['each hour, give or take a tenth', hourlyWithJitter],
];

/** Of a day's total, what has come by this hour of it: little at night, most around one o'clock. */
const profile = shareBy(Array.from({ length: 1440 }, (_, i) => 0.1 + Math.exp(-(((i / 60 - 13) / 3.5) ** 2))));

function shareBy(minutes: readonly number[]): (hour: number) => number {
  const sums = [0];
  for (const each of minutes) sums.push((sums.at(-1) ?? 0) + each);
  return (hour) => {
    const minute = Math.min(Math.floor(hour * 60), 1439);
    const [from = 0, to = 0] = sums.slice(minute, minute + 2);
    return (from + (to - from) * (hour * 60 - minute)) / (sums[1440] ?? 1);
  };
}

/** What is kept of those reads of a counter that is `usedAt` at each, and the forecast from it. */
function forecastAt(now: Date, schedule: Schedule, usedAt: (at: Date) => number, limit: bigint | null = null) {
  const records = new Map<number, DayRecord>();
  const observed: ObservedDay[] = [];
  let before: Reading | null = null;
  for (const at of schedule(now)) {
    const after: Reading = { used: BigInt(Math.round(usedAt(at))), limit };
    const places = placesOf(at, null, observed.slice(-2));
    if (before !== null && !sameReading(before, after)) {
      const known = { today: records.has(places.today.day.getTime()), tomorrow: false };
      const { place, ...rest } = placed({ measure: MEASURE, before, after }, places, known);
      const day = place.day.getTime();
      records.set(day, recorded(records.get(day) ?? null, { series: 'q', before, ...place, ...rest }));
    }
    const last = observed.at(-1)?.day.getTime() === places.today.day.getTime() ? (observed.pop() ?? null) : null;
    observed.push(noted(last, at, places.today));
    before = after;
  }
  const told = {
    records: [...records.values()],
    present: before,
    measure: MEASURE,
    observed,
    to: new Date(now.getTime() + 1),
  } as const;
  return forecast({
    quota: quotaOf(before?.used ?? null, limit, now),
    days: points({ ...told, resolution: 'DAY', from: new Date(0) }),
    hours: points({ ...told, resolution: 'HOUR', from: new Date(0) }),
    zone: null,
    now,
  });
}

const TOTAL = 1e9;
const constant = (at: Date) => TOTAL * profile((at.getTime() - startOfDay(at, null).getTime()) / HOUR);
const clock = (hour: number) => new Date(TODAY.getTime() + hour * HOUR);

describe.each(schedules)('a counter read %s', (_, schedule) => {
  it.each([6, 9, 12, 15, 18])('is projected to what it comes to each day, at %i:00', (hour) => {
    const { projectedAtReset, low, high } = forecastAt(clock(hour), schedule, constant) ?? {};
    expect(Math.abs(Number(projectedAtReset) / TOTAL - 1)).toBeLessThan(0.02);
    expect(Math.abs(Number(low) / TOTAL - 1)).toBeLessThan(0.02);
    expect(Math.abs(Number(high) / TOTAL - 1)).toBeLessThan(0.02);
  });

  it('raises no false alarm, and misses no day that is over', () => {
    const exhausts = (limit: number) => forecastAt(clock(9), schedule, constant, BigInt(limit))?.exhaustsAt ?? null;
    expect(exhausts(1.03 * TOTAL)).toBeNull();
    const passed = exhausts(0.9 * TOTAL)?.getTime() ?? 0;
    expect(Math.abs(constant(new Date(passed)) / TOTAL - 0.9)).toBeLessThan(0.02);
    expect(passed).toBeLessThan(TODAY.getTime() + DAY);
  });
});

// Reads closer together are as good as these, and slow to make up.
it.each(schedules.slice(2))(
  'a counter read %s ends between low and high in about 8 of 10 cases, when days and hours differ by chance',
  (_, schedule) => {
    let [held, all, over] = [0, 0, 0];
    for (let seed = 1; seed <= 30; seed++) {
      const usedOn = noisyDays(seed);
      const truth = usedOn(new Date(TODAY.getTime() + DAY - 1));
      for (const hour of [9, 15]) {
        const { low, high, projectedAtReset } = forecastAt(clock(hour), schedule, usedOn) ?? {};
        all += 1;
        if (Number(low) <= truth && truth <= Number(high)) held += 1;
        over += Number(projectedAtReset) / truth - 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.65);
    expect(held / all).toBeLessThan(0.95);
    expect(Math.abs(over / all)).toBeLessThan(0.03);
  },
);

it('takes a pause since the last read for nothing known, not for nothing used', () => {
  for (const minutes of [10, 30, 120]) {
    const silent: Schedule = () => every(5)(new Date(clock(9).getTime() - minutes * MINUTE));
    const late = forecastAt(clock(9), silent, constant);
    expect(Math.abs(Number(late?.projectedAtReset) / TOTAL - 1)).toBeLessThan(0.02);
  }
});

it('projects a crossing between the last read and now to now', () => {
  const silent: Schedule = () => every(5)(clock(12));
  const limit = BigInt(Math.round(constant(clock(12.5))));
  expect(forecastAt(clock(14), silent, constant, limit)?.exhaustsAt).toEqual(clock(14));
});

/** Days whose totals differ by a tenth, hours by a quarter. */
function noisyDays(seed: number): (at: Date) => number {
  const days = new Map<number, (hour: number) => number>();
  return (at) => {
    const start = startOfDay(at, null).getTime();
    let usedBy = days.get(start);
    if (usedBy === undefined) {
      const random = randomOf(seed * 100_003 + start / DAY);
      const total = TOTAL * lognormal(random, 0.1);
      const weights = Array.from({ length: 24 }, () => lognormal(random, 0.25));
      const minutes = Array.from({ length: 1440 }, (_, i) => {
        return (profile((i + 1) / 60) - profile(i / 60)) * (weights[Math.floor(i / 60)] ?? 1);
      });
      const share = shareBy(minutes);
      usedBy = (hour) => total * share(hour);
      days.set(start, usedBy);
    }
    return usedBy((at.getTime() - start) / HOUR);
  };
}

function lognormal(random: () => number, sigma: number): number {
  return Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

/** The mulberry32 generator. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
