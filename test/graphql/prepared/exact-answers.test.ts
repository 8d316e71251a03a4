/** Answers that are kept or compiled against those of nothing kept, over whatever happens. `npm run soak` looks much longer. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceFailure } from '../../../src/domain/failure.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { randomOperation } from '../../fuzz/documents.js';
import { createRandom, type Random } from '../../fuzz/random.js';
import type { Known } from '../../fuzz/values.js';
import { thingsOf } from '../../support/snapshots.js';
import { storeKinds } from '../../support/stores.js';
import { type Asked, type Caller, callers, SOURCES, startWorld, twinOf, type World } from './answers-world.js';

const RUNS = process.env.SOAK === undefined ? 25 : 3_000;
const SEED = Number(process.env.FUZZ_SEED ?? 20_262);
const STEPS = 10;
const HOUR = 3_600_000;

const ACKNOWLEDGE = 'mutation A($id: ID!) { acknowledgeMessage(input: { messageId: $id }) { errors { code } } }';

/** Each with what compilers of operations are known to get wrong. */
const HARD: readonly Asked[] = [
  {
    query: `query Twice($yes: Boolean!, $no: Boolean!) { licenses { ...A @include(if: $no) ...A @include(if: $yes) totalCount } }
      fragment A on LicenseConnection { nodes { id ...B @skip(if: $yes) displayName ...B } }
      fragment B on License { status displayName source { name stale } }`,
    variables: { yes: true, no: false },
  },
  {
    query: `query Order($no: Boolean!) { quotas { nodes { state @include(if: $no) id state } } }`,
    variables: { no: false },
  },
  {
    query: `query Merged($n: Int = 2, $f: QuotaFilter) {
      quotas(first: $n, filter: $f) { nodes { id subject { __typename id } } }
      quotas(first: $n, filter: $f) { totalCount nodes { state subject { ... on Pool { used limit } ... on Quotable { quotas { used } } } } }
      constructor: __typename a_b: sources { c: totalCount } a: sources { b_c: totalCount toString: totalCount }
    }`,
    variables: { f: { states: ['OK', 'WARNING', 'EXCEEDED'] } },
  },
  {
    query: `query Missing($s: [String!], $n: Int, $o: OrderDirection) {
      licenses(first: $n, filter: { sources: $s }, orderBy: { field: EXPIRES_AT, direction: $o }) {
        totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id expiresAt vendorFields } } } }`,
  },
  { query: '{ sources { nodes { name status stale lastSyncedAt lastError { code } nextSyncAt capabilities } } }' },
  { query: '{ overview { sources { total ok stale failing } licenses { total byStatus { status count } } } }' },
  {
    query:
      '{ messages { totalCount nodes { id category severity active acknowledgedAt acknowledgedBy subject { id } } } }',
  },
  { query: '{ overview { quotas { byState { state count } worst(first: 3) { id forecast { projectedAtReset } } } } }' },
  { query: '{ viewer { role sources } overview { messages { bySeverity { severity count } } } }' },
  { query: '{ viewer { name } }' },
  { query: '{ viewer { role } auditEntries(first: 3) { totalCount nodes { action actor } } }' },
  {
    query:
      '{ nodes(ids: ["Pool:splunk:p0", "Pool:spl:p0", "License:recon:l1"]) { __typename id ... on Pool { used peers { nodes { id } } } } }',
  },
];

