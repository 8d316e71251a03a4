import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookAtSource } from '../../src/cli/look-at-source.js';
import { sourceModules } from '../../src/sources/index.js';
import { runCommand } from '../support/command.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import type { TestSource } from '../support/gateway.js';

let dir: string;
let emulators: TestEmulators;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'check-'));
  emulators = await startDemoEmulators();
});
afterAll(async () => {
  await emulators?.close();
  await rm(dir, { recursive: true, force: true });
});

const check = async (sources: readonly object[], ...options: string[]) => {
  await writeFile(join(dir, 'gateway.yaml'), JSON.stringify({ sources }));
  return runCommand(['check-config', ...options, 'gateway.yaml'], { cwd: dir, sources: sourceModules });
};

it('asks every source and says what it saw of each', async () => {
  const { code, stdout, stderr } = await check(emulators.sources);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    / {2}splunk: OK in [\d.]+ s, version \S+; days of \S+; 5 licenses, .*12 stacks?|splunk: OK in/,
  );
  expect(stdout).toMatch(
    / {2}splunk: OK in [\d.]+ s, version \d[\d.]*; days of [^;]+; \d+ licenses, \d+ groups, \d+ stacks, \d+ pools, \d+ peers, \d+ messages/,
  );
  expect(stdout).toMatch(
    / {2}recon: OK in [\d.]+ s, version [^;]+; 1 license, \d+ pools, \d+ targets, \d+ data usages/,
  );
  expect(stdout).toMatch(/ {2}keygen: OK in [\d.]+ s, .*\d+ licenses, \d+ groups?, .*\d+ policies/);
  expect(stdout).not.toMatch(/changeme|password123|admin-demo/);
});

it('ends with 1 when a source cannot be read, and says of each why and what to do', async () => {
  const [splunk, recon, keygen] = emulators.sources;
  const { code, stdout, stderr } = await check([
    { ...splunk, auth: { username: 'admin', password: 'wrong' } },
    { ...recon, url: 'http://127.0.0.1:1' },
    keygen as object,
  ]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/ {2}splunk: AUTH_FAILED \(\w+\)\n {4}\S.*\n/);
  expect(stdout).toMatch(/ {2}recon: UNREACHABLE \(\w+\)\n {4}\S.*\n/);
  expect(stdout).toContain('  keygen: OK in ');
  expect(stderr).toBe('2 of 3 sources cannot be read; --no-connect checks the file alone\n');
});

it('says which part an account may not see, and takes the source for well', async () => {
  const [splunk] = emulators.sources;
  const front = createServer(async (request, response) => {
    if (request.url?.includes('/peers'))
      return response.writeHead(403, { 'content-type': 'text/xml' }).end('<response/>');
    const upstream = await fetch(new URL(request.url ?? '/', splunk?.url), {
      method: request.method ?? 'GET',
      headers: Object.entries(request.headers).filter(
        ([name]) => !['host', 'connection', 'content-length'].includes(name),
      ) as [string, string][],
      ...(request.method === 'POST' ? { body: await bodyOf(request) } : {}),
    });
    response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') ?? '' });
    return response.end(await upstream.text());
  });
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
  const { port } = front.address() as AddressInfo;
  const { code, stdout } = await check([{ ...splunk, url: `http://127.0.0.1:${port}` }]);
  front.close();
  front.closeAllConnections();
  expect(code).toBe(0);
  expect(stdout).toMatch(/ {2}splunk: OK in .*\n {4}without its peers: \S/);
});

it('waits for no source that takes too long', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as AddressInfo;
  const [, recon] = emulators.sources;
  const options = {
    ...(recon as TestSource),
    url: `http://127.0.0.1:${port}`,
    settings: {},
    tls: {},
    syncIntervalMs: 1000,
    timeoutMs: 60_000,
  };
  const { isWell, lines } = await lookAtSource(options, sourceModules, 50);
  silent.closeAllConnections();
  silent.close();
  expect([isWell, ...lines]).toEqual([
    false,
    'recon: TIMEOUT (DEADLINE)',
    expect.stringContaining('took longer than 0.05 s'),
  ]);
});

it('asks nobody when it is told not to', async () => {
  const { code, stdout } = await check([{ ...emulators.sources[0], url: 'http://127.0.0.1:1' }], '--no-connect');
  expect(code).toBe(0);
  expect(stdout).not.toContain('Asking');
});

it('asks nothing of a source that is imported', async () => {
  const { code, stdout } = await check([{ ...emulators.sources[1], url: 'http://127.0.0.1:1', import: true }]);
  expect(code).toBe(0);
  expect(stdout).toContain('recon: imported, so nothing is asked of it');
});

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
