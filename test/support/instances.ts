/** Gateways as processes of their own, on one MongoDB database and one emulated vendor; where MONGODB_TEST_URI names a server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createKeygenState, type KeygenState, startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { license, policy, product } from '../../src/emulators/keygen/scenarios/rows.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc } from '../../src/store/repo.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { keygenSourceOf } from './emulators.js';
import { mongoForKills } from './stores.js';

const BIN = resolve(import.meta.dirname, '../../bin/license-gateway.js');
const KEY = 'admin-key-0123456789';
const SOURCE = { name: 'keygen', kind: 'keygen' };

export interface Instance {
  readonly pid: number;
  /** How often it has stored what it read. */
  readonly synced: () => number;
  ask<T>(query: string, variables?: unknown): Promise<T>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Resolves when it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface Site {
  readonly vendor: KeygenState;
  /** The server's connection string. */
  readonly mongodb: string;
  /** How often everything was asked of the vendor. */
  readonly reads: () => number;
  start(options?: { readonly mongodb?: string }): Promise<Instance>;
  /** What is stored and visible. */
  stored(collection: string): Promise<Doc[]>;
  readonly state: () => ReturnType<typeof stateOf>;
  close(): Promise<void>;
}

const created = new Date('2026-01-01T00:00:00.000Z');

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A license of the site's vendor. */
export function licenseRow(number: number, expiry: Date | null = null) {
  const at = new Date(created.getTime() + number * 1_000);
  return license({
    id: idOf(number),
    created: at,
    key: `K-${number}`,
    productId: idOf(900_000),
    policyId: idOf(900_001),
    expiry,
  });
}

export async function openSite({
  licenses,
  syncInterval,
}: {
  readonly licenses: number;
  readonly syncInterval: string;
}): Promise<Site> {
  const vendor = createKeygenState();
  vendor.products.insert(product({ id: idOf(900_000), created, name: 'P', code: 'p' }));
  vendor.policies.insert(policy({ id: idOf(900_001), created, name: 'Policy', productId: idOf(900_000) }));
  for (let number = 1; number <= licenses; number++) vendor.licenses.insert(licenseRow(number));
  const emulator = await startKeygenEmulator({ state: vendor });
  const store = await mongoForKills();
  const { mongodb: ownUri, database } = store.config;
  const repo = await openRepo(store.config);
  const dir = await mkdtemp(join(tmpdir(), 'instances-'));
  const running = new Set<ChildProcess>();
  const { name: _, ...source } = keygenSourceOf(emulator);
  let configs = 0;

  async function start({ mongodb = ownUri } = {}): Promise<Instance> {
    const file = join(dir, `${configs++}.yaml`);
    // JSON is YAML.
    await writeFile(
      file,
      JSON.stringify({
        server: { port: 0 },
        store: { mongodb, database },
        auth: { apiKeys: [{ name: 'ops', role: 'admin', key: KEY }] },
        quota: { expiryLeadDays: [1] },
        sources: [{ name: SOURCE.name, ...source, syncInterval }],
      }),
    );
    const child = spawn(process.execPath, [BIN, 'start', '--config', file], {
      // Not that of the tests, which libraries write to.
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let synced = 0;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('"synced"')) synced++;
    });
    const exited = once(child, 'exit');
    void exited.then(() => running.delete(child));
    const url = await urlOf(child, exited);
    return {
      pid: child.pid ?? 0,
      synced: () => synced,
      async ask<T>(query: string, variables: unknown = {}) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
          body: JSON.stringify({ query, variables }),
        });
        return (await response.json()) as T;
      },
      signal: (signal) => void child.kill(signal),
      async end(signal) {
        child.kill(signal);
        await exited;
      },
    };
  }

  return {
    vendor,
    mongodb: ownUri,
    reads: () => emulator.requests.filter(({ url }) => /\/licenses\?(?!.*page%5Bsize%5D=1&).*page/.test(url)).length,
    start,
    state: () => stateOf(repo, SOURCE),
    stored: async (collection) => visibleDocs(repo, await stateOf(repo, SOURCE), collection),
    async close() {
      for (const child of running) child.kill('SIGKILL');
      await emulator.close();
      await repo.close();
      await store.remove();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function urlOf(child: ChildProcess, exited: Promise<unknown>): Promise<string> {
  const said: string[] = [];
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      said.push(line);
      const url = /listens on (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const gone = exited.then(() => {
    throw new Error(`the gateway did not start: ${said.join('\n')}`);
  });
  // It may end later, when nobody waits for that any more.
  gone.catch(() => {});
  return Promise.race([listening, gone]);
}

/** Longer than MongoDB keeps the transaction of a process that was killed, and whoever writes what that has changed waiting. */
const PATIENCE_MS = 150_000;

/** Looks again and again. */
export async function eventually(expectation: () => unknown): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return void (await expectation());
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
