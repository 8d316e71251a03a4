import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Limit, Meter } from '../../src/domain/entities.js';
import { quotaStates } from '../../src/domain/vocabulary.js';
import { evaluateMeter } from '../../src/quota/quota.js';

const policy = { warning: 0.8, critical: 0.9 };

function quota(used: bigint | null, limit: bigint | Limit, extra: Partial<Meter> = {}) {
  return evaluateMeter(
    {
      subjectId: 'Pool:recon:server.COUNT',
      dimension: 'TARGETS',
      measure: 'GAUGE',
      limit: typeof limit === 'bigint' ? { kind: 'limited', value: limit } : limit,
      used,
      enforcement: 'HARD',
      overage: { kind: 'none' },
      resetsAt: null,
      reasons: [],
      ...extra,
    },
    policy,
    new Date('2026-01-01T00:00:00Z'),
    null,
  ).value;
}

describe('the state of a quota', () => {
  it.each([
    [0n, 20n, 'OK'],
    [15n, 20n, 'OK'],
    [16n, 20n, 'WARNING'],
    [17n, 20n, 'WARNING'],
    [18n, 20n, 'CRITICAL'],
    [20n, 20n, 'CRITICAL'],
    [21n, 20n, 'EXCEEDED'],
    [0n, 0n, 'OK'],
    [1n, 0n, 'EXCEEDED'],
  ] as const)('is, for %s of %s, %s', (used, limit, state) => {
    expect(quota(used, limit).state).toBe(state);
  });

  it('is decided exactly where a double would round: one byte below 80 % of a huge limit is OK', () => {
    const limit = 5n * 10n ** 20n;
    expect(quota(4n * 10n ** 20n - 1n, limit).state).toBe('OK');
    expect(quota(4n * 10n ** 20n, limit).state).toBe('WARNING');
  });

  it('is UNLIMITED, with limit, ratio and remaining null, where there is no limit', () => {
    expect(quota(7n, { kind: 'unlimited' })).toMatchObject({
      state: 'UNLIMITED',
      limit: null,
      ratio: null,
      remaining: null,
      used: 7n,
    });
  });

  it('is UNKNOWN, and says why, where the use or the limit cannot be read', () => {
    expect(quota(null, 20n)).toMatchObject({ state: 'UNKNOWN', limit: 20n, remaining: null });
    expect(quota(null, 20n).reasons).toContain('How much is used is not known.');
    const unread = quota(3n, { kind: 'unknown', reason: 'The limit "abc" is no number.' });
    expect(unread).toMatchObject({ state: 'UNKNOWN', limit: null, reasons: ['The limit "abc" is no number.'] });
    expect(quota(-1n, 20n)).toMatchObject({ state: 'UNKNOWN', used: null });
    expect(quota(1n, -5n)).toMatchObject({ state: 'UNKNOWN', limit: null });
  });

  it('is EXCEEDED for warnings as soon as they reach the limit', () => {
    expect(quota(5n, 5n, { dimension: 'WARNINGS' }).state).toBe('EXCEEDED');
    expect(quota(4n, 5n, { dimension: 'WARNINGS' }).state).toBe('WARNING');
  });
});

it('reports a negative remainder when over, and no ratio of nothing', () => {
  expect(quota(25n, 20n)).toMatchObject({ remaining: -5n, ratio: 1.25 });
  expect(quota(1n, 0n)).toMatchObject({ remaining: -1n, ratio: null });
});

it('rounds an allowed overage down, and has none where it is unbounded or not allowed', () => {
  expect(quota(6n, 5n, { overage: { kind: 'factor', numerator: 5n, denominator: 4n } }).overageLimit).toBe(6n);
  expect(quota(6n, 5n, { overage: { kind: 'unbounded' } }).overageLimit).toBeNull();
  expect(quota(6n, 5n).overageLimit).toBeNull();
});

it('names a quota by its subject as the contract does', () => {
  expect(quota(1n, 2n).id).toBe('Quota:recon:Pool.server.COUNT.TARGETS');
  expect(quota(1n, 2n, { subjectId: 'Pool:s:a%20b' }).id).toBe('Quota:s:Pool.a%20b.TARGETS');
});

it('never gives a better state to more use, and never NaN or infinity', () => {
  const amount = fc.bigInt({ min: 0n, max: 2n ** 70n });
  fc.assert(
    fc.property(amount, amount, amount, (a, b, limit) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      const [lower, higher] = [quota(less, limit), quota(more, limit)];
      expect(quotaStates.indexOf(higher.state)).toBeGreaterThanOrEqual(quotaStates.indexOf(lower.state));
      for (const { ratio } of [lower, higher]) expect(ratio === null || Number.isFinite(ratio)).toBe(true);
      expect(higher.state === 'EXCEEDED').toBe(more > limit);
    }),
  );
});
