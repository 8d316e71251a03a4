/** What probes and clients are told on the port while the store is waited for, and how the port is handed over. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { generate } from 'selfsigned';
import { Agent, request } from 'undici';
import { afterEach, expect, it } from 'vitest';
import type { ServerOptions } from '../../src/http/options.js';
import { createStartingServer, type StartingServer } from '../../src/http/starting.js';
import { trafficLimits } from '../support/limits.js';
import { silentPino } from '../support/silent-pino.js';
import { startTinyServer } from '../support/tiny-server.js';
import { freePort } from '../support/toxiproxy.js';

let starting: StartingServer | undefined;
afterEach(async () => {
  await starting?.close();
  starting = undefined;
});

async function start(options: Partial<ServerOptions> = {}): Promise<{ port: number; url: string }> {
  const port = options.port ?? (await freePort());
  const server = { host: '127.0.0.1', tls: null, trustProxy: false, cors: [], dashboard: false, ...options, port };
  starting = await createStartingServer({ server, limits: trafficLimits, logger: silentPino });
  return { port, url: `http://127.0.0.1:${port}` };
}

it('tells probes that the process lives, and what it is not ready for', async () => {
  const { url } = await start();
  const alive = await fetch(`${url}/healthz`);
  expect([alive.status, await alive.json()]).toEqual([200, { status: 'ok' }]);
  // None is kept for a server that is there for a moment only.
  expect(alive.headers.get('connection')).toBe('close');
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', missing: ['store: not open yet'] }]);
});

it.each<[what: string, path: string, init: RequestInit]>([
  ['an operation', '/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }],
  ['a body of any kind', '/graphql', { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<' }],
  ['the page', '/graphiql', {}],
  ['a scrape', '/metrics', {}],
  ['a webhook', '/webhooks/keygen', { method: 'POST', body: 'x' }],
])('asks %s to come again in a few seconds', async (_what, path, init) => {
  const { url } = await start();
  const response = await fetch(url + path, init);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'the gateway is starting and waits for its store; ask again in a few seconds',
        extensions: { code: 'STORE_UNAVAILABLE' },
      },
    ],
  });
});

it('asks a WebSocket to come again as well', async () => {
  const { port } = await start();
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\r\n',
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 503 [\s\S]*STORE_UNAVAILABLE/);
  socket.destroy();
});

it('lets pages of the configured origins read why', async () => {
  const { url } = await start({ cors: ['https://a.example'] });
  const response = await fetch(`${url}/graphql`, { headers: { origin: 'https://a.example' } });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
});

it('speaks TLS where the gateway will', async () => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  const { port } = await start({ tls: { cert: pair.cert, key: pair.private } });
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  expect((await request(`https://127.0.0.1:${port}/healthz`, { dispatcher })).statusCode).toBe(200);
  // One that never begins its handshake holds the port no longer.
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const gone = once(silent, 'close');
  await starting?.close();
  await gone;
  await dispatcher.destroy();
});

it('hands the port over right before the real server listens, and cuts who has asked nothing yet', async () => {
  const { port, url } = await start();
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  const gone = once(unused, 'close');
  const server = await startTinyServer({ port }, { beforeListening: async () => starting?.close() });
  await gone;
  expect(server.url).toBe(url);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await server.close();
});

it('fails with the system’s error when the port is taken', async () => {
  const taken = await startTinyServer();
  const port = Number(new URL(taken.url).port);
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await taken.close();
});
