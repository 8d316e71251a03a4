import { describe, expect, it } from 'vitest';
import {
  gapsOf,
  isUnfinished,
  limitSteps,
  topOf,
  type UsagePointLike,
  usageRows,
  withForecast,
} from '../../../src/dashboard/parts/usage-rows.js';

const point = (start: string, last: string | null = '5', limit: string | null = '10'): UsagePointLike => ({
  start,
  peak: last,
  last,
  limit,
  samples: 1,
});
const at = (time: string) => Date.parse(time);
const days = (...dates: string[]) => dates.map((date) => point(`${date}T00:00:00.000Z`));

describe('the rows of a chart of use', () => {
  it('break the line where a day is missing, and never fill it with zero', () => {
    const rows = usageRows(days('2026-11-01', '2026-11-02', '2026-11-05'), 'DAY');
    expect(rows.map(({ peak }) => peak)).toEqual([5, 5, null, 5]);
    expect(rows[2]?.at).toBeGreaterThan(at('2026-11-02T00:00:00Z'));
    expect(rows[2]?.at).toBeLessThan(at('2026-11-05T00:00:00Z'));
  });

  it('break the line where the use could not be read', () => {
    const rows = usageRows([point('2026-11-01T00:00:00Z', null), point('2026-11-02T00:00:00Z', '0')], 'DAY');
    expect(rows.map(({ peak }) => peak)).toEqual([null, 0]);
  });

  it('take days of 23 and of 25 hours for neighbors', () => {
    const spring = [point('2026-03-28T23:00:00Z'), point('2026-03-29T22:00:00Z')];
    const autumn = [point('2026-10-24T22:00:00Z'), point('2026-10-25T23:00:00Z')];
    for (const pair of [spring, autumn]) {
      expect(gapsOf(pair, 'DAY')).toEqual([]);
      expect(usageRows(pair, 'DAY')).toHaveLength(2);
    }
  });

  it('say how many hours or days are missing', () => {
    expect(gapsOf(days('2026-11-01', '2026-11-04'), 'DAY').map(({ missing }) => missing)).toEqual([2]);
    const hours = [point('2026-11-01T00:00:00Z'), point('2026-11-01T02:00:00Z')];
    expect(gapsOf(hours, 'HOUR').map(({ missing }) => missing)).toEqual([1]);
  });

  it('draw the limit as steps: one while it stays, another where it changes, none where it is not known', () => {
    const steps = limitSteps(
      [
        point('2026-11-01T00:00:00Z', '1', '10'),
        point('2026-11-02T00:00:00Z', '1', '10'),
        point('2026-11-03T00:00:00Z', '1', '20'),
        point('2026-11-04T00:00:00Z', '1', null),
        point('2026-11-05T00:00:00Z', '1', '20'),
      ],
      'DAY',
      'UTC',
    );
    expect(steps.map(({ from, to, limit }) => [new Date(from).getUTCDate(), new Date(to).getUTCDate(), limit])).toEqual(
      [
        [1, 3, 10],
        [3, 4, 20],
        [5, 6, 20],
      ],
    );
  });

  it('mark the day that is not over by the clock of the source', () => {
    const today = point('2026-11-21T23:00:00.000Z');
    const now = at('2026-11-22T23:30:00Z');
    expect(isUnfinished(today, 'DAY', 'Europe/Berlin', now)).toBe(false);
    expect(isUnfinished(point('2026-11-22T23:00:00Z'), 'DAY', 'Europe/Berlin', now)).toBe(true);
    expect(isUnfinished(point('2026-11-22T07:00:00Z'), 'DAY', '-07:00', now)).toBe(true);
    expect(isUnfinished(point('2026-11-22T22:00:00Z'), 'HOUR', 'UTC', now)).toBe(false);
  });

  it('go on from the last use to the range that is expected', () => {
    const rows = usageRows(days('2026-11-01', '2026-11-02'), 'DAY');
    const now = at('2026-11-02T12:00:00Z');
    const daily = withForecast(
      rows,
      { projectedAtReset: '8', low: '7', high: '9' },
      { now, resetsAt: '2026-11-03T00:00:00Z' },
    );
    expect(daily.at(-2)).toMatchObject({ peak: 5, band: [5, 5], projected: 5 });
    expect(daily.at(-1)).toMatchObject({ at: at('2026-11-03T00:00:00Z'), peak: null, band: [7, 9], projected: 8 });
    const other = withForecast(rows, { low: '7', high: '9' }, { now, resetsAt: null });
    expect(other.at(-1)).toMatchObject({ at: at('2026-12-02T12:00:00Z'), band: [7, 9], projected: null });
    expect(withForecast(rows, null, { now, resetsAt: null })).toEqual(rows);
  });

  it('leave a limit that is far away above the chart', () => {
    const rows = usageRows(days('2026-11-01'), 'DAY');
    const step = { from: 0, to: 1 };
    expect(topOf(rows, [{ ...step, limit: 1000 }])).toEqual({ top: 5, isLimitAbove: true });
    expect(topOf(rows, [{ ...step, limit: 20 }])).toEqual({ top: 20, isLimitAbove: false });
  });
});
