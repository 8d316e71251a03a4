/** Overdue check-ins at the ends of months and years, where adding an interval and taking it away are no inverses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckInRule,
  checkInRule,
  isOverdue,
  isOverdueAfter,
  overdueTurns,
  turnsAfter,
} from '../../../src/sources/keygen/check-in.js';

const rule = (last: string, interval: string, count = 1): CheckInRule => {
  const made = checkInRule(new Date(last), interval, count);
  if (made === null) throw new Error('no rule');
  return made;
};

const edges: readonly [string, string, number, string, boolean][] = [
  ['2026-06-29T12:00:00.000Z', 'day', 1, '2026-06-30T12:00:00.000Z', false],
  ['2026-06-29T12:00:00.000Z', 'day', 1, '2026-06-30T12:00:00.001Z', true],
  ['2026-06-01T12:00:00.000Z', 'week', 4, '2026-06-29T12:00:00.001Z', true],
  // A month after January 31 is February 28, yet only from March 1 on is a month ago later than January 31.
  ['2026-01-31T10:00:00.000Z', 'month', 1, '2026-02-28T23:59:59.999Z', false],
  ['2026-01-31T10:00:00.000Z', 'month', 1, '2026-03-01T00:00:00.000Z', true],
  ['2026-01-30T10:00:00.000Z', 'month', 1, '2026-03-01T00:00:00.000Z', true],
  ['2024-01-31T10:00:00.000Z', 'month', 1, '2024-02-29T23:59:59.999Z', false],
  // March 29, 30 and 31 all have February 28 a month ago.
  ['2026-02-28T10:00:00.000Z', 'month', 1, '2026-03-28T10:00:00.001Z', true],
  ['2026-02-28T10:00:00.000Z', 'month', 1, '2026-03-29T09:00:00.000Z', false],
  ['2026-02-28T10:00:00.000Z', 'month', 1, '2026-03-31T10:00:00.001Z', true],
  ['2026-02-28T10:00:00.000Z', 'month', 1, '2026-04-01T00:00:00.000Z', true],
  ['2025-12-31T10:00:00.000Z', 'month', 2, '2026-02-28T23:59:59.999Z', false],
  ['2024-02-29T10:00:00.000Z', 'year', 1, '2025-02-28T23:59:59.999Z', false],
  ['2024-02-29T10:00:00.000Z', 'year', 1, '2025-03-01T00:00:00.000Z', true],
];

describe('A check-in', () => {
  it.each(edges)('of %s, each %s × %i, at %s: overdue %s', (last, interval, count, now, overdue) => {
    expect(isOverdue(rule(last, interval, count), new Date(now))).toBe(overdue);
  });

  it('has no rule without a known interval or with a count that Keygen does not allow', () => {
    const last = new Date(0);
    expect(checkInRule(last, null, 1)).toBeNull();
    expect(checkInRule(last, 'fortnight', 1)).toBeNull();
    expect(checkInRule(last, 'day', 0)).toBeNull();
    expect(checkInRule(last, 'day', 366)).toBeNull();
    expect(checkInRule(last, 'day', null)).toBeNull();
    expect(checkInRule(last, 'toString', 1)).toBeNull();
  });

  it('changes between overdue and not only at the turns it names', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const intervals = fc.constantFrom('day', 'week', 'month', 'year');
    const hours = fc.integer({ min: -240, max: 240 });
    fc.assert(
      fc.property(dates, intervals, fc.integer({ min: 1, max: 24 }), hours, (last, interval, count, hour) => {
        const made = rule(last.toISOString(), interval, count);
        const turns = overdueTurns(made);
        const around = new Date((turns[0]?.getTime() ?? 0) + hour * 3_600_000);
        const before = turns.filter((turn) => turn <= around).at(-1) ?? last;
        expect(isOverdue(made, around)).toBe(isOverdue(made, before));
        expect(isOverdue(made, last)).toBe(false);
        expect(isOverdue(made, turns.at(-1) ?? last)).toBe(true);
      }),
    );
  });

  it("never contradicts the rule where it goes by the vendor's next check-in alone", () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const intervals = fc.constantFrom('day', 'week', 'month', 'year');
    const hours = fc.integer({ min: -240, max: 240 });
    fc.assert(
      fc.property(dates, intervals, fc.integer({ min: 1, max: 24 }), hours, (last, interval, count, hour) => {
        const made = rule(last.toISOString(), interval, count);
        const next = nextCheckIn(made);
        const now = new Date(next.getTime() + hour * 3_600_000);
        const told = isOverdueAfter(next, now);
        if (told !== null) expect(told).toBe(isOverdue(made, now));
        expect(turnsAfter(next).map((turn) => isOverdueAfter(next, turn))).toEqual([null, true]);
      }),
    );
  });
});

/** As the vendor reckons it: of a month that has no such day, the last. */
function nextCheckIn({ last, interval, count }: CheckInRule): Date {
  if (interval === 'day' || interval === 'week') {
    return new Date(last.getTime() + count * (interval === 'day' ? 1 : 7) * 86_400_000);
  }
  const next = new Date(last);
  next.setUTCDate(1);
  next.setUTCMonth(next.getUTCMonth() + count * (interval === 'month' ? 1 : 12));
  const days = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  next.setUTCDate(Math.min(last.getUTCDate(), days));
  return next;
}
