/** The emulators there are, in the order in which they are listed. */
import type { EmulatorModule } from './emulator.js';
import { enterpriseReconEmulator } from './enterprise-recon/index.js';
import { keygenEmulator } from './keygen/index.js';
import { splunkEmulator } from './splunk/index.js';

export const emulators: readonly EmulatorModule[] = [splunkEmulator, enterpriseReconEmulator, keygenEmulator];
