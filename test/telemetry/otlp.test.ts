/** Traces as a collector gets them: a real local one takes what the gateway sends, and the tree is put together again. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import { createLogger } from '../../src/http/logger.js';
import { sourceModules } from '../../src/sources/index.js';
import { openTracing } from '../../src/telemetry/open-tracing.js';
import type { OtlpOptions } from '../../src/telemetry/options.js';
import { splunkSourceOf } from '../support/emulators.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { silentPino } from '../support/silent-pino.js';
import { thingsOf } from '../support/snapshots.js';
import { staticSource } from '../support/static-source.js';
import { startWireTap } from '../support/wire-tap.js';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly status: { readonly code?: number };
}

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Takes OTLP over HTTP in its JSON form. */
async function startCollector(status = 200) {
  const spans: SentSpan[] = [];
  const headers: Record<string, unknown>[] = [];
  const services: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      headers.push({ ...request.headers, path: request.url });
      for (const resource of JSON.parse(body).resourceSpans) {
        services.push(resource.resource.attributes);
        for (const scope of resource.scopeSpans) spans.push(...scope.spans);
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUps.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { spans, headers, services, url: `http://127.0.0.1:${port}/v1/traces` };
}

const options = (url: string): OtlpOptions => ({
  url,
  headers: { 'x-tenant': 'acme' },
  sampleRatio: 1,
  serviceName: 'gw',
});

/** Each span as its name, with those beneath it. */
function treeOf(spans: readonly SentSpan[], parent: string | undefined): Record<string, unknown> {
  const own = spans.filter((span) => (span.parentSpanId || undefined) === parent);
  return Object.fromEntries(own.map((span) => [span.name, treeOf(spans, span.spanId)]));
}

const attributesOf = (span: SentSpan | undefined): Record<string, unknown> =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

async function startTraced(): Promise<{
  gateway: TestGateway;
  collector: Awaited<ReturnType<typeof startCollector>>;
}> {
  const collector = await startCollector();
  const source = staticSource('splunk', { licenses: [thingsOf('splunk').license('one')] });
  const gateway = await startGateway([source.source], {
    telemetry: { otlp: options(collector.url) },
    overrides: { modules: [...sourceModules, source.module] },
  });
  cleanUps.push(gateway.close);
  return { gateway, collector };
}

describe('what is traced', () => {
  it('is each request, the operation in it, and what that asks of the store', async () => {
    const { gateway, collector } = await startTraced();
    await gateway.refresh();
    await gateway.query('query Names($secret: String) { licenses(filter: { search: $secret }) { nodes { name } } }', {
      secret: 's3cret',
    });
    await gateway.close();
    const request = collector.spans.find(({ name }) => name === 'POST /graphql');
    const traced = collector.spans.filter(({ traceId }) => traceId === request?.traceId);
    expect(treeOf(traced, undefined)).toEqual({
      'POST /graphql': expect.objectContaining({
        'getMany sources': {},
        query: expect.objectContaining({ 'pageEach licenses': {} }),
      }),
    });
    expect(attributesOf(request)).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
    });
    expect(attributesOf(traced.find(({ name }) => name === 'query'))).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Names',
    });
    expect(JSON.stringify(collector.spans)).not.toContain('s3cret');
    expect(collector.headers[0]).toMatchObject({ 'x-tenant': 'acme', path: '/v1/traces' });
    expect(JSON.stringify(collector.services[0])).toContain('"gw"');
  });

  it('is each sync, with what is asked of the vendor, who is told nothing of it', async () => {
    const collector = await startCollector();
    const splunk = await startSplunkEmulator();
    const tap = await startWireTap(splunk.url);
    cleanUps.push(splunk.close, tap.close);
    const gateway = await startGateway([{ ...splunkSourceOf(splunk), url: tap.url }], {
      telemetry: { otlp: options(collector.url) },
    });
    await gateway.refresh();
    await gateway.close();
    const sync = collector.spans.find(({ name }) => name === 'sync');
    const below = collector.spans.filter(({ traceId }) => traceId === sync?.traceId);
    expect(below.map(({ name }) => name)).toContain('GET');
    expect(attributesOf(below.find(({ name }) => name === 'GET'))).toMatchObject({
      'http.request.method': 'GET',
      'license_gateway.source': 'splunk',
    });
    expect(tap.requests().length).toBeGreaterThan(0);
    expect(tap.requests().filter(({ headerNames }) => headerNames.includes('traceparent'))).toEqual([]);
  });

  it('goes on with the trace of who asks, and is kept or not as that says', async () => {
    const { gateway, collector } = await startTraced();
    const ask = (traceparent: string) => fetch(`${gateway.url}/healthz`, { headers: { traceparent } });
    await ask('00-11111111111111111111111111111111-2222222222222222-01');
    await ask('00-33333333333333333333333333333333-4444444444444444-00');
    await ask('00-00000000000000000000000000000000-4444444444444444-01');
    await ask('nonsense');
    await gateway.close();
    const probes = collector.spans.filter(({ name }) => name === 'GET /healthz');
    expect(probes).toHaveLength(3);
    expect(probes[0]).toMatchObject({
      traceId: '11111111111111111111111111111111',
      parentSpanId: '2222222222222222',
      kind: 2,
    });
    expect(probes.slice(1).map(({ parentSpanId }) => parentSpanId || undefined)).toEqual([undefined, undefined]);
  });

  it('says what went wrong', async () => {
    const { gateway, collector } = await startTraced();
    await gateway.ask('query Wrong { nodes(ids: ["x"]) { id } node(id: 1) { nothing } }', {}, keys.VIEWER);
    await gateway.close();
    const failed = collector.spans.find(({ name }) => name === 'unknown');
    expect(attributesOf(failed)).toMatchObject({ 'error.type': 'GRAPHQL_VALIDATION_FAILED' });
    expect(failed?.status.code).toBe(2);
  });
});

