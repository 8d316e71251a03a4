/** `backup` and `restore`: the embedded store to a file and back. MongoDB has tools of its own for that. */
import { resolve } from 'node:path';
import { collections } from '../store/collections.js';
import { BackupError, type BackupFacts, backupEmbedded, restoreEmbedded } from '../store/embedded/backup.js';
import { StoreUnavailableError } from '../store/repo.js';
import { configFileOf, loadConfig } from './config-file.js';
import { type CliDeps, CommandFailure } from './deps.js';

export interface WhereOptions {
  readonly config?: string;
  readonly dataDir?: string;
}

/** While a gateway runs on the directory, or not. */
export async function backup(options: WhereOptions & { readonly to: string }, deps: CliDeps): Promise<void> {
  const to = resolve(deps.cwd, options.to);
  const dir = dataDirOf(options, deps);
  const facts = await orFailure(() => backupEmbedded(dir, to, new Date()));
  deps.stdout(
    `${to}: the store in ${dir} as it was at ${factsText(facts)}.\nIt holds license keys: only you may read it; keep it so.\n`,
  );
}

/** Never while a gateway runs on the directory. */
export async function restore(
  options: WhereOptions & { readonly from: string; readonly force?: boolean },
  deps: CliDeps,
): Promise<void> {
  const from = resolve(deps.cwd, options.from);
  const dir = dataDirOf(options, deps);
  const { kept, ...facts } = await orFailure(() =>
    restoreEmbedded({ from, dir, collections, force: options.force === true, now: new Date() }),
  );
  deps.stdout(
    `${dir}: restored to ${factsText(facts)}.\n${kept === null ? '' : `What was there is kept in ${kept}.\n`}`,
  );
}

/** Where a gateway that is started in the same way has its store. */
function dataDirOf(options: WhereOptions, deps: CliDeps): string {
  if (options.dataDir !== undefined) return resolve(deps.cwd, options.dataDir);
  const file = configFileOf(options, deps);
  if (file === null) return resolve(deps.cwd, deps.env.DATA_DIR || './data');
  const { store } = loadConfig(file, deps);
  if ('dataDir' in store) return store.dataDir;
  throw new CommandFailure(
    2,
    `${file} keeps its data in MongoDB, which is backed up with mongodump and restored with mongorestore (database ${store.database})`,
  );
}

async function orFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError || error instanceof StoreUnavailableError)) throw error;
    throw new CommandFailure(1, error.message);
  }
}

function factsText({ createdAt, bytes }: BackupFacts): string {
  return `${createdAt} (${(bytes / 2 ** 20).toFixed(1)} MiB)`;
}
