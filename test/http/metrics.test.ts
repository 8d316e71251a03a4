import { once } from 'node:events';
import { connect } from 'node:net';
import { request } from 'undici';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openMetrics } from '../../src/telemetry/exposition.js';
import { createTelemetry } from '../../src/telemetry/telemetry.js';
import { KEY, startTinyServer, type TinyDeps, type TinyServer } from '../support/tiny-server.js';

let server: TinyServer | undefined;
afterEach(() => server?.close());

async function start(options: Parameters<typeof startTinyServer>[0] = {}, deps: TinyDeps = {}): Promise<TinyServer> {
  server = await startTinyServer(options, { scrape: async ({ sources }) => `seen ${sources ?? 'all'}\n`, ...deps });
  return server;
}

async function scrape({ url }: TinyServer, headers: Record<string, string> = {}) {
  const response = await request(`${url}/metrics`, { headers });
  return { status: response.statusCode, type: response.headers['content-type'], text: await response.body.text() };
}

describe('who may scrape', () => {
  it('is this machine itself, without a key', async () => {
    expect(await scrape(await start())).toMatchObject({ status: 200, text: 'seen all\n' });
  });

  it('is nobody without a key where a proxy is trusted, or there are signs of one', async () => {
    const behind = await start({ trustProxy: true });
    expect((await scrape(behind)).status).toBe(401);
    expect((await scrape(behind, { authorization: `Bearer ${KEY}` })).status).toBe(200);
    await behind.close();
    const undeclared = await start();
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect((await scrape(undeclared, { [header]: '127.0.0.1' })).status).toBe(401);
    }
  });

  it('is nobody without a key who asks for this machine by a name that is not its own', async () => {
    const own = await start();
    const { port } = new URL(own.url);
    expect((await scrape(own, { host: `rebound.example:${port}` })).status).toBe(401);
    expect((await scrape(own, { host: `localhost:${port}` })).status).toBe(200);
  });

  it('is nobody with a wrong key, wherever it comes from', async () => {
    expect((await scrape(await start(), { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('sees what the key sees', async () => {
    const authenticate = async () => ({ name: 'wall', role: 'VIEWER' as const, sources: ['splunk-*'] });
    const { text } = await scrape(await start({}, { authenticate }), { authorization: `Bearer ${KEY}` });
    expect(text).toBe('seen splunk-*\n');
  });
});

describe('a scrape', () => {
  it('is answered while others are turned away', async () => {
    const busy = await start({}, { limits: { eventLoopDelayMs: 100 }, eventLoopDelay: () => 1_000 });
    expect((await scrape(busy)).status).toBe(200);
    expect((await request(`${busy.url}/graphql`)).statusCode).toBe(503);
  });

  it('is OpenMetrics for who asks for that, and the older text for all others', async () => {
    const text =
      '# HELP a_total What.\n# TYPE a_total counter\na_total{b="c"} 1\n\n# HELP d Else.\n# TYPE d gauge\nd 2\n';
    const both = await start({}, { scrape: async () => text });
    expect(await scrape(both)).toEqual({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', text });
    const asked = await scrape(both, { accept: 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5' });
    expect(asked.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(asked.text).toBe(
      '# HELP a What.\n# TYPE a counter\na_total{b="c"} 1\n# HELP d Else.\n# TYPE d gauge\nd 2\n# EOF\n',
    );
    expect(asked.text).toBe(openMetrics(text));
  });

  it('counts requests by the pattern of their route, and what they were refused with', async () => {
    const telemetry = createTelemetry({ tracing: null });
    const counted = await start({}, { telemetry, scrape: () => telemetry.metrics.registry.metrics() });
    await (await request(`${counted.url}/nowhere/${'x'.repeat(50)}`)).body.text();
    await (await request(`${counted.url}/graphql`)).body.text();
    await (await request(`${counted.url}/webhooks/none`, { method: 'POST' })).body.text();
    await expect
      .poll(async () => (await scrape(counted)).text)
      .toContain('http_request_duration_seconds_count{route="/webhooks/:source",method="POST",status="404"} 1');
    const { text } = await scrape(counted);
    expect(text).toContain('http_request_duration_seconds_count{route="none",method="GET",status="404"} 1');
    expect(text).toContain('http_request_duration_seconds_count{route="/graphql",method="GET",status="401"} 1');
    expect(text).toContain('license_gateway_errors_total{code="UNAUTHENTICATED"} 1');
    expect(text).toContain('license_gateway_http_requests_in_flight 1');
  });
});

it('counts the WebSockets that are open', async () => {
  const telemetry = createTelemetry({ tracing: null });
  const counted = await start({}, { telemetry, scrape: () => telemetry.metrics.registry.metrics() });
  const socket = new WebSocket(`${counted.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  expect((await scrape(counted)).text).toContain('license_gateway_websockets_open 1');
  socket.close();
  await expect.poll(async () => (await scrape(counted)).text).toContain('license_gateway_websockets_open 0');
});

it('tells in the log what a request was refused with', async () => {
  const told = await start();
  await (await request(`${told.url}/graphql`)).body.text();
  await expect
    .poll(() => told.log.find((line) => line.msg === 'request'))
    .toMatchObject({ path: '/graphql', status: 401, code: 'UNAUTHENTICATED', requestId: expect.any(String) });
});

it('a request behind another on its connection is no more in flight once that connection has gone', async () => {
  const telemetry = createTelemetry({ tracing: null });
  const own = await start({}, { telemetry });
  const { hostname, port } = new URL(own.url);
  const socket = connect(Number(port), hostname);
  const body = '{"query":"{ wait }"}';
  const head = `Host: a\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
  const post = `POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${body}`;
  socket.write(`${post}${post}GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n`);
  await own.reached;
  const inFlight = () => telemetry.metrics.registry.getSingleMetricAsString('license_gateway_http_requests_in_flight');
  await vi.waitFor(async () => expect(await inFlight()).toMatch(/in_flight 3$/m));
  socket.destroy();
  await own.left;
  own.release();
  await vi.waitFor(async () => expect(await inFlight()).toMatch(/in_flight 0$/m));
});
