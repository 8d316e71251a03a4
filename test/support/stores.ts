/** The stores that end-to-end tests run on: the embedded one always, MongoDB where MONGODB_TEST_URI names a server. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { StoreConfig } from '../../src/config.js';
import { mongoServer, startMongo } from './mongo-server.js';

export interface TestStore {
  readonly config: StoreConfig;
  remove(): Promise<void>;
}

export const mongoUri = process.env.MONGODB_TEST_URI;

export const storeKinds = [
  { name: 'the embedded store', skipped: false, make: embedded },
  { name: 'MongoDB (set MONGODB_TEST_URI)', skipped: mongoUri === undefined, make: mongo },
];

export async function embedded(): Promise<TestStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'license-gateway-'));
  return { config: { dataDir }, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

export interface MongoStore extends TestStore {
  readonly config: { readonly mongodb: string; readonly database: string; readonly startTimeoutMs: number };
}

/**
 * For processes that are killed: a server of their own where it can be started. What they began stays open on theirs, and
 * SecantusDB 0.7 never ends the drop of a database that such a transaction has changed.
 */
export async function mongoForKills(): Promise<MongoStore> {
  if (mongoServer === undefined) return mongo();
  const server = await startMongo();
  return {
    config: { mongodb: server.uri, database: 'license_gateway', startTimeoutMs: 0 },
    remove: () => server.remove(),
  };
}

async function mongo(): Promise<MongoStore> {
  const mongodb = mongoUri ?? '';
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  return {
    config: { mongodb, database, startTimeoutMs: 0 },
    async remove() {
      const client = await MongoClient.connect(mongodb);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}
