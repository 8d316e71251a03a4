/**
 * The cases of facts about Enterprise Recon that are about evaluation, by their numbers there, and neighbors of the same
 * kinds: read over HTTP, checked, normalized, evaluated.
 *
 * The numbers that are missing are about reading (13, 34, 35, 37, 38, 40) and stand in the tests of it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quota } from '../../../src/domain/evaluated.js';
import { evaluate } from '../../../src/quota/evaluate.js';
import type { EnterpriseReconLicense } from '../../../src/sources/enterprise-recon/model.js';
import { normalize } from '../../../src/sources/enterprise-recon/normalize.js';
import { checkLicensesBody } from '../../../src/sources/enterprise-recon/wire.js';
import { briefly, changed, fixture, NOW, readBody } from './helpers.js';

const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
const DAY = 86_400_000;
const inDays = (days: number) => Math.round((NOW.getTime() + days * DAY) / 1000);

/** What an answer comes to. `at`: evaluated later than it was read. */
async function evaluated(body: unknown, now = NOW, at = now) {
  const snapshot = await readBody(body, now);
  const { licenses, pools, quotas, changesAt } = evaluate(snapshot, policy, at);
  const byPool = new Map(quotas.map((quota) => [quota.subjectId.replace('Pool:recon:', ''), quota]));
  return {
    snapshot,
    license: licenses[0] as (typeof licenses)[number] & EnterpriseReconLicense,
    pools,
    quotas,
    changesAt,
    quota: (pool: string): Quota => {
      const quota = byPool.get(pool);
      if (quota === undefined) throw new Error(`no quota of ${pool}: ${[...byPool.keys()].join()}`);
      return quota;
    },
    findings: briefly(snapshot.findings),
  };
}

/** An installation with one pool of servers, licensed for a year to come. */
function servers(usage: unknown, total: unknown, fields: Readonly<Record<string, unknown>> = {}) {
  const summary = [{ type: 'server', comment: 'Server', total, usage }];
  return { state: 'licensed', expires: inDays(365), summary, targets: [], ...fields };
}

