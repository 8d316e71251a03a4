/** Stores what was read anew of some licenses: all of theirs, and nothing else of the source but what counts them. */
import type { Group, Meter } from '../domain/entities.js';
import { sourceId } from '../domain/ids.js';
import type { LicensesPart, SnapshotChanges } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { plan } from '../quota/evaluate.js';
import type { Filter } from '../store/repo.js';
import { type Draft, evaluatedDrafts, namesOf, plainDrafts, rulesOf, stateFromSnapshot } from './documents.js';
import { changeNotices, findingDecision, idsOf, joined, seenOnly } from './evaluation-notices.js';
import { historyOf, type SourceHistory } from './history.js';
import { messagesAbout } from './message-change.js';
import { quotaChanges } from './quota-changes.js';
import { type Change, difference, type ReplaceResult, replaceState, storedOf, unlessOvertaken } from './replace.js';
import { visibleDocs } from './stored.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import type { Turn } from './write-turns.js';

export async function storeLicenses(
  deps: SyncDeps,
  source: SyncedSource,
  turn: Turn,
  part: LicensesPart,
  next: Partial<SourceState> = {},
): Promise<SourceState> {
  const { policy, clock } = deps;
  const { before, repo } = turn;
  const now = clock.now();
  const history = await historyOf(repo, source.name, before.timeZone, now);
  const { changes, touched } = await changesOf(deps, source, turn, { part, groups: [], groupMeters: [] }, history, now);
  const messages = await messagesAbout(repo, before, touched);
  const decision = changeNotices(changes, policy, messages.isStanding, now);
  const said = await messages.change({ ...decision, vendor: null }, now);
  return (await replaceState(turn, [...Object.values(changes), said], next, now)).state;
}

/** The same as part of a read of everything that found nothing else changed. */
export async function storeChanges(
  deps: SyncDeps,
  source: SyncedSource,
  turn: Turn,
  read: SnapshotChanges,
  next: Partial<SourceState> = {},
): Promise<ReplaceResult> {
  const { policy, clock } = deps;
  const { before, repo } = turn;
  const now = clock.now();
  const vendorTime = new Date(read.observedAt.getTime() + read.clockSkewMs);
  const history = await historyOf(repo, source.name, read.timeZone, vendorTime);
  const { changes, touched } = await changesOf(deps, source, turn, read, history, now);
  const messages = await messagesAbout(repo, before, [sourceId(source.name), ...touched]);
  const evaluated = changeNotices(changes, policy, messages.isStanding, now);
  const decision = joined(findingDecision(source.standing ?? []), evaluated);
  const asked = new Set(read.part.licenseIds);
  const there = new Set(read.part.licenses.map(({ id }) => id));
  const decides = seenOnly(decision, read.gaps, (id) => !asked.has(id) || there.has(id));
  const said = await messages.change({ ...decision, decides, vendor: null }, now);
  const result = await replaceState(
    turn,
    [...Object.values(changes), said],
    {
      ...stateFromSnapshot(read),
      status: 'OK',
      rules: rulesOf(policy),
      lastAttemptAt: read.observedAt,
      lastSyncedAt: read.observedAt,
      ...next,
    },
    now,
  );
  await unlessOvertaken(() => history.noteRead());
  return result;
}

interface Read {
  readonly part: LicensesPart;
  readonly groups: readonly Group[];
  readonly groupMeters: readonly Meter[];
}

/** What becomes another, recorded in the history; and the ids of what messages may be about. */
async function changesOf(
  { policy }: SyncDeps,
  source: SyncedSource,
  { before, repo }: Turn,
  { part, groups, groupMeters }: Read,
  history: SourceHistory,
  now: Date,
) {
  const ids = { in: part.licenseIds };
  const subjects = { in: [...part.licenseIds, ...groups.map(({ id }) => id)] };
  const facts = { ...part, meters: [...part.meters, ...groupMeters], pools: [], timeZone: before.timeZone };
  const evaluated = evaluatedDrafts(
    plan(facts, policy, now, source.ownRules),
    policy,
    namesOf({ ...NOTHING, licenses: part.licenses, groups }),
  );
  const { targets: things } = plainDrafts({ ...NOTHING, targets: part.targets });
  const [licenses, quotas, targets] = await Promise.all([
    changeOf('licenses', { id: ids }, evaluated.licenses),
    changeOf('quotas', { subjectId: subjects }, evaluated.quotas),
    changeOf('targets', { licenseId: ids }, things),
  ]);
  await history.record(await quotaChanges(repo, quotas, new Map()));
  return { changes: { licenses, quotas, targets }, touched: [...new Set([...idsOf(licenses), ...idsOf(quotas)])] };

  async function changeOf(collection: string, where: Filter, drafts: Iterable<Draft>): Promise<Change> {
    const docs = await visibleDocs(repo, before, collection, where);
    return difference(collection, new Map(docs.map((doc) => [String(doc.id), storedOf(collection, doc)])), drafts, now);
  }
}

const NOTHING = { groups: [], stacks: [], pools: [], peers: [], targets: [], dataUsages: [], policies: [] };
