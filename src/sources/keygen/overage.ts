/** How far above a limit Keygen lets a license go: exact rationals, because a license's own limit need not divide evenly. */
import type { Overage } from '../../domain/entities.js';

const NONE: Overage = { kind: 'none' };

/** Words of `overageStrategy`; one strategy covers users, machines, cores, memory, disk and processes. */
const OVERAGES: ReadonlyMap<string, Overage> = new Map<string, Overage>([
  ['NO_OVERAGE', NONE],
  ['ALWAYS_ALLOW_OVERAGE', { kind: 'unbounded' }],
  ['ALLOW_1_25X_OVERAGE', { kind: 'factor', numerator: 5n, denominator: 4n }],
  ['ALLOW_1_5X_OVERAGE', { kind: 'factor', numerator: 3n, denominator: 2n }],
  ['ALLOW_2X_OVERAGE', { kind: 'factor', numerator: 2n, denominator: 1n }],
]);

/** Null: a word that is not known here. */
export function overageOf(strategy: string): Overage | null {
  return OVERAGES.get(strategy) ?? null;
}

/** A node-locked license's machines honor only ALWAYS and 2X; its cores, memory, disk and processes honor all. */
export function machineOverageOf(strategy: string, floating: boolean): Overage | null {
  const overage = overageOf(strategy);
  if (floating || overage?.kind !== 'factor' || overage.denominator === 1n) return overage;
  return NONE;
}

/** The largest number that is allowed: floor(limit × factor); null where any is. */
export function mostAllowed(overage: Overage, limit: bigint): bigint | null {
  switch (overage.kind) {
    case 'none':
      return limit;
    case 'unbounded':
      return null;
    case 'factor':
      return (limit * overage.numerator) / overage.denominator;
  }
}

/** Whether `count` above `limit` is still allowed; the bound itself is. */
export function isAllowed(overage: Overage, count: bigint, limit: bigint): boolean {
  const most = mostAllowed(overage, limit);
  return most === null || count <= most;
}
