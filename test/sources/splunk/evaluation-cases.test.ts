/** The vendor's rules as cases, from a server's answers through normalization to evaluated quotas. */
import { describe, expect, it } from 'vitest';
import { evaluatedOf, NOW, type Parts, seconds } from './support.js';

const GB = 1024n ** 3n;
const UTC = { timeZone: 'UTC' };
const message = (category: string, created: string, about: object) => ({
  category,
  description: 'd',
  create_time: seconds(created),
  ...about,
});

it('29. With the group Trial active, only the pool of the trial stack counts', () => {
  const { quota, peer } = evaluatedOf({
    groups: {
      Trial: { is_active: true, stack_ids: ['download-trial'] },
      Free: { is_active: false, stack_ids: ['free'] },
      Forwarder: { is_active: false, stack_ids: ['forwarder'] },
    },
    stacks: {
      'download-trial': { type: 'download-trial', quota: 500 },
      free: { type: 'free', quota: 500 },
      forwarder: { type: 'forwarder', quota: 100 },
    },
    pools: {
      trial: { stack_id: 'download-trial', quota: 'MAX', used_bytes: 450, peers_usage_bytes: { A: 450 } },
      free: { stack_id: 'free', quota: 'MAX', used_bytes: 30, peers_usage_bytes: { A: 30 } },
      forwarder: { stack_id: 'forwarder', quota: 'MAX', used_bytes: 7, peers_usage_bytes: { A: 7 } },
    },
    peers: { A: { pool_ids: ['trial', 'free', 'forwarder'] } },
    usage: null,
  });
  expect(quota('Group:Trial')).toMatchObject({ used: 450n, limit: 500n, state: 'CRITICAL' });
  expect(peer('A').usedBytes).toBe(450n);
  expect(quota('Pool:free').enforcement).toBe('INFORMATIONAL');
  expect(() => quota('Pool:free', 'WARNINGS')).toThrow('no quota');
});

describe('31. Of pools of 60 and 40 GB on a stack of 100 GB', () => {
  const warned = (first: bigint, second: bigint, strictPoolQuota: boolean) => {
    const { quota } = evaluatedOf(
      {
        stacks: { enterprise: { type: 'enterprise', quota: `${100n * GB}` } },
        pools: {
          first: { stack_id: 'enterprise', quota: `${60n * GB}`, used_bytes: `${first * GB}` },
          second: { stack_id: 'enterprise', quota: `${40n * GB}`, used_bytes: `${second * GB}` },
        },
        usage: null,
      },
      { strictPoolQuota },
    );
    return ['first', 'second'].filter((name) => {
      const { state, enforcement } = quota(`Pool:${name}`);
      return state === 'EXCEEDED' && enforcement === 'SOFT';
    });
  };

  it('the one that is over is warned under strict_pool_quota', () => {
    expect(warned(70n, 10n, true)).toEqual(['first']);
    expect(warned(70n, 45n, true)).toEqual(['first', 'second']);
  });

  it('none is warned without it while the stack is not over', () => {
    expect(warned(70n, 10n, false)).toEqual([]);
    expect(warned(60n, 40n, false)).toEqual([]);
    expect(warned(70n, 30n, false)).toEqual([]);
  });

  it('only the one over its own quota is warned without it when the stack is over', () => {
    expect(warned(70n, 35n, false)).toEqual(['first']);
    expect(warned(70n, 41n, false)).toEqual(['first', 'second']);
  });

  it('the reasons name the rule and the numbers', () => {
    const pools = {
      first: { stack_id: 'enterprise', quota: 60, used_bytes: 70 },
      second: { stack_id: 'enterprise', quota: 9_940, used_bytes: 10 },
    };
    const reasons = evaluatedOf({ pools, usage: null }, { strictPoolQuota: false }).quota('Pool:first').reasons;
    expect(reasons).toEqual([
      'Its quota is 60 bytes a day.',
      'strictPoolQuota is false and stack "enterprise" is not over its quota (80 of 10000 bytes): a pool over its own earns no warning.',
      'It used 70 bytes of 60, 10 over its quota; the day ends at 2026-10-10T00:00:00.000Z.',
    ]);
  });
});

