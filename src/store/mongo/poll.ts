/** Follows a collection of few documents by reading it again and again: where there are no change streams. */
import { BSON, type Collection } from 'mongodb';
import type { Logger } from '../../domain/ports.js';
import { bsonOptions, fromStored } from '../codec.js';
import type { Watcher } from '../repo.js';
import type { StoredDoc } from './access.js';

export interface Watching {
  readonly collection: Collection<StoredDoc>;
  readonly watcher: Watcher;
  readonly logger: Logger;
}

/** Ends it; resolves when nobody is told any more. */
export type End = () => Promise<void>;

const POLL_MS = 1_000;

/** Tells of what differs from one look to the next; a look that fails is made up for by the next one that does not. */
export async function poll({ collection, watcher }: Watching): Promise<End> {
  let seen = await look(new Map(), () => {});
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  let isEnded = false;

  async function look(
    before: ReadonlyMap<string, string>,
    tell: typeof watcher.changed,
  ): Promise<ReadonlyMap<string, string>> {
    const now = new Map<string, string>();
    for await (const doc of collection.find({})) {
      const bytes = Buffer.from(BSON.serialize(doc, bsonOptions)).toString('latin1');
      now.set(doc._id, bytes);
      if (before.get(doc._id) !== bytes) tell(fromStored(doc));
    }
    return now;
  }

  /** The next look begins a second after the one before has ended, however long it took. */
  const schedule = () => {
    if (isEnded) return;
    timer = setTimeout(() => {
      looking = look(seen, (doc) => isEnded || watcher.changed(doc))
        .then((now) => {
          seen = now;
        })
        .catch(() => {})
        .finally(schedule);
    }, POLL_MS);
  };
  schedule();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await looking;
  };
}
