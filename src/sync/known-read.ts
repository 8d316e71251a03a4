/** The latest read of everything that this process has stored, from which a later one need only tell what has changed. */
import type { ReadMark } from '../domain/snapshot.js';
import type { SourceState } from '../domain/source-state.js';
import { laterThan, MOST_KEPT } from './renewals.js';

export interface KnownRead {
  /** What can be told from, of the source as it is stored; null: everything has to be read. */
  since(state: SourceState | null, rules: string): Since | null;
  /** Of a read that was stored just now. */
  note(mark: ReadMark | undefined, ticket: number, rules: string): void;
}

export interface Since {
  readonly mark: ReadMark;
  readonly ticket: number;
  /** Licenses that were read anew after it, by their vendor ids. */
  readonly doubtful: readonly string[];
}

export function createKnownRead(): KnownRead {
  let last: { readonly mark: ReadMark; readonly ticket: number; readonly rules: string } | null = null;
  return {
    since(state, rules) {
      // What is stored is of another read, or was evaluated in another way.
      if (last === null || state?.read !== last.ticket || state.rules !== rules || last.rules !== rules) return null;
      // Which ones were read anew is no longer known of all.
      if (state.renewed.length >= MOST_KEPT) return null;
      const doubtful = laterThan(last.ticket, state.renewed).map(({ vendorId }) => vendorId);
      return { mark: last.mark, ticket: last.ticket, doubtful };
    },
    note(mark, ticket, rules) {
      last = mark === undefined ? null : { mark, ticket, rules };
    },
  };
}
