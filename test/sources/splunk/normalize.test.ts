/** Splunk's rows in our words: the rules of licenses, stacks, pools, peers and messages. */
import { describe, expect, it } from 'vitest';
import { findingsOf, meterOf, NOW, seconds, snapshotOf, the } from './support.js';

const license = (more: object) => ({
  L: { type: 'enterprise', stack_id: 'enterprise', expiration_time: 2147483647, ...more },
});
const first = <T>(list: readonly T[]): T | undefined => list[0];

describe('booleans', () => {
  it.each([true, 'true', 'True', '1', 1])('%j is true', (is_active) => {
    expect(first(snapshotOf({ groups: { G: { is_active } } }).groups)).toMatchObject({ isActive: true });
  });
  it.each([false, 'false', '0', 0])('%j is false', (is_active) => {
    expect(first(snapshotOf({ groups: { G: { is_active } } }).groups)).toMatchObject({ isActive: false });
  });
});

describe('a license', () => {
  const dates = (more: object, now = NOW) => {
    const { licenses, findings } = snapshotOf({ licenses: license(more) }, {}, now);
    const { expiresAt, createdAt, standing } = the(licenses, 'L');
    return { expiresAt, createdAt, standing, findings: findings.map(({ category }) => category) };
  };

  it('is perpetual at 2147483647 only, and then known to be', () => {
    expect(dates({ expiration_time: 2147483647 })).toEqual({
      expiresAt: null,
      createdAt: null,
      standing: { reported: null },
      findings: [],
    });
    expect(dates({ expiration_time: '2147483647' }).standing).toEqual({ reported: null });
    expect(dates({ expiration_time: 2147483646 }).expiresAt).toEqual(new Date('2038-01-19T03:14:06Z'));
    expect(dates({ expiration_time: seconds('2035-06-01T00:00:00Z') }).expiresAt).toEqual(
      new Date('2035-06-01T00:00:00Z'),
    );
  });

  it('ends at the earlier of its absolute and its relative expiry', () => {
    const start = seconds('2026-10-01T00:00:00Z');
    const tenDays = { relative_expiration_start: start, relative_expiration_interval: 864_000 };
    const after = new Date('2026-10-11T00:00:00Z');
    expect(dates({ expiration_time: seconds('2027-01-01T00:00:00Z'), ...tenDays }).expiresAt).toEqual(after);
    expect(dates({ expiration_time: 2147483647, ...tenDays }).expiresAt).toEqual(after);
    const earlier = seconds('2026-10-05T00:00:00Z');
    expect(dates({ expiration_time: earlier, ...tenDays }).expiresAt).toEqual(new Date('2026-10-05T00:00:00Z'));
    expect(dates({ ...tenDays, relative_expiration_interval: 0 }).expiresAt).toBeNull();
    expect(dates({ ...tenDays, relative_expiration_start: 0 }).expiresAt).toBeNull();
  });

  it.each([0, '0', -1, 1, '-86400', 1_636_796_649_098, 'soon', '', 1.5])(
    'with the expiry %j has an unknown one, never 1970',
    (time) => {
      const found = dates({ expiration_time: time });
      expect(found.expiresAt).toBeNull();
      expect(found.standing).toEqual({ reported: null, expiryUnknown: true });
      expect(found.findings).toEqual(time === '' ? [] : ['BAD_ROW']);
    },
  );

  it('with an absurd relative expiry keeps the absolute one and says so', () => {
    const absurd = { relative_expiration_start: '1', relative_expiration_interval: '99999999999999999999' };
    expect(dates({ expiration_time: seconds('2027-01-01T00:00:00Z'), ...absurd })).toMatchObject({
      expiresAt: new Date('2027-01-01T00:00:00Z'),
      findings: ['BAD_ROW'],
    });
  });

  it('was created at a sensible date or at none', () => {
    expect(dates({ creation_time: 1309852804 }).createdAt).toEqual(new Date('2011-07-05T08:00:04Z'));
    expect(dates({ creation_time: 0 })).toMatchObject({ createdAt: null, findings: ['BAD_ROW'] });
    expect(dates({ creation_time: 1_309_852_804_000 })).toMatchObject({ createdAt: null, findings: ['BAD_ROW'] });
    const builtIn = snapshotOf({ licenses: { [`${'F'.repeat(63)}D`]: { ...license({}).L, creation_time: 0 } } });
    expect(builtIn.licenses).toMatchObject([{ createdAt: null }]);
    expect(builtIn.findings).toEqual([]);
  });

  it.each([
    ['VALID', 'ACTIVE'],
    ['EXPIRED', 'EXPIRED'],
    ['QUARANTINED', 'UNKNOWN'],
    [null, null],
  ])('reported as %s stands as %s', (status, reported) => {
    const found = the(snapshotOf({ licenses: license({ status }) }).licenses, 'L');
    expect([found.reportedStatus, found.standing.reported]).toEqual([status, reported]);
  });

  it('outside the active group is inactive', () => {
    const of = (group_id: string | null) => the(snapshotOf({ licenses: license({ group_id }) }).licenses, 'L');
    expect(of('Free')).toMatchObject({ groupId: 'Group:splunk:Free', standing: { inactive: true } });
    expect(of('enterprise')).toMatchObject({ groupId: 'Group:splunk:Enterprise', standing: { reported: null } });
    expect(of('enterprise').standing.inactive).toBeUndefined();
    expect(of('Lite')).toMatchObject({
      groupId: null,
      standing: { inactive: true },
      vendorFields: { group_id: 'Lite' },
    });
    expect(of(null).standing.inactive).toBeUndefined();
    const unread = snapshotOf({ groups: null, licenses: license({ group_id: 'Free' }) });
    expect(the(unread.licenses, 'L').standing.inactive).toBeUndefined();
  });

  it('keeps what no field of ours names, and no absurd quota as a number', () => {
    const found = first(
      snapshotOf({ licenses: license({ quota: '18446744073709551616', novelty: { deep: [1] }, allowedRoles: [] }) })
        .licenses,
    );
    expect(found).toMatchObject({
      quotaBytes: null,
      isUnlimited: true,
      vendorFields: { novelty: { deep: ['1'] }, allowedRoles: [] },
    });
  });
});

