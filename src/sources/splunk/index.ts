/** Splunk Enterprise as a source of licenses: reads a license manager's REST interface. */
import { createHttpClient } from '../http.js';
import type { SourceConnection, SourceDeps, SourceModule, SourceOptions } from '../source.js';
import { createSplunkClient } from './client.js';
import { type SplunkSettings, splunkSettings } from './config.js';
import { splunkEdges } from './model.js';
import { normalize } from './normalize.js';

export const splunkSource: SourceModule<SplunkSettings> = {
  kind: 'splunk',
  defaultSyncInterval: '60s',
  authForms: ['password', 'token'],
  settings: splunkSettings,
  capabilities: ['REFRESH_SOURCE'],
  edges: splunkEdges,
  connect,
};

function connect(options: SourceOptions<SplunkSettings>, deps: SourceDeps): SourceConnection {
  const http = createHttpClient({ url: options.url, tls: options.tls, timeoutMs: options.timeoutMs });
  const client = createSplunkClient({ http, auth: options.auth });
  return {
    async read(signal) {
      const observedAt = deps.clock.now();
      const state = await client.readState(signal);
      return normalize({ state, source: options.name, settings: options.settings, observedAt });
    },
    commands: {},
    close: () => http.close(),
  };
}
