/** A forecast as a sentence. Pure: the present is given. */
import type { ForecastPartsFragment, QuotaPartsFragment } from '../generated/graphql.js';
import { formatAmount, relativeTime } from './format.js';

type ForecastOf = Pick<
  QuotaPartsFragment,
  'dimension' | 'measure' | 'state' | 'source' | 'resetsAt' | 'limit' | 'remaining'
>;

/** Where the use is heading, with its crossing of the limit when that is in sight. */
export function forecastSentence(quota: ForecastOf, forecast: ForecastPartsFragment, now: number): string {
  const heading = headingOf(quota, forecast, now);
  const crossing = crossingOf(quota, forecast, now);
  return heading === null ? `${crossing}.` : `${crossing}; ${heading}.`;
}

/** How sure that is: between which two it is in 8 of 10 cases. */
export function rangeSentence(quota: ForecastOf, { low, high }: ForecastPartsFragment): string | null {
  if (low == null || high == null) return null;
  const amount = (value: string) => formatAmount(value, quota.dimension, quota.source.kind);
  const when = quota.measure === 'DAILY_COUNTER' ? 'at the end of the day' : '30 days from now';
  return low === high
    ? `In 8 of 10 cases it is ${amount(low)} ${when}.`
    : `In 8 of 10 cases it is between ${amount(low)} and ${amount(high)} ${when}.`;
}

const METHODS: Readonly<Record<string, string>> = {
  DAY_PROFILE_SAME_WEEKDAY: 'how earlier days of this weekday went on from this hour',
  DAY_PROFILE_WORKDAYS: 'how earlier workdays (on a weekend, weekends) went on from this hour',
  DAY_PROFILE_ALL_DAYS: 'how earlier days went on from this hour',
  LINEAR: 'going on as today so far',
  TREND: 'the trend of the days before',
  FLAT: 'staying as it is: no trend that chance could not make',
};

/** How it was reached. */
export function methodWords(method: string): string {
  return METHODS[method] ?? method;
}

function headingOf(
  { dimension, source, resetsAt }: ForecastOf,
  { projectedAtReset }: ForecastPartsFragment,
  now: number,
) {
  if (projectedAtReset == null) return null;
  const end = resetsAt == null ? 'at its reset' : `when its day ends ${relativeTime(resetsAt, now)}`;
  return `about ${formatAmount(projectedAtReset, dimension, source.kind)} ${end}`;
}

function crossingOf(quota: ForecastOf, { exhaustsAt }: ForecastPartsFragment, now: number): string {
  const { state, limit } = quota;
  if (state === 'EXCEEDED') return `${overBy(quota)} over the limit now`;
  if (state === 'UNLIMITED' || limit == null) return 'There is no limit to cross';
  if (exhaustsAt == null) return 'It is not expected to cross its limit';
  return `It crosses its limit ${relativeTime(exhaustsAt, now)}`;
}

function overBy({ remaining, dimension, source }: ForecastOf): string {
  return remaining == null ? 'An unknown amount' : formatAmount(String(-BigInt(remaining)), dimension, source.kind);
}
