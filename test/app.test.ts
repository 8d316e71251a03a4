/** A gateway that cannot start leaves nothing open. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApp } from '../src/app.js';
import { configOf } from './support/gateway.js';
import { embedded } from './support/stores.js';
import { freePort } from './support/toxiproxy.js';

it('listens no more when its start fails after it has begun to', async () => {
  const store = await embedded();
  const config = configOf([], store, {});
  const port = await freePort();
  const lines: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  let wasListening = false;
  const starting = createApp(
    { ...config, server: { ...config.server, port }, log: { level: 'info' } },
    {
      logger,
      // The last that is told: all but the reading has begun.
      onProgress(line) {
        if (!line.startsWith('reading')) return;
        wasListening = lines.some((logged) => logged.includes(`:${port}`));
        throw new Error('nobody can be told');
      },
    },
  );
  await expect(starting).rejects.toThrow('nobody can be told');
  expect(wasListening).toBe(true);
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
  await store.remove();
});
