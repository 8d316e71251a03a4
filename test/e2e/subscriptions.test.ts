/** Live updates of the whole gateway, over WebSockets and as server-sent events, to the clients that people use. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Meter, VendorMessage } from '../../src/domain/entities.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { staticSource } from '../support/static-source.js';
import { embedded, storeKinds } from '../support/stores.js';

interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: Record<string, unknown> }[];
}

/** What one subscriber has been told. */
interface Heard {
  readonly results: Result[];
  /** Resolves when there are so many. */
  told(count: number): Promise<readonly Result[]>;
  /** Resolves when it is over, with what it ended by. */
  readonly ended: Promise<unknown>;
  leave(): void;
}

type Transport = 'WebSocket' | 'SSE';
const transports: readonly Transport[] = ['WebSocket', 'SSE'];

const sources = () => ({ splunk: staticSource('splunk', {}), other: staticSource('other', {}) });
let stores: ReturnType<typeof sources>;
let gateway: TestGateway;
let log: ReturnType<typeof listening>;
let began: (count: number) => Promise<void>;
let left: (count: number) => Promise<void>;
const leaving: (() => void)[] = [];

/** Gateways of these tests log into nothing but this, which tells when a subscription is listening, and when it is over. */
function listening() {
  const lines = new PassThrough();
  const counts = new Map<string, number>();
  let wake = () => {};
  lines.on('data', (chunk) => {
    for (const text of ['a subscription begins', 'a subscription is over']) {
      counts.set(text, (counts.get(text) ?? 0) + String(chunk).split(text).length - 1);
    }
    wake();
  });
  const waiting = (text: string) => async (wanted: number) => {
    while ((counts.get(text) ?? 0) < wanted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    counts.set(text, (counts.get(text) ?? 0) - wanted);
  };
  return {
    logger: pino({ level: 'debug' }, lines),
    began: waiting('a subscription begins'),
    left: waiting('a subscription is over'),
  };
}

async function start(options: Parameters<typeof startGateway>[1] = {}): Promise<TestGateway> {
  stores = sources();
  log = listening();
  ({ began, left } = log);
  const all = Object.values(stores);
  gateway = await startGateway(
    all.map(({ source }) => source),
    { ...options, overrides: { ...options.overrides, modules: all.map(({ module }) => module), logger: log.logger } },
  );
  await gateway.refresh();
  return gateway;
}

beforeEach(async () => {
  await start();
});
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  await gateway.close();
});

/** Subscribes, and resolves when it is being told. */
async function subscribe(
  over: Transport,
  query: string,
  { key = keys.ADMIN as string, variables = {}, retries = 0, isRefused = false } = {},
): Promise<Heard> {
  const heard = open(over, gateway.url, { query, variables }, key, retries);
  if (!isRefused) await Promise.race([began(1), heard.ended]);
  return heard;
}

function open(
  over: Transport,
  url: string,
  asked: { readonly query: string; readonly variables?: Record<string, unknown> },
  key: string,
  retryAttempts = 0,
): Heard {
  const results: Result[] = [];
  let wake = () => {};
  let leave = () => {};
  const ended = new Promise<unknown>((resolve) => {
    const sink = {
      next(result: Result) {
        results.push(result);
        wake();
      },
      error: resolve,
      complete: () => resolve('complete'),
    };
    const Authorization = `Bearer ${key}`;
    if (over === 'WebSocket') {
      const client = createWsClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { Authorization },
        retryAttempts,
        retryWait: async () => {},
        shouldRetry: () => true,
      });
      const unsubscribe = client.subscribe(asked, sink as never);
      leave = () => {
        unsubscribe();
        client.terminate();
      };
    } else {
      const client = createSseClient({
        url: `${url}/graphql`,
        headers: { Authorization },
        retryAttempts,
        retry: async () => {},
      });
      client.subscribe(asked as never, sink as never);
      leave = () => client.dispose();
    }
  });
  leaving.push(leave);
  return {
    results,
    ended,
    leave,
    async told(count) {
      while (results.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return results;
    },
  };
}

const meter = (used: bigint, subject = 'License:splunk:a'): Meter => ({
  subjectId: subject,
  dimension: 'USES',
  measure: 'GAUGE',
  limit: { kind: 'limited', value: 100n },
  used,
  enforcement: 'HARD',
  overage: { kind: 'none' },
  resetsAt: null,
  reasons: [],
});

const message = (name: string, fields: Partial<VendorMessage> = {}): VendorMessage => ({
  id: `Message:splunk:${name}`,
  source: 'splunk',
  vendorId: name,
  typeName: 'Message',
  displayName: name,
  vendorFields: {},
  category: 'license_window',
  severity: 'WARN',
  description: name,
  createdAt: null,
  about: {},
  ...fields,
});

