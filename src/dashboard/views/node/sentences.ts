/** What the state of an object means, in a sentence. Pure: the present is given. */
import type {
  LicensePartsFragment,
  PeerPageFragment,
  QuotaPartsFragment,
  QuotaState,
} from '../../generated/graphql.js';
import { formatAmount, formatRatio, relativeTime, words } from '../../parts/format.js';

const STATES: readonly QuotaState[] = ['UNLIMITED', 'OK', 'UNKNOWN', 'WARNING', 'CRITICAL', 'EXCEEDED'];

type Comparable = Pick<QuotaPartsFragment, 'state' | 'ratio'>;

export function worstFirst<Q extends Comparable>(quotas: readonly Q[]): readonly Q[] {
  return [...quotas].sort(
    (a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state) || (b.ratio ?? -1) - (a.ratio ?? -1),
  );
}

/** Of the worst of them; null without any. */
export function quotasSentence(quotas: readonly QuotaPartsFragment[]): string | null {
  const [worst] = worstFirst(quotas);
  return worst === undefined ? null : quotaSentence(worst);
}

export function quotaSentence(quota: QuotaPartsFragment): string {
  const { dimension, state, ratio, used, remaining, source } = quota;
  const name = words(dimension);
  const amount = (value: string | null | undefined) => formatAmount(value, dimension, source.kind);
  if (state === 'UNKNOWN') return `${name}: the use or the limit is not known.`;
  if (state === 'UNLIMITED')
    return `${name}: ${used == null ? 'the use is not known' : `${amount(used)} used`}, without a limit.`;
  if (state === 'EXCEEDED' && remaining != null && remaining.startsWith('-')) {
    return `${name}: ${amount(remaining.slice(1))} over the limit.`;
  }
  const share = ratio == null ? amount(used) : formatRatio(ratio);
  return `${name}: ${share} used, ${amount(remaining)} left.`;
}

export function licenseSentence(
  { status, expiresAt }: Pick<LicensePartsFragment, 'status' | 'expiresAt'>,
  now: number,
): string {
  const at = expiresAt == null ? null : relativeTime(expiresAt, now);
  const isPast = expiresAt != null && Date.parse(expiresAt) <= now;
  const expiry = at === null ? '' : isPast ? ` Its term ended ${at}.` : ` Its term ends ${at}.`;
  switch (status) {
    case 'ACTIVE':
      return at === null ? 'In force, without an end.' : `In force; it expires ${at}.`;
    case 'INACTIVE':
      return `Not in use.${expiry}`;
    case 'EXPIRING':
      return at === null ? 'The vendor says that it expires soon.' : `In force, but it expires ${at}.`;
    case 'UNKNOWN':
      return 'Whether it is in force cannot be told.';
    case 'EXCEEDED':
      return `A limit that comes with it is exceeded.${expiry}`;
    case 'EXPIRED':
      return at === null || !isPast ? 'The vendor says that it has expired.' : `It expired ${at}.`;
    case 'SUSPENDED':
      return `Suspended by its issuer.${expiry}`;
    case 'BANNED':
      return `Its owner is banned.${expiry}`;
    case 'ABSENT':
      return 'Nothing is licensed.';
  }
}

export function peerSentence({
  searchBlocked,
  orphan,
  quotas,
}: Pick<PeerPageFragment, 'searchBlocked' | 'orphan' | 'quotas'>): string {
  const left = quotas.find(({ dimension }) => dimension === 'WARNINGS')?.remaining;
  if (searchBlocked === true) return 'Its searches are blocked by license warnings.';
  if (orphan) return 'It is in no pool of the active group.';
  if (searchBlocked == null) return 'Whether its searches are blocked cannot be told.';
  if (left == null) return 'Its searches work.';
  return left === '1' ? 'One more warning blocks its searches.' : `${left} more warnings block its searches.`;
}
