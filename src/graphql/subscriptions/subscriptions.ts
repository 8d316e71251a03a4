/**
 * Runs subscriptions that have passed every check. Those that ask the same and may see the same share one: an event is
 * read once, however many are told of it.
 */
import { isDeepStrictEqual } from 'node:util';
import { execute, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { sourceScope } from '../../auth/scopes.js';
import { groupBy } from '../../domain/lists.js';
import type { Logger } from '../../domain/ports.js';
import type { Change } from '../../sync/changes.js';
import type { GraphqlContext } from '../context.js';
import { formatError } from '../format-error.js';
import type { Pay } from '../limits/caller-rates.js';
import { createRunningCost } from '../limits/running-cost.js';
import type { KnownSource } from '../source-view.js';
import type { Begun } from './begun.js';
import { createEventQueue, type EventQueue, type SubscriptionEvent } from './event-queue.js';

/** What is being read for events at once, in cost; more waits. */
const MOST_READING = 100_000;

/** The events of the subscription that this context has begun, from now on; null when it has begun none. */
export type EventsOf = (context: GraphqlContext) => EventQueue | null;

interface Subscriber {
  readonly queue: EventQueue;
  readonly caller: string;
  readonly pay: Pay;
}

/** Of those who share. */
interface Shared {
  /** Of the first of them. */
  readonly context: GraphqlContext;
  readonly subscribers: Set<Subscriber>;
  /** Aborts when the last has left. */
  readonly left: AbortController;
}

export interface SubscriptionsDeps {
  readonly schema: GraphQLSchema;
  readonly sources: {
    /** Those that are configured now. */
    known(): readonly Pick<KnownSource, 'name' | 'kind'>[];
    /** Tells whenever they are replaced. */
    onReplace(replaced: () => void): void;
  };
  readonly logger: Logger;
}

export function createSubscriptions({ schema, sources, logger }: SubscriptionsDeps): EventsOf {
  const all = new Map<string, Shared>();
  const reading = createRunningCost(MOST_READING, Number.POSITIVE_INFINITY);
  const format = formatError(logger);
  sources.onReplace(() => {
    for (const shared of all.values()) endUnlessCurrent(shared);
  });

  return (context) => {
    const { cost = 0, begun = null } = context.subscribing ?? {};
    if (begun === null) return null;
    const key = keyOf(context, begun);
    const shared = all.get(key) ?? begin(key, context, begun, cost);
    const said = { requestId: context.requestId, viewer: context.viewer.name };
    const queue = createEventQueue(() => {
      logger.debug(said, 'a subscription is over');
      shared.subscribers.delete(subscriber);
      if (shared.subscribers.size > 0) return;
      shared.left.abort();
      if (all.get(key) === shared) all.delete(key);
    });
    const subscriber: Subscriber = { queue, caller: context.viewer.name, pay: context.payLater };
    shared.subscribers.add(subscriber);
    logger.debug(said, 'a subscription begins');
    endUnlessCurrent(shared);
    return queue;
  };

  /** What is told was chosen by the sources that were visible when it began. */
  function endUnlessCurrent({ context: { viewer, reader }, subscribers }: Shared): void {
    const isVisible = sourceScope(viewer);
    const now = sources.known().filter(({ name }) => isVisible(name));
    if (isDeepStrictEqual(new Set(now.map(identity)), new Set(reader.sources.map(identity)))) return;
    for (const { queue } of [...subscribers]) queue.fail(sourcesChanged());
  }

  function begin(key: string, context: GraphqlContext, begun: Begun, cost: number): Shared {
    const shared: Shared = { context, subscribers: new Set(), left: new AbortController() };
    all.set(key, shared);
    const { signal } = shared.left;
    const changes = begun.source[Symbol.asyncIterator]();
    signal.addEventListener('abort', () => void changes.return?.());
    const tellAll = async () => {
      // Listens at once, before anything is waited for.
      for (let next = await changes.next(); next.done !== true; next = await changes.next()) {
        await charge(shared, cost);
        if (shared.subscribers.size === 0) return;
        const event = await eventOf(next.value, context, begun, { cost, signal });
        for (const { queue } of [...shared.subscribers]) queue.push(event);
      }
    };
    tellAll().catch((error: unknown) => {
      logger.error({ err: error }, 'a subscription failed');
      for (const { queue } of [...shared.subscribers])
        queue.fail(new Error('the subscription failed', { cause: error }));
    });
    return shared;
  }

  /** A failure is told in place of the event: that nothing is known of it is better known than not. */
  async function eventOf(
    change: Change,
    context: GraphqlContext,
    { document, operationName, variables }: Begun,
    { cost, signal }: { readonly cost: number; readonly signal: AbortSignal },
  ): Promise<SubscriptionEvent> {
    let finish = () => {};
    try {
      finish = await reading.enter(cost, signal);
      const { data, errors } = await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        rootValue: change,
        contextValue: await context.later(signal),
      });
      return told({ data: data ?? null, ...(errors && { errors: errors.map((error) => formatted(error)) }) });
    } catch (error) {
      const failure =
        error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error });
      return told({ data: null, errors: [formatted(failure)] });
    } finally {
      finish();
    }
  }

  function formatted(error: GraphQLError): GraphQLFormattedError {
    return format(error.toJSON(), error);
  }
}

/** What it takes to read an event is shared by those it is read for. Who cannot pay has the subscription ended. */
async function charge({ subscribers }: Shared, cost: number): Promise<void> {
  const share = Math.ceil(cost / subscribers.size);
  for (const own of groupBy([...subscribers], ({ caller }) => caller).values()) {
    try {
      await own[0]?.pay({ cost: share * own.length, changes: 0 });
    } catch (error) {
      for (const { queue } of own) queue.fail(error as Error);
    }
  }
}

/** Who asks the same with the same role and scope is told the same. */
function keyOf({ document, viewer: { role, sources } }: GraphqlContext, { operationName, variables }: Begun): string {
  return JSON.stringify([
    document,
    operationName ?? null,
    variables,
    role,
    sources === null ? null : [...sources].sort(),
  ]);
}

/** Of another kind it is another source. */
function identity({ name, kind }: Pick<KnownSource, 'name' | 'kind'>): string {
  return `${name} ${kind}`;
}

function sourcesChanged(): GraphQLError {
  return new GraphQLError(
    'the sources of this gateway are others now, and this subscription has ended; subscribe again, then read what there is now',
    { extensions: { code: 'SOURCES_CHANGED' } },
  );
}

function told(result: SubscriptionEvent['result']): SubscriptionEvent {
  return { result, text: JSON.stringify(result) };
}