async function says(snapshot: object, name: 'splunk' | 'other' = 'splunk'): Promise<void> {
  stores[name].says = snapshot;
  await gateway.refresh(name);
}

describe.each(transports)('over %s', (over) => {
  it('a message that is raised is told, with what is selected behind it, and one that is told of no more is not', async () => {
    const heard = await subscribe(over, 'subscription { messageRaised { id active source { name status } } }');
    await says({ messages: [message('a')] });
    expect(await heard.told(1)).toEqual([
      { data: { messageRaised: { id: 'Message:splunk:a', active: true, source: { name: 'splunk', status: 'OK' } } } },
    ]);
    await gateway.query(
      'mutation { acknowledgeMessage(input: { messageId: "Message:splunk:a" }) { errors { code } } }',
    );
    heard.leave();
    const next = await subscribe(over, 'subscription { messageRaised { id } }');
    await says({ messages: [message('a'), message('b')] });
    await next.told(1);
    expect(heard.results).toHaveLength(1);
    expect(next.results).toEqual([{ data: { messageRaised: { id: 'Message:splunk:b' } } }]);
  });

  it('a filter means what it means on the connection', async () => {
    const heard = await subscribe(
      over,
      'subscription ($filter: MessageFilter) { messageRaised(filter: $filter) { displayName } }',
      {
        variables: { filter: { severities: ['ERROR'], kinds: ['static-splunk'], search: 'pool', sources: ['splunk'] } },
      },
    );
    const error = { severity: 'ERROR' } as const;
    await says({ messages: [message('pool one'), message('stack two', error), message('Pool three', error)] });
    expect(await heard.told(1)).toEqual([{ data: { messageRaised: { displayName: 'Pool three' } } }]);
  });

  it('a key of one source is told of that source', async () => {
    const heard = await subscribe(over, 'subscription { sourceSynced { name lastAttemptAt } }', { key: keys.scoped });
    await gateway.refresh('other');
    await gateway.refresh('splunk');
    expect((await heard.told(1)).map(({ data }) => data)).toMatchObject([{ sourceSynced: { name: 'splunk' } }]);
  });

  it('a read that fails is told, too', async () => {
    const heard = await subscribe(over, 'subscription { sourceSynced(sourceId: "Source:other") { name status } }');
    await gateway.refresh('splunk');
    stores.other.says = new Error('broken');
    await gateway.refresh('other');
    expect(await heard.told(1)).toEqual([{ data: { sourceSynced: { name: 'other', status: 'BAD_RESPONSE' } } }]);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['does not parse', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['is misspelt', 'subscription { messageRaized { id } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['has two fields', 'subscription { messageRaised { id } quotaChanged { id } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'has none by a condition',
      'subscription { messageRaised @skip(if: true) { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'has variables that do not fit',
      'subscription ($f: MessageFilter) { messageRaised(filter: $f) { id } }',
      { f: { severities: ['LOUD'] } },
      'BAD_USER_INPUT',
    ],
    ['searches for one letter', 'subscription { messageRaised(filter: { search: "a" }) { id } }', {}, 'BAD_USER_INPUT'],
    ['names no source', 'subscription { sourceSynced(sourceId: "Pool:splunk:a") { id } }', {}, 'BAD_USER_INPUT'],
    [
      'costs too much',
      'subscription { sourceSynced { licenses(first: 500) { nodes { messages(first: 500) { nodes { id } } } } } }',
      {},
      'QUERY_TOO_COMPLEX',
    ],
  ])('one that %s is refused', async (_what, query, variables, code) => {
    const heard = await subscribe(over, query, { variables, isRefused: true });
    const ended = await heard.ended;
    const errors = Array.isArray(ended) ? ended : heard.results[0]?.errors;
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('queries and mutations are answered with one result', async () => {
    const heard = await subscribe(over, '{ sources { totalCount } }', { isRefused: true });
    expect(await heard.ended).toBe('complete');
    expect(heard.results).toMatchObject([{ data: { sources: { totalCount: 2 } } }]);
  });

  it('a key that is taken back ends it, and says so', async () => {
    const heard = await subscribe(over, 'subscription { sourceSynced { name } }');
    gateway.reload({ apiKeys: [] });
    const ended = await heard.ended;
    const told = over === 'SSE' ? heard.results[0]?.errors : ended;
    expect(JSON.stringify(told) + JSON.stringify((ended as { code?: number }).code)).toMatch(/UNAUTHENTICATED|4403/);
  });

  it('other sources end it for whoever sees another set of them then, and for nobody else', async () => {
    const query = 'subscription { sourceSynced { name } }';
    const all = await subscribe(over, query);
    const scoped = await subscribe(over, query, { key: keys.scoped });
    gateway.reload({}, ['splunk']);
    const ended = await all.ended;
    expect(Array.isArray(ended) ? ended : all.results[0]?.errors).toMatchObject([
      { extensions: { code: 'SOURCES_CHANGED' } },
    ]);
    gateway.reload({}, ['splunk', 'other']);
    const again = await subscribe(over, query);
    await gateway.refresh('splunk');
    expect(await scoped.told(1)).toEqual([{ data: { sourceSynced: { name: 'splunk' } } }]);
    await gateway.refresh('other');
    expect(await again.told(2)).toContainEqual({ data: { sourceSynced: { name: 'other' } } });
  });

  it('who cannot pay for an event has it ended with RATE_LIMITED', async () => {
    await gateway.close();
    await start({ limits: { costPerMinute: 25 } });
    const heard = await subscribe(over, 'subscription { sourceSynced { name } }', { key: keys.VIEWER });
    await gateway.refresh('splunk');
    await gateway.refresh('splunk');
    await gateway.refresh('splunk');
    const ended = await heard.ended;
    const errors = Array.isArray(ended) ? ended : heard.results.at(-1)?.errors;
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  });

  it('the closing gateway tells of no end, so that clients connect again by themselves', async () => {
    const heard = await subscribe(over, 'subscription { sourceSynced { name } }');
    await gateway.close();
    expect(await heard.ended).not.toBe('complete');
    expect(heard.results).toEqual([]);
  });

  it('who does not read is cut off from it, told so, and nobody else', async () => {
    const query = 'subscription { quotaChanged { reasons } }';
    const idle = await openIdle(over, query);
    await began(1);
    const heard = await subscribe(over, query);
    const subjects = Array.from({ length: 200 }, (_, n) => `License:splunk:${n}`);
    await says({ meters: subjects.map((subject) => ({ ...meter(1n, subject), reasons: ['x'.repeat(100_000)] })) });
    expect(await heard.told(200)).toHaveLength(200);
    expect(await idle.rest()).toContain('SUBSCRIPTION_OVERFLOW');
  });
});

/** A subscriber that reads nothing until it is asked for the rest. */
async function openIdle(over: Transport, query: string): Promise<{ rest(): Promise<string> }> {
  const authorization = `Bearer ${keys.ADMIN}`;
  if (over === 'WebSocket') {
    const socket = new WebSocket(`${gateway.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { authorization },
    });
    leaving.push(() => socket.terminate());
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    socket.pause();
    return {
      async rest() {
        let text = '';
        const over = new Promise<void>((resolve) => {
          socket.on('message', (data) => {
            text = String(data);
            if (text.includes('"error"')) resolve();
          });
        });
        socket.resume();
        await over;
        return text;
      },
    };
  }
  const asking = request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', accept: 'text/event-stream' },
  });
  asking.end(JSON.stringify({ query }));
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  leaving.push(() => asking.destroy());
  return {
    async rest() {
      let text = '';
      for await (const chunk of response) text = `${text}${String(chunk)}`.slice(-1_000);
      return text;
    },
  };
}

it('many who ask the same and see the same share the reading, and all are told', async () => {
  const all: Heard[] = [];
  for (let n = 0; n < 20; n++) {
    all.push(await subscribe(n % 2 === 0 ? 'WebSocket' : 'SSE', 'subscription { quotaChanged { used state } }'));
  }
  await says({ meters: [meter(85n)] });
  for (const heard of all) {
    expect(await heard.told(1)).toEqual([{ data: { quotaChanged: { used: '85', state: 'WARNING' } } }]);
  }
});

it('an event is read once for all who share it, and nothing is read when the last has left', async () => {
  const store = await embedded();
  const repo = await openRepo(store.config);
  const reads = { contexts: 0, versions: 0 };
  const counting: Repo = {
    ...repo,
    async getMany(collection, ids) {
      if (collection === 'sources') reads.contexts++;
      return repo.getMany(collection, ids);
    },
    scan(collection, filter, fields) {
      if (collection === 'quotas' && typeof filter.from === 'number') reads.versions++;
      return repo.scan(collection, filter, fields);
    },
  };
  await gateway.close();
  await start({ store, overrides: { repo: counting } });
  const query = 'subscription { quotaChanged { used } }';
  const all: Heard[] = [];
  for (const key of [keys.ADMIN, keys.ADMIN, keys.scoped]) all.push(await subscribe('WebSocket', query, { key }));
  reads.contexts = 0;
  await says({ meters: [meter(1n)] });
  for (const heard of all) await heard.told(1);
  // One for those who see all, one for who sees a part.
  expect(reads).toEqual({ contexts: 2, versions: 1 });

  for (const heard of all) heard.leave();
  await left(all.length);
  await says({ meters: [meter(2n)] });
  expect(reads.versions).toBe(1);
  await gateway.close();
  await store.remove();
});

it('the changes of quotas, applied to the first page, make the last', async () => {
  const pageOf = async () => {
    const { quotas } = await gateway.query<{ quotas: { nodes: { id: string }[] } }, unknown>(
      '{ quotas(first: 100) { nodes { id used limit ratio state reasons } } }',
    );
    return new Map(quotas.nodes.map((node) => [node.id, node]));
  };
  const subjects = ['a', 'b', 'c', 'd'].map((name) => `License:splunk:${name}`);
  await says({ meters: subjects.map((subject) => meter(1n, subject)) });
  const page = await pageOf();
  const heard = await subscribe('SSE', 'subscription { quotaChanged { id used limit ratio state reasons } }');
  let seed = 7;
  let changed = 0;
  const used = subjects.map(() => 1n);
  for (let round = 0; round < 12; round++) {
    subjects.forEach((_subject, index) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (seed % 3 !== 0) return;
      const next = BigInt(seed % 120);
      if (next !== used[index]) changed++;
      used[index] = next;
    });
    await says({ meters: subjects.map((subject, index) => meter(used[index] ?? 0n, subject)) });
  }
  for (const { data } of await heard.told(changed)) {
    const { quotaChanged } = data as { quotaChanged: { id: string } };
    page.set(quotaChanged.id, quotaChanged);
  }
  expect(page).toEqual(await pageOf());
  expect(heard.results).toHaveLength(changed);
});

describe('a plain POST', () => {
  it('is told where subscriptions are to be had', async () => {
    const { errors } = await gateway.ask('subscription { sourceSynced { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    expect(errors?.[0]?.message).toMatch(/WebSocket.*text\/event-stream/);
  });
});

describe('server-sent events', () => {
  const ask = (headers: Record<string, string>, method = 'POST') =>
    fetch(`${gateway.url}/graphql`, {
      method,
      headers: { authorization: `Bearer ${keys.VIEWER}`, 'content-type': 'application/json', ...headers },
      ...(method === 'POST' ? { body: JSON.stringify({ query: '{ __typename }' }) } : {}),
    });

  it('are sent to who likes them best, as nothing that a cache or proxy would keep', async () => {
    const { status, headers } = await ask({ accept: 'text/event-stream' });
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect((await ask({ accept: 'application/json, text/event-stream;q=0.5' })).headers.get('content-type')).toContain(
      'json',
    );
  });

  it('one that stands behind another on its connection ends with that connection, too', async () => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: 'subscription { sourceSynced { name } }' });
    const head = [
      ...['POST /graphql HTTP/1.1', 'Host: a', `Authorization: Bearer ${keys.ADMIN}`, 'Accept: text/event-stream'],
      ...['Content-Type: application/json', `Content-Length: ${body.length}`],
    ].join('\r\n');
    socket.write(`${head}\r\n\r\n${body}`.repeat(2));
    await began(2);
    socket.destroy();
    await left(2);
  });

  it('what is no answer to an operation is told by the status', async () => {
    const statuses = await Promise.all([
      ask({ accept: 'text/event-stream', authorization: 'Bearer wrong-key-0123456789' }),
      ask({ accept: 'text/event-stream', 'content-type': 'text/plain' }),
      ask({ accept: 'text/event-stream' }, 'GET'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 415, 406]);
  });
});

describe.each(storeKinds)('two gateways on $name', ({ skipped, make }) => {
  it.skipIf(skipped)('tell everybody of each change once, whichever of them wrote it', async () => {
    const store = await make();
    // The embedded store is one process's: there both have the same.
    const repo = 'mongodb' in store.config ? null : await openRepo(store.config);
    const shared = repo === null ? {} : { repo: { ...repo, close: async () => {} } };
    await gateway.close();
    await start({ store, overrides: shared });
    const first = gateway;
    const all = Object.values(stores);
    const second = await startGateway(
      all.map(({ source }) => source),
      { store, overrides: { ...shared, modules: all.map(({ module }) => module), logger: log.logger } },
    );
    const query = 'subscription { messageRaised { id } }';
    const subscribers = [first, second].map(({ url }) => open('SSE', url, { query }, keys.VIEWER));
    await began(2);
    await says({ messages: [message('a')] });
    stores.splunk.says = { messages: [message('a'), message('b')] };
    await second.refresh('splunk');
    for (const { told } of subscribers) {
      const ids = (await told(2)).map(({ data }) => (data as { messageRaised: { id: string } }).messageRaised.id);
      expect(ids).toEqual(['Message:splunk:a', 'Message:splunk:b']);
    }
    for (const { leave } of subscribers) leave();
    await second.close();
    await first.close();
    await repo?.close();
    await store.remove();
  });
});
