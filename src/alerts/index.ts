/** Alerts: messages that are raised and cleared, told to the channels that the configuration names, by one gateway at a time. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Clock, Logger } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import { withinTime } from '../domain/within-time.js';
import type { Doc, Repo } from '../store/repo.js';
import type { Lease, Leases } from '../sync/leases.js';
import { createDelivery, type DeliverDeps, type Delivery } from './deliver.js';
import { testBody } from './event.js';
import { lookAt } from './look.js';
import { createMarks } from './marks.js';
import type { AlertOptions, ChannelOptions } from './options.js';
import { createOutbox } from './outbox.js';
import { createRepeated, type Repeated } from './repeated.js';
import { createSender, type Sending } from './send.js';

export interface Alerts {
  /** Takes part in telling from now on. */
  start(): void;
  /** From now on these channels are told of these sources. */
  reload(told: Told): Promise<void>;
  /** Looks for what is new and sends what is due, now; resolves when that is done. */
  look(): Promise<void>;
  /** Sends one event of the type `test` at once, past the outbox; throws for a name that none of the channels has. */
  test(channel: string, by: string, signal: AbortSignal): Promise<Sending>;
  /** Names, in the order of the configuration. */
  channels(): readonly string[];
  /** How many events wait, by channel. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  /** Lets what is being sent finish for a while; what is not finished is sent again, under the same id, by whoever runs next. */
  stop(): Promise<void>;
}

export interface Told {
  readonly options: AlertOptions;
  /** Names of the configured ones. */
  readonly sources: readonly string[];
}

export interface AlertsDeps extends Told {
  readonly repo: Repo;
  readonly leases: Pick<Leases, 'hold'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Counts what came of each try. */
  readonly onDelivery?: DeliverDeps['onDelivery'];
  /** At least 0 and below 1. */
  readonly chance?: () => number;
}

interface Channel {
  readonly options: ChannelOptions;
  readonly delivery: Delivery;
  readonly job: Repeated;
}

/** Others know the lease by it. */
const LEASE = 'alerts';
const LEASE_MS = 15_000;
/** How often it is looked, though nobody was told of a change. */
const LOOK_MS = 30_000;
/** Held against clocks that are set while a timer runs. */
const LONGEST_WAIT_MS = 60_000;
const SWEEP_MS = 3_600_000;
const FINISH_MS = 5_000;

export function createAlerts(deps: AlertsDeps): Alerts {
  const { repo, leases, clock, logger, onDelivery = () => {}, chance = Math.random } = deps;
  const outbox = createOutbox(repo);
  const marks = createMarks(repo);
  const sender = createSender({ clock });
  const stopping = new AbortController();
  let told: Told = deps;
  let lease: Lease | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let unwatch: (() => Promise<void>) | null = null;
  let isStarted = false;
  let isClosing = false;
  const mayDeliver = () => !isClosing && lease?.isHeld() === true;
  const failed = logFailures(logger);
  const deliverDeps: DeliverDeps = { outbox, sender, clock, logger, chance, mayDeliver, onDelivery };

  function opened(options: ChannelOptions): Channel {
    const delivery = createDelivery(options, deliverDeps);
    const job = createRepeated(() =>
      failed(async () => {
        const next = await delivery.run(stopping.signal);
        return next === null ? LONGEST_WAIT_MS : Math.min(next.getTime() - clock.now().getTime(), LONGEST_WAIT_MS);
      }),
    );
    return { options, delivery, job };
  }
  let channels = told.options.channels.map(opened);

  async function look(): Promise<void> {
    if (!mayDeliver()) return;
    const { options, sources } = told;
    const states = (await repo.getMany('sources', sources)) as ((Doc & SourceState) | null)[];
    const cursors = await marks.cursors(sources);
    const dropped = (channel: string, count: number) => {
      for (let i = 0; i < count; i++) onDelivery({ channel, outcome: 'dropped' });
    };
    for (const [i, state] of states.entries()) {
      if (state !== null && mayDeliver())
        await lookAt(state, cursors[i] ?? null, options, { repo, outbox, marks, clock, logger, dropped });
    }
    for (const { job } of channels) job.wake();
    const now = clock.now();
    // After a look: what was delivered is remembered for as long as a look that was cut short could make it again.
    if (now.getTime() - sweptAt < SWEEP_MS) return;
    await outbox.sweep(now);
    await marks.sweep(now);
    sweptAt = now.getTime();
  }
  const looking = createRepeated(() =>
    failed(async () => {
      try {
        await follow();
      } finally {
        await look();
      }
      return LOOK_MS;
    }),
  );

  /** Before a look, so that it sees what came earlier; one that fails is tried again with the next. */
  async function follow(): Promise<void> {
    if (lease === null || unwatch !== null) return;
    unwatch = await repo.watch('sources', { changed: looking.wake, missed: looking.wake });
  }

  /** Where there is nobody to tell, nothing is followed. */
  function begin(): void {
    if (!isStarted || isClosing || lease !== null || channels.length === 0) return;
    lease = leases.hold(LEASE, { timeMs: LEASE_MS, gained: looking.wake });
    looking.wake();
  }

  return {
    channels: () => channels.map(({ options }) => options.name),
    start() {
      isStarted = true;
      begin();
    },
    async reload(next) {
      const before = channels;
      told = next;
      // What is as it was keeps what is known of it: that it takes nothing at the moment, say.
      channels = next.options.channels.map(
        (options) => before.find((known) => isDeepStrictEqual(known.options, options)) ?? opened(options),
      );
      await Promise.all(before.filter((known) => !channels.includes(known)).map(({ job }) => job.stop()));
      begin();
      looking.wake();
    },
    async look() {
      looking.wake();
      await looking.idle();
      await Promise.all(channels.map(({ job }) => job.idle()));
    },
    async test(name, by, signal) {
      const found = channels.find(({ options }) => options.name === name);
      if (found === undefined) throw new Error(`there is no alert channel ${name}`);
      const { options, delivery, job } = found;
      const event = { id: `msg_${randomUUID()}`, body: testBody(name, by, clock.now()) };
      const sending = await sender.send(options, event, AbortSignal.any([signal, stopping.signal]));
      if (sending.taken && mayDeliver()) {
        await failed(async () => {
          await delivery.revive();
          return 0;
        });
        job.wake();
      }
      return sending;
    },
    async waiting() {
      const counts = channels.map(async ({ options: { name } }) => [name, await outbox.waiting(name)] as const);
      return new Map(await Promise.all(counts));
    },
    async stop() {
      isClosing = true;
      const over = Promise.all([looking.stop().then(() => unwatch?.()), ...channels.map(({ job }) => job.stop())]);
      await withinTime(over, FINISH_MS);
      stopping.abort();
      await over;
      await Promise.all([lease?.release(), sender.close()]);
    },
  };
}

/** A job that does not reject: what it fails with is logged once until it succeeds again, and it is tried again later. */
function logFailures(logger: Logger) {
  let isFailing = false;
  return async (job: () => Promise<number>): Promise<number> => {
    try {
      const wait = await job();
      isFailing = false;
      return wait;
    } catch (error) {
      if (!isFailing) logger.error({ err: error }, 'alerts cannot be told while the store fails; it is tried again');
      isFailing = true;
      return LOOK_MS;
    }
  };
}
