/** Lists taken apart: by a key, or into pieces. */

/** Those without a key (null or undefined) are in no group. */
export function groupBy<T, K>(
  list: readonly T[],
  key: (each: T) => K | null | undefined,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) {
    const name = key(each);
    if (name === null || name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return groups;
}

/** In pieces of `size`, the last of which may be smaller. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
