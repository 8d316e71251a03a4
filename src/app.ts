/** The composition root: store, sources, sync, graph and HTTP put together, and taken apart again in the reverse order. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger as PinoLogger } from 'pino';
import { type Alerts, createAlerts } from './alerts/index.js';
import { type ConfiguredSources, createConfiguredSources } from './app/configured-sources.js';
import { DASHBOARD, withDashboardOperations } from './app/dashboard.js';
import { type Authenticator, createAuthenticator } from './auth/authenticate.js';
import type { Config } from './config.js';
import type { QuotaPolicy } from './domain/evaluated.js';
import { type Clock, systemClock } from './domain/ports.js';
import type { GraphqlContext } from './graphql/context.js';
import { operationNames } from './graphql/operation-telemetry-plugin.js';
import { createOperations } from './graphql/operations.js';
import { createSchema } from './graphql/schema.js';
import { publicSdl } from './graphql/sdl.js';
import { createExpiries } from './http/calendar-expiries.js';
import { createExports } from './http/export/exports.js';
import { createLogger } from './http/logger.js';
import { createHttpServer } from './http/server.js';
import { createStartingServer } from './http/starting.js';
import { sourceModules } from './sources/index.js';
import type { SourceModule } from './sources/source.js';
import { openRepo } from './store/index.js';
import { keyUseStore } from './store/key-uses.js';
import { createStoreProbe } from './store/probe.js';
import type { Repo } from './store/repo.js';
import { type AuditLog, createAuditLog } from './sync/audit-log.js';
import { type Changes, createChanges } from './sync/changes.js';
import { createLeases } from './sync/leases.js';
import { createScheduler, type Scheduler } from './sync/scheduler.js';
import { createWebhooks, type Webhooks } from './sync/webhooks.js';
import { createExposition } from './telemetry/exposition.js';
import { observedRepo } from './telemetry/observed-repo.js';
import { openTracing } from './telemetry/open-tracing.js';
import { createTelemetry, type GatewayTelemetry } from './telemetry/telemetry.js';

export interface AppOverrides {
  readonly logger?: PinoLogger;
  readonly clock?: Clock;
  /** Told what is being done while the gateway starts, in lines for a person. */
  readonly onProgress?: (line: string) => void;
  /** In place of the store that the configuration names; closed with the app all the same. */
  readonly repo?: Repo;
  readonly modules?: readonly SourceModule[];
  /** Ends the waiting for a store that is away. */
  readonly signal?: AbortSignal;
}

/** The sections that are taken over while the gateway runs. */
export type Reloadable = Pick<Config, 'alerts' | 'auth' | 'sources' | 'quota' | 'log'>;

export interface App {
  /** Where it listens. */
  readonly url: string;
  /** Reads one source now; resolves when what it said is stored. */
  refresh(source: string): Promise<void>;
  /**
   * Goes on by this configuration: whom it lets in, its sources, quota policy, alerts and log level, at once; resolves when
   * what it replaces has ended. The rest of it is not looked at.
   */
  reload(config: Reloadable): Promise<void>;
  /** Stops syncing, finishes running requests and closes the store. */
  close(): Promise<void>;
}

/** Starts the gateway; it listens when this resolves. Rejects, with nothing left open, when the store or the port cannot be had. */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const logger = overrides.logger ?? createLogger(config.log.level);
  const { server, limits } = config;
  // Who watches the process asks on the one port it was told; any other is nobody's to ask.
  const answersMeanwhile = overrides.repo === undefined && 'mongodb' in config.store && server.port !== 0;
  const starting = answersMeanwhile ? await createStartingServer({ server, limits: limits.traffic, logger }) : null;
  try {
    return await start(config, { ...overrides, logger }, async () => starting?.close());
  } finally {
    await starting?.close();
  }
}

async function start(
  given: Config,
  overrides: AppOverrides & { readonly logger: PinoLogger },
  beforeListening: () => Promise<void>,
): Promise<App> {
  const { clock = systemClock, logger, modules = sourceModules, onProgress = () => {} } = overrides;
  onProgress('opening the store');
  const config = given.server.dashboard ? { ...given, graphql: withDashboardOperations(given.graphql) } : given;
  const { signal } = overrides;
  const opened = overrides.repo ?? (await openRepo(config.store, { logger, onProgress, signal }));
  const telemetry = createTelemetry({
    tracing: await openTracing(config.telemetry.otlp, logger),
    knownOperations: operationNames(config.graphql.persisted?.documents.values() ?? []),
  });
  const repo = observedRepo(opened, telemetry);
  let scheduler: Scheduler | undefined;
  let changes: Changes | undefined;
  let alerts: Alerts | undefined;
  let server: Running['server'] | undefined;
  try {
    const sources = createConfiguredSources({ clock, logger, telemetry, modules }, config.sources);
    const leases = createLeases({ repo, holder: `${hostname()} ${process.pid} ${randomUUID()}`, logger });
    scheduler = createScheduler({ repo, policy: config.quota, clock, logger, telemetry, leases }, sources.scheduled());
    alerts = createAlerts({
      repo,
      leases,
      options: config.alerts,
      sources: config.sources.map(({ name }) => name),
      clock,
      logger,
      onDelivery: (told) => telemetry.metrics.alertDeliveries.inc(told),
    });
    telemetry.metrics.polled.by(scheduler.polled);
    changes = await createChanges({ repo, logger });
    const audit = createAuditLog({ repo, clock, logger });
    const authenticator = createAuthenticator(config.auth, { store: keyUseStore(repo), clock, logger });
    const webhooks = createWebhooks({ scheduler, clock, logger }, sources.webhooks());
    const live = { sources, policy: config.quota };
    const parts = {
      config,
      live,
      repo,
      telemetry,
      authenticator,
      scheduler,
      changes,
      webhooks,
      audit,
      alerts,
      clock,
      logger,
      modules,
      onProgress,
      beforeListening,
    };
    server = await listen(parts);
    onProgress(`reading ${config.sources.length === 1 ? '1 source' : `${config.sources.length} sources`}`);
    scheduler.start();
    alerts.start();
    return app({ ...parts, server });
  } catch (error) {
    await Promise.all([scheduler?.stop(), alerts?.stop(), server?.close()]);
    await changes?.close();
    await repo.close();
    await telemetry.close();
    throw error;
  }
}

