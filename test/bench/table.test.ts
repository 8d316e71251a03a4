import { expect, it } from 'vitest';
import { bench, type Row } from './load.js';

const { tableOf, number } = await bench<{ tableOf(rows: readonly Row[]): string; number(value: number): string }>(
  'lib/table.mjs',
);

it('lays out a Markdown table with the raw figures, and says by how much a row falls short', () => {
  const rows: Row[] = [
    {
      name: 'a page',
      ratio: 0.5,
      spread: [0.4, 0.6],
      goal: '>=1',
      value: 500,
      against: 1000,
      unit: 'pages/s',
      detail: 'p50 2 ms',
    },
    { name: 'told alone', ratio: null, spread: null, goal: null, value: 3, against: null, unit: 'ms', detail: '' },
    { name: 'by hand', ratio: 1.2, goal: '<=1.5', detail: '12 / 10' },
  ];
  expect(
    tableOf(rows)
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' ')),
  ).toEqual([
    '| what | ratio | spread | goal | met | figures |',
    expect.stringMatching(/^\|-+\|-+\|-+\|-+\|-+\|-+\|$/),
    '| a page | 0.50 | 0.40–0.60 | >=1 | short by 50 % | 500 / 1,000 pages/s; p50 2 ms |',
    '| told alone | | | | | 3.00 ms |',
    '| by hand | 1.20 | | <=1.5 | yes | 12 / 10 |',
  ]);
});

it('never rounds a row that falls short up to nothing', () => {
  expect(tableOf([{ name: 'nearly', ratio: 1.0001, goal: '<=1', detail: '' }])).toContain('short by 1 %');
});

it('keeps three figures that count', () => {
  expect([12_345.6, 123.45, 12.345, 1.2345, 0.0123].map(number)).toEqual(['12,346', '123', '12.3', '1.23', '0.012']);
});
