/** What a vendor's server is asked. */
export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Starts with `/`; every variable segment already passed through encodeURIComponent. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False: a GET, too, is sent only once. */
  readonly retry?: boolean;
  readonly signal?: AbortSignal;
}
