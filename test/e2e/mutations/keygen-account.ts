/** One license in an emulated account, seen through the gateway: put back to what a test is given, and changed by mutations. */

import { ADMIN_TOKEN, type KeygenState, startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import { type Given, KEY, LICENSE_ID, NOW, POLICY_ID, world } from '../../emulators/keygen/world.js';
import { keygenSourceOf } from '../../support/emulators.js';
import { startWitness, type Witness } from './witness.js';

export const LICENSE = `License:keygen:${LICENSE_ID}`;
export const POLICY = `Policy:keygen:${POLICY_ID}`;
export const NEW_KEY = 'NEW-KEY-0001';
/** What a column of 8 bytes holds at most. */
export const MOST = (2n ** 63n - 1n).toString();

export interface Account extends Witness {
  readonly state: KeygenState;
  /** The account as it is given, and the gateway has read it. */
  become(given?: Given): Promise<void>;
}

export async function startAccount(timeoutMs = 10_000): Promise<Account> {
  const state = world();
  const emulator = await startKeygenEmulator({ state, clock: { now: () => NOW } });
  const witness = await startWitness({
    upstreamUrl: emulator.url,
    source: { ...keygenSourceOf(emulator), timeoutMs },
    secrets: [ADMIN_TOKEN, KEY, NEW_KEY, ...PLANTED],
    now: NOW,
  });
  return {
    ...witness,
    state,
    async become(given = {}) {
      witness.proxy.fail(null);
      fill(state, world(given));
      await witness.reread();
    },
    async close() {
      await witness.close();
      await emulator.close();
    },
  };
}

const PLANTED = ['keygen.internal', 'planted-password'];

/** As a careless vendor may word a refusal: with what must not be repeated in it. `key`: of the license it is about. */
export function refusalOf(error: object = {}, key = 'no key'): string {
  const detail = `The vendor says no to ${key} of ${ADMIN_TOKEN} at https://root:planted-password@keygen.internal/v1`;
  return JSON.stringify({ meta: { id: 'request' }, errors: [{ title: 'Refused', detail, ...error }] });
}

const TABLES = [
  'processes',
  'machines',
  'licenses',
  'users',
  'groups',
  'policies',
  'entitlements',
  'products',
] as const;

function fill(state: KeygenState, wanted: KeygenState): void {
  for (const name of TABLES) {
    for (const { id } of [...state[name].all()]) state[name].remove(id);
    for (const row of wanted[name].all()) state[name].insert(row as never);
  }
}
