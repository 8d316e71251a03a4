/** What happens around every request: its id, its line in the log, and the headers that protect a browser. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { isProbe } from './health.js';
import type { ServerOptions } from './options.js';
import { pathOf } from './path.js';
import { inScopeOf } from './telemetry-hooks.js';

/** Pages may neither load anything nor be framed; the GraphiQL page states its own policy. */
const NO_CONTENT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A request id: the proxy's when one is trusted, else a new one. */
export function requestIds(server: Pick<ServerOptions, 'trustProxy'>) {
  return (request: Pick<IncomingMessage, 'headers'>): string => {
    const given = request.headers['x-request-id'];
    return server.trustProxy && typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  };
}

export function protectiveHeaders(server: Pick<ServerOptions, 'tls'>, requestId: string): Record<string, string> {
  return {
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': NO_CONTENT,
    'cache-control': 'no-store',
    ...(server.tls === null ? {} : { 'strict-transport-security': 'max-age=31536000' }),
  };
}

export function addRequestHooks(app: FastifyInstance, server: Pick<ServerOptions, 'tls'>): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(protectiveHeaders(server, request.id));
    done();
  });
  // Never the query string, a header or a body: keys and license payloads travel there.
  app.addHook('onResponse', (request, reply, done) => {
    // Probes come every few seconds and say nothing.
    const level = isProbe(request.url) ? 'debug' : 'info';
    const line = {
      method: request.method,
      path: pathOf(request.url).slice(0, 200),
      status: reply.statusCode,
      ...(request.refusal === null ? {} : { code: request.refusal }),
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(request.viewer === null ? {} : { viewer: request.viewer.name }),
      remote: request.ip,
    };
    inScopeOf(request, () => request.log[level](line, 'request'));
    done();
  });
}
