/** Licenses that are read anew between the reads of everything, and how the two keep out of each other's way. */
import { SourceFailure } from '../domain/failure.js';
import { globalId } from '../domain/ids.js';
import { type LicensesPart, partOf } from '../domain/snapshot.js';
import type { Renewal, SourceState } from '../domain/source-state.js';
import { createTurns } from '../domain/turns.js';
import { storeLicenses } from './store-licenses.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import { takeTicket } from './tickets.js';
import { type InWriteTurn, LostRaceError } from './write-turns.js';

export interface Renewals {
  /** From now until the answer is called, what is read anew is remembered. */
  remember(): () => void;
  /** What has been read anew, and stored, while it is remembered. */
  readonly remembered: () => readonly RenewedPart[];
  /** Reads the licenses and stores them. Rejects when that fails, or when `stopping` aborts. */
  read(vendorIds: readonly string[]): Promise<SourceState>;
  /** Resolves when none is being read. */
  idle(): Promise<void>;
}

/** Licenses as a read with this ticket has them. */
export interface RenewedPart {
  readonly ticket: number;
  readonly vendorIds: readonly string[];
  readonly part: LicensesPart;
}

/** Older ones are forgotten, and left to the next read of everything: more are not read anew in the time of one. */
export const MOST_KEPT = 1_000;

/** `inTurn` is that of the source's writers. */
export function createRenewals(
  deps: SyncDeps,
  source: SyncedSource,
  { inTurn, stopping }: { readonly inTurn: InWriteTurn; readonly stopping: AbortSignal },
): Renewals {
  const inOwnTurn = createTurns();
  let remembered: RenewedPart[] | null = null;

  async function renew(vendorIds: readonly string[]): Promise<SourceState> {
    const ticket = await takeTicket(deps.repo, source.name);
    const read = await source.connection.readLicenses?.(vendorIds, stopping);
    return inTurn(async (turn) => {
      stopping.throwIfAborted();
      const { before } = turn;
      // A read that began later than this one, and is stored, knows better: of everything, or of some of these.
      if (read === undefined || before.read > ticket) return turn.flip({});
      const known = new Set(laterThan(ticket, before.renewed).map(({ vendorId }) => vendorId));
      const own = vendorIds.filter((id) => !known.has(id));
      const ids = new Set(own.map((id) => globalId('License', source.name, id)));
      const part = partOf(
        read.licenseIds.filter((id) => ids.has(id)),
        read,
      );
      const renewed = noted(before.renewed, [{ ticket, vendorIds: own }]);
      const state = await storeLicenses(deps, source, turn, part, { renewed });
      remembered?.push({ ticket, vendorIds: own, part });
      return state;
    });
  }

  return {
    remember() {
      remembered = [];
      return () => {
        remembered = null;
      };
    },
    remembered: () => remembered ?? [],
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

/** The renewals of reads that began later. */
export function laterThan(ticket: number, renewed: readonly Renewal[]): readonly Renewal[] {
  return renewed.filter((renewal) => renewal.ticket > ticket);
}

/** With these noted too: of each license the latest. */
export function noted(
  renewed: readonly Renewal[],
  parts: readonly Pick<RenewedPart, 'ticket' | 'vendorIds'>[],
): readonly Renewal[] {
  const tickets = new Map(renewed.map(({ vendorId, ticket }) => [vendorId, ticket]));
  for (const { ticket, vendorIds } of parts) {
    for (const id of vendorIds) tickets.set(id, Math.max(ticket, tickets.get(id) ?? 0));
  }
  const all = [...tickets].map(([vendorId, ticket]) => ({ vendorId, ticket }));
  return all.sort((a, b) => a.ticket - b.ticket).slice(-MOST_KEPT);
}