describe('32. A warning of the day', () => {
  const parts = (messages: object): Parts => ({
    peers: { A: { pool_ids: ['main'], warning_count: 1 } },
    messages: messages as NonNullable<Parts['messages']>,
  });
  const now = new Date('2026-03-11T09:00:00Z');

  it('is soft by pool_over_quota: it is of the very day and counts nowhere', () => {
    const soft = { s: message('pool_over_quota', '2026-03-11T08:00:00Z', { pool_id: 'main' }) };
    const { quota, warnings } = evaluatedOf(parts(soft), UTC, now);
    expect(warnings('Peer:A').resetsAt).toBeNull();
    expect(warnings('Peer:A').reasons.join(' ')).toContain('the messages date none of 1 warning');
    expect(quota('Pool:main').reasons).toContain(
      'The server warns of it since 2026-03-11T08:00:00.000Z; the day does not count yet.',
    );
    expect(
      evaluatedOf(parts(soft), UTC, new Date('2026-03-12T00:00:01Z')).quota('Pool:main').reasons.join(),
    ).not.toMatch(/warns of it/);
  });

  it('is hard by license_window, written just after midnight: it is of the day before', () => {
    const hard = { h: message('license_window', '2026-03-11T00:00:30Z', { pool_id: 'main' }) };
    const { warnings } = evaluatedOf(parts(hard), UTC, now);
    // Day 10 and 30 days.
    expect(warnings('Peer:A').resetsAt).toEqual(new Date('2026-04-09T00:00:00Z'));
    expect(warnings('Pool:main').resetsAt).toEqual(new Date('2026-04-09T00:00:00Z'));
  });

  it('is of the day before by the clock of the manager', () => {
    const hard = { h: message('license_window', '2026-03-11T04:00:30Z', { peer_id: 'A' }) };
    const resetsAt = (timeZone: string) => evaluatedOf(parts(hard), { timeZone }, now).warnings('Peer:A').resetsAt;
    expect(resetsAt('America/New_York')).toEqual(new Date('2026-04-09T04:00:00Z'));
    expect(resetsAt('UTC')).toEqual(new Date('2026-04-09T00:00:00Z'));
    expect(resetsAt('Asia/Tokyo')).toEqual(new Date('2026-04-09T15:00:00Z'));
  });
});

describe('35. On the stack Free, with 3 in 30', () => {
  const free = (warning_count: unknown) =>
    evaluatedOf({
      groups: { Free: { is_active: true, stack_ids: ['free'] } },
      pools: { auto_generated_pool_free: { stack_id: 'free', quota: 'MAX', used_bytes: 0 } },
      peers: { A: { label: 'idx', active_pool_ids: ['auto_generated_pool_free'], warning_count } },
      usage: null,
    });

  it.each([2, '2'])('%j warnings are in order, with one left', (count) => {
    const { warnings, peer } = free(count);
    for (const subject of ['Peer:A', 'Pool:auto_generated_pool_free']) {
      expect(warnings(subject)).toMatchObject({
        dimension: 'WARNINGS',
        measure: 'ROLLING_WINDOW',
        used: 2n,
        limit: 3n,
        remaining: 1n,
        state: 'OK',
        enforcement: 'HARD',
      });
    }
    expect(peer('A').searchBlocked).toBe(false);
    expect(warnings('Peer:A').reasons).toEqual([
      'Stack "free": max_violations is 3; window_period is 30 days.',
      'Stack "free": its quota of 500 bytes is under 100 GB (107374182400) a day, reaching the maximum of warnings blocks search.',
      'It has 2 warnings in 30 days, 1 left to the maximum of 3.',
      'Search is not blocked.',
      'When warnings leave the window is not known: the messages date none of 2 warnings.',
    ]);
  });

  it.each([3, '3', 4])('%j are a violation and block search', (count) => {
    const { warnings, peer } = free(count);
    for (const subject of ['Peer:A', 'Pool:auto_generated_pool_free']) {
      expect(warnings(subject)).toMatchObject({ limit: 3n, state: 'EXCEEDED', enforcement: 'HARD' });
      expect(warnings(subject).reasons).toContain('Search is blocked.');
    }
    expect(peer('A').searchBlocked).toBe(true);
  });

  it('two of three are no more than OK, four of five a warning', () => {
    expect(free(2).warnings('Peer:A').ratio).toBeCloseTo(2 / 3);
    const four = evaluatedOf({ peers: { A: { pool_ids: ['main'], warning_count: 4 } } });
    expect(four.warnings('Peer:A')).toMatchObject({ state: 'WARNING', remaining: 1n });
  });
});

