/** Which messages are ticked, to be acknowledged together. */
import { Checkbox } from '@mantine/core';
import { createContext, type PropsWithChildren, use, useMemo, useState } from 'react';

interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  clear(): void;
}

const SelectionContext = createContext<Selection>({ ids: new Set(), toggle: () => {}, clear: () => {} });

export function SelectionProvider({ children }: PropsWithChildren) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo<Selection>(
    () => ({
      ids,
      toggle: (id) => setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id]))),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

export function useSelection(): Selection {
  return use(SelectionContext);
}

export function SelectionBox({ id, label }: { readonly id: string; readonly label: string }) {
  const { ids, toggle } = useSelection();
  return <Checkbox size="md" aria-label={`Select ${label}`} checked={ids.has(id)} onChange={() => toggle(id)} />;
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