describe('a stack', () => {
  it('belongs to the group that lists it: the active one, else the first by name', () => {
    const groups = {
      Zeta: { is_active: true, stack_ids: ['Enterprise'] },
      Beta: { is_active: false, stack_ids: ['free', 'enterprise'] },
      Alpha: { is_active: false, stack_ids: ['free'] },
    };
    const { stacks } = snapshotOf({ groups });
    expect(the(stacks, 'enterprise')).toMatchObject({ groupId: 'Group:splunk:Zeta', isActive: true });
    expect(the(stacks, 'free')).toMatchObject({ groupId: 'Group:splunk:Alpha', isActive: false });
  });

  it('of the groups Trial, Forwarder and Free has fixed pools, however it is spelled', () => {
    const names = ['download-trial', 'Forwarder', 'FREE', 'enterprise', 'fixed-sourcetype_1'];
    const { stacks } = snapshotOf({ stacks: Object.fromEntries(names.map((name) => [name, { type: name }])) });
    expect(stacks.map(({ fixedPools }) => fixedPools)).toEqual([true, true, true, false, false]);
    expect(stacks.map(({ label }) => label)).toEqual(names);
  });

  it.each([
    [{ quota: 10 }, 10n, false],
    [{ quota: 10, is_unlimited: '1' }, 10n, true],
    [{ quota: '9223372036854775807' }, 9223372036854775807n, false],
    [{ quota: '9223372036854775808' }, null, true],
    [{}, null, false],
  ])('with %j has its quota or is unlimited', (more, quotaBytes, isUnlimited) => {
    const snapshot = snapshotOf({ stacks: { enterprise: { type: 'enterprise', ...more } } });
    expect(first(snapshot.stacks)).toMatchObject({ quotaBytes, isUnlimited });
    const kind = isUnlimited ? 'unlimited' : quotaBytes === null ? 'unknown' : 'limited';
    expect(meterOf(snapshot, 'Stack:splunk:enterprise').limit.kind).toBe(kind);
  });
});

