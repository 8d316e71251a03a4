import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek, hourOfDay, startOfDay, startOfHour, startOfNextDay } from '../../src/domain/calendar.js';

const HOUR = 3_600_000;

describe('the next day', () => {
  it.each([
    ['2026-10-09T06:15:30Z', '+00:00', '2026-10-10T00:00:00Z'],
    ['2026-10-09T06:15:30Z', null, '2026-10-10T00:00:00Z'],
    ['2026-10-09T06:15:30Z', '-07:00', '2026-10-09T07:00:00Z'],
    ['2026-10-09T07:00:00Z', '-07:00', '2026-10-10T07:00:00Z'],
    ['2026-10-09T18:29:59Z', '+05:30', '2026-10-09T18:30:00Z'],
    ['2026-10-09T06:15:30Z', 'UTC', '2026-10-10T00:00:00Z'],
    ['2026-10-09T23:59:59.999Z', 'UTC', '2026-10-10T00:00:00Z'],
    ['2026-10-10T00:00:00Z', 'UTC', '2026-10-11T00:00:00Z'],
    // 23 and 25 hours long.
    ['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-09T04:00:00Z'],
    ['2026-11-01T04:00:00Z', 'America/New_York', '2026-11-02T05:00:00Z'],
    // Days that begin at 01:00, because the clock leaps over midnight.
    ['2018-11-03T12:00:00Z', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-04-23T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    // The day that Samoa left out.
    ['2011-12-29T20:00:00Z', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('after %s in %s begins at %s', (now, zone, expected) => {
    const next = startOfNextDay(new Date(now), zone);
    expect(next).toEqual(new Date(expected));
    expect(startOfDay(next, zone)).toEqual(next);
    expect(startOfNextDay(startOfDay(new Date(now), zone), zone)).toEqual(next);
  });
});

it('has 23 hours when the clock leaps ahead and 25 when it falls back', () => {
  const hours = (day: string) => {
    const start = startOfDay(new Date(day), 'America/New_York');
    return hourOfDay(new Date(startOfNextDay(start, 'America/New_York').getTime() - 1), start) + 1;
  };
  expect([hours('2026-03-08T12:00:00Z'), hours('2026-06-01T12:00:00Z'), hours('2026-11-01T12:00:00Z')]).toEqual([
    23, 24, 25,
  ]);
});

it('counts hours from the first instant of the day, so that half-hour zones cut no hour in two', () => {
  const day = startOfDay(new Date('2026-10-09T20:00:00Z'), '+05:30');
  expect(day).toEqual(new Date('2026-10-09T18:30:00Z'));
  expect(hourOfDay(new Date('2026-10-09T19:29:59Z'), day)).toBe(0);
  expect(startOfHour(day, 1)).toEqual(new Date('2026-10-09T19:30:00Z'));
});

it('names the weekday by the zone, not by UTC', () => {
  const sundayNight = new Date('2026-11-23T02:00:00Z');
  expect([
    dayOfWeek(sundayNight, null),
    dayOfWeek(sundayNight, '-05:00'),
    dayOfWeek(sundayNight, 'America/New_York'),
  ]).toEqual([1, 0, 0]);
});

it('adds days by the calendar, in any zone and season', () => {
  const zones = [null, '-07:00', '+05:30', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe', 'Europe/Berlin'];
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: 40 }),
      (ms, zone, days) => {
        const at = new Date(ms);
        let expected = startOfDay(at, zone);
        for (let i = 0; i < days; i++) {
          const next = startOfNextDay(expected, zone);
          expect((next.getTime() - expected.getTime()) / HOUR).toBeGreaterThan(22);
          expected = next;
        }
        expect(addDays(at, days, zone)).toEqual(expected);
        expect(addDays(expected, -days, zone)).toEqual(startOfDay(at, zone));
      },
    ),
  );
});
