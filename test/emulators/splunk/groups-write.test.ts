import { expect, it } from 'vitest';
import { readAtom, type Splunk, splunk } from './support.js';

const GROUPS = '/services/licenser/groups';

const active = async ({ json }: Splunk) =>
  (await json(GROUPS)).entry.filter(({ content }) => content.is_active === true).map(({ name }) => name);

it("activates Enterprise as the documentation's example does, and answers its empty feed", async () => {
  const server = await splunk();
  await server.write('POST', `${GROUPS}/Free`, { is_active: '1' });
  const answer = await server.ask(`${GROUPS}/Enterprise`, { method: 'POST', body: 'is_active=1' });
  expect(answer.status).toBe(200);
  expect(readAtom(await answer.text())).toMatchObject({ title: 'groups', entries: [], paging: { total: 0 } });
  expect(await active(server)).toEqual(['Enterprise']);
});

it('has exactly one active group whatever is asked', async () => {
  const server = await splunk();
  for (const [name, value, status, after] of [
    ['Free', '1', 200, 'Free'],
    ['Free', 'true', 200, 'Free'],
    ['Free', '0', 400, 'Free'],
    ['Trial', '0', 200, 'Free'],
    ['Trial', 'TRUE', 200, 'Trial'],
    ['Trial', 'false', 400, 'Trial'],
    ['Enterprise', 'yes please', 400, 'Trial'],
    ['Enterprise', '', 400, 'Trial'],
    ['enterprise', '1', 404, 'Trial'],
  ] as const) {
    const answer = await server.write('POST', `${GROUPS}/${name}`, { is_active: value });
    expect([name, value, answer.status]).toEqual([name, value, status]);
    expect(await active(server)).toEqual([after]);
  }
  const without = await server.write('POST', `${GROUPS}/Enterprise`);
  expect([without.status, without.refusal]).toEqual([400, expect.stringContaining('missing: is_active')]);
});

it('counts from then on the stacks, pools and licenses of that group', async () => {
  const server = await splunk({ scenario: 'demo' });
  const { json, write } = server;
  expect((await write('POST', `${GROUPS}/Free`, { is_active: '1' })).status).toBe(200);
  const [usage] = (await json('/services/licenser/usage')).entry;
  expect(usage?.content).toMatchObject({ quota: 524288000, peers_usage_bytes: 0 });
  const [local] = (await json('/services/licenser/localpeer')).entry;
  expect(local?.content.license_keys).toEqual(['F'.repeat(64)]);
  const [info] = (await json('/services/server/info')).entry;
  expect(info?.content).toMatchObject({ activeLicenseGroup: 'Free', isFree: true });
});

it("opens the server's own pool of that group to every peer", async () => {
  const { emulator, json, write } = await splunk({ scenario: 'demo' });
  const pool = async () => (await json('/services/licenser/pools/auto_generated_pool_free')).entry[0]?.content.peers;
  expect(await pool()).toEqual([]);
  await write('POST', `${GROUPS}/Free`, { is_active: '1' });
  expect(await pool()).toEqual(['*']);
  const peers = (await json('/services/licenser/peers?count=0')).entry;
  expect(peers).toHaveLength(emulator.state.peers.length);
  for (const { content } of peers) expect(content.active_pool_ids).toEqual(['auto_generated_pool_free']);
});

it('writes on an old server under the same path', async () => {
  const server = await splunk({ scenario: 'legacy-names' });
  expect((await server.write('POST', `${GROUPS}/Forwarder/`, { is_active: '1' })).status).toBe(200);
  expect(await active(server)).toEqual(['Forwarder']);
});