describe('the expiry', () => {
  it('case 1: the legacy sample has 12 pools, says no state and is EXPIRED by its date', async () => {
    const { license, pools } = await evaluated(fixture('legacy'));
    expect(license).toMatchObject({
      model: 'LEGACY',
      reportedStatus: null,
      derivedStatus: 'EXPIRED',
      status: 'EXPIRED',
      conflicts: [],
      edition: null,
      expiresAt: new Date('2021-11-15T07:51:16Z'),
    });
    expect(pools).toHaveLength(12);
  });

  it('case 1, further: an expired license does not take away the limits that the vendor states', async () => {
    const { license, quota } = await evaluated(fixture('legacy'));
    expect(quota('server.COUNT')).toMatchObject({ limit: 20n, used: 5n, remaining: 15n, ratio: 0.25, state: 'OK' });
    expect(quota('server.COUNT').meter.parts).toEqual([
      { licenseId: license.id, amount: 20n, until: new Date('2021-11-15T07:51:16Z'), stated: true },
    ]);
    expect(quota('server.COUNT').reasons).toContain(
      'The license ended at 2021-11-15T07:51:16.000Z: scans wait unprocessed, although the limit is still stated.',
    );
  });

  it('case 2: the same two weeks before is EXPIRING, with 5 of 20 servers used', async () => {
    const { license, quota } = await evaluated(fixture('legacy'), new Date('2021-11-01T00:00:00Z'));
    expect(license).toMatchObject({ derivedStatus: 'EXPIRING', status: 'EXPIRING' });
    expect(quota('server.COUNT')).toMatchObject({
      used: 5n,
      limit: 20n,
      ratio: 0.25,
      state: 'OK',
      enforcement: 'HARD',
    });
    expect(quota('server.COUNT').reasons).toEqual([
      '5 of 20 licenses of "Server" are assigned to targets.',
      'Each licensed target takes one; over the limit, scans wait unprocessed.',
      'The license ends at 2021-11-15T07:51:16.000Z; from then on scans wait unprocessed, and nothing of the limit is left.',
    ]);
    expect(quota('teradata.BYTES').reasons.slice(0, 2)).toEqual([
      '0 of 20000000000000 bytes of "Teradata Data Allowance" are used.',
      'Each location counts with the largest volume ever scanned there; over the limit, scans wait unprocessed.',
    ]);
  });

  it.each([
    [-1, 'EXPIRED'],
    [0, 'EXPIRED'],
    [1, 'EXPIRING'],
    [30, 'EXPIRING'],
    [31, 'ACTIVE'],
  ])('case 3: %i days from now is %s', async (days, status) => {
    const { license } = await evaluated(servers('1', '20', { expires: inDays(days), state: undefined }));
    expect(license).toMatchObject({ derivedStatus: status, status });
  });

  it('case 7: a vendor that says licensed after the expiry is contradicted', async () => {
    const { license } = await evaluated(fixture('non-sitewide'));
    expect(license).toMatchObject({
      reportedStatus: 'licensed',
      derivedStatus: 'EXPIRED',
      status: 'EXPIRED',
      conflicts: ['STATE_EXPIRY_MISMATCH'],
    });
  });

  it('case 7, further: but not one that was read before the expiry', async () => {
    const expires = inDays(1);
    const { license } = await evaluated(servers('1', '20', { expires }), NOW, new Date(expires * 1000));
    expect(license).toMatchObject({ derivedStatus: 'EXPIRED', status: 'EXPIRED' });
    expect(license.conflicts).not.toContain('STATE_EXPIRY_MISMATCH');
  });

  it.each([undefined, '', 'never', 0])('case 10: expires %j is no expiry, never 1970', async (expires) => {
    const { license, findings } = await evaluated(servers('1', '20', { expires }));
    expect(license).toMatchObject({ expiresAt: null, derivedStatus: 'ACTIVE', status: 'ACTIVE', conflicts: [] });
    expect(findings).toEqual(['BAD_ROW INFO License installation']);
  });

  it.each([1636962676000, '1636962676000', 1, 86_400])(
    'case 11: expires %j is no date to believe, neither of year 53843 nor of 1970',
    async (expires) => {
      const { license, snapshot, quota } = await evaluated(servers('1', '20', { expires }));
      expect(license).toMatchObject({ expiresAt: null, derivedStatus: 'UNKNOWN', status: 'UNKNOWN', conflicts: [] });
      expect(snapshot.findings[0]?.description).toMatch(/^PARSE_SUSPECT: /);
      expect(quota('server.COUNT')).toMatchObject({ state: 'OK', limit: 20n });
    },
  );

  it.each([1798761600, '1798761600', ' 1798761600 ', '1798761600.0'])(
    'case 12: expires %j is a date, as a number or as text',
    async (expires) => {
      const { license } = await evaluated(servers('1', '20', { expires }));
      expect(license).toMatchObject({ expiresAt: new Date('2027-01-01T00:00:00Z'), derivedStatus: 'ACTIVE' });
    },
  );

  it('takes the whole limit with it in what is to come, and leaves standing what the vendor states', async () => {
    const expires = inDays(10);
    const end = new Date(expires * 1000);
    const before = await evaluated(servers('5', '20', { expires }));
    const part = { licenseId: 'License:recon:installation', amount: 20n, until: end, stated: true };
    expect(before.quota('server.COUNT')).toMatchObject({ limit: 20n, meter: { parts: [part] } });
    const { quota } = await evaluated(servers('5', '20', { expires }), NOW, end);
    expect(quota('server.COUNT')).toMatchObject({ limit: 20n, used: 5n, state: 'OK' });
    expect(quota('server.COUNT').reasons).toEqual([
      '5 of 20 licenses of "Server" are assigned to targets.',
      'Each licensed target takes one; over the limit, scans wait unprocessed.',
      'The license ends at 2026-01-11T00:00:00.000Z; from then on scans wait unprocessed, and nothing of the limit is left.',
    ]);
  });

  it('belongs to every pool, and to none whose limit cannot be read', async () => {
    const body = { ...changed('non-sitewide', 'summary', 0, { total: 'lots' }), expires: inDays(10) };
    const { quotas } = await evaluated(body);
    expect(quotas.map(({ meter }) => meter.parts?.map(({ amount }) => amount))).toEqual([
      undefined,
      [5n],
      [50000000000n],
      [50000000000n],
    ]);
  });
});

