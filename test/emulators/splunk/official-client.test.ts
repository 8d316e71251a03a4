/** The vendor's own JavaScript client, unchanged, against the running emulator. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { standInLicense } from '../../../src/emulators/splunk/index.js';
import { splunk } from './support.js';

interface Entity {
  state(): { readonly name: string };
  properties(): Record<string, unknown>;
  fetch(): Promise<Entity>;
}

interface Collection {
  /** What a collection makes of each entry: left open by the client for the licenser, which has no classes there. */
  instantiateEntity: (entry: { name: string }) => Entity;
  fetch(): Promise<Collection>;
  list(): Entity[];
}

interface Service {
  readonly sessionKey: string;
  readonly version: string;
  readonly paths: Record<string, string>;
  login(): Promise<boolean>;
  get(path: string, parameters: object): Promise<Exchange>;
  post(path: string, parameters: object): Promise<Exchange>;
  del(path: string, parameters: object): Promise<Exchange>;
}

interface Exchange {
  readonly status: number;
  readonly data: { readonly entry: { readonly name: string; readonly content: Record<string, unknown> }[] };
}

interface Sdk {
  readonly Service: {
    new (options: object): Service;
    Collection: new (service: Service, path: string) => Collection;
    Entity: new (service: Service, path: string) => Entity;
  };
  readonly Logger: { setLevel(level: string): void };
}

const sdk: Sdk = createRequire(import.meta.url)('splunk-sdk');
sdk.Logger.setLevel('NONE');

async function client(scenario: string, options: object = {}) {
  const { emulator } = await splunk({ scenario });
  const { hostname, port } = new URL(emulator.url);
  const service = new sdk.Service({
    scheme: 'http',
    host: hostname,
    port,
    username: 'admin',
    password: 'changeme',
    ...options,
  });
  const list = async (path: string) => {
    const collection = new sdk.Service.Collection(service, path);
    collection.instantiateEntity = ({ name }) => new sdk.Service.Entity(service, `${path}/${encodeURIComponent(name)}`);
    return (await collection.fetch()).list();
  };
  return { emulator, service, list };
}

it('logs in, learns the version and lists every licenser collection it knows', async () => {
  const { emulator, service, list } = await client('enterprise');
  expect(await service.login()).toBe(true);
  expect(service.version).toBe('6.3.0');
  const names = async (key: string) => (await list(service.paths[key] ?? '')).map((entity) => entity.state().name);
  expect(await names('licenseGroups')).toEqual(['Enterprise', 'Forwarder', 'Free', 'Trial']);
  expect(await names('licenses')).toHaveLength(3);
  expect(await names('licenseMessages')).toHaveLength(2);
  expect(await names('licensePools')).toHaveLength(4);
  expect(await names('licenseStacks')).toEqual(['download-trial', 'enterprise', 'forwarder', 'free']);
  const asked = emulator.requests.map(({ method, url }) => `${method} ${url}`);
  expect(asked[0]).toMatch(/^POST \/services\/auth\/login\?output_mode=json$/);
  expect(asked).toContainEqual(expect.stringContaining('GET /services/licenser/pools/?count=0'));
  expect(emulator.requests.every(({ status }) => status === 200)).toBe(true);
});

it('reads the properties of a pool from the list, and again from the pool itself', async () => {
  const { service, list, emulator } = await client('enterprise');
  const pool = (await list(service.paths.licensePools ?? '')).find((each) => each.state().name.endsWith('enterprise'));
  expect(pool?.properties()).toMatchObject({ quota: 'MAX', used_bytes: 26445659, peers: ['*'] });
  const [state] = emulator.state.pools.filter((each) => each.stackId === 'enterprise');
  if (state !== undefined) state.usedBytes = 5n;
  expect((await pool?.fetch())?.properties()).toMatchObject({ used_bytes: 5, 'eai:attributes': {} });
});

it('finds slaves on an old server, and none on a current one', async () => {
  const old = await client('legacy-names');
  expect(await old.list(old.service.paths.licenseSlaves ?? '')).toHaveLength(1);
  const current = await client('enterprise');
  await expect(current.list(current.service.paths.licenseSlaves ?? '')).rejects.toMatchObject({ status: 404 });
});

