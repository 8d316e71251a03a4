/** SIGHUP: reads the configuration again, has the gateway go on by it, and says what of it waits for the next start. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../config.js';
import { adminKeyLine, withAdminKey } from './admin-key.js';
import type { CliDeps, RunningApp } from './deps.js';
import { failureText } from './failure-text.js';
import { sourceChanges } from './source-changes.js';

export interface ReloadOptions {
  readonly app: RunningApp;
  /** What it was started with. */
  readonly started: Config;
  /** What it runs by. */
  readonly running: Config;
  /** Throws with every problem of a file that cannot be used. */
  readonly reread: () => Config;
  /** Takes lines for the person who watches. */
  readonly say: (line: string) => void;
}

/** Sections that are taken over at once; of the others it is said that they wait. */
const AT_ONCE: readonly string[] = ['alerts', 'auth', 'sources', 'quota', 'log'];

/**
 * Answers what the gateway runs by from now on. Never fails: a configuration that cannot be used changes nothing, and its
 * problems are told.
 */
export async function reload(
  { app, started, running, reread, say }: ReloadOptions,
  deps: Pick<CliDeps, 'env'>,
): Promise<Config> {
  try {
    const { config, adminKey } = await withAdminKey(reread(), started.server.host, deps);
    const replaced = app.reload(config);
    say(`reloaded: ${summary(config)} are in effect`);
    if (adminKey !== null) say(adminKeyLine(adminKey));
    for (const line of changes(running, config)) say(line);
    const others = otherChanges(started, config);
    if (others.length > 0) say(`changed as well, and in effect from the next start on: ${others.join(', ')}`);
    await replaced;
    return config;
  } catch (error) {
    say(`${failureText(error, started)}\nnot reloaded: everything stays as it was`);
    return running;
  }
}

function summary({ auth }: Config): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  return `${count(auth.apiKeys.length, 'API key')} and ${count(auth.oidc.length, 'identity provider')}`;
}

function changes(before: Config, now: Config): string[] {
  return [
    ...sourceChanges(before.sources, now.sources),
    ...(isDeepStrictEqual(before.quota, now.quota)
      ? []
      : ['quota: everything is evaluated anew by the new thresholds']),
    ...(isDeepStrictEqual(before.alerts, now.alerts) ? [] : ['alerts: told by the new settings']),
    ...(before.log.level === now.log.level ? [] : [`log: ${now.log.level} from now on`]),
  ];
}

/** The sections in which the two differ, and which are not taken over. */
function otherChanges({ dataDir: before, ...a }: Config, { dataDir: now, ...b }: Config): string[] {
  const sections = Object.keys(a) as (keyof typeof a)[];
  const changed = sections.filter((name) => !AT_ONCE.includes(name) && !isDeepStrictEqual(a[name], b[name]));
  return before === now || changed.includes('store') ? changed : ['store', ...changed];
}
