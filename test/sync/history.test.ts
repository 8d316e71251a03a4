import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, hourOfDay, startOfDay, startOfHour, type Zone } from '../../src/domain/calendar.js';
import { DAYS_KEPT_DAYS, HOURS_KEPT_DAYS, type Reading, type UsageResolution } from '../../src/domain/history.js';
import { globalId, sourceId } from '../../src/domain/ids.js';
import type { QuotaMeasure } from '../../src/domain/vocabulary.js';
import { points, sameReading } from '../../src/quota/history.js';
import { openRepo } from '../../src/store/index.js';
import type { Repo } from '../../src/store/repo.js';
import { historyOf, type QuotaChange } from '../../src/sync/history.js';
import { daysBetween, HISTORY, observedOf, recordOf } from '../../src/sync/history-documents.js';
import { type CountingRepo, countingRepo } from '../support/counting-repo.js';
import { naiveHours, naivePoints, type Read } from '../support/naive-usage.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BEGIN = new Date('2000-01-01T00:00:00Z');
const END = new Date('2100-01-01T00:00:00Z');

const quota = (name: string, source = 's') => globalId('Quota', source, `Pool.${name}.INDEXED_BYTES_PER_DAY`);
const at = (time: string) => new Date(`2026-06-${time}Z`);
const reading = (used: bigint | null, limit: bigint | null = 100n): Reading => ({ used, limit });

