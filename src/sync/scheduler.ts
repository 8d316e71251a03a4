/**
 * When each source is read: at once, then every interval with jitter, one run at a time, until it is stopped; and by one
 * gateway of those on a store, the one that holds the source's lease. What is asked for is read by whoever is asked.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { NotBegunError, type SourceCommands } from '../domain/commands.js';
import type { Message } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import { type FailureStatus, SourceFailure } from '../domain/failure.js';
import { silentTelemetry } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import { acknowledgeMessage } from './acknowledge.js';
import { rulesOf } from './documents.js';
import { createLeases, type Lease, type Leases, LeaseTakenError } from './leases.js';
import { reevaluateSource } from './reevaluate.js';
import { createRenewals } from './renewals.js';
import { syncSource } from './sync-source.js';
import { type SyncDeps, type SyncedSource, stateOf } from './synced-source.js';
import { systemTimers, type Timers } from './timers.js';
import { createTurns } from './turns.js';
import { createWriteTurns, LostRaceError } from './write-turns.js';

export interface ScheduledSource extends SyncedSource {
  readonly syncIntervalMs: number;
  /** Longest time one read may take in all. */
  readonly deadlineMs: number;
  readonly commands: SourceCommands;
  /** False: nobody reads it but who is told to; what is stored of it comes by imports. */
  readonly isPolled?: boolean;
}

export interface SchedulerDeps extends SyncDeps {
  /** Default: of its own, under a name that nobody else has. */
  readonly leases?: Leases;
  readonly timers?: Timers;
}

