/** Stores what a read came to: the snapshot with all that follows from it, or the failure beside what was there. */
import type { Message } from '../domain/entities.js';
import type { SourceFailure } from '../domain/failure.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { plan } from '../quota/evaluate.js';
import { evaluatedDrafts, messageDrafts, namesOf, plainDrafts, stateFromSnapshot } from './documents.js';
import { changeNotices, type Decision, joined, peersNotices } from './evaluation-notices.js';
import { historyOf } from './history.js';
import { type CurrentMessages, failureNotice, findingNotice, nextMessages } from './messages.js';
import { quotaChanges, withPeaks } from './quota-changes.js';
import { type Change, compare, type ReplaceResult, replaceState } from './replace.js';
import { storedMessages } from './stored.js';
import type { SyncDeps, SyncedSource } from './sync-source.js';

/** Categories of messages that come from what the vendor's answers look like. */
const FINDING_CATEGORIES = new Set([
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
  const history = await historyOf(repo, source.name, snapshot.timeZone, snapshot.observedAt);
  const meters = await withPeaks(repo, source.name, snapshot.meters, history);
  const planned = plan({ ...snapshot, meters }, policy, now, source.ownRules);
  const toChange = (drafts: Parameters<typeof compare>[3], collection: string) =>
    compare(repo, source.name, collection, drafts, now);
  const plain = await plainDrafts(snapshot);
  const evaluated = await evaluatedDrafts(planned, policy, namesOf(snapshot));
  const changes: Change[] = [];
  for (const [collection, drafts] of Object.entries(plain)) changes.push(await toChange(drafts, collection));
  const licenses = await toChange(evaluated.licenses, 'licenses');
  const pools = await toChange(evaluated.pools, 'pools');
  const quotas = await toChange(evaluated.quotas, 'quotas');

  const messages = await storedMessages(repo, before);
  const isStanding = standing(messages);
  const decision = joined(
    { notices: snapshot.findings.map(findingNotice), decides: ({ category }) => FINDING_CATEGORIES.has(category) },
    changeNotices({ licenses, quotas }, policy, isStanding, now),
    await peersNotices(snapshot.peers, history, isStanding, now),
  );
  const said = await messageChange(deps, before, messages, { ...decision, vendor: snapshot.messages }, now);
  await history.record(await quotaChanges(repo, quotas));
  const result = await replaceState(
    repo,
    before,
    [...changes, licenses, pools, quotas, said],
    {
      ...stateFromSnapshot(snapshot),
      status: 'OK',
      lastAttemptAt: snapshot.observedAt,
      lastSyncedAt: snapshot.observedAt,
    },
    now,
  );
  await history.noteRead();
  return result;
}

/** `before` comes from `recovered`, `started` is when the read began. */
export async function storeFailure(
  deps: SyncDeps,
  before: SourceState,
  failure: SourceFailure,
  started: Date,
): Promise<SourceState> {
  const now = deps.clock.now();
  const decision: Decision = {
    decides: ({ category }) => category === 'SOURCE_FAILING',
    notices: [failureNotice(before._id, failure, before.lastSyncedAt)],
  };
  const messages = await storedMessages(deps.repo, before);
  const said = await messageChange(deps, before, messages, { ...decision, vendor: null }, now);
  const next = {
    status: failure.status,
    lastError: { code: failure.code, message: failure.message },
    lastAttemptAt: started,
  };
  return (await replaceState(deps.repo, before, [said], next, now)).state;
}

/** Which keys have an active message. */
export function standing(messages: readonly Message[]): (key: string) => boolean {
  const keys = new Set(messages.flatMap(({ active, key }) => (active && key !== null ? [key] : [])));
  return (key) => keys.has(key);
}

/** What becomes of the source's messages. */
export async function messageChange(
  { repo }: Pick<SyncDeps, 'repo'>,
  before: SourceState,
  messages: readonly Message[],
  current: CurrentMessages,
  now: Date,
): Promise<Change> {
  const drafts = await messageDrafts(nextMessages(before._id, messages, current, now));
  return compare(repo, before._id, 'messages', drafts, now);
}
