/** A gateway as an operator starts it, on a store of many licenses that is there already. Its vendor takes connections and never answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEYS, UNLIMITED } from './estate.mjs';
import { largeStore } from './large-store.mjs';
import { productRoot } from './product.mjs';

/** Resolves with what starts one: `start(size)` resolves when it is ready, and tells how long that `took` since its process was made, in ms. */
export async function largeGateways(lab) {
  const directory = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
  const vendor = await silentVendor();
  lab.onClose(() => {
    vendor.close();
    rmSync(directory, { recursive: true });
  });
  return async (size) => {
    const dataDir = await largeStore(size, lab.say);
    const file = join(directory, `${size}.json`);
    writeFileSync(file, JSON.stringify(configuration(dataDir, vendor.url)));
    const bin = fileURLToPath(new URL('bin/license-gateway.js', productRoot));
    return timed(lab, `${size} licenses`, { args: [bin, 'start', '--config', file], ready: /listens on (\S+)/ });
  };
}

/** Starts a server, and resolves with it and the time from its first moment to its first 200 of /readyz. */
export async function timed(lab, name, options) {
  const began = performance.now();
  const server = await lab.server(name, options);
  for (let tries = 0; tries < 5_000; tries++) {
    const { status } = await fetch(`${server.said}/readyz`, { headers: { connection: 'close' } });
    if (status === 200) return { ...server, took: performance.now() - began };
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`${name} was not ready in time\n${server.output()}`);
}

function configuration(dataDir, url) {
  const source = { name: 'bench', kind: 'keygen', url, auth: { token: 'admin-demo' }, settings: { account: 'demo' } };
  return {
    server: { port: 0 },
    store: { dataDir },
    auth: { apiKeys: KEYS.map((key, i) => ({ name: `bench-${i}`, role: 'admin', key })) },
    limits: UNLIMITED,
    log: { level: 'warn' },
    sources: [{ ...source, timeout: '10m', syncInterval: '24h' }],
  };
}

async function silentVendor() {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
