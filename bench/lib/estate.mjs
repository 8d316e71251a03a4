/** Emulated vendors, and gateways in front of them as an operator runs them: `license-gateway start` with a configuration file. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productRoot } from './product.mjs';

const EMULATORS = new URL('./emulators-process.mjs', import.meta.url).pathname;
/** What guards a gateway from its callers is lifted: one caller is the load. */
export const UNLIMITED = {
  cost: 10_000_000,
  costPerMinute: 1_000_000_000_000,
  changesPerMinute: 1_000_000,
  requests: 100_000,
  operationTimeout: '10m',
  eventLoopDelay: null,
};
/** As many callers as the load has connections. */
export const KEYS = Array.from({ length: 10 }, (_, i) => `bench-key-0123456789-${i}`);
export const AUTHORIZATION = { authorization: `Bearer ${KEYS[0]}` };

/**
 * Resolves when a gateway has read the vendors once. `gateway(name)` starts one on a copy of what that one stored, with limits lifted and only
 * warnings logged; `{ isDefault: true }` leaves both as they come.
 */
export async function startEstate(lab, { licenses }) {
  const vendors = await lab.client('emulators', { args: [EMULATORS, JSON.stringify({ licenses })] });
  const directory = mkdtempSync(join(tmpdir(), 'license-gateway-bench-'));
  lab.onClose(() => rmSync(directory, { recursive: true }));
  const start = async (name, dataDir, settings) => {
    const file = join(directory, `${name.replaceAll(/\W+/g, '-')}.json`);
    writeFileSync(file, JSON.stringify({ ...configuration(dataDir, vendors.said), ...settings }));
    const bin = fileURLToPath(new URL('bin/license-gateway.js', productRoot));
    const started = Date.now();
    const server = await lab.server(name, { args: [bin, 'start', '--config', file], ready: /listens on (\S+)/ });
    await untilRead(server.said, started);
    return server;
  };
  const first = join(directory, 'first');
  lab.say(`the first sync of ${licenses} licenses`);
  await (await start('first sync', first, {})).stop();
  let copies = 0;
  return {
    vendors,
    gateway(name, { isDefault = false } = {}) {
      const dataDir = join(directory, `copy-${++copies}`);
      cpSync(first, dataDir, { recursive: true });
      return start(name, dataDir, isDefault ? {} : { limits: UNLIMITED, log: { level: 'warn' } });
    },
  };
}

function configuration(dataDir, { keygen, splunk }) {
  return {
    server: { port: 0 },
    store: { dataDir },
    auth: { apiKeys: KEYS.map((key, i) => ({ name: `bench-${i}`, role: 'admin', key })) },
    sources: [
      {
        ...{ name: 'keygen', kind: 'keygen', url: keygen, auth: { token: 'admin-demo' }, syncInterval: '24h' },
        settings: { account: 'demo' },
      },
      {
        name: 'splunk',
        kind: 'splunk',
        url: splunk,
        auth: { username: 'admin', password: 'changeme' },
        syncInterval: '24h',
      },
    ],
  };
}

/** A gateway answers from what its store holds before it has read its sources anew; nothing is measured while it does. */
async function untilRead(url, started) {
  for (let tries = 0; tries < 600; tries++) {
    const { sources } = await ask(url, '{ sources { nodes { lastSyncedAt } } }');
    if (sources.nodes.every(({ lastSyncedAt }) => lastSyncedAt !== null && Date.parse(lastSyncedAt) >= started)) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${url} had not read its sources within two minutes`);
}

/** One answer's data; throws on errors. */
export async function ask(url, query, variables = {}, headers = AUTHORIZATION) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data, errors } = response.status === 200 ? JSON.parse(text) : { errors: text };
  if (errors !== undefined)
    throw new Error(`${url} answered ${response.status}: ${JSON.stringify(errors).slice(0, 2_000)}`);
  return data;
}
