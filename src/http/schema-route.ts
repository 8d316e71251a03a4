/** `/schema.graphql`: the API's SDL, for those who may look at the schema. */
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import { introspectionRefusal, type Lookers, mayIntrospect } from '../graphql/introspection.js';
import { requireKey, viewerOf } from './authentication.js';
import { refuse } from './refusal.js';

export interface SchemaRouteDeps {
  readonly authenticate: Authenticate;
  /** The API's SDL without federation directives. */
  readonly publicSdl: string;
  /** Who may look at it. */
  readonly introspection: Lookers;
}

export function addSchemaRoute(
  app: FastifyInstance,
  { authenticate, publicSdl, introspection }: SchemaRouteDeps,
): void {
  app.get('/schema.graphql', { onRequest: requireKey(authenticate) }, (request, reply) =>
    mayIntrospect(viewerOf(request).role, introspection)
      ? reply.type('text/plain; charset=utf-8').send(publicSdl)
      : refuse(reply, { status: 403, code: 'FORBIDDEN', message: introspectionRefusal(introspection) }),
  );
}
