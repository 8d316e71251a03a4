/** From a name as one endpoint spells it to the thing another endpoint lists. */

export interface Named {
  readonly name: string;
}

export type Lookup<T> = (name: string | null) => T | null;

/**
 * Finds by name, exactly, else by letters regardless of case: the manual writes `Enterprise` where servers have
 * `enterprise`, and GUIDs come in either case.
 */
export function lookup<T extends Named>(things: readonly T[]): Lookup<T> {
  const exact = new Map(things.map((thing) => [thing.name, thing]));
  const folded = new Map([...things].reverse().map((thing) => [thing.name.toLowerCase(), thing]));
  return (name) => (name === null ? null : (exact.get(name) ?? folded.get(name.toLowerCase()) ?? null));
}

/** The found ones, in order and each once; `complete` is false when a name led nowhere. */
export function lookupAll<T extends Named>(
  find: Lookup<T>,
  names: readonly string[],
): { found: T[]; complete: boolean } {
  const found = new Set<T>();
  let complete = true;
  for (const name of names) {
    const thing = find(name);
    if (thing === null) complete = false;
    else found.add(thing);
  }
  return { found: [...found], complete };
}
