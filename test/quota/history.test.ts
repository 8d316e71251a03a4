import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourOfDay, startOfDay, startOfHour, type Zone } from '../../src/domain/calendar.js';
import type { DayRecord, ObservedDay, Reading, UsageResolution } from '../../src/domain/history.js';
import type { QuotaMeasure } from '../../src/domain/vocabulary.js';
import { points, type RecordedChange, readingOf, recorded, sameReading } from '../../src/quota/history.js';
import { noted, placed, placesOf } from '../../src/quota/history-place.js';
import { naiveHours, naivePoints, type Read } from '../support/naive-usage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BEGIN = new Date('2000-01-01T00:00:00Z');
const END = new Date('2100-01-01T00:00:00Z');

interface Kept {
  readonly records: readonly DayRecord[];
  readonly observed: readonly ObservedDay[];
  readonly present: Reading | null;
}

/** What is kept of the reads of one quota; `times`: how often each change is told. */
function keep(reads: readonly Read[], measure: QuotaMeasure, zoneAt: (at: Date) => Zone, times = 1): Kept {
  const records = new Map<number, DayRecord>();
  const observed = new Map<number, ObservedDay>();
  const has = (day: Date | undefined) => day !== undefined && records.has(day.getTime());
  let before: Reading | null = null;
  for (const [i, { at, reading: after }] of reads.entries()) {
    const places = placesOf(at, zoneAt(at), [...observed.values()].reverse());
    if (!sameReading(before, after) && i > 0) {
      const known = { today: has(places.today.day), tomorrow: has(places.tomorrow?.day) };
      const { place, ...rest } = placed({ measure, before, after }, places, known);
      for (let time = 0; time < times; time += 1) {
        const day = place.day.getTime();
        records.set(day, recorded(records.get(day) ?? null, { series: 'q', before, ...place, ...rest }));
      }
    }
    const { today } = places;
    observed.set(today.day.getTime(), noted(observed.get(today.day.getTime()) ?? null, at, today));
    before = after;
  }
  return { records: [...records.values()], observed: [...observed.values()], present: before };
}

function ask(kept: Kept, resolution: UsageResolution, measure: QuotaMeasure = 'GAUGE', from = BEGIN, to = END) {
  return points({ ...kept, measure, resolution, from, to });
}

const zones = [
  // Some days before the clocks change.
  { zone: null, start: '2026-06-01T12:00:00Z' },
  { zone: '-07:00', start: '2026-06-01T12:00:00Z' },
  { zone: 'America/New_York', start: '2026-03-06T22:00:00Z' },
  { zone: 'America/New_York', start: '2026-10-30T22:00:00Z' },
  { zone: 'Europe/Berlin', start: '2026-10-23T20:00:00Z' },
  { zone: 'Australia/Lord_Howe', start: '2026-04-03T05:00:00Z' },
  { zone: 'Africa/Cairo', start: '2026-04-22T15:00:00Z' },
] as const;

const readings = fc.option(
  fc.record({
    used: fc.option(fc.bigInt(0n, 4n), { freq: 6 }),
    limit: fc.option(fc.constantFrom(10n, 20n), { freq: 6 }),
  }),
  { freq: 6 },
);
/** Minutes since the read before, and what was found; undefined: the same as before. */
const steps = fc.array(
  fc.tuple(
    fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 3000 })),
    fc.option(readings, { nil: undefined, freq: 2 }),
  ),
  { minLength: 1, maxLength: 60 },
);

function readsOf(start: string, found: readonly (readonly [number, Reading | null | undefined])[]): Read[] {
  let at = new Date(start).getTime();
  let reading: Reading | null = null;
  return found.map(([minutes, next]) => {
    at += minutes * MINUTE;
    if (next !== undefined) reading = next;
    return { at: new Date(at), reading };
  });
}

