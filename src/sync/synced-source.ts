/** A source as those who write its state know it, and what is stored of the source itself. */
import type { LicenseEvaluator, Notice, QuotaPolicy } from '../domain/evaluated.js';
import type { Clock, Logger } from '../domain/ports.js';
import { pendingState, type SourceState } from '../domain/source-state.js';
import type { SourceConnection } from '../sources/source.js';
import type { Doc, Repo } from '../store/repo.js';
import { forgetSource, setState } from './replace.js';

export interface SyncedSource {
  readonly name: string;
  readonly kind: string;
  readonly connection: Pick<SourceConnection, 'read' | 'readLicenses' | 'close'>;
  readonly ownRules?: LicenseEvaluator | undefined;
  /** What is to be said of the way in which it is asked, whatever it answers; of the category INSECURE_TLS. */
  readonly standing?: readonly Notice[];
}

/** What every write of a source's state needs. */
export interface SyncDeps {
  readonly repo: Repo;
  readonly policy: QuotaPolicy;
  readonly clock: Clock;
  readonly logger: Logger;
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

/** Notes when the source will be asked next. */
export async function noteNextSync(
  repo: Repo,
  source: Pick<SyncedSource, 'name' | 'kind'>,
  nextSyncAt: Date,
): Promise<SourceState> {
  const state = await stateOf(repo, source);
  return setState(repo, state, { ...state, nextSyncAt });
}
