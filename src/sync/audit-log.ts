/** The record of what was asked for: written before anything is done, settled once, and never changed or deleted after that. */
import { randomUUID } from 'node:crypto';
import type { AuditAttempt, AuditResult } from '../domain/audit.js';
import { globalId } from '../domain/ids.js';
import { searchWords } from '../domain/words.js';
import { AUDIT_BOOK, auditCollection, NO_SOURCE } from '../store/collections.js';
import type { Doc } from '../store/repo.js';
import { createForbiddenAttempts } from './forbidden-attempts.js';
import type { SyncDeps } from './synced-source.js';

export interface AuditLog {
  /**
   * Notes an attempt, durably: its outcome is UNKNOWN until it is settled, and stays so should the gateway die in between.
   * Rejects when the store fails, and then nothing may be done.
   */
  open(attempt: AuditAttempt): Promise<OpenEntry>;
  /** Notes an attempt that is over already. */
  record(attempt: AuditAttempt, result: AuditResult): Promise<void>;
  /** Notes an attempt of somebody whose role is too small for it: the first ten of an actor's within a minute; the rest are logged as a number. */
  recordForbidden(attempt: AuditAttempt, result: AuditResult): Promise<void>;
  /** Resolves when no entry is open any more. */
  settled(): Promise<void>;
}

export interface OpenEntry {
  /**
   * Called once. `subjectId` takes the place of the attempt's: of what was made, its own. Never rejects: what cannot be
   * recorded is logged, and the entry stays UNKNOWN.
   */
  settle(result: AuditResult & { readonly subjectId?: string }): Promise<void>;
}

const UNSETTLED: AuditResult = { after: null, outcome: 'UNKNOWN', code: null, upstreamRequestId: null };
/** Longer ones are no ids: what a caller sends must not fill the store. */
const LONGEST_SUBJECT = 300;

export function createAuditLog({ repo, clock, logger }: Pick<SyncDeps, 'repo' | 'clock' | 'logger'>): AuditLog {
  let entries = 0;
  const open = new Set<Promise<void>>();
  const forbidden = createForbiddenAttempts({ clock, logger });
  const stamped = (source: string | null): Stamp => stampOf(clock.now(), source ?? NO_SOURCE, entries++);
  async function record(attempt: AuditAttempt, result: AuditResult): Promise<void> {
    const stamp = stamped(attempt.source);
    await repo.insertMany(auditCollection, [{ ...stamp, ...bodyOf(attempt, result), isSettled: true }]);
  }
  return {
    async open(attempt) {
      const stamp = stamped(attempt.source);
      await repo.insertMany(auditCollection, [{ ...stamp, ...bodyOf(attempt, UNSETTLED), isSettled: false }]);
      let close: () => void = () => {};
      const closed = new Promise<void>((resolve) => {
        close = resolve;
      });
      open.add(closed);
      return {
        async settle({ subjectId = attempt.subjectId, ...result }) {
          const next = { ...stamp, ...bodyOf({ ...attempt, subjectId }, result), isSettled: true };
          try {
            await repo.compareAndSet(auditCollection, { _id: stamp._id, isSettled: false }, next);
          } catch (error) {
            const { outcome, code } = result;
            logger.error({ err: error, id: stamp._id, outcome, code }, 'the outcome of a change could not be recorded');
          } finally {
            open.delete(closed);
            close();
          }
        },
      };
    },
    record,
    async recordForbidden(attempt, result) {
      if (forbidden.isRecorded(attempt.actor)) await record(attempt, result);
    },
    async settled() {
      forbidden.tell();
      // One that is settled may be followed by the next of its operation.
      while (open.size > 0) await Promise.all(open);
    },
  };
}

interface Stamp {
  readonly _id: string;
  readonly id: string;
  readonly book: typeof AUDIT_BOOK;
  readonly source: string;
  readonly at: Date;
}

/** `place` keeps the entries of one moment in the order in which they came about. */
function stampOf(at: Date, source: string, place: number): Stamp {
  const vendorId = `${at.getTime()}-${String(place % 1_000_000).padStart(6, '0')}-${randomUUID()}`;
  const id = globalId('AuditEntry', source, vendorId);
  return { _id: id, id, book: AUDIT_BOOK, source, at };
}

function bodyOf({ source: _source, ...attempt }: AuditAttempt, result: AuditResult): Omit<Doc, '_id'> {
  const subjectId = attempt.subjectId?.slice(0, LONGEST_SUBJECT) ?? null;
  return {
    typeName: 'AuditEntry',
    ...attempt,
    ...result,
    subjectId,
    words: [...new Set(searchWords(`${attempt.actor} ${attempt.action} ${subjectId ?? ''}`))],
  };
}