describe('points', () => {
  it('say what the reads themselves say, hour by hour and day by day, on days of any length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), steps, fc.integer({ min: 1, max: 3 }), ({ zone, start }, found, times) => {
        const reads = readsOf(start, found);
        const kept = keep(reads, 'GAUGE', () => zone, times);
        const dayOf = (at: Date) => startOfDay(at, zone);
        expect(ask(kept, 'DAY')).toEqual(naivePoints(reads, dayOf));
        expect(ask(kept, 'HOUR')).toEqual(naiveHours(reads, (at) => startOfHour(dayOf(at), hourOfDay(at, dayOf(at)))));
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on the order of records, nor on how often one is there', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (found, seed) => {
        const kept = keep(readsOf('2026-03-06T22:00:00Z', found), 'GAUGE', () => 'America/New_York');
        const shuffled = <T>(list: readonly T[]) =>
          [...list, ...list.slice(0, 3)]
            .map((each, i) => ({ each, at: Math.sin(seed + i) }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const untidy = { ...kept, records: shuffled(kept.records), observed: shuffled(kept.observed) };
        expect(ask(untidy, 'DAY')).toEqual(ask(kept, 'DAY'));
        expect(ask(untidy, 'HOUR')).toEqual(ask(kept, 'HOUR'));
      }),
    );
  });

  it('are those that start in the time asked for, its first instant included and its last not', () => {
    const reads = readsOf(
      '2026-06-01T00:00:00Z',
      Array.from({ length: 72 }, (_, i) => [60, { used: BigInt(i % 7), limit: 9n }]),
    );
    const kept = keep(reads, 'GAUGE', () => null);
    const [from, to] = [new Date('2026-06-02T00:00:00Z'), new Date('2026-06-03T00:00:00Z')];
    expect(ask(kept, 'DAY', 'GAUGE', from, to).map(({ start }) => start)).toEqual([from]);
    const hours = ask(kept, 'HOUR', 'GAUGE', from, to);
    expect(hours).toHaveLength(24);
    expect(hours).toEqual(ask(kept, 'HOUR').filter(({ start }) => start >= from && start < to));
  });

  it('need of the records only those asked for and the next one', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }), (found, first, length) => {
        const kept = keep(readsOf('2026-06-01T12:00:00Z', found), 'GAUGE', () => null);
        const from = new Date(Date.UTC(2026, 5, 1 + first));
        const to = new Date(from.getTime() + length * 24 * HOUR);
        const within = kept.records.filter(({ day }) => day >= from && day < to);
        const after = kept.records.filter(({ day }) => day >= to).slice(0, 1);
        const few = { ...kept, records: [...within, ...after] };
        expect(ask(few, 'DAY', 'GAUGE', from, to)).toEqual(ask(kept, 'DAY', 'GAUGE', from, to));
        expect(ask(few, 'HOUR', 'GAUGE', from, to)).toEqual(ask(kept, 'HOUR', 'GAUGE', from, to));
      }),
    );
  });

  it('of hours are absent for a day whose hours are no longer kept, and its day stays as it was', () => {
    const reads = readsOf('2026-06-01T00:00:00Z', [
      [60, { used: 2n, limit: 9n }],
      [60, { used: 3n, limit: 9n }],
      [60, { used: 1n, limit: 9n }],
    ]);
    const kept = keep(reads, 'GAUGE', () => null);
    const old = { ...kept, records: kept.records.map((record) => ({ ...record, hours: [] })) };
    expect(ask(old, 'HOUR')).toEqual([]);
    expect(ask(old, 'DAY')).toEqual(ask(kept, 'DAY'));
  });
});

