/** What happens, as it happens: a typed subscription over server-sent events, which connects again by itself. */
import { createClient } from 'graphql-sse';
import { authorization, endpoint, GatewayError, operation } from './gateway.js';
import type { SourceReadSubscription, TypedDocumentString } from './generated/graphql.js';
import { graphql } from './generated/index.js';

const SourceRead = graphql(`
  subscription SourceRead {
    sourceSynced {
      name
      status
      lastSyncedAt
    }
  }
`);

/** Each read of a source, from now on; stop iterating and the subscription ends. */
export async function* sourceReads(): AsyncGenerator<SourceReadSubscription['sourceSynced']> {
  for await (const { sourceSynced } of subscribe(SourceRead)) yield sourceSynced;
}

async function* subscribe<T>(document: TypedDocumentString<T, Record<string, never>>): AsyncGenerator<T> {
  const client = createClient({ url: endpoint, headers: authorization });
  try {
    // An id goes beside an empty text, since this client's type demands one.
    const events = client.iterate({ query: '', ...operation(document) });
    for await (const { data, errors } of events) {
      const [error] = errors ?? [];
      if (error !== undefined) throw new GatewayError(error.message, String(error.extensions?.code));
      if (data != null) yield data as T;
    }
  } finally {
    client.dispose();
  }
}
