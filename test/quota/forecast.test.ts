import { describe, expect, it } from 'vitest';
import { forecast } from '../../src/quota/forecast.js';
import { DAY, HOUR, part, point, quotaOf, type Told, told } from './forecast-inputs.js';

const GB = 1024n ** 3n;
/** A Tuesday. */
const NOON = '2026-03-10T12:00:00Z';
/** What is counted over a day of 100, half of it by noon. */
const steady: Told = { now: NOON, days: 28, total: () => 100n, used: 50n, limit: 200n };
/** Of a use that lasts: a gauge that was the same at each day's end. */
const lasting = (value: (ago: number) => bigint, rest: Partial<Told> = {}): Told => ({
  now: NOON,
  days: 60,
  total: value,
  shape: () => 1,
  used: value(0),
  limit: 200n,
  meter: { measure: 'GAUGE', dimension: 'MACHINES' },
  ...rest,
});
const of = (input: Told) => forecast(told(input));
const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? null;

describe('whether there is a forecast', () => {
  it('is not before seven earlier days of history', () => {
    expect(of({ ...steady, days: 6 })).toBeNull();
    expect(of({ ...steady, days: 7 })).not.toBeNull();
  });

  it('counts days, not points of one day, and not today', () => {
    const { hours, days, ...rest } = told({ ...steady, days: 6 });
    expect(forecast({ ...rest, hours, days: [...days, ...days, point('2026-03-10T00:00:00Z', 50n)] })).toBeNull();
  });

  it('counts no day that could not be read, and none of the future', () => {
    const { days, ...rest } = told({ ...steady, days: 6 });
    const none = { ...point('2026-03-03T00:00:00Z', null) };
    expect(forecast({ ...rest, days: [none, ...days, point('2026-03-11T00:00:00Z', 100n)] })).toBeNull();
  });

  it('is not where the use is not known, nor for warnings, which leave their window by themselves', () => {
    expect(of({ ...steady, used: null })).toBeNull();
    expect(of({ ...steady, meter: { measure: 'ROLLING_WINDOW', dimension: 'WARNINGS' } })).toBeNull();
  });

  it('is not just after the reset, while the count is still that of the day before', () => {
    const now = '2026-03-10T00:01:00Z';
    expect(of({ ...steady, now, used: 100n, meter: { resetsAt: new Date('2026-03-10T00:00:00Z') } })).toBeNull();
    expect(of({ ...steady, now, used: 1n, meter: { resetsAt: new Date('2026-03-11T00:00:00Z') } })).not.toBeNull();
  });

  it('names the days it rests on: from the first to the end of the last, and how many were read', () => {
    const gaps = of({ ...steady, days: 20, total: (ago) => (ago === 5 || ago === 1 ? null : 100n) });
    expect(gaps?.basis).toEqual({
      from: new Date('2026-02-18T00:00:00Z'),
      to: new Date('2026-03-09T00:00:00Z'),
      samples: 18,
    });
  });
});

