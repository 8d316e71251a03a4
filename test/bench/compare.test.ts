import { expect, it } from 'vitest';
import { bench, type Row } from './load.js';

interface Compare {
  comparedRows(told: readonly (readonly (readonly Row[])[])[], revisions: readonly string[]): readonly Row[];
}

const { comparedRows } = await bench<Compare>('lib/compare.mjs');

const page = (value: number): Row => ({ name: 'page', value, unit: 'ms', ratio: null });
const parse = (ratio: number): Row => ({ name: 'parse', ratio });

it('divides what the second commit took by what the first took, round by round', () => {
  const told = [
    [
      [page(10), parse(1)],
      [page(20), parse(1)],
      [page(10), parse(1)],
    ],
    [
      [page(5), parse(2)],
      [page(10), parse(3)],
      [page(6), parse(2)],
    ],
  ];
  expect(comparedRows(told, ['old', 'new'])).toMatchObject([
    { name: 'page: new / old', ratio: 0.5, spread: [0.5, 0.6], unit: 'ms' },
    { name: 'parse: new / old', ratio: 2, spread: [2, 3] },
  ]);
});

it('leaves out what only one of them has', () => {
  expect(comparedRows([[[page(1), parse(1)]], [[parse(1)]]], ['old', 'new'])).toHaveLength(1);
});
