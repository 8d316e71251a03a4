/** What is said of operations that may not run, or not go on, where no HTTP status can say it. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type Refusal, refusalError } from './refusal.js';

/** Thrown with what to say. */
export class Refused extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('refused');
    this.name = 'Refused';
    this.errors = errors;
  }
}

/** To be thrown for what may not run, or not go on. */
export function refused(refusal: Refusal): Error {
  return new Refused([refusalError(refusal)]);
}

/** What to say about what was thrown: a fault is logged, never shown. */
export function errorsOf(thrown: unknown, logger: Logger): readonly GraphQLFormattedError[] {
  if (thrown instanceof Refused) return thrown.errors;
  if (!(thrown instanceof GraphQLError)) {
    logger.error({ err: thrown }, 'an operation failed');
    return [refusalError(FAULT)];
  }
  const { http: _http, ...extensions } = thrown.extensions;
  return [{ message: thrown.message, extensions }];
}

const FAULT: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'something went wrong; the log has it',
};
