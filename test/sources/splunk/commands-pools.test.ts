/** The rules of the commands for pools: what is refused before anything is sent, and which code a refusal of the vendor's gets. */
import { describe, expect, it } from 'vitest';
import type { PoolEdit } from '../../../src/domain/commands.js';
import { A, B, expectRefusal, GIB, LIVE, MAIN, type Manager, poolOf, withManager } from './commands-support.js';
import { connectTo, json, startStub } from './support.js';

describe('createPool', () => {
  const create = (
    { commands, signal }: Manager,
    more: Partial<Parameters<Manager['commands']['createPool']>[0]> = {},
  ) => commands.createPool({ name: 'fresh', stackVendorId: 'enterprise', quota: '1GB', ...more }, signal);

  it.each([
    ['a name that is taken', { name: 'web' }, 'POOL_EXISTS', 'name'],
    ['an unknown stack', { stackVendorId: 'nowhere' }, 'STACK_NOT_FOUND', 'stackId'],
    ['a stack with fixed pools', { stackVendorId: 'free' }, 'FIXED_POOL', 'stackId'],
    ['the trial, whose pools are fixed', { stackVendorId: 'download-trial' }, 'FIXED_POOL', 'stackId'],
    ['no name', { name: '' }, 'INVALID_INPUT', 'name'],
    ['a name of dots', { name: '..' }, 'INVALID_INPUT', 'name'],
    ['half a sign as name', { name: 'a\ud800' }, 'INVALID_INPUT', 'name'],
  ] as const)('sends nothing for %s', async (_what, more, code, path) => {
    await withManager(LIVE, async (manager) => {
      expectRefusal(await create(manager, more), code, path);
      expect(manager.proxy.writes).toEqual([]);
    });
  });

  it('is refused a second MAX pool by the vendor, in its words', async () => {
    await withManager({}, async (manager) => {
      const outcome = await create(manager, { quota: 'MAX' });
      expectRefusal(outcome, 'MAX_POOL_EXISTS', 'quota', 'only have one pool with MAX size');
      expect(manager.proxy.writes).toHaveLength(1);
      expect(manager.state.pools).toHaveLength(4);
    });
  });

  it('takes a MAX pool that finds the stack full for what the vendor calls it', async () => {
    await withManager({}, async (manager) => {
      Object.assign(poolOf(manager, MAIN), { quota: 10n * GIB });
      expectRefusal(await create(manager, { quota: 'MAX' }), 'UPSTREAM_REJECTED', null, 'is full');
    });
  });

  it('tells the second of two at once that the name is taken', async () => {
    await withManager(LIVE, async (manager) => {
      const outcomes = await Promise.all([create(manager), create(manager, { quota: '2GB' })]);
      expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
      for (const outcome of outcomes) if (!outcome.done) expectRefusal(outcome, 'POOL_EXISTS', 'name');
      expect(manager.state.pools.filter(({ name }) => name === 'fresh')).toHaveLength(1);
    });
  });

  it('sends the id of the stack as the server spells it, and nothing that was not given', async () => {
    await withManager(LIVE, async (manager) => {
      expect(await create(manager, { stackVendorId: 'Enterprise' })).toMatchObject({ done: true });
      expect(manager.proxy.writes[0]?.body).toBe('name=fresh&quota=1GB&stack_id=enterprise');
    });
  });

  it.each([
    ['legacy-names', 'slaves'],
    ['enterprise', 'peers'],
    ['demo', 'peers'],
  ])('names the peers on a server of the scenario %s as %s', async (scenario, field) => {
    await withManager({ scenario }, async (manager) => {
      expect(await create(manager, { peers: ['*'] })).toMatchObject({ done: true });
      expect(new URLSearchParams(manager.proxy.writes[0]?.body).get(field)).toBe('*');
    });
  });

  it.each(['a/b', '../up', 'per%20cent', 'line\nbreak', 'plus+and&', 'acl', 'ünï ✓'])(
    'makes, edits and deletes a pool called %j',
    async (name) => {
      await withManager(LIVE, async (manager) => {
        const { commands, signal } = manager;
        expect(await create(manager, { name })).toMatchObject({ done: true });
        const seen = { isMax: false, limit: GIB, description: null, peerVendorIds: [] };
        const edit = { vendorId: name, seen, quota: '2GB', appendPeers: false };
        expect(await commands.updatePool(edit, signal)).toMatchObject({ done: true });
        expect(poolOf(manager, name).quota).toBe(2n * GIB);
        expect(await commands.deletePool({ vendorId: name }, signal)).toMatchObject({ done: true });
        expect(manager.state.pools.some((pool) => pool.name === name)).toBe(false);
      });
    },
  );

  it('does not take another pool of that name for its own when the answer was lost', async () => {
    await withManager(LIVE, async (manager) => {
      manager.proxy.next('html');
      const creating = create(manager, { peers: [A] });
      while (manager.proxy.writes.length === 0) await new Promise(setImmediate);
      manager.state.pools.push({ ...poolOf(manager, 'web'), name: 'fresh' });
      expectRefusal(await creating, 'OUTCOME_UNKNOWN', null, 'what is there now does not tell');
    });
  });
});

