/** What a configuration is once it has been checked: complete, typed, with every default filled in. */
import type { AlertOptions } from '../alerts/options.js';
import type { AuthOptions } from '../auth/authenticate.js';
import type { OperationLimits } from '../graphql/limits/options.js';
import type { GraphqlOptions } from '../graphql/options.js';
import type { ServerOptions, TrafficLimits } from '../http/options.js';
import type { SourceOptions } from '../sources/source.js';
import type { TelemetryOptions } from '../telemetry/options.js';

export interface Config {
  readonly server: ServerOptions;
  /** Absolute. The embedded store and the first-run admin key live here; with MongoDB only the latter. */
  readonly dataDir: string;
  readonly store: StoreConfig;
  /** Without keys on a loopback server the command makes the first-run admin key; any other server has a key or a provider. */
  readonly auth: AuthOptions;
  readonly graphql: GraphqlOptions;
  readonly limits: Limits;
  readonly quota: QuotaConfig;
  readonly alerts: AlertOptions;
  readonly log: { readonly level: LogLevel };
  readonly telemetry: TelemetryOptions;
  readonly sources: readonly SourceOptions[];
}

export interface Limits {
  readonly operation: OperationLimits;
  readonly traffic: TrafficLimits;
}

export type StoreConfig =
  | { readonly dataDir: string }
  | {
      /** The connection string; may hold credentials, so never log it. */
      readonly mongodb: string;
      readonly database: string;
      /** How long start-up waits for a database that is away; 0: one try. */
      readonly startTimeoutMs: number;
    };

export interface QuotaConfig {
  /** Ratio from which a quota is WARNING; 0 < warning <= critical <= 1. */
  readonly warning: number;
  /** Ratio from which a quota is CRITICAL. */
  readonly critical: number;
  /** A license is EXPIRING this many days before its expiry. */
  readonly expiringDays: number;
  /** Days before an expiry on which it is announced, largest first. */
  readonly expiryLeadDays: readonly number[];
}

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface ConfigProblem {
  /** Where: `sources[1].auth.password`, `environment variable PORT`, `line 3, column 5`; empty: the whole file. */
  readonly path: string;
  /** What is wrong and what to do about it. Never holds the value of a secret. */
  readonly message: string;
}
