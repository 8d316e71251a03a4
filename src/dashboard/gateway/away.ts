/** Whether what is shown cannot be read anew, told once for the whole page. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isAway, type Problem, problemOf } from './problem.js';

export interface Away {
  readonly problem: Problem;
  /** When the oldest of what is shown was read; null when nothing is. */
  readonly shownOf: number | null;
}

/** Null while the gateway answers. */
export function useAway(): Away | null {
  const cache = useQueryClient().getQueryCache();
  const listen = useCallback((onChange: () => void) => cache.subscribe(onChange), [cache]);
  const failed = () =>
    cache
      .getAll()
      .filter((query) => query.isActive() && query.state.error !== null && isAway(problemOf(query.state.error)));
  // A text, so that it is the same one while nothing of it changes.
  const text = useSyncExternalStore(listen, () => {
    const [first, ...others] = failed();
    if (first === undefined) return null;
    const read = [first, ...others].map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0);
    return JSON.stringify({
      problem: problemOf(first.state.error),
      shownOf: read.length === 0 ? null : Math.min(...read),
    } satisfies Away);
  });
  return text === null ? null : (JSON.parse(text) as Away);
}
