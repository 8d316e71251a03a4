/** A gateway as a process ends gracefully, at whatever moment it is asked to, and leaves nothing behind. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { openRepo } from '../../src/store/index.js';
import type { Doc } from '../../src/store/repo.js';
import { freePort } from '../support/toxiproxy.js';

const KEY = 'ops-key-0123456789abcdef';
const launcher = resolve(import.meta.dirname, '../../bin/license-gateway.js');

let dir: string;
let upstream: Awaited<ReturnType<typeof heldUpstream>>;
const closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'license-gateway-process-'));
  upstream = await heldUpstream();
  closing.push(() => upstream.close());
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(dir, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('asked to stop, a gateway', { timeout: 90_000 }, () => {
  it('answers a query whose request has begun', async () => {
    const gateway = await startReady();
    const query = begin(gateway.url, '{ pools { totalCount } }');
    await query.begun;
    gateway.process.kill('SIGTERM');
    await gateway.said(/stopping/);
    expect(await query.finish()).toMatchObject({ data: { pools: { totalCount: expect.any(Number) } } });
    expect(await gateway.ended).toEqual([0, null]);
    expect(existsSync(join(dir, 'data/store.lock'))).toBe(false);
  });

  it('waits for a change that the vendor was sent, answers it and records what came of it', async () => {
    const gateway = await startReady();
    upstream.hold(({ method, url }) => method === 'POST' && url.includes('/licenser/pools'));
    const change = begin(gateway.url, CREATE_POOL).finish();
    await upstream.held();
    gateway.process.kill('SIGTERM');
    await gateway.said(/stopping/);
    upstream.release();
    // The vendor has done it; it is not read again by a gateway that stops.
    expect(await change).toMatchObject({ data: { createPool: { errors: [{ code: 'OUTCOME_UNKNOWN' }] } } });
    expect(await gateway.ended).toEqual([0, null]);
    expect(await stored('audit')).toEqual([expect.objectContaining({ action: 'createPool', outcome: 'APPLIED' })]);
  });

  it('breaks a sync off, and leaves a store in which nothing is half written', async () => {
    const gateway = await startReady();
    const before = await stateIn(gateway);
    upstream.hold(({ url }) => url.includes('/licenser/pools'));
    const refresh = begin(
      gateway.url,
      'mutation { refreshSource(input: { sourceId: "Source:splunk" }) { source { name } } }',
    )
      .finish()
      .catch(() => 'cut');
    await upstream.held();
    gateway.process.kill('SIGTERM');
    expect(await gateway.ended).toEqual([0, null]);
    await refresh;
    const [source] = await stored('sources');
    expect(source).toMatchObject({ _id: 'splunk', writing: null, status: before.status });
  });

  it('ends while it starts, without a word of failure', async () => {
    await configure();
    const gateway = start();
    await gateway.said(/opening the store/);
    gateway.process.kill('SIGTERM');
    expect(await gateway.ended).toEqual([0, null]);
    expect(existsSync(join(dir, 'data/store.lock'))).toBe(false);
    await stored('sources');
  });

  it('ends while it waits for its database, and is alive until then', async () => {
    const [port, nothing] = [await freePort(), await freePort()];
    await configure({ server: { port }, store: { mongodb: `mongodb://127.0.0.1:${nothing}/`, startTimeout: '1h' } });
    const gateway = start();
    await gateway.said(/waiting for MongoDB/);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    gateway.process.kill('SIGTERM');
    await gateway.said(/stopped before it had started/);
    expect(await gateway.ended).toEqual([0, null]);
  });

  it('ends at once when it is asked again, by the signal’s exit code, and the store opens all the same', async () => {
    const gateway = await startReady();
    upstream.hold(({ method, url }) => method === 'POST' && url.includes('/licenser/pools'));
    const change = begin(gateway.url, CREATE_POOL)
      .finish()
      .catch(() => 'cut');
    await upstream.held();
    gateway.process.kill('SIGTERM');
    await gateway.said(/stopping/);
    // Signals within half a second are one and the same.
    const again = setInterval(() => gateway.process.kill('SIGTERM'), 100);
    expect(await gateway.ended).toEqual([143, null]);
    clearInterval(again);
    expect(await change).toBe('cut');
    expect((await stored('sources')).length).toBe(1);
  });
});

const CREATE_POOL = `mutation { createPool(input: { stackId: "Stack:splunk:enterprise", name: "held", quota: "1MB" }) { pool { name } errors { code message } } }`;

async function configure(changes: object = {}): Promise<void> {
  const source = {
    name: 'splunk',
    kind: 'splunk',
    url: upstream.url,
    auth: { username: 'admin', password: 'changeme' },
  };
  const config = {
    server: { port: 0 },
    store: { dataDir: join(dir, 'data') },
    auth: { apiKeys: [{ name: 'ops', role: 'admin', key: KEY }] },
    sources: [{ ...source, syncInterval: '1h' }],
    ...changes,
  };
  await writeFile(join(dir, 'gateway.json'), JSON.stringify(config));
}

async function startReady() {
  await configure();
  const gateway = start();
  const url = /listens on (\S+)/.exec(await gateway.said(/listens on/))?.[1] ?? '';
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  return { ...gateway, url };
}

function start() {
  const child = spawn(process.execPath, [launcher, 'start', '--config', 'gateway.json'], {
    cwd: dir,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let all = '';
  const waiting = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (text) => {
    all += text;
    for (const look of waiting) look();
  });
  const ended = once(child, 'exit');
  closing.push(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  });
  return {
    process: child,
    ended,
    said: (pattern: RegExp) =>
      new Promise<string>((found, failed) => {
        const look = () => pattern.test(all) && found(all);
        waiting.add(look);
        look();
        child.once('exit', () => failed(new Error(`it ended without saying ${pattern}: ${all}`)));
      }),
  };
}

/** A request of which only the head is sent; `finish` sends the rest and answers what it was answered with. */
function begin(url: string, query: string) {
  const body = JSON.stringify({ query });
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    authorization: `Bearer ${KEY}`,
    // Answered as soon as the server has the request's head.
    expect: '100-continue',
  };
  const request = httpRequest(`${url}/graphql`, { method: 'POST', headers });
  const begun = new Promise<void>((done) => request.once('continue', done));
  request.flushHeaders();
  const answered = new Promise<unknown>((done, failed) => {
    request.once('error', failed).once('response', (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (part) => {
          text += part;
        })
        .once('error', failed)
        .once('end', () => done(JSON.parse(text)));
    });
  });
  answered.catch(() => {});
  return {
    begun,
    finish() {
      request.end(body);
      return answered;
    },
  };
}

