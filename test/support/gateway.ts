/** Starts the real gateway, over HTTP, on real local upstreams, and asks it as a client would. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { AlertOptions } from '../../src/alerts/options.js';
import { type AppOverrides, createApp } from '../../src/app.js';
import { hashKey } from '../../src/auth/api-key.js';
import type { AuthOptions } from '../../src/auth/authenticate.js';
import type { Role } from '../../src/auth/roles.js';
import { withPast } from '../../src/cli/demo-history.js';
import type { Config } from '../../src/config.js';
import type { Clock } from '../../src/domain/ports.js';
import type { OperationLimits } from '../../src/graphql/limits/options.js';
import type { GraphqlOptions } from '../../src/graphql/options.js';
import { sourceModules } from '../../src/sources/index.js';
import type { SourceOptions } from '../../src/sources/source.js';
import type { TelemetryOptions } from '../../src/telemetry/options.js';
import { noAlerts } from './alert-receiver.js';
import { operationLimits, trafficLimits } from './limits.js';
import { silentPino } from './silent-pino.js';
import { embedded, type TestStore } from './stores.js';

export interface GraphqlAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface TestGateway {
  readonly url: string;
  /** Reads the sources named, or all of them, and waits until what they said is stored. */
  refresh(...names: string[]): Promise<void>;
  /** The answer's data; throws when the answer holds errors. */
  query<T, V>(document: TypedDocumentNode<T, V> | string, variables?: V, role?: Role): Promise<T>;
  /** The whole answer. */
  ask<T>(query: string, variables?: unknown, key?: string): Promise<GraphqlAnswer<T>>;
  /** Lets in, from now on, whom these let in; what is not given stays as it was at the start. `sources`: only these go on. */
  reload(auth: Partial<AuthOptions>, sources?: readonly string[]): void;
  close(): Promise<void>;
}

/** Keys of the test gateways, by role; `scoped` sees the source `splunk` only. */
export const keys = {
  VIEWER: 'viewer-key-0123456789',
  OPERATOR: 'operator-key-0123456789',
  ADMIN: 'admin-key-0123456789',
  scoped: 'scoped-key-0123456789',
} as const;

export type TestSource = Pick<SourceOptions, 'name' | 'kind' | 'url' | 'auth'> & Partial<SourceOptions>;

export async function startGateway(
  sources: readonly TestSource[],
  options: {
    readonly clock?: Clock;
    readonly store?: TestStore;
    readonly overrides?: AppOverrides;
    readonly graphql?: Partial<GraphqlOptions>;
    readonly limits?: Partial<OperationLimits>;
    readonly oidc?: AuthOptions['oidc'];
    readonly telemetry?: Partial<TelemetryOptions>;
    readonly alerts?: AlertOptions;
    readonly dashboard?: boolean;
    /** With the sixty days of history that the demo makes up. */
    readonly past?: boolean;
  } = {},
): Promise<TestGateway> {
  const store = options.store ?? (await embedded());
  const config = configOf(sources, store, options);
  const start = options.past ? withPast(createApp) : createApp;
  const app = await start(config, {
    logger: silentPino,
    onProgress: () => {},
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...options.overrides,
  });

  async function ask<T>(query: string, variables: unknown = {}, key: string = keys.ADMIN): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer<T>;
  }

  return {
    url: app.url,
    async refresh(...names) {
      const wanted = names.length > 0 ? names : sources.map((source) => source.name);
      await Promise.all(wanted.map((name) => app.refresh(name)));
    },
    ask,
    async query<T, V>(document: TypedDocumentNode<T, V> | string, variables?: V, role: Role = 'ADMIN') {
      const text = typeof document === 'string' ? document : print(document);
      const { data, errors } = await ask<T>(text, variables, keys[role]);
      if (errors !== undefined || data == null) throw new Error(JSON.stringify(errors));
      return data;
    },
    reload(auth, names = config.sources.map(({ name }) => name)) {
      const kept = config.sources.filter(({ name }) => names.includes(name));
      const level = (options.overrides?.logger?.level ?? config.log.level) as typeof config.log.level;
      void app.reload({ ...config, log: { level }, auth: { ...config.auth, ...auth }, sources: kept });
    },
    async close() {
      await app.close();
      if (options.store === undefined) await store.remove();
    },
  };
}

/** The configuration of such a gateway. */
export function configOf(
  sources: readonly TestSource[],
  store: TestStore,
  {
    graphql,
    limits,
    oidc = [],
    telemetry,
    alerts = noAlerts,
    dashboard = true,
  }: {
    readonly graphql?: Partial<GraphqlOptions>;
    readonly limits?: Partial<OperationLimits>;
    readonly oidc?: AuthOptions['oidc'];
    readonly telemetry?: Partial<TelemetryOptions>;
    readonly alerts?: AlertOptions;
    readonly dashboard?: boolean;
  },
): Config {
  return {
    server: { host: '127.0.0.1', port: 0, tls: null, trustProxy: false, cors: [], dashboard },
    dataDir: '.',
    store: store.config,
    auth: {
      oidc,
      apiKeys: [
        { name: 'viewer', role: 'VIEWER', sha256: hashKey(keys.VIEWER), sources: null },
        { name: 'operator', role: 'OPERATOR', sha256: hashKey(keys.OPERATOR), sources: null },
        { name: 'admin', role: 'ADMIN', sha256: hashKey(keys.ADMIN), sources: null },
        { name: 'scoped', role: 'ADMIN', sha256: hashKey(keys.scoped), sources: ['splunk'] },
      ],
    },
    graphql: { introspection: 'VIEWER', graphiql: true, persisted: null, ...graphql },
    limits: { operation: { ...operationLimits, ...limits }, traffic: trafficLimits },
    quota: { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] },
    alerts,
    log: { level: 'silent' },
    telemetry: { metrics: { series: 2_000 }, otlp: null, ...telemetry },
    // An interval no test lives to see: tests refresh by hand.
    sources: sources.map((source) => ({
      tls: {},
      syncIntervalMs: 3_600_000,
      timeoutMs: 5_000,
      ...source,
      settings: sourceModules.find((module) => module.kind === source.kind)?.settings.parse(source.settings ?? {}),
    })),
  };
}
