import { expect, it } from 'vitest';
import { splunk } from './support.js';

const base = '/services/licenser';

it('knows only the new endpoints on a current server, only the old ones on an old server', async () => {
  const current = await splunk();
  const old = await splunk({ scenario: 'legacy-names' });
  const status = async ({ ask }: typeof old, name: string) => (await ask(`${base}/${name}`)).status;
  for (const name of ['peers', 'localpeer']) {
    expect(await status(current, name)).toBe(200);
    expect(await status(old, name)).toBe(404);
  }
  for (const name of ['slaves', 'localslave']) {
    expect(await status(current, name)).toBe(404);
    expect(await status(old, name)).toBe(200);
  }
});

it('shows on an old server a build for a version, and no new name in any feed', async () => {
  const { json, atom, ask } = await splunk({ scenario: 'legacy-names' });
  expect((await json(`${base}/groups`)).generator).toEqual({ version: '102824' });
  expect((await atom(`${base}/groups`)).generator).toEqual({ version: '102824' });
  for (const name of ['localslave', 'messages', 'pools', 'slaves', 'usage']) {
    const text = await (await ask(`${base}/${name}`)).text();
    expect(text).not.toMatch(/name="[^"]*(peer|manager)[^"]*"/);
  }
  expect((await json(`${base}/localslave`)).entry[0]?.content).toMatchObject({
    master_uri: 'self',
    slave_label: 'MY MACHINE',
    last_master_contact_success_time: 1410201013,
  });
  expect((await json(`${base}/pools/auto_generated_pool_enterprise`)).entry[0]?.content).toMatchObject({
    slaves: ['*'],
    slaves_usage_bytes: { '1F3A34AE-75DA-4680-B184-5BF309843919': 26445659 },
    'eai:attributes': { optionalFields: ['append_slaves', 'description', 'quota', 'slaves'] },
  });
});

it('speaks of slaves in the message categories of an old server', async () => {
  const { emulator, json } = await splunk({ scenario: 'legacy-names' });
  const message = emulator.state.messages[0];
  if (message !== undefined) message.category = 'orphan_peer';
  const categories = (await json(`${base}/messages`)).entry.map((entry) => entry.content.category);
  expect(categories).toEqual(['license_window', 'orphan_slave']);
});

it('repeats old field names beside the new ones on a live server, and fills them as 10.6 does', async () => {
  const { json } = await splunk({ scenario: 'trial' });
  const local = (await json(`${base}/localpeer`)).entry[0]?.content ?? {};
  expect(local.master_uri).toBe(local.manager_uri);
  expect(local.slave_label).toBe(local.peer_label);
  expect(local.guid).toEqual([local.peer_id]);
  const usage = (await json(`${base}/usage`)).entry[0]?.content ?? {};
  expect(usage).toMatchObject({ peers_usage_bytes: 2048, slaves_usage_bytes: 2048, disabled: 0 });
  const pool = (await json(`${base}/pools`)).entry[0]?.content ?? {};
  expect(pool.slaves_usage_bytes).toBeNull();
  expect(pool.peers_usage_bytes).not.toBeNull();
});
