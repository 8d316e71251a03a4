/** Stores what was read anew of some licenses: all of theirs, and nothing else of the source. */
import type { LicensesPart } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { plan } from '../quota/evaluate.js';
import type { Filter } from '../store/repo.js';
import { type Draft, evaluatedDrafts, namesOf, plainDrafts } from './documents.js';
import { changeNotices, idsOf } from './evaluation-notices.js';
import { historyOf } from './history.js';
import { messagesAbout } from './message-change.js';
import { quotaChanges } from './quota-changes.js';
import { type Change, difference, replaceState, storedOf } from './replace.js';
import { visibleDocs } from './stored.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import type { Turn } from './write-turns.js';

export async function storeLicenses(
  { policy, clock }: SyncDeps,
  source: SyncedSource,
  turn: Turn,
  part: LicensesPart,
  next: Partial<SourceState> = {},
): Promise<SourceState> {
  const { before, repo } = turn;
  const now = clock.now();
  const ids = { in: part.licenseIds };
  const facts = { ...part, pools: [], timeZone: before.timeZone };
  const evaluated = await evaluatedDrafts(
    plan(facts, policy, now, source.ownRules),
    policy,
    namesOf({ ...NOTHING, licenses: part.licenses }),
  );
  const { targets: things } = await plainDrafts({ ...NOTHING, targets: part.targets });
  const [licenses, quotas, targets] = await Promise.all([
    changeOf('licenses', { id: ids }, evaluated.licenses),
    changeOf('quotas', { subjectId: ids }, evaluated.quotas),
    changeOf('targets', { licenseId: ids }, things),
  ]);
  const history = await historyOf(repo, source.name, before.timeZone, now);
  await history.record(await quotaChanges(repo, quotas, new Map()));
  const touched = new Set([...idsOf(licenses), ...idsOf(quotas)]);
  const messages = await messagesAbout(repo, before, [...touched]);
  const decision = changeNotices({ licenses, quotas }, policy, messages.isStanding, now);
  const said = await messages.change({ ...decision, vendor: null }, now);
  return (await replaceState(turn, [licenses, quotas, targets, said], next, now)).state;

  async function changeOf(collection: string, where: Filter, drafts: readonly Draft[]): Promise<Change> {
    const docs = await visibleDocs(repo, before, collection, where);
    return difference(collection, new Map(docs.map((doc) => [String(doc.id), storedOf(collection, doc)])), drafts, now);
  }
}

const NOTHING = { groups: [], stacks: [], pools: [], peers: [], targets: [], dataUsages: [], policies: [] };