async function stateIn({ url }: { url: string }): Promise<{ status: string }> {
  const { data } = (await begin(url, '{ source(name: "splunk") { status } }').finish()) as {
    data: { source: { status: string } };
  };
  return data.source;
}

async function stored(collection: string): Promise<Doc[]> {
  const repo = await openRepo({ dataDir: join(dir, 'data') });
  const docs: Doc[] = [];
  for await (const chunk of repo.scan(collection, {})) docs.push(...chunk);
  await repo.close();
  return docs;
}

/** The emulated license manager behind a proxy that can keep a request waiting. */
async function heldUpstream() {
  const emulator = await startSplunkEmulator({ scenario: 'demo' });
  let isHeld: (request: { method: string; url: string }) => boolean = () => false;
  let release = () => {};
  let noteHeld = () => {};
  let held = new Promise<void>(() => {});
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    if (isHeld({ method, url })) {
      const released = new Promise<void>((done) => {
        release = done;
      });
      noteHeld();
      await released;
    }
    const { host: _, ...passed } = headers;
    const answer = httpRequest(`${emulator.url}${url}`, { method, headers: passed }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    answer.once('error', () => outgoing.destroy());
    answer.end(Buffer.concat(chunks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold(which: typeof isHeld) {
      isHeld = which;
      held = new Promise((done) => {
        noteHeld = done;
      });
    },
    held: () => held,
    release: () => release(),
    async close() {
      release();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await emulator.close();
    },
  };
}
