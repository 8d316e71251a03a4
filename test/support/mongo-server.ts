/** A MongoDB-wire server of a test's own, to be killed and brought back; where MONGODB_SERVER names SecantusDB's program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './toxiproxy.js';

export const mongoServer = process.env.MONGODB_SERVER;

export interface OwnMongo {
  readonly port: number;
  readonly uri: string;
  /** At once, as a crash does it. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and what it had stored. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** `options`: SecantusDB's own, such as `--standalone`. It runs when this resolves. */
export async function startMongo(...options: readonly string[]): Promise<OwnMongo> {
  if (mongoServer === undefined) throw new Error('MONGODB_SERVER names no SecantusDB program');
  const program = mongoServer;
  const dir = await mkdtemp(join(tmpdir(), 'license-gateway-mongo-'));
  const port = await freePort();
  let running: ChildProcess | null = null;
  const own: OwnMongo = {
    port,
    uri: `mongodb://127.0.0.1:${port}/`,
    async start() {
      const child = spawn(program, ['--port', String(port), '--storage-path', dir, ...options]);
      running = child;
      await listening(child);
    },
    async kill() {
      const child = running;
      running = null;
      if (child === null || child.exitCode !== null || !child.kill('SIGKILL')) return;
      await once(child, 'exit');
    },
    async remove() {
      await own.kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
  await own.start();
  return own;
}

async function listening(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      if (output === null) continue;
      createInterface({ input: output }).on('line', (line) => {
        said.push(line);
        if (line.includes('listening on')) resolve();
      });
    }
    child.once('exit', () => reject(new Error(`the server ended before it listened: ${said.join('\n')}`)));
  });
  await ready;
}
