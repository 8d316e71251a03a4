/** A store whose calls are measured, one by one. */
import type { Telemetry } from '../domain/ports.js';
import type { Doc, Repo } from '../store/repo.js';

const MEASURED = [
  ...['get', 'getMany', 'page', 'pageEach', 'count', 'countEach'],
  ...['insertMany', 'replaceMany', 'patchMany', 'compareAndSet', 'bump', 'deleteWhere'],
] as const;

type Call = (collection: string, ...rest: unknown[]) => Promise<unknown>;

/** The same store; of a scan each chunk is measured. */
export function observedRepo(repo: Repo, telemetry: Pick<Telemetry, 'measure'>): Repo {
  const calls = new Map<PropertyKey, unknown>(
    MEASURED.map((operation) => {
      const call = repo[operation] as unknown as Call;
      return [
        operation,
        (collection: string, ...rest: unknown[]) =>
          telemetry.measure({ kind: 'store', collection, operation }, () => call.call(repo, collection, ...rest)),
      ];
    }),
  );
  calls.set('scan', (...[collection, ...rest]: Parameters<Repo['scan']>) =>
    measuredChunks(repo.scan(collection, ...rest), (next) =>
      telemetry.measure({ kind: 'store', collection, operation: 'scan' }, next),
    ),
  );
  // Whatever else a store has, and will have, is its own.
  return new Proxy(repo, { get: (target, name) => calls.get(name) ?? Reflect.get(target, name) });
}

type Chunk = IteratorResult<readonly Doc[]>;

async function* measuredChunks(
  chunks: AsyncIterable<readonly Doc[]>,
  measure: (next: () => Promise<Chunk>) => Promise<Chunk>,
): AsyncGenerator<readonly Doc[], void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await measure(() => iterator.next());
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
