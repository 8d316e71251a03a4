/** One object, asked for by its id, and whether it is gone: what was last seen of it stays. */
import { useState } from 'react';
import { useAsk } from '../../gateway/use-ask.js';
import type { TypedDocumentString } from '../../generated/graphql.js';
import type { Asked } from '../../parts/page.js';

export interface SeenNode<N> {
  readonly asked: Asked<unknown>;
  /** Null until it is there, and when it never was. */
  readonly node: N | null;
  /** There is none of this id, or none any more. */
  readonly isGone: boolean;
}

export function useNode<N>(
  document: TypedDocumentString<{ readonly node?: N | null }, { id: string }>,
  id: string,
): SeenNode<N> {
  const asked = useAsk(document, { id });
  const [seen, setSeen] = useState<N | null>(null);
  const found = asked.data?.node ?? null;
  if (found !== null && found !== seen) setSeen(found);
  return { asked, node: found ?? seen, isGone: asked.data !== undefined && found === null };
}
