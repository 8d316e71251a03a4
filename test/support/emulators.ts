/** The three emulators at once, as sources of a gateway, under the names that demo mode gives them. */

import type { Clock } from '../../src/domain/ports.js';
import type { RunningEmulator } from '../../src/emulators/emulator.js';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import { startKeygenEmulator } from '../../src/emulators/keygen/index.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import type { TestSource } from './gateway.js';

export interface Scenarios {
  readonly splunk: string;
  readonly recon: string;
  readonly keygen: string;
}

export async function startEmulators(scenarios: Scenarios, clock?: Clock) {
  const options = (scenario: string) => ({ scenario, ...(clock === undefined ? {} : { clock }) });
  const splunk = await startSplunkEmulator(options(scenarios.splunk));
  const recon = await startEnterpriseReconEmulator(options(scenarios.recon));
  const keygen = await startKeygenEmulator(options(scenarios.keygen));
  return {
    splunk,
    recon,
    keygen,
    sources: [splunkSourceOf(splunk), reconSourceOf(recon), keygenSourceOf(keygen)] as readonly TestSource[],
    async close() {
      await Promise.all([splunk.close(), recon.close(), keygen.close()]);
    },
  };
}

export type TestEmulators = Awaited<ReturnType<typeof startEmulators>>;

/** With the richest state of each. */
export function startDemoEmulators(clock?: Clock): Promise<TestEmulators> {
  return startEmulators({ splunk: 'demo', recon: 'demo', keygen: 'demo' }, clock);
}

export function splunkSourceOf({ url }: RunningEmulator, name = 'splunk'): TestSource {
  return { name, kind: 'splunk', url, auth: { username: 'admin', password: 'changeme' } };
}

export function reconSourceOf({ url }: RunningEmulator, name = 'recon'): TestSource {
  return { name, kind: 'enterprise-recon', url, auth: { username: 'apiuser', password: 'password123' } };
}

export function keygenSourceOf({ url }: RunningEmulator, name = 'keygen'): TestSource {
  return { name, kind: 'keygen', url, auth: { token: 'admin-demo' }, settings: { account: 'demo' } };
}