describe('a pool', () => {
  const poolOf = (more: object, others: Parameters<typeof snapshotOf>[0] = {}) => {
    const pools = { P: { stack_id: 'enterprise', used_bytes: 0, ...more } };
    return the(snapshotOf({ pools, usage: null, ...others }).pools, 'P');
  };

  it('has its effective quota, in whatever type it comes', () => {
    const max = { quota: 'MAX', effective_quota: 524288000, used_bytes: 2048 };
    expect(poolOf(max)).toMatchObject({ isMax: true, limit: 524288000n, used: 2048n });
    expect(poolOf({ quota: 'max', effective_quota: '524288000' })).toMatchObject({ isMax: true, limit: 524288000n });
    expect(poolOf({ quota: '1048576' })).toEqual(poolOf({ quota: 1048576 }));
    expect(poolOf({ quota: 5, effective_quota: 3 })).toMatchObject({
      isMax: false,
      limit: 3n,
      vendorFields: { quota: '5' },
    });
  });

  it('of MAX on an old server has the quota of its stack', () => {
    expect(poolOf({ quota: 'MAX' })).toMatchObject({ isMax: true, limit: 10_000n });
    expect(poolOf({ quota: 'MAX', stack_id: 'Enterprise' })).toMatchObject({
      stackId: 'Stack:splunk:enterprise',
      limit: 10_000n,
    });
  });

  it('of MAX counts no expired license', () => {
    const type = { type: 'enterprise', stack_id: 'enterprise' };
    const expired = { ...type, quota: 6_000, status: 'EXPIRED', expiration_time: 2147483647 };
    const lagging = { ...type, quota: 3_000, status: 'VALID', expiration_time: seconds('2026-10-09T06:15:30Z') };
    const valid = { ...type, quota: 1_000, status: 'VALID', expiration_time: seconds('2026-10-09T06:15:31Z') };
    expect(poolOf({ quota: 'MAX' }, { licenses: { expired, lagging, valid } }).limit).toBe(1_000n);
    expect(poolOf({ quota: 'MAX' }, { licenses: { expired } }).limit).toBe(0n);
    expect(
      poolOf({ quota: 'MAX' }, { licenses: { a: { ...valid, quota: 9_000 }, b: { ...valid, quota: 9_000 } } }).limit,
    ).toBe(10_000n);
    expect(poolOf({ quota: 'MAX' }, { licenses: { expired, broken: {} } }).limit).toBe(10_000n);
    expect(poolOf({ quota: 'MAX' }, { stacks: { enterprise: { type: 'e' } }, licenses: { valid } }).limit).toBe(1_000n);
  });

  it('is unlimited by its own flag, by its stack, or by an absurd figure', () => {
    const unlimitedStack = { stacks: { enterprise: { type: 'enterprise', quota: 5, is_unlimited: 1 } } };
    for (const snapshot of [
      snapshotOf({ pools: { P: { stack_id: 'enterprise', quota: 7, is_unlimited: true } } }),
      snapshotOf({ pools: { P: { stack_id: 'enterprise', quota: 'MAX' } }, ...unlimitedStack }),
      snapshotOf({ pools: { P: { stack_id: 'enterprise', quota: 'MAX', effective_quota: '18446744073709552000' } } }),
    ]) {
      expect(the(snapshot.pools, 'P').limit).toBeNull();
      expect(meterOf(snapshot, 'Pool:splunk:P').limit).toEqual({ kind: 'unlimited' });
    }
    expect(poolOf({ quota: 7 }, unlimitedStack).limit).toBe(7n);
  });

  it.each([null, '', {}, []])('with the usages %j has none', (peers_usage_bytes) => {
    const pool = poolOf({ quota: 5, peers_usage_bytes });
    expect(pool.peerUsages).toEqual([]);
    expect(pool.vendorFields).not.toHaveProperty('peers_usage_bytes');
  });

  it('lists its usages largest first, by peers it may not list itself', () => {
    const usages = { B: 5, A: '5', C: 9007199254740993n.toString(), z: 0 };
    const pool = poolOf({ peers: ['*', 'A'], peers_usage_bytes: usages }, { peers: { a: {} } });
    expect(pool.peerUsages).toEqual([
      { peerVendorId: 'C', peerId: null, usedBytes: 9007199254740993n },
      { peerVendorId: 'A', peerId: 'Peer:splunk:a', usedBytes: 5n },
      { peerVendorId: 'B', peerId: null, usedBytes: 5n },
      { peerVendorId: 'z', peerId: null, usedBytes: 0n },
    ]);
    expect(pool).toMatchObject({ peerVendorIds: ['*', 'A'], acceptsAllPeers: true });
  });

  it('of a stack that is not listed says so and keeps the name', () => {
    const snapshot = snapshotOf({ pools: { P: { stack_id: 'Ghost', quota: 5, used_bytes: 0 } } });
    expect(snapshot.pools).toMatchObject([{ stackId: null, vendorFields: { stack_id: 'Ghost' }, limit: 5n }]);
    expect(findingsOf(snapshot)).toEqual([['BAD_ROW', 'Pool', 'P']]);
  });

  it('whose peers do not make its sum is reported', () => {
    const snapshot = snapshotOf({
      pools: { P: { stack_id: 'enterprise', quota: 9, used_bytes: 5, peers_usage_bytes: { A: 3 } } },
      usage: null,
    });
    expect(findingsOf(snapshot)).toEqual([['USAGE_SUM_MISMATCH', 'Pool', 'P']]);
    expect(first(snapshot.pools)?.used).toBe(5n);
  });

  it('without a total of its own has that of its peers', () => {
    const pools = { P: { stack_id: 'enterprise', quota: 9, peers_usage_bytes: { A: 3, B: 1 } } };
    expect(first(snapshotOf({ pools, usage: null }).pools)?.used).toBe(4n);
  });
});

