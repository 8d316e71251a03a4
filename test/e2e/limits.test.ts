/** What somebody with a key may send to wear the gateway out or to sound the schema, and the safe answer to it. */
import { getIntrospectionQuery, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../src/domain/commands.js';
import type { OperationLimits } from '../../src/graphql/limits/options.js';
import type { GraphqlOptions } from '../../src/graphql/options.js';
import { createSchema } from '../../src/graphql/schema.js';
import { sourceModules } from '../../src/sources/index.js';
import { openRepo } from '../../src/store/index.js';
import { type GraphqlAnswer, keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';
import { embedded } from '../support/stores.js';

const things = thingsOf('splunk');
const source = staticSource(
  'splunk',
  { pools: [things.pool('one', { description: 'old' }), things.pool('two')] },
  'static',
  { updatePool: async () => done(null) },
);
const overrides = { modules: [...sourceModules, source.module] };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway([source.source], { overrides });
  await gateway.refresh();
});
afterAll(() => gateway.close());

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A gateway of its own for one test. */
async function withGateway(
  options: { readonly limits?: Partial<OperationLimits>; readonly graphql?: Partial<GraphqlOptions> },
  test: (own: TestGateway) => Promise<void>,
): Promise<void> {
  const own = await startGateway([source.source], { overrides, ...options });
  try {
    await own.refresh();
    await test(own);
  } finally {
    await own.close();
  }
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: GraphqlAnswer<Record<string, unknown>>;
}

async function send(
  { url }: Pick<TestGateway, 'url'>,
  query: string,
  { variables = {}, key = keys.ADMIN as string } = {},
): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
}

const nodeTypes = Object.values(createSchema(sourceModules).getTypeMap())
  .filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))
  .map(({ name }) => name);
