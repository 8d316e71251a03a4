/** A gateway in this process over one source that says whatever a benchmark wants it to, on an embedded store of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { product } from './product.mjs';

const { createApp } = await product('app.js');
const { parseConfig } = await product('config.js');
const { emptySnapshot } = await product('domain/snapshot.js');

export const KEY = 'bench-key-0123456789';

/** `read` answers what the source says; `log` takes the lines of the log; a `dataDir` that is given is left afterwards. */
export async function startGateway(read, { limits = {}, log = null, dataDir: given } = {}) {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
  const kind = 'static';
  const module = {
    kind,
    capabilities: [],
    edges: {},
    connect: () => ({ read: async () => ({ ...emptySnapshot(new Date()), ...read() }), close: async () => {} }),
  };
  const text = JSON.stringify({
    server: { port: 0 },
    store: { dataDir },
    auth: { apiKeys: [{ name: 'bench', role: 'admin', key: KEY }] },
    limits: { eventLoopDelay: null, ...limits },
    sources: [],
  });
  const parsed = parseConfig(text, {}, [module]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const source = { name: 'bench', kind, url: '', auth: {}, tls: {}, syncIntervalMs: 3_600_000, timeoutMs: 10_000 };
  const logger = log === null ? pino({ level: 'silent' }) : pino({ level: 'debug' }, { write: log });
  const app = await createApp(
    { ...parsed.config, sources: [{ ...source, settings: {} }] },
    { modules: [module], logger },
  );
  const refresh = () => app.refresh('bench');
  await refresh();
  const close = async () => {
    await app.close();
    if (given === undefined) rmSync(dataDir, { recursive: true });
  };
  return { url: app.url, refresh, close };
}
