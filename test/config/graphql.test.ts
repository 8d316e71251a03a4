import { describe, expect, it } from 'vitest';
import { configFiles } from '../../src/config/files.js';
import { graphqlSection } from '../../src/config/graphql.js';
import { createProblems } from '../../src/config/problems.js';

/** The section as it is read, with what the manifest's file holds. */
function read(section: unknown, manifest?: string) {
  const problems = createProblems();
  const readFile = () => {
    if (manifest === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT' });
    return manifest;
  };
  const options = graphqlSection(section, configFiles({ baseDir: '/etc/gateway', readFile }), problems);
  return { options, problems: problems.list };
}

const fromFile = { persistedOperations: { file: './manifest.json' } };
const hello = '{ viewer { name } }';

describe('the section graphql', () => {
  it('lets every key look at the schema, serves GraphiQL and knows no operations when it says nothing', () => {
    expect(read(undefined)).toEqual({
      options: { introspection: 'VIEWER', graphiql: true, persisted: null },
      problems: [],
    });
  });

  it('takes introspection from everybody', () => {
    expect(read({ introspection: 'off', graphiql: false }).options).toMatchObject({
      introspection: 'NOBODY',
      graphiql: false,
    });
  });
});

describe('a manifest of persisted operations', () => {
  it('is read as GraphQL Code Generator writes it, with or without the name of the hash', () => {
    const { options, problems } = read(fromFile, JSON.stringify({ 'sha256:abc': hello, def: hello }));
    expect(problems).toEqual([]);
    expect(options?.persisted?.only).toBe(false);
    expect([...(options?.persisted?.documents ?? [])]).toEqual([
      ['abc', hello],
      ['def', hello],
    ]);
  });

  it('is read as generate-persisted-query-manifest writes it', () => {
    const manifest = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'abc', name: 'Hello', type: 'query', body: hello }],
    };
    const { options } = read({ persistedOperations: { file: 'm.json', only: true } }, JSON.stringify(manifest));
    expect(options?.persisted).toEqual({ documents: new Map([['abc', hello]]), only: true });
  });

  it.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a text', '"abc"'],
    ['documents that are no texts', '{"abc":{"body":"{ a }"}}'],
    [
      'an Apollo manifest of another version',
      '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}',
    ],
    ['an Apollo manifest without bodies', '{"format":"apollo-persisted-query-manifest","version":1,"operations":[{}]}'],
  ])('that is %s is refused in words that say what it must be', (_what, manifest) => {
    expect(read(fromFile, manifest)).toEqual({
      options: undefined,
      problems: [
        {
          path: 'graphql.persistedOperations.file',
          message: expect.stringContaining('no manifest of persisted operations'),
        },
      ],
    });
  });

  it('tells of every document that does not parse, and where', () => {
    const { problems } = read(fromFile, JSON.stringify({ good: hello, bad: '{ viewer {\n name ', worse: '' }));
    expect(problems).toEqual([
      {
        path: 'graphql.persistedOperations.file',
        message: expect.stringMatching(/operation "bad" does not parse \(line 2, column 7\): Syntax Error: /),
      },
      { path: 'graphql.persistedOperations.file', message: expect.stringMatching(/operation "worse" does not parse/) },
    ]);
  });

  it('tells of an id that stands there twice, and of a manifest without operations', () => {
    expect(read(fromFile, JSON.stringify({ abc: hello, 'sha256:abc': hello })).problems[0]?.message).toMatch(
      /operation "abc" stands there twice/,
    );
    expect(read(fromFile, '{}').problems[0]?.message).toMatch(/without a single operation/);
  });

  it('that cannot be read, or is not named, is a problem with its place', () => {
    expect(read(fromFile).problems).toEqual([
      {
        path: 'graphql.persistedOperations.file',
        message: expect.stringContaining('/etc/gateway/manifest.json, which cannot be read (ENOENT)'),
      },
    ]);
    expect(read({ persistedOperations: { only: true } }).problems[0]?.path).toBe('graphql.persistedOperations.file');
    expect(read({ persistedOperations: { file: 'a', olny: true } }, '{"a":"{ a }"}').problems[0]?.path).toBe(
      'graphql.persistedOperations.olny',
    );
  });
});
