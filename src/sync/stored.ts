/** Reads what is stored of a source, for the few jobs that need it whole. */
import type { SourceState } from '../domain/source-state.js';
import type { Doc, Filter, Repo } from '../store/repo.js';

/** `until` of a version that is not superseded. */
export const OPEN_END = Number.MAX_SAFE_INTEGER;

/** Which documents a source shows at this revision. */
export function visibleAt(source: string, revision: number) {
  return { source, from: { lte: revision }, until: { gt: revision } };
}

/** Everything a collection shows of the source at its revision, and that satisfies `where`. */
export async function visibleDocs(
  repo: Pick<Repo, 'scan'>,
  { _id, revision }: Pick<SourceState, '_id' | 'revision'>,
  collection: string,
  where: Filter = {},
): Promise<Doc[]> {
  const docs: Doc[] = [];
  for await (const chunk of repo.scan(collection, { ...where, ...visibleAt(_id, revision) })) docs.push(...chunk);
  return docs;
}
