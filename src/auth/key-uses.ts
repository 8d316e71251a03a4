/** When each API key was last used: known at once, and written down seldom enough to cost nothing. */
import type { Clock, Logger } from '../domain/ports.js';

/** Where uses are kept, for all gateways together. */
export interface KeyUseStore {
  /** Same length and order as `names`; null: never used. */
  read(names: readonly string[]): Promise<readonly (Date | null)[]>;
  /** Keeps the later of this use and what is there already. */
  write(name: string, at: Date): Promise<void>;
}

export interface KeyUses {
  /** The key of this name was just used. Never fails: what cannot be written down is logged. */
  note(name: string): void;
  /** Same length and order as `names`; null: never used. Of other gateways' uses the latest may be a minute late. */
  lastUsed(names: readonly string[]): Promise<readonly (Date | null)[]>;
  /** Writes down what is not written yet. */
  settle(): Promise<void>;
}

export interface KeyUsesDeps {
  readonly store: KeyUseStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long a use may wait for the next to be written with it. */
const WRITE_EVERY_MS = 60_000;

export function createKeyUses({ store, clock, logger }: KeyUsesDeps): KeyUses {
  const latest = new Map<string, Date>();
  const written = new Map<string, Date>();
  const writing = new Set<Promise<void>>();

  function write(name: string, at: Date): void {
    written.set(name, at);
    const done = store
      .write(name, at)
      .catch((error: unknown) =>
        logger.warn({ err: error, key: name }, 'the use of an API key could not be written down'),
      )
      .finally(() => writing.delete(done));
    writing.add(done);
  }

  return {
    note(name) {
      const now = clock.now();
      latest.set(name, now);
      const last = written.get(name);
      // Either way: a clock that was set back must not keep uses from being written until it has caught up.
      if (last === undefined || Math.abs(now.getTime() - last.getTime()) >= WRITE_EVERY_MS) write(name, now);
    },
    async lastUsed(names) {
      const stored = await store.read(names);
      return names.map((name, index) => later(stored[index] ?? null, latest.get(name) ?? null));
    },
    async settle() {
      for (const [name, at] of latest) if (at !== written.get(name)) write(name, at);
      await Promise.all(writing);
    },
  };
}

function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