it('is not cut off at thirty peers', async () => {
  const { list } = await client('many-peers');
  expect(await list('licenser/peers')).toHaveLength(5_000);
});

it('logs in again by itself when its session is gone', async () => {
  const { emulator, service } = await client('enterprise');
  await service.login();
  const first = service.sessionKey;
  emulator.expireSessions();
  const answer = await service.get('licenser/groups', {});
  expect(answer.data.entry).toHaveLength(4);
  expect(service.sessionKey).not.toBe(first);
  expect(emulator.requests.filter(({ status }) => status === 401)).toHaveLength(1);
});

it('works with a namespace, and with the token', async () => {
  const spaced = await client('trial', { owner: 'admin', app: 'search' });
  expect(await spaced.list('licenser/pools')).toHaveLength(3);
  expect(spaced.emulator.requests.at(-1)?.url).toMatch(/^\/servicesNS\/admin\/search\/licenser\/pools\//);
  const token = { sessionKey: 'splunk-token-demo', authorization: 'Bearer', username: null, password: null };
  const { list } = await client('trial', token);
  expect(await list('licenser/groups')).toHaveLength(4);
});

it('logs in, creates, edits and deletes a pool', async () => {
  const { emulator, service, list } = await client('enterprise');
  await service.login();
  const pools = service.paths.licensePools ?? '';
  const names = async () => (await list(pools)).map((entity) => entity.state().name);
  const generated = await service.del(`${pools}/auto_generated_pool_enterprise`, {});
  expect([generated.status, generated.data.entry]).toEqual([200, []]);

  // Its collections take entry[0] of what a create answers, which Splunk's empty feed has not: so the plain call.
  const created = await service.post(pools, { name: 'my pool', quota: 'MAX', peers: '*', stack_id: 'enterprise' });
  expect([created.status, created.data.entry]).toEqual([201, []]);
  expect(await names()).toContain('my pool');

  const path = `${pools}/${encodeURIComponent('my pool')}`;
  const edited = await service.post(path, { quota: '50MB', peers: 'A', append_peers: false });
  expect(edited.status).toBe(200);
  expect(edited.data.entry[0]).toMatchObject({ name: 'my pool', content: { quota: '52428800', peers: ['A'] } });

  await expect(service.post(pools, { name: 'my pool', quota: 1, stack_id: 'enterprise' })).rejects.toMatchObject({
    status: 409,
    data: { messages: [{ type: 'ERROR', text: 'An object with name=my pool already exists' }] },
  });
  const deleted = await service.del(path, {});
  expect([deleted.status, deleted.data.entry]).toEqual([200, []]);
  expect(await names()).not.toContain('my pool');
  await expect(service.del(path, {})).rejects.toMatchObject({ status: 404 });
  const writes = emulator.requests.filter(({ url }) => url.includes('licenser/pools')).map(({ method }) => method);
  expect(writes).toEqual(['DELETE', 'POST', 'GET', 'POST', 'POST', 'DELETE', 'GET', 'DELETE']);
});

it('activates a group, then adds and deletes a license', async () => {
  const { emulator, service } = await client('trial');
  const payload = standInLicense({ quota: 1024n ** 3n });
  const added = await service.post('licenser/licenses', { payload });
  const [license] = added.data.entry;
  expect([added.status, license?.content.stack_id]).toEqual([201, 'enterprise']);
  const switched = await service.post('licenser/groups/Enterprise', { is_active: 1 });
  expect([switched.status, switched.data.entry]).toEqual([200, []]);
  const path = `licenser/licenses/${license?.name}`;
  await expect(service.del(path, {})).rejects.toMatchObject({ status: 400 });
  await service.post('licenser/groups/Trial', { is_active: 1 });
  expect((await service.del(path, {})).status).toBe(200);
  expect(emulator.state.licenses.some(({ stackId }) => stackId === 'enterprise')).toBe(false);
});

it('is refused with a wrong password', async () => {
  const { service } = await client('enterprise', { password: 'wrong' });
  await expect(service.login()).rejects.toMatchObject({ status: 401 });
});
