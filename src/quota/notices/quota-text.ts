/** The words of a quota's message: how it stands, what the vendor does above the limit, when it starts again, what to do. Pure. */
import type { Quota } from '../../domain/evaluated.js';
import { parseGlobalId } from '../../domain/ids.js';
import type { QuotaDimension } from '../../domain/vocabulary.js';
import { heldFrom, type QuotaLevel, type Thresholds, thresholdOf } from './levels.js';

const units: Readonly<Record<QuotaDimension, string>> = {
  INDEXED_BYTES_PER_DAY: 'bytes indexed today',
  SCANNED_BYTES: 'bytes scanned',
  TARGETS: 'targets',
  MACHINES: 'machines',
  PROCESSES: 'processes',
  USERS: 'users',
  CORES: 'cores',
  MEMORY_BYTES: 'bytes of memory',
  DISK_BYTES: 'bytes of disk',
  USES: 'uses',
  LICENSES: 'licenses',
  WARNINGS: 'warnings',
};

/** Of a quota at a level. The same words for the same quota, whenever they are asked for, so that none goes out of date. */
export function quotaText(quota: Quota, subjectName: string, level: QuotaLevel, policy: Thresholds): string {
  const { state, limit, used } = quota;
  const unit = units[quota.dimension];
  if (state === 'UNKNOWN' || limit === null || used === null) {
    return sentences(
      `${subjectName} stands at ${used ?? 'an unknown number'} of ${limit ?? 'an unknown number of'} ${unit}`,
      `It had reached ${placeOf(level, policy)} when both were last known, and this message stays until they are again`,
    );
  }
  const stands = `${subjectName} stands at ${used} of ${limit} ${unit}${percentOf(used, limit)}`;
  if (state !== level) {
    const within = level === 'EXCEEDED' ? 'within the limit' : `below ${placeOf(level, policy)}`;
    const clears = `This message clears below ${heldFrom(level, limit, policy)}`;
    return sentences(`${stands}, ${within} again`, clears, resetOf(quota));
  }
  const over = used > limit ? `${used - limit} over the limit` : `which reaches ${placeOf(level, policy)}`;
  return sentences(`${stands}, ${over}`, consequenceOf(quota, used), resetOf(quota), adviceOf(quota));
}

function placeOf(level: QuotaLevel, policy: Thresholds): string {
  if (level === 'EXCEEDED') return 'the limit';
  return `the ${level.toLowerCase()} threshold of ${Number(thresholdOf(level, policy)) / 10_000} %`;
}

function consequenceOf({ dimension, enforcement, overageLimit, state }: Quota, used: bigint): string {
  if (dimension === 'WARNINGS' && enforcement === 'HARD') {
    return state === 'EXCEEDED'
      ? 'Search is blocked until enough warnings have left the window'
      : 'Search is blocked once the limit is reached';
  }
  if (enforcement === 'HARD') return 'The vendor refuses or blocks what is above the limit';
  if (dimension === 'INDEXED_BYTES_PER_DAY') {
    return 'Nothing is refused, but a day that ends over the limit counts as a license warning';
  }
  if (overageLimit === null) return 'The vendor allows use above the limit';
  return `The vendor allows up to ${overageLimit}${used > overageLimit ? ', which is passed as well' : ''}`;
}

function resetOf({ measure, resetsAt }: Quota): string | null {
  if (resetsAt === null) return null;
  const event = measure === 'ROLLING_WINDOW' ? 'The next one leaves the window' : 'The counter starts again';
  return `${event} at ${resetsAt.toISOString()}`;
}

function adviceOf({ measure, subjectId }: Quota): string {
  switch (measure) {
    case 'DAILY_COUNTER':
      return parseGlobalId(subjectId)?.concept === 'Pool'
        ? 'Before the day ends, give the pool more quota or move peers to another'
        : 'Before the day ends, add a license or index less';
    case 'ROLLING_WINDOW':
      return 'Find out which pool goes over its quota of the day';
    case 'HIGH_WATER':
      return 'Extend the license: what was counted does not go down by itself';
    case 'CUMULATIVE':
      return 'Reset the count or raise the limit';
    case 'GAUGE':
      return 'Free some, or raise the limit';
  }
}

/** With one decimal, rounded down: what is below the limit is never shown as 100 %. */
function percentOf(used: bigint, limit: bigint): string {
  if (limit === 0n) return '';
  const tenths = (used * 1000n) / limit;
  return ` (${tenths / 10n}.${tenths % 10n} %)`;
}

function sentences(...parts: readonly (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : `${part}.`)).join(' ');
}
