/** Keygen as a source: one account's licenses, policies, groups and machines. */
import { many, one } from '../../domain/edges.js';
import type { License } from '../../domain/entities.js';
import type { Snapshot } from '../../domain/snapshot.js';
import { upstreamOf } from '../http.js';
import type { SourceModule } from '../source.js';
import { createKeygenClient } from './client.js';
import { keygenCommands } from './commands.js';
import { type KeygenSettings, keygenSettings } from './config.js';
import { importKeygen } from './import.js';
import type { KeygenLicense } from './model.js';
import { normalizeAccount, normalizePatiently } from './normalize.js';
import { normalizeChanges, partRead } from './normalize-changes.js';
import { readAccount } from './read.js';
import { type AccountMemory, readAccountChanges, rememberAccount } from './read-changes.js';
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
        const answers = await readAccount(client, signal, observedAt);
        mode = modeOf(answers);
        const mark = rememberAccount(answers, observedAt);
        const read = await normalizePatiently({ source: options.name, observedAt, answers, server: client.server() });
        const snapshot = mark === null ? read : { ...read, mark };
        logger.debug(
          { source: options.name, licenses: snapshot.licenses.length, machines: snapshot.targets.length },
          'read the Keygen account',
        );
        return snapshot;
      },
      async readChanges(since, doubtful, signal) {
        const observedAt = clock.now();
        client.probe();
        // The mark of a snapshot of this very connection.
        const changes = await readAccountChanges(client, since as AccountMemory, doubtful, observedAt, signal);
        if (changes === null) return null;
        const read = await readEach(changes.licenses, observedAt, signal);
        // What could not be read is told of by a read of everything.
        if (read.some(({ findings }) => findings.length > 0)) return null;
        return normalizeChanges({ source: options.name, observedAt, changes, read, server: client.server() });
      },
      async readLicenses(vendorIds, signal) {
        return partRead(options.name, vendorIds, await readEach(vendorIds, clock.now(), signal));
      },
      commands: keygenCommands(client),
      close: () => client.close(),
    };

    /** Those that there are. */
    async function readEach(vendorIds: readonly string[], observedAt: Date, signal: AbortSignal): Promise<Snapshot[]> {
      const snapshots: Snapshot[] = [];
      for (const id of vendorIds) {
        const answers = await readLicense(client, id, mode, signal);
        if (answers === null) continue;
        snapshots.push(normalizeAccount({ source: options.name, observedAt, answers, server: {} }));
      }
      return snapshots;
    }
  },

  webhook: keygenWebhook,

  evaluateLicense(license, now) {
    return isKeygenLicense(license) ? evaluateVerdict(license, now) : { fields: {}, changesAt: null };
  },
};

function isKeygenLicense(license: License): license is KeygenLicense {
  return license.typeName === 'KeygenLicense';
}
