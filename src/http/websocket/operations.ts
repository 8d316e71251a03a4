/** Operations that come over a WebSocket, run through the same Apollo pipeline as those of a POST. */
import { randomUUID } from 'node:crypto';
import type { BaseContext } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Logger } from 'pino';
import type { Viewer } from '../../auth/viewer.js';
import type { OperationRequest } from '../../graphql/context.js';
import { tooLate, withinTime } from '../deadline.js';
import type { GraphqlHandler } from '../graphql-route.js';
import type { Places } from '../places.js';
import { type Refusal, refusalError } from '../refusal.js';

export interface OperationsDeps<C extends BaseContext> extends GraphqlHandler<C> {
  readonly timeoutMs: number;
  /** Operations of one caller, over all WebSockets. */
  readonly places: Places;
  readonly logger: Logger;
}

/**
 * The results of one operation; it runs once they are asked for, and is aborted when they are asked for no more. Those of a
 * query or a mutation are one; a source of events would be told by more of them. What is refused before it runs is thrown.
 */
export type Results = AsyncGenerator<FormattedExecutionResult, void, void>;

export type RunOperation = (viewer: Viewer, asked: SubscribePayload, signal: AbortSignal) => Results;

export function createOperations<C extends BaseContext>(deps: OperationsDeps<C>): RunOperation {
  const { apollo, contextOf, timeoutMs, places, logger } = deps;

  async function answer(request: OperationRequest, asked: SubscribePayload): Promise<FormattedExecutionResult> {
    const contextValue = await contextOf(request);
    const { query, operationName, variables, extensions } = asked;
    const { body } = await apollo.executeOperation(
      { query, operationName: operationName ?? undefined, variables: variables ?? {}, extensions: extensions ?? {} },
      { contextValue },
    );
    // Nothing in the schema is deferred.
    if (body.kind !== 'single') throw new Error('an answer in parts has no place here');
    return body.singleResult;
  }

  return async function* run(viewer, asked, signal) {
    const done = places.take(viewer.name);
    if (done === null) throw refused(TOO_MANY);
    const requestId = randomUUID();
    const startedAt = performance.now();
    const late = new AbortController();
    const request = { viewer, requestId, asked, signal: AbortSignal.any([signal, late.signal]) };
    // The place is taken for as long as it really runs, though nobody may wait for it any more.
    const work = answer(request, asked).finally(done);
    try {
      const result = await withinTime(work, timeoutMs, () => late.abort());
      if (result === 'LATE') throw refused(tooLate(timeoutMs));
      // An answer without data has not run at all, which the protocol says in a message of its own.
      if (result.data === undefined) throw new Refused(result.errors ?? []);
      yield result;
    } finally {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      logger.info({ requestId, viewer: viewer.name, ms }, 'operation over a WebSocket');
    }
  };
}

/** Thrown for what may not run, with what to say about it. */
class Refused extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('refused');
    this.name = 'Refused';
    this.errors = errors;
  }
}

/** To be thrown for what may not run. */
export function refused(refusal: Refusal): Error {
  return new Refused([refusalError(refusal)]);
}

/** What to say about what was thrown, which the protocol's library has wrapped: a fault is logged, never shown. */
export function errorsOf(thrown: readonly GraphQLError[], logger: Logger): readonly GraphQLFormattedError[] {
  return thrown.flatMap<GraphQLFormattedError>(({ originalError: error }) => {
    if (error instanceof Refused) return error.errors;
    if (!(error instanceof GraphQLError)) {
      logger.error({ err: error }, 'an operation over a WebSocket failed');
      return [refusalError(FAULT)];
    }
    const { http: _http, ...extensions } = error.extensions;
    return [{ message: error.message, extensions }];
  });
}

const TOO_MANY: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'too many operations of this key are running over WebSockets; let one finish first',
};

const FAULT: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'something went wrong; the log has it',
};
