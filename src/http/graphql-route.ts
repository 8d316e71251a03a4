/** `/graphql`: Apollo on Fastify, behind a key. */
import type { BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { Authenticate } from '../auth/authenticate.js';
import { withinTime } from '../domain/within-time.js';
import type { OperationRequest } from '../graphql/context.js';
import type { PreparedAnswer } from '../graphql/prepared/prepared-answers.js';
import type { Answers, Wait } from './answers.js';
import { askedOf } from './asked-operation.js';
import { requireKey, viewerOf } from './authentication.js';
import { tooLate } from './deadline.js';
import { createEventOperations } from './event-operations.js';
import type { GraphqlHandler } from './graphql-handler.js';
import type { TrafficLimits } from './options.js';
import type { Places } from './places.js';
import { type Refusal, refuse } from './refusal.js';
import { EVENT_STREAM } from './sse.js';
import type { Streams } from './streams.js';
import { takePlace } from './take-place.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The type of the answer that its caller likes best; null when it takes none, and before that is known. */
    answerType: string | null;
  }
}

export interface GraphqlRouteDeps<C extends BaseContext> {
  readonly authenticate: Authenticate;
  readonly graphql: GraphqlHandler<C>;
  readonly limits: Pick<TrafficLimits, 'operationTimeoutMs'>;
  readonly answers: Answers;
  readonly places: Places;
  readonly streams: Streams;
}

export async function addGraphqlRoute<C extends BaseContext>(
  app: FastifyInstance,
  { authenticate, graphql, limits, answers, places, streams }: GraphqlRouteDeps<C>,
): Promise<void> {
  const { apollo, contextOf, answerPrepared } = graphql;
  const events = createEventOperations({ authenticate, graphql, streams });
  /** Answers how to send it. */
  async function answered(request: FastifyRequest, reply: FastifyReply, prepared: PreparedAnswer | null) {
    const body = prepared === null ? null : await prepared.body;
    if (body !== null) return () => send(request, reply, body);
    const told = await byApollo.call(app, request, reply);
    return () => told;
  }
  const send = (request: FastifyRequest, reply: FastifyReply, body: Buffer) =>
    reply.type(String(request.answerType)).send(body);
  const byApollo = fastifyApolloHandler(apollo, {
    context: (request, reply) => contextOf(operationOf(request, answers.waitOf(reply.raw))),
  });

  await app.register(async (scope) => {
    scope.addHook('preClose', async () => events.close());
    // The other type that Fastify reads by itself, and one that any page can have a browser send.
    scope.removeContentTypeParser('text/plain');
    scope.addHook('onRequest', requireKey(authenticate));
    scope.addHook('onRequest', takePlace({ answers, places }));
    scope.addHook('onRequest', (request, reply, done) => {
      request.answerType = typeOf(request) ?? null;
      const refusal = refusalOf(request);
      if (refusal === null) done();
      else refuse(reply, refusal);
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      async handler(request, reply) {
        const wait = answers.waitOf(reply.raw);
        const isStream = request.answerType === EVENT_STREAM;
        const isPrepared = request.method === 'POST' && !isStream;
        const prepared = (isPrepared && answerPrepared?.(operationOf(request, wait))) || null;
        const body = prepared?.isAtHand ? await prepared.body : null;
        if (body !== null) return send(request, reply, body);
        const begun = isStream ? events.begin(request, wait.signal) : answered(request, reply, prepared);
        request.work = begun;
        const finish = await withinTime(begun, limits.operationTimeoutMs, () => wait.end());
        return finish === 'LATE' ? refuse(reply, tooLate(limits.operationTimeoutMs)) : finish(reply);
      },
    });
    scope.route({
      method: ['PUT', 'PATCH', 'DELETE'],
      url: '/graphql',
      handler: (_request, reply) => refuse(reply.header('allow', 'GET, POST'), OTHER_METHOD),
    });
  });
}

/** As Apollo names them: it chooses one of these by the same library. */
const ANSWERED = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];

const PACKED: Refusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'send the body without a content-encoding; compressed ones are not read',
};

const NOT_ACCEPTABLE: Refusal = {
  status: 406,
  code: 'NOT_ACCEPTABLE',
  message: `the Accept header takes none of what is answered here: ${ANSWERED.join(', ')}, and to a POST ${EVENT_STREAM}`,
};

const NO_HOST: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'the Host header is missing or is no host name',
};

const OTHER_METHOD: Refusal = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: 'use POST, or GET for queries',
};

/** What a request is refused with before its body is read. */
function refusalOf(request: FastifyRequest): Refusal | null {
  // Nothing is unpacked: a small body could become a large one.
  if (!isPlain(request.headers['content-encoding'])) return PACKED;
  // Apollo finds out when it has run the operation, and a change would be made that nobody is told of.
  if (request.answerType === null) return NOT_ACCEPTABLE;
  // Apollo's integration builds a URL from it, and a name that is none would end as a fault of ours.
  return URL.canParse(`http://${request.hostname}/`) ? null : NO_HOST;
}

function operationOf(request: FastifyRequest, wait: Wait): OperationRequest {
  return {
    viewer: viewerOf(request),
    requestId: request.id,
    asked: askedOf(request),
    get signal() {
      return wait.signal;
    },
  };
}

/** The type of the answer that its caller likes best; undefined when it takes none. */
function typeOf({ method, headers: { accept } }: FastifyRequest): string | undefined {
  if (accept === undefined || accept === '' || accept === '*/*') return ANSWERED[0];
  return new Negotiator({ headers: { accept } }).mediaType(method === 'POST' ? [...ANSWERED, EVENT_STREAM] : ANSWERED);
}

function isPlain(encoding: string | undefined): boolean {
  return encoding === undefined || encoding.toLowerCase() === 'identity';
}
