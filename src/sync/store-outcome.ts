/** Stores what a read came to: the snapshot with all that follows from it, or the failure beside what was there. */
import type { SourceFailure } from '../domain/failure.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { plan } from '../quota/evaluate.js';
import { evaluatedDrafts, messageDrafts, namesOf, plainDrafts, stateFromSnapshot } from './documents.js';
import { type CurrentMessages, failureNotice, findingNotice, nextMessages } from './messages.js';
import { type Change, compare, type ReplaceResult, replaceState } from './replace.js';
import { storedMessages } from './stored.js';
import type { SyncDeps, SyncedSource } from './sync-source.js';

/** Categories of messages that a complete read decides anew. */
const READ_CATEGORIES = new Set([
  ...['SOURCE_FAILING', 'BAD_ROW', 'DUPLICATE_ROW', 'UNKNOWN_POOL', 'USAGE_SUM_MISMATCH'],
  'MANAGER_CONTACT_LOST',
]);

/** `before` comes from `recovered`. */
export async function storeSnapshot(
  deps: SyncDeps,
  source: SyncedSource,
  before: SourceState,
  snapshot: Snapshot,
): Promise<ReplaceResult> {
  const { repo, policy } = deps;
  const now = deps.clock.now();
  const planned = plan(snapshot, policy, now, source.ownRules);
  const drafts = {
    ...(await plainDrafts(snapshot)),
    ...(await evaluatedDrafts(planned, policy, namesOf(snapshot))),
  };
  const changes: Change[] = [];
  for (const [collection, docs] of Object.entries(drafts)) {
    changes.push(await compare(repo, source.name, collection, docs, now));
  }
  const messages = await messageChange(deps, before, now, {
    vendor: snapshot.messages,
    decides: ({ category }) => READ_CATEGORIES.has(category),
    notices: snapshot.findings.map(findingNotice),
  });
  return replaceState(
    repo,
    before,
    [...changes, messages],
    {
      ...stateFromSnapshot(snapshot),
      status: 'OK',
      lastAttemptAt: snapshot.observedAt,
      lastSyncedAt: snapshot.observedAt,
    },
    now,
  );
}

/** `before` comes from `recovered`, `started` is when the read began. */
export async function storeFailure(
  deps: SyncDeps,
  before: SourceState,
  failure: SourceFailure,
  started: Date,
): Promise<SourceState> {
  const now = deps.clock.now();
  const messages = await messageChange(deps, before, now, {
    vendor: null,
    decides: ({ category }) => category === 'SOURCE_FAILING',
    notices: [failureNotice(before._id, failure, before.lastSyncedAt)],
  });
  const next = {
    status: failure.status,
    lastError: { code: failure.code, message: failure.message },
    lastAttemptAt: started,
  };
  return (await replaceState(deps.repo, before, [messages], next, now)).state;
}

/** What becomes of the source's messages. */
export async function messageChange(
  { repo }: Pick<SyncDeps, 'repo'>,
  before: SourceState,
  now: Date,
  current: CurrentMessages,
): Promise<Change> {
  const messages = nextMessages(before._id, await storedMessages(repo, before), current, now);
  return compare(repo, before._id, 'messages', await messageDrafts(messages), now);
}