describe('scans that wait', () => {
  it('case 4: are counted in bytes and scans, and the text is kept', async () => {
    const { license } = await evaluated(fixture('sitewide'));
    expect(license).toMatchObject({
      warning: '85567564053 bytes of scanned data from 2 scans pending processing',
      pendingBytes: 85567564053n,
      pendingScans: 2,
    });
  });

  it.each(['1 scans waiting', 'Pending: 5 bytes', '-1 bytes of scanned data from 1 scan pending processing'])(
    'case 5: %j is kept as it is, with nothing read out of it',
    async (warning) => {
      const { license, findings } = await evaluated(servers('1', '20', { warning }));
      expect(license).toMatchObject({ warning, pendingBytes: null, pendingScans: null, status: 'ACTIVE' });
      expect(findings).toEqual([]);
    },
  );

  it('case 6: one scan is one, too', async () => {
    const warning = '12 bytes of scanned data from 1 scan pending processing';
    const { license } = await evaluated(servers('1', '20', { warning }));
    expect(license).toMatchObject({ pendingBytes: 12n, pendingScans: 1 });
  });
});

describe('the bytes of locations', () => {
  it('case 8: that do not add up to their allowance are information, and the summary counts', async () => {
    const { quota, snapshot, findings } = await evaluated(fixture('non-sitewide'));
    expect(findings).toEqual(['USAGE_SUM_MISMATCH INFO Pool client.BYTES']);
    expect(snapshot.findings[0]?.description).toContain('add up to 21513313 bytes, the summary says 1966126249');
    expect(quota('client.BYTES')).toMatchObject({ used: 1966126249n, limit: 50000000000n, state: 'OK' });
  });

  it('case 9: that add up exactly are not worth a word', async () => {
    const { quota, findings } = await evaluated(fixture('non-sitewide'));
    expect(findings.join()).not.toContain('server.BYTES');
    expect(quota('server.BYTES')).toMatchObject({ used: 2347137973n, ratio: 2347137973 / 50000000000, state: 'OK' });
    expect((await evaluated(fixture('sitewide'))).findings).toEqual([]);
  });
});

