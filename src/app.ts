/** The composition root: store, sources, sync, graph and HTTP put together, and taken apart again in the reverse order. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger as PinoLogger } from 'pino';
import { type Alerts, createAlerts } from './alerts/index.js';
import { type Authenticator, createAuthenticator } from './auth/authenticate.js';
import type { Config } from './config.js';
import { type Clock, systemClock } from './domain/ports.js';
import type { GraphqlContext } from './graphql/context.js';
import { createOperationContext } from './graphql/operation-context.js';
import { operationNames } from './graphql/operation-telemetry-plugin.js';
import { createSchema } from './graphql/schema.js';
import { publicSdl } from './graphql/sdl.js';
import { createGraphqlServer } from './graphql/server.js';
import { createSubscriptions } from './graphql/subscriptions/subscriptions.js';
import { createLogger } from './http/logger.js';
import { createHttpServer } from './http/server.js';
import { sourceModules } from './sources/index.js';
import type { SourceModule, SourceOptions } from './sources/source.js';
import { openRepo } from './store/index.js';
import { keyUseStore } from './store/key-uses.js';
import { createStoreProbe } from './store/probe.js';
import type { Repo } from './store/repo.js';
import { type AuditLog, createAuditLog } from './sync/audit-log.js';
import { type Changes, createChanges } from './sync/changes.js';
import { createLeases } from './sync/leases.js';
import { createScheduler, type ScheduledSource, type Scheduler } from './sync/scheduler.js';
import { insecureNotices } from './sync/trust.js';
import { createWebhooks, type WebhookSource, type Webhooks } from './sync/webhooks.js';
import { createExposition } from './telemetry/exposition.js';
import { observedRepo } from './telemetry/observed-repo.js';
import { createTelemetry, type GatewayTelemetry } from './telemetry/telemetry.js';
import { openTracing } from './telemetry/tracing.js';

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

export interface App {
  /** Where it listens. */
  readonly url: string;
  /** Reads one source now; resolves when what it said is stored. */
  refresh(source: string): Promise<void>;
  /** Lets in, from now on, whom this configuration lets in; nothing else of it is looked at. */
  reload(config: Pick<Config, 'auth'>): void;
  /** Stops syncing, finishes running requests and closes the store. */
  close(): Promise<void>;
}

/** A read of everything may take this many times one request's timeout, and at least ten minutes. */
const DEADLINE_TIMEOUTS = 60;
const SHORTEST_DEADLINE_MS = 600_000;

/** Starts the gateway; it listens when this resolves. Rejects, with nothing left open, when the store or the port cannot be had. */
export async function createApp(config: Config, overrides: AppOverrides = {}): Promise<App> {
  const { clock = systemClock, modules = sourceModules, onProgress = () => {} } = overrides;
  const logger = overrides.logger ?? createLogger(config.log.level);
  onProgress('opening the store');
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
  try {
    const sources = config.sources.map((options) =>
      scheduled(options, moduleOf(modules, options.kind), { clock, logger, telemetry }),
    );
    const leases = createLeases({ repo, holder: `${hostname()} ${process.pid} ${randomUUID()}`, logger });
    scheduler = createScheduler({ repo, policy: config.quota, clock, logger, telemetry, leases }, sources);
    alerts = createAlerts({
      repo,
      leases,
      options: config.alerts,
      sources: config.sources.map(({ name }) => name),
      clock,
      logger,
    });
    changes = await createChanges({ repo, logger });
    const audit = createAuditLog({ repo, clock, logger });
    const authenticator = createAuthenticator(config.auth, { store: keyUseStore(repo), clock, logger });
    const webhooks = createWebhooks({ scheduler, clock, logger }, webhookSources(config, modules));
    const parts = {
      config,
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
    };
    const server = await listen(parts);
    onProgress(`reading ${sources.length === 1 ? '1 source' : `${sources.length} sources`}`);
    scheduler.start();
    await alerts.start();
    return app({ ...parts, server });
  } catch (error) {
    await Promise.all([scheduler?.stop(), alerts?.stop()]);
    await changes?.close();
    await repo.close();
    await telemetry.close();
    throw error;
  }
}

