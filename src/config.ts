/** Configuration text to a checked configuration, or every problem of it at once. */

import { alertsSection } from './config/alerts.js';
import { authSection } from './config/auth.js';
import { type Environment, override, substitute } from './config/environment.js';
import { type ConfigFiles, configFiles } from './config/files.js';
import { graphqlSection } from './config/graphql.js';
import { limitsSection } from './config/limits.js';
import { isMapping } from './config/mapping.js';
import { createProblems, type Problems } from './config/problems.js';
import { logSection, quotaSection, serverSection, storeSection } from './config/server.js';
import { sourcesSection } from './config/sources.js';
import { telemetrySection } from './config/telemetry.js';
import type { Config, ConfigProblem } from './config/types.js';
import { parseYaml } from './config/yaml.js';
import { isLoopback } from './domain/hosts.js';
import type { ServerOptions } from './http/options.js';
import type { SourceModule } from './sources/source.js';

export type { Config, ConfigProblem, LogLevel, QuotaConfig, StoreConfig } from './config/types.js';

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const SECTIONS = ['server', 'store', 'auth', 'graphql', 'limits', 'quota', 'alerts', 'log', 'telemetry', 'sources'];

/**
 * Checks a YAML configuration. `${NAME}` is replaced from `env` (`$${` stands for `${` itself), and HOST, PORT,
 * MONGODB_URI, DATA_DIR and LOG_LEVEL override it. Relative paths start at `files.baseDir`, the folder of the
 * configuration file. Pure but for `files.readFile`, which reads the certificates it names. API keys leave here hashed.
 */
export function parseConfig(
  text: string,
  env: Environment,
  modules: readonly SourceModule[],
  files: Partial<ConfigFiles> = {},
): ConfigResult {
  const yaml = parseYaml(text);
  if (!yaml.ok) return yaml;
  const problems = createProblems();
  const root = yaml.value ?? {};
  if (!isMapping(root)) {
    return { ok: false, problems: [{ path: '', message: `must be a mapping with ${SECTIONS.join(', ')}` }] };
  }
  const substituted = substitute(root, env, problems);
  const raw = override(isMapping(substituted) ? substituted : {}, env, problems);
  const config = checkSections(raw, env, modules, configFiles(files), problems);
  return config === undefined || problems.list.length > 0
    ? { ok: false, problems: problems.list }
    : { ok: true, config };
}

/** The problems as lines for a terminal, under a headline that counts them. */
export function formatProblems(problems: readonly ConfigProblem[], name: string): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = problems.map(({ path, message }) => `  ${path === '' ? 'the file' : path} ${message}`);
  return [`${name}: ${count}`, ...lines].join('\n');
}

function checkSections(
  raw: Readonly<Record<string, unknown>>,
  env: Environment,
  modules: readonly SourceModule[],
  files: ConfigFiles,
  problems: Problems,
): Config | undefined {
  for (const key of Object.keys(raw)) {
    if (!SECTIONS.includes(key)) problems.add([key], `is not a known setting; known are ${SECTIONS.join(', ')}`);
  }
  const server = serverSection(raw.server, files, problems);
  const stored = storeSection(raw.store, files, problems);
  const auth = authSection(raw.auth, files, problems);
  const graphql = graphqlSection(raw.graphql, files, problems);
  const limits = limitsSection(raw.limits, problems);
  const quota = quotaSection(raw.quota, problems);
  const alerts = alertsSection(raw.alerts, raw.sources, problems);
  const log = logSection(raw.log, problems);
  const telemetry = telemetrySection(raw.telemetry, env, problems);
  const sources = sourcesSection(raw.sources, modules, files, problems);
  if (auth?.apiKeys.length === 0 && auth.oidc.length === 0) refuseOpenServer(server, problems);
  if (!server || !stored || !auth || !graphql || !limits || !quota || !alerts || !log || !telemetry) return undefined;
  return { server, ...stored, auth, graphql, limits, quota, alerts, log, telemetry, sources };
}

/** Without keys a server is open to whoever reaches it: only this machine may. */
function refuseOpenServer(server: ServerOptions | undefined, problems: Problems): void {
  if (server === undefined || isLoopback(server.host)) return;
  problems.add(
    ['auth', 'apiKeys'],
    `is empty while server.host is ${server.host}: the gateway refuses to start without a key on any address but loopback; add a key, or an identity provider under auth.oidc, or set server.host to 127.0.0.1`,
  );
}
