/** One GET against Keygen's API: paths of the account, pinned version, typed failures, what the headers tell. */
import type { JsonObject } from '../../domain/json.js';
import { parseJsonResponse } from '../body.js';
import { createHttpClient, type HttpOptions } from '../http.js';
import { keygenFailure } from './errors.js';

export interface KeygenClientOptions {
  readonly http: HttpOptions;
  readonly token: string;
  readonly account: string | null;
}

export interface KeygenClient {
  /**
   * The JSON document at a path of the account, given as segments that are encoded here; ids must be askable.
   * Throws SourceFailure for whatever is no JSON with a good status.
   */
  get(segments: readonly string[], query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<unknown>;
  /** What the latest answer's headers said of the server, by their names. */
  server(): JsonObject;
  close(): Promise<void>;
}

const API_VERSION = '1.8';
/** Echoed by every answer; `Keygen-Bearer` and `Keygen-Token` name the credential and are left out. */
const TELLING_HEADERS = ['Keygen-Version', 'Keygen-Edition', 'Keygen-Mode', 'Keygen-Account', 'Keygen-Environment'];

export function createKeygenClient({ http, token, account }: KeygenClientOptions): KeygenClient {
  const upstream = createHttpClient(http);
  const root = account === null ? ['v1'] : ['v1', 'accounts', account];
  let server: JsonObject = {};

  return {
    async get(segments, query, signal) {
      const response = await upstream.request({
        path: `/${[...root, ...segments].map(encodeURIComponent).join('/')}`,
        query,
        headers: {
          accept: 'application/vnd.api+json',
          authorization: `Bearer ${token}`,
          // Without it the account's own pinned version answers, with older names and rules.
          'keygen-version': API_VERSION,
        },
        signal,
      });
      if (response.status !== 200) throw keygenFailure(response, token);
      const told = TELLING_HEADERS.map((name) => [name, response.headers[name.toLowerCase()]] as const);
      server = Object.fromEntries(told.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
      return parseJsonResponse(response);
    },
    server: () => server,
    close: () => upstream.close(),
  };
}

/** A segment of dots alone is a step in the path to every server, encoded or not: nothing can be asked for by such an id. */
export function isAskable(id: string): boolean {
  return !/^\.+$/.test(id);
}
