/** Who holds what of a license: its machines and processes counted as its policy's leasing strategies count them. */
import { groupBy } from '../../domain/lists.js';
import type { Lease } from './reasons.js';
import { type CountedRow, type LicenseRow, type MachineRow, type PolicyRow, strategyOf } from './shapes.js';

/** Machines and processes by what they belong to; null: that list was not read. */
export interface Census {
  readonly machines: ReadonlyMap<string, readonly MachineRow[]> | null;
  /** By license. */
  readonly processes: ReadonlyMap<string, readonly CountedRow[]> | null;
  readonly machineById: ReadonlyMap<string, MachineRow>;
}

/** Under PER_USER leasing, the machines that nobody owns are one holder's, too. */
export type Holder = string | typeof OWNERLESS;
export const OWNERLESS = Symbol('ownerless');

export type MachineQuantity = 'machines' | 'cores' | 'memory' | 'disk';

export interface Leasing {
  /** PER_LICENSE or PER_USER; a word that is not known counts as the vendor's default, and `doubt` says so. */
  readonly machines: { readonly strategy: Exclude<Lease, 'PER_MACHINE'>; readonly doubt: string | null };
  readonly processes: { readonly strategy: Lease; readonly doubt: string | null };
}

const MACHINE_STRATEGIES = ['PER_LICENSE', 'PER_USER'] as const;
const PROCESS_STRATEGIES = ['PER_MACHINE', 'PER_LICENSE', 'PER_USER'] as const;

export function takeCensus(machines: readonly MachineRow[] | null, processes: readonly CountedRow[] | null): Census {
  return {
    machines: machines && groupBy(machines, (row) => row.linked.license),
    processes: processes && groupBy(processes, (row) => row.linked.license),
    machineById: new Map((machines ?? []).map((row) => [row.id, row])),
  };
}

export function leasingOf(policy: PolicyRow | null): Leasing {
  return {
    machines: known(MACHINE_STRATEGIES, strategyOf(policy, 'machineLeasingStrategy', 'PER_LICENSE'), 'machine'),
    processes: known(PROCESS_STRATEGIES, strategyOf(policy, 'processLeasingStrategy', 'PER_MACHINE'), 'process'),
  };
}

/** All of a license's: the vendor's own count, else that of the machines read. Null: neither is to be had. */
export function totalOf(license: LicenseRow, quantity: MachineQuantity, census: Census): bigint | null {
  const path = quantity === 'machines' ? 'machines.count' : `machines.${quantity}`;
  const told = license.counts[path] ?? null;
  if (told !== null || license.unreadable.includes(path)) return told;
  const machines = machinesOf(license, census);
  return machines && sum(machines, quantity);
}

/** What each holder has of a license's machines. Null: not all of them were read. */
export function perOwner(
  license: LicenseRow,
  quantity: MachineQuantity,
  census: Census,
): ReadonlyMap<Holder, bigint> | null {
  const machines = machinesOf(license, census);
  if (machines === null) return null;
  const sums = [...groupBy(machines, ownerOf)].map(([holder, rows]) => [holder, sum(rows, quantity)] as const);
  const read = sums.filter((entry): entry is readonly [Holder, bigint] => entry[1] !== null);
  return read.length < sums.length ? null : new Map(read);
}

export function processTotal(license: LicenseRow, census: Census): bigint | null {
  return census.processes && BigInt((census.processes.get(license.id) ?? []).length);
}

/** Processes by the machine they run on. Null: the processes were not read. */
export function processesPerMachine(license: LicenseRow, census: Census): ReadonlyMap<string, bigint> | null {
  if (census.processes === null) return null;
  return counts(groupBy(census.processes.get(license.id) ?? [], (row) => row.linked.machine));
}

/** Processes by the owner of the machine they run on. Null: the processes, or one of those machines, were not read. */
export function processesPerOwner(license: LicenseRow, census: Census): ReadonlyMap<Holder, bigint> | null {
  if (census.processes === null || census.machines === null) return null;
  const machines = (census.processes.get(license.id) ?? []).map(({ linked }) =>
    census.machineById.get(linked.machine ?? ''),
  );
  const read = machines.filter((machine) => machine !== undefined);
  return read.length < machines.length ? null : counts(groupBy(read, ownerOf));
}

/**
 * The license's machines, if all of them were read. The vendor's published sample counts two machines and lists none, and
 * a credential may see fewer than there are: what is added up then would be too little.
 */
function machinesOf(license: LicenseRow, census: Census): readonly MachineRow[] | null {
  if (census.machines === null) return null;
  const machines = census.machines.get(license.id) ?? [];
  return machines.length < (license.counts['machines.count'] ?? 0n) ? null : machines;
}

/** Older servers call the owner of a machine its user. */
function ownerOf(machine: MachineRow): Holder {
  return machine.linked.owner ?? machine.linked.user ?? OWNERLESS;
}

/** A machine that does not say counts as nothing; one that says what cannot be read makes the sum null. */
function sum(machines: readonly MachineRow[], quantity: MachineQuantity): bigint | null {
  if (quantity === 'machines') return BigInt(machines.length);
  if (machines.some(({ unreadable }) => unreadable.includes(quantity))) return null;
  return machines.reduce((total, { values }) => total + BigInt(values[quantity] ?? 0), 0n);
}

function counts<K>(groups: ReadonlyMap<K, readonly unknown[]>): ReadonlyMap<K, bigint> {
  return new Map([...groups].map(([key, rows]) => [key, BigInt(rows.length)]));
}

/** `word`: null where it could not be read. The first of `words` is the vendor's default. */
function known<const T extends readonly [string, ...string[]]>(
  words: T,
  word: string | null,
  noun: string,
): { strategy: T[number]; doubt: string | null } {
  const fallback: T[number] = words[0];
  if (word === null) {
    return { strategy: fallback, doubt: `Its policy could not be read: ${noun} leasing is taken as ${fallback}.` };
  }
  const strategy = words.find((one) => one === word);
  if (strategy !== undefined) return { strategy, doubt: null };
  return { strategy: fallback, doubt: `${noun} leasing "${word}" is not known and taken as ${fallback}.` };
}
