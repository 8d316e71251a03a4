/** A source as those who write its state know it, and what is stored of the source itself. */
import type { LicenseEvaluator, Notice, QuotaPolicy } from '../domain/evaluated.js';
import type { Clock, Logger, Telemetry } from '../domain/ports.js';
import { pendingState, type SourceState } from '../domain/source-state.js';
import type { SourceConnection } from '../sources/source.js';
import type { Doc, Repo } from '../store/repo.js';

export interface SyncedSource {
  readonly name: string;
  readonly kind: string;
  readonly connection: Pick<SourceConnection, 'read' | 'readChanges' | 'readLicenses' | 'close'>;
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
  readonly telemetry?: Telemetry;
}

/** The stored state of a source; of one that has none, or one of another kind, as if it was never tried. */
export async function stateOf(repo: Repo, { name, kind }: Pick<SyncedSource, 'name' | 'kind'>): Promise<SourceState> {
  const stored = await repo.get('sources', name);
  return { ...pendingState(name, kind), ...(stored?.kind === kind ? (stored as Doc & SourceState) : {}) };
}
