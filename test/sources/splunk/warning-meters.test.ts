/** Warnings as quotas: whose rule counts, what is not known, and when they leave their window. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisiveRule, type ViolationRule } from '../../../src/sources/splunk/violations.js';
import { warningLog } from '../../../src/sources/splunk/warnings.js';
import { evaluatedOf, type Fields, type Parts, seconds } from './support.js';

const GB = 1024n ** 3n;
const UTC = { timeZone: 'UTC' };
const NOW = new Date('2026-06-20T09:00:00Z');
const window = (created: string, about: Fields): Fields => ({
  category: 'license_window',
  description: 'd',
  create_time: seconds(created),
  ...about,
});
/** Messages in their order; ids do not matter. */
const messages = (...all: Fields[]): Fields[] => all.map((content, i) => ({ name: `m${i}`, content }));
const dates = (list: readonly Date[] | undefined) => list?.map((date) => date.toISOString().replace(':00.000Z', ''));

describe('a peer in pools of several stacks', () => {
  const stack = (quota: bigint | string | undefined, max: number | undefined, more: Fields = {}) => ({
    type: 'enterprise',
    quota: quota === undefined ? undefined : String(quota),
    max_violations: max,
    window_period: 30,
    ...more,
  });
  const of = (stacks: Readonly<Record<string, Fields>>, warning_count: unknown, more: Parts = {}) => {
    const names = Object.keys(stacks);
    const { warnings, peer } = evaluatedOf({
      groups: { Enterprise: { is_active: true, stack_ids: names } },
      stacks,
      pools: Object.fromEntries(names.map((name) => [`p-${name}`, { stack_id: name, quota: 1, used_bytes: 0 }])),
      peers: { A: { active_pool_ids: names.map((name) => `p-${name}`), warning_count } },
      ...more,
    });
    const { limit, state, enforcement, reasons } = warnings('Peer:A');
    return { limit, state, enforcement, blocked: peer('A').searchBlocked, reasons };
  };

  it('is under the one that blocks first: the smallest maximum of those that are enforced', () => {
    const stacks = { a: stack(10n, 5), b: stack(10n, 3), large: stack(200n * GB, 2) };
    expect(of(stacks, 2)).toMatchObject({ limit: 3n, state: 'OK', enforcement: 'HARD', blocked: false });
    expect(of(stacks, 3)).toMatchObject({ limit: 3n, state: 'EXCEEDED', enforcement: 'HARD', blocked: true });
    expect(of(stacks, 2).reasons).toContain('Its active pools are of 3 stacks: the rule that blocks first counts.');
    expect(of(stacks, 2).reasons.join()).toContain('Stack "b": max_violations is 3');
  });

  it('is under the smallest maximum where none is enforced', () => {
    const stacks = { a: stack(200n * GB, 45), b: stack(200n * GB, 5) };
    expect(of(stacks, 6)).toMatchObject({ limit: 5n, state: 'EXCEEDED', enforcement: 'INFORMATIONAL', blocked: false });
  });

  it('has an unknown limit while an unknown maximum may be smaller, until a known one is reached', () => {
    const stacks = { a: stack(10n, 5), b: stack(10n, undefined) };
    expect(of(stacks, 4)).toMatchObject({ limit: null, state: 'UNKNOWN', enforcement: 'HARD', blocked: null });
    expect(of(stacks, 4).reasons.join()).toContain('Stack "b": max_violations is not known');
    expect(of(stacks, 5)).toMatchObject({ limit: 5n, state: 'EXCEEDED', enforcement: 'HARD', blocked: true });
  });

  it('is blocked by no stack that is never enforced, whatever it does not say', () => {
    const stacks = { a: stack(10n, 5), b: stack(200n * GB, undefined) };
    expect(of(stacks, 4)).toMatchObject({ limit: 5n, state: 'WARNING', blocked: false });
  });

  it('may be blocked by a stack of which nobody knows whether it is enforced', () => {
    const stacks = { a: stack(10n, 5), b: stack(undefined, 3) };
    expect(of(stacks, 2)).toMatchObject({ limit: 3n, state: 'OK', enforcement: 'INFORMATIONAL', blocked: false });
    expect(of(stacks, 3)).toMatchObject({ limit: 3n, state: 'EXCEEDED', enforcement: 'INFORMATIONAL', blocked: null });
    expect(of(stacks, 3).reasons).toContain('Whether search is blocked is not known.');
    expect(of(stacks, 5)).toMatchObject({ limit: 5n, state: 'EXCEEDED', enforcement: 'HARD', blocked: true });
  });

  it('and of pools that are not listed has an unknown limit', () => {
    const peers = { A: { active_pool_ids: ['p-a', 'gone'], warning_count: 4 } };
    expect(of({ a: stack(10n, 5) }, null, { peers })).toMatchObject({ limit: null, state: 'UNKNOWN', blocked: null });
    expect(of({ a: stack(10n, 5) }, null, { peers }).reasons.join()).toContain('a pool that is not listed');
  });

  it('is judged pool by pool by the stack of the pool', () => {
    const evaluated = evaluatedOf({
      groups: { Enterprise: { is_active: true, stack_ids: ['a', 'b'] } },
      stacks: { a: stack(10n, 5), b: stack(200n * GB, 3) },
      pools: { pa: { stack_id: 'A', quota: 1, used_bytes: 0 }, pb: { stack_id: 'B', quota: 1, used_bytes: 0 } },
      peers: { A: { active_pool_ids: ['pa', 'pb'], warning_count: 4 } },
    });
    expect(evaluated.warnings('Pool:pa')).toMatchObject({ limit: 5n, state: 'WARNING', enforcement: 'HARD' });
    expect(evaluated.warnings('Pool:pb')).toMatchObject({ limit: 3n, state: 'EXCEEDED', enforcement: 'INFORMATIONAL' });
  });

  it('never is blocked without a quota that says so, nor the other way round', () => {
    const anyStack = fc.record({
      quota: fc.constantFrom(undefined, 'x', 0n, 10n, 100n * GB, 2n ** 64n),
      max: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      is_unlimited: fc.constantFrom(undefined, true, false),
    });
    const settings = fc.record({
      maxViolations: fc.constantFrom(null, 1, 4),
      enforcement: fc.constantFrom(null, 'HARD' as const, 'SOFT' as const),
    });
    fc.assert(
      fc.property(
        fc.array(anyStack, { maxLength: 3 }),
        fc.constantFrom(0, 1, 3, 5, 50, 'x', null),
        settings,
        fc.boolean(),
        fc.boolean(),
        (list, warning_count, set, isLocalRead, hasUnlisted) => {
          const names = list.map((_, i) => `s${i}`);
          const { warnings, peer } = evaluatedOf(
            {
              groups: { G: { is_active: true, stack_ids: names } },
              stacks: Object.fromEntries(
                list.map(({ quota, max, is_unlimited }, i) => [`s${i}`, stack(quota, max, { is_unlimited })]),
              ),
              pools: Object.fromEntries(names.map((name) => [`p-${name}`, { stack_id: name, quota: 1 }])),
              peers: {
                A: {
                  warning_count,
                  active_pool_ids: [...names.map((n) => `p-${n}`), ...(hasUnlisted ? ['gone'] : [])],
                },
              },
              ...(isLocalRead ? {} : { localpeer: null }),
            },
            set,
          );
          const { state, enforcement, reasons } = warnings('Peer:A');
          const { searchBlocked } = peer('A');
          expect(state === 'EXCEEDED' && enforcement === 'HARD').toBe(searchBlocked === true);
          expect(reasons.includes('Search is blocked.')).toBe(searchBlocked === true);
          expect(reasons.includes('Search is not blocked.')).toBe(searchBlocked === false);
        },
      ),
    );
  });

  it('says that the size of its stacks decides where that is so for all, under one maximum and window', () => {
    const of = (stacks: Readonly<Record<string, Fields>>, settings = {}, more: Parts = {}, unlisted: string[] = []) => {
      const names = Object.keys(stacks);
      const pools = Object.fromEntries(names.map((name) => [`p-${name}`, { stack_id: name, quota: 1, used_bytes: 0 }]));
      const parts: Parts = {
        groups: { Enterprise: { is_active: true, stack_ids: names } },
        stacks,
        pools,
        peers: { A: { active_pool_ids: [...Object.keys(pools), ...unlisted], warning_count: 1 } },
        ...more,
      };
      return evaluatedOf(parts, settings).warnings('Peer:A').meter.enforcedBy;
    };
    const ids = (...names: string[]) => names.map((name) => `Stack:splunk:${name}`);
    const rule = (...names: string[]) => ({ kind: 'limitBelow', subjectIds: ids(...names), value: 100n * GB });
    const small = stack(10n, 5);
    expect(of({ a: small })).toEqual(rule('a'));
    expect(of({ a: stack(200n * GB, 5) })).toEqual(rule('a'));
    expect(of({ b: small, a: stack(200n * GB, 5) })).toEqual(rule('a', 'b'));

    expect(of({ a: small, b: stack(10n, 3) })).toBeUndefined();
    expect(of({ a: small, b: stack(10n, 5, { window_period: 60 }) })).toBeUndefined();
    expect(of({ a: small, b: stack(undefined, 5) })).toBeUndefined();
    expect(of({ a: stack(10n, 5, { is_unlimited: true }) })).toBeUndefined();
    expect(of({ a: small }, {}, {}, ['gone'])).toBeUndefined();
    expect(of({ a: small }, { enforcement: 'HARD' })).toBeUndefined();
    expect(of({ a: small }, {}, { localpeer: null })).toBeUndefined();
    const features = { DisableQuotaEnforcement: 'ENABLED' };
    const localpeer = { license: { peer_id: 'LOCAL', peer_label: 'here', manager_uri: 'self', features } };
    expect(of({ a: small }, {}, { localpeer })).toBeUndefined();
    expect(of({})).toBeUndefined();
  });

  it('is under the same rule in whatever order the rules come', () => {
    const rule = fc.record<ViolationRule>({
      maxViolations: fc.option(fc.integer({ min: 1, max: 4 })),
      windowDays: fc.option(fc.constantFrom(30, 60)),
      enforced: fc.option(fc.boolean()),
      sizeOf: fc.constant(null),
      reasons: fc.constantFrom(['a'], ['b']),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), fc.option(fc.nat(6)), (rules, count) => {
        expect(decisiveRule(count, [...rules].reverse())).toEqual(decisiveRule(count, rules));
      }),
    );
  });
});

