/** What counts against a limit, and how far beyond it a policy lets one go (facts 1.4). */
import type { MachineTotals } from './rules.js';
import type { Limits, Policy } from './state.js';

export interface Dimension {
  readonly count: (totals: MachineTotals) => bigint;
  readonly limit: (limits: Limits) => bigint | null;
  /** Of a validation. */
  readonly tooMany: string;
  /** Of an activation. */
  readonly exceeded: string;
  /** As a detail names it. */
  readonly noun: string;
}

export const MACHINES: Dimension = {
  count: (totals) => BigInt(totals.count),
  limit: (limits) => whole(limits.maxMachines),
  tooMany: 'TOO_MANY_MACHINES',
  exceeded: 'MACHINE_LIMIT_EXCEEDED',
  noun: 'machines',
};

/** What the machines add up to, in the vendor's order of checking. */
export const MACHINE_SUMS: readonly Dimension[] = [
  {
    count: (totals) => BigInt(totals.cores),
    limit: (limits) => whole(limits.maxCores),
    tooMany: 'TOO_MANY_CORES',
    exceeded: 'MACHINE_CORE_LIMIT_EXCEEDED',
    noun: 'machine cores',
  },
  {
    count: (totals) => totals.memory,
    limit: (limits) => limits.maxMemory,
    tooMany: 'TOO_MUCH_MEMORY',
    exceeded: 'MACHINE_MEMORY_LIMIT_EXCEEDED',
    noun: 'bytes of machine memory',
  },
  {
    count: (totals) => totals.disk,
    limit: (limits) => limits.maxDisk,
    tooMany: 'TOO_MUCH_DISK',
    exceeded: 'MACHINE_DISK_LIMIT_EXCEEDED',
    noun: 'bytes of machine disk',
  },
];

/**
 * Whether `count` is no more than the limit times the strategy's factor, that bound included. Compared as fractions: the
 * limit of a license need not be divisible, and 5 times 1.25 is 6.25.
 */
export function isWithin(strategy: Policy['overageStrategy'], count: bigint, limit: bigint): boolean {
  switch (strategy) {
    case 'ALWAYS_ALLOW_OVERAGE':
      return true;
    case 'ALLOW_1_25X_OVERAGE':
      return count * 4n <= limit * 5n;
    case 'ALLOW_1_5X_OVERAGE':
      return count * 2n <= limit * 3n;
    case 'ALLOW_2X_OVERAGE':
      return count <= limit * 2n;
    case 'NO_OVERAGE':
      return count <= limit;
  }
}

/** Of a node-locked license only these two are kept to; by quarters and halves one machine cannot be exceeded. */
export function machineStrategy({ floating, overageStrategy: strategy }: Policy): Policy['overageStrategy'] {
  if (floating || strategy === 'ALWAYS_ALLOW_OVERAGE' || strategy === 'ALLOW_2X_OVERAGE') return strategy;
  return 'NO_OVERAGE';
}

/** A node-locked license that names no limit is locked to one machine. Null: unlimited. */
export function machineLimit(limits: Limits, { floating }: Policy): bigint | null {
  return MACHINES.limit(limits) ?? (floating ? null : 1n);
}

export function whole(limit: number | null): bigint | null {
  return limit === null ? null : BigInt(limit);
}
