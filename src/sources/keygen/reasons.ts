/** Why a quota of Keygen's is as it is: the vendor's rule by its name, and the numbers it was applied to. */
import type { Limit, Overage } from '../../domain/entities.js';
import { type CountedDimension, DIMENSIONS } from './dimensions.js';
import { mostAllowed, overageOf } from './overage.js';

export type Lease = 'PER_LICENSE' | 'PER_USER' | 'PER_MACHINE';

/** What is compared with the limit. */
export interface Held {
  readonly dimension: CountedDimension;
  /** Whose number it is: the license's own, or that of its fullest user or machine. */
  readonly lease: Lease;
  readonly used: bigint | null;
  readonly limit: Limit;
  /** All of the license's. */
  readonly total: bigint | null;
  /** Null: not known. */
  readonly overage: Overage | null;
}

/** What the license and its policy say of all its limits. */
export interface Rules {
  /** `overageStrategy`; null: its policy could not be read. */
  readonly strategy: string | null;
  readonly strict: boolean | null;
}

export function reasonsOf(held: Held, rules: Rules): string[] {
  const { limit } = held;
  return [countReason(held), ...(limit.kind === 'limited' ? [limitReason(held, limit.value, rules)] : [])];
}

/** Uses know no overage, whatever the policy says: they are refused when one more is asked for, and never invalidate. */
export function usesReasons(used: bigint | null, limit: Limit): string[] {
  const count = counted(used, limit, 'uses', 'are counted');
  if (limit.kind !== 'limited') return [count];
  const rule = `maxUses allows no overage: a use above ${limit.value} is refused (USES_LIMIT_EXCEEDED), but the license stays valid.`;
  return [count, rule];
}

/** `noun`: what of the account is counted against the group's limit. */
export function groupReasons(used: bigint | null, limit: Limit, noun: string): string[] {
  const count =
    used === null
      ? `The account's ${noun} could not be read, so the group's are not counted.`
      : counted(used, limit, noun, 'name this group');
  if (limit.kind !== 'limited') return [count];
  return [count, `A group allows no overage: above ${limit.value}, more ${noun} are refused.`];
}

function countReason({ dimension, lease, used, limit, total }: Held): string {
  const { noun } = DIMENSIONS[dimension];
  if (lease === 'PER_LICENSE') return counted(used, limit, noun, 'are used');
  const holder = lease === 'PER_USER' ? 'user' : 'machine';
  const rule = `${lease} leasing: ${noun} are counted for each ${holder} alone`;
  if (used === null) return `${rule}; how many the fullest has could not be read.`;
  const most = limit.kind === 'limited' ? `${used} of ${limit.value}` : String(used);
  return `${rule}; the fullest has ${most}${total === null ? '' : `, the license ${total} in all`}.`;
}

function counted(used: bigint | null, limit: Limit, noun: string, are: string): string {
  if (used === null) return `The number of ${noun} could not be read.`;
  if (limit.kind === 'limited') return `${used} of ${limit.value} ${noun} ${are}.`;
  return `${used} ${noun} ${are}${limit.kind === 'unlimited' ? '; no limit is set' : ''}.`;
}

function limitReason(held: Held, limit: bigint, rules: Rules): string {
  const { strategy } = rules;
  if (strategy === null) return `Its policy could not be read: none above ${limit} is taken to be allowed.`;
  const general = overageOf(strategy);
  if (general === null || held.overage === null) {
    return `Overage strategy "${strategy}" is not known: none above ${limit} is taken to be allowed.`;
  }
  const refused = `more ${DIMENSIONS[held.dimension].noun} are refused${validation(held, rules)}`;
  switch (held.overage.kind) {
    case 'none':
      return general.kind === 'none'
        ? `${strategy}: above ${limit}, ${refused}.`
        : `${strategy} does not hold for the machines of a node-locked license: above ${limit}, ${refused}.`;
    case 'factor': {
      const { numerator, denominator } = held.overage;
      const share = denominator === 1n ? `${numerator} × ${limit}` : `${numerator}/${denominator} of ${limit}`;
      return `${strategy}: up to ${mostAllowed(held.overage, limit)} (${share}) are allowed; above that, ${refused}.`;
    }
    case 'unbounded':
      return `${strategy}: any number above ${limit} is allowed${stillValid(held, rules)}.`;
  }
}

/** What a validation makes of more than is allowed. Only users are checked of a license that is not strict. */
function validation({ dimension, lease }: Held, { strict }: Rules): string {
  if (dimension !== 'USERS' && strict === null) return '';
  if (dimension !== 'USERS' && strict === false) return '; validation does not look, as the license is not strict';
  const whose = lease === 'PER_LICENSE' ? '' : ` for that ${lease === 'PER_USER' ? 'user' : 'machine'}`;
  return `, and validation${whose} fails with ${DIMENSIONS[dimension].code}`;
}

function stillValid({ dimension }: Held, { strict }: Rules): string {
  if (dimension !== 'USERS' && strict !== true) return '';
  return `; validation then says ${DIMENSIONS[dimension].code} and stays valid`;
}
