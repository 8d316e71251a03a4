/** A built gateway under steady load: what it holds after garbage collection does not grow, and nothing fails unheard. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { trendOf } from './regression.js';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
const WARM_UP_MS = Math.min(90_000, MINUTES * 20_000);
const SAMPLES = 40;
const PAUSE_MS = 50;
const SUBSCRIBERS = 10;
const KEY = 'soak-key-0123456789abcdef';
/** Growth that is within what a run of this length cannot tell from none: caches that fill, pages that are not given back. */
const HEAP_NOISE_BYTES = 8 * 2 ** 20;
const RSS_NOISE_BYTES = 48 * 2 ** 20;
const launcher = resolve(import.meta.dirname, '../../bin/license-gateway.js');
const probe = resolve(import.meta.dirname, '../support/soak-probe.mjs');

interface Sample {
  readonly heapUsed: number;
  readonly rss: number;
  readonly external: number;
  readonly descriptors: number;
  readonly unhandled: number;
}

let dir: string;
let emulators: TestEmulators;
let gateway: { process: ChildProcess; url: string; said(): string };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'license-gateway-soak-'));
  emulators = await startDemoEmulators();
  gateway = await start();
});
afterAll(async () => {
  gateway.process.kill('SIGKILL');
  await emulators.close();
  await rm(dir, { recursive: true, force: true });
});

it(
  `holds no more after ${MINUTES} minutes than before, and stops in the end`,
  async () => {
    const load = steadyLoad();
    await sleep(WARM_UP_MS);
    const samples: Sample[] = [];
    for (let n = 0; n < SAMPLES; n++) {
      await sleep((MINUTES * 60_000) / SAMPLES);
      samples.push(await sample());
    }
    const { operations, events, failures } = await load.stop();
    const heap = trendOf(samples.map(({ heapUsed, external }) => heapUsed + external));
    const rss = trendOf(samples.map((one) => one.rss));
    const descriptors = trendOf(samples.map((one) => one.descriptors));
    const mib = (bytes: number) => Number((bytes / 2 ** 20).toFixed(2));
    const found = {
      operations,
      events,
      heapMiB: {
        first: mib(samples[0]?.heapUsed ?? 0),
        last: mib(samples.at(-1)?.heapUsed ?? 0),
        rise: mib(heap.rise),
      },
      rssMiB: { first: mib(samples[0]?.rss ?? 0), last: mib(samples.at(-1)?.rss ?? 0), rise: mib(rss.rise) },
      descriptors: { first: samples[0]?.descriptors, last: samples.at(-1)?.descriptors, rise: descriptors.rise },
    };
    process.stdout.write(`${JSON.stringify(found)}\n`);
    expect(failures).toEqual([]);
    expect(operations).toBeGreaterThan(MINUTES * 60);
    expect(events).toBeGreaterThan(SUBSCRIBERS);
    expect(samples.at(-1)?.unhandled).toBe(0);
    expect(gateway.said()).not.toContain('a fault that nobody waited for');
    // Either it does not rise, or by less than twice the error of the slope, or by what such a run cannot tell from none.
    const rises = ({ slope, error, rise }: ReturnType<typeof trendOf>, noise: number) =>
      slope > 2 * error && rise > noise;
    expect({ ...found, heapRises: rises(heap, HEAP_NOISE_BYTES) }).toMatchObject({ heapRises: false });
    expect({ ...found, rssRises: rises(rss, RSS_NOISE_BYTES) }).toMatchObject({ rssRises: false });
    // Connections of upstreams and clients come and go by a few.
    expect({ ...found, descriptorsRise: rises(descriptors, 4) }).toMatchObject({ descriptorsRise: false });

    const ended = once(gateway.process, 'exit');
    gateway.process.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  },
  MINUTES * 60_000 + WARM_UP_MS + 120_000,
);

