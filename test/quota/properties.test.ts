/** What holds of every evaluation, whatever a source said and whenever it is looked at. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { License, Limit, Meter } from '../../src/domain/entities.js';
import { type QuotaState, quotaDimensions, quotaStates } from '../../src/domain/vocabulary.js';
import { type Evaluation, evaluate, type Facts } from '../../src/quota/evaluate.js';
import { thingsOf } from '../support/snapshots.js';

const s = thingsOf('s');
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [30, 7] };
const HUGE = 2n ** 70n;

const instant = fc.date({ min: new Date('1969-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
const zone = fc.constantFrom(null, '-07:00', '+05:30', 'America/New_York', 'Africa/Cairo');
const limit: fc.Arbitrary<Limit> = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: -5n, max: 100n }).map((value) => ({ kind: 'limited' as const, value })) },
  fc.bigInt({ min: 0n, max: HUGE }).map((value) => ({ kind: 'limited' as const, value })),
  fc.constant<Limit>({ kind: 'unlimited' }),
  fc.constant<Limit>({ kind: 'unknown', reason: 'It cannot be read.' }),
);
const used = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt({ min: -5n, max: 120n }) },
  fc.bigInt({ min: 0n, max: HUGE }),
  fc.constant(null),
);
const part = fc.record({
  licenseId: fc.constantFrom('License:s:a', 'License:s:b'),
  amount: fc.bigInt({ min: 0n, max: 50n }),
  until: fc.option(instant),
});
const meter = fc
  .record(
    {
      subjectId: fc.constantFrom(...['Pool:s:p', 'Pool:s:q%2Fr', 'Stack:s:t', 'Peer:s:u', 'License:s:a']),
      dimension: fc.constantFrom(...quotaDimensions),
      measure: fc.constantFrom('DAILY_COUNTER', 'HIGH_WATER', 'GAUGE', 'CUMULATIVE', 'ROLLING_WINDOW'),
      limit,
      used,
      enforcement: fc.constantFrom('HARD', 'SOFT', 'INFORMATIONAL'),
      overage: fc.constantFrom(
        { kind: 'none' as const },
        { kind: 'unbounded' as const },
        { kind: 'factor' as const, numerator: 5n, denominator: 4n },
      ),
      resetsAt: fc.option(instant),
      reasons: fc.constant([] as string[]),
      parts: fc.array(part, { maxLength: 3 }),
      leaves: fc.array(instant, { maxLength: 3 }).map((dates) => dates.sort((a, b) => a.getTime() - b.getTime())),
      peak: fc.bigInt({ min: 0n, max: 200n }),
    },
    {
      requiredKeys: [
        'subjectId',
        'dimension',
        'measure',
        'limit',
        'used',
        'enforcement',
        'overage',
        'resetsAt',
        'reasons',
      ],
    },
  )
  .map((fields) => fields as Meter);
const license = fc
  .record({
    vendorId: fc.constantFrom('a', 'b'),
    expiresAt: fc.option(instant),
    reported: fc.option(fc.constantFrom('ACTIVE', 'EXPIRED', 'EXCEEDED', 'UNKNOWN')),
    exceededByQuotas: fc.boolean(),
    activeUntil: fc.option(instant),
    strictBounds: fc.boolean(),
  })
  .map(({ vendorId, expiresAt, ...standing }): License => s.license(vendorId, { expiresAt, standing }));

const facts: fc.Arbitrary<Facts> = fc.record({
  licenses: fc.uniqueArray(license, { selector: ({ id }) => id, maxLength: 2 }),
  pools: fc.constant([s.pool('p', { licenseId: s.id('License', 'a') }), s.pool('q/r')]),
  meters: fc.uniqueArray(meter, { selector: (each) => `${each.subjectId} ${each.dimension}`, maxLength: 8 }),
  timeZone: zone,
});

it('never throws, and never yields NaN, infinity, or a number where there is none', () => {
  fc.assert(
    fc.property(facts, instant, (given, now) => {
      const evaluation = evaluate(given, policy, now);
      for (const number of numbersIn(evaluation)) expect(Number.isFinite(number)).toBe(true);
      for (const quota of evaluation.quotas) {
        expect(quota.remaining === null).toBe(quota.limit === null || quota.used === null);
        if (quota.limit === null || quota.used === null || quota.limit === 0n) expect(quota.ratio).toBeNull();
        if (quota.state === 'UNKNOWN') expect(quota.reasons.length).toBeGreaterThan(0);
        expect(quota.used === null || quota.used >= 0n).toBe(true);
        expect(quota.limit === null || quota.limit >= 0n).toBe(true);
      }
    }),
  );
});

it('has a state that agrees with its numbers', () => {
  fc.assert(
    fc.property(facts, instant, (given, now) => {
      for (const { limit: most, used: count, state, dimension } of evaluate(given, policy, now).quotas) {
        if (most === null) expect(['UNLIMITED', 'UNKNOWN']).toContain(state);
        else if (count === null) expect(state).toBe('UNKNOWN');
        else if (count > most || (dimension === 'WARNINGS' && count === most && most > 0n))
          expect(state).toBe('EXCEEDED');
        else if (most === 0n) expect(state).toBe('OK');
        else if (count * 10n >= most * 9n) expect(state).toBe('CRITICAL');
        else if (count * 10n >= most * 8n) expect(state).toBe('WARNING');
        else expect(state).toBe('OK');
      }
    }),
  );
});

it('never gives a better state, to a quota or its pool, for more use', () => {
  fc.assert(
    fc.property(facts, instant, fc.bigInt({ min: 1n, max: 100n }), (given, now, more) => {
      const raised = given.meters.map((each) =>
        each.used === null || each.used < 0n ? each : { ...each, used: each.used + more },
      );
      const [before, after] = [evaluate(given, policy, now), evaluate({ ...given, meters: raised }, policy, now)];
      const rank = (state: QuotaState | null) => (state === null ? -1 : quotaStates.indexOf(state));
      for (const [i, quota] of before.quotas.entries()) {
        expect(rank(after.quotas[i]?.state ?? null)).toBeGreaterThanOrEqual(rank(quota.state));
      }
      for (const [i, pool] of before.pools.entries()) {
        expect(rank(after.pools[i]?.state ?? null)).toBeGreaterThanOrEqual(rank(pool.state));
      }
    }),
  );
});

it('comes out the same in any order of what it is given', () => {
  fc.assert(
    fc.property(facts, instant, (given, now) => {
      const turned = {
        ...given,
        licenses: given.licenses.toReversed(),
        pools: given.pools.toReversed(),
        meters: given.meters.toReversed(),
      };
      expect(sorted(evaluate(turned, policy, now))).toEqual(sorted(evaluate(given, policy, now)));
    }),
  );
});

it('stays as it is until the moment it names, and names one that is still to come', () => {
  fc.assert(
    fc.property(facts, instant, fc.double({ min: 0, max: 1, noNaN: true }), (given, now, share) => {
      const first = evaluate(given, policy, now);
      const end = first.changesAt?.getTime() ?? now.getTime() + 1e10;
      expect(end).toBeGreaterThan(now.getTime());
      const later = new Date(Math.floor(now.getTime() + share * (end - 1 - now.getTime())));
      expect(sorted(evaluate(given, policy, later))).toEqual(sorted(first));
    }),
  );
});

function sorted({ licenses, pools, quotas }: Evaluation) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return [licenses, pools, quotas].map((list) => [...list].sort(byId));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Date) return [value.getTime()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
