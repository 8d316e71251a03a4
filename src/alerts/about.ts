/** What messages are about, read at the revision at which they are looked at. */
import type { Message } from '../domain/entities.js';
import type { Quota } from '../domain/evaluated.js';
import { parseGlobalId } from '../domain/ids.js';
import { chunks, groupBy } from '../domain/lists.js';
import type { SourceState } from '../domain/source-state.js';
import { collectionOf } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';
import { visibleDocs } from '../sync/stored.js';
import type { About } from './event.js';

const IDS_AT_ONCE = 1000;

/** `remembered`: what the subject of a message was called, should it be gone. */
export async function createAbout(
  repo: Repo,
  state: SourceState,
  messages: readonly Message[],
): Promise<(message: Message, remembered: string | null) => About> {
  const wanted = messages.flatMap(({ subjectId, quotaId }) => [subjectId, quotaId]).filter((id) => id !== null);
  const found = await thingsOf(repo, state, [...new Set(wanted)]);
  return ({ subjectId, quotaId }, remembered) => {
    const isSource = subjectId !== null && parseGlobalId(subjectId)?.concept === 'Source';
    const subject = found.get(subjectId ?? '');
    return {
      kind: state.kind,
      subjectName: isSource ? state._id : ((subject?.displayName as string | undefined) ?? remembered),
      quota: (found.get(quotaId ?? '') as (Doc & Quota) | undefined) ?? null,
    };
  };
}

async function thingsOf(repo: Repo, state: SourceState, ids: readonly string[]): Promise<ReadonlyMap<string, Doc>> {
  const found = new Map<string, Doc>();
  for (const [collection, own] of groupBy(ids, collectionNamed)) {
    for (const some of chunks(own, IDS_AT_ONCE)) {
      for (const doc of await visibleDocs(repo, state, collection, { id: { in: some } }))
        found.set(String(doc.id), doc);
    }
  }
  return found;
}

function collectionNamed(id: string): string | null {
  const concept = parseGlobalId(id)?.concept;
  return concept === undefined || !(concept in collectionOf)
    ? null
    : collectionOf[concept as keyof typeof collectionOf];
}
