import { describe, expect, it } from 'vitest';
import { type LicenseFields, standInLicense } from '../../../src/emulators/splunk/index.js';
import { NOW, readAtom, readAtomMessages, type Splunk, splunk } from './support.js';

const base = '/services/licenser';
const LICENSES = `${base}/licenses`;
const GIB = 1024n ** 3n;
const SECONDS = NOW.getTime() / 1000;
const DAY = 86_400;

const add = ({ write }: Splunk, fields: Partial<LicenseFields> = {}) =>
  write('POST', LICENSES, { payload: standInLicense({ quota: 5n * GIB, ...fields }) });

const one = async ({ json }: Splunk, path: string) => (await json(`${base}/${path}`)).entry[0]?.content ?? {};
const keys = async (server: Splunk) => (await one(server, 'localpeer')).license_keys as string[];
const hashOf = async ({ json }: Splunk, start: string) =>
  (await json(`${LICENSES}?count=0`)).entry.find(({ name }) => name.startsWith(start))?.name ?? '';

describe('adding', () => {
  it('answers the license, whose quota the stack, its MAX pool and the total then have', async () => {
    const server = await splunk({ scenario: 'many-peers' });
    const before = Number((await one(server, 'stacks/enterprise')).quota);
    const { status, entry, paging } = await add(server, { label: 'Peak season', sourcetypes: ['syslog'] });
    expect([status, entry?.length, paging?.total]).toEqual([201, 1, 1]);
    const [added] = entry ?? [];
    expect(added?.name).toMatch(/^[0-9A-F]{64}$/);
    expect(added?.content).toMatchObject({
      license_hash: added?.name,
      label: 'Peak season',
      type: 'enterprise',
      group_id: 'Enterprise',
      stack_id: 'enterprise',
      quota: 5 * 1024 ** 3,
      status: 'VALID',
      expiration_time: 2147483647,
      sourcetypes: ['syslog'],
    });
    expect(Number((await one(server, 'stacks/enterprise')).quota) - before).toBe(5 * 1024 ** 3);
    expect((await one(server, 'usage')).quota).toBe(before + 5 * 1024 ** 3);
    expect(await keys(server)).toContain(added?.name);
    const info = await server.json('/services/server/info');
    expect(info.entry[0]?.content).toMatchObject({ licenseKeys: await keys(server) });
  });

  it("takes the sample's stated totals from then on from its licenses", async () => {
    const server = await splunk();
    await add(server);
    expect(await one(server, 'stacks/enterprise')).toMatchObject({ quota: 25 * 1024 ** 3 });
    expect(await one(server, 'usage')).toMatchObject({ quota: 25 * 1024 ** 3 });
    expect(await one(server, 'stacks/free')).toMatchObject({ quota: 524288000 });
  });

  it('answers an Atom feed as the documentation shows it, without the payload', async () => {
    const { ask, emulator } = await splunk();
    const payload = standInLicense({ quota: GIB });
    const [signature = ''] = /[A-Za-z0-9+/=]{60,}/.exec(payload) ?? [];
    const answer = await ask(LICENSES, { method: 'POST', body: new URLSearchParams({ payload, name: 'ignored.lic' }) });
    expect(answer.status).toBe(201);
    const text = await answer.text();
    const feed = readAtom(text);
    expect(feed).toMatchObject({ title: 'licenses', links: { create: `${LICENSES}/_new` } });
    expect(feed.entries[0]?.links).toHaveProperty('remove');
    expect(feed.entries[0]?.content).not.toHaveProperty('eai:attributes');
    const all = [text, await (await ask(`${LICENSES}?count=0`)).text(), JSON.stringify(emulator.requests)];
    const kept = JSON.stringify(emulator.state, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const place of [...all, kept]) {
      expect(place).not.toContain('payload');
      expect(place).not.toContain(signature);
    }
  });

  it('refuses a second time what is there already', async () => {
    const server = await splunk();
    await add(server);
    const { status, refusal } = await add(server);
    expect([status, refusal]).toEqual([400, 'stack already has this license, cannot add again']);
    expect(await server.names(LICENSES)).toHaveLength(4);
  });

  it('starts a relative term now', async () => {
    const server = await splunk({ scenario: 'demo' });
    const { entry } = await add(server, { relativeExpirationInterval: 30 * DAY });
    expect(entry?.[0]?.content).toMatchObject({
      relative_expiration_start: SECONDS,
      relative_expiration_interval: 30 * DAY,
      expiration_time: SECONDS + 30 * DAY,
      status: 'VALID',
    });
  });

  it.each([
    ['no XML', { payload: 'a license' }, 'not a license in XML'],
    ['nothing', { payload: '' }, 'not a license in XML'],
    ['a changed payload', { payload: standInLicense({ quota: GIB }).replace('<quota>1', '<quota>9') }, 'signature'],
    ['a past date', { payload: standInLicense({ quota: GIB, absoluteExpirationTime: SECONDS }) }, 'expired'],
    ['an unknown group', { payload: standInLicense({ quota: GIB, groupId: 'Premium' }) }, 'group_id=Premium'],
    ["another group's stack", { payload: standInLicense({ quota: GIB, type: 'free' }) }, 'belongs to group=Free'],
    ['a path on the server', { name: '/tmp/Splunk.lic' }, '/tmp/Splunk.lic: no such file'],
    ['no argument', {}, 'required arguments are missing: name'],
    ['an unknown argument', { payload: '', licence: 'x' }, 'Argument "licence" is not supported'],
  ])('refuses %s with 400 and changes nothing', async (_what, fields: Record<string, string>, text) => {
    const { ask, write, names, emulator } = await splunk();
    const before = structuredClone(emulator.state);
    const { status, refusal } = await write('POST', LICENSES, fields);
    expect([status, refusal]).toEqual([400, expect.stringContaining(text)]);
    const xml = await ask(LICENSES, { method: 'POST', body: new URLSearchParams(fields) });
    expect(readAtomMessages(await xml.text())).toEqual([{ type: 'ERROR', text: refusal }]);
    expect(emulator.state).toEqual(before);
    expect(await names(LICENSES)).toHaveLength(3);
  });

  it('takes a payload from the body alone: a query is kept by whoever logs it', async () => {
    const { ask } = await splunk();
    const query = new URLSearchParams({ payload: standInLicense({ quota: GIB }) });
    expect((await ask(`${LICENSES}?${query}`, { method: 'POST' })).status).toBe(400);
  });

  it('stores a license of an inactive group, which counts once the group is active', async () => {
    const server = await splunk({ scenario: 'trial' });
    const { json, write } = server;
    const before = await keys(server);
    const { status, entry } = await add(server);
    expect(status).toBe(201);
    const hash = entry?.[0]?.name ?? '';
    expect(await one(server, 'groups/Enterprise')).toMatchObject({ is_active: false, stack_ids: ['enterprise'] });
    expect(await one(server, 'stacks/enterprise')).toMatchObject({ quota: 5 * 1024 ** 3, type: 'enterprise' });
    expect(await one(server, 'pools/auto_generated_pool_enterprise')).toMatchObject({ quota: 'MAX', peers: ['*'] });
    expect(await one(server, 'usage')).toMatchObject({ quota: 524288000 });
    expect(await keys(server)).toEqual(before);
    expect((await json(`${base}/peers`)).entry[0]?.content).toMatchObject({
      pool_ids: expect.arrayContaining(['auto_generated_pool_enterprise', 'auto_generated_pool_free']),
      active_pool_ids: ['auto_generated_pool_download-trial'],
    });

    expect((await write('POST', `${base}/groups/Enterprise`, { is_active: '1' })).status).toBe(200);
    expect(await one(server, 'usage')).toMatchObject({ quota: 5 * 1024 ** 3, peers_usage_bytes: 0 });
    expect(await keys(server)).toEqual([hash]);
    expect((await json(`${base}/peers`)).entry[0]?.content).toMatchObject({
      active_pool_ids: ['auto_generated_pool_enterprise'],
    });
  });
});

