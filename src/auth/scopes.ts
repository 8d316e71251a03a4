/** Which sources a viewer may see: patterns over source names in which only `*` is special. */
import type { Viewer } from './viewer.js';

/** Whether the viewer may see the source of this name. */
export function sourceScope(viewer: Pick<Viewer, 'sources'>): (sourceName: string) => boolean {
  const { sources } = viewer;
  if (sources === null) return () => true;
  const patterns = sources.map((pattern) => pattern.split('*'));
  return (name) => patterns.some((parts) => fits(parts, name));
}

/** Those of the names that the viewer may see, in the order given. */
export function visibleSources(viewer: Pick<Viewer, 'sources'>, names: readonly string[]): readonly string[] {
  return names.filter(sourceScope(viewer));
}

/**
 * Whether the name is these parts with anything in between. Each is taken where it stands first, so that the work is
 * bounded: a pattern may come from a token, and as a regular expression `*a*a*a*…` would take forever.
 */
function fits(parts: readonly string[], name: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at + last.length <= name.length;
}
