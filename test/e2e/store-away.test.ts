/** A gateway whose MongoDB goes away and comes back: what it tells clients and probes meanwhile, and that it lives on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { mongoServer, type OwnMongo, startMongo } from '../support/mongo-server.js';

const patient = { timeout: 20_000 };

describe.skipIf(!mongoServer)('a gateway whose MongoDB was killed (set MONGODB_SERVER)', () => {
  let server: OwnMongo;
  let emulators: TestEmulators;
  let gateway: TestGateway;
  beforeAll(async () => {
    server = await startMongo();
    emulators = await startDemoEmulators();
    const mongodb = `${server.uri}?serverSelectionTimeoutMS=500&connectTimeoutMS=1000&heartbeatFrequencyMS=500`;
    gateway = await startGateway(emulators.sources, {
      store: { config: { mongodb, database: 'x', startTimeoutMs: 0 }, remove: () => server.remove() },
    });
    await gateway.refresh();
  });
  afterAll(async () => {
    await gateway.close();
    await emulators.close();
    await server.remove();
  });

  const readyz = async () => {
    const response = await fetch(`${gateway.url}/readyz`);
    return { status: response.status, body: (await response.json()) as { readonly missing: readonly string[] } };
  };

  it('says so to clients and probes, and goes on by itself when it is back', async () => {
    expect((await readyz()).status).toBe(200);
    await server.kill();
    await expect.poll(readyz, patient).toEqual({
      status: 503,
      body: { status: 'not ready', missing: [expect.stringMatching(/^store: (cannot be reached|does not answer)$/)] },
    });
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.ADMIN}` },
      body: JSON.stringify({ query: '{ licenses { totalCount } }' }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const text = await response.text();
    expect(JSON.parse(text).errors).toMatchObject([
      {
        message: 'the store cannot be reached at the moment; ask again in a few seconds',
        extensions: { code: 'STORE_UNAVAILABLE', retryAfter: 5 },
      },
    ]);
    expect(text).not.toContain('127.0.0.1');

    await server.start();
    await expect.poll(async () => (await readyz()).status, patient).toBe(200);
    const { licenses } = await gateway.query<{ licenses: { totalCount: number } }, object>(
      '{ licenses { totalCount } }',
    );
    expect(licenses.totalCount).toBeGreaterThan(0);
    await gateway.refresh();
  });
});
