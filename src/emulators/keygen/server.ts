/** The HTTP side: account and version of a request, who asks, the route, and the vendor's headers on every answer. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../domain/ports.js';
import { authenticate, type Bearer, bearerHeaders } from './auth.js';
import { badHeader, badPointer, errorDocument, isRefusal, notFound, type Refusal, tooManyRequests } from './errors.js';
import { type Json, parseJson, writeJson } from './json.js';
import { parseQuery } from './query.js';
import { readRoutes } from './routes.js';
import { type Answer, type Call, findRoute, type Route } from './routing.js';
import type { Signer } from './signature.js';
import type { Account, KeygenState } from './state.js';
import { type ApiVersion, parseVersion } from './versions.js';
import { writeRoutes } from './writes/index.js';

export interface ServerOptions {
  readonly state: KeygenState;
  /** Decides statuses. */
  readonly clock: Clock;
  /** Stamps `Date`, which clients hold against their own clock. */
  readonly wallClock: Clock;
  readonly throttle: Throttle;
  readonly signer: Signer;
  readonly emit: Call['emit'];
}

/** The next `times` requests are answered 429 with `retryAfterSeconds`. */
export interface Throttle {
  times: number;
  retryAfterSeconds: number;
}

const MEDIA_TYPE = 'application/vnd.api+json';
const ROUTES: readonly Route[] = [...readRoutes, ...writeRoutes];
const MEDIA_TYPES: ReadonlySet<string> = new Set([MEDIA_TYPE, 'application/json', 'application/*', '*/*']);

interface Result {
  readonly answer: Answer;
  readonly account: Account | null;
  readonly singleplayer: boolean;
  readonly version: ApiVersion | null;
  readonly bearer: Bearer | null;
}

export function keygenServer(options: ServerOptions): (app: FastifyInstance) => void {
  return (app) => {
    // Refused before the body is looked at, so that a wrong media type is the vendor's 400 and not the framework's 415.
    app.addHook('onRequest', async (request, reply) => {
      const early = throttled(options.throttle) ?? wrongMediaType(request);
      if (early !== null) return send(refusedResult(early), request, reply, options);
    });
    // Bodies come through as they are: what is no JSON has to be refused in the vendor's words.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body));
    app.all('/*', (request, reply) => send(resolve(request, options), request, reply, options));
    app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
      const status = error.statusCode ?? 500;
      const title = status < 500 ? 'Bad request' : 'Internal server error';
      const refusal: Refusal = { refused: true, status, title, detail: 'The request could not be completed' };
      return send(refusedResult(refusal), request, reply, options);
    });
  };
}

function resolve(request: FastifyRequest, options: ServerOptions): Result {
  const { state } = options;
  const [path = '', search = ''] = splitOnce(request.url, '?');
  const place = findPlace(path, state);
  if (isRefusal(place)) return refusedResult(place);
  const { account, segments, singleplayer } = place;
  const version = parseVersion(header(request, 'keygen-version'), account.apiVersion);
  if (isRefusal(version)) return { ...refusedResult(version), account, singleplayer };
  const known = { account, singleplayer, version };
  const environment = header(request, 'keygen-environment');
  if (environment !== undefined && environment !== '') {
    const detail = 'environments are not supported by this edition';
    return { ...known, answer: badHeader('Keygen-Environment', 'ENVIRONMENT_NOT_SUPPORTED', detail), bearer: null };
  }
  // Rails answers HEAD with GET's headers.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const found = findRoute(ROUTES, method, segments);
  if (found === undefined) return { ...known, answer: notFound('endpoint'), bearer: null };
  const now = options.clock.now();
  const query = parseQuery(search);
  const bearer = authenticate({
    state,
    authorization: request.headers.authorization,
    query,
    now,
    foreignAccount: account.id !== state.account.id,
    anonymous: found.route.anonymous === true,
  });
  if (isRefusal(bearer)) return { ...known, answer: bearer, bearer: null };
  const body = method === 'GET' ? undefined : readBody(request.body);
  if (body === 'unreadable') return { ...known, bearer, answer: badPointer('', 'the body is not valid JSON') };
  const call = { state, now, bearer, version, query, path, id: found.id, body: body?.json, emit: options.emit };
  return { ...known, bearer, answer: found.route.handle(call) };
}

