import { expect, it } from 'vitest';
import { addDuration } from '../../../src/emulators/keygen/duration.js';

const DAY = 86_400;
const MONTH = 2_629_746;
const YEAR = 12 * MONTH;

it.each([
  ['2026-07-19T00:00:00.000Z', MONTH, '2026-08-19T00:00:00.000Z'],
  ['2024-01-21T21:30:00.000Z', MONTH, '2024-02-21T21:30:00.000Z'],
  ['2026-01-31T10:00:00.000Z', MONTH, '2026-02-28T10:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', YEAR, '2025-02-28T00:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', 4 * YEAR, '2028-02-29T00:00:00.000Z'],
  ['2026-01-01T00:00:00.000Z', 14 * DAY, '2026-01-15T00:00:00.000Z'],
  // 30 days are four weeks and two days, for they are less than a month of seconds.
  ['2026-01-31T00:00:00.000Z', 30 * DAY, '2026-03-02T00:00:00.000Z'],
  // 365 days are less than a year of seconds: 11 months, and what is left of the seconds.
  ['2026-01-01T00:00:00.000Z', 365 * DAY, '2026-12-31T04:39:54.000Z'],
  ['2026-01-31T00:00:00.000Z', MONTH + DAY + 1, '2026-03-01T00:00:01.000Z'],
])('%s and %d seconds is %s', (from, seconds, expected) => {
  expect(addDuration(new Date(from), seconds).toISOString()).toBe(expected);
});
