/** How an error leaves the gateway: its code and a safe message. A fault of ours is logged, never shown. */
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../domain/ports.js';
import { StoreUnavailableError } from '../store/repo.js';
import { STORE_UNAVAILABLE } from './errors.js';
import { isAboutInput, withoutValues } from './without-values.js';

const SHOWN_EXTENSIONS = ['argument', 'cost', 'limit', 'retryAfter'] as const;

/** Messages of graphql-js that say neither what is wrong nor what to do. */
const CLEARER: ReadonlyMap<string, string> = new Map([
  [
    'Validation aborted.',
    'this document takes too long to validate; send several, or fewer operations and fragments in it',
  ],
]);

export function formatError(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    // A read says it itself (limits/while-awaited.ts); this is a write that could not be made.
    if (unwrapResolverError(error) instanceof StoreUnavailableError) {
      const { message, code, seconds } = STORE_UNAVAILABLE;
      return shown(formatted, message, { code, retryAfter: seconds });
    }
    const told = String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    const code = isAboutInput(formatted.message) ? 'BAD_USER_INPUT' : told;
    // What is refused on purpose carries a code of its own; the rest is a fault, a value that no scalar can show included.
    const meant = code !== 'INTERNAL_SERVER_ERROR';
    if (!meant) logger.error({ err: unwrapResolverError(error), path: formatted.path }, 'an operation failed');
    const extensions: Record<string, unknown> = { code };
    for (const name of SHOWN_EXTENSIONS) {
      const value = formatted.extensions?.[name];
      if (value !== undefined) extensions[name] = value;
    }
    const message = meant
      ? (CLEARER.get(formatted.message) ?? withoutValues(formatted.message, error))
      : 'The gateway could not answer this; the fault is in its log.';
    return shown(formatted, message, extensions);
  };
}

function shown(
  { locations, path }: GraphQLFormattedError,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError {
  return {
    message,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions,
  };
}
