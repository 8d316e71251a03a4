import { expect, it } from 'vitest';
import { isCloseToBlocked } from '../../../../src/dashboard/views/overview/close-to-blocked.js';
import { nextCrossings } from '../../../../src/dashboard/views/overview/next-crossings.js';
import { timelineOf } from '../../../../src/dashboard/views/overview/timeline.js';

const NOW = Date.parse('2026-03-10T12:00:00Z');

it('puts expiries along the line by their time, those of one day as one, and the months under it', () => {
  const { marks, months } = timelineOf(
    [
      { displayName: 'soon', expiresAt: '2026-03-10T13:00:00Z' },
      { displayName: 'soon too', expiresAt: '2026-03-10T20:00:00Z' },
      { displayName: 'late', expiresAt: '2026-06-08T11:00:00Z' },
      { displayName: 'never', expiresAt: null },
    ],
    NOW,
  );
  expect(marks.map(({ count, names }) => [count, names])).toEqual([
    [2, ['soon', 'soon too']],
    [1, ['late']],
  ]);
  expect(marks[0]?.at).toBeLessThan(2);
  expect(marks[1]?.at).toBeGreaterThan(98);
  expect(months.map(({ label }) => label)).toEqual(['Apr', 'May', 'Jun']);
});

it('has the next crossing of a limit first, and leaves out what crosses none', () => {
  const quota = (id: string, exhaustsAt: string | null) => ({ id, forecast: { exhaustsAt } });
  const quotas = [quota('late', '2026-05-01T00:00:00Z'), quota('never', null), quota('next', '2026-03-11T00:00:00Z')];
  expect(nextCrossings([...quotas, { id: 'unknown', forecast: null }]).map(({ id }) => id)).toEqual(['next', 'late']);
});

it('takes a peer for close to blocked that has warnings and only a few left', () => {
  const warnings = { enforcement: 'HARD', used: '3', remaining: '2', subject: { __typename: 'Peer' } } as const;
  expect(isCloseToBlocked(warnings)).toBe(true);
  expect(isCloseToBlocked({ ...warnings, used: '0' })).toBe(false);
  expect(isCloseToBlocked({ ...warnings, remaining: '3' })).toBe(false);
  expect(isCloseToBlocked({ ...warnings, enforcement: 'INFORMATIONAL' })).toBe(false);
  expect(isCloseToBlocked({ ...warnings, subject: { __typename: 'Pool' } })).toBe(false);
});
