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
}
