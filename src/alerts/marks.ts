/** What was told of each message last, and how far each source was looked at: what is new is told by that, not by the clock. */
import { chunks } from '../domain/lists.js';
import type { MessageSeverity } from '../domain/vocabulary.js';
import { alertCursorCollection, alertMarkCollection } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';

/** A message as it was when it was looked at last. */
export interface Mark {
  /** The message's. */
  readonly id: string;
  readonly source: string;
  /** Null: it stood. */
  readonly clearedAt: Date | null;
  /** How often it was raised: a vendor's message keeps its id when it comes again. */
  readonly times: number;
  /** How grave it was when it was told; null: it was not told, since it stood when the source was first looked at. */
  readonly severity: MessageSeverity | null;
  /** What its subject was called, should that be gone by the time it is over. */
  readonly subjectName: string | null;
}

export interface Cursor {
  readonly source: string;
  /** Of another kind it is another source. */
  readonly kind: string;
  readonly revision: number;
  /** Those that were there when it was looked at: one that is added later is told from then on. */
  readonly channels: readonly string[];
}

export interface Marks {
  /** Same length and order as `ids`. */
  of(ids: readonly string[]): Promise<(Mark | null)[]>;
  write(marks: readonly Mark[], now: Date): Promise<void>;
  forgetSource(source: string): Promise<void>;
  cursors(sources: readonly string[]): Promise<(Cursor | null)[]>;
  move(cursor: Cursor): Promise<void>;
  /** Clears away those of messages that are kept no more. */
  sweep(now: Date): Promise<void>;
}

/** Longer than a message is kept after it was cleared. */
const KEPT_MS = 35 * 86_400_000;
const IDS_AT_ONCE = 1000;

export function createMarks(repo: Repo): Marks {
  return {
    async of(ids) {
      const marks: (Mark | null)[] = [];
      for (const some of chunks(ids, IDS_AT_ONCE)) {
        marks.push(...((await repo.getMany(alertMarkCollection, some)) as ((Doc & Mark) | null)[]));
      }
      return marks;
    },
    async write(marks, now) {
      const docs = marks.map((mark) => ({
        ...mark,
        _id: mark.id,
        forgetAt: mark.clearedAt === null ? null : new Date(now.getTime() + KEPT_MS),
      }));
      for (const some of chunks(docs, IDS_AT_ONCE)) await repo.replaceMany(alertMarkCollection, some);
    },
    async forgetSource(source) {
      await repo.deleteWhere(alertMarkCollection, { source });
    },
    async cursors(sources) {
      return (await repo.getMany(alertCursorCollection, sources)) as ((Doc & Cursor) | null)[];
    },
    move: (cursor) => repo.replaceMany(alertCursorCollection, [{ ...cursor, _id: cursor.source }]),
    async sweep(now) {
      await repo.deleteWhere(alertMarkCollection, { forgetAt: { lte: now } });
    },
  };
}
