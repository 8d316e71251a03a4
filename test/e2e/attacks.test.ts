/** What a hostile client may send, each as: the request, and the safe answer. Those about one operation's size are in limits.test.ts. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { publicSdl } from '../../src/graphql/sdl.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { splunkSourceOf, startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { type FaultServer, startFaultServer } from '../support/fault-server.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { embedded } from '../support/stores.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const AUTH = { authorization: `Bearer ${keys.ADMIN}` };
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const HELLO = JSON.stringify({ query: '{ __typename }' });

let emulators: TestEmulators;
let silent: FaultServer;
let gateway: TestGateway;
beforeAll(async () => {
  emulators = await startDemoEmulators();
  silent = await startFaultServer('hang');
  const slow = { ...splunkSourceOf(emulators.splunk, 'slow'), url: silent.url, timeoutMs: 200 };
  gateway = await startGateway([...emulators.sources, slow]);
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await emulators?.close();
  await silent?.close();
});

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { ...AUTH, ...headers }, body });
const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(gateway.url + path, { headers, redirect: 'manual', ...init });

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  const { errors, ...rest } = (await response.json()) as { errors: { extensions: object }[] };
  expect([response.status, errors, rest]).toEqual([
    status,
    [expect.objectContaining({ message: expect.any(String), extensions: expect.objectContaining({ code }) })],
    {},
  ]);
}

describe('a request that another page could have made the browser send', () => {
  it('a mutation by GET → 405, and nothing is changed', async () => {
    const before = emulators.splunk.requests.length;
    const mutation = 'mutation{refreshSource(input:{sourceId:"Source:splunk"}){source{id}}}';
    const response = await get(`/graphql?query=${encodeURIComponent(mutation)}`, { ...AUTH, ...PREFLIGHT });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(emulators.splunk.requests).toHaveLength(before);
  });

  it.each(['text/html', 'image/*', 'application/json;q=0', 'application/json; charset=utf-16'])(
    'a mutation whose answer could be sent in no type of "%s" → 406, and nothing is changed',
    async (accept) => {
      const before = emulators.splunk.requests.length;
      const query = 'mutation{refreshSource(input:{sourceId:"Source:splunk"}){source{id}}}';
      const response = await post(JSON.stringify({ query }), { ...JSON_TYPE, accept });
      await expectRefusal(response, 406, 'NOT_ACCEPTABLE');
      expect(emulators.splunk.requests).toHaveLength(before);
    },
  );

  it('a query by GET without a header that makes browsers ask first → 400', async () => {
    await expectRefusal(await get('/graphql?query={__typename}', AUTH), 400, 'BAD_REQUEST');
    expect((await get('/graphql?query={__typename}', { ...AUTH, ...PREFLIGHT })).status).toBe(200);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['text/plain', HELLO],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--',
    ],
    ['application/graphql', '{ __typename }'],
    ['', HELLO],
  ])('a body of type "%s" → 415, though the sender says it has asked first', async (type, body) => {
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
    await expectRefusal(await post(Buffer.from(body), { ...headers, ...PREFLIGHT }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });
});

describe('a body that is too much', () => {
  it('an array of ten operations → 400, none is run', async () => {
    const response = await post(JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))));
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('"data"');
  });

  it('1 MiB and one byte → 413', async () => {
    const frame = HELLO.replace('}"}', '}","pad":""}');
    const body = frame.replace('""', `"${'x'.repeat(1024 * 1024 + 1 - frame.length)}"`);
    expect(body).toHaveLength(1024 * 1024 + 1);
    await expectRefusal(await post(body), 413, 'PAYLOAD_TOO_LARGE');
  });

  it.each(['gzip', 'deflate', 'br', 'gzip, identity'])(
    'a body packed with %s → 415, not unpacked',
    async (encoding) => {
      const body = new Uint8Array(gzipSync(HELLO));
      const response = await post(body, { ...JSON_TYPE, 'content-encoding': encoding });
      await expectRefusal(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
    },
  );
});

describe('who asks for an IDE or a trace', () => {
  it.each([
    ['nobody', {}],
    ['an admin', AUTH],
  ])('%s with Accept: text/html → no page at /graphql', async (_who, who) => {
    const response = await get('/graphql', { ...who, accept: 'text/html' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toMatch(/<html|<script|sandbox/i);
  });

  it('the header of federated traces → no trace', async () => {
    const response = await post(HELLO, { ...JSON_TYPE, 'apollo-federation-include-trace': 'ftv1' });
    expect(await response.text()).not.toContain('ftv1');
  });

  it('pages that are turned off → 404 for each and for their files, and / leads nowhere', async () => {
    const without = await startGateway([], { graphql: { graphiql: false }, dashboard: false });
    for (const path of [
      '/',
      '/licenses',
      '/graphiql',
      '/graphiql/start.js',
      '/graphiql/graphiql.js',
      '/graphiql/examples',
    ]) {
      const response = await fetch(without.url + path, { redirect: 'manual' });
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain('graphiql');
    }
    await without.close();
  });
});

describe.each(['development', 'test', 'production'])('a fault of ours, at NODE_ENV=%s', (mode) => {
  afterEach(() => vi.unstubAllEnvs());

  it('→ a code and a request to look into the log, no stack, no path, no word of the fault', async () => {
    vi.stubEnv('NODE_ENV', mode);
    const store = await embedded();
    let isBroken = false;
    const repo = failing(await openRepo(store.config), () => isBroken);
    const broken = await startGateway([splunkSourceOf(emulators.splunk)], { store, overrides: { repo } });
    await broken.refresh();
    isBroken = true;
    const inside = await broken.ask('{ licenses { totalCount } }');
    const texts = [JSON.stringify(inside)];
    for (const query of [
      '{ licenses { nodes { quotas { used } } } }',
      '{',
      '{ nothing }',
      '{ node(id: 1.5) { id } }',
    ]) {
      texts.push(JSON.stringify(await broken.ask(query)));
    }
    isBroken = false;
    await broken.close();
    await store.remove();
    expect(inside.errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(texts.join()).not.toMatch(/stack|node_modules|\.js\b|\.ts\b|mongodb|s3cret| at /);
  });
});

describe('an upstream that does not answer', () => {
  it('→ its own part says so with a code, the rest is answered', async () => {
    const { data, errors } = await gateway.ask(
      `mutation {
        a: refreshSource(input: { sourceId: "Source:slow" }) { source { status lastError { code } } errors { code } }
        b: refreshSource(input: { sourceId: "Source:splunk" }) { source { status lastError { code } } errors { code } }
      }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      a: { source: { status: 'TIMEOUT', lastError: { code: 'TIMEOUT' } } },
      b: { source: { status: 'OK', lastError: null }, errors: [] },
    });
    const beside = await gateway.ask(
      '{ source(name: "slow") { status stale lastError { code } licenses { totalCount } } sources { totalCount } stacks { totalCount } }',
    );
    expect(beside).toMatchObject({
      data: {
        source: { status: 'TIMEOUT', lastError: { code: 'TIMEOUT' }, licenses: { totalCount: 0 } },
        sources: { totalCount: 4 },
        stacks: { totalCount: expect.any(Number) },
      },
    });
    expect(JSON.stringify(beside)).not.toContain(silent.url);
  });
});

describe('a caller who may see less', () => {
  it('another scope’s node → exactly as what is not there', async () => {
    const hidden = await idOf('keygen');
    const about = (id: string) =>
      gateway.ask('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id }, keys.scoped);
    expect(await about(hidden)).toEqual(await about('License:nowhere:nothing'));
  });

  it('an edge that is readable to a node that is not → null in its place, or nothing, as if it were not there', async () => {
    const [seen, hidden] = [await idOf('splunk'), await idOf('keygen')];
    const about = (other: string) =>
      gateway.ask(
        `query ($ids: [ID!]!, $of: [_Any!]!, $other: ID!) {
          nodes(ids: $ids) { id }
          _entities(representations: $of) { ... on License { id } }
          quotas(filter: { subjectId: $other }) { nodes { subject { id } } }
          auditEntries(first: 500) { nodes { source { name } } }
        }`,
        {
          ids: [seen, other],
          of: [seen, other].map((id) => ({ __typename: 'License', id })),
          other,
        },
        keys.scoped,
      );
    const answer = await about(hidden);
    expect(answer).toEqual(await about('License:nowhere:nothing'));
    expect(answer.data).toMatchObject({
      nodes: [{ id: seen }, null],
      _entities: [{ id: seen }, null],
      quotas: { nodes: [] },
    });
    expect(JSON.stringify(answer)).not.toMatch(/keygen|slow|recon/);
  });

  it('a mutation without the role for it → FORBIDDEN, and no request to the vendor', async () => {
    const before = emulators.splunk.requests.length + emulators.keygen.requests.length;
    const [splunk, keygen] = [await idOf('splunk'), await idOf('keygen')];
    const { data, errors } = await gateway.ask<Record<string, unknown>>(
      `mutation ($splunk: ID!, $keygen: ID!) {
        refreshSource(input: { sourceId: "Source:splunk" }) { source { id } }
        deleteLicense(input: { licenseId: $splunk }) { deletedId }
        suspendLicense(input: { licenseId: $keygen }) { license { id } }
        createPool(input: { stackId: "Stack:splunk:enterprise", name: "x", quota: "MAX", dryRun: true }) { pool { id } }
      }`,
      { splunk, keygen },
      keys.VIEWER,
    );
    expect(Object.values(data ?? {})).toEqual([null, null, null, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('FORBIDDEN'));
    expect(emulators.splunk.requests.length + emulators.keygen.requests.length).toBe(before);
  });
});

describe('a WebSocket', () => {
  const open = (headers: Record<string, string> = {}) =>
    new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });

  it('without a key → closed with 4403', async () => {
    const socket = open();
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    expect((await once(socket, 'close'))[0]).toBe(4403);
  });

  it('from a page of a foreign origin → 403 before the handshake, the best key or not', async () => {
    const socket = open({ origin: 'https://evil.example', ...AUTH });
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(403);
    socket.on('error', () => {});
    socket.terminate();
  });
});

describe('HTTP that is not quite HTTP', () => {
  const chunk = '0\r\n\r\n';
  const smuggled = 'GET /schema.graphql HTTP/1.1\r\nHost: a\r\n\r\n';
  const head = `POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${keys.ADMIN}\r\nContent-Type: application/json\r\n`;

  it.each([
    ['two lengths', `${head}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`],
    [
      'a length and chunks',
      `${head}Content-Length: ${chunk.length + smuggled.length}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${smuggled}`,
    ],
    ['chunks and a length', `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n${chunk}${smuggled}`],
    ['chunks twice over', `${head}Transfer-Encoding: chunked, identity\r\n\r\n${chunk}${smuggled}`],
    ['chunks by another spelling', `${head}Transfer-Encoding: xchunked\r\n\r\n${chunk}${smuggled}`],
    ['a blank before the colon', `${head}Transfer-Encoding : chunked\r\n\r\n${chunk}${smuggled}`],
    ['a length that is no number', `${head}Content-Length: +5\r\n\r\n${chunk}${smuggled}`],
    ['a header over two lines', `${head}X-A: b\r\n c\r\nContent-Length: abc\r\n\r\n`],
    ['a bare line feed', `${head}X-A: b\nTransfer-Encoding: chunked\r\n\r\n${chunk}${smuggled}`],
    ['a zero byte', `${head}X-A: b\0\r\n\r\n`],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['no version that there is', 'GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ])('%s → 400, the connection ended, and nothing behind it answered', async (_what, text) => {
    const answer = await raw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
    expect(answer.toLowerCase()).toContain('connection: close');
  });

  it('64 KiB of headers → 431', async () => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: ${'x'.repeat(64 * 1024)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 .*"code":"HEADERS_TOO_LARGE"/s);
  });

  it('1,000 headers → read or refused, and no fault', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => `X-${n}: ${n}\r\n`).join('');
    const answer = await raw(`GET /healthz HTTP/1.1\r\nHost: a\r\n${many}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|431) /);
  });

  it('a Host that is another → answered, but nowhere repeated', async () => {
    for (const path of ['/', '/licenses', '/graphiql', '/nowhere', '/graphql']) {
      const answer = await raw(
        `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 [234]/);
      expect(answer).not.toContain('evil.example');
    }
  });

  it.each([
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/%2e%2e/%2e%2e/package.json',
    '/graphiql/..\\..\\package.json',
    '/graphiql/....//package.json',
    '/graphiql//etc/passwd',
    '//evil.example/graphiql',
    '/graphiql%00.js',
    '/GRAPHQL',
    '/graphql/',
  ])('the path %s → 404 or 400, and nothing of a file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/dependencies|root:/);
  });
});

describe('who has no key', () => {
  // Names that no other text would hold by chance; apiKeys is one of the configuration, too, and the page names it as that.
  const names = namesOf(publicSdl()).filter((name) => /[a-z][A-Z]/.test(name) && name !== 'apiKeys');
  const routes = [
    ...['/', '/graphql', '/graphql?query={__schema{types{name}}}', '/schema.graphql', '/healthz', '/readyz'],
    ...['/graphiql', '/graphiql/start.js', '/graphiql/page.css', '/graphiql/icon.svg', '/graphiql/examples'],
    ...['/nowhere', '/webhooks/splunk', '/metrics', '/calendar.ics', '/%zz', '/.well-known/apollo/server-health'],
    ...['/export', '/export/pools.csv', '/export/none.csv'],
  ];

  it.each(routes)('learns nothing about the schema at %s, by any method', async (path) => {
    expect(names.length).toBeGreaterThan(200);
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const hasBody = !['GET', 'HEAD'].includes(method);
      // Who comes by a proxy is no neighbor that may scrape.
      const from = { ...JSON_TYPE, ...PREFLIGHT, 'x-forwarded-for': '203.0.113.7' };
      const response = await get(path, from, { method, body: hasBody ? HELLO : null });
      const text = `${await response.text()} ${JSON.stringify([...response.headers])}`;
      expect([method, names.filter((name) => text.includes(name))]).toEqual([method, []]);
      expect(text).not.toMatch(/licenses|quotas|__schema"/);
    }
  });
});

async function idOf(kind: string): Promise<string> {
  const { licenses } = await gateway.query<{ licenses: { nodes: { id: string }[] } }, unknown>(
    `{ licenses(first: 1, filter: { sources: ["${kind}"] }) { nodes { id } } }`,
  );
  return licenses.nodes[0]?.id ?? '';
}

/** The names of all types, fields and values but GraphQL's own. */
function namesOf(sdl: string): string[] {
  const types = Object.values(buildSchema(sdl).getTypeMap()).filter(({ astNode }) => astNode != null);
  return types.flatMap((type) => [
    type.name,
    ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []),
    ...(isEnumType(type) ? type.getValues().map(({ name }) => name) : []),
  ]);
}

/** The store, whose every call fails while it is broken. */
function failing(repo: Repo, isBroken: () => boolean): Repo {
  return new Proxy(repo, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || name === 'close') return value;
      return (...args: unknown[]) => {
        if (isBroken()) throw new Error('no answer from mongodb://me:s3cret@db');
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** What is answered to bytes that no client library would send. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(text, 'latin1');
  await once(socket, 'close');
  return answer;
}
