/**
 * When each source is read: at once, then every interval with jitter, one run at a time, until it is stopped; and by one
 * gateway of those on a store, the one that holds the source's lease. What is asked for is read by whoever is asked.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SourceCommands } from '../domain/commands.js';
import type { Message } from '../domain/entities.js';
import type { QuotaPolicy } from '../domain/evaluated.js';
import type { SourceState } from '../domain/source-state.js';
import { createLeases, type Leases } from './leases.js';
import { replaced } from './replaced.js';
import { createRunner, type ScheduledSource } from './runner.js';
import type { SyncDeps } from './synced-source.js';
import { systemTimers, type Timers } from './timers.js';

export type { ScheduledSource } from './runner.js';

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
  /** Names of the sources that were never tried, neither by this gateway nor by any that has written to the store. */
  untried(): Promise<string[]>;
  /**
   * Goes on with these sources and this policy: what is the same object as before goes on undisturbed, what is new is
   * started, what is gone is stopped and its data left where it is. Resolves when nothing of the old runs any more.
   */
  replace(sources: readonly ScheduledSource[], policy: QuotaPolicy): Promise<void>;
  /** Aborts what runs, whose callers get a NotBegunError, and waits until nothing does; what cannot be closed is logged. */
  stop(): Promise<void>;
}

export function createScheduler(
  deps: SchedulerDeps,
  sources: readonly ScheduledSource[],
  random = Math.random,
): Scheduler {
  const { timers = systemTimers } = deps;
  const { leases = createLeases({ ...deps, timers, holder: randomUUID() }) } = deps;
  // One object for all, so that a policy that is replaced counts from the next evaluation on.
  const shared = { ...deps, leases, timers };
  const create = (source: ScheduledSource) => createRunner(shared, source, random);
  let runners = new Map(sources.map((source) => [source.name, create(source)]));
  let isStarted = false;
  let isStopped = false;
  /** What was replaced, until it has ended. */
  const ending = new Set<Promise<unknown>>();
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
      const { after, gone } = replaced(before, next, create);
      runners = after;
      const isOther = !isDeepStrictEqual(shared.policy, policy);
      shared.policy = policy;
      await track(Promise.all(gone.map((runner) => runner.stop())));
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

  async function track(ended: Promise<unknown>): Promise<void> {
    ending.add(ended);
    await ended.finally(() => ending.delete(ended));
  }
}
