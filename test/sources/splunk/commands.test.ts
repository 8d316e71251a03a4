/** The rules of the commands: what is refused before anything is sent, and which code a refusal of the vendor's gets. */
import { describe, expect, it } from 'vitest';
import { type CommandName, type CommandOutcome, capabilityOf, type PoolEdit } from '../../../src/domain/commands.js';
import { type LicenseFields, standInLicense } from '../../../src/emulators/splunk/index.js';
import { splunkSource } from '../../../src/sources/splunk/index.js';
import { A, B, bytes, GIB, LICENSE, MAIN, type Manager, withManager } from './commands-support.js';
import { connectTo, json, LOGIN, NOW, PASSWORD, said, startStub } from './support.js';

const LIVE = { scenario: 'demo' } as const;
const seconds = NOW.getTime() / 1000;

function expectRefusal(outcome: CommandOutcome<unknown>, code: string, path: string | null, says = ''): void {
  expect(outcome).toMatchObject({ done: false, error: { code, path: path === null ? null : [path] } });
  if (!outcome.done) expect(outcome.error.message).toContain(says);
}

const poolOf = ({ state }: Manager, name: string) => {
  const pool = state.pools.find((each) => each.name === name);
  if (pool === undefined) throw new Error(`there is no pool ${name}`);
  return pool;
};

it('offers exactly the commands that its capabilities name', async () => {
  const connection = connectTo('http://127.0.0.1:1');
  const commands = Object.keys(connection.commands) as CommandName[];
  await connection.close();
  expect([...splunkSource.capabilities].sort()).toEqual(['REFRESH_SOURCE', ...commands.map(capabilityOf)].sort());
});

it('still wants the login that another request began and gave up', async () => {
  const reached = deferred();
  const release = deferred();
  const stub = await startStub({
    [LOGIN]: async () => {
      reached.resolve();
      await release.promise;
      return json({ sessionKey: 'key' });
    },
    '/services/licenser/groups': json({ entry: [{ name: 'Free', content: { is_active: true } }] }),
  });
  const connection = connectTo(stub.url, { auth: PASSWORD });
  const sync = new AbortController();
  const reading = connection.read(sync.signal);
  await reached.promise;
  const activating = connection.commands.activateGroup?.({ vendorId: 'Free' }, new AbortController().signal);
  sync.abort(new Error('stopped'));
  await expect(reading).rejects.toThrow('stopped');
  release.resolve();
  expect(await activating).toMatchObject({ done: true });
  await connection.close();
  await stub.close();
});

it.each(['hang-before', 'hang-after'] as const)(
  'stops when it is told to, whatever became of the write (%s)',
  async (fault) => {
    await withManager(LIVE, async ({ commands, proxy }) => {
      const stop = new AbortController();
      proxy.next(fault);
      const deleting = commands.deletePool({ vendorId: 'archive' }, stop.signal);
      while (proxy.writes.length === 0) await new Promise(setImmediate);
      stop.abort(new Error('stopped'));
      await expect(deleting).rejects.toThrow('stopped');
    });
  },
);

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

describe('activateGroup', () => {
  it('has nothing to send for the group that is active, and knows no other names', async () => {
    await withManager(LIVE, async (manager) => {
      const activate = (vendorId: string) => manager.commands.activateGroup({ vendorId }, manager.signal);
      expect(await activate('Enterprise')).toMatchObject({ done: true });
      for (const name of ['Nobody', '', '..', 'enterprise/..']) {
        expectRefusal(await activate(name), 'GROUP_NOT_FOUND', 'groupId');
      }
      expect(manager.proxy.writes).toEqual([]);
    });
  });
});

describe('deleteLicense', () => {
  const remove = ({ commands, signal }: Manager, vendorId: string) => commands.deleteLicense({ vendorId }, signal);

  it('is refused the last license of the active group, in the words of the vendor', async () => {
    await withManager({}, async (manager) => {
      const [first, last] = manager.state.licenses.filter(({ groupId }) => groupId === 'Enterprise');
      expect(await remove(manager, first?.hash ?? '')).toMatchObject({ done: true });
      const outcome = await remove(manager, last?.hash ?? '');
      expectRefusal(outcome, 'LAST_LICENSE_IN_ACTIVE_GROUP', 'licenseId', 'You cannot delete the last license');
      expect(manager.state.licenses).toContain(last);
    });
  });

  it('gives a refusal for another reason as the vendor words it', async () => {
    await withManager(LIVE, async (manager) => {
      const outcome = await remove(manager, 'F'.repeat(64));
      expectRefusal(outcome, 'UPSTREAM_REJECTED', null, 'built in');
    });
  });

  it.each(['0'.repeat(64), '', '..', 'a\ud800'])('sends nothing for the unknown license %j', async (hash) => {
    await withManager(LIVE, async (manager) => {
      expectRefusal(await remove(manager, hash), 'LICENSE_NOT_FOUND', 'licenseId');
      expect(manager.proxy.writes).toEqual([]);
    });
  });
});

