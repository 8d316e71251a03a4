/** The HTTP face of the emulator: reads a request's parts, and writes the reply in the format that was asked for. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ATOM_CONTENT_TYPE, writeAtom } from './atom.js';
import { type Reply, refusal } from './feed.js';
import { JSON_CONTENT_TYPE, writeJson } from './json.js';
import type { SplunkRequest } from './request.js';
import { answer, type RouterDeps } from './router.js';

export function splunkServer(deps: RouterDeps): (app: FastifyInstance) => void {
  return (app) => {
    // Clients post forms without a Content-Type (splunklib) or with any: splunkd reads them all as forms.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) =>
      send(deps, reply, splunkRequest(request), refusal(error.statusCode ?? 500, error.message)),
    );
    app.setNotFoundHandler((request, reply) => send(deps, reply, splunkRequest(request), refusal(404, 'Not Found')));
    app.route({
      method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
      url: '*',
      handler: (request, reply) => {
        const asked = splunkRequest(request);
        return send(deps, reply, asked, answer(deps, asked));
      },
    });
  };
}

function splunkRequest(request: FastifyRequest): SplunkRequest {
  const [path = '/', query = ''] = splitOnce(request.raw.url ?? '/', '?');
  return {
    method: request.method,
    path,
    query: new URLSearchParams(query),
    form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
    authorization: request.headers.authorization,
    cookie: request.headers.cookie,
    origin: `${request.protocol}://${request.headers.host ?? 'localhost'}`,
    port: request.socket.localPort ?? 0,
  };
}

function send(deps: RouterDeps, reply: FastifyReply, request: SplunkRequest, answered: Reply): FastifyReply {
  const mode = request.query.get('output_mode') ?? request.form.get('output_mode');
  const json = mode === 'json' && !deps.state.server.xmlOnly;
  return reply
    .code(answered.status)
    .headers({
      Server: 'Splunkd',
      'Cache-Control': 'no-store, no-cache, must-revalidate, max-age=0',
      ...answered.headers,
    })
    .type(json ? JSON_CONTENT_TYPE : ATOM_CONTENT_TYPE)
    .send(json ? writeJson(answered.body) : writeAtom(answered.body));
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
