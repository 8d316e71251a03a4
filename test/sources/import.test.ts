/** What a person fetches by hand and imports is what the gateway reads itself; what is missing or wrong is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/domain/ports.js';
import type { Snapshot } from '../../src/domain/snapshot.js';
import { sourceModules } from '../../src/sources/index.js';
import { type ImportFile, ImportRefusedError, withImportGaps } from '../../src/sources/offline.js';
import { startEmulators, type TestEmulators } from '../support/emulators.js';
import type { TestSource } from '../support/gateway.js';

const NOW = new Date('2026-03-01T12:00:00Z');
const clock = { now: () => NOW };
const SPLUNK_PARTS = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'localpeer', 'messages', 'usage'];
const KEYGEN_LISTS = ['licenses', 'policies', 'groups', 'machines', 'processes', 'users', 'entitlements'];

let emulators: TestEmulators;
beforeAll(async () => {
  emulators = await startEmulators({ splunk: 'demo', recon: 'demo', keygen: 'demo' }, clock);
});
afterAll(() => emulators.close());

describe('Splunk, from one file for each endpoint', () => {
  it.each(['json', 'xml'])('in %s, is as it is read live', async (format) => {
    const { snapshot, answeredAt } = await imported('splunk', await splunkFiles(format));
    expect(facts(snapshot)).toEqual(facts(await live('splunk')));
    expect(answeredAt).toEqual(NOW);
    expect(snapshot.gaps).toEqual([]);
  });

  it('without some files has gaps that say so', async () => {
    const files = (await splunkFiles('json')).filter(({ name }) => !/peers|messages/.test(name));
    const { snapshot } = await imported('splunk', files);
    const gap = { code: 'NOT_IMPORTED', message: 'no file of it was imported' };
    expect(snapshot.gaps).toEqual([
      { part: 'peers', ...gap },
      { part: 'messages', ...gap },
    ]);
    expect(snapshot.licenses).toEqual((await live('splunk')).licenses);
  });

  it('is refused without the licenses, which would all seem to be gone', async () => {
    const pools = (await splunkFiles('json')).filter(({ name }) => /pools/.test(name));
    expect(refusal('splunk', pools)).toMatch(/^\/services\/licenser\/licenses: no file of it is given/);
  });

  it('refuses files that are none of it, each by name, and what comes twice', async () => {
    const [groups, stacks] = await splunkFiles('json');
    const error = refusal('splunk', [
      { name: 'login.html', text: '<!DOCTYPE html><html><body>Sign in</body></html>' },
      { name: 'cut.json', text: groups?.text.slice(0, 200) ?? '' },
      { name: 'empty.json', text: '' },
      { name: 'apps.json', text: '{"origin":"https://s:8089/services/apps/local","entry":[]}' },
      { name: 'edited.json', text: '{"entry":[]}' },
      { name: 'a.json', text: stacks?.text ?? '' },
      { name: 'b.json', text: stacks?.text ?? '' },
    ]);
    expect(error.split('\n')).toEqual([
      expect.stringMatching(/^login\.html: is no answer of a license endpoint: .*web page/),
      expect.stringMatching(/^cut\.json: .*no complete JSON/),
      expect.stringMatching(/^empty\.json: .*empty body/),
      expect.stringMatching(/^apps\.json: is a feed that names no endpoint/),
      expect.stringMatching(/^edited\.json: is a feed that names no endpoint/),
      'b.json: is a second file of /services/licenser/stacks, after a.json; give one',
    ]);
  });
});

describe('Enterprise Recon, from the answer about licenses and that about the server', () => {
  it('is as it is read live', async () => {
    const files = await reconFiles();
    expect(facts((await imported('recon', files)).snapshot)).toEqual(facts(await live('recon')));
  });

  it('needs the licenses, and refuses what is neither', async () => {
    const [, server] = await reconFiles();
    await expect(imported('recon', server === undefined ? [] : [server])).rejects.toThrow(
      /licenses: no file of it is given/,
    );
    expect(refusal('recon', [{ name: 'x.json', text: '{"hello":1}' }])).toMatch(
      /^x\.json: is neither what \/v1\/licenses/,
    );
    expect(refusal('recon', [{ name: 'x.json', text: '[' }])).toMatch(/^x\.json: is no complete JSON/);
  });
});

describe('Keygen, from the pages of its lists', () => {
  it('is as it is read live, in whichever order the pages come', async () => {
    const files = await keygenFiles(3);
    const { snapshot } = await imported('keygen', files.toReversed());
    const lived = await live('keygen');
    expect(facts(snapshot)).toEqual(facts(lived));
    expect(snapshot.licenses.length).toBeGreaterThan(3);
  });

  it('is refused when a page is missing, by the vendor’s own count', async () => {
    const files = (await keygenFiles(3)).filter(({ name }) => name !== 'licenses-2.json');
    await expect(imported('keygen', files)).rejects.toMatchObject({ code: 'INCOMPLETE_CRAWL' });
  });

  it('without some lists has gaps, without licenses is refused', async () => {
    const files = await keygenFiles(100);
    const only = files.filter(({ name }) => name.startsWith('licenses'));
    const { snapshot } = await imported('keygen', only);
    expect(snapshot.gaps.map(({ part, code }) => `${part} ${code}`)).toEqual(
      expect.arrayContaining(['groups NOT_IMPORTED', 'machines NOT_IMPORTED', 'policies NOT_IMPORTED']),
    );
    const rest = files.filter((file) => !only.includes(file));
    await expect(imported('keygen', rest)).rejects.toThrow();
  });

  it('lacks nothing when the account has no entitlements at all', async () => {
    const files = (await keygenFiles(100)).filter(({ name }) => !name.startsWith('entitlements'));
    const none = { name: 'none.json', text: '{"data":[],"links":{"self":"/v1/accounts/demo/entitlements?page=1"}}' };
    const { snapshot } = await imported('keygen', [...files, none]);
    expect(snapshot.gaps.filter(({ part }) => part === 'entitlements')).toEqual([]);
  });

  it('refuses single resources, refusals and other lists', () => {
    const error = refusal('keygen', [
      { name: 'one.json', text: '{"data":{"id":"1","type":"licenses"}}' },
      { name: 'no.json', text: '{"errors":[{"title":"Unauthorized"}]}' },
      { name: 'releases.json', text: '{"data":[],"links":{"self":"/v1/accounts/demo/releases?page[size]=1"}}' },
      { name: 'void.json', text: '{"data":[]}' },
      { name: 'edited.json', text: '{"data":[],"links":{"self":"/v1/accounts/%zz/licenses?page[number]=1"}}' },
    ]);
    expect(error.split('\n')).toEqual([
      expect.stringMatching(/^one\.json: is no JSON:API list/),
      expect.stringMatching(/^no\.json: is no JSON:API list/),
      'releases.json: is a list of releases, which the gateway does not read; leave it out',
      'void.json: is a list that does not say of what; fetch it again as it is, or leave it out',
      'edited.json: is a list that does not say of what; fetch it again as it is, or leave it out',
    ]);
  });
});

function sourceOf(name: string): { module: (typeof sourceModules)[number]; options: TestSource } {
  const options = emulators.sources.find((source) => source.name === name);
  const module = sourceModules.find(({ kind }) => kind === options?.kind);
  if (options === undefined || module === undefined) throw new Error(`no source ${name}`);
  return { module, options };
}

async function live(name: string): Promise<Snapshot> {
  const { module, options } = sourceOf(name);
  return read(module, options, {});
}

async function imported(name: string, files: readonly ImportFile[]) {
  const { module, options } = sourceOf(name);
  const offline = module.offline?.(files);
  if (offline === undefined) throw new Error(`${name} takes no files`);
  const snapshot = await read(module, { ...options, url: 'https://nowhere.invalid' }, { http: () => offline.http });
  return { snapshot: withImportGaps(snapshot), answeredAt: offline.answeredAt };
}

async function read(module: (typeof sourceModules)[number], options: TestSource, over: object): Promise<Snapshot> {
  const defaults = { tls: {}, syncIntervalMs: 60_000, timeoutMs: 10_000 };
  const settings = module.settings.parse(options.settings ?? {});
  // Without a login, as an import has none.
  const auth = module.kind === 'splunk' && 'http' in over ? { token: '-' } : options.auth;
  const connection = module.connect(
    { ...defaults, ...options, auth, settings },
    { clock, logger: silentLogger, ...over },
  );
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

/** All but what only a server's single answers and headers tell, and the order in which a list came. */
function facts({ vendorFields: _, version: __, ...snapshot }: Snapshot) {
  const plain = (key: string, value: unknown) =>
    key === 'eai:attributes' ? undefined : typeof value === 'bigint' ? `${value}n` : value;
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.map((item) => JSON.stringify(item, plain)).sort() : JSON.stringify(value, plain);
  return Object.fromEntries(Object.entries({ ...snapshot, gaps: [] }).map(([name, value]) => [name, texts(value)]));
}

