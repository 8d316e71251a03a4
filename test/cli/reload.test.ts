import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliDeps } from '../../src/cli/deps.js';
import { runCli } from '../../src/cli/run.js';
import type { Config } from '../../src/config.js';

const KEY = 'ops-key-0123456789abcdef';
const OTHER_KEY = 'wall-key-0123456789abcdef';

let dir = '';
let running: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reload-'));
  running = [];
});
afterEach(async () => {
  for (const stop of running) await stop();
  await rm(dir, { recursive: true, force: true });
});

const configure = (text: string) => writeFile(join(dir, 'gateway.yaml'), text);
const apiKeys = (...keys: string[]) =>
  `auth: { apiKeys: [${keys.map((key) => `{ name: ${key.slice(0, 4)}, role: admin, key: ${key} }`).join(', ')}] }\n`;
const oidc = 'auth: { oidc: [{ issuer: https://login.example, audience: gw, roles: { admin: admins } }] }\n';

describe('when asked to reload, the gateway', () => {
  it('lets in whom the file lets in now', async () => {
    await configure(`${apiKeys(KEY)}sources: []`);
    const { reload, reloads } = await start();
    await configure(`${apiKeys(OTHER_KEY, KEY)}sources: []`);
    expect(await reload()).toBe('reloaded: 2 API keys and 0 identity providers are in effect\n');
    expect(reloads.map(({ auth }) => auth.apiKeys.map(({ name }) => name))).toEqual([['wall', 'ops-']]);
  });

  it('stays as it was when the file cannot be used, and says why', async () => {
    await configure(`${apiKeys(KEY)}sources: []`);
    const { reload, reloads } = await start();
    await configure(`${apiKeys('short')}server: { port: x }\nsources: []`);
    const said = await reload();
    expect(said).toMatch(/gateway\.yaml: 2 problems\n {2}server\.port .*\n {2}auth\.apiKeys\[0\]\.key .*\n/);
    expect(said).toMatch(/not reloaded: everything stays as it was\n$/);
    await rm(join(dir, 'gateway.yaml'));
    expect(await reload()).toMatch(/gateway\.yaml cannot be read: there is no such file\nnot reloaded/);
    expect(reloads).toEqual([]);
  });

  it('says which other changes wait for the next start', async () => {
    await configure(`${apiKeys(KEY)}sources: []`);
    const { reload } = await start();
    await configure(
      `${apiKeys(KEY)}server: { port: 4001 }\nstore: { dataDir: ./elsewhere }\nlimits: { depth: 3 }\nsources: []`,
    );
    expect(await reload()).toContain('in effect from the next start on: server, store, limits\n');
  });

  it('makes the admin key when the last configured key is gone, on this machine only', async () => {
    await configure(`${apiKeys(KEY)}sources: []`);
    const { reload, reloads } = await start();
    await configure(`${oidc}sources: []`);
    const said = await reload();
    expect(said).toContain('reloaded: 1 API key and 1 identity provider are in effect');
    expect(said).toContain(`kept in ${join(dir, 'data', 'admin-key')}: `);
    expect(reloads[0]?.auth.apiKeys).toMatchObject([{ name: 'admin', role: 'ADMIN' }]);
  });

  it('makes none where others reach it, whatever the file says of its address by now', async () => {
    await configure(`server: { host: 0.0.0.0 }\n${apiKeys(KEY)}sources: []`);
    const { reload, reloads } = await start();
    await configure('sources: []');
    expect(await reload()).toContain('reloaded: 0 API keys and 0 identity providers are in effect\nchanged as well');
    expect(reloads[0]?.auth.apiKeys).toEqual([]);
  });

  it('takes one request after the other', async () => {
    await configure(`${apiKeys(KEY)}sources: []`);
    const { reload, reloads } = await start();
    await Promise.all([reload(), reload(), reload()]);
    expect(reloads).toHaveLength(3);
  });
});

it('an identity provider is enough to start where others reach the gateway, and makes no admin key', async () => {
  await configure(`server: { host: 0.0.0.0 }\n${oidc}sources: []`);
  const { started, stderr } = await start();
  expect(started?.auth).toMatchObject({ apiKeys: [], oidc: [{ issuer: 'https://login.example' }] });
  expect(stderr()).not.toContain('admin key');
});

