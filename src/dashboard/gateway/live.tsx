/** What the gateway tells by itself: everything shown is read anew when a source was read, and new messages pop up. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type Client, createClient } from 'graphql-ws';
import { createContext, type PropsWithChildren, use, useEffect, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { useSession } from './session.js';

/** Several sources that are read at once make one new read. */
const GATHERED_MS = 500;

const SourceSynced = graphql(`
  subscription SourceSynced {
    sourceSynced {
      id
    }
  }
`);

const MessageRaised = graphql(`
  subscription MessageRaised {
    messageRaised(filter: { severities: [WARN, ERROR] }) {
      id
      severity
      category
      description
      source {
        name
      }
    }
  }
`);

export type Live = 'CONNECTING' | 'LIVE' | 'AWAY';

interface LiveContextValue {
  readonly live: Live;
  readonly client: Client | null;
}

const LiveContext = createContext<LiveContextValue>({ live: 'CONNECTING', client: null });

export function LiveProvider({ children }: PropsWithChildren) {
  const { key } = useSession();
  const queries = useQueryClient();
  const [value, setValue] = useState<LiveContextValue>({ live: 'CONNECTING', client: null });

  useEffect(() => {
    if (key === null) return undefined;
    let wasConnected = false;
    // The socket of a key of before closes when that of the next is open already.
    let isOver = false;
    const client = createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      connectionParams: { Authorization: `Bearer ${key}` },
      // Forever, by and by less often; a key that is not taken is told by the next query.
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (retries) => new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** retries, 15_000))),
      shouldRetry: (event) => !(event instanceof CloseEvent && [4401, 4403].includes(event.code)),
      keepAlive: 20_000,
      on: {
        connected: () => {
          wasConnected = true;
          setValue({ live: 'LIVE', client });
          // What happened meanwhile was told to nobody.
          void queries.invalidateQueries();
        },
        closed: () => {
          if (isOver) return;
          setValue({ live: 'AWAY', client });
          // Whether the gateway is away is known at once, not at the next poll.
          if (wasConnected) void queries.invalidateQueries();
          wasConnected = false;
        },
      },
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      subscribe(client, SourceSynced, () => {
        gathering ??= setTimeout(() => {
          gathering = undefined;
          void queries.invalidateQueries();
        }, GATHERED_MS);
      }),
      subscribe(client, MessageRaised, ({ messageRaised: message }) => {
        notifications.show({
          id: message.id,
          title: `${message.source.name}: ${message.category}`,
          message: message.description,
          color: message.severity === 'ERROR' ? 'red' : 'yellow',
        });
      }),
    ];
    return () => {
      isOver = true;
      clearTimeout(gathering);
      for (const stop of stops) stop();
      void client.dispose();
    };
  }, [key, queries]);

  return <LiveContext value={value}>{children}</LiveContext>;
}

export function useLive(): Live {
  return use(LiveContext).live;
}

/** Answers how to end it. A subscription that the gateway ends is begun again. */
export function subscribe<T>(
  client: Client,
  document: TypedDocumentString<T, Record<string, never>>,
  onEvent: (event: T) => void,
): () => void {
  let stop = () => {};
  let isStopped = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    stop = client.subscribe<T>(
      { query: document.toString() },
      {
        next: ({ data }) => {
          if (data) onEvent(data);
        },
        error: again,
        complete: again,
      },
    );
  };
  function again() {
    if (!isStopped) waiting = setTimeout(begin, 5_000);
  }
  begin();
  return () => {
    isStopped = true;
    clearTimeout(waiting);
    stop();
  };
}
