/**
 * examples/typed-client as a frontend developer has it: installed by itself, generated from a demo gateway of what was built,
 * compiled and run; then run by ids alone, against a gateway that takes nothing but the manifest that was generated with it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '..');
const example = join(root, 'examples/typed-client');
const folder = mkdtempSync(join(tmpdir(), 'typed-client-'));
const KEY = 'typed-client-key-0123456789';
/** What takes longer never ends. */
const MOST_MS = 120_000;
/** What a run shows. */
const SHOWN = [
  /^keygen: .*, expires \d{4}-\d\d-\d\d, machines: \d+$/m,
  /^ {4}machines: \d+ of \d+ \(\d+ %\), \w+$/m,
  /^-- 10 of (\d+) licenses$[\s\S]*^-- \1 of \1 licenses$/m,
  /^acknowledged by /m,
  /^there is no message of this id \(at messageId\): read again what there is$/m,
  /^[\w-]+ has been read at \d{4}-.*Z: ok$/m,
  /^that cannot be asked: first: 501 is not possible/m,
];
const running = [];

try {
  await npm(['ci', '--no-audit', '--no-fund'], {});
  const demo = await gateway(['demo'], { DATA_DIR: join(folder, 'demo'), LICENSE_GATEWAY_ADMIN_KEY: KEY });
  const byText = { GATEWAY_URL: demo.url, GATEWAY_KEY: KEY };
  await npm(['run', 'codegen'], byText);
  await npm(['run', 'build'], {});
  shows(await client(byText), 0, SHOWN);
  shows(await client({ ...byText, GATEWAY_KEY: 'wrong' }), 1, [/^the gateway does not know this key/m]);

  const strict = await gateway(['start', '--config', strictConfig(demo.emulated)], {});
  const byId = { GATEWAY_URL: strict.url, GATEWAY_KEY: KEY, PERSISTED_ONLY: '1' };
  shows(await client(byId), 0, SHOWN);
  await refusesOtherTexts(strict.url);
  // The run before has made as many changes as this gateway allows in a minute.
  shows(await client(byId), 1, [/^-- (\d+) of \1 licenses$/m, /^the gateway asks for patience: try again in \d+ s/m]);
  console.log('the typed client was generated, compiled, and run by texts and by ids');
} finally {
  await Promise.all(running.map(ended));
  rmSync(folder, { recursive: true, force: true });
}

async function npm(args, env) {
  const { code, output } = await program('npm', args, env);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`);
}

function client(env) {
  return program(process.execPath, ['dist/main.js'], env);
}

/** Never waited for by blocking: what the gateways write has to be read meanwhile. */
async function program(command, args, env) {
  const child = spawn(command, args, { cwd: example, env: { ...process.env, ...env }, timeout: MOST_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  return { code, output };
}

function shows({ code, output }, wantedCode, patterns) {
  const missing = patterns.filter((pattern) => !pattern.test(output));
  if (code === wantedCode && missing.length === 0) return;
  throw new Error(
    `the client ended with ${code} and did not show ${missing.join(', ') || 'that it failed'}:\n${output}`,
  );
}

async function refusesOtherTexts(url) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });
  const { errors } = await response.json();
  const code = errors?.[0]?.extensions.code;
  if (code !== 'PERSISTED_QUERY_REQUIRED') throw new Error(`a text of no manifest was answered with ${code}`);
}

/** Starts the gateway that was built; resolves when it has read its sources, with where they are when they are emulated. */
async function gateway(args, env) {
  const child = spawn(process.execPath, [join(root, 'bin/license-gateway.js'), ...args], {
    cwd: folder,
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MOST_MS,
  });
  running.push(child);
  const emulated = new Map();
  // The demo speaks on the one, a gateway with a log on the other.
  const said = new PassThrough();
  for (const stream of [child.stdout, child.stderr]) stream.pipe(said);
  for await (const line of createInterface({ input: said })) {
    const [, kind, source] = /^ *(\S+) +(http:\S+) \(emulated\)/.exec(line) ?? [];
    if (kind !== undefined) emulated.set(kind, source);
    const [, url] = /(?:listens on|GraphQL +) ?(http:\/\/[^\s/]+)/.exec(line) ?? [];
    if (url === undefined) continue;
    for (const stream of [child.stdout, child.stderr]) stream.unpipe(said).resume();
    while (!(await fetch(`${url}/readyz`)).ok) await wait(100);
    return { url, emulated };
  }
  throw new Error(`license-gateway ${args.join(' ')} ended before it was ready`);
}

/** The demo's sources behind a gateway that runs the client's operations only, and two changes a minute. */
function strictConfig(emulated) {
  const auth = {
    splunk: { auth: { username: 'admin', password: 'changeme' } },
    'enterprise-recon': { auth: { username: 'apiuser', password: 'password123' } },
    keygen: { auth: { token: 'admin-demo' }, settings: { account: 'demo' } },
  };
  const file = join(folder, 'gateway.yaml');
  const manifest = join(example, 'src/generated/persisted-documents.json');
  // JSON is YAML.
  const config = {
    store: { dataDir: join(folder, 'strict') },
    auth: { apiKeys: [{ name: 'client', role: 'operator', key: KEY }] },
    graphql: { persistedOperations: { file: manifest, only: true } },
    limits: { changesPerMinute: 2 },
    sources: [...emulated].map(([kind, url]) => ({ name: kind, kind, url, syncInterval: '10s', ...auth[kind] })),
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
