/** One sync of one source: read, evaluate, store; or, when it fails, say why and keep what was there. */
import { SourceFailure } from '../domain/failure.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { recovered } from './replace.js';
import { storeFailure, storeSnapshot } from './store-outcome.js';
import { type SyncDeps, type SyncedSource, stateOf } from './synced-source.js';
import type { InTurn } from './turns.js';

export interface SyncOutcome {
  readonly state: SourceState;
  /** Why it could not be read; null when it could. */
  readonly failure: SourceFailure | null;
}

/** Reads the source once and, in its turn, stores what it said, or why it did not. Rejects only when the store fails or `signal` aborts. */
export async function syncSource(
  deps: SyncDeps,
  source: SyncedSource,
  signal: AbortSignal,
  inTurn: InTurn = (job) => job(),
  /** What has been read anew since this read began, in place of what it says. */
  renewed: (snapshot: Snapshot) => Snapshot = (snapshot) => snapshot,
): Promise<SyncOutcome> {
  const { repo, clock, logger } = deps;
  const started = clock.now();
  // What another kind left under this name is gone before anything of this one is there.
  await stateOf(repo, source);
  const read = await attempt(deps, source, signal);
  // Stopped: nothing is stored any more. A deadline is a failure of the source and is stored as one.
  if (signal.aborted && !(signal.reason instanceof SourceFailure)) throw signal.reason;
  const ms = clock.now().getTime() - started.getTime();
  return inTurn(async () => {
    const before = await recovered(repo, await stateOf(repo, source));
    if (read instanceof SourceFailure) {
      logger.warn({ source: source.name, status: read.status, code: read.code, ms }, `sync failed: ${read.message}`);
      return { state: await storeFailure(deps, source, before, read, started), failure: read };
    }
    const { state, inserted, ended } = await storeSnapshot(deps, source, before, renewed(read));
    logger.info({ source: source.name, revision: state.revision, inserted, ended, ms }, 'synced');
    return { state, failure: null };
  });
}

async function attempt(deps: SyncDeps, source: SyncedSource, signal: AbortSignal): Promise<Snapshot | SourceFailure> {
  try {
    return await source.connection.read(signal);
  } catch (error) {
    if (error instanceof SourceFailure) return error;
    if (signal.aborted) {
      const reason: unknown = signal.reason;
      if (reason instanceof SourceFailure) return reason;
      throw reason;
    }
    // A fault of ours must not stop the source for good: it is told like any other failure and tried again. Its text
    // may quote what the vendor sent, so only the log has it.
    deps.logger.error({ source: source.name, err: error }, 'a read ended in a fault of the gateway');
    return new SourceFailure(
      'BAD_RESPONSE',
      'UNEXPECTED',
      "the answer could not be read; the gateway's log has the fault",
    );
  }
}
