/** The one message that a quota deserves: that of its level. Pure. */
import type { Notice, Quota } from '../../domain/evaluated.js';
import { thingName } from '../../domain/ids.js';
import { levelOf, type QuotaLevel, quotaLevels, type Thresholds } from './levels.js';
import { quotaText } from './quota-text.js';
import { aboutSubject } from './subject.js';

/**
 * QUOTA_WARNING, QUOTA_CRITICAL or QUOTA_EXCEEDED; null when it has none. `isStanding` tells whether a message of that
 * key is active: its level is held until the use is more than 2 % of the limit below the threshold, and for as long as
 * the use cannot be told. Where nothing happens above the limit there is nothing to say (Splunk: a pool that counts only
 * together with its stack, while that is not over).
 */
export function quotaNotice(
  quota: Quota,
  subjectName: string,
  policy: Thresholds,
  isStanding: (key: string) => boolean,
): Notice | null {
  if (quota.enforcement === 'INFORMATIONAL') return null;
  const thing = thingName(quota.subjectId, quota.dimension);
  const nameOf = (level: QuotaLevel) => `QUOTA_${level}.${thing}`;
  // A daily counter starts anew: what it comes to on another day is another crossing.
  const day = quota.measure === 'DAILY_COUNTER' && quota.resetsAt !== null ? `@${quota.resetsAt.toISOString()}` : '';
  const keyOf = (level: QuotaLevel) => `${nameOf(level)}${day}`;
  const standing = quotaLevels.findLast((level) => isStanding(keyOf(level))) ?? null;
  const level = levelOf(quota, standing, policy);
  if (level === null) return null;
  const name = nameOf(level);
  return {
    name,
    key: keyOf(level),
    category: `QUOTA_${level}`,
    severity: level === 'EXCEEDED' && !isAllowed(quota) ? 'ERROR' : 'WARN',
    description: quotaText(quota, subjectName, level, policy),
    about: { ...aboutSubject(quota.subjectId), quotaId: quota.id },
  };
}

/** Above the limit, and still within what the vendor grants there. A day over its quota is a warning at midnight: that is no grant. */
function isAllowed({ enforcement, measure, used, overageLimit }: Quota): boolean {
  if (enforcement !== 'SOFT' || measure === 'DAILY_COUNTER') return false;
  return overageLimit === null || (used !== null && used <= overageLimit);
}