describe('the use of a daily counter at its reset', () => {
  it('is what such a day comes to, when it went as usual so far', () => {
    expect(of(steady)).toMatchObject({ projectedAtReset: 100n, low: 100n, high: 100n, exhaustsAt: null });
  });

  it('follows the profile of the day, not the clock', () => {
    // Nine tenths come before noon.
    const morning = { ...steady, shape: (hour: number) => (hour < 12 ? 0.075 * (hour + 1) : 0.9 + (hour - 11) / 120) };
    expect(of({ ...morning, used: 90n })?.projectedAtReset).toBe(100n);
    expect(of({ ...morning, used: 90n })?.method).toMatch(/^DAY_PROFILE_/);
  });

  it('tells weekends from workdays, before anything of the day has come', () => {
    const shape = (hour: number) => (hour < 6 ? 0 : (hour - 5) / 18);
    const onDay = (now: string) => {
      const total = (ago: number) => (new Date(Date.parse(now) - ago * DAY).getUTCDay() % 6 === 0 ? 20n : 100n);
      return of({ ...steady, now, total, shape, used: 0n });
    };
    expect(onDay('2026-03-10T03:00:00Z')).toMatchObject({ method: 'DAY_PROFILE_WORKDAYS', projectedAtReset: 100n });
    expect(onDay('2026-03-14T03:00:00Z')).toMatchObject({ method: 'DAY_PROFILE_WORKDAYS', projectedAtReset: 20n });
  });

  it('tells one weekday from the others', () => {
    const total = (ago: number) => (ago % 7 === 0 ? 300n : 100n);
    expect(of({ ...steady, days: 34, total, used: 150n })).toMatchObject({ projectedAtReset: 300n });
  });

  it('is not moved by a few wild days', () => {
    const wild = of({ ...steady, total: (ago) => (ago % 9 === 4 ? 5_000n : 100n) });
    expect(wild?.projectedAtReset).toBe(100n);
  });

  it('is never below what is used now', () => {
    const over = of({ ...steady, used: 170n });
    expect(over?.projectedAtReset).toBeGreaterThanOrEqual(170n);
    expect(over?.low).toBeGreaterThanOrEqual(170n);
  });

  it('does not carry a wild start through the whole day', () => {
    // A thousand times the usual by noon: the other half of the day is not taken for a thousand times the usual too.
    const wild = of({ ...steady, total: (ago) => 100n + BigInt(ago % 4) * 50n, used: 50_000n });
    expect(wild?.projectedAtReset).toBeGreaterThan(50_000n);
    expect(wild?.projectedAtReset).toBeLessThan(51_000n);
  });

  it('keeps what had been counted when the counter fell within the day', () => {
    const fell = of({ ...steady, used: 1n, meter: { peak: 120n } });
    expect(fell?.projectedAtReset).toBeGreaterThanOrEqual(120n);
    const { days, ...rest } = told({ ...steady, used: 1n });
    const byHistory = forecast({ ...rest, days: [...days, point('2026-03-10T00:00:00Z', 130n)] });
    expect(byHistory?.projectedAtReset).toBeGreaterThanOrEqual(130n);
  });

  it('takes the peak for the total of an earlier day on which the counter fell', () => {
    const input = told(steady);
    const hours = input.hours.map((hour) => (hour.start.getUTCHours() > 20 ? point(hour.start, 2n) : hour));
    const days = input.days.map((day) => ({ ...day, last: 2n }));
    // 87 had been counted by 21:00, and most of the rest is lost; 100 were seen at the peak.
    expect(forecast({ ...input, hours, days })?.projectedAtReset).toBe(100n);
  });

  it('is even over the day where the hours of earlier days are not known', () => {
    const input = told({ ...steady, used: 50n });
    expect(forecast({ ...input, hours: [] })).toMatchObject({
      method: 'LINEAR',
      projectedAtReset: 100n,
      low: 100n,
      high: 100n,
    });
    const morning = told({ ...steady, now: '2026-03-10T06:00:00Z', used: 10n });
    expect(forecast({ ...morning, hours: [] })?.projectedAtReset).toBe(85n);
  });

  it('draws a line through what is used where no earlier day was watched to its end', () => {
    const cut = of({ ...steady, unwatched: (_, hour) => hour > 15 });
    expect(cut).toMatchObject({ method: 'LINEAR', projectedAtReset: 100n, low: 50n, high: null });
  });

  it('leaves days out whose record stops before their end', () => {
    const half = of({ ...steady, unwatched: (ago, hour) => ago % 3 === 0 && hour > 12 });
    expect(half).toMatchObject({ projectedAtReset: 100n, low: 100n, high: 100n });
  });

  it('draws through short gaps and leaves long ones open', () => {
    const short = of({ ...steady, unwatched: (ago, hour) => ago % 2 === 0 && hour >= 10 && hour < 13 });
    const long = of({ ...steady, unwatched: (ago, hour) => ago % 2 === 0 && hour >= 5 && hour < 15 });
    expect([short?.projectedAtReset, long?.projectedAtReset]).toEqual([100n, 100n]);
  });

  it('is nothing when nothing was ever used', () => {
    const idle = of({ ...steady, total: () => 0n, used: 0n, limit: 0n });
    expect(idle).toMatchObject({ projectedAtReset: 0n, low: 0n, high: 0n, exhaustsAt: null });
  });

  it('is told without a limit, which then is never reached', () => {
    expect(of({ ...steady, limit: null })).toMatchObject({ projectedAtReset: 100n, exhaustsAt: null });
  });

  it.each([
    ['2026-03-08T16:00:00Z', 'on the day of 23 hours', 50n],
    ['2026-03-09T16:00:00Z', 'on the day after it', 50n],
    ['2026-11-01T17:00:00Z', 'on the day of 25 hours', 50n],
    ['2026-11-10T17:00:00Z', 'with it behind', 50n],
  ])('goes by the clock of the source %s, %s', (now, _, used) => {
    // All of it comes between 09:00 and 15:00 by the clock, which on such days is not the hour since midnight.
    const shape = (hour: number, hours: number) => Math.min(Math.max((hour + 25 - hours - 9) / 6, 0), 1);
    expect(of({ ...steady, now, zone: 'America/New_York', shape, used })).toMatchObject({ projectedAtReset: 100n });
  });

  it('stays exact at the lower end for counts beyond 2^53, and is null for what no double holds', () => {
    const huge = 2n ** 62n + 1n;
    expect(of({ ...steady, total: () => 0n, used: huge })).toMatchObject({ projectedAtReset: huge, low: huge });
    expect(of({ ...steady, total: () => 10n ** 400n, used: 50n })).toBeNull();
    expect(of({ ...steady, used: 10n ** 400n })).toBeNull();
  });
});

