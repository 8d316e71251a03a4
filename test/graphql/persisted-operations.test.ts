import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { configFiles } from '../../src/config/files.js';
import { graphqlSection } from '../../src/config/graphql.js';
import { createProblems } from '../../src/config/problems.js';
import { createAdmission } from '../../src/graphql/admission.js';
import type { PersistedOperations } from '../../src/graphql/options.js';
import { createPersistedOperations } from '../../src/graphql/persisted-operations.js';
import { createSchema } from '../../src/graphql/schema.js';
import { warnOfUnusable } from '../../src/graphql/unusable-operations.js';
import { startDemoEmulators, type TestEmulators } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { operationLimits } from '../support/limits.js';

const generated = new URL('../generated/persisted-documents.json', import.meta.url);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const apq = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });

/** As the gateway reads it when it starts. */
function manifest(only: boolean): PersistedOperations {
  const files = configFiles({ readFile: () => readFileSync(generated, 'utf8') });
  const problems = createProblems();
  const options = graphqlSection({ persistedOperations: { file: 'manifest.json', only } }, files, problems);
  if (options?.persisted == null) throw new Error(JSON.stringify(problems.list));
  return options.persisted;
}

let emulators: TestEmulators;
const gateways: TestGateway[] = [];
beforeAll(async () => {
  emulators = await startDemoEmulators();
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  await emulators?.close();
});

async function start(persisted: PersistedOperations | null) {
  const gateway = await startGateway(emulators.sources, { graphql: { persisted } });
  gateways.push(gateway);
  await gateway.refresh();
  const headers = { authorization: `Bearer ${keys.ADMIN}`, 'content-type': 'application/json' };
  return {
    gateway,
    post: async (body: object) =>
      answer(await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })),
    get: async (parameters: Record<string, string>) =>
      answer(await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, { headers })),
  };
}