describe('numbers', () => {
  it('case 14: beyond 2^31 and 2^53 stay exact, as text or as numbers', async () => {
    const { quota } = await evaluated(fixture('legacy'));
    expect(quota('teradata.BYTES')).toMatchObject({ limit: 20000000000000n, used: 0n, state: 'OK', ratio: 0 });
    const huge = await evaluated(
      `{"state":"licensed","expires":"1798761600","summary":[{"type":"server","total":9223372036854775807,"usage":"9223372036854775806"}]}`,
    );
    expect(huge.quota('server.COUNT')).toMatchObject({ remaining: 1n, state: 'CRITICAL' });
  });

  it('case 15: of use and total may come unquoted', async () => {
    const { quota } = await evaluated(servers(16, 20));
    expect(quota('server.COUNT')).toMatchObject({ used: 16n, limit: 20n, state: 'WARNING' });
  });

  it.each(['5.5', '-1', 'abc', null])(
    'case 16: usage %j keeps its pool, UNKNOWN, and touches no other',
    async (usage) => {
      const { quota, pools, findings } = await evaluated(changed('legacy', 'summary', 0, { usage }));
      expect(quota('server.COUNT')).toMatchObject({
        used: null,
        limit: 20n,
        ratio: null,
        remaining: null,
        state: 'UNKNOWN',
      });
      expect(quota('server.COUNT').reasons.at(-1)).toBe('How much is used is not known.');
      expect(pools[0]).toMatchObject({ used: null, limit: 20n, state: 'UNKNOWN' });
      expect(pools.slice(1).map(({ state }) => state)).toEqual(Array.from({ length: 11 }, () => 'OK'));
      expect(findings).toEqual(['BAD_ROW WARN Pool server.COUNT']);
    },
  );

  it.each(['5.5', '-1', 'abc', null, '9223372036854775808'])(
    'case 16, further: total %j is an unknown limit, with a reason',
    async (total) => {
      const { quota, license } = await evaluated(servers('5', total));
      expect(quota('server.COUNT')).toMatchObject({ used: 5n, limit: null, state: 'UNKNOWN' });
      expect(quota('server.COUNT').reasons.at(-1)).toMatch(/^"total" is .* shown as unknown\.$/);
      expect(license.status).toBe('ACTIVE');
    },
  );

  it.each(['9223372036854775808', '18446744073709551616', '9'.repeat(34)])(
    'case 16, further: a use of %s is over any limit',
    async (usage) => {
      const { quota, license } = await evaluated(servers(usage, '9223372036854775807'));
      expect(quota('server.COUNT')).toMatchObject({ used: BigInt(usage), state: 'EXCEEDED' });
      expect(license.status).toBe('EXCEEDED');
    },
  );

  it('case 17: 0 of 0 is OK, without a ratio', async () => {
    const { quota } = await evaluated(servers('0', '0'));
    expect(quota('server.COUNT')).toMatchObject({ limit: 0n, used: 0n, remaining: 0n, ratio: null, state: 'OK' });
  });

  it('case 18: 1 of 0 is EXCEEDED, without a ratio', async () => {
    const { quota, license } = await evaluated(servers('1', '0'));
    expect(quota('server.COUNT')).toMatchObject({ remaining: -1n, ratio: null, state: 'EXCEEDED' });
    expect(license).toMatchObject({ status: 'EXCEEDED', conflicts: ['STATE_POOL_MISMATCH'] });
  });

  it.each([
    ['case 19', '20', 'CRITICAL'],
    ['case 20', '16', 'WARNING'],
    ['case 21', '18', 'CRITICAL'],
    ['one below the warning', '15', 'OK'],
    ['one below critical', '17', 'WARNING'],
    ['one above the limit', '21', 'EXCEEDED'],
  ])('%s: %s of 20 is %s', async (_case, usage, state) => {
    const { quota, pools, license } = await evaluated(servers(usage, '20'));
    expect(quota('server.COUNT')).toMatchObject({ state, ratio: Number(usage) / 20 });
    expect(pools[0]).toMatchObject({ state, ratio: Number(usage) / 20 });
    expect(license.status).toBe(state === 'EXCEEDED' ? 'EXCEEDED' : 'ACTIVE');
  });

  it.each([
    ['39999999999', 'OK'],
    ['40000000000', 'WARNING'],
    ['44999999999', 'WARNING'],
    ['45000000000', 'CRITICAL'],
    ['50000000000', 'CRITICAL'],
    ['50000000001', 'EXCEEDED'],
  ])('case 20, in bytes: %s of 50000000000 is %s', async (usage, state) => {
    const { quota } = await evaluated(changed('non-sitewide', 'summary', 2, { usage }));
    expect(quota('server.BYTES').state).toBe(state);
    expect(quota('server.COUNT').state).toBe('OK');
  });
});

describe('what belongs to which pool', () => {
  it('case 22: a workstation counts as a client where there is no pool of workstations', async () => {
    const { snapshot, quota } = await evaluated(fixture('non-sitewide'));
    expect(snapshot.targets.find(({ type }) => type === 'workstation')?.poolId).toBe(quota('client.COUNT').subjectId);
  });

  it('case 23: and in legacy as a workstation', async () => {
    const { snapshot, quota } = await evaluated(changed('legacy', 'targets', 0, { type: 'workstation' }));
    expect(snapshot.targets[0]?.poolId).toBe(quota('workstation.COUNT').subjectId);
  });

  it.each(['serverdata', 'server'])('case 24: the bytes of servers may be called %s', async (type) => {
    const { quota, snapshot, license } = await evaluated(changed('non-sitewide', 'summary', 2, { type }));
    expect(license.model).toBe('NON_SITEWIDE');
    expect(quota('server.BYTES')).toMatchObject({
      dimension: 'SCANNED_BYTES',
      measure: 'HIGH_WATER',
      used: 2347137973n,
    });
    expect(quota('server.COUNT')).toMatchObject({ dimension: 'TARGETS', measure: 'GAUGE', used: 1n });
    expect(snapshot.dataUsages[1]?.poolId).toBe('Pool:recon:server.BYTES');
  });

  it('case 24, further: and those of clients userdata', async () => {
    const { quota, snapshot } = await evaluated(
      changed('non-sitewide', 'summary', 3, { type: 'userdata', comment: null }),
    );
    expect(quota('client.BYTES').used).toBe(1966126249n);
    expect(snapshot.dataUsages[0]?.poolId).toBe('Pool:recon:client.BYTES');
  });

  it('case 25: files of clients count against the bytes of clients', async () => {
    const { snapshot, quota } = await evaluated(fixture('non-sitewide'));
    expect(snapshot.dataUsages[0]).toMatchObject({ type: 'file', attribution: 'client' });
    expect(snapshot.dataUsages[0]?.poolId).toBe(quota('client.BYTES').subjectId);
  });

  it('case 26: a location without an attribution belongs to none, and the pool keeps its number', async () => {
    const { snapshot, quota } = await evaluated(changed('sitewide', 'datausage', 0, { attribution: undefined }));
    expect(snapshot.dataUsages[0]).toMatchObject({ attribution: null, poolId: null, bytes: 21513313n });
    expect(quota('global.BYTES').used).toBe(1157499270n);
  });
});

