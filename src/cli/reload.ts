/** SIGHUP: reads the configuration again, and lets in whom it lets in now. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config.js';
import { adminKeyLine, withAdminKey } from './admin-key.js';
import type { CliDeps, RunningApp } from './deps.js';
import { failureText } from './failure-text.js';

export interface ReloadOptions {
  readonly app: RunningApp;
  /** What it was started with. */
  readonly running: Config;
  /** Throws with every problem of a file that cannot be used. */
  readonly reread: () => Config;
  /** Takes lines for the person who watches. */
  readonly say: (line: string) => void;
}

/** Never fails: a configuration that cannot be used changes nothing, and its problems are told. */
export async function reload({ app, running, reread, say }: ReloadOptions, deps: Pick<CliDeps, 'env'>): Promise<void> {
  try {
    const { config, adminKey } = await withAdminKey(reread(), running.server.host, deps);
    app.reload(config);
    say(`reloaded: ${summary(config)} are in effect`);
    if (adminKey !== null) say(adminKeyLine(adminKey));
    const others = otherChanges(running, config);
    if (others.length > 0) say(`changed as well, and in effect from the next start on: ${others.join(', ')}`);
  } catch (error) {
    say(`${failureText(error, running)}\nnot reloaded: the keys and identity providers stay as they were`);
  }
}

function summary({ auth }: Config): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  return `${count(auth.apiKeys.length, 'API key')} and ${count(auth.oidc.length, 'identity provider')}`;
}

/** The sections, beside `auth`, in which the two differ. */
function otherChanges({ auth: _before, dataDir: before, ...a }: Config, { auth: _now, dataDir: now, ...b }: Config) {
  const changed = (Object.keys(a) as (keyof typeof a)[]).filter(
    (section) => !isDeepStrictEqual(a[section], b[section]),
  );
  return before === now || changed.includes('store') ? changed : ['store', ...changed];
}
