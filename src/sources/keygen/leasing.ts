/** Who holds what of a license: its machines and processes counted as its policy's leasing strategies count them. */
import type { CountedRow, LicenseRow, MachineRow, PolicyRow } from './shapes.js';

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
  readonly machines: { readonly strategy: 'PER_LICENSE' | 'PER_USER'; readonly doubt: string | null };
  readonly processes: { readonly strategy: 'PER_MACHINE' | 'PER_LICENSE' | 'PER_USER'; readonly doubt: string | null };
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
    machines: known(MACHINE_STRATEGIES, policy, policy?.values.machineLeasingStrategy ?? null, 'machine'),
    processes: known(PROCESS_STRATEGIES, policy, policy?.values.processLeasingStrategy ?? null, 'process'),
  };
}

/** All of a license's: the vendor's own count, else that of the machines read. Null: neither is to be had. */
export function totalOf(license: LicenseRow, quantity: MachineQuantity, census: Census): bigint | null {
  const path = quantity === 'machines' ? 'machines.count' : `machines.${quantity}`;
  const told = license.counts[path] ?? null;
  if (told !== null || license.unreadable.includes(path)) return told;
  if (census.machines === null) return null;
  const machines = census.machines.get(license.id) ?? [];
  // The vendor's published sample counts two machines and tells nothing of their cores: fewer in sight, no sum.
  return machines.length < (license.counts['machines.count'] ?? 0n) ? null : sum(machines, quantity);
}

/** What each holder has of a license's machines. Null: the machines were not read. */
export function perOwner(
  license: LicenseRow,
  quantity: MachineQuantity,
  census: Census,
): ReadonlyMap<Holder, bigint> | null {
  if (census.machines === null) return null;
  const owned = groupBy(census.machines.get(license.id) ?? [], ownerOf);
  return new Map([...owned].map(([holder, rows]) => [holder, sum(rows, quantity)]));
}

export function processTotal(license: LicenseRow, census: Census): bigint | null {
  return census.processes && BigInt((census.processes.get(license.id) ?? []).length);
}

/** Processes by the machine they run on. Null: the processes were not read. */
export function processesPerMachine(license: LicenseRow, census: Census): ReadonlyMap<string, bigint> | null {
  if (census.processes === null) return null;
  return counts(groupBy(census.processes.get(license.id) ?? [], (row) => row.linked.machine));
}

/** Processes by the owner of the machine they run on. Null: machines or processes were not read. */
export function processesPerOwner(license: LicenseRow, census: Census): ReadonlyMap<Holder, bigint> | null {
  if (census.processes === null || census.machines === null) return null;
  const owner = (row: CountedRow): Holder | undefined => {
    const machine = census.machineById.get(row.linked.machine ?? '');
    return machine && ownerOf(machine);
  };
  return counts(groupBy(census.processes.get(license.id) ?? [], owner));
}

/** Older servers call the owner of a machine its user. */
function ownerOf(machine: MachineRow): Holder {
  return machine.linked.owner ?? machine.linked.user ?? OWNERLESS;
}

function sum(machines: readonly MachineRow[], quantity: MachineQuantity): bigint {
  if (quantity === 'machines') return BigInt(machines.length);
  return machines.reduce((total, { values }) => total + BigInt(values[quantity] ?? 0), 0n);
}

function counts<K>(groups: ReadonlyMap<K, readonly unknown[]>): ReadonlyMap<K, bigint> {
  return new Map([...groups].map(([key, rows]) => [key, BigInt(rows.length)]));
}

/** Rows without a key are left out. */
function groupBy<T, K>(rows: readonly T[], key: (row: T) => K | undefined): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const at = key(row);
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [row]);
    else group.push(row);
  }
  return groups;
}

function known<const T extends readonly [string, ...string[]]>(
  words: T,
  policy: PolicyRow | null,
  word: string | null,
  noun: string,
): { strategy: T[number]; doubt: string | null } {
  const fallback: T[number] = words[0];
  if (policy === null) {
    return { strategy: fallback, doubt: `Its policy could not be read: ${noun} leasing is taken as ${fallback}.` };
  }
  const strategy = word === null ? fallback : words.find((one) => one === word);
  if (strategy !== undefined) return { strategy, doubt: null };
  return { strategy: fallback, doubt: `${noun} leasing "${word}" is not known and taken as ${fallback}.` };
}