describe.each(storeKinds)('on $name', ({ skipped, make }) => {
  let store: TestStore;
  let counted: CountingRepo;
  let repo: Repo;
  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    counted = countingRepo(await openRepo(store.config));
    repo = counted.repo;
  });
  afterEach(async () => {
    if (skipped) return;
    await repo.close();
    await store.remove();
  });

  /** What a sync does about history: what was there before, what is there now. */
  async function sync(
    time: Date,
    before: Readonly<Record<string, Reading | null>>,
    after: Readonly<Record<string, Reading | null>>,
    options: { readonly measure?: QuotaMeasure; readonly zone?: Zone; readonly source?: string } = {},
  ): Promise<void> {
    const { measure = 'GAUGE', zone = null, source = 's' } = options;
    const history = await historyOf(repo, source, zone, time);
    const changes = Object.keys({ ...before, ...after })
      .map(
        (name): QuotaChange => ({
          quotaId: quota(name, source),
          measure,
          before: before[name] ?? null,
          after: after[name] ?? null,
        }),
      )
      .filter((change) => !sameReading(change.before, change.after));
    await history.record(changes);
    await history.noteRead();
  }

  async function pointsOf(
    name: string,
    present: Reading | null,
    resolution: UsageResolution = 'DAY',
    measure: QuotaMeasure = 'GAUGE',
  ) {
    const [records = [], observed = []] = await repo.pageEach(HISTORY, [
      daysBetween(quota(name), BEGIN, END),
      daysBetween(sourceId('s'), BEGIN, END),
    ]);
    const input = { records: records.map(recordOf), observed: observed.map(observedOf), present, measure };
    return points({ ...input, resolution, from: BEGIN, to: END });
  }

  it.skipIf(skipped)(
    'tells of every quota what its reads told, over a night without reads and a change of clocks',
    async () => {
      const zone = 'Europe/Berlin';
      const names = ['a', 'b', 'c'];
      const found = fc.option(fc.record({ used: fc.bigInt(0n, 3n), limit: fc.constantFrom(10n, 2n ** 70n) }), {
        freq: 4,
      });
      const step = fc.tuple(
        fc.integer({ min: 5, max: 900 }),
        fc.record({ a: found, b: found, c: fc.constant(reading(1n)) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          await repo.deleteWhere(HISTORY, { source: 's' });
          let time = new Date('2026-10-24T10:00:00Z').getTime();
          let before: Record<string, Reading | null> = {};
          const reads: Record<string, Read[]> = { a: [], b: [], c: [] };
          for (const [minutes, after] of steps) {
            time += minutes * MINUTE;
            await sync(new Date(time), before, after, { zone });
            for (const [name, own] of Object.entries(after)) reads[name]?.push({ at: new Date(time), reading: own });
            before = after;
          }
          const dayOf = (moment: Date) => startOfDay(moment, zone);
          const hourOf = (moment: Date) => startOfHour(dayOf(moment), hourOfDay(moment, dayOf(moment)));
          for (const name of names) {
            const own = reads[name] ?? [];
            expect(await pointsOf(name, before[name] ?? null, 'DAY')).toEqual(naivePoints(own, dayOf));
            expect(await pointsOf(name, before[name] ?? null, 'HOUR')).toEqual(naiveHours(own, hourOf));
          }
        }),
        { numRuns: 8 },
      );
    },
  );

  it.skipIf(skipped)('writes one document for a sync that changed nothing, however many quotas there are', async () => {
    const same = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`q${i}`, reading(BigInt(i))]));
    await sync(at('01T10:00:00'), {}, same);
    expect(counted.written).toEqual({ 'replaceMany history': 1 });
    counted.reset();
    await sync(at('01T11:00:00'), same, same);
    expect(counted.written).toEqual({ 'replaceMany history': 1 });
    expect(await pointsOf('q7', reading(7n))).toMatchObject([{ peak: 7n, last: 7n, samples: 2 }]);
  });

  it.skipIf(skipped)('reads and writes changed quotas a thousand at a time', async () => {
    const all = (used: bigint) => Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`q${i}`, reading(used)]));
    await sync(at('01T10:00:00'), {}, all(1n));
    counted.reset();
    const history = await historyOf(repo, 's', null, at('01T10:05:00'));
    await history.record(
      Object.keys(all(2n)).map((name) => ({
        quotaId: quota(name),
        measure: 'GAUGE',
        before: reading(1n),
        after: reading(2n),
      })),
    );
    expect(counted.calls.filter((call) => call !== 'page history')).toEqual([
      'getMany history',
      'replaceMany history',
      'getMany history',
      'replaceMany history',
      'getMany history',
      'replaceMany history',
    ]);
    expect(counted.written).toEqual({ 'replaceMany history': 2500 });
  });

  it.skipIf(skipped)(
    'counts nothing twice and loses nothing when a sync breaks off after its changes were recorded',
    async () => {
      await sync(at('01T10:00:00'), {}, { a: reading(90n) });
      // The read after midnight is recorded, but neither stored nor noted.
      const broken = await historyOf(repo, 's', null, at('02T09:00:00'));
      await broken.record([{ quotaId: quota('a'), measure: 'GAUGE', before: reading(90n), after: reading(4n) }]);
      await sync(at('02T09:01:00'), { a: reading(90n) }, { a: reading(3n) });
      expect(await pointsOf('a', reading(3n))).toMatchObject([
        { peak: 90n, last: 90n, samples: 1 },
        { peak: 4n, last: 3n, samples: 1 },
      ]);
    },
  );

  describe('the peak of the day', () => {
    const a = quota('a');
    const peaks = async (time: Date, before: Reading | null) =>
      (await historyOf(repo, 's', null, time)).peaks([[a, before]]);
    const daily = { measure: 'DAILY_COUNTER' } as const;

    it.skipIf(skipped)('is known from the second read on, changed or not', async () => {
      expect(await peaks(at('01T10:00:00'), null)).toEqual(new Map());
      await sync(at('01T10:00:00'), {}, { a: reading(9n) }, daily);
      expect(await peaks(at('01T10:05:00'), reading(9n))).toEqual(new Map([[a, 9n]]));
      await sync(at('01T10:05:00'), { a: reading(9n) }, { a: reading(2n) }, daily);
      expect(await peaks(at('01T10:10:00'), reading(2n))).toEqual(new Map([[a, 9n]]));
    });

    it.skipIf(skipped)("is never yesterday's, on either side of midnight", async () => {
      await sync(at('01T10:00:00'), {}, { a: reading(9n) }, daily);
      expect(await peaks(at('01T23:59:00'), reading(9n))).toEqual(new Map());
      expect(await peaks(at('02T00:01:00'), reading(9n))).toEqual(new Map());
      await sync(at('02T00:01:00'), { a: reading(9n) }, { a: reading(11n) }, daily);
      expect(await peaks(at('02T00:03:00'), reading(11n))).toEqual(new Map());
      await sync(at('02T00:03:00'), { a: reading(11n) }, { a: reading(2n) }, daily);
      expect(await peaks(at('02T00:05:00'), reading(2n))).toEqual(new Map([[a, 2n]]));
      expect(await pointsOf('a', reading(2n), 'DAY', 'DAILY_COUNTER')).toMatchObject([{ peak: 11n }, { peak: 2n }]);
    });

    it.skipIf(skipped)("begins before midnight where the manager's clock is ahead", async () => {
      const found = [
        ['01T10:00:00', 9n],
        ['01T23:58:30', 1n],
        ['01T23:59:30', 2n],
        ['02T00:00:30', 3n],
      ] as const;
      let before: Record<string, Reading> = {};
      for (const [time, used] of found) {
        await sync(at(time), before, { a: reading(used) }, daily);
        before = { a: reading(used) };
      }
      expect(await pointsOf('a', reading(3n), 'DAY', 'DAILY_COUNTER')).toMatchObject([
        { peak: 9n, last: 9n },
        { peak: 3n },
      ]);
    });
  });

  it.skipIf(skipped)('keeps hours and days as long as it says, of this source only', async () => {
    const today = at('15T12:00:00');
    const ago = (days: number) => new Date(addDays(today, -days, null).getTime() + 12 * HOUR);
    const ages = [DAYS_KEPT_DAYS + 1, DAYS_KEPT_DAYS, HOURS_KEPT_DAYS + 1, HOURS_KEPT_DAYS, 1];
    await sync(ago(DAYS_KEPT_DAYS + 1), { x: reading(1n) }, { x: reading(2n) }, { source: 'other' });
    let used = 1n;
    for (const age of ages) {
      await sync(ago(age), { a: reading(used) }, { a: reading(used + 1n) });
      used += 1n;
    }
    await sync(today, { a: reading(used) }, { a: reading(used + 1n) });
    const days = await pointsOf('a', reading(used + 1n));
    expect(days.map(({ start }) => start)).toEqual([400, 36, 35, 1, 0].map((age) => addDays(today, -age, null)));
    expect(days.map(({ last }) => last)).toEqual([3n, 4n, 5n, 6n, 7n]);
    const hours = await pointsOf('a', reading(used + 1n), 'HOUR');
    expect(hours.map(({ start }) => start)).toEqual([ago(35), ago(1), today]);
    expect(await repo.count(HISTORY, { anyOf: [{ source: 'other', hourly: true }] })).toBe(2);
  });

  it.skipIf(skipped)('knows since when and on which days the source was read', async () => {
    expect(await (await historyOf(repo, 's', null, at('01T10:00:00'))).observedSince()).toBeNull();
    for (const time of ['01T10:00:00', '01T10:30:00', '03T09:00:00', '05T00:01:00']) await sync(at(time), {}, {});
    const history = await historyOf(repo, 's', null, at('05T10:00:00'));
    expect(await history.observedSince()).toEqual(at('01T00:00:00'));
  });

  it.skipIf(skipped)('knows since when no rise could go unseen: over days that were read to their end', async () => {
    const times = ['01T10:00:00', '02T22:00:00', '03T10:00:00', '03T23:59:00', '04T21:00:00', '05T00:01:00'];
    for (const time of times) await sync(at(time), {}, {});
    const since = async (time: string) => (await historyOf(repo, 's', null, at(time))).watchedSince();
    expect(await since('05T10:00:00')).toEqual(at('02T00:00:00'));
    expect(await since('07T10:00:00')).toEqual(at('07T00:00:00'));
  });

  describe('the last rise of a daily counter', () => {
    const risesAfter = async (found: readonly (readonly [string, bigint | null])[], until = '09T00:00:00') => {
      let before: Record<string, Reading> = {};
      for (const [time, used] of found) {
        await sync(at(time), before, { a: reading(used) }, { measure: 'DAILY_COUNTER' });
        before = { a: reading(used) };
      }
      const history = await historyOf(repo, 's', null, at(until));
      return (await history.lastRises([quota('a')])).get(quota('a'));
    };

    it.skipIf(skipped)('is the end of the hour in which it was seen to rise', async () => {
      expect(
        await risesAfter([
          ['01T10:00:00', 1n],
          ['01T11:20:00', 5n],
          ['01T13:00:00', 5n],
        ]),
      ).toEqual(at('01T12:00:00'));
    });

    it.skipIf(skipped)('is not the midnight at which it fell to zero, but the day before', async () => {
      const found = [
        ['01T10:00:00', 1n],
        ['01T17:20:00', 5n],
        ['02T08:00:00', 0n],
        ['04T08:00:00', 0n],
      ] as const;
      expect(await risesAfter(found)).toEqual(at('01T18:00:00'));
    });

    it.skipIf(skipped)('is also a start of a new day below the total of the one before', async () => {
      expect(
        await risesAfter([
          ['01T10:00:00', 1n],
          ['01T17:20:00', 5n],
          ['02T08:00:00', 3n],
        ]),
      ).toEqual(at('02T09:00:00'));
    });

    it.skipIf(skipped)('is that of the first read of all when that found it counting', async () => {
      expect(
        await risesAfter([
          ['01T23:00:00', 5n],
          ['02T00:10:00', 0n],
        ]),
      ).toEqual(at('02T00:00:00'));
    });

    it.skipIf(skipped)('is claimed no further back than was looked', async () => {
      const flicker = [2, 3, 4, 5, 6, 7].flatMap((day) => [
        [`0${day}T10:00:00`, null] as const,
        [`0${day}T11:00:00`, 0n] as const,
      ]);
      expect(await risesAfter([['01T10:00:00', 5n], ...flicker])).toEqual(at('04T00:00:00'));
    });

    it.skipIf(skipped)('is null where it never rose, or where it could only not be read for a while', async () => {
      expect(
        await risesAfter([
          ['01T10:00:00', 0n],
          ['02T10:00:00', 0n],
        ]),
      ).toBeNull();
      expect(
        await risesAfter([
          ['03T10:00:00', 0n],
          ['03T11:00:00', null],
          ['03T12:00:00', 0n],
        ]),
        // That is when it came.
      ).toEqual(at('03T10:00:00'));
    });

    it.skipIf(skipped)('is told to the day where hours are no longer kept', async () => {
      const found = [
        ['01T10:00:00', 1n],
        ['01T17:20:00', 5n],
        ['02T08:00:00', 0n],
      ] as const;
      await risesAfter(found);
      const later = new Date(at('02T08:00:00').getTime() + (HOURS_KEPT_DAYS + 5) * DAY);
      await sync(later, { a: reading(0n) }, { a: reading(0n) }, { measure: 'DAILY_COUNTER' });
      const history = await historyOf(repo, 's', null, later);
      expect(await history.lastRises([quota('a')])).toEqual(new Map([[quota('a'), at('02T00:00:00')]]));
    });
  });
});