interface Parts extends Required<Omit<AppOverrides, 'signal'>> {
  readonly config: Config;
  readonly beforeListening: () => Promise<void>;
  /** What another configuration may replace. */
  readonly live: { readonly sources: ConfiguredSources; policy: QuotaPolicy };
  readonly scheduler: Scheduler;
  readonly changes: Changes;
  readonly webhooks: Webhooks;
  readonly audit: AuditLog;
  readonly alerts: Alerts;
  readonly authenticator: Authenticator;
  readonly telemetry: GatewayTelemetry;
}

function listen(parts: Parts) {
  const { config, live, repo, telemetry, authenticator, scheduler, changes, webhooks, audit, alerts, clock } = parts;
  const { logger, modules, onProgress, beforeListening } = parts;
  const storeProblem = createStoreProbe(repo);
  const schema = createSchema(modules);
  const operations = createOperations({
    schema,
    sources: live.sources,
    options: config.graphql,
    limits: config.limits.operation,
    policy: () => live.policy,
    repo,
    changes,
    commands: scheduler,
    audit,
    alerts,
    apiKeys: authenticator.keys,
    telemetry,
    clock,
    logger,
  });
  onProgress(`listening on ${config.server.host}:${config.server.port}`);
  return createHttpServer<GraphqlContext>({
    server: config.server,
    logger,
    beforeListening,
    authenticate: authenticator.authenticate,
    onReload: authenticator.onReload,
    graphql: operations,
    graphiql: config.graphql.graphiql,
    dashboard: config.server.dashboard ? DASHBOARD : null,
    webhooks,
    calendar: {
      expiries: createExpiries({ repo, sources: live.sources.known, clock }),
      leadDays: () => live.policy.expiryLeadDays,
      clock,
    },
    exports: createExports({
      schema,
      contextOf: operations.contextOf,
      sourceKinds: modules.map(({ kind }) => kind),
      limits: config.limits.operation,
      pageWithinMs: config.limits.traffic.operationTimeoutMs,
    }),
    limits: config.limits.traffic,
    telemetry,
    scrape: createExposition({
      repo,
      metrics: telemetry.metrics,
      sources: live.sources.known,
      series: config.telemetry.metrics.series,
      clock,
    }),
    async readiness() {
      const problem = await storeProblem();
      if (problem !== null) return { missing: [`store: ${problem}`] };
      return { missing: (await scheduler.untried()).map((name) => `source ${name}: not tried yet`) };
    },
    publicSdl: publicSdl(),
    introspection: config.graphql.introspection,
  });
}

interface Running extends Parts {
  readonly server: { readonly url: string; close(): Promise<void> };
}

function app(parts: Running): App {
  const { live, repo, telemetry, authenticator, scheduler, changes, webhooks, audit, alerts, logger, server } = parts;
  let closing: Promise<void> | undefined;
  return {
    url: server.url,
    async refresh(source) {
      await scheduler.refresh(source);
    },
    async reload({ alerts: alerting, auth, log, quota, sources }) {
      live.sources.replace(sources);
      live.policy = quota;
      authenticator.reload(auth);
      logger.level = log.level;
      await Promise.all([
        alerts.reload({ options: alerting, sources: sources.map(({ name }) => name) }),
        webhooks.replace(live.sources.webhooks()),
        scheduler.replace(live.sources.scheduled(), quota),
      ]);
    },
    close() {
      closing ??= (async () => {
        try {
          await Promise.all([webhooks.stop(), alerts.stop(), scheduler.stop(), server.close()]);
          // A change that was waited for has its outcome recorded, though nobody listens any more.
          await Promise.all([audit.settled(), authenticator.settled()]);
        } finally {
          await changes.close();
          await repo.close();
          await telemetry.close();
        }
      })();
      return closing;
    },
  };
}
