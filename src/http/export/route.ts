/** `GET /export/<name>.csv`: a connection as a file, sent as fast as it is taken, to whoever may ask for it by GraphQL; `GET /export` says what there is. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authenticate } from '../../auth/authenticate.js';
import { withinTime } from '../../domain/within-time.js';
import type { Answers } from '../answers.js';
import { bearerOf, requireKey, viewerOf } from '../authentication.js';
import { tooLate } from '../deadline.js';
import { holderOf } from '../holder.js';
import { Refused, refused } from '../operation-errors.js';
import type { TrafficLimits } from '../options.js';
import type { Places } from '../places.js';
import { beginRaw, cut, drained } from '../raw-stream.js';
import { type Refusal, refuse } from '../refusal.js';
import type { Streams } from '../streams.js';
import { takePlace } from '../take-place.js';
import type { Export, Exports } from './exports.js';
import { type ExportKind, exportKinds } from './kinds.js';
import type { QueryString } from './parameters.js';

export interface ExportRoutesDeps {
  readonly authenticate: Authenticate;
  readonly exports: Exports;
  readonly limits: Pick<TrafficLimits, 'operationTimeoutMs'>;
  readonly answers: Answers;
  readonly places: Places;
  readonly streams: Streams;
}

export async function addExportRoutes(
  app: FastifyInstance,
  { authenticate, exports, limits, answers, places, streams }: ExportRoutesDeps,
): Promise<void> {
  const withinMs = limits.operationTimeoutMs;

  async function answer(kind: ExportKind, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const wait = answers.waitOf(reply.raw);
    const begin = exports.begin({
      kind,
      query: request.query as QueryString,
      viewer: viewerOf(request),
      requestId: request.id,
      signal: wait.signal,
    });
    try {
      const begun = await withinTime(begin, withinMs, () => wait.end());
      if (begun === 'LATE') return refuse(reply, tooLate(withinMs));
      await send(begun, request, reply);
      return reply;
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === null) throw error;
      return refuse(reply, refusal);
    }
  }

  /** Never rejects: from its first piece on there is no other way to say that something is wrong than to cut it. */
  async function send({ fileName, pieces }: Export, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { signal } = answers.waitOf(reply.raw);
    const response = beginRaw(reply, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${fileName}"`,
    });
    const fail = (error: unknown) => {
      if (signal.aborted) return;
      request.refusal = codeOf(error);
      request.log[error instanceof Refused ? 'info' : 'error']({ err: error }, 'an export was cut');
      cut(response);
    };
    const bearer = bearerOf(request.headers.authorization);
    const leave = streams.add({ viewer: viewerOf(request), holder: () => holderOf(authenticate, bearer), fail });
    try {
      for await (const piece of pieces) {
        if (signal.aborted) return;
        await taken(response, piece);
      }
      response.end();
    } catch (error) {
      fail(error);
    } finally {
      leave();
    }
  }

  /** Whoever takes nothing for as long as an operation may last is gone, or as good as gone. */
  async function taken(response: ServerResponse, piece: string): Promise<void> {
    if (response.write(piece)) return;
    if ((await withinTime(drained(response), withinMs)) === 'LATE') throw refused(IDLE);
  }

  await app.register(async (scope) => {
    scope.addHook('onRequest', requireKey(authenticate));
    scope.get('/export', { exposeHeadRoute: false }, (_request, reply) =>
      reply.type('text/markdown; charset=utf-8').send(exports.manual()),
    );
    scope.get('/export/*', { exposeHeadRoute: false }, (_request, reply) => refuse(reply, NO_EXPORT));
    for (const kind of exportKinds) {
      scope.get(
        `/export/${kind.name}.csv`,
        { exposeHeadRoute: false, onRequest: takePlace({ answers, places }) },
        (request, reply) => {
          const work = answer(kind, request, reply);
          request.work = work;
          return work;
        },
      );
    }
  });
}

const NO_EXPORT: Refusal = {
  status: 404,
  code: 'NOT_FOUND',
  message: `there is no such export; there are ${exportKinds.map(({ name }) => `/export/${name}.csv`).join(', ')}, and /export says what each takes`,
};

const IDLE: Refusal = { status: 504, code: 'TIMEOUT', message: 'nothing was taken for too long' };

/** What is wrong with what was asked for, or why it cannot be had now; null: a fault. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof GraphQLError) || typeof error.extensions.code !== 'string') return null;
  const { code, http, retryAfter } = error.extensions as {
    readonly code: string;
    readonly http?: { readonly status?: number };
    readonly retryAfter?: number;
  };
  return {
    status: http?.status ?? 400,
    code,
    // Here the fields of the filter are parameters.
    message: error.message.replace(/^filter\./, ''),
    ...(retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }),
  };
}

function codeOf(error: unknown): string {
  const code = error instanceof Refused ? error.errors[0]?.extensions?.code : refusalOf(error)?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
