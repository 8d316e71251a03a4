/** The stores that end-to-end tests run on: the embedded one always, MongoDB where MONGODB_TEST_URI names a server. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { StoreConfig } from '../../src/config.js';

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

async function mongo(): Promise<TestStore> {
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
