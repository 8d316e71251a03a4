import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config/environment.js';
import { parseConfig } from '../../src/config.js';

const telemetryOf = (section: string, env: Environment = {}) => {
  const result = parseConfig(`telemetry: ${section}\nsources: []`, env, []);
  return result.ok
    ? result.config.telemetry
    : result.problems.map(({ path, message }) => `${path} ${message}`).join('\n');
};

describe('the section telemetry', () => {
  it('traces nothing without an endpoint, and tells of 2,000 quotas at most', () => {
    expect(telemetryOf('{}')).toEqual({ metrics: { series: 2_000 }, otlp: null });
  });

  it('names where traces are sent, how many are kept and as whose', () => {
    const otlp =
      '{ endpoint: "http://collector:4318/", headers: { x-tenant: acme }, sampleRatio: 0.1, serviceName: gw }';
    expect(telemetryOf(`{ metrics: { series: 10 }, otlp: ${otlp} }`)).toEqual({
      metrics: { series: 10 },
      otlp: {
        url: 'http://collector:4318/v1/traces',
        headers: { 'x-tenant': 'acme' },
        sampleRatio: 0.1,
        serviceName: 'gw',
      },
    });
  });

  it('takes the standard variables of OpenTelemetry before the file', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example',
      OTEL_SERVICE_NAME: 'licenses',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
    };
    expect(telemetryOf('{ otlp: { endpoint: "http://collector:4318" } }', env)).toMatchObject({
      otlp: { url: 'https://otel.example/v1/traces', serviceName: 'licenses', sampleRatio: 0.25 },
    });
  });

  it('says what is wrong with each setting, and with which variable', () => {
    expect(telemetryOf('{ otlp: { endpoint: "collector:4318" } }')).toMatch(
      /telemetry\.otlp\.endpoint must be an address that starts with http/,
    );
    expect(telemetryOf('{ otlp: { sampleRatio: 2 } }')).toMatch(
      /telemetry\.otlp\.sampleRatio must be a number from 0 to 1/,
    );
    expect(telemetryOf('{ metrics: { series: many } }')).toMatch(/telemetry\.metrics\.series must be a whole number/);
    expect(telemetryOf('{ metric: {} }')).toMatch(/telemetry\.metric is not a known setting; known are metrics, otlp/);
    expect(telemetryOf('{}', { OTEL_TRACES_SAMPLER_ARG: 'often' })).toMatch(
      /environment variable OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1/,
    );
  });
});
