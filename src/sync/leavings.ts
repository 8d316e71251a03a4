/** Clears away what a writer left that did not come to its end, and what a source of another kind left under the same name. */
import type { SourceState } from '../domain/source-state.js';
import { entityCollections } from '../store/collections.js';
import type { Repo } from '../store/repo.js';
import { OPEN_END } from './stored.js';

/** The new versions it made are gone, and the old ones it ended are open again. */
export async function clearLeavings(repo: Repo, { _id: source, revision }: SourceState): Promise<void> {
  for (const collection of entityCollections) {
    await repo.deleteWhere(collection, { source, from: { gt: revision } });
    for await (const docs of repo.scan(collection, { source, until: { gt: revision, lt: OPEN_END } }, ['until'])) {
      const ids = docs.map((doc) => doc._id);
      await repo.patchMany(collection, ids, { until: OPEN_END });
    }
  }
}

/** Everything stored of a source but its own document. */
export async function forgetSource(repo: Repo, source: string): Promise<void> {
  for (const collection of entityCollections) await repo.deleteWhere(collection, { source });
  for (const hourly of [true, false]) await repo.deleteWhere('history', { source, hourly });
}
