import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { deferred, KEY, OTHER_KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const HEAD = `POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\n`;

const started: TinyServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
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

function post(server: TinyServer, query: string, init: RequestInit = {}, key = KEY): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
    ...init,
  });
}

const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
};

describe('an operation that takes too long', () => {
  it('is answered with 504 TIMEOUT, and told to stop', async () => {
    const server = await start({}, { limits: { operationTimeoutMs: 50 } });
    const response = await post(server, '{ wait }');
    expect(await codeOf(response.clone())).toEqual([504, 'TIMEOUT']);
    expect(await response.text()).toContain('auditEntries');
    await server.left;
  });

  it('is answered so by GET as well', async () => {
    const server = await start({}, { limits: { operationTimeoutMs: 50 } });
    const headers = { authorization: `Bearer ${KEY}`, 'apollo-require-preflight': '1' };
    expect((await fetch(`${server.url}/graphql?query={wait}`, { headers })).status).toBe(504);
  });

  it('keeps its place among the requests of its caller until it really ends', async () => {
    const server = await start({}, { limits: { operationTimeoutMs: 50, requests: 1 } });
    expect((await post(server, '{ wait }')).status).toBe(504);
    expect((await post(server, '{ hello }')).status).toBe(429);
    server.release();
    await until(async () => (await post(server, '{ hello }')).status === 200);
  });

  it('is told to stop when its caller has gone, and not while one waits', async () => {
    const server = await start();
    let isLeft = false;
    void server.left.then(() => {
      isLeft = true;
    });
    const socket = await open(server);
    const body = '{"query":"{ wait }"}';
    socket.write(`${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`);
    await server.reached;
    await post(server, '{ hello }');
    expect(isLeft).toBe(false);
    socket.destroy();
    await server.left;
  });
});

