/** The registration list: a vendor is one line here, one folder beside it and one SDL file. */
import { enterpriseReconSource } from './enterprise-recon/index.js';
import { keygenSource } from './keygen/index.js';
import type { SourceModule } from './source.js';
import { splunkSource } from './splunk/index.js';

export const sourceModules: readonly SourceModule[] = [splunkSource, enterpriseReconSource, keygenSource];