async function start() {
  const interval = (name: string) => (name === 'keygen' ? '10s' : '2s');
  const sources = emulators.sources.map((source) => ({ ...source, syncInterval: interval(source.name) }));
  const config = {
    server: { port: 0 },
    log: { level: 'warn' },
    store: { dataDir: join(dir, 'data') },
    auth: { apiKeys: [{ name: 'soak', role: 'admin', key: KEY }] },
    limits: { costPerMinute: 10_000_000, changesPerMinute: 100_000 },
    sources,
  };
  await writeFile(join(dir, 'gateway.json'), JSON.stringify(config));
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', probe, launcher, 'start', '--config', 'gateway.json'],
    { cwd: dir, env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
  );
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
      const listens = /listens on (\S+)/.exec(said)?.[1];
      if (listens !== undefined) found(listens);
    });
    child.once('exit', () => failed(new Error(`the gateway did not start: ${said}`)));
  });
  while ((await fetch(`${url}/readyz`)).status !== 200) await sleep(PAUSE_MS);
  return { process: child, url, said: () => said };
}

async function sample(): Promise<Sample> {
  const answered = once(gateway.process, 'message');
  gateway.process.send({});
  const [message] = await answered;
  return message as Sample;
}

/** Queries, changes and subscribers, without pause to speak of, until it is stopped; syncs come by themselves. */
function steadyLoad() {
  const found = { operations: 0, events: 0, failures: [] as string[] };
  let stopping = false;
  const note = (failure: unknown) => {
    if (found.failures.length < 10)
      found.failures.push(String(failure instanceof Error ? failure.message : JSON.stringify(failure)));
  };
  async function loop(work: () => Promise<void>, pauseMs = PAUSE_MS) {
    while (!stopping) {
      await work().catch(note);
      found.operations++;
      await sleep(pauseMs);
    }
  }
  const loops = [
    loop(() => ask(QUERIES[found.operations % QUERIES.length] ?? '')),
    loop(() =>
      ask('{ sources { nodes { name status licenses(first: 20) { nodes { id status quotas { state used } } } } } }'),
    ),
    // Each has the account read anew.
    loop(changeUsage, 5_000),
    loop(
      () =>
        ask('mutation { refreshSource(input: { sourceId: "Source:splunk" }) { source { status } errors { code } } }'),
      1_000,
    ),
    loop(() => subscribeBriefly(), 1_000),
  ];
  const subscriptions = Array.from({ length: SUBSCRIBERS }, () => subscribe(() => found.events++, note));
  return {
    async stop() {
      stopping = true;
      await Promise.all(loops);
      for (const end of subscriptions) await end();
      return found;
    },
  };
}

const QUERIES = [
  '{ overview { __typename } quotas(first: 100) { nodes { id state ratio } } }',
  '{ pools(first: 50) { nodes { id name quotas { state } } } peers(first: 50) { nodes { id } } }',
  '{ messages(first: 50) { nodes { id severity category } } targets(first: 50) { nodes { id } } }',
  '{ licenses(first: 50, filter: { search: "ac" }) { totalCount nodes { id displayName expiresAt } } }',
];

let counted: string | undefined;

/** Up and down by one, so that there is something to tell at every read. */
async function changeUsage(): Promise<void> {
  counted ??= await countedLicense();
  await ask(`mutation { incrementUsage(input: { licenseId: "${counted}" }) { errors { code } } }`);
  await ask(`mutation { decrementUsage(input: { licenseId: "${counted}" }) { errors { code } } }`);
}

async function countedLicense(): Promise<string> {
  const query = '{ licenses(first: 500, filter: { kinds: ["keygen"] }) { nodes { id reportedStatus } } }';
  const { licenses } = (await request(query)) as { licenses: { nodes: { id: string; reportedStatus: string }[] } };
  const found = licenses.nodes.find(({ reportedStatus }) => reportedStatus === 'ACTIVE');
  if (found === undefined) throw new Error('no license of the demo is active');
  return found.id;
}

async function ask(query: string): Promise<void> {
  await request(query);
}

async function request(query: string): Promise<unknown> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(`${query}: ${JSON.stringify(errors)}`);
  return data;
}

function subscribe(told: () => void, failed: (error: unknown) => void): () => Promise<void> {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${KEY}` },
    retryAttempts: 0,
  });
  client.subscribe(
    { query: 'subscription { sourceSynced { name status } }' },
    { next: told, error: failed, complete() {} },
  );
  return async () => client.dispose();
}

/** A client that comes, hears one thing and goes. */
function subscribeBriefly(): Promise<void> {
  return new Promise((done, failed) => {
    const end = subscribe(() => void end().then(done), failed);
  });
}
