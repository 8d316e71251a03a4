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
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const wait = answers.waitOf(reply.raw);
    // Its caller left while its key was looked at: there is nobody to work for, nor to answer.
    if (wait.isOver) {
      reply.hijack();
      return;
    }
    const giveBack = places.take(viewerOf(request).name);
    if (giveBack === null) {
      refuse(reply, TOO_MANY);
      return;
    }
    request.leave = giveBack;
    wait.whenOver(() => {
      // For as long as the work goes on, though nobody may wait for it any more.
      if (request.work === null) giveBack();
      else request.work.then(giveBack, giveBack);
    });
    done();
  };
}

const TOO_MANY: Refusal = {
  status: 429,
  code: 'RATE_LIMITED',
  message: 'too many requests of this key are being answered at once; wait for one of them',
  retryAfterSeconds: 1,
};
