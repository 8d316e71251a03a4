/** Stores what a read came to: the snapshot with all that follows from it, or the failure beside what was there. */
import type { SourceFailure } from '../domain/failure.js';
import { sourceId } from '../domain/ids.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { plan } from '../quota/evaluate.js';
import { evaluatedDrafts, namesOf, plainDrafts, rulesOf, stateFromSnapshot } from './documents.js';
import {
  collectNotices,
  type Decision,
  findingDecision,
  joined,
  peersNotices,
  seenOnly,
} from './evaluation-notices.js';
import { historyOf } from './history.js';
import { allMessages, messagesAbout } from './message-change.js';
import { failureNotice, findingNotice } from './messages.js';
import { metersBefore, quotaChanges, withPeaks } from './quota-changes.js';
import { type ReplaceResult, replaceCollection, replaceState, unlessOvertaken, type Written } from './replace.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import type { Turn } from './write-turns.js';

/** What can be said of a source that cannot be read. */
const UNREAD_CATEGORIES = new Set(['SOURCE_FAILING', 'INSECURE_TLS']);

export async function storeSnapshot(
  deps: SyncDeps,
  source: SyncedSource,
  turn: Turn,
  snapshot: Snapshot,
  next: Partial<SourceState> = {},
): Promise<ReplaceResult> {
  const { policy } = deps;
  const { before, repo } = turn;
  const now = deps.clock.now();
  // The day that a counter is of is the vendor's, by its own clock.
  const vendorTime = new Date(snapshot.observedAt.getTime() + snapshot.clockSkewMs);
  const history = await historyOf(repo, source.name, snapshot.timeZone, vendorTime);
  const metersThen = await metersBefore(repo, source.name, snapshot.meters);
  const meters = await withPeaks(snapshot.meters, metersThen, history);
  const planned = plan({ ...snapshot, meters }, policy, now, source.ownRules);
  const messages = await allMessages(repo, before);
  const evaluated = evaluatedDrafts(planned, policy, namesOf(snapshot));
  const written: Written[] = [];
  for (const [collection, drafts] of Object.entries(plainDrafts(snapshot))) {
    written.push(...(await replaceCollection(turn, collection, drafts, now)));
  }
  const notices = collectNotices(policy, messages.isStanding, now);
  written.push(
    ...(await replaceCollection(turn, 'licenses', evaluated.licenses, now, (licenses) => notices.add({ licenses }))),
    ...(await replaceCollection(turn, 'pools', evaluated.pools, now)),
    ...(await replaceCollection(turn, 'quotas', evaluated.quotas, now, async (quotas) => {
      notices.add({ quotas });
      await history.record(await quotaChanges(repo, quotas, metersThen));
    })),
  );
  const decision = joined(
    findingDecision([...snapshot.findings.map(findingNotice), ...(source.standing ?? [])]),
    notices.decision(),
    await peersNotices(snapshot.peers, history, messages, now),
  );
  const { licenses, groups, stacks, pools, peers } = snapshot;
  const seen = new Set([licenses, groups, stacks, pools, peers].flatMap((list) => list.map(({ id }) => id)));
  const decides = seenOnly(decision, snapshot.gaps, (id) => seen.has(id));
  const said = await messages.change({ ...decision, decides, vendor: snapshot.messages }, now);
  const result = await replaceState(
    turn,
    [said],
    {
      ...stateFromSnapshot(snapshot),
      status: 'OK',
      rules: rulesOf(policy),
      lastAttemptAt: snapshot.observedAt,
      lastSyncedAt: snapshot.observedAt,
      ...next,
    },
    now,
    written,
  );
  await unlessOvertaken(() => history.noteRead());
  return result;
}

/** `started` is when the read began. */
export async function storeFailure(
  deps: SyncDeps,
  source: Pick<SyncedSource, 'standing'>,
  turn: Turn,
  failure: SourceFailure,
  started: Date,
  also: Partial<SourceState> = {},
): Promise<SourceState> {
  const { before, repo } = turn;
  const now = deps.clock.now();
  const decision: Decision = {
    decides: ({ category }) => UNREAD_CATEGORIES.has(category),
    notices: [failureNotice(before._id, failure, before.lastSyncedAt), ...(source.standing ?? [])],
  };
  const about = await messagesAbout(repo, before, [sourceId(before._id)]);
  const said = await about.change({ ...decision, vendor: null }, now);
  const next = {
    status: failure.status,
    lastError: { code: failure.code, message: failure.message },
    lastAttemptAt: started,
    ...also,
  };
  return (await replaceState(turn, [said], next, now)).state;
}
