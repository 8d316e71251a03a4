/** The vendor's own JavaScript client, unchanged, against the running emulator. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
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
  get(path: string, parameters: object): Promise<{ status: number; data: { entry: { name: string }[] } }>;
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

it('is refused with a wrong password', async () => {
  const { service } = await client('enterprise', { password: 'wrong' });
  await expect(service.login()).rejects.toMatchObject({ status: 401 });
});
