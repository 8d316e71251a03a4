/** Days are the vendor's, by its own clock, however wrong that runs; and a read close to midnight belongs to the day that it fits. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Quota } from '../../src/domain/evaluated.js';
import { silentLogger } from '../../src/domain/ports.js';
import { emptySnapshot } from '../../src/domain/snapshot.js';
import { points } from '../../src/quota/history.js';
import { quotaId } from '../../src/quota/quota.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { daysBetween, HISTORY, observedOf, recordOf } from '../../src/sync/history-documents.js';
import { visibleDocs } from '../../src/sync/stored.js';
import { syncSource } from '../../src/sync/sync-source.js';
import { stateOf } from '../../src/sync/synced-source.js';
import { thingsOf } from '../support/snapshots.js';
import { embedded, type TestStore } from '../support/stores.js';

const s = thingsOf('s');
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const midnight = Date.UTC(2026, 2, 11);
const pool = s.pool('p');
const series = quotaId(pool.id, 'INDEXED_BYTES_PER_DAY');
let store: TestStore;
let repo: Repo;
beforeEach(async () => {
  store = await embedded();
  repo = await openRepo(store.config);
});
afterEach(async () => {
  await repo.close();
  await store.remove();
});

/** Reads at these moments a counter that the vendor sets back at its own midnight. */
async function readAt(moments: readonly number[], clockSkewMs: number, usedAt: (vendorTime: number) => bigint) {
  for (const now of moments) {
    const vendorTime = now + clockSkewMs;
    const used = usedAt(vendorTime);
    const resetsAt = new Date(Math.floor(vendorTime / DAY) * DAY + DAY - clockSkewMs);
    const snapshot = {
      ...emptySnapshot(new Date(now)),
      clockSkewMs,
      pools: [pool],
      meters: [s.meter(pool.id, used, 10n ** 10n, { resetsAt })],
    };
    const connection = { read: async () => snapshot, close: async () => {} };
    const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [] };
    const clock = { now: () => new Date(now) };
    const source = { name: 's', kind: 'static', connection };
    await syncSource({ repo, policy, clock, logger: silentLogger }, source, new AbortController().signal);
  }
  const [quota] = await visibleDocs(repo, await stateOf(repo, { name: 's', kind: 'static' }), 'quotas');
  const range = [new Date(midnight - 2 * DAY), new Date(midnight + 2 * DAY)] as const;
  const records = (await repo.page(HISTORY, daysBetween(series, ...range))).map(recordOf);
  const observed = (await repo.page(HISTORY, daysBetween('Source:s', ...range))).map(observedOf);
  const { used, limit, reasons, state } = quota as unknown as Quota;
  const days = points({
    ...{ records, observed, present: { used, limit }, measure: 'DAILY_COUNTER', resolution: 'DAY' },
    ...{ from: range[0], to: range[1] },
  });
  return { days: days.map(({ start, peak, last }) => [start.toISOString().slice(0, 10), peak, last]), reasons, state };
}

const everyMinute = Array.from({ length: 21 }, (_, i) => midnight + (i - 10) * MINUTE + 7_000);

it.each([
  ['five minutes behind', -5 * MINUTE],
  ['five minutes ahead', 5 * MINUTE],
  ['two hours behind', -120 * MINUTE],
  ['right', 0],
])('keeps the total of a day to that day while the clock is %s', async (_how, skew) => {
  const moments = everyMinute.map((at) => at - skew);
  const counter = (at: number) => (at < midnight ? 9_000_000_000n : BigInt(1_000_000 + (at - midnight)));
  const { days, reasons, state } = await readAt(moments, skew, counter);
  expect(days).toEqual([
    ['2026-03-10', 9_000_000_000n, 9_000_000_000n],
    ['2026-03-11', 1_607_000n, 1_607_000n],
  ]);
  expect(reasons).toEqual([]);
  expect(state).toBe('OK');
});

it('takes a read just after midnight that still shows the day before for one of the day before', async () => {
  const late = (at: number) => (at < midnight + MINUTE ? 4_000_000_000n : 1_000_000n);
  const moments = [-MINUTE, 20_000, 80_000, 3 * MINUTE].map((after) => midnight + after);
  const { days, reasons } = await readAt(moments, 0, late);
  expect(days).toEqual([
    ['2026-03-10', 4_000_000_000n, 4_000_000_000n],
    ['2026-03-11', 1_000_000n, 1_000_000n],
  ]);
  expect(reasons).toEqual([]);
});
