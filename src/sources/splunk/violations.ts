/** Splunk's violation rule: how many warnings of a peer, in which window, block its search. Pure. */

/** What is known of one stack. */
export interface StackTerms {
  /** Global id; absent for one that the server does not list. */
  readonly id?: string;
  /** Null: that of a pool which the server does not list. */
  readonly name: string | null;
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
  /** The stack whose size alone decides on that, by the rule of 100 GB a day; null when anything else decides. */
  readonly sizeOf: string | null;
  /** Sentences that name the rule and its numbers. */
  readonly reasons: readonly string[];
}

/** The rule of a stack; of one that is not listed only the settings tell anything. Its name is null where its pool is not listed. */
export type RuleOf = (stack: StackTerms | null, stackName: string | null) => ViolationRule;

export function ruleBook(settings: ViolationSettings): RuleOf {
  const rules = new Map<string | null, ViolationRule>();
  return (stack, stackName) => {
    const name = stack?.name ?? stackName;
    const rule = rules.get(name) ?? violationRule(stack ?? unknownStack(name), settings);
    rules.set(name, rule);
    return rule;
  };
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
    '',
  );
  const window = chosen(
    'window_period',
    settings.windowDays,
    'windowDays',
    stack.windowPeriod,
    stack.licenses.map((license) => license.windowPeriod),
    Math.max,
    ' days',
  );
  const enforcement = enforcementOf(stack, settings);
  const subject = stack.name === null ? 'The stack of a pool that is not listed' : `Stack "${stack.name}"`;
  return {
    maxViolations: max.value,
    windowDays: window.value,
    enforced: enforcement.enforced,
    sizeOf: isDecidedBySize(stack, settings) ? (stack.id ?? null) : null,
    reasons: [`${subject}: ${max.reason}; ${window.reason}.`, `${subject}: ${enforcement.reason}.`],
  };
}

/**
 * Of the rules of the stacks whose pools a peer is active in, the one that counts for it: one that blocks its search
 * already, else one that may block it at a maximum nobody knows, else the one that blocks first. Null: there is no rule.
 */
export function decisiveRule(warningCount: number | null, rules: readonly ViolationRule[]): ViolationRule | null {
  const unknown = Number.MAX_SAFE_INTEGER;
  const inOrder = [...rules].sort(
    (a, b) =>
      urgency(warningCount, a) - urgency(warningCount, b) ||
      (a.maxViolations ?? unknown) - (b.maxViolations ?? unknown) ||
      Number(b.enforced === true) - Number(a.enforced === true) ||
      (b.windowDays ?? unknown) - (a.windowDays ?? unknown) ||
      (a.reasons.join() < b.reasons.join() ? -1 : 1),
  );
  return inOrder[0] ?? null;
}

/** Whether search is blocked for a peer with so many warnings under these rules; null when that cannot be known. */
export function isSearchBlocked(warningCount: number | null, rules: readonly ViolationRule[]): boolean | null {
  const rule = decisiveRule(warningCount, rules);
  return rule === null ? null : blockedBy(warningCount, rule);
}

function urgency(warningCount: number | null, rule: ViolationRule): number {
  if (blockedBy(warningCount, rule) === true) return 0;
  if (rule.enforced === false) return 3;
  return rule.maxViolations === null ? 1 : 2;
}

function blockedBy(warningCount: number | null, rule: ViolationRule): boolean | null {
  if (rule.enforced === false) return false;
  if (warningCount === null || rule.maxViolations === null) return null;
  return warningCount < rule.maxViolations ? false : rule.enforced;
}

function unknownStack(name: string | null): StackTerms {
  return { name, quotaBytes: null, isUnlimited: false, maxViolations: null, windowPeriod: null, licenses: [] };
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

/** With the features unknown it is not: a stack under 100 GB may then be enforced or not. */
function isDecidedBySize(stack: StackTerms, { enforcement, enforcementDisabled }: ViolationSettings): boolean {
  return enforcement === null && enforcementDisabled === false && !stack.isUnlimited && stack.quotaBytes !== null;
}

/** 0 is no threshold that anything could stay under, so it counts as not stated. */
function chosen(
  field: string,
  override: number | null,
  setting: string,
  own: number | null,
  licenses: readonly (number | null)[],
  strictest: (...values: number[]) => number,
  unit: string,
): { value: number | null; reason: string } {
  if (override !== null) return { value: override, reason: `${field} is ${override}${unit} by the setting ${setting}` };
  if (own !== null && own > 0) return { value: own, reason: `${field} is ${own}${unit}` };
  const stated = licenses.filter((value): value is number => value !== null && value > 0);
  if (stated.length === 0) return { value: null, reason: `${field} is not known` };
  const value = strictest(...stated);
  return { value, reason: `${field} is ${value}${unit} by its strictest license` };
}
