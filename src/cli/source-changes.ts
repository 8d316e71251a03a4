/** What another list of sources means for those that are read, in lines for a person. */
import { isDeepStrictEqual } from 'node:util';
import type { SourceOptions } from '../sources/source.js';

export function sourceChanges(before: readonly SourceOptions[], now: readonly SourceOptions[]): string[] {
  const find = (list: readonly SourceOptions[], name: string) => list.find((source) => source.name === name);
  const added = now.filter(({ name }) => find(before, name) === undefined);
  const removed = before.filter(({ name }) => find(now, name) === undefined);
  const changed = now.filter((source) => {
    const old = find(before, source.name);
    return old !== undefined && !isDeepStrictEqual(old, source);
  });
  const line = (what: string, sources: readonly SourceOptions[], more = '') =>
    sources.length === 0 ? [] : [`sources: ${what} ${sources.map(({ name }) => name).join(', ')}${more}`];
  return [
    ...line('added', added),
    ...line('connected anew', changed),
    ...line('removed', removed, ' (what is stored of it stays, for when it comes back)'),
  ];
}
