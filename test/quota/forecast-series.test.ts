import { describe, expect, it } from 'vitest';
import { addDays, startOfHour } from '../../src/domain/calendar.js';
import type { UsagePoint } from '../../src/domain/history.js';
import { type Day, seriesOf, usedAt } from '../../src/quota/forecast/series.js';
import { hourPoint, point } from './forecast-inputs.js';

const now = new Date('2026-03-10T12:00:00Z');

/** The day before `now` as seen in these hours, with what was used by the end of each. */
function yesterday(
  seen: Readonly<Record<number, bigint>>,
  { zone = null as string | null, at = now, samples = 60 } = {},
) {
  const start = addDays(at, -1, zone);
  const hours = Object.entries(seen).map(([hour, used]) => hourPoint(startOfHour(start, Number(hour)), used, samples));
  const [peak = 0n] = Object.values(seen).toSorted((a, b) => Number(b - a));
  const series = seriesOf(
    { days: [{ ...point(start, peak), last: Object.values(seen).at(-1) ?? null }], hours },
    zone,
    at,
  );
  return series.days[0] as Day;
}

/** Ten an hour, but for these hours. */
function without(...unseen: readonly number[]): Record<number, bigint> {
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !unseen.includes(hour));
  return Object.fromEntries(hours.map((hour) => [hour, BigInt(10 * (hour + 1))]));
}

