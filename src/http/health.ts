/** Whether the process lives and whether it is ready, for probes; neither needs a key. */
import type { FastifyInstance } from 'fastify';
import { pathOf } from './path.js';

/** A scrape is no less a probe: what it tells is wanted most when there is too much to do. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

export interface Readiness {
  /** What is not there yet, each in words: `store: not open`, `source splunk: not tried yet`. Empty: ready. */
  readonly missing: readonly string[];
}

/** Whether the URL of a request is one that is asked every few seconds, and answered under any load. */
export function isProbe(url: string): boolean {
  return PROBES.has(pathOf(url));
}

export function addHealthRoutes(app: FastifyInstance, readiness: () => Readiness | Promise<Readiness>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const { missing } = await readiness();
    reply.code(missing.length === 0 ? 200 : 503);
    return { status: missing.length === 0 ? 'ready' : 'not ready', missing };
  });
}
