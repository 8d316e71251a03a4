/** What is stored of the sources, for an operation to begin with: read anew only when any of it may be another. */
import type { Soon } from '../domain/soon.js';
import type { SourceState } from '../domain/source-state.js';
import type { Repo } from '../store/repo.js';

export type StateReads = Pick<Repo, 'getMany'>;
export type StatesOf = (names: readonly string[], reads: StateReads) => Soon<readonly (SourceState | null)[]>;

const SOURCES = 'sources';

/** Each as it was at one moment, in the order of the names; null: nothing is stored yet. Unchanged, it is the same array. */
export function createSourceStates({ written }: Pick<Repo, 'written'>): StatesOf {
  let last: { readonly key: string; readonly states: readonly (SourceState | null)[]; readonly at: number } | null =
    null;
  return (names, reads) => {
    const key = names.join();
    const at = written(SOURCES);
    if (at !== null && last?.at === at && last.key === key) return last.states;
    return readStates(names, reads).then((states) => {
      // Read between two writes; where that cannot be told, it is for this one operation.
      if (at !== null && written(SOURCES) === at) last = { key, states, at };
      return states;
    });
  };
}

export async function readStates(
  names: readonly string[],
  reads: StateReads,
): Promise<readonly (SourceState | null)[]> {
  return (await reads.getMany(SOURCES, names)) as readonly unknown[] as readonly (SourceState | null)[];
}