describe('a peer', () => {
  const pools = {
    main: { stack_id: 'enterprise', quota: 9_000, used_bytes: 7, peers_usage_bytes: { A: 4, b: 3 } },
    side: { stack_id: 'enterprise', quota: 1_000, used_bytes: 2, peers_usage_bytes: { A: 2 } },
    idle: { stack_id: 'free', quota: 'MAX', used_bytes: 50, peers_usage_bytes: { A: 50 } },
  };
  const peerOf = (content: object, more: Parameters<typeof snapshotOf>[0] = {}, name = 'A') =>
    the(snapshotOf({ pools, usage: null, peers: { [name]: { label: 'idx', ...content } }, ...more }).peers, name);

  it('is active in the pools that the server says', () => {
    const found = peerOf({ pool_ids: ['main', 'idle'], active_pool_ids: ['main'], stack_ids: ['enterprise', 'free'] });
    expect(found).toMatchObject({
      poolIds: ['Pool:splunk:main', 'Pool:splunk:idle'],
      activePoolIds: ['Pool:splunk:main'],
      stackIds: ['Stack:splunk:enterprise', 'Stack:splunk:free'],
      orphan: false,
    });
  });

  it('of an old server is active in its pools of the active group', () => {
    expect(peerOf({ pool_ids: ['main', 'idle'] })).toMatchObject({
      activePoolIds: ['Pool:splunk:main'],
      orphan: false,
    });
    expect(peerOf({ pool_ids: ['idle'] })).toMatchObject({ activePoolIds: [], orphan: true });
  });

  it.each([[[]], [null], ['']])('with the active pools %j is an orphan', (active_pool_ids) => {
    expect(peerOf({ pool_ids: ['main'], active_pool_ids })).toMatchObject({ activePoolIds: [], orphan: true });
  });

  it('is not called an orphan when groups or pools could not be read', () => {
    expect(peerOf({ pool_ids: ['main'] }, { groups: null }).orphan).toBe(false);
    expect(peerOf({ pool_ids: ['main'] }, { pools: null }).orphan).toBe(false);
    expect(peerOf({ pool_ids: ['main'], active_pool_ids: ['main'] }, { pools: null })).toMatchObject({
      orphan: false,
      usedBytes: null,
      searchBlocked: null,
      vendorFields: { pool_ids: ['main'], active_pool_ids: ['main'] },
    });
  });

  it('used what the pools of the active group count for it', () => {
    expect(peerOf({}).usedBytes).toBe(6n);
    expect(peerOf({}, {}, 'B').usedBytes).toBe(3n);
    expect(peerOf({}, {}, 'C').usedBytes).toBe(0n);
    expect(peerOf({}, { groups: null }).usedBytes).toBeNull();
    const silent = { main: { stack_id: 'enterprise', quota: 9, used_bytes: 7 } };
    expect(peerOf({}, { pools: silent }).usedBytes).toBeNull();
  });

  it('is local by the GUID of the server that was read', () => {
    expect(peerOf({}, {}, 'local').isLocal).toBe(true);
    expect(peerOf({}).isLocal).toBe(false);
    expect(peerOf({}, { localpeer: null }, 'local').isLocal).toBe(false);
  });

  it('that names pools which are not listed is reported', () => {
    const snapshot = snapshotOf({ peers: { A: { pool_ids: ['main', 'gone'], active_pool_ids: ['gone'] } } });
    expect(findingsOf(snapshot)).toEqual([['UNKNOWN_POOL', 'Peer', 'A']]);
    expect(first(snapshot.findings)).toMatchObject({
      about: { peerId: 'Peer:splunk:A' },
      description: expect.stringContaining('"gone"'),
    });
    expect(first(snapshot.peers)).toMatchObject({ poolIds: ['Pool:splunk:main'], activePoolIds: [], orphan: false });
  });

  it('is blocked when its warnings reach the maximum of its active stack', () => {
    const blocked = (warning_count: unknown, settings = {}, more = {}) =>
      first(
        snapshotOf(
          { pools, usage: null, peers: { A: { pool_ids: ['main', 'idle'], warning_count } }, ...more },
          settings,
        ).peers,
      )?.searchBlocked;
    expect([4, 5, 50].map((count) => blocked(count))).toEqual([false, true, true]);
    expect(blocked(50, { enforcement: 'SOFT' })).toBe(false);
    expect(blocked(5, { maxViolations: 45 })).toBe(false);
    expect(blocked('x')).toBeNull();
    expect(blocked(50, {}, { localpeer: null })).toBeNull();
    expect(blocked(4, {}, { localpeer: null })).toBe(false);
    const free = { groups: { Free: { is_active: true, stack_ids: ['free'] } } };
    expect([2, 3].map((count) => blocked(count, {}, free))).toEqual([false, true]);
    const lifted = { localpeer: { license: { peer_id: 'X', features: { DisableQuotaEnforcement: 'ENABLED' } } } };
    expect(blocked(50, {}, lifted)).toBe(false);
    const large = { stacks: { enterprise: { type: 'enterprise', quota: 100 * 1024 ** 3, max_violations: 5 } } };
    expect(blocked(50, {}, large)).toBe(false);
  });
});

