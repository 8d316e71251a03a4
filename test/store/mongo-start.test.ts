/** How a store on MongoDB opens: what it waits for, what it refuses at once, and what it says meanwhile. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { BSON } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import type { CollectionDefinition } from '../../src/store/collections.js';
import { type MongoRepoOptions, openMongoRepo } from '../../src/store/mongo/repo.js';
import { StoreUnavailableError } from '../../src/store/repo.js';
import { mongoServer, type OwnMongo, startMongo } from '../support/mongo-server.js';
import { freePort } from '../support/toxiproxy.js';

const plain: CollectionDefinition = { name: 'plain', indexes: [] };
const by = (...fields: string[]): CollectionDefinition => ({ name: 'indexed', indexes: [{ fields }] });

function logOf(): { lines: string[]; logger: NonNullable<MongoRepoOptions['logger']> } {
  const lines: string[] = [];
  const take = (level: string) => (_: object, message: string) => void lines.push(`${level}: ${message}`);
  return { lines, logger: { debug() {}, info: take('info'), warn: take('warn'), error: take('error') } };
}

async function refusal(options: Partial<MongoRepoOptions> & { readonly uri: string }): Promise<Error> {
  const error = await openMongoRepo({ database: 'x', collections: [plain], ...options }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreUnavailableError);
  expect((error as Error).message).not.toContain('secret');
  return error as Error;
}

describe('a MongoDB that is not there yet', () => {
  it.each([
    ['as the driver gives up again and again', '?serverSelectionTimeoutMS=100'],
    ['though the driver would go on for an hour', '?serverSelectionTimeoutMS=3600000'],
  ])('is waited for as long as it may take, and no longer, a line saying what for: %s', async (_, options) => {
    const port = await freePort();
    const lines: string[] = [];
    const error = await refusal({
      uri: `mongodb://user:secret@127.0.0.1:${port}/${options}`,
      startTimeoutMs: 300,
      onProgress: (line) => lines.push(line),
    });
    expect(error.message).toBe(
      `MongoDB at 127.0.0.1:${port} cannot be reached (connection refused): is it running and reachable from here?`,
    );
    expect(lines[0]).toMatch(`waiting for MongoDB at 127.0.0.1:${port} (connection refused), 0 s of 0 s`);
    expect(lines.join()).not.toContain('secret');
  });

  it('is waited for no longer though it takes connections and says nothing', async () => {
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const error = await refusal({ uri: `mongodb://127.0.0.1:${port}/`, startTimeoutMs: 300 });
    expect(error.message).toBe(
      `MongoDB at 127.0.0.1:${port} cannot be reached (it does not answer): is it running and reachable from here?`,
    );
    silent.close();
  });

  it('is waited for no more when the process is to stop', async () => {
    const port = await freePort();
    const stop = new AbortController();
    const opened = openMongoRepo({
      uri: `mongodb://127.0.0.1:${port}/`,
      database: 'x',
      collections: [],
      startTimeoutMs: 3_600_000,
      onProgress: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(opened).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.skipIf(!mongoServer)('is used as soon as it comes (set MONGODB_SERVER)', async () => {
    const server = await startMongo();
    await server.kill();
    const repo = await openMongoRepo({
      uri: server.uri,
      database: 'x',
      collections: [plain],
      startTimeoutMs: 60_000,
      onProgress: () => void server.start(),
    });
    await repo.insertMany('plain', [{ _id: 'a' }]);
    expect(await repo.get('plain', 'a')).toEqual({ _id: 'a' });
    await repo.close();
    await server.remove();
  });
});

describe.skipIf(!mongoServer)('a MongoDB that goes away later (set MONGODB_SERVER)', () => {
  it('is not said to be waited for by a start that is long over', async () => {
    const server = await startMongo();
    const lines: string[] = [];
    const repo = await openMongoRepo({
      uri: `${server.uri}?serverSelectionTimeoutMS=1500`,
      database: 'x',
      collections: [plain],
      startTimeoutMs: 60_000,
      onProgress: (line) => lines.push(line),
    });
    await server.kill();
    await expect(repo.ping()).rejects.toThrow(StoreUnavailableError);
    expect(lines).toEqual([]);
    await repo.close();
    await server.remove();
  });
});

describe('what waiting does not cure', () => {
  let server: Server | undefined;
  afterEach(async () => {
    server?.close();
    server = undefined;
  });
  const forever = { startTimeoutMs: 3_600_000 };

  it('is a server too old for the driver: both versions are told', async () => {
    server = await answering((socket, asked) => reply(socket, asked, hello(6)));
    const { port } = server.address() as AddressInfo;
    const error = await refusal({ uri: `mongodb://127.0.0.1:${port}/`, ...forever });
    expect(error.message).toMatch(/wire version 6, .* requires at least 9 \(MongoDB 4\.4\).*run a MongoDB that/);
  });

  it('is a user name or password that is refused', async () => {
    server = await answering((socket, asked) => {
      const isLogin = asked.command.startsWith('sasl');
      reply(socket, asked, isLogin ? { ok: 0, code: 18, errmsg: 'Authentication failed.' } : hello(27));
    });
    const { port } = server.address() as AddressInfo;
    const error = await refusal({ uri: `mongodb://user:secret@127.0.0.1:${port}/`, ...forever });
    expect(error.message).toBe(`MongoDB at 127.0.0.1:${port} refused the user name or password: check MONGODB_URI`);
  });

  it('is a server that speaks no TLS where the connection string wants it', async () => {
    server = await answering((socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { port } = server.address() as AddressInfo;
    const error = await refusal({ uri: `mongodb://127.0.0.1:${port}/?tls=true`, ...forever });
    expect(error.message).toMatch(/check the certificates, and the tls options in MONGODB_URI$/);
  });
});

describe.skipIf(!process.env.MONGODB_TEST_URI)('a MongoDB that is there (set MONGODB_TEST_URI)', () => {
  const uri = process.env.MONGODB_TEST_URI ?? '';
  const database = () => `test_${crypto.randomUUID().replaceAll('-', '')}`;

  it('is said to be what it is', async () => {
    const { lines, logger } = logOf();
    const repo = await openMongoRepo({ uri, database: database(), collections: [plain], logger });
    await repo.close();
    expect(lines).toEqual([expect.stringMatching(/^info: MongoDB at .* is a replica set: transactions and change/)]);
  });

  it('is warned of by name where the connection string gives up what is promised', async () => {
    const { lines, logger } = logOf();
    const weak = `${uri}?w=1&journal=false&retryWrites=false&readPreference=secondaryPreferred`;
    const repo = await openMongoRepo({ uri: weak, database: database(), collections: [plain], logger });
    await repo.close();
    expect(lines.slice(1)).toEqual([
      expect.stringContaining('warn: the MongoDB connection string has w=1: '),
      expect.stringContaining('has journal=false: '),
      expect.stringContaining('has retryWrites=false: '),
      expect.stringContaining('has readPreference=secondaryPreferred: '),
    ]);
  });

  it('takes two gateways that start at the same moment', async () => {
    const name = database();
    const open = () => openMongoRepo({ uri, database: name, collections: [by('source', 'name')] });
    const repos = await Promise.all([open(), open(), open()]);
    await Promise.all(repos.map((repo) => repo.close()));
  });

  it('keeps indexes that others made, and says which stands in the way', async () => {
    const { MongoClient } = await import('mongodb');
    const client = await MongoClient.connect(uri);
    const name = database();
    const own = client.db(name).collection('indexed');
    await own.createIndex({ theirs: 1 }, { name: 'theirs' });
    await own.createIndex({ other: 1 }, { name: 'source_1_name_1' });
    const error = await refusal({ uri, database: name, collections: [by('source', 'name')] });
    expect(error.message).toMatch(
      new RegExp(`did not make the indexes of ${name}.indexed: another index stands in the way .*source_1_name_1`),
    );
    await own.dropIndex('source_1_name_1');
    await (await openMongoRepo({ uri, database: name, collections: [by('source', 'name')] })).close();
    expect((await own.indexes()).map((index) => index.name).sort()).toEqual(['_id_', 'source_1_name_1', 'theirs']);
    await client.db(name).dropDatabase();
    await client.close();
  });
});

describe.skipIf(!mongoServer)('a standalone server (set MONGODB_SERVER)', () => {
  let server: OwnMongo;
  afterEach(() => server.remove());

  it('is said to be for one gateway', async () => {
    server = await startMongo('--standalone');
    const { lines, logger } = logOf();
    const repo = await openMongoRepo({ uri: server.uri, database: 'x', collections: [plain], logger });
    await repo.close();
    expect(lines[0]).toMatch(/is a standalone server: no transactions and no change streams, so run one gateway on it/);
  });
});

async function answering(answer: (socket: Socket, asked: Asked) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => answer(socket, askedBy(data)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

interface Asked {
  readonly id: number;
  readonly isMessage: boolean;
  readonly command: string;
}

const OP_REPLY = 1;
const OP_MSG = 2013;

/** Of MongoDB's protocol as much as a handshake takes: the first is an OP_QUERY, what follows are OP_MSGs. */
function askedBy(data: Buffer): Asked {
  const isMessage = data.length > 16 && data.readInt32LE(12) === OP_MSG;
  const command = isMessage ? (Object.keys(BSON.deserialize(data.subarray(21)))[0] ?? '') : 'hello';
  return { id: data.readInt32LE(4), isMessage, command };
}

function reply(socket: Socket, { id, isMessage }: Asked, answer: BSON.Document): void {
  const doc = BSON.serialize(answer);
  const head = Buffer.alloc(isMessage ? 21 : 36);
  head.writeInt32LE(head.length + doc.length, 0);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(isMessage ? OP_MSG : OP_REPLY, 12);
  if (!isMessage) head.writeInt32LE(1, 32);
  socket.write(Buffer.concat([head, doc]));
}

function hello(maxWireVersion: number): BSON.Document {
  return { ok: 1, isWritablePrimary: true, minWireVersion: 0, maxWireVersion, maxBsonObjectSize: 16_777_216 };
}
