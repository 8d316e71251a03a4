/** `import` by the command line: what was fetched by hand is in the graph, as old as it is, and never polled. */
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { sourceModules } from '../../src/sources/index.js';
import { runCommand } from '../support/command.js';
import { silentPino } from '../support/silent-pino.js';

const KEY = 'ops-key-0123456789abcdef';
const PARTS = ['groups', 'stacks', 'licenses', 'pools', 'peers', 'localpeer', 'messages', 'usage'];
const FETCHED = new Date('2026-03-01T12:00:00Z');
const CONFIG = `
server: { port: 0 }
store: { dataDir: ./data }
auth: { apiKeys: [{ name: ops, role: admin, key: ${KEY} }] }
sources:
  - { name: far, kind: splunk, url: "https://splunk.far.example:8089", import: true }
  - { name: near, kind: splunk, url: "http://127.0.0.1:1", auth: { token: t }, syncInterval: 1h }
`;

let dir: string;
let emulator: Awaited<ReturnType<typeof startSplunkEmulator>>;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'license-gateway-import-'));
  emulator = await startSplunkEmulator({ scenario: 'demo', clock: { now: () => FETCHED } });
  await writeFile(join(dir, 'gateway.yaml'), CONFIG);
  const headers = { authorization: `Basic ${Buffer.from('admin:changeme').toString('base64')}` };
  for (const part of PARTS) {
    const url = `${emulator.url}/services/licenser/${part}?output_mode=json&count=0`;
    await writeFile(join(dir, `${part}.json`), await (await fetch(url, { headers })).text());
  }
});
afterEach(async () => {
  await emulator.close();
  await rm(dir, { recursive: true, force: true });
});

const files = PARTS.map((part) => `${part}.json`);

it('is in the graph, as old as the answers say, stale when it is too old, and open to no change', async () => {
  const { code, stdout, stderr } = await run('import', 'far', ...files, '-c', 'gateway.yaml');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('  pools.json: /services/licenser/pools\n');
  expect(stdout).toMatch(/far \(splunk\) is as the vendor said at 2026-03-01T12:00:00.000Z: \d+ licenses\.\n$/);
  const { ask, close } = await gateway();
  try {
    const { data } = await ask(
      '{ source(name: "far") { status stale lastSyncedAt nextSyncAt capabilities licenses { totalCount } } }',
    );
    expect(data?.source).toMatchObject({
      status: 'OK',
      stale: true,
      lastSyncedAt: FETCHED.toISOString(),
      nextSyncAt: null,
      capabilities: [],
    });
    expect(data?.source.licenses.totalCount).toBeGreaterThan(0);
    const refused = await ask(
      'mutation { refreshSource(input: { sourceId: "Source:far" }) { errors { code message } } }',
    );
    expect(JSON.stringify(refused)).toContain('UNSUPPORTED');
    expect(JSON.stringify(refused)).toContain('far is imported from files, and cannot be asked for refreshSource');
    const inUse = await run('import', 'far', ...files, '-c', 'gateway.yaml');
    expect(inUse.code).toBe(1);
    expect(inUse.stderr).toMatch(
      /in use by process \d+: .*\nnothing of far was changed; with the embedded store, import while the gateway is stopped/,
    );
  } finally {
    await close();
  }
});

it('says what is missing, and takes the time that is given', async () => {
  const { stdout } = await run(
    'import',
    'far',
    'licenses.json',
    'stacks.json',
    '-o',
    '2026-02-01T00:00:00Z',
    '-c',
    'gateway.yaml',
  );
  expect(stdout).toContain('  missing: pools: no file of it was imported\n');
  expect(stdout).toContain('is as the vendor said at 2026-02-01T00:00:00.000Z');
});

it('reads files as PowerShell writes them, too', async () => {
  for (const file of files) {
    const text = await readFile(join(dir, file), 'utf8');
    await writeFile(join(dir, file), Buffer.from(`\uFEFF${text}`, 'utf16le'));
  }
  const { code, stderr } = await run('import', 'far', ...files, '-c', 'gateway.yaml');
  expect([code, stderr]).toEqual([0, '']);
});

it('refuses what is older than what is stored, what is still to come, and files that are none, and changes nothing', async () => {
  const at = (time: string) => run('import', 'far', ...files, '-o', time, '-c', 'gateway.yaml');
  expect((await at('2026-03-02T00:00:00Z')).code).toBe(0);
  expect(await at('2026-03-01T00:00:00Z')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/what is stored of far is of 2026-03-02T00:00:00.000Z: import newer ones/),
  });
  expect((await at('2999-01-01T00:00:00Z')).stderr).toMatch(/which is still to come/);
  expect(await at('yesterday')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--observed-at: "yesterday"'),
  });
  await writeFile(join(dir, 'x.json'), '{}');
  await utimes(join(dir, 'x.json'), FETCHED, FETCHED);
  const wrong = await run('import', 'far', 'x.json', 'nowhere.json', '-c', 'gateway.yaml');
  expect(wrong).toMatchObject({ code: 2, stderr: 'nowhere.json cannot be read: ENOENT\n' });
  expect((await run('import', 'far', 'x.json', '-c', 'gateway.yaml')).stderr).toMatch(
    /^x\.json: is no answer .*\nnothing of far was changed\n$/,
  );
});

it('imports only what is configured to be imported', async () => {
  expect(await run('import', 'near', 'pools.json', '-c', 'gateway.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/the gateway reads near itself; give the source "import: true"/),
  });
  expect((await run('import', 'none', 'pools.json', '-c', 'gateway.yaml')).stderr).toMatch(
    /has no source "none"; imported are far/,
  );
  expect((await run('import', 'far', 'pools.json')).stderr).toMatch(/needs the configuration/);
});

const run = (...args: string[]) => runCommand(args, { cwd: dir, sources: sourceModules });

async function gateway() {
  const parsed = parseConfig(CONFIG, {}, sourceModules, { baseDir: dir });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const app = await createApp(parsed.config, { logger: silentPino });
  return {
    close: () => app.close(),
    async ask(query: string) {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as { data?: { source: { licenses: { totalCount: number } } }; errors?: unknown };
    },
  };
}
