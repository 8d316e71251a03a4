/** Thrown errors with their codes. Refusals by rule are data and never come from here. */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { atLeast, type Role } from '../auth/roles.js';
import type { Viewer } from '../auth/viewer.js';

/** An argument that cannot be used: names it, says what is wrong and what is wanted. */
export function badUserInput(argument: string, problem: string): GraphQLError {
  return new GraphQLError(`${argument}: ${problem}`, { extensions: { code: 'BAD_USER_INPUT', argument } });
}

/** One thing asked for takes more than the gateway gives to an operation. */
export function queryTooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } });
}

/** A whole operation takes more, and nothing of it runs; `figures` are shown beside the code. */
export function operationTooComplex(message: string, figures: Readonly<Record<string, number>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', ...figures, http: { status: 400 } } });
}

/** Not now, for whatever reason: the answer says after how many seconds to ask again. */
export function askAgainLater(
  message: string,
  { code, status, seconds }: { readonly code: string; readonly status: number; readonly seconds: number },
): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(seconds)]]);
  return new GraphQLError(message, { extensions: { code, retryAfter: seconds, http: { status, headers } } });
}

/** What the store's own message says (which server, and why) is for the log. */
export const STORE_UNAVAILABLE = {
  code: 'STORE_UNAVAILABLE',
  message: 'the store cannot be reached at the moment; ask again in a few seconds',
  seconds: 5,
} as const;

/** The store is away, and comes back without the caller having to do anything. */
export function storeUnavailable(): GraphQLError {
  return askAgainLater(STORE_UNAVAILABLE.message, { ...STORE_UNAVAILABLE, status: 503 });
}

/** Nobody waits for the answer any more: what had not begun is left undone. */
export function abandoned(): GraphQLError {
  return new GraphQLError('nobody waits for the answer any more; what had not begun was left undone', {
    extensions: { code: 'ABANDONED', http: { status: 503 } },
  });
}

/** Throws FORBIDDEN when the caller's role is too small. */
export function requireRole({ viewer }: { readonly viewer: Pick<Viewer, 'role'> }, needed: Role): void {
  if (!atLeast(viewer.role, needed)) throw forbidden(needed);
}

/** The caller's role is too small for what was asked for. */
export function forbidden(needed: Role): GraphQLError {
  return new GraphQLError(`this takes the role ${needed}, or one above it`, { extensions: { code: 'FORBIDDEN' } });
}
