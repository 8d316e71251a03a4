import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { membershipOf } from '../../../src/emulators/splunk/rules.js';
import { readAtom, readAtomMessages, type Splunk, splunk } from './support.js';

const POOLS = '/services/licenser/pools';
const ENTERPRISE = `${POOLS}/auto_generated_pool_enterprise`;
const MIB = 1024 ** 2;

const content = async ({ json }: Splunk, name: string) =>
  (await json(`${POOLS}/${encodeURIComponent(name)}`)).entry[0]?.content;

const sized = (name: string, more: Record<string, string> = {}) => ({
  name,
  quota: '1GB',
  stack_id: 'enterprise',
  ...more,
});

describe("the documentation's own example", () => {
  it('deletes the generated pool, creates one with MAX and edits it to 50 MB', async () => {
    const server = await splunk();
    const { ask, names } = server;

    const gone = await ask(ENTERPRISE, { method: 'DELETE' });
    expect(gone.status).toBe(200);
    const empty = { title: 'pools', entries: [], paging: { total: 0, perPage: 30, offset: 0 } };
    expect(readAtom(await gone.text())).toMatchObject({
      ...empty,
      links: { create: `${POOLS}/_new`, _reload: `${POOLS}/_reload` },
    });
    expect(await names(POOLS)).not.toContain('auto_generated_pool_enterprise');

    const form = 'name=myLicensePool&quota=MAX&peers=*&stack_id=enterprise';
    const made = await ask(POOLS, { method: 'POST', body: form });
    expect(made.status).toBe(201);
    expect(readAtom(await made.text())).toMatchObject(empty);
    expect(await content(server, 'myLicensePool')).toMatchObject({
      quota: 'MAX',
      peers: ['*'],
      stack_id: 'enterprise',
      description: '',
      used_bytes: 0,
    });

    const edited = await ask(`${POOLS}/myLicensePool`, { method: 'POST', body: 'quota=50MB' });
    expect(edited.status).toBe(200);
    const [entry] = readAtom(await edited.text()).entries;
    expect(entry?.id).toContain('/servicesNS/nobody/system/licenser/pools/myLicensePool');
    expect(entry?.content).toMatchObject({
      quota: '52428800',
      peers: ['*'],
      stack_id: 'enterprise',
      'eai:attributes': { optionalFields: ['append_peers', 'description', 'quota', 'peers'] },
    });
  });
});

