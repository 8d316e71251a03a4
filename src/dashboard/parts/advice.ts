/** What to do about a refusal, for those whose own words do not say it. */
import type { MutationErrorCode } from '../generated/graphql.js';

const GONE = 'It may have been removed meanwhile, or this key does not see it any more.';

const ADVICE: Partial<Readonly<Record<MutationErrorCode, string>>> = {
  LICENSE_ALREADY_USED:
    'Each license file can be uploaded once. Ask the vendor for a new file, or see whether its license is in force already.',
  INVALID_LICENSE_FILE:
    'Send the license file exactly as the vendor delivered it, neither opened and saved again nor cut off.',
  LICENSE_EXPIRED: 'Ask the vendor for a license that is still in force.',
  INSUFFICIENT_DATA_ALLOWANCE:
    'More data was scanned already than this license allows. Ask the vendor for one with a larger allowance.',
  LAST_LICENSE_IN_ACTIVE_GROUP: 'Activate another group or add another license first.',
  MACHINE_EXISTS: 'Deactivate the machine that has this fingerprint, or give another one.',
  MACHINE_LIMIT_EXCEEDED: 'Deactivate a machine that is no longer used, or raise the limit of machines.',
  LIMIT_EXCEEDED: 'Raise the limit, or take away what it counts and is no longer used.',
  USES_LIMIT_EXCEEDED: 'Count by less, reset the uses, or raise the limit of uses.',
  LICENSE_SUSPENDED: 'Reinstate the license first.',
  POOL_EXISTS: 'Choose another name.',
  MAX_POOL_EXISTS: 'Give this pool a size, or change the pool that has MAX first.',
  LICENSE_NOT_FOUND: GONE,
  SOURCE_NOT_FOUND: GONE,
  GROUP_NOT_FOUND: GONE,
  STACK_NOT_FOUND: GONE,
  POOL_NOT_FOUND: GONE,
  TARGET_NOT_FOUND: GONE,
  POLICY_NOT_FOUND: GONE,
  MESSAGE_NOT_FOUND: GONE,
  UPSTREAM_UNAVAILABLE: 'Nothing was changed. Try again in a while; the page of the source says how it is.',
  OUTCOME_UNKNOWN: 'It may have been done. Look at what the page shows before you try again.',
};

/** Null where the refusal says all there is to say. */
export function adviceOn(code: MutationErrorCode): string | null {
  return ADVICE[code] ?? null;
}
