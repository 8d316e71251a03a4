/** Bad input from a Splunk server: each gives a typed failure or costs one row, and nothing crashes. */
import { describe, expect, it } from 'vitest';
import { type Fault, faults, startFaultServer } from '../../support/fault-server.js';
import {
  at,
  feed,
  feedFrom,
  findingsOf,
  fixture,
  json,
  PASSWORD,
  readOnce,
  readRoutes,
  small,
  snapshotOf,
  the,
} from './support.js';

describe('a server that misbehaves', () => {
  it.each(Object.keys(faults) as Fault[])('by %s gives the source its typed status', async (fault) => {
    const server = await startFaultServer(fault, { json: JSON.stringify(feed({})) });
    const timeoutMs = fault === 'hang' || fault === 'slow-body' ? 200 : 10_000;
    try {
      for (const auth of [{ token: 't' }, PASSWORD]) {
        const failure = await readOnce(server.url, { auth, timeoutMs }).catch((error: unknown) => error);
        expect(failure).toMatchObject(faults[fault]);
        expect((failure as Error).message).not.toMatch(/changeme/);
      }
    } finally {
      await server.close();
    }
  });

  const healthy = Object.fromEntries(Object.entries(small).map(([part, rows]) => [at(part), json(feed(rows))]));
  it.each([
    ['XML that breaks off', { type: 'text/xml', body: fixture('seed/pools.xml').slice(0, 2000) }, 'NOT_XML'],
    ['XML that is no feed', { type: 'text/xml', body: '<response><messages/></response>' }, 'NOT_A_FEED'],
    ['JSON that is no feed', { type: 'application/json', body: '{"entry":{}}' }, 'NOT_A_FEED'],
    ['a JSON list', { type: 'application/json', body: '[]' }, 'NOT_A_FEED'],
    ['XML nested too deep', { type: 'text/xml', body: `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}` }, 'NOT_XML'],
    ['a feed under the type of a picture', { type: 'image/png', body: JSON.stringify(feed({})) }, 'WRONG_CONTENT_TYPE'],
    ['XML under the type of a picture', { type: 'image/png', body: '<feed></feed>' }, 'WRONG_CONTENT_TYPE'],
  ])('in one answer, by %s, fails the read', async (_what, answer, code) => {
    await expect(readRoutes({ ...healthy, [at('pools')]: answer })).rejects.toMatchObject({
      status: 'BAD_RESPONSE',
      code,
    });
  });

  it('never has the entities of a DOCTYPE expanded', () => {
    const lol = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE feed [<!ENTITY l0 "lol">${lol}]><feed><entry><title>&l10;</title></entry></feed>`;
    expect(feedFrom(bomb).entries).toMatchObject([{ name: '&l10;' }]);
    const outside =
      '<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/hostname">]><feed><entry><title>&x;</title></entry></feed>';
    expect(() => feedFrom(outside)).toThrow('no complete XML');
  });
});

describe('a bad row', () => {
  const good = { stack_id: 'enterprise', quota: '10', used_bytes: '0' };

  it('without a required field, a name or any fields is left out and named', () => {
    const snapshot = snapshotOf({
      pools: [
        { name: 'good', content: good },
        { name: 'stackless', content: { quota: 5 } },
        { content: good },
        { name: 'hollow', content: 'text' },
        'no entry',
        null,
        { name: '', content: good },
        { name: { a: 1 }, content: good },
      ],
    });
    expect(snapshot.pools.map(({ vendorId }) => vendorId)).toEqual(['good']);
    expect(findingsOf(snapshot)).toEqual([
      ['BAD_ROW', 'Pool', 'stackless'],
      ['BAD_ROW', 'Pool', 'pools[2]'],
      ['BAD_ROW', 'Pool', 'hollow'],
      ['BAD_ROW', 'Pool', 'pools[4]'],
      ['BAD_ROW', 'Pool', 'pools[5]'],
      ['BAD_ROW', 'Pool', 'pools[6]'],
      ['BAD_ROW', 'Pool', 'pools[7]'],
    ]);
    expect(snapshot.findings[0]?.description).toContain('stack_id is missing');
  });

  it.each(['-5', 'many', '1.5', 'NaN', ['1'], { a: 'b' }, '0x10', '1e3'])(
    'with the use %j stays, its use unknown',
    (used) => {
      const snapshot = snapshotOf({ pools: { main: { ...good, used_bytes: used } } });
      expect(snapshot.pools).toMatchObject([{ vendorId: 'main', used: null, limit: 10n }]);
      expect(snapshot.meters[0]).toMatchObject({ subjectId: 'Pool:splunk:main', used: null });
      expect(findingsOf(snapshot)).toEqual([['BAD_ROW', 'Pool', 'main']]);
      expect(snapshot.findings[0]?.description).toContain('used_bytes');
      expect(snapshot.pools[0]?.vendorFields.used_bytes).toEqual(used);
    },
  );

  it('with an unreadable quota has an unknown limit', () => {
    const snapshot = snapshotOf({ pools: { main: { ...good, quota: '50MB' } } });
    expect(snapshot.meters[0]?.limit).toMatchObject({ kind: 'unknown' });
    expect(snapshot.pools).toMatchObject([{ limit: null, used: 0n, isMax: false }]);
    expect(findingsOf(snapshot)).toEqual([['BAD_ROW', 'Pool', 'main']]);
  });

  it('with an unreadable usage of one peer keeps the others', () => {
    const snapshot = snapshotOf({
      pools: { main: { ...good, peers_usage_bytes: { A: 0, B: 'x' } } },
      peers: { A: {} },
    });
    expect(snapshot.pools[0]?.peerUsages.map(({ peerVendorId }) => peerVendorId)).toEqual(['A']);
    expect(snapshot.peers[0]?.usedBytes).toBeNull();
    expect(findingsOf(snapshot)).toEqual([['BAD_ROW', 'Pool', 'main']]);
  });

  it('makes the sums that it belongs to unknown instead of too small', () => {
    const snapshot = snapshotOf({ pools: { main: good, broken: { quota: 1 } }, peers: { A: {} } });
    const stack = snapshot.meters.find(({ subjectId }) => subjectId === 'Stack:splunk:enterprise');
    expect(stack).toMatchObject({ used: null, limit: { kind: 'limited' } });
    expect(snapshot.peers[0]?.usedBytes).toBeNull();
  });

  it('that comes twice is shown once, and the difference told', () => {
    const snapshot = snapshotOf({
      pools: [
        { name: 'twin', content: good },
        { name: 'twin', content: { ...good, used_bytes: 2 } },
        { name: 'same', content: good },
        { name: 'same', content: { used_bytes: 0, quota: 10, stack_id: 'enterprise' } },
      ],
    });
    expect(snapshot.pools.map(({ vendorId, used }) => [vendorId, used])).toEqual([
      ['twin', 0n],
      ['same', 0n],
    ]);
    expect(findingsOf(snapshot)).toEqual([
      ['DUPLICATE_ROW', 'Pool', 'twin'],
      ['DUPLICATE_ROW', 'Pool', 'same'],
    ]);
    expect(snapshot.findings.map(({ description }) => description)).toEqual([
      expect.stringContaining('with another used_bytes'),
      expect.stringContaining('with the same content'),
    ]);
  });

  it('of any part costs that row alone', () => {
    const snapshot = snapshotOf({
      groups: { Enterprise: { is_active: 'perhaps', stack_ids: [] }, Free: { is_active: 1 } },
      stacks: { enterprise: {}, free: { type: 'free' } },
      licenses: { A: { type: 'enterprise' }, B: { type: 'x', stack_id: 'free', expiration_time: 2147483647 } },
      messages: {
        m1: { category: 'license_window' },
        m2: { category: 'c', description: 'd', create_time: 1312282230 },
      },
      localpeer: { license: {} },
      usage: { license_usage: { quota: 'lots' } },
    });
    expect(snapshot.groups.map(({ name }) => name)).toEqual(['Free']);
    expect(snapshot.stacks.map(({ vendorId }) => vendorId)).toEqual(['free']);
    expect(snapshot.licenses.map(({ vendorId }) => vendorId)).toEqual(['B']);
    expect((snapshot.messages ?? []).map(({ vendorId }) => vendorId)).toEqual(['m2']);
    expect(snapshot.details.localPeer).toBeNull();
    expect(findingsOf(snapshot).filter(([category]) => category === 'BAD_ROW')).toEqual([
      ['BAD_ROW', 'Group', 'Enterprise'],
      ['BAD_ROW', 'Stack', 'enterprise'],
      ['BAD_ROW', 'License', 'A'],
      ['BAD_ROW', 'Pool', 'main'],
      ['BAD_ROW', 'Source', 'license'],
      ['BAD_ROW', 'Message', 'm1'],
      ['BAD_ROW', 'Source', 'license_usage'],
    ]);
  });
});

describe('figures and ids', () => {
  it('beyond 2^53 are exact, as numbers and as texts', () => {
    const body = `{"entry":[{"name":"n","content":{"stack_id":"enterprise","quota":9007199254740993,"used_bytes":"9223372036854775807"}},{"name":"m","content":{"stack_id":"enterprise","quota":"9007199254740993","used_bytes":9223372036854775807}}]}`;
    const { entries } = feedFrom(body);
    const snapshot = snapshotOf({ pools: entries.map(({ name, fields }) => ({ name, content: fields })) });
    for (const pool of snapshot.pools) {
      expect(pool).toMatchObject({ limit: 9007199254740993n, used: 9223372036854775807n });
    }
  });

  it.each(['a:b/c d%', 'ü'.repeat(300), '18446744073709551615', '__proto__', 'constructor'])(
    'as strange as %s lead to their things',
    (name) => {
      const snapshot = snapshotOf({
        pools: [{ name, content: { stack_id: 'enterprise', quota: 1, used_bytes: 0 } }],
        peers: [{ name: 'P', content: { pool_ids: [name], active_pool_ids: [name] } }],
      });
      expect(the(snapshot.pools, name).id).toMatch(/^Pool:splunk:[^:]+$/);
      expect(snapshot.peers[0]?.activePoolIds).toEqual([the(snapshot.pools, name).id]);
      expect(snapshot.findings).toEqual([]);
    },
  );

  it('that are secret are not kept, wherever they stand', () => {
    const content = {
      type: 'enterprise',
      stack_id: 'enterprise',
      expiration_time: 2147483647,
      payload: '<license>SECRET</license>',
      signature: 'SECRET',
      add_ons: { x: { payload: 'SECRET', kept: 'yes' } },
      extra: [{ sessionKey: 'SECRET', password: 'SECRET' }],
    };
    const snapshot = snapshotOf({ licenses: { A: content } });
    const text = JSON.stringify(snapshot, (_key, value) => (typeof value === 'bigint' ? value.toString() : value));
    expect(text).not.toContain('SECRET');
    expect(snapshot.licenses[0]).toMatchObject({ addOns: { x: { kept: 'yes' } } });
  });
});
