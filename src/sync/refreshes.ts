/**
 * What the webhooks of one source ask to be read, gathered while something is being read, so that many of them cost few
 * calls. A license is read at once, and nothing behind it: sums over licenses follow with the next read of everything, lest
 * each event cost a crawl. Everything is read at once too, but not again before a quarter of the sync interval is over.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Logger } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import type { Scheduler } from './scheduler.js';

export interface Refreshes {
  /** `token` names who asks. */
  ask(token: string, what: readonly string[] | 'ALL'): void;
  stop(): Promise<void>;
}

export interface RefreshesDeps {
  readonly scheduler: Pick<Scheduler, 'renewLicenses' | 'readAfresh'>;
  readonly source: { readonly name: string; readonly syncIntervalMs: number };
  readonly clock: Clock;
  readonly logger: Logger;
  /** Waits for so many milliseconds; rejects when the signal aborts. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Told who asked for what could not be read. */
  readonly failed: (tokens: Iterable<string>) => void;
}

/** When more are waited for, everything is read instead. */
const MOST_WAITING = 50;
/** So few at once that a change made here, which is read in turn with these, does not wait long. */
const AT_ONCE = 5;
/**
 * Licenses that may be read in a row, and the time that earns one more: of eight calls each at most, they take half of
 * the vendor's customary 500 calls in five minutes. Beyond that everything is read, a known number of calls in a known time.
 */
const ALLOWANCE = 30;
const EARNED_EVERY_MS = 10_000;
/** Whoever asks beyond these is not told when it fails. */
const MOST_TOKENS = 1_000;

export function createRefreshes(deps: RefreshesDeps): Refreshes {
  const { scheduler, source, clock, logger, failed } = deps;
  const pause = deps.pause ?? ((ms, signal) => sleep(ms, undefined, { signal }));
  const stopping = new AbortController();
  const mayRead = createAllowance(() => clock.now().getTime());
  let licenses = new Map<string, Set<string>>();
  let everything = new Set<string>();
  let lastOfEverything: number | null = null;
  const licenseLane = createLane(readSome, () => licenses.size > 0);
  const everythingLane = createLane(readEverything, () => everything.size > 0);

  async function readSome(): Promise<void> {
    const batch = [...licenses].slice(0, AT_ONCE);
    if (!mayRead(batch.length)) return moveToEverything();
    for (const [id] of batch) licenses.delete(id);
    const tokens = batch.flatMap(([, asked]) => [...asked]);
    await settled(
      scheduler.renewLicenses(
        source.name,
        batch.map(([id]) => id),
      ),
      tokens,
    );
  }

  async function readEverything(): Promise<void> {
    const since = lastOfEverything === null ? Number.POSITIVE_INFINITY : clock.now().getTime() - lastOfEverything;
    const wait = Math.min(source.syncIntervalMs / 4 - since, source.syncIntervalMs / 4);
    if (wait > 0) await pause(wait, stopping.signal);
    lastOfEverything = clock.now().getTime();
    const tokens = everything;
    everything = new Set();
    const read = scheduler.readAfresh(source.name).then((state: SourceState) => {
      if (state.status !== 'OK') throw new Error(state.lastError?.message ?? state.status);
    });
    await settled(read, tokens);
  }

  function moveToEverything(): void {
    for (const asked of licenses.values()) noteAll(everything, asked);
    licenses = new Map();
    everythingLane.run();
  }

  /** What fails is left to the next read of everything, which is tried again by itself. */
  async function settled(read: Promise<unknown>, tokens: Iterable<string>): Promise<void> {
    try {
      await read;
    } catch (error) {
      failed(tokens);
      if (stopping.signal.aborted) return;
      const why = error instanceof Error ? error.message : 'for no known reason';
      logger.warn({ source: source.name }, `what a webhook told of could not be read: ${why}`);
    }
  }

  function createLane(work: () => Promise<void>, isAsked: () => boolean) {
    let running: Promise<void> | null = null;
    async function drain(): Promise<void> {
      while (isAsked() && !stopping.signal.aborted) await work();
    }
    function run(): void {
      // Aborting a pause is the only way in which the work can reject.
      running ??= drain()
        .catch(() => {})
        .then(() => {
          running = null;
          if (isAsked() && !stopping.signal.aborted) run();
        });
    }
    return { run, idle: async () => running };
  }

  return {
    ask(token, what) {
      if (stopping.signal.aborted) return;
      if (what === 'ALL') {
        noteAll(everything, [token]);
        return everythingLane.run();
      }
      for (const id of what) {
        const asked = licenses.get(id) ?? new Set();
        licenses.set(id, noteAll(asked, [token]));
      }
      if (licenses.size > MOST_WAITING) moveToEverything();
      else licenseLane.run();
    },
    async stop() {
      stopping.abort();
      await Promise.all([licenseLane.idle(), everythingLane.idle()]);
    },
  };
}

function noteAll(tokens: Set<string>, more: Iterable<string>): Set<string> {
  for (const token of more) if (tokens.size < MOST_TOKENS) tokens.add(token);
  return tokens;
}

/** Whether so many more are allowed now; those that are count. */
function createAllowance(now: () => number): (count: number) => boolean {
  let left = ALLOWANCE;
  let counted = now();
  return (count) => {
    // A clock that was set back must not cost what it takes to come to where it was.
    counted = Math.min(counted, now());
    const earned = Math.floor((now() - counted) / EARNED_EVERY_MS);
    left = Math.min(ALLOWANCE, left + earned);
    counted += earned * EARNED_EVERY_MS;
    if (left < count) return false;
    left -= count;
    return true;
  };
}
