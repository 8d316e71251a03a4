/**
 * When a check-in is overdue: `lastCheckIn < now - interval` in calendar arithmetic, as Keygen reckons it.
 *
 * For months and years that is not the same as `nextCheckIn < now`: a month after January 31 is February 28, but only on
 * March 1 does a month ago lie after January 31. And as March 29, 30 and 31 all have February 28 a month ago, a check-in
 * of that day is overdue on each of them only from its time of day on.
 */
const DAY_MS = 86_400_000;
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };
/** February has at most three days less than the longest month: no clamped day is farther than this from the due one. */
const CLAMPED_DAYS = 5;

export interface CheckInRule {
  readonly last: Date;
  /** `day`, `week`, `month` or `year`. */
  readonly interval: string;
  /** 1 to 365. */
  readonly count: number;
}

/** Null when the interval is no word of Keygen's, or its count not one that Keygen allows. */
export function checkInRule(last: Date, interval: string | null, count: number | null): CheckInRule | null {
  if (interval === null || count === null || count < 1 || count > 365) return null;
  return Object.hasOwn(MONTHS, interval) || Object.hasOwn(DAYS, interval) ? { last, interval, count } : null;
}

export function isOverdue(rule: CheckInRule, now: Date): boolean {
  return rule.last.getTime() < shifted(now, rule, -1).getTime();
}

/** Whether it is overdue by the vendor's own next check-in alone; null in the few days in which the interval decides. */
export function isOverdueAfter(next: Date, now: Date): boolean | null {
  if (now <= next) return false;
  return now.getTime() > surelyOverdue(next) ? true : null;
}

/** Every instant at which `isOverdueAfter` changes, in order. */
export function turnsAfter(next: Date): readonly Date[] {
  return [new Date(next.getTime() + 1), new Date(surelyOverdue(next) + 1)];
}

function surelyOverdue(next: Date): number {
  return next.getTime() + CLAMPED_DAYS * DAY_MS;
}

/** Every instant at which `isOverdue` may change, in order. */
export function overdueTurns(rule: CheckInRule): readonly Date[] {
  const due = shifted(rule.last, rule, 1).getTime();
  if (Object.hasOwn(DAYS, rule.interval)) return [new Date(due + 1)];
  const dayStart = Math.floor(due / DAY_MS) * DAY_MS;
  const turns: Date[] = [];
  for (let day = 0; day <= CLAMPED_DAYS; day++) {
    turns.push(new Date(dayStart + day * DAY_MS), new Date(due + day * DAY_MS + 1));
  }
  return turns;
}

function shifted(from: Date, { interval, count }: CheckInRule, sign: 1 | -1): Date {
  const days = DAYS[interval];
  if (days !== undefined) return new Date(from.getTime() + sign * count * days * DAY_MS);
  const months = from.getUTCMonth() + sign * count * (MONTHS[interval] ?? 0);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), months + 1, 0)).getUTCDate();
  const moved = new Date(from);
  moved.setUTCFullYear(from.getUTCFullYear(), months, Math.min(from.getUTCDate(), lastDay));
  return moved;
}
