/** Asks the gateway one operation. */
import type { TypedDocumentString } from '../generated/graphql.js';
import { GatewayProblem, graphqlProblem, statusProblem, tooLate, unreachable } from './problem.js';

/** Longer than the gateway itself lets an operation take (`limits.operationTimeout`, 60 s), so that its own word of it is heard. */
const WITHIN_MS = 65_000;

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The answer's data. Throws a GatewayProblem for everything else, an answer that holds errors beside its data included. */
export async function ask<T, V>(
  key: string,
  document: TypedDocumentString<T, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<T> {
  const response = await answered(key, { query: document.toString(), variables }, signal);
  const answer = await bodyOf<T>(response);
  const [error] = answer?.errors ?? [];
  if (error !== undefined) throw new GatewayProblem(problemOfAnswer(response, error));
  if (!response.ok || answer?.data == null) throw new GatewayProblem(statusProblem(response.status));
  return answer.data;
}

function problemOfAnswer(
  response: Response,
  { message, extensions }: { message: string; extensions?: { code?: string } },
) {
  return response.status === 401 ? statusProblem(401) : graphqlProblem(extensions?.code, message);
}

async function answered(key: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const inTime = AbortSignal.timeout(WITHIN_MS);
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        authorization: `Bearer ${key}`,
      },
      body: JSON.stringify(body),
      signal: signal === undefined ? inTime : AbortSignal.any([signal, inTime]),
    });
  } catch (error) {
    // Who gave it up wants to hear that.
    if (signal?.aborted) throw error;
    throw new GatewayProblem(inTime.aborted ? tooLate : unreachable);
  }
}

async function bodyOf<T>(response: Response): Promise<Answer<T> | null> {
  try {
    return (await response.json()) as Answer<T>;
  } catch {
    return null;
  }
}
