import { describe, expect, it } from 'vitest';
import { amountTicks, timeTicks } from '../../../src/dashboard/parts/chart-scale.js';
import { formatTime } from '../../../src/dashboard/parts/format.js';
import { dateIn, dayStarts, startOfDate, startOfNextDay, zoneName } from '../../../src/dashboard/parts/zone.js';

const at = (time: string) => Date.parse(time);
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString().slice(0, 16));

describe('wall clocks of other places', () => {
  it('begin days at their own midnight, by name and by offset', () => {
    expect(iso(startOfDate('2026-01-15', 'America/New_York'))).toBe('2026-01-15T05:00');
    expect(iso(startOfDate('2026-01-15', '+05:30'))).toBe('2026-01-14T18:30');
    expect(iso(startOfDate('2026-01-15', null))).toBe('2026-01-15T00:00');
    expect(startOfDate('15 January', null)).toBeNull();
    expect(dateIn(at('2026-01-15T03:00:00Z'), '-07:00')).toBe('2026-01-14');
  });

  it('have days of 23 and of 25 hours', () => {
    const hours = (date: string) => {
      const start = startOfDate(date, 'Europe/Berlin') as number;
      return (startOfNextDay(start, 'Europe/Berlin') - start) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
  });

  it('begin a day at one where clocks skip midnight', () => {
    // Santiago goes from 24:00 to 01:00 on 6 September 2026.
    const start = startOfDate('2026-09-06', 'America/Santiago') as number;
    expect(formatTime(new Date(start).toISOString(), 'America/Santiago')).toBe('2026-09-06 01:00');
    expect(iso(startOfNextDay(start, 'America/Santiago'))).toBe('2026-09-07T03:00');
  });

  it('list every midnight once over a clock change', () => {
    const starts = dayStarts(at('2026-10-23T22:00:00Z'), at('2026-10-27T00:00:00Z'), 'Europe/Berlin');
    expect(starts.map(iso)).toEqual(['2026-10-23T22:00', '2026-10-24T22:00', '2026-10-25T23:00', '2026-10-26T23:00']);
  });

  it('tell the time of an offset as well as that of a name', () => {
    expect(formatTime('2026-01-15T03:05:00Z', '-07:00')).toBe('2026-01-14 20:05');
    expect(formatTime('2026-07-15T03:05:00Z', 'Europe/Berlin')).toBe('2026-07-15 05:05');
    expect(zoneName('+00:00')).toBe('UTC');
    expect(zoneName('-07:00')).toBe('UTC-07:00');
    expect(zoneName('Europe/Berlin')).toBe('Europe/Berlin');
  });
});

describe("a chart's axes", () => {
  it('have round marks in the base of the vendor', () => {
    const gb = 1024 ** 3;
    expect(amountTicks(4.6 * gb, { kind: 'splunk' })).toEqual([0, 2 * gb, 4 * gb, 6 * gb]);
    expect(amountTicks(50e9, { kind: 'enterprise-recon' })).toEqual([0, 20e9, 40e9, 60e9]);
    expect(amountTicks(3, null)).toEqual([0, 1, 2, 3, 4]);
    expect(amountTicks(0, null)[0]).toBe(0);
  });

  it('have their marks where days begin in the zone, and at hours when the time is short', () => {
    const month = timeTicks(at('2026-10-10T00:00:00Z'), at('2026-11-10T00:00:00Z'), 'America/New_York');
    expect(month.every((tick) => formatTime(new Date(tick).toISOString(), 'America/New_York').endsWith('00:00'))).toBe(
      true,
    );
    expect(month.length).toBeLessThanOrEqual(8);
    const day = timeTicks(at('2026-11-10T00:00:00Z'), at('2026-11-11T00:00:00Z'), '+05:30');
    expect(day.length).toBeGreaterThan(2);
  });
});
