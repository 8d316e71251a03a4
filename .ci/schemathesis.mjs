/**
 * Schemathesis over every query and mutation of a gateway on the three emulators, from what was built. Fails on a 5xx, on an
 * INTERNAL_SERVER_ERROR, on a fault in the log, and when it covered less than the whole schema.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { createApp } from '../dist/app.js';
import { parseConfig } from '../dist/config.js';
import { emulators } from '../dist/emulators/index.js';
import { publicSdl } from '../dist/graphql/sdl.js';
import { sourceModules } from '../dist/sources/index.js';

const [command, examples = '20'] = process.argv.slice(2);
const KEY = 'schemathesis-key-0123456789';
const AUTH = {
  splunk: { auth: { username: 'admin', password: 'changeme' } },
  'enterprise-recon': { auth: { username: 'apiuser', password: 'password123' } },
  keygen: { auth: { token: 'admin-demo' }, settings: { account: 'demo' } },
};
/** Of all operations; the rest may take values that no chance finds, such as a license file. */
const LEAST_ANSWERED = 0.8;

const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
const running = await Promise.all(
  emulators.map(async (module) => ({ kind: module.kind, emulator: await module.start({ scenario: 'demo' }) })),
);
const faults = [];
const app = await createApp(config(), {
  logger: pino(
    { level: 'error' },
    new Writable({ write: (line, _encoding, done) => done(void faults.push(`${line}`)) }),
  ),
});
let failure;
try {
  await Promise.all(running.map(({ kind }) => app.refresh(kind)));
  writeFileSync(join(folder, 'ids.json'), JSON.stringify(await idsByConcept()));
  const code = await schemathesis();
  failure = code === 0 ? coverageProblem() : `schemathesis ended with ${code}`;
  if (faults.length > 0) failure ??= `the gateway logged ${faults.length} faults, the first: ${faults[0]}`;
} finally {
  await app.close();
  await Promise.all(running.map(({ emulator }) => emulator.close()));
  rmSync(folder, { recursive: true, force: true });
}
if (failure !== undefined) {
  console.error(failure);
  process.exitCode = 1;
}

function config() {
  const text = JSON.stringify({
    server: { port: 0 },
    store: { dataDir: join(folder, 'data') },
    log: { level: 'error' },
    auth: { apiKeys: [{ name: 'schemathesis', role: 'admin', key: KEY }] },
    // What a caller may spend is tested elsewhere; here it would refuse what is to be tried.
    limits: { changesPerMinute: 1_000_000, costPerMinute: 1_000_000_000_000 },
    sources: running.map(({ kind, emulator: { url } }) => ({ name: kind, kind, url, ...AUTH[kind] })),
  });
  const result = parseConfig(text, {}, sourceModules);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

async function idsByConcept() {
  const names = [
    'licenses',
    'groups',
    'stacks',
    'pools',
    'peers',
    'targets',
    'messages',
    'quotas',
    'policies',
    'sources',
  ];
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query: `{ ${names.map((name) => `${name}(first: 50) { nodes { id } }`).join(' ')} }` }),
  });
  const { data } = await response.json();
  return Object.fromEntries(names.map((name) => [name, data[name].nodes.map(({ id }) => id)]));
}

function schemathesis() {
  const args = [
    'run',
    `${app.url}/graphql`,
    '--header',
    `Authorization: Bearer ${KEY}`,
    '--seed',
    '20261',
    '--no-color',
  ];
  const how = ['--max-examples', examples, '--generation-database', 'none', '--continue-on-failure', '--no-shrink'];
  const judged = ['--checks', 'not_a_server_error,no_fault', '--workers', '2', '--request-timeout', '60'];
  const env = {
    ...process.env,
    SCHEMATHESIS_HOOKS: join(import.meta.dirname, 'schemathesis.py'),
    FUZZ_IDS: join(folder, 'ids.json'),
    FUZZ_OUTCOMES: join(folder, 'outcomes.json'),
  };
  const child = spawn(command, [...args, ...how, ...judged], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}

/** Says how many operations were tried, and how they ended. */
function coverageProblem() {
  const outcomes = JSON.parse(readFileSync(join(folder, 'outcomes.json'), 'utf8'));
  const schema = buildSchema(publicSdl());
  const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  const missed = operations.filter((operation) => outcomes[operation] === undefined);
  const answered = operations.filter((operation) => (outcomes[operation]?.data ?? 0) > 0);
  const totals = {};
  for (const counts of Object.values(outcomes)) {
    for (const [outcome, count] of Object.entries(counts)) totals[outcome] = (totals[outcome] ?? 0) + count;
  }
  console.log(
    `${operations.length} operations, ${answered.length} of them answered without an error; answers by outcome:`,
  );
  console.log(totals);
  if (missed.length > 0) return `never asked: ${missed.join(', ')}`;
  const few = answered.length / operations.length < LEAST_ANSWERED;
  return few
    ? `answered only with errors: ${operations.filter((each) => !answered.includes(each)).join(', ')}`
    : undefined;
}
