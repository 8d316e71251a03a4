/** What one subscriber has still to be sent. It is bounded: who does not read what is sent has the subscription ended, and nobody else. */
import { type FormattedExecutionResult, GraphQLError } from 'graphql';

/** An answer to a subscription, the same for all who share it. */
export interface SubscriptionEvent {
  readonly result: FormattedExecutionResult;
  /** The same as JSON. */
  readonly text: string;
}

/** Given out in order, until it is ended. */
export interface EventQueue extends AsyncGenerator<SubscriptionEvent, void, void> {
  push(event: SubscriptionEvent): void;
  /** Ends it: what waits is given up, and whoever asks for the next gets this thrown. */
  fail(error: Error): void;
}

/** Events that wait, and characters of them; one larger than that may wait alone. */
export interface QueueLimits {
  readonly events: number;
  readonly characters: number;
}

export const queueLimits: QueueLimits = { events: 1_000, characters: 4_000_000 };

/** `onEnd` is called once, however it ends. */
export function createEventQueue(onEnd: () => void, limits: QueueLimits = queueLimits): EventQueue {
  const waiting: SubscriptionEvent[] = [];
  let size = 0;
  let failure: Error | null = null;
  let isOver = false;
  let wake: (() => void) | null = null;

  function end(): void {
    waiting.length = 0;
    size = 0;
    wake?.();
    if (isOver) return;
    isOver = true;
    onEnd();
  }

  const queue: EventQueue = {
    push(event) {
      if (isOver) return;
      if (waiting.length > 0 && (waiting.length >= limits.events || size + event.text.length > limits.characters)) {
        return queue.fail(overflow());
      }
      waiting.push(event);
      size += event.text.length;
      wake?.();
    },
    fail(error) {
      if (isOver) return;
      failure = error;
      end();
    },
    async next() {
      while (!isOver && waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const told = failure;
      failure = null;
      if (told !== null) throw told;
      const value = waiting.shift();
      if (value === undefined) return { done: true, value };
      size -= value.text.length;
      return { done: false, value };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    async throw(error) {
      end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return queue;
    },
  };
  return queue;
}

function overflow(): GraphQLError {
  return new GraphQLError(
    'more events came than were read, and this subscription has ended; subscribe again, then read what there is now',
    { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } },
  );
}
