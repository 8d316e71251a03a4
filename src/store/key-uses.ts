/** When API keys were last used, one document a key, shared by the gateways on one store. */
import { keyUseCollection } from './collections.js';
import type { Repo } from './repo.js';

export function keyUseStore(repo: Pick<Repo, 'getMany' | 'compareAndSet'>) {
  return {
    /** Same length and order as `names`; null: never used. */
    async read(names: readonly string[]): Promise<(Date | null)[]> {
      const docs = await repo.getMany(keyUseCollection, names);
      return docs.map((doc) => (doc?.lastUsedAt instanceof Date ? doc.lastUsedAt : null));
    },
    /** Keeps the later of this use and what another gateway wrote. */
    async write(name: string, at: Date): Promise<void> {
      const next = { _id: name, lastUsedAt: at };
      const isFirst = await repo.compareAndSet(keyUseCollection, null, next);
      if (!isFirst) await repo.compareAndSet(keyUseCollection, { _id: name, lastUsedAt: { lt: at } }, next);
    },
  };
}