export interface Scheduler {
  /** Starts every source. */
  start(): void;
  /** Reads one source now, or joins the run under way. Rejects for a name it does not know. */
  refresh(name: string): Promise<SourceState>;
  /** Reads one source in a run that begins after this call; those who ask meanwhile share it. */
  readAfresh(name: string): Promise<SourceState>;
  /**
   * Reads some licenses afresh, by their vendor ids, and everything behind it; everything at once where a source has no
   * other way.
   */
  readLicenses(name: string, vendorIds: readonly string[]): Promise<SourceState>;
  /** Reads some licenses afresh and nothing behind it; everything at once where a source has no other way. */
  renewLicenses(name: string, vendorIds: readonly string[]): Promise<SourceState>;
  /**
   * Has the source do something: one thing at a time, and what is begun is finished, also when the gateway stops. Rejects
   * with NotBegunError when it is stopping, or when the things before took too long.
   */
  perform<T>(name: string, job: (commands: SourceCommands, signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Notes who has seen a message; null when the source has none of that id. Rejects for a source it does not know. */
  acknowledge(source: string, messageId: string, by: string): Promise<Message | null>;
  /** Names of the sources that this gateway is the one to poll, for now. */
  polled(): readonly string[];
  /** Names of the sources that were not tried yet, neither by this gateway nor by the one that reads them. */
  untried(): Promise<string[]>;
  /**
   * Goes on with these sources and this policy: what is the same object as before goes on undisturbed, what is new is
   * started, what is gone is stopped and its data left where it is. Resolves when nothing of the old runs any more.
   */
  replace(sources: readonly ScheduledSource[], policy: QuotaPolicy): Promise<void>;
  /** Aborts what runs, whose callers get a NotBegunError, and waits until nothing does; what cannot be closed is logged. */
  stop(): Promise<void>;
}

/** Share of the interval by which runs are spread, so that many sources do not ask in step. */
const JITTER = 0.1;
/** Failures that may be over in a moment. */
const PASSING: ReadonlySet<FailureStatus> = new Set(['UNREACHABLE', 'TIMEOUT', 'BAD_RESPONSE']);
/** The wait after the first such failure; it doubles up to the interval. */
const FIRST_RETRY_MS = 10_000;
/** How soon a run is tried again when the store failed or another writer was faster. */
const RETRY_MS = 5_000;
/** Changes by the clock that follow each other closely are evaluated together. */
const SHORTEST_TICK_MS = 1_000;
/** How long a change may wait for those before it. */
const LONGEST_QUEUE_MS = 20_000;
/** How long a gateway that is gone keeps the others from reading a source, and from changing things in it. */
const LONGEST_LEASE_MS = 15_000;
const SHORTEST_LEASE_MS = 1_000;
const PERFORM_LEASE_MS = 5_000;
/** Whoever takes over reads at once, unless the one before came to one of these not long ago. */
const SETTLED: ReadonlySet<SourceState['status']> = new Set(['OK', 'RATE_LIMITED']);
/** setTimeout holds at most 2^31 - 1 ms; a farther moment is waited for in steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createScheduler(
  deps: SchedulerDeps,
  sources: readonly ScheduledSource[],
  random = Math.random,
): Scheduler {
  const { timers = systemTimers } = deps;
  const { leases = createLeases({ ...deps, timers, holder: randomUUID() }) } = deps;
  // One object for all, so that a policy that is replaced counts from the next evaluation on.
  const shared = { ...deps, leases, timers };
  let runners = new Map(sources.map((source) => [source.name, createRunner(shared, source, random)]));
  let isStarted = false;
  let isStopped = false;
  /** What was replaced, until it has ended. */
  const ending = new Set<Promise<void>>();
  const runnerOf = (name: string) => {
    const runner = runners.get(name);
    if (runner === undefined) throw new Error(`there is no source "${name}"`);
    return runner;
  };
  return {
    start() {
      isStarted = true;
      for (const runner of runners.values()) runner.start();
    },
    refresh: async (name) => runnerOf(name).run(),
    readAfresh: async (name) => runnerOf(name).runAfresh(),
    readLicenses: async (name, vendorIds) => runnerOf(name).readLicenses(vendorIds),
    renewLicenses: async (name, vendorIds) => runnerOf(name).renewLicenses(vendorIds),
    perform: async (name, job) => runnerOf(name).perform(job),
    acknowledge: async (name, messageId, by) => runnerOf(name).acknowledge(messageId, by),
    polled: () => [...runners].flatMap(([name, runner]) => (runner.isPolling() ? [name] : [])),
    async untried() {
      const names = [...runners].map(async ([name, runner]) => ((await runner.isTried()) ? [] : [name]));
      return (await Promise.all(names)).flat();
    },
    async replace(next, policy) {
      if (isStopped) return;
      const before = runners;
      runners = new Map(
        next.map((source) => {
          const runner = before.get(source.name);
          return [source.name, runner?.source === source ? runner : createRunner(shared, source, random)];
        }),
      );
      const isOther = !isDeepStrictEqual(shared.policy, policy);
      shared.policy = policy;
      const kept = new Set(runners.values());
      const ended = Promise.all([...before.values()].filter((runner) => !kept.has(runner)).map((each) => each.stop()));
      await track(ended.then(() => {}));
      for (const runner of runners.values()) {
        if (before.get(runner.source.name) === runner) {
          if (isOther) void runner.reevaluate();
        } else if (isStarted && !isStopped) runner.start();
      }
    },
    async stop() {
      isStopped = true;
      await Promise.all([...ending, ...[...runners.values()].map((runner) => runner.stop())]);
    },
  };

  async function track(ended: Promise<void>): Promise<void> {
    ending.add(ended);
    await ended.finally(() => ending.delete(ended));
  }
}

function createRunner(
  deps: Required<Pick<SchedulerDeps, 'leases' | 'timers'>> & SyncDeps,
  source: ScheduledSource,
  random: () => number,
) {
  const { repo, leases, timers, logger, clock, telemetry = silentTelemetry } = deps;
  const stopping = new AbortController();
  let running: Promise<SourceState> | null = null;
  let following: Promise<SourceState> | null = null;
  /** The writers of what is stored take turns; so do those who write to the vendor, beside them. */
  const inLine = createTurns();
  const inTurn = createWriteTurns({ repo, source, inLine, stopping: stopping.signal, timers });
  const inVendorTurn = createTurns();
  const renewals = createRenewals(deps, source, { inTurn, stopping: stopping.signal });
  let cancelSync = () => {};
  let cancelTick = () => {};
  let lease: Lease | undefined;
  /** The stamp of the state by which the next tick is set. */
  let ticksBy = 0;
  /** Whether everything has to be evaluated again, not only what is due. */
  let isPolicyNew = false;
  /** What is imported is there as soon as it is configured, imported or not. */
  let tried = source.isPolled === false;
  let failures = 0;

  /** One run at a time: whoever asks while one is under way gets that one's outcome. */
  function run(): Promise<SourceState> {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  }

  /** The run under way may have read already what has changed since: whoever wants to see that waits for the next. */
  function runAfresh(): Promise<SourceState> {
    if (running === null) return run();
    following ??= running
      .catch(() => {})
      .then(() => {
        following = null;
        return run();
      });
    return following;
  }

  async function renewLicenses(vendorIds: readonly string[]): Promise<SourceState> {
    if (source.connection.readLicenses === undefined) return runAfresh();
    const state = await renewals.read(vendorIds);
    armTick(state);
    return state;
  }

  async function readLicenses(vendorIds: readonly string[]): Promise<SourceState> {
    const state = await renewLicenses(vendorIds);
    // Sums over licenses are read with everything.
    if (source.connection.readLicenses !== undefined) void runAfresh().catch(() => {});
    return state;
  }

  function perform<T>(job: (commands: SourceCommands, signal: AbortSignal) => Promise<T>): Promise<T> {
    const asked = clock.now().getTime();
    return inVendorTurn(async () => {
      if (stopping.signal.aborted) throw new NotBegunError('the gateway is stopping');
      // Whoever asked has most likely gone, and would not know of what is done now.
      const waited = clock.now().getTime() - asked;
      if (waited > LONGEST_QUEUE_MS) throw new NotBegunError(`earlier changes of this source took ${waited} ms`);
      try {
        const options = { timeMs: PERFORM_LEASE_MS, waitMs: LONGEST_QUEUE_MS - waited };
        // Not aborted when the gateway stops: a write cut off is one whose outcome nobody knows.
        return await leases.during(`perform:${source.name}`, options, () =>
          job(source.commands, new AbortController().signal),
        );
      } catch (error) {
        if (!(error instanceof LeaseTakenError)) throw error;
        throw new NotBegunError(`changes by another gateway took ${clock.now().getTime() - asked} ms`);
      }
    });
  }

  function start(): void {
    const timeMs = Math.max(SHORTEST_LEASE_MS, Math.min(LONGEST_LEASE_MS, source.syncIntervalMs));
    lease ??= leases.hold(`sync:${source.name}`, {
      timeMs,
      gained: (isTakenOver) => void takeUp(isTakenOver),
      renewed: () => void followOthers(),
    });
  }

  /** Goes on where the gateway before left off. At the start nobody was before, and what is configured may be another. */
  async function takeUp(isTakenOver: boolean): Promise<void> {
    if (!isTakenOver && !tried) return poll();
    try {
      const state = await stateOf(repo, source);
      // What is read again soon is evaluated by that.
      if (source.isPolled === false) isPolicyNew ||= isByOther(state);
      armTick(state);
      if (source.isPolled === false) return;
      const { status, lastAttemptAt, nextSyncAt } = state;
      const now = clock.now().getTime();
      const isRecent = lastAttemptAt !== null && Math.abs(now - lastAttemptAt.getTime()) < source.syncIntervalMs;
      const waits = isRecent && SETTLED.has(status) && nextSyncAt !== null;
      const wait = waits ? Math.min(nextSyncAt.getTime() - now, source.syncIntervalMs) : 0;
      if (wait <= 0) return poll();
      tried = true;
      schedule(wait);
    } catch (error) {
      logger.warn({ source: source.name, err: error }, 'what is stored of a source that was taken over cannot be read');
      if (source.isPolled !== false) schedule(RETRY_MS);
    }
  }

  /** What another gateway has stored may change at another time. */
  async function followOthers(): Promise<void> {
    // The next renewal looks again.
    const state = await stateOf(repo, source).catch(() => null);
    if (state !== null && state.stamp > ticksBy) armTick(state);
  }

  /** By configuration alone, nobody else reads a source on a store of this process's own. */
  function isPoller(): boolean {
    return lease?.isHeld() ?? !repo.isShared;
  }

  /** Whoever waits for a run is told of its failure; for this one nobody does, and `once` has logged it. */
  function poll(): void {
    if (isPoller()) void run().catch(() => {});
  }

  function schedule(delayMs: number): void {
    cancelSync();
    if (!stopping.signal.aborted) cancelSync = timers.after(Math.min(delayMs, LONGEST_TIMER_MS), poll);
  }

  async function once(): Promise<SourceState> {
    stopping.signal.throwIfAborted();
    const giveUp = new AbortController();
    const forget = renewals.remember();
    let delayMs = source.syncIntervalMs;
    const next = (failure: SourceFailure | null) => {
      delayMs = delayAfter(failure);
      return isPoller() ? { nextSyncAt: new Date(clock.now().getTime() + delayMs) } : {};
    };
    const cancelDeadline = timers.after(source.deadlineMs, () => {
      const message = `reading it all took longer than ${source.deadlineMs} ms`;
      giveUp.abort(new SourceFailure('TIMEOUT', 'SYNC_DEADLINE', message));
    });
    try {
      const signal = AbortSignal.any([stopping.signal, giveUp.signal]);
      const { state } = await telemetry.measure(
        { kind: 'sync', source: source.name },
        () => syncSource(deps, source, signal, { inTurn, remembered: renewals.remembered, next }),
        ({ failure }) => failure?.status ?? 'OK',
      );
      tried = true;
      schedule(delayMs);
      armTick(state);
      return state;
    } catch (error) {
      // The store failed, or another writer was faster: nothing of it is visible.
      if (!(stopping.signal.aborted || error instanceof LostRaceError)) {
        logger.error({ source: source.name, err: error }, 'sync broke off');
      }
      schedule(RETRY_MS);
      throw error;
    } finally {
      forget();
      cancelDeadline();
    }
  }

  /** A source that does not answer is asked again soon, then ever more slowly; one that refuses us keeps its interval. */
  function delayAfter(failure: SourceFailure | null): number {
    failures = failure === null ? 0 : failures + 1;
    const passing = failure !== null && PASSING.has(failure.status);
    const base = passing ? FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20) : source.syncIntervalMs;
    const spread = Math.min(base, source.syncIntervalMs) * (1 - JITTER + 2 * JITTER * random());
    return Math.max(spread, failure?.retryAfterMs ?? 0);
  }