describe('pools that come twice', () => {
  it.each([
    ['case 27', { usage: '19' }, 'with different content', 'CRITICAL'],
    ['case 28', {}, 'with the same content', 'OK'],
  ])('%s: are both kept, each with its own quota, and told', async (_case, fields, told, state) => {
    const body = fixture('legacy');
    body.summary.push({ ...body.summary[0], ...fields });
    const { quota, quotas, snapshot, findings } = await evaluated(body);
    expect(quotas).toHaveLength(13);
    expect(new Set(quotas.map(({ id }) => id)).size).toBe(13);
    expect(quota('server.COUNT')).toMatchObject({ used: 5n, state: 'OK' });
    expect(quota('server.COUNT%232').state).toBe(state);
    expect(findings).toEqual(['DUPLICATE_ROW WARN Pool server.COUNT']);
    expect(snapshot.findings[0]?.description).toContain(told);
  });

  it('case 27, further: one of them over its limit exceeds the license', async () => {
    const body = servers('5', '20');
    const { license } = await evaluated({ ...body, summary: [...body.summary, { ...body.summary[0], usage: '21' }] });
    expect(license).toMatchObject({ status: 'EXCEEDED', conflicts: ['STATE_POOL_MISMATCH'] });
  });
});

describe("the vendor's word", () => {
  it('case 29: absent alone is ABSENT, without pools or complaints', async () => {
    const { license, pools, findings, changesAt } = await evaluated({ state: 'absent' });
    expect(license).toMatchObject({
      model: 'NONE',
      status: 'ABSENT',
      derivedStatus: 'ABSENT',
      conflicts: [],
      expiresAt: null,
    });
    expect(pools).toEqual([]);
    expect(findings).toEqual([]);
    expect(changesAt).toBeNull();
  });

  it('case 30: absent is worse than anything its pools and its expiry say, and keeps them', async () => {
    const { license, quota } = await evaluated({ ...fixture('legacy'), state: 'absent' });
    expect(license).toMatchObject({ model: 'LEGACY', status: 'ABSENT', derivedStatus: 'ABSENT', conflicts: [] });
    expect(quota('server.COUNT')).toMatchObject({ used: 5n, limit: 20n, state: 'OK' });
    const over = await evaluated(servers('21', '20', { state: 'absent' }));
    expect(over.license).toMatchObject({ status: 'ABSENT', conflicts: [] });
  });

  it('case 31: exceeded with every pool within its limit stays EXCEEDED, flagged', async () => {
    const { license } = await evaluated(servers('20', '20', { state: 'exceeded' }));
    expect(license).toMatchObject({ status: 'EXCEEDED', derivedStatus: 'ACTIVE', conflicts: ['STATE_POOL_MISMATCH'] });
  });

  it('case 31, further: with a pool that cannot be told, or none at all, nothing contradicts it', async () => {
    for (const body of [servers('x', '20', { state: 'exceeded' }), { state: 'exceeded', expires: inDays(90) }]) {
      const { license } = await evaluated(body);
      expect(license).toMatchObject({ status: 'EXCEEDED', conflicts: ['REPORTED_WORSE'] });
    }
  });

  it('case 31, further: with a pool over its limit it is right', async () => {
    const { license, quota } = await evaluated(fixture('sitewide'));
    expect(license).toMatchObject({ status: 'EXCEEDED', derivedStatus: 'EXCEEDED', conflicts: [] });
    expect(quota('global.BYTES')).toMatchObject({
      state: 'EXCEEDED',
      enforcement: 'HARD',
      overageLimit: null,
      remaining: -157499270n,
    });
  });

  it('case 32: licensed with a pool at 120 % is EXCEEDED, flagged', async () => {
    const { license, quota } = await evaluated(servers('24', '20'));
    expect(quota('server.COUNT')).toMatchObject({ state: 'EXCEEDED', ratio: 1.2, remaining: -4n });
    expect(license).toMatchObject({
      status: 'EXCEEDED',
      derivedStatus: 'EXCEEDED',
      conflicts: ['STATE_POOL_MISMATCH'],
    });
  });

  it('case 33: expired with an expiry still to come stays EXPIRED, flagged', async () => {
    const { license } = await evaluated(servers('1', '20', { state: 'expired' }));
    expect(license).toMatchObject({ status: 'EXPIRED', derivedStatus: 'ACTIVE', conflicts: ['STATE_EXPIRY_MISMATCH'] });
  });

  it('case 33, further: each contradiction is named', async () => {
    const { license } = await evaluated(servers('24', '20', { expires: inDays(-1) }));
    expect(license).toMatchObject({
      status: 'EXPIRED',
      derivedStatus: 'EXPIRED',
      conflicts: ['STATE_EXPIRY_MISMATCH', 'STATE_POOL_MISMATCH'],
    });
  });

  it('case 33, further: expired and past is no contradiction, nor is exceeded and past', async () => {
    const expires = inDays(-1);
    expect((await evaluated(servers('1', '20', { state: 'expired', expires }))).license.conflicts).toEqual([]);
    const exceeded = await evaluated(servers('24', '20', { state: 'exceeded', expires }));
    expect(exceeded.license).toMatchObject({ status: 'EXPIRED', conflicts: [] });
  });

  it('case 33, further: a word nobody knows is UNKNOWN and contradicts nothing', async () => {
    const { license } = await evaluated(servers('1', '20', { state: 'grace' }));
    expect(license).toMatchObject({
      reportedStatus: 'grace',
      status: 'UNKNOWN',
      derivedStatus: 'ACTIVE',
      conflicts: [],
    });
    const over = await evaluated(servers('24', '20', { state: 'grace' }));
    expect(over.license).toMatchObject({ status: 'EXCEEDED', conflicts: [] });
  });
});

