/** How much the demo's Splunk peers indexed on the days before: by pool, weekday and hour, with noise. Pure. */
import { addDays, type Zone } from '../../domain/calendar.js';
import type { Quota } from '../../domain/evaluated.js';
import { chance } from './chance.js';
import type { Estate } from './estate.js';
import type { Moment } from './reads.js';

/** How a pool went, in shares of its limit a day. */
interface Story {
  /** On a workday, now. */
  readonly level: number;
  /** What each day added to that. */
  readonly growth?: number;
  /** A weekend's part of a workday. */
  readonly weekend: number;
  /** Since so many days nothing was sent. */
  readonly quietSince?: number;
}

/** By the pool's name. */
const STORIES: Readonly<Record<string, Story>> = {
  // Some weeks away from its limit.
  web: { level: 0.83, growth: 0.0075, weekend: 0.6 },
  security: { level: 0.86, weekend: 0.85 },
  payments: { level: 0.9, weekend: 1.05 },
  sandbox: { level: 0.72, weekend: 0.3 },
  archive: { level: 0.3, weekend: 0.2, quietSince: 16 },
};
const NO_STORY: Story = { level: 0.5, weekend: 0.5 };

/** A day's total is up to this much more or less than usual. */
const NOISE = 0.03;
/** A day without a warning ended below the limit; one with a warning above it. */
const [MOST_WITHOUT, LEAST_WITH, SPREAD_WITH] = [0.985, 1.04, 0.2];

/** What an hour of the day brings, from midnight on: backups at night, then people at work. */
const HOURS = [3, 4, 4, 3, 2, 2, 3, 5, 8, 10, 11, 11, 9, 10, 11, 11, 10, 8, 6, 5, 4, 4, 3, 3];
/** By the end of each hour, as a share of the whole. */
const SHARES = HOURS.map((_, hour) => sum(HOURS.slice(0, hour + 1)) / sum(HOURS));
/** Some days begin early and some late: the share of the day to a power between 1/PACE and PACE, each peer's a little off. */
const [PACE, PACE_OF_PEER] = [1.9, 0.05];

/** Of a peer, by the story of its pool and the days that was warned of; null where it never indexed anything. */
export function bytesIndexed(
  { subjectId, dimension }: Quota,
  used: bigint,
  { poolOf, quotaOf, partsOf }: Estate,
  zone: Zone,
): ((moment: Moment) => bigint) | null {
  const pool = poolOf(subjectId);
  const quota = pool && quotaOf(pool.id, dimension);
  if (pool?.vendorId == null || quota?.limit == null || quota.used === null) return null;
  const share = quota.used === 0n ? 1 / partsOf(quota).length : Number(used) / Number(quota.used);
  if (share === 0) return null;
  const [name, limit, story] = [pool.vendorId, Number(quota.limit), STORIES[pool.vendorId] ?? NO_STORY];
  const warned = new Set(warnedDays(quotaOf(pool.id, 'WARNINGS'), zone).map((day) => day.getTime()));
  return (moment) => {
    const day = moment.day.getTime();
    const luck = chance(name, day, 'total');
    const total = warned.has(day) ? LEAST_WITH + SPREAD_WITH * luck : unwarned(story, moment, luck);
    const pace = PACE ** (2 * chance(name, day, 'pace') - 1) * (1 + PACE_OF_PEER * (2 * chance(subjectId, day) - 1));
    return BigInt(Math.round(limit * share * total * shareOfDay(moment.hour) ** pace));
  };
}

/** What every stack of the demo has. */
const WINDOW_DAYS = 30;

/** The days that the warnings of a WARNINGS quota are about, as far as they are known. */
export function warnedDays(quota: Quota | null, zone: Zone): Date[] {
  return (quota?.meter.leaves ?? []).map((at) => addDays(at, -WINDOW_DAYS, zone));
}

/** The share of a usual day's total that has come by the end of this hour: up to 1, never falling. */
export function shareOfDay(hour: number): number {
  return SHARES[hour] ?? 1;
}

/** The total of a day without a warning, as a share of the limit. */
function unwarned({ level, growth = 0, weekend, quietSince = 0 }: Story, day: Moment, luck: number): number {
  if (day.daysAgo < quietSince) return 0;
  const workday = level - growth * day.daysAgo;
  const usual = day.weekday % 6 === 0 ? workday * weekend : workday;
  return Math.min(usual * (1 + NOISE * (2 * luck - 1)), MOST_WITHOUT);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
