/** Reads and changes from within a view. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { ask } from './ask.js';
import { GatewayProblem, problemOf, statusProblem } from './problem.js';
import { useSession } from './session.js';

export interface AskOptions {
  /** Not asked while false. */
  readonly enabled?: boolean;
  /** Shows what was there until the answer to new variables comes, instead of nothing. */
  readonly keepPrevious?: boolean;
}

/** The answer to an operation: read anew whenever the gateway tells of a change (see live.tsx), and kept while it cannot be read. */
export function useAsk<T, V>(document: TypedDocumentString<T, V>, variables: V, options: AskOptions = {}) {
  const run = useRun();
  return useQuery({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => run(document, variables, signal),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Changes something; afterwards everything shown is read anew, even when nobody knows how it ended. A refusal is part of the answer, a fault is `error`. */
export function useChange<T, V>(document: TypedDocumentString<T, V>) {
  const run = useRun();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (variables: V) => run(document, variables),
    onSettled: () => {
      void queries.invalidateQueries();
    },
  });
}

/** Asks with the key of the session, which ends when the gateway does not take that any more. */
export function useRun() {
  const { key, refused } = useSession();
  return useCallback(
    async <T, V>(document: TypedDocumentString<T, V>, variables: V, signal?: AbortSignal): Promise<T> => {
      if (key === null) throw new GatewayProblem(statusProblem(401));
      try {
        return await ask(key, document, variables, signal);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.kind === 'UNAUTHENTICATED') refused(key, problem);
        throw error;
      }
    },
    [key, refused],
  );
}
