/** The MongoDB engine: the official driver, on a standalone server, a replica set, a sharded cluster or Atlas. */
import type { MongoClient } from 'mongodb';
import { type Logger, silentLogger } from '../../domain/ports.js';
import type { CollectionDefinition } from '../collections.js';
import type { Repo } from '../repo.js';
import { createAccess } from './access.js';
import { type ConnectOptions, connect } from './connect.js';
import { createGuarded } from './guarded.js';
import { makeIndexes } from './indexes.js';
import { hostsOf } from './options.js';
import { createReads } from './reads.js';
import { createSessions } from './sessions.js';
import { meaningOf, type Topology } from './topology.js';
import { tellingUnavailable } from './unavailable.js';
import { createWatch } from './watch.js';
import { createWrites } from './writes.js';

export interface MongoRepoOptions extends ConnectOptions {
  readonly collections: readonly CollectionDefinition[];
  readonly logger?: Logger | undefined;
  /** Called before anything is written; what it throws ends the opening. */
  readonly inspect?: ((repo: Repo) => Promise<void>) | undefined;
}

/** Connects and makes the declared indexes. Throws StoreUnavailableError when the server cannot be used. */
export async function openMongoRepo(options: MongoRepoOptions): Promise<Repo> {
  const { database, collections, logger = silentLogger, inspect } = options;
  const { client, topology, risks } = await connect(options);
  const hosts = hostsOf(client);
  logger.info({ topology }, `MongoDB at ${hosts} is ${meaningOf[topology]}`);
  for (const risk of risks) logger.warn({ topology }, `the MongoDB connection string has ${risk}`);
  const repo = tellingUnavailable(createRepo(client, topology, { database, collections, logger }), hosts);
  try {
    await inspect?.(repo);
    await makeIndexes(client.db(database), collections, hosts);
    return repo;
  } catch (error) {
    await repo.close();
    throw error;
  }
}

function createRepo(
  client: MongoClient,
  topology: Topology,
  { database, collections, logger }: Pick<MongoRepoOptions, 'database' | 'collections'> & { readonly logger: Logger },
): Repo {
  const db = client.db(database);
  const access = createAccess(db, collections);
  const sessions = createSessions(client, topology, logger);
  const watching = createWatch({ topology, logger, collectionOf: (name) => access.of(name).collection });
  return {
    isShared: true,
    written: () => null,
    async ping() {
      await db.command({ ping: 1 });
    },
    watch: watching.watch,
    ...createReads(access),
    ...createWrites(access, createGuarded(sessions, access)),
    sessionOf: sessions.nameOf,
    undo: sessions.undo,
    async close() {
      await watching.close();
      await client.close();
    },
  };
}