describe('The table of thresholds holds', () => {
  it.each([
    ['an old Enterprise key', { quota: `${50n * GB}`, max_violations: 5, window_period: 30 }, 4, 5, true],
    ['Free', { quota: `${GB / 2n}`, max_violations: 3, window_period: 30 }, 2, 3, true],
    ['a trial of 10.6', { quota: '524288000', max_violations: '5', window_period: '30' }, 4, 5, true],
    ['Enterprise since 8.1', { quota: `${100n * GB - 1n}`, max_violations: 45, window_period: 60 }, 44, 45, true],
    ['Enterprise from 100 GB on', { quota: `${100n * GB}`, max_violations: 45, window_period: 60 }, 44, 45, false],
    ['no enforcement', { quota: 5, is_unlimited: true, max_violations: 5, window_period: 30 }, 4, 5, false],
  ])('of %s', (_name, terms, under, at, blocks) => {
    const of = (warning_count: number) =>
      evaluatedOf({
        stacks: { enterprise: { type: 'enterprise', ...terms } },
        peers: { A: { pool_ids: ['main'], warning_count } },
      });
    expect(of(under).warnings('Peer:A').state).not.toBe('EXCEEDED');
    expect(of(under).peer('A').searchBlocked).toBe(false);
    expect(of(at).warnings('Peer:A')).toMatchObject({
      state: 'EXCEEDED',
      limit: BigInt(at),
      enforcement: blocks ? 'HARD' : 'INFORMATIONAL',
    });
    expect(of(at).peer('A').searchBlocked).toBe(blocks);
  });
});

describe('37. Without enforcement, 50 warnings are a violation that blocks nothing', () => {
  const fifty = { peers: { A: { pool_ids: ['main'], warning_count: 50 } } };
  const stack = { type: 'enterprise', quota: 10_000, max_violations: 5, window_period: 30 };
  it.each([
    ['by an unlimited stack', { stacks: { enterprise: { ...stack, is_unlimited: 1 } } }, {}],
    ['by the setting', {}, { enforcement: 'SOFT' as const }],
    [
      'by the feature',
      { localpeer: { license: { peer_id: 'X', features: { DisableQuotaEnforcement: 'ENABLED' } } } },
      {},
    ],
  ])('%s', (_name, parts, settings) => {
    const { warnings, peer } = evaluatedOf({ ...fifty, ...parts }, settings);
    for (const subject of ['Peer:A', 'Pool:main']) {
      expect(warnings(subject)).toMatchObject({
        used: 50n,
        limit: 5n,
        state: 'EXCEEDED',
        enforcement: 'INFORMATIONAL',
      });
      expect(warnings(subject).reasons).toContain('Search is not blocked.');
    }
    expect(peer('A').searchBlocked).toBe(false);
  });
});

describe('38. Of warnings on days 1, 2 and 3, with a window of 30 days', () => {
  const parts = (warning_count: number): Parts => ({
    peers: { A: { pool_ids: ['main'], warning_count } },
    messages: Object.fromEntries(
      [2, 3, 4].map((day) => [`m${day}`, message('license_window', `2026-05-0${day}T00:00:30Z`, { peer_id: 'A' })]),
    ),
  });
  const day = (number: number, time = '06:00:00') =>
    new Date(Date.parse(`2026-05-01T${time}Z`) + (number - 1) * 86_400_000);

  it('all count on day 30, and the first leaves as day 31 begins', () => {
    const { warnings } = evaluatedOf(parts(3), UTC, day(30));
    expect(warnings('Peer:A')).toMatchObject({ used: 3n, resetsAt: day(31, '00:00:00') });
    expect(warnings('Peer:A').reasons).toContain('The next leaves the window at 2026-05-31T00:00:00.000Z.');
  });

  it('one has left on day 31, the next leaves as day 32 begins', () => {
    const { warnings } = evaluatedOf(parts(2), UTC, day(31));
    for (const subject of ['Peer:A', 'Pool:main']) {
      expect(warnings(subject)).toMatchObject({ used: 2n, resetsAt: day(32, '00:00:00') });
      expect(warnings(subject).meter.leaves).toEqual([day(32, '00:00:00'), day(33, '00:00:00')]);
    }
  });

  it('one has left on day 31 that the server still counts', () => {
    const { warnings } = evaluatedOf(parts(3), UTC, day(31));
    expect(warnings('Peer:A')).toMatchObject({ used: 3n, resetsAt: day(32, '00:00:00') });
    expect(warnings('Peer:A').reasons).toContain('1 of 3 left the window today and the server still counts it.');
  });

  it('leave one by one when the clock moves on and the source is not read', () => {
    const used = (later: number) => {
      const quota = evaluatedOf(parts(3), UTC, day(30), day(later)).warnings('Peer:A');
      return [quota.used, quota.resetsAt];
    };
    expect(used(30)).toEqual([3n, day(31, '00:00:00')]);
    expect(used(31)).toEqual([2n, day(32, '00:00:00')]);
    expect(used(32)).toEqual([1n, day(33, '00:00:00')]);
    expect(used(33)).toEqual([0n, null]);
    expect(evaluatedOf(parts(3), UTC, day(30)).changesAt).toEqual(new Date('2026-05-31T00:00:00Z'));
  });
});