describe.each(storeKinds)('on $name', ({ name: kind, skipped, make }) => {
  // A server takes its time.
  const runs = kind.startsWith('Mongo') ? RUNS / 5 : RUNS;
  let world: World;
  beforeAll(async () => {
    if (!skipped) world = await startWorld(await make(), (source, now) => snapshot(source, now, createRandom(1)));
  });
  afterAll(() => world?.close());

  it.skipIf(skipped)(
    'no answer differs from that of a gateway that keeps and compiles nothing',
    async () => {
      const told = { asked: 0, free: 0, answered: 0 };
      const run = async (seed: number) => {
        const random = createRandom(seed);
        // Few, so that most is asked again after something has happened.
        const operations = [random.pick(HARD), random.pick(HARD), drawn(random)];
        const one = random.pick(callers);
        const asking = [one, random.chance(0.5) ? (twinOf(one) ?? one) : random.pick(callers)];
        for (let step = 0; step < STEPS; step++) {
          await happens(random);
          for (const caller of asking) await checked(random.pick(operations), caller);
        }
      };

      async function checked(asked: Asked, caller: Caller): Promise<void> {
        for (let tries = 0; tries < 20; tries++) {
          const before = await world.stored();
          const bodies: string[] = [];
          for (let times = 0; times < 2; times++) {
            world.calls.length = 0;
            bodies.push(await world.send(caller, asked));
            told.asked++;
            if (world.calls.length === 0) told.free++;
          }
          const long = await world.sendNew(caller, asked);
          const data = await world.read(caller, asked);
          // A source that begins by itself what it has to do: then these are not of one moment.
          if ((await world.stored()) !== before) continue;
          const about = JSON.stringify({ caller, asked, at: world.clock.now(), setting: world.setting() });
          for (const body of bodies) expect(body, about).toBe(long);
          const answer = JSON.parse(long) as { data?: unknown; errors?: unknown };
          if (answer.errors === undefined) {
            told.answered++;
            if (!asked.query.includes('apiKeys')) expect(JSON.stringify(answer.data), about).toBe(JSON.stringify(data));
          }
          return;
        }
        throw new Error('the sources never come to rest');
      }

      function drawn(random: Random): Asked {
        const { query, variables } = randomOperation(world.schema, 'query', { random, known, wildness: 0 });
        return { query, variables };
      }

      async function happens(random: Random): Promise<void> {
        const { name } = random.pick(
          world.statics.filter(({ source }) => world.setting().names.includes(source.name)),
        ).source;
        const source = world.statics.find((each) => each.source.name === name);
        if (source === undefined) throw new Error(`${name} is missing`);
        await random.pick<() => unknown>([
          () => {
            source.says = snapshot(name, world.clock.now(), random);
            return world.refresh();
          },
          () => world.refresh(),
          async () => {
            const said = source.says;
            source.says = new SourceFailure('UNREACHABLE', 'HTTP_503', 'it is away');
            await world.refresh().catch(() => {});
            source.says = said;
          },
          () => world.pass(random.pick([1, 60_000, HOUR, 3 * HOUR, 3 * HOUR + 1, 24 * HOUR, 40 * 24 * HOUR])),
          () => world.pass(random.pick([0, 1, 3 * HOUR])),
          acknowledge,
          // Refused, and told of in the audit log all the same.
          () => world.send(admin, { query: ACKNOWLEDGE, variables: { id: 'Message:splunk:none' } }),
          () => world.set({ syncIntervalMs: random.pick([HOUR, 2 * HOUR]) }),
          () => world.set({ warning: random.pick([0.5, 0.8]) }),
          () => world.set({ names: random.pick([SOURCES, ['splunk', 'recon'], ['recon', 'spl', 'splunk']]) }),
        ])();
      }

      async function acknowledge(): Promise<void> {
        const found = JSON.parse(
          await world.send(admin, { query: '{ messages(filter: { active: true }) { nodes { id acknowledgedAt } } }' }),
        );
        const id = found.data.messages.nodes.find(
          (each: { acknowledgedAt: unknown }) => each.acknowledgedAt === null,
        )?.id;
        if (id === undefined) return;
        const answer = await world.send(admin, { query: ACKNOWLEDGE, variables: { id } });
        expect(JSON.parse(answer)).toMatchObject({ data: { acknowledgeMessage: { errors: [] } } });
      }

      await fc.assert(fc.asyncProperty(fc.integer(), run), { seed: SEED, numRuns: runs, endOnFailure: true });
      expect((told.answered * 2) / told.asked).toBeGreaterThan(0.5);
      // Most stand: what another store says of its sources is always read.
      if (world.repo.written('sources') !== null) expect(told.free / told.asked).toBeGreaterThan(0.3);
    },
    60_000 + RUNS * 5_000,
  );
});

const admin: Caller = { name: 'ADMIN 0', role: 'ADMIN', sources: null };

const known: Known = {
  ids: {
    License: SOURCES.flatMap((name) => [0, 1].map((i) => thingsOf(name).id('License', `l${i}`))),
    Pool: SOURCES.map((name) => thingsOf(name).id('Pool', 'p0')),
    Stack: SOURCES.map((name) => thingsOf(name).id('Stack', 's')),
    Source: SOURCES.map((name) => `Source:${name}`),
  },
  cursors: ['x'],
  sources: SOURCES,
};

function snapshot(source: string, now: Date, random: Random): Partial<Snapshot> {
  const { id, license, group, stack, pool, peer, meter } = thingsOf(source);
  const days = (count: number) => new Date(now.getTime() + count * 24 * HOUR);
  const pools = Array.from({ length: 1 + random.below(3) }, (_, i) => `p${i}`);
  const used = () => BigInt(random.below(120));
  return {
    groups: [group('Enterprise')],
    stacks: [stack('s', { groupId: id('Group', 'Enterprise') })],
    licenses: Array.from({ length: random.below(5) }, (_, i) =>
      license(`l${i}`, {
        groupId: id('Group', 'Enterprise'),
        expiresAt: random.chance(0.8) ? days(random.below(60) - 10) : null,
        vendorFields: { seats: random.below(3), nested: [{ big: '9007199254740993' }] },
      }),
    ),
    pools: pools.map((name) => pool(name, { stackId: id('Stack', 's'), used: used(), limit: 100n })),
    peers: [peer('x', { poolIds: pools.map((name) => id('Pool', name)) })],
    meters: pools.map((name) => meter(id('Pool', name), used(), 100n)),
  };
}
