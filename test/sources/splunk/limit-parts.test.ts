/** What each license adds to a limit, and what is left of it when the license ends and nobody can ask. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/sources/splunk/limit-parts.js';
import { evaluatedOf, type Fields, NOW, type Parts, seconds } from './support.js';

const SOON = '2026-10-20T00:00:00Z';
const LATE = '2026-12-01T00:00:00Z';
const NEVER = 2147483647;
const license = (quota: unknown, ends: string | number, more: Fields = {}): Fields => ({
  type: 'enterprise',
  stack_id: 'enterprise',
  group_id: 'Enterprise',
  quota,
  status: 'VALID',
  expiration_time: typeof ends === 'number' ? ends : seconds(ends),
  ...more,
});
const part = (name: string, amount: bigint, until: string | null) => ({
  licenseId: `License:splunk:${name}`,
  amount,
  until: until === null ? null : new Date(until),
});
const two = { a: license(4_000, NEVER), b: license(6_000, SOON) };

const of = (subject: string, parts: Parts, later = NOW) => evaluatedOf(parts, {}, NOW, later).quota(subject);
const partsOfMeter = (subject: string, parts: Parts) => of(subject, parts).meter.parts;

describe('the parts of a stack', () => {
  it('are its licenses that have not expired, those that end first first', () => {
    const licenses = {
      ...two,
      gone: license(9_000, '2026-10-09T06:15:30Z'),
      said: license(1, NEVER, { status: 'EXPIRED' }),
    };
    const expected = [part('b', 6_000n, SOON), part('a', 4_000n, null)];
    expect(partsOfMeter('Stack:enterprise', { licenses })).toEqual(expected);
    expect(partsOfMeter('Group:Enterprise', { licenses })).toEqual(expected);
  });

  it('are none when all have expired, and not known when none is listed', () => {
    const gone = { gone: license(9_000, '2020-01-01T00:00:00Z') };
    expect(partsOfMeter('Stack:enterprise', { licenses: gone })).toEqual([]);
    expect(partsOfMeter('Stack:enterprise', { licenses: {} })).toBeUndefined();
    expect(partsOfMeter('Stack:enterprise', { licenses: null })).toBeUndefined();
  });

  it.each([
    ['without a readable quota', { c: license('much', NEVER) }],
    ['without a quota', { c: license(undefined, NEVER) }],
    ['with an unknown end', { c: license(5, 0) }],
    ['without a limit', { c: license(5, NEVER, { is_unlimited: true }) }],
    ['with an absurd quota', { c: license('18446744073709552000', NEVER) }],
    ['that was left out', { c: { type: 'enterprise' } }],
  ])('are not known beside a license %s', (_what, more) => {
    const licenses = { ...two, ...more };
    expect(partsOfMeter('Stack:enterprise', { licenses })).toBeUndefined();
    expect(partsOfMeter('Group:Enterprise', { licenses })).toBeUndefined();
    expect(partsOfMeter('Pool:main', { licenses })).toBeUndefined();
  });

  it('are not known when they make more than the server counts: something else bounds it', () => {
    const licenses = { ...two, c: license(1, NEVER) };
    expect(partsOfMeter('Stack:enterprise', { licenses })).toBeUndefined();
    expect(partsOfMeter('Stack:enterprise', { licenses: { a: license(9_999, NEVER) } })).toHaveLength(1);
  });

  it('are none of an unlimited one', () => {
    const stacks = { enterprise: { type: 'enterprise', quota: 10_000, is_unlimited: true } };
    expect(partsOfMeter('Stack:enterprise', { stacks, licenses: two })).toBeUndefined();
    expect(partsOfMeter('Group:Enterprise', { stacks, licenses: two })).toBeUndefined();
  });

  it('are taken off the limit as they end, though the source is not read', () => {
    const after = of('Stack:enterprise', { licenses: two, usage: null }, new Date(SOON));
    expect(after).toMatchObject({ limit: 4_000n });
    expect(of('Group:Enterprise', { licenses: two }, new Date(SOON)).limit).toBe(4_000n);
    expect(of('Stack:enterprise', { licenses: two }, new Date(Date.parse(SOON) - 1)).limit).toBe(10_000n);
  });

  it('are the same in whatever order the licenses come', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        quotaBytes: fc.constantFrom(0n, 5n, 7n),
        expiresAt: fc.constantFrom(null, new Date(SOON), new Date(LATE)),
        expiryUnknown: fc.constant(false),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, (list) => {
        expect(partsOf([...list].reverse())).toEqual(partsOf(list));
      }),
    );
  });
});

describe('the parts of a pool', () => {
  const pools = {
    rest: { stack_id: 'enterprise', quota: 'MAX', effective_quota: 3_000, used_bytes: 0 },
    sized: { stack_id: 'enterprise', quota: 7_000, effective_quota: 7_000, used_bytes: 0 },
  };
  const both = { a: license(4_000, LATE), b: license(6_000, SOON) };

  it('of MAX are those of its stack', () => {
    expect(partsOfMeter('Pool:rest', { pools, licenses: two })).toEqual([
      part('b', 6_000n, SOON),
      part('a', 4_000n, null),
    ]);
    // The sized pool keeps its 7,000 of the 4,000 that are left.
    expect(of('Pool:rest', { pools, licenses: two }, new Date(SOON)).limit).toBe(0n);
    const small = { ...two, b: license(1_000, SOON) };
    expect(of('Pool:rest', { pools, licenses: small }, new Date(SOON)).limit).toBe(2_000n);
  });

  it('of a size are the whole of it until the last license of its stack ends', () => {
    expect(partsOfMeter('Pool:sized', { pools, licenses: both })).toEqual([part('a', 7_000n, LATE)]);
    expect(of('Pool:sized', { pools, licenses: both }, new Date(SOON)).limit).toBe(7_000n);
    expect(of('Pool:sized', { pools, licenses: both }, new Date(LATE)).limit).toBe(0n);
    expect(partsOfMeter('Pool:sized', { pools, licenses: two })).toBeUndefined();
    expect(
      partsOfMeter('Pool:sized', { pools, licenses: { gone: license(1, '2020-01-01T00:00:00Z') } }),
    ).toBeUndefined();
  });

  it('of nothing are none', () => {
    const empty = { main: { stack_id: 'enterprise', quota: 'MAX', effective_quota: 0, used_bytes: 0 } };
    expect(partsOfMeter('Pool:main', { pools: empty, licenses: both })).toBeUndefined();
  });

  it('outside the active group are told as well, of an unlimited one never', () => {
    const outside = { idle: { stack_id: 'free', quota: 'MAX', used_bytes: 0 } };
    const licenses = { f: license(500, SOON, { stack_id: 'Free', group_id: 'Free' }) };
    expect(partsOfMeter('Pool:idle', { pools: outside, licenses })).toEqual([part('f', 500n, SOON)]);
    expect(partsOfMeter('Stack:free', { licenses })).toEqual([part('f', 500n, SOON)]);
    const unlimited = { main: { stack_id: 'enterprise', quota: 5, is_unlimited: true } };
    expect(partsOfMeter('Pool:main', { pools: unlimited, licenses: two })).toBeUndefined();
  });
});

describe('the parts of the active group', () => {
  const groups = { Enterprise: { is_active: true, stack_ids: ['enterprise', 'more'] } };
  const stacks = {
    enterprise: { type: 'enterprise', quota: 10_000 },
    more: { type: 'fixed-sourcetype', quota: 2_000 },
  };
  const licenses = { ...two, m: license(2_000, LATE, { stack_id: 'more' }) };

  it('are those of all its stacks', () => {
    const usage = { u: { quota: 12_000, peers_usage_bytes: 0 } };
    const parts = partsOfMeter('Group:Enterprise', { groups, stacks, licenses, usage });
    expect(parts?.map(({ amount }) => amount)).toEqual([6_000n, 2_000n, 4_000n]);
    expect(of('Group:Enterprise', { groups, stacks, licenses, usage }, new Date(LATE)).limit).toBe(4_000n);
  });

  it('are not known when a stack of it is not, or the server counts less', () => {
    const usage = { u: { quota: 11_999, peers_usage_bytes: 0 } };
    expect(partsOfMeter('Group:Enterprise', { groups, stacks, licenses, usage })).toBeUndefined();
    expect(partsOfMeter('Group:Enterprise', { groups, stacks, licenses: two, usage: null })).toBeUndefined();
    expect(partsOfMeter('Group:Enterprise', { groups, licenses, usage: null })).toBeUndefined();
  });
});
