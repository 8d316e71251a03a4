/** How changes of a collection are followed on MongoDB, through whatever happens to the database. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openMongoRepo } from '../../src/store/mongo/repo.js';
import type { Doc, Repo } from '../../src/store/repo.js';
import { mongoServer, type OwnMongo, startMongo } from '../support/mongo-server.js';
import { type RunningToxiproxy, startToxiproxy, toxiproxyServer } from '../support/toxiproxy.js';

const OPTIONS = 'serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&heartbeatFrequencyMS=500&directConnection=true';
const patient = { timeout: 20_000 };

function watcher() {
  const seen: Doc[] = [];
  const told = {
    seen,
    missed: 0,
    lines: [] as string[],
    ids: () => seen.map(({ _id }) => _id),
    watcher: {
      changed: (doc: Doc) => void seen.push(doc),
      missed() {
        told.missed += 1;
      },
    },
  };
  return told;
}

describe.skipIf(!mongoServer)('following changes on MongoDB (set MONGODB_SERVER)', () => {
  const repos: Repo[] = [];
  const open = async (uri: string, lines: string[] = []) => {
    const take = (_: object, message: string) => void lines.push(message);
    const repo = await openMongoRepo({
      uri: `${uri}?${OPTIONS}`,
      database: 'x',
      collections: [{ name: 'docs', indexes: [] }],
      logger: { debug() {}, info() {}, warn: take, error: take },
    });
    repos.push(repo);
    return repo;
  };
  afterEach(async () => {
    for (const repo of repos.splice(0)) await repo.close();
  });

  describe('by a change stream', () => {
    let server: OwnMongo;
    beforeAll(async () => {
      server = await startMongo('--oplog-max-entries', '50');
    });
    afterAll(() => server.remove());

    it('tells of every write, also of others, in order, and of none after its end', async () => {
      const [repo, other] = [await open(server.uri), await open(server.uri)];
      const told = watcher();
      const end = await repo.watch('docs', told.watcher);
      await other.insertMany('docs', [{ _id: 'a', n: 1n }]);
      await repo.bump('docs', 'a', { n: 2n });
      await other.compareAndSet('docs', null, { _id: 'b' });
      await expect.poll(told.ids, patient).toEqual(['a', 'a', 'b']);
      expect(told.seen.at(-1)).toEqual({ _id: 'b' });
      expect(told.seen[1]).toEqual({ _id: 'a', n: 3n });
      await end();
      await other.replaceMany('docs', [{ _id: 'c' }]);
      const later = watcher();
      await repo.watch('docs', later.watcher);
      await other.replaceMany('docs', [{ _id: 'd' }]);
      await expect.poll(later.ids, patient).toEqual(['d']);
      expect([told.ids(), told.missed, later.missed]).toEqual([['a', 'a', 'b'], 0, 0]);
    });

    it('goes on, or tells that some were missed, when the server is killed and comes back', async () => {
      const repo = await open(server.uri);
      const told = watcher();
      await repo.watch('docs', told.watcher);
      await repo.replaceMany('docs', [{ _id: 'before' }]);
      await expect.poll(told.ids, patient).toEqual(['before']);
      await server.kill();
      await expect(repo.ping()).rejects.toThrow();
      await server.start();
      await expect
        .poll(async () => {
          await repo.replaceMany('docs', [{ _id: 'after', at: Date.now() }]).catch(() => {});
          return told.ids().includes('after');
        }, patient)
        .toBe(true);
    });

    it.skipIf(!toxiproxyServer)(
      'tells that some were missed when it was away for longer than the server remembers',
      async () => {
        const toxiproxy: RunningToxiproxy = await startToxiproxy();
        const proxy = await toxiproxy.proxy({ upstream: `127.0.0.1:${server.port}` });
        const [repo, other] = [await open(`mongodb://127.0.0.1:${proxy.port}/`), await open(server.uri)];
        const told = watcher();
        await repo.watch('docs', told.watcher);
        await other.replaceMany('docs', [{ _id: 'seen' }]);
        await expect.poll(told.ids, patient).toEqual(['seen']);
        await proxy.cut();
        for (let n = 0; n < 200; n += 1) await other.replaceMany('docs', [{ _id: `unseen${n}`, n }]);
        await proxy.restore();
        await expect
          .poll(async () => {
            await other.replaceMany('docs', [{ _id: 'again', at: Date.now() }]);
            return told.ids().includes('again');
          }, patient)
          .toBe(true);
        const all = Array.from({ length: 200 }, (_, n) => `unseen${n}`).every((id) => told.ids().includes(id));
        expect(all || told.missed > 0).toBe(true);
        await toxiproxy.close();
      },
    );

    it('does not keep the start waiting when the server goes away just then', async () => {
      const repo = await open(server.uri);
      await server.kill();
      const told = watcher();
      const end = await repo.watch('docs', told.watcher);
      await server.start();
      await expect.poll(() => told.missed, patient).toBe(1);
      await end();
    });
  });

  describe('by looking every second', () => {
    it('tells of what differs where the server is a standalone one, through a restart of it', async () => {
      const server = await startMongo('--standalone');
      const repo = await open(server.uri);
      await repo.insertMany('docs', [{ _id: 'old' }]);
      const told = watcher();
      const end = await repo.watch('docs', told.watcher);
      await repo.insertMany('docs', [{ _id: 'new' }]);
      await expect.poll(told.ids, patient).toEqual(['new']);
      await server.kill();
      await server.start();
      await expect
        .poll(
          () =>
            repo.patchMany('docs', ['old'], { n: 1 }).then(
              () => true,
              () => false,
            ),
          patient,
        )
        .toBe(true);
      await expect.poll(told.ids, patient).toEqual(['new', 'old']);
      await end();
      await repo.insertMany('docs', [{ _id: 'unseen' }]);
      await repo.close();
      await server.remove();
      expect(told.ids()).toEqual(['new', 'old']);
    });

    it('is what is left where change streams are refused, and the log says so', async () => {
      const server = await startMongo('--enable-test-commands');
      const lines: string[] = [];
      const [repo, admin] = [await open(server.uri, lines), await open(server.uri)];
      await refuseStreams(server.uri);
      const told = watcher();
      const end = await repo.watch('docs', told.watcher);
      await expect.poll(() => told.missed, patient).toBe(1);
      await admin.replaceMany('docs', [{ _id: 'a' }]);
      await expect.poll(told.ids, patient).toEqual(['a']);
      expect(lines).toEqual(['MongoDB gives no change stream: changes are looked for every second instead']);
      await end();
      for (const each of repos.splice(0)) await each.close();
      await server.remove();
    });
  });
});

/** Aggregations fail from now on: change streams are some, reading a collection is none. */
async function refuseStreams(uri: string): Promise<void> {
  const { MongoClient } = await import('mongodb');
  const client = await MongoClient.connect(uri);
  await client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: 'alwaysOn',
    data: { failCommands: ['aggregate'], errorCode: 13 },
  });
  await client.close();
}
