import { expect, it } from 'vitest';
import { forecastSentence, rangeSentence } from '../../../src/dashboard/parts/forecast-words.js';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const source = { id: 'Source:splunk', name: 'splunk', kind: 'splunk', timeZone: null };
const basis = { from: '2026-01-09T00:00:00Z', to: '2026-03-10T00:00:00Z', samples: 60 };
const daily = {
  source,
  dimension: 'INDEXED_BYTES_PER_DAY',
  measure: 'DAILY_COUNTER',
  state: 'OK',
  limit: '4294967296',
  remaining: '2147483648',
  resetsAt: '2026-03-11T00:00:00Z',
} as const;

it('says when a limit is crossed, and what the day will come to', () => {
  const forecast = {
    method: 'LINEAR',
    projectedAtReset: '5368709120',
    exhaustsAt: '2026-03-10T18:00:00Z',
    low: '4294967296',
    high: '6442450944',
    basis,
  };
  expect(forecastSentence(daily, forecast, NOW)).toBe(
    'It crosses its limit in 6 hours; about 5 GB when its day ends in 12 hours.',
  );
  expect(rangeSentence(daily, forecast)).toBe('In 8 of 10 cases it is between 4 GB and 6 GB at the end of the day.');
});

it('says by how much a limit is passed already, and when none will be', () => {
  const forecast = { method: 'FLAT', projectedAtReset: null, exhaustsAt: null, low: '9', high: '9', basis };
  const machines = { ...daily, dimension: 'MACHINES', measure: 'GAUGE', limit: '4', remaining: '-5' } as const;
  expect(forecastSentence({ ...machines, state: 'EXCEEDED' }, forecast, NOW)).toBe('5 over the limit now.');
  expect(forecastSentence(machines, forecast, NOW)).toBe('It is not expected to cross its limit.');
  expect(forecastSentence({ ...machines, state: 'UNLIMITED' }, forecast, NOW)).toBe('There is no limit to cross.');
  expect(rangeSentence(machines, forecast)).toBe('In 8 of 10 cases it is 9 30 days from now.');
});
