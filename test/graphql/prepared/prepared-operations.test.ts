import { readFileSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPreparedOperations } from '../../../src/graphql/prepared/prepared-operations.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { exampleOperations } from '../../../src/http/example-operations.js';
import { sourceModules } from '../../../src/sources/index.js';
import { type DemoWorld, startDemoWorld } from '../../support/demo-world.js';
import { keys } from '../../support/gateway.js';

const schema = createSchema(sourceModules);

function prepared(text: string, operationName: string | null = null, times = 2) {
  const operations = createPreparedOperations(schema);
  for (let i = 0; i < times; i++) operations.note({ text, operationName, document: parse(text) });
  return operations;
}

describe('an operation', () => {
  const text = 'query A { __typename } query B { b: __typename }';

  it('is prepared when it is asked for the second time', () => {
    expect(prepared(text, 'A', 1).find(text, 'A')).toBeNull();
    expect(prepared(text, 'A').find(text, 'A')?.operation.name?.value).toBe('A');
  });

  it('is found by its own name and text alone, however they are cut', () => {
    expect(prepared(text, 'A').find(text, 'B')).toBeNull();
    expect(prepared(text, 'A').find(text, null)).toBeNull();
    expect(prepared('query { __typename }').find('{ __typename }', 'query')).toBeNull();
    expect(prepared(text, 'A').find('B { b: __typename }', 'A query A { __typename } query')).toBeNull();
  });

  it.each([
    ['changes something', 'mutation { refreshSource(input: { sourceId: "Source:a" }) { errors { code } } }'],
    ['looks at the schema', '{ __schema { queryType { name } } }'],
    ['is as long as nobody writes one', `{ __typename } # ${'x'.repeat(20_000)}`],
  ])('is not prepared when it %s', (_what, long) => {
    expect(prepared(long).find(long, null)).toBeNull();
  });
});

const MARKS = [
  '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0) || (globalThis.ran = true) || (0',
  '__MAGIC_NAN__57f286b9_4c20_487f_b409_79804ddcb4f8',
  '__MAGIC_PLUS_INFINITY__bb201c39_3333_4695_b4ad_7f1722e7aa7a',
  '__MAGIC_MINUS_INFINITY__71d4310a_d4a3_4a05_b1fe_e60779d24998',
];

describe('asked for again and again', () => {
  let world: DemoWorld;
  beforeAll(async () => {
    world = await startDemoWorld();
  });
  afterAll(() => world?.close());

  async function body(query: string, variables: unknown = {}, more: object = {}): Promise<string> {
    const response = await fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys.ADMIN}`, 'content-type': 'application/json' },
      body: typeof variables === 'string' ? variables : JSON.stringify({ query, variables, ...more }),
    });
    return response.text();
  }

  const manifest = (file: string) =>
    Object.values(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, string>);
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const ofReadme = [...readme.matchAll(/```graphql\n(.*?)```/gs)].flatMap(([, text = '']) => text);
  const texts = [
    ...exampleOperations.map(({ query, variables = '{}' }) => ({ query, variables: JSON.parse(variables) as unknown })),
    ...[
      ...manifest('../../../src/dashboard/generated/persisted-documents.json'),
      ...manifest('../../generated/persisted-documents.json'),
      ...ofReadme,
    ].map((query) => ({ query, variables: { id: 'Pool:splunk:web', name: 'splunk', first: 3 } as unknown })),
  ].filter(({ query }) => !/^\s*(?:mutation|subscription)/m.test(query));

  it(`each of ${texts.length} documents of ours is answered as when nothing is prepared`, async () => {
    for (const { query, variables } of texts) {
      const fresh = await body(`${query}\n# once`, variables);
      for (let times = 0; times < 4; times++) expect(await body(query, variables), query).toBe(fresh);
    }
    expect(texts.length).toBeGreaterThan(20);
  });

  it.each(MARKS)('a text with a mark of the compiler (%s) runs nothing', async (mark) => {
    const query = `query($s: String = "${mark}") { node(id: "${mark}") { id } licenses(filter: { search: $s }) { totalCount } b: licenses(filter: { search: "${mark}" }) { totalCount } }`;
    const fresh = await body(`${query} # once`);
    for (let times = 0; times < 4; times++) expect(await body(query)).toBe(fresh);
    expect(JSON.parse(fresh)).toMatchObject({ data: { node: null } });
    expect(globalThis).not.toHaveProperty('ran');
  });

  it('a number without end is not taken for null', async () => {
    const query = 'query($n: Int) { licenses(first: $n) { totalCount } }';
    for (let times = 0; times < 4; times++) expect(await body(query, { n: null })).toContain('"data":{');
    const endless = JSON.stringify({ query, variables: { n: null } }).replace('"n":null', '"n":1e999');
    expect(await body(query, endless)).toContain('BAD_USER_INPUT');
  });

  it('values that nest without end are taken as any others', async () => {
    const query = '{ viewer { role } }';
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const deep = JSON.stringify({ query, variables: { a: null } }).replace('null', nested);
    const answers = [await body(query), await body(query), await body(query), await body(query, deep)];
    expect(new Set(answers).size).toBe(1);
  });

  it.each([
    { operationName: '' },
    { operationName: 'Other' },
    { operationName: 1 },
    { operationName: ['Asked'] },
    { operationName: null },
    { extensions: [] },
    { extensions: null },
    { extensions: 'x' },
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    { extensions: { persistedQuery: 1 } },
    { documentId: 'x' },
    { documentId: 1 },
    { variables: [] },
    { variables: null },
    { variables: 'x' },
    { variables: { unknown: 1 } },
  ])('%j is answered as when nothing is prepared', async (odd) => {
    const query = 'query Asked { sources { totalCount } }';
    const named = { operationName: 'Asked' };
    for (let times = 0; times < 3; times++) await body(query, {}, 'operationName' in odd ? {} : named);
    const fresh = await body(`${query} # ${JSON.stringify(odd)}`, {}, { ...named, ...odd });
    expect(await body(query, {}, { ...named, ...odd })).toBe(fresh);
  });

  it('a text that is prepared already can be made known by its hash', async () => {
    const { createHash } = await import('node:crypto');
    const query = 'query Hashed { sources { totalCount } }';
    const named = { operationName: 'Hashed' };
    for (let times = 0; times < 3; times++) await body(query, {}, named);
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(await body(query, {}, { ...named, extensions })).toContain('"data"');
    expect(await body('', {}, { query: undefined, ...named, extensions })).toContain('"data"');
  });
});

it('what is compiled answers as graphql-js does', async () => {
  const text = 'query A($n: Int = 3) { __typename ...B } fragment B on Query { constructor: __typename a: __typename }';
  const found = prepared(text).find(text, null);
  const compiled = await found?.run({} as never, {});
  expect(JSON.stringify(compiled?.data)).toBe(JSON.stringify((await execute({ schema, document: parse(text) })).data));
});