describe('requests of one caller at once', () => {
  it('are refused from the limit on, before their body is read, with when to come again', async () => {
    const server = await start({}, { limits: { requests: 1 } });
    const first = post(server, '{ wait }');
    await server.reached;
    const second = await post(server, '', { body: '{not json' });
    expect(second.headers.get('retry-after')).toBe('1');
    expect(await codeOf(second)).toEqual([429, 'RATE_LIMITED']);
    expect((await post(server, '{ hello }', {}, OTHER_KEY)).status).toBe(200);
    server.release();
    expect((await first).status).toBe(200);
    await until(async () => (await post(server, '{ hello }')).status === 200);
  });

  it.each([
    ['a body that cannot be read', { body: '{not json' }],
    [
      'a body of another type',
      { body: '<a/>', headers: { authorization: `Bearer ${KEY}`, 'content-type': 'text/xml' } },
    ],
    ['another method', { method: 'DELETE', body: null }],
  ])('give their place back after %s', async (_what, init) => {
    const server = await start({}, { limits: { requests: 1 } });
    expect((await post(server, '', init)).status).toBeGreaterThanOrEqual(400);
    await until(async () => (await post(server, '{ hello }')).status === 200);
  });

  it('give their place back when their caller goes before the body has come', async () => {
    const server = await start({}, { limits: { requests: 1 } });
    const socket = await open(server);
    socket.write(`${HEAD}Content-Length: 100\r\n\r\n{`);
    await until(async () => (await post(server, '{ hello }')).status === 429);
    socket.destroy();
    await until(async () => (await post(server, '{ hello }')).status === 200);
  });

  it('take no place when their caller goes while its key is looked at', async () => {
    const looking = deferred();
    const looked = deferred();
    const server = await start(
      {},
      {
        limits: { requests: 1, connections: 1 },
        async authenticate() {
          looking.resolve();
          await looked.promise;
          return { name: 'token', role: 'VIEWER', sources: null };
        },
      },
    );
    const socket = await open(server);
    socket.write(`GET /graphql?query={wait} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await looking.promise;
    socket.destroy();
    // Its connection is gone once another finds room.
    await until(() => isAnswered(server));
    looked.resolve();
    await until(async () => (await post(server, '{ hello }').catch(() => null))?.status === 200);
  });

  it('give their places back when their caller goes with several of them unanswered', async () => {
    const server = await start({}, { limits: { requests: 3 } });
    const body = '{"query":"{ wait }"}';
    const socket = await open(server);
    socket.write(`${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`.repeat(3));
    await until(async () => (await post(server, '{ hello }')).status === 429);
    socket.destroy();
    await server.left;
    server.release();
    const all = () => Promise.all([1, 2, 3].map(() => post(server, '{ hello }')));
    await until(async () => (await all()).every(({ status }) => status === 200));
  });
});

describe('a process that cannot keep up', () => {
  it('answers 503 before it looks at the key, but for probes, and recovers', async () => {
    let delay = 0;
    const looked: unknown[] = [];
    const server = await start(
      {},
      {
        limits: { eventLoopDelayMs: 100 },
        eventLoopDelay: () => delay,
        authenticate: async (bearer) => {
          looked.push(bearer);
          return { name: 'anybody', role: 'ADMIN', sources: null };
        },
      },
    );
    delay = 101;
    const response = await post(server, '{ hello }');
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await codeOf(response)).toEqual([503, 'OVERLOADED']);
    expect((await fetch(`${server.url}/graphiql`)).status).toBe(503);
    expect((await fetch(`${server.url}/nowhere`)).status).toBe(503);
    for (const probe of ['/healthz', '/readyz?x=1']) expect((await fetch(server.url + probe)).status).toBe(200);
    expect(looked).toEqual([]);
    delay = 100;
    expect((await post(server, '{ hello }')).status).toBe(200);
  });

  it('is found out by the delay of its event loop', async () => {
    const server = await start({}, { limits: { eventLoopDelayMs: 60 } });
    await until(async () => {
      const end = performance.now() + 400;
      while (performance.now() < end);
      await setImmediate();
      return (await post(server, '{ hello }')).status === 503;
    });
    await until(async () => (await post(server, '{ hello }')).status === 200);
  });
});

describe('connections', () => {
  it('beyond the most are closed at once, and one that ends makes room', async () => {
    const server = await start({}, { limits: { connections: 2 } });
    const first = await open(server);
    await open(server);
    const third = await open(server);
    await once(third, 'close');
    first.destroy();
    await until(() => isAnswered(server));
  });

  it('are counted over all addresses of a name: it listens at one of them', async () => {
    const server = await start({ host: 'localhost' });
    expect((await fetch(`http://localhost:${new URL(server.url).port}/healthz`)).status).toBe(200);
    const other = new URL(server.url).hostname === '127.0.0.1' ? '::1' : '127.0.0.1';
    const socket = connect(Number(new URL(server.url).port), other);
    await expect(once(socket, 'connect')).rejects.toThrow();
  });

  it.each([
    ['says nothing', ''],
    ['sends its headers forever', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['sends its body forever', `${HEAD}Content-Length: 100\r\n\r\n{`],
  ])('are ended when the other side %s', async (_what, sent) => {
    const server = await start({}, { waits: { headersMs: 100, requestMs: 100, checkEveryMs: 20 } });
    const socket = await open(server);
    socket.write(sent);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('x-content-type-options: nosniff');
    expect(answer).toContain('"code":"TIMEOUT"');
  });

  it('are ended when no next request comes', async () => {
    const server = await start({}, { waits: { idleMs: 50 } });
    const socket = await open(server);
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n');
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

async function open(server: TinyServer): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Whether one more connection is taken; it ends with its answer. */
async function isAnswered(server: TinyServer): Promise<boolean> {
  const socket = await open(server);
  socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  return (await answerOn(socket)).startsWith('HTTP/1.1 200');
}

async function answerOn(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  await once(socket, 'close');
  return text;
}

/** Asks until it is so; the test's own time limit ends what never is. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setImmediate();
}
