/** Lets only holders of a key pass, before anything of their request is parsed. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import type { Viewer } from '../auth/viewer.js';
import { refuse } from './refusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on routes that need no key. */
    viewer: Viewer | null;
  }
}

/** An onRequest hook: 401 without a key or with one that nobody holds. */
export function requireKey(authenticate: Authenticate) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const bearer = bearerOf(request.headers.authorization);
    request.viewer = await authenticate(bearer);
    if (request.viewer !== null) return undefined;
    const challenge =
      bearer === undefined ? 'Bearer realm="license-gateway"' : 'Bearer realm="license-gateway", error="invalid_token"';
    return refuse(reply.header('www-authenticate', challenge), {
      status: 401,
      code: 'UNAUTHENTICATED',
      message:
        bearer === undefined
          ? 'an API key is needed; send it as the header Authorization: Bearer <key>'
          : 'this API key is not known; check the key, and that it is one of this gateway',
    });
  };
}

/** The viewer of a request behind `requireKey`. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (request.viewer === null) throw new Error('a route that reads its viewer must require a key');
  return request.viewer;
}

/** The key of an Authorization header; undefined when there is none of the Bearer scheme. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1];
}
