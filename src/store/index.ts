/** The one way to open a store: the embedded engine in a directory, or MongoDB where a connection string is given. */
import { collections } from './collections.js';
import { openEmbeddedRepo } from './embedded/repo.js';
import { openMongoRepo } from './mongo/repo.js';
import type { Repo } from './repo.js';

export type StoreConfig = { readonly dataDir: string } | { readonly mongodb: string; readonly database: string };

/** Throws StoreUnavailableError, with a message a person can act on, when the store cannot be had. */
export function openRepo(config: StoreConfig): Promise<Repo> {
  return 'mongodb' in config
    ? openMongoRepo({ uri: config.mongodb, database: config.database, collections })
    : openEmbeddedRepo({ dir: config.dataDir, collections });
}
