/**
 * Lets the writers of one source's state take turns, over all gateways on a store: whoever writes has claimed the source's
 * document, shows that it lives, and is refused by the store once somebody else has claimed it, however late it comes.
 */
import { randomUUID } from 'node:crypto';
import { pendingState, type SourceState } from '../domain/source-state.js';
import { createTurns, type InTurn } from '../domain/turns.js';
import { leaseCollection } from '../store/collections.js';
import { type Doc, FencedError, type Repo } from '../store/repo.js';
import { clearLeavings, forgetSource } from './leavings.js';
import { systemTimers, type Timers } from './timers.js';

export interface Turn {
  /** The source as it was claimed: nobody else changes it now. */
  readonly before: SourceState;
  /** Every write through it is refused with FencedError once another writer has claimed the source. */
  readonly repo: Repo;
  /** Shows readers what was written, and lets the next writer begin: once, at the end. Throws LostRaceError. */
  flip(next: Partial<SourceState>): Promise<SourceState>;
}

/** The job begins anew, in another turn, when it was overtaken: it must leave nothing behind but what it writes by its turn. */
export type InWriteTurn = <T>(job: (turn: Turn) => Promise<T>) => Promise<T>;

export interface WriteTurnsDeps {
  readonly repo: Repo;
  readonly source: { readonly name: string; readonly kind: string };
  /** The turns of this process's own writers, which come first. */
  readonly inLine?: InTurn;
  /** Ends the waiting for other gateways' turns. */
  readonly stopping?: AbortSignal;
  readonly timers?: Timers;
}

/** Another writer moved the source on meanwhile; nothing of this write is visible. */
export class LostRaceError extends Error {
  constructor(source: string) {
    super(`the source ${source} was written by somebody else meanwhile`);
    this.name = 'LostRaceError';
  }
}

/** How often it is looked whether the writer before has ended. */
const LOOK_MS = 200;
/** How often a writer shows that it lives. */
const BEAT_MS = 2_000;
/** A writer not seen to live for so long is gone. */
const DEAD_AFTER_MS = 10_000;
/** How often a job begins anew. It takes a pause of ten seconds to be overtaken, so that twice is much already. */
const MOST_TRIES = 5;

export function createWriteTurns(deps: WriteTurnsDeps): InWriteTurn {
  const { repo, source, inLine = createTurns(), stopping, timers = systemTimers } = deps;
  const { name, kind } = source;
  /** Of the claim that was not let go of: there is nobody to wait for. */
  let own: string | null = null;
  const session = repo.sessionOf({ collection: 'sources', id: name });

  async function once<T>(job: (turn: Turn) => Promise<T>): Promise<T> {
    const turn = await claim();
    try {
      const result = await job(turn);
      if (!turn.isOver()) await turn.flip({});
      return result;
    } catch (error) {
      // Where the store is away as well, the next claim clears away what there is, or the next writer's.
      const isOvertaken = turn.isOver() ? false : await letGo(turn).catch(() => false);
      // Whoever has overtaken it may be met in other forms, too: as a document that is there already.
      throw isOvertaken || error instanceof FencedError ? new LostRaceError(name) : error;
    }
  }

  /** Clears away at once what it has left, by a claim that no write still on its way can undo. Answers whether it was overtaken. */
  async function letGo(turn: ClaimedTurn): Promise<boolean> {
    await turn.end();
    const stored = await read(repo, name);
    if (stored?.writer !== turn.before.writer) return true;
    if (stored.writing !== null) await (await claim()).flip({});
    return false;
  }

  async function claim(): Promise<ClaimedTurn> {
    const isDead = createWatch(repo, name, timers);
    for (;;) {
      const stored = await read(repo, name);
      const isWaiting = repo.isShared && stored !== null && stored.writing !== null && stored.writer !== own;
      if (isWaiting && !(await isDead(stored))) {
        await pause(timers, stopping);
        continue;
      }
      // Of one that an earlier version stored, some fields may be missing.
      const before = { ...pendingState(name, kind), ...stored };
      const token = randomUUID();
      // What a killed process had begun would hold up the claim itself, and each write after it.
      if (before.session !== null && before.session !== session) await repo.undo(before.session);
      const claimed = await set(repo, stored, { ...before, writing: before.revision + 1, writer: token, session });
      if (claimed === null) continue;
      own = token;
      return begun(claimed, stored?.writing != null);
    }
  }

  /** Only what is claimed is cleared away: whoever left it can add nothing to it any more. */
  async function begun(claimed: SourceState, isLeft: boolean): Promise<ClaimedTurn> {
    const turn = claimedTurn(repo, claimed, timers);
    try {
      if (claimed.kind !== kind) {
        await forgetSource(turn.repo, name);
        const { writing: _, ...fresh } = pendingState(name, kind);
        const next = await set(repo, claimed, {
          ...fresh,
          writing: fresh.revision + 1,
          writer: claimed.writer,
          session,
        });
        if (next === null) throw new LostRaceError(name);
        await turn.end();
        return claimedTurn(repo, next, timers);
      }
      if (isLeft) await clearLeavings(turn.repo, claimed);
      return turn;
    } catch (error) {
      await turn.end();
      throw error instanceof FencedError ? new LostRaceError(name) : error;
    }
  }

  return (job) =>
    inLine(async () => {
      for (let tries = 1; ; tries++) {
        try {
          return await once(job);
        } catch (error) {
          // Where this one is stopping, who has overtaken it may be the one that was put in its place, and is not to be overtaken in turn.
          if (!(error instanceof LostRaceError) || tries === MOST_TRIES || stopping?.aborted === true) throw error;
        }
      }
    });
}