describe('the rule', () => {
  const of = (parts: Parts, settings = {}) =>
    evaluatedOf({ peers: { A: { pool_ids: ['main'], warning_count: 5 } }, ...parts }, settings).warnings('Peer:A');
  const license = { type: 'enterprise', stack_id: 'Enterprise', quota: 10_000, expiration_time: 2147483647 };

  it('is that of the strictest valid license where the stack states none, as servers before 10 do', () => {
    const stacks = { enterprise: { type: 'enterprise', quota: 10_000 } };
    const licenses = {
      old: { ...license, max_violations: '3', window_period: 30, status: 'EXPIRED' },
      a: { ...license, max_violations: '45', window_period: 60 },
      b: { ...license, max_violations: 7, window_period: 30 },
    };
    expect(of({ stacks, licenses })).toMatchObject({ limit: 7n, state: 'OK' });
    expect(of({ stacks, licenses }).reasons[0]).toBe(
      'Stack "enterprise": max_violations is 7 by its strictest license; window_period is 60 days by its strictest license.',
    );
    expect(of({ stacks })).toMatchObject({ limit: null, state: 'UNKNOWN', enforcement: 'HARD' });
  });

  it('is that of the settings where they state one', () => {
    expect(of({}, { maxViolations: 45, windowDays: 60 })).toMatchObject({ limit: 45n, state: 'OK' });
    expect(of({ stacks: null }, { maxViolations: 5, enforcement: 'HARD' })).toMatchObject({
      limit: 5n,
      state: 'EXCEEDED',
      enforcement: 'HARD',
    });
  });

  it.each(['-1', 'many', 1.5, [], '99999999999'])('for the count %j leaves the quota unknown', (warning_count) => {
    const { warnings, peer, snapshot } = evaluatedOf({ peers: { A: { pool_ids: ['main'], warning_count } } });
    expect(warnings('Peer:A')).toMatchObject({ used: null, limit: 5n, state: 'UNKNOWN', ratio: null });
    expect(warnings('Pool:main')).toMatchObject({ used: null, limit: 5n, state: 'UNKNOWN' });
    expect(peer('A').searchBlocked).toBeNull();
    expect(snapshot.findings).toHaveLength(1);
  });

  it('of no maximum at all is unknown, not zero', () => {
    const stacks = { enterprise: { type: 'enterprise', quota: 10_000, max_violations: 0, window_period: 0 } };
    expect(of({ stacks })).toMatchObject({ limit: null, state: 'UNKNOWN' });
  });
});

