import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfHour, type Zone } from '../../src/domain/calendar.js';
import type { UsagePoint } from '../../src/domain/history.js';
import type { QuotaMeasure } from '../../src/domain/vocabulary.js';
import { type ForecastInput, forecast, forecastMethods } from '../../src/quota/forecast.js';
import { part, quotaOf } from './forecast-inputs.js';

const measures: readonly QuotaMeasure[] = ['DAILY_COUNTER', 'HIGH_WATER', 'GAUGE', 'CUMULATIVE', 'ROLLING_WINDOW'];
const zones: readonly Zone[] = [null, '+05:30', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];

const count = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: 0n, max: 1_000n }) },
  { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 45n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 2n ** 63n, 10n ** 90n, 10n ** 200n, 10n ** 400n, -1n) },
);
/** Around both changes of the clocks, and a year without any. */
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });

/** A history of any shape: gaps, unreadable points, duplicates that differ, points of the future, in any order. */
const input: fc.Arbitrary<ForecastInput> = fc
  .record({
    now: moment,
    zone: fc.constantFrom(...zones),
    measure: fc.constantFrom(...measures),
    used: fc.option(count, { freq: 20 }),
    limit: fc.option(count, { freq: 5 }),
    ends: fc.array(fc.tuple(count, fc.integer({ min: -40, max: 3_000 })), { maxLength: 3 }),
    days: fc.array(
      fc.record({
        ago: fc.integer({ min: -2, max: 45 }),
        peak: fc.option(count, { freq: 9 }),
        last: fc.option(count, { freq: 9 }),
      }),
      { maxLength: 60 },
    ),
    hours: fc.array(
      fc.record({
        ago: fc.integer({ min: -1, max: 34 }),
        hour: fc.integer({ min: 0, max: 24 }),
        peak: fc.option(count, { freq: 9 }),
      }),
      { maxLength: 250 },
    ),
  })
  .map(({ now, zone, measure, used, limit, ends, days, hours }) => {
    const parts = ends.map(([amount, after]) =>
      part(amount, new Date(now.getTime() + after * 86_400_000).toISOString()),
    );
    return {
      quota: quotaOf(used, limit, now, zone, { measure, parts }),
      zone,
      now,
      days: days.map(
        ({ ago, peak, last }): UsagePoint => ({ start: addDays(now, -ago, zone), peak, last, limit, samples: 24 }),
      ),
      hours: hours.map(({ ago, hour, peak }): UsagePoint => {
        return { start: startOfHour(addDays(now, -ago, zone), hour), peak, last: peak, limit, samples: 1 };
      }),
    };
  });

/** Days with hours that rise, as a counter makes them: what profiles are made of. */
const counter: fc.Arbitrary<ForecastInput> = fc
  .record({
    now: moment,
    zone: fc.constantFrom(...zones),
    used: fc.bigInt({ min: 0n, max: 5_000n }),
    limit: fc.bigInt({ min: 0n, max: 20_000n }),
    brought: fc.array(fc.array(fc.nat({ max: 200 }), { minLength: 22, maxLength: 25 }), {
      minLength: 7,
      maxLength: 30,
    }),
  })
  .map(({ now, zone, used, limit, brought }) => {
    const days: UsagePoint[] = [];
    const hours: UsagePoint[] = [];
    brought.forEach((day, i) => {
      const start = addDays(now, -i - 1, zone);
      let sum = 0n;
      day.forEach((more, hour) => {
        sum += BigInt(more);
        hours.push({ start: startOfHour(start, hour), peak: sum, last: sum, limit, samples: 4 });
      });
      days.push({ start, peak: sum, last: sum, limit, samples: 96 });
    });
    return { quota: quotaOf(used, limit, now, zone), days, hours, zone, now };
  });

const any = fc.oneof(input, counter);

describe('a forecast', () => {
  it('never throws, and is made of whole counts that are none below zero, real dates and known methods', () => {
    fc.assert(
      fc.property(any, (each) => {
        const result = forecast(each);
        if (result === null) return;
        for (const value of [result.projectedAtReset, result.low, result.high]) {
          if (value !== null) expect(value).toBeGreaterThanOrEqual(0n);
        }
        for (const date of [result.exhaustsAt, result.basis.from, result.basis.to]) {
          if (date !== null) expect(date.getTime()).not.toBeNaN();
        }
        expect(Object.keys(forecastMethods)).toContain(result.method);
        expect(result.basis.samples).toBeGreaterThanOrEqual(7);
        expect(result.basis.from.getTime()).toBeLessThan(result.basis.to.getTime());
        expect(result.basis.to.getTime()).toBeLessThanOrEqual(each.now.getTime());
      }),
      { numRuns: 400 },
    );
  });

  it('has the projection between low and high, and none of them below a use that only grows', () => {
    fc.assert(
      fc.property(any, (each) => {
        const result = forecast(each);
        if (result === null) return;
        const { low, projectedAtReset: projected, high } = result;
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        if (low !== null && projected !== null) expect(low).toBeLessThanOrEqual(projected);
        if (projected !== null && high !== null) expect(projected).toBeLessThanOrEqual(high);
        const { used, measure } = each.quota;
        if (measure === 'GAUGE') return;
        for (const value of [low, projected, high]) {
          if (value !== null) expect(value).toBeGreaterThanOrEqual(used ?? 0n);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of the points, nor on their coming twice', () => {
    const shuffled = any.chain((each) =>
      fc.record({
        each: fc.constant(each),
        days: fc.shuffledSubarray([...each.days], { minLength: each.days.length }),
        hours: fc.shuffledSubarray([...each.hours], { minLength: each.hours.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ each, days, hours }) => {
        const twice = { ...each, days: [...days, ...each.days], hours: [...each.hours, ...hours] };
        expect(forecast({ ...each, days, hours })).toEqual(forecast(each));
        expect(forecast(twice)).toEqual(forecast(each));
      }),
      { numRuns: 300 },
    );
  });

  it('is no less where more of a daily counter is used by now', () => {
    fc.assert(
      fc.property(counter, fc.bigInt({ min: 0n, max: 3_000n }), (each, more) => {
        const used = (each.quota.used ?? 0n) + more;
        const [less, greater] = [forecast(each), forecast({ ...each, quota: { ...each.quota, used } })];
        expect(greater?.projectedAtReset).toBeGreaterThanOrEqual(less?.projectedAtReset ?? 0n);
      }),
      { numRuns: 300 },
    );
  });

  it('runs out no later where the limit is smaller, and not before now', () => {
    fc.assert(
      fc.property(counter, fc.bigInt({ min: 0n, max: 20_000n }), (each, less) => {
        const limit = each.quota.limit ?? 0n;
        const tighter = { ...each.quota, limit: limit > less ? limit - less : 0n };
        const [at, sooner] = [forecast(each)?.exhaustsAt, forecast({ ...each, quota: tighter })?.exhaustsAt];
        if (at === null || at === undefined) return;
        expect(at.getTime()).toBeGreaterThanOrEqual(each.now.getTime());
        expect(sooner?.getTime()).toBeLessThanOrEqual(at.getTime());
      }),
      { numRuns: 300 },
    );
  });
});