describe('a message', () => {
  const messageOf = (more: object) => {
    const messages = { M: { category: 'pool_over_quota', description: 'd', create_time: 1312282230, ...more } };
    return the(snapshotOf({ messages, peers: { P: {} } }).messages ?? [], 'M');
  };

  it('is about the narrowest thing it names, else about the server', () => {
    const about = (more: object) => messageOf(more).about;
    expect(about({ pool_id: 'main', stack_id: 'enterprise', peer_id: 'P' })).toEqual({
      subjectId: 'Pool:splunk:main',
      poolId: 'Pool:splunk:main',
      stackId: 'Stack:splunk:enterprise',
      peerId: 'Peer:splunk:P',
    });
    expect(about({ peer_id: 'p', stack_id: 'enterprise' }).subjectId).toBe('Peer:splunk:P');
    expect(about({ stack_id: 'Enterprise' }).subjectId).toBe('Stack:splunk:enterprise');
    expect(about({ category: 'orphan_peer', peer_id: 'P', pool_id: 'main' }).subjectId).toBe('Peer:splunk:P');
    expect(about({ pool_id: '', stack_id: null }).subjectId).toBe('Source:splunk');
  });

  it.each([
    ['INFO', 'INFO'],
    ['warn', 'WARN'],
    ['WARNING', 'WARN'],
    ['ERROR', 'ERROR'],
    ['', 'ERROR'],
    [null, 'ERROR'],
    ['PANIC', 'ERROR'],
  ])('of severity %j is %s', (severity, expected) => {
    expect(messageOf({ severity }).severity).toBe(expected);
  });

  it('keeps the vendor category, renamed only where the vendor renamed slaves', () => {
    const words = ['license_window', 'brand_new_thing', 'orphan_slave', 'pool_violated_slave_count'];
    const shown = ['license_window', 'brand_new_thing', 'orphan_peer', 'pool_violated_peer_count'];
    expect(words.map((category) => messageOf({ category }).category)).toEqual(shown);
  });

  it('about a pool that is not listed is reported and keeps the name', () => {
    const snapshot = snapshotOf({
      messages: { M: { category: 'c', description: 'd', create_time: 1312282230, pool_id: 'gone' } },
    });
    expect(findingsOf(snapshot)).toEqual([['UNKNOWN_POOL', 'Message', 'M']]);
    expect(first(snapshot.messages ?? [])).toMatchObject({
      about: { subjectId: 'Source:splunk', poolId: null },
      vendorFields: { pool_id: 'gone' },
    });
  });
});

describe('the local peer', () => {
  const localOf = (content: object) =>
    snapshotOf({ localpeer: { license: { peer_id: 'G', ...content } } }).details.localPeer as Readonly<
      Record<string, unknown>
    >;

  it('has its manager under the new name, which wins over the old one', () => {
    expect(localOf({ master_uri: 'https://old:8089' })).toMatchObject({
      managerUri: 'https://old:8089',
      isManager: false,
    });
    expect(localOf({ master_uri: 'https://old:8089', manager_uri: 'self' })).toMatchObject({
      managerUri: 'self',
      isManager: true,
    });
    expect(localOf({ master_uri: 'self', manager_uri: null })).toMatchObject({ managerUri: 'self' });
  });

  it('was never serviced at time 0', () => {
    expect(localOf({ last_trackerdb_service_time: '0' }).lastTrackerDbServiceAt).toBeNull();
    expect(localOf({ last_trackerdb_service_time: 1410201013 }).lastTrackerDbServiceAt).toEqual(
      new Date(1410201013_000),
    );
  });
});
