/** `/graphql`: Apollo on Fastify, behind a key. */
import type { ApolloServer, BaseContext } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../auth/keys.js';
import type { Viewer } from '../auth/viewer.js';
import { requireKey, viewerOf } from './authentication.js';
import { refuse } from './refusal.js';

export interface GraphqlHandler<C extends BaseContext> {
  /** Started already. */
  readonly apollo: ApolloServer<C>;
  contextOf(viewer: Viewer, requestId: string): Promise<C>;
}

export async function addGraphqlRoute<C extends BaseContext>(
  app: FastifyInstance,
  authenticate: Authenticate,
  { apollo, contextOf }: GraphqlHandler<C>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', requireKey(authenticate));
    scope.addHook('onRequest', async (request, reply) => {
      // The integration builds a URL from it, and a name that is none would end as a fault of ours.
      if (URL.canParse(`http://${request.hostname}/`)) return undefined;
      return refuse(reply, {
        status: 400,
        code: 'BAD_REQUEST',
        message: 'the Host header is missing or is no host name',
      });
    });
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      method: ['GET', 'POST'],
      context: (request) => contextOf(viewerOf(request), request.id),
    });
    scope.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: (_request, reply) =>
        refuse(reply.header('allow', 'GET, POST'), {
          status: 405,
          code: 'METHOD_NOT_ALLOWED',
          message: 'use POST, or GET for queries',
        }),
    });
  });
}
