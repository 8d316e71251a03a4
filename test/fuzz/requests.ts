/** Whole requests: documents in fitting bodies, and everything that a client can get wrong around them. */
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { keys } from '../support/gateway.js';
import { type FuzzOperation, randomOperation, tamperedDocument } from './documents.js';
import { heavyBody } from './heavy.js';
import { createRandom, type Random } from './random.js';
import { type Chooser, type Known, NASTY_TEXTS, tampered, wildValue } from './values.js';

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Root fields of its document, where it is one of ours. */
  readonly asks: readonly string[];
}

export interface FuzzWorld {
  readonly schema: GraphQLSchema;
  readonly known: Known;
  /** Documents that run. */
  readonly documents: readonly string[];
}

const JSON_BODY = { 'content-type': 'application/json' };
const ACCEPTS = ['application/json', 'application/graphql-response+json', '*/*'];
const ODD_ACCEPTS = ['text/html', 'multipart/mixed', 'a/b;q=x', ''];
const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'];
const PATHS = [
  '/',
  '/graphql',
  '/graphiql',
  '/healthz',
  '/schema.graphql',
  '/export',
  '/export/licenses.csv',
  '/export/usage.csv?sources=,&from=%00&resolution=DAY',
  '/export/quotas.csv?order=RATIO.DESC&states=OK&states=%ff',
  '/export/__proto__.csv?__proto__=1&constructor=a',
  '/metrics',
  '/graphql/',
  '//graphql',
  '/%',
  '/%00',
  '/..%2f',
  '/graphiql/../../package.json',
  '/webhooks/keygen',
  '/readyz',
];
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=utf-16',
  'application/graphql',
  '',
  'application/json;;',
];

