/** `check-config`: says whether a configuration is good, what it amounts to, and what its sources answer, without starting a gateway. */
import { type AlertRule, type QuietTime, weekDays } from '../alerts/options.js';
import type { Config } from '../config.js';
import { isLoopback } from '../domain/hosts.js';
import type { TelemetryOptions } from '../telemetry/options.js';
import { loadConfig } from './config-file.js';
import { type CliDeps, CommandFailure } from './deps.js';
import { withoutCredentials } from './failure-text.js';
import { lookAtSource } from './look-at-source.js';

const HOUR_MS = 3_600_000;
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 4 });

/** Ends with 1 when a source cannot be read, so that a script can wait for that. */
export async function checkConfig(
  file: string,
  { connect }: { readonly connect: boolean },
  deps: CliDeps,
): Promise<void> {
  const config = loadConfig(file, deps);
  deps.stdout(`${file} is valid.\n${summary(config)}`);
  if (!connect || config.sources.length === 0) return;
  deps.stdout('\nAsking the sources:\n');
  const looks = await Promise.all(
    config.sources.map(async (options) => {
      const look = await lookAtSource(options, deps.sources);
      // Each as soon as it has answered: one that is slow keeps no other waiting.
      deps.stdout(`${look.lines.map((line) => `  ${line}`).join('\n')}\n`);
      return look;
    }),
  );
  const failing = looks.filter(({ isWell }) => !isWell).length;
  if (failing === 0) return;
  throw new CommandFailure(
    1,
    `${failing} of ${looks.length} sources cannot be read; --no-connect checks the file alone`,
  );
}

function summary({ server, store, auth, alerts, sources, telemetry }: Config): string {
  const lines = [
    `  listens on  ${server.tls === null ? 'http' : 'https'}://${server.host}:${server.port}`,
    `  store       ${'mongodb' in store ? `${withoutCredentials(store.mongodb)}, database ${store.database}` : store.dataDir}`,
    `  API keys    ${auth.apiKeys.map(({ name, role }) => `${name} (${role.toLowerCase()})`).join(', ') || (isLoopback(server.host) ? 'none: an admin key is made at the first start' : 'none')}`,
    ...auth.oidc.map(
      ({ name, issuer, audiences }) => `  tokens      ${name}: of ${issuer} for ${audiences.join(' or ')}`,
    ),
    ...sources.map(
      ({ name, kind, url, syncIntervalMs, isImported }) =>
        `  source      ${name}: ${kind} at ${url}, ${isImported ? 'imported, expected ' : ''}every ${timeText(syncIntervalMs)}`,
    ),
    // The path of a receiver's address is often the secret that lets in.
    ...alerts.channels.map(({ name, url }) => `  alerts      ${name}: to ${new URL(url).origin}`),
    ...alerts.rules.map((rule) => `  alert rule  ${ruleText(rule)}`),
    ...(alerts.channels.length > 0 && alerts.rules.length === 0
      ? ['  alert rule  none: every message to every channel']
      : []),
    ...alerts.quiet.map((quiet) => `  quiet       ${quietText(quiet)}`),
    `  telemetry   ${telemetryText(telemetry)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function timeText(ms: number): string {
  return ms % HOUR_MS === 0 ? `${ms / HOUR_MS} h` : `${ms / 1000} s`;
}

function ruleText({ channels, severities, categories, sources, label, origins, cleared }: AlertRule): string {
  const conditions = Object.entries({
    severity: severities,
    category: categories,
    source: sources,
    label,
    origin: origins,
  })
    .filter(([, values]) => values !== null)
    .map(([name, values]) => `${name} ${values?.join(' or ')}`);
  const what = conditions.join(', ') || 'every message';
  return `to ${channels?.join(', ') ?? 'every channel'}: ${what}${cleared ? '; also when it is over' : ''}`;
}

function quietText({ days, from, to, timeZone, below, channels }: QuietTime): string {
  const when = days.length === weekDays.length ? 'every day' : days.map((day) => weekDays[day]).join(', ');
  const what = below === null ? 'nothing is sent' : `only ${below} and graver is sent`;
  return `${when} ${clockText(from)} to ${clockText(to)} ${timeZone}: ${what} to ${channels?.join(', ') ?? 'any channel'}`;
}

function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Of a collector's address, too, no more than where it is. */
function telemetryText({ metrics, otlp }: TelemetryOptions): string {
  const traces =
    otlp === null
      ? 'no traces'
      : `${PERCENT.format(otlp.sampleRatio)} of the traces as ${otlp.serviceName} to ${new URL(otlp.url).origin}`;
  return `metrics of at most ${metrics.series} quotas and licenses each; ${traces}`;
}
