/** The same store, of which every call rejects with StoreUnavailableError while the database is away, whatever the driver says of it. */
import type { Repo } from '../repo.js';
import { translated } from './failures.js';

export function tellingUnavailable(repo: Repo, hosts: string): Repo {
  const told =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      try {
        return await call(...args);
      } catch (error) {
        throw translated(error, hosts);
      }
    };
  return {
    isShared: repo.isShared,
    written: repo.written,
    ping: told(repo.ping),
    watch: told(repo.watch),
    get: told(repo.get),
    getMany: told(repo.getMany),
    async *scan(...args) {
      try {
        yield* repo.scan(...args);
      } catch (error) {
        throw translated(error, hosts);
      }
    },
    page: told(repo.page),
    pageEach: told(repo.pageEach),
    count: told(repo.count),
    countEach: told(repo.countEach),
    insertMany: told(repo.insertMany),
    replaceMany: told(repo.replaceMany),
    patchMany: told(repo.patchMany),
    compareAndSet: told(repo.compareAndSet),
    bump: told(repo.bump),
    deleteWhere: told(repo.deleteWhere),
    sessionOf: repo.sessionOf,
    undo: told(repo.undo),
    close: repo.close,
  };
}