describe('uploadLicense', () => {
  const upload = ({ commands, signal }: Manager, content: string | Uint8Array = LICENSE) =>
    commands.uploadLicense({ content: typeof content === 'string' ? bytes(content) : content }, signal);
  const file = (fields: Partial<LicenseFields>) => standInLicense({ quota: GIB, ...fields });

  it.each([
    ['nothing', ''],
    ['no XML', 'license'],
    ['half a license', LICENSE.slice(0, 200)],
    ['another root', '<licence/>'],
    ['two roots', '<license/><license/>'],
    ['a document type', `<!DOCTYPE license [<!ENTITY a "b">]>${LICENSE}`],
    ['other bytes than UTF-8', new Uint8Array([...bytes('<license>'), 0xff, ...bytes('</license>')])],
  ])('sends nothing for %s', async (_what, content) => {
    await withManager(LIVE, async (manager) => {
      expectRefusal(await upload(manager, content), 'INVALID_LICENSE_FILE', 'content');
      expect(manager.proxy.writes).toEqual([]);
    });
  });

  it('names the license that was added, on servers that answer it and on those that answer an empty feed', async () => {
    await withManager(LIVE, async (manager) => {
      const outcome = await upload(manager, `\ufeff<?xml version="1.0"?>\n${LICENSE}`);
      const added = manager.state.licenses.find(({ label }) => label === 'Peak season');
      expect(outcome).toMatchObject({ done: true, value: { vendorId: added?.hash } });
    });
    const rows: unknown[] = [];
    const stub = await startStub({
      '/services/licenser/licenses': ({ method }) => {
        if (method === 'GET') return json({ entry: [...rows] });
        rows.push({ name: 'HASH', content: { type: 'enterprise', stack_id: 'enterprise', label: 'Peak season' } });
        return json({ entry: [] }, 201);
      },
    });
    const connection = connectTo(stub.url);
    const outcome = await connection.commands.uploadLicense?.(
      { content: bytes(LICENSE) },
      new AbortController().signal,
    );
    await connection.close();
    await stub.close();
    expect(outcome).toMatchObject({ done: true, value: { vendorId: 'HASH' } });
    expect(stub.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it.each([
    ['demo', 1],
    ['enterprise', 2],
  ])('takes one that is there already for added (%s)', async (scenario, writes) => {
    await withManager({ scenario }, async (manager) => {
      const first = await upload(manager);
      const count = manager.state.licenses.length;
      expect(await upload(manager)).toEqual(first);
      expect(first.done).toBe(true);
      expect(manager.state.licenses).toHaveLength(count);
      // Servers that tell no guid are asked, and refuse.
      expect(manager.proxy.writes).toHaveLength(writes);
    });
  });

  it('does not take a license that was there before for the lost one', async () => {
    await withManager({}, async (manager) => {
      const twin = manager.state.licenses.find(({ label }) => label === 'Splunk Enterprise');
      manager.proxy.next('reset-before');
      const outcome = await upload(manager, file({ creationTime: twin?.creationTime ?? 0 }));
      expectRefusal(outcome, 'OUTCOME_UNKNOWN', null, 'has not been done so far');
    });
  });

  it('adds two at once as one', async () => {
    await withManager(LIVE, async (manager) => {
      const [first, second] = await Promise.all([upload(manager), upload(manager)]);
      expect(second).toEqual(first);
      expect(first?.done).toBe(true);
      expect(manager.state.licenses.filter(({ label }) => label === 'Peak season')).toHaveLength(1);
    });
  });

  it.each([
    [
      'has expired',
      file({ absoluteExpirationTime: seconds - 60, label: 'Old' }),
      'LICENSE_EXPIRED',
      'content',
      'expired',
    ],
    ['was changed', file({ label: 'Old' }).replace('Old', 'New'), 'INVALID_LICENSE_FILE', 'content', 'signature'],
    ['has no payload', '<license/>', 'INVALID_LICENSE_FILE', 'content', 'not a license'],
  ])('is refused one that %s', async (_what, content, code, path, says) => {
    await withManager(LIVE, async (manager) => {
      const before = manager.state.licenses.length;
      expectRefusal(await upload(manager, content), code, path, says);
      expect(manager.state.licenses).toHaveLength(before);
    });
  });

  it.each([
    ['in its words', (body: string) => said(400, `bad license file: ${new URLSearchParams(body).get('payload')}`)],
    ['with its signature', (body: string) => said(409, `cannot take ${signatureOf(body)} here`)],
    ['with a part of its signature', (body: string) => said(422, `cannot take ${signatureOf(body).slice(3, 40)} here`)],
    ['as the form was sent', (body: string) => said(400, `unknown field ${body.slice(5)}`)],
    ['in a page', (body: string) => ({ status: 500, body: `<html><title>${signatureOf(body)}</title></html>` })],
    ['in a feed that is none', (body: string) => ({ body: new URLSearchParams(body).get('payload') ?? '' })],
  ])('shows nothing of the file when the vendor repeats it %s', async (_how, answer) => {
    const stub = await startStub({
      '/services/licenser/licenses': ({ method, body }) => (method === 'GET' ? json({ entry: [] }) : answer(body)),
    });
    const connection = connectTo(stub.url);
    const outcome = await connection.commands.uploadLicense?.(
      { content: bytes(LICENSE) },
      new AbortController().signal,
    );
    await connection.close();
    await stub.close();
    expect(outcome?.done).toBe(false);
    const shown = JSON.stringify(outcome);
    const signature = signatureOf(new URLSearchParams({ payload: LICENSE }).toString());
    for (let start = 0; start + 8 <= signature.length; start++) {
      expect(shown).not.toContain(signature.slice(start, start + 8));
    }
    // Its guid, and its quota: short enough to be told by its markup only.
    expect(shown).not.toMatch(/AAAAAAAA-0000|5368709120/);
    expect(shown).not.toContain('payload>');
  });
});

function signatureOf(body: string): string {
  return /<signature>([^<]+)/.exec(new URLSearchParams(body).get('payload') ?? '')?.[1] ?? '';
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
