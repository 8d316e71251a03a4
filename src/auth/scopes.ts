/** Which sources a viewer may see: patterns over source names in which only `*` is special. */
import type { Viewer } from './viewer.js';

/** Whether the viewer may see the source of this name. The patterns are compiled once, here. */
export function sourceScope(viewer: Pick<Viewer, 'sources'>): (sourceName: string) => boolean {
  if (viewer.sources === null) return () => true;
  const patterns = viewer.sources.map(compile);
  return (name) => patterns.some((pattern) => pattern.test(name));
}

/** Those of the names that the viewer may see, in the order given. */
export function visibleSources(viewer: Pick<Viewer, 'sources'>, names: readonly string[]): readonly string[] {
  return names.filter(sourceScope(viewer));
}

function compile(pattern: string): RegExp {
  const literal = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 's');
}