export function fuzzRequests(world: FuzzWorld): fc.Arbitrary<FuzzRequest> {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const seed = fc.nat({ max: 2 ** 31 - 1 });
  return fc.oneof(
    { weight: 8, arbitrary: seed.map((n) => operation('query', n)) },
    { weight: 3, arbitrary: seed.map((n) => operation('mutation', n)) },
    { weight: 3, arbitrary: seed.map((n) => tamperedRequest(n)) },
    { weight: 2, arbitrary: fc.tuple(seed, fc.jsonValue({ maxDepth: 5 })).map(([n, value]) => oddBody(n, value)) },
    { weight: 1, arbitrary: fc.tuple(seed, bytes).map(([n, garbage]) => brokenBody(n, garbage)) },
    { weight: 1, arbitrary: seed.map((n) => heavy(n)) },
    { weight: 1, arbitrary: seed.map((n) => byGet(n)) },
    { weight: 1, arbitrary: seed.map((n) => elsewhere(n)) },
  );

  function chooserOf(random: Random): Chooser {
    return { random, known: world.known, wildness: random.chance(0.6) ? 0 : 0.25 };
  }

  function randomOf(root: 'query' | 'mutation', random: Random): FuzzOperation {
    return randomOperation(world.schema, root, chooserOf(random));
  }

  function operation(root: 'query' | 'mutation', n: number): FuzzRequest {
    const random = createRandom(n);
    const { query, variables, asks } = randomOf(root, random);
    return { ...post(random, JSON.stringify({ query, variables })), asks };
  }

  function tamperedRequest(n: number): FuzzRequest {
    const random = createRandom(n);
    const query = tamperedDocument(random.pick(world.documents), world.documents, random);
    return post(
      random,
      JSON.stringify({ query, variables: { id: random.pick(world.known.ids.License ?? []), name: 'splunk' } }),
    );
  }

  /** JSON, but members of the wrong kinds; names of prototypes among them. */
  function oddBody(n: number, value: unknown): FuzzRequest {
    const random = createRandom(n);
    const good = randomOf('query', random);
    const wild = () => (random.chance(0.5) ? value : wildValue(chooserOf(random)));
    const hash = 'a'.repeat(random.pick([0, 1, 64]));
    const body = random.pick<() => unknown>([
      () => value,
      () => [good, good],
      () => ({ ...good, variables: wild() }),
      () => ({ ...good, variables: Object.fromEntries(Object.keys(good.variables).map((name) => [name, wild()])) }),
      () => ({ ...good, query: wild() }),
      () => ({ ...good, operationName: wild() }),
      () => ({ ...good, extensions: wild() }),
      () => ({ ...good, extensions: { persistedQuery: wild() } }),
      () => ({
        extensions: {
          persistedQuery: { version: random.pick([1, 2, '1', null]), sha256Hash: random.pick([hash, wild()]) },
        },
      }),
      () => ({ ...good, documentId: wild() }),
      () => ({ documentId: random.pick([hash, ...NASTY_TEXTS]) }),
    ])();
    const text = JSON.stringify(body);
    const prototype = random.pick([
      '"__proto__":{"admin":true}',
      '"constructor":{"prototype":{"admin":true}}',
      '"toString":1',
    ]);
    return post(random, random.chance(0.2) && text.startsWith('{"') ? `{${prototype},${text.slice(1)}` : text);
  }

  /** No JSON: cut off, too deep, too large, of bytes that are no text. */
  function brokenBody(n: number, garbage: Uint8Array): FuzzRequest {
    const random = createRandom(n);
    const text = JSON.stringify(randomOf('query', random));
    const deep = 10_000 + random.below(10_000);
    const body = random.pick<() => Uint8Array | string>([
      () => garbage,
      () => text.slice(0, random.below(text.length)),
      () => tampered(text, random),
      () => `{"query":"{__typename}","variables":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`,
      () => `{"query":"{__typename}","variables":{"a":${'['.repeat(deep)}${']'.repeat(deep)}}}`,
      () => JSON.stringify({ query: `${'{a'.repeat(deep)}${'}'.repeat(deep)}` }),
      () => JSON.stringify({ query: `{ nodes(ids: ${'['.repeat(deep)}${']'.repeat(deep)}) { id } }` }),
      () => `{"query":"{__typename}","variables":{"a":${'9'.repeat(20_000)}}}`,
      () => `{"query":"{ ${'__typename '.repeat(20_000)}}"}`,
      () => `\ufeff${text}`,
      () => Buffer.concat([Buffer.from(text.slice(0, 30)), garbage, Buffer.from(text.slice(30))]),
      () => Buffer.from(text, 'utf16le'),
    ])();
    return post(random, body, random.chance(0.2) ? random.pick(TYPES) : undefined);
  }

  function heavy(n: number): FuzzRequest {
    const random = createRandom(n);
    return post(random, heavyBody(world.schema, random));
  }

  function byGet(n: number): FuzzRequest {
    const random = createRandom(n);
    const { query, variables } = randomOf(random.chance(0.8) ? 'query' : 'mutation', random);
    const parameters = new URLSearchParams({ query: query.slice(0, 4_000) });
    if (random.chance(0.8)) parameters.set('variables', JSON.stringify(variables).slice(0, 2_000));
    if (random.chance(0.2))
      parameters.append(
        random.pick(['query', 'variables', 'extensions', 'documentId', '__proto__', 'a[b]']),
        random.pick(NASTY_TEXTS).slice(0, 500),
      );
    const search = random.chance(0.2) ? tampered(parameters.toString(), random) : parameters.toString();
    return {
      method: 'GET',
      path: `/graphql?${search.replace(/[^!-~]/g, '%ED%A0%80')}`.slice(0, 12_000),
      headers: {
        ...authorization(random),
        ...accept(random),
        ...(random.chance(0.7) ? { 'apollo-require-preflight': '1' } : {}),
      },
      body: null,
      asks: [],
    };
  }

  function elsewhere(n: number): FuzzRequest {
    const random = createRandom(n);
    const odd = random.pick([
      'x-request-id',
      'origin',
      'x-forwarded-for',
      'x-http-method-override',
      'accept-encoding',
      'content-type',
      'host',
      'if-none-match',
    ]);
    return {
      method: random.pick(METHODS),
      path: random.pick(PATHS) + random.pick(['', '?', '?query=%7B__typename%7D', '?a=%', '?__proto__=1']),
      headers: {
        ...authorization(random),
        ...accept(random),
        [odd]: random.pick(['*', 'null', 'a b', 'é', '<x>', '../', 'http://evil.example', '999.1.1.1']),
      },
      body: null,
      asks: [],
    };
  }
}

function post(random: Random, body: Uint8Array | string, type?: string): FuzzRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: {
      ...JSON_BODY,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...authorization(random),
      ...accept(random),
    },
    body: typeof body === 'string' ? Buffer.from(body) : body,
    asks: [],
  };
}

function authorization(random: Random): Record<string, string> {
  if (random.chance(0.9)) return { authorization: `Bearer ${random.pick(Object.values(keys))}` };
  const wrong = ['', 'Bearer', 'Bearer x', 'Basic YTpi', `Bearer ${'k'.repeat(4_000)}`, 'Bearer é', 'Bearer a b'];
  return random.chance(0.3) ? {} : { authorization: random.pick(wrong) };
}

function accept(random: Random): Record<string, string> {
  if (random.chance(0.05)) return { accept: random.pick(ODD_ACCEPTS) };
  return random.chance(0.3) ? { accept: random.pick(ACCEPTS) } : {};
}
