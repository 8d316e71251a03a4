/** How answers are kept and when they are asked for again. */
import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.js';

/** What no event tells of (a message acknowledged by somebody else, an age in minutes) is seen after this. */
const POLL_MS = 60_000;
/** While the gateway cannot be reached. */
const RETRY_MS = 5_000;

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 60_000,
        refetchInterval: (query) => {
          if (query.state.error === null) return POLL_MS;
          const { kind } = problemOf(query.state.error);
          return kind === 'UNREACHABLE' || kind === 'BUSY' || kind === 'TIMEOUT' ? RETRY_MS : false;
        },
        retry: false,
        // A page that is back at work is told at once, whether or not the browser noticed that the network was gone.
        networkMode: 'always',
      },
      // Never sent twice by itself: not every change may be.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
