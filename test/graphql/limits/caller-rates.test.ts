import type { GraphQLError } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCallerRates } from '../../../src/graphql/limits/caller-rates.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = { costPerMinute: 100, changesPerMinute: 10 };
const refusal = (spent: Promise<void>) =>
  spent.then(
    () => null,
    (error: GraphQLError) => error.extensions,
  );

it('gives a caller a minute’s allowance, and a new one when the minute is over', async () => {
  const rates = createCallerRates(limits);
  await rates.spend('a', { cost: 100, changes: 10 });
  expect(await refusal(rates.spend('a', { cost: 1, changes: 0 }))).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfter: 60,
  });
  await vi.advanceTimersByTimeAsync(59_500);
  expect(await refusal(rates.spend('a', { cost: 1, changes: 0 }))).toMatchObject({ retryAfter: 1 });
  await vi.advanceTimersByTimeAsync(500);
  expect(await refusal(rates.spend('a', { cost: 100, changes: 10 }))).toBeNull();
});

it('keeps callers apart', async () => {
  const rates = createCallerRates(limits);
  await rates.spend('a', { cost: 100, changes: 0 });
  expect(await refusal(rates.spend('b', { cost: 100, changes: 0 }))).toBeNull();
});

it('takes nothing for what is refused, of either allowance', async () => {
  const rates = createCallerRates(limits);
  await rates.spend('a', { cost: 40, changes: 8 });
  expect(await refusal(rates.spend('a', { cost: 50, changes: 3 }))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(rates.spend('a', { cost: 61, changes: 2 }))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(rates.spend('a', { cost: 60, changes: 2 }))).toBeNull();
});

it('gives of many that ask at the same moment to no more than there is for', async () => {
  const rates = createCallerRates(limits);
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => refusal(rates.spend('a', { cost: 10, changes: 0 }))),
  );
  expect(answers.filter((answer) => answer === null)).toHaveLength(10);
});
