import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/quota/evaluate.js';
import { briefly, changed, fixture, fixtureText, licenseOf, NOW, readBody } from './helpers.js';

describe('licensing models, told by shape', () => {
  it.each([
    ['the legacy sample', fixture('legacy'), 'LEGACY'],
    ['the sitewide sample', fixture('sitewide'), 'SITEWIDE'],
    ['the non-sitewide sample', fixture('non-sitewide'), 'NON_SITEWIDE'],
    ['datausage alone', { ...fixture('legacy'), datausage: [] }, 'LEGACY'],
    ['a global attribution', { state: 'licensed', datausage: fixture('sitewide').datausage }, 'SITEWIDE'],
    ['serverdata bytes', { summary: [{ type: 'serverdata', total: '1', usage: '0' }] }, 'NON_SITEWIDE'],
    ['a client count', { summary: [{ type: 'client', total: '1', usage: '0' }] }, 'NON_SITEWIDE'],
    ['counts without targets', { ...fixture('legacy'), targets: undefined }, 'UNKNOWN'],
    ['counts with an empty list of targets', { ...fixture('legacy'), targets: [] }, 'LEGACY'],
    ['an empty list written as an object', { ...fixture('legacy'), targets: {} }, 'LEGACY'],
    ['absent alone', { state: 'absent' }, 'NONE'],
    ['licensed alone', { state: 'licensed' }, 'UNKNOWN'],
  ])('%s is %s', async (_what, body, model) => {
    expect(licenseOf(await readBody(body)).model).toBe(model);
  });
});

