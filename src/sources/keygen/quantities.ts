/**
 * What a license has of each thing Keygen limits, as one table of dimensions with one rule: for the quota (whoever is
 * nearest to the limit) and for the verdict without a scope (what the vendor counts when nobody is named).
 */
import type { Limit } from '../../domain/entities.js';
import type { CountedDimension } from './dimensions.js';
import {
  type Census,
  type Holder,
  leasingOf,
  type MachineQuantity,
  OWNERLESS,
  perOwner,
  processesPerMachine,
  processesPerOwner,
  processTotal,
  totalOf,
} from './leasing.js';
import type { CountedFact } from './model.js';
import { machineOverageOf, overageOf } from './overage.js';
import { type Lease, reasonsOf } from './reasons.js';
import { type LicenseRow, type MachineRow, type PolicyRow, strategyOf } from './shapes.js';

export interface Quantity extends CountedFact {
  /** What comes nearest to the limit: the license's own total, or that of its fullest user or machine. */
  readonly fullest: { readonly used: bigint | null; readonly limit: Limit };
  readonly reasons: readonly string[];
}

/** What a license inherits from its policy; null: not known. */
export interface Inherited {
  readonly floating: boolean | null;
  readonly strict: boolean | null;
}

/** In the order of the vendor's validation. */
export function quantitiesOf(
  license: LicenseRow,
  policy: PolicyRow | null,
  { floating, strict }: Inherited,
  census: Census,
): readonly Quantity[] {
  const strategy = strategyOf(policy, 'overageStrategy', 'NO_OVERAGE');
  const general = strategy === null ? null : overageOf(strategy);
  const ofMachine = strategy === null ? null : machineOverageOf(strategy, floating ?? true);
  const leasing = leasingOf(policy);

  return [
    users(),
    ofMachines('MACHINES', 'machines', machineLimit()),
    ofMachines('CORES', 'cores', limitOf(license, 'maxCores')),
    ofMachines('MEMORY_BYTES', 'memory', limitOf(license, 'maxMemory')),
    ofMachines('DISK_BYTES', 'disk', limitOf(license, 'maxDisk')),
    processes(),
  ];

  function users(): Quantity {
    const count = license.counts['users.count'] ?? null;
    const limit = limitOf(license, 'maxUsers');
    return quantity('USERS', limit, { lease: 'PER_LICENSE', doubt: null, count, total: count, fullest: count });
  }

  function ofMachines(dimension: CountedDimension, noun: MachineQuantity, limit: Limit): Quantity {
    const total = totalOf(license, noun, census);
    const { strategy: lease, doubt } = leasing.machines;
    if (lease === 'PER_LICENSE') {
      return quantity(dimension, limit, { lease, doubt, count: doubt === null ? total : null, total, fullest: total });
    }
    const owners = perOwner(license, noun, census);
    return quantity(dimension, limit, { lease, doubt, total, ...ofOwners(owners) });
  }

  /** Under PER_MACHINE leasing `maxProcesses` is each machine's limit, and a validation that names no machine counts none. */
  function processes(): Quantity {
    const limit = limitOf(license, 'maxProcesses');
    const total = processTotal(license, census);
    const { strategy: lease, doubt } = leasing.processes;
    switch (lease) {
      case 'PER_LICENSE':
        return quantity('PROCESSES', limit, { lease, doubt, count: total, total, fullest: total });
      case 'PER_USER':
        return quantity('PROCESSES', limit, { lease, doubt, total, ...ofOwners(processesPerOwner(license, census)) });
      case 'PER_MACHINE': {
        const count = doubt === null ? 0n : null;
        const machine = fullestMachine(license, limit, census);
        return quantity('PROCESSES', limit, { lease, doubt, count, total, fullest: machine.used }, machine.limit);
      }
    }
  }

  function quantity(dimension: CountedDimension, limit: Limit, held: Held, limitOfFullest = limit): Quantity {
    const { lease, doubt, count, total, fullest: used } = held;
    const overage = dimension === 'MACHINES' ? ofMachine : general;
    const reasons = reasonsOf({ dimension, lease, used, total, limit: limitOfFullest, overage }, { strategy, strict });
    return {
      dimension,
      count,
      total,
      limit,
      overage,
      fullest: { used, limit: limitOfFullest },
      reasons: [...(doubt === null ? [] : [doubt]), ...reasons, ...lockedReasons(dimension)],
    };
  }

  function machineLimit(): Limit {
    const limit = limitOf(license, 'maxMachines');
    if (limit.kind !== 'unlimited' || floating === true) return limit;
    if (floating === false) return { kind: 'limited', value: 1n };
    return { kind: 'unknown', reason: 'Whether it is node-locked cannot be read, nor so its limit of machines.' };
  }

  function lockedReasons(dimension: CountedDimension): string[] {
    const isImplied =
      dimension === 'MACHINES' && floating === false && limitOf(license, 'maxMachines').kind === 'unlimited';
    return isImplied ? ['A node-locked license without maxMachines may have one machine.'] : [];
  }
}

interface Held {
  readonly lease: Lease;
  /** Why the leasing strategy is not known; null when it is. */
  readonly doubt: string | null;
  readonly count: bigint | null;
  readonly total: bigint | null;
  /** Of the license, or of its fullest user or machine. */
  readonly fullest: bigint | null;
}

/** A validation that names no user counts what nobody owns. */
function ofOwners(owners: ReadonlyMap<Holder, bigint> | null): Pick<Held, 'count' | 'fullest'> {
  return owners === null
    ? { count: null, fullest: null }
    : { count: owners.get(OWNERLESS) ?? 0n, fullest: largest(owners) };
}

export function limitOf<N extends string>(
  row: { readonly values: { readonly [K in N]: bigint | number | null }; readonly unreadable: readonly string[] },
  name: N,
): Limit {
  if (row.unreadable.includes(name)) return { kind: 'unknown', reason: `The vendor's ${name} cannot be read.` };
  const value = row.values[name];
  return value === null ? { kind: 'unlimited' } : { kind: 'limited', value: BigInt(value) };
}

/** The machine nearest to its limit, which may be the machine's own. */
function fullestMachine(license: LicenseRow, licenseLimit: Limit, census: Census) {
  const machines = processesPerMachine(license, census);
  if (machines === null) return { used: null, limit: licenseLimit };
  let fullest: { used: bigint; limit: Limit } = { used: 0n, limit: licenseLimit };
  for (const [id, used] of machines) {
    const limit = ownLimit(census.machineById.get(id)) ?? licenseLimit;
    if (isNearer({ used, limit }, fullest)) fullest = { used, limit };
  }
  return fullest;
}

function ownLimit(machine: MachineRow | undefined): Limit | null {
  const limit = machine === undefined ? null : limitOf(machine, 'maxProcesses');
  return limit?.kind === 'unlimited' ? null : limit;
}

function isNearer(a: { used: bigint; limit: Limit }, b: { used: bigint; limit: Limit }): boolean {
  if (a.limit.kind !== 'limited' || b.limit.kind !== 'limited') return a.used > b.used;
  return a.used * b.limit.value > b.used * a.limit.value;
}

function largest(amounts: ReadonlyMap<unknown, bigint>): bigint {
  return [...amounts.values()].reduce((most, amount) => (amount > most ? amount : most), 0n);
}