const many = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join(' ');
const within = (levels: number, outer: string, inner: string) =>
  `${`${outer} { `.repeat(levels)}${inner}${' }'.repeat(levels)}`;

describe('a document is refused, by one error and before it is validated, that has', () => {
  it.each([
    ['101 aliases', `{ ${many(101, (i) => `a${i}: viewer { name }`)} }`, '101 aliases, and 100 are the limit'],
    [
      '10 unknown directives on one field',
      `{ viewer { name ${many(10, (i) => `@unknown${i}`)} } }`,
      '10 directives in one place, and 5 are the limit',
    ],
    [
      '51 unknown directives',
      `{ viewer { ${many(51, (i) => `n${i} @unknown${i}`)} } }`,
      '51 directives, and 50 are the limit',
    ],
    [
      '500 repeated fields at the root',
      `{ ${many(500, () => '__typename')} }`,
      '499 repeated fields, and 50 are the limit',
    ],
    [
      '500 repeated fields within another',
      `{ viewer { ${many(500, () => 'name')} } }`,
      '499 repeated fields, and 50 are the limit',
    ],
    [
      '500 repeated fields in inline fragments',
      `{ viewer { ${many(500, () => '... { name }')} } }`,
      '499 repeated fields, and 50 are the limit',
    ],
    ['51 fields at the root', `{ ${many(51, (i) => `f${i}`)} }`, '51 fields at its root, and 50 are the limit'],
    [
      '51 fields at the root, in fragments',
      `{ ...A ...A ...A } fragment A on Query { ${many(17, (i) => `f${i}`)} }`,
      '51 fields at its root, and 50 are the limit',
    ],
    ['16 levels', `{ ${within(15, 'a', 'b')} }`, '16 levels of fields, and 15 are the limit'],
    [
      '16 levels through fragments',
      `{ a { ...A } } fragment A on T { ${within(7, 'b', '...B')} } fragment B on T { ${within(7, 'c', 'd')} }`,
      '16 levels of fields, and 15 are the limit',
    ],
    [
      '16 levels in a fragment that nothing uses',
      `{ viewer { name } } fragment A on T { ${within(15, 'b', 'c')} }`,
      '16 levels of fields, and 15 are the limit',
    ],
    [
      '61 fragments',
      `{ viewer { name } } ${many(61, (i) => `fragment F${i} on Query { a }`)}`,
      '61 fragments, and 60 are the limit',
    ],
    ['10,000 tokens', `{ viewer { ${many(9_995, () => 'name')} } }`, 'more than 5000 tokens'],
    [
      '2,000 brackets within brackets',
      `{ viewer(a: ${'['.repeat(2_000)}${']'.repeat(2_000)}) { name } }`,
      'more than 250 brackets',
    ],
  ])('%s', async (_what, query, message) => {
    const { status, body } = await send(gateway, query);
    expect(body).toEqual({
      errors: [{ message: expect.stringContaining(message), extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    });
    expect(status).toBe(400);
  });
});

it.each([
  ['100 aliases', `{ viewer { ${many(100, (i) => `n${i}: name`)} } }`],
  ['50 fields at the root', `{ ${many(50, (i) => `a${i}: viewer { name }`)} }`],
  ['50 repeated fields', `{ viewer { ${many(51, () => 'name')} } }`],
  ['50 directives', `{ viewer { ${many(50, (i) => `n${i}: name @include(if: true)`)} } }`],
  [
    '15 levels',
    `{ sources { nodes { ${'licenses(first: 1) { nodes { source { '.repeat(4)}name${' } } }'.repeat(4)} } } }`,
  ],
  ['a field for each type', `{ node(id: "a") { ${nodeTypes.map((type) => `... on ${type} { id }`).join(' ')} } }`],
])('a document with %s runs', async (_what, query) => {
  expect((await send(gateway, query)).body.errors).toBeUndefined();
});

it('fragments that are spread within each other end at once, in an error', async () => {
  const cycle =
    '{ ...A } fragment A on Query { viewer { name } ...B } fragment B on Query { ...C } fragment C on Query { ...A }';
  const { status, body } = await send(gateway, cycle);
  expect(body).toEqual({
    errors: [
      {
        message: 'the fragment A is spread within itself, so that it never ends; take it out there',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ],
  });
  expect(status).toBe(400);
  const wide = `{ ...F0 } ${many(60, (i) => `fragment F${i} on Query { ${many(8, (j) => `f${j} { ...F${(i + j + 1) % 60} }`)} }`)}`;
  expect((await send(gateway, wide)).body.errors).toHaveLength(1);
});

it('fragments that double what is asked for, 59 times over, are counted at once', async () => {
  const chain = many(59, (i) => `fragment F${i} on Query { ...F${i + 1} ... { ...F${i + 1} } }`);
  const { body } = await send(gateway, `{ ...F0 } ${chain} fragment F59 on Query { viewer { name } }`);
  expect(body.errors?.[0]?.message).toContain(`${Number.MAX_SAFE_INTEGER} fields at its root`);
});

describe('introspection', () => {
  const asked = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true });

  it('as GraphiQL and code generators ask for it is answered', async () => {
    const { body } = await send(gateway, asked, { key: keys.VIEWER });
    expect(body.errors).toBeUndefined();
    expect(body.extensions).toEqual({ cost: { requested: 20_000, limit: 100_000 } });
  });

  it('that is nested in itself is refused', async () => {
    const nested = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    const { body } = await send(gateway, nested);
    expect(body.data).toBeUndefined();
    expect(body.errors).toMatchObject([
      { message: 'Maximum introspection depth exceeded', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it.each([
    [
      'through fragments',
      `{ __schema { types { ${many(49, (i) => `a${i}: fields { ...T }`)} } } } fragment T on __Field { type { ${many(49, (i) => `b${i}: fields { name }`)} } }`,
    ],
    [
      'in a fragment that is spread outside, too',
      '{ ...Q __schema { ...S } } fragment Q on Query { __schema { ...S } } fragment S on __Schema { a: types { name } }',
    ],
    ['in a part', '{ __type(name: "Pool") { ... { ... on __Type { b1: fields { name } } } } }'],
    ['of itself', '{ __schema { queryType { name } } again: __schema { queryType { name } } }'],
  ])('that is widened by aliases is refused: %s', async (_how, query) => {
    const { status, body } = await send(gateway, query);
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        {
          message: expect.stringMatching(
            /^this document has the alias "\w+" for __schema, or within __schema or __type/,
          ),
          extensions: { code: 'QUERY_TOO_COMPLEX' },
        },
      ],
    });
  });

  it('of several types at once is answered', async () => {
    const { body } = await send(gateway, '{ a: __type(name: "Pool") { name } b: __type(name: "Peer") { name } }');
    expect(body.data).toEqual({ a: { name: 'Pool' }, b: { name: 'Peer' } });
  });

  const looks = [
    asked,
    '{ __type(name: "Pool") { name } }',
    '{ viewer { name } ...F } fragment F on Query { __schema { queryType { name } } }',
    'query A { viewer { name } } query B { __schema { queryType { name } } }',
    '{ _service { sdl } }',
    '{ x: _service { wrong } }',
  ];
  it.each(['OPERATOR', 'ADMIN'] as const)(
    'below the role %s is refused, and nothing of the schema told',
    async (role) => {
      await withGateway({ graphql: { introspection: role } }, async (own) => {
        for (const query of looks) {
          const { status, body } = await send(own, query, { key: keys.VIEWER });
          expect(body).toEqual({
            errors: [
              {
                message: `the schema is for the role ${role}, or one above it; leave out __schema, __type and _service`,
                extensions: { code: 'FORBIDDEN' },
              },
            ],
          });
          expect(status).toBe(403);
        }
        expect((await send(own, looks[1] ?? '', { key: keys[role] })).body.data).toEqual({ __type: { name: 'Pool' } });
        const sdl = (key: string) =>
          fetch(`${own.url}/schema.graphql`, { headers: { authorization: `Bearer ${key}` } });
        expect((await sdl(keys[role])).status).toBe(200);
        const refused = await sdl(keys.VIEWER);
        expect(refused.status).toBe(403);
        expect(await refused.text()).not.toContain('type Query');
      });
    },
  );

  it('is for nobody where it is turned off, and a router still gets its entities', async () => {
    await withGateway({ graphql: { introspection: 'NOBODY' } }, async (own) => {
      for (const query of looks) expect((await send(own, query)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Pool { name } } }';
      const representations = [{ __typename: 'Pool', id: 'Pool:splunk:one' }];
      expect((await send(own, entities, { variables: { r: representations } })).body.data).toEqual({
        _entities: [{ __typename: 'Pool', name: 'one' }],
      });
    });
  });
});

describe('no answer is many times as long as what was sent', () => {
  it('a name is at most 200 characters long, whatever it names', async () => {
    const [longest, longer] = ['n'.repeat(200), 'n'.repeat(201)];
    expect((await send(gateway, `query ${longest} { __typename }`)).body.data).toEqual({ __typename: 'Query' });
    const variables = many(109, (i) => `$v${i}: Int`);
    for (const query of [
      `query ${longer} (${variables}) { __typename }`,
      `{ ${longer}: __typename }`,
      `{ ${longer} }`,
    ]) {
      const { status, body } = await send(gateway, query);
      expect(status).toBe(400);
      expect(body.errors).toEqual([
        {
          message: expect.stringContaining('a name of more than 200 characters, which is the limit'),
          extensions: { code: 'QUERY_TOO_COMPLEX' },
        },
      ]);
    }
  });

  it('a document that takes too long to validate is refused with what to do', async () => {
    const ids = many(1_700, () => '$v');
    const query = `${many(90, (i) => `query O${i}($v: ID!) { ...F }`)} fragment F on Query { nodes(ids: [${ids}]) { id } }`;
    const { body } = await send(gateway, query, { variables: { v: 'a' } });
    expect(body.errors).toEqual([
      {
        message: 'this document takes too long to validate; send several, or fewer operations and fragments in it',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  it('twenty errors of a document are told, and that there are more', async () => {
    const { body } = await send(gateway, `{ viewer { ${many(40, (i) => `wrong${i}`)} } }`);
    expect(body.errors).toHaveLength(21);
    expect(body.errors?.at(-1)).toEqual({
      message: 'Too many validation errors, error limit reached. Validation aborted.',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });
});

describe('nothing is suggested for', () => {
  it.each([
    ['a misspelt field', '{ license { nodes { id } } }', {}],
    ['a misspelt argument', '{ licenses(frist: 1) { totalCount } }', {}],
    ['a misspelt field of an argument', '{ licenses(filter: { source: "a" }) { totalCount } }', {}],
    ['a misspelt word of an enum', '{ licenses(orderBy: { field: NAMES }) { totalCount } }', {}],
    ['a text in place of a word', '{ licenses(orderBy: { field: "NAME" }) { totalCount } }', {}],
    ['a misspelt type', '{ nodes(ids: []) { ... on Licence { id } } }', {}],
    ['a misspelt type of a variable', 'query ($f: LicenseFilters) { licenses(filter: $f) { totalCount } }', {}],
    ['a field of another type', '{ node(id: "a") { quotaBytes } }', {}],
    ['a field without a selection', '{ licenses }', {}],
    [
      'a misspelt field of a variable',
      'query ($f: LicenseFilter) { licenses(filter: $f) { totalCount } }',
      { f: { source: ['a'] } },
    ],
    [
      'a misspelt word in a variable',
      'query ($o: LicenseOrder) { licenses(orderBy: $o) { totalCount } }',
      { o: { field: 'NAMES' } },
    ],
    ['a misspelt directive', '{ viewer { name @skipp(if: true) } }', {}],
  ])('%s', async (_what, query, variables) => {
    const { body } = await send(gateway, query, { variables });
    expect(body.errors?.length).toBeGreaterThan(0);
    expect(body.data).toBeUndefined();
    expect(JSON.stringify(body)).not.toMatch(/did you mean|suggest/i);
  });
});

describe('sizes out of bounds are refused before anything is read', () => {
  const listed = Array.from({ length: 501 }, (_, i) => `splunk-${i}`);
  it.each([
    [
      'first: 99999999',
      '{ viewer { name } licenses(first: 99999999) { totalCount } }',
      {},
      'first',
      '99999999 is not possible; ask for 1 to 500',
    ],
    ['first: 0', '{ licenses(first: 0) { totalCount } }', {}, 'first', '0 is not possible; ask for 1 to 500'],
    ['last: -1', '{ licenses(last: -1) { totalCount } }', {}, 'last', '-1 is not possible; ask for 1 to 500'],
    [
      'a variable',
      'query ($n: Int) { pools { nodes { peers(first: $n) { totalCount } } } }',
      { n: 501 },
      'first',
      '501 is not possible; ask for 1 to 500',
    ],
    [
      'the default of a variable',
      'query ($n: Int = 501) { licenses(last: $n) { totalCount } }',
      {},
      'last',
      '501 is not possible; ask for 1 to 500',
    ],
    [
      'a plain list',
      '{ overview { quotas { worst(first: 501) { id } } } }',
      {},
      'first',
      '501 is not possible; ask for 1 to 500',
    ],
    [
      'a fragment',
      '{ sources { nodes { ...S } } } fragment S on Source { licenses(first: 501) { totalCount } }',
      {},
      'first',
      '501 is not possible; ask for 1 to 500',
    ],
    [
      '501 ids',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: listed },
      'ids',
      '501 are too many; ask for at most 500',
    ],
    [
      '501 names in a filter',
      'query ($s: [String!]) { licenses(filter: { sources: $s }) { totalCount } }',
      { s: listed },
      'filter.sources',
      '501 are too many; ask for at most 500',
    ],
    [
      '501 words in a filter',
      `{ quotas(filter: { states: [${many(501, () => 'OK')}] }) { totalCount } }`,
      {},
      'filter.states',
      '501 are too many; ask for at most 500',
    ],
  ])('%s', async (_what, query, variables, argument, problem) => {
    const { body } = await send(gateway, query, { variables });
    expect(body).toEqual({
      errors: [
        {
          message: `${argument}: ${problem}`,
          locations: [{ line: 1, column: expect.any(Number) }],
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    });
  });
});

describe('cost', () => {
  it('multiplies through lists, and too much of it is refused with both figures', async () => {
    const query = '{ sources { nodes { licenses(first: 500) { nodes { messages(first: 500) { nodes { id } } } } } } }';
    const { status, body } = await send(gateway, query);
    const requested = 1 + 50 * (1 + 1 + 500 * (1 + 1 + 500));
    expect(body).toEqual({
      errors: [
        {
          message: `this operation could cost ${requested}, and 100000 is the most; ask for smaller pages, or for less within each`,
          extensions: { code: 'QUERY_TOO_COMPLEX', cost: requested, limit: 100_000 },
        },
      ],
    });
    expect(status).toBe(400);
  });

  it('of aliases adds up, and so does what a default of a variable makes large', async () => {
    const wide = `{ ${many(50, (i) => `a${i}: licenses(first: 500) { nodes { id quotas { id } } }`)} }`;
    const byDefault =
      'query ($n: Int = 500) { licenses(first: $n) { nodes { messages(first: $n) { nodes { id } } } } }';
    for (const query of [wide, byDefault]) {
      expect((await send(gateway, query)).body.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
    }
  });

  it('is told beside every answer, the same each time', async () => {
    const query = 'query ($n: Int) { pools(first: $n) { nodes { name } } }';
    const replies = [];
    for (const key of [keys.ADMIN, keys.VIEWER])
      replies.push((await send(gateway, query, { variables: { n: 2 }, key })).body);
    expect(replies[0]).toEqual({
      data: { pools: { nodes: [{ name: 'one' }, { name: 'two' }] } },
      extensions: { cost: { requested: 3, limit: 100_000 } },
    });
    expect(replies[1]).toEqual(replies[0]);
  });
});

describe('a caller who asks for too much in a minute', () => {
  it('is refused with the time to wait, and others are not', async () => {
    await withGateway({ limits: { costPerMinute: 100 } }, async (own) => {
      const page = '{ pools { nodes { id } } }';
      expect((await send(own, page)).body.errors).toBeUndefined();
      const { status, headers, body } = await send(own, page);
      expect(body).toEqual({
        errors: [
          {
            message: expect.stringMatching(/^this caller has 100 of cost a minute.* ask again in \d+ s$/),
            extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) },
          },
        ],
      });
      expect(status).toBe(429);
      const wait = Number(headers.get('retry-after'));
      expect(wait).toBe(body.errors?.[0]?.extensions.retryAfter);
      expect(Number.isInteger(wait) && wait >= 1 && wait <= 60).toBe(true);
      // What was refused was not paid for: what still fits runs.
      expect((await send(own, '{ pools(first: 40) { nodes { id } } }')).body.errors).toBeUndefined();
      expect((await send(own, page, { key: keys.VIEWER })).body.errors).toBeUndefined();
    });
  });

  it('pays for each alias of one document', async () => {
    await withGateway({ limits: { costPerMinute: 30 } }, async (own) => {
      const aliased = `{ ${many(16, (i) => `a${i}: viewer { name }`)} }`;
      expect((await send(own, aliased)).body.extensions).toEqual({ cost: { requested: 16, limit: 30 } });
      expect((await send(own, aliased)).status).toBe(429);
    });
  });

  it('is told at once when a whole minute does not hold what one operation costs', async () => {
    await withGateway({ limits: { costPerMinute: 30 } }, async (own) => {
      const { status, body } = await send(own, '{ pools { nodes { id } } }');
      expect(body.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', cost: 51, limit: 30 } }]);
      expect(status).toBe(400);
    });
  });

  it('pays for operations that cost nothing, too', async () => {
    await withGateway({ limits: { costPerMinute: 2 } }, async (own) => {
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await send(own, '{ __typename }')).status);
      expect(statuses).toEqual([200, 200, 429]);
    });
  });

  it('pays for documents that are refused, by their size, until even they are refused for that', async () => {
    await withGateway({ limits: { costPerMinute: 200_000 } }, async (own) => {
      const wrong: [string, string][] = [
        [`{ viewer { ${many(100, (i) => `wrong${i}`)} } }`, 'GRAPHQL_VALIDATION_FAILED'],
        [`{ ${many(6_000, () => 'a')} }`, 'QUERY_TOO_COMPLEX'],
        [`{ viewer { name } ${many(60, (i) => `f${i}`)} }`, 'QUERY_TOO_COMPLEX'],
        [`query ($n: Int = 5) { pools(first: $n) { totalCount } } # ${'x'.repeat(100)}`, 'BAD_USER_INPUT'],
        [`{ ${within(4, 'pools(first: 500) { nodes', '__typename')} } } } } }`, 'GRAPHQL_VALIDATION_FAILED'],
      ];
      const codes = async (query: string) => {
        const { body } = await send(own, query, { variables: { n: 'x' } });
        return body.errors?.[0]?.extensions.code;
      };
      for (const [query, code] of wrong) expect(await codes(query)).toBe(code);
      const large = wrong[1]?.[0] ?? '';
      let sent = 0;
      while ((await codes(large)) !== 'RATE_LIMITED') expect(sent++).toBeLessThan(200);
      expect(sent).toBeGreaterThan(180);
      const { status, headers } = await send(own, large);
      expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
      expect((await send(own, '{ __typename }', { key: keys.VIEWER })).status).toBe(200);
    });
  });

  it('has its changes counted apart, those that are refused included', async () => {
    await withGateway({ limits: { changesPerMinute: 3 } }, async (own) => {
      const change = (name: string) =>
        `${name}: updatePool(input: { poolId: "Pool:splunk:nowhere" }) { errors { code } }`;
      expect((await send(own, `mutation { ${change('a')} ${change('b')} }`)).body.errors).toBeUndefined();
      const { status, headers, body } = await send(own, `mutation { ${change('a')} ${change('b')} }`);
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(body.errors).toMatchObject([{ message: expect.stringContaining('3 mutations a minute') }]);
      const recorded = await send(own, '{ auditEntries { totalCount } }');
      expect(recorded.body.data).toEqual({ auditEntries: { totalCount: 2 } });
      const four = `mutation { ${many(4, (i) => change(`m${i}`))} }`;
      expect((await send(own, four)).body.errors?.[0]?.message).toContain('4 mutations, and 3 are the most');
    });
  });
});

describe('queries that could read much', () => {
  // Each of another size, so that none is answered by what another has read.
  const large = (size = 500) => `{ pools(first: ${size}) { nodes { peers(first: 178) { nodes { id } } } } }`;

  it('run one after the other when one caller asks for many, and all are answered', async () => {
    const store = await embedded();
    const repo = await openRepo(store.config);
    let [admitted, running, most] = [0, 0, 0];
    const all = deferred();
    const own = await startGateway([source.source], {
      store,
      overrides: {
        ...overrides,
        repo: {
          ...repo,
          // As of a store that others write to: what is stored of the sources is read for each.
          written: () => null,
          async getMany(...args) {
            const found = await repo.getMany(...args);
            if (args[0] === 'sources' && ++admitted === 12) all.resolve();
            return found;
          },
          async pageEach(...args) {
            running++;
            most = Math.max(most, running);
            // Nobody is done before everybody has come.
            await all.promise;
            for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
            running--;
            return repo.pageEach(...args);
          },
        },
      },
    });
    try {
      await own.refresh();
      admitted = 0;
      const replies = await Promise.all(Array.from({ length: 12 }, (_, i) => send(own, large(500 - i))));
      for (const { body } of replies) {
        expect(body.errors).toBeUndefined();
        // Two would be more than one caller may have running.
        const { cost } = body.extensions as { cost: { requested: number } };
        expect(cost.requested).toBeGreaterThan(50_000);
      }
      expect(most).toBe(1);
    } finally {
      await own.close();
      await store.remove();
    }
  });

  it('leave their room however they end: twenty that fail keep nobody out', async () => {
    const failing = `{ ${many(5, (i) => `a${i}: pools(first: 500, after: "none") { nodes { peers(first: 34) { nodes { id } } } }`)} }`;
    for (let i = 0; i < 20; i++) {
      const { body } = await send(gateway, failing);
      expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(body.extensions).toMatchObject({ cost: { requested: 90_005 } });
    }
    expect((await send(gateway, large())).body.errors).toBeUndefined();
  });
});

describe('an operation that has asked vendors for all it may', () => {
  const edit = (name: string) =>
    `${name}: updatePool(input: { poolId: "Pool:splunk:one", description: "old" }) { errors { code message } }`;

  it('begins no further change, and says so', async () => {
    await withGateway({ limits: { upstreamCalls: 4 } }, async (own) => {
      const { body } = await send(own, `mutation { ${edit('a')} ${edit('b')} ${edit('c')} }`);
      expect(body.data).toMatchObject({
        a: { errors: [] },
        b: { errors: [] },
        c: {
          errors: [
            {
              code: 'UPSTREAM_UNAVAILABLE',
              message:
                'one operation may ask vendors for 4 things, and this one has; send several; nothing was changed',
            },
          ],
        },
      });
    });
  });

  it('tells of a change that was made and could not be read again', async () => {
    await withGateway({ limits: { upstreamCalls: 3 } }, async (own) => {
      const { body } = await send(own, `mutation { ${edit('a')} ${edit('b')} }`);
      expect(body.data).toMatchObject({
        a: { errors: [] },
        b: {
          errors: [
            {
              code: 'OUTCOME_UNKNOWN',
              message: expect.stringMatching(/^the vendor accepted it, but one operation may ask vendors for 3 things/),
            },
          ],
        },
      });
    });
  });
});

it('an array of ten operations is refused', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.ADMIN}` },
    body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ viewer { name } }' }))),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

it('a document hidden from one reader of the address and not from the other is not run unlooked at', async () => {
  const deep = encodeURIComponent(`{ ${within(15, 'viewer', 'name')} }`);
  for (const query of [`${deep}%23%zz`, `%7B__typename%7D&query=${deep}`]) {
    const response = await fetch(`${gateway.url}/graphql?query=${query}`, {
      headers: { authorization: `Bearer ${keys.ADMIN}`, 'apollo-require-preflight': 'true' },
    });
    const body = (await response.json()) as GraphqlAnswer<unknown>;
    expect(body.errors).toHaveLength(1);
    // Validation would have begun otherwise.
    expect(body.errors?.[0]?.message).not.toContain('Cannot query field');
  }
});
