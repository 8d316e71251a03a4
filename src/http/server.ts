/** The HTTP server: its routes, and its graceful end. */
import type { AddressInfo } from 'node:net';
import type { BaseContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/authenticate.js';
import { requireKey } from './authentication.js';
import { addCors } from './cors.js';
import { addGraphiqlRoutes } from './graphiql/routes.js';
import { graphqlOverHttpPlugin } from './graphql-over-http-plugin.js';
import { addGraphqlRoute, type GraphqlHandler } from './graphql-route.js';
import { addHealthRoutes, type Readiness } from './health.js';
import type { ServerOptions, TrafficLimits } from './options.js';
import { answerError, largestBody, refuse } from './refusal.js';
import { addRequestHooks, protectiveHeaders, requestIds } from './request-hooks.js';
import { addWebhookRoute, type WebhookReceiver } from './webhooks.js';

export interface HttpServerDeps<C extends BaseContext> {
  readonly server: ServerOptions;
  readonly logger: Logger;
  readonly authenticate: Authenticate;
  /** The Apollo server is not started yet: it is started, given this server's plugins, and stopped here. */
  readonly graphql: GraphqlHandler<C>;
  /** Whether the GraphiQL page is served. */
  readonly graphiql: boolean;
  readonly webhooks: WebhookReceiver;
  readonly limits: TrafficLimits;
  readonly readiness: () => Readiness | Promise<Readiness>;
  /** The API's SDL without federation directives. */
  readonly publicSdl: string;
  /** How long running requests may take to finish when the server closes. Default 10 s. */
  readonly closeWithinMs?: number;
}

export interface HttpServer {
  /** Where it listens, without a trailing slash. */
  readonly url: string;
  /** Takes no new request, lets the running ones finish until the deadline, then cuts what is left. */
  close(): Promise<void>;
}

const LONGEST_REQUEST_MS = 60_000;

/** Listens when it resolves. Throws the system's own error (EADDRINUSE, EACCES, …) when it cannot. */
export async function createHttpServer<C extends BaseContext>(deps: HttpServerDeps<C>): Promise<HttpServer> {
  const { server, graphql, closeWithinMs = 10_000 } = deps;
  const { apollo } = graphql;
  apollo.addPlugin(ApolloServerPluginLandingPageDisabled());
  apollo.addPlugin(graphqlOverHttpPlugin());
  await apollo.start();
  const app = createFastify(deps);

  async function close() {
    const cut = setTimeout(() => app.server.closeAllConnections(), closeWithinMs);
    try {
      await app.close();
    } finally {
      clearTimeout(cut);
      await apollo.stop();
    }
  }

  try {
    await addRoutes(app, deps);
    await app.listen({ host: server.host, port: server.port });
  } catch (error) {
    await close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  return {
    url: urlOf(app.server.address() as AddressInfo, server),
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function createFastify<C extends BaseContext>({ server, logger }: HttpServerDeps<C>): FastifyInstance {
  const options = {
    loggerInstance: logger,
    // One line of our own a request: Fastify's would show query strings.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIds(server),
    trustProxy: server.trustProxy,
    bodyLimit: largestBody,
    requestTimeout: LONGEST_REQUEST_MS,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // A path that cannot be decoded is refused before any hook runs.
      reply.headers(protectiveHeaders(server, request.id));
      answerError(error, request, reply);
    },
  };
  // Fastify types a server by its transport and logger; the routes need neither.
  const app = (server.tls === null
    ? fastify(options)
    : fastify({ ...options, https: { ...server.tls } })) as unknown as FastifyInstance;
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // A kept-alive connection would hold the closing server for as long as its client likes.
    if (closing) reply.header('connection', 'close');
  });
  return app;
}

async function addRoutes<C extends BaseContext>(app: FastifyInstance, deps: HttpServerDeps<C>): Promise<void> {
  const { server, authenticate, graphql, webhooks, readiness, publicSdl } = deps;
  app.decorateRequest('viewer', null);
  addRequestHooks(app, server);
  addCors(app, server.cors);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, {
      status: 404,
      code: 'NOT_FOUND',
      message: `nothing answers ${request.method} here; the API is at /graphql, its page at /graphiql`,
    }),
  );
  await addGraphqlRoute(app, authenticate, graphql);
  await addWebhookRoute(app, webhooks);
  addHealthRoutes(app, readiness);
  addGraphiqlRoutes(app);
  app.get('/', (_request, reply) => reply.redirect('/graphiql', 302));
  app.get('/schema.graphql', { onRequest: requireKey(authenticate) }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(publicSdl),
  );
}

function urlOf({ address, family, port }: AddressInfo, server: ServerOptions): string {
  const isEverywhere = address === '0.0.0.0' || address === '::';
  const host = isEverywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `${server.tls === null ? 'http' : 'https'}://${host}:${port}`;
}
