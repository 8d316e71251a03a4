/** One sync of one source: read, evaluate, store; or, when it fails, say why and keep what was there. */
import { SourceFailure } from '../domain/failure.js';
import { globalId } from '../domain/ids.js';
import { partOf, type Snapshot, type SnapshotChanges, withPart } from '../domain/snapshot.js';
import type { Renewal, SourceState } from '../domain/source-state.js';
import type { Doc } from '../store/repo.js';
import { rulesOf } from './documents.js';
import { createKnownRead, type KnownRead, type Since } from './known-read.js';
import { laterThan, noted, type RenewedPart } from './renewals.js';
import { storeChanges } from './store-licenses.js';
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
  /** What this process has read, and stored, of everything. */
  readonly known?: KnownRead;
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
  const { known = createKnownRead() } = options;
  const stored = await deps.repo.get('sources', source.name);
  // What another kind left under this name is gone before anything of this one is there: whoever takes a turn forgets it.
  if (stored !== null && stored.kind !== source.kind) await inTurn(async () => {});
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const outcome = await once({ deps, source, signal, inTurn, remembered, known, next, isFirst: round === 1 });
    if (outcome !== null) return outcome;
  }
  throw new LostRaceError(source.name);
}

interface Sync extends Required<SyncOptions> {
  readonly deps: SyncDeps;
  readonly source: SyncedSource;
  readonly signal: AbortSignal;
  readonly isFirst: boolean;
}

/** Null: others have read too much anew meanwhile. */
async function once(sync: Sync): Promise<SyncOutcome | null> {
  const { deps, source, inTurn, known, isFirst } = sync;
  const started = deps.clock.now();
  const ticket = await takeTicket(deps.repo, source.name);
  const state = (await deps.repo.get('sources', source.name)) as (Doc & SourceState) | null;
  // Where that has failed once, everything is read: it can always be stored.
  const since = isFirst ? known.since(state, rulesOf(deps.policy)) : null;
  let read = await attempt(sync, () => readSince(sync, since));
  const failure = read instanceof SourceFailure ? read : null;
  const next = sync.next(failure);
  const ms = deps.clock.now().getTime() - started.getTime();
  const again: RenewedPart[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const said = read;
    const result = await inTurn((turn) =>
      stored({ ...sync, turn, said, since, ticket, started, again, noted: next, ms }),
    );
    if (result === null || !('missing' in result)) return result;
    if (isFirst && result.missing.length > MOST_READ_AGAIN) return null;
    const part = await readAgain(sync, result.missing);
    if (part instanceof SourceFailure) read = part;
    else again.push(part);
  }
  return null;
}

/** Only what has changed, where that can be told. */
async function readSince({ source, signal }: Sync, since: Since | null): Promise<Snapshot | SnapshotChanges> {
  const { connection } = source;
  const changes = since === null ? null : await connection.readChanges?.(since.mark, since.doubtful, signal);
  return changes ?? connection.read(signal);
}

interface Said extends Sync {
  readonly turn: Turn;
  readonly said: Snapshot | SnapshotChanges | SourceFailure;
  readonly since: Since | null;
  readonly ticket: number;
  readonly started: Date;
  readonly again: readonly RenewedPart[];
  /** What else is noted. */
  readonly noted: Partial<SourceState>;
  readonly ms: number;
}

/** Or which licenses others have read anew meanwhile, by their vendor ids. Null: what is stored is no longer what it was read to change. */
async function stored(sync: Said): Promise<SyncOutcome | { readonly missing: readonly string[] } | null> {
  const { deps, source, turn, said, known, ticket, started, again, noted: next, ms } = sync;
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
  const rules = rulesOf(deps.policy);
  if ('part' in said) {
    if (!isTellable(sync, rules)) return null;
    const { state, inserted, ended } = await storeChanges(deps, source, turn, withoutThose(source.name, said, later), {
      ...next,
      read: ticket,
      renewed: later,
    });
    known.note(said.mark, ticket, rules);
    logger.info({ source: source.name, revision: state.revision, inserted, ended, ms }, 'synced');
    return { state, failure };
  }
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
  known.note(said.mark, ticket, rules);
  logger.info({ source: source.name, revision: state.revision, inserted, ended, ms }, 'synced');
  return { state, failure };
}

/** Whether what is stored is still what the changes were told from, but for licenses that were read anew later than that. */
function isTellable({ known, turn, since, ticket }: Said, rules: string): boolean {
  const now = known.since(turn.before, rules);
  if (since === null || now === null || now.ticket !== since.ticket) return false;
  const later = new Set(laterThan(ticket, turn.before.renewed).map(({ vendorId }) => vendorId));
  return now.doubtful.every((id) => since.doubtful.includes(id) || later.has(id));
}

/** Of those, a later read knows better. */
function withoutThose(source: string, changes: SnapshotChanges, later: readonly Renewal[]): SnapshotChanges {
  const known = new Set(later.map(({ vendorId }) => globalId('License', source, vendorId)));
  const { part } = changes;
  return {
    ...changes,
    part: partOf(
      part.licenseIds.filter((id) => !known.has(id)),
      part,
    ),
  };
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
