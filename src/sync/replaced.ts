/** What runs for each source, when the sources become others: what is given the same object as before goes on undisturbed. */

/** By name; `gone` is left to the caller to end. */
export function replaced<S extends { readonly name: string }, T extends { readonly source: S }>(
  before: ReadonlyMap<string, T>,
  sources: readonly S[],
  create: (source: S) => T,
): { readonly after: Map<string, T>; readonly gone: readonly T[] } {
  const after = new Map(
    sources.map((source) => {
      const old = before.get(source.name);
      return [source.name, old?.source === source ? old : create(source)];
    }),
  );
  return { after, gone: [...before.values()].filter((old) => after.get(old.source.name) !== old) };
}
