/** The named states an emulator can start with; the first is the default. */
import type { KeygenState } from '../state.js';
import { demoState } from './demo.js';
import { fleetState } from './fleet.js';
import { SAMPLE_PRESENT, sampleState } from './sample.js';

export interface Scenario {
  /** What time it is in this state when nobody says; absent: now. */
  readonly present?: Date;
  build(now: Date, options: { readonly licenses?: number | undefined }): KeygenState;
}

export const scenarios: Readonly<Record<string, Scenario>> = {
  sample: { present: SAMPLE_PRESENT, build: () => sampleState() },
  fleet: { build: (now, { licenses }) => fleetState(now, licenses) },
  demo: { build: (now) => demoState(now) },
};
