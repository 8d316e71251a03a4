/** One sync of one source: read, evaluate, store; or, when it fails, say why and keep what was there. */
import type { Message } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import { SourceFailure } from '../domain/failure.js';
import type { Clock, Logger } from '../domain/ports.js';
import type { Snapshot } from '../domain/snapshot.js';
import { pendingState, type SourceState } from '../domain/source-state.js';
import { evaluate, type LicenseEvaluator } from '../quota/evaluate.js';
import type { SourceConnection } from '../sources/source.js';
import type { Doc, Repo } from '../store/repo.js';
import { type Drafts, evaluationDrafts, messageDrafts, readState, snapshotDrafts } from './documents.js';
import { failureNotice, findingNotice, nextMessages } from './messages.js';
import { forgetSource, OPEN_END, type ReplaceResult, replaceState, setState } from './replace.js';

/** Categories of messages that a complete read decides anew. */
const READ_CATEGORIES = new Set(['SOURCE_FAILING', 'BAD_ROW', 'DUPLICATE_ROW', 'UNKNOWN_POOL', 'USAGE_SUM_MISMATCH']);
const FAILURE_CATEGORIES = new Set(['SOURCE_FAILING']);

export interface SyncedSource {
  readonly name: string;
  readonly kind: string;
  readonly connection: SourceConnection;
  readonly ownRules?: LicenseEvaluator | undefined;
}

export interface SyncDeps {
  readonly repo: Repo;
  readonly policy: QuotaPolicy;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Reads the source once and stores what it said, or why it did not. Rejects only when the store fails or `signal` aborts. */
export async function syncSource(deps: SyncDeps, source: SyncedSource, signal: AbortSignal): Promise<SourceState> {
  const { clock, logger } = deps;
  const started = clock.now();
  const before = await stateOf(deps.repo, source);
  const read = await attempt(source.connection, signal);
  // Stopped: nothing is stored any more. A deadline is a failure of the source and is stored as one.
  if (signal.aborted && !(signal.reason instanceof SourceFailure)) throw signal.reason;
  const ms = clock.now().getTime() - started.getTime();
  if (read instanceof SourceFailure) {
    logger.warn({ source: source.name, status: read.status, code: read.code, ms }, `sync failed: ${read.message}`);
    return storeFailure(deps, before, read, started);
  }
  const result = await storeSnapshot(deps, source, before, read);
  const { inserted, ended } = result;
  logger.info({ source: source.name, revision: result.state.revision, inserted, ended, ms }, 'synced');
  return result.state;
}

/** Evaluates what is stored again, because the clock alone changed what it comes to. Asks the vendor nothing. */
export async function reevaluateSource(deps: SyncDeps, source: SyncedSource): Promise<SourceState> {
  const before = await stateOf(deps.repo, source);
  const all = async (collection: string) => {
    const docs: Doc[] = [];
    const visible = { source: source.name, from: { lte: before.revision }, until: { gt: before.revision } };
    for await (const chunk of deps.repo.scan(collection, visible)) docs.push(...chunk);
    return docs.map(undraft);
  };
  const [licenses, pools, quotas] = await Promise.all([all('licenses'), all('pools'), all('quotas')]);
  const names = new Map(quotas.map((quota) => [quota.subjectId, quota.displayName]));
  const facts = { licenses, pools, meters: quotas.map((quota) => quota.meter) } as unknown as Parameters<
    typeof evaluate
  >[0];
  const evaluation = evaluate(facts, deps.policy, deps.clock.now(), source.ownRules);
  const drafts = evaluationDrafts(evaluation, (id) => String(names.get(id) ?? id));
  return (await replaceState(deps.repo, before, drafts, { changesAt: evaluation.changesAt })).state;
}

/** The stored state of a source; what a source of another kind left under the same name is forgotten first. */
export async function stateOf(repo: Repo, source: Pick<SyncedSource, 'name' | 'kind'>): Promise<SourceState> {
  const stored = await repo.get('sources', source.name);
  if (stored?.kind === source.kind) return stored as Doc & SourceState;
  if (stored !== null) await forgetSource(repo, source.name);
  const fresh = pendingState(source.name, source.kind);
  await repo.compareAndSet('sources', null, { ...fresh });
  return fresh;
}

async function attempt(connection: SourceConnection, signal: AbortSignal): Promise<Snapshot | SourceFailure> {
  try {
    return await connection.read(signal);
  } catch (error) {
    if (error instanceof SourceFailure) return error;
    if (signal.aborted) {
      const reason: unknown = signal.reason;
      if (reason instanceof SourceFailure) return reason;
      throw reason;
    }
    // A fault of ours must not stop the source for good: it is reported like any other failure and tried again.
    const text = error instanceof Error ? error.message : String(error);
    return new SourceFailure('BAD_RESPONSE', 'UNEXPECTED', `the answer could not be read: ${text}`);
  }
}

async function storeSnapshot(
  deps: SyncDeps,
  source: SyncedSource,
  before: SourceState,
  snapshot: Snapshot,
): Promise<ReplaceResult> {
  const now = deps.clock.now();
  const evaluation = evaluate(snapshot, deps.policy, now, source.ownRules);
  const messages = nextMessages(
    source.name,
    await storedMessages(deps.repo, source.name),
    { vendor: snapshot.messages, categories: READ_CATEGORIES, notices: snapshot.findings.map(findingNotice) },
    now,
  );
  const drafts: Drafts = { ...snapshotDrafts(snapshot, evaluation), ...messageDrafts(messages) };
  return replaceState(deps.repo, before, drafts, {
    ...readState(snapshot),
    status: 'OK',
    lastAttemptAt: snapshot.observedAt,
    lastSyncedAt: snapshot.observedAt,
    changesAt: evaluation.changesAt,
  });
}

async function storeFailure(
  deps: SyncDeps,
  before: SourceState,
  failure: SourceFailure,
  started: Date,
): Promise<SourceState> {
  const notices = [failureNotice(before._id, failure)];
  const messages = nextMessages(
    before._id,
    await storedMessages(deps.repo, before._id),
    { vendor: null, categories: FAILURE_CATEGORIES, notices },
    deps.clock.now(),
  );
  const { state } = await replaceState(deps.repo, before, messageDrafts(messages), {
    status: failure.status,
    lastError: { code: failure.code, message: failure.message },
    lastAttemptAt: started,
  });
  return state;
}

/** Notes when the source will be asked next. */
export async function noteNextSync(repo: Repo, state: SourceState, nextSyncAt: Date): Promise<SourceState> {
  return setState(repo, state, { ...state, nextSyncAt });
}

async function storedMessages(repo: Repo, source: string): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const chunk of repo.scan('messages', { source, until: OPEN_END })) {
    messages.push(...(chunk.map(undraft) as unknown as Message[]));
  }
  return messages;
}

/** The thing a document was made of, without what storing it added. */
function undraft(doc: Doc): Record<string, unknown> {
  const { _id, from, until, hash, words, statusRank, stateRank, concern, severityRank, about, ...entity } = doc;
  return entity;
}
