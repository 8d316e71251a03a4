/** What a view shows, kept in its address, so that the address can be shared and the browser's back button works. */
import { useCallback, useMemo } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';

/** One parameter; null when the address has none. `set(null)` takes it out again. */
export function useParam(name: string): readonly [value: string | null, set: (value: string | null) => void] {
  const [params, setParams] = useParams();
  const set = useCallback((value: string | null) => setParams({ [name]: value }), [name, setParams]);
  return [params.get(name), set];
}

/**
 * All parameters, and how to change several at once. Read from the address as it is: the router's own hook decodes twice, and
 * ids hold percent signs.
 */
export function useParams(): readonly [
  params: URLSearchParams,
  set: (changes: Readonly<Record<string, string | null>>) => void,
] {
  const search = useSearch();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  return [params, setParams];
}

function setParams(changes: Readonly<Record<string, string | null>>): void {
  const after = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') after.delete(name);
    else after.set(name, value);
  }
  navigate(after.size === 0 ? location.pathname : `${location.pathname}?${after}`, { replace: true });
}
