/** What the gateway tells by itself: everything shown is read anew when a source was read, and new messages pop up. */
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type Client, createClient } from 'graphql-ws';
import { createContext, type PropsWithChildren, use, useEffect, useState } from 'react';
import type { TypedDocumentString } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { gatherer } from './gatherer.js';
import { useSession } from './session.js';

/** Several sources that are read at once make one new read. */
const GATHERED_MS = 500;
/** A connection whose gateway says nothing on being asked for so long is gone, whatever the network says. */
const SILENT_MS = 10_000;

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

type Live = 'CONNECTING' | 'LIVE' | 'AWAY';

const LiveContext = createContext<Live>('CONNECTING');

export function LiveProvider({ children }: PropsWithChildren) {
  const { key } = useSession();
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>('CONNECTING');

  useEffect(() => {
    if (key === null) return undefined;
    let wasConnected = false;
    // The socket of a key of before closes when that of the next is open already.
    let isOver = false;
    let awaited: ReturnType<typeof setTimeout> | undefined;
    const gathered = gatherer(GATHERED_MS, () => queries.invalidateQueries());
    const client = createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      connectionParams: { Authorization: `Bearer ${key}` },
      // Forever, by and by less often; a key that is not taken is told by the next query.
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: (retries) => new Promise((done) => setTimeout(done, Math.min(1000 * 2 ** retries, 15_000))),
      shouldRetry: (event) => !(event instanceof CloseEvent && [4401, 4403].includes(event.code)),
      keepAlive: 20_000,
      on: {
        ping: (isReceived) => {
          if (!isReceived) awaited = setTimeout(() => client.terminate(), SILENT_MS);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(awaited);
        },
        connected: () => {
          wasConnected = true;
          setLive('LIVE');
          // What happened meanwhile was told to nobody.
          void queries.invalidateQueries();
        },
        closed: () => {
          clearTimeout(awaited);
          if (isOver) return;
          setLive('AWAY');
          // Whether the gateway is away is known at once, not at the next poll.
          if (wasConnected) void queries.invalidateQueries();
          wasConnected = false;
        },
      },
    });
    const stops = [
      subscribe(client, SourceSynced, gathered.tell),
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
      setLive('CONNECTING');
      gathered.stop();
      for (const stop of stops) stop();
      void client.dispose();
    };
  }, [key, queries]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  return use(LiveContext);
}

/** Answers how to end it. A subscription that the gateway ends is begun again. */
function subscribe<T>(
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