describe('the license', () => {
  it('is one, named installation, with its standing', async () => {
    expect(licenseOf(await readBody(fixtureText('sitewide')))).toEqual({
      id: 'License:recon:installation',
      source: 'recon',
      vendorId: 'installation',
      typeName: 'EnterpriseReconLicense',
      displayName: 'installation',
      vendorFields: {},
      name: null,
      reportedStatus: 'exceeded',
      createdAt: null,
      expiresAt: new Date('2031-06-01T02:52:37Z'),
      features: [],
      groupId: null,
      standing: {
        reported: 'EXCEEDED',
        reportedBeforeExpiry: true,
        absent: false,
        exceededByQuotas: true,
        expiryUnknown: false,
      },
      model: 'SITEWIDE',
      edition: 'PII',
      company: 'My Organization Inc',
      warning: '85567564053 bytes of scanned data from 2 scans pending processing',
      pendingBytes: 85567564053n,
      pendingScans: 2,
    });
  });

  it.each([
    ['licensed', 'ACTIVE'],
    ['Expired', 'EXPIRED'],
    ['exceeded', 'EXCEEDED'],
    ['absent', 'ABSENT'],
    ['suspended', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    [undefined, null],
    ['', null],
  ])('state %j is reported as %j', async (state, reported) => {
    const license = licenseOf(await readBody({ ...fixture('legacy'), state }));
    expect(license.standing.reported).toBe(reported);
    expect(license.standing.absent).toBe(reported === 'ABSENT');
    expect(license.reportedStatus).toBe(state === '' ? null : (state ?? null));
  });

  it('absent with nothing else has no pools and no complaint about an expiry', async () => {
    const snapshot = await readBody({ state: 'absent' });
    expect(snapshot.pools).toEqual([]);
    expect(snapshot.findings).toEqual([]);
    expect(licenseOf(snapshot).expiresAt).toBeNull();
  });

  it.each([
    ['85567564053 bytes of scanned data from 2 scans pending processing', 85567564053n, 2],
    ['1 bytes of scanned data from 1 scan pending processing.', 1n, 1],
    ['1 scans waiting', null, null],
    ['85,567 bytes of scanned data from 2 scans pending processing', null, null],
    [`${'9'.repeat(40)} bytes of scanned data from 2 scans pending processing`, null, null],
  ])('warning %j is kept and says %s bytes, %s scans', async (warning, pendingBytes, pendingScans) => {
    const snapshot = await readBody({ ...fixture('sitewide'), warning });
    expect(licenseOf(snapshot)).toMatchObject({ warning, pendingBytes, pendingScans });
    expect(snapshot.findings).toEqual([]);
  });
});

describe('expires', () => {
  const read = async (expires: unknown) => {
    const snapshot = await readBody(JSON.stringify({ ...fixture('sitewide'), expires }));
    return { license: licenseOf(snapshot), findings: snapshot.findings };
  };

  it.each([1636962676, '1636962676', ' 1636962676 ', '1636962676.0'])('%j is 2021-11-15', async (expires) => {
    const { license, findings } = await read(expires);
    expect(license.expiresAt).toEqual(new Date('2021-11-15T07:51:16Z'));
    expect(findings).toEqual([]);
  });

  it.each([undefined, null, '', 'never', 'Never', 0, '0'])(
    '%j is no expiry, said as information, never 1970',
    async (expires) => {
      const { license, findings } = await read(expires);
      expect(license.expiresAt).toBeNull();
      expect(license.standing.expiryUnknown).toBe(false);
      expect(briefly(findings)).toEqual(['BAD_ROW INFO License installation']);
    },
  );

  it.each([1636962676000, '1636962676000', 1e20, '9'.repeat(400)])(
    '%j looks like milliseconds: unknown, and no year 53843',
    async (expires) => {
      const { license, findings } = await read(expires);
      expect(license.expiresAt).toBeNull();
      expect(license.standing.expiryUnknown).toBe(true);
      expect(briefly(findings)).toEqual(['BAD_ROW WARN License installation']);
      expect(findings[0]?.description).toMatch(/^PARSE_SUSPECT: /);
      expect(license.vendorFields).toHaveProperty('expires');
    },
  );

  it.each(['2021-11-15', '-5', -5, 'abc', '0x10', true, false, { at: 1 }, [[1]], [[]], 1, '86400', 631_151_999])(
    '%j is unreadable: unknown',
    async (expires) => {
      const { license, findings } = await read(expires);
      expect(license.expiresAt).toBeNull();
      expect(license.standing.expiryUnknown).toBe(true);
      expect(license.vendorFields).toEqual({ expires });
      expect(briefly(findings)).toEqual(['BAD_ROW WARN License installation']);
    },
  );
});

describe('pools', () => {
  it('are told apart by type and unit: non-sitewide sends each type twice', async () => {
    const { pools, meters } = await readBody(fixtureText('non-sitewide'));
    expect(pools.map(({ id, name, unit, limit, used }) => [id, name, unit, limit, used])).toEqual([
      ['Pool:recon:server.COUNT', 'Server', 'COUNT', 5n, 1n],
      ['Pool:recon:client.COUNT', 'Client', 'COUNT', 5n, 1n],
      ['Pool:recon:server.BYTES', 'Server Data Allowance', 'BYTES', 50000000000n, 2347137973n],
      ['Pool:recon:client.BYTES', 'Client Data Allowance', 'BYTES', 50000000000n, 1966126249n],
    ]);
    expect(meters.map(({ subjectId, dimension, measure }) => [subjectId, dimension, measure])).toEqual([
      ['Pool:recon:server.COUNT', 'TARGETS', 'GAUGE'],
      ['Pool:recon:client.COUNT', 'TARGETS', 'GAUGE'],
      ['Pool:recon:server.BYTES', 'SCANNED_BYTES', 'HIGH_WATER'],
      ['Pool:recon:client.BYTES', 'SCANNED_BYTES', 'HIGH_WATER'],
    ]);
  });

  it('have every field of the vocabulary, and a meter with reasons', async () => {
    const { pools, meters } = await readBody(fixtureText('legacy'));
    expect(pools).toHaveLength(12);
    expect(pools[11]).toEqual({
      id: 'Pool:recon:teradata.BYTES',
      source: 'recon',
      vendorId: 'teradata.BYTES',
      typeName: 'Pool',
      displayName: 'Teradata Data Allowance',
      vendorFields: { type: 'teradata' },
      name: 'Teradata Data Allowance',
      description: null,
      unit: 'BYTES',
      stackId: null,
      licenseId: 'License:recon:installation',
      isMax: false,
      fixed: true,
      limit: 20000000000000n,
      used: 0n,
      peerVendorIds: [],
      acceptsAllPeers: false,
      peerUsages: [],
    });
    expect(meters[0]).toEqual({
      subjectId: 'Pool:recon:server.COUNT',
      dimension: 'TARGETS',
      measure: 'GAUGE',
      limit: { kind: 'limited', value: 20n },
      used: 5n,
      enforcement: 'HARD',
      overage: { kind: 'none' },
      resetsAt: null,
      parts: [
        {
          licenseId: 'License:recon:installation',
          amount: 20n,
          until: new Date('2021-11-15T07:51:16Z'),
          stated: true,
        },
      ],
      reasons: [
        '5 of 20 licenses of "Server" are assigned to targets.',
        'Each licensed target takes one; over the limit, scans wait unprocessed.',
        'The license ended at 2021-11-15T07:51:16.000Z: scans wait unprocessed, although the limit is still stated.',
      ],
    });
  });

  it.each(['teradata', 'tibero', 'hadoop', 'informix', 'sharepoint', 'spo', 'global'])(
    '%s is measured in bytes even without a comment',
    async (type) => {
      const { pools } = await readBody({ summary: [{ type, total: 1, usage: 0 }] });
      expect(pools[0]).toMatchObject({ vendorId: `${type}.BYTES`, name: type, limit: 1n });
    },
  );

  it('of a type nobody has heard of is kept, by its unit', async () => {
    const { pools } = await readBody({
      summary: [
        { type: 'quantum', comment: 'Quantum Host', total: '3', usage: '1' },
        { type: 'quantum', comment: 'Quantum data allowance', total: '3', usage: '1' },
      ],
    });
    expect(pools.map(({ vendorId }) => vendorId)).toEqual(['quantum.COUNT', 'quantum.BYTES']);
  });

  it('serverdata and userdata are the byte pools of server and client, in ids and links', async () => {
    const body = changed('non-sitewide', 'summary', 2, { type: 'serverdata' });
    body.summary[3] = { type: 'userdata', comment: 'User Data Allowance', total: '5', usage: '21513313' };
    const { pools, dataUsages } = await readBody(body);
    expect(pools.map(({ vendorId }) => vendorId)).toEqual([
      'server.COUNT',
      'client.COUNT',
      'server.BYTES',
      'client.BYTES',
    ]);
    expect(pools[2]?.vendorFields).toEqual({ type: 'serverdata' });
    expect(dataUsages.map(({ poolId }) => poolId)).toEqual(['Pool:recon:client.BYTES', 'Pool:recon:server.BYTES']);
  });

  it.each(['5.5', '-1', 'abc', null, undefined, true, 5.5, -1, 1e21, '9'.repeat(35)])(
    'usage %j is unknown and costs no other pool',
    async (usage) => {
      const { pools, meters, findings } = await readBody(changed('legacy', 'summary', 0, { usage }));
      expect(pools).toHaveLength(12);
      expect(pools[0]).toMatchObject({ vendorId: 'server.COUNT', limit: 20n, used: null });
      expect(meters[0]).toMatchObject({ limit: { kind: 'limited', value: 20n }, used: null });
      expect(pools[2]).toMatchObject({ used: 1n });
      expect(briefly(findings)).toEqual(['BAD_ROW WARN Pool server.COUNT']);
      expect(findings[0]?.about.poolId).toBe('Pool:recon:server.COUNT');
      expect(evaluate({ licenses: [], pools, meters, timeZone: null }, policy, NOW).quotas[0]?.state).toBe('UNKNOWN');
    },
  );

  it('total that cannot be read is an unknown limit with a reason; both numbers make one finding', async () => {
    const body = changed('legacy', 'summary', 0, { total: 'lots', usage: [] });
    const { pools, meters, findings } = await readBody(body);
    expect(pools[0]).toMatchObject({ limit: null, used: null, vendorFields: { total: 'lots', usage: [] } });
    expect(meters[0]?.limit).toEqual({ kind: 'unknown', reason: expect.stringContaining('"lots"') });
    expect(briefly(findings)).toEqual(['BAD_ROW WARN Pool server.COUNT']);
  });

  it('numbers and strings are the same; 0 of 0 is a limit of 0', async () => {
    const { pools } = await readBody(
      '{"summary":[{"type":"a","total":20000000000000,"usage":9007199254740993},{"type":"b","total":"0","usage":0}]}',
    );
    expect(pools.map(({ limit, used }) => [limit, used])).toEqual([
      [20000000000000n, 9007199254740993n],
      [0n, 0n],
    ]);
  });
});

const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };

