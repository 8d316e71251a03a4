/** What Keygen limits, as one table: the noun in sentences, and the code of a validation that finds too much of it. */
import type { QuotaDimension } from '../../domain/vocabulary.js';

export type CountedDimension = Extract<
  QuotaDimension,
  'USERS' | 'MACHINES' | 'CORES' | 'MEMORY_BYTES' | 'DISK_BYTES' | 'PROCESSES'
>;

export const DIMENSIONS: Readonly<Record<CountedDimension, { readonly noun: string; readonly code: string }>> = {
  USERS: { noun: 'users', code: 'TOO_MANY_USERS' },
  MACHINES: { noun: 'machines', code: 'TOO_MANY_MACHINES' },
  CORES: { noun: 'cores', code: 'TOO_MANY_CORES' },
  MEMORY_BYTES: { noun: 'bytes of memory', code: 'TOO_MUCH_MEMORY' },
  DISK_BYTES: { noun: 'bytes of disk', code: 'TOO_MUCH_DISK' },
  PROCESSES: { noun: 'processes', code: 'TOO_MANY_PROCESSES' },
};
