/** What every answer tells a browser, and what pages of other origins may do. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { generate } from 'selfsigned';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, startTinyServer, type TinyServer } from '../support/tiny-server.js';

const AUTH = { authorization: `Bearer ${KEY}` };
const JSON_TYPE = { 'content-type': 'application/json' };

let server: TinyServer;
let secure: TinyServer;
beforeAll(async () => {
  const pair = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec' });
  server = await startTinyServer();
  secure = await startTinyServer({ tls: { cert: pair.cert, key: pair.private } });
});
afterAll(() => Promise.all([server.close(), secure.close()]));

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** By each of the many ways in which an answer is made. */
const answers: [
  what: string,
  status: number,
  path: string,
  init?: { method?: string; body?: string; headers?: object },
][] = [
  [
    'an operation',
    200,
    '/graphql',
    { method: 'POST', body: '{"query":"{ hello }"}', headers: { ...AUTH, ...JSON_TYPE } },
  ],
  ['an operation without a key', 401, '/graphql'],
  ['a body that is no JSON', 400, '/graphql', { method: 'POST', body: '{', headers: { ...AUTH, ...JSON_TYPE } }],
  [
    'a body of another type',
    415,
    '/graphql',
    { method: 'POST', body: 'a', headers: { ...AUTH, 'content-type': 'text/plain' } },
  ],
  ['another method', 405, '/graphql', { method: 'DELETE', headers: AUTH }],
  ['the schema', 200, '/schema.graphql', { headers: AUTH }],
  ['the schema without a key', 401, '/schema.graphql'],
  ['an export', 200, '/export/licenses.csv', { headers: AUTH }],
  ['an export without a key', 401, '/export/licenses.csv'],
  ['no export', 404, '/export/none.csv', { headers: AUTH }],
  ['what can be exported', 200, '/export', { headers: AUTH }],
  ['the way to the page', 302, '/'],
  ['the page', 200, '/graphiql'],
  ['a script of the page', 200, '/graphiql/start.js'],
  ['the examples of the page', 200, '/graphiql/examples', { headers: AUTH }],
  ['a probe', 200, '/healthz'],
  ['the other probe', 200, '/readyz'],
  ['a webhook of nobody', 404, '/webhooks/none', { method: 'POST', body: '{}', headers: JSON_TYPE }],
  ['nothing', 404, '/nowhere'],
  ['a path that cannot be read', 400, '/%zz'],
];

describe.each([false, true])('with TLS: %s', (isSecure) => {
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  afterAll(() => dispatcher.destroy());

  it.each(answers)('%s (%i) protects a browser', async (_what, status, path, init = {}) => {
    const { url } = isSecure ? secure : server;
    const answer = await request(url + path, { dispatcher, ...init } as object);
    await answer.body.dump();
    expect(answer.statusCode).toBe(status);
    expectProtection(answer.headers, isSecure);
    const isPage = path.startsWith('/graphiql') && path !== '/graphiql/examples';
    expect(answer.headers['cache-control']).toBe(isPage ? 'no-cache' : 'no-store');
    const scripts = /script-src ([^;]*)/.exec(String(answer.headers['content-security-policy']))?.[1];
    expect(scripts).toBe(isPage ? "'self'" : undefined);
  });
});

it.each(['HEAD / HTTP\r\n\r\n', `GET / HTTP/1.1\r\nHost: a\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`])(
  'what is no request is answered with the same protection (%#)',
  async (text) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {});
    socket.write(text);
    await once(socket, 'close');
    const lines = (answer.split('\r\n\r\n')[0] ?? '').split('\r\n').slice(1);
    expectProtection(Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2))), false);
  },
);

function expectProtection(headers: Headers, isSecure: boolean): void {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(headers['strict-transport-security']).toBe(isSecure ? 'max-age=31536000' : undefined);
  const unwanted = ['set-cookie', 'server', 'x-powered-by', 'access-control-allow-origin'];
  expect(unwanted.filter((name) => name in headers)).toEqual([]);
}

describe('pages of other origins', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
  });

  it('are kept out unless configured', async () => {
    const response = await ask('/graphql', preflight('https://wiki.example'), server.url);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  it('are let in when configured, exactly', async () => {
    const open = await startTinyServer({ cors: ['https://wiki.example'] });
    const asked = await ask('/graphql', preflight('https://wiki.example'), open.url);
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://wiki.example');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    const called = await post({ query: '{hello}' }, { origin: 'https://wiki.example' }, open.url);
    expect([called.status, called.headers.get('access-control-allow-origin')]).toEqual([200, 'https://wiki.example']);
    const refused = await post('{}', { origin: 'https://wiki.example', authorization: 'Bearer x' }, open.url);
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://wiki.example']);
    const other = await ask('/graphql', preflight('https://wiki.example.evil'), open.url);
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('vary')).toBe('Origin');
    await open.close();
  });

  it('are all let in by *, and none with what the browser holds', async () => {
    const open = await startTinyServer({ cors: ['*'] });
    const called = await post({ query: '{hello}' }, { origin: 'https://any.example' }, open.url);
    expect(called.headers.get('access-control-allow-origin')).toBe('*');
    expect(called.headers.get('access-control-allow-credentials')).toBeNull();
    await open.close();
  });

  it('may read a refusal for load, and when to come again', async () => {
    const origin = 'https://wiki.example';
    const busy = await startTinyServer(
      { cors: [origin] },
      { limits: { eventLoopDelayMs: 1 }, eventLoopDelay: () => 2 },
    );
    const refused = await post({ query: '{hello}' }, { origin }, busy.url);
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([503, origin]);
    expect(refused.headers.get('access-control-expose-headers')).toContain('retry-after');
    await busy.close();
  });
});

describe('headers that a proxy would set', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.7',
    'x-forwarded-host': 'gateway.example',
    'x-forwarded-proto': 'https',
    'x-request-id': 'proxy.1',
  };

  it.each([
    [false, '127.0.0.1'],
    [true, '203.0.113.7'],
  ])('with trustProxy: %s, the log names %s as the remote', async (trustProxy, remote) => {
    const behind = await startTinyServer({ trustProxy });
    const { headers } = await ask('/healthz', { headers: forwarded }, behind.url);
    expect(headers.get('x-request-id') === 'proxy.1').toBe(trustProxy);
    expect(headers.get('strict-transport-security')).toBeNull();
    await behind.close();
    expect(behind.log.find(({ msg }) => msg === 'request')).toMatchObject({ remote });
  });
});

function ask(path: string, init: RequestInit, base: string) {
  return fetch(base + path, { redirect: 'manual', ...init });
}

function post(body: unknown, headers: Record<string, string>, base: string) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask('/graphql', { method: 'POST', headers: { ...JSON_TYPE, ...AUTH, ...headers }, body: text }, base);
}
