/** One change that a form makes: tried once at a time, with how it ended kept for beside the form. */
import { useCallback } from 'react';
import type { RefusalPartsFragment, TypedDocumentString } from '../generated/graphql.js';
import { useChange } from './use-ask.js';
import { type Attempt, useAttempt } from './use-attempt.js';

interface Payload {
  readonly errors: readonly RefusalPartsFragment[];
}

export interface Action<P, V> extends Attempt {
  /** Answers the payload when it was done, and null when it was refused, failed, or is under way already. */
  send(variables: V): Promise<P | null>;
}

/** The document holds one mutation, under the alias `change`. `Outcome` (parts/outcome.tsx) shows how it ended. */
export function useAction<P extends Payload, V>(document: TypedDocumentString<{ change?: P | null }, V>): Action<P, V> {
  const { mutateAsync } = useChange(document);
  const attempt = useAttempt();
  const { run } = attempt;

  const send = useCallback(
    async (variables: V) => {
      let payload: P | null = null;
      const isDone = await run(async () => {
        payload = (await mutateAsync(variables)).change ?? null;
        return payload?.errors ?? [];
      });
      return isDone ? payload : null;
    },
    [run, mutateAsync],
  );
  return { ...attempt, send };
}