describe('what evaluation makes of it', () => {
  const status = async (body: unknown, now = NOW) => {
    const snapshot = await readBody(body);
    const { licenses, pools } = evaluate(snapshot, policy, now);
    return { license: licenses[0], pools };
  };

  it('the legacy sample: EXPIRED today, EXPIRING two weeks before', async () => {
    expect((await status(fixture('legacy'))).license).toMatchObject({
      reportedStatus: null,
      derivedStatus: 'EXPIRED',
      conflicts: [],
    });
    const before = await status(fixture('legacy'), new Date('2021-11-01T00:00:00Z'));
    expect(before.license?.derivedStatus).toBe('EXPIRING');
    expect(before.pools[0]?.ratio).toBe(0.25);
  });

  it('the non-sitewide sample: the vendor says licensed, its expiry says otherwise', async () => {
    expect((await status(fixture('non-sitewide'))).license).toMatchObject({
      reportedStatus: 'licensed',
      derivedStatus: 'EXPIRED',
      status: 'EXPIRED',
      conflicts: ['STATE_EXPIRY_MISMATCH'],
    });
  });

  it('a pool over its limit exceeds the license', async () => {
    const body = { ...fixture('sitewide'), state: 'licensed' };
    expect((await status(body)).license).toMatchObject({ status: 'EXCEEDED', conflicts: ['STATE_POOL_MISMATCH'] });
  });

  it('exceeded with every pool under its limit stays EXCEEDED, flagged', async () => {
    expect((await status(changed('sitewide', 'summary', 0, { usage: '1' }))).license).toMatchObject({
      status: 'EXCEEDED',
      conflicts: ['STATE_POOL_MISMATCH'],
    });
  });

  it('absent is ABSENT; an unreadable expiry is UNKNOWN', async () => {
    expect((await status({ state: 'absent' })).license?.status).toBe('ABSENT');
    expect((await status({ state: 'licensed', expires: 1636962676000 })).license?.status).toBe('UNKNOWN');
  });
});

