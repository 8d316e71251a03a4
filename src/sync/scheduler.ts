/** When each source is read: at once, then every interval with jitter, one run at a time, until it is stopped. */
import { SourceFailure } from '../domain/failure.js';
import type { SourceState } from '../domain/source-state.js';
import { LostRaceError } from './replace.js';
import { noteNextSync, reevaluateSource, type SyncDeps, type SyncedSource, syncSource } from './sync-source.js';

export interface ScheduledSource extends SyncedSource {
  readonly syncIntervalMs: number;
  /** Longest time one read may take in all. */
  readonly deadlineMs: number;
}

export interface Scheduler {
  /** Starts every source. */
  start(): void;
  /** Reads one source now, or joins the run under way. Rejects for a name it does not know. */
  refresh(name: string): Promise<SourceState>;
  /** Names of the sources that were not tried yet. */
  untried(): string[];
  /** Aborts what runs and waits until nothing does. */
  stop(): Promise<void>;
}

/** Share of the interval by which runs are spread, so that many sources do not ask in step. */
const JITTER = 0.1;
/** setTimeout holds at most 2^31 - 1 ms; a farther moment is waited for in steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createScheduler(deps: SyncDeps, sources: readonly ScheduledSource[], random = Math.random): Scheduler {
  const runners = new Map(sources.map((source) => [source.name, createRunner(deps, source, random)]));
  return {
    start() {
      for (const runner of runners.values()) runner.start();
    },
    async refresh(name) {
      const runner = runners.get(name);
      if (runner === undefined) throw new Error(`there is no source "${name}" to refresh`);
      return runner.run();
    },
    untried: () => [...runners].filter(([, runner]) => !runner.tried()).map(([name]) => name),
    async stop() {
      await Promise.all([...runners.values()].map((runner) => runner.stop()));
    },
  };
}

function createRunner(deps: SyncDeps, source: ScheduledSource, random: () => number) {
  const stopping = new AbortController();
  let running: Promise<SourceState> | null = null;
  let ticking: Promise<void> | null = null;
  let syncTimer: NodeJS.Timeout | undefined;
  let tickTimer: NodeJS.Timeout | undefined;
  let tried = false;

  /** One run at a time: whoever asks while one is under way gets that one's outcome. */
  function run(): Promise<SourceState> {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  }

  async function once(): Promise<SourceState> {
    clearTimeout(syncTimer);
    await ticking;
    const giveUp = new AbortController();
    const deadline = setTimeout(() => {
      const message = `reading it all took longer than ${source.deadlineMs} ms`;
      giveUp.abort(new SourceFailure('TIMEOUT', 'SYNC_DEADLINE', message));
    }, source.deadlineMs);
    let delay = source.syncIntervalMs * (1 - JITTER + 2 * JITTER * random());
    try {
      const state = await syncSource(deps, source, AbortSignal.any([stopping.signal, giveUp.signal]));
      tried = true;
      return await scheduled(state, delay);
    } catch (error) {
      if (!stopping.signal.aborted) {
        // The store failed, or another writer was faster: nothing was half written; try again before long.
        if (!(error instanceof LostRaceError)) deps.logger.error({ source: source.name, err: error }, 'sync broke off');
        delay = Math.min(delay, 5_000);
        syncTimer = setTimeout(() => void run().catch(() => {}), delay);
      }
      throw error;
    } finally {
      clearTimeout(deadline);
    }
  }

  async function scheduled(state: SourceState, delay: number): Promise<SourceState> {
    if (stopping.signal.aborted) return state;
    syncTimer = setTimeout(() => void run().catch(() => {}), delay);
    armTick(state);
    return noteNextSync(deps.repo, state, new Date(deps.clock.now().getTime() + delay));
  }

  /** Evaluates again at the next moment at which the clock alone changes the outcome. */
  function armTick(state: SourceState): void {
    clearTimeout(tickTimer);
    if (state.changesAt === null || stopping.signal.aborted) return;
    const wait = Math.max(0, state.changesAt.getTime() - deps.clock.now().getTime());
    tickTimer = setTimeout(
      () => {
        if (wait > LONGEST_TIMER_MS) return armTick(state);
        if (running !== null) return; // the run under way evaluates anyway, and arms the next tick
        ticking = tick().finally(() => {
          ticking = null;
        });
      },
      Math.min(wait, LONGEST_TIMER_MS),
    );
  }

  async function tick(): Promise<void> {
    try {
      armTick(await reevaluateSource(deps, source));
    } catch (error) {
      deps.logger.warn(
        { source: source.name, err: error },
        'evaluation by the clock broke off; the next sync makes up for it',
      );
    }
  }

  return {
    run,
    tried: () => tried,
    start: () => void run().catch(() => {}),
    async stop() {
      stopping.abort(new Error('the gateway is stopping'));
      clearTimeout(syncTimer);
      clearTimeout(tickTimer);
      await Promise.all([running?.catch(() => {}), ticking]);
      await source.connection.close();
    },
  };
}
