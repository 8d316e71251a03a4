import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { BearerRefused } from '../../../src/auth/refusal.js';
import { mostStrangers } from '../../../src/http/websocket/waiting-room.js';
import { deferred, KEY, OTHER_KEY, startTinyServer, type TinyServer } from '../../support/tiny-server.js';

const PROTOCOL = 'graphql-transport-ws';

const started: TinyServer[] = [];
const opened: WebSocket[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.terminate();
  for (const socket of opened.splice(0)) socket.terminate();
  for (const server of started.splice(0)) {
    server.release();
    await server.close();
  }
});

async function start(...args: Parameters<typeof startTinyServer>): Promise<TinyServer> {
  const server = await startTinyServer(...args);
  started.push(server);
  return server;
}

const addressOf = (server: TinyServer) => `${server.url.replace(/^http/, 'ws')}/graphql`;

/** The library's own client, as a page or a script would use it. */
function clientOf(server: TinyServer, key: string | null = KEY): Client & { readonly closed: Promise<CloseEvent> } {
  const client = createClient({
    url: addressOf(server),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 10_000,
    ...(key === null ? {} : { connectionParams: { Authorization: `Bearer ${key}` } }),
  });
  clients.push(client);
  const closed = new Promise<CloseEvent>((resolve) => {
    client.on('closed', (event) => resolve(event as CloseEvent));
  });
  return { ...client, closed };
}

interface CloseEvent {
  readonly code: number;
  readonly reason: string;
}

async function run(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const results: unknown[] = [];
  for await (const result of client.iterate({ query, variables })) results.push(result);
  expect(results).toHaveLength(1);
  return results[0];
}

/** A bare WebSocket, for what the library's client would never do. */
async function open(server: TinyServer, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(addressOf(server), PROTOCOL, { headers });
  opened.push(socket);
  await once(socket, 'open');
  return socket;
}

const send = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
const rawOf = (socket: WebSocket) => (socket as unknown as { _socket: NodeJS.WritableStream })._socket;
const closeOf = async (socket: WebSocket) => (await once(socket, 'close'))[0] as number;
const next = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0]));
const init = (key = KEY) => ({ type: 'connection_init', payload: { Authorization: `Bearer ${key}` } });

async function enter(server: TinyServer, key = KEY): Promise<WebSocket> {
  const socket = await open(server);
  send(socket, init(key));
  expect(await next(socket)).toEqual({ type: 'connection_ack' });
  return socket;
}