describe('creating', () => {
  it.each([
    ['KB', 1024],
    ['MB', MIB],
    ['GB', 1024 * MIB],
    ['', 1],
  ])('reads 3%s as units of %d bytes', async (unit, bytes) => {
    const server = await splunk();
    expect((await server.write('POST', POOLS, sized('p', { quota: `3${unit}` }))).status).toBe(201);
    expect((await content(server, 'p'))?.quota).toBe(String(3 * bytes));
  });

  it.each(['10XB', '-1', '1.5GB', '1e9', '0x10', ' 1GB', 'max', '1TB', '9223372036854775808', '9007199254740993GB'])(
    'refuses the quota %j and makes nothing',
    async (quota) => {
      const { write, names } = await splunk();
      const { status, refusal } = await write('POST', POOLS, sized('p', { quota }));
      expect([status, refusal]).toEqual([400, `Invalid value for argument quota: ${quota}`]);
      expect(await names(POOLS)).toHaveLength(4);
    },
  );

  it.each(['name', 'quota', 'stack_id'])('names a missing or empty %s', async (argument) => {
    const { write } = await splunk();
    const { [argument]: _left, ...others }: Record<string, string> = sized('p');
    const refusal = `The following required arguments are missing: ${argument}.`;
    expect(await write('POST', POOLS, others)).toMatchObject({ status: 400, refusal });
    expect(await write('POST', POOLS, { ...others, [argument]: '' })).toMatchObject({ status: 400, refusal });
  });

  it('allows one MAX pool a stack', async () => {
    const { write, names } = await splunk();
    const second = await write('POST', POOLS, sized('second', { quota: 'MAX' }));
    expect(second.status).toBe(400);
    expect(second.refusal).toContain('You can only have one pool with MAX size in a stack');
    expect(await names(POOLS)).not.toContain('second');
    await write('DELETE', ENTERPRISE);
    expect((await write('POST', POOLS, sized('second', { quota: 'MAX' }))).status).toBe(201);
  });

  it('has no room for a MAX pool where sized ones take all, but for another sized one it has', async () => {
    const { write } = await splunk({ scenario: 'over-quota' });
    const rest = await write('POST', POOLS, sized('rest', { quota: 'MAX' }));
    expect([rest.status, rest.refusal]).toEqual([400, expect.stringContaining('is full')]);
    expect((await write('POST', POOLS, sized('more', { quota: '500GB' }))).status).toBe(201);
  });

  it.each(['download-trial', 'forwarder', 'free'])('adds nothing to the fixed pools of %s', async (stack) => {
    const { write, names } = await splunk();
    for (const quota of ['MAX', '1MB']) {
      const { status, refusal } = await write('POST', POOLS, { name: 'p', quota, stack_id: stack });
      expect([status, refusal]).toEqual([400, expect.stringContaining('fixed')]);
    }
    expect(await names(POOLS)).toHaveLength(4);
  });

  it('refuses a name that is taken with 409, whatever its stack', async () => {
    const { write, names } = await splunk();
    for (const name of ['auto_generated_pool_enterprise', 'auto_generated_pool_free']) {
      const { status, refusal } = await write('POST', POOLS, sized(name));
      expect([status, refusal]).toEqual([409, `An object with name=${name} already exists`]);
    }
    expect(await names(POOLS)).toHaveLength(4);
  });

  it('knows a stack in any case and keeps its real id, and refuses an unknown one', async () => {
    const server = await splunk();
    expect((await server.write('POST', POOLS, sized('p', { stack_id: 'Enterprise' }))).status).toBe(201);
    expect((await content(server, 'p'))?.stack_id).toBe('enterprise');
    const unknown = await server.write('POST', POOLS, sized('q', { stack_id: 'constructor' }));
    expect([unknown.status, unknown.refusal]).toEqual([400, expect.stringContaining('stack_id=constructor')]);
  });

  it.each([
    'a/b',
    'a%2Fb',
    '100%',
    '%25',
    '../licenses',
    'acl',
    '_new',
    'two\nlines',
    'Käse 🚀',
    'a&b=c',
    'constructor',
    '*',
  ])('takes %j for a name as it is', async (name) => {
    const server = await splunk();
    expect((await server.write('POST', POOLS, sized(name))).status).toBe(201);
    expect(await server.names(POOLS)).toContain(name);
    const path = `${POOLS}/${encodeURIComponent(name)}`;
    const { status, entry } = await server.write('POST', path, { description: name });
    expect([status, entry?.[0]?.name, entry?.[0]?.content.description]).toEqual([200, name, name]);
    expect((await server.write('DELETE', path)).status).toBe(200);
    expect(await server.names(POOLS)).toHaveLength(4);
  });

  it('reads a plus in a path as a space, as the Python client writes it', async () => {
    const { write, names } = await splunk();
    await write('POST', POOLS, sized('a b'));
    await write('POST', POOLS, sized('a+b'));
    expect((await write('DELETE', `${POOLS}/a+b`)).status).toBe(200);
    expect(await names(POOLS)).toContain('a+b');
    expect((await write('DELETE', `${POOLS}/a%2Bb`)).status).toBe(200);
    expect(await names(POOLS)).toHaveLength(4);
  });

  it('deletes a pool named .. and nothing else', async () => {
    const { emulator, write, names } = await splunk();
    await write('POST', POOLS, sized('..'));
    // fetch would resolve the dots before it asks.
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(emulator.url);
      const options = { hostname, port, path: `${POOLS}/%2e%2e`, method: 'DELETE', auth: 'admin:changeme' };
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    expect(await names(POOLS)).toHaveLength(4);
  });
});

