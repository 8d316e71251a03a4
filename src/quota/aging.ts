/** What the clock alone makes of a meter since it was read: licenses that ended, a new day, warnings that left their window. Pure. */
import { startOfNextDay, type Zone } from '../domain/calendar.js';
import { earliest } from '../domain/dates.js';
import type { LimitPart, Meter } from '../domain/entities.js';

/** A read after the reset is waited for this long before the count of the day before is called out of date. */
export const RESET_GRACE_MS = 120_000;

export interface AgedMeter {
  readonly meter: Meter;
  /** The next instant at which the clock alone changes it again; null when it never does. */
  readonly changesAt: Date | null;
}

/** Whether the clock alone can make it another: of nearly all meters it cannot. */
export function canAge({ parts, leaves, measure, resetsAt }: Meter): boolean {
  return parts !== undefined || leaves !== undefined || (measure === 'DAILY_COUNTER' && resetsAt !== null);
}

/** `zone` is that of the source, in which its days begin. */
export function agedMeter(meter: Meter, now: Date, zone: Zone): AgedMeter {
  const changes: Date[] = [];
  let aged = meter;
  const parts = meter.parts?.filter((part) => part.stated !== true);
  if (parts !== undefined) aged = withoutEnded(aged, parts, now, changes);
  if (meter.leaves !== undefined) aged = withoutLeft(aged, meter.leaves, now, changes);
  if (meter.measure === 'DAILY_COUNTER' && meter.resetsAt !== null) {
    aged = withoutYesterday(aged, meter.resetsAt, now, zone, changes);
  }
  return { meter: aged, changesAt: earliest(changes) };
}

/** What is left of the limit when every license that ends until `at` has ended. Never less than nothing. */
export function limitLeft(limit: bigint, parts: readonly LimitPart[], at: Date): bigint {
  const left = parts.reduce((sum, { until, amount }) => (until !== null && until <= at ? sum - amount : sum), limit);
  return left < 0n ? 0n : left;
}

function withoutEnded(meter: Meter, parts: readonly LimitPart[], now: Date, changes: Date[]): Meter {
  const ends = parts.flatMap(({ until }) => until ?? []);
  changes.push(...ends.filter((end) => end > now));
  const ended = parts.filter(({ until }) => until !== null && until <= now);
  if (ended.length === 0 || meter.limit.kind !== 'limited') return meter;
  const reasons = ended.map(
    ({ amount, until }) =>
      `A license of ${amount} ended at ${until?.toISOString()}, after the limit was read: it is taken off.`,
  );
  return {
    ...meter,
    limit: { kind: 'limited', value: limitLeft(meter.limit.value, ended, now) },
    reasons: since(reasons, meter),
  };
}

function withoutLeft(meter: Meter, leaves: readonly Date[], now: Date, changes: Date[]): Meter {
  const next = leaves.find((at) => at > now) ?? null;
  if (next !== null) changes.push(next);
  const left = leaves.filter((at) => at <= now).length;
  if (left === 0 || meter.used === null) return { ...meter, resetsAt: next };
  const rest = meter.used - BigInt(left);
  return {
    ...meter,
    used: rest < 0n ? 0n : rest,
    resetsAt: next,
    reasons: since([`${left} of ${meter.used} left the window since they were read.`], meter),
  };
}

/** What has come about comes first; what was true of the numbers as they were read is told as such. */
function since(news: readonly string[], { reasons }: Meter): string[] {
  return [...news, ...reasons.map((reason) => (reason.startsWith(AS_READ) ? reason : `${AS_READ}${reason}`))];
}

const AS_READ = 'When it was read: ';

/** After the reset nobody knows the new day's use until the source is read again. */
function withoutYesterday(meter: Meter, resetsAt: Date, now: Date, zone: Zone, changes: Date[]): Meter {
  const outdated = new Date(resetsAt.getTime() + RESET_GRACE_MS);
  if (now < outdated) {
    changes.push(outdated);
    return meter;
  }
  const next = startOfNextDay(now, zone);
  changes.push(next);
  const reason = `The day ended at ${resetsAt.toISOString()} with ${meter.used ?? 'an unknown number'} used, and the source was not read since.`;
  return { ...meter, used: null, resetsAt: next, reasons: since([reason], meter) };
}
