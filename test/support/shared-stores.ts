/** Stores that several gateways write: MongoDB where it is, and the embedded one as if it was such a store. */
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { storeKinds } from './stores.js';

export interface SharedStore {
  /** As another process of its own would open it. */
  open(): Promise<Repo>;
  remove(): Promise<void>;
}

export const sharedStoreKinds = storeKinds.map(({ name, skipped, make }) => ({
  name: name === 'the embedded store' ? 'the embedded store, as if it was shared' : name,
  skipped,
  async make(): Promise<SharedStore> {
    const store = await make();
    const first = await openRepo(store.config);
    const opened = [first];
    return {
      async open() {
        if (!first.isShared) return { ...first, isShared: true, written: () => null };
        const repo = await openRepo(store.config);
        opened.push(repo);
        return repo;
      },
      async remove() {
        for (const repo of opened) await repo.close();
        await store.remove();
      },
    };
  },
}));
