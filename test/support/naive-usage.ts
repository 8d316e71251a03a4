/** What history should say, told from every single read. */
import type { Reading, UsagePoint } from '../../src/domain/history.js';

/** One read of one quota; null: it was not there. */
export interface Read {
  readonly at: Date;
  readonly reading: Reading | null;
}

/** `startOf`: the hour or day that a read belongs to. */
export function naivePoints(reads: readonly Read[], startOf: (at: Date) => Date): UsagePoint[] {
  const found = new Map<number, UsagePoint>();
  for (const { at, reading } of reads) {
    if (reading === null) continue;
    const start = startOf(at);
    const before = found.get(start.getTime());
    const peaks = [before?.peak ?? null, reading.used].filter((used) => used !== null);
    found.set(start.getTime(), {
      start,
      peak: peaks.reduce<bigint | null>((a, b) => (a === null || b > a ? b : a), null),
      last: reading.used,
      limit: reading.limit,
      samples: (before?.samples ?? 0) + 1,
    });
  }
  return [...found.values()];
}

/** The same by hours, each with when it was last read; where it was gone by then, nobody asks. */
export function naiveHours(reads: readonly Read[], hourOf: (at: Date) => Date): UsagePoint[] {
  const lasts = new Map(reads.map((read) => [hourOf(read.at).getTime(), read]));
  return naivePoints(reads, hourOf).map((point) => {
    const last = lasts.get(point.start.getTime());
    return last === undefined || last.reading === null ? point : { ...point, lastAt: last.at };
  });
}
