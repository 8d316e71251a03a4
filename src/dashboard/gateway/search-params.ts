/** What a view shows, kept in its address, so that the address can be shared and the browser's back button works. */
import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** One parameter; null when the address has none. `set(null)` takes it out again. */
export function useParam(name: string): readonly [value: string | null, set: (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) => {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === null || value === '') after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      );
    },
    [name, setParams],
  );
  return [params.get(name), set];
}
