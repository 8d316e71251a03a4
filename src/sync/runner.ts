/** The life of one source in this gateway: its runs, when the next one comes, and its evaluations by the clock. */
import { NotBegunError, type SourceCommands } from '../domain/commands.js';
import { SourceFailure } from '../domain/failure.js';
import { silentTelemetry } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import { createTurns } from '../domain/turns.js';
import { acknowledgeMessage } from './acknowledge.js';
import { createDelays } from './delays.js';
import { rulesOf } from './documents.js';
import { createKnownRead } from './known-read.js';
import type { Lease, Leases } from './leases.js';
import { reevaluateSource } from './reevaluate.js';
import { createRenewals } from './renewals.js';
import { syncSource } from './sync-source.js';
import { type SyncDeps, type SyncedSource, stateOf } from './synced-source.js';
import type { Timers } from './timers.js';
import { createVendorTurns } from './vendor-turns.js';
import { createWriteTurns, LostRaceError } from './write-turns.js';

export interface ScheduledSource extends SyncedSource {
  readonly syncIntervalMs: number;
  /** Longest time one read may take in all. */
  readonly deadlineMs: number;
  readonly commands: SourceCommands;
  /** False: nobody reads it but who is told to; what is stored of it comes by imports. */
  readonly isPolled?: boolean;
}

export interface RunnerDeps extends SyncDeps {
  readonly leases: Leases;
  readonly timers: Timers;
}

/** How soon a run is tried again when the store failed or another writer was faster. */
const RETRY_MS = 5_000;
/** Changes by the clock that follow each other closely are evaluated together. */
const SHORTEST_TICK_MS = 1_000;
/** How long a gateway that is gone keeps the others from reading a source. */
const LONGEST_LEASE_MS = 15_000;
const SHORTEST_LEASE_MS = 1_000;
/** Whoever takes over reads at once, unless the one before came to one of these not long ago. */
const SETTLED: ReadonlySet<SourceState['status']> = new Set(['OK', 'RATE_LIMITED']);
/** setTimeout holds at most 2^31 - 1 ms; a farther moment is waited for in steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createRunner(deps: RunnerDeps, source: ScheduledSource, random: () => number) {
  const { repo, leases, timers, logger, clock, telemetry = silentTelemetry } = deps;
  const { isPolled = true } = source;
  const stopping = new AbortController();
  let running: Promise<SourceState> | null = null;
  let following: Promise<SourceState> | null = null;
  /** The writers of what is stored take turns. */
  const inLine = createTurns();
  const inTurn = createWriteTurns({ repo, source, inLine, stopping: stopping.signal, timers });
  const vendorTurns = createVendorTurns({ source, leases, clock, stopping: stopping.signal });
  const known = createKnownRead();
  const renewals = createRenewals(deps, source, { inTurn, stopping: stopping.signal });
  let cancelSync = () => {};
  let cancelTick = () => {};
  let lease: Lease | undefined;
  /** The stamp of the state by which the next tick is set. */
  let ticksBy = 0;
  /** Whether everything has to be evaluated again, not only what is due. */
  let isPolicyNew = false;
  /** What is imported is there as soon as it is configured, imported or not. */
  let tried = !isPolled;
  /** What was stored when it began. */
  let found: Promise<SourceState | null> | null = null;
  const delayAfter = createDelays(source, random);

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

  function start(): void {
    found ??= stateOf(repo, source).catch(() => null);
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
      if (!isPolled) isPolicyNew ||= isByOther(state);
      armTick(state);
      if (!isPolled) return;
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
      if (isPolled) schedule(RETRY_MS);
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
        () => syncSource(deps, source, signal, { inTurn, remembered: renewals.remembered, known, next }),
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
    perform: vendorTurns.perform,
    start,
    acknowledge: (messageId: string, by: string) => inTurn((turn) => acknowledgeMessage(deps, turn, messageId, by)),
    isPolling: () => isPolled && isPoller(),
    async isTried() {
      if (tried) return true;
      // What a gateway before, or another, has stored can be served: nobody has to wait for a vendor that answers slowly.
      const state = lease?.isElsewhere() === true ? await stateOf(repo, source).catch(() => null) : await found;
      return state !== null && state.lastAttemptAt !== null;
    },
    async stop() {
      // To whoever waits for a read it is no fault.
      stopping.abort(new NotBegunError('the gateway is stopping'));
      cancelSync();
      cancelTick();
      await running?.catch(() => {});
      await vendorTurns.idle();
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
