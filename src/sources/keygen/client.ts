/** Requests to Keygen's API: paths of the account, pinned version, typed failures, what the headers tell. */
import { stringify } from 'lossless-json';
import type { JsonObject } from '../../domain/json.js';
import { parseJsonResponse } from '../body.js';
import type { HttpClient } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import { keygenFailure, showable, type VendorWords, vendorWords } from './errors.js';

export interface KeygenClientOptions {
  readonly http: HttpClient;
  readonly token: string;
  readonly account: string | null;
}

export interface KeygenClient {
  /**
   * The JSON document at a path of the account, given as segments that are encoded here; ids must be askable.
   * Throws SourceFailure for whatever is no JSON with a good status.
   */
  get(segments: readonly string[], query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<unknown>;
  /** The answer itself, which has a good status; whether it holds what was asked for is the caller's to find out. */
  ask(segments: readonly string[], query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpResponse>;
  /** As `get`, but null when the vendor itself says that there is none; `keys` are cut out of a failure's message. */
  find(segments: readonly string[], signal: AbortSignal, keys?: readonly string[]): Promise<unknown>;
  /** Sent once, and answered with any status. Throws SourceFailure when no answer came. */
  send(request: KeygenRequest, signal: AbortSignal): Promise<HttpResponse>;
  /** What a refusal says, without the token and `keys`; null when it is not the vendor's. */
  wordsOf(response: HttpResponse, keys: readonly string[]): VendorWords | null;
  /** Words of the vendor as they may be shown, without the token and `keys`. */
  showable(words: string, keys: readonly string[]): string;
  /** What the latest answer's headers said of the server, by their names. */
  server(): JsonObject;
  /** Lets the next request through, though the vendor was found unwell. */
  probe(): void;
  close(): Promise<void>;
}

export interface KeygenRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments below the account; ids must be askable. */
  readonly path: readonly string[];
  /** A bigint is written as the integer it is; what is undefined is left out. */
  readonly document?: object;
}

const API_VERSION = '1.8';
const JSON_API = 'application/vnd.api+json';
/** Echoed by every answer; `Keygen-Bearer` and `Keygen-Token` name the credential and are left out. */
const TELLING_HEADERS = ['Keygen-Version', 'Keygen-Edition', 'Keygen-Mode', 'Keygen-Account', 'Keygen-Environment'];

export function createKeygenClient({ http: upstream, token, account }: KeygenClientOptions): KeygenClient {
  const root = account === null ? ['v1'] : ['v1', 'accounts', account];
  const headers = {
    accept: JSON_API,
    authorization: `Bearer ${token}`,
    // Without it the account's own pinned version answers, with older names and rules.
    'keygen-version': API_VERSION,
  };
  let server: JsonObject = {};

  return {
    async get(segments, query, signal) {
      return parseJsonResponse(await ask(segments, query, signal));
    },
    ask,
    async find(segments, signal, keys = []) {
      const response = await upstream.request({ path: pathOf(segments), headers, signal });
      // A proxy's 404 says nothing of what the vendor has.
      if (response.status === 404 && vendorWords(response.body, { token, keys }) !== null) return null;
      return parseJsonResponse(checked(response, keys));
    },
    send({ method, path, document }, signal) {
      const request = { method, path: pathOf(path), retry: false, signal };
      if (document === undefined) return upstream.request({ ...request, headers });
      const body = stringify(document) ?? '';
      return upstream.request({ ...request, headers: { ...headers, 'content-type': JSON_API }, body });
    },
    wordsOf: (response, keys) => vendorWords(response.body, { token, keys }),
    showable: (words, keys) => showable(words, { token, keys }),
    server: () => server,
    probe: () => upstream.probe(),
    close: () => upstream.close(),
  };

  function pathOf(segments: readonly string[]): string {
    return `/${[...root, ...segments].map(encodeURIComponent).join('/')}`;
  }

  async function ask(segments: readonly string[], query: Readonly<Record<string, string>>, signal: AbortSignal) {
    return checked(await upstream.request({ path: pathOf(segments), query, headers, signal }), []);
  }

  function checked(response: HttpResponse, keys: readonly string[]): HttpResponse {
    if (response.status !== 200) throw keygenFailure(response, { token, keys });
    const told = TELLING_HEADERS.map((name) => [name, response.headers[name.toLowerCase()]] as const);
    server = Object.fromEntries(told.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
    return response;
  }
}

/**
 * Whether anything can be asked for by such an id. A segment of dots alone is a step in the path to every server, encoded
 * or not; none at all is the list; half a surrogate pair has no encoding.
 */
export function isAskable(id: string): boolean {
  return !/^\.*$/.test(id) && id.isWellFormed();
}