describe('targets', () => {
  it('keep ids exactly, also those that come unquoted', async () => {
    const { targets } = await readBody(
      fixtureText('non-sitewide').replace('"15192847076812295797"', '15192847076812295797'),
    );
    expect(targets.map(({ id }) => id)).toEqual([
      'Target:recon:15192847076812295797',
      'Target:recon:15752461946507620351',
    ]);
  });

  it('of one account under two names stay two, and none means not licensed', async () => {
    const { targets, findings } = await readBody(fixtureText('legacy'));
    const dropbox = targets.filter(({ name }) => name.toLowerCase().startsWith('dropbox'));
    expect(dropbox.map(({ name, licensed, poolId }) => [name, licensed, poolId])).toEqual([
      ['dropbox@USER@EXAMPLE.COM', true, 'Pool:recon:dropbox.COUNT'],
      ['DROPBOX:USER@EXAMPLE.COM', false, null],
    ]);
    expect(findings).toEqual([]);
    expect(targets.filter(({ poolId }) => poolId === 'Pool:recon:server.COUNT')).toHaveLength(5);
  });

  it('workstation belongs to the client pool in non-sitewide, and to its own in legacy', async () => {
    const { targets } = await readBody(fixtureText('non-sitewide'));
    expect(targets.map(({ type, poolId }) => [type, poolId])).toEqual([
      ['workstation', 'Pool:recon:client.COUNT'],
      ['server', 'Pool:recon:server.COUNT'],
    ]);
    const legacy = changed('legacy', 'targets', 0, { type: 'workstation' });
    expect((await readBody(legacy)).targets[0]?.poolId).toBe('Pool:recon:workstation.COUNT');
  });

  it('workstation in legacy without such a pool does not borrow another', async () => {
    const { targets, findings } = await readBody({
      summary: [{ type: 'server', comment: 'Server', total: '1', usage: '0' }],
      targets: [{ name: 'A', id: '1', type: 'workstation' }],
      expires: '1938048757',
    });
    expect(targets[0]).toMatchObject({ licensed: true, poolId: null });
    expect(briefly(findings)).toEqual(['UNKNOWN_POOL WARN Pool workstation.COUNT']);
    expect(findings[0]).toMatchObject({
      about: { targetId: 'Target:recon:1' },
      description: expect.stringContaining('A'),
    });
  });

  it('naming one missing pool make one finding, however many they are', async () => {
    const body = fixture('legacy');
    body.targets = Array.from({ length: 5_000 }, (_, index) => ({ name: `H${index}`, id: `${index}`, type: 'box2' }));
    const { targets, findings } = await readBody(body);
    expect(targets).toHaveLength(5_000);
    expect(briefly(findings)).toEqual(['UNKNOWN_POOL WARN Pool box2.COUNT']);
    expect(findings[0]?.description).toContain('5000 targets');
    expect(findings[0]?.description).toContain('H0, H1, H2 and 4997 more');
  });

  it('licensed by bytes alone have no COUNT pool and no complaint', async () => {
    const { targets, findings } = await readBody(changed('legacy', 'targets', 0, { type: 'teradata' }));
    expect(targets[0]).toMatchObject({ licensed: true, poolId: null });
    expect(findings).toEqual([]);
  });
});

