/** Whether a write whose answer was lost took effect, judged by the license before and now; null `now`: it is gone. */
import { isDeepStrictEqual } from 'node:util';
import type { LicenseEdit, LimitName } from '../../../domain/commands.js';
import type { JsonValue } from '../../../domain/json.js';
import type { Confirmation } from '../../write.js';
import type { LicenseRow, PolicyRow } from '../shapes.js';

export type Judgement = (before: LicenseRow, now: LicenseRow | null) => Confirmation<null>;

const YES = { happened: true, value: null } as const;
const NO = { happened: false } as const;
const UNTOLD = { happened: null } as const;
const GONE = { happened: null, seen: 'the license is no longer there' } as const;

export const deleted: Judgement = (_before, now) => (now === null ? YES : NO);

export function suspendedIs(wanted: boolean): Judgement {
  return (_before, now) => {
    if (now === null) return GONE;
    if (now.unreadable.includes('suspended')) return UNTOLD;
    return now.values.suspended === wanted ? YES : NO;
  };
}

/** A renewal by somebody else looks like ours; only that there was none can be seen. */
export const renewed: Judgement = (before, now) => {
  if (now === null) return GONE;
  if (isUnreadable('expiry', before, now)) return UNTOLD;
  const [was, is] = [before.values.expiry, now.values.expiry];
  if (was?.getTime() === is?.getTime()) return NO;
  const seen = `the license ended ${dateText(was)} before and ends ${dateText(is)} now, which somebody else may have done`;
  return { happened: null, seen };
};

/** Whoever did it, it is checked in. An earlier time tells nothing. */
export const checkedIn: Judgement = (before, now) => {
  if (now === null) return GONE;
  if (isUnreadable('lastCheckIn', before, now)) return UNTOLD;
  const was = before.values.lastCheckIn?.getTime() ?? null;
  const is = now.values.lastCheckIn?.getTime() ?? null;
  if (is === was) return NO;
  return is !== null && is > (was ?? Number.NEGATIVE_INFINITY) ? YES : UNTOLD;
};

/** Others may have counted since, from 0 on or not. */
export const usesAreReset: Judgement = (before, now) => {
  if (now === null) return GONE;
  const uses = usesOf(now);
  if (uses === 0n) return YES;
  return uses !== null && uses === usesOf(before) ? NO : UNTOLD;
};

/** The vendor keeps no record of who counted: a step of ours looks like one of somebody else. */
export const usesAreSeen: Judgement = (before, now) => {
  if (now === null) return GONE;
  const seen = `uses were ${usesOf(before) ?? 'unreadable'} before and are ${usesOf(now) ?? 'unreadable'} now, which others may have changed as well`;
  return { happened: null, seen };
};

/** What an edit asks to be as the policy has it; only then is the policy needed. */
export function leavesToPolicy(edit: LicenseEdit): boolean {
  return edit.protected === null || Object.values(edit.limits ?? {}).includes(null);
}

/** `policy` is null where nothing is left to it. */
export function edited(edit: LicenseEdit, policy: PolicyRow | null): Judgement {
  return (before, now) => {
    if (now === null) return GONE;
    if (now.unreadable.some((name) => isAsked(edit, name))) return UNTOLD;
    if (isAsAsked(edit, now, policy)) return YES;
    const { updated } = now.values;
    const isUntouched = updated !== null && updated.getTime() === before.values.updated?.getTime();
    // Changed, but into something else: by somebody, or by the vendor's own way of writing what was asked.
    return isUntouched ? NO : UNTOLD;
  };
}

/** Of a field by the vendor's name. */
function isAsked(edit: LicenseEdit, name: string): boolean {
  const asked = name === 'expiry' ? edit.expiresAt : ({ ...edit, ...edit.limits } as Record<string, unknown>)[name];
  return asked !== undefined;
}

function isAsAsked(edit: LicenseEdit, now: LicenseRow, policy: PolicyRow | null): boolean {
  const { values } = now;
  const { name, expiresAt, metadata, limits = {} } = edit;
  if (name !== undefined && values.name !== name) return false;
  if (expiresAt !== undefined && values.expiry?.getTime() !== expiresAt?.getTime()) return false;
  if (edit.protected !== undefined && values.protected !== (edit.protected ?? policy?.values.protected)) return false;
  // The vendor writes the names in metadata its own way: `max_seats` comes back as `maxSeats`.
  if (metadata !== undefined && !isDeepStrictEqual(folded(values.metadata), folded(metadata))) return false;
  return (Object.keys(limits) as LimitName[]).every((limit) => {
    const wanted = limits[limit];
    if (wanted === undefined) return true;
    return big(values[limit]) === (wanted ?? big(policy?.values[limit] ?? null));
  });
}

function isUnreadable(name: string, ...rows: readonly LicenseRow[]): boolean {
  return rows.some(({ unreadable }) => unreadable.includes(name));
}

function dateText(date: Date | null): string {
  return date === null ? 'never' : date.toISOString();
}

/** The vendor's column may be empty, which counts as 0; null when it cannot be read. */
function usesOf({ values, unreadable }: LicenseRow): bigint | null {
  return unreadable.includes('uses') ? null : (values.uses ?? 0n);
}

function big(value: number | bigint | null): bigint | null {
  return value === null ? null : BigInt(value);
}

function folded(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.entries(value).map(([name, item]) => [fold(name), folded(item)] as const);
  return Object.fromEntries(names);
}

function fold(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