describe('what is kept', () => {
  const at = (time: string) => new Date(`2026-06-0${time}:00Z`);
  const reading = (used: bigint | null, limit: bigint | null = 100n): Reading => ({ used, limit });

  it('is nothing of a quota that does not change, and still it is seen at every read', () => {
    const reads = Array.from({ length: 100 }, (_, i) => ({
      at: new Date(at('1T00:30').getTime() + i * HOUR),
      reading: reading(5n),
    }));
    const kept = keep(reads, 'GAUGE', () => null);
    expect(kept.records).toEqual([]);
    expect(ask(kept, 'DAY').map(({ last, samples }) => [last, samples])).toEqual([
      [5n, 24],
      [5n, 24],
      [5n, 24],
      [5n, 24],
      [5n, 4],
    ]);
  });

  it('is one record a day, however often the quota changes', () => {
    const reads = Array.from({ length: 48 }, (_, i) => ({
      at: new Date(at('1T00:00').getTime() + i * HOUR),
      reading: reading(BigInt(i)),
    }));
    const { records } = keep(reads, 'GAUGE', () => null);
    expect(records.map(({ day, hours }) => [day, hours.length])).toEqual([
      [at('1T00:00'), 23],
      [at('2T00:00'), 24],
    ]);
  });

  it('keeps the peak of a day on which the counter fell, and the new use as its last', () => {
    const reads = [
      { at: at('1T10:00'), reading: reading(9_000n) },
      { at: at('1T10:10'), reading: reading(1n) },
    ];
    expect(
      ask(
        keep(reads, 'DAILY_COUNTER', () => null),
        'DAY',
        'DAILY_COUNTER',
      ),
    ).toMatchObject([{ peak: 9_000n, last: 1n }]);
  });

  it("keeps yesterday's total out of the new day", () => {
    const reads = [
      { at: at('1T12:00'), reading: reading(1n) },
      { at: at('1T23:00'), reading: reading(9_000n) },
      { at: at('2T00:10'), reading: reading(7n) },
      { at: at('2T00:20'), reading: reading(8n) },
    ];
    const days = ask(
      keep(reads, 'DAILY_COUNTER', () => null),
      'DAY',
      'DAILY_COUNTER',
    );
    expect(days).toMatchObject([
      { peak: 9_000n, last: 9_000n, samples: 2 },
      { peak: 8n, last: 8n, samples: 2 },
    ]);
  });

  it('ends with a quota that vanishes, and goes on when it comes back', () => {
    const found = [reading(5n), reading(6n), null, null, reading(7n)];
    const reads = found.map((each, day) => ({ at: at(`${day + 1}T12:00`), reading: each }));
    const days = ask(
      keep(reads, 'GAUGE', () => null),
      'DAY',
    );
    expect(days.map(({ start, last }) => [start, last])).toEqual([
      [at('1T00:00'), 5n],
      [at('2T00:00'), 6n],
      [at('5T00:00'), 7n],
    ]);
  });

  it('takes no later reading back when a change of an earlier hour arrives late, but counts it to the peak', () => {
    const day = at('1T00:00');
    const base = { series: 'q', day, seenToday: 4, seenThisHour: 0 };
    const changes: RecordedChange[] = [
      { ...base, hour: 3, before: reading(2n), after: reading(9n) },
      { ...base, hour: 5, before: reading(9n), after: reading(4n) },
      { ...base, hour: 8, before: reading(4n), after: reading(6n) },
    ];
    const inOrder = changes.reduce<DayRecord | null>(recorded, null);
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
      [0, 1, 2, 0, 1],
    ]) {
      const late = order.map((i) => changes[i] as RecordedChange).reduce<DayRecord | null>(recorded, null);
      expect(late).toEqual(inOrder);
    }
  });

  it('moves no day because a source that states only its offset changes its clocks', () => {
    // 2026-11-01: 25 hours from midnight to midnight in New York.
    const zoneAt = (time: Date) => (time < new Date('2026-11-01T06:00:00Z') ? '-04:00' : '-05:00');
    const reads = Array.from({ length: 73 }, (_, i) => ({
      at: new Date(new Date('2026-10-31T04:30:00Z').getTime() + i * HOUR),
      reading: reading(BigInt(i)),
    }));
    const days = ask(keep(reads, 'GAUGE', zoneAt), 'DAY');
    expect(days.map(({ start, samples }) => [start.toISOString(), samples])).toEqual([
      ['2026-10-31T04:00:00.000Z', 24],
      ['2026-11-01T04:00:00.000Z', 25],
      ['2026-11-02T05:00:00.000Z', 24],
    ]);
    expect(ask(keep(reads, 'GAUGE', zoneAt), 'HOUR')).toHaveLength(73);
  });
});

describe('a reading', () => {
  it('is of the numbers that were read; a negative one cannot be', () => {
    expect(readingOf({ used: 5n, limit: { kind: 'limited', value: 9n } })).toEqual({ used: 5n, limit: 9n });
    expect(readingOf({ used: -5n, limit: { kind: 'limited', value: -9n } })).toEqual({ used: null, limit: null });
    expect(readingOf({ used: null, limit: { kind: 'unlimited' } })).toEqual({ used: null, limit: null });
  });
});

