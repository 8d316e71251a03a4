/** Lets each caller have only so many requests answered at once, whatever they ask for. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answers } from './answers.js';
import { viewerOf } from './authentication.js';
import type { Places } from './places.js';
import { type Refusal, refuse } from './refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is done for it, while it is done. */
    work: Promise<unknown> | null;
    /** Gives back its place among those that are being answered (more than once is as once). */
    leave: (() => void) | null;
  }
}

export interface TakePlaceDeps {
  readonly answers: Answers;
  readonly places: Places;
}

/** An onRequest hook, to stand behind that of the key. */
export function takePlace({ answers, places }: TakePlaceDeps) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { signal } = answers.waitOf(reply.raw);
    // Its caller left while its key was looked at: there is nobody to work for, nor to answer.
    if (signal.aborted) return reply.hijack();
    const giveBack = places.take(viewerOf(request).name);
    if (giveBack === null) return refuse(reply, TOO_MANY);
    request.leave = giveBack;
    signal.addEventListener('abort', () => {
      // For as long as the work goes on, though nobody may wait for it any more.
      void Promise.resolve(request.work).then(giveBack, giveBack);
    });
    return undefined;
  };
}

const TOO_MANY: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'too many requests of this key are being answered at once; wait for one of them',
  retryAfterSeconds: 1,
};