describe('editing', () => {
  it('replaces the peers, or appends them in order and each once', async () => {
    const server = await splunk();
    await server.write('POST', POOLS, sized('p', { peers: 'B, C,,B' }));
    const path = `${POOLS}/p`;
    const edited = async (fields: Record<string, string>) =>
      (await server.write('POST', path, fields)).entry?.[0]?.content.peers;
    expect((await content(server, 'p'))?.peers).toEqual(['B', 'C']);
    expect(await edited({ append_peers: 'true', peers: 'A,B' })).toEqual(['B', 'C', 'A']);
    expect(await edited({ append_peers: '1', peers: 'D' })).toEqual(['B', 'C', 'A', 'D']);
    expect(await edited({ append_peers: 'false', peers: 'A' })).toEqual(['A']);
    expect(await edited({ append_peers: '0', peers: 'B' })).toEqual(['B']);
    expect(await edited({ append_peers: '1' })).toEqual(['B']);
    expect(await edited({ append_peers: '1', peers: '*' })).toEqual(['*']);
    expect(await edited({ append_peers: '1', peers: 'A' })).toEqual(['*']);
    expect(await edited({ peers: '' })).toEqual([]);
  });

  it('leaves alone what is not given', async () => {
    const server = await splunk();
    await server.write('POST', POOLS, sized('p', { peers: 'A', description: 'first' }));
    await server.write('POST', `${POOLS}/p`, { quota: '2GB' });
    expect(await content(server, 'p')).toMatchObject({ quota: '2147483648', peers: ['A'], description: 'first' });
    await server.write('POST', `${POOLS}/p`, { description: '' });
    expect(await content(server, 'p')).toMatchObject({ quota: '2147483648', peers: ['A'], description: '' });
  });

  it('changes nothing when any argument is refused', async () => {
    const server = await splunk();
    await server.write('POST', POOLS, sized('p', { peers: 'A' }));
    for (const [fields, text] of [
      [{ peers: 'B', quota: '1TB' }, 'quota'],
      [{ peers: 'B', append_peers: 'maybe' }, 'append_peers: maybe'],
      [{ peers: 'B', quota: 'MAX' }, 'only have one pool with MAX'],
      [{ peers: 'B', colour: 'red' }, 'Argument "colour" is not supported by this handler.'],
      [{ peers: 'B', stack_id: 'free' }, 'Argument "stack_id" is not supported'],
    ] as const) {
      const { status, refusal } = await server.write('POST', `${POOLS}/p`, fields);
      expect([status, refusal]).toEqual([400, expect.stringContaining(text)]);
    }
    expect(await content(server, 'p')).toMatchObject({ quota: '1073741824', peers: ['A'] });
  });

  it('sets MAX again on the pool that has it, and on another once it is free', async () => {
    const { write } = await splunk();
    await write('POST', POOLS, sized('p'));
    expect((await write('POST', ENTERPRISE, { quota: 'MAX' })).status).toBe(200);
    expect((await write('POST', ENTERPRISE, { quota: '1GB' })).status).toBe(200);
    expect((await write('POST', `${POOLS}/p`, { quota: 'MAX' })).status).toBe(200);
  });

  it('refuses to touch a fixed pool', async () => {
    const { write, names } = await splunk();
    for (const stack of ['download-trial', 'forwarder', 'free']) {
      const path = `${POOLS}/auto_generated_pool_${stack}`;
      for (const answer of [await write('POST', path, { description: 'mine' }), await write('DELETE', path)]) {
        expect(answer).toMatchObject({ status: 400, refusal: expect.stringContaining(`stack=${stack} are fixed`) });
      }
    }
    expect(await names(POOLS)).toHaveLength(4);
  });
});