describe('40. A trial that has expired', () => {
  const trial = (used_bytes: number, more: object = {}) =>
    evaluatedOf({
      groups: { Trial: { is_active: true, stack_ids: ['download-trial'] } },
      stacks: { 'download-trial': { type: 'download-trial', quota: 0, max_violations: 5, window_period: 30 } },
      licenses: {
        L: {
          type: 'download-trial',
          stack_id: 'download-trial',
          group_id: 'Trial',
          quota: 524288000,
          status: 'EXPIRED',
          expiration_time: seconds('2026-10-01T00:00:00Z'),
        },
      },
      pools: { trial: { stack_id: 'download-trial', quota: 'MAX', used_bytes, ...more } },
      usage: { u: { quota: 0, peers_usage_bytes: used_bytes } },
    });

  it('makes one byte too much, without a division by zero', () => {
    for (const { quota, license } of [trial(1, { effective_quota: 0 }), trial(1)]) {
      for (const subject of ['Pool:trial', 'Stack:download-trial', 'Group:Trial']) {
        expect(quota(subject)).toMatchObject({ used: 1n, limit: 0n, remaining: -1n, ratio: null, state: 'EXCEEDED' });
      }
      expect(license('L')).toMatchObject({ status: 'EXPIRED', derivedStatus: 'EXPIRED' });
    }
    expect(trial(1, { effective_quota: 0 }).pools).toMatchObject([{ state: 'EXCEEDED', ratio: null }]);
  });

  it('is in order while nothing is indexed', () => {
    expect(trial(0, { effective_quota: 0 }).quota('Pool:trial')).toMatchObject({ ratio: null, state: 'OK' });
  });
});

describe('41. A license ends', () => {
  const license = (more: object) =>
    evaluatedOf({ licenses: { L: { type: 'enterprise', stack_id: 'enterprise', ...more } } }).license('L');

  it('never at 2147483647', () => {
    expect(license({ expiration_time: 2147483647, status: 'VALID' })).toMatchObject({
      expiresAt: null,
      status: 'ACTIVE',
    });
  });

  it('at the earlier of the absolute and the relative expiry', () => {
    const start = seconds('2026-10-01T00:00:00Z');
    const relative = { relative_expiration_start: start, relative_expiration_interval: 10 * 86_400 };
    expect(license({ expiration_time: seconds('2030-01-01T00:00:00Z'), ...relative })).toMatchObject({
      expiresAt: new Date('2026-10-11T00:00:00Z'),
      status: 'EXPIRING',
    });
  });

  it('though the server still calls it VALID, and the conflict is named', () => {
    expect(license({ expiration_time: seconds('2026-10-09T06:15:29Z'), status: 'VALID' })).toMatchObject({
      reportedStatus: 'VALID',
      status: 'EXPIRED',
      conflicts: ['STATE_EXPIRY_MISMATCH'],
    });
  });
});

it('43. A peer with no active pool is an orphan, under no rule', () => {
  const { peer, warnings } = evaluatedOf({
    peers: { A: { pool_ids: ['main'], active_pool_ids: [], warning_count: 7 } },
  });
  expect(peer('A')).toMatchObject({ orphan: true, searchBlocked: null });
  expect(warnings('Peer:A')).toMatchObject({
    used: 7n,
    limit: null,
    state: 'UNKNOWN',
    enforcement: 'INFORMATIONAL',
    reasons: [
      'Whether search is blocked is not known.',
      'The limit is not known: the peer is in no pool of the active group, so that no rule applies to it.',
    ],
  });
  expect(warnings('Pool:main').used).toBe(0n);
});

