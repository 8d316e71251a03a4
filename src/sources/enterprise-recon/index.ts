/** Enterprise Recon as a source: one license per installation, with its pools, targets and data usage. */
import { z } from 'zod';
import { many } from '../../domain/edges.js';
import type { SourceModule } from '../source.js';
import { createEnterpriseReconClient } from './client.js';
import { createCommands } from './commands.js';
import { importEnterpriseRecon } from './import.js';
import { normalize } from './normalize.js';

export type EnterpriseReconSettings = Record<string, never>;

export const enterpriseReconSource: SourceModule<EnterpriseReconSettings> = {
  kind: 'enterprise-recon',
  defaultSyncInterval: '5m',
  authForms: ['password'],
  settings: z.strictObject({}),
  capabilities: ['REFRESH_SOURCE', 'UPLOAD_LICENSE'],
  edges: {
    EnterpriseReconLicense: {
      pools: many('Pool', 'licenseId'),
      targets: many('Target', 'licenseId'),
      dataUsages: many('DataUsage', 'licenseId'),
    },
  },
  offline: importEnterpriseRecon,
  connect(options, deps) {
    const client = createEnterpriseReconClient(options, deps);
    return {
      async read(signal) {
        const observedAt = deps.clock.now();
        client.probe();
        const licenses = await client.licenses(signal);
        // One after the other: refused credentials are tried once in a read, not twice.
        const { body: server, gap } = await client.server(signal);
        return normalize({ licenses, server, gaps: gap === null ? [] : [gap] }, options.name, observedAt);
      },
      commands: createCommands(client),
      close: () => client.close(),
    };
  },
};
