import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createKeyHolder } from '../../src/auth/keys.js';
import type { Config } from '../../src/config.js';
import { type EmulatorModule, serveEmulator } from '../../src/emulators/emulator.js';
import type { SourceModule } from '../../src/sources/source.js';
import { StoreUnavailableError } from '../../src/store/repo.js';
import { runCommand } from '../support/command.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const KEYS = 'auth: { apiKeys: [{ name: ops, role: admin, key: 0123456789abcdef }] }';
const SOURCE = '{ name: recon, kind: enterprise-recon, url: "https://er:8339", auth: { username: a, password: b } }';

describe('help', () => {
  it.each([
    ['--help'],
    ['start', '--help'],
    ['demo', '--help'],
    ['emulate', '--help'],
    ['check-config', '-h'],
    ['schema', '--help'],
    ['completion', '--help'],
  ])('is there for %s %s', async (...args) => {
    const { code, stdout } = await run(args);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: license-gateway')]);
  });

  it('lists the commands, kinds and scenarios', async () => {
    expect((await run(['--help'])).stdout).toMatch(/start .*demo .*emulate .*check-config .*schema/s);
    expect((await run(['emulate', '--help'])).stdout.replace(/\s+/g, ' ')).toContain(
      'splunk: trial, demo; of enterprise-recon: legacy',
    );
  });

  it('and the version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n' });
  });
});

describe('a wrong command line ends with 2', () => {
  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['--nonsense'], /unknown option '--nonsense'/],
    [[], /Usage: license-gateway/],
    [
      ['start', '--one', '--two=x', 'three'],
      /unknown option --one\nunknown option --two\nunexpected argument "three"\n/,
    ],
    [['start', '--config'], /option '-c, --config <file>' argument missing/],
    [['check-config'], /missing required argument 'file'/],
    [['check-config', '--nonsense'], /unknown option --nonsense\nmissing argument <file>/],
    [
      ['emulate', 'nessus', '--port', 'http'],
      /"nessus" cannot be emulated; known are splunk, enterprise-recon, keygen\n--port: must be a whole number/,
    ],
    [
      ['emulate', 'splunk', '--scenario', 'x', '--port', '70000'],
      /--scenario: splunk has no "x"; it has trial, demo\n--port: must/,
    ],
  ])('%j', async (args, said) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });
});

