/** Lets only holders of a key or token pass, before anything of their request is parsed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import { type BearerProblem, BearerRefused } from '../auth/refusal.js';
import type { Viewer } from '../auth/viewer.js';
import { refuse } from './refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on routes that need no key. */
    viewer: Viewer | null;
  }
}

const REALM = 'Bearer realm="license-gateway"';

/** How each problem of a token is answered (RFC 6750, 3.1); one that cannot be checked is no fault of its holder. */
const ANSWERS: Readonly<Record<BearerProblem, { status: number; code: string; error: string | null }>> = {
  INVALID: { status: 401, code: 'UNAUTHENTICATED', error: 'invalid_token' },
  NO_ROLE: { status: 403, code: 'FORBIDDEN', error: 'insufficient_scope' },
  UNAVAILABLE: { status: 503, code: 'AUTH_UNAVAILABLE', error: null },
};

/** An onRequest hook: 401 without a bearer or with one that nobody holds, 403 or 503 for a token that says too little or cannot be checked. */
export function requireKey(authenticate: Authenticate) {
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    const bearer = bearerOf(request.headers.authorization);
    const take = (viewer: Viewer | null) => {
      request.viewer = viewer;
      if (viewer !== null) done();
      else refuseUnknown(reply, bearer);
    };
    const found = authenticate(bearer);
    if (!(found instanceof Promise)) take(found);
    else {
      found.then(take, (error: unknown) => {
        if (error instanceof BearerRefused) {
          request.log.debug({ reason: error.message }, 'a token was refused');
          refuseToken(reply, error);
        } else done(error as Error);
      });
    }
  };
}

/** The viewer of a request behind `requireKey`. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer === null) throw new Error('a route that reads its viewer must require a key');
  return request.viewer;
}

/** The key or token of an Authorization header; undefined when there is none of the Bearer scheme. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}

function refuseUnknown(reply: FastifyReply, bearer: string | undefined): FastifyReply {
  return refuse(reply.header('www-authenticate', bearer === undefined ? REALM : `${REALM}, error="invalid_token"`), {
    status: 401,
    code: 'UNAUTHENTICATED',
    message:
      bearer === undefined
        ? 'an API key or token is needed; send it as the header Authorization: Bearer <key>'
        : 'this API key is not known; check the key, and that it is one of this gateway',
  });
}

function refuseToken(reply: FastifyReply, { reason, message, retryAfterSeconds }: BearerRefused): FastifyReply {
  const { status, code, error } = ANSWERS[reason];
  if (error !== null) {
    // The message quotes names of claims, which are whatever the configuration says: a header takes less (RFC 6750, 3).
    const description = message.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?');
    reply.header('www-authenticate', `${REALM}, error="${error}", error_description="${description}"`);
  }
  return refuse(reply, { status, code, message, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) });
}
