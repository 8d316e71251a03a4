/** What operators do with Splunk's licenses and pools, from the first request to what the vendor then shows. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  A,
  B,
  base64,
  type Desk,
  type DeskOptions,
  expectRefused,
  GIB,
  LICENSE,
  literal,
  MAIN,
  openDesk,
  STACK,
} from './splunk-desk.js';

let desk: Desk;
const open = async (options: DeskOptions = {}) => {
  desk = await openDesk(options);
};
afterEach(() => desk.close());

const requestsOf = (sent: Desk['proxy']['writes']) => sent.map(({ method, path, body }) => [method, path, body]);
const poolOf = (name: string) => desk.state.pools.find((pool) => pool.name === name);
const POOL = 'pool { id isMax limit description peerVendorIds }';
const UPLOAD = `sourceId: "Source:splunk", content: ${literal(base64(LICENSE))}`;
const PATH = '/services/licenser';

describe("the documentation's own examples", () => {
  it('delete the generated pool, create myLicensePool with MAX, and edit it to 50MB', async () => {
    await open({ scenario: 'enterprise' });
    const gone = await desk.send('deletePool', `poolId: "Pool:splunk:${MAIN}"`, 'deletedId');
    expect(gone.payload).toEqual({ deletedId: `Pool:splunk:${MAIN}`, errors: [] });
    expect(requestsOf(gone.sent)).toEqual([['DELETE', `${PATH}/pools/${MAIN}?output_mode=json`, '']]);
    expect(poolOf(MAIN)).toBeUndefined();

    const input = `stackId: "${STACK}", name: "myLicensePool", quota: "MAX", peers: ["*"]`;
    const made = await desk.send('createPool', input, POOL);
    const pool = { id: 'Pool:splunk:myLicensePool', isMax: true, limit: String(10n * GIB), peerVendorIds: ['*'] };
    expect(made.payload).toMatchObject({ pool, errors: [] });
    const form = 'name=myLicensePool&quota=MAX&stack_id=enterprise&peers=*';
    expect(requestsOf(made.sent)).toEqual([['POST', `${PATH}/pools?output_mode=json`, form]]);

    const edited = await desk.send('updatePool', 'poolId: "Pool:splunk:myLicensePool", quota: "50MB"', POOL);
    expect(edited.payload).toMatchObject({ pool: { ...pool, isMax: false, limit: '52428800' }, errors: [] });
    expect(requestsOf(edited.sent)).toEqual([['POST', `${PATH}/pools/myLicensePool?output_mode=json`, 'quota=50MB']]);
    expect(poolOf('myLicensePool')?.quota).toBe(52_428_800n);

    const limit = String(10n * GIB);
    expect(gone.entries).toMatchObject([{ outcome: 'APPLIED', before: { isMax: true, limit }, after: null }]);
    expect(made.entries).toMatchObject([{ outcome: 'APPLIED', before: null, after: { isMax: true, limit } }]);
    const became = { before: { isMax: true, limit }, after: { isMax: false, limit: '52428800' } };
    expect(edited.entries).toMatchObject([{ outcome: 'APPLIED', ...became }]);
    expect([gone, made, edited].flatMap(({ leaks }) => leaks)).toEqual([]);
  });

  it('activate Enterprise, which ends the turn of the group before it', async () => {
    await open({ scenario: 'enterprise' });
    const fields = 'group { id ... on SplunkGroup { isActive } }';
    for (const name of ['Trial', 'Enterprise']) {
      const { payload, sent, entries } = await desk.send('activateGroup', `groupId: "Group:splunk:${name}"`, fields);
      expect(payload).toEqual({ group: { id: `Group:splunk:${name}`, isActive: true }, errors: [] });
      expect(requestsOf(sent)).toEqual([['POST', `${PATH}/groups/${name}?output_mode=json`, 'is_active=1']]);
      expect(entries).toMatchObject([{ outcome: 'APPLIED', before: { isActive: false }, after: { isActive: true } }]);
      expect(desk.state.groups.filter(({ isActive }) => isActive).map((group) => group.name)).toEqual([name]);
      const { groups } = await desk.world();
      expect(groups.nodes.filter(({ isActive }) => isActive)).toEqual([{ id: `Group:splunk:${name}`, isActive: true }]);
    }
    const again = await desk.send('activateGroup', 'groupId: "Group:splunk:Enterprise"', fields);
    expect(again.payload.errors).toEqual([]);
    expect(again.sent).toEqual([]);
  });

  it('delete a license, but not the last one of the active group', async () => {
    await open({ scenario: 'enterprise' });
    const hashOf = (head: string) => desk.state.licenses.find(({ hash }) => hash.startsWith(head))?.hash ?? '';
    const [internal, main] = [hashOf('E4BF'), hashOf('CF6C50')];
    const { payload, sent, entries } = await desk.send(
      'deleteLicense',
      `licenseId: "License:splunk:${internal}"`,
      'deletedId',
    );
    expect(payload).toEqual({ deletedId: `License:splunk:${internal}`, errors: [] });
    expect(requestsOf(sent)).toEqual([['DELETE', `${PATH}/licenses/${internal}?output_mode=json`, '']]);
    expect(entries).toMatchObject([{ outcome: 'APPLIED', before: { label: 'Splunk Internal License' }, after: null }]);

    await expectRefused(desk, 'deleteLicense', `licenseId: "License:splunk:${main}"`, {
      ...{ code: 'LAST_LICENSE_IN_ACTIVE_GROUP', path: ['licenseId'], writes: 1 },
      says: 'You cannot delete the last license out of an active group. First, deactivate the group',
    });
    const ids = (await desk.world()).licenses.nodes.map(({ id }) => id);
    expect(ids).toContain(`License:splunk:${main}`);
    expect(ids).not.toContain(`License:splunk:${internal}`);
    expect(desk.state.licenses.map(({ hash }) => hash)).toEqual([hashOf('E08B'), main]);

    expect((await desk.send('activateGroup', 'groupId: "Group:splunk:Free"')).payload.errors).toEqual([]);
    expect((await desk.send('deleteLicense', `licenseId: "License:splunk:${main}"`)).payload.errors).toEqual([]);
    expect(desk.state.licenses.map(({ hash }) => hash)).toEqual([hashOf('E08B')]);
  });
});

describe('a license that is uploaded', () => {
  const shown = async () =>
    (await desk.world()).licenses.nodes.filter(({ displayName }) => displayName === 'Peak season');

  it.each([
    ['tells guids', 'demo'],
    ['tells none', 'enterprise'],
  ] as const)('twice is one, where the server %s', async (_what, scenario) => {
    await open({ scenario });
    const first = await desk.send('uploadLicense', UPLOAD, 'license { id }');
    const second = await desk.send('uploadLicense', UPLOAD, 'license { id }');
    expect(second.payload).toEqual(first.payload);
    expect(first.payload).toMatchObject({ license: { id: expect.stringMatching(/^License:splunk:[0-9A-F]{64}$/) } });
    expect([first.sent.length, second.sent.length]).toEqual([1, 1]);
    expect([...first.entries, ...second.entries].map(({ outcome }) => outcome)).toEqual(['APPLIED', 'APPLIED']);
    expect(await shown()).toHaveLength(1);
    expect(desk.state.licenses.filter(({ label }) => label === 'Peak season')).toHaveLength(1);
    expect([...first.leaks, ...second.leaks]).toEqual([]);
  });

  it('by two at once is one', async () => {
    await open();
    const both = await Promise.all([
      desk.send('uploadLicense', UPLOAD, 'license { id }'),
      desk.send('uploadLicense', UPLOAD, 'license { id }'),
    ]);
    expect(both[0].payload).toEqual(both[1].payload);
    expect(both[0].payload.errors).toEqual([]);
    expect(await shown()).toHaveLength(1);
  });

  it('as text is sent as it is', async () => {
    await open();
    const input = `sourceId: "Source:splunk", content: ${literal(LICENSE)}, encoding: TEXT`;
    const { payload, sent, leaks } = await desk.send('uploadLicense', input, 'license { displayName }');
    expect(payload).toEqual({ license: { displayName: 'Peak season' }, errors: [] });
    expect(new URLSearchParams(sent[0]?.body).get('payload')).toBe(LICENSE);
    expect(leaks).toEqual([]);
  });
});

describe('two callers at once', () => {
  const WEB = 'poolId: "Pool:splunk:web"';
  const ask = (input: string) =>
    desk.gateway.ask<{ updatePool: { errors: { code: string; path: string[] }[] } }>(
      `mutation { updatePool(input: { ${input} }) { errors { code path } } }`,
    );
  const errorsOf = (answers: readonly Awaited<ReturnType<typeof ask>>[]) =>
    answers.flatMap(({ data }) => data?.updatePool.errors ?? []);

  it.each([
    ['of today', 'live'],
    ['with old names', 'legacy'],
  ] as const)('who append peers both have them, on a server %s', async (_what, generation) => {
    await open({ change: ({ server }) => Object.assign(server, { generation }) });
    const before = poolOf('web')?.peers ?? [];
    const answers = await Promise.all([A, B].map((peer) => ask(`${WEB}, peers: ["${peer}"], appendPeers: true`)));
    expect(errorsOf(answers)).toEqual([]);
    expect(desk.proxy.writes).toHaveLength(2);
    expect([...(poolOf('web')?.peers ?? [])].sort()).toEqual([...before, A, B].sort());
    const shown = (await desk.world()).pools.nodes.find(({ id }) => id === 'Pool:splunk:web');
    expect([...(shown?.peerVendorIds ?? [])].sort()).toEqual([...before, A, B].sort());
  });

  it.each([
    ['the peers', [`${WEB}, peers: ["${A}"]`, `${WEB}, peers: ["${B}"]`], 'peers'],
    ['the quota', [`${WEB}, quota: "7GB"`, `${WEB}, quota: "8GB"`], 'quota'],
    ['the description', [`${WEB}, description: "one"`, `${WEB}, description: "other"`], 'description'],
  ] as const)(
    'who overwrite %s: one is done, the other is told and loses nothing of the first',
    async (_what, inputs, field) => {
      await open();
      const answers = await Promise.all(inputs.map(ask));
      expect(errorsOf(answers)).toEqual([{ code: 'CONFLICT', path: [field] }]);
      expect(desk.proxy.writes).toHaveLength(1);
      const winner = answers.findIndex(({ data }) => data?.updatePool.errors.length === 0);
      const value =
        [
          [A, 7n * GIB, 'one'],
          [B, 8n * GIB, 'other'],
        ][winner] ?? [];
      const web = poolOf('web');
      expect(
        [web?.peers.join(), web?.quota, web?.description].filter((each) => value.includes(each as string)),
      ).toHaveLength(1);
    },
  );

  it('who change different things of one pool are both done', async () => {
    await open();
    const answers = await Promise.all([ask(`${WEB}, quota: "7GB"`), ask(`${WEB}, description: "one"`)]);
    expect(errorsOf(answers)).toEqual([]);
    expect(poolOf('web')).toMatchObject({ quota: 7n * GIB, description: 'one' });
  });
});

describe('an edit made from an old view', () => {
  it.each([
    ['quota', 'quota: "9GB"', { quota: 5n * GIB }, `${5n * GIB} bytes now`],
    ['peers', `peers: ["${A}"]`, { peers: [B] }, `"${B}" now`],
    ['description', 'description: "mine"', { description: 'theirs' }, '"theirs" now'],
  ] as const)('of %s is a conflict, and works after another look', async (field, change, others, says) => {
    await open();
    Object.assign(poolOf('web') ?? {}, others);
    await expectRefused(desk, 'updatePool', `poolId: "Pool:splunk:web", ${change}`, {
      ...{ code: 'CONFLICT', path: [field], says, writes: 0 },
    });
    await desk.refresh();
    const retry = await desk.send('updatePool', `poolId: "Pool:splunk:web", ${change}`, POOL);
    expect(retry.payload.errors).toEqual([]);
    expect(retry.sent).toHaveLength(1);
    expect(retry.entries).toMatchObject([{ outcome: 'APPLIED' }]);
  });

  it('is seen anew by itself: soon a retry works without asking for it', async () => {
    await open();
    Object.assign(poolOf('web') ?? {}, { quota: 5n * GIB });
    await desk.send('updatePool', 'poolId: "Pool:splunk:web", quota: "9GB"');
    const limit = async () => (await desk.world()).pools.nodes.find(({ id }) => id === 'Pool:splunk:web')?.limit;
    await expect.poll(limit, { timeout: 10_000 }).toBe(String(5n * GIB));
    expect((await desk.send('updatePool', 'poolId: "Pool:splunk:web", quota: "9GB"')).payload.errors).toEqual([]);
  });
});
