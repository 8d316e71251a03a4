import { readFileSync } from 'node:fs';
import { gunzipSync, inflateSync } from 'node:zlib';
import { request as rawRequest } from 'undici';
import { afterEach, expect, it } from 'vitest';
import {
  enterpriseReconEmulator,
  type LicensesBody,
  startEnterpriseReconEmulator,
} from '../../../src/emulators/enterprise-recon/index.js';

const clock = { now: () => new Date('2026-01-01T12:34:56Z') };
const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(scenario?: string) {
  const emulator = await startEnterpriseReconEmulator({ clock, ...(scenario === undefined ? {} : { scenario }) });
  cleanups.push(() => emulator.close());
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await rawRequest(emulator.url + path, {
      headers: { authorization: `Basic ${Buffer.from('apiuser:password123').toString('base64')}`, ...headers },
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    return { status: answer.statusCode, headers: answer.headers, bytes, json: () => JSON.parse(bytes.toString()) };
  };
  return { emulator, ask };
}

const fixture = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../src/sources/enterprise-recon/fixtures/${name}.json`, import.meta.url), 'utf8'),
  );

it.each(['legacy', 'sitewide', 'non-sitewide'])(
  'answers the sample of the %s scenario, field for field and in order',
  async (scenario) => {
    const { ask } = await start(scenario);
    const answer = await ask('/v1/licenses');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.bytes.toString()).toBe(JSON.stringify(fixture(scenario)));
  },
);

it('starts with the first scenario, which is a sample, and refuses one it does not have', async () => {
  expect(enterpriseReconEmulator.scenarios).toEqual(['legacy', 'sitewide', 'non-sitewide', 'demo']);
  const { ask } = await start();
  expect((await ask('/v1/licenses')).json()).toEqual(fixture('legacy'));
  await expect(startEnterpriseReconEmulator({ scenario: 'toString' })).rejects.toThrow(/no scenario "toString"/);
});

it('tells its version and its time', async () => {
  const { ask, emulator } = await start('sitewide');
  expect((await ask('/v1/server')).json()).toEqual({ version: '2.12.1', timestamp: '1767270896' });
  emulator.state.server = null;
  expect((await ask('/v1/server')).status).toBe(404);
});

it.each([
  ['no header', ''],
  ['a wrong password', `Basic ${Buffer.from('apiuser:password124').toString('base64')}`],
  ['a bearer token', 'Bearer password123'],
  ['half a header', 'Basic'],
])('refuses %s with 401 and a message, uncompressed', async (_what, authorization) => {
  const { ask } = await start();
  const answer = await ask('/v1/licenses', { authorization, 'accept-encoding': 'gzip' });
  expect(answer.status).toBe(401);
  expect(answer.headers['www-authenticate']).toMatch(/^Basic /);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.json()).toEqual({ message: expect.any(String) });
});

it('answers 404 with a message for what it does not have, uncompressed', async () => {
  const { ask } = await start();
  const answer = await ask('/v1/credentials', { 'accept-encoding': 'gzip' });
  expect(answer.status).toBe(404);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.json()).toEqual({ message: 'Not found.' });
});

it.each([
  ['gzip', 'gzip', gunzipSync],
  ['deflate', 'deflate', inflateSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip;q=0.5, deflate', 'deflate', inflateSync],
  ['gzip;q=0, deflate;q=0.1', 'deflate', inflateSync],
  ['*', 'gzip', gunzipSync],
] as const)('honors Accept-Encoding: %s with %s', async (accepted, coding, decode) => {
  const { ask } = await start();
  const answer = await ask('/v1/licenses', { 'accept-encoding': accepted });
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(JSON.parse(decode(answer.bytes).toString())).toEqual(fixture('legacy'));
});

it.each(['identity', 'br', 'gzip;q=0', ''])('sends plain JSON for Accept-Encoding: %j', async (accepted) => {
  const { ask } = await start();
  const answer = await ask('/v1/licenses', { 'accept-encoding': accepted });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.json()).toEqual(fixture('legacy'));
});

it('filters targets and data usage by target_name and leaves the pools alone', async () => {
  const { ask } = await start('non-sitewide');
  const body: LicensesBody = (await ask('/v1/licenses?target_name=my-ubuntu-machine')).json();
  expect(body.targets?.map(({ name }) => name)).toEqual(['MY-UBUNTU-MACHINE']);
  expect(body.datausage?.map(({ location }) => location)).toEqual(['MY-UBUNTU-MACHINE All local files']);
  expect(body.summary).toEqual(fixture('non-sitewide').summary);
  expect((await ask('/v1/licenses?target_name=nobody')).json()).toMatchObject({ targets: [], datausage: [] });
  expect((await ask('/v1/licenses?target_name=')).json()).toEqual(fixture('non-sitewide'));
});

it('has no targets to filter in the sitewide model', async () => {
  const { ask } = await start('sitewide');
  const body = (await ask('/v1/licenses?target_name=MY-WINDOWS-MACHINE')).json();
  expect(body).not.toHaveProperty('targets');
  expect(body.datausage).toHaveLength(10);
});

it('shows a change of its state in the next answer, and only there', async () => {
  const { ask, emulator } = await start('sitewide');
  emulator.state.licenses.state = 'licensed';
  expect((await ask('/v1/licenses')).json().state).toBe('licensed');
  const { ask: askAnother } = await start('sitewide');
  expect((await askAnother('/v1/licenses')).json().state).toBe('exceeded');
});

it('demo: the sample within more, expiring from now on, every number consistent', async () => {
  const { emulator, ask } = await start('demo');
  const { licenses } = emulator.state;
  expect((await ask('/v1/licenses')).json()).toEqual(licenses);
  expect(new Date(Number(licenses.expires) * 1000).toISOString()).toBe('2026-01-22T00:00:00.000Z');
  expect(licenses.targets).toEqual(expect.arrayContaining(fixture('non-sitewide').targets));
  const ids = [...(licenses.targets ?? []), ...(licenses.datausage ?? [])].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const shares = (licenses.summary ?? []).map(({ comment, total, usage }) => [
    comment,
    Math.round((100 * Number(usage)) / Number(total)),
  ]);
  expect(shares).toEqual([
    ['Server', 82],
    ['Client', 28],
    ['Server Data Allowance', 94],
    ['Client Data Allowance', 102],
  ]);
});
