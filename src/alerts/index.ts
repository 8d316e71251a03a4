/** Alerts: messages that are raised and cleared, told to the channels that the configuration names, by one gateway at a time. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Logger } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import type { Doc, Repo } from '../store/repo.js';
import type { Lease, Leases } from '../sync/leases.js';
import { createDelivery, type DeliverDeps, type DeliveryOutcome } from './deliver.js';
import { testBody } from './event.js';
import { lookAt } from './look.js';
import { createMarks } from './marks.js';
import type { AlertOptions } from './options.js';
import { createOutbox } from './outbox.js';
import { createRepeated, type Repeated } from './repeated.js';
import { createSender, type Sending } from './send.js';

export interface Alerts {
  /** Takes part in telling from now on. */
  start(): Promise<void>;
  /** Looks for what is new and sends what is due, now; resolves when that is done. */
  look(): Promise<void>;
  /** Sends one event of the type `test` at once, past the outbox; throws for a name that none of the channels has. */
  test(channel: string, by: string, signal: AbortSignal): Promise<Sending>;
  /** Names, in the order of the configuration. */
  readonly channels: readonly string[];
  /** How many events wait, by channel. */
  waiting(): Promise<ReadonlyMap<string, number>>;
  /** Lets what is being sent finish for a while; what is not finished is sent again, under the same id, by whoever runs next. */
  stop(): Promise<void>;
}

export interface AlertsDeps {
  readonly repo: Repo;
  readonly leases: Pick<Leases, 'hold'>;
  readonly options: AlertOptions;
  /** Names of the configured ones. */
  readonly sources: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
  /** Counts what came of each try. */
  readonly onDelivery?: (told: { readonly channel: string; readonly outcome: DeliveryOutcome }) => void;
  /** At least 0 and below 1. */
  readonly chance?: () => number;
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
  const { repo, leases, options, sources, clock, logger, onDelivery = () => {}, chance = Math.random } = deps;
  const outbox = createOutbox(repo);
  const marks = createMarks(repo);
  const sender = createSender({ clock });
  const stopping = new AbortController();
  let lease: Lease | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;
  let unwatch = async () => {};
  let isClosing = false;
  const mayDeliver = () => !isClosing && lease?.isHeld() === true;
  const failed = logFailures(logger);

  const deliverDeps: DeliverDeps = { outbox, sender, clock, logger, chance, mayDeliver, onDelivery };
  const channels = options.channels.map((channel) => {
    const delivery = createDelivery(channel, deliverDeps);
    const job = createRepeated(() =>
      failed(async () => {
        const next = await delivery.run(stopping.signal);
        return next === null ? LONGEST_WAIT_MS : Math.min(next.getTime() - clock.now().getTime(), LONGEST_WAIT_MS);
      }),
    );
    return { channel, delivery, job };
  });

  async function look(): Promise<void> {
    if (!mayDeliver()) return;
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
  const looking: Repeated = createRepeated(() =>
    failed(async () => {
      await look();
      return LOOK_MS;
    }),
  );

  return {
    channels: options.channels.map(({ name }) => name),
    async start() {
      if (channels.length === 0) return;
      unwatch = await repo.watch('sources', { changed: looking.wake, missed: looking.wake });
      lease = leases.hold(LEASE, { timeMs: LEASE_MS, gained: looking.wake });
    },
    async look() {
      looking.wake();
      await looking.idle();
      await Promise.all(channels.map(({ job }) => job.idle()));
    },
    async test(name, by, signal) {
      const found = channels.find(({ channel }) => channel.name === name);
      if (found === undefined) throw new Error(`there is no alert channel ${name}`);
      const { channel, delivery, job } = found;
      const event = { id: `msg_${randomUUID()}`, body: testBody(name, by, clock.now()) };
      const sending = await sender.send(channel, event, AbortSignal.any([signal, stopping.signal]));
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
      const counts = channels.map(async ({ channel: { name } }) => [name, await outbox.waiting(name)] as const);
      return new Map(await Promise.all(counts));
    },
    async stop() {
      isClosing = true;
      const over = Promise.all([unwatch(), looking.stop(), ...channels.map(({ job }) => job.stop())]);
      const cut = new AbortController();
      const late = sleep(FINISH_MS, null, { signal: cut.signal }).catch(() => null);
      await Promise.race([over, late]);
      cut.abort();
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
