/** Reads of the store for an operation: they end when nobody waits for the answer any more, and say when to ask again while the store is away. */
import { StoreUnavailableError } from '../../store/repo.js';
import { abandoned, storeUnavailable } from '../errors.js';
import type { Reads } from '../reader.js';

/** The same store, of which every read rejects with ABANDONED once nobody waits; what is under way is finished. */
export function whileAwaited(repo: Reads, isAwaited: () => boolean): Reads {
  const check = () => {
    if (!isAwaited()) throw abandoned();
  };
  const read =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      check();
      try {
        return await call(...args);
      } catch (error) {
        throw told(error);
      }
    };
  return {
    getMany: read(repo.getMany),
    async *scan(...args) {
      check();
      try {
        for await (const chunk of repo.scan(...args)) {
          yield chunk;
          check();
        }
      } catch (error) {
        throw told(error);
      }
    },
    page: read(repo.page),
    pageEach: read(repo.pageEach),
    countEach: read(repo.countEach),
  };
}

function told(error: unknown): unknown {
  return error instanceof StoreUnavailableError ? storeUnavailable() : error;
}
