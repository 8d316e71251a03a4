/** Who is told of what this process writes. */
import type { Doc, Watcher } from '../repo.js';

export interface Watchers {
  isWatched(collection: string): boolean;
  tell(collection: string, doc: Doc): void;
  /** Answers how to end it. */
  add(collection: string, watcher: Watcher): () => Promise<void>;
}

export function createWatchers(): Watchers {
  const watchers = new Map<string, Set<Watcher>>();
  const of = (collection: string) => watchers.get(collection) ?? new Set<Watcher>();
  return {
    isWatched: (collection) => of(collection).size > 0,
    tell(collection, doc) {
      for (const watcher of of(collection)) watcher.changed(doc);
    },
    add(collection, watcher) {
      const own = { ...watcher };
      watchers.set(collection, of(collection).add(own));
      return async () => {
        of(collection).delete(own);
      };
    },
  };
}
