import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSplunkEmulator, startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { MOST_FACTS } from '../../src/graphql/what-if-facts.js';
import { sourceModules } from '../../src/sources/index.js';
import { openRepo } from '../../src/store/index.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { splunkSourceOf } from '../support/emulators.js';
import { type GraphqlAnswer, keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';
import { embedded, type TestStore } from '../support/stores.js';

const now = new Date('2026-03-10T12:00:00Z');
const clock = { now: () => now };
const GIB = 1024n ** 3n;
const daysAhead = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

interface Projection {
  readonly subjectId: string;
  readonly subject: { readonly displayName: string } | null;
  readonly dimension: string;
  readonly limit: string | null;
  readonly used: string | null;
  readonly remaining: string | null;
  readonly ratio: number | null;
  readonly state: string;
  readonly reasons: readonly string[];
}
interface Outcome {
  readonly quotas: readonly Projection[];
  readonly messages: readonly {
    readonly category: string;
    readonly severity: string;
    readonly subjectId: string | null;
  }[];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: string[] | null }[];
}

const QUOTA = 'dimension measure limit used remaining ratio state enforcement overageLimit resetsAt reasons';
const WHAT_IF = `query ($input: WhatIfInput!) {
  whatIf(input: $input) {
    quotas { subjectId subject { id displayName } ${QUOTA} }
    messages { category severity description subjectId }
    errors { code message path }
  }
}`;

let splunk: RunningSplunkEmulator;
let store: TestStore;
let counting: CountingRepo;
let gateway: TestGateway;

/**
 * The demo's license manager: 55 GiB that stay and 25 that end in 12 days, sized pools of 65 and a MAX pool that has the
 * 15 they leave, of which 13 are used.
 */
beforeAll(async () => {
  splunk = await startSplunkEmulator({ scenario: 'demo', clock });
  const [main, ending] = splunk.state.licenses;
  const pool = splunk.state.pools[0];
  if (main === undefined || ending === undefined || pool === undefined) throw new Error('the demo has changed');
  Object.assign(main, { quota: 55n * GIB });
  Object.assign(ending, { quota: 25n * GIB });
  splunk.state.pools.push({ ...pool, name: 'rest', quota: 'MAX', peers: ['*'], peersUsageBytes: { A: 13n * GIB } });
  store = await embedded();
  counting = countingRepo(await openRepo(store.config));
  const small = thingsOf('elsewhere');
  const elsewhere = staticSource('elsewhere', {
    licenses: [small.license('1')],
    meters: [small.meter(small.id('License', '1'), 1n, 2n, { dimension: 'MACHINES', measure: 'GAUGE' })],
  });
  gateway = await startGateway([splunkSourceOf(splunk), elsewhere.source], {
    store,
    clock,
    overrides: { repo: counting.repo, modules: [...sourceModules, elsewhere.module] },
  });
  await gateway.refresh();
});
afterAll(async () => {
  await gateway.close();
  await splunk.close();
  await store.remove();
});

async function ask(input: Record<string, unknown>): Promise<Outcome> {
  const { whatIf } = await gateway.query<{ whatIf: Outcome }, unknown>(WHAT_IF, {
    input: { sourceId: 'Source:splunk', ...input },
  });
  return whatIf;
}

/** Limit, use and state of a day's bytes, by what they are measured on. */
function bytes({ quotas }: Outcome) {
  return Object.fromEntries(
    quotas
      .filter(({ dimension }) => dimension === 'INDEXED_BYTES_PER_DAY')
      .map(({ subjectId, limit, state }) => [
        subjectId.replace(/:splunk:/, ' '),
        `${limit === null ? 'no limit' : `${Number(limit) / Number(GIB)} GiB`} ${state}`,
      ]),
  );
}

const ending = () => `License:splunk:${splunk.state.licenses[1]?.hash}`;

