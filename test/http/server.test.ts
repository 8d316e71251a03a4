import { once } from 'node:events';
import { get as httpGet, request as httpRequest, Agent as KeepAliveAgent } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const AUTH = { authorization: `Bearer ${KEY}` };
const JSON_TYPE = { 'content-type': 'application/json' };

let server: TinyServer;
beforeAll(async () => {
  server = await startTinyServer();
});
afterAll(() => server.close());

function ask(path: string, init: RequestInit = {}, base = server.url) {
  return fetch(base + path, { redirect: 'manual', ...init });
}

function post(body: unknown, headers: Record<string, string> = {}, base = server.url) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask('/graphql', { method: 'POST', headers: { ...JSON_TYPE, ...AUTH, ...headers }, body: text }, base);
}

describe('/graphql with a key', () => {
  it('answers a POST', async () => {
    const response = await post({ query: '{ hello viewer }' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({ data: { hello: 'there', viewer: 'ops' } });
  });

  it('answers a GET that no plain link or image could have sent', async () => {
    const response = await ask('/graphql?query=%7Bhello%7D', { headers: { ...AUTH, ...JSON_TYPE } });
    expect(await response.json()).toEqual({ data: { hello: 'there' } });
    const bare = await ask('/graphql?query=%7Bhello%7D', { headers: AUTH });
    expect(bare.status).toBe(400);
    expect(await bare.text()).toContain('CSRF');
  });

  it('runs no mutation by GET', async () => {
    const response = await ask('/graphql?query=mutation%7Btouch%7D', { headers: { ...AUTH, ...JSON_TYPE } });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('is never an IDE, whatever a browser asks for', async () => {
    const response = await ask('/graphql', { headers: { ...AUTH, accept: 'text/html,*/*;q=0.1' } });
    expect(response.headers.get('content-type')).not.toContain('text/html');
    expect(await response.text()).not.toMatch(/<html|<script/i);
  });

  it('gives the resolvers the id that the answer and the log carry', async () => {
    const response = await post({ query: '{ requestId }' });
    const id = response.headers.get('x-request-id');
    expect(await response.json()).toEqual({ data: { requestId: id } });
  });

  it('tells the methods it takes', async () => {
    const response = await ask('/graphql', { method: 'PUT', headers: AUTH });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });
});

describe('/graphql without a valid key', () => {
  it.each<Record<string, string>>([
    {},
    { authorization: KEY },
    { authorization: `Basic ${KEY}` },
    { authorization: 'Bearer' },
    { authorization: 'Bearer wrong-key-0123456789' },
    { authorization: `Bearer ${KEY} ${KEY}` },
  ])('refuses %j before looking at the body', async (headers) => {
    const response = await ask('/graphql', {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: '{not json',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(await response.json()).toEqual({
      errors: [{ message: expect.stringContaining('API key'), extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('refuses a GET as well, and takes the scheme in any case of letters', async () => {
    expect((await ask('/graphql?query=%7Bhello%7D', { headers: JSON_TYPE })).status).toBe(401);
    expect((await post({ query: '{hello}' }, { authorization: `bearer ${KEY}` })).status).toBe(200);
  });

  it('refuses a huge body without reading it', async () => {
    const response = await ask('/graphql', { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(2_000_000) });
    expect(response.status).toBe(401);
  });
});

describe('a bad request', () => {
  it.each([
    ['{not json', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['{"__proto__": {"x": 1}, "query": "{hello}"}', JSON_TYPE, 400, 'BAD_REQUEST'],
    ['<a/>', { 'content-type': 'application/xml' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [JSON.stringify({ query: 'x'.repeat(1024 * 1024) }), JSON_TYPE, 413, 'PAYLOAD_TOO_LARGE'],
  ])('%# is told as a GraphQL error', async (body, type, status, code) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] });
  });

  it('larger than 1 MiB is refused too when its length is not announced', async () => {
    async function* chunks() {
      for (let n = 0; n < 40; n++) yield Buffer.alloc(64 * 1024, 'x');
    }
    const { statusCode, body } = await request(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...AUTH },
      body: Readable.from(chunks()),
    });
    expect(statusCode).toBe(413);
    expect(await body.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  });

  it('of exactly 1 MiB is read', async () => {
    const frame = JSON.stringify({ query: '{hello}', pad: '' });
    const response = await post(JSON.stringify({ query: '{hello}', pad: 'x'.repeat(1024 * 1024 - frame.length) }));
    expect(response.status).toBe(200);
  });

  it('with a host name that is none is the sender’s fault, not ours', async () => {
    const answer = await raw(
      `GET /graphql?query={hello} HTTP/1.1\r\nHost: a b\r\nAuthorization: Bearer ${KEY}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('Host header');
  });

  it('to nowhere gets a JSON answer that does not repeat it', async () => {
    for (const path of ['/nowhere?key=abc', '/%zz', '/graphiql/../../etc/passwd', '/graphiql/none.js']) {
      const response = await ask(path);
      expect([path, response.status < 500, response.status >= 400]).toEqual([path, true, true]);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(await response.text()).not.toMatch(/abc|passwd/);
    }
  });
});

describe('errors of a GraphQL document', () => {
  const documents: [string, object][] = [
    ['GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['BAD_USER_INPUT', { query: 'query ($n: Int!) { echo(n: $n) }', variables: { n: 'x' } }],
  ];

  it.each(documents)('%s come with 200 to a client of application/json', async (code, body) => {
    for (const accept of ['application/json', '*/*']) {
      const response = await post(body, { accept });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    }
  });

  it.each(documents)('%s come with 400 to a client of application/graphql-response+json', async (_code, body) => {
    const response = await post(body, { accept: 'application/graphql-response+json, application/json;q=0.9' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/graphql-response+json');
  });

  it('come with 400 when the request itself is wrong', async () => {
    expect((await post({ query: '' })).status).toBe(400);
    expect((await post({ query: 'query A { hello } query B { hello }', operationName: 'C' })).status).toBe(400);
    expect((await post([{ query: '{ hello }' }])).status).toBe(400);
  });
});

describe('the other routes', () => {
  it('send / to GraphiQL', async () => {
    const response = await ask('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql']);
  });

  it('say that the process lives', async () => {
    const response = await ask('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('say whether it is ready, and what is missing', async () => {
    let missing = ['store: not open', 'source splunk: not tried yet'];
    const starting = await startTinyServer({}, { readiness: () => ({ missing }) });
    const before = await ask('/readyz', {}, starting.url);
    expect([before.status, await before.json()]).toEqual([503, { status: 'not ready', missing }]);
    missing = [];
    const after = await ask('/readyz', {}, starting.url);
    expect([after.status, await after.json()]).toEqual([200, { status: 'ready', missing: [] }]);
    await starting.close();
  });

  it('give the schema to holders of a key', async () => {
    expect((await ask('/schema.graphql')).status).toBe(401);
    const response = await ask('/schema.graphql', { headers: AUTH });
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('"Says hello."');
  });
});

describe('the GraphiQL page', () => {
  it('comes compressed, is kept by its ETag, and comes plain to who cannot unpack it', async () => {
    for (const path of ['/graphiql', '/graphiql/graphiql.js', '/graphiql/graphql.worker.js']) {
      const packed = await request(server.url + path, { headers: { 'accept-encoding': 'gzip, br' } });
      const etag = String(packed.headers.etag);
      expect([packed.statusCode, packed.headers['content-encoding']]).toEqual([200, 'gzip']);
      const text = gunzipSync(Buffer.from(await packed.body.arrayBuffer())).toString();
      for (const encoding of ['identity', 'gzip;q=0', '']) {
        const plain = await request(server.url + path, { headers: { 'accept-encoding': encoding } });
        expect(plain.headers['content-encoding']).toBeUndefined();
        expect((await plain.body.text()) === text).toBe(true);
      }
      const again = await request(server.url + path, { headers: { 'if-none-match': `"other", W/${etag}` } });
      expect([again.statusCode, await again.body.text()]).toEqual([304, '']);
    }
  });

  it('names no other host and no inline script', async () => {
    const html = await (await ask('/graphiql')).text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
    const { headers } = await ask('/graphiql');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  });
});

describe('the log', () => {
  it('has a line for each request, with its id and its viewer and without anything secret', async () => {
    const logged = await startTinyServer();
    const response = await post({ query: '{ hello }', variables: { secret: 'payload' } }, {}, logged.url);
    await response.text();
    await ask('/calendar.ics?key=url-key-0123456789', {}, logged.url);
    await ask('/healthz', {}, logged.url);
    await logged.close();
    const lines = logged.log.filter(({ msg }) => msg === 'request');
    expect(lines).toMatchObject([
      {
        level: 30,
        requestId: response.headers.get('x-request-id'),
        method: 'POST',
        path: '/graphql',
        status: 200,
        ms: expect.any(Number),
        viewer: 'ops',
        remote: '127.0.0.1',
      },
      { level: 30, method: 'GET', path: '/calendar.ics', status: 401 },
      { level: 20, path: '/healthz' },
    ]);
    expect(logged.logText()).not.toMatch(/tiny-key|url-key|payload|hello/);
  });

  it('takes a request id only from a trusted proxy', async () => {
    const behind = await startTinyServer({ trustProxy: true });
    const headers = { 'x-request-id': 'proxy.1', 'x-forwarded-for': '203.0.113.7' };
    expect((await ask('/healthz', { headers }, behind.url)).headers.get('x-request-id')).toBe('proxy.1');
    expect((await ask('/healthz', { headers }, server.url)).headers.get('x-request-id')).not.toBe('proxy.1');
    const odd = await ask('/healthz', { headers: { 'x-request-id': 'a b' } }, behind.url);
    expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    await behind.close();
    expect(behind.log.find(({ requestId }) => requestId === 'proxy.1')).toMatchObject({ remote: '203.0.113.7' });
  });
});

describe('closing', () => {
  it('finishes what runs, takes nothing new, and does not wait for idle connections', async () => {
    const closing = await startTinyServer();
    const agent = new KeepAliveAgent({ keepAlive: true });
    const idle = await new Promise((resolve) =>
      httpGet(`${closing.url}/healthz`, { agent }, (r) => resolve(r.resume())),
    );
    expect(idle).toBeDefined();
    const running = new Promise<string>((resolve, reject) => {
      const sent = httpRequest(
        `${closing.url}/graphql`,
        { method: 'POST', agent, headers: { ...AUTH, ...JSON_TYPE } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve(text));
        },
      );
      sent.on('error', reject).end('{"query":"{ wait }"}');
    });
    await closing.reached;
    const closed = closing.close();
    await expect(ask('/healthz', {}, closing.url)).rejects.toThrow();
    closing.release();
    expect(JSON.parse(await running)).toEqual({ data: { wait: 'done' } });
    await closed;
    await closing.close();
    agent.destroy();
  });

  it('cuts what does not finish in time', async () => {
    const closing = await startTinyServer({}, { closeWithinMs: 20 });
    const running = post({ query: '{ wait }' }, {}, closing.url);
    await closing.reached;
    const failed = expect(running).rejects.toThrow();
    await closing.close();
    await failed;
  });
});

it('fails with the system’s error when the port is taken', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startTinyServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('serves HTTPS with the configured certificate', async () => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  const secure = await startTinyServer({ tls: { cert: pair.cert, key: pair.private } });
  expect(secure.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const { statusCode, headers } = await request(`${secure.url}/healthz`, { dispatcher });
  expect(statusCode).toBe(200);
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  await dispatcher.destroy();
  await secure.close();
});

/** What the server answers to bytes that no client library would send. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  socket.end(text);
  await once(socket, 'close');
  return answer;
}