describe('data usage', () => {
  it('belongs to the BYTES pool of its attribution and to the target that begins its location', async () => {
    const { dataUsages } = await readBody(fixtureText('non-sitewide'));
    expect(dataUsages[0]).toEqual({
      id: `DataUsage:recon:${encodeURIComponent('client.MY-WINDOWS-MACHINE All local files')}`,
      source: 'recon',
      vendorId: 'client.MY-WINDOWS-MACHINE All local files',
      typeName: 'DataUsage',
      displayName: 'MY-WINDOWS-MACHINE All local files',
      vendorFields: {},
      location: 'MY-WINDOWS-MACHINE All local files',
      type: 'file',
      bytes: 21513313n,
      attribution: 'client',
      licenseId: 'License:recon:installation',
      poolId: 'Pool:recon:client.BYTES',
      targetId: 'Target:recon:15192847076812295797',
    });
  });

  it.each([
    ['HOST/D:\\Important', ['HOST'], 'HOST'],
    ['HOST All local files', ['HOST'], 'HOST'],
    ['HOST', ['HOST'], null],
    ['HOSTILE All local files', ['HOST'], null],
    ['host All local files', ['HOST'], null],
    ['HOST\\D:', ['HOST'], null],
    ['HOST A/x', ['HOST', 'HOST A'], null],
    ['HOST A/x', ['HOST A', 'HOST B'], 'HOST A'],
    ['HOST/x', ['HOST', 'HOST'], null],
    ['/x', [''], null],
  ])('location %j among targets %j is %j', async (location, names, expected) => {
    const { dataUsages, targets } = await readBody({
      expires: 1938048757,
      summary: [{ type: 'server', comment: 'Server Data Allowance', total: 9, usage: 1 }],
      targets: names.map((name, index) => ({ name, id: `${index}`, type: 'none' })),
      datausage: [{ type: 'file', location, bytes: 1, attribution: 'server' }],
    });
    const found = targets.find(({ id }) => id === dataUsages[0]?.targetId);
    expect(found?.name ?? null).toBe(expected);
  });

  it('sums that differ from the summary are information; the summary is kept', async () => {
    const { findings, pools } = await readBody(fixtureText('non-sitewide'));
    expect(briefly(findings)).toEqual(['USAGE_SUM_MISMATCH INFO Pool client.BYTES']);
    expect(findings[0]).toMatchObject({
      dimension: 'SCANNED_BYTES',
      about: { subjectId: 'Pool:recon:client.BYTES', poolId: 'Pool:recon:client.BYTES' },
      description: expect.stringMatching(/21513313.*1966126249/),
    });
    expect(pools[3]?.used).toBe(1966126249n);
  });

  it('sums that agree say nothing, and neither does an answer without data usage', async () => {
    expect((await readBody(fixtureText('sitewide'))).findings).toEqual([]);
    expect((await readBody({ ...fixture('sitewide'), datausage: undefined })).findings).toEqual([]);
  });

  it('is left out, and its allowance not summed, when its bytes cannot be read', async () => {
    const { findings, dataUsages } = await readBody(changed('sitewide', 'datausage', 0, { bytes: 'many' }));
    expect(dataUsages.map((usage) => usage.location)).not.toContain('MY-WINDOWS-MACHINE/D:\\Important');
    expect(dataUsages).toHaveLength(9);
    expect(briefly(findings)).toEqual(['BAD_ROW WARN DataUsage global.MY-WINDOWS-MACHINE/D:\\Important']);
  });

  it('without attribution is kept, with no pool', async () => {
    const { dataUsages, findings } = await readBody(changed('sitewide', 'datausage', 0, { attribution: undefined }));
    expect(dataUsages[0]).toMatchObject({
      vendorId: 'unattributed.MY-WINDOWS-MACHINE/D:\\Important',
      attribution: null,
      poolId: null,
    });
    expect(briefly(findings)).toEqual(['USAGE_SUM_MISMATCH INFO Pool global.BYTES']);
  });

  it('attributed to an allowance that is not there is kept, with one finding', async () => {
    const body = fixture('non-sitewide');
    body.summary.splice(2);
    const { dataUsages, findings } = await readBody(body);
    expect(dataUsages.map(({ poolId }) => poolId)).toEqual([null, null]);
    expect(briefly(findings)).toEqual(['UNKNOWN_POOL WARN Pool client.BYTES', 'UNKNOWN_POOL WARN Pool server.BYTES']);
  });
});