describe('the moment at which a daily counter is first projected over its limit', () => {
  /** 2 GB more each day, 90 GB today. */
  const growing: Told = {
    now: NOON,
    days: 30,
    total: (ago) => (90n - 2n * BigInt(ago)) * GB,
    used: 45n * GB,
    limit: 100n * GB,
  };

  it('case 46: 2 GB more a day, 90 of 100 today: 100 after 5 days are not over, day 6 is', () => {
    const { exhaustsAt, projectedAtReset } = of(growing) ?? {};
    expect(Number(projectedAtReset) / Number(GB)).toBeCloseTo(90);
    expect(dayOf(exhaustsAt)).toBe('2026-03-16');
    // 100 of the 102 GB of that day have come.
    expect(exhaustsAt?.getTime()).toBeCloseTo(Date.parse('2026-03-16T00:00:00Z') + (DAY * 100) / 102, -4);
  });

  it('case 46: so it is from seven days and without their hours; with six days there is none', () => {
    const seven = told({ ...growing, days: 7, now: '2026-03-10T23:59:59Z', used: 90n * GB });
    expect(dayOf(forecast({ ...seven, hours: [] })?.exhaustsAt)).toBe('2026-03-16');
    expect(of({ ...growing, days: 6 })).toBeNull();
  });

  it('is now when it is over already, or was before the counter fell', () => {
    expect(of({ ...steady, used: 201n })?.exhaustsAt).toEqual(new Date(NOON));
    expect(of({ ...steady, used: 1n, meter: { peak: 201n } })?.exhaustsAt).toEqual(new Date(NOON));
    expect(of({ ...steady, used: 1n, limit: 0n, total: () => 2n })?.exhaustsAt).toEqual(new Date(NOON));
  });

  it('is later today when today passes it, at the hour at which the day usually has come that far', () => {
    const passes = of({ ...steady, limit: 75n });
    expect(passes?.exhaustsAt?.getTime()).toBeCloseTo(Date.parse('2026-03-10T18:00:00Z'), -6);
    const evening = (hour: number) => (hour < 12 ? (hour + 1) / 24 : hour < 20 ? 0.5 : 0.5 + (hour - 19) / 8);
    const late = of({ ...steady, shape: evening, limit: 75n });
    expect(late?.exhaustsAt?.getTime()).toBeCloseTo(Date.parse('2026-03-10T22:00:00Z'), -6);
  });

  it('is not in sight where today just reaches the limit and the days do not grow', () => {
    expect(of({ ...steady, limit: 100n })?.exhaustsAt).toBeNull();
  });

  it('is the weekday that is usually over, when today is not', () => {
    const total = (ago: number) => ((ago + 5) % 7 === 0 ? 300n : 100n);
    // Two days ago was the last such day: the next is in five.
    expect(dayOf(of({ ...steady, days: 60, total })?.exhaustsAt)).toBe('2026-03-15');
  });

  it('does not follow chance', () => {
    const restless = (ago: number) => 100n + BigInt((ago * 7919) % 41) - 20n;
    expect(of({ ...steady, days: 60, total: restless, limit: 160n })?.exhaustsAt).toBeNull();
  });

  it('does not follow a trend further than a year', () => {
    const slow = (ago: number) => 1_000_000n - 100n * BigInt(ago);
    const year = (limit: bigint) => of({ ...steady, days: 60, total: slow, used: 500_000n, limit })?.exhaustsAt;
    expect(dayOf(year(1_030_000n))).toBe('2027-01-05');
    expect(year(1_040_000n)).toBeNull();
    const meter = { parts: [part(1n, '2028-01-01T00:00:00Z')] };
    expect(of({ ...steady, days: 60, total: slow, used: 500_000n, limit: 1_040_000n, meter })?.exhaustsAt).toBeNull();
  });

  describe('with a license that ends', () => {
    const ends = (until: string, amount = 20n * GB): Partial<Told> => ({ meter: { parts: [part(amount, until)] } });
    const flat: Told = { ...steady, total: () => 70n * GB, used: 35n * GB, limit: 80n * GB };

    it('is the hour at which a flat use passes what is left, on the day of its end or after', () => {
      // 70 a day, 60 left: passed at six sevenths of the day.
      const passed = (until: string) => of({ ...flat, ...ends(until) })?.exhaustsAt;
      const share = (DAY * 60) / 70;
      expect(passed('2026-05-01T00:00:00Z')?.getTime()).toBeCloseTo(Date.parse('2026-05-01T00:00:00Z') + share, -5);
      expect(passed('2026-05-01T09:00:00Z')?.getTime()).toBeCloseTo(Date.parse('2026-05-01T00:00:00Z') + share, -5);
      expect(passed('2026-05-01T22:00:00Z')).toEqual(new Date('2026-05-01T22:00:00Z'));
      expect(passed('2026-05-02T00:00:00Z')?.getTime()).toBeCloseTo(Date.parse('2026-05-02T00:00:00Z') + share, -5);
    });

    it('is later today when it ends today', () => {
      expect(of({ ...flat, ...ends('2026-03-10T23:00:00Z') })?.exhaustsAt).toEqual(new Date('2026-03-10T23:00:00Z'));
    });

    it('is not in sight where the use fits into what is left', () => {
      expect(of({ ...flat, ...ends('2026-05-01T00:00:00Z', 10n * GB) })?.exhaustsAt).toBeNull();
    });

    it('is the earlier of the trend and the end', () => {
      const before = of({ ...growing, ...ends('2026-03-13T00:00:00Z', 50n * GB) });
      const after = of({ ...growing, ...ends('2026-03-20T00:00:00Z', 50n * GB) });
      expect([dayOf(before?.exhaustsAt), dayOf(after?.exhaustsAt)]).toEqual(['2026-03-13', '2026-03-16']);
    });

    it('takes off what ends, not what has ended: that is off the limit already', () => {
      expect(of({ ...flat, limit: 95n * GB, ...ends('2026-03-09T00:00:00Z') })?.exhaustsAt).toBeNull();
    });

    it('counts an end beyond the year that trends are followed for', () => {
      expect(dayOf(of({ ...flat, ...ends('2028-01-01T00:00:00Z') })?.exhaustsAt)).toBe('2028-01-01');
    });
  });

  it('is found on a day on which the clocks change', () => {
    const zone = 'America/New_York';
    const now = '2026-03-02T17:00:00Z';
    const over = of({ ...growing, now, zone, limit: 100n * GB });
    // The sixth day, 8 March, has 23 hours.
    expect(over?.exhaustsAt?.getTime()).toBeGreaterThan(Date.parse('2026-03-08T05:00:00Z') + 21 * HOUR);
    expect(over?.exhaustsAt?.getTime()).toBeLessThan(Date.parse('2026-03-09T04:00:00Z'));
  });
});

