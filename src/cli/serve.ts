/** Runs a gateway from a checked configuration until the process is asked to stop. */
import { type AdminKey, AdminKeyError, adminApiKey, ensureAdminKey } from '../auth/admin-key.js';
import type { Config } from '../config.js';
import { createLogger } from '../http/logger.js';
import { type CliDeps, CommandFailure, type RunningApp } from './deps.js';
import { failureText } from './failure-text.js';

export interface ServeOptions {
  readonly config: Config;
  /** Takes lines for the person who watches. */
  readonly say: (line: string) => void;
  /** Once it listens; `adminKey` is null when keys are configured. */
  readonly announce: (url: string, adminKey: AdminKey | null) => void;
}

/** Resolves after a graceful end. Throws CommandFailure when the gateway cannot start. */
export async function serve({ config, say, announce }: ServeOptions, deps: CliDeps): Promise<void> {
  const stopped = deps.untilStopped();
  const { app, adminKey } = await start(config, say, deps);
  announce(app.url, adminKey);
  await stopped;
  say('stopping: running requests may finish; once more to stop at once');
  await app.close();
  say('stopped');
}

async function start(
  config: Config,
  say: (line: string) => void,
  deps: CliDeps,
): Promise<{ app: RunningApp; adminKey: AdminKey | null }> {
  try {
    const isOpen = config.auth.apiKeys.length === 0;
    const adminKey = isOpen ? await ensureAdminKey(config.dataDir, deps.env.LICENSE_GATEWAY_ADMIN_KEY) : null;
    const apiKeys = adminKey === null ? config.auth.apiKeys : [adminApiKey(adminKey)];
    const logger = createLogger(config.log.level);
    return { app: await deps.createApp({ ...config, auth: { apiKeys } }, { logger, onProgress: say }), adminKey };
  } catch (error) {
    if (error instanceof AdminKeyError) throw new CommandFailure(2, error.message);
    const isVerbose = ['debug', 'trace'].includes(config.log.level);
    if (isVerbose && error instanceof Error) deps.stderr(`${error.stack}\n`);
    throw new CommandFailure(1, `license-gateway cannot start: ${failureText(error, config)}`);
  }
}