async function answer(response: Response) {
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return { status: response.status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

describe('with the manifest that codegen makes of the typed documents', () => {
  let client: Awaited<ReturnType<typeof start>>;
  const { documents } = manifest(false);
  const idOf = (name: string) => {
    const found = [...documents].find(([, text]) => text.includes(` ${name}`));
    if (found === undefined) throw new Error(`no operation ${name}`);
    return { id: found[0], text: found[1] };
  };
  beforeAll(async () => {
    client = await start(manifest(false));
  });

  it('each operation runs by its id as it does by its text', async () => {
    const variables = { name: 'splunk', id: 'Message:splunk:none', channel: 'none' };
    for (const [documentId, query] of documents) {
      const used = [...query.matchAll(/\$(\w+):/g)].map(([, name]) => name as keyof typeof variables);
      const own = Object.fromEntries(used.map((name) => [name, variables[name]]));
      const byId = await client.post({ documentId, variables: own });
      expect(byId).toMatchObject({ status: 200, code: undefined });
      expect(byId).toEqual(await client.post({ query, variables: own }));
    }
  });

  it('an operation runs with its hash named, by GET, and as Apollo and Relay ask for it', async () => {
    const { id } = idOf('ActiveMessages');
    const expected = await client.post({ documentId: id });
    expect(expected.data).toHaveProperty('messages.nodes');
    expect(await client.post({ documentId: `sha256:${id}` })).toEqual(expected);
    expect(await client.post({ extensions: apq(id) })).toEqual(expected);
    expect(await client.get({ documentId: `sha256:${id}` })).toEqual(expected);
    expect(await client.get({ extensions: JSON.stringify(apq(id)) })).toEqual(expected);
  });

  it('another text runs too, and by its own id no other than the one of the manifest', async () => {
    expect((await client.post({ query: '{ viewer { name } }' })).data).toEqual({ viewer: { name: 'admin' } });
    const { id } = idOf('ActiveMessages');
    expect(await client.post({ documentId: id, query: '{ viewer { name } }' })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  it('an unknown id is refused, and a mutation of the manifest does not run by GET', async () => {
    expect(await client.post({ documentId: 'abc' })).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' });
    const { id } = idOf('Acknowledge');
    const variables = JSON.stringify({ id: 'Message:splunk:none' });
    expect(await client.get({ documentId: id, variables })).toMatchObject({ status: 405, data: undefined });
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('the id "%s" is unknown like any other', async (documentId) => {
    expect(await client.post({ documentId })).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_NOT_FOUND' });
  });
});

describe('with only: true', () => {
  let client: Awaited<ReturnType<typeof start>>;
  const [id = '', text = ''] = [...manifest(true).documents].find(([, each]) => each.includes('ActiveMessages')) ?? [];
  beforeAll(async () => {
    client = await start(manifest(true));
  });

  it('an operation of the manifest runs by its id, by its exact text, and by both', async () => {
    const expected = await client.post({ documentId: id });
    expect(expected).toMatchObject({ status: 200, code: undefined });
    expect(await client.post({ query: text })).toEqual(expected);
    expect(await client.post({ query: text, extensions: apq(id) })).toEqual(expected);
    expect(await client.get({ query: text })).toEqual(expected);
  });

  it.each([
    ['another text', { query: '{ viewer { name } }' }],
    ['a text that differs by a space', { query: `${text} ` }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['another text under an id of the manifest', { query: '{ viewer { name } }', documentId: id }],
    ['a text with its own hash', { query: '{ viewer { name } }', extensions: apq(sha256('{ viewer { name } }')) }],
  ])('%s is refused', async (_what, body) => {
    const refused = await client.post(body);
    expect(refused).toMatchObject({ status: 400, data: undefined, code: 'PERSISTED_QUERY_REQUIRED' });
    expect(refused.message).toMatch(/introspection and GraphiQL excluded/);
  });

  it('a text that was refused is not known by its hash afterwards', async () => {
    const query = '{ viewer { role } }';
    await client.post({ query, extensions: apq(sha256(query)) });
    expect(await client.post({ extensions: apq(sha256(query)) })).toMatchObject({
      status: 400,
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
  });

  it('a WebSocket is held to the manifest too, and runs an operation of it by its id', async () => {
    const socket = createClient({
      url: `${client.gateway.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { Authorization: `Bearer ${keys.ADMIN}` },
    });
    try {
      // Its protocol has no message without a text.
      const { value } = await socket.iterate({ query: '', extensions: apq(id) }).next();
      expect(value).toEqual({ data: (await client.post({ documentId: id })).data, extensions: expect.anything() });
      await expect(socket.iterate({ query: '{ viewer { name } }' }).next()).rejects.toMatchObject([
        { extensions: { code: 'PERSISTED_QUERY_REQUIRED' } },
      ]);
    } finally {
      await socket.dispose();
    }
  });

  it('runs of a GET request the text that was looked at, whatever another reader would make of it', async () => {
    const url = `${client.gateway.url}/graphql?query=${encodeURIComponent('{ viewer { name } } #')}%FF`;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${keys.ADMIN}`, 'apollo-require-preflight': '1' },
    });
    expect(await answer(response)).toMatchObject({ status: 400, code: 'PERSISTED_QUERY_REQUIRED' });
  });
});

describe('without a manifest', () => {
  let client: Awaited<ReturnType<typeof start>>;
  const query = '{ viewer { name } }';
  beforeAll(async () => {
    client = await start(null);
  });

  it('a text is known by its hash from when it was first sent with it', async () => {
    const extensions = apq(sha256(query));
    expect(await client.post({ extensions })).toMatchObject({
      status: 200,
      code: 'PERSISTED_QUERY_NOT_FOUND',
      message: 'PersistedQueryNotFound',
    });
    expect((await client.post({ query, extensions })).data).toEqual({ viewer: { name: 'admin' } });
    expect((await client.post({ extensions })).data).toEqual({ viewer: { name: 'admin' } });
    expect((await client.get({ extensions: JSON.stringify(extensions) })).data).toEqual({ viewer: { name: 'admin' } });
  });

  it('a mutation that is known by its hash does not run by GET', async () => {
    const mutation = 'mutation { refreshSource(input: { sourceId: "Source:none" }) { errors { code } } }';
    const extensions = apq(sha256(mutation));
    expect(await client.post({ query: mutation, extensions })).toMatchObject({ status: 200, code: undefined });
    expect(await client.get({ extensions: JSON.stringify(extensions) })).toMatchObject({
      status: 405,
      data: undefined,
    });
  });

  it.each([
    ['a hash of another text', { query, extensions: apq(sha256('{ other }')) }, /the id that was sent is not that/],
    ['another version', { extensions: apq(sha256(query), 2) }, /version must be 1/],
    ['a hash that is no text', { extensions: apq({ $gt: '' }) }, /sha256Hash must be a text/],
    ['a documentId that is no text', { documentId: ['abc'] }, /documentId must be a text/],
    ['a documentId of another text', { documentId: 'abc', query }, /the id that was sent is not that/],
  ])('%s is refused in form', async (_what, body, message) => {
    const refused = await client.post(body);
    expect(refused).toMatchObject({ status: 400, data: undefined, code: 'BAD_REQUEST' });
    expect(refused.message).toMatch(message);
  });
});

describe('texts that clients make known', () => {
  const remember = (textOf: ReturnType<typeof createPersistedOperations>, query: string) =>
    textOf({ query, extensions: apq(sha256(query)) }, () => true);
  const isKnown = (textOf: ReturnType<typeof createPersistedOperations>, query: string) => {
    try {
      return textOf({ extensions: apq(sha256(query)) }, () => true) === query;
    } catch {
      return false;
    }
  };

  it('are bounded: what was asked for longest ago is forgotten first', () => {
    const textOf = createPersistedOperations(null);
    const texts = Array.from({ length: 60 }, (_, index) => `{ a${index} }${' '.repeat(90_000)}`);
    for (const text of texts) {
      remember(textOf, text);
      expect(isKnown(textOf, texts[0] ?? '')).toBe(true);
    }
    const known = texts.filter((text) => isKnown(textOf, text));
    expect(known.length).toBeGreaterThan(40);
    expect(known.length).toBeLessThan(46);
    expect(known).toEqual([texts[0], ...texts.slice(1 - known.length)]);
  });

  it('are bounded however small they are', () => {
    const textOf = createPersistedOperations(null);
    const texts = Array.from({ length: 25_000 }, (_, index) => `{a${index}}`);
    for (const text of texts) remember(textOf, text);
    const known = texts.filter((text) => isKnown(textOf, text));
    expect(known.length).toBeGreaterThan(22_000);
    expect(known.length).toBeLessThan(24_000);
    expect(known).toEqual(texts.slice(-known.length));
  });

  it.each([
    ['that is no GraphQL', '{ a '],
    ['that is refused for the limits', `{ ${'a '.repeat(20_000)} }`],
    ['that its caller may not ask for', '{ __schema { types { name } } }'],
  ])('do not include one %s', (_what, query) => {
    const textOf = createPersistedOperations(null);
    const admit = createAdmission({ textOf, options: { introspection: 'ADMIN' }, limits: operationLimits });
    const viewer = { name: 'wall', role: 'VIEWER', sources: null } as const;
    const extensions = apq(sha256(query));
    try {
      admit({ query, extensions }, viewer);
    } catch (error) {
      expect(error).toBeInstanceOf(GraphQLError);
    }
    expect(() => admit({ extensions }, { ...viewer, role: 'ADMIN' })).toThrow('PersistedQueryNotFound');
  });

  it('run but are not kept when one is longer than any that a client needs', () => {
    const textOf = createPersistedOperations(null);
    const long = `{ a }${' '.repeat(200_000)}`;
    expect(remember(textOf, long)).toBe(long);
    expect(isKnown(textOf, long)).toBe(false);
  });
});

it('an operation of the manifest that the schema or the limits have no place for is told of at start, by its id', () => {
  const warned: object[] = [];
  const logger = { debug() {}, info() {}, error() {}, warn: (fields: object) => void warned.push(fields) };
  const documents = new Map([
    ['good', '{ viewer { name } }'],
    ['bad', '{ viewer { nom } }'],
    ['conditional', 'subscription { sourceSynced @skip(if: true) { id } }'],
    ['wide', `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: viewer { name }`).join(' ')} }`],
  ]);
  const context = { schema: createSchema([]), limits: operationLimits, logger };
  warnOfUnusable({ documents, only: true }, context);
  expect(warned).toEqual([
    { id: 'bad', problem: expect.stringContaining('nom') },
    { id: 'conditional', problem: 'The field of a subscription may not depend on @skip.' },
    { id: 'wide', problem: expect.stringContaining('aliases') },
  ]);
});
