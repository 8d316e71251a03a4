/** Turns requests away early when the process cannot keep up, so that those it has taken are still answered. */
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { isProbe } from './health.js';
import { type Refusal, refuse } from './refusal.js';

export const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'the gateway has more to do than it can; try again in a few seconds',
  retryAfterSeconds: 5,
};

export interface SheddingOptions {
  /** Mean delay of the event loop, over a second, from which requests are turned away; null: never. */
  readonly eventLoopDelayMs: number | null;
  /** Measures that delay; the default is the process's own. */
  readonly measure?: (() => number) | undefined;
}

/**
 * Adds the hook, before whatever is added later: a request costs next to nothing then, not even a look at its key. Probes
 * are answered all the same, since a restart would help nobody. Answers whether the process is overloaded right now.
 *
 * Memory is no measure: how full the heap is says, between two collections, next to nothing of how full it must be.
 */
export async function addShedding(app: FastifyInstance, options: SheddingOptions): Promise<() => boolean> {
  const { eventLoopDelayMs: most } = options;
  if (most === null) return () => false;
  const { measure = await measureOf(app) } = options;
  const isOverloaded = () => measure() > most;
  app.addHook('onRequest', async (request, reply) =>
    isOverloaded() && !isProbe(request.url) ? refuse(reply, overloaded) : undefined,
  );
  return isOverloaded;
}

async function measureOf(app: FastifyInstance): Promise<() => number> {
  // Without limits of its own the plugin only measures.
  await app.register(underPressure);
  return () => app.memoryUsage().eventLoopDelay;
}