describe('deleting', () => {
  it("answers the documentation's empty feed, and the license is gone", async () => {
    const server = await splunk();
    const hash = await hashOf(server, 'E4BF');
    const answer = await server.ask(`${LICENSES}/${hash}`, { method: 'DELETE' });
    expect(answer.status).toBe(200);
    expect(readAtom(await answer.text())).toMatchObject({
      title: 'licenses',
      entries: [],
      paging: { total: 0, perPage: 30, offset: 0 },
      links: { create: `${LICENSES}/_new` },
    });
    expect((await server.ask(`${LICENSES}/${hash}`)).status).toBe(404);
    expect((await server.write('DELETE', `${LICENSES}/${hash}`)).refusal).toBe(`Could not find object id=${hash}`);
    expect(await one(server, 'stacks/enterprise')).toMatchObject({ quota: 10 * 1024 ** 3 });
    expect(await keys(server)).toEqual([await hashOf(server, 'CF6C50')]);
  });

  it('keeps the last license of the active group, until another group is active', async () => {
    const server = await splunk();
    const { write, names } = server;
    const [first, last] = [await hashOf(server, 'E4BF'), await hashOf(server, 'CF6C50')];
    await write('DELETE', `${LICENSES}/${first}`);
    const { status, refusal } = await write('DELETE', `${LICENSES}/${last}`);
    expect(status).toBe(400);
    expect(refusal).toMatch(/^You cannot delete the last license out of an active group\./);
    expect(await names(LICENSES)).toContain(last);
    await write('POST', `${base}/groups/Free`, { is_active: '1' });
    expect((await write('DELETE', `${LICENSES}/${last}`)).status).toBe(200);
  });

  it('takes the stack and its pools along with its last license', async () => {
    const server = await splunk();
    const { write, names, json } = server;
    await write('DELETE', `${LICENSES}/${await hashOf(server, 'E08B')}`);
    expect(await one(server, 'groups/Trial')).toMatchObject({ stack_ids: [] });
    expect(await names(`${base}/stacks`)).toEqual(['enterprise', 'forwarder', 'free']);
    expect(await names(`${base}/pools`)).not.toContain('auto_generated_pool_download-trial');
    expect((await json(`${base}/peers`)).entry[0]?.content.stack_ids).toEqual(['enterprise', 'forwarder', 'free']);
  });

  it('gives back the same server when what was added is deleted', async () => {
    const server = await splunk({ scenario: 'demo' });
    const before = structuredClone(server.emulator.state);
    const { entry } = await add(server);
    expect(server.emulator.state).not.toEqual(before);
    await server.write('DELETE', `${LICENSES}/${entry?.[0]?.name}`);
    expect(server.emulator.state).toEqual(before);
  });

  it('does not delete what is built in', async () => {
    const { write, names } = await splunk({ scenario: 'demo' });
    for (const last of ['F', 'D']) {
      const { status, refusal } = await write('DELETE', `${LICENSES}/${'F'.repeat(63)}${last}`);
      expect([status, refusal]).toEqual([400, expect.stringContaining('built in')]);
    }
    expect(await names(LICENSES)).toHaveLength(6);
  });
});
