/** What is told of the gateway's own work, and where it is sent, as the configuration states it. */

export interface TelemetryOptions {
  readonly metrics: {
    /** The most quotas, and the most licenses, that a scrape tells of; worst first. */
    readonly series: number;
  };
  /** Where traces are sent; null: nothing is traced. */
  readonly otlp: OtlpOptions | null;
}

export interface OtlpOptions {
  /** The address that takes traces by OTLP over HTTP, with its path. */
  readonly url: string;
  /** Sent with every export; may hold a credential, so never log them. */
  readonly headers: Readonly<Record<string, string>>;
  /** Share of the traces begun here that are kept; those begun by a caller are kept as the caller says. */
  readonly sampleRatio: number;
  readonly serviceName: string;
}