describe('the forecast of a use that lasts', () => {
  it('is not projected to a reset, which it has not', () => {
    expect(of(lasting(() => 50n))).toMatchObject({
      projectedAtReset: null,
      method: 'FLAT',
      exhaustsAt: null,
      low: 50n,
      high: 50n,
    });
  });

  it('runs out where the trend passes the limit', () => {
    const growing = of(lasting((ago) => 120n - BigInt(ago)));
    expect(growing?.method).toBe('TREND');
    // One a day from 120, now and at midnight: 200 are over after 80 to 81 days.
    expect(growing?.exhaustsAt?.getTime()).toBeGreaterThan(Date.parse(NOON) + 79 * DAY);
    expect(growing?.exhaustsAt?.getTime()).toBeLessThan(Date.parse(NOON) + 82 * DAY);
    expect(Number(growing?.low)).toBeLessThanOrEqual(150);
    expect(Number(growing?.high)).toBeGreaterThanOrEqual(150);
  });

  it('sees through outliers, gaps and noise', () => {
    const value = (ago: number) => (ago % 11 === 5 ? 900n : 1_200n - 10n * BigInt(ago) + BigInt((ago * 7919) % 31));
    const input = lasting(value, { limit: 2_000n, total: (ago) => (ago % 5 === 2 ? null : value(ago)) });
    const days = ((of(input)?.exhaustsAt?.getTime() ?? 0) - Date.parse(NOON)) / DAY;
    expect(days).toBeGreaterThan(70);
    expect(days).toBeLessThan(90);
  });

  it('prefers how it goes lately to how it went before', () => {
    const bent = of(lasting((ago) => (ago > 40 ? 100n : 140n - BigInt(ago)), { days: 90 }));
    const days = ((bent?.exhaustsAt?.getTime() ?? 0) - Date.parse(NOON)) / DAY;
    expect(days).toBeGreaterThan(50);
    expect(days).toBeLessThan(75);
  });

  it('takes a step up for a step, not for a trend', () => {
    expect(of(lasting((ago) => (ago > 30 ? 100n : 150n)))?.exhaustsAt).toBeNull();
  });

  it('runs out at no time when it falls or stays, or beyond five years', () => {
    expect(of(lasting((ago) => 100n + BigInt(ago)))?.exhaustsAt).toBeNull();
    expect(of(lasting((ago) => 100n + BigInt((ago * 7919) % 9)))?.exhaustsAt).toBeNull();
    const slow = (limit: bigint) => of(lasting((ago) => 100_000n - 10n * BigInt(ago), { limit }))?.exhaustsAt;
    expect(dayOf(slow(117_000n))?.slice(0, 4)).toBe('2030');
    expect(slow(119_000n)).toBeNull();
  });

  it('does not run out by its usual ups and downs, where it does not rise', () => {
    const level = lasting((ago) => (ago === 0 ? 98n : 101n + BigInt((ago * 7919) % 7)), { limit: 100n });
    expect(of(level)).toMatchObject({ method: 'FLAT', exhaustsAt: null });
  });

  it('has run out now when it is over now', () => {
    expect(of(lasting(() => 201n))?.exhaustsAt).toEqual(new Date(NOON));
    expect(of(lasting(() => 1n, { limit: 0n }))?.exhaustsAt).toEqual(new Date(NOON));
  });

  it('is told without a limit, which then is never reached', () => {
    expect(of(lasting((ago) => 120n - BigInt(ago), { limit: null }))).toMatchObject({
      method: 'TREND',
      exhaustsAt: null,
    });
  });

  it('runs out exactly when a license ends whose part it needs', () => {
    const ends = (value: (ago: number) => bigint, amount: bigint) =>
      of(
        lasting(value, {
          days: 30,
          limit: 80n,
          meter: { measure: 'GAUGE', dimension: 'MACHINES', parts: [part(amount, '2026-06-01T09:30:00Z')] },
        }),
      )?.exhaustsAt;
    expect(ends(() => 70n, 20n)).toEqual(new Date('2026-06-01T09:30:00Z'));
    expect(ends(() => 70n, 10n)).toBeNull();
    // One less each day: 83 days later it needs none of it.
    expect(ends((ago) => 70n + BigInt(ago), 20n)).toBeNull();
    // Two more each day: the sixth day is over before.
    expect(dayOf(ends((ago) => 70n - 2n * BigInt(ago), 20n))).toBe('2026-03-15');
  });

  describe('under a license whose limit the vendor goes on stating', () => {
    const stated = (used: bigint, until: string, trend = 0n) =>
      of(
        lasting((ago) => used - trend * BigInt(ago), {
          days: 30,
          meter: {
            measure: 'GAUGE',
            dimension: 'TARGETS',
            parts: [{ ...part(200n, until), stated: true }],
          },
        }),
      )?.exhaustsAt;

    it('runs out when that ends, and has run out now once it has ended', () => {
      expect(stated(70n, '2026-03-12T09:30:00Z')).toEqual(new Date('2026-03-12T09:30:00Z'));
      expect(stated(70n, NOON)).toEqual(new Date(NOON));
      expect(stated(70n, '2026-02-01T00:00:00Z')).toEqual(new Date(NOON));
      // Its trend alone would take months.
      expect(stated(70n, '2026-02-01T00:00:00Z', 1n)).toEqual(new Date(NOON));
    });

    it('does not run out where nothing is used', () => {
      expect(stated(0n, '2026-03-12T09:30:00Z')).toBeNull();
      expect(stated(0n, '2026-02-01T00:00:00Z')).toBeNull();
    });
  });

  it.each(['HIGH_WATER', 'CUMULATIVE'] as const)('never falls below what is used, being %s', (measure) => {
    const reset = (ago: number) => (ago > 30 ? 190n : 150n - BigInt(ago));
    expect(of(lasting(reset, { meter: { measure } }))?.low).toBeGreaterThanOrEqual(150n);
    expect(of(lasting((ago) => 100n + BigInt(ago), { meter: { measure } }))).toMatchObject({ low: 100n, high: 100n });
  });

  it('never falls below nothing, being a gauge', () => {
    expect(of(lasting((ago) => 2n * BigInt(ago)))).toMatchObject({ low: 0n });
  });

  it('does not mistake a quota without an end for one with a limit that is not known', () => {
    const { quota: _, ...input } = told(lasting((ago) => 120n - BigInt(ago)));
    const quota = quotaOf(120n, null, input.now, null, {
      measure: 'GAUGE',
      limit: { kind: 'unknown', reason: 'unreadable' },
    });
    expect(forecast({ ...input, quota })).toMatchObject({ method: 'TREND', exhaustsAt: null });
  });
});
