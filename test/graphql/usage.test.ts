import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import type { Snapshot } from '../../src/domain/snapshot.js';
import { createReader } from '../../src/graphql/reader.js';
import { readStates } from '../../src/graphql/source-states.js';
import { openRepo } from '../../src/store/index.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const HOUR = 3_600_000;
const { id, meter, stack, pool, peer, group } = thingsOf('splunk');
const other = thingsOf('recon');

/** 50 pools, of which one changes. */
const poolNames = Array.from({ length: 50 }, (_, i) => `p${i}`);

function splunk(used: bigint, limit: bigint | null = 100n): Partial<Snapshot> {
  return {
    timeZone: 'America/New_York',
    stacks: [stack('s')],
    pools: poolNames.map((name) => pool(name)),
    peers: [peer('x'), peer('unmeasured')],
    groups: [group('Enterprise')],
    meters: [
      meter(id('Stack', 's'), used, limit),
      meter(id('Group', 'Enterprise'), used, limit),
      meter(id('Peer', 'x'), used, null),
      meter(id('Peer', 'unmeasured'), 1n, 2n, { dimension: 'WARNINGS', measure: 'ROLLING_WINDOW' }),
      ...poolNames.map((name) => meter(id('Pool', name), name === 'p0' ? used : 7n, limit)),
    ],
  };
}

function recon(targets: bigint): Partial<Snapshot> {
  return {
    pools: [other.pool('t', { unit: 'COUNT' })],
    meters: [other.meter(other.id('Pool', 't'), targets, 50n, { dimension: 'TARGETS', measure: 'HIGH_WATER' })],
  };
}

interface Point {
  readonly start: string;
  readonly peak: string | null;
  readonly last: string | null;
  readonly limit: string | null;
  readonly samples: number;
}

const FIELDS = '{ start peak last limit samples }';
const point = (start: string, used: string, samples: number, limit: string | null = '100'): Point => ({
  start: `2026-${start}.000Z`,
  ...{ peak: used, last: used, limit, samples },
});

