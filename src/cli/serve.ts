/** Runs a gateway from a checked configuration until the process is asked to stop. */
import { type AdminKey, AdminKeyError } from '../auth/admin-key.js';
import type { Config } from '../config.js';
import { withinTime } from '../domain/within-time.js';
import { createLogger } from '../http/logger.js';
import { withAdminKey } from './admin-key.js';
import { type CliDeps, CommandFailure, type RunningApp } from './deps.js';
import { failureText } from './failure-text.js';
import { reload } from './reload.js';

/** Longer than an operation may run and an upstream may take to answer a change. */
const LONGEST_STOP_MS = 60_000;

export interface ServeOptions {
  readonly config: Config;
  /** Reads the configuration again; null when it comes from no file. */
  readonly reread: (() => Config) | null;
  /** Takes lines for the person who watches. */
  readonly say: (line: string) => void;
  /** Once it listens; `adminKey` is null when keys are configured. */
  readonly announce: (url: string, adminKey: AdminKey | null) => void;
}

/** Resolves after a graceful end, also while it waits for its store to start. Throws CommandFailure when the gateway cannot start. */
export async function serve({ config, reread, say, announce }: ServeOptions, deps: CliDeps): Promise<void> {
  const stopped = deps.untilStopped();
  const starting = new AbortController();
  void stopped.then(() => starting.abort());
  const started = start(config, say, deps, starting.signal);
  let running = config;
  // One after the other, and none before there is something to reload.
  let reloaded: Promise<void> = started.then(
    () => {},
    () => {},
  );
  deps.onReloadRequest(() => {
    if (reread === null) return say('SIGHUP changes nothing here: there is no configuration file to read again');
    reloaded = reloaded.then(async () => {
      const { app } = await started;
      if (app !== null) running = await reload({ app, started: config, running, reread, say }, deps);
    });
  });
  const { app, adminKey } = await started;
  if (app === null) return say('stopped before it had started');
  announce(app.url, adminKey);
  await stopped;
  say('stopping: running requests may finish; once more to stop at once');
  await closed(app, say, deps);
}

/** What hangs must not keep a service manager from its restart: what was acknowledged is stored by then. */
async function closed(app: RunningApp, say: (line: string) => void, deps: CliDeps): Promise<void> {
  const ended = await withinTime(app.close(), deps.longestStopMs ?? LONGEST_STOP_MS);
  if (ended !== 'LATE') return say('stopped');
  throw new CommandFailure(1, 'stopped without waiting any longer: something that was running did not end');
}

async function start(
  configured: Config,
  say: (line: string) => void,
  deps: CliDeps,
  signal: AbortSignal,
): Promise<{ app: RunningApp; adminKey: AdminKey | null } | { app: null; adminKey: null }> {
  try {
    const { config, adminKey } = await withAdminKey(configured, configured.server.host, deps);
    // By the process's own stream: pino's would go on trying for ever once the terminal is gone.
    const logger = createLogger(config.log.level, { write: deps.stdout });
    return { app: await deps.createApp(config, { logger, onProgress: say, signal }), adminKey };
  } catch (error) {
    if (signal.aborted && error instanceof Error && error.name === 'AbortError') return { app: null, adminKey: null };
    if (error instanceof AdminKeyError) throw new CommandFailure(2, error.message);
    const isVerbose = ['debug', 'trace'].includes(configured.log.level);
    if (isVerbose && error instanceof Error) deps.stderr(`${error.stack}\n`);
    throw new CommandFailure(1, `license-gateway cannot start: ${failureText(error, configured)}`);
  }
}
