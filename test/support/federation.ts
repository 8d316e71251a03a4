/** The programs of `examples/federation`, run as somebody who follows the README runs them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { GraphqlAnswer } from './gateway.js';

const root = resolve(import.meta.dirname, '../..');
const examples = join(root, 'examples/federation');
export const teamsSdl = readFileSync(join(examples, 'teams.graphql'), 'utf8');

export interface Team {
  readonly name: string;
  readonly costCenter: string;
  readonly pools: readonly string[];
  readonly licenses: readonly string[];
}

export const exampleTeams = JSON.parse(readFileSync(join(examples, 'teams.json'), 'utf8')) as readonly Team[];

export interface Supergraph {
  readonly sdl: string;
  /** Starts one of the programs and answers where it listens. */
  start(program: 'apollo-gateway' | 'hive-gateway'): Promise<string>;
  close(): Promise<void>;
}

/** The license gateway at that address and a subgraph of these teams, composed. */
export async function startSupergraph(licensesUrl: string, teams: readonly Team[]): Promise<Supergraph> {
  const folder = mkdtempSync(join(tmpdir(), 'federation-'));
  const running: ChildProcess[] = [];
  const start = async (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const { child, url } = await started(join(examples, `${program}.mjs`), args, env);
    running.push(child);
    return url;
  };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  const teamsUrl = await start('teams', [], { TEAMS_FILE: file('teams.json', JSON.stringify(teams)) });
  const { code, stdout, stderr } = compose(publishedSdl(), teamsSdl, {
    LICENSES_URL: `${licensesUrl}/graphql`,
    TEAMS_URL: teamsUrl,
  });
  if (code !== 0) throw new Error(stderr);
  const supergraph = file('supergraph.graphql', stdout);
  return {
    sdl: stdout,
    start: (program) => start(program, [supergraph]),
    async close() {
      await Promise.all(running.map(ended));
      rmSync(folder, { recursive: true });
    },
  };
}

/** What `license-gateway schema` prints. */
export function publishedSdl(): string {
  published ??= run(join(root, 'bin/license-gateway.js'), ['schema']).stdout;
  return published;
}
let published: string | undefined;

/** What `compose.mjs` makes of two subgraphs. */
export function compose(licenses: string, teams: string, env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'compose-'));
  const files = [join(folder, 'licenses.graphql'), join(folder, 'teams.graphql')] as const;
  writeFileSync(files[0], licenses);
  writeFileSync(files[1], teams);
  const ran = run(join(examples, 'compose.mjs'), files, env);
  rmSync(folder, { recursive: true });
  return ran;
}

/** Asks a supergraph as a client with this key, or without one. */
export async function askSupergraph<T>(url: string, query: string, key: string | null): Promise<GraphqlAnswer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as GraphqlAnswer<T>;
}

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 16 * 1024 ** 2 } as const;
  const { status: code, stdout, stderr } = spawnSync(process.execPath, [script, ...args], options);
  return { code, stdout, stderr };
}

async function started(script: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`;
    const [url] = /http:\S+/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url };
  }
  throw new Error(`${script} ended before it listened:\n${said}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
