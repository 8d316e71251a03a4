/** `/graphql`: Apollo on Fastify, behind a key. */
import type { ApolloServer, BaseContext } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authenticate } from '../auth/authenticate.js';
import type { AskedOperation, OperationRequest } from '../graphql/context.js';
import { requireKey, viewerOf } from './authentication.js';
import { refuse } from './refusal.js';

export interface GraphqlHandler<C extends BaseContext> {
  /** Started already. */
  readonly apollo: ApolloServer<C>;
  /** Rejects with a GraphQLError for what may not run. */
  contextOf(request: OperationRequest): Promise<C>;
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
      context: (request) =>
        contextOf({
          viewer: viewerOf(request),
          requestId: request.id,
          asked: askedOf(request),
          signal: request.signal,
        }),
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

/** What a POST's body or a GET's query asks for; its form is checked by whoever reads it. */
function askedOf({ method, body, query }: FastifyRequest): AskedOperation {
  const asked = method === 'GET' ? query : body;
  return typeof asked === 'object' && asked !== null ? asked : {};
}