describe('check-config', () => {
  it('says what a good configuration amounts to, without its secrets', async () => {
    await file('gateway.yaml', `store: { mongodb: "mongodb://me:hunter2@db/x" }\n${KEYS}\nsources: [${SOURCE}]`);
    const { code, stdout } = await run(['check-config', '--no-connect', 'gateway.yaml']);
    expect(code).toBe(0);
    expect(stdout).toContain('gateway.yaml is valid.');
    expect(stdout).toContain('mongodb://…@db/x');
    expect(stdout).toContain('ops (admin)');
    expect(stdout).toContain('recon: enterprise-recon at https://er:8339, every 300 s');
    expect(stdout).not.toMatch(/hunter2|0123456789abcdef/);
  });

  it('names the identity providers, and tells when nobody else gets in', async () => {
    const provider = '{ issuer: "https://login.example", audience: [gw, gate], roles: { viewer: staff } }';
    await file('gateway.yaml', `server: { host: 0.0.0.0 }\nauth: { oidc: [${provider}] }\nsources: []`);
    const { stdout } = await run(['check-config', '--no-connect', 'gateway.yaml']);
    expect(stdout).toMatch(/API keys {4}none\n {2}tokens {6}oidc: of https:\/\/login\.example for gw or gate\n/);
  });

  it('names the channels of alerts, and of their addresses no more than where they are', async () => {
    const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
    const channel = `{ name: ops, url: "https://hooks.example/token-in-the-path", secret: "${secret}" }`;
    await file('gateway.yaml', `alerts: { channels: [${channel}] }\nsources: []`);
    const { stdout } = await run(['check-config', '--no-connect', 'gateway.yaml']);
    expect(stdout).toContain('alerts      ops: to https://hooks.example\n');
    expect(stdout).not.toMatch(/token-in-the-path|whsec/);
  });

  it('says what is told to whom, when it is quiet and where traces go, in one line each', async () => {
    const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
    const channel = `{ name: ops, url: "https://hooks.example/x", secret: "${secret}" }`;
    const rules =
      '[{ channels: [ops], severities: [WARN, ERROR], categories: ["QUOTA_*"], sources: ["rec*"], label: "web-*", origins: [GATEWAY], cleared: true }, {}]';
    const quiet =
      '[{ days: [SAT, SUN], from: "22:00", to: "07:30", timeZone: UTC, below: ERROR, channels: [ops] }, { timeZone: UTC }]';
    const otlp =
      '{ endpoint: "http://me:hunter2@collector:4318/path-token", headers: { a: header-token }, sampleRatio: 0.07 }';
    await file(
      'gateway.yaml',
      `alerts: { channels: [${channel}], rules: ${rules}, quiet: ${quiet} }\ntelemetry: { otlp: ${otlp} }\nsources: [${SOURCE}]`,
    );
    const { stdout } = await run(['check-config', '--no-connect', 'gateway.yaml']);
    expect(stdout).toContain(
      [
        '  alert rule  to ops: severity WARN or ERROR, category QUOTA_*, source rec*, label web-*, origin GATEWAY; also when it is over',
        '  alert rule  to every channel: every message',
        '  quiet       SAT, SUN 22:00 to 07:30 UTC: only ERROR and graver is sent to ops',
        '  quiet       every day 00:00 to 24:00 UTC: nothing is sent to any channel',
        '  telemetry   metrics of at most 2000 quotas and licenses each; 7% of the traces as license-gateway to http://collector:4318\n',
      ].join('\n'),
    );
    expect(stdout).not.toMatch(/hunter2|path-token|header-token|whsec/);
  });

  it('tells what is imported from what is polled, and that nothing is traced', async () => {
    const imported = SOURCE.replace('{', '{ import: true,');
    await file('gateway.yaml', `sources: [${imported}]`);
    const { stdout } = await run(['check-config', '--no-connect', 'gateway.yaml']);
    expect(stdout).toContain('recon: enterprise-recon at https://er:8339, imported, expected every 24 h\n');
    expect(stdout).toContain('each; no traces\n');
    expect(stdout).not.toContain('alert rule');
  });

  it('lists every problem of a bad one', async () => {
    await file('gateway.yaml', `server: { port: x }\nsources: [${SOURCE.replace('https', 'ftp')}, {}]`);
    const { code, stderr } = await run(['check-config', join(dir, 'gateway.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/gateway\.yaml: \d problems\n {2}server\.port .*\n {2}sources\[0\]\.url .*/);
    expect(stderr).toContain('sources[1].name is missing');
  });

  it.each([
    ['nowhere.yaml', /nowhere\.yaml cannot be read: there is no such file/],
    ['.', /cannot be read: it is a directory/],
  ])('says that %s cannot be read', async (name, said) => {
    const { code, stderr } = await run(['check-config', name]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  });
});

describe('start', () => {
  it('starts the configured gateway and closes it when asked to stop', async () => {
    await file('gateway.yaml', `${KEYS}\nsources: [${SOURCE}]`);
    const { code, stdout, stderr, apps } = await run(['start', '--config', 'gateway.yaml']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/opening the store\nlicense-gateway listens on http:\/\/gw:1 .*\nstopping.*\nstopped\n/s);
    expect(apps).toMatchObject([{ config: { sources: [{ name: 'recon', url: 'https://er:8339' }] }, closed: 1 }]);
  });

  it('takes the file from the environment', async () => {
    await file('gateway.yaml', `${KEYS}\nsources: [${SOURCE}]`);
    const { code, apps } = await run(['start'], { env: { LICENSE_GATEWAY_CONFIG: join(dir, 'gateway.yaml') } });
    expect([code, apps[0]?.config.sources.length]).toEqual([0, 1]);
  });

  it('is the demo without a configuration', async () => {
    expect((await run(['start'])).stdout).toContain('Ready.');
  });

  it('makes an admin key where none is configured, shows it once, and keeps it', async () => {
    await file('gateway.yaml', `sources: [${SOURCE}]`);
    const first = await run(['start', '-c', 'gateway.yaml']);
    const kept = (await readFile(join(dir, 'data', 'admin-key'), 'utf8')).trim();
    expect(first.stderr).toContain(`kept in ${join(dir, 'data', 'admin-key')}: ${kept}\n`);
    expect(admits(first.apps[0]?.config, kept)).toBe(true);
    const second = await run(['start', '-c', 'gateway.yaml']);
    expect(second.stderr).not.toContain(kept);
    expect(second.stderr).toContain(`the admin key is in ${join(dir, 'data', 'admin-key')}`);
    expect(admits(second.apps[0]?.config, kept)).toBe(true);
  });

  it('takes the preset admin key, and refuses one that could be guessed', async () => {
    await file('gateway.yaml', `sources: [${SOURCE}]`);
    const preset = { LICENSE_GATEWAY_ADMIN_KEY: 'preset-key-0123456789' };
    const { apps, stderr } = await run(['start', '-c', 'gateway.yaml'], { env: preset });
    expect(admits(apps[0]?.config, 'preset-key-0123456789')).toBe(true);
    expect(stderr).not.toContain('preset-key');
    const short = await run(['start', '-c', 'gateway.yaml'], { env: { LICENSE_GATEWAY_ADMIN_KEY: 'short' } });
    expect([short.code, short.stderr, short.apps.length]).toEqual([
      2,
      expect.stringMatching(/ADMIN_KEY must be 16 to 4096/),
      0,
    ]);
  });

  it('makes no key where keys are configured', async () => {
    await file('gateway.yaml', `${KEYS}\nsources: [${SOURCE}]`);
    await run(['start', '-c', 'gateway.yaml']);
    await expect(readFile(join(dir, 'data', 'admin-key'))).rejects.toThrow(/ENOENT/);
  });

  it.each([
    [errno('EADDRINUSE', 'listen'), /port 4000 on 127\.0\.0\.1 is taken by another program; .*PORT=/],
    [errno('EADDRNOTAVAIL', 'listen'), /127\.0\.0\.1 is no address of this machine/],
    [errno('EACCES', 'listen'), /may not be used by this user \(EACCES\); choose a port from 1024 on/],
    [errno('EACCES', 'mkdir'), /the data directory .*data cannot be written \(EACCES\).*DATA_DIR/],
    [errno('EROFS', 'open'), /cannot be written \(EROFS\)/],
    [errno('ENOENT', 'mkdir'), /the data directory .*data cannot be made \(ENOENT\)/],
    [errno('ENOENT', 'open'), /cannot start: ENOENT: it failed/],
    [errno('ENOTDIR', 'mkdir'), /a file stands in its place/],
    [errno('ENOSPC', 'write'), /no space is left/],
    [new Error('the store', { cause: errno('EACCES', 'open') }), /cannot be written/],
    [
      new StoreUnavailableError('the data directory is in use by process 7', errno('EACCES', 'open')),
      /cannot start: the data directory is in use by process 7\n/,
    ],
    [new Error('no server at mongodb://me:hunter2@db:27017/'), /no server at mongodb:\/\/…@db:27017\//],
  ])('tells in one line why it cannot: %s', async (failure, said) => {
    await file('gateway.yaml', `${KEYS}\nsources: [${SOURCE}]`);
    const { code, stderr } = await run(['start', '-c', 'gateway.yaml'], { failure });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^opening the store\nlicense-gateway cannot start: .*\n$/);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain('hunter2');
  });

  it('tells when the data directory is a file', async () => {
    await file('data', 'x');
    await file('gateway.yaml', `sources: [${SOURCE}]`);
    const { code, stderr } = await run(['start', '-c', 'gateway.yaml']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('a file stands in its place')]);
  });
});

describe('demo', () => {
  it('reads its own emulators, and prints the address, the key and a query', async () => {
    const { code, stdout, apps } = await run(['demo']);
    const key = (await readFile(join(dir, 'data', 'admin-key'), 'utf8')).trim();
    expect(code).toBe(0);
    expect(apps[0]?.config.sources).toMatchObject([
      { name: 'splunk', kind: 'splunk', auth: { username: 'admin', password: 'changeme' }, syncIntervalMs: 10_000 },
      { name: 'recon', kind: 'enterprise-recon', auth: { username: 'apiuser' } },
      { name: 'keygen', kind: 'keygen', auth: { token: 'admin-demo' }, settings: { account: 'demo' } },
    ]);
    expect(apps[0]?.config).toMatchObject({
      server: { host: '127.0.0.1', port: 4000 },
      dataDir: join(dir, 'data'),
      log: { level: 'warn' },
    });
    expect(admits(apps[0]?.config, key)).toBe(true);
    expect(stdout).toMatch(/splunk +http:\/\/127\.0\.0\.1:\d+ \(emulated\)\n.*opening the store.*Ready\./s);
    expect(stdout).toContain(`Admin key  ${key}`);
    expect(stdout).toContain('http://gw:1/graphiql');
    expect(stdout).toMatch(/query Overview \{\n/);
    expect(stdout).toContain(`-H 'Authorization: Bearer ${key}'`);
    const { query } = JSON.parse(/-d '(.*)'\n/.exec(stdout)?.[1] ?? '');
    expect(parse(query).definitions).toHaveLength(1);
  });

  it('prefers the scenario demo, and reads each emulator where it listens', async () => {
    const { stdout, apps, started } = await run(['demo']);
    expect(started.map(({ scenario }) => scenario)).toEqual(['demo', 'legacy', 'sample']);
    const urls = apps[0]?.config.sources.map(({ url }) => url) ?? [];
    expect(new Set(urls).size).toBe(3);
    for (const url of urls) expect(stdout).toContain(url);
  });

  it('stops its emulators in the end, also when the gateway cannot start', async () => {
    for (const failure of [undefined, errno('EADDRINUSE', 'listen')]) {
      const { code, apps } = await run(['demo'], { failure });
      expect(code).toBe(failure === undefined ? 0 : 1);
      for (const { url } of apps[0]?.config.sources ?? []) await expect(fetch(url)).rejects.toThrow();
    }
  });

  it('respects PORT, HOST, DATA_DIR and LOG_LEVEL', async () => {
    const env = { PORT: '4321', HOST: 'localhost', DATA_DIR: 'elsewhere', LOG_LEVEL: 'error' };
    const { apps } = await run(['demo'], { env });
    expect(apps[0]?.config).toMatchObject({
      server: { host: 'localhost', port: 4321 },
      dataDir: join(dir, 'elsewhere'),
      log: { level: 'error' },
    });
  });

  it.each([
    [{ PORT: 'http' }, /environment variable PORT must be a whole number/],
    [{ HOST: '0.0.0.0' }, /the demo listens on loopback only, and HOST is 0\.0\.0\.0/],
  ])('refuses %j before it starts anything', async (env, said) => {
    const { code, stderr, started } = await run(['demo'], { env });
    expect([code, stderr, started.length]).toEqual([2, expect.stringMatching(said), 0]);
  });
});

describe('emulate', () => {
  it('starts one emulator and says how to talk to it', async () => {
    const { code, stdout, started } = await run(['emulate', 'splunk', '--port', '0', '--tls']);
    expect(code).toBe(0);
    expect(started).toEqual([{ host: '127.0.0.1', port: 0, tls: true, scenario: 'trial' }]);
    expect(stdout).toMatch(
      /splunk emulator on https:\/\/127\.0\.0\.1:\d+\n {2}scenario +trial \(of trial, demo\)\n {2}credentials +user u/,
    );
    expect(stdout).toMatch(/self-signed, SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it('has the kind’s own port and takes a scenario', async () => {
    const { started } = await run(['emulate', 'keygen', '-s', 'fleet', '-p', '0']);
    expect(started).toEqual([{ host: '127.0.0.1', port: 0, tls: false, scenario: 'fleet' }]);
  });

  it('says when its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await run(['emulate', 'splunk', '--port', String(port)]);
    expect([code, stderr]).toEqual([
      1,
      `the splunk emulator cannot start: port ${port} on 127.0.0.1 is taken by another program; choose another with --port\n`,
    ]);
    taken.close();
  });
});

it('prints the schema of the subgraph', async () => {
  expect(await run(['schema'])).toMatchObject({ code: 0, stdout: 'type Query { hello: String }\n' });
});

interface Options {
  readonly env?: Record<string, string>;
  readonly failure?: Error | undefined;
}

/** Runs a command whose process is asked to stop at once. */
async function run(args: readonly string[], { env = {}, failure }: Options = {}) {
  const apps: { config: Config; closed: number }[] = [];
  const started: object[] = [];
  const ran = await runCommand(args, {
    env,
    cwd: dir,
    createApp: async (config, { onProgress, repo }) => {
      const app = { config, closed: 0 };
      apps.push(app);
      onProgress('opening the store');
      if (failure !== undefined) {
        await repo?.close();
        throw failure;
      }
      return {
        url: 'http://gw:1',
        refresh: async () => {},
        reload: async () => {},
        close: async () => {
          app.closed++;
          await repo?.close();
        },
      };
    },
    sources: [
      fakeSource('splunk', '60s', {}),
      fakeSource('enterprise-recon', '5m', {}),
      fakeSource('keygen', '15m', { account: z.string().nullable().default(null) }),
    ],
    emulators: [
      fakeEmulator('splunk', ['trial', 'demo'], started),
      fakeEmulator('enterprise-recon', ['legacy'], started),
      fakeEmulator('keygen', ['sample', 'fleet'], started),
    ],
    subgraphSdl: () => 'type Query { hello: String }',
  });
  return { ...ran, apps, started: started as { scenario?: string }[] };
}

function fakeEmulator(kind: string, scenarios: readonly string[], started: object[]): EmulatorModule {
  return {
    kind,
    defaultPort: 0,
    scenarios,
    credentials: 'user u, password p',
    start(options) {
      started.push(options);
      return serveEmulator(options, () => {});
    },
  };
}

function fakeSource(kind: string, defaultSyncInterval: string, settings: z.core.$ZodLooseShape): SourceModule {
  return {
    kind,
    defaultSyncInterval,
    authForms: ['password', 'token'],
    settings: z.strictObject(settings),
    capabilities: [],
    edges: {},
    connect: () => {
      throw new Error('the command line connects to nothing itself');
    },
  };
}

function admits(config: Config | undefined, key: string): boolean {
  return createKeyHolder(config?.auth.apiKeys ?? [])(key)?.role === 'ADMIN';
}

async function file(name: string, text: string) {
  await writeFile(join(dir, name), text);
}

function errno(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: it failed`), { code, syscall });
}
