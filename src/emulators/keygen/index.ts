/** A Keygen server without Keygen: its documented API and rules over a state in memory (contract 8). */
import { type Clock, systemClock } from '../../domain/ports.js';
import { type EmulatorModule, type EmulatorOptions, type RunningEmulator, serveEmulator } from '../emulator.js';
import { scenarios } from './scenarios/index.js';
import { keygenServer } from './server.js';
import { accountKey, createSigner } from './signature.js';
import { ADMIN_TOKEN, DEMO_ACCOUNT, type KeygenState } from './state.js';
import { createDeliveries, type Delivery } from './webhooks.js';

export { FLEET_LICENSES } from './scenarios/fleet.js';
export { OVERLAPPING_IDS, overlappingState } from './scenarios/overlapping.js';
export { ADMIN_TOKEN, createKeygenState, DEMO_ACCOUNT, type KeygenState } from './state.js';

export interface KeygenEmulatorOptions extends EmulatorOptions {
  /** How many licenses the scenario `fleet` has; default 10,000. */
  readonly licenses?: number;
  /** Served in place of a scenario. */
  readonly state?: KeygenState;
}

export interface RunningKeygenEmulator extends RunningEmulator {
  /** What is served; a change is seen by the next request. */
  readonly state: KeygenState;
  /** Raw ed25519 key in hex that verifies `Keygen-Signature`, of answers and of webhooks. */
  readonly publicKey: string;
  /** Webhooks that were sent, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Answers the next `times` requests with 429 and `Retry-After: retryAfterSeconds`. */
  throttle(times: number, retryAfterSeconds?: number): void;
}

export const keygenEmulator: EmulatorModule = {
  kind: 'keygen',
  defaultPort: 18443,
  scenarios: Object.keys(scenarios),
  credentials: `account ${DEMO_ACCOUNT.slug}, token ${ADMIN_TOKEN}, webhookPublicKey ${accountKey().publicKeyHex}`,
  start: startKeygenEmulator,
};

/** Throws when the scenario is not one of `keygenEmulator.scenarios`. */
export async function startKeygenEmulator(options: KeygenEmulatorOptions = {}): Promise<RunningKeygenEmulator> {
  const name = options.scenario ?? 'sample';
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (scenario === undefined) {
    throw new Error(`There is no keygen scenario '${name}'; there are ${Object.keys(scenarios).join(', ')}`);
  }
  const ownPresent = options.state === undefined ? scenario.present : undefined;
  const clock = options.clock ?? (ownPresent === undefined ? systemClock : clockFrom(ownPresent));
  const state = options.state ?? scenario.build(clock.now(), { licenses: options.licenses });
  const throttle = { times: 0, retryAfterSeconds: 0 };
  const wallClock = options.clock ?? systemClock;
  const signer = createSigner();
  const deliveries = createDeliveries({ state, signer, wallClock });
  const { emit } = deliveries;
  const running = await serveEmulator(options, keygenServer({ state, clock, wallClock, throttle, signer, emit }));
  return {
    ...running,
    state,
    publicKey: signer.publicKeyHex,
    deliveries: deliveries.done,
    throttle(times, retryAfterSeconds = 1) {
      throttle.times = times;
      throttle.retryAfterSeconds = retryAfterSeconds;
    },
    async close() {
      await Promise.all([deliveries.close(), running.close()]);
    },
  };
}

/** Runs on from `start`, so that what happens later is also dated later. */
function clockFrom(start: Date): Clock {
  const began = Date.now();
  return { now: () => new Date(start.getTime() + Date.now() - began) };
}
