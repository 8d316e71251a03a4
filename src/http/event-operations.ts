/** Operations whose answers are wanted as server-sent events: run as any POST is, and told as a stream. */
import { type BaseContext, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import type { EventQueue } from '../graphql/subscriptions/event-queue.js';
import { askedOf } from './asked-operation.js';
import { bearerOf, viewerOf } from './authentication.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { holderOf } from './holder.js';
import { refuse } from './refusal.js';
import { createEventStreams } from './sse.js';
import { type Streams, TOO_MANY_OPERATIONS } from './streams.js';

export interface EventOperationsDeps<C extends BaseContext> {
  readonly authenticate: Authenticate;
  readonly graphql: GraphqlHandler<C>;
  readonly streams: Streams;
}

/** Answers what was begun. */
export type Finish = (reply: FastifyReply) => unknown;

export interface EventOperations {
  /** Resolves when it is known how it goes on: one answer, or events. Never rejects for what was asked. */
  begin(request: FastifyRequest, signal: AbortSignal): Promise<Finish>;
  close(): void;
}

export function createEventOperations<C extends BaseContext>({
  authenticate,
  graphql: { apollo, contextOf, eventsOf },
  streams,
}: EventOperationsDeps<C>): EventOperations {
  const sent = createEventStreams();

  async function run(request: FastifyRequest, signal: AbortSignal) {
    let contextValue: C | undefined;
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['accept', 'application/json'],
    ]);
    const {
      status = 200,
      headers: answered,
      body,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: request.body },
      async context() {
        const viewer = viewerOf(request);
        const asked = askedOf(request);
        contextValue = await contextOf({ viewer, requestId: request.id, asked, signal, takesEvents: true });
        return contextValue;
      },
    });
    // Nothing in the schema is deferred.
    if (body.kind !== 'complete') throw new Error('an answer in parts has no place here');
    const events = contextValue === undefined || signal.aborted ? null : eventsOf(contextValue);
    return { status, headers: answered, text: body.string, events };
  }

  /** It is waited for no more: its place among those that are is another's. */
  async function stream(request: FastifyRequest, reply: FastifyReply, events: EventQueue): Promise<FastifyReply> {
    request.leave?.();
    const bearer = bearerOf(request.headers.authorization);
    const holder = () => holderOf(authenticate, bearer);
    const leave = streams.add({ viewer: viewerOf(request), holder, fail: events.fail });
    await sent.stream(request, reply, events).finally(leave);
    return reply;
  }

  return {
    async begin(request, signal) {
      const { name } = viewerOf(request);
      const taken = [streams.sockets.take(name), streams.operations.take(name)];
      const leave = () => {
        for (const giveBack of taken) giveBack?.();
      };
      if (taken.includes(null)) {
        leave();
        return (reply) => refuse(reply, TOO_MANY_OPERATIONS);
      }
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
      const { status, headers, text, events } = await run(request, signal);
      if (events !== null) return (reply) => stream(request, reply, events);
      // By its protocol an operation is refused in the stream, since clients look no further than at the status of others.
      if (status === 200 || status === 400) {
        return (reply) => {
          sent.once(reply, text);
          return reply;
        };
      }
      return (reply) => reply.code(status).headers(Object.fromEntries(headers)).send(text);
    },
    close: () => sent.close(),
  };
}
