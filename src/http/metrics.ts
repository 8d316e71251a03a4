/** `/metrics`: what Prometheus scrapes, for holders of a key, and for this machine itself where nobody can pose as it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import { isLoopback } from '../domain/hosts.js';
import { type Exposition, openMetrics } from '../telemetry/exposition.js';
import { requireKey, viewerOf } from './authentication.js';
import type { ServerOptions } from './options.js';

export interface MetricsRouteDeps {
  readonly server: Pick<ServerOptions, 'trustProxy'>;
  readonly authenticate: Authenticate;
  readonly scrape: Exposition;
}

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
/** What a proxy adds: behind one on this machine, everybody comes from this machine. */
const SIGNS_OF_A_PROXY = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const EVERYTHING = { sources: null };

export function addMetricsRoute(app: FastifyInstance, { server, authenticate, scrape }: MetricsRouteDeps): void {
  const byKey = requireKey(authenticate);
  app.get(
    '/metrics',
    {
      onRequest: (request, reply, done) => (isFromHere(request, server) ? done() : byKey(request, reply, done)),
    },
    async (request, reply) => {
      const text = await scrape(request.viewer === null ? EVERYTHING : viewerOf(request));
      return isOpenMetricsAsked(request.headers.accept)
        ? reply.type(OPEN_METRICS).send(openMetrics(text))
        : reply.type(TEXT).send(text);
    },
  );
}

/**
 * Whether somebody on this machine asks, without a key. The name it was asked by counts as well: a page whose own name leads
 * to this machine could read the answer else.
 */
function isFromHere({ raw, headers }: FastifyRequest, { trustProxy }: Pick<ServerOptions, 'trustProxy'>): boolean {
  if (trustProxy || headers.authorization !== undefined) return false;
  if (SIGNS_OF_A_PROXY.some((name) => headers[name] !== undefined)) return false;
  const peer = raw.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const host = URL.canParse(`http://${headers.host}/`) ? new URL(`http://${headers.host}/`).hostname : '';
  return isLoopback(peer) && isLoopback(host);
}

function isOpenMetricsAsked(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes('application/openmetrics-text') ?? false;
}
