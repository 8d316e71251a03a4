/** The one way to open a store: the embedded engine in a directory, or MongoDB where a connection string is given. */
import type { Logger } from '../domain/ports.js';
import { collections } from './collections.js';
import { openEmbeddedRepo } from './embedded/repo.js';
import type { Repo } from './repo.js';
import { assertKnownSchema, migrate } from './schema-version.js';

export type StoreConfig =
  | { readonly dataDir: string }
  | {
      readonly mongodb: string;
      readonly database: string;
      /** How long to wait for a database that is away; 0 or absent: one try. */
      readonly startTimeoutMs?: number;
    };

export interface OpenOptions {
  readonly logger?: Logger;
  /** Takes lines for a person who waits. */
  readonly onProgress?: (line: string) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Throws StoreUnavailableError, with a message a person can act on, when the store cannot be had. */
export async function openRepo(config: StoreConfig, options: OpenOptions = {}): Promise<Repo> {
  const repo = await openEngine(config, options);
  try {
    await migrate(repo, options);
    return repo;
  } catch (error) {
    await repo.close();
    throw error;
  }
}

async function openEngine(config: StoreConfig, options: OpenOptions): Promise<Repo> {
  const shared = { collections, inspect: assertKnownSchema };
  if (!('mongodb' in config)) return openEmbeddedRepo({ ...shared, dir: config.dataDir });
  // Loaded only where it is used, for a quick start elsewhere.
  const { openMongoRepo } = await import('./mongo/repo.js');
  return openMongoRepo({ ...config, ...options, ...shared, uri: config.mongodb });
}