describe('what follows', () => {
  it('gives the MAX pool what sized pools leave, and takes it away again', async () => {
    const server = await splunk({ scenario: 'demo' });
    const rest = async () => (await content(server, 'rest'))?.effective_quota;
    await server.write('POST', POOLS, sized('rest', { quota: 'MAX' }));
    expect(await rest()).toBe(15 * 1024 * MIB);
    await server.write('POST', `${POOLS}/web`, { quota: '40GB' });
    expect(await rest()).toBe(5 * 1024 * MIB);
    await server.write('DELETE', `${POOLS}/web`);
    expect(await rest()).toBe(45 * 1024 * MIB);
  });

  it('makes orphans of a deleted pool until another takes them, and its use is gone', async () => {
    const server = await splunk({ scenario: 'over-quota' });
    const { emulator, json, write } = server;
    const [web] = emulator.state.pools.filter((pool) => pool.name === 'web');
    const guid = web?.peers[0] ?? '';
    const peer = async () => (await json(`/services/licenser/peers/${guid}`)).entry[0]?.content;
    const used = async () => Number((await json('/services/licenser/usage')).entry[0]?.content.peers_usage_bytes);
    const before = await used();
    await write('DELETE', `${POOLS}/web`);
    expect(await peer()).toMatchObject({ pool_ids: [], active_pool_ids: [], stack_ids: [] });
    expect(before - (await used())).toBe(9.5 * 1024 * MIB);
    await write('POST', `${POOLS}/operations`, { peers: guid, append_peers: '1' });
    expect(await peer()).toMatchObject({ active_pool_ids: ['operations'], stack_ids: ['enterprise'] });
  });

  it('moves a peer whose membership the sample states outright, in that stack only', async () => {
    const { emulator, json, write } = await splunk();
    const [peer] = emulator.state.peers;
    if (peer === undefined) throw new Error('the sample has a peer');
    const shown = async () => (await json(`/services/licenser/peers/${peer.guid}`)).entry[0]?.content;
    await write('DELETE', ENTERPRISE);
    expect(await shown()).toMatchObject({
      pool_ids: ['auto_generated_pool_forwarder', 'auto_generated_pool_free'],
      stack_ids: ['forwarder', 'free'],
    });
    expect(membershipOf(emulator.state)(peer).activePoolIds).toEqual([]);
    await write('POST', POOLS, sized('p', { peers: peer.guid }));
    expect((await shown())?.pool_ids).toEqual(['auto_generated_pool_forwarder', 'auto_generated_pool_free', 'p']);
    expect(membershipOf(emulator.state)(peer).activePoolIds).toEqual(['p']);
  });
});

describe('two generations', () => {
  it('takes old argument names alone on an old server', async () => {
    const { write, json } = await splunk({ scenario: 'legacy-names' });
    const refused = await write('POST', POOLS, sized('p', { peers: 'A' }));
    expect([refused.status, refused.refusal]).toEqual([400, 'Argument "peers" is not supported by this handler.']);
    expect((await write('POST', POOLS, sized('p', { slaves: 'A' }))).status).toBe(201);
    const edited = await write('POST', `${POOLS}/p`, { slaves: 'B', append_slaves: '1' });
    expect(edited.entry?.[0]?.content.slaves).toEqual(['A', 'B']);
    expect((await json(`${POOLS}/p`)).entry[0]?.content).not.toHaveProperty('peers');
  });

  it('takes new names alone where only they are documented, and both on a running server', async () => {
    const documented = await splunk();
    expect((await documented.write('POST', POOLS, sized('p', { slaves: 'A' }))).status).toBe(400);
    const live = await splunk({ scenario: 'demo' });
    expect((await live.write('POST', POOLS, sized('p', { slaves: 'A' }))).status).toBe(201);
    const edited = await live.write('POST', `${POOLS}/p`, { peers: 'B', append_slaves: 'true' });
    expect(edited.entry?.[0]?.content).toMatchObject({ peers: ['A', 'B'], slaves: ['A', 'B'] });
  });
});

