/** Reads of the store that end when nobody waits for the answer any more. */
import type { Repo } from '../../store/repo.js';
import { abandoned } from '../errors.js';

/** The same store, of which every read rejects with ABANDONED once nobody waits; what is under way is finished. */
export function whileAwaited(repo: Repo, isAwaited: () => boolean): Repo {
  const check = () => {
    if (!isAwaited()) throw abandoned();
  };
  return {
    ...repo,
    async get(...args) {
      check();
      return repo.get(...args);
    },
    async getMany(...args) {
      check();
      return repo.getMany(...args);
    },
    async *scan(...args) {
      check();
      for await (const chunk of repo.scan(...args)) {
        yield chunk;
        check();
      }
    },
    async page(...args) {
      check();
      return repo.page(...args);
    },
    async pageEach(...args) {
      check();
      return repo.pageEach(...args);
    },
    async count(...args) {
      check();
      return repo.count(...args);
    },
    async countEach(...args) {
      check();
      return repo.countEach(...args);
    },
  };
}
