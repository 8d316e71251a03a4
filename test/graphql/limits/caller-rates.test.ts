import type { GraphQLError } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallerRates, createCallerRates, type Spending } from '../../../src/graphql/limits/caller-rates.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const limits = { costPerMinute: 100, changesPerMinute: 10 };
/** For an operation without a document, whose deposit is nothing. */
async function spend(rates: CallerRates, caller: string, spending: Spending): Promise<void> {
  const pay = await rates.deposit(caller, 0);
  await pay(spending);
}
const refusal = (spent: Promise<unknown>) =>
  spent.then(
    () => null,
    (error: GraphQLError) => error.extensions,
  );

it('gives a caller a minute’s allowance, and a new one when the minute is over', async () => {
  const rates = createCallerRates(limits);
  await spend(rates, 'a', { cost: 100, changes: 10 });
  expect(await refusal(spend(rates, 'a', { cost: 1, changes: 0 }))).toMatchObject({
    code: 'RATE_LIMITED',
    retryAfter: 60,
  });
  await vi.advanceTimersByTimeAsync(59_500);
  expect(await refusal(spend(rates, 'a', { cost: 1, changes: 0 }))).toMatchObject({ retryAfter: 1 });
  await vi.advanceTimersByTimeAsync(500);
  expect(await refusal(spend(rates, 'a', { cost: 100, changes: 10 }))).toBeNull();
});

it('keeps callers apart', async () => {
  const rates = createCallerRates(limits);
  await spend(rates, 'a', { cost: 100, changes: 0 });
  expect(await refusal(spend(rates, 'b', { cost: 100, changes: 0 }))).toBeNull();
});

it('takes nothing for what is refused, of either allowance', async () => {
  const rates = createCallerRates(limits);
  await spend(rates, 'a', { cost: 40, changes: 8 });
  expect(await refusal(spend(rates, 'a', { cost: 50, changes: 3 }))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(spend(rates, 'a', { cost: 61, changes: 2 }))).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(spend(rates, 'a', { cost: 60, changes: 2 }))).toBeNull();
});

it('gives of many that ask at the same moment to no more than there is for', async () => {
  const rates = createCallerRates(limits);
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => refusal(spend(rates, 'a', { cost: 10, changes: 0 }))),
  );
  expect(answers.filter((answer) => answer === null)).toHaveLength(10);
});

describe('a document', () => {
  const roomy = { costPerMinute: 100_000, changesPerMinute: 10 };

  it('is paid for by its tokens when nothing of it runs', async () => {
    const rates = createCallerRates(roomy);
    for (let i = 0; i < 200; i++) await rates.deposit('a', 10);
    expect(await refusal(rates.deposit('a', 10))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
    expect(await refusal(rates.deposit('b', 10))).toBeNull();
  });

  it('costs nothing beside the operation that it has', async () => {
    const rates = createCallerRates(roomy);
    for (let i = 0; i < 995; i++) {
      const pay = await rates.deposit('a', 10);
      await pay({ cost: 100, changes: 0 });
    }
    expect(await refusal(spend(rates, 'a', { cost: 501, changes: 0 }))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await refusal(spend(rates, 'a', { cost: 500, changes: 0 }))).toBeNull();
  });

  it('is not paid for either when its operation is refused for want of what it costs', async () => {
    const rates = createCallerRates(roomy);
    const pay = await rates.deposit('a', 10);
    expect(await refusal(pay({ cost: 100_001, changes: 0 }))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await refusal(spend(rates, 'a', { cost: 100_000, changes: 0 }))).toBeNull();
  });

  it('of any size fits two hundred times into a minute, however small that is', async () => {
    for (const [costPerMinute, fits] of [
      [10_000, 200],
      [100, 100],
      [1, 1],
    ] as const) {
      const rates = createCallerRates({ costPerMinute, changesPerMinute: 1 });
      for (let i = 0; i < fits; i++) await rates.deposit('a', 5_000);
      expect(await refusal(rates.deposit('a', 5_000))).toMatchObject({ code: 'RATE_LIMITED' });
    }
  });
});