describe('a license manager whose larger license ends', () => {
  it('is over with its MAX pool when the license is gone, and also at a moment after its end', async () => {
    expect(bytes(await ask({}))).toMatchObject({
      'Stack enterprise': '80 GiB OK',
      'Pool rest': '15 GiB WARNING',
      'Group Enterprise': '80 GiB OK',
    });
    const removed = await ask({ removeLicenseIds: [ending()] });
    expect(removed.errors).toEqual([]);
    expect(bytes(removed)).toMatchObject({
      'Stack enterprise': '55 GiB EXCEEDED',
      'Pool rest': '0 GiB EXCEEDED',
      'Pool web': '30 GiB OK',
      'Group Enterprise': '55 GiB EXCEEDED',
    });
    const later = await ask({ at: daysAhead(13) });
    expect(bytes(later)).toEqual(bytes(removed));
    expect(
      removed.quotas
        .slice(0, 3)
        .map(({ subject }) => subject?.displayName)
        .sort(),
    ).toEqual(['Enterprise', 'Splunk Enterprise', 'rest']);
    expect(bytes(await ask({ at: daysAhead(11) }))).toMatchObject({ 'Stack enterprise': '80 GiB OK' });
  });

  it('is told what would be said then', async () => {
    const said = async (input: object) =>
      (await ask({ ...input })).messages
        .filter(({ category }) => !category.startsWith('QUOTA_W'))
        .map(({ category, subjectId }) => `${category} ${subjectId}`);
    expect(await said({})).toContain(`LICENSE_EXPIRING ${ending()}`);
    const later = await said({ at: daysAhead(13) });
    expect(later).toContain(`LICENSE_EXPIRED ${ending()}`);
    expect(later).toContain('QUOTA_EXCEEDED Stack:splunk:enterprise');
    expect(later).toContain('QUOTA_EXCEEDED Pool:splunk:rest');
    expect(later.some((text) => text.startsWith('LICENSE_CONFLICT'))).toBe(false);
  });

  it('can be helped by a license that comes, or by other pool sizes', async () => {
    const addLicenses = [{ stackId: 'Stack:splunk:enterprise', quotaBytes: String(20n * GIB), expiresAt: null }];
    const pools = [
      { poolId: 'Pool:splunk:web', quota: '20GB' },
      { poolId: 'Pool:splunk:sandbox', quota: '6144MB' },
    ];
    expect(bytes(await ask({ at: daysAhead(13), addLicenses, pools }))).toMatchObject({
      'Stack enterprise': '75 GiB OK',
      'Group Enterprise': '75 GiB OK',
      'Pool web': '20 GiB OK',
      'Pool sandbox': '6 GiB WARNING',
      'Pool rest': '18 GiB OK',
    });
  });
});

it('answers the quotas that are, when nothing is changed', async () => {
  const { quotas } = await ask({});
  const projections = quotas.map(({ subject: _subject, ...quota }) => quota);
  const stored = await gateway.query<{ quotas: { nodes: { subject: { id: string } }[] } }, unknown>(
    `{ quotas(first: 500, filter: { sources: ["splunk"] }) { nodes { subject { id } ${QUOTA} } } }`,
  );
  const real = stored.quotas.nodes.map(({ subject, ...quota }) => ({ subjectId: subject.id, ...quota }));
  const text = (each: object) => JSON.stringify(each, Object.keys(each).sort());
  expect(projections.map(text).sort()).toEqual(real.map(text).sort());
});

it('writes nothing, and reads each part of the source once, however often it is asked about', async () => {
  counting.reset();
  const input = { sourceId: 'Source:splunk', removeLicenseIds: [ending()] };
  const twice =
    'query ($a: WhatIfInput!, $b: WhatIfInput!) { a: whatIf(input: $a) { ...Q } b: whatIf(input: $b) { ...Q } } fragment Q on WhatIfResult { quotas { state } }';
  await gateway.query(twice, { a: input, b: { ...input, at: daysAhead(13) } });
  expect(counting.written).toEqual({});
  const reads = counting.calls.filter((call) => call !== 'getMany sources').sort();
  expect(reads).toEqual(['scan groups', 'scan licenses', 'scan pools', 'scan quotas', 'scan stacks']);
});

