/** What is stored of a source itself: how reading it went, and which revision of its things readers see. */
import type { JsonObject } from './json.js';
import type { LicenseStatus, MessageSeverity, QuotaState, SourceStatus } from './vocabulary.js';

export interface SourceState {
  /** The source's name. */
  readonly _id: string;
  readonly kind: string;
  readonly status: SourceStatus;
  readonly lastError: { readonly code: string; readonly message: string } | null;
  readonly lastAttemptAt: Date | null;
  readonly lastSyncedAt: Date | null;
  readonly nextSyncAt: Date | null;
  readonly version: string | null;
  readonly timeZone: string | null;
  /** Fields of Source that only its kind has. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly vendorFields: JsonObject;
  /** Readers see the documents with `from` ≤ revision < `until`. */
  readonly revision: number;
  /** The revision being written; not null after a crash, until the next writer clears it away. */
  readonly writing: number | null;
  /** The token of the latest claim to write; what any other writes is refused. */
  readonly writer: string | null;
  /** The store's session in which that claim's writes are made; null where the store has none. */
  readonly session: string | null;
  /** Counts the writes of this document: who writes it names the stamp it read, so that nobody overwrites unseen. */
  readonly stamp: number;
  /** The ticket of the latest complete read that is stored. */
  readonly read: number;
  /** Licenses that were read anew since, oldest first. */
  readonly renewed: readonly Renewal[];
  /** When the latest revisions came to be, oldest first: as long as operations may still read the ones before. */
  readonly flips: readonly { readonly revision: number; readonly at: Date }[];
  readonly tally: Tally;
  /** By which code and policy all of it was evaluated. */
  readonly rules: string | null;
  /** When evaluation would come out differently though nothing was read. */
  readonly changesAt: Date | null;
}

/** A license that was read anew between two reads of everything. */
export interface Renewal {
  readonly vendorId: string;
  readonly ticket: number;
}

/** Counts of what the revision holds, so that a total is never a scan. */
export interface Tally {
  /** By collection. */
  readonly total: Readonly<Record<string, number>>;
  readonly licenses: Readonly<Partial<Record<LicenseStatus, number>>>;
  readonly quotas: Readonly<Partial<Record<QuotaState, number>>>;
  /** Active messages only. */
  readonly messages: Readonly<Partial<Record<MessageSeverity, number>>>;
}

export const emptyTally: Tally = { total: {}, licenses: {}, quotas: {}, messages: {} };

/** A source that was never tried. */
export function pendingState(name: string, kind: string): SourceState {
  return {
    _id: name,
    kind,
    status: 'PENDING',
    lastError: null,
    lastAttemptAt: null,
    lastSyncedAt: null,
    nextSyncAt: null,
    version: null,
    timeZone: null,
    details: {},
    vendorFields: {},
    revision: 0,
    writing: null,
    writer: null,
    session: null,
    stamp: 0,
    read: 0,
    renewed: [],
    flips: [],
    tally: emptyTally,
    rules: null,
    changesAt: null,
  };
}
