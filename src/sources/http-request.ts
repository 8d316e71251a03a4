/** What a vendor's server is asked. */
import type { HttpResponse } from './http-response.js';

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
