/** A running gateway takes over another configuration: sources come, go and are connected anew, thresholds count at once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { startEmulators, type TestEmulators } from '../support/emulators.js';
import { configOf, keys } from '../support/gateway.js';
import { silentPino } from '../support/silent-pino.js';
import { embedded, type TestStore } from '../support/stores.js';

let emulators: TestEmulators;
let store: TestStore;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  emulators = await startEmulators({ splunk: 'demo', recon: 'demo', keygen: 'demo' });
  store = await embedded();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await emulators.close();
  await store.remove();
});

async function start() {
  const [splunk, recon, keygen] = emulators.sources;
  if (splunk === undefined || recon === undefined || keygen === undefined) throw new Error('no sources');
  const config = configOf([splunk, recon], store, {});
  const other = configOf([splunk, keygen], store, {});
  const app = await createApp(config, { logger: silentPino });
  closing.push(() => app.close());
  await Promise.all(['splunk', 'recon'].map((name) => app.refresh(name)));
  async function ask(query: string) {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.ADMIN}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }
  const sources = async () =>
    ((await ask('{ sources { nodes { name status } } }')) as { sources: { nodes: object[] } }).sources.nodes;
  return { app, config, other, ask, sources };
}

it('shows an added source and reads it, shows a removed one no more, and leaves the others alone', async () => {
  const { app, config, other, ask, sources } = await start();
  const splunkReads = emulators.splunk.requests.length;
  const licensesOfRecon = await ask('{ licenses(filter: { sources: ["recon"] }) { totalCount nodes { id } } }');

  await app.reload(other);
  await expect.poll(sources, { timeout: 20_000 }).toEqual([
    { name: 'keygen', status: 'OK' },
    { name: 'splunk', status: 'OK' },
  ]);
  expect(await ask('{ source(name: "recon") { name } }')).toEqual({ source: null });
  expect(emulators.splunk.requests.length).toBe(splunkReads);

  // What is stored of it stayed: it is there again before it was read again.
  await emulators.recon.close();
  await app.reload(config);
  expect(await ask('{ licenses(filter: { sources: ["recon"] }) { totalCount nodes { id } } }')).toEqual(
    licensesOfRecon,
  );
});

it('evaluates by other thresholds at once, without asking the vendors', async () => {
  const { app, config, ask } = await start();
  const states = () => ask('{ quotas(first: 500) { nodes { id state } } }');
  const before = await states();
  const asked = emulators.splunk.requests.length;
  await app.reload({ ...config, quota: { ...config.quota, warning: 0.01, critical: 0.02 } });
  await expect.poll(states, { timeout: 20_000 }).not.toEqual(before);
  expect(emulators.splunk.requests.length).toBe(asked);
});

it('answers a change of a source that goes away meanwhile, and goes on', async () => {
  const { app, other, ask } = await start();
  const asked = ask('mutation { refreshSource(input: { sourceId: "Source:recon" }) { __typename } }').catch(
    () => 'told',
  );
  await app.reload(other);
  expect(await asked).toBeDefined();
  expect(await ask('{ sources { totalCount } }')).toEqual({ sources: { totalCount: 2 } });
});
