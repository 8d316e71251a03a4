/** What one write of a source did to its messages and quotas, told from the versions that it began and ended. */
import { isDeepStrictEqual } from 'node:util';
import type { Doc, Repo } from '../../store/repo.js';
import { undraft } from '../documents.js';

export type VersionedKind = 'QUOTA_CHANGED' | 'MESSAGE_RAISED';

/** One write, as far as one kind of change is concerned. */
export interface Written {
  readonly source: string;
  /** That it made. */
  readonly revision: number;
  readonly kind: VersionedKind;
}

interface Rule {
  readonly collection: string;
  /** Whether a version is such a change; null: there was none before. */
  readonly isMet: (doc: Doc, before: Doc | null) => boolean;
}

const rules: Readonly<Record<VersionedKind, Rule>> = {
  QUOTA_CHANGED: {
    collection: 'quotas',
    isMet: (doc, before) => before === null || !isDeepStrictEqual(shown(doc), shown(before)),
  },
  MESSAGE_RAISED: { collection: 'messages', isMet: (doc, before) => doc.active === true && before?.active !== true },
};

/** In the order in which the changes of one write are told. */
export const versionedKinds = Object.keys(rules) as readonly VersionedKind[];

/** The `_id`s of the versions that it began. */
export async function idsWritten(repo: Repo, { source, revision, kind }: Written): Promise<string[]> {
  const ids: string[] = [];
  const begun = repo.scan(rules[kind].collection, { source, from: revision }, ['id']);
  for await (const docs of begun) ids.push(...docs.map((doc) => doc._id));
  return ids.sort();
}

/** Of these versions, by `_id`, those that are such a change. */
export async function versionsWritten(
  repo: Repo,
  { source, revision, kind }: Written,
  versionIds: readonly string[],
): Promise<Doc[]> {
  const { collection, isMet } = rules[kind];
  const docs = (await repo.getMany(collection, versionIds)).filter((doc) => doc !== null);
  const before = new Map<unknown, Doc>();
  const ended = repo.scan(collection, { id: { in: docs.map((doc) => String(doc.id)) }, source, until: revision });
  for await (const some of ended) for (const doc of some) before.set(doc.id, doc);
  return docs.filter((doc) => isMet(doc, before.get(doc.id) ?? null));
}

/** A quota as far as it is shown: without what it was evaluated from, and the name of its subject. */
function shown(doc: Doc): object {
  const { meter: _meter, displayName: _name, ...quota } = undraft<Record<string, unknown>>(doc);
  return quota;
}