function refusal(name: string, files: readonly ImportFile[]): string {
  try {
    sourceOf(name).module.offline?.(files);
  } catch (error) {
    if (error instanceof ImportRefusedError) return error.message;
    throw error;
  }
  throw new Error('the files were taken');
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function splunkFiles(format: string): Promise<ImportFile[]> {
  const paths = [...SPLUNK_PARTS.map((part) => `licenser/${part}`), 'server/info'];
  return Promise.all(
    paths.map(async (path) => {
      const url = `${emulators.splunk.url}/services/${path}?count=0${format === 'json' ? '&output_mode=json' : ''}`;
      return { name: `${path}.${format}`, text: await fetched(url, { authorization: basic('admin', 'changeme') }) };
    }),
  );
}

async function reconFiles(): Promise<ImportFile[]> {
  const headers = { authorization: basic('apiuser', 'password123') };
  return Promise.all(
    ['licenses', 'server'].map(async (name) => ({
      name: `${name}.json`,
      text: await fetched(`${emulators.recon.url}/v1/${name}`, headers),
    })),
  );
}

/** The account's lists, page by page, and the entitlements of each license. */
async function keygenFiles(size: number): Promise<ImportFile[]> {
  const headers = {
    authorization: 'Bearer admin-demo',
    'keygen-version': '1.8',
    accept: 'application/vnd.api+json',
  };
  const files: ImportFile[] = [];
  const ids: string[] = [];
  for (const list of KEYGEN_LISTS) {
    for (let page = 1, pages = 1; page <= pages; page++) {
      const url = `${emulators.keygen.url}/v1/accounts/demo/${list}?page[number]=${page}&page[size]=${size}&order=asc`;
      const text = await fetched(url, headers);
      files.push({ name: `${list}-${page}.json`, text });
      const { data, links } = JSON.parse(text);
      pages = links.meta.pages;
      if (list === 'licenses') ids.push(...data.map(({ id }: { id: string }) => id));
    }
  }
  for (const id of ids) {
    const url = `${emulators.keygen.url}/v1/accounts/demo/licenses/${id}/entitlements?page[number]=1&page[size]=100&order=asc`;
    files.push({ name: `entitlements-of-${id}.json`, text: await fetched(url, headers) });
  }
  return files;
}

async function fetched(url: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