describe.each(storeKinds)('usage on $name', ({ skipped, make }) => {
  let store: TestStore;
  let counted: CountingRepo;
  let gateway: TestGateway;
  let now = new Date('2026-10-30T13:00:00Z');
  const sources = [staticSource('splunk', splunk(0n)), staticSource('recon', recon(10n))] as const;

  /** 1 November 2026 has 25 hours in New York, from 04:00Z on. */
  const reads: readonly (readonly [time: string, used: bigint])[] = [
    ['10-30T14:00', 5n],
    ['10-30T14:30', 9n],
    ['10-30T20:00', 9n],
    // Nothing on the 31st.
    ['11-01T04:10', 1n],
    ['11-02T04:50', 8n],
    ['11-02T12:00', 3n],
  ];

  beforeAll(async () => {
    if (skipped) return;
    store = await make();
    for (const each of sources) each.says = new SourceFailure('UNREACHABLE', 'NOT_YET', 'not there yet');
    counted = countingRepo(await openRepo(store.config));
    gateway = await startGateway(
      sources.map((each) => each.source),
      {
        store,
        clock: { now: () => now },
        overrides: { modules: sources.map((each) => each.module), repo: counted.repo },
      },
    );
    // The gateway reads at its start, which leaves nothing here: every other read is one of the list.
    await gateway.refresh();
    for (const [time, used] of reads) {
      now = new Date(`2026-${time}:00Z`);
      sources[0].says = splunk(used);
      sources[1].says = recon(used + 10n);
      await gateway.refresh();
    }
  });
  afterAll(async () => {
    if (skipped) return;
    await gateway.close();
    await store.remove();
  });

  async function usage(of: string, args = '', key: string = keys.ADMIN): Promise<Point[] | null> {
    const on = of.split(':')[0] === 'Group' ? 'SplunkGroup' : of.split(':')[0];
    const field = args === '' ? 'usage' : `usage(${args})`;
    const text = `query ($id: ID!) { node(id: $id) { ... on ${on} { ${field} ${FIELDS} } } }`;
    const { data, errors } = await gateway.ask<{ node: { usage: Point[] } | null }>(text, { id: of }, key);
    if (errors !== undefined) throw new Error(`${String(errors[0]?.extensions.code)} ${errors[0]?.message}`);
    return data?.node?.usage ?? null;
  }

  const days = [
    { ...point('10-30T04:00:00', '9', 3) },
    { ...point('11-01T04:00:00', '8', 2), peak: '8' },
    { ...point('11-02T05:00:00', '3', 1) },
  ];

  it.skipIf(skipped)(
    'of a stack, a pool and the group is that of its daily bytes, and of a quota its own',
    async () => {
      for (const thing of [id('Stack', 's'), id('Pool', 'p0'), id('Group', 'Enterprise')]) {
        expect(await usage(thing)).toEqual(days);
      }
      expect(await usage(id('Quota', 'Stack.s.INDEXED_BYTES_PER_DAY'))).toEqual(days);
      expect(await usage(id('Peer', 'x'))).toEqual(days.map((day) => ({ ...day, limit: null })));
      expect(await usage(id('Quota', 'Peer.unmeasured.WARNINGS'))).toEqual([
        point('10-30T04:00:00', '1', 3, '2'),
        point('11-01T04:00:00', '1', 2, '2'),
        point('11-02T05:00:00', '1', 1, '2'),
      ]);
    },
  );

  it.skipIf(skipped)('of an Enterprise Recon pool is that of its unit', async () => {
    expect((await usage(other.id('Pool', 't')))?.map(({ start, last }) => [start, last])).toEqual([
      ['2026-10-30T00:00:00.000Z', '19'],
      ['2026-11-01T00:00:00.000Z', '11'],
      ['2026-11-02T00:00:00.000Z', '13'],
    ]);
  });

  it.skipIf(skipped)('is empty for a thing without such a quota, and hidden with its source', async () => {
    expect(await usage(id('Peer', 'unmeasured'))).toEqual([]);
    expect(await usage(id('Stack', 's'), '', keys.scoped)).toEqual(days);
    expect(await usage(other.id('Pool', 't'), '', keys.scoped)).toBeNull();
  });

  it.skipIf(skipped)(
    'by the hour has no point where nothing was read, and 25 hours on a day that has them',
    async () => {
      const hours = [
        point('11-01T04:00:00', '1', 1),
        // The day's last hour, its 25th.
        point('11-02T04:00:00', '8', 1),
        point('11-02T12:00:00', '3', 1),
      ];
      expect(await usage(id('Pool', 'p0'), 'resolution: HOUR')).toEqual(hours);
      const friday = { ...point('10-30T14:00:00', '9', 2), last: '9' };
      expect(await usage(id('Pool', 'p0'), 'resolution: HOUR, from: "2026-10-30T04:00:00Z"')).toEqual([
        friday,
        point('10-30T20:00:00', '9', 1),
        ...hours,
      ]);
    },
  );

  it.skipIf(skipped)('starts with `from` and stops before `to`', async () => {
    const asked = (from: string, to: string) => usage(id('Pool', 'p0'), `from: "2026-${from}Z", to: "2026-${to}Z"`);
    expect(await asked('10-30T04:00:00', '11-01T04:00:00')).toEqual(days.slice(0, 1));
    expect(await asked('10-30T04:00:01', '11-01T04:00:01')).toEqual(days.slice(1, 2));
    expect(await asked('09-01T00:00:00', '10-01T00:00:00')).toEqual([]);
    // A quota that never changed was what it is now.
    expect(await usage(id('Pool', 'p9'), 'to: "2026-10-31T00:00:00Z"')).toEqual([point('10-30T04:00:00', '7', 3)]);
  });

  it.skipIf(skipped).each([
    ['from: "2026-11-03T00:00:00Z"', 'is not before 2026-11-02T12:00:00.000Z; ask for an earlier start'],
    ['from: "2026-11-01T00:00:00Z", to: "2026-11-01T00:00:00Z"', 'is not before'],
    ['from: "2025-01-01T00:00:00Z"', '671 days are too many; ask for at most 400'],
    ['from: "2026-09-01T00:00:00Z", resolution: HOUR', '1500 hours are too many; ask for at most 840, or by DAY'],
  ])('refuses %s', async (args, message) => {
    await expect(usage(id('Stack', 's'), args)).rejects.toThrow(message);
    await expect(usage(id('Stack', 's'), args)).rejects.toThrow('BAD_USER_INPUT from:');
  });

  it.skipIf(skipped)('of fifty pools is read in one call, with the days of their source', async () => {
    const text = `{ pools(first: 50, filter: { sources: ["splunk"] }) { nodes { name usage { last } } } }`;
    const ask = () => gateway.query<{ pools: { nodes: { usage: unknown[] }[] } }, unknown>(text);
    const reads = (collection: string) => counted.calls.filter((call) => call.endsWith(collection));
    // Some of the quotas may be known from another test, and what is known comes earlier than what is read.
    await ask();
    counted.reset();
    const { pools } = await ask();
    expect(pools.nodes.map((node) => node.usage.length)).toEqual(poolNames.map(() => 3));
    expect([reads('history'), reads('quotas')]).toEqual([['pageEach history'], []]);
  });

  it.skipIf(skipped)('is there for a forecast by the day and by the hour, today included', async () => {
    const known = sources.map(({ source }) => ({ ...source, capabilities: [], syncIntervalMs: HOUR }));
    const { repo: reads } = counted;
    const states = await readStates(
      known.map(({ name }) => name),
      reads,
    );
    const reader = createReader({ reads, known, states, audited: [], now, kept: null });
    const quota = await reader.node(id('Quota', 'Stack.s.INDEXED_BYTES_PER_DAY'));
    const history = await reader.history(quota as unknown as Parameters<typeof reader.history>[0]);
    expect(history.days.map(({ start, last }) => [start.toISOString(), last])).toEqual(
      days.map(({ start, last }) => [start, BigInt(last ?? 0)]),
    );
    expect(history.hours.map(({ last }) => last)).toEqual([9n, 9n, 1n, 8n, 3n]);
  });
});

