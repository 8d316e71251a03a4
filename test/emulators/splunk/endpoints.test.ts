import { describe, expect, it } from 'vitest';
import { type JsonFeed, splunk } from './support.js';

/** Endpoint, its feed title, one of its entities, where the entity lives, and the links the documentation shows on it. */
const ENDPOINTS = [
  ['groups', 'groups', 'Forwarder', '/services', 'system', ['alternate', 'list', 'edit']],
  ['licenses', 'licenses', /^E08B[0-9A-F]{54}FA75BF$/, '/services', 'system', ['alternate', 'list', 'remove']],
  ['localpeer', 'localpeer', 'license', '/services', 'system', ['alternate', 'list', 'edit']],
  ['messages', 'licensermessages', '2702b33a1bd369ae9209a9ecf4cb39db', '/services', 'system', ['alternate', 'list']],
  [
    'pools',
    'pools',
    'auto_generated_pool_forwarder',
    '/servicesNS/nobody/system',
    'nobody',
    ['alternate', 'list', '_reload', 'edit', 'remove'],
  ],
  [
    'peers',
    'peers',
    '74A43C7E-C33C-41F6-B027-E603D2C3FE68',
    '/servicesNS/nobody/system',
    'nobody',
    ['alternate', 'list'],
  ],
  ['stacks', 'stacks', 'enterprise', '/services', 'system', ['alternate', 'list']],
  ['usage', 'licenseusage', 'license_usage', '/services', 'system', ['alternate', 'list']],
] as const;

describe.each(ENDPOINTS)('licenser/%s', (endpoint, title, pattern, home, author, links) => {
  const path = `/services/licenser/${endpoint}`;
  const find = (feed: JsonFeed) => {
    const entry = feed.entry.find(({ name }) => name.match(pattern) !== null);
    if (entry === undefined) throw new Error(`no ${pattern} in ${endpoint}`);
    return entry;
  };

  it('lists as Atom by default', async () => {
    const { atom, ask, emulator } = await splunk();
    expect((await ask(path)).headers.get('content-type')).toBe('text/xml; charset=UTF-8');
    const feed = await atom(path);
    expect(feed).toMatchObject({
      title,
      id: emulator.url + path,
      updated: '2026-03-10T08:00:00-07:00',
      generator: { build: '6cfc0237739f', version: '6.3.0' },
      paging: { total: feed.entries.length, perPage: 30, offset: 0 },
    });
    const entry = feed.entries.find((candidate) => candidate.title.match(pattern) !== null);
    expect(entry?.id).toBe(`${emulator.url}${home}/licenser/${endpoint}/${entry?.title}`);
    expect(entry?.author).toBe(author);
    expect(Object.keys(entry?.links ?? {})).toEqual(links);
    expect(entry?.content['eai:acl']).toMatchObject({ can_write: '1', sharing: 'system' });
    expect(entry?.content).not.toHaveProperty('eai:attributes');
  });

  it('lists as JSON with the same values, the ACL beside the content', async () => {
    const { json, atom, ask, emulator } = await splunk();
    expect((await ask(`${path}?output_mode=json`)).headers.get('content-type')).toMatch(/^application\/json/);
    const feed = await json(path);
    expect(feed.origin).toBe(emulator.url + path);
    expect(feed.messages).toEqual([]);
    const entry = find(feed);
    expect(entry.acl).toMatchObject({ can_write: true, sharing: 'system' });
    expect(entry.content['eai:acl']).toBeNull();
    expect(entry.content).not.toHaveProperty('eai:attributes');
    const same = (await atom(path)).entries.find((candidate) => candidate.title === entry.name);
    expect(asText({ ...entry.content, 'eai:acl': entry.acl })).toEqual(same?.content);
    expect(entry.links).toEqual(same?.links);
  });

  it('answers one entity in both forms, then with its attributes', async () => {
    const { json, atom } = await splunk();
    const listed = find(await json(path));
    const single = await json(`${path}/${listed.name}`);
    expect(single.paging).toEqual({ total: 1, perPage: 30, offset: 0 });
    expect(single.entry).toHaveLength(1);
    expect(single.entry[0]?.content).toEqual({
      ...listed.content,
      'eai:attributes': {
        optionalFields: expect.any(Array),
        requiredFields: expect.any(Array),
        wildcardFields: [],
      },
    });
    const same = await atom(`${path}/${listed.name}`);
    expect(same.title).toBe(title);
    expect(asText({ ...single.entry[0]?.content, 'eai:acl': listed.acl })).toEqual(same.entries[0]?.content);
  });

  it('answers under a user and app, with a slash at the end, and shows an ACL alone', async () => {
    const { json, emulator } = await splunk();
    const plain = await json(path);
    const spaced = await json(`/servicesNS/nobody/system/licenser/${endpoint}/`);
    expect(spaced.entry).toEqual(plain.entry);
    expect(spaced.origin).toBe(`${emulator.url}/servicesNS/nobody/system/licenser/${endpoint}`);
    const { name, acl } = find(plain);
    expect((await json(`${path}/${name}/`)).entry[0]?.name).toBe(name);
    const alone = await json(`/servicesNS/admin/search/licenser/${endpoint}/${name}/acl`);
    expect(alone.entry[0]?.acl).toEqual(acl);
    expect(Object.keys(alone.entry[0]?.content ?? {})).toEqual(['eai:acl', 'eai:attributes']);
    expect((await json(`${path}/_acl`)).entry.map((entry) => entry.content)).toEqual(
      plain.entry.map(() => ({ 'eai:acl': null })),
    );
  });

  it('answers 404 for an entity it does not have', async () => {
    const { ask } = await splunk();
    const response = await ask(`${path}/missing?output_mode=json`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      messages: [{ type: 'ERROR', text: 'Could not find object id=missing' }],
    });
  });
});