  /** Evaluates again at the next moment at which the clock alone changes the outcome. */
  function armTick(state: SourceState, shortest = SHORTEST_TICK_MS): void {
    cancelTick();
    ticksBy = state.stamp;
    const at = isPolicyNew ? clock.now() : state.changesAt;
    if (at === null || stopping.signal.aborted) return;
    const wait = Math.max(shortest, at.getTime() - clock.now().getTime());
    cancelTick = timers.after(Math.min(wait, LONGEST_TIMER_MS), () => {
      if (wait > LONGEST_TIMER_MS) return armTick(state);
      void tick(state);
    });
  }

  async function tick(state: SourceState): Promise<void> {
    if (!isPoller()) {
      // Should this be the one again, whatever is stored then is looked at.
      ticksBy = 0;
      return;
    }
    const which = isPolicyNew ? 'ALL' : 'DUE';
    isPolicyNew = false;
    try {
      armTick(await inTurn((turn) => reevaluateSource(deps, source, turn, which)));
    } catch (error) {
      logger.warn({ source: source.name, err: error }, 'evaluation by the clock broke off and is tried again');
      isPolicyNew ||= which === 'ALL';
      armTick(state, RETRY_MS);
    }
  }

  function isByOther({ revision, rules }: SourceState): boolean {
    return revision > 0 && rules !== rulesOf(deps.policy);
  }

