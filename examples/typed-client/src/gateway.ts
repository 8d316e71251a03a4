/** Asks the gateway one operation; what goes wrong is a GatewayError with the gateway's own code. */
import { setTimeout as wait } from 'node:timers/promises';
import type { TypedDocumentString } from './generated/graphql.js';

const { GATEWAY_URL = 'http://127.0.0.1:4000', GATEWAY_KEY = '', PERSISTED_ONLY } = process.env;

/** Codes that this client does something about; the README of the gateway has all of them. */
export type KnownCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'OVERLOADED';

export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  constructor(
    message: string,
    readonly code: KnownCode | (string & {}),
    /** When it makes sense to ask again; null when asking again changes nothing. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

/** No variables are asked for where the operation has none. */
export type Variables<V> = V extends Record<string, never> ? [] : [variables: V];

/** Longer than this nobody wants to look at a spinner: the caller is told instead. */
const PATIENCE_SECONDS = 5;

/** The data that the document's type promises. What was refused for its rate was not run, so that it can be asked again. */
export async function ask<T, V>(document: TypedDocumentString<T, V>, ...[variables]: Variables<V>): Promise<T> {
  try {
    return await askOnce<T>(document, variables);
  } catch (error) {
    if (!(error instanceof GatewayError) || error.retryAfterSeconds === null) throw error;
    if (error.retryAfterSeconds > PATIENCE_SECONDS) throw error;
    await wait(error.retryAfterSeconds * 1_000);
    return askOnce<T>(document, variables);
  }
}

async function askOnce<T>(document: Sendable, variables: unknown): Promise<T> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ ...operation(document), variables }),
  });
  const { data, errors } = (await response.json()) as Answer<T>;
  const [error] = errors ?? [];
  if (error !== undefined) throw new GatewayError(error.message, error.extensions.code, secondsOf(response));
  if (data == null) throw new GatewayError(`the gateway answered ${response.status} without data`, 'NO_DATA');
  return data;
}

export const endpoint = `${GATEWAY_URL}/graphql`;

export const authorization: Readonly<Record<string, string>> =
  GATEWAY_KEY === '' ? {} : { authorization: `Bearer ${GATEWAY_KEY}` };

/** A document, whatever it takes and answers. */
export interface Sendable {
  toString(): string;
  readonly __meta__?: { readonly hash?: unknown } | undefined;
}

/** The text; or, where the gateway runs nothing but its manifest, the id that the text has there. */
export function operation(document: Sendable): { query: string } | { documentId: string } {
  if (PERSISTED_ONLY === undefined) return { query: document.toString() };
  return { documentId: String(document.__meta__?.hash) };
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

function secondsOf({ headers }: Response): number | null {
  const seconds = headers.get('retry-after');
  return seconds === null ? null : Number(seconds);
}
