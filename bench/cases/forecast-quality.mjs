/**
 * How well forecasts come true on seeded synthetic series, by median absolute percentage error, against the better of the
 * naive ones: the last value, and the same time yesterday.
 */

import { product } from '../lib/product.mjs';
import { median, qualityOf, range } from './forecast-quality/trials.mjs';

const { addDays } = await product('domain/calendar.js');
const { forecast, projectedUse } = await product('quota/forecast.js');

const SEEDS = 20;

export const about = 'the error of forecasts against that of the better naive ones';

export function run() {
  const results = qualityOf({ forecast, projectedUse, addDays }, range(1, SEEDS));
  const ratios = results.map(({ ratio }) => ratio);
  const held = results.map(({ held }) => held);
  return [
    ...results.map(({ name, ratio, ours, naive }) => ({
      name: `forecast error, ${name}`,
      ratio,
      goal: '<=1.1',
      detail: `${percent(ours)} / ${percent(naive)}`,
    })),
    { name: 'forecast error, median over kinds', ratio: median(ratios), goal: '<=0.99', detail: 'ours / better naive' },
    {
      name: 'forecast range holds, median over kinds',
      ratio: median(held),
      goal: '>=0.75',
      detail: `0.8 is meant; ${Math.min(...held).toFixed(2)} to ${Math.max(...held).toFixed(2)}`,
    },
  ];
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
