/** One meter under one policy: the quota, with its state exact before any rounding. Pure. */
import type { Zone } from '../domain/calendar.js';
import type { Limit, Meter, Overage } from '../domain/entities.js';
import type { Quota, QuotaPolicy } from '../domain/evaluated.js';
import { globalId, thingName } from '../domain/ids.js';
import type { QuotaState } from '../domain/vocabulary.js';
import { agedMeter, canAge } from './aging.js';

/** Thresholds are compared as millionths, so that 16 of 20 is exactly 0.8. */
const MILLION = 1_000_000n;

/** Evaluates one meter as of `now`. Never throws and never yields NaN: what cannot be told is null with the state UNKNOWN. */
export function evaluateMeter(
  meter: Meter,
  policy: Pick<QuotaPolicy, 'warning' | 'critical'>,
  now: Date,
  zone: Zone,
  id = quotaId(meter.subjectId, meter.dimension),
): { readonly value: Quota; readonly changesAt: Date | null } {
  if (!canAge(meter)) return { value: quotaOf(id, meter, meter, policy), changesAt: null };
  const aged = agedMeter(meter, now, zone);
  return { value: quotaOf(id, aged.meter, meter, policy), changesAt: aged.changesAt };
}

function quotaOf(id: string, aged: Meter, meter: Meter, policy: Pick<QuotaPolicy, 'warning' | 'critical'>): Quota {
  const { limit, used, reasons } = readable(aged);
  const value = limit.kind === 'limited' ? limit.value : null;
  return {
    id,
    source: sourceOf(meter.subjectId),
    typeName: 'Quota',
    subjectId: meter.subjectId,
    dimension: meter.dimension,
    measure: meter.measure,
    limit: value,
    used,
    remaining: value === null || used === null ? null : value - used,
    ratio: ratioOf(used, value),
    state: stateOf(limit, used, meter.dimension === 'WARNINGS', policy),
    enforcement: meter.enforcement,
    overageLimit: value === null ? null : overageLimit(value, meter.overage),
    resetsAt: aged.resetsAt,
    reasons,
    meter,
  };
}

/** `Quota:<source>:<Concept>.<vendor id>.<DIMENSION>`; the vendor id is taken as encoded in the subject's own id. */
export function quotaId(subjectId: string, dimension: string): string {
  const start = subjectId.indexOf(':') + 1;
  const end = subjectId.indexOf(':', start);
  const encoded = subjectId.slice(end + 1);
  // There can be hundreds of thousands: what is short and needs no encoding is not decoded to be encoded again, and a
  // joined string is kept in one piece.
  if (encoded.length < SURELY_SHORT && !encoded.includes('%')) {
    const concept = subjectId.slice(0, start - 1);
    return ['Quota:', subjectId.slice(start, end + 1), concept, '.', encoded, '.', dimension].join('');
  }
  return globalId('Quota', subjectId.slice(start, end), thingName(subjectId, dimension));
}

function sourceOf(subjectId: string): string {
  const start = subjectId.indexOf(':') + 1;
  return subjectId.slice(start, subjectId.indexOf(':', start));
}

/** With concept and dimension it stays under what a global id spells out. */
const SURELY_SHORT = 100;

function readable(meter: Meter): Pick<Meter, 'limit' | 'used' | 'reasons'> {
  if (isPlain(meter)) return meter;
  const reasons = [...meter.reasons];
  let { limit, used } = meter;
  if (limit.kind === 'limited' && limit.value < 0n) {
    limit = { kind: 'unknown', reason: `The limit ${limit.value} is negative and was not used.` };
  }
  if (limit.kind === 'unknown') reasons.push(limit.reason);
  if (used !== null && used < 0n) {
    reasons.push(`The use ${used} is negative and was not used.`);
    used = null;
  } else if (used === null) {
    reasons.push('How much is used is not known.');
  } else if (meter.peak !== undefined && meter.peak > used) {
    reasons.push(`The counter fell within the day: ${meter.peak} were seen before, and are kept as the day's peak.`);
  }
  return { limit, used, reasons };
}

/** Nothing about it needs a further word: so are nearly all. */
function isPlain({ limit, used, peak }: Meter): boolean {
  if (limit.kind === 'unknown' || (limit.kind === 'limited' && limit.value < 0n)) return false;
  return used !== null && used >= 0n && (peak === undefined || peak <= used);
}

function ratioOf(used: bigint | null, limit: bigint | null): number | null {
  if (used === null || limit === null || limit === 0n) return null;
  const ratio = Number(used) / Number(limit);
  // Beyond 2^1024 a double has no number left; the state is decided without it.
  return Number.isFinite(ratio) ? ratio : null;
}

function stateOf(
  limit: Limit,
  used: bigint | null,
  reachingIsExceeding: boolean,
  policy: Pick<QuotaPolicy, 'warning' | 'critical'>,
): QuotaState {
  if (limit.kind === 'unlimited') return 'UNLIMITED';
  if (limit.kind === 'unknown' || used === null) return 'UNKNOWN';
  if (used > limit.value) return 'EXCEEDED';
  if (limit.value === 0n) return 'OK';
  if (reachingIsExceeding && used === limit.value) return 'EXCEEDED';
  if (reaches(used, limit.value, policy.critical)) return 'CRITICAL';
  return reaches(used, limit.value, policy.warning) ? 'WARNING' : 'OK';
}

function reaches(used: bigint, limit: bigint, threshold: number): boolean {
  return used * MILLION >= limit * BigInt(Math.round(threshold * Number(MILLION)));
}

function overageLimit(limit: bigint, overage: Overage): bigint | null {
  return overage.kind === 'factor' ? (limit * overage.numerator) / overage.denominator : null;
}