describe("a pool's warnings", () => {
  const peers = (counts: Readonly<Record<string, unknown>>, more: Fields = {}) =>
    Object.fromEntries(
      Object.entries(counts).map(([name, warning_count]) => [
        name,
        { label: `idx-${name}`, pool_ids: ['main'], warning_count, ...more },
      ]),
    );
  const of = (parts: Parts) => evaluatedOf(parts).warnings('Pool:main');

  it('are the most that one of its active peers has, who is named', () => {
    const quota = of({ peers: { ...peers({ A: 1, B: 4, C: 0 }), D: { active_pool_ids: [], warning_count: 9 } } });
    expect(quota).toMatchObject({ used: 4n, limit: 5n, remaining: 1n, state: 'WARNING', enforcement: 'HARD' });
    expect(quota.reasons).toContain(
      'Of its 3 active peers "idx-B" has the most, 4 warnings in 30 days, 1 left to the maximum of 5.',
    );
  });

  it('are none without a peer', () => {
    expect(of({})).toMatchObject({ used: 0n, limit: 5n, state: 'OK' });
    expect(of({}).reasons).toContain('It has no active peer and so 0 warnings in 30 days, 5 left to the maximum of 5.');
  });

  it('are unknown while one of its peers cannot be read, unless another has reached the maximum', () => {
    expect(of({ peers: peers({ A: 4, B: 'x' }) })).toMatchObject({ used: null, limit: 5n, state: 'UNKNOWN' });
    expect(of({ peers: peers({ A: 4, B: 'x' }) }).reasons).toContain(
      'The warnings of some of its active peers could not be read; the most known of a peer are 4 warnings.',
    );
    expect(of({ peers: peers({ A: 5, B: null }) })).toMatchObject({ used: 5n, state: 'EXCEEDED' });
  });

  it('are unknown while a peer was left out, or nobody knows where it is active', () => {
    const withBroken = [
      { name: 'A', content: { pool_ids: ['main'], warning_count: 1 } },
      { name: 'B', content: 'text' },
    ];
    expect(of({ peers: withBroken })).toMatchObject({ used: null, state: 'UNKNOWN' });
    expect(of({ peers: peers({ A: 1 }), groups: null })).toMatchObject({ used: null, state: 'UNKNOWN' });
    expect(of({ peers: peers({ A: 1 }, { active_pool_ids: { a: 'b' } }) })).toMatchObject({ used: null });
    expect(of({ peers: peers({ A: 1 }, { active_pool_ids: ['main'] }), groups: null })).toMatchObject({ used: 1n });
  });

  it('have no quota where the peers could not be read, or the pool is outside the active group', () => {
    const none = evaluatedOf({ peers: null });
    expect(none.quotas.filter(({ dimension }) => dimension === 'WARNINGS')).toEqual([]);
    const outside = evaluatedOf({ pools: { idle: { stack_id: 'free', quota: 'MAX', used_bytes: 0 } } });
    expect(() => outside.warnings('Pool:idle')).toThrow('no quota');
    const unread = evaluatedOf({ groups: null, pools: { idle: { stack_id: 'free', quota: 'MAX', used_bytes: 0 } } });
    expect(unread.warnings('Pool:idle')).toMatchObject({ used: 0n, limit: 3n });
  });

  it('of an unreadable list of active pools make no orphan', () => {
    const { peer, warnings } = evaluatedOf({ peers: peers({ A: 1 }, { active_pool_ids: { a: 'b' } }) });
    expect(peer('A')).toMatchObject({ orphan: false, searchBlocked: null });
    expect(warnings('Peer:A')).toMatchObject({ limit: null, state: 'UNKNOWN' });
  });

  it('make the state of the pool when they are its worst quota', () => {
    const { pools } = evaluatedOf({ peers: peers({ A: 5 }) });
    expect(pools).toMatchObject([{ vendorId: 'main', state: 'EXCEEDED', ratio: 1 }]);
  });
});

