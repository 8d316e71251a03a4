/** What differs between two readings of a thing, field by field. Pure. */

export interface Difference {
  /** `limits.maxMachines` */
  readonly field: string;
  /** Null: it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly isChanged: boolean;
}

/** Every field of either, what changed first, each part in the order of its fields. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const was = new Map(leaves('', before));
  const is = new Map(leaves('', after));
  const all = [...new Set([...was.keys(), ...is.keys()])].map((field) => {
    const [one, other] = [was.get(field) ?? null, is.get(field) ?? null];
    return { field, before: one, after: other, isChanged: one !== other };
  });
  return [...all.filter(({ isChanged }) => isChanged), ...all.filter(({ isChanged }) => !isChanged)];
}

/** Paths and values; lists are one value each, because their places mean nothing. */
export function leaves(path: string, value: unknown): readonly (readonly [path: string, text: string])[] {
  if (value === null || value === undefined) return path === '' ? [] : [[path, 'null']];
  if (typeof value !== 'object') return [[path, String(value)]];
  if (Array.isArray(value)) return [[path, value.every(isPlain) ? value.join(', ') : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, each]) => leaves(path === '' ? key : `${path}.${key}`, each));
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
