/** The limits of Keygen's licenses, groups and policies, in one order. */
import type { Fact } from '../../parts/facts.js';
import { Bytes, Count } from './origin.js';

/** What is not there at all is not one of its limits; null is no limit. */
export interface Limits {
  readonly maxLicenses?: number | null;
  readonly maxMachines?: number | null;
  readonly maxProcesses?: number | null;
  readonly maxUsers?: number | null;
  readonly maxCores?: number | null;
  readonly maxUses?: string | null;
  readonly maxMemory?: string | null;
  readonly maxDisk?: string | null;
}

export function limitFacts(limits: Limits): readonly Fact[] {
  return ORDER.filter(([field]) => limits[field] !== undefined).map(([field, name]) => {
    const label = `Most ${name}`;
    const value = limits[field];
    return field === 'maxMemory' || field === 'maxDisk'
      ? [label, <Bytes key={field} label={label} value={value == null ? null : String(value)} none="no limit" />]
      : [label, <Count key={field} label={label} value={value} none="no limit" />];
  });
}

const ORDER: readonly (readonly [keyof Limits, string])[] = [
  ['maxLicenses', 'licenses'],
  ['maxMachines', 'machines'],
  ['maxProcesses', 'processes'],
  ['maxUsers', 'users'],
  ['maxCores', 'cores'],
  ['maxUses', 'uses'],
  ['maxMemory', 'memory'],
  ['maxDisk', 'disk'],
];