describe('warnings leave', () => {
  const of = (sent: Parts['messages'], warning_count: number, settings: object = UTC, more: Parts = {}) =>
    evaluatedOf(
      { messages: sent as Fields[], peers: { A: { label: 'idx', pool_ids: ['main'], warning_count } }, ...more },
      settings,
      NOW,
    ).warnings('Peer:A');
  const byPeer = { peer_id: 'a' };

  it('by day, though several messages tell of one day', () => {
    const sent = messages(
      window('2026-06-10T00:00:30Z', byPeer),
      window('2026-06-10T00:05:00Z', { pool_id: 'main' }),
      window('2026-06-10T00:00:31Z', { ...byPeer, pool_id: 'main', stack_id: 'enterprise' }),
      window('2026-06-12T00:00:30Z', { pool_id: 'main' }),
    );
    expect(dates(of(sent, 2).meter.leaves)).toEqual(['2026-07-09T00:00', '2026-07-11T00:00']);
    expect(of(sent, 3)).toMatchObject({ resetsAt: null, meter: { resetsAt: null } });
    expect(of(sent, 3).meter.leaves).toBeUndefined();
    expect(of(sent, 3).reasons).toContain(
      'The messages date 2 of 3 warnings; the next leaves the window at the latest at 2026-07-09T00:00:00.000Z.',
    );
  });

  it('by the window of the rule', () => {
    const sent = messages(window('2026-06-10T00:00:30Z', byPeer));
    expect(of(sent, 1, { ...UTC, windowDays: 60 }).resetsAt).toEqual(new Date('2026-08-08T00:00:00Z'));
    expect(of(sent, 1, { ...UTC, windowDays: 12 }).resetsAt).toEqual(new Date('2026-06-21T00:00:00Z'));
    const left = of(sent, 1, { ...UTC, windowDays: 7 });
    expect(left.resetsAt).toBeNull();
    expect(left.reasons).toContain('When warnings leave the window is not known: the messages date none of 1 warning.');
  });

  it.each([
    ['America/New_York', '2026-11-01T04:00', '2026-10-03T04:00:30Z'],
    ['America/New_York', '2026-11-02T05:00', '2026-10-04T04:00:30Z'],
    ['Europe/Berlin', '2026-10-26T23:00', '2026-09-27T22:00:30Z'],
    ['Asia/Kolkata', '2026-10-26T18:30', '2026-09-27T18:30:30Z'],
  ])('at midnight in %s, on days of 25 hours too', (timeZone, expected, created) => {
    const sent = messages(window(created, byPeer));
    const { warnings } = evaluatedOf(
      { messages: sent, peers: { A: { pool_ids: ['main'], warning_count: 1 } } },
      { timeZone },
      new Date('2026-10-10T12:00:00Z'),
    );
    expect(dates(warnings('Peer:A').meter.leaves)).toEqual([expected]);
  });

  it('of the peer that a message names, be it listed or not', () => {
    const named = messages(window('2026-06-10T00:00:30Z', { peer_id: 'GHOST', pool_id: 'main' }));
    expect(of(named, 1).meter.leaves).toBeUndefined();
    const other = messages(window('2026-06-10T00:00:30Z', { pool_id: 'elsewhere' }));
    expect(of(other, 1).meter.leaves).toBeUndefined();
    const nobody = messages(window('2026-06-10T00:00:30Z', { stack_id: 'enterprise' }));
    expect(of(nobody, 1).meter.leaves).toBeUndefined();
    const old = messages(window('2026-06-10T00:00:30Z', { slave_id: 'A' }));
    expect(dates(of(old, 1).meter.leaves)).toEqual(['2026-07-09T00:00']);
  });

  it('with the newest days when there are fewer than days, as after a reset license', () => {
    const sent = messages(...['08', '10', '12'].map((day) => window(`2026-06-${day}T00:00:30Z`, byPeer)));
    expect(dates(of(sent, 1).meter.leaves)).toEqual(['2026-07-11T00:00']);
    expect(of(sent, 1).reasons).toContain(
      'The messages date 3 days for 1 warning: the newest are taken for those that count.',
    );
    expect(of(sent, 0)).toMatchObject({ used: 0n, resetsAt: null, state: 'OK' });
  });

  it('but not by messages of long ago, of tomorrow or of no date', () => {
    expect(of(messages(window('2026-05-01T00:00:30Z', byPeer)), 1).meter.leaves).toBeUndefined();
    expect(of(messages(window('2026-07-01T00:00:30Z', byPeer)), 1).meter.leaves).toBeUndefined();
    const undated = messages({ category: 'license_window', description: 'd', create_time: 'x', ...byPeer });
    expect(of(undated, 1).meter.leaves).toBeUndefined();
  });

  it('at no known time without messages, a window or a sensible one', () => {
    const sent = messages(window('2026-06-10T00:00:30Z', byPeer));
    expect(of(null, 1).reasons.at(-1)).toBe(
      'When warnings leave the window is not known: the messages could not be read.',
    );
    const stack = { type: 'enterprise', quota: 10, max_violations: 5 };
    const windowless = of(sent, 1, UTC, { stacks: { enterprise: stack } });
    expect(windowless).toMatchObject({ state: 'OK', resetsAt: null });
    expect(windowless.reasons.at(-1)).toBe('When warnings leave the window is not known: the window is not known.');
    const endless = of(sent, 1, UTC, { stacks: { enterprise: { ...stack, window_period: 2147483647 } } });
    expect(endless).toMatchObject({ state: 'OK', resetsAt: null });
    expect(endless.reasons.at(-1)).toContain('a window of 2147483647 days is absurd');
  });

  it('at no known time while the time zone of the manager is not known', () => {
    const { leaving } = warningLog({ messages: [], zone: null, observedAt: NOW });
    expect(leaving(1, [], 30)).toMatchObject({ leaves: null, reasons: [expect.stringContaining('time zone')] });
  });

  it('of a pool when the most that one of its peers has goes down', () => {
    const days = (peer_id: string, ...list: string[]) =>
      list.map((day) => window(`2026-06-${day}T00:00:30Z`, { peer_id }));
    const sent = messages(...days('A', '08', '10', '12'), ...days('B', '09', '11', '13'), ...days('C', '02'));
    const of = (counts: readonly number[], later = NOW) =>
      evaluatedOf(
        {
          messages: sent,
          peers: Object.fromEntries(
            ['A', 'B', 'C'].map((name, i) => [name, { pool_ids: ['main'], warning_count: counts[i] }]),
          ),
        },
        UTC,
        NOW,
        later,
      ).warnings('Pool:main');
    expect(dates(of([3, 3, 1]).meter.leaves)).toEqual(['2026-07-08T00:00', '2026-07-10T00:00', '2026-07-12T00:00']);
    expect(of([3, 3, 1])).toMatchObject({ used: 3n, resetsAt: new Date('2026-07-08T00:00:00Z') });
    expect(of([3, 3, 1], new Date('2026-07-10T12:00:00Z'))).toMatchObject({ used: 1n });
    expect(dates(of([3, 0, 1]).meter.leaves)).toEqual(['2026-07-07T00:00', '2026-07-09T00:00', '2026-07-11T00:00']);
    expect(of([3, 3, 2])).toMatchObject({ used: 3n, resetsAt: null });
    expect(of([3, 3, 2]).reasons.at(-1)).toBe(
      'When warnings leave the window is not known for all of its peers; the highest count falls at the latest at 2026-07-08T00:00:00.000Z.',
    );
  });
});