interface Parts extends Required<Omit<AppOverrides, 'signal'>> {
  readonly config: Config;
  readonly scheduler: Scheduler;
  readonly changes: Changes;
  readonly webhooks: Webhooks;
  readonly audit: AuditLog;
  readonly alerts: Alerts;
  readonly authenticator: Authenticator;
  readonly telemetry: GatewayTelemetry;
}

function listen(parts: Parts) {
  const { config, repo, telemetry, authenticator, scheduler, changes, webhooks, audit, alerts, clock } = parts;
  const { logger, modules, onProgress } = parts;
  const storeProblem = createStoreProbe(repo);
  const schema = createSchema(modules);
  const contextOf = createOperationContext({
    sources: config.sources.map(({ name, kind, syncIntervalMs }) => {
      const { capabilities } = moduleOf(modules, kind);
      return { name, kind, syncIntervalMs, capabilities };
    }),
    options: config.graphql,
    limits: config.limits.operation,
    policy: config.quota,
    repo,
    changes,
    commands: scheduler,
    audit,
    alerts,
    apiKeys: authenticator.keys,
    clock,
    logger,
  });
  onProgress(`listening on ${config.server.host}:${config.server.port}`);
  return createHttpServer<GraphqlContext>({
    server: config.server,
    logger,
    authenticate: authenticator.authenticate,
    onReload: authenticator.onReload,
    graphql: {
      apollo: createGraphqlServer({
        schema,
        options: config.graphql,
        limits: config.limits.operation,
        telemetry,
        logger,
      }),
      contextOf,
      eventsOf: createSubscriptions({ schema, logger }),
    },
    graphiql: config.graphql.graphiql,
    webhooks,
    limits: config.limits.traffic,
    telemetry,
    scrape: createExposition({
      repo,
      metrics: telemetry.metrics,
      sources: config.sources,
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

interface Running
  extends Pick<
    Parts,
    'authenticator' | 'scheduler' | 'changes' | 'webhooks' | 'audit' | 'alerts' | 'repo' | 'telemetry'
  > {
  readonly server: { readonly url: string; close(): Promise<void> };
}

function app({ server, authenticator, scheduler, changes, webhooks, audit, alerts, repo, telemetry }: Running): App {
  let closing: Promise<void> | undefined;
  return {
    url: server.url,
    async refresh(source) {
      await scheduler.refresh(source);
    },
    reload({ auth }) {
      authenticator.reload(auth);
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

function scheduled(
  options: SourceOptions,
  module: SourceModule,
  deps: { readonly clock: Clock; readonly logger: PinoLogger; readonly telemetry: GatewayTelemetry },
): ScheduledSource {
  const connection = module.connect(options, deps);
  return {
    name: options.name,
    kind: options.kind,
    syncIntervalMs: options.syncIntervalMs,
    deadlineMs: Math.max(SHORTEST_DEADLINE_MS, options.timeoutMs * DEADLINE_TIMEOUTS),
    connection,
    commands: connection.commands,
    ownRules: module.evaluateLicense?.bind(module),
    standing: insecureNotices(options),
  };
}

/** Those whose settings name a key to verify webhooks by. */
function webhookSources({ sources }: Config, modules: readonly SourceModule[]): readonly WebhookSource[] {
  return sources.flatMap(({ name, kind, syncIntervalMs, settings }) => {
    const read = moduleOf(modules, kind).webhook?.(settings) ?? null;
    return read === null ? [] : [{ name, syncIntervalMs, read }];
  });
}

function moduleOf(modules: readonly SourceModule[], kind: string): SourceModule {
  const module = modules.find((each) => each.kind === kind);
  if (module === undefined) throw new Error(`no module is registered for sources of kind "${kind}"`);
  return module;
}
