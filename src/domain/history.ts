/**
 * How the use of a quota went, as it is kept: one record for each day on which it changed, and for each source the hours
 * in which it was read. A day or hour without a record, in which the source was read, is one without a change.
 */

/** What a quota was at one read; a null that could not be read, or (limit) that there is none. */
export interface Reading {
  readonly used: bigint | null;
  readonly limit: bigint | null;
}

/** What was seen of a quota over some time. */
export interface Span {
  /** The largest use seen; null when none could be read. */
  readonly peak: bigint | null;
  readonly last: bigint | null;
  readonly limit: bigint | null;
}

/** A day or an hour in which a quota changed. */
export interface RecordedSpan extends Span {
  /** Reads of the source in it that do not count: the quota was not there, or still showed the day before. */
  readonly skipped: number;
  /** How many reads of the source it had had when the quota vanished; null while the quota is there. */
  readonly goneAfter: number | null;
}

/** One hour of a day in which the quota changed, counted from the day's first instant. */
export interface HourRecord extends RecordedSpan {
  readonly hour: number;
}

/** One day of one quota, on which it changed. */
export interface DayRecord extends RecordedSpan {
  /** The quota's global id. */
  readonly series: string;
  /** The day's first instant in the source's zone. */
  readonly day: Date;
  /** What it was before the day's first change, since whenever it changed last; null when it was not there. */
  readonly open: Reading | null;
  /** In order; none when the day is older than hours are kept. */
  readonly hours: readonly HourRecord[];
}

/** When a source was read on one day. */
export interface ObservedDay {
  readonly day: Date;
  /** In order: hours in which it was read; none when the day is older than hours are kept. */
  readonly hours: readonly ObservedHour[];
  /** How often in the whole day. */
  readonly samples: number;
  /** How often so soon after midnight that a daily counter could still show the day before. */
  readonly atReset: number;
}

export interface ObservedHour {
  readonly hour: number;
  /** How often it was read in it. */
  readonly samples: number;
  /** When it was last read in it, in whole seconds from the hour's begin; absent where that was not kept yet. */
  readonly lastAt?: number;
}

/** A stretch of time in which a quota was seen, by hour or by day. */
export interface UsagePoint extends Span {
  /** Its first instant. */
  readonly start: Date;
  /** How many reads it stands for; never zero. */
  readonly samples: number;
  /** Of an hour: when `last` was read, to the second; absent where that was not kept yet, or it was not there any more. */
  readonly lastAt?: Date;
}

export type UsageResolution = 'HOUR' | 'DAY';

/** How long hours and days are kept, in days. */
export const HOURS_KEPT_DAYS = 35;
export const DAYS_KEPT_DAYS = 400;
