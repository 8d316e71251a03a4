/** An emulated Splunk Enterprise license manager: its REST API on real HTTP, with its state open to tests. */
import { systemClock } from '../../domain/ports.js';
import { type EmulatorModule, type EmulatorOptions, type RunningEmulator, serveEmulator } from '../emulator.js';
import { createSplunkAuth } from './auth.js';
import { SPLUNK_DEMO_TOKEN } from './scenarios/build.js';
import { scenarioState, splunkScenarios } from './scenarios/index.js';
import { splunkServer } from './server.js';
import type { SplunkState } from './state.js';

export { type LicenseFields, standInLicense } from './license-file.js';
export { SPLUNK_DEMO_TOKEN } from './scenarios/build.js';
export { demoSplunkState } from './scenarios/demo.js';
export { MANY_PEERS, MANY_POOLS } from './scenarios/many-peers.js';
export type * from './state.js';

export interface RunningSplunkEmulator extends RunningEmulator {
  /** What the server knows; change it and the next answer shows it. */
  readonly state: SplunkState;
  /** Ends every session a login opened; passwords and tokens stay good. */
  expireSessions(): void;
}

/** Starts a license manager in a scenario, `enterprise` unless another is named; an unknown one is thrown. */
export async function startSplunkEmulator(options: EmulatorOptions = {}): Promise<RunningSplunkEmulator> {
  const clock = options.clock ?? systemClock;
  const state = scenarioState(options.scenario ?? 'enterprise', clock.now());
  const auth = createSplunkAuth({ state, clock });
  const server = await serveEmulator(options, splunkServer({ state, clock, auth }));
  return { ...server, state, expireSessions: auth.expireSessions };
}

export const splunkEmulator: EmulatorModule = {
  kind: 'splunk',
  defaultPort: 18_089,
  scenarios: splunkScenarios,
  credentials: `admin / changeme, or the token ${SPLUNK_DEMO_TOKEN}`,
  start: startSplunkEmulator,
};
