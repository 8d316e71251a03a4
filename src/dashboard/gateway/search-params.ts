/** What a view shows, kept in its address, so that the address can be shared and the browser's back button works. */
import { useCallback } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';

/**
 * One parameter; null when the address has none. `set(null)` takes it out again. Read from the address as it is: the router's
 * own hook decodes twice, and ids hold percent signs.
 */
export function useParam(name: string): readonly [value: string | null, set: (value: string | null) => void] {
  const params = new URLSearchParams(useSearch());
  const set = useCallback(
    (value: string | null) => {
      const after = new URLSearchParams(location.search);
      if (value === null || value === '') after.delete(name);
      else after.set(name, value);
      navigate(after.size === 0 ? location.pathname : `${location.pathname}?${after}`, { replace: true });
    },
    [name],
  );
  return [params.get(name), set];
}