interface ClaimedTurn extends Turn {
  /** Whether it was let go of. */
  isOver(): boolean;
  /** Shows no more that it lives. */
  end(): Promise<void>;
}

function claimedTurn(repo: Repo, before: SourceState, timers: Timers): ClaimedTurn {
  const own = guardedRepo(repo, before);
  const heart = repo.isShared ? createHeart(repo, before, timers) : { end: async () => {} };
  let isOver = false;
  return {
    before,
    repo: own,
    async flip(next) {
      await heart.end();
      const state = await set(repo, before, { ...before, ...next, writing: null });
      if (state === null) throw new LostRaceError(before._id);
      isOver = true;
      return state;
    },
    isOver: () => isOver,
    end: heart.end,
  };
}

/** `writer` stays when the turn is over: what it has to tidy up behind it is refused only when another has begun. */
function guardedRepo(repo: Repo, { _id: id, writer }: SourceState): Repo {
  const guard = { collection: 'sources', id, expected: { writer } };
  return {
    ...repo,
    insertMany: (collection, docs) => repo.insertMany(collection, docs, guard),
    replaceMany: (collection, docs) => repo.replaceMany(collection, docs, guard),
    patchMany: (collection, ids, fields) => repo.patchMany(collection, ids, fields, guard),
    deleteWhere: (collection, filter) => repo.deleteWhere(collection, filter, guard),
  };
}

/**
 * Where a source's writer shows that it lives. Not in the source's own document: a beat there and the guard of a longer write
 * would stand in each other's way, over and over.
 */
const heartOf = (source: string): string => `writes:${source}`;

/** Shows that the writer lives, however long its work takes. */
function createHeart(repo: Repo, { _id, writer }: SourceState, timers: Timers) {
  let beat = 0;
  let beating: Promise<void> = Promise.resolve();
  let cancel = timers.after(BEAT_MS, next);
  let isEnded = false;
  function next(): void {
    beating = repo
      .replaceMany(leaseCollection, [{ _id: heartOf(_id), writer, beat: ++beat }])
      // One that fails is for the writes to meet.
      .catch(() => {})
      .then(() => {
        if (!isEnded) cancel = timers.after(BEAT_MS, next);
      });
  }
  return {
    async end(): Promise<void> {
      isEnded = true;
      cancel();
      await beating;
    },
  };
}

/** Whether its writer has shown nothing for so long, as far as it was looked at, by this process's own clock. */
function createWatch(repo: Repo, source: string, timers: Timers): (state: SourceState) => Promise<boolean> {
  let seen = '';
  let since = 0;
  return async ({ stamp, writer }) => {
    const heart = await repo.get(leaseCollection, heartOf(source));
    // Of one that was overtaken it says nothing of who came after it.
    const key = `${stamp} ${writer} ${heart?.writer === writer ? heart?.beat : null}`;
    if (key !== seen) since = timers.elapsed();
    seen = key;
    return timers.elapsed() - since >= DEAD_AFTER_MS;
  };
}

function pause(timers: Timers, stopping: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    stopping?.throwIfAborted();
    const stop = () => {
      cancel();
      reject(stopping?.reason);
    };
    const cancel = timers.after(LOOK_MS, () => {
      stopping?.removeEventListener('abort', stop);
      resolve();
    });
    stopping?.addEventListener('abort', stop, { once: true });
  });
}

async function read(repo: Repo, name: string): Promise<SourceState | null> {
  return (await repo.get('sources', name)) as (Doc & SourceState) | null;
}

/** Null: it is no longer what the caller read. */
async function set(repo: Repo, before: SourceState | null, next: SourceState): Promise<SourceState | null> {
  const stamped: Doc & SourceState = { ...next, stamp: (before?.stamp ?? 0) + 1 };
  const expected = before === null ? null : { _id: before._id, stamp: before.stamp };
  return (await repo.compareAndSet('sources', expected, stamped)) ? stamped : null;
}
