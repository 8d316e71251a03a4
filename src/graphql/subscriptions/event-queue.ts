/** What one subscriber has still to be sent. It is bounded: who does not read what is sent has the subscription ended, and nobody else. */
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { createPulled } from './pulled.js';

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

const queueLimits: QueueLimits = { events: 1_000, characters: 4_000_000 };

/** `onEnd` is called once, however it ends. */
export function createEventQueue(onEnd: () => void, limits: QueueLimits = queueLimits): EventQueue {
  const waiting: SubscriptionEvent[] = [];
  let size = 0;
  let failure: Error | null = null;
  let isOver = false;

  function end(): void {
    waiting.length = 0;
    size = 0;
    if (isOver) return;
    isOver = true;
    pulled.wake();
    onEnd();
  }

  function take(): SubscriptionEvent | undefined {
    const told = failure;
    failure = null;
    if (told !== null) throw told;
    const event = waiting.shift();
    size -= event?.text.length ?? 0;
    return event;
  }

  const pulled = createPulled({ take, isOver: () => isOver, end });
  const queue: EventQueue = Object.assign(pulled, {
    push(event: SubscriptionEvent) {
      if (isOver) return;
      if (waiting.length > 0 && (waiting.length >= limits.events || size + event.text.length > limits.characters)) {
        return queue.fail(overflow());
      }
      waiting.push(event);
      size += event.text.length;
      pulled.wake();
    },
    fail(error: Error) {
      if (isOver) return;
      failure = error;
      end();
    },
  });
  return queue;
}

function overflow(): GraphQLError {
  return new GraphQLError(
    'more events came than were read, and this subscription has ended; subscribe again, then read what there is now',
    { extensions: { code: 'SUBSCRIPTION_OVERFLOW' } },
  );
}
