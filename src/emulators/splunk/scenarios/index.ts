/** The named states the emulator can start in. */
import type { SplunkState } from '../state.js';
import { demoSplunkState } from './demo.js';
import { manyPeersState } from './many-peers.js';
import { overQuotaState } from './over-quota.js';
import { legacyNamesState, sampleState } from './sample.js';
import { trialState } from './trial.js';

/** The first is the default: the vendor documentation's own sample. Each builder answers a state of its own. */
const SCENARIOS: ReadonlyMap<string, (now: Date) => SplunkState> = new Map([
  ['enterprise', sampleState],
  ['trial', trialState],
  ['over-quota', overQuotaState],
  ['legacy-names', legacyNamesState],
  ['many-peers', manyPeersState],
  ['demo', demoSplunkState],
]);

export const splunkScenarios: readonly string[] = [...SCENARIOS.keys()];

/** Throws on a name it does not know, naming those it knows. */
export function scenarioState(name: string, now: Date): SplunkState {
  const build = SCENARIOS.get(name);
  if (build === undefined) {
    throw new Error(`Unknown Splunk scenario ${JSON.stringify(name)}; there are ${splunkScenarios.join(', ')}`);
  }
  return build(now);
}
