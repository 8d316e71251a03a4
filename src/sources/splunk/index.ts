/** Splunk Enterprise as a source of licenses: reads a license manager's REST interface, and writes to it. */
import { upstreamOf } from '../http.js';
import type { SourceConnection, SourceDeps, SourceModule, SourceOptions } from '../source.js';
import { createSplunkClient } from './client.js';
import { splunkCommands } from './commands.js';
import { type SplunkSettings, splunkSettings } from './config.js';
import { importSplunk } from './import.js';
import { createLicenser } from './licenser.js';
import { splunkEdges } from './model.js';
import { normalize } from './normalize.js';
import { createSession } from './session.js';

export const splunkSource: SourceModule<SplunkSettings> = {
  kind: 'splunk',
  defaultSyncInterval: '60s',
  authForms: ['password', 'token'],
  settings: splunkSettings,
  capabilities: [
    'REFRESH_SOURCE',
    'UPLOAD_LICENSE',
    'DELETE_LICENSE',
    'ACTIVATE_GROUP',
    'CREATE_POOL',
    'UPDATE_POOL',
    'DELETE_POOL',
  ],
  edges: splunkEdges,
  connect,
  offline: importSplunk,
};

function connect(options: SourceOptions<SplunkSettings>, deps: SourceDeps): SourceConnection {
  const http = upstreamOf(options, deps);
  const session = createSession({ http, auth: options.auth });
  const licenser = createLicenser(session);
  const client = createSplunkClient({ session, licenser });
  return {
    async read(signal) {
      const observedAt = deps.clock.now();
      http.probe();
      const state = await client.readState(signal);
      return normalize({ state, source: options.name, settings: options.settings, observedAt });
    },
    commands: splunkCommands({ session, licenser, clock: deps.clock }),
    close: () => http.close(),
  };
}
