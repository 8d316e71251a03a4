import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';

const day = (n: number) => new Date(Date.UTC(2030, 0, n));
const east = thingsOf('east');
const west = thingsOf('west');

/** Seven licenses over two sources, two of them without an expiry, two of the same name. */
const sources = [
  staticSource('east', {
    licenses: [
      east.license('e1', { name: 'beta', expiresAt: day(3), createdAt: day(1) }),
      east.license('e2', { name: 'alpha', expiresAt: null }),
      east.license('e3', { name: 'gamma', expiresAt: day(1), groupId: east.id('Group', 'g') }),
      east.license('e4', { name: 'beta', expiresAt: day(5), standing: { reported: null, suspended: true } }),
    ],
    groups: [east.group('g'), east.group('empty')],
    pools: [
      east.pool('big', { used: 90n, limit: 100n, unit: 'COUNT' }),
      east.pool('small pool_of-things', { used: 1n, limit: 100n }),
      east.pool('unread', { used: null }),
    ],
    peers: [
      east.peer('p1', { poolIds: [east.id('Pool', 'big'), east.id('Pool', 'unread')], searchBlocked: true }),
      east.peer('p2', { poolIds: [east.id('Pool', 'big')], orphan: true }),
    ],
    meters: [
      east.meter(east.id('Pool', 'big'), 90n, 100n),
      east.meter(east.id('Pool', 'small pool_of-things'), 1n, 100n),
      east.meter(east.id('Pool', 'unread'), null, 100n),
    ],
  }),
  staticSource('west', {
    licenses: [
      west.license('w1', { name: 'delta', expiresAt: day(2) }),
      west.license('w2', { name: 'alpha two', expiresAt: null }),
      west.license('w3', { name: 'Omega', expiresAt: day(4) }),
    ],
  }),
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway(
    sources.map((each) => each.source),
    { overrides: { modules: sources.map((each) => each.module) } },
  );
  await gateway.refresh();
});
afterAll(() => gateway.close());

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

