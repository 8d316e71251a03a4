/**
 * What a license has of each thing Keygen limits, as one table of dimensions with one rule: for the quota (whoever is
 * nearest to the limit) and for the verdict without a scope (what the vendor counts when nobody is named).
 */
import type { Limit, Overage } from '../../domain/entities.js';
import type { QuotaDimension } from '../../domain/vocabulary.js';
import {
  type Census,
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
import type { LicenseRow, PolicyRow } from './shapes.js';

export interface Quantity extends CountedFact {
  /** What comes nearest to the limit: the license's own total, or that of its fullest user or machine. */
  readonly fullest: { readonly used: bigint | null; readonly limit: Limit };
  readonly reasons: readonly string[];
}

/** In the order of the vendor's validation. */
export function quantitiesOf(
  license: LicenseRow,
  policy: PolicyRow | null,
  floating: boolean | null,
  census: Census,
): readonly Quantity[] {
  const strategy = policy === null ? null : (policy.values.overageStrategy ?? 'NO_OVERAGE');
  const overage = strategy === null ? null : overageOf(strategy);
  const machineOverage = strategy === null ? null : machineOverageOf(strategy, floating ?? true);
  const leasing = leasingOf(policy);

  return [
    users(),
    ofMachines('MACHINES', 'machines', machineLimit(), machineOverage),
    ofMachines('CORES', 'cores', limitOf(license, 'maxCores'), overage),
    ofMachines('MEMORY_BYTES', 'memory', limitOf(license, 'maxMemory'), overage),
    ofMachines('DISK_BYTES', 'disk', limitOf(license, 'maxDisk'), overage),
    processes(),
  ];

  function users(): Quantity {
    const count = license.counts['users.count'] ?? null;
    const limit = limitOf(license, 'maxUsers');
    const reasons = [...unread(count, 'users'), ...overageReasons(limit, overage)];
    return { dimension: 'USERS', count, total: count, limit, overage, fullest: { used: count, limit }, reasons };
  }

  function ofMachines(
    dimension: QuotaDimension,
    noun: MachineQuantity,
    limit: Limit,
    allowed: Overage | null,
  ): Quantity {
    const total = totalOf(license, noun, census);
    const { strategy: lease, doubt } = leasing.machines;
    const reasons = [...(doubt === null ? [] : [doubt]), ...overageReasons(limit, allowed)];
    if (noun === 'machines' && floating === false && license.values.maxMachines === null) {
      reasons.push('A node-locked license without maxMachines may have one machine.');
    }
    const base = { dimension, total, limit, overage: allowed };
    if (lease === 'PER_LICENSE') {
      const count = doubt === null ? total : null;
      return { ...base, count, fullest: { used: total, limit }, reasons: [...unread(total, noun), ...reasons] };
    }
    const owners = perOwner(license, noun, census);
    const used = owners === null ? null : largest(owners);

    const rule = `PER_USER leasing: the limit of ${noun} holds for each user alone${ofTotal('user', used, total)}.`;
    const count = owners === null ? null : (owners.get(OWNERLESS) ?? 0n);
    return { ...base, count, fullest: { used, limit }, reasons: [rule, ...unread(used, noun), ...reasons] };
  }

  /** Under PER_MACHINE leasing `maxProcesses` is each machine's limit, and a validation that names no machine counts none. */
  function processes(): Quantity {
    const limit = limitOf(license, 'maxProcesses');
    const total = processTotal(license, census);
    const { strategy: lease, doubt } = leasing.processes;
    const base = { dimension: 'PROCESSES' as const, total, limit, overage };
    const reasons = [...(doubt === null ? [] : [doubt]), ...overageReasons(limit, overage)];
    switch (lease) {
      case 'PER_LICENSE':
        return {
          ...base,
          count: total,
          fullest: { used: total, limit },
          reasons: [...unread(total, 'processes'), ...reasons],
        };
      case 'PER_USER': {
        const owners = processesPerOwner(license, census);
        const used = owners === null ? null : largest(owners);
        const count = owners === null ? null : (owners.get(OWNERLESS) ?? 0n);
        const rule = `PER_USER leasing: the limit of processes holds for each user alone${ofTotal('user', used, total)}.`;
        return { ...base, count, fullest: { used, limit }, reasons: [rule, ...unread(used, 'processes'), ...reasons] };
      }
      case 'PER_MACHINE': {
        const fullest = fullestMachine(license, limit, census);
        const rule = `PER_MACHINE leasing: the limit of processes holds for each machine alone${ofTotal('machine', fullest.used, total)}.`;
        const count = doubt === null ? 0n : null;
        return { ...base, count, fullest, reasons: [rule, ...unread(fullest.used, 'processes'), ...reasons] };
      }
    }
  }

  function machineLimit(): Limit {
    const limit = limitOf(license, 'maxMachines');
    return limit.kind === 'unlimited' && floating === false ? { kind: 'limited', value: 1n } : limit;
  }

  function overageReasons(limit: Limit, allowed: Overage | null): string[] {
    if (limit.kind !== 'limited') return [];
    if (strategy === null) return ['Its policy could not be read: no overage is taken to be allowed.'];
    if (overage === null) return [`Overage strategy "${strategy}" is not known: none is taken to be allowed.`];
    if (allowed?.kind === 'none' && overage.kind !== 'none') {
      return [`${strategy} does not hold for the machines of a node-locked license: none above the limit are allowed.`];
    }
    switch (overage.kind) {
      case 'none':
        return [`${strategy}: nothing above the limit is allowed.`];
      case 'unbounded':
        return [`${strategy}: any number above the limit is allowed.`];
      case 'factor':
        return [`${strategy}: up to ${overage.numerator}/${overage.denominator} of the limit is allowed.`];
    }
  }
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
    const own = census.machineById.get(id)?.values.maxProcesses ?? null;
    const limit: Limit = own === null ? licenseLimit : { kind: 'limited', value: own };
    if (isNearer({ used, limit }, fullest)) fullest = { used, limit };
  }
  return fullest;
}

function isNearer(a: { used: bigint; limit: Limit }, b: { used: bigint; limit: Limit }): boolean {
  if (a.limit.kind !== 'limited' || b.limit.kind !== 'limited') return a.used > b.used;
  return a.used * b.limit.value > b.used * a.limit.value;
}

function largest(amounts: ReadonlyMap<unknown, bigint>): bigint {
  return [...amounts.values()].reduce((most, amount) => (amount > most ? amount : most), 0n);
}

function ofTotal(holder: string, used: bigint | null, total: bigint | null): string {
  return used === null || total === null ? '' : `; the fullest ${holder} has ${used} of the license's ${total}`;
}

function unread(used: bigint | null, noun: string): string[] {
  return used === null ? [`The number of ${noun} could not be read.`] : [];
}
