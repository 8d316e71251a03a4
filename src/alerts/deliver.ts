/** Hands over what waits for one channel, one event after the other; what is not taken comes back later and holds up nothing else. */
import type { Clock, Logger } from '../domain/ports.js';
import type { ChannelOptions } from './options.js';
import type { Outbox, OutboxEntry } from './outbox.js';
import { MOST_TRIES, pauseAfter, waitAfter } from './schedule.js';
import type { Sender, Sending } from './send.js';

/** `dropped`: it was never sent to the end, since too many waited. */
export type DeliveryOutcome = 'delivered' | 'failed' | 'given_up' | 'dropped';

export interface DeliverDeps {
  readonly outbox: Outbox;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly logger: Logger;
  /** At least 0 and below 1. */
  readonly chance: () => number;
  /** Whether this gateway is the one to deliver. */
  readonly mayDeliver: () => boolean;
  readonly onDelivery: (told: { readonly channel: string; readonly outcome: DeliveryOutcome }) => void;
}

export interface Delivery {
  /** Sends all that is due. Answers when the next is; null: when something new comes. Rejects when the store fails. */
  run(signal: AbortSignal): Promise<Date | null>;
  /** It is known to take events: what waits may go at once. */
  revive(): Promise<void>;
}

export function createDelivery(channel: ChannelOptions, deps: DeliverDeps): Delivery {
  const { outbox, sender, clock, logger, chance, mayDeliver, onDelivery } = deps;
  const { name } = channel;
  /** How many in a row it did not take. */
  let failures = 0;
  let pausedUntil = 0;
  let isGone = false;
  /** It has not taken any yet; what waits may be what an earlier gateway could not hand over. */
  let isFirst = true;

  async function attempt(entry: OutboxEntry, signal: AbortSignal): Promise<void> {
    const sending = await sender.send(channel, entry, signal);
    if (sending.taken) return taken(entry);
    // It may have been taken all the same; it is sent again, under the same id, by whoever runs next.
    if (signal.aborted) return;
    return notTaken(entry, sending);
  }

  async function taken(entry: OutboxEntry): Promise<void> {
    await outbox.settle(entry, 'DELIVERED', clock.now());
    onDelivery({ channel: name, outcome: 'delivered' });
    if (failures > 0) logger.info({ channel: name, failures }, 'an alert channel takes events again');
    if (failures > 1 || (isFirst && failures === 0)) await outbox.hasten(name, clock.now());
    failures = 0;
    isFirst = false;
  }

  async function notTaken(entry: OutboxEntry, sending: Sending & { taken: false }): Promise<void> {
    const { reason, message, retryAfterMs } = sending;
    const tries = entry.tries + 1;
    const now = clock.now();
    const told = { channel: name, event: entry.id, type: entry.type, tries, reason: message };
    failures++;
    pausedUntil = now.getTime() + pauseAfter(failures, retryAfterMs);
    const wait = reason === 'GONE' ? null : waitAfter(tries, retryAfterMs, chance());
    if (wait !== null) {
      if (failures === 1) logger.warn({ ...told, of: MOST_TRIES }, 'an alert was not taken, and is sent again later');
      await outbox.postpone(entry, new Date(now.getTime() + wait));
      onDelivery({ channel: name, outcome: 'failed' });
      return;
    }
    await outbox.settle(entry, 'GIVEN_UP', now);
    onDelivery({ channel: name, outcome: 'given_up' });
    logger.error(told, 'an alert was given up: its channel did not take it');
    if (reason !== 'GONE') return;
    isGone = true;
    const remedy = 'nothing is sent to it until the gateway starts again or a test gets through';
    logger.error({ channel: name }, `an alert channel answered 410 Gone: ${remedy}; correct or remove it`);
  }

  return {
    async run(signal) {
      while (!signal.aborted && !isGone && mayDeliver()) {
        const entry = await outbox.next(name);
        if (entry === null) return null;
        const at = Math.max(entry.dueAt.getTime(), pausedUntil);
        if (at > clock.now().getTime()) return new Date(at);
        await attempt(entry, signal);
      }
      return null;
    },
    async revive() {
      isGone = false;
      failures = 0;
      pausedUntil = 0;
      await outbox.hasten(name, clock.now());
    },
  };
}
