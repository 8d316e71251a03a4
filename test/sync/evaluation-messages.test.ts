/** What reads and the clock bring about together: messages of evaluation, and the history they rest on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/entities.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot, type Snapshot } from '../../src/domain/snapshot.js';
import type { SourceState } from '../../src/domain/source-state.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { undraft } from '../../src/sync/documents.js';
import { reevaluateSource } from '../../src/sync/reevaluate.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { type SyncDeps, type SyncedSource, stateOf } from '../../src/sync/synced-source.js';
import { createWriteTurns } from '../../src/sync/write-turns.js';
import { countingRepo } from '../support/counting-repo.js';
import { thingsOf } from '../support/snapshots.js';
import { embedded, type TestStore } from '../support/stores.js';

const s = thingsOf('s');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 0, 1);
let now = start;
let store: TestStore;
let repo: Repo;
let says: Partial<Snapshot> = {};

beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
  now = start;
});
afterEach(async () => {
  await repo.close();
  await store.remove();
});

const clock = { now: () => new Date(now) };
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [30, 7, 1] };
const source = {
  name: 's',
  kind: 'static',
  connection: { read: async () => ({ ...emptySnapshot(clock.now()), ...says }), close: async () => {} },
};
/** In a turn of its own. */
const reevaluate = (own: SyncDeps, of: SyncedSource): Promise<SourceState> =>
  createWriteTurns({ repo: own.repo, source: of })((turn) => reevaluateSource(own, of, turn));
const deps = () => ({ repo, policy, clock, logger: silentLogger });
const sync = async (snapshot: Partial<Snapshot>) => {
  says = snapshot;
  await syncSource(deps(), source, new AbortController().signal);
};
const messages = async (): Promise<Message[]> =>
  (await visibleDocs(repo, await stateOf(repo, source), 'messages')).map((doc) => undraft<Message>(doc));
const active = async () =>
  (await messages()).filter((message) => message.active).map(({ category, subjectId }) => [category, subjectId]);

describe('a quota around a threshold', () => {
  const pool = s.pool('p');
  const use = (used: bigint) => sync({ pools: [pool], meters: [s.meter(pool.id, used, 1000n)] });

  it('has one message for each crossing, however often it is read, and none when it is well below', async () => {
    for (const used of [799n, 801n, 799n, 805n, 795n]) {
      await use(used);
      now += 60_000;
    }
    expect(await messages()).toHaveLength(1);
    expect(await active()).toEqual([['QUOTA_WARNING', pool.id]]);
    await use(1001n);
    expect(await active()).toEqual([['QUOTA_EXCEEDED', pool.id]]);
    now += 60_000;
    await use(100n);
    expect(await active()).toEqual([]);
  });

  it('has no message left when the pool is gone', async () => {
    await use(1001n);
    now += 60_000;
    await sync({});
    expect(await active()).toEqual([]);
  });
});

it('announces an expiry at each lead time by the clock alone, and then that it has come', async () => {
  const license = s.license('a', { expiresAt: new Date(start + 40 * DAY) });
  await sync({ licenses: [license] });
  const seen: string[] = [];
  for (let day = 0; day <= 41; day++) {
    now = start + day * DAY;
    await reevaluate(deps(), source);
    const [message] = (await messages()).filter((each) => each.active);
    if (message !== undefined && seen.at(-1) !== message.id) seen.push(message.id);
  }
  const id = (category: string, day: number) => `Message:s:gateway.${category}.License.a.${start + day * DAY}`;
  expect(seen).toEqual([
    id('LICENSE_EXPIRING', 10),
    id('LICENSE_EXPIRING', 33),
    id('LICENSE_EXPIRING', 39),
    id('LICENSE_EXPIRED', 40),
  ]);
});

it('calls a peer silent after a day without use and stale after a week, by what was seen and not before', async () => {
  const peer = (usedBytes: bigint) => {
    const one = s.peer('one', { usedBytes, poolIds: [s.id('Pool', 'p')], activePoolIds: [s.id('Pool', 'p')] });
    const resetsAt = new Date(Math.floor(now / DAY) * DAY + DAY);
    return sync({ peers: [one], meters: [s.meter(one.id, usedBytes, null, { resetsAt })] });
  };
  await peer(0n);
  now += 2 * HOUR;
  await peer(5n);
  expect(await active()).toEqual([]);
  const at: Record<string, number> = {};
  for (let hour = 3; hour < 9 * 24; hour++) {
    now = start + hour * HOUR;
    // It stopped at two o'clock; the counter starts again at midnight.
    await peer(hour < 24 ? 5n : 0n);
    for (const [category] of await active()) at[String(category)] ??= hour;
  }
  expect(at).toEqual({ SILENT_PEER: 27, STALE_PEER: 7 * 24 + 3 });
  now += HOUR;
  await peer(7n);
  expect(await active()).toEqual([]);
});

