/** The names that a configuration gives its own things, by which other parts of it, logs and clients call them. */
import { z } from 'zod';
import { isMapping } from './mapping.js';
import type { Problems } from './problems.js';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const ownName = z
  .string()
  .regex(NAME, 'must be 1 to 63 lower-case letters, digits or -, and must not start with -');

/** `what` is what one of the list is called. Names that are none are told elsewhere. */
export function reportDuplicateNames(
  list: unknown,
  what: string,
  path: readonly PropertyKey[],
  problems: Problems,
): void {
  const seen = new Set<string>();
  for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
    const name = isMapping(item) ? item.name : undefined;
    if (typeof name !== 'string' || !NAME.test(name)) continue;
    if (seen.has(name))
      problems.add([...path, index, 'name'], `"${name}" is the name of an earlier ${what}; names must be unique`);
    seen.add(name);
  }
}