describe('a line of the log', () => {
  it('names the request and the trace that it was written for', async () => {
    const collector = await startCollector();
    let text = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += String(chunk);
        done();
      },
    });
    const gateway = await startGateway([], {
      telemetry: { otlp: options(collector.url) },
      overrides: { logger: createLogger('info', stream) },
    });
    await gateway.query('query Who { viewer { name } }');
    await gateway.close();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const operation = lines.find(({ msg }) => msg === 'operation');
    expect(operation).toMatchObject({
      operation: 'Who',
      type: 'query',
      viewer: 'admin',
      ms: expect.any(Number),
      cost: expect.any(Number),
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      traceId: collector.spans.find(({ name }) => name === 'POST /graphql')?.traceId,
    });
    expect(lines.find(({ msg, path }) => msg === 'request' && path === '/graphql')).toMatchObject({
      requestId: operation.requestId,
      traceId: operation.traceId,
    });
  });
});

describe('a collector that is away', () => {
  const telling = () => {
    const told: string[] = [];
    return { told, debug() {}, info() {}, error() {}, warn: (_: object, line: string) => void told.push(line) };
  };

  async function traceMuch(url: string, logger: ReturnType<typeof telling>) {
    const tracing = await openTracing(options(url), logger);
    for (let i = 0; i < 3_000; i++) tracing?.begin({ name: 'GET', kind: 'SERVER', attributes: {} }, null).end(null);
    return tracing;
  }

  it('costs a line of the log a minute', async () => {
    const logger = telling();
    const { url, headers } = await startCollector(400);
    await (await traceMuch(url, logger))?.close();
    expect(headers.length).toBeGreaterThan(1);
    expect(logger.told).toEqual(['traces cannot be delivered; is the collector of telemetry.otlp up?']);
  });

  it('is not waited for when the gateway closes', async () => {
    const tracing = await traceMuch('http://127.0.0.1:9/v1/traces', telling());
    const startedAt = performance.now();
    await tracing?.close();
    expect(performance.now() - startedAt).toBeLessThan(20_000);
  });

  it('is not even looked for where none is configured', async () => {
    expect(await openTracing(null, silentPino)).toBeNull();
  });
});