it('says that the demo has nothing to read again', async () => {
  const { reload, reloads } = await start(['demo'], 'stdout');
  expect(await reload()).toBe('  SIGHUP changes nothing here: there is no configuration file to read again\n');
  expect(reloads).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('a process that gets SIGHUP', () => {
  it('takes a key back, keeps what it has when the file is broken, and stops as ever', async () => {
    await configure(`server: { port: 0 }\n${apiKeys(KEY, OTHER_KEY)}sources: []`);
    const gateway = startProcess();
    const url = /listens on (\S+)/.exec(await gateway.said(/listens on/))?.[1] ?? '';
    expect([await ask(url, KEY), await ask(url, OTHER_KEY)]).toEqual([200, 200]);

    await configure(`server: { port: 0 }\n${apiKeys(OTHER_KEY)}sources: []`);
    gateway.process.kill('SIGHUP');
    await gateway.said(/reloaded: 1 API key/);
    expect([await ask(url, KEY), await ask(url, OTHER_KEY)]).toEqual([401, 200]);

    await configure('sources: {');
    gateway.process.kill('SIGHUP');
    await gateway.said(/not reloaded/);
    expect([await ask(url, KEY), await ask(url, OTHER_KEY)]).toEqual([401, 200]);

    gateway.process.kill('SIGTERM');
    expect(await gateway.ended).toEqual([0, null]);
  });
});

async function ask(url: string, key: string): Promise<number> {
  const { status } = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: '{"query":"{ viewer { name } }"}',
  });
  return status;
}

/** The command line around an app that only notes what it is told. */
async function start(
  args: readonly string[] = ['start', '--config', 'gateway.yaml'],
  where: 'stdout' | 'stderr' = 'stderr',
) {
  const out = texts();
  const reloads: Config[] = [];
  let started: Config | undefined;
  let askToReload = () => {};
  let stop = () => {};
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  const deps: CliDeps = {
    version: '1.2.3',
    env: {},
    cwd: dir,
    stdout: where === 'stdout' ? out.add : () => {},
    stderr: where === 'stderr' ? out.add : () => {},
    createApp: async (config) => {
      started = config;
      const reload = async (next: Config) => void reloads.push(next);
      return { url: 'http://gw:1', refresh: async () => {}, reload, close: async () => {} };
    },
    sources: [],
    emulators: [],
    subgraphSdl: () => '',
    untilStopped: () => stopped,
    onReloadRequest: (listener) => {
      askToReload = listener;
    },
  };
  const ended = runCli(args, deps);
  running.push(() => {
    stop();
    return ended;
  });
  await out.said(/listens on|Ready\./);
  return {
    started,
    stderr: out.all,
    reloads,
    /** Resolves with what was said about it. */
    async reload() {
      const before = out.all().length;
      askToReload();
      await out.said(/reloaded: .*\n|SIGHUP.*\n/, before);
      // What else is said of it is said at once.
      await new Promise(setImmediate);
      return out.all().slice(before);
    },
  };
}

function startProcess(): { process: ChildProcess; said(pattern: RegExp): Promise<string>; ended: Promise<unknown> } {
  const launcher = resolve(import.meta.dirname, '../../bin/license-gateway.js');
  const child = spawn(process.execPath, [launcher, 'start', '--config', 'gateway.yaml'], {
    cwd: dir,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const out = texts();
  child.stderr.setEncoding('utf8').on('data', out.add);
  const ended = once(child, 'exit');
  running.push(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { process: child, said: out.said, ended };
}

/** Text that arrives bit by bit, and a way to wait for some of it. */
function texts() {
  let all = '';
  const waiting = new Set<() => void>();
  return {
    all: () => all,
    add(text: string) {
      all += text;
      for (const look of waiting) look();
    },
    /** Resolves with all of it once what came after `from` matches. */
    said: (pattern: RegExp, from = 0) =>
      new Promise<string>((found) => {
        const look = () => {
          if (!pattern.test(all.slice(from))) return;
          waiting.delete(look);
          found(all);
        };
        waiting.add(look);
        look();
      }),
  };
}
