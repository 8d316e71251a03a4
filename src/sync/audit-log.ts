/** The record of what was asked for: written before anything is done, settled once, and never changed or deleted after that. */
import { randomUUID } from 'node:crypto';
import type { AuditAttempt, AuditResult } from '../domain/audit.js';
import { globalId } from '../domain/ids.js';
import type { Clock } from '../domain/ports.js';
import { searchWords } from '../domain/words.js';
import { auditCollection, NO_SOURCE } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';

export interface AuditLog {
  /**
   * Notes an attempt, durably: its outcome is UNKNOWN until it is settled, and stays so should the gateway die in between.
   * Rejects when the store fails, and then nothing may be done.
   */
  open(attempt: AuditAttempt): Promise<OpenEntry>;
  /** Notes an attempt that is over already. */
  record(attempt: AuditAttempt, result: AuditResult): Promise<void>;
}

export interface OpenEntry {
  /** `subjectId` takes the place of the attempt's: of what was made, its own. */
  settle(result: AuditResult & { readonly subjectId?: string }): Promise<void>;
}

const UNSETTLED: AuditResult = { after: null, outcome: 'UNKNOWN', code: null, upstreamRequestId: null };
/** Longer ones are no ids: what a caller sends must not fill the store. */
const LONGEST_SUBJECT = 300;

export function createAuditLog(repo: Repo, clock: Clock): AuditLog {
  let entries = 0;
  const document = (attempt: AuditAttempt, result: AuditResult) => toDocument(attempt, result, clock.now(), entries++);
  return {
    async open(attempt) {
      const doc = document(attempt, UNSETTLED);
      await repo.insertMany(auditCollection, [doc]);
      return {
        async settle({ subjectId, ...result }) {
          const settled = { ...attempt, subjectId: subjectId ?? attempt.subjectId };
          const next = { ...document(settled, result), _id: doc._id, id: doc._id, at: doc.at };
          await repo.compareAndSet(auditCollection, { _id: doc._id, isSettled: false }, { ...next, isSettled: true });
        },
      };
    },
    async record(attempt, result) {
      await repo.insertMany(auditCollection, [{ ...document(attempt, result), isSettled: true }]);
    },
  };
}

/** `place` keeps the entries of one moment in the order in which they came about. */
function toDocument(attempt: AuditAttempt, result: AuditResult, at: Date, place: number): Doc {
  const source = attempt.source ?? NO_SOURCE;
  const vendorId = `${at.getTime()}-${String(place % 1_000_000).padStart(6, '0')}-${randomUUID()}`;
  const id = globalId('AuditEntry', source, vendorId);
  const subjectId = attempt.subjectId?.slice(0, LONGEST_SUBJECT) ?? null;
  return {
    _id: id,
    id,
    typeName: 'AuditEntry',
    at,
    ...attempt,
    ...result,
    subjectId,
    source,
    isSettled: false,
    words: [...new Set(searchWords(`${attempt.actor} ${attempt.action} ${subjectId ?? ''}`))],
  };
}
