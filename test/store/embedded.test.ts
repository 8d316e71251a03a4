/** The embedded engine: the contract, and what only a store in files has to prove. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { openEmbeddedRepo } from '../../src/store/embedded/repo.js';
import { repoContract } from '../contracts/repo.contract.js';

describe('embedded engine', () => {
  repoContract(() => {
    let dir = '';
    return {
      async open(collections) {
        dir = await mkdtemp(join(tmpdir(), 'license-gateway-store-'));
        return openEmbeddedRepo({ dir, collections });
      },
      async reopen(repo, collections) {
        await repo.close();
        return openEmbeddedRepo({ dir, collections });
      },
      remove: () => rm(dir, { recursive: true, force: true }),
      runs: { sets: 60, queries: 40 },
    };
  });
});
