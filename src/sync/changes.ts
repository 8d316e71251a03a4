/** What the writes of every source did, by this gateway or another on the same store: told once each, in order per source. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { chunks } from '../domain/lists.js';
import type { Logger } from '../domain/ports.js';
import { pendingState, type SourceState } from '../domain/source-state.js';
import { createTurns, type InTurn } from '../domain/turns.js';
import type { Doc, Repo } from '../store/repo.js';
import { idsWritten, type VersionedKind, versionedKinds, versionsWritten } from './changes/versions.js';

/** `doc`: the new version as it is stored, with what it is found by. */
export interface EntityChange {
  readonly kind: VersionedKind;
  readonly source: string;
  readonly revision: number;
  readonly doc: Doc;
}

/** A read of the source has ended, well or badly. */
export interface SourceSynced {
  readonly kind: 'SOURCE_SYNCED';
  readonly source: string;
  readonly revision: number;
  readonly state: SourceState;
}

export type Change = EntityChange | SourceSynced;
export type ChangeKind = Change['kind'];

/** What it answers is waited for before the next change of that source is told. */
export type ChangeListener = (change: Change) => void | Promise<void>;

export interface Changes {
  /**
   * Tells of what is written from now on; what is being told at this moment may still come. Answers how to end that. Of what
   * nobody listens to nothing is read.
   */
  listen(kinds: readonly ChangeKind[], listener: ChangeListener): () => void;
  /** How many listen. */
  listeners(): number;
  /** Resolves when nothing is read any more. */
  close(): Promise<void>;
}

export interface ChangesDeps {
  readonly repo: Repo;
  readonly logger: Logger;
  /** The wait after the store has failed. */
  readonly retryMs?: number;
}

/** Versions read at once. */
const READ_AT_ONCE = 500;
const RETRY_MS = 1_000;

/** Resolves when every write from then on is told. */
export async function createChanges({ repo, logger, retryMs = RETRY_MS }: ChangesDeps): Promise<Changes> {
  const listening = new Set<{ readonly kinds: ReadonlySet<ChangeKind>; readonly take: ChangeListener }>();
  /** By source, as it was when it was last told of. */
  const latest = new Map<string, SourceState>();
  const turns = new Map<string, InTurn>();
  const closing = new AbortController();
  const { signal } = closing;

  const isHeard = (kind: ChangeKind) => [...listening].some(({ kinds }) => kinds.has(kind));

  /** One that is no later than what was told of already is passed over: it comes twice after a gap. */
  function take(state: SourceState): void {
    const last = latest.get(state._id);
    // Of another kind: what was stored was forgotten, and everything is counted from the beginning again.
    const before = last?.kind === state.kind ? last : pendingState(state._id, state.kind);
    if (before === last && state.stamp <= last.stamp) return;
    latest.set(state._id, state);
    if (listening.size === 0 || signal.aborted) return;
    const inTurn = turns.get(state._id) ?? createTurns();
    turns.set(state._id, inTurn);
    inTurn(() => tell(before, state)).catch((error) => {
      if (!signal.aborted) logger.error({ source: state._id, err: error }, 'changes could not be told');
    });
  }

  async function tell(before: SourceState, state: SourceState): Promise<void> {
    const source = state._id;
    for (let revision = before.revision + 1; revision <= state.revision; revision++) {
      for (const kind of versionedKinds) {
        if (!isHeard(kind)) continue;
        const ids = await patiently(source, () => idsWritten(repo, { source, revision, kind }));
        for (const some of chunks(ids, READ_AT_ONCE)) {
          const docs = await patiently(source, () => versionsWritten(repo, { source, revision, kind }, some));
          for (const doc of docs) await deliver({ kind, source, revision, doc });
        }
      }
    }
    if (state.revision > before.revision) await patiently(source, () => warnOfGap(source, before.revision));
    if (state.lastAttemptAt?.getTime() === before.lastAttemptAt?.getTime()) return;
    await deliver({ kind: 'SOURCE_SYNCED', source, revision: state.revision, state });
  }

  async function deliver(change: Change): Promise<void> {
    const heard = [...listening].filter(({ kinds }) => kinds.has(change.kind));
    await Promise.all(
      heard.map(async (listener) => {
        try {
          await listener.take(change);
        } catch (error) {
          logger.error({ source: change.source, err: error }, 'a change was told and could not be taken');
        }
      }),
    );
    // Thousands may follow each other, and whoever is told of them has to send them somewhere.
    await setImmediate();
  }

  /** Versions that were superseded are kept for a while only; told of later, what took their place looks new. */
  async function warnOfGap(source: string, from: number): Promise<void> {
    const now = (await repo.get('sources', source)) as (Doc & SourceState) | null;
    const oldest = now?.flips[0]?.revision ?? 0;
    if (oldest <= from + 1) return;
    logger.warn(
      { source, from, oldest },
      'changes are told late: some are left out, and others are told as if they were new',
    );
  }

  /** Again and again until the store answers: nothing is passed over. */
  async function patiently<T>(source: string, read: () => Promise<T>): Promise<T> {
    for (;;) {
      signal.throwIfAborted();
      try {
        return await read();
      } catch (error) {
        if (signal.aborted) throw error;
        logger.warn({ source, err: error }, 'changes could not be read and are read again');
        await setTimeout(retryMs, undefined, { signal });
      }
    }
  }

  async function readAll(): Promise<void> {
    for await (const docs of repo.scan('sources', {})) for (const doc of docs) take(doc as Doc & SourceState);
  }

  const stopWatching = await repo.watch('sources', {
    changed: (doc) => take(doc as Doc & SourceState),
    missed() {
      patiently('', readAll).catch(() => {});
    },
  });
  await readAll();

  return {
    listen(kinds, listener) {
      const entry = { kinds: new Set(kinds), take: listener };
      listening.add(entry);
      return () => listening.delete(entry);
    },
    listeners: () => listening.size,
    async close() {
      closing.abort(new Error('the gateway is stopping'));
      listening.clear();
      await stopWatching();
      await Promise.all([...turns.values()].map((inTurn) => inTurn(async () => {})));
    },
  };
}
