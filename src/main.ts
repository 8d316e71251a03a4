/** The process: its arguments, its signals and its exit code; nothing else. */
import { readFileSync } from 'node:fs';
import { createApp } from './app.js';
import { withoutCredentials } from './cli/failure-text.js';
import { runCli } from './cli/run.js';
import { stopRequest } from './cli/stop.js';
import { emulators } from './emulators/index.js';
import { subgraphSdl } from './graphql/sdl.js';
import { sourceModules } from './sources/index.js';

/** A handle that somebody forgot must not keep a stopped process alive. */
const LONGEST_EXIT_MS = 2_000;

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

// What a promise that nobody waits for comes to must not end the gateway for everybody else.
process.on('unhandledRejection', (reason) => {
  const told = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  process.stderr.write(`license-gateway: a fault that nobody waited for: ${withoutCredentials(told)}\n`);
});

// Whoever read this has read enough, as `| head` has: no fault, and no reason to end a gateway.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const code = await runCli(process.argv.slice(2), {
  version: manifest.version,
  env: process.env,
  cwd: process.cwd(),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  createApp,
  sources: sourceModules,
  emulators,
  subgraphSdl,
  untilStopped: () => stopRequest(process),
  onReloadRequest: (listener) => void process.on('SIGHUP', listener),
});
process.exitCode = code;
setTimeout(() => process.exit(code), LONGEST_EXIT_MS).unref();
