import { expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.js';
import { forecast, projectedUse } from '../../src/quota/forecast.js';

interface Trials {
  qualityOf(
    product: { forecast: typeof forecast; projectedUse: typeof projectedUse; addDays: typeof addDays },
    seeds: readonly number[],
  ): readonly { readonly name: string; readonly ratio: number; readonly held: number }[];
}

it('comes closer than the naive forecasts on series of many kinds, and holds its range; the benchmark has more of them', async () => {
  const { qualityOf }: Trials = await import(
    new URL('../../bench/cases/forecast-quality/trials.mjs', import.meta.url).href
  );
  const kinds = qualityOf({ forecast, projectedUse, addDays }, [4]);
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  expect(kinds.length).toBeGreaterThan(20);
  expect(median(kinds.map(({ ratio }) => ratio))).toBeLessThan(0.7);
  // One series of a kind scatters far more than the benchmark's thirty, which keep this bound in every kind.
  expect(kinds.filter(({ ratio }) => ratio > 1.1).length).toBeLessThan(4);
  expect(median(kinds.map(({ held }) => held))).toBeGreaterThan(0.65);
});
