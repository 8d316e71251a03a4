/** The section `telemetry`: what scrapes are told, and where traces are sent. */
import { z } from 'zod';
import type { OtlpOptions, TelemetryOptions } from '../telemetry/options.js';
import type { Environment } from './environment.js';
import { isMapping } from './mapping.js';
import type { Problems } from './problems.js';
import { text, wholeNumber } from './values.js';

const address = z.string().refine(isHttpUrl, 'must be an address that starts with http:// or https://');
const share = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z
    .number({ error: 'must be a number from 0 to 1' })
    .min(0, 'must be a number from 0 to 1')
    .max(1, 'must be a number from 0 to 1'),
);

const metricsShape = { series: wholeNumber(0, 100_000).default(2_000) };

const otlpShape = {
  endpoint: address.nullish(),
  headers: z.record(z.string(), z.string()).default({}),
  sampleRatio: share.default(1),
  serviceName: text.default('license-gateway'),
};

/** The standard variables of OpenTelemetry that are understood, and the setting that each stands for. */
const VARIABLES = [
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'endpoint'],
  ['OTEL_SERVICE_NAME', 'serviceName'],
  ['OTEL_TRACES_SAMPLER_ARG', 'sampleRatio'],
] as const;

/** What the environment says of traces goes before what the file says, as with every other setting. */
export function telemetrySection(raw: unknown, env: Environment, problems: Problems): TelemetryOptions | undefined {
  const sections = problems.checkFields({ metrics: z.unknown(), otlp: z.unknown() }, raw, ['telemetry']);
  const { series } = problems.checkFields(metricsShape, sections.metrics, ['telemetry', 'metrics']);
  const otlp = otlpOptions(withVariables(sections.otlp, env, problems), problems);
  return series === undefined || otlp === undefined ? undefined : { metrics: { series }, otlp };
}

function withVariables(raw: unknown, env: Environment, problems: Problems): unknown {
  const given = raw ?? {};
  if (!isMapping(given)) return given;
  const result: Record<string, unknown> = { ...given };
  for (const [variable, setting] of VARIABLES) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    result[setting] = value;
    problems.nameAfter(['telemetry', 'otlp', setting], `environment variable ${variable}`);
  }
  return result;
}

/** Null without an endpoint; undefined, with problems added, when it cannot be used. */
function otlpOptions(raw: unknown, problems: Problems): OtlpOptions | null | undefined {
  const before = problems.list.length;
  const { endpoint, headers, sampleRatio, serviceName } = problems.checkFields(otlpShape, raw, ['telemetry', 'otlp']);
  if (problems.list.length > before) return undefined;
  if (headers === undefined || sampleRatio === undefined || serviceName === undefined) return undefined;
  if (!endpoint) return null;
  return { url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, headers, sampleRatio, serviceName };
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}