it('comes to an end with anything that passes the wire check: no throw, no NaN, states that agree with their numbers', () => {
  const value = fc.oneof(
    fc.constantFrom('0', '20', '21', 20, 0, -1, 5.5, 1e21, 'abc', '', null, undefined, '9'.repeat(30), 2n ** 64n),
    fc.nat().map(String),
    fc.bigInt({ min: 0n, max: 2n ** 70n }),
    fc.anything({ maxDepth: 1 }),
  );
  const row = fc.record({
    type: fc.oneof(fc.constantFrom('server', 'client', 'serverdata', 'global', 'none'), value),
    comment: fc.oneof(fc.constantFrom('Server Data Allowance', null), value),
    total: value,
    usage: value,
  });
  const state = fc.oneof(fc.constantFrom('licensed', 'expired', 'exceeded', 'absent'), value);
  const body = fc.record({ state, expires: value, warning: value, summary: fc.array(fc.oneof(row, value)) });
  fc.assert(
    fc.property(body, (json) => {
      const snapshot = normalize({ licenses: checkLicensesBody(json), server: null, gaps: [] }, 'recon', NOW);
      const { quotas, licenses } = evaluate(snapshot, policy, NOW);
      expect(licenses).toHaveLength(1);
      for (const { used, limit, ratio, remaining, state: found, reasons } of quotas) {
        expect(found === 'UNKNOWN').toBe(used === null || limit === null);
        expect(found === 'EXCEEDED').toBe(used !== null && limit !== null && used > limit);
        expect(remaining).toBe(used === null || limit === null ? null : limit - used);
        expect(ratio === null || Number.isFinite(ratio)).toBe(true);
        expect(reasons.every((reason) => reason !== '' && !/undefined|\[object/.test(reason))).toBe(true);
      }
    }),
  );
});
