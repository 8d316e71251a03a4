/** The sessions that guarded writes are made in: one for each guarding document, so that whoever takes over knows which to end. */
import { type ClientSession, type MongoClient, MongoServerError, UUID } from 'mongodb';
import type { Logger } from '../../domain/ports.js';
import { createTurns, type InTurn } from '../../domain/turns.js';
import type { Guard, Repo } from '../repo.js';
import { isAway } from './failures.js';
import { hasTransactions, type Topology } from './topology.js';

type GuardingDoc = Pick<Guard, 'collection' | 'id'>;

export interface Sessions {
  readonly nameOf: Repo['sessionOf'];
  readonly undo: Repo['undo'];
  /** Runs the work in the document's session, when what was asked for before has ended; null where there are no transactions. */
  within<T>(guard: GuardingDoc, work: (session: ClientSession | null) => Promise<T>): Promise<T>;
}

interface Kept {
  readonly session: ClientSession;
  readonly inTurn: InTurn;
}

export function createSessions(client: MongoClient, topology: Topology, logger: Logger): Sessions {
  /** As many as there are sources; they end with the client. */
  const kept = new Map<string, Kept>();
  const isKnown = hasTransactions(topology);

  function sessionFor({ collection, id }: GuardingDoc): Kept {
    const key = `${collection} ${id}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made: Kept = { session: client.startSession(), inTurn: createTurns() };
    kept.set(key, made);
    return made;
  }

  return {
    nameOf: (guard) => (isKnown ? String(sessionFor(guard).session.id?.id.toUUID()) : null),
    async undo(name) {
      if (!isKnown) return;
      try {
        await client.db('admin').command({ killSessions: [{ id: new UUID(name) }] });
      } catch (error) {
        if (!(error instanceof MongoServerError) || isAway(error)) throw error;
        // Not every service lets its users do that. The server ends what was begun by itself, after a while.
        logger.warn({ err: error }, 'MongoDB does not let this gateway end what another has left unfinished');
      }
    },
    within(guard, work) {
      if (!isKnown) return work(null);
      const { session, inTurn } = sessionFor(guard);
      return inTurn(() => work(session));
    },
  };
}
