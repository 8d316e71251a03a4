/** What is answered at which path, and what happens around every answer. */
import type { BaseContext } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Answers } from './answers.js';
import { addCalendarRoute, type CalendarRouteDeps } from './calendar-route.js';
import { addCors } from './cors.js';
import { addDashboardRoutes } from './dashboard/routes.js';
import { addExportRoutes, type ExportRoutesDeps } from './export/route.js';
import { addGraphiqlRoutes } from './graphiql/routes.js';
import type { GraphqlHandler } from './graphql-handler.js';
import { addGraphqlRoute } from './graphql-route.js';
import { addHealthRoutes, type Readiness } from './health.js';
import { addMetricsRoute, type MetricsRouteDeps } from './metrics.js';
import type { ServerOptions, TrafficLimits } from './options.js';
import { createPlaces } from './places.js';
import { answerError, refuse } from './refusal.js';
import { addRequestHooks } from './request-hooks.js';
import { addSchemaRoute, type SchemaRouteDeps } from './schema-route.js';
import { addShedding } from './shedding.js';
import type { Streams } from './streams.js';
import { addTelemetryHooks, type HttpTelemetry } from './telemetry-hooks.js';
import { addWebhookRoute, type WebhookReceiver } from './webhooks.js';

export interface RoutesDeps<C extends BaseContext> extends SchemaRouteDeps {
  readonly server: ServerOptions;
  /** The Apollo server has started. */
  readonly graphql: GraphqlHandler<C>;
  /** Whether the GraphiQL page is served. */
  readonly graphiql: boolean;
  /** Where the built dashboard is; null: it is not served. */
  readonly dashboard: string | null;
  readonly webhooks: WebhookReceiver;
  readonly calendar: CalendarRouteDeps['calendar'];
  readonly exports: ExportRoutesDeps['exports'];
  readonly limits: TrafficLimits;
  readonly telemetry: HttpTelemetry;
  /** What a scrape is answered with. */
  readonly scrape: MetricsRouteDeps['scrape'];
  readonly readiness: () => Readiness | Promise<Readiness>;
  /** Measures how late the event loop is, in milliseconds. Default: the process's own. */
  readonly eventLoopDelay?: (() => number) | undefined;
}

/** Answers how to ask whether requests are being turned away right now. */
export async function addRoutes<C extends BaseContext>(
  app: FastifyInstance,
  deps: RoutesDeps<C> & { readonly answers: Answers; readonly streams: Streams },
): Promise<() => boolean> {
  const { answers, server, authenticate, graphql, graphiql, dashboard, webhooks, limits, readiness } = deps;
  addTelemetryHooks(app, deps.telemetry);
  addRequestHooks(app, server);
  addCors(app, server.cors);
  const isOverloaded = await addShedding(app, {
    eventLoopDelayMs: limits.eventLoopDelayMs,
    measure: deps.eventLoopDelay,
  });
  app.setErrorHandler(answerError);
  const pages = `${dashboard === null ? '' : ', the dashboard at /'}${graphiql ? ', GraphiQL at /graphiql' : ''}`;
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, {
      status: 404,
      code: 'NOT_FOUND',
      message: `nothing answers ${request.method} here; the API is at /graphql${pages}`,
    }),
  );
  const places = createPlaces(limits.requests);
  await addGraphqlRoute(app, { authenticate, graphql, limits, answers, places, streams: deps.streams });
  await addWebhookRoute(app, webhooks);
  addHealthRoutes(app, readiness);
  addMetricsRoute(app, deps);
  if (graphiql) {
    addGraphiqlRoutes(app, authenticate);
    if (dashboard === null) app.get('/', (_request, reply) => reply.redirect('/graphiql', 302));
  }
  if (dashboard !== null) addDashboardRoutes(app, dashboard);
  addCalendarRoute(app, deps);
  await addExportRoutes(app, { ...deps, places });
  addSchemaRoute(app, deps);
  return isOverloaded;
}
