/** Has every request counted, timed and traced, and what is done for it know that it belongs to it. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endScope, withinScope } from '../telemetry/scope.js';
import type { GatewayTelemetry, RequestScope } from '../telemetry/telemetry.js';
import { EVENT_STREAM } from './sse.js';

declare module 'fastify' {
  interface FastifyRequest {
    observed: RequestScope | null;
    /** The code of what it was refused with. */
    refusal: string | null;
  }
}

export type HttpTelemetry = Pick<GatewayTelemetry, 'request' | 'error' | 'metrics'>;

/** To be called before other hooks are added: what they do is done within the request's scope. */
export function addTelemetryHooks(app: FastifyInstance, telemetry: HttpTelemetry): void {
  const open = new Set<ServerResponse>();
  const streams = () => [...open].filter(isStream).length;
  telemetry.metrics.streams.by(streams);
  telemetry.metrics.httpInFlight.by(() => open.size - streams());
  app.addHook('onRequest', (request, reply, done) => {
    const startedAt = performance.now();
    const { traceparent, tracestate } = request.headers;
    const observed = telemetry.request({
      requestId: request.id,
      method: request.method,
      traceparent: textOf(traceparent),
      tracestate: textOf(tracestate),
    });
    request.observed = observed;
    open.add(reply.raw);
    // However it ends: answered, taken over by a stream, or left by its caller.
    reply.raw.once('close', () => {
      const { headersSent, statusCode } = reply.raw;
      open.delete(reply.raw);
      observed.end({
        route: request.routeOptions.url ?? 'none',
        status: headersSent ? statusCode : CLIENT_LEFT,
        // A stream lasts as long as its client likes.
        seconds: isStream(reply.raw) ? null : (performance.now() - startedAt) / 1000,
      });
      if (request.refusal !== null) telemetry.error(request.refusal);
      // What is under way is finished, though nobody waits for it.
      const over = () => endScope(observed.scope);
      Promise.resolve(request.work).then(over, over);
    });
    withinScope(observed.scope, done);
  });
  // The body arrives by events of the connection, which know nothing of the request.
  app.addHook('preValidation', (request, _reply, done) => inScopeOf(request, done));
}

/** Runs it within the request's scope, wherever it is called from. */
export function inScopeOf<T>({ observed }: FastifyRequest, work: () => T): T {
  return observed === null ? work() : withinScope(observed.scope, work);
}

/** As nginx notes it: the connection was closed before there was an answer. */
const CLIENT_LEFT = 499;

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith(EVENT_STREAM);
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
