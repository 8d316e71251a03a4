/** One license and what it hangs on, with the defaults of the vendor's own test factory (facts 5), for a test to vary. */
import { createKeygenState, type KeygenState, startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import {
  entitlement,
  group,
  license,
  machine,
  policy,
  process,
  product,
  user,
} from '../../../src/emulators/keygen/scenarios/rows.js';
import type { License, Machine, Policy } from '../../../src/emulators/keygen/state.js';
import { type AskOptions, ask, type Reply } from './ask.js';

export const NOW = new Date('2026-06-30T12:00:00.000Z');
export const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

export const PRODUCT_ID = '3ab38aae-bbf7-4846-9c32-af9d94bf5ad4';
export const POLICY_ID = '0b4b1a9a-e25a-4f14-a95e-d9dd378d6065';
export const LICENSE_ID = '00000000-0000-4000-8000-000000000001';
export const KEY = 'WORLD-KEY';
export const GROUP_ID = '11111111-1111-4111-8111-111111111111';
export const OWNER_ID = '22222222-2222-4222-8222-222222222222';
export const TWO_WEEKS_SECONDS = 14 * 86_400;
export const TWO_WEEKS_MS = TWO_WEEKS_SECONDS * 1000;
const CREATED = at(-86_400_000);

export interface Given {
  readonly policy?: Partial<Policy>;
  readonly license?: Partial<License>;
  /** How many, or what is special about each; they are `machine-1` and `print-1` and so on. */
  readonly machines?: number | readonly Partial<Machine>[];
  /** Processes of the machine with that number, from 1. */
  readonly processes?: Readonly<Record<number, number>>;
  /** Users `user-1` and so on, besides the owner. */
  readonly users?: number;
  readonly owner?: 'absent' | 'present' | 'banned';
}

export function world(given: Given = {}): KeygenState {
  const state = createKeygenState();
  state.products.insert(product({ id: PRODUCT_ID, created: CREATED, name: 'World', code: 'world' }));
  state.policies.insert(
    policy({
      id: POLICY_ID,
      created: CREATED,
      name: 'World',
      productId: PRODUCT_ID,
      floating: true,
      duration: TWO_WEEKS_SECONDS,
      ...given.policy,
    }),
  );
  state.groups.insert(group({ id: GROUP_ID, created: CREATED, name: 'Acme' }));
  state.entitlements.insert(entitlement({ id: 'entitlement-1', created: CREATED, name: 'Export', code: 'EXPORT' }));
  const banned = given.owner === 'banned';
  state.users.insert(user({ id: OWNER_ID, created: CREATED, email: 'owner@example.com', banned }));
  const userIds = Array.from({ length: given.users ?? 0 }, (_, place) => `user-${place + 1}`);
  for (const id of userIds) state.users.insert(user({ id, created: CREATED, email: `${id}@example.com` }));
  state.licenses.insert(
    license({
      id: LICENSE_ID,
      created: CREATED,
      key: KEY,
      productId: PRODUCT_ID,
      policyId: POLICY_ID,
      expiry: at(TWO_WEEKS_MS),
      ownerId: (given.owner ?? 'absent') === 'absent' ? null : OWNER_ID,
      userIds,
      ...given.license,
    }),
  );
  const machines = typeof given.machines === 'number' ? Array(given.machines).fill({}) : (given.machines ?? []);
  machines.forEach((special: Partial<Machine>, place: number) => {
    const number = place + 1;
    const id = `machine-${number}`;
    state.machines.insert(
      machine({ id, created: CREATED, fingerprint: `print-${number}`, licenseId: LICENSE_ID, ...special }),
    );
    for (let one = 0; one < (given.processes?.[number] ?? 0); one++) {
      const pid = `${number}-${one}`;
      state.processes.insert(process({ id: pid, created: CREATED, pid, licenseId: LICENSE_ID, machineId: id }));
    }
  });
  return state;
}

export interface World {
  readonly state: KeygenState;
  /** A request with a JSON body; as an administrator unless `authorization` says otherwise. */
  send(method: string, path: string, body?: unknown, authorization?: string): Promise<Reply>;
  ask(path: string, options?: AskOptions): Promise<Reply>;
  license(): License;
  close(): Promise<void>;
}

/** The world behind a real server whose clock stands at `NOW`. */
export async function startWorld(given: Given = {}, now: Date = NOW): Promise<World> {
  const state = world(given);
  const emulator = await startKeygenEmulator({ state, clock: { now: () => now } });
  return {
    state,
    send: (method, path, body, authorization) =>
      ask(emulator, path, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/vnd.api+json' }),
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    ask: (path, options) => ask(emulator, path, options),
    license() {
      const found = state.licenses.get(LICENSE_ID);
      if (found === undefined) throw new Error('The license of the world is gone');
      return found;
    },
    close: emulator.close,
  };
}

/** Status, code and pointer of a refusal: what a client can hold on to. */
export const refusal = ({ status, body }: Reply): readonly unknown[] => [
  status,
  body.errors[0].code ?? null,
  body.errors[0].source?.pointer ?? null,
];
