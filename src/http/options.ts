/** How the server listens, as the configuration states it. */

export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** PEM texts; null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Believe X-Forwarded-* headers: only behind a proxy that sets them itself. */
  readonly trustProxy: boolean;
  /** Origins whose pages may call the API from a browser; `*` is any. Empty: none but our own. */
  readonly cors: readonly string[];
  /** Whether the dashboard is served, at `/`. */
  readonly dashboard: boolean;
}

/** How much the server takes on at once. */
export interface TrafficLimits {
  /** The longest that a request may take to be answered. */
  readonly operationTimeoutMs: number;
  /** Requests of one caller that are being answered. */
  readonly requests: number;
  /** Open connections in all. */
  readonly connections: number;
  /** WebSockets of one caller. */
  readonly sockets: number;
  /** Operations of one caller that run over WebSockets. */
  readonly subscriptions: number;
  /** Mean delay of the event loop from which requests are turned away; null: never. */
  readonly eventLoopDelayMs: number | null;
}
