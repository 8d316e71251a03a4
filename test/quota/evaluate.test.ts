import { expect, it } from 'vitest';
import { evaluate } from '../../src/quota/evaluate.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('recon');
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const now = new Date('2026-01-01T00:00:00Z');

/** An installation that says `reported`, with one pool for each use of 10. */
function installation(reported: 'ACTIVE' | 'EXCEEDED', uses: readonly (bigint | null)[]) {
  const licenseId = s.id('License', 'installation');
  return evaluate(
    {
      licenses: [s.license('installation', { standing: { reported, exceededByQuotas: true } })],
      pools: uses.map((_use, i) => s.pool(`p${i}`, { licenseId })),
      meters: uses.map((use, i) => s.meter(s.id('Pool', `p${i}`), use, 10n)),
      timeZone: null,
    },
    policy,
    now,
  );
}

it('makes a license EXCEEDED by any pool of it, where the vendor sees it so', () => {
  expect(installation('ACTIVE', [1n, 12n]).licenses).toMatchObject([
    { status: 'EXCEEDED', derivedStatus: 'EXCEEDED', conflicts: ['STATE_POOL_MISMATCH'] },
  ]);
  expect(installation('EXCEEDED', [1n, 10n]).licenses).toMatchObject([
    { status: 'EXCEEDED', derivedStatus: 'ACTIVE', conflicts: ['STATE_POOL_MISMATCH'] },
  ]);
});

it('does not contradict the vendor while one of the pools cannot be told', () => {
  expect(installation('EXCEEDED', [1n, null]).licenses).toMatchObject([{ conflicts: ['REPORTED_WORSE'] }]);
});

it('gives a pool the state and ratio of its worst quota', () => {
  const pool = s.pool('p');
  const meters = [s.meter(pool.id, 5n, 10n), s.meter(pool.id, 9n, 10n, { dimension: 'TARGETS' })];
  expect(
    evaluate({ licenses: [], pools: [pool, s.pool('q')], meters, timeZone: null }, policy, now).pools,
  ).toMatchObject([
    { state: 'CRITICAL', ratio: 0.9 },
    { state: null, ratio: null },
  ]);
});

it("adds what a vendor's own rules say of a license, and the earliest moment at which anything changes", () => {
  const soon = new Date('2026-01-02T00:00:00Z');
  const license = s.license('a', { expiresAt: new Date('2027-01-01T00:00:00Z') });
  const evaluation = evaluate({ licenses: [license], pools: [], meters: [], timeZone: null }, policy, now, () => ({
    fields: { verdict: 'fine' },
    changesAt: soon,
  }));
  expect(evaluation.licenses).toMatchObject([{ id: license.id, verdict: 'fine', status: 'ACTIVE' }]);
  expect(evaluation.changesAt).toEqual(soon);
});

it('comes out the same whatever the order of what it is given', () => {
  const licenses = ['a', 'b', 'c'].map((id) => s.license(id));
  const pools = ['p', 'q'].map((id) => s.pool(id, { licenseId: licenses[0]?.id ?? null }));
  const meters = pools.map((pool, i) => s.meter(pool.id, BigInt(i * 9), 10n));
  const sorted = (evaluation: ReturnType<typeof evaluate>) =>
    JSON.stringify(
      [...evaluation.licenses, ...evaluation.pools, ...evaluation.quotas].sort((a, b) => (a.id < b.id ? -1 : 1)),
      (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
  const forward = evaluate({ licenses, pools, meters, timeZone: null }, policy, now);
  const backward = evaluate(
    { licenses: licenses.toReversed(), pools: pools.toReversed(), meters: meters.toReversed(), timeZone: null },
    policy,
    now,
  );
  expect(sorted(backward)).toBe(sorted(forward));
});

it('shows of a pool what its own quota comes to when only the clock has moved', () => {
  const pool = s.pool('p', { limit: 100n, used: 60n });
  const until = new Date('2026-01-02T00:00:00Z');
  const part = { licenseId: s.id('License', 'a'), amount: 50n, until };
  const meters = [s.meter(pool.id, 60n, 100n, { parts: [part] })];
  const at = (when: Date) => evaluate({ licenses: [], pools: [pool], meters, timeZone: null }, policy, when).pools[0];
  expect(at(now)).toMatchObject({ limit: 100n, used: 60n, state: 'OK' });
  expect(at(until)).toMatchObject({ limit: 50n, used: 60n, state: 'EXCEEDED', ratio: 1.2 });
});