  /** By another policy, everything comes out anew, though nothing was read. */
  async function reevaluate(): Promise<void> {
    isPolicyNew = true;
    const state = await stateOf(repo, source).catch(() => null);
    if (state !== null) {
      isPolicyNew = isByOther(state);
      armTick(state, 0);
    } else if (!stopping.signal.aborted) {
      cancelTick();
      cancelTick = timers.after(RETRY_MS, () => void reevaluate());
    }
  }

  return {
    source,
    reevaluate,
    run,
    runAfresh,
    readLicenses,
    renewLicenses,
    perform,
    start,
    acknowledge: (messageId: string, by: string) => inTurn((turn) => acknowledgeMessage(deps, turn, messageId, by)),
    isPolling: () => source.isPolled !== false && isPoller(),
    async isTried() {
      if (tried || lease?.isElsewhere() !== true) return tried;
      const state = await stateOf(repo, source).catch(() => null);
      return state !== null && state.lastAttemptAt !== null;
    },
    async stop() {
      // To whoever waits for a read it is no fault.
      stopping.abort(new NotBegunError('the gateway is stopping'));
      cancelSync();
      cancelTick();
      await running?.catch(() => {});
      await inVendorTurn(async () => {});
      await renewals.idle();
      await inLine(async () => {});
      cancelTick();
      await lease?.release();
      await source.connection.close().catch((error: unknown) => {
        logger.warn({ source: source.name, err: error }, 'the connection could not be closed');
      });
    },
  };
}
