/** A refusal, by rule or by the vendor, as data: what was asked for cannot be, and which part of it is why. */

export type MutationErrorCode =
  | 'LICENSE_ALREADY_USED'
  | 'INVALID_LICENSE_FILE'
  | 'LICENSE_EXPIRED'
  | 'INSUFFICIENT_DATA_ALLOWANCE'
  | 'LICENSE_NOT_FOUND'
  | 'LAST_LICENSE_IN_ACTIVE_GROUP'
  | 'SOURCE_NOT_FOUND'
  | 'GROUP_NOT_FOUND'
  | 'STACK_NOT_FOUND'
  | 'POOL_NOT_FOUND'
  | 'TARGET_NOT_FOUND'
  | 'POLICY_NOT_FOUND'
  | 'MESSAGE_NOT_FOUND'
  | 'POOL_EXISTS'
  | 'MACHINE_EXISTS'
  | 'MAX_POOL_EXISTS'
  | 'FIXED_POOL'
  | 'INVALID_QUOTA'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'USES_LIMIT_EXCEEDED'
  | 'MACHINE_LIMIT_EXCEEDED'
  | 'LIMIT_EXCEEDED'
  | 'LICENSE_SUSPENDED'
  | 'UNSUPPORTED_BY_SOURCE'
  | 'UPSTREAM_REJECTED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'OUTCOME_UNKNOWN';

export interface MutationError {
  readonly code: MutationErrorCode;
  /** What is wrong and what would do; safe to show. */
  readonly message: string;
  /** The field of the input, from the outside in, positions in lists counted from 0; null when it is no one field. */
  readonly path: readonly string[] | null;
}