describe('search on the server that was read', () => {
  it('is blocked by LocalSearch in its grace period, whoever its manager is', () => {
    const { peer, warnings } = evaluatedOf({
      localpeer: {
        license: { peer_id: 'a', manager_uri: 'self', features: { LocalSearch: 'DISABLED_DUE_TO_GRACE_PERIOD' } },
      },
      peers: { A: { pool_ids: ['main'], warning_count: 0 }, B: { pool_ids: ['main'], warning_count: 0 } },
    });
    expect([peer('A').searchBlocked, peer('B').searchBlocked]).toEqual([true, false]);
    expect(warnings('Peer:A').reasons).toContain(
      'Search is blocked: the feature LocalSearch is DISABLED_DUE_TO_GRACE_PERIOD.',
    );
  });

  it('is presumed blocked by no manager that is not named', () => {
    const old = seconds('2026-01-01T00:00:00Z');
    const findings = (content: Fields) =>
      evaluatedOf({
        localpeer: { license: { peer_id: 'A', last_manager_contact_success_time: old, ...content } },
      }).snapshot.findings.map(({ category }) => category);
    expect(findings({})).toEqual([]);
    expect(findings({ manager_guid: 'a' })).toEqual([]);
    expect(findings({ manager_guid: 'B' })).toEqual(['MANAGER_CONTACT_LOST']);
    expect(findings({ master_uri: 'https://old:8089' })).toEqual(['MANAGER_CONTACT_LOST']);
    expect(findings({ master_uri: 'SELF' })).toEqual([]);
    expect(findings({ manager_uri: 'https://m', last_manager_contact_success_time: 0 })).toEqual([]);
  });
});
