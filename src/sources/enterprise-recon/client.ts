/** Talks to the Enterprise Recon v1 API: what is asked, and what its refusals mean. */
import { SourceFailure } from '../../domain/failure.js';
import type { Gap } from '../../domain/snapshot.js';
import { parseJsonResponse } from '../body.js';
import { failureOfStatus, redacted, safeHint, upstreamOf } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import type { SourceDeps, SourceOptions } from '../source.js';
import { checkLicensesBody, type LicensesBody, type ServerBody, serverBody } from './wire.js';

export interface EnterpriseReconClient {
  /** `GET /v1/licenses`, whole: never with `target_name`, whose effect on the rest is not documented. */
  licenses(signal: AbortSignal): Promise<LicensesBody>;
  /** `GET /v1/server`; older servers have none, and whatever else it fails with costs the version, not the licenses. */
  server(signal: AbortSignal): Promise<{ readonly body: ServerBody | null; readonly gap: Gap | null }>;
  /** `PUT /v1/licenses` with the bytes of a license file, once; whatever status answers is returned. */
  uploadLicense(content: Uint8Array, signal: AbortSignal): Promise<HttpResponse>;
  /** Words of the server as they may be shown: without the password, as it is or as it is sent. */
  showable(words: string): string;
  /** Lets the next request through, though the vendor was found unwell. */
  probe(): void;
  close(): Promise<void>;
}

export function createEnterpriseReconClient(options: SourceOptions, deps: SourceDeps): EnterpriseReconClient {
  if (!('username' in options.auth)) throw new Error('enterprise-recon sources need a username and a password');
  const { username, password } = options.auth;
  const credentials = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  const headers = { accept: 'application/json', authorization: `Basic ${credentials}` };
  const secrets = [credentials, password].map((secret) => [secret, '[credentials]'] as const);
  const showable = (words: string) => safeHint(redacted(words, secrets));
  const http = upstreamOf(options, deps);
  const get = (path: string, signal: AbortSignal) => http.request({ path, headers, signal });

  return {
    async licenses(signal) {
      const response = await get('/v1/licenses', signal);
      if (response.status !== 200) throw refusal(response, showable);
      return checkLicensesBody(parseJsonResponse(response));
    },
    async server(signal) {
      try {
        const response = await get('/v1/server', signal);
        if (NO_SUCH_ENDPOINT.has(response.status)) return { body: null, gap: null };
        if (response.status !== 200) throw refusal(response, showable);
        const body = serverBody.safeParse(parseJsonResponse(response));
        return { body: body.success ? body.data : null, gap: null };
      } catch (error) {
        if (!(error instanceof SourceFailure)) throw error;
        return { body: null, gap: { part: 'server', code: error.code, message: error.message } };
      }
    },
    uploadLicense: (content, signal) =>
      http.request({
        method: 'PUT',
        path: '/v1/licenses',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ content: Buffer.from(content).toString('base64') }),
        signal,
      }),
    showable,
    probe: () => http.probe(),
    close: () => http.close(),
  };
}

const NO_SUCH_ENDPOINT = new Set([404, 405, 501]);
const REFUSES_EDITION = new Set([400, 402, 403, 404, 405, 406, 409, 422, 501]);

/** The API is for some editions only (PII and PRO as of 2.10); `NOW` and `PCI` as words of their own, not as prose. */
const ABOUT_EDITION = /\b[Ee]ditions?\b|\b(PCI|NOW)\b/;

/** An edition without the API is believed only when the server refuses saying so; a 401 is about credentials. */
function refusal(response: HttpResponse, showable: (words: string) => string): SourceFailure {
  const said = saidBy(response);
  const { status } = response;
  if (said !== null && ABOUT_EDITION.test(said) && REFUSES_EDITION.has(status)) {
    return new SourceFailure(
      'UNSUPPORTED',
      'UNSUPPORTED_EDITION',
      `this edition of Enterprise Recon has no API (${status}): ${showable(said)}`,
    );
  }
  if (status === 404) {
    return new SourceFailure(
      'BAD_RESPONSE',
      'HTTP_404',
      "the server knows no /v1/licenses (404); check the source's url and port, and that API access is allowed under System > Server Information > API Config",
    );
  }
  return failureOfStatus(response, said === null ? null : showable(said));
}

/** The `message` of an error body; null when there is none. */
export function saidBy(response: HttpResponse): string | null {
  try {
    const body = parseJsonResponse(response);
    const message = typeof body === 'object' && body !== null ? (body as { message?: unknown }).message : undefined;
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
}