/** Undefined when nothing was sent, which most actions take for an answer. */
function readBody(body: unknown): { readonly json: Json } | 'unreadable' | undefined {
  if (typeof body !== 'string' || body.trim() === '') return undefined;
  const json = parseJson(body);
  return json === undefined ? 'unreadable' : { json };
}

interface Place {
  readonly account: Account;
  /** Of the path after `/v1` and the account. */
  readonly segments: readonly string[];
  /** Asked without an account, as of a self-hosted server with only one. */
  readonly singleplayer: boolean;
}

function findPlace(path: string, state: KeygenState): Place | Refusal {
  const segments = decodeSegments(path);
  if (segments[0] !== 'v1') return notFound('endpoint');
  if (segments[1] !== 'accounts') return { account: state.account, segments: segments.slice(1), singleplayer: true };
  const name = segments[2] ?? '';
  const account = [state.account, ...state.otherAccounts].find(({ id, slug }) => id === name || slug === name);
  return account === undefined
    ? notFound(`account '${name}'`)
    : { account, segments: segments.slice(3), singleplayer: false };
}

/** A path that cannot be decoded never comes here: the framework answers it 400, as the vendor's does. */
function decodeSegments(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent);
}

function send(result: Result, request: FastifyRequest, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const { answer, account, version, bearer } = result;
  const requestId = randomUUID();
  const refused = isRefusal(answer);
  const document = refused ? errorDocument(answer, requestId) : answer.document;
  const body = document === null ? '' : writeJson(document);
  reply.headers({
    ...(document === null ? {} : { 'content-type': `${MEDIA_TYPE}; charset=utf-8` }),
    'cache-control': 'no-store',
    'x-request-id': requestId,
    'keygen-edition': 'CE',
    'keygen-mode': result.singleplayer ? 'singleplayer' : 'multiplayer',
    ...(version === null ? {} : { 'keygen-version': version.text }),
    ...(account === null ? {} : { 'keygen-account': account.id }),
    ...(bearer === null ? {} : bearerHeaders(bearer)),
    ...answer.headers,
  });
  // Only answers of an account are signed: a 429 comes from middleware, an unknown account has no key.
  if (account !== null) {
    reply.headers(
      options.signer.headers({
        keyId: account.id,
        method: request.method,
        target: request.url,
        host: request.headers.host ?? '',
        date: options.wallClock.now(),
        body,
      }),
    );
  }
  return reply.code(answer.status).send(document === null ? undefined : body);
}

function throttled(throttle: Throttle): Refusal | null {
  if (throttle.times <= 0) return null;
  throttle.times -= 1;
  return tooManyRequests(throttle.retryAfterSeconds);
}

function wrongMediaType(request: FastifyRequest): Refusal | null {
  const sent = header(request, 'content-type');
  if (sent !== undefined && !isJson(sent)) {
    return badHeader('Content-Type', 'MIME_TYPE_INVALID', `The content type '${bare(sent)}' is not supported`);
  }
  const accepted = header(request, 'accept');
  if (accepted !== undefined && accepted !== '' && !accepted.split(',').some(isJson)) {
    return badHeader('Accept', 'MIME_TYPE_INVALID', `The accept type '${bare(accepted)}' is not supported`);
  }
  return null;
}

const bare = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();
const isJson = (type: string): boolean => MEDIA_TYPES.has(bare(type));

function refusedResult(answer: Refusal): Result {
  return { answer, account: null, singleplayer: false, version: null, bearer: null };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}