describe('the hours of an earlier day', () => {
  it('tell what was used at any moment of it', () => {
    const day = yesterday(without());
    expect([0, 0.5, 12, 23.75, 24].map((clock) => usedAt(day, clock))).toEqual([0, 5, 120, 237.5, 240]);
  });

  it('are drawn through where three are missing, and not where four are', () => {
    const three = yesterday(without(10, 11, 12));
    const four = yesterday(without(10, 11, 12, 13));
    expect([10.5, 12, 13.5].map((clock) => usedAt(three, clock))).toEqual([105, 120, 135]);
    expect([9.5, 10.5, 12, 14.5, 15].map((clock) => usedAt(four, clock))).toEqual([95, null, null, null, 150]);
    expect([three.complete, four.complete]).toEqual([true, true]);
  });

  it('make no complete day when the last were not seen; the very last may be missing', () => {
    expect(yesterday(without(23)).complete).toBe(true);
    expect(yesterday(without(22, 23)).complete).toBe(false);
    // At the pace of the hour before.
    expect(usedAt(yesterday(without(23)), 24)).toBe(240);
    expect(yesterday(without(23)).total).toBe(240);
  });

  it('are read when they say, and else in the middle of their last stretch between reads', () => {
    const at = (lastAt: string | undefined, samples: number) => {
      const start = addDays(now, -1, null);
      const hour = { ...point(startOfHour(start, 1), 60n, samples), ...(lastAt && { lastAt: new Date(lastAt) }) };
      const [day] = seriesOf({ days: [point(start, 60n)], hours: [hour] }, null, now).days;
      return day?.curve?.[0]?.at;
    };
    expect(at('2026-03-09T01:15:00Z', 4)).toBe(1.25);
    expect([1, 4, 60].map((samples) => at(undefined, samples))).toEqual([1.5, 1.875, 1 + 59.5 / 60]);
    // What cannot be is taken for the hour's begin or end.
    expect([at('2026-03-09T00:15:00Z', 4), at('2026-03-09T05:00:00Z', 4)]).toEqual([1, 2]);
  });

  it('bend between reads as their neighbors do, and never fall', () => {
    const squares = Array.from({ length: 24 }, (_, hour) => [hour, BigInt((hour + 1) ** 2)] as const);
    const day = yesterday(Object.fromEntries(squares));
    expect(usedAt(day, 9.5)).toBeGreaterThan(90.1);
    expect(usedAt(day, 9.5)).toBeLessThan(90.4);
    const clocks = Array.from({ length: 241 }, (_, i) => usedAt(day, i / 10) ?? 0);
    expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
  });

  it('do not carry a burst before midnight on to it, where the next day begins slowly', () => {
    const burst = { ...without(23), 22: 1_000n };
    const start = addDays(now, -1, null);
    const hours = Object.entries(burst).map(([hour, used]) => hourPoint(startOfHour(start, Number(hour)), used));
    const today = hourPoint(startOfHour(addDays(now, 0, null), 0), 10n);
    const series = seriesOf({ days: [point(start, 1_000n)], hours: [...hours, today] }, null, now);
    expect(series.days[0]?.total).toBe(1_010);
  });

  it('tell how much of older days was not seen, whose hours are gone', () => {
    const days = [1, 2, 3].map((ago) => point(addDays(now, -ago, null), 230n));
    const hours = Object.entries(without(23)).map(([hour, used]) =>
      hourPoint(startOfHour(addDays(now, -1, null), Number(hour)), used),
    );
    expect(seriesOf({ days, hours }, null, now).days.map(({ total }) => Math.round(total))).toEqual([240, 240, 240]);
  });

  it('keep the peak when the counter fell', () => {
    const day = yesterday({ ...without(), 20: 3n, 21: 4n, 22: 5n, 23: 6n });
    expect([20, 22, 24].map((clock) => usedAt(day, clock))).toEqual([200, 200, 200]);
    expect([day.total, day.last]).toEqual([200, 6]);
  });

  it.each([
    ['2026-03-09T12:00:00Z', 23],
    ['2026-11-02T12:00:00Z', 25],
  ])('are those of the clock, before %s too, on a day of %s', (at, length) => {
    // All of it comes from 09:00 to 10:00 by the clock.
    const hours = Array.from({ length }, (_, hour) => [hour, hour + 24 - length >= 9 ? 100n : 0n] as const);
    const day = yesterday(Object.fromEntries(hours), { zone: 'America/New_York', at: new Date(at) });
    expect(day.length).toBe(length);
    expect([0, 9, 9.5, 10, 24].map((clock) => usedAt(day, clock))).toEqual([0, 0, 50, 100, 100]);
  });

  it('are known of no day before which the clocks changed and the next was not seen, but its length is', () => {
    const zone = 'America/New_York';
    const [start, later] = [addDays(new Date('2026-03-08T12:00:00Z'), 0, zone), new Date('2026-03-12T12:00:00Z')];
    const { days } = seriesOf(
      { days: [point(start, 1n), point(addDays(later, -1, zone), 1n)], hours: [] },
      zone,
      later,
    );
    expect(days.map(({ index, length }) => [index, length])).toEqual([
      [-4, 23],
      [-1, 24],
    ]);
  });
});

describe('the days of a series', () => {
  it('are counted from today, with their weekday, and the fuller of two points for one', () => {
    const day = (ago: number, used: bigint | null, samples = 60) => point(addDays(now, -ago, null), used, samples);
    const points: UsagePoint[] = [
      day(1, 7n, 10),
      day(9, 5n),
      day(1, 3n, 20),
      day(0, 4n),
      day(-1, 99n),
      day(2, null),
      day(3, -1n),
    ];
    const { days, today } = seriesOf({ days: points, hours: [] }, null, now);
    expect(days.map(({ index, weekday, total }) => [index, weekday, total])).toEqual([
      [-9, 0, 5],
      [-1, 1, 3],
    ]);
    expect(today).toMatchObject({ weekday: 2, peak: 4, length: 24 });
  });

  it('are not complete, without hours, when they were read far less often than the others', () => {
    const days = [9, 8, 7, 6, 5, 4, 3].map((ago) => point(addDays(now, -ago, null), 5n, ago === 5 ? 400 : 1_440));
    const complete = seriesOf({ days, hours: [] }, null, now).days.map((day) => day.complete);
    expect(complete).toEqual([true, true, true, true, false, true, true]);
  });
});