it('says what editing a group and a pool takes', async () => {
  const { json } = await splunk();
  const attributes = async (path: string) => (await json(path)).entry[0]?.content['eai:attributes'];
  expect(await attributes('/services/licenser/groups/Forwarder')).toEqual({
    optionalFields: [],
    requiredFields: ['is_active'],
    wildcardFields: [],
  });
  expect(await attributes('/services/licenser/pools/auto_generated_pool_forwarder')).toEqual({
    optionalFields: ['append_peers', 'description', 'quota', 'peers'],
    requiredFields: [],
    wildcardFields: [],
  });
  expect(await attributes('/services/licenser/pools/_new')).toMatchObject({
    requiredFields: ['name', 'quota', 'stack_id'],
  });
});

it('follows the links of the pools feed', async () => {
  const { json, ask } = await splunk();
  const { links, entry } = await json('/services/licenser/pools');
  expect(links).toEqual({ create: '/services/licenser/pools/_new', _reload: '/services/licenser/pools/_reload' });
  const all = [...Object.values(links), ...entry.flatMap((each) => Object.values(each.links))];
  const statuses = await Promise.all(all.map(async (link) => (await ask(link)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});

it('finds entities by percent-encoded names and writes them escaped', async () => {
  const { emulator, json, atom } = await splunk();
  const [pool] = emulator.state.pools;
  if (pool === undefined) throw new Error('the sample has pools');
  const name = 'R&D <"fast"> / 100%\u0007 \ud83d\ude80';
  emulator.state.pools.push({ ...pool, name, description: name });
  const path = `/services/licenser/pools/${encodeURIComponent(name)}`;
  expect((await json(path)).entry[0]?.content.description).toBe(name);
  const entry = (await atom(path)).entries[0];
  // XML has no way to write the control character.
  expect(entry?.title).toBe('R&D <"fast"> / 100% \ud83d\ude80');
  expect(entry?.content.description).toBe('R&D <"fast"> / 100% \ud83d\ude80');
  expect((await json('/services/licenser/pools')).entry.map((each) => each.name)).toContain(name);
});

it('writes byte counts past 2^53 exactly', async () => {
  const { emulator, ask } = await splunk();
  const stack = emulator.state.stacks[0];
  if (stack !== undefined) stack.quota = 9_007_199_254_740_993n;
  expect(await (await ask('/services/licenser/stacks?output_mode=json')).text()).toContain('"quota":9007199254740993');
  expect(await (await ask('/services/licenser/stacks')).text()).toContain(
    '<s:key name="quota">9007199254740993</s:key>',
  );
});

it('tells about the server itself', async () => {
  const { json } = await splunk();
  const info = await json('/services/server/info');
  expect(info.entry[0]).toMatchObject({
    name: 'server-info',
    content: { activeLicenseGroup: 'Enterprise', licenseState: 'OK', version: '6.3.0', isTrial: false },
  });
  expect((await json('/services/server/info/server-info')).entry).toEqual(info.entry);
});

/** Values as Atom writes them: text, booleans 0 and 1. */
function asText(value: unknown): unknown {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, asText(v)]));
  return value === '' ? null : String(value);
}
