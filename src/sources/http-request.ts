/** What a vendor's server is asked, and by which client. */
import type { Logger, Telemetry } from '../domain/ports.js';
import type { HttpResponse } from './http-response.js';
import type { SourceTls } from './http-tls.js';

export interface HttpOptions {
  /** The source's name, for what is measured and logged. Default `-`. */
  readonly source?: string;
  /** Base URL; a request's path is appended to its path. */
  readonly url: string;
  readonly tls: SourceTls;
  /** The longest that one try may take, connection and body included. */
  readonly timeoutMs: number;
  /** The longest that the breaker lets nothing through. Default one minute. */
  readonly syncIntervalMs?: number;
  /** Largest body, after decompression, in bytes. Default 32 MiB. */
  readonly maxBytes?: number;
  /** How often a GET is tried again after a lost connection, 429, 502, 503 or 504. Default 2. */
  readonly retries?: number;
  /** The wait before try n + 1 (1, 2 …) in ms; injected so that tests need not wait. */
  readonly backoffMs?: (attempt: number) => number;
  readonly telemetry?: Telemetry | undefined;
  readonly logger?: Logger;
}

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

export interface HttpClient {
  /**
   * Any answered status is returned, redirects (never followed: they would carry the credentials elsewhere) included;
   * what cannot be answered is thrown as SourceFailure, BREAKER_OPEN when nothing was sent. When `signal` aborts, its
   * reason is thrown.
   */
  request(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Lets the next request through, breaker or no breaker. For reads of everything: their pace slows down by itself while
   * they fail, and a person who asks for one wants to know.
   */
  probe(): void;
  /** Ends what is under way and waiting; it and every later request fail with the code CLOSED. */
  close(): Promise<void>;
}