describe('an operation over a WebSocket', () => {
  it('is answered as over HTTP: queries, mutations, variables', async () => {
    const client = clientOf(await start());
    expect(await run(client, 'query ($n: Int!) { hello viewer echo(n: $n) }', { n: 3 })).toEqual({
      data: { hello: 'there', viewer: 'ops', echo: 3 },
    });
    expect(await run(client, 'mutation { touch }')).toEqual({ data: { touch: 'touched' } });
  });

  it('has a request id of its own, which its line in the log carries', async () => {
    const server = await start();
    const client = clientOf(server);
    const ids = [await run(client, '{ requestId }'), await run(client, '{ requestId }')] as {
      data: { requestId: string };
    }[];
    const logged = server.log.filter(({ msg }) => msg === 'operation over a WebSocket');
    expect(logged.map(({ requestId, viewer }) => ({ requestId, viewer }))).toEqual(
      ids.map(({ data }) => ({ requestId: data.requestId, viewer: 'ops' })),
    );
    expect(new Set(ids.map(({ data }) => data.requestId)).size).toBe(2);
    expect(server.logText()).not.toContain(KEY);
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{', {}],
    ['GRAPHQL_VALIDATION_FAILED', '{ nothing }', {}],
    ['BAD_USER_INPUT', 'query ($n: Int!) { echo(n: $n) }', { n: 'x' }],
  ])('that cannot run is refused with %s, in a message of its own', async (code, query, variables) => {
    const client = clientOf(await start());
    await expect(run(client, query, variables)).rejects.toMatchObject([{ extensions: { code } }]);
    expect(await run(client, '{ hello }')).toEqual({ data: { hello: 'there' } });
  });

  it('that fails says no more than over HTTP', async () => {
    const client = clientOf(await start());
    expect(await run(client, '{ hello fail }')).toMatchObject({ errors: [{ path: ['fail'] }], data: null });
  });

  it('that takes too long is refused with TIMEOUT, and told to stop', async () => {
    const server = await start({}, { limits: { operationTimeoutMs: 50 } });
    await expect(run(clientOf(server), '{ wait }')).rejects.toMatchObject([{ extensions: { code: 'TIMEOUT' } }]);
    await server.left;
  });

  it('is told to stop when it is asked for no more, or its socket ends', async () => {
    for (const leave of [
      (socket: WebSocket) => send(socket, { id: '1', type: 'complete' }),
      (socket: WebSocket) => socket.terminate(),
    ]) {
      const server = await start();
      const socket = await enter(server);
      send(socket, { id: '1', type: 'subscribe', payload: { query: '{ wait }' } });
      await server.reached;
      leave(socket);
      await server.left;
    }
  });

  it('is refused while the process cannot keep up', async () => {
    let delay = 0;
    const server = await start({}, { limits: { eventLoopDelayMs: 10 }, eventLoopDelay: () => delay });
    const client = clientOf(server);
    await run(client, '{ hello }');
    delay = 11;
    await expect(run(client, '{ hello }')).rejects.toMatchObject([{ extensions: { code: 'OVERLOADED' } }]);
    expect((await upgrade(server)).status).toBe(503);
  });
});

describe('the key of a WebSocket', () => {
  it.each([null, 'wrong-key-0123456789'])('must be one: %s is closed with 4403', async (key) => {
    const client = clientOf(await start(), key);
    await expect(run(client, '{ hello }')).rejects.toMatchObject({ code: 4403, reason: 'Forbidden' });
  });

  it.each<[string, object | undefined, Record<string, string>]>([
    ['authorization in small letters', { authorization: `bearer ${KEY}` }, {}],
    ['the Authorization header of the upgrade', undefined, { authorization: `Bearer ${KEY}` }],
  ])('may come as %s', async (_what, payload, headers) => {
    const socket = await open(await start(), headers);
    send(socket, { type: 'connection_init', payload });
    expect(await next(socket)).toEqual({ type: 'connection_ack' });
  });

  it.each<[string, unknown]>([
    ['a wrong one beside a right header', { Authorization: 'Bearer wrong-key-0123456789' }],
    ['one that is no text', { Authorization: [`Bearer ${KEY}`] }],
    ['one without its scheme', { Authorization: KEY }],
  ])('is not guessed: %s is closed with 4403', async (_what, payload) => {
    const headers = { authorization: `Bearer ${KEY}` };
    const socket = await open(await start(), headers);
    send(socket, { type: 'connection_init', payload });
    expect(await closeOf(socket)).toBe(4403);
  });

  it('must come in time', async () => {
    const socket = await open(await start({}, { waits: { initMs: 20 } }));
    expect(await closeOf(socket)).toBe(4408);
  });

  it('must come before anything is asked for', async () => {
    const socket = await open(await start());
    send(socket, { id: '1', type: 'subscribe', payload: { query: '{ hello }' } });
    expect(await closeOf(socket)).toBe(4401);
  });

  it('that is taken back ends its WebSockets, and no others', async () => {
    const server = await start();
    const mine = clientOf(server);
    const other = clientOf(server, OTHER_KEY);
    await run(mine, '{ hello }');
    await run(other, '{ hello }');
    server.revoke(KEY);
    expect((await mine.closed).code).toBe(4403);
    expect(await run(other, '{ viewer }')).toEqual({ data: { viewer: 'other' } });
  });

  it('is looked at again at each operation and each sign of life', async () => {
    let isGood = true;
    const authenticate = async () => (isGood ? ({ name: 'token', role: 'VIEWER', sources: null } as const) : null);
    const asking = await enter(await start({}, { authenticate }));
    const silent = await enter(await start({}, { authenticate, waits: { keepAliveMs: 300 } }));
    isGood = false;
    send(asking, { id: '1', type: 'subscribe', payload: { query: '{ hello }' } });
    const codes = await Promise.all([closeOf(asking), closeOf(silent)]);
    expect(codes).toEqual([4403, 4403]);
  });

  it('that cannot be checked just now keeps what is open, and opens nothing', async () => {
    let problem: 'UNAVAILABLE' | null = null;
    const server = await start(
      {},
      {
        authenticate: async () => {
          if (problem !== null) throw new BearerRefused(problem, 'the provider is down');
          return { name: 'token', role: 'VIEWER', sources: null };
        },
      },
    );
    const client = clientOf(server);
    await run(client, '{ hello }');
    problem = 'UNAVAILABLE';
    await expect(run(client, '{ hello }')).rejects.toMatchObject([{ extensions: { code: 'AUTH_UNAVAILABLE' } }]);
    await expect(run(clientOf(server), '{ hello }')).rejects.toMatchObject({ code: 1013 });
    problem = null;
    expect(await run(client, '{ hello }')).toEqual({ data: { hello: 'there' } });
  });

  it('whose check fails tells nothing of why', async () => {
    let isBroken = false;
    const server = await start(
      {},
      {
        authenticate: async () => {
          if (isBroken) throw new Error('mongodb://inner is down');
          return { name: 'token', role: 'VIEWER', sources: null };
        },
      },
    );
    const client = clientOf(server);
    await run(client, '{ hello }');
    isBroken = true;
    await expect(run(client, '{ hello }')).rejects.toEqual([
      { message: 'something went wrong; the log has it', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    await expect(run(clientOf(server), '{ hello }')).rejects.toMatchObject({ code: 1011, reason: 'Internal error' });
  });
});

describe('how many', () => {
  it('WebSockets a caller has is bounded: one more is closed with 4429, and one that ends makes room', async () => {
    const server = await start({}, { limits: { sockets: 2 } });
    const first = await enter(server);
    await enter(server);
    const third = await open(server);
    send(third, init());
    expect(await closeOf(third)).toBe(4429);
    await enter(server, OTHER_KEY);
    first.terminate();
    await until(async () => {
      const socket = await open(server);
      send(socket, init());
      return Promise.race([next(socket).then(() => true), closeOf(socket).then(() => false)]);
    });
  });

  it('WebSockets without a key wait is bounded too: the newest gets in, and the oldest goes', async () => {
    const server = await start({}, { waits: { initMs: 600_000 } });
    const strangers = await Promise.all(Array.from({ length: mostStrangers }, () => open(server)));
    const gone = Promise.race(strangers.map((socket) => closeOf(socket)));
    const newest = await open(server, { authorization: 'Bearer wrong-key-0123456789' });
    expect(await gone).toBe(1006);
    send(newest, init());
    expect((await next(newest)).type).toBe('connection_ack');
    expect(strangers.filter(({ readyState }) => readyState === WebSocket.OPEN)).toHaveLength(mostStrangers - 1);
  });

  it('WebSockets without a key wait takes none of those whose upgrade brings one', async () => {
    const server = await start({}, { limits: { sockets: 1 }, waits: { initMs: 600_000 } });
    const holder = await open(server, { authorization: `Bearer ${KEY}` });
    expect((await upgrade(server, { authorization: `Bearer ${KEY}` })).status).toBe(503);
    await Promise.all(Array.from({ length: mostStrangers + 10 }, () => open(server)));
    expect(holder.readyState).toBe(WebSocket.OPEN);
  });

  it('who comes with a key and goes while it is looked at keeps no place', async () => {
    const looking = deferred();
    const looked = deferred();
    const server = await start(
      {},
      {
        limits: { sockets: 1 },
        async authenticate() {
          looking.resolve();
          await looked.promise;
          return { name: 'token', role: 'VIEWER', sources: null };
        },
      },
    );
    const headers = { authorization: `Bearer ${KEY}` };
    const gone = new WebSocket(addressOf(server), PROTOCOL, { headers });
    gone.on('error', () => {});
    await looking.promise;
    gone.terminate();
    looked.resolve();
    await until(async () => (await upgrade(server, headers)).status === 101);
  });

  it.each<[string, (size: number) => Buffer]>([
    [
      'one message',
      (size) => Buffer.concat([Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 0x0f, 0, 0, 0, 0, 0, 0]), Buffer.alloc(size)]),
    ],
    [
      'parts of a message',
      (size) =>
        Buffer.concat(
          Array.from({ length: size / 8 }, (_, n) => Buffer.from([n === 0 ? 1 : 0, 0x82, 0, 0, 0, 0, 1, 1])),
        ),
    ],
  ])('bytes are taken from who has no key is bounded, in %s', async (_what, bytes) => {
    const socket = await open(await start({}, { waits: { initMs: 600_000 } }));
    const closed = closeOf(socket);
    rawOf(socket).write(bytes(40_000));
    expect(await closed).toBe(1006);
  });

  it('operations a caller runs is bounded over all its WebSockets', async () => {
    const server = await start({}, { limits: { subscriptions: 1 } });
    const waiting = await enter(server);
    send(waiting, { id: '1', type: 'subscribe', payload: { query: '{ wait }' } });
    await server.reached;
    await expect(run(clientOf(server), '{ hello }')).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(await run(clientOf(server, OTHER_KEY), '{ hello }')).toEqual({ data: { hello: 'there' } });
    server.release();
    expect(await next(waiting)).toMatchObject({ type: 'next', payload: { data: { wait: 'done' } } });
    expect(await run(clientOf(server), '{ hello }')).toEqual({ data: { hello: 'there' } });
  });

  it('bytes a message has is bounded: more than 1 MiB is closed with 1009', async () => {
    const socket = await enter(await start());
    socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await closeOf(socket)).toBe(1009);
  });

  it('unread answers pile up is bounded: nothing more is taken from who does not read', async () => {
    const server = await start({}, { waits: { keepAliveMs: 600_000 } });
    const socket = await enter(server);
    socket.pause();
    const message = JSON.stringify({ type: 'ping', payload: { pad: 'x'.repeat(1024 * 1024 - 100) } });
    let taken = 0;
    const most = 60;
    for (let n = 0; n < most; n++) {
      socket.send(message, () => {
        taken++;
      });
    }
    await until(async () => {
      const before = taken;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return taken === before && taken > 0;
    });
    expect(taken).toBeLessThan(most);
    socket.resume();
    await until(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return taken === most;
    });
  });
});