describe('forecast', () => {
  const license = thingsOf('keygen');
  const quotaOf = license.id('Quota', 'License.l.MACHINES');
  const machines = (used: bigint): Partial<Snapshot> => ({
    licenses: [license.license('l')],
    meters: [license.meter(license.id('License', 'l'), used, 100n, { dimension: 'MACHINES', measure: 'GAUGE' })],
  });
  const FORECAST = 'forecast { method projectedAtReset exhaustsAt low high basis { from to samples } }';

  it('follows the history of a quota, and is null while that is short', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 5, n, 12));
    let now = day(1);
    const keygen = staticSource('keygen', {});
    keygen.says = new SourceFailure('UNREACHABLE', 'NOT_YET', 'not there yet');
    const gateway = await startGateway([keygen.source], {
      clock: { now: () => now },
      overrides: { modules: [keygen.module] },
    });
    await gateway.refresh();
    const ask = async () =>
      (
        await gateway.query<{ node: { forecast: unknown } }, unknown>(
          `{ node(id: "${quotaOf}") { ... on Quota { ${FORECAST} } } }`,
        )
      ).node.forecast;
    for (let n = 1; n <= 20; n += 1) {
      now = day(n);
      keygen.says = machines(BigInt(40 + 2 * n));
      await gateway.refresh();
      if (n === 5) expect(await ask()).toBeNull();
    }
    // 80 now, 2 more a day.
    expect(await ask()).toMatchObject({
      method: 'TREND',
      projectedAtReset: null,
      exhaustsAt: expect.stringMatching(/^2026-(06-30|07-01)/),
      basis: { from: '2026-06-01T00:00:00.000Z', to: '2026-06-20T00:00:00.000Z', samples: 19 },
    });
    await gateway.close();
  });
});
