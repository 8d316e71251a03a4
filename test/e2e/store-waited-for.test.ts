/** A gateway that starts before its MongoDB does: what its port tells meanwhile, and that it leaves nothing behind. */
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import type { Config } from '../../src/config.js';
import { StoreUnavailableError } from '../../src/store/repo.js';
import { configOf } from '../support/gateway.js';
import { mongoServer, startMongo } from '../support/mongo-server.js';
import { silentPino } from '../support/silent-pino.js';
import { deferred, startTinyServer } from '../support/tiny-server.js';
import { freePort } from '../support/toxiproxy.js';

const HOUR_MS = 3_600_000;

/** Starts one; `waits` resolves once it has said that it waits for its database. */
async function start(mongodb: string, { startTimeoutMs = HOUR_MS, port = 0 } = {}) {
  const store = { config: { mongodb, database: 'x', startTimeoutMs }, remove: async () => {} };
  const { server, ...rest } = configOf([], store, {});
  const config: Config = { ...rest, server: { ...server, port: port === 0 ? await freePort() : port } };
  const waits = deferred();
  const stop = new AbortController();
  const started = createApp(config, {
    logger: silentPino,
    signal: stop.signal,
    onProgress: (line) => line.startsWith('waiting for MongoDB') && waits.resolve(),
  });
  // What it comes to is looked at later.
  started.catch(() => {});
  return { url: `http://127.0.0.1:${config.server.port}`, waits: waits.promise, stop, started };
}

async function statuses(url: string): Promise<readonly number[]> {
  const answers = ['/healthz', '/readyz', '/graphql?query=%7B__typename%7D'].map((path) => fetch(url + path));
  return (await Promise.all(answers)).map(({ status }) => status);
}

const nothing = async () => `mongodb://127.0.0.1:${await freePort()}/?serverSelectionTimeoutMS=100`;

it('tells probes that it lives while it waits, until it is stopped', async () => {
  const { url, waits, stop, started } = await start(await nothing());
  await waits;
  expect(await statuses(url)).toEqual([200, 503, 503]);
  stop.abort();
  await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});

it('listens no more when the database did not come in time', async () => {
  const { url, started } = await start(await nothing(), { startTimeoutMs: 300 });
  await expect(started).rejects.toThrow(StoreUnavailableError);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
});

it('says at once that its port is taken, whatever it would have to wait for', async () => {
  const taken = await startTinyServer();
  const { started } = await start(await nothing(), { port: Number(new URL(taken.url).port) });
  await expect(started).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await taken.close();
});

it.skipIf(!mongoServer)('serves on the same port when the database has come (set MONGODB_SERVER)', async () => {
  const server = await startMongo();
  await server.kill();
  const { url, waits, started } = await start(`${server.uri}?serverSelectionTimeoutMS=500`);
  await waits;
  expect(await statuses(url)).toEqual([200, 503, 503]);
  await server.start();
  const app = await started;
  expect(app.url).toBe(url);
  // No key was sent.
  expect(await statuses(url)).toEqual([200, 200, 401]);
  await app.close();
  await server.remove();
});
