/** What each license adds to a limit and takes along when it ends. Pure. */
import type { Limit, LimitPart } from '../../domain/entities.js';

/** A license that counts today. */
export interface CountingLicense {
  readonly id: string;
  /** Bytes a day; null: unreadable or unlimited. */
  readonly quotaBytes: bigint | null;
  /** Null: never, or not known (then `expiryUnknown`). */
  readonly expiresAt: Date | null;
  readonly expiryUnknown: boolean;
}

/** Of a stack's licenses, those that end first first; null when one of them does not say what it adds, or until when. */
export function partsOf(licenses: readonly CountingLicense[]): readonly LimitPart[] | null {
  const parts: LimitPart[] = [];
  for (const { id, quotaBytes, expiresAt, expiryUnknown } of licenses) {
    if (quotaBytes === null || expiryUnknown) return null;
    if (quotaBytes > 0n) parts.push({ licenseId: id, amount: quotaBytes, until: expiresAt });
  }
  return parts.sort(byEnd);
}

/** The parts of several stacks together; null as soon as those of one are not known. */
export function allParts(ofStacks: readonly (readonly LimitPart[] | null)[]): readonly LimitPart[] | null {
  return ofStacks.includes(null) ? null : ofStacks.flatMap((parts) => parts ?? []).sort(byEnd);
}

/** Those parts, unless they make more than the limit: then something else bounds it, and what ends takes less along. */
export function partsWithin(limit: Limit, parts: readonly LimitPart[] | null): readonly LimitPart[] | null {
  if (limit.kind !== 'limited' || parts === null) return null;
  return parts.reduce((sum, { amount }) => sum + amount, 0n) > limit.value ? null : parts;
}

/** A MAX pool shrinks with its stack; a sized one keeps its size until the last license of the stack has ended. */
export function poolParts(
  limit: Limit,
  isMax: boolean,
  ofStack: readonly LimitPart[] | null,
): readonly LimitPart[] | null {
  if (limit.kind !== 'limited' || limit.value === 0n || ofStack === null) return null;
  if (isMax) return ofStack;
  const last = ofStack.at(-1);
  return last === undefined || last.until === null ? null : [{ ...last, amount: limit.value }];
}

function byEnd(a: LimitPart, b: LimitPart): number {
  const end = (part: LimitPart) => part.until?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return end(a) - end(b) || (a.licenseId < b.licenseId ? -1 : 1);
}