describe('updatePool', () => {
  const seen: PoolEdit['seen'] = {
    isMax: false,
    limit: 4n * GIB,
    description: 'Whatever developers try out',
    peerVendorIds: [A],
  };
  const sandbox = (manager: Manager) => Object.assign(poolOf(manager, 'sandbox'), { peers: [A] });
  const edit = ({ commands, signal }: Manager, more: Partial<PoolEdit>) =>
    commands.updatePool({ vendorId: 'sandbox', seen, appendPeers: false, ...more }, signal);

  it.each([
    ['quota', { quota: '5GB' }, { quota: 3n * GIB }, '3221225472 bytes'],
    ['quota', { quota: '5GB' }, { quota: 'MAX' }, 'MAX'],
    ['description', { description: 'mine' }, { description: 'theirs' }, '"theirs"'],
    ['peers', { peers: [B] }, { peers: [A, 'C'] }, `"${A}", "C"`],
    ['peers', { peers: [B] }, { peers: [] }, 'none'],
  ] as const)('is told that the %s has changed, and sends nothing', async (field, more, now, says) => {
    await withManager(LIVE, async (manager) => {
      Object.assign(sandbox(manager), now);
      expectRefusal(await edit(manager, more), 'CONFLICT', field, says);
      expect(manager.proxy.writes).toEqual([]);
    });
  });

  it.each([
    ['nothing of it has changed', { quota: '5GB', description: 'mine', peers: [B] }, {}],
    ['only what it leaves alone has changed', { description: 'mine' }, { quota: 3n * GIB, peers: [B] }],
    [
      'it has become what is asked for',
      { quota: '3GB', description: 'x', peers: [B, A] },
      { quota: 3n * GIB, description: 'x', peers: [A, B] },
    ],
    ['peers are added to whoever is there', { peers: [B], appendPeers: true }, { peers: ['C'] }],
    ['the case of a GUID has changed', { peers: [B] }, { peers: [A.toLowerCase()] }],
  ])('is done when %s', async (_what, more, now) => {
    await withManager(LIVE, async (manager) => {
      Object.assign(sandbox(manager), now);
      expect(await edit(manager, more)).toMatchObject({ done: true });
      expect(manager.proxy.writes).toHaveLength(1);
    });
  });

  it('knows a MAX pool again whatever its stack makes of it', async () => {
    await withManager({}, async (manager) => {
      const max = { isMax: true, limit: 1n, description: MAIN, peerVendorIds: ['*'] };
      expect(await edit(manager, { vendorId: MAIN, seen: max, quota: '50MB' })).toMatchObject({ done: true });
      expect(poolOf(manager, MAIN).quota).toBe(52_428_800n);
      expect(manager.proxy.writes[0]?.body).toBe('quota=50MB');
    });
  });

  it.each([
    ['demo', 'peers', 'append_peers'],
    ['legacy-names', 'slaves', 'append_slaves'],
  ])('adds peers without losing those that another caller adds at once (%s)', async (scenario, field, flag) => {
    await withManager({ scenario }, async (manager) => {
      const name = scenario === 'demo' ? 'sandbox' : MAIN;
      Object.assign(poolOf(manager, name), { peers: [] });
      const add = (peer: string) => edit(manager, { vendorId: name, peers: [peer], appendPeers: true });
      expect(await Promise.all([add(A), add(B)])).toMatchObject([{ done: true }, { done: true }]);
      expect([...poolOf(manager, name).peers].sort()).toEqual([B, A]);
      const form = new URLSearchParams(manager.proxy.writes[0]?.body);
      expect([form.has(field), form.get(flag)]).toEqual([true, '1']);
    });
  });

  it('finds peers that were added where everybody is taken', async () => {
    await withManager(LIVE, async (manager) => {
      Object.assign(sandbox(manager), { peers: ['*'] });
      manager.proxy.next('reset-after');
      expect(await edit(manager, { peers: [B], appendPeers: true })).toMatchObject({ done: true });
    });
  });

  it('is no second MAX pool to itself', async () => {
    await withManager({}, async (manager) => {
      manager.proxy.next({ kind: 'status', status: 409, body: '{"messages":[{"type":"ERROR","text":"locked"}]}' });
      const max = { isMax: true, limit: 10n * GIB, description: MAIN, peerVendorIds: ['*'] };
      const outcome = await edit(manager, { vendorId: MAIN, seen: max, quota: 'MAX' });
      expectRefusal(outcome, 'UPSTREAM_REJECTED', null, 'locked');
    });
  });

  it('is not looked for in the answer to something else', async () => {
    const web = { name: 'web', content: { stack_id: 'enterprise', quota: 'MAX' } };
    const stub = await startStub({ '/services/licenser/pools/links': json({ entry: [web] }) });
    const connection = connectTo(stub.url);
    const outcome = await connection.commands.deletePool?.({ vendorId: 'links' }, new AbortController().signal);
    await connection.close();
    await stub.close();
    expect(outcome).toMatchObject({ error: { code: 'POOL_NOT_FOUND' } });
    expect(stub.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it.each([
    ['nothing but an error of the vendor', [{ type: 'ERROR', text: 'nope, not allowed' }], 'UPSTREAM_REJECTED', 'nope'],
    ['nothing', [], 'OUTCOME_UNKNOWN', 'accepted it (200), and yet it has not been done'],
  ] as const)(
    'is not done when a good answer holds %s and nothing has changed',
    async (_what, messages, code, says) => {
      await withManager(LIVE, async (manager) => {
        const body = JSON.stringify({ entry: [], messages });
        manager.proxy.next({ kind: 'status', status: 200, body, contentType: 'application/json' });
        sandbox(manager);
        expectRefusal(await edit(manager, { quota: '3GB' }), code, null, says);
        expect(manager.proxy.writes).toHaveLength(1);
      });
    },
  );

  it('is neither done nor undone where the vendor did it in part and then failed', async () => {
    const content = { stack_id: 'enterprise', quota: '1073741824', description: 'old' };
    const stub = await startStub({
      '/services/licenser/pools/web': ({ method }) => {
        if (method === 'GET') return json({ entry: [{ name: 'web', content: { ...content } }] });
        content.quota = '3221225472';
        return json({ messages: [{ type: 'ERROR', text: 'out of memory' }] }, 500);
      },
    });
    const connection = connectTo(stub.url);
    const part = { vendorId: 'web', appendPeers: false, quota: '3GB', description: 'new' };
    const asSeen = { isMax: false, limit: GIB, description: 'old', peerVendorIds: [] };
    const outcome = await connection.commands.updatePool?.({ ...part, seen: asSeen }, new AbortController().signal);
    await connection.close();
    await stub.close();
    expect(outcome).toMatchObject({
      error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('out of memory') },
    });
  });

  it('cannot make a second MAX pool', async () => {
    await withManager(LIVE, async (manager) => {
      sandbox(manager);
      Object.assign(poolOf(manager, 'web'), { quota: 'MAX' });
      expectRefusal(await edit(manager, { quota: 'MAX' }), 'MAX_POOL_EXISTS', 'quota', 'MAX size');
    });
  });

  it.each(['no such pool', '', '.', '..', 'a\ud800', '_new', '_acl'])(
    'sends nothing for the unknown pool %j',
    async (vendorId) => {
      await withManager(LIVE, async (manager) => {
        expectRefusal(await edit(manager, { vendorId, quota: '1GB' }), 'POOL_NOT_FOUND', 'poolId');
        expectRefusal(await manager.commands.deletePool({ vendorId }, manager.signal), 'POOL_NOT_FOUND', 'poolId');
        expect(manager.proxy.writes).toEqual([]);
      });
    },
  );

  it.each(['free', 'forwarder', 'download-trial'])('sends nothing for the fixed pool of %s', async (stack) => {
    await withManager(LIVE, async (manager) => {
      const vendorId = `auto_generated_pool_${stack}`;
      expectRefusal(await edit(manager, { vendorId, quota: '1GB' }), 'FIXED_POOL', 'poolId');
      expectRefusal(await manager.commands.deletePool({ vendorId }, manager.signal), 'FIXED_POOL', 'poolId');
      expect(manager.proxy.writes).toEqual([]);
    });
  });
});
