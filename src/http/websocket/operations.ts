/** Operations that come over a WebSocket, run through the same Apollo pipeline as those of a POST. */
import { randomUUID } from 'node:crypto';
import type { BaseContext } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Viewer } from '../../auth/viewer.js';
import { withinTime } from '../../domain/within-time.js';
import type { OperationRequest } from '../../graphql/context.js';
import type { EventQueue } from '../../graphql/subscriptions/event-queue.js';
import { endScope, withinScope } from '../../telemetry/scope.js';
import { tooLate } from '../deadline.js';
import type { GraphqlHandler } from '../graphql-handler.js';
import type { Holder } from '../holder.js';
import { Refused, refused } from '../operation-errors.js';
import { type Streams, TOO_MANY_OPERATIONS } from '../streams.js';

export interface OperationsDeps<C extends BaseContext> extends GraphqlHandler<C> {
  readonly timeoutMs: number;
  readonly streams: Streams;
  readonly logger: Logger;
}

/**
 * The results of one operation; it runs once they are asked for, and is aborted when they are asked for no more. Those of a
 * query or a mutation are one. What is refused before it runs, or ended, is thrown.
 */
export type Results = AsyncGenerator<FormattedExecutionResult, void, void>;

export interface Asker {
  readonly viewer: Viewer;
  readonly holder: () => Promise<Holder>;
  readonly signal: AbortSignal;
  /** Called when it turns out that its results have no end. */
  readonly onStream: () => void;
}

export type RunOperation = (asked: SubscribePayload, asker: Asker) => Results;

interface Answer {
  readonly result: FormattedExecutionResult;
  /** Of a subscription. */
  readonly events: EventQueue | null;
}

export function createOperations<C extends BaseContext>(deps: OperationsDeps<C>): RunOperation {
  const { apollo, contextOf, eventsOf, timeoutMs, streams, logger } = deps;

  async function answer(request: OperationRequest, asked: SubscribePayload): Promise<Answer> {
    const contextValue = await contextOf(request);
    const { query, operationName, variables, extensions } = asked;
    const { body } = await apollo.executeOperation(
      { query, operationName: operationName ?? undefined, variables: variables ?? {}, extensions: extensions ?? {} },
      { contextValue },
    );
    // Nothing in the schema is deferred.
    if (body.kind !== 'single') throw new Error('an answer in parts has no place here');
    return { result: body.singleResult, events: request.signal.aborted ? null : eventsOf(contextValue) };
  }

  async function* stream(events: EventQueue, { viewer, holder, signal }: Asker): Results {
    const leave = streams.add({ viewer, holder, fail: events.fail });
    const end = () => void events.return();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    try {
      for await (const { result } of events) yield result;
    } finally {
      leave();
    }
  }

  return async function* run(asked, asker) {
    const { viewer, signal } = asker;
    const done = streams.operations.take(viewer.name);
    if (done === null) throw refused(TOO_MANY_OPERATIONS);
    const requestId = randomUUID();
    const startedAt = performance.now();
    const late = new AbortController();
    const request = { viewer, requestId, asked, signal: AbortSignal.any([signal, late.signal]), takesEvents: true };
    const scope = { fields: { requestId }, span: null };
    const work = withinScope(scope, () => answer(request, asked));
    // The place is taken for as long as it really runs, though nobody may wait for it any more.
    work.then(({ events }) => events === null && done(), done).finally(() => endScope(scope));
    try {
      const answered = await withinTime(work, timeoutMs, () => late.abort());
      if (answered === 'LATE') throw refused(tooLate(timeoutMs));
      const { result, events } = answered;
      // An answer without data has not run at all, which the protocol says in a message of its own.
      if (result.data === undefined) throw new Refused(result.errors ?? []);
      if (events === null) {
        yield result;
        return;
      }
      asker.onStream();
      try {
        yield* stream(events, asker);
      } finally {
        done();
      }
    } finally {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      logger.info({ requestId, viewer: viewer.name, ms }, 'operation over a WebSocket');
    }
  };
}