it("tells a counter that falls within the day, and keeps what was seen as the day's peak", async () => {
  const pool = s.pool('p');
  const resetsAt = new Date(start + DAY);
  const use = (used: bigint, until = resetsAt) =>
    sync({ pools: [pool], meters: [s.meter(pool.id, used, 10n ** 10n, { resetsAt: until })] });
  now = start + 10 * HOUR;
  await use(9_000_000_000n);
  now += HOUR;
  await use(1_000_000n);
  const reasons = async () => {
    const quotas = await visibleDocs(repo, await stateOf(repo, source), 'quotas');
    return quotas.map((quota) => quota.reasons);
  };
  expect(await reasons()).toEqual([
    ["The counter fell within the day: 9000000000 were seen before, and are kept as the day's peak."],
  ]);
  now = start + DAY + HOUR;
  await use(5n, new Date(start + 2 * DAY));
  expect(await reasons()).toEqual([[]]);
});

it('keeps what it said of a thing while the part that shows it is refused, and decides when it is seen again', async () => {
  const peers = [s.peer('one', { orphan: true })];
  await sync({ peers });
  const [first] = await messages();
  now += HOUR;
  await sync({ gaps: [{ part: 'peers', code: 'HTTP_403', message: 'the vendor refused access' }] });
  expect(await messages()).toEqual([first]);
  now += HOUR;
  await sync({ peers: [s.peer('one')] });
  expect(await active()).toEqual([]);
});

it('reads, at a tick, no more messages than those about what it touches', async () => {
  const expiresAt = new Date(start + 8 * DAY);
  const others = Array.from({ length: 20 }, (_, i) => s.peer(`orphan ${i}`, { orphan: true }));
  await sync({ licenses: [s.license('a', { expiresAt })], peers: others });
  now = start + DAY;
  const counting = countingRepo(repo);
  await reevaluate({ ...deps(), repo: counting.repo }, source);
  expect(counting.written).toMatchObject({ 'insertMany messages': 2, 'insertMany licenses': 1 });
  expect((await active()).filter(([category]) => category === 'LICENSE_EXPIRING')).toHaveLength(1);
});

it('raises a daily quota anew on each day that goes over, though no read fell between', async () => {
  const pool = s.pool('p');
  for (const day of [0, 1, 2]) {
    now = start + day * DAY + 20 * HOUR;
    const resetsAt = new Date(start + (day + 1) * DAY);
    await sync({ pools: [pool], meters: [s.meter(pool.id, 11n, 10n, { resetsAt })] });
  }
  const raised = (await messages()).map(({ active: holds, createdAt }) => [
    holds,
    (createdAt.getTime() - start) / HOUR,
  ]);
  expect(raised.sort()).toEqual([
    [false, 20],
    [false, 44],
    [true, 68],
  ]);
});

it('claims nothing of the time before a peer was there', async () => {
  const peer = (name: string) => s.peer(name, { usedBytes: 0n, activePoolIds: [s.id('Pool', 'p')] });
  const meters = (names: readonly string[]) =>
    names.map((name) =>
      s.meter(s.id('Peer', name), 0n, null, { resetsAt: new Date(Math.ceil((now + 1) / DAY) * DAY) }),
    );
  for (let hour = 0; hour < 10 * 24; hour += 2) {
    now = start + hour * HOUR;
    await sync({ peers: [peer('old')], meters: meters(['old']) });
  }
  now += MINUTE;
  await sync({ peers: [peer('old'), peer('new')], meters: meters(['old', 'new']) });
  expect(await active()).toEqual([['STALE_PEER', s.id('Peer', 'old')]]);
});

it('claims nothing of the time in which a peer was in no pool', async () => {
  const resetsAt = () => new Date(Math.ceil((now + 1) / DAY) * DAY);
  const one = (orphan: boolean) => {
    const peer = s.peer('one', { usedBytes: 0n, orphan, activePoolIds: orphan ? [] : [s.id('Pool', 'p')] });
    return sync({ peers: [peer], meters: [s.meter(peer.id, 0n, null, { resetsAt: resetsAt() })] });
  };
  for (let hour = 0; hour < 10 * 24; hour += 2) {
    now = start + hour * HOUR;
    await one(true);
  }
  for (const minutes of [1, 2, 120]) {
    now += minutes * MINUTE;
    await one(false);
    expect(await active()).toEqual([]);
  }
});
