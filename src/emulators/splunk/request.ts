/** A request as the emulator looks at it, free of the HTTP framework. */

export interface SplunkRequest {
  readonly method: string;
  /** As it came, percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The fields of a form body; empty when there is none. */
  readonly form: URLSearchParams;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  /** Scheme and authority as the client named them. */
  readonly origin: string;
  /** The port the server listens on: the login cookie is named after it. */
  readonly port: number;
}
