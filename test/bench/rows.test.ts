import { expect, it } from 'vitest';
import { bench, type Row } from './load.js';

interface Rows {
  versus(measured: {
    name: string;
    ours: readonly number[];
    theirs?: readonly number[];
    goal?: string | null;
    unit: string;
  }): Row;
  verdict(row: Pick<Row, 'ratio' | 'goal'>): { isMet: boolean; short: number } | null;
}

interface Statistics {
  median(values: readonly number[]): number;
}

const { versus, verdict } = await bench<Rows>('lib/rows.mjs');
const { median } = await bench<Statistics>('lib/statistics.mjs');

it('takes the middle of the values, or what lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
});

it('divides within each round, so that a slow moment that met both changes nothing', () => {
  const row = versus({ name: 'page', ours: [10, 100, 12], theirs: [20, 200, 20], goal: '>=0.5', unit: 'pages/s' });
  expect(row).toMatchObject({ ratio: 0.5, spread: [0.5, 0.6], value: 12, against: 20 });
});

it('tells a figure alone when there is nothing to measure it against', () => {
  expect(versus({ name: 'page', ours: [1, 2, 3], unit: 'ms' })).toMatchObject({
    value: 2,
    against: null,
    ratio: null,
    spread: null,
  });
});

it('refuses to divide rounds that have no counterpart', () => {
  expect(() => versus({ name: 'page', ours: [1, 2], theirs: [1], unit: 'ms' })).toThrow('2 rounds against 1');
});

it.each([
  [1.5, '<=1.5', true, 0],
  [1.8, '<=1.5', false, 0.2],
  [0.95, '>=0.95', true, 0],
  [0.19, '>=0.95', false, 0.8],
])('judges %d against %s', (ratio, goal, isMet, short) => {
  const told = verdict({ ratio, goal });
  expect(told?.isMet).toBe(isMet);
  expect(told?.short).toBeCloseTo(short);
});

it('judges nothing without a goal or a ratio', () => {
  expect(verdict({ ratio: 2, goal: null })).toBeNull();
  expect(verdict({ ratio: null, goal: '<=1' })).toBeNull();
});

it('says how a goal reads when one cannot be read', () => {
  expect(() => verdict({ ratio: 1, goal: '< 2' })).toThrow('A goal reads like');
});
