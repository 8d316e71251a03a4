/** One sync of one source: read, evaluate, store; or, when it fails, say why and keep what was there. */
import { SourceFailure } from '../domain/failure.js';
import { type Snapshot, withPart } from '../domain/snapshot.js';
import type { Renewal, SourceState } from '../domain/source-state.js';
import { laterThan, noted, type RenewedPart } from './renewals.js';
import { storeFailure, storeSnapshot } from './store-outcome.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import { takeTicket } from './tickets.js';
import { createWriteTurns, type InWriteTurn, LostRaceError, type Turn } from './write-turns.js';

export interface SyncOutcome {
  readonly state: SourceState;
  /** Why it could not be read; null when it could. */
  readonly failure: SourceFailure | null;
}

export interface SyncOptions {
  readonly inTurn?: InWriteTurn;
  /** What this process has read anew, and stored, since this read began. */
  readonly remembered?: () => readonly RenewedPart[];
  /** What else is noted of the source with the outcome. */
  readonly next?: (failure: SourceFailure | null) => Partial<SourceState>;
}

/** When others have read more licenses anew meanwhile, everything is read once more instead. */
const MOST_READ_AGAIN = 50;
/** How often licenses that others have read anew meanwhile are read again, and how often everything is. */
const MOST_ROUNDS = 3;

/** Reads the source once and, in its turn, stores what it said, or why it did not. Rejects only when the store fails or `signal` aborts. */
export async function syncSource(
  deps: SyncDeps,
  source: SyncedSource,
  signal: AbortSignal,
  options: SyncOptions = {},
): Promise<SyncOutcome> {
  const { inTurn = createWriteTurns({ repo: deps.repo, source }), remembered = () => [], next = () => ({}) } = options;
  const stored = await deps.repo.get('sources', source.name);
  // What another kind left under this name is gone before anything of this one is there: whoever takes a turn forgets it.
  if (stored !== null && stored.kind !== source.kind) await inTurn(async () => {});
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const mostAgain = round === 1 ? MOST_READ_AGAIN : Number.POSITIVE_INFINITY;
    const outcome = await once({ deps, source, signal, inTurn, remembered, next, mostAgain });
    if (outcome !== null) return outcome;
  }
  throw new LostRaceError(source.name);
}

interface Sync extends Required<SyncOptions> {
  readonly deps: SyncDeps;
  readonly source: SyncedSource;
  readonly signal: AbortSignal;
  readonly mostAgain: number;
}

/** Null: others have read too much anew meanwhile. */
async function once(sync: Sync): Promise<SyncOutcome | null> {
  const { deps, source, inTurn, mostAgain } = sync;
  const started = deps.clock.now();
  const ticket = await takeTicket(deps.repo, source.name);
  let read: Snapshot | SourceFailure = await attempt(sync, () => source.connection.read(sync.signal));
  const failure = read instanceof SourceFailure ? read : null;
  const next = sync.next(failure);
  const ms = deps.clock.now().getTime() - started.getTime();
  const again: RenewedPart[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const said = read;
    const result = await inTurn((turn) => stored({ ...sync, turn, said, ticket, started, again, noted: next, ms }));
    if (!('missing' in result)) return result;
    if (result.missing.length > mostAgain) return null;
    const part = await readAgain(sync, result.missing);
    if (part instanceof SourceFailure) read = part;
    else again.push(part);
  }
  return null;
}

interface Said extends Sync {
  readonly turn: Turn;
  readonly said: Snapshot | SourceFailure;
  readonly ticket: number;
  readonly started: Date;
  readonly again: readonly RenewedPart[];
  /** What else is noted. */
  readonly noted: Partial<SourceState>;
  readonly ms: number;
}

/** Or which licenses others have read anew meanwhile, by their vendor ids. */
async function stored(sync: Said): Promise<SyncOutcome | { readonly missing: readonly string[] }> {
  const { deps, source, turn, said, ticket, started, again, noted: next, ms } = sync;
  const { before } = turn;
  const { logger } = deps;
  const failure = said instanceof SourceFailure ? said : null;
  if (before.read > ticket) {
    logger.info({ source: source.name, ms }, 'a read that began later is stored already: this one is dropped');
    return { state: await turn.flip(next), failure };
  }
  if (said instanceof SourceFailure) {
    logger.warn({ source: source.name, status: said.status, code: said.code, ms }, `sync failed: ${said.message}`);
    return { state: await storeFailure(deps, source, turn, said, started, next), failure };
  }
  const later = laterThan(ticket, before.renewed);
  const parts = [...sync.remembered(), ...again].filter((part) => part.ticket > ticket);
  const missing = missingIn(parts, later);
  if (missing.length > 0 && source.connection.readLicenses !== undefined) return { missing };
  const snapshot = parts
    .sort((a, b) => a.ticket - b.ticket)
    .reduce((whole: Snapshot, { part }) => withPart(whole, part), said);
  const renewed = noted(later, again);
  const { state, inserted, ended } = await storeSnapshot(deps, source, turn, snapshot, {
    ...next,
    read: ticket,
    renewed,
  });
  logger.info({ source: source.name, revision: state.revision, inserted, ended, ms }, 'synced');
  return { state, failure };
}

function missingIn(parts: readonly RenewedPart[], later: readonly Renewal[]): readonly string[] {
  const known = new Map(noted([], parts).map(({ vendorId, ticket }) => [vendorId, ticket]));
  return later.filter(({ vendorId, ticket }) => (known.get(vendorId) ?? 0) < ticket).map(({ vendorId }) => vendorId);
}

async function readAgain(sync: Sync, vendorIds: readonly string[]): Promise<RenewedPart | SourceFailure> {
  const { deps, source, signal } = sync;
  const ticket = await takeTicket(deps.repo, source.name);
  const nothing = { licenseIds: [], licenses: [], targets: [], meters: [] };
  const part = await attempt(sync, async () => (await source.connection.readLicenses?.(vendorIds, signal)) ?? nothing);
  return part instanceof SourceFailure ? part : { ticket, vendorIds, part };
}

/** Rejects when the gateway stops: nothing is stored any more. A deadline is a failure of the source and is stored as one. */
async function attempt<T>({ deps, source, signal }: Sync, ask: () => Promise<T>): Promise<T | SourceFailure> {
  const answer = await failureOf(deps, source, signal, ask);
  if (signal.aborted && !(signal.reason instanceof SourceFailure)) throw signal.reason;
  return answer;
}

async function failureOf<T>(
  deps: SyncDeps,
  source: SyncedSource,
  signal: AbortSignal,
  ask: () => Promise<T>,
): Promise<T | SourceFailure> {
  try {
    return await ask();
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
