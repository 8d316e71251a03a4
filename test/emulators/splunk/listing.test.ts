import { expect, it } from 'vitest';
import { splunk } from './support.js';

const pools = '/services/licenser/pools';
const ALL = ['download-trial', 'enterprise', 'forwarder', 'free'].map((stack) => `auto_generated_pool_${stack}`);

it('pages with count and offset, the total staying that of the whole list', async () => {
  const { json, atom } = await splunk();
  const second = await json(`${pools}?count=2&offset=2`);
  expect(second.entry.map((entry) => entry.name)).toEqual(ALL.slice(2));
  expect(second.paging).toEqual({ total: 4, perPage: 2, offset: 2 });
  expect((await atom(`${pools}?count=2&offset=2`)).paging).toEqual(second.paging);
  expect(await json(`${pools}?offset=9`)).toMatchObject({ entry: [], paging: { total: 4, perPage: 30, offset: 9 } });
});

it.each(['0', '-1'])('gives everything for count=%s, and thirty rows when nothing is asked', async (count) => {
  const { json } = await splunk({ scenario: 'many-peers' });
  const peers = '/services/licenser/peers';
  expect((await json(`${peers}?count=${count}`)).entry).toHaveLength(5_000);
  const first = await json(peers);
  expect(first.entry).toHaveLength(30);
  expect(first.paging).toEqual({ total: 5_000, perPage: 30, offset: 0 });
});

it('walks many peers page by page without a gap or a repeat', async () => {
  const { json } = await splunk({ scenario: 'many-peers' });
  const seen = new Set<string>();
  for (let offset = 0; offset < 5_000; offset += 1_000) {
    const page = await json(`/services/licenser/peers?count=1000&offset=${offset}`);
    for (const entry of page.entry) seen.add(entry.name);
  }
  expect(seen.size).toBe(5_000);
});

it('searches for words anywhere, in fields, and in lists', async () => {
  const { names, json } = await splunk();
  expect(await names(`${pools}?search=FORW`)).toEqual([ALL[2]]);
  expect(await names(`${pools}?search=1F3A34AE`)).toEqual([ALL[1]]);
  expect(await names(`${pools}?search=${encodeURIComponent('stack_id=enterprise')}`)).toEqual([ALL[1]]);
  expect(await names(`${pools}?search=${encodeURIComponent('stack_id=enter')}`)).toEqual([]);
  expect(await names(`${pools}?search=${encodeURIComponent('name=*_f*')}`)).toEqual(ALL.slice(2));
  expect(await names(`${pools}?search=${encodeURIComponent('quota=MAX free')}`)).toEqual([ALL[3]]);
  expect(await names('/services/licenser/licenses?search=features%3DCanBeRemoteManager')).toHaveLength(2);
  expect(await names('/services/licenser/stacks?search=label%3D%22Splunk%20Free%22')).toEqual(['free']);
  expect((await json(`${pools}?search=name%3D*_f*&count=1`)).paging).toEqual({ total: 2, perPage: 1, offset: 0 });
});

it('takes no character of a search for a pattern but the star', async () => {
  const { emulator, names } = await splunk();
  for (const stack of emulator.state.stacks) stack.label = stack.name === 'free' ? 'a.b(c)' : 'axbxcx';
  expect(await names(`/services/licenser/stacks?search=${encodeURIComponent('label=a.b(c)')}`)).toEqual(['free']);
});

it('sorts by any field, as numbers or as text', async () => {
  const { emulator, names } = await splunk();
  const stacks = '/services/licenser/stacks';
  expect(await names(`${stacks}?sort_key=quota`)).toEqual(['forwarder', 'download-trial', 'free', 'enterprise']);
  expect(await names(`${stacks}?sort_key=quota&sort_mode=alpha`)).toEqual([
    'forwarder',
    'enterprise',
    'download-trial',
    'free',
  ]);
  expect(await names(`${stacks}?sort_dir=desc`)).toEqual(['free', 'forwarder', 'enterprise', 'download-trial']);
  const renamed = emulator.state.stacks.find((stack) => stack.name === 'free');
  if (renamed !== undefined) renamed.name = 'Free';
  expect(await names(stacks)).toEqual(['download-trial', 'enterprise', 'forwarder', 'Free']);
  expect(await names(`${stacks}?sort_mode=alpha_case`)).toEqual(['Free', 'download-trial', 'enterprise', 'forwarder']);
  expect(await names(`${stacks}?sort_key=label&sort_mode=num`)).toHaveLength(4);
});

it('selects fields with f', async () => {
  const { json, atom } = await splunk();
  const content = (await json(`${pools}?f=quota&f=peers*`)).entry[1]?.content;
  expect(Object.keys(content ?? {})).toEqual(['eai:acl', 'peers', 'peers_usage_bytes', 'quota']);
  expect(Object.keys((await atom(`${pools}?f=quota`)).entries[0]?.content ?? {})).toEqual(['eai:acl', 'quota']);
});

it.each(['count=x', 'count=-2', 'offset=-1', 'sort_dir=up', 'sort_mode=random'])('refuses %s', async (query) => {
  const { ask } = await splunk();
  const response = await ask(`${pools}?${query}&output_mode=json`);
  expect(response.status).toBe(400);
  const [name, value] = query.split('=');
  expect(await response.json()).toEqual({
    messages: [{ type: 'ERROR', text: `Invalid value for argument ${name}: ${value}` }],
  });
});
