/** The closed word lists of the contract. Order matters where a comment says so. */

export const sourceStatuses = [
  'PENDING',
  'OK',
  'UNREACHABLE',
  'TIMEOUT',
  'AUTH_FAILED',
  'FORBIDDEN',
  'TLS_UNTRUSTED',
  'RATE_LIMITED',
  'BAD_RESPONSE',
  'UNSUPPORTED',
] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

/** From best to worst. */
export const licenseStatuses = [
  'ACTIVE',
  'INACTIVE',
  'EXPIRING',
  'UNKNOWN',
  'EXCEEDED',
  'EXPIRED',
  'SUSPENDED',
  'BANNED',
  'ABSENT',
] as const;
export type LicenseStatus = (typeof licenseStatuses)[number];

/** From best to worst. */
export const quotaStates = ['UNLIMITED', 'OK', 'UNKNOWN', 'WARNING', 'CRITICAL', 'EXCEEDED'] as const;
export type QuotaState = (typeof quotaStates)[number];

export const quotaDimensions = [
  'INDEXED_BYTES_PER_DAY',
  'SCANNED_BYTES',
  'TARGETS',
  'MACHINES',
  'PROCESSES',
  'USERS',
  'CORES',
  'MEMORY_BYTES',
  'DISK_BYTES',
  'USES',
  'LICENSES',
  'WARNINGS',
] as const;
export type QuotaDimension = (typeof quotaDimensions)[number];

/** What the `used` and `limit` of a pool, and the usage of a thing, are of. */
export const chiefDimensions: readonly QuotaDimension[] = ['INDEXED_BYTES_PER_DAY', 'SCANNED_BYTES', 'TARGETS'];

export type QuotaMeasure = 'DAILY_COUNTER' | 'HIGH_WATER' | 'GAUGE' | 'CUMULATIVE' | 'ROLLING_WINDOW';
export type Enforcement = 'HARD' | 'SOFT' | 'INFORMATIONAL';
export type PoolUnit = 'BYTES' | 'COUNT';
export type MessageOrigin = 'VENDOR' | 'GATEWAY';

/** From mildest to gravest. */
export const messageSeverities = ['INFO', 'WARN', 'ERROR'] as const;
export type MessageSeverity = (typeof messageSeverities)[number];

export const licenseConflicts = ['STATE_EXPIRY_MISMATCH', 'STATE_POOL_MISMATCH', 'REPORTED_WORSE'] as const;
export type LicenseConflict = (typeof licenseConflicts)[number];

/** What a source can be asked to do: the mutations of the contract, in constant case. */
export const capabilities = [
  'REFRESH_SOURCE',
  'UPLOAD_LICENSE',
  'DELETE_LICENSE',
  'ACTIVATE_GROUP',
  'CREATE_POOL',
  'UPDATE_POOL',
  'DELETE_POOL',
  'CREATE_LICENSE',
  'UPDATE_LICENSE',
  'SUSPEND_LICENSE',
  'REINSTATE_LICENSE',
  'RENEW_LICENSE',
  'CHECK_IN_LICENSE',
  'VALIDATE_LICENSE',
  'REVOKE_LICENSE',
  'INCREMENT_USAGE',
  'DECREMENT_USAGE',
  'RESET_USAGE',
  'ACTIVATE_MACHINE',
  'DEACTIVATE_MACHINE',
] as const;
export type Capability = (typeof capabilities)[number];

/** The worse of two words of a list that runs from best to worst. */
export function worse<T extends string>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