describe('a message that is none', () => {
  it.each([
    ['no JSON', 'hello', 4400],
    ['an unknown type', '{"type":"start"}', 4400],
    ['an operation without a document', '{"id":"1","type":"subscribe","payload":{"query":1}}', 4400],
    ['a second connection_init', JSON.stringify(init()), 4429],
  ])('(%s) ends its WebSocket and nothing else', async (_what, text, code) => {
    const server = await start();
    const socket = await enter(server);
    socket.send(text);
    expect(await closeOf(socket)).toBe(code);
    expect(await run(clientOf(server), '{ hello }')).toEqual({ data: { hello: 'there' } });
  });

  it('(a frame that breaks the rules) ends its WebSocket and nothing else', async () => {
    const server = await start();
    const socket = await enter(server);
    rawOf(socket).write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    expect(await closeOf(socket)).toBe(1002);
    expect(await run(clientOf(server), '{ hello }')).toEqual({ data: { hello: 'there' } });
  });
});

describe('the handshake', () => {
  it.each<[string, { path?: string; headers: Record<string, string> }, number]>([
    ['at another path', { path: '/graphiql', headers: {} }, 404],
    ['to the old protocol', { headers: { 'sec-websocket-protocol': 'graphql-ws' } }, 400],
    ['to no protocol', { headers: { 'sec-websocket-protocol': '' } }, 400],
    ['without its key', { headers: { 'sec-websocket-key': '' } }, 400],
    ['of another version', { headers: { 'sec-websocket-version': '7' } }, 400],
    ['from a page of another origin', { headers: { origin: 'https://evil.example' } }, 403],
    ['from a page of no origin', { headers: { origin: 'null' } }, 403],
    [
      'from a page of our host over another scheme',
      { headers: { origin: 'https://gateway.example', host: 'gateway.example' } },
      403,
    ],
    [
      'from a page that makes a proxy up',
      { headers: { origin: 'http://a.example', 'x-forwarded-host': 'a.example' } },
      403,
    ],
  ])('%s is refused', async (_what, { path, headers }, status) => {
    const answer = await upgrade(await start({ cors: ['https://wiki.example'] }), headers, path);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ message: expect.any(String) }] });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each<[string, Record<string, string>]>([
    ['from our own page', { origin: 'http://gateway.example:4000', host: 'gateway.example:4000' }],
    ['from a page of a configured origin', { origin: 'https://wiki.example' }],
    ['from no page', {}],
    ['that offers our protocol among others', { 'sec-websocket-protocol': 'graphql-ws, graphql-transport-ws' }],
  ])('%s is made, without compression', async (_what, headers) => {
    const server = await start({ cors: ['https://wiki.example'] });
    const answer = await upgrade(server, { 'sec-websocket-extensions': 'permessage-deflate', ...headers });
    expect(answer.status).toBe(101);
    expect(answer.headers['sec-websocket-protocol']).toBe(PROTOCOL);
    expect(answer.headers['sec-websocket-extensions']).toBeUndefined();
  });

  it('believes a trusted proxy what its own origin is', async () => {
    const server = await start({ trustProxy: true });
    const headers = { 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'evil.example, gateway.example' };
    expect((await upgrade(server, { ...headers, origin: 'https://gateway.example' })).status).toBe(101);
    expect((await upgrade(server, { ...headers, origin: 'https://evil.example' })).status).toBe(403);
  });

  it('is made over TLS as well', async () => {
    const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
    const server = await start({ tls: { cert: pair.cert, key: pair.private } });
    const origin = server.url;
    const socket = new WebSocket(addressOf(server), PROTOCOL, { rejectUnauthorized: false, headers: { origin } });
    opened.push(socket);
    await once(socket, 'open');
    send(socket, init());
    expect(await next(socket)).toEqual({ type: 'connection_ack' });
  });
});

