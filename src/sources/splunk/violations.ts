/** Splunk's violation rule: how many warnings of a peer, in which window, block its search. Pure. */

/** What is known of one stack. */
export interface StackTerms {
  readonly name: string;
  /** Bytes a day; null when unreadable (or absurd, then `isUnlimited`). */
  readonly quotaBytes: bigint | null;
  readonly isUnlimited: boolean;
  readonly maxViolations: number | null;
  readonly windowPeriod: number | null;
  /** Its licenses that count today. */
  readonly licenses: readonly { readonly maxViolations: number | null; readonly windowPeriod: number | null }[];
}

export interface ViolationSettings {
  readonly maxViolations: number | null;
  readonly windowDays: number | null;
  readonly enforcement: 'HARD' | 'SOFT' | null;
  /** The feature DisableQuotaEnforcement is ENABLED; null when the features could not be read. */
  readonly enforcementDisabled: boolean | null;
}

export interface ViolationRule {
  /** Reaching it is a violation (vendor code counts so, although the manual says "exceeded"); null when not known. */
  readonly maxViolations: number | null;
  readonly windowDays: number | null;
  /** Whether a violation blocks search; null when not known. */
  readonly enforced: boolean | null;
  /** Sentences that name the rule and its numbers. */
  readonly reasons: readonly string[];
}

/** From this much a day on, warnings are shown and search is not blocked (vendor's enforcement rule since 8.1). */
export const UNENFORCED_QUOTA_BYTES = 100n * 1024n ** 3n;

/** The rule of one stack. The numbers are its own, else those of its strictest license, unless the settings override. */
export function violationRule(stack: StackTerms, settings: ViolationSettings): ViolationRule {
  const max = chosen(
    'max_violations',
    settings.maxViolations,
    'maxViolations',
    stack.maxViolations,
    stack.licenses.map((license) => license.maxViolations),
    Math.min,
  );
  const window = chosen(
    'window_period',
    settings.windowDays,
    'windowDays',
    stack.windowPeriod,
    stack.licenses.map((license) => license.windowPeriod),
    Math.max,
  );
  const enforcement = enforcementOf(stack, settings);
  const subject = `Stack "${stack.name}"`;
  return {
    maxViolations: max.value,
    windowDays: window.value,
    enforced: enforcement.enforced,
    reasons: [`${subject}: ${max.reason}; ${window.reason}.`, `${subject}: ${enforcement.reason}.`],
  };
}

/**
 * Whether search is blocked for a peer with so many warnings, whose pools belong to stacks with these rules: true when
 * one of them blocks, null when that cannot be known (no rule, or no count).
 */
export function isSearchBlocked(warningCount: number | null, rules: readonly ViolationRule[]): boolean | null {
  const verdicts = rules.map((rule) => blockedBy(warningCount, rule));
  if (verdicts.includes(true)) return true;
  return verdicts.length === 0 || verdicts.includes(null) ? null : false;
}

function blockedBy(warningCount: number | null, rule: ViolationRule): boolean | null {
  if (rule.enforced === false) return false;
  if (warningCount === null || rule.maxViolations === null) return null;
  return warningCount < rule.maxViolations ? false : rule.enforced;
}

function enforcementOf(stack: StackTerms, settings: ViolationSettings): { enforced: boolean | null; reason: string } {
  if (settings.enforcement !== null) {
    const enforced = settings.enforcement === 'HARD';
    return { enforced, reason: `the setting enforcement ${settings.enforcement} decides whether search is blocked` };
  }
  if (settings.enforcementDisabled === true) {
    return { enforced: false, reason: 'the feature DisableQuotaEnforcement is enabled, search is never blocked' };
  }
  if (stack.isUnlimited) return { enforced: false, reason: 'it is unlimited, search is never blocked' };
  if (stack.quotaBytes === null)
    return { enforced: null, reason: 'its quota is not known, nor whether search is blocked' };
  if (stack.quotaBytes >= UNENFORCED_QUOTA_BYTES) {
    return {
      enforced: false,
      reason: `its quota of ${stack.quotaBytes} bytes is at least 100 GB (${UNENFORCED_QUOTA_BYTES}) a day, search is never blocked`,
    };
  }
  if (settings.enforcementDisabled === null) {
    return { enforced: null, reason: 'whether the feature DisableQuotaEnforcement is enabled could not be read' };
  }
  return {
    enforced: true,
    reason: `its quota of ${stack.quotaBytes} bytes is under 100 GB (${UNENFORCED_QUOTA_BYTES}) a day, reaching the maximum of warnings blocks search`,
  };
}

/** 0 is no threshold that anything could stay under, so it counts as not stated. */
function chosen(
  field: string,
  override: number | null,
  setting: string,
  own: number | null,
  licenses: readonly (number | null)[],
  strictest: (...values: number[]) => number,
): { value: number | null; reason: string } {
  if (override !== null) return { value: override, reason: `${field} is ${override} by the setting ${setting}` };
  if (own !== null && own > 0) return { value: own, reason: `${field} is ${own}` };
  const stated = licenses.filter((value): value is number => value !== null && value > 0);
  if (stated.length === 0) return { value: null, reason: `${field} is not known` };
  const value = strictest(...stated);
  return { value, reason: `${field} is ${value} by its strictest license` };
}
