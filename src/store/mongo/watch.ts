/** Follows the writes to a collection: by a change stream where the topology has them, else by reading it again and again. */
import type { Collection } from 'mongodb';
import type { Logger } from '../../domain/ports.js';
import type { Watcher } from '../repo.js';
import type { StoredDoc } from './access.js';
import { follow } from './follow.js';
import { type End, poll } from './poll.js';
import { hasTransactions, type Topology } from './topology.js';

export function createWatch({
  topology,
  logger,
  collectionOf,
}: {
  readonly topology: Topology;
  readonly logger: Logger;
  readonly collectionOf: (name: string) => Collection<StoredDoc>;
}) {
  const open = new Set<End>();
  return {
    async watch(name: string, watcher: Watcher): Promise<End> {
      const watching = { collection: collectionOf(name), watcher, logger };
      const end = hasTransactions(topology) ? await follow(watching) : await poll(watching);
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
