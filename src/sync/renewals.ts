/** Licenses that are read anew between the reads of everything, and how the two keep out of each other's way. */
import { SourceFailure } from '../domain/failure.js';
import { joinedParts, type LicensesPart, partOf, type Snapshot, withPart } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { LostRaceError, recovered } from './replace.js';
import { storeLicenses } from './store-licenses.js';
import { type SyncDeps, type SyncedSource, stateOf } from './synced-source.js';
import { createTurns, type InTurn } from './turns.js';

export interface Renewals {
  /** A read of everything begins; one at a time. */
  begin(): Run;
  /** Reads the licenses and stores them. Rejects when that fails, or when `stopping` aborts. */
  read(vendorIds: readonly string[]): Promise<SourceState>;
  /** Resolves when none is being read. */
  idle(): Promise<void>;
}

export interface Run {
  /** The snapshot with what has been read anew since the run began, which is newer. */
  renewed(snapshot: Snapshot): Snapshot;
  /** The turn in which it is stored. */
  readonly inTurn: InTurn;
  end(): void;
}

/** `inTurn` is that of the source's writers. */
export function createRenewals(
  deps: SyncDeps,
  source: SyncedSource,
  { inTurn, stopping }: { readonly inTurn: InTurn; readonly stopping: AbortSignal },
): Renewals {
  /** One after the other, so that none comes back from before it was last read. */
  const inOwnTurn = createTurns();
  let begun = 0;
  let stored = 0;
  let isRunning = false;
  let pending: LicensesPart | null = null;

  async function renew(vendorIds: readonly string[]): Promise<SourceState> {
    const runsBefore = begun;
    const read = await source.connection.readLicenses?.(vendorIds, stopping);
    return inTurn(async () => {
      stopping.throwIfAborted();
      const before = await recovered(deps.repo, await stateOf(deps.repo, source));
      // A run that began later than this read, and is stored, knows better.
      if (read === undefined || stored > runsBefore) return before;
      const part = partOf(read.licenseIds, read);
      const state = await storeLicenses(deps, source, before, part);
      if (isRunning && begun === runsBefore) pending = joinedParts(pending, part);
      return state;
    });
  }

  return {
    begin() {
      const own = ++begun;
      let isTaken = false;
      isRunning = true;
      pending = null;
      return {
        renewed(snapshot) {
          isTaken = true;
          return pending === null ? snapshot : withPart(snapshot, pending);
        },
        inTurn: (job) =>
          inTurn(async () => {
            const result = await job();
            if (isTaken) stored = own;
            return result;
          }),
        end() {
          isRunning = false;
          pending = null;
        },
      };
    },
    async read(vendorIds) {
      try {
        return await inOwnTurn(() => renew(vendorIds));
      } catch (error) {
        const isOurs = !(stopping.aborted || error instanceof SourceFailure || error instanceof LostRaceError);
        if (isOurs) deps.logger.error({ source: source.name, err: error }, 'reading some licenses broke off');
        throw error;
      }
    },
    idle: () => inOwnTurn(async () => {}),
  };
}
