/** Cross-origin access for the configured origins; without any, a browser keeps other pages out by itself. */
import type { FastifyInstance } from 'fastify';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '600',
};

/** `origins` are exact; `*` allows any. No credentials: a key is sent by the page itself, never by the browser. */
export function addCors(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    reply.header('vary', 'Origin');
    if (origin === undefined || !(origins.includes('*') || origins.includes(origin))) return undefined;
    reply.headers({
      'access-control-allow-origin': origins.includes('*') ? '*' : origin,
      'access-control-expose-headers': 'x-request-id, retry-after, www-authenticate',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    return isPreflight ? reply.headers(PREFLIGHT).code(204).send() : undefined;
  });
}