describe('44. Contact with the license manager', () => {
  const hoursAgo = (hours: number) => NOW.getTime() / 1000 - Math.round(hours * 3600);
  const local = (hours: number, manager_uri = 'https://manager:8089') =>
    evaluatedOf({
      localpeer: {
        license: { peer_id: 'A', peer_label: 'here', manager_uri, last_manager_contact_success_time: hoursAgo(hours) },
      },
      peers: { A: { pool_ids: ['main'], warning_count: 0 }, B: { pool_ids: ['main'], warning_count: 0 } },
    });
  const lost = (hours: number, uri?: string) =>
    local(hours, uri)
      .snapshot.findings.filter(({ category }) => category === 'MANAGER_CONTACT_LOST')
      .map(({ stage, severity }) => [stage, severity]);

  it('means nothing on the manager itself', () => {
    expect(lost(1_000, 'self')).toEqual([]);
  });

  it('is lost in steps: after ten minutes, a day and three days', () => {
    expect(lost(0)).toEqual([]);
    expect(lost(-1)).toEqual([]);
    expect(lost(1 / 6)).toEqual([]);
    expect(lost(1 / 6 + 0.001)).toEqual([['early', 'WARN']]);
    expect(lost(23.9)).toEqual([['early', 'WARN']]);
    expect(lost(24)).toEqual([['24h', 'ERROR']]);
    expect(lost(71)).toEqual([['24h', 'ERROR']]);
    expect(lost(72)).toEqual([['72h', 'ERROR']]);
    expect(lost(73)).toEqual([['72h', 'ERROR']]);
  });

  it('that was tried and never made is lost as well', () => {
    const found = (times: Readonly<Record<string, unknown>>) =>
      evaluatedOf({
        localpeer: { license: { peer_id: 'A', peer_label: 'here', manager_uri: 'https://manager:8089', ...times } },
      }).snapshot.findings.filter(({ category }) => category === 'MANAGER_CONTACT_LOST');
    const tried = { last_manager_contact_attempt_time: hoursAgo(0), last_manager_contact_success_time: 0 };
    expect(found(tried)).toMatchObject([{ stage: 'early', description: expect.stringContaining('has never reached') }]);
    expect(found({ last_manager_contact_success_time: 0 })).toEqual([]);
  });

  it('lost for three days blocks search there, and only there', () => {
    const { snapshot, peer, warnings } = local(73);
    expect(snapshot.findings).toMatchObject([
      {
        concept: 'Source',
        vendorId: 'splunk',
        description: expect.stringContaining('search is presumed blocked on this instance'),
        about: { subjectId: 'Source:splunk', peerId: 'Peer:splunk:A' },
      },
    ]);
    expect([peer('A').searchBlocked, peer('B').searchBlocked]).toEqual([true, false]);
    expect(warnings('Peer:A').state).toBe('OK');
    expect(warnings('Peer:A').reasons.join(' ')).toContain('its license manager was not reached since');
    expect(warnings('Peer:A').reasons).not.toContain('Search is not blocked.');
    expect(warnings('Peer:B').reasons).toContain('Search is not blocked.');
    expect(local(71).peer('A').searchBlocked).toBe(false);
  });

  it('is told in the same words at every read of one step', () => {
    const text = (hours: number, now: Date) =>
      evaluatedOf(
        {
          localpeer: {
            license: { peer_id: 'A', manager_uri: 'x', last_manager_contact_success_time: hoursAgo(hours) },
          },
        },
        {},
        now,
      ).snapshot.findings[0]?.description;
    expect(text(30, new Date(NOW.getTime() + 60_000))).toBe(text(30, NOW));
  });
});

it('47. A message about no pool and no stack is about the server, and one without a severity an error', () => {
  const { snapshot } = evaluatedOf({ messages: { m: message('license_window', '2026-10-09T00:00:30Z', {}) } });
  expect(snapshot.messages).toMatchObject([
    { severity: 'ERROR', about: { subjectId: 'Source:splunk', poolId: null, stackId: null } },
  ]);
});
