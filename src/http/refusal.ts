/** The one shape in which the server refuses a request before or beside GraphQL: a GraphQL error that says what to do. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

export interface Refusal {
  readonly status: number;
  /** Constant case, as in `extensions.code` of any GraphQL error. */
  readonly code: string;
  readonly message: string;
  /** When it makes sense to ask again. */
  readonly retryAfterSeconds?: number;
}

export const largestBody = 1024 * 1024;

/** Fastify's own refusals by their code; any other is told by its status alone, so that nothing inner shows. */
const KNOWN: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: 'the request body is larger than 1 MiB; ask for less at once',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'send the body as content-type: application/json',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'BAD_REQUEST', message: 'the request body is empty' },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'BAD_REQUEST',
    // One code of Fastify's for both.
    message:
      'the request body is not valid JSON, or has a member __proto__ (or constructor with a prototype), which no request may have',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'BAD_REQUEST',
    message: 'the request body does not have the length its header states',
  },
};

export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.request.refusal = refusal.code;
  return reply.code(refusal.status).headers(refusalHeaders(refusal)).send(refusalBody(refusal));
}

export function refusalHeaders({ retryAfterSeconds }: Refusal): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  };
}

export function refusalBody(refusal: Refusal): string {
  return JSON.stringify({ errors: [refusalError(refusal)] });
}

/** As one of the errors of a GraphQL answer. */
export function refusalError({ code, message }: Refusal): { message: string; extensions: { code: string } } {
  return { message, extensions: { code } };
}

/** Fastify's error handler: a fault is logged and answered without a word of what it was. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = KNOWN[error.code];
  if (known !== undefined) return refuse(reply, known);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return refuse(reply, { status, code: 'BAD_REQUEST', message: 'the request cannot be read' });
  }
  request.log.error({ err: error }, 'a request failed');
  return refuse(reply, {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: `something went wrong; the log has it under request id ${request.id}`,
  });
}
