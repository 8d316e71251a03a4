import { describe, expect, it } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import { logFields, withinScope } from '../../src/telemetry/scope.js';
import { createTelemetry, type GatewayTelemetry } from '../../src/telemetry/telemetry.js';

const start = () => createTelemetry({ tracing: null, knownOperations: ['Known'] });

const linesOf = async ({ metrics }: GatewayTelemetry, name: string): Promise<string[]> =>
  (await metrics.registry.getSingleMetricAsString(name))
    .split('\n')
    .filter((line) => !line.startsWith('#') && !line.includes('_bucket') && !line.includes('_sum'));

describe('what is measured', () => {
  it('is counted by how it ended: ok, a word of its result, or the code of what it threw', async () => {
    const telemetry = start();
    const what = { kind: 'sync', source: 'splunk' } as const;
    expect(await telemetry.measure(what, async () => 1)).toBe(1);
    await telemetry.measure(
      what,
      async () => 'half',
      (result) => (result === 'half' ? 'PARTIAL' : 'ok'),
    );
    const failure = new SourceFailure('TIMEOUT', 'SYNC_DEADLINE', 'late');
    await expect(telemetry.measure(what, () => Promise.reject(failure))).rejects.toBe(failure);
    await expect(telemetry.measure(what, () => Promise.reject(new TypeError('no')))).rejects.toThrow('no');
    expect(await linesOf(telemetry, 'license_gateway_sync_duration_seconds')).toEqual(
      ['ok', 'PARTIAL', 'SYNC_DEADLINE', 'TYPE'].map(
        (outcome) => `license_gateway_sync_duration_seconds_count{source="splunk",outcome="${outcome}"} 1`,
      ),
    );
  });

  it('is told apart by what it is', async () => {
    const telemetry = start();
    await telemetry.measure({ kind: 'upstream', source: 's', method: 'GET' }, async () => 0);
    await telemetry.measure({ kind: 'store', collection: 'pools', operation: 'page' }, async () => 0);
    expect(await linesOf(telemetry, 'license_gateway_upstream_request_duration_seconds')).toEqual([
      'license_gateway_upstream_request_duration_seconds_count{source="s",method="GET",outcome="ok"} 1',
    ]);
    expect(await linesOf(telemetry, 'license_gateway_store_call_duration_seconds')).toEqual([
      'license_gateway_store_call_duration_seconds_count{collection="pools",operation="page",outcome="ok"} 1',
    ]);
  });

  it('keeps the names that callers choose few, and always tells the persisted ones apart', async () => {
    const telemetry = start();
    for (let i = 0; i < 1_000; i++) telemetry.operation('query', `Q${i}`)('ok');
    telemetry.operation('query', 'Known')('ok');
    const lines = await linesOf(telemetry, 'license_gateway_graphql_operations_total');
    expect(lines).toHaveLength(202);
    expect(lines).toContain(
      'license_gateway_graphql_operations_total{operation="other",type="query",outcome="ok"} 800',
    );
    expect(lines).toContain('license_gateway_graphql_operations_total{operation="Known",type="query",outcome="ok"} 1');
  });

  it('shows a breaker as a number', async () => {
    const telemetry = start();
    telemetry.breaker('a', 'CLOSED');
    telemetry.breaker('b', 'HALF_OPEN');
    telemetry.breaker('c', 'OPEN');
    expect(await linesOf(telemetry, 'license_gateway_breaker_state')).toEqual([
      'license_gateway_breaker_state{source="a"} 0',
      'license_gateway_breaker_state{source="b"} 1',
      'license_gateway_breaker_state{source="c"} 2',
    ]);
  });

  it('counts nothing of another gateway in the same process', async () => {
    start().operation('query', 'Mine')('ok');
    expect(await linesOf(start(), 'license_gateway_graphql_operations_total')).toEqual([]);
  });
});

describe('a request', () => {
  it('is counted by route, method and status once it has ended, and timed unless it was a stream', async () => {
    const telemetry = start();
    const request = telemetry.request({ requestId: 'r1', method: 'BREW' });
    request.end({ route: '/graphql', status: 405, seconds: 0.01 });
    telemetry.request({ requestId: 'r2', method: 'POST' }).end({ route: '/graphql', status: 200, seconds: null });
    expect(await linesOf(telemetry, 'license_gateway_http_request_duration_seconds')).toEqual([
      'license_gateway_http_request_duration_seconds_count{route="/graphql",method="other",status="405"} 1',
    ]);
  });

  it('lends its id to every line of the log that is written for it, and a sync its source', async () => {
    const telemetry = start();
    const { scope } = telemetry.request({ requestId: 'r1', method: 'GET' });
    await withinScope(scope, async () => {
      expect(logFields()).toEqual({ requestId: 'r1' });
      await telemetry.measure({ kind: 'upstream', source: 'splunk', method: 'POST' }, async () => {
        expect(logFields()).toEqual({ requestId: 'r1', source: 'splunk' });
      });
      // Others may have joined it.
      await telemetry.measure({ kind: 'sync', source: 'splunk' }, async () => {
        expect(logFields()).toEqual({ source: 'splunk' });
      });
    });
    expect(logFields()).toEqual({});
  });

  it('lends nothing to what goes on when it is over: a timer that was set for the next time', async () => {
    const telemetry = start();
    let next = Promise.resolve({});
    await telemetry.measure({ kind: 'sync', source: 'splunk' }, async () => {
      next = new Promise((resolve) => setTimeout(() => resolve(logFields()), 5));
    });
    expect(await next).toEqual({});
  });
});
