/** `demo`: the three emulated license servers and a gateway on them, with nothing to configure. */
import { resolve } from 'node:path';
import { isLoopback } from '../domain/hosts.js';
import type { EmulatorModule, RunningEmulator } from '../emulators/emulator.js';
import { exampleQuery } from '../http/example-operations.js';
import { configOf } from './config-file.js';
import { withPast } from './demo-history.js';
import { type CliDeps, CommandFailure } from './deps.js';
import { serve } from './serve.js';

/** How the demo reads each emulator: its name in the graph, and the emulator's default credentials (contract, section 8). */
const DEMO_SOURCES: Readonly<Record<string, { name: string; syncInterval: string; auth: object; settings?: object }>> =
  {
    splunk: { name: 'splunk', syncInterval: '10s', auth: { username: 'admin', password: 'changeme' } },
    'enterprise-recon': { name: 'recon', syncInterval: '15s', auth: { username: 'apiuser', password: 'password123' } },
    keygen: { name: 'keygen', syncInterval: '15s', auth: { token: 'admin-demo' }, settings: { account: 'demo' } },
  };

export async function demo(deps: CliDeps): Promise<void> {
  const say = (line: string) => deps.stdout(`${line}\n`);
  say('license-gateway demo: emulated license servers behind one GraphQL endpoint\n');
  // Before anything is started, so that a wrong PORT or HOST is told at once.
  demoConfig([], deps);
  const running: { module: EmulatorModule; emulator: RunningEmulator }[] = [];
  try {
    for (const module of deps.emulators) {
      const emulator = await startEmulator(module);
      running.push({ module, emulator });
      say(`  ${module.kind.padEnd(17)} ${emulator.url} (emulated)`);
    }
    const config = demoConfig(running, deps);
    await serve(
      {
        config,
        reread: null,
        say: (line) => say(`  ${line}`),
        announce: (url, adminKey) => say(welcome(url, adminKey?.key ?? '', config.dataDir)),
      },
      { ...deps, createApp: withPast(deps.createApp) },
    );
  } finally {
    await Promise.all(running.map(({ emulator }) => emulator.close()));
  }
}

async function startEmulator(module: EmulatorModule): Promise<RunningEmulator> {
  const scenario = module.scenarios.includes('demo') ? 'demo' : module.scenarios[0];
  try {
    return await module.start({ host: '127.0.0.1', port: 0, ...(scenario === undefined ? {} : { scenario }) });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(1, `the ${module.kind} emulator cannot start: ${why}`);
  }
}

/** JSON is YAML: the demo's configuration goes through the same door as any other, environment included. */
function demoConfig(running: readonly { module: EmulatorModule; emulator: RunningEmulator }[], deps: CliDeps) {
  const sources = running.map(({ module: { kind }, emulator: { url } }) => ({ kind, url, ...DEMO_SOURCES[kind] }));
  const text = JSON.stringify({ log: { level: 'warn' }, sources });
  const dataDir = deps.env.DATA_DIR;
  const env =
    dataDir === undefined || dataDir === '' ? deps.env : { ...deps.env, DATA_DIR: resolve(deps.cwd, dataDir) };
  const host = deps.env.HOST;
  if (host !== undefined && host !== '' && !isLoopback(host)) {
    throw new CommandFailure(
      2,
      `the demo listens on loopback only, and HOST is ${host}; unset it, or start with --config and an API key`,
    );
  }
  return configOf(text, deps.cwd, 'the demo', { ...deps, env });
}

function welcome(url: string, key: string, dataDir: string): string {
  const query = exampleQuery.trimEnd();
  const oneLine = query.replace(/^#.*$/gm, '').trim().replace(/\s+/g, ' ');
  return `
Ready.

  Dashboard  ${url}/
  GraphiQL   ${url}/graphiql
  GraphQL    ${url}/graphql
  Admin key  ${key}

Open the dashboard and give it the key. Or open GraphiQL, give it the key and run:

${query.replace(/^/gm, '  ')}

Or from a shell:

  curl -s ${url}/graphql -H ${quoted(`Authorization: Bearer ${key}`)} -H 'Content-Type: application/json' -d ${quoted(JSON.stringify({ query: oneLine }))}

The vendors are emulated, and what usage there was before the first start is made up.
The data stays in ${dataDir}. Stop with Ctrl-C.
`;
}

/** One word for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
