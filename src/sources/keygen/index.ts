/** Keygen as a source: one account's licenses, policies, groups and machines. */
import { many, one } from '../../domain/edges.js';
import type { License } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { Snapshot } from '../../domain/snapshot.js';
import { upstreamOf } from '../http.js';
import type { SourceModule } from '../source.js';
import { createKeygenClient } from './client.js';
import { keygenCommands } from './commands.js';
import { type KeygenSettings, keygenSettings } from './config.js';
import { importKeygen } from './import.js';
import type { KeygenLicense } from './model.js';
import { normalizeAccount } from './normalize.js';
import { readAccount } from './read.js';
import { modeOf, READ_ALL, type ReadMode, readLicense } from './read-license.js';
import { evaluateVerdict } from './verdict.js';
import { keygenWebhook } from './webhook.js';

export const keygenSource: SourceModule<KeygenSettings> = {
  kind: 'keygen',
  // Webhooks tell of most changes at once; the crawl finds what they do not tell.
  defaultSyncInterval: '15m',
  authForms: ['token'],
  settings: keygenSettings,
  capabilities: [
    'REFRESH_SOURCE',
    'CREATE_LICENSE',
    'UPDATE_LICENSE',
    'DELETE_LICENSE',
    'SUSPEND_LICENSE',
    'REINSTATE_LICENSE',
    'RENEW_LICENSE',
    'CHECK_IN_LICENSE',
    'VALIDATE_LICENSE',
    'REVOKE_LICENSE',
    'INCREMENT_USAGE',
    'DECREMENT_USAGE',
    'RESET_USAGE',
    'ACTIVATE_MACHINE',
    'DEACTIVATE_MACHINE',
  ],
  edges: {
    KeygenLicense: { policy: one('policyId'), machines: many('Target', 'licenseId') },
  },

  // Who holds the key holds the license.
  restricted: { KeygenLicense: { key: 'OPERATOR' } },

  offline: importKeygen,

  connect(options, deps) {
    const { clock, logger } = deps;
    if (!('token' in options.auth)) throw new Error(`source ${options.name}: Keygen takes auth.token`);
    const client = createKeygenClient({
      http: upstreamOf(options, deps),
      token: options.auth.token,
      account: options.settings.account,
    });
    let mode: ReadMode = READ_ALL;
    return {
      async read(signal) {
        const observedAt = clock.now();
        client.probe();
        const answers = await readAccount(client, signal);
        mode = modeOf(answers);
        const snapshot = normalizeAccount({ source: options.name, observedAt, answers, server: client.server() });
        logger.debug(
          { source: options.name, licenses: snapshot.licenses.length, machines: snapshot.targets.length },
          'read the Keygen account',
        );
        return snapshot;
      },
      async readLicenses(vendorIds, signal) {
        const observedAt = clock.now();
        const snapshots: Snapshot[] = [];
        for (const id of vendorIds) {
          const answers = await readLicense(client, id, mode, signal);
          if (answers === null) continue;
          snapshots.push(normalizeAccount({ source: options.name, observedAt, answers, server: {} }));
        }
        return {
          licenseIds: vendorIds.map((id) => globalId('License', options.name, id)),
          licenses: snapshots.flatMap(({ licenses }) => licenses),
          targets: snapshots.flatMap(({ targets }) => targets),
          meters: snapshots.flatMap(({ meters }) => meters),
        };
      },
      commands: keygenCommands(client),
      close: () => client.close(),
    };
  },

  webhook: keygenWebhook,

  evaluateLicense(license, now) {
    return isKeygenLicense(license) ? evaluateVerdict(license, now) : { fields: {}, changesAt: null };
  },
};

function isKeygenLicense(license: License): license is KeygenLicense {
  return license.typeName === 'KeygenLicense';
}