async function page(field: string, args = '', inside = 'id'): Promise<Page> {
  const called = args === '' ? field : `${field}(${args})`;
  const body = `nodes { ${inside} } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const data = await gateway.query<Record<string, Page>, unknown>(`{ ${called} { ${body} } }`);
  const found = data[field];
  if (found === undefined) throw new Error(`no ${field}`);
  return found;
}

async function names(field: string, args = ''): Promise<string[]> {
  return (await page(field, args)).nodes.map(({ id }) => decodeURIComponent(id.split(':')[2] ?? ''));
}

async function refusal(query: string): Promise<unknown> {
  const { errors } = await gateway.ask(query);
  return errors?.map(({ message, extensions }) => `${String(extensions.code)} ${message}`);
}

describe('order', () => {
  it('is by name, then by id, when nothing is said', async () => {
    expect(await names('licenses')).toEqual(['w3', 'e2', 'w2', 'e1', 'e4', 'w1', 'e3']);
  });

  it('puts nulls last in either direction', async () => {
    expect(await names('licenses', 'orderBy: { field: EXPIRES_AT }')).toEqual([
      'e3',
      'w1',
      'e1',
      'w3',
      'e4',
      'e2',
      'w2',
    ]);
    const descending = await names('licenses', 'orderBy: { field: EXPIRES_AT, direction: DESC }');
    expect(descending.slice(0, 5)).toEqual(['e4', 'w3', 'e1', 'w1', 'e3']);
    expect(descending.slice(5).sort()).toEqual(['e2', 'w2']);
    expect(await names('pools', 'orderBy: { field: USED, direction: DESC }')).toEqual([
      'big',
      'small pool_of-things',
      'unread',
    ]);
  });

  it('of statuses runs from best to worst', async () => {
    expect(await names('licenses', 'orderBy: { field: STATUS, direction: DESC }, first: 1')).toEqual(['e4']);
  });
});

describe('pages', () => {
  it.each(['NAME', 'EXPIRES_AT', 'STATUS', 'CREATED_AT'])(
    'ordered by %s, forward and backward, give every license once',
    async (field) => {
      for (const direction of ['ASC', 'DESC']) {
        const order = `orderBy: { field: ${field}, direction: ${direction} }`;
        const all = await names('licenses', order);
        const forward: string[] = [];
        for (let after = ''; ; ) {
          const part = await page('licenses', `first: 2, ${order}${after}`);
          forward.push(...part.nodes.map(({ id }) => id.split(':')[2] ?? ''));
          expect(part.totalCount).toBe(7);
          if (!part.pageInfo.hasNextPage) break;
          after = `, after: "${part.pageInfo.endCursor}"`;
        }
        expect(forward).toEqual(all);
        const backward: string[] = [];
        for (let before = ''; ; ) {
          const part = await page('licenses', `last: 3, ${order}${before}`);
          backward.unshift(...part.nodes.map(({ id }) => id.split(':')[2] ?? ''));
          if (!part.pageInfo.hasPreviousPage) break;
          before = `, before: "${part.pageInfo.startCursor}"`;
        }
        expect(backward).toEqual(all);
      }
    },
  );

  it('say where they stand', async () => {
    const first = await page('licenses', 'first: 3');
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await page('licenses', `first: 50, after: "${first.pageInfo.endCursor}"`);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const none = await page('licenses', 'filter: { sources: ["nowhere"] }');
    expect(none).toEqual({
      nodes: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe('filters', () => {
  it('by source, kind and status', async () => {
    expect(await names('licenses', 'filter: { sources: ["west"] }')).toEqual(['w3', 'w2', 'w1']);
    expect(await names('licenses', 'filter: { kinds: ["static-east"], statuses: [SUSPENDED] }')).toEqual(['e4']);
    expect((await page('licenses', 'filter: { statuses: [ACTIVE, SUSPENDED] }')).totalCount).toBe(7);
  });

  it('by expiry: before is exclusive, after inclusive, and no expiry matches neither', async () => {
    const range = 'filter: { expiresAfter: "2030-01-02T00:00:00Z", expiresBefore: "2030-01-04T00:00:00Z" }';
    expect(await names('licenses', range)).toEqual(['e1', 'w1']);
    expect((await page('licenses', range)).totalCount).toBe(2);
    expect(await names('licenses', 'filter: { expiresBefore: "2031-01-01T00:00:00Z" }')).toHaveLength(5);
  });

  it('by what a thing belongs to', async () => {
    expect(await names('licenses', 'filter: { groupId: "Group:east:g" }')).toEqual(['e3']);
    expect(await names('peers', 'filter: { poolId: "Pool:east:big" }')).toEqual(['p1', 'p2']);
    expect(await names('peers', 'filter: { orphan: true }')).toEqual(['p2']);
    expect(await names('peers', 'filter: { searchBlocked: true }')).toEqual(['p1']);
    expect(await names('pools', 'filter: { unit: COUNT }')).toEqual(['big']);
    expect(await names('pools', 'filter: { states: [CRITICAL, UNKNOWN] }')).toEqual(['big', 'unread']);
    expect((await page('quotas', 'filter: { subjectId: "Pool:east:big", states: [CRITICAL] }')).totalCount).toBe(1);
  });

  it('by words: each is a prefix of a word, whatever its case', async () => {
    expect(await names('licenses', 'filter: { search: "ALPH" }')).toEqual(['e2', 'w2']);
    expect(await names('licenses', 'filter: { search: "alpha tw" }')).toEqual(['w2']);
    expect(await names('licenses', 'filter: { search: "omega" }')).toEqual(['w3']);
    expect(await names('pools', 'filter: { search: "things" }')).toEqual(['small pool_of-things']);
    expect(await names('pools', 'filter: { search: "pool_of" }')).toEqual(['small pool_of-things']);
    expect(await names('pools', 'filter: { search: "OF-thing" }')).toEqual(['small pool_of-things']);
    expect((await page('licenses', 'filter: { search: "lpha" }')).totalCount).toBe(0);
  });

  it('hold within a parent too', async () => {
    const data = await gateway.query(
      `{ source(name: "east") { licenses(filter: { search: "beta" }) { totalCount nodes { id } } pools(filter: { sources: ["west"] }) { totalCount } } }`,
    );
    expect(data).toEqual({
      source: {
        licenses: { totalCount: 2, nodes: [{ id: 'License:east:e1' }, { id: 'License:east:e4' }] },
        pools: { totalCount: 0 },
      },
    });
  });
});

describe('arguments that cannot be used are BAD_USER_INPUT that names them', () => {
  it.each([
    ['first: -1', 'first: -1 is not possible; ask for 1 to 500'],
    ['first: 0', 'first: 0 is not possible; ask for 1 to 500'],
    ['first: 501', 'first: 501 is not possible; ask for 1 to 500'],
    ['last: 501', 'last: 501 is not possible; ask for 1 to 500'],
    ['first: 1, last: 1', 'last: go in one direction'],
    ['first: 1, before: "x"', 'before: go in one direction'],
    ['after: "forged"', 'after: this is no cursor of this API'],
    [
      'after: "WyJkaXNwbGF5TmFtZSIsIkFTQyIsInMiLHsiJGd0IjoiIn0sIlBvb2w6ZTp4Il0"',
      'after: this is no cursor of this API',
    ],
    ['filter: { groupId: "Pool:east:big" }', 'filter.groupId: this is the id of a Pool; the id of a Group is wanted'],
    ['filter: { stackId: "nonsense" }', 'filter.stackId: this is no global id'],
    ['filter: { search: "a" }', 'filter.search: two letters or digits in a row'],
  ])('%s', async (args, message) => {
    expect(await refusal(`{ licenses(${args}) { nodes { id } } }`)).toEqual([
      expect.stringContaining(`BAD_USER_INPUT ${message}`),
    ]);
  });

  it('a cursor of another order', async () => {
    const { pageInfo } = await page('licenses', 'first: 1');
    const query = `{ licenses(after: "${pageInfo.endCursor}", orderBy: { field: STATUS }) { nodes { id } } }`;
    expect(await refusal(query)).toEqual([
      expect.stringContaining('BAD_USER_INPUT after: this cursor belongs to another order'),
    ]);
  });

  it('an instant that does not exist, and a number that is none', async () => {
    const query = '{ licenses(filter: { expiresBefore: "2030-02-30T00:00:00Z" }) { nodes { id } } }';
    expect(await refusal(query)).toEqual([expect.stringContaining('RFC 3339')]);
  });
});

describe('nodes', () => {
  it('are found again by their ids, in the order asked, null where there is none', async () => {
    const ids = [
      'Pool:east:big',
      'License:east:nowhere',
      'Source:west',
      'nonsense',
      'Quota:east:Pool.big.INDEXED_BYTES_PER_DAY',
      'Pool:nowhere:big',
    ];
    const data = await gateway.query('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(data).toEqual({
      nodes: [
        { __typename: 'Pool', id: ids[0] },
        null,
        { __typename: 'Source', id: ids[2] },
        null,
        { __typename: 'Quota', id: ids[4] },
        null,
      ],
    });
  });

  it('lead on to what they belong to', async () => {
    const data = await gateway.query(`{ node(id: "Quota:east:Pool.big.INDEXED_BYTES_PER_DAY") { ... on Quota {
      used limit remaining ratio state stale subject { displayName source { name } } } } }`);
    expect(data).toEqual({
      node: {
        used: '90',
        limit: '100',
        remaining: '10',
        ratio: 0.9,
        state: 'CRITICAL',
        stale: false,
        subject: { displayName: 'big', source: { name: 'east' } },
      },
    });
  });
});

it('gives an overview without asking the store to count', async () => {
  const data = await gateway.query(`{ overview {
    sources { total ok stale failing }
    licenses { total byStatus { status count } }
    quotas { total byState { state count } worst(first: 2) { subject { displayName } state } }
    expiring(withinDays: 36500, first: 2) { id }
    messages { bySeverity { severity count } }
  } }`);
  expect(data).toEqual({
    overview: {
      sources: { total: 2, ok: 2, stale: 0, failing: 0 },
      licenses: {
        total: 7,
        byStatus: [
          { status: 'ACTIVE', count: 6 },
          { status: 'SUSPENDED', count: 1 },
        ],
      },
      quotas: {
        total: 3,
        byState: [
          { state: 'OK', count: 1 },
          { state: 'UNKNOWN', count: 1 },
          { state: 'CRITICAL', count: 1 },
        ],
        worst: [
          { subject: { displayName: 'big' }, state: 'CRITICAL' },
          { subject: { displayName: 'unread' }, state: 'UNKNOWN' },
        ],
      },
      expiring: [{ id: 'License:east:e3' }, { id: 'License:west:w1' }],
      // The pool `big` is critical, the peer `p2` an orphan.
      messages: { bySeverity: [{ severity: 'WARN', count: 2 }] },
    },
  });
});

it.each([
  ['licenses', 'statuses: [SUSPENDED]', 1],
  ['licenses', 'statuses: [ACTIVE, ACTIVE, EXPIRED], sources: ["east"]', 3],
  ['licenses', 'statuses: []', 0],
  ['quotas', 'states: [CRITICAL, UNKNOWN]', 2],
  ['messages', 'severities: [WARN], active: true', 2],
  ['messages', 'active: true', 2],
  ['messages', 'active: false', 0],
])('counts of %s what it shows with %s', async (field, filter, count) => {
  const { nodes, totalCount } = await page(field, `filter: { ${filter} }`);
  expect([nodes.length, totalCount]).toEqual([count, count]);
});
