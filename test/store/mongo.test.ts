/** The MongoDB engine: the contract on a real server, and how it says that there is none. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { openMongoRepo } from '../../src/store/mongo/repo.js';
import { StoreUnavailableError } from '../../src/store/repo.js';
import { type EngineUnderTest, repoContract } from '../contracts/repo.contract.js';
import { guardContract } from '../contracts/repo.guards.contract.js';

const uri = process.env.MONGODB_TEST_URI;

describe.skipIf(!uri)('MongoDB engine (set MONGODB_TEST_URI)', () => {
  const engine = (): EngineUnderTest => {
    const database = `test_${randomUUID().replaceAll('-', '')}`;
    return {
      open: (collections) => openMongoRepo({ uri: uri ?? '', database, collections }),
      async reopen(repo, collections) {
        await repo.close();
        return openMongoRepo({ uri: uri ?? '', database, collections });
      },
      async remove() {
        const client = await MongoClient.connect(uri ?? '');
        await client.db(database).dropDatabase();
        await client.close();
      },
      runs: { sets: 6, queries: 20 },
    };
  };
  repoContract(engine);
  guardContract(engine);
});

describe('a MongoDB that cannot be reached', () => {
  it.each([
    ['no connection string', 'localhost:27017', 'connection string'],
    ['an option that does not exist', 'mongodb://user:secret@localhost/?nonsense=1', 'connection string'],
  ])('is reported: %s', async (_, wrong, said) => {
    const error = await failure(wrong);
    expect(error.message).toContain(said);
    expect(error.message).not.toContain('secret');
  });

  it('is reported with its address and without its password', async () => {
    const closed = await closedPort();
    const error = await failure(`mongodb://user:secret@127.0.0.1:${closed}/?serverSelectionTimeoutMS=200`);
    expect(error.message).toContain(`MongoDB at 127.0.0.1:${closed} cannot be reached`);
    expect(error.message).not.toContain('secret');
  });
});

async function failure(wrong: string): Promise<Error> {
  const error = await openMongoRepo({ uri: wrong, database: 'x', collections: [] }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailableError);
  return error as Error;
}

/** A port that was free a moment ago, and that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
