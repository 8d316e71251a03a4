/** The instruments of the gateway's own work, in a registry of its own: two gateways in a process do not count together. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BreakerState } from '../domain/ports.js';

/** From 1 ms to 10 s: what is answered from the store, and what is asked of somebody else. */
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];
/** A sync of a large source takes minutes. */
const SYNC_SECONDS = [0.1, 0.5, 2.5, 10, 30, 120, 600];

/** The numbers that stand for the states of a breaker. */
export const breakerValues: Readonly<Record<BreakerState, number>> = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 };

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  for (const metric of processMetrics().getMetricsAsArray()) {
    registry.registerMetric(metric as unknown as Parameters<Registry['registerMetric']>[0]);
  }
  const common = { registers: [registry] };
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[], buckets = SECONDS) =>
    new Histogram<L>({ ...common, name, help, labelNames: [...labelNames], buckets });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter<L>({ ...common, name, help, labelNames: [...labelNames] });
  const gauge = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge<L>({ ...common, name, help, labelNames: [...labelNames] });

  /** Counted when it is scraped, by whoever knows. */
  const counted = (name: string, help: string) => {
    let count = () => 0;
    new Gauge({
      ...common,
      name,
      help,
      collect() {
        this.set(count());
      },
    });
    return {
      by(counter: () => number) {
        count = counter;
      },
    };
  };
  /** Sources of which something holds now. */
  const listed = (name: string, help: string) => {
    let sources: () => readonly string[] = () => [];
    new Gauge({
      ...common,
      name,
      help,
      labelNames: ['source'],
      collect() {
        this.reset();
        for (const source of sources()) this.set({ source }, 1);
      },
    });
    return {
      by(lister: () => readonly string[]) {
        sources = lister;
      },
    };
  };

  return {
    registry,
    httpRequests: histogram(
      'license_gateway_http_request_duration_seconds',
      'Time to answer HTTP requests, by route pattern.',
      ['route', 'method', 'status'],
    ),
    httpInFlight: counted('license_gateway_http_requests_in_flight', 'HTTP requests being answered.'),
    webSockets: counted('license_gateway_websockets_open', 'WebSockets that are open.'),
    streams: counted('license_gateway_sse_streams_open', 'Streams of server-sent events that are open.'),
    operations: counter(
      'license_gateway_graphql_operations_total',
      'GraphQL operations by name and by how they ended: ok, or the code of their first error.',
      ['operation', 'type', 'outcome'],
    ),
    operationSeconds: histogram(
      'license_gateway_graphql_operation_duration_seconds',
      'Time that GraphQL operations took.',
      ['operation', 'type'],
    ),
    errors: counter('license_gateway_errors_total', 'Errors that clients were answered with, by code.', ['code']),
    syncSeconds: histogram(
      'license_gateway_sync_duration_seconds',
      'Time that reading a source and storing what it said took, by how it ended.',
      ['source', 'outcome'],
      SYNC_SECONDS,
    ),
    upstreamSeconds: histogram(
      'license_gateway_upstream_request_duration_seconds',
      'Time that requests to vendors took, by how they ended.',
      ['source', 'method', 'outcome'],
    ),
    storeSeconds: histogram(
      'license_gateway_store_call_duration_seconds',
      'Time that calls of the store took, by how they ended.',
      ['collection', 'operation', 'outcome'],
    ),
    alertDeliveries: counter(
      'license_gateway_alert_deliveries_total',
      'Tries to deliver an alert to a channel, by what came of them: delivered, failed (tried again), given_up or dropped.',
      ['channel', 'outcome'],
    ),
    breaker: gauge(
      'license_gateway_breaker_state',
      'Whether requests to a source are let through: 0 closed (all are), 1 half-open (one is tried), 2 open (none is).',
      ['source'],
    ),
    polled: listed('license_gateway_source_polled', 'Is 1 for each source that this gateway is the one to poll.'),
  };
}

let ofProcess: Registry | undefined;

/** The process has one event loop, heap and set of descriptors, however many gateways: they are watched once. */
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
