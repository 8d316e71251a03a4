import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWriteProxy, type WriteFault, type WriteProxy } from './write-faults.js';

/** What the upstream was asked to do, as `<method> <path> <body>`. */
const done: string[] = [];
let waiting: (() => void)[] = [];
let upstream: Server;
let proxy: WriteProxy;

beforeEach(async () => {
  done.length = 0;
  upstream = createServer(async (asked, response) => {
    let body = '';
    for await (const chunk of asked) body += chunk;
    done.push([asked.method, asked.url, body].filter((text) => text !== '').join(' '));
    for (const tell of waiting.splice(0)) tell();
    if (asked.method === 'DELETE') return response.writeHead(204).end();
    response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': ['a=1', 'b=2'] });
    response.end(JSON.stringify({ host: asked.headers.host, kind: asked.headers['content-type'] }));
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  proxy = await startWriteProxy(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
});

afterEach(async () => {
  waiting = [];
  await proxy.close();
  await new Promise<unknown>((resolve) => upstream.close(resolve));
});

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: string, signal?: AbortSignal) {
  const headers = { 'content-type': 'text/x-test' };
  const answer = await request(proxy.url + path, { method, headers, body: body ?? null, signal: signal ?? null });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

const nextArrival = () => new Promise<void>((resolve) => waiting.push(resolve));

it('passes everything on and back, and tells the writes', async () => {
  const answer = await ask('POST', '/a%2Fb?c=%25', 'payload');
  expect(answer.status).toBe(201);
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(JSON.parse(answer.text)).toEqual({ host: new URL(proxy.url).host, kind: 'text/x-test' });
  await ask('GET', '/read');
  await ask('POST', '/services/auth/login', 'username=admin');
  expect((await ask('DELETE', '/a')).status).toBe(204);
  expect(done).toEqual([
    'POST /a%2Fb?c=%25 payload',
    'GET /read',
    'POST /services/auth/login username=admin',
    'DELETE /a',
  ]);
  expect(proxy.writes).toEqual([
    { method: 'POST', path: '/a%2Fb?c=%25', body: 'payload' },
    { method: 'DELETE', path: '/a', body: '' },
  ]);
});

it('answers the next write with a status and the words given, and does not pass it on', async () => {
  proxy.next({
    kind: 'status',
    status: 429,
    body: '<busy/>',
    contentType: 'text/xml',
    headers: { 'retry-after': '7' },
  });
  expect((await ask('GET', '/read')).status).toBe(201);
  expect((await ask('POST', '/services/auth/login')).status).toBe(201);
  const answer = await ask('PUT', '/write', 'x');
  expect(answer).toMatchObject({ status: 429, text: '<busy/>', headers: { 'content-type': 'text/xml' } });
  expect(answer.headers['retry-after']).toBe('7');
  expect(proxy.writes).toHaveLength(1);
  expect(done).toEqual(['GET /read', 'POST /services/auth/login']);
  expect((await ask('PUT', '/write', 'x')).status).toBe(201);
});

it('answers html with a login page under 200, and does not pass the write on', async () => {
  proxy.next('html');
  const answer = await ask('POST', '/write');
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/html/);
  expect(answer.text).toContain('/login');
  expect(done).toEqual([]);
});

it.each<[WriteFault, number]>([
  ['reset-before', 0],
  ['reset-after', 1],
])('cuts the connection: %s, with %i writes done', async (fault, count) => {
  proxy.next(fault);
  await expect(ask('POST', '/write', 'x')).rejects.toMatchObject({
    code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
  });
  expect(done).toHaveLength(count);
  expect(proxy.writes).toHaveLength(1);
});

it.each(['POST', 'DELETE'] as const)(
  'sends less of the answer to a %s than it promised, once it is done',
  async (method) => {
    proxy.next('truncated-after');
    await expect(ask(method, '/write')).rejects.toThrow();
    expect(done).toEqual([`${method} /write`]);
  },
);

it('answers half a JSON text, or nothing but 500, to a write that is done', async () => {
  proxy.next('malformed');
  const half = await ask('POST', '/first');
  expect(half.status).toBe(200);
  expect(() => JSON.parse(half.text)).toThrow();
  proxy.next('bare-500-after');
  expect(await ask('POST', '/second')).toMatchObject({ status: 500, text: '' });
  expect(done).toEqual(['POST /first', 'POST /second']);
});

it('never answers a write that is done, until it is closed', async () => {
  proxy.next('hang-after');
  const arrived = nextArrival();
  const lost = expect(ask('POST', '/write')).rejects.toThrow();
  await arrived;
  expect(done).toEqual(['POST /write']);
  expect((await ask('GET', '/read')).status).toBe(201);
  await proxy.close();
  await lost;
});

it('never answers a write that it does not pass on, until the caller gives up', async () => {
  proxy.next('hang-before');
  const patience = new AbortController();
  const lost = expect(ask('POST', '/write', 'x', patience.signal)).rejects.toThrow(/aborted/i);
  await expect.poll(() => proxy.writes.length, { interval: 5 }).toBe(1);
  patience.abort();
  await lost;
  expect(done).toEqual([]);
});

it('fails every request until told otherwise', async () => {
  proxy.fail({ kind: 'status', status: 503 });
  expect((await ask('GET', '/read')).status).toBe(503);
  expect((await ask('POST', '/services/auth/login')).status).toBe(503);
  expect((await ask('POST', '/write')).status).toBe(503);
  proxy.fail('reset-before');
  await expect(ask('GET', '/read')).rejects.toThrow();
  expect(done).toEqual([]);
  proxy.fail(null);
  expect((await ask('GET', '/read')).status).toBe(201);
});

it('fails every request from the next write on, which meets its own fault', async () => {
  proxy.next('reset-after', { kind: 'status', status: 502 });
  expect((await ask('GET', '/before')).status).toBe(201);
  await expect(ask('POST', '/write')).rejects.toThrow();
  expect((await ask('GET', '/after')).status).toBe(502);
  expect(done).toEqual(['GET /before', 'POST /write']);
});

it('cuts off the caller when the upstream is gone', async () => {
  const orphan = await startWriteProxy('http://127.0.0.1:1');
  await expect(request(`${orphan.url}/read`)).rejects.toThrow();
  await orphan.close();
});
