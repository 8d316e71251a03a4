/** What the MongoDB engine makes of a database that is slow, hung, cut off, killed, or that says no; with real faults. */
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CollectionDefinition } from '../../src/store/collections.js';
import { openMongoRepo } from '../../src/store/mongo/repo.js';
import { type Guard, type Repo, StoreUnavailableError } from '../../src/store/repo.js';
import { mongoServer, type OwnMongo, startMongo } from '../support/mongo-server.js';
import { type HurtProxy, type RunningToxiproxy, startToxiproxy, toxiproxyServer } from '../support/toxiproxy.js';

const collections: readonly CollectionDefinition[] = [
  { name: 'locks', indexes: [] },
  { name: 'rows', indexes: [{ fields: ['batch'] }] },
];
const held: Guard = { collection: 'locks', id: 'lock', expected: { fence: 1 } };
/** Long enough for a slow machine, short enough for a test. */
const OPTIONS = 'serverSelectionTimeoutMS=1500&connectTimeoutMS=1000&socketTimeoutMS=1000&directConnection=true';

describe.skipIf(!mongoServer)('a MongoDB that fails (set MONGODB_SERVER)', () => {
  let server: OwnMongo;
  let admin: MongoClient;
  beforeAll(async () => {
    server = await startMongo('--enable-test-commands');
    admin = await MongoClient.connect(server.uri, { directConnection: true });
  });
  afterAll(async () => {
    await admin.close();
    await server.remove();
  });

  const open = (port: number, onCommand?: (command: Readonly<Record<string, unknown>>) => void) =>
    openMongoRepo({ uri: `mongodb://127.0.0.1:${port}/?${OPTIONS}`, database: 'x', collections, onCommand });
  const rowsIn = (repo: Repo, batch: string) => repo.count('rows', { anyOf: [{ batch }] });
  const rows = (count: number, batch: string) =>
    Array.from({ length: count }, (_, n) => ({ _id: `${batch}${n}`, batch }));

  describe('by saying so', () => {
    let repo: Repo;
    let commands: string[] = [];
    const failOnce = (data: object) =>
      admin.db('admin').command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });

    beforeAll(async () => {
      repo = await open(server.port, (command) => commands.push(Object.keys(command)[0] ?? ''));
    });
    beforeEach(() => {
      commands = [];
    });
    afterAll(async () => repo.close());

    it('is asked once more where a write can be repeated safely', async () => {
      await failOnce({ failCommands: ['insert'], closeConnection: true });
      await repo.insertMany('rows', rows(3, 'again'));
      expect(commands.filter((name) => name === 'insert')).toHaveLength(2);
      expect(await rowsIn(repo, 'again')).toBe(3);
    });

    it('is left to end by itself what another has begun, where it lets nobody end it', async () => {
      await failOnce({ failCommands: ['killSessions'], errorCode: 13 });
      await repo.undo(randomUUID());
      expect(commands).toEqual(['killSessions']);
    });

    it('lets go at once of what a killed process was about to write, when that is undone', async () => {
      await repo.insertMany('rows', rows(2, 'torn'));
      // It has written, and asks for nothing more.
      const killed = admin.startSession();
      killed.startTransaction();
      await admin
        .db('x')
        .collection('rows')
        .updateMany({ batch: 'torn' }, { $set: { batch: 'half' } }, { session: killed });
      await repo.undo(String(killed.id?.id.toUUID()));
      await repo.patchMany('rows', ['torn0'], { n: 1 });
      expect([await rowsIn(repo, 'torn'), await rowsIn(repo, 'half')]).toEqual([2, 0]);
      await expect(killed.commitTransaction()).rejects.toThrow();
      await killed.endSession();
    });

    it('is not asked again where it means no, and its word is passed on', async () => {
      await failOnce({ failCommands: ['insert'], errorCode: 13 });
      const refused = repo.insertMany('rows', rows(1, 'refused'));
      await expect(refused).rejects.toMatchObject({ code: 13 });
      await expect(refused).rejects.not.toBeInstanceOf(StoreUnavailableError);
      expect(commands.filter((name) => name === 'insert')).toHaveLength(1);
    });

    it('has a guarded write repeated as a whole, and applied once', async () => {
      await repo.replaceMany('locks', [{ _id: 'lock', fence: 1 }]);
      await failOnce({ failCommands: ['update'], errorCode: 112, errorLabels: ['TransientTransactionError'] });
      await repo.insertMany('rows', rows(3, 'whole'), held);
      expect(await rowsIn(repo, 'whole')).toBe(3);
      expect((await repo.get('locks', 'lock'))?.guarded).toBe(1);
    });
  });

  describe.skipIf(!toxiproxyServer)('behind a proxy (set TOXIPROXY_SERVER)', () => {
    let toxiproxy: RunningToxiproxy;
    let proxy: HurtProxy;
    let repo: Repo;
    beforeAll(async () => {
      toxiproxy = await startToxiproxy();
      proxy = await toxiproxy.proxy({ upstream: `127.0.0.1:${server.port}` });
      repo = await open(proxy.port);
      await repo.replaceMany('locks', [{ _id: 'lock', fence: 1 }]);
    });
    afterAll(async () => {
      await repo.close();
      await toxiproxy.close();
    });

    it('is waited for when it is slow', async () => {
      const heal = await proxy.toxic('latency', { latency: 200, jitter: 0 });
      await repo.insertMany('rows', rows(2, 'slow'));
      expect(await rowsIn(repo, 'slow')).toBe(2);
      await heal();
    });

    it('is said to be away when it hangs, and used again when it goes on', async () => {
      await proxy.toxic('timeout', { timeout: 0 });
      await proxy.toxic('timeout', { timeout: 0 }, 'upstream');
      await expect(rowsIn(repo, 'hung')).rejects.toThrow(StoreUnavailableError);
      await expect(repo.ping()).rejects.toThrow(`MongoDB at 127.0.0.1:${proxy.port} does not answer`);
      await expect(repo.scan('rows', {})[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailableError);
      await proxy.restore();
      await expect.poll(() => rowsIn(repo, 'slow').catch(() => null), { timeout: 20_000 }).toBe(2);
    });

    it('is said to be away while it cannot be reached, for writes too, and used again when it can', async () => {
      await proxy.cut();
      for (const attempt of [
        () => repo.get('rows', 'x'),
        () => repo.insertMany('rows', rows(1, 'cut')),
        () => repo.bump('rows', 'cut', { n: 1 }),
        () => repo.compareAndSet('rows', null, { _id: 'cut' }),
      ]) {
        await expect(attempt()).rejects.toThrow(StoreUnavailableError);
      }
      await proxy.restore();
      await expect.poll(() => rowsIn(repo, 'cut').catch(() => null), { timeout: 20_000 }).toBe(0);
    });

    it('has a guarded write that was cut in the middle, and is made again, there once', async () => {
      // What the server is told breaks off in the middle of the documents.
      const heal = await proxy.toxic('limit_data', { bytes: 20_000 }, 'upstream');
      const cut = repo.replaceMany('rows', rows(2_500, 'middle'), held).catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreUnavailableError);
      });
      const healed = new Promise<void>((resolve) => setTimeout(resolve, 500)).then(heal);
      await Promise.all([cut, healed]);
      await expect
        .poll(
          () =>
            repo.replaceMany('rows', rows(2_500, 'middle'), held).then(
              () => true,
              () => false,
            ),
          { timeout: 20_000 },
        )
        .toBe(true);
      expect(await rowsIn(repo, 'middle')).toBe(2_500);
    });
  });

  it('by being killed loses nothing it acknowledged, and is used again when it is back', async () => {
    const repo = await open(server.port);
    await repo.insertMany('rows', rows(50, 'kept'));
    await server.kill();
    await expect(repo.get('rows', 'kept1')).rejects.toThrow(StoreUnavailableError);
    await server.start();
    await expect.poll(() => rowsIn(repo, 'kept').catch(() => null), { timeout: 20_000 }).toBe(50);
    await repo.insertMany('rows', rows(1, 'after'));
    await repo.close();
  });
});