describe('who asks, and how', () => {
  it('lets nobody write who is no administrator', async () => {
    const { emulator, ask } = await splunk();
    emulator.state.users.push({ name: 'viewer', password: 'v', roles: ['user'] });
    const headers = { authorization: `Basic ${Buffer.from('viewer:v').toString('base64')}` };
    for (const [method, path] of [
      ['POST', POOLS],
      ['POST', ENTERPRISE],
      ['DELETE', ENTERPRISE],
      ['POST', '/services/licenser/groups/Free'],
      ['POST', '/services/licenser/licenses'],
    ] as const) {
      const answer = await ask(`${path}?output_mode=json`, { method, headers });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ messages: [{ text: expect.stringContaining('user=viewer') }] });
      expect((await ask(path, { method, headers: {} })).status).toBe(401);
    }
    expect(emulator.state.pools).toHaveLength(4);
  });

  it('has no write for usage, which everybody may read', async () => {
    const { emulator, ask } = await splunk();
    emulator.state.users.push({ name: 'viewer', password: 'v', roles: ['user'] });
    const headers = { authorization: `Basic ${Buffer.from('viewer:v').toString('base64')}` };
    expect((await ask('/services/licenser/usage', { method: 'POST', headers })).status).toBe(405);
  });

  it.each([
    ['POST', 'missing'],
    ['DELETE', 'missing'],
    ['DELETE', '_new'],
    ['POST', '__proto__'],
  ] as const)('answers a %s to the unknown %s with 404', async (method, name) => {
    const { write } = await splunk();
    const { status, refusal } = await write(
      method,
      `${POOLS}/${name}`,
      method === 'POST' ? { quota: '1GB' } : undefined,
    );
    expect([status, refusal]).toEqual([404, `Could not find object id=${name}`]);
  });

  it('says which methods a path takes', async () => {
    const { ask } = await splunk();
    const allowed = async (method: string, path: string) => {
      const answer = await ask(path, { method });
      return [answer.status, answer.headers.get('allow')];
    };
    expect(await allowed('DELETE', POOLS)).toEqual([405, 'GET, POST']);
    expect(await allowed('PUT', ENTERPRISE)).toEqual([405, 'GET, POST, DELETE']);
    expect(await allowed('POST', '/services/licenser/licenses/x')).toEqual([405, 'GET, DELETE']);
    expect(await allowed('DELETE', '/services/licenser/groups/Free')).toEqual([405, 'GET, POST']);
    expect(await allowed('POST', '/services/licenser/stacks')).toEqual([405, 'GET']);
    expect(await allowed('POST', `${ENTERPRISE}/acl`)).toEqual([405, 'GET']);
  });

  it('refuses in both forms, and takes a form with any or no content type, a namespace and a slash', async () => {
    const { ask, names } = await splunk();
    const xml = await ask(POOLS, { method: 'POST', body: 'name=p' });
    expect(readAtomMessages(await xml.text())).toEqual([
      { type: 'ERROR', text: 'The following required arguments are missing: quota, stack_id.' },
    ]);
    const spaced = '/servicesNS/admin/search/licenser/pools/';
    const body = new TextEncoder().encode('name=p&quota=1GB&stack_id=enterprise&output_mode=json');
    const made = await ask(spaced, { method: 'POST', body });
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({
      origin: expect.stringMatching(/\/servicesNS\/admin\/search\/licenser\/pools$/),
    });
    expect((await ask(`${spaced}p/?quota=2GB`, { method: 'POST' })).status).toBe(200);
    expect((await ask(`${spaced}p/`, { method: 'DELETE' })).status).toBe(200);
    expect(await names(POOLS)).toHaveLength(4);
  });
});
