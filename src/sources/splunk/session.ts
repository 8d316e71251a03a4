/** How requests to one Splunk server are authorized: a login session, Basic where there is no login, or a token. */
import { z } from 'zod';
import { SourceFailure } from '../../domain/failure.js';
import { parseJsonResponse } from '../body.js';
import type { HttpClient, HttpRequest } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import type { SourceAuth } from '../source.js';
import { parseXml, xmlText } from './atom.js';
import { failureOf, unreadable } from './failures.js';
import { isXml } from './feed.js';

export interface Session {
  /**
   * Answers any status but 401. A 401 under a login session is met with one login and one more try; a second 401, or
   * one under Basic or a token, is thrown as SourceFailure.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
  /**
   * Logs in where no session is open; what it answers then sends one request, once, whatever is answered: under 401, too,
   * which only ends the session. A login that fails is thrown before anything can have been sent.
   */
  ready(signal: AbortSignal): Promise<(request: HttpRequest) => Promise<HttpResponse>>;
}

const LOGIN_PATH = '/services/auth/login';
const loginAnswer = z.object({ sessionKey: z.string().min(1) });

export function createSession(deps: { readonly http: HttpClient; readonly auth: SourceAuth }): Session {
  const { http, auth } = deps;
  /** The Authorization header; one login at a time, shared by the requests that wait for it. */
  let current: Promise<string> | null = null;

  function authorization(signal: AbortSignal | undefined): Promise<string> {
    if (current !== null) return current;
    const opened = open(http, auth, signal);
    current = opened;
    opened.catch(() => {
      if (current === opened) current = null;
    });
    return opened;
  }

  async function attempt(request: HttpRequest, header: string): Promise<HttpResponse> {
    const response = await http.request({ ...request, headers: { ...request.headers, authorization: header } });
    return withSecrets(response, auth, header);
  }

  async function opened(signal: AbortSignal | undefined): Promise<{ used: Promise<string>; header: string }> {
    const used = authorization(signal);
    try {
      return { used, header: await used };
    } catch (error) {
      if (error instanceof SourceFailure || signal?.aborted) throw error;
      // The login was another request's, which was called off; this one still wants it.
      const own = authorization(signal);
      return { used: own, header: await own };
    }
  }

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const { used, header } = await opened(request.signal);
    const response = await attempt(request, header);
    if (response.status !== 401) return response;
    const failure = failureOf(response);
    if (!header.startsWith('Splunk ') || failure.status !== 'AUTH_FAILED') throw failure;
    if (current === used) current = null;
    const second = await attempt(request, (await opened(request.signal)).header);
    if (second.status === 401) throw failureOf(second);
    return second;
  }

  async function ready(signal: AbortSignal): Promise<(request: HttpRequest) => Promise<HttpResponse>> {
    const { used, header } = await opened(signal);
    return async (request) => {
      const response = await attempt({ ...request, signal }, header);
      if (response.status === 401 && current === used && header.startsWith('Splunk ')) current = null;
      return response;
    };
  }

  return { send, ready };
}

async function open(http: HttpClient, auth: SourceAuth, signal: AbortSignal | undefined): Promise<string> {
  if ('token' in auth) return `Bearer ${auth.token}`;
  const response = await http.request({
    method: 'POST',
    path: LOGIN_PATH,
    query: { output_mode: 'json' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username: auth.username, password: auth.password }).toString(),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.status === 404) {
    return `Basic ${Buffer.from(`${auth.username}:${auth.password}`, 'utf8').toString('base64')}`;
  }
  if (response.status < 200 || response.status > 299) throw failureOf(withSecrets(response, auth));
  const key = sessionKey(response);
  if (key === null) throw unreadable('NO_SESSION_KEY', LOGIN_PATH, 'the login was answered without a session key');
  return `Splunk ${key}`;
}

function withSecrets(response: HttpResponse, auth: SourceAuth, header = ''): HttpResponse {
  const sent = header.split(' ', 2)[1] ?? '';
  return { ...response, secrets: [sent, 'token' in auth ? auth.token : auth.password] };
}

function sessionKey(response: HttpResponse): string | null {
  if (isXml(response)) {
    const root = parseXml(response.body);
    return root === null ? null : headerSafe(xmlText(root.node, 'sessionKey'));
  }
  const checked = loginAnswer.safeParse(parseJsonResponse(response, { accept: ['text/json'] }));
  return checked.success ? headerSafe(checked.data.sessionKey) : null;
}

function headerSafe(key: string | null): string | null {
  return key !== null && /^[\x21-\x7e]+$/.test(key) ? key : null;
}
