/** The changes themselves: a license saved with the time of it, an expiry that an event starts, and what goes with a removal. */
import { addDuration } from '../duration.js';
import type { Call } from '../routing.js';
import { mustFind, policyOf } from '../rules.js';
import type { KeygenState, License, Machine } from '../state.js';

type Changes = Partial<Omit<License, 'id' | 'created' | 'updated'>>;

export function saveLicense({ state, now }: Call, license: License, changes: Changes): License {
  return mustFind(state.licenses.update(license.id, { ...changes, updated: now }), 'license', license.id);
}

/**
 * The expiry that a first event gives to a license of that basis, once: nothing to change when the policy goes by another
 * event, has no duration, or the license has an expiry already.
 */
export function startedExpiry({ state, now }: Call, license: License, basis: string): Pick<Changes, 'expiry'> {
  const { expirationBasis, duration } = policyOf(state, license);
  if (expirationBasis !== basis || duration === null || license.expiry !== null) return {};
  return { expiry: addDuration(now, duration) };
}

/** Its machines and their processes go with it. */
export function removeLicense(state: KeygenState, license: License): void {
  for (const machine of [...state.machines.by('license', license.id)]) removeMachine(state, machine);
  state.licenses.remove(license.id);
}

export function removeMachine(state: KeygenState, machine: Machine): void {
  for (const process of [...state.processes.by('machine', machine.id)]) state.processes.remove(process.id);
  state.machines.remove(machine.id);
}
