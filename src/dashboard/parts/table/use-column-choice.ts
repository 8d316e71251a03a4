/** Which columns a table shows, remembered by this browser for each table. */
import type { ColumnVisibilityState } from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';
import type { Column } from './spec.js';

export function useColumnChoice(name: string, columns: readonly Pick<Column<never>, 'id' | 'hidden'>[]) {
  const [chosen, setChosen] = useState(() => read(name));
  const visibility = useMemo(() => {
    const usual = Object.fromEntries(columns.map(({ id, hidden }) => [id, hidden !== true]));
    return { ...usual, ...chosen };
  }, [columns, chosen]);
  const set = useCallback(
    (next: ColumnVisibilityState) => {
      setChosen(next);
      write(name, next);
    },
    [name],
  );
  return [visibility, set] as const;
}

const stored = (name: string) => `license-gateway.columns.${name}`;

/** Nothing, when nothing that can be used is there. */
function read(name: string): ColumnVisibilityState {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(stored(name)) ?? '{}');
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(entries.filter(([, shown]) => typeof shown === 'boolean'));
  } catch {
    return {};
  }
}

function write(name: string, visibility: ColumnVisibilityState): void {
  try {
    localStorage.setItem(stored(name), JSON.stringify(visibility));
  } catch {
    // A browser that keeps nothing shows the usual columns the next time.
  }
}