describe('what is wrong with the input', () => {
  it('is data, all of it at once', async () => {
    const { quotas, messages, errors } = await ask({
      at: daysAhead(-1),
      pools: [
        { poolId: 'Pool:splunk:nowhere', quota: '5 GB' },
        { poolId: 'Pool:splunk:auto_generated_pool_free', quota: '5GB' },
        { poolId: 'Pool:splunk:web', quota: 'MAX' },
        { poolId: 'Pool:splunk:web', quota: '5GB' },
      ],
      addLicenses: [{ stackId: 'Stack:splunk:nowhere', quotaBytes: '-1' }],
      removeLicenseIds: ['License:splunk:nothing'],
    });
    expect({ quotas, messages }).toEqual({ quotas: [], messages: [] });
    expect(errors.map(({ code, path }) => `${code} ${path?.join('.')}`)).toEqual([
      'INVALID_INPUT at',
      'POOL_NOT_FOUND pools.0.poolId',
      'INVALID_QUOTA pools.0.quota',
      'FIXED_POOL pools.1.poolId',
      'INVALID_INPUT pools.3.poolId',
      'STACK_NOT_FOUND addLicenses.0.stackId',
      'INVALID_INPUT addLicenses.0.quotaBytes',
      'LICENSE_NOT_FOUND removeLicenseIds.0',
    ]);
  });

  it('is a second MAX pool', async () => {
    const { errors } = await ask({ pools: [{ poolId: 'Pool:splunk:web', quota: 'MAX' }] });
    expect(errors).toMatchObject([{ code: 'MAX_POOL_EXISTS', path: ['pools', '0', 'quota'] }]);
  });

  it('is a stack or a pool of a source that has none', async () => {
    const { errors } = await ask({
      sourceId: 'Source:elsewhere',
      pools: [{ poolId: 'Pool:splunk:web', quota: '5GB' }],
      addLicenses: [{ stackId: 'Stack:splunk:enterprise', quotaBytes: 5 }],
    });
    expect(errors.map(({ code }) => code)).toEqual(['UNSUPPORTED_BY_SOURCE', 'UNSUPPORTED_BY_SOURCE']);
  });

  it.each(['Source:nowhere', 'splunk', 'License:splunk:x', ''])('is the source %j', async (sourceId) => {
    expect((await ask({ sourceId })).errors).toMatchObject([{ code: 'SOURCE_NOT_FOUND', path: ['sourceId'] }]);
  });

  it('is a source that the caller does not see', async () => {
    const input = { sourceId: 'Source:elsewhere' };
    const { data } = await gateway.ask<{ whatIf: Outcome }>(WHAT_IF, { input }, keys.scoped);
    expect(data?.whatIf).toMatchObject({ quotas: [], errors: [{ code: 'SOURCE_NOT_FOUND' }] });
  });
});

describe('too much', () => {
  const code = ({ errors }: GraphqlAnswer<unknown>) => errors?.map(({ extensions }) => extensions.code);

  it('is a source of more than fits', async () => {
    const state = await counting.repo.get('sources', 'elsewhere');
    if (state === null) throw new Error('the source is not there');
    const total = { licenses: 1, quotas: MOST_FACTS };
    await counting.repo.replaceMany('sources', [{ ...state, tally: { ...(state.tally as object), total } }]);
    const answer = await gateway.ask(WHAT_IF, { input: { sourceId: 'Source:elsewhere' } });
    await counting.repo.replaceMany('sources', [state]);
    expect(code(answer)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(answer.errors?.[0]?.message).toContain(`elsewhere has ${MOST_FACTS + 1} licenses and quotas`);
  });

  it('are five at once, or all that hangs on a thousand quotas', async () => {
    const one = (i: number) => `q${i}: whatIf(input: { sourceId: "Source:splunk" }) { quotas { state } }`;
    const many = (n: number) => gateway.ask(`{ ${Array.from({ length: n }, (_, i) => one(i)).join(' ')} }`);
    expect(code(await many(4))).toBeUndefined();
    expect(code(await many(5))).toEqual(['QUERY_TOO_COMPLEX']);
    const deep =
      '{ whatIf(input: { sourceId: "Source:splunk" }) { quotas { subject { quotas { subject { quotas { subject { quotas { state } } } } } } } } }';
    expect(code(await gateway.ask(deep))).toEqual(['QUERY_TOO_COMPLEX']);
  });
});
