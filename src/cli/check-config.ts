/** `check-config`: says whether a configuration is good, and what it amounts to, without starting anything. */
import type { Config } from '../config.js';
import { isLoopback } from '../domain/hosts.js';
import { loadConfig } from './config-file.js';
import type { CliDeps } from './deps.js';
import { withoutCredentials } from './failure-text.js';

export function checkConfig(file: string, deps: CliDeps): void {
  deps.stdout(`${file} is valid.\n${summary(loadConfig(file, deps))}`);
}

function summary({ server, store, auth, alerts, sources }: Config): string {
  const lines = [
    `  listens on  ${server.tls === null ? 'http' : 'https'}://${server.host}:${server.port}`,
    `  store       ${'mongodb' in store ? `${withoutCredentials(store.mongodb)}, database ${store.database}` : store.dataDir}`,
    `  API keys    ${auth.apiKeys.map(({ name, role }) => `${name} (${role.toLowerCase()})`).join(', ') || (isLoopback(server.host) ? 'none: an admin key is made at the first start' : 'none')}`,
    ...auth.oidc.map(
      ({ name, issuer, audiences }) => `  tokens      ${name}: of ${issuer} for ${audiences.join(' or ')}`,
    ),
    ...sources.map(
      ({ name, kind, url, syncIntervalMs, isImported }) =>
        `  source      ${name}: ${kind} at ${url}, ${isImported ? 'imported from files, expected ' : ''}every ${syncIntervalMs / 1000} s`,
    ),
    // The path of a receiver's address is often the secret that lets in.
    ...alerts.channels.map(({ name, url }) => `  alerts      ${name}: to ${new URL(url).origin}`),
  ];
  return `${lines.join('\n')}\n`;
}