describe('rows that come twice', () => {
  it('identical pools: both kept, the second under a new id, and a message', async () => {
    const body = fixture('legacy');
    body.summary.push({ ...body.summary[0] });
    const { pools, meters, findings, targets } = await readBody(body);
    expect(pools[12]).toMatchObject({ id: 'Pool:recon:server.COUNT%232', vendorId: 'server.COUNT#2', name: 'Server' });
    expect(new Set(meters.map(({ subjectId }) => subjectId)).size).toBe(13);
    expect(targets[0]?.poolId).toBe('Pool:recon:server.COUNT');
    expect(briefly(findings)).toEqual(['DUPLICATE_ROW WARN Pool server.COUNT']);
    expect(findings[0]?.description).toContain('with the same content');
  });

  it('data usage of one location twice, with different bytes, is two rows with two ids', async () => {
    const body = fixture('non-sitewide');
    const again = body.datausage?.[1];
    body.datausage?.push({ ...again, bytes: '7' }, { ...again, bytes: '8' });
    const { dataUsages, findings } = await readBody(body);
    expect(dataUsages.map(({ vendorId }) => vendorId).slice(1)).toEqual([
      'server.MY-UBUNTU-MACHINE All local files',
      'server.MY-UBUNTU-MACHINE All local files#2',
      'server.MY-UBUNTU-MACHINE All local files#3',
    ]);
    expect(briefly(findings)).toContain('DUPLICATE_ROW WARN DataUsage server.MY-UBUNTU-MACHINE All local files');
    expect(findings.find(({ category }) => category === 'DUPLICATE_ROW')?.description).toContain(
      'with different content',
    );
  });

  it('a made-up id never takes the place of a real one', async () => {
    const row = (id: string) => ({ id, name: id, type: 'none' });
    const { targets } = await readBody({ ...fixture('legacy'), targets: [row('1'), row('1'), row('1#2')] });
    expect(targets.map(({ vendorId }) => vendorId)).toEqual(['1', '1#3', '1#2']);
  });

  it('by the ten thousand cost neither time nor a message each', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      id: String(index % 10_000),
      name: 'x',
      type: 'none',
    }));
    const same = Array.from({ length: 10_000 }, () => ({ id: 'same', name: 'x', type: 'none' }));
    const { targets, findings } = await readBody({ ...fixture('legacy'), targets: [...rows, ...same] });
    expect(new Set(targets.map(({ id }) => id)).size).toBe(30_000);
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)).toMatchObject({ vendorId: 'more', description: expect.stringContaining('19949 more') });
  });
});