describe('a WebSocket', () => {
  it('is asked for signs of life, and cut when it gives none', async () => {
    const server = await start({}, { waits: { keepAliveMs: 300 } });
    const dead = new WebSocket(addressOf(server), PROTOCOL, { autoPong: false });
    opened.push(dead);
    await once(dead, 'open');
    send(dead, init());
    const live = await enter(server);
    expect(await closeOf(dead)).toBe(1006);
    await once(live, 'ping');
    await once(live, 'ping');
    expect(live.readyState).toBe(WebSocket.OPEN);
  });

  it('is closed with 1001 when the server closes: at once when idle, else after what runs', async () => {
    const server = await start();
    const idle = await enter(server);
    const busy = await enter(server);
    send(busy, { id: '1', type: 'subscribe', payload: { query: '{ wait }' } });
    await server.reached;
    const closed = server.close();
    expect(await closeOf(idle)).toBe(1001);
    const messages: string[] = [];
    busy.on('message', (data) => messages.push(JSON.parse(String(data)).type));
    server.release();
    expect(await closeOf(busy)).toBe(1001);
    expect(messages).toEqual(['next', 'complete']);
    await closed;
  });

  it('is cut at the deadline of the closing', async () => {
    const server = await start({}, { closeWithinMs: 20 });
    const busy = await enter(server);
    send(busy, { id: '1', type: 'subscribe', payload: { query: '{ wait }' } });
    await server.reached;
    const [code] = await Promise.all([closeOf(busy), server.close()]);
    expect(code).toBe(1006);
  });

  it('is cut then, too, when the key of its upgrade is still being looked at', async () => {
    const looking = deferred();
    const server = await start(
      {},
      {
        closeWithinMs: 20,
        authenticate() {
          looking.resolve();
          return new Promise(() => {});
        },
      },
    );
    const answer = upgrade(server);
    await looking.promise;
    await Promise.all([expect(answer).rejects.toThrow(), server.close()]);
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What an upgrade with these headers is answered with; an empty header is left out. */
async function upgrade(
  server: TinyServer,
  headers: Readonly<Record<string, string>> = {},
  path = '/graphql',
): Promise<Answer> {
  const all = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': PROTOCOL,
    ...headers,
  };
  const sent = httpRequest(server.url + path, {
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
  });
  sent.end();
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    sent.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += String(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
  });
}

/** Asks until it is so; the test's own time limit ends what never is. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setImmediate();
}
