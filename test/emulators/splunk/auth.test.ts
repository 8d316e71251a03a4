import { expect, it } from 'vitest';
import { SPLUNK_DEMO_TOKEN } from '../../../src/emulators/splunk/index.js';
import { ADMIN, readAtomMessages, type Splunk, splunk } from './support.js';

const PATH = '/services/licenser/usage?output_mode=json';
const LOGIN = '/services/auth/login';

const status = async ({ ask }: Splunk, headers: Record<string, string>) => (await ask(PATH, { headers })).status;

/** Logs in with a form and gives the answer with its key. */
async function login({ ask }: Splunk, form: Record<string, string> = {}) {
  const response = await ask(LOGIN, {
    method: 'POST',
    headers: {},
    body: new URLSearchParams({ username: 'admin', password: 'changeme', output_mode: 'json', ...form }),
  });
  const { sessionKey } = (await response.json()) as { sessionKey: string };
  return { response, key: sessionKey };
}

it('takes Basic credentials and the fixed token', async () => {
  const server = await splunk();
  expect(await status(server, { authorization: ADMIN })).toBe(200);
  expect(await status(server, { authorization: `Bearer ${SPLUNK_DEMO_TOKEN}` })).toBe(200);
});

it('logs in, and takes the session key in the header, as a bearer and as a cookie', async () => {
  const server = await splunk();
  const { response, key } = await login(server, { cookie: '1' });
  expect(response.status).toBe(200);
  const port = new URL(server.emulator.url).port;
  expect(response.headers.get('set-cookie')).toBe(`splunkd_${port}=${key}; Path=/; HttpOnly; Max-Age=3600`);
  expect(await status(server, { authorization: `Splunk ${key}` })).toBe(200);
  expect(await status(server, { authorization: `Bearer ${key}` })).toBe(200);
  expect(await status(server, { cookie: `theme=dark; splunkd_${port}=${key}` })).toBe(200);
});

it('sets no cookie unless asked, and answers XML unless asked', async () => {
  const server = await splunk();
  expect((await login(server)).response.headers.get('set-cookie')).toBeNull();
  const response = await server.ask(LOGIN, {
    method: 'POST',
    body: new URLSearchParams({ username: 'admin', password: 'changeme' }),
  });
  const [, key] = /<sessionKey>([^<]+)<\/sessionKey>/.exec(await response.text()) ?? [];
  expect(await status(server, { authorization: `Splunk ${key}` })).toBe(200);
});

it('reads the login form without a Content-Type, and with a wrong one', async () => {
  const { ask } = await splunk();
  const body = new TextEncoder().encode('username=admin&password=changeme');
  expect((await ask(LOGIN, { method: 'POST', headers: {}, body })).status).toBe(200);
  const headers = { 'content-type': 'application/json' };
  expect((await ask(LOGIN, { method: 'POST', headers, body })).status).toBe(200);
});

it('refuses a wrong password in both forms', async () => {
  const { ask } = await splunk();
  const wrong = (mode: string) =>
    ask(LOGIN, { method: 'POST', body: new URLSearchParams({ username: 'admin', password: 'x', output_mode: mode }) });
  const asJson = await wrong('json');
  expect(asJson.status).toBe(401);
  expect(await asJson.json()).toEqual({ messages: [{ type: 'WARN', text: 'Login failed' }] });
  expect(readAtomMessages(await (await wrong('xml')).text())).toEqual([{ type: 'WARN', text: 'Login failed' }]);
});

it.each([
  ['nothing', {}],
  ['a wrong password', { authorization: `Basic ${Buffer.from('admin:wrong').toString('base64')}` }],
  ['no colon', { authorization: `Basic ${Buffer.from('admin').toString('base64')}` }],
  ['an unknown scheme', { authorization: 'Digest x' }],
  ['an unknown session', { authorization: 'Splunk x' }],
  ['an unknown token', { authorization: 'Bearer constructor' }],
  ['an unknown cookie', { cookie: 'splunkd_8089=x' }],
])('refuses %s with 401 and a message', async (_what, headers: Record<string, string>) => {
  const { ask } = await splunk();
  const response = await ask(PATH, { headers });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toMatch(/^Basic/);
  const { messages } = (await response.json()) as { messages: unknown[] };
  expect(messages).toHaveLength(1);
});

it('forgets sessions when told to, and when they were idle for an hour', async () => {
  let now = new Date('2026-03-10T15:00:00Z');
  const server = await splunk({ clock: { now: () => now } });
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const first = { authorization: `Splunk ${(await login(server)).key}` };
  later(59);
  expect(await status(server, first)).toBe(200);
  later(59);
  expect(await status(server, first)).toBe(200);
  later(61);
  expect(await status(server, first)).toBe(401);
  const second = { authorization: `Splunk ${(await login(server)).key}` };
  server.emulator.expireSessions();
  expect(await status(server, second)).toBe(401);
  expect(await status(server, { authorization: ADMIN })).toBe(200);
});

it('lets a user who is no administrator read usage only', async () => {
  const { emulator, ask } = await splunk();
  emulator.state.users.push({ name: 'viewer', password: 'v:1', roles: ['user'] });
  const headers = { authorization: `Basic ${Buffer.from('viewer:v:1').toString('base64')}` };
  expect((await ask(PATH, { headers })).status).toBe(200);
  const refused = await ask('/services/licenser/peers?output_mode=json', { headers });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ messages: [{ text: expect.stringContaining('user=viewer') }] });
});

it('refuses every login while a free license is active, and says so', async () => {
  const server = await splunk();
  server.emulator.state.server.remoteLoginDisabled = true;
  for (const response of [
    await server.ask(PATH),
    await server.ask(`${LOGIN}?output_mode=json`, { method: 'POST', body: 'username=admin&password=changeme' }),
  ]) {
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(/Remote login disabled .* free license/);
  }
});
