/** A gateway that cannot start leaves nothing open. */
import { expect, it } from 'vitest';
import { noAlerts } from '../src/alerts/options.js';
import { createApp } from '../src/app.js';
import { openRepo } from '../src/store/index.js';
import { StoreUnavailableError } from '../src/store/repo.js';
import { channelTo } from './support/alert-receiver.js';
import { configOf } from './support/gateway.js';
import { silentPino } from './support/silent-pino.js';
import { embedded } from './support/stores.js';
import { freePort } from './support/toxiproxy.js';

it('listens no more when what it starts last cannot be started', async () => {
  const store = await embedded();
  const config = configOf([], store, { alerts: { ...noAlerts, channels: [channelTo('http://127.0.0.1:1')] } });
  const port = await freePort();
  const inner = await openRepo(store.config);
  let watched = 0;
  let answered = 0;
  const repo = {
    ...inner,
    // The changes are followed first, the alerts last.
    async watch(...args: Parameters<typeof inner.watch>) {
      if (++watched === 1) return inner.watch(...args);
      answered = (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
      throw new StoreUnavailableError('the store is away');
    },
  };
  const starting = createApp({ ...config, server: { ...config.server, port } }, { repo, logger: silentPino });
  await expect(starting).rejects.toThrow('the store is away');
  expect(answered).toBe(200);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
  await store.remove();
});