describe('a daily counter around midnight', () => {
  const day = 24 * HOUR;
  const start = Date.UTC(2026, 5, 1);

  /** A manager whose clock is off by `skew`, counting `rate` a second: what it shows at an instant of ours. */
  const counterOf = (skew: number, rate: number) => (at: number) => {
    const own = at + skew;
    return { day: Math.floor(own / day) * day, used: BigInt(1 + rate * Math.floor((own % day) / 1000)) };
  };

  it('counts to the day of its own clock, when that is off by less than two minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -110_000, max: 110_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.array(fc.oneof(fc.integer({ min: 5, max: 90 }), fc.integer({ min: 5, max: 4000 })), {
          minLength: 100,
          maxLength: 300,
        }),
        (skew, rate, gaps) => {
          const show = counterOf(skew, rate);
          let now = start + 10 * HOUR;
          const times = gaps.map((gap) => {
            now += gap * 1000;
            return now;
          });
          const reads = times.map((at) => ({ at: new Date(at), reading: { used: show(at).used, limit: null } }));
          const kept = keep(reads, 'DAILY_COUNTER', () => null);
          const peaks = new Map<number, bigint>();
          for (const at of times) peaks.set(show(at).day, show(at).used);
          for (const { start: begin, peak, last } of ask(kept, 'DAY', 'DAILY_COUNTER')) {
            expect([begin, peak]).toEqual([begin, peaks.get(begin.getTime())]);
            expect(last).toBe(peak);
          }
        },
      ),
    );
  });

  const limit = 100n;
  const points = (reads: readonly (readonly [string, bigint, bigint?])[]) => {
    const list = reads.map(([time, used, own = limit]) => ({
      at: new Date(`2026-06-0${time}Z`),
      reading: { used, limit: own },
    }));
    const kept = keep(list, 'DAILY_COUNTER', () => null);
    return ask(kept, 'DAY', 'DAILY_COUNTER').map(({ peak, last, limit: its, samples }) => [peak, last, its, samples]);
  };

  it("that has fallen just before it is the next day's already, and stays so", () => {
    expect(
      points([
        ['1T12:00:00', 5n],
        ['1T23:57:00', 90n],
        ['1T23:58:30', 1n],
        ['1T23:59:30', 2n],
        ['2T00:00:30', 3n],
      ]),
    ).toEqual([
      [90n, 90n, 100n, 4],
      [3n, 3n, 100n, 1],
    ]);
  });

  it("that has not fallen just after it is still yesterday's", () => {
    expect(
      points([
        ['1T12:00:00', 5n],
        ['1T23:57:00', 90n],
        ['2T00:00:30', 93n],
        ['2T00:01:30', 95n],
        ['2T00:02:30', 2n],
      ]),
    ).toEqual([
      [95n, 95n, 100n, 2],
      [2n, 2n, 100n, 1],
    ]);
  });

  it('that stands still over it does not carry its total into the new day', () => {
    const idle = [
      ['1T12:00:00', 5n],
      ['1T23:57:00', 90n],
      ['2T00:00:30', 90n],
    ] as const;
    expect(points(idle)).toEqual([[90n, 90n, 100n, 2]]);
    expect(points([...idle, ['2T09:00:00', 4n]])).toEqual([
      [90n, 90n, 100n, 2],
      [4n, 4n, 100n, 1],
    ]);
    // Seen long after midnight, it is the new day's own.
    expect(points([...idle, ['2T09:00:00', 90n]])).toEqual([
      [90n, 90n, 100n, 2],
      [90n, 90n, 100n, 1],
    ]);
  });

  it('that is zero counts to the day it is read on', () => {
    expect(
      points([
        ['1T12:00:00', 5n],
        ['1T23:57:00', 90n],
        ['2T00:00:30', 0n],
        ['2T00:01:30', 0n],
      ]),
    ).toEqual([
      [90n, 90n, 100n, 2],
      [0n, 0n, 100n, 2],
    ]);
  });

  it('leaves a limit that changes at midnight to the new day', () => {
    expect(
      points([
        ['1T12:00:00', 5n],
        ['1T23:57:00', 90n],
        ['2T00:00:30', 91n, 50n],
        ['2T00:10:00', 1n, 50n],
      ]),
    ).toEqual([
      [91n, 91n, 100n, 2],
      [1n, 1n, 50n, 1],
    ]);
  });
});

it('keeps when an hour was last read, and tells it of no hour at whose end the quota was gone, nor of older documents', () => {
  const read = (at: string, used: bigint | null): Read => ({
    at: new Date(`2026-06-01T${at}Z`),
    reading: used === null ? null : { used, limit: null },
  });
  const reads = [read('10:05:10.700', 1n), read('10:40:20', 2n), read('11:10:00', 2n), read('11:20:00', null)];
  const kept = keep(reads, 'GAUGE', () => null);
  expect(kept.observed[0]?.hours).toEqual([
    { hour: 10, samples: 2, lastAt: 2_420 },
    { hour: 11, samples: 2, lastAt: 1_200 },
  ]);
  const lasts = (each: Kept) => ask(each, 'HOUR').map(({ lastAt }) => lastAt);
  expect(lasts(kept)).toEqual([new Date('2026-06-01T10:40:20Z'), undefined]);
  const older = kept.observed.map((day) => ({ ...day, hours: day.hours.map(({ lastAt, ...hour }) => hour) }));
  expect(lasts({ ...kept, observed: older })).toEqual([undefined, undefined]);
});
