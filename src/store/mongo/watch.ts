/** Follows the writes to a collection: by a change stream where the topology has them, else by reading it again and again. */
import type { Collection, MongoClient } from 'mongodb';
import { BSON } from 'mongodb';
import { bsonOptions, fromStored } from '../codec.js';
import type { Watcher } from '../repo.js';
import { hasTransactions } from './topology.js';

type Stored = BSON.Document & { _id: string };

/** How often a standalone server is asked. */
const POLL_MS = 1_000;

export function createWatch(client: MongoClient, collectionOf: (name: string) => Collection<Stored>) {
  const open = new Set<() => Promise<void>>();
  return {
    async watch(name: string, watcher: Watcher): Promise<() => Promise<void>> {
      const collection = collectionOf(name);
      const end = hasTransactions(client) ? await stream(collection, watcher) : await poll(collection, watcher);
      open.add(end);
      return async () => {
        open.delete(end);
        await end();
      };
    },
    async close(): Promise<void> {
      await Promise.all([...open].map((end) => end()));
    },
  };
}

async function stream(collection: Collection<Stored>, watcher: Watcher): Promise<() => Promise<void>> {
  const changes = collection.watch([], { fullDocument: 'updateLookup' });
  changes.on('change', (change) => {
    if ('fullDocument' in change && change.fullDocument != null) watcher.changed(fromStored(change.fullDocument));
  });
  changes.on('error', () => watcher.missed());
  await new Promise((resolve) => changes.once('init', resolve));
  return () => changes.close();
}

async function poll(collection: Collection<Stored>, watcher: Watcher): Promise<() => Promise<void>> {
  const seen = new Map<string, string>();
  const look = async (tell: boolean) => {
    for await (const doc of collection.find({})) {
      const now = Buffer.from(BSON.serialize(doc, bsonOptions)).toString('base64');
      if (seen.get(doc._id) === now) continue;
      seen.set(doc._id, now);
      if (tell) watcher.changed(fromStored(doc));
    }
  };
  await look(false);
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => look(true)).catch(() => {});
  }, POLL_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
