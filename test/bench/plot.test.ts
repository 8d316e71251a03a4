import { expect, it } from 'vitest';
import { bench } from './load.js';

interface Point {
  readonly panel: string;
  readonly size: number;
  readonly value: number;
  readonly series?: string;
}

interface Plot {
  readonly PANELS: Readonly<Record<string, unknown>>;
  plotOf(points: readonly Point[]): string;
  isWhole(points: readonly Point[]): boolean;
}

const { PANELS, plotOf, isWhole } = await bench<Plot>('plot.mjs');

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const all = Object.keys(PANELS).flatMap((panel) => SIZES.map((size) => ({ panel, size, value: size / 100 })));

it('draws a line a panel over logarithmic axes: ten times the licenses is as far again', () => {
  const svg = plotOf(all);
  const lines = [...svg.matchAll(/<polyline class="own" points="([^"]+)"/g)].map(([, line = '']) =>
    line.split(' ').map((place) => place.split(',').map(Number)),
  );
  expect(lines).toHaveLength(4);
  for (const places of lines) {
    const steps = places.slice(1).map(([x = 0], i) => x - (places[i]?.[0] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 0);
  }
});

it('says where nothing was measured', () => {
  expect(plotOf(all.filter(({ panel }) => panel !== 'sync'))).toContain('not measured');
});

it('draws what it is measured against as a line of its own', () => {
  const floor = SIZES.map((size) => ({ panel: 'sync', size, value: size / 200, series: 'floor' }));
  expect(plotOf([...all, ...floor])).toContain('<polyline class="floor"');
});

it('is whole with every size in every panel only', () => {
  expect(isWhole(all)).toBe(true);
  expect(isWhole(all.slice(1))).toBe(false);
});
