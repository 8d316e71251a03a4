/** The limits of a Keygen license in a form: left as they are, set, or left to the policy. Pure. */
import type { KeygenLimitsInput } from '../../generated/graphql.js';
import { LARGEST_BIGINT, LARGEST_INT, problemOfAmount, readAmount } from './amounts.js';

export const limitNames = [
  'maxMachines',
  'maxProcesses',
  'maxUsers',
  'maxCores',
  'maxUses',
  'maxMemory',
  'maxDisk',
] as const;
export type LimitName = (typeof limitNames)[number];

export const limitTitles: Readonly<Record<LimitName, string>> = {
  maxMachines: 'Machines',
  maxProcesses: 'Processes',
  maxUsers: 'Users',
  maxCores: 'CPU cores',
  maxUses: 'Uses',
  maxMemory: 'Memory',
  maxDisk: 'Disk',
};

export interface LimitDraft {
  readonly way: 'KEEP' | 'SET' | 'POLICY';
  readonly text: string;
}
export type LimitDrafts = Readonly<Record<LimitName, LimitDraft>>;

export const KEPT: LimitDrafts = Object.fromEntries(
  limitNames.map((name) => [name, { way: 'KEEP', text: '' }]),
) as unknown as LimitDrafts;

export function isBytesLimit(name: LimitName): boolean {
  return name === 'maxMemory' || name === 'maxDisk';
}

/** Why a limit cannot be sent as it is typed; null when it can. */
export function problemOfLimit(name: LimitName, { way, text }: LimitDraft): string | null {
  if (way !== 'SET') return null;
  return problemOfAmount(text, isBytesLimit(name) ? LARGEST_BIGINT : LARGEST_INT, isBytesLimit(name));
}

/** What is kept is absent, what is left to the policy is null. Undefined when nothing is to change. */
export function limitsInput(drafts: LimitDrafts): KeygenLimitsInput | undefined {
  const input: Record<string, string | number | null> = {};
  for (const name of limitNames) {
    const { way, text } = drafts[name];
    if (way === 'POLICY') input[name] = null;
    if (way !== 'SET') continue;
    const amount = readAmount(text, isBytesLimit(name)) ?? 0n;
    input[name] = BIG.has(name) ? String(amount) : Number(amount);
  }
  return Object.keys(input).length === 0 ? undefined : input;
}

/** Those that the API takes as texts of digits. */
const BIG: ReadonlySet<LimitName> = new Set<LimitName>(['maxUses', 'maxMemory', 'maxDisk']);
