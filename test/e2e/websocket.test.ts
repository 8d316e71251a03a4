/** The whole gateway over WebSockets: every rule that holds over HTTP holds there. */
import { type Client, createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { splunkSourceOf, startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';

let emulators: TestEmulators;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  gateway = await startGateway(emulators.sources);
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await emulators?.close();
});

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

function clientOf(key: string, at = gateway): Client {
  const client = createClient({
    url: `${at.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 10_000,
    connectionParams: { Authorization: `Bearer ${key}` },
  });
  clients.push(client);
  return client;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** The answer, one that did not run included. */
async function ask(client: Client, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  try {
    for await (const { data, errors } of client.iterate({ query, variables })) {
      return errors === undefined ? { data } : { data, errors: errors as Answer['errors'] & object };
    }
    throw new Error('no answer');
  } catch (thrown) {
    if (Array.isArray(thrown)) return { errors: thrown };
    throw thrown;
  }
}

describe('an answer over a WebSocket is that over HTTP', () => {
  const aliases = Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ');

  it.each<[string, keyof typeof keys, string]>([
    ['of a query', 'VIEWER', '{ viewer { name role } licenses(first: 3) { totalCount nodes { id displayName } } }'],
    ['for a key of one source', 'scoped', '{ sources { nodes { name } } source(name: "keygen") { id } }'],
    [
      'of a mutation without the role for it',
      'VIEWER',
      'mutation { refreshSource(input: { sourceId: "Source:splunk" }) { source { id } } }',
    ],
    ['of a query without the role for it', 'OPERATOR', '{ auditEntries { totalCount } }'],
    ['of what does not parse', 'VIEWER', '{'],
    ['of what is misspelt', 'VIEWER', '{ licences { totalCount } }'],
    ['of a size out of bounds', 'VIEWER', '{ licenses(first: 99999999) { totalCount } }'],
    ['of 101 aliases', 'VIEWER', `{ ${aliases} }`],
  ])('%s', async (_what, who, query) => {
    const { data, errors } = await gateway.ask(query, {}, keys[who]);
    const over = await ask(clientOf(keys[who]), query);
    expect(over.errors).toEqual(errors);
    // What has not run has no data, in whichever way that is told.
    expect(over.data ?? null).toEqual(data ?? null);
  });

  it('of a subscription that is misspelt', async () => {
    const query = 'subscription { messageRaized { id } }';
    const { errors } = await gateway.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    expect(await ask(clientOf(keys.VIEWER), query)).toEqual({ errors });
  });

  it('of a mutation', async () => {
    const { data } = await ask(
      clientOf(keys.OPERATOR),
      'mutation { refreshSource(input: { sourceId: "Source:splunk" }) { source { status } errors { code } } }',
    );
    expect(data).toEqual({ refreshSource: { source: { status: 'OK' }, errors: [] } });
  });
});

it('is counted with what its caller asks for over HTTP', async () => {
  const bounded = await startGateway([], { limits: { changesPerMinute: 1 } });
  const change = 'mutation { refreshSource(input: { sourceId: "Source:none" }) { errors { code } } }';
  await bounded.ask(change);
  const { errors } = await ask(clientOf(keys.ADMIN, bounded), change);
  expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  await bounded.close();
});

it('ends with its key: taken back by a reload, it is closed with 4403', async () => {
  const own = await startGateway([splunkSourceOf(emulators.splunk)]);
  const client = clientOf(keys.ADMIN, own);
  const closed = new Promise<{ code: number }>((resolve) => {
    client.on('closed', (event) => resolve(event as { code: number }));
  });
  await ask(client, '{ __typename }');
  own.reload({ apiKeys: [] });
  expect((await closed).code).toBe(4403);
  await own.close();
});
